import fc from "fast-check";
import { expect, test } from "vitest";
import { readPdf } from "../../src/import/pdf/pdf.ts";
import { wordsInContent } from "../../src/import/shared/lost-words.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { wordOf } from "./books.ts";
import { passagesOf, textsOf } from "./passages.ts";
import { pdfOf, type SetLine, typeset } from "./pdfs.ts";
import { importManuscript, readManuscript } from "./read-manuscripts.ts";

const TITLES = ["The Lamp", "Of Wind and Tide", "The Boat", "A Storm"] as const;

const toRoman = (number: number) =>
  ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"][number] ?? "";

/** Returns the lines at the edges of a page with a number that is not the first one of its chapter. */
type HeadStyle = (at: {
  readonly number: string;
  readonly isLeft: boolean;
  readonly title: string;
  readonly chapter: number;
}) => readonly SetLine[];

const head = (text: string): SetLine => ({ text, x: 60, y: 30, size: 9 });
const foot = (text: string): SetLine => ({ text, x: 195, y: 585, size: 9 });

const STYLES: Readonly<Record<string, HeadStyle>> = {
  "outer numbers": ({ number, isLeft, title, chapter }) => [
    head(
      isLeft ? `${number}  CHAPTER ${chapter}. ${title.toUpperCase()}` : `${title}    ${number}`,
    ),
  ],
  "the title alone": ({ number, title }) => [head(title), foot(number)],
  "the title in capitals": ({ number, title }) => [
    { text: number, x: 30, y: 585, size: 9 },
    { text: title.toUpperCase(), x: 160, y: 585, size: 9 },
  ],
};

/** Returns paragraphs of words of which none comes twice. */
function createParagraphs() {
  let count = 0;
  const sentence = (length: number) => {
    const words = Array.from({ length }, () => wordOf(count++)).join(" ");
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  return (lengths: readonly number[]) =>
    lengths.map((length) => Array.from({ length }, () => sentence(12)).join(" "));
}

const chapters = fc.array(
  fc.array(fc.integer({ min: 6, max: 30 }), { minLength: 3, maxLength: 6 }),
  { minLength: 2, maxLength: 4 },
);

test.each(Object.entries(STYLES))("heads of chapters are left out: %s", async (_, style) => {
  await fc.assert(
    fc.asyncProperty(chapters, fc.boolean(), async (lengths, isRoman) => {
      const compose = createParagraphs();
      const paragraphs: string[] = [];
      const pages: (readonly SetLine[])[] = [];
      for (const [index, some] of lengths.entries()) {
        const title = TITLES[index] ?? "";
        const own = compose(some);
        paragraphs.push(...own);
        const body = await typeset(own, { lines: 30 });
        for (const [at, page] of body.entries()) {
          const number = isRoman ? toRoman(pages.length + 1) : String(pages.length + 1);
          const isLeft = pages.length % 2 === 1;
          pages.push(
            at === 0
              ? [
                  { text: `Chapter ${index + 1}`, x: 50, y: 40, size: 18 },
                  { text: title, x: 50, y: 70, size: 22 },
                  ...page.map((line) => ({ ...line, y: line.y + 60 })),
                  foot(number),
                ]
              : [...style({ number, isLeft, title, chapter: index + 1 }), ...page],
          );
        }
      }
      fc.pre(pages.length > 2 && pages.length <= 12);
      expect(textsOf(await readManuscript(readPdf, await pdfOf(pages)))).toEqual(paragraphs);
    }),
    { numRuns: runs(6) },
  );
});

test("roman numbers of the pages before the text are left out, wherever they are, with what is beside them", async () => {
  const compose = createParagraphs();
  const own = compose([14, 20, 9]);
  const body = await typeset(own, { lines: 24 });
  const pages = body.map((page, at) => [
    ...(at === 0 ? [{ text: "Preface", x: 50, y: 40, size: 20 }] : []),
    ...page.map((line) => ({ ...line, y: line.y + 20 })),
    at % 2 === 0 ? foot(toRoman(at + 3)) : head(`${toRoman(at + 3)}   PREFACE`),
  ]);
  const read = await readManuscript(readPdf, await pdfOf(pages));
  expect(textsOf(read)).toEqual(own);
  const remarks = read.remarks.map(inEnglish);
  expect(remarks).toContain(`Page numbers (${Math.ceil(pages.length / 2)}) were left out.`);
  expect(remarks.join(" ")).toContain("“iv PREFACE” (1)");
});

test("what is set apart at the heads of pages stays if it numbers parts, or names no heading", async () => {
  const compose = createParagraphs();
  const own = compose([6, 7, 8, 6]);
  const tops = ["1. The first log", "2. A second one", "3. Of the third", "4. And the last"];
  const numbered = await Promise.all(
    own.map(async (paragraph, at) => {
      const [page = []] = await typeset([paragraph]);
      return [{ text: tops[at] ?? "", x: 50, y: 30 }, ...page];
    }),
  );
  const read = await readManuscript(readPdf, await pdfOf(numbered));
  const kept = passagesOf(read).flatMap(({ text, headings }) => [...headings, text]);
  for (const text of tops) expect(kept.join("\n")).toContain(text);

  const named = numbered.map((page, at) => [
    { text: ["Of oil", "Of wood", "Of rope", "Of salt"][at] ?? "", x: 50, y: 30 },
    ...page.slice(1),
  ]);
  const texts = textsOf(await readManuscript(readPdf, await pdfOf(named)));
  for (const text of ["Of oil", "Of wood", "Of rope", "Of salt"]) {
    expect(texts.join("\n")).toContain(text);
  }
});

const CHAPTER_TITLES = ["The Lamp", "Of Tide and Wind", "The Pier", "A Letter", "The Boat"];

const books = fc.record({
  /** The number of pages of each chapter. */
  chapters: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 5 }),
  front: fc.integer({ min: 0, max: 2 }),
  head: fc.constantFrom("number first", "number last", "number outside", "title alone"),
  isInCapitals: fc.boolean(),
  hasHeadAboveTitle: fc.boolean(),
});

