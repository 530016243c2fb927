import fc from "fast-check";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { elementAt } from "../../src/foundation/checked-access.ts";
import { wordsInContent } from "../../src/import/shared/lost-words.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { wordOf } from "./books.ts";
import { textsOf } from "./passages.ts";
import { fillColumn, pdfOf, type SetLine } from "./pdfs.ts";
import { importManuscript } from "./read-manuscripts.ts";

const TESTIMONY = [
  "Q.  Did you light the lamp on the night of the second of",
  "March, and did you see any ship before the fog came in?",
  "A.  I lit it at dusk, and I counted three ships by mid-",
  "night, all of them going north with the wind behind.",
  "Q.  And after that, was the bell rung at all by anyone?",
  "A.  I rang it until the morning, and no one answered me.",
  "Q.  Thank you, that is all that I have for you this time.",
];

test("numbers of lines beside a transcript are marks, on every page", async () => {
  const pages = [TESTIMONY, TESTIMONY.toReversed()].map((lines) =>
    lines.flatMap((text, index) => [
      { text: String(index + 1), x: 42, y: 60 + 20 * index },
      { text, x: 70, y: 60 + 20 * index },
    ]),
  );
  const read = await importManuscript("a.pdf", await pdfOf(pages));
  const words = textsOf(read).join(" ");
  expect(words).not.toMatch(/\d/);
  expect(words).toContain("I counted three ships by midnight, all of them");
  expect(read.remarks.map(inEnglish).join("\n")).toMatch(/Line numbers \(14\)/);
});

test("numbers of lines that go on from the page before are marks, however few lines the last page has", async () => {
  const layout = fc.record({
    step: fc.constantFrom(1, 5),
    lastLines: fc.integer({ min: 1, max: 12 }),
    side: fc.constantFrom(42, 380),
  });
  await fc.assert(
    fc.asyncProperty(layout, async ({ step, lastLines, side }) => {
      const lines = Array.from({ length: 30 + lastLines }, (_, index) => ({
        text: elementAt(TESTIMONY, index % TESTIMONY.length),
        y: 60 + 15 * (index % 30),
        page: Math.floor(index / 30),
        number: index + 1,
      }));
      const pages = [0, 1].map((page) =>
        lines
          .filter((line) => line.page === page)
          .flatMap(({ text, y, number }) => [
            ...(number % step === 0 ? [{ text: String(number), x: side, y, size: 6 }] : []),
            { text, x: 70, y },
          ]),
      );
      const read = await importManuscript("a.pdf", await pdfOf(pages));
      expect(textsOf(read).join(" ")).not.toMatch(/\d/);
      const count = Math.floor(lines.length / step);
      expect(read.remarks.map(inEnglish).join("\n")).toContain(`Line numbers (${count})`);
    }),
    { numRuns: runs(15) },
  );
});

