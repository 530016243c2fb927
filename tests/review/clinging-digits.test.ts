import { expect, test } from "vitest";
import { adviceOn } from "./advice.ts";

test.each([
  ["The lamp1 was lit.", "lamp1"],
  ["Two ships came,2 and a third.", "came,2"],
  ["He said “it failed.”12 So it did.", "failed.”12"],
  ["16For so it was commanded.", "16For"],
])("A digit that clings to a word is reported: %j", (text, word) => {
  expect(adviceOn({ "a.md": `Short.\n\n${text}\n` })).toEqual([
    `a.md:3: A digit is attached to a word: “${word}”. An accurate quotation without it is not exact. If it is the number of a note, write \`[^1]\`; of a verse, \`<sup>1</sup>\`.`,
  ]);
});

test("A document is reported once, at the first place", () => {
  const advice = adviceOn({ "a.md": "The lamp1 was lit.2\n\nTwo ships3 came." });
  expect(advice).toHaveLength(1);
  expect(advice[0]).toContain("a.md:1: ");
  expect(advice[0]).toContain(" This file has 2 more. ");
});

test("Many documents are reported together", () => {
  const files = ["a", "b", "c", "d"].map((name) => [`${name}.md`, `The lamp1 of ${name}.`]);
  expect(adviceOn(Object.fromEntries(files))).toEqual([
    "a.md:1: Digits are attached to words in 4 files, such as “lamp1”. An accurate quotation without them is not exact. If it is the number of a note, write `[^1]`; of a verse, `<sup>1</sup>`.",
  ]);
});

test.each([
  "The lamp[^1] was lit.",
  "In 1899, at 10:30, 1.5 of B12 and H2O.",
  "#lamp1 is a tag.",
  "It is No. 7, on p. 12",
])("Other digits are not reported: %j", (text) => {
  expect(adviceOn({ "a.md": text })).toEqual([]);
});
