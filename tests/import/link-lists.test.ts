import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../thoroughness.ts";
import { textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

const ADDRESSES = ["https://harl.example/a", "mailto:ada@harl.example", "file:///ships", "/pier"];

/** How programs write the list of a page’s addresses. */
const LISTS = [
  { title: "References", entry: (number: number, address: string) => `  ${number}. ${address}` },
  { title: "References:", entry: (number: number, address: string) => `[${number}] ${address}` },
  {
    title: "References\n\n   Visible links:",
    entry: (number: number, address: string) => `   ${number}. ${address}`,
  },
];

/** Paragraphs of words, each with the note of its author after it and whether it is a link. */
const page = fc.record({
  paragraphs: fc.array(
    fc.array(
      fc.record({
        word: fc.constantFrom(..."keeper light harbour mayor (winter) “ships” north".split(" ")),
        isLink: fc.boolean(),
        isNoted: fc.boolean(),
      }),
      { minLength: 4, maxLength: 14 },
    ),
    { minLength: 1, maxLength: 5 },
  ),
  list: fc.constantFrom(...LISTS),
  address: fc.constantFrom(...ADDRESSES),
});

test("The numbers of links that a browser wrote are no words, and those of notes stay", async () => {
  await fc.assert(
    fc.asyncProperty(page, async ({ paragraphs, list, address }) => {
      let count = 0;
      const write = (isWithLinks: boolean) =>
        paragraphs.map((words) =>
          [
            "The day",
            ...words.map(({ word, isLink, isNoted }) => {
              const number = isLink && isWithLinks ? `[${++count}]` : "";
              return `${number}${word}${isNoted ? "[n]" : ""}`;
            }),
            "ended.",
          ].join(" "),
        );
      const marked = write(true);
      const entries = Array.from({ length: count }, (_, at) => list.entry(at + 1, address));
      const text = [...marked, list.title, entries.join("\n")].join("\n\n");
      const manuscript = await importManuscript("a.txt", text);
      const keys = manuscript.remarks.map(({ key }) => key);
      expect(keys.includes("text.link-numbers")).toBe(count > 0);
      if (count > 0) expect(textsOf(manuscript)).toEqual(write(false));
    }),
    { numRuns: runs(60) },
  );
});

test.each([
  "He saw the lamp [1] and the pier.\n\nReferences\n\n1. https://harl.example/lamp",
  "He saw the [1]lamp and the pier.\n\nReferences\n\n1. Quill, The Lamp of Harl, 1907.",
  "He saw the [1]lamp and the pier.\n\nReferences\n\n2. https://harl.example/lamp",
  "He saw the [1]lamp and the pier.\n\nhttps://harl.example/lamp",
])("Other numbers and lists are words: %j", async (text) => {
  const { remarks } = await importManuscript("a.txt", text);
  expect(remarks.map(({ key }) => key)).not.toContain("text.link-numbers");
});