test("numbers that begin the lines of a text are no numbers of lines", async () => {
  const years = [3, 9, 2, 7, 8, 4].map((number, index) => [
    { text: String(number), x: 42, y: 60 + 20 * index },
    { text: "ships went by the cape before the keeper slept at last", x: 70, y: 60 + 20 * index },
  ]);
  const read = await importManuscript("a.pdf", await pdfOf([years.flat()]));
  const written = JSON.stringify(read.content).match(/(?<=[" n])\d(?= |\s|")/g);
  expect(written).toEqual(["3", "9", "2", "7", "8", "4"]);
});

const marginalNote = fc.record({
  side: fc.constantFrom("left", "right"),
  row: fc.integer({ min: 0, max: 12 }),
  lines: fc.integer({ min: 1, max: 5 }),
  leading: fc.constantFrom(10, 11, 12),
  /** How far lower its first line is than the one beside it, in points. */
  shift: fc.constantFrom(0, 1, 4, 6),
  isJustified: fc.boolean(),
  isDrawnFirst: fc.boolean(),
});

test("a note in small print in the margin is read by its own lines, and none of them in the text", async () => {
  await fc.assert(
    fc.asyncProperty(marginalNote, async ({ side, row, lines, leading, shift, ...one }) => {
      let count = 0;
      const nextWord = () => wordOf(count++);
      const text = (
        await fillColumn(nextWord, { x: 90, y: 60, width: 220, lines: 24, isJustified: true })
      ).flat();
      const x = side === "left" ? 20 : 322;
      const area = { x: 0, y: 0, width: 76, lines, isJustified: one.isJustified };
      const filled = await fillColumn(nextWord, area);
      // The words of small print are as much narrower.
      const note = filled.flatMap((words, index) =>
        words.map((word) => ({
          text: word.text,
          ...{ x: x + 0.8 * word.x, y: 60 + 13 * row + shift + leading * index, size: 8 },
        })),
      );
      const page = one.isDrawnFirst ? [...note, ...text] : [...text, ...note];
      const read = textsOf(await importManuscript("a.pdf", await pdfOf([page]))).join(" ");
      const wordsOf = (set: readonly SetLine[]) => set.map((word) => word.text).join(" ");
      expect(read.replaceAll("\n", " ")).toBe(`${wordsOf(text)} ${wordsOf(note)}`);
    }),
    { numRuns: runs(40) },
  );
});

test("a second print that is half an em away is read once, and letters beside each other twice", async () => {
  const line = "The lamp was lit at dusk, and three ships went by.";
  const page = [
    { text: line, x: 50, y: 60 },
    { text: line, x: 54, y: 61 },
    { text: "l", x: 50, y: 100 },
    { text: "l", x: 52.8, y: 100 },
  ];
  const read = await importManuscript("a.pdf", await pdfOf([page]));
  expect(textsOf(read).join(" ").replace(/\s+/g, " ")).toBe(`${line} ll`);
});

test("letters or words that are each printed twice before the next one are read once, or not quoted", async () => {
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.TimesRoman);
  const widthOf = (text: string) => font.widthOfTextAtSize(text, 10);
  const line = "The keeper's rules follow, and all will see them";
  const prints = fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 25 }));
  await fc.assert(
    fc.asyncProperty(prints, async ([isByLetter, tenths]) => {
      const page: SetLine[] = TESTIMONY.map((text, index) => ({
        text,
        x: 50,
        y: 100 + 13 * index,
      }));
      let x = 50;
      for (const text of line.split(isByLetter ? /(?:)/ : / /)) {
        if (text !== " ") page.push({ text, x, y: 60 }, { text, x: x + tenths / 10, y: 60 });
        x += widthOf(isByLetter ? text : `${text} `);
      }
      const read = await importManuscript("a.pdf", await pdfOf([page]));
      const texts = textsOf(read).filter((text) => !/^[QA]\./.test(text));
      const remarks = read.remarks.map(inEnglish).join(" ");
      if (texts.length === 0) expect(remarks).toMatch(/or with characters printed twice, .*: 1\./);
      else
        expect([texts, remarks]).toEqual([[line], expect.stringMatching(/was read once \(\d+\)/)]);
      // A shift of half a point, as for bold letters, leaves no doubt.
      if (tenths <= 5) expect(texts).toEqual([line]);
    }),
    { numRuns: runs(20) },
  );
});

const numberedVerse = fc.record({
  step: fc.integer({ min: 3, max: 10 }),
  pages: fc.integer({ min: 1, max: 4 }),
  linesPerPage: fc.integer({ min: 22, max: 30 }),
  side: fc.constantFrom("left", "right"),
  isRagged: fc.boolean(),
  stanza: fc.constantFrom(0, 4, 7),
  hasTitle: fc.boolean(),
});