test("Heads of pages with the titles of their chapters are no text, however few pages have them", async () => {
  await fc.assert(
    fc.asyncProperty(books, async ({ chapters, front, head, ...set }) => {
      const pages: SetLine[][] = [];
      const expected: string[] = [];
      const parts = [...(front > 0 ? [{ title: "Preface", count: front }] : [])].concat(
        chapters.map((count, index) => ({ title: CHAPTER_TITLES[index] ?? "", count })),
      );
      for (const { title, count } of parts) {
        for (let index = 0; index < count; index++) {
          const isFront = title === "Preface";
          const number = isFront ? "i".repeat(index + 1) : String(pages.length - front + 1);
          const page: SetLine[] = [];
          const words = set.isInCapitals ? title.toUpperCase() : title;
          const isNumberFirst =
            head === "number first" || (head === "number outside" && pages.length % 2 === 1);
          const text = isNumberFirst ? `${number} ${words}` : `${words} ${number}`;
          if (index > 0 || set.hasHeadAboveTitle) {
            page.push({ text: head === "title alone" ? words : text, x: 150, y: 30 });
          }
          if (index === 0) page.push({ text: title, x: 50, y: 80, size: 18 });
          const name = `Mr ${String.fromCharCode(65 + pages.length)}old`;
          const lines = [
            `${name} lit the lamp of the harbour at dusk, and three ships went by the`,
            `cape in the dark of the night before they met ${name}, who was asleep until`,
            `the day came, when they all woke ${name}.`,
          ];
          for (const [at, line] of lines.entries()) {
            page.push({ text: line, x: 50, y: 100 + 12 * at });
          }
          expected.push(lines.join(" "));
          pages.push(page);
        }
      }
      const read = await importManuscript("a.pdf", await pdfOf(pages));
      expect(passagesOf(read).map(({ text }) => text)).toEqual(expected);
    }),
    { numRuns: runs(40) },
  );
});

test("Numbers of pages in the margin beside the text, and the heads with them, are no text", async () => {
  const layouts = fc.record({
    pages: fc.integer({ min: 6, max: 9 }),
    first: fc.integer({ min: 1, max: 300 }),
    rows: fc.integer({ min: 1, max: 3 }),
    isAlternating: fc.boolean(),
    isCounting: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(layouts, async ({ pages, first, rows, isAlternating, isCounting }) => {
      let count = 0;
      const words: string[] = [];
      const set = Array.from({ length: pages }, (_, page) => {
        const text = Array.from({ length: 22 }, (__, row): SetLine => {
          const line = Array.from({ length: 6 }, () => wordOf(count++));
          words.push(...line);
          return { text: line.join(" "), x: 80, y: 60 + 13 * row };
        });
        const x = isAlternating && page % 2 === 0 ? 20 : 350;
        const number = isCounting ? first + page : ((first + 7 * page * page) % 300) + 1;
        const heads = ["Harl", "Lamp"].slice(0, rows - 1);
        const side = [...heads, String(number)].map((one, row) => ({
          text: one,
          x,
          y: 60 + 13 * row,
        }));
        return [...text, ...side];
      });
      const { content, remarks } = await importManuscript("a.pdf", await pdfOf(set));
      const found = wordsInContent(content).join(" ");
      for (const word of words) expect(found).toContain(word);
      expect(/\d/.test(found)).toBe(!isCounting);
      if (!isCounting) return;
      expect(found).not.toMatch(/Harl|Lamp/);
      expect(remarks.map(inEnglish).join(" ")).toContain(`Page numbers (${pages})`);
    }),
    { numRuns: runs(20) },
  );
});

test("Names of speakers that hang in the margin below a number of the page are text", async () => {
  const layouts = fc.record({
    pages: fc.integer({ min: 6, max: 9 }),
    /** The row of the number, and how many rows the first name is below it on each page. */
    row: fc.integer({ min: 0, max: 3 }),
    starts: fc.shuffledSubarray([1, 1, 2, 2, 3, 3, 4, 4, 5], { minLength: 9 }),
    names: fc.integer({ min: 1, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(layouts, async ({ pages, row, starts, names }) => {
      let count = 0;
      const set = Array.from({ length: pages }, (_, page) => {
        const text = Array.from({ length: 22 }, (__, line): SetLine => {
          const words = Array.from({ length: 6 }, () => wordOf(count++)).join(" ");
          return { text: words, x: 80, y: 60 + 13 * line };
        });
        const hanging = Array.from({ length: names }, (__, at) => ({
          text: at % 2 === 0 ? "ANNA" : "BERT",
          x: 20,
          y: 60 + 13 * (row + (starts[page] ?? 1) + 4 * at),
        }));
        return [...text, { text: String(page + 7), x: 20, y: 60 + 13 * row }, ...hanging];
      });
      const { content, remarks } = await importManuscript("a.pdf", await pdfOf(set));
      const found = wordsInContent(content).join(" ");
      expect(found).not.toMatch(/\d/);
      expect(found.match(/ANNA|BERT/g)).toHaveLength(pages * names);
      expect(remarks.map(inEnglish).join(" ")).toContain(`Page numbers (${pages})`);
    }),
    { numRuns: runs(20) },
  );
});
