import { describe, expect, test } from "vitest";
import { adviceOn } from "./advice.ts";

describe("an odd character is reported with its line", () => {
  test.each([
    [
      "a lost character",
      "caf\ufffd",
      "a replacement character, which stands for one that was lost: U+FFFD.",
    ],
    [
      "a private-use character",
      "a \ue000 b",
      "a character of a private use area, which other fonts do not have: U+E000.",
    ],
    [
      "a control character from Windows-1252",
      "it\u0092s",
      "a control character, as comes of text in Windows-1252 that was read as Latin-1: U+0092.",
    ],
    ["another control character", "a\u0007b", "a control character: U+0007."],
    [
      "a direction override",
      "a\u202eb",
      "a control of writing direction, which can make words look as they are not written: U+202E.",
    ],
    [
      "a direction mark between Latin letters",
      "a\u200fb",
      "a control of writing direction, which can make words look as they are not written: U+200F.",
    ],
    ["a zero-width space", "a\u200bb", "a character of no width, which nobody sees: U+200B."],
    [
      "a byte-order mark within the text",
      "a\ufeffb",
      "a character of no width, which nobody sees: U+FEFF.",
    ],
    ["a soft hyphen", "co\u00adoperate", "a soft hyphen, which nobody sees: U+00AD."],
    ["an unassigned code point", "a\u{e0080}b", "a code point that is no character: U+E0080."],
    [
      "a Cyrillic letter in a Latin word",
      "the p\u0430nes",
      "a word of letters from two scripts, which look alike: “p\u0430nes”.",
    ],
    [
      "a Latin letter in a Cyrillic word",
      "вoда",
      "a word of letters from two scripts, which look alike: “вoда”.",
    ],
    [
      "a Greek capital in a Latin word",
      "\u0391pril",
      "a word of letters from two scripts, which look alike: “\u0391pril”.",
    ],
  ])("%s", (_, words, description) => {
    const [advice, ...more] = adviceOn({ "a.md": `One.\n\nTwo\n${words} here.\n` });
    expect(more).toEqual([]);
    expect(advice).toContain(`a.md:4: Here is ${description}`);
  });

  test("once for each file, with the number of others", () => {
    const [advice, ...more] = adviceOn({ "a.md": "a\ufffd b\ufffd\n\nc\ufffd\n" });
    expect(more).toEqual([]);
    expect(advice).toContain("a.md:1: ");
    expect(advice).toContain("This file has 2 more.");
  });

  test("in tables", () => {
    const [advice] = adviceOn({ "a.md": "Words.", "corpus.yaml": "language: en\ntitle: A\u00adB" });
    expect(advice).toContain("corpus.yaml:2: Here is a soft hyphen");
  });
});

test.each([
  ["accents, combining or composed", "cafe\u0301 café naïve"],
  ["Persian with a joiner", "می\u200cخواهم"],
  ["Hebrew with a direction mark", "שלום\u200f!"],
  ["Thai with zero-width spaces", "ภาษา\u200bไทย"],
  ["emoji sequences", "👩\u200d🚀 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤\ufe0f"],
  ["units and formulas", "5 μm, 3 kΩ, Δx, λy"],
  ["Chinese next to Latin", "用Linux系统"],
  ["Russian with a Latin part", "IT-отдел и Windows"],
  ["typographic signs", "“It’s” – 1½ … § № €"],
])("there is no advice on %s", (_, words) => {
  expect(adviceOn({ "a.md": `${words}\n` })).toEqual([]);
});
