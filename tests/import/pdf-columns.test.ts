import fc from "fast-check";
import { PDFDocument, type PDFFont, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { elementAt } from "../../src/foundation/checked-access.ts";
import { runs } from "../thoroughness.ts";
import { markedTextsOf, textsOf } from "./passages.ts";
import { breakParagraph, pdfOf, type SetLine } from "./pdfs.ts";
import { importManuscript } from "./read-manuscripts.ts";

const WORDS =
  "keeper light harbour mayor winter company ship north garden letter morning oil rope bread evening tower book road storm winds in of".split(
    " ",
  );

/** Returns the next sentences, of which none is as another one. */
function createSentences() {
  let count = 0;
  return (words: number) => {
    const chosen = Array.from({ length: words }, () =>
      elementAt(WORDS, Math.floor(1000 * Math.abs(Math.sin(count++))) % WORDS.length),
    );
    return `The ${chosen.join(" ")}.`;
  };
}

const embedTimes = async () => (await PDFDocument.create()).embedFont(StandardFonts.TimesRoman);

const dictionary = fc.record({
  lengths: fc.array(fc.integer({ min: 12, max: 40 }), { minLength: 12, maxLength: 20 }),
  hang: fc.constantFrom(10, 14),
  rows: fc.integer({ min: 18, max: 24 }),
});

test("An entry with hanging lines goes on in the next column, and the entries after it are their own", async () => {
  const font = await embedTimes();
  await fc.assert(
    fc.asyncProperty(dictionary, async ({ lengths, hang, rows }) => {
      const nextSentence = createSentences();
      const entries = lengths.map((length) => nextSentence(length));
      const lines = entries.flatMap((entry) =>
        breakParagraph(entry, 140 - hang, font, -hang).map((text, index) => ({
          text,
          indent: index === 0 ? 0 : hang,
        })),
      );
      const page = lines.slice(0, 2 * rows).map(
        ({ text, indent }, index): SetLine => ({
          text,
          ...{ x: 40 + 165 * Math.floor(index / rows) + indent, y: 60 + 12 * (index % rows) },
        }),
      );
      const read = textsOf(await importManuscript("a.pdf", await pdfOf([page])));
      const whole = entries.slice(0, read.length - 1);
      expect(read.slice(0, -1)).toEqual(whole);
      expect(entries[whole.length]).toContain(read.at(-1));
    }),
    { numRuns: runs(30) },
  );
});

const act = fc.record({
  sections: fc.array(fc.array(fc.constantFrom(0, 20, 40), { minLength: 1, maxLength: 2 }), {
    minLength: 2,
    maxLength: 3,
  }),
  notes: fc.integer({ min: 1, max: 3 }),
});

test("Paragraphs beside notes in the margin are as whole as others, however they are indented", async () => {
  const font = await embedTimes();
  await fc.assert(
    fc.asyncProperty(act, async ({ sections, notes }) => {
      const nextSentence = createSentences();
      const [page, paragraphs, margin]: [SetLine[], string[], string[]] = [[], [], []];
      let y = 60;
      for (const indents of sections) {
        for (const [index, indent] of [0, ...indents].entries()) {
          const paragraph = nextSentence(20);
          paragraphs.push(paragraph);
          for (const [row, text] of breakParagraph(paragraph, 240 - indent, font, 0).entries()) {
            page.push({ text, x: 40 + indent, y });
            if (index === 0 && row < notes) {
              const note = `Note of ${elementAt(WORDS, margin.length)}`;
              margin.push(note);
              page.push({ text: note, x: 300, y: y - 1 - row, size: 7 });
            }
            y += 12;
          }
          y += 8;
        }
      }
      const read = textsOf(await importManuscript("a.pdf", await pdfOf([page])));
      expect(read.filter((text) => !text.startsWith("Note"))).toEqual(paragraphs);
    }),
    { numRuns: runs(30) },
  );
});

/** Sets a paragraph whose first lines are beside an initial, at the beginning of a page. */
function setBesideInitial(paragraph: string, initial: string, font: PDFFont): readonly SetLine[] {
  const size = 34;
  const room = font.widthOfTextAtSize(initial, size) + 4;
  const words = breakParagraph(paragraph, 300, font, room);
  const first = words[0] ?? "";
  const [second = "", ...others] = breakParagraph(
    paragraph.slice(first.length + 1),
    300,
    font,
    room,
  );
  return [
    { text: initial, x: 50, y: 84, size },
    { text: first, x: 50 + room, y: 72 },
    { text: second, x: 50 + room, y: 84 },
    ...others.map((text, row) => ({ text, x: 50, y: 96 + 12 * row })),
  ];
}

test("The large number of a chapter is before its first verse, as its mark if the verses have some", async () => {
  const font = await embedTimes();
  const chapter = fc.record({ number: fc.integer({ min: 1, max: 150 }), hasVerses: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(chapter, async ({ number, hasVerses }) => {
      const nextSentence = createSentences();
      const verses = [nextSentence(30), nextSentence(20), nextSentence(25)];
      const [first = "", ...others] = verses;
      const page = [...setBesideInitial(first, String(number), font)];
      for (const [index, verse] of others.entries()) {
        const top = 72 + 12 * page.length + 20;
        const label = String(index + 2);
        if (hasVerses) page.push({ text: label, x: 50, y: top - 3, size: 6 });
        for (const [row, text] of breakParagraph(verse, 300, font, 8).entries()) {
          page.push({ text, x: row === 0 ? 54 : 50, y: top + 12 * row });
        }
      }
      const read = await importManuscript("a.pdf", await pdfOf([page]));
      const expected = hasVerses
        ? verses.map((verse, index) => `[^v${index === 0 ? number : index + 1}]${verse}`)
        : [`${number} ${first}`, ...others];
      const texts = hasVerses ? markedTextsOf(read) : textsOf(read);
      expect(texts.join(" ")).toBe(expected.join(" "));
    }),
    { numRuns: runs(30) },
  );
});

test("A short line that is centred above three columns is before all of them", async () => {
  const font = await embedTimes();
  const newspaper = fc.record({
    isBelowTitle: fc.boolean(),
    line: fc.constantFrom("Printed at Nore", "Three pence at the pier"),
  });
  await fc.assert(
    fc.asyncProperty(newspaper, async ({ isBelowTitle, line }) => {
      const nextSentence = createSentences();
      const page: SetLine[] = [];
      const centre = (text: string, y: number, size: number) => {
        page.push({ text, x: 200 - font.widthOfTextAtSize(text, size) / 2, y, size });
      };
      if (isBelowTitle) centre("THE NEWS OF THE HARBOUR", 40, 18);
      centre(line, 56, 9);
      const articles = [0, 1, 2].map((column) => {
        const article = nextSentence(45);
        for (const [row, text] of breakParagraph(article, 105, font, 0).entries()) {
          page.push({ text, x: 30 + 120 * column, y: 80 + 12 * row });
        }
        return article;
      });
      const read = await importManuscript("a.pdf", await pdfOf([page]));
      expect(textsOf(read)).toEqual([line, ...articles]);
    }),
    { numRuns: runs(20) },
  );
});

test.each([
  ["raised after a word", "the whale", -4],
  ["lowered in a formula", "the H", 3],
])(
  "A large number at the beginning of a paragraph is a word beside a 2 that is %s",
  async (_, before, shift) => {
    const font = await embedTimes();
    const words =
      "ships came to the harbour in the night, and the keeper of the lamp counted them from the tower until the morning came with fog over the sea, and the bread of the mayor was on the table.";
    const start = `He burned ${before}`;
    const end = 50 + font.widthOfTextAtSize(start, 10);
    const page = [
      ...setBesideInitial(words, "12", font),
      { text: start, x: 50, y: 150 },
      { text: "2", x: end, y: 150 + shift, size: 6 },
      { text: shift < 0 ? " in the lamp." : "O in the lamp.", x: end + 3, y: 150 },
    ];
    const [first] = textsOf(await importManuscript("a.pdf", await pdfOf([page])));
    expect(first).toBe(`12 ${words}`);
  },
);
