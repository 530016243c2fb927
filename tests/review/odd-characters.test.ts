import { describe, expect, test } from "vitest";
import { adviceOn } from "./advice.ts";

describe("an odd character is reported with its line", () => {
  test.each([
    [
      "a lost character",
      "caf\ufffd",
      "a replacement character, where a character was lost: U+FFFD.",
    ],
    [
      "a private-use character",
      "a \ue000 b",
      "a private-use character, which most fonts lack: U+E000.",
    ],
    [
      "a control character from Windows-1252",
      "it\u0092s",
      "a control character, as in Windows-1252 text that was read as Latin-1: U+0092.",
    ],
    ["another control character", "a\u0007b", "a control character: U+0007."],
    [
      "a direction override",
      "a\u202eb",
      "a control of writing direction, which can make words look different from how they are written: U+202E.",
    ],
    [
      "a direction mark between Latin letters",
      "a\u200fb",
      "a control of writing direction, which can make words look different from how they are written: U+200F.",
    ],
    ["a zero-width space", "a\u200bb", "an invisible character without width: U+200B."],
    [
      "a byte-order mark within the text",
      "a\ufeffb",
      "an invisible character without width: U+FEFF.",
    ],
    ["a soft hyphen", "co\u00adoperate", "an invisible soft hyphen: U+00AD."],
    ["an unassigned code point", "a\u{e0080}b", "a code point that is not a character: U+E0080."],
    [
      "a Cyrillic letter in a Latin word",
      "the p\u0430nes",
      "a word with lookalike letters of two scripts: “p\u0430nes”.",
    ],
    [
      "a Latin letter in a Cyrillic word",
      "вoда",
      "a word with lookalike letters of two scripts: “вoда”.",
    ],
    [
      "a Greek capital in a Latin word",
      "\u0391pril",
      "a word with lookalike letters of two scripts: “\u0391pril”.",
    ],
  ])("%s", (_, words, description) => {
    const [advice, ...more] = adviceOn({ "a.md": `One.\n\nTwo\n${words} here.\n` });
    expect(more).toEqual([]);
    expect(advice).toContain(`a.md:4: This is ${description}`);
  });

  test("once for each file, with the number of others", () => {
    const [advice, ...more] = adviceOn({ "a.md": "a\ufffd b\ufffd\n\nc\ufffd\n" });
    expect(more).toEqual([]);
    expect(advice).toContain("a.md:1: ");
    expect(advice).toContain("This file has 2 more.");
  });

  test("in tables", () => {
    const [advice] = adviceOn({ "a.md": "Words.", "corpus.yaml": "language: en\ntitle: A\u00adB" });
    expect(advice).toContain("corpus.yaml:2: This is an invisible soft hyphen");
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
