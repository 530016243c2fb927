import { describe, expect, test } from "vitest";
import { adviceOn } from "./advice.ts";

describe("what is seldom meant is told with its line", () => {
  test.each([
    [
      "a lost character",
      "caf\ufffd",
      "a replacement character, which stands for one that was lost: U+FFFD.",
    ],
    [
      "a private one",
      "a \ue000 b",
      "a character of a private use area, which other fonts do not have: U+E000.",
    ],
    [
      "a control of Windows-1252",
      "it\u0092s",
      "a control character, as comes of text in Windows-1252 that was read as Latin-1: U+0092.",
    ],
    ["another control", "a\u0007b", "a control character: U+0007."],
    [
      "an override of direction",
      "a\u202eb",
      "a control of writing direction, which can make words look as they are not written: U+202E.",
    ],
    [
      "a mark of direction between Latin letters",
      "a\u200fb",
      "a control of writing direction, which can make words look as they are not written: U+200F.",
    ],
    ["a space of no width", "a\u200bb", "a character of no width, which nobody sees: U+200B."],
    ["a byte-order mark within", "a\ufeffb", "a character of no width, which nobody sees: U+FEFF."],
    ["a soft hyphen", "co\u00adoperate", "a soft hyphen, which nobody sees: U+00AD."],
    ["no character at all", "a\u{e0080}b", "a code point that is no character: U+E0080."],
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
  ])("%s", (_, words, told) => {
    const [advice, ...more] = adviceOn({ "a.md": `One.\n\nTwo\n${words} here.\n` });
    expect(more).toEqual([]);
    expect(advice).toContain(`a.md:4: Here is ${told}`);
  });

  test("once in a file, and how many there are", () => {
    const [advice, ...more] = adviceOn({ "a.md": "a\ufffd b\ufffd\n\nc\ufffd\n" });
    expect(more).toEqual([]);
    expect(advice).toContain("a.md:1: ");
    expect(advice).toContain("There are 2 more in this file.");
  });

  test("in a table too", () => {
    const [advice] = adviceOn({ "a.md": "Words.", "corpus.yaml": "language: en\ntitle: A\u00adB" });
    expect(advice).toContain("corpus.yaml:2: Here is a soft hyphen");
  });
});

test.each([
  ["accents, apart or composed", "cafe\u0301 café naïve"],
  ["Arabic with a joiner", "می\u200cخواهم"],
  ["Hebrew with a mark of direction", "שלום\u200f!"],
  ["Thai with spaces of no width", "ภาษา\u200bไทย"],
  ["an emoji of several", "👩\u200d🚀 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤\ufe0f"],
  ["units and formulas", "5 μm, 3 kΩ, Δx, λy"],
  ["Chinese beside Latin", "用Linux系统"],
  ["Russian with a Latin part", "IT-отдел и Windows"],
  ["typography", "“It’s” – 1½ … § № €"],
])("%s are as they should be", (_, words) => {
  expect(adviceOn({ "a.md": `${words}\n` })).toEqual([]);
});
