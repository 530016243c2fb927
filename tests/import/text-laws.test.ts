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
    `The ${Array.from({ length: 8 + next(28) }, () => elementAt(WORDS, next(WORDS.length))).join(" ")}.`;
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
      const withoutLabels = (texts: readonly string[]) =>
        texts.filter((text) => !/^(?:Art\.|Article|§) \d+\.$/.test(text));
      const texts = withoutLabels(textsOf(read).map((text) => text.replaceAll("\n", " ")));
      const printed = withoutLabels(paragraphs);
      expect(
        texts
          .join(" ")
          .replaceAll(/(?:Art\.|Article|§) \d+\. ?/g, "")
          .trim(),
      ).toBe(printed.join(" "));
      // Where its last line is full, nothing shows that a paragraph ends.
      const whole = printed.filter((paragraph) => texts.includes(paragraph));
      expect(whole.length).toBeGreaterThan(0.5 * printed.length);
    }),
    { numRuns: runs(15) },
  );
});

test.each([
  [
    40,
    "It was the winter of the long storm when Miss Anna Quill of Nore came to the lamp with a letter for Mr. Hale and Mrs. Hale, who had not seen the harbour since the day when the ships of the Company of the North went by, and the keeper of the lamp read it to them.",
  ],
  [
    36,
    "Am Morgen kam der Sohn des Bürgermeisters mit einem Boot, in dem die Namen der Schiffe standen, doch der Wärter der Lampe von Harl sah nur das Brot, das Salz und den Brief aus dem Norden, den Frau Quill im Winter geschrieben hatte.",
  ],
])(
  "Prose of many capitals in lines of %i characters is one paragraph",
  async (width, paragraph) => {
    const read = await importManuscript("a.txt", Buffer.from(wrap(paragraph, width).join("\n")));
    expect(textsOf(read).map((text) => text.replaceAll("\n", " "))).toEqual([paragraph]);
  },
);

test.each([
  ["a line of a sentence", "of the lamp with oil from the stores"],
  ["the beginning of a sentence", "Amen, I say unto you:"],
])("%s that comes back in each entry of a diary is no head of a page", async (_, line) => {
  const articles = articlesOf(1).flat();
  const entries = articles.slice(0, 12).map((_, index) => {
    const words = articles.slice(4 * index, 4 * index + 4).join(" ");
    return wrap(words, 60);
  });
  const lines = entries.flatMap((entry, index) => [
    ...entry.slice(0, index < 3 ? 2 : entry.length),
    line,
    ...(index < 3 ? entry.slice(2) : []),
  ]);
  const read = await importManuscript("a.txt", Buffer.from(lines.join("\n")));
  const count = textsOf(read).join(" ").replaceAll("\n", " ").split(line).length - 1;
  expect(count).toBe(12);
});