test("numbers of some lines in the margin of verse are marks, on every page, and no words", async () => {
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.TimesRoman);
  await fc.assert(
    fc.asyncProperty(numberedVerse, async (layout) => {
      const { step, side, stanza } = layout;
      let line = 0;
      const words: string[] = [];
      const pages = Array.from({ length: layout.pages }, (_, page) => {
        const lines: SetLine[] = [];
        let y = 60;
        if (layout.hasTitle && page === 0) {
          lines.push({ text: "The Keeper", x: 90, y, size: 14 });
          y += 30;
        }
        for (let row = 0; row < layout.linesPerPage; row++) {
          line += 1;
          const set = [4 * line, 4 * line + 1, 4 * line + 2, 4 * line + 3].map(wordOf);
          if (layout.isRagged && line % 2 === 0) set.pop();
          words.push(...set);
          lines.push({ text: set.join(" "), x: 90, y });
          if (line % step === 0) {
            const text = String(line);
            const left = 70 - font.widthOfTextAtSize(text, 8);
            lines.push({ text, x: side === "left" ? left : 330, y, size: 8 });
          }
          y += 13 + (stanza > 0 && line % stanza === 0 ? 8 : 0);
        }
        return lines;
      });
      const read = await importManuscript("a.pdf", await pdfOf(pages));
      const quoted = textsOf(read).join(" ");
      expect(quoted.match(/\d+/g)).toBeNull();
      expect(quoted.match(/q[a-z]+/g)).toEqual(words);
      const count = Math.floor((layout.pages * layout.linesPerPage) / step);
      expect(read.remarks.map(inEnglish).join("\n")).toContain(`Line numbers (${count})`);
    }),
    { numRuns: runs(25) },
  );
});

const shortPoem = fc.record({
  title: fc.boolean(),
  before: fc.integer({ min: 1, max: 12 }),
  after: fc.integer({ min: 0, max: 4 }),
  number: fc.constantFrom(3, 5, 6, 7, 10),
  side: fc.constantFrom("left", "right"),
  stanza: fc.constantFrom(0, 4),
});

test("the only number in the margin of a short poem is a mark if it counts its lines", async () => {
  await fc.assert(
    fc.asyncProperty(shortPoem, async ({ title, before, after, number, side, stanza }) => {
      const head = title ? [{ text: "The Keeper", x: 90, y: 60, size: 14 }] : [];
      let y = 90;
      const poem = Array.from({ length: before + after }, (_, row): readonly SetLine[] => {
        const text = [4 * row, 4 * row + 1, 4 * row + 2, 4 * row + 3].map(wordOf).join(" ");
        const line = { text, x: 90, y };
        const label = { text: String(number), x: side === "left" ? 60 : 330, y };
        const isEnd = stanza > 0 && row % stanza === stanza - 1 && row + 1 !== before;
        y += isEnd ? 24 : 13;
        return row + 1 === before ? [line, label] : [line];
      });
      const read = await importManuscript("a.pdf", await pdfOf([[...head, ...poem.flat()]]));
      const isCount = number === before && number % 5 === 0 && after > 0;
      const shown = wordsInContent(read.content).join(" ");
      const written = textsOf(read).join(" ");
      if (isCount) expect(written).not.toMatch(/\d/);
      else expect(shown).toContain(String(number));
      for (let word = 0; word < 4 * (before + after); word++) expect(shown).toContain(wordOf(word));
    }),
    { numRuns: runs(60) },
  );
});

test("numbers at the ends of lines that do not count them are words", async () => {
  const sums = [35, 10, 20, 25, 40, 55, 5, 15].flatMap((number, index) => [
    { text: `The ships of month ${"abcdefgh".charAt(index).repeat(3)}`, x: 50, y: 60 + 14 * index },
    { text: String(number), x: 330, y: 60 + 14 * index },
  ]);
  const read = await importManuscript("a.pdf", await pdfOf([sums, sums]));
  const written = JSON.stringify(read.content).match(/(?<= )\d+/g);
  expect(written).toHaveLength(16);
});
