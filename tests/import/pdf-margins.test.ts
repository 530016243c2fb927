import fc from "fast-check";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { textsOf } from "./passages.ts";
import { pdfOf, type SetLine } from "./pdfs.ts";
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

test("numbers that begin the lines of a text are no numbers of lines", async () => {
  const years = [3, 9, 2, 7, 8, 4].map((number, index) => [
    { text: String(number), x: 42, y: 60 + 20 * index },
    { text: "ships went by the cape before the keeper slept at last", x: 70, y: 60 + 20 * index },
  ]);
  const read = await importManuscript("a.pdf", await pdfOf([years.flat()]));
  const written = JSON.stringify(read.content).match(/(?<=[" n])\d(?= |\s|")/g);
  expect(written).toEqual(["3", "9", "2", "7", "8", "4"]);
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
      const texts = textsOf(read).filter((text) => !text.startsWith("Q."));
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
