import fc from "fast-check";
import { expect, test } from "vitest";
import { elementAt } from "../../src/foundation/checked-access.ts";
import { runs } from "../thoroughness.ts";
import { textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

const WORDS =
  "keeper light harbour mayor winter company ships north garden letters morning oil rope bread evening tower books road storm winds in of".split(
    " ",
  );

/** Returns the paragraphs of the articles of a law, which a number determines. */
function articlesOf(seed: number): readonly (readonly string[])[] {
  let count = seed;
  const next = (end: number) => Math.floor(10_000 * Math.abs(Math.sin(count++))) % end;
  const sentence = () =>
    `The ${Array.from({ length: 20 + next(20) }, () => elementAt(WORDS, next(WORDS.length))).join(" ")}.`;
  return Array.from({ length: 40 }, () => Array.from({ length: 1 + next(4) }, sentence));
}

const law = fc.record({
  articles: fc.integer({ min: 1, max: 10_000 }).map(articlesOf),
  width: fc.constantFrom(66, 80),
  label: fc.constantFrom("Art. ", "Article ", "§ "),
  /** How many lines a page has. */
  pageLength: fc.integer({ min: 16, max: 24 }),
  heads: fc.constantFrom(
    ["Harbour Office"],
    ["©Harbour Office", "2009-11-16"],
    ["The Lamp Act, 1907"],
  ),
});

/** Breaks a paragraph at spaces into lines that are as full as possible. */
function wrap(paragraph: string, width: number): readonly string[] {
  const lines: string[] = [""];
  for (const word of paragraph.split(" ")) {
    const line = elementAt(lines, lines.length - 1);
    if (line === "") lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

test("A law without empty lines is read by its paragraphs, without the same lines at the head of each page", async () => {
  await fc.assert(
    fc.asyncProperty(law, async ({ articles, width, label, pageLength, heads }) => {
      const paragraphs = articles.flatMap((article, index) => [
        `${label}${index + 1}.`,
        ...(article.length === 1 ? article : article.map((one, at) => `${at + 1}. ${one}`)),
      ]);
      const lines = paragraphs.flatMap((paragraph) => wrap(paragraph, width));
      const pages = lines.flatMap((line, index) =>
        index % pageLength === 0 ? [...heads, line] : [line],
      );
      const read = await importManuscript("a.txt", Buffer.from(pages.join("\n")));
      // Some labels are headings.
      const words = (texts: readonly string[]) =>
        texts
          .join(" ")
          .replaceAll(/\s+|(?:Art\.|Article|§) \d+\.\s*/g, " ")
          .replaceAll(/ +/g, " ")
          .trim();
      expect(words(textsOf(read))).toBe(words(paragraphs));
    }),
    { numRuns: runs(15) },
  );
});
