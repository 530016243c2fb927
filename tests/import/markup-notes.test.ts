import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../thoroughness.ts";
import { notesOf, textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

/** How languages write a mark, with the space before it, and the first line of a note. */
const NOTATIONS = [
  { mark: (label: string) => ` [${label}]_`, note: (label: string) => `.. [${label}]\n  ` },
  { mark: (label: string) => `\\ [#l${label}]_`, note: (label: string) => `.. [#l${label}]` },
  { mark: () => " [#]_", note: () => ".. [#]" },
  { mark: (label: string) => `[fn:${label}]`, note: (label: string) => `[fn:${label}]` },
  { mark: (label: string) => `[fn:n-${label}]`, note: (label: string) => `[fn:n-${label}]` },
  { mark: (label: string) => `[^${label}]`, note: (label: string) => `[^${label}]:` },
  { mark: (label: string) => `[${label}]`, note: (label: string) => `fn${label}.` },
];

const sentence = fc
  .array(fc.constantFrom(..."keeper light harbour mayor winter ships north of in".split(" ")), {
    minLength: 4,
    maxLength: 12,
  })
  .map((words) => `The ${words.join(" ")}`);

const annotated = fc.record({
  paragraphs: fc.array(fc.tuple(sentence, sentence, sentence), { minLength: 1, maxLength: 6 }),
  notation: fc.constantFrom(...NOTATIONS),
  hasParts: fc.boolean(),
});

test("The notes of markup languages are notes, and their marks no words", async () => {
  await fc.assert(
    fc.asyncProperty(annotated, async ({ paragraphs, notation, hasParts }) => {
      const hasPart = hasParts && notation !== NOTATIONS.at(-1);
      const text = [
        ...paragraphs.map(
          ([before, after], index) => `${before},${notation.mark(String(index + 1))} ${after}.`,
        ),
        ...paragraphs.map(
          ([, , note], index) =>
            `${notation.note(String(index + 1))} ${note}.${hasPart ? `\n\n   ${note} too.` : ""}`,
        ),
      ].join("\n\n");
      const manuscript = await importManuscript("a.txt", text);
      expect(textsOf(manuscript)).toEqual(
        paragraphs.map(([before, after]) => `${before}, ${after}.`),
      );
      expect(notesOf(manuscript).map((note) => note.replace(/\s+/g, " "))).toEqual(
        paragraphs.map(([, , note]) => `${note}.${hasPart ? ` ${note} too.` : ""}`),
      );
    }),
    { numRuns: runs(80) },
  );
});

test.each([
  [(note: string) => `footnote:[${note}]`],
  [(note: string) => `<ref>${note}</ref>`],
  [(note: string) => `<ref name="a b">${note}</ref>`],
])("A note within the words is a note: %o", async (write) => {
  await fc.assert(
    fc.asyncProperty(sentence, sentence, sentence, async (before, note, after) => {
      const manuscript = await importManuscript(
        "a.txt",
        `${before}${write(`${note}.\n\n${note}.`)} ${after}.`,
      );
      expect(textsOf(manuscript)).toEqual([`${before} ${after}.`]);
      expect(notesOf(manuscript).join(" ").replace(/\s+/g, " ")).toBe(`${note}. ${note}.`);
    }),
    { numRuns: runs(20) },
  );
});

test.each([
  "He wrote [fn:1] and no more of it.",
  ".. [1] A note without its mark in the words.",
  "He saw [1]_ in the source.",
  "fn1. is the name of a key of the machine.",
  "He wrote footnote:[ and nothing below it.",
])("A notation with only one of its parts is words: %s", async (text) => {
  const manuscript = await importManuscript("a.txt", text);
  expect(textsOf(manuscript)).toEqual([text]);
});
