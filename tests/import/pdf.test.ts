import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { degrees, PDFDocument, StandardFonts } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { verify } from "../../commands/verify.ts";
import { elementAt } from "../../src/foundation/checked-access.ts";
import type { Manuscript } from "../../src/import/manuscript.ts";
import { createPdfReader, readPdf } from "../../src/import/pdf/pdf.ts";
import { wordsInContent } from "../../src/import/shared/lost-words.ts";
import { makeDrafts } from "../../src/import/writing/drafts.ts";
import { renderDocument } from "../../src/import/writing/render-document.ts";
import { inEnglish } from "../in-english.ts";
import { contextOf, expectKind, libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";
import { notesOf, passagesOf, textsOf } from "./passages.ts";
import { fillColumn, fontPdf, pdfOf, type SetLine, typeset, unicodePdf } from "./pdfs.ts";
import { readingError, readManuscript } from "./read-manuscripts.ts";

const WORDS =
  "we met by the old mill when rain had filled every ditch and nobody could say how long it would last".split(
    " ",
  );

/** Writes `count` different sentences, numbered from `from`. */
function sentences(count: number, from = 0): string {
  return Array.from({ length: count }, (_, index) => {
    const start = (from + index * 7) % WORDS.length;
    const words = [...WORDS.slice(start), ...WORDS.slice(0, start)].slice(0, 9 + (index % 8));
    return `Of day ${from + index}, ${words.join(" ")}.`;
  }).join(" ");
}

function lines(texts: readonly string[], y: number, x = 50, size = 10): readonly SetLine[] {
  return texts.map((text, index) => ({ text, x, y: y + index * size * 1.3, size }));
}

describe("paragraphs", () => {
  test("are joined from their lines, across pages", async () => {
    const paragraphs = [sentences(9), sentences(30, 20), sentences(14, 60), sentences(25, 80)];
    const pages = await typeset(paragraphs);
    expect(pages.length).toBeGreaterThan(1);
    expect(textsOf(await readManuscript(readPdf, await pdfOf(pages)))).toEqual(paragraphs);
  });

  test("keep a caret before brackets, which is Pandoc’s note only in text that is written as markup", async () => {
    const text = "The power x^[n + 1] grows with every term, and so does y^[2 n] below it.";
    const pdf = await pdfOf(await typeset([text]));
    expect(textsOf(await readManuscript(readPdf, pdf))).toEqual([text]);
  });

  test("keep every character, even if it is markup in Markdown", async () => {
    const word = fc
      .array(fc.constantFrom(..."abcxyzABC019*_#`[]()<>&|~+!.,;:'\"\\/$%^=“”’—é"), {
        minLength: 1,
        maxLength: 8,
      })
      .map((letters) => letters.join(""));
    const paragraph = fc
      .array(word, { minLength: 5, maxLength: 60 })
      .map((words) => words.join(" "))
      // These are marks and notes, which are not words: a label in brackets, and a paragraph below a sign that refers to it.
      .filter((text) => !/\[[^\s[\]]{1,8}\]|^\*.*\S\*/.test(text));
    await fc.assert(
      fc.asyncProperty(paragraph, async (text) => {
        const pdf = await pdfOf(await typeset([text]));
        const texts = textsOf(await readManuscript(readPdf, pdf)).join(" ");
        expect(texts.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
      { numRuns: runs(20) },
    );
  });

  test("are separated by space if none is indented", async () => {
    const page = [
      ...lines(["The first paragraph has these two lines, of which one", "is full."], 60),
      ...lines(["The second one stands farther below, and it has again", "two lines."], 110),
    ];
    expect(textsOf(await readManuscript(readPdf, await pdfOf([page])))).toEqual([
      "The first paragraph has these two lines, of which one is full.",
      "The second one stands farther below, and it has again two lines.",
    ]);
  });

  test("keep the line breaks of verse", async () => {
    const verse = ["A line of ours", "another, and the last", "of three", "and four"];
    const page = [...lines([sentences(1), sentences(1, 3)], 60), ...lines(verse, 120)];
    expect(textsOf(await readManuscript(readPdf, await pdfOf([page])))).toContain(verse.join("\n"));
  });
});

describe("hyphens at line ends", () => {
  async function readLines(...texts: readonly string[]) {
    return readManuscript(readPdf, await pdfOf([lines(texts, 60)]));
  }

  test("are removed from divided words, with a remark", async () => {
    const manuscript = await readLines(
      "Nobody knew how the exam-",
      "ple had come to be there at all.",
    );
    expect(textsOf(manuscript)).toEqual([
      "Nobody knew how the example had come to be there at all.",
    ]);
    expect(manuscript.remarks.map(inEnglish)).toEqual([
      "Hyphens at the ends of lines were removed (1): “example”.",
    ]);
  });

  test("stay if the file spells the word with a hyphen elsewhere", async () => {
    const manuscript = await readLines(
      "It was a well-known place, and whoever came to the well-",
      "known place had heard of it.",
    );
    expect(textsOf(manuscript)).toEqual([
      "It was a well-known place, and whoever came to the well-known place had heard of it.",
    ]);
    expect(manuscript.remarks.map(inEnglish)).toEqual([
      "Hyphens at the ends of lines were kept as part of the word (1): “well-known”.",
    ]);
  });

  test.each(["-", "–"])("stay between the numbers of a range: %s", async (dash) => {
    const manuscript = await readLines(
      `The letters of the keeper, of 1907${dash}`,
      "1909, were bought by the inn.",
    );
    expect(textsOf(manuscript)).toEqual([
      `The letters of the keeper, of 1907${dash}1909, were bought by the inn.`,
    ]);
  });

  test("stay before a capital letter", async () => {
    const manuscript = await readLines(
      "The letters went over the Anglo-",
      "Saxon lands to the north.",
    );
    expect(textsOf(manuscript)).toEqual([
      "The letters went over the Anglo-Saxon lands to the north.",
    ]);
  });
});

describe("furniture", () => {
  test("is removed, page numbers included, with a remark", async () => {
    const paragraphs = [sentences(40), sentences(60, 40), sentences(50, 100)];
    const body = await typeset(paragraphs);
    const pages = body.map((page, index) => [
      { text: "LETTERS FROM A MILL", x: 150, y: 30, size: 8 },
      ...page,
      { text: `${index + 7}`, x: 195, y: 580, size: 8 },
    ]);
    expect(pages.length).toBeGreaterThan(3);
    const manuscript = await readManuscript(readPdf, await pdfOf(pages));
    expect(textsOf(manuscript)).toEqual(paragraphs);
    expect(manuscript.remarks.map(inEnglish)).toEqual([
      `Lines at the head or foot of pages were left out: “LETTERS FROM A MILL” (${pages.length}).`,
      `Page numbers (${pages.length}) were left out.`,
    ]);
  });

  test.each([
    ["11/30/26, 1:27 PM", "The Mill", "https://mill.example/letters.html", "1/1"],
    ["30.11.26, 13:27", "The Mill", "file:///home/letters.html", "1/1"],
    ["The Mill", "https://mill.example/", "1 of 1", "2026-11-30, 13:27"],
    ["The Mill", "https://mill.example/", "1 von 1", "30.11.2026, 13:27"],
  ])("is what a browser prints on a single page: %s", async (...printed) => {
    const [left = "", right = "", footLeft = "", footRight = ""] = printed;
    const body = lines([sentences(1), sentences(1, 5)], 60);
    const page = [
      { text: left, x: 24, y: 22, size: 7 },
      { text: right, x: 220, y: 22, size: 7 },
      ...body,
      { text: footLeft, x: 24, y: 585, size: 7 },
      { text: footRight, x: 340, y: 585, size: 7 },
    ];
    const manuscript = await readManuscript(readPdf, await pdfOf([page]));
    expect(textsOf(manuscript).join(" ").replaceAll("\n", " ")).toBe(
      `${sentences(1)} ${sentences(1, 5)}`,
    );
    expect(manuscript.remarks.map(inEnglish)).toEqual([
      `Lines at the head or foot of pages were left out: “${left} ${right}” (1), “${footLeft} ${footRight}” (1).`,
    ]);
  });

  test("is the number of a single page, but no address or date of a letter", async () => {
    const letter = lines(
      [
        "https://mill.example",
        "11/30/26, 1:27 PM",
        sentences(1),
        sentences(1, 5),
        "1/2 of it",
        "9",
      ],
      60,
    );
    const number = { text: "– 1 –", x: 195, y: 580 };
    const manuscript = await readManuscript(readPdf, await pdfOf([[...letter, number]]));
    expect(textsOf(manuscript).join(" ").replaceAll("\n", " ")).toBe(
      letter.map(({ text }) => text).join(" "),
    );
    expect(manuscript.remarks.map(inEnglish)).toContain("Page numbers (1) were left out.");
  });

  test("is no page that repeats as a whole", async () => {
    const letter = lines(["May 5, 1873", "To whom it may concern:", "The boat has come."], 60);
    const manuscript = await readManuscript(readPdf, await pdfOf([letter, letter]));
    expect(
      textsOf(manuscript)
        .join(" ")
        .match(/The boat has come\./g),
    ).toHaveLength(2);
    expect(manuscript.remarks).toEqual([]);
  });

  test("is no line of the text that happens to repeat at the foot or the head of pages", async () => {
    const edges = fc.tuple(fc.constantFrom(0, -1), fc.integer({ min: 3, max: 4 }));
    await fc.assert(
      fc.asyncProperty(edges, async ([edge, count]) => {
        const pages = (await typeset([sentences(150)]))
          .slice(0, count)
          .map((page, index) => [
            { text: "LETTERS FROM A MILL", x: 150, y: 30 },
            ...page.map((line) => (line === page.at(edge) ? { ...line, text: "and rain." } : line)),
            { text: `${index + 7}`, x: 195, y: 580 },
          ]);
        const manuscript = await readManuscript(readPdf, await pdfOf(pages));
        expect(
          textsOf(manuscript)
            .join(" ")
            .match(/and rain\./g),
        ).toHaveLength(count);
        expect(manuscript.remarks.map(inEnglish)).toEqual([
          `Lines at the head or foot of pages were left out: “LETTERS FROM A MILL” (${count}).`,
          `Page numbers (${count}) were left out.`,
        ]);
      }),
      { numRuns: runs(4) },
    );
  });

  test("has several lines, of which only one may be far from the text", async () => {
    const pages = (await typeset([sentences(150)]))
      .slice(0, 4)
      .map((page) => [
        { text: "LETTERS FROM A MILL", x: 150, y: 22 },
        { text: "PRINTED FOR ITS FRIENDS", x: 150, y: 35 },
        ...page,
      ]);
    const manuscript = await readManuscript(readPdf, await pdfOf(pages));
    expect(textsOf(manuscript).join(" ")).not.toMatch(/MILL|FRIENDS/);
  });

  test("does not include a line that appears only once", async () => {
    const pages = await typeset([sentences(60)]);
    const first = pages.map((page, index) =>
      index === 0 ? [{ text: "Found in a mill", x: 150, y: 30 }, ...page] : page,
    );
    const texts = textsOf(await readManuscript(readPdf, await pdfOf(first)));
    expect(texts[0]).toBe("Found in a mill");
  });
});

describe("the page layout", () => {
  test("of two columns is read column by column, after a line that spans both", async () => {
    const left = sentences(9);
    const right = sentences(9, 30);
    const [leftPage = []] = await typeset([left], { x: 40, width: 150 });
    const [rightPage = []] = await typeset([right], { x: 215, width: 150 });
    const spanning =
      "This line goes over both of the columns, as the summary of a paper does it often.";
    const page = [{ text: spanning, x: 40, y: 40 }, ...leftPage, ...rightPage];
    // The order of the text in the file does not matter.
    const mixed = page.toSorted((a, b) => a.y - b.y || a.x - b.x);
    expect(textsOf(await readManuscript(readPdf, await pdfOf([mixed])))).toEqual([
      spanning,
      left,
      right,
    ]);
  });

  test("has headings in larger fonts, with levels by size", async () => {
    const page = [
      ...lines(["A Book of Ours"], 50, 50, 22),
      ...lines(["The First Chapter"], 90, 50, 15),
      ...lines([sentences(1), sentences(1, 5), sentences(1, 9)], 120),
      ...lines(["The Second Chapter"], 200, 50, 15),
      ...lines(["A few words."], 230),
    ];
    const passages = passagesOf(await readManuscript(readPdf, await pdfOf([page])));
    expect(passages.at(0)?.headings).toEqual(["A Book of Ours", "The First Chapter"]);
    expect(passages.at(-1)).toEqual({
      text: "A few words.",
      headings: ["A Book of Ours", "The Second Chapter"],
    });
  });

  test("has footnotes, which are moved to the end so that they interrupt no paragraph", async () => {
    const paragraph = sentences(45);
    const pages = await typeset([paragraph]);
    const noted = pages.map((page, index) =>
      index === 0 ? [...page, { text: "1 A note of the editor.", x: 50, y: 575, size: 7 }] : page,
    );
    const manuscript = await readManuscript(readPdf, await pdfOf(noted));
    expect(textsOf(manuscript)).toEqual([paragraph]);
    expect(notesOf(manuscript)).toEqual(["A note of the editor."]);
    expect(manuscript.remarks.map(inEnglish).join(" ")).toContain("was moved to the end");
  });
});

test.each([
  ["The lamp", "(1)", "The lamp failed."],
  ["The lamp", "1)", "The lamp failed."],
  ["It was 10", "-3", "It was 10⁻³ failed."],
  ["It was Ca", "2+", "It was Ca²⁺ failed."],
  ["The lamp", "16a", "The lamp failed."],
  ["The lamp", "12", "The lamp failed."],
  ["The 1", "st", "The 1st failed."],
  ["The lamp", "*", "The lamp failed."],
  ["The lamp.", "**", "The lamp. failed."],
  ["It was x", "*", "It was x* failed."],
])("a raised number is a mark or an exponent: %s%s", async (before, raised, text) => {
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.TimesRoman);
  const x = 50 + font.widthOfTextAtSize(before, 10);
  const line = [
    { text: before, x: 50, y: 100 },
    { text: raised, x, y: 96, size: 6 },
    { text: " failed.", x: x + font.widthOfTextAtSize(raised, 6), y: 100 },
  ];
  expect(textsOf(await readManuscript(readPdf, await pdfOf([line])))).toEqual([text]);
});

test.each([0, 1, 2])("an exponent %d points after its base is no mark", async (distance) => {
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.TimesRoman);
  const x = 50 + font.widthOfTextAtSize("It was 10", 10) + distance;
  const line = [
    { text: "It was 10", x: 50, y: 100 },
    { text: "6", x, y: 96, size: 6 },
    { text: "grains", x: x + 6, y: 100 },
  ];
  const manuscript = await readManuscript(readPdf, await pdfOf([line]));
  expect(textsOf(manuscript)).toEqual(["It was 10⁶ grains"]);
});

/** Creates a PDF with one page whose font is not in the file. */
function eastAsianPdf(ordering: string, encoding: string, shown: readonly string[]): Uint8Array {
  const content = `BT /F 12 Tf ${shown.join(" ")} ET`;
  return fontPdf(content, [
    `<</Type/Font/Subtype/Type0/BaseFont/Lamp/Encoding/${encoding}/DescendantFonts[6 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/Lamp/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/FontDescriptor 7 0 R/DW 1000>>`,
    `<</Type/FontDescriptor/FontName/Lamp/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>`,
  ]);
}

describe("text in Chinese characters or Hangul, in a font that is not in the file", () => {
  test.each([
    ["GB1", "UniGB", "守灯人，数了（三艘）船、「灯灭了」。"],
    ["CNS1", "UniCNS", "守燈人，數了（三艘）船、「燈滅了」。"],
    ["Japan1", "UniJIS", "灯台守は、（三艘の）船を、「灯が消えた」。"],
    ["Korea1", "UniKS", "등대지기는 배 세 척을 세었다."],
  ])("is read in lines and in columns: %s", async (ordering, map, text) => {
    // The second of three lines is full, so that they are one paragraph.
    const lines = [text, `${text}${text}`.slice(0, 28), text];
    for (const direction of ["H", "V"]) {
      const shown = lines.map((line, index) => {
        const hex = Buffer.from(line, "utf16le").swap16().toString("hex");
        const [x, y] = direction === "H" ? [40, 360 - 18 * index] : [350 - 18 * index, 380];
        return `1 0 0 1 ${x} ${y} Tm <${hex}> Tj`;
      });
      const pdf = eastAsianPdf(ordering, `${map}-UTF16-${direction}`, shown);
      const manuscript = await readManuscript(readPdf, pdf);
      expect(textsOf(manuscript).join("").replaceAll(" ", "")).toBe(
        lines.join("").replaceAll(" ", ""),
      );
      expect(manuscript.remarks).toEqual([]);
    }
  });
});

describe("words that never were beside each other", () => {
  const words = (count: number, seed: number) =>
    Array.from({ length: count }, (_, index) => `w${seed}x${index}`).join(" ");
  const column = (name: number, x: number, y: number, leading: number, count: number, size = 10) =>
    Array.from({ length: count }, (_, line) => ({
      ...{ text: `${words(4, 100 * name + line)}`, x, y: y + leading * line, size },
    }));

  test.each([
    [
      "three columns",
      [column(1, 30, 60, 13, 30, 6), column(2, 140, 60, 13, 30, 6), column(3, 250, 60, 13, 30, 6)],
    ],
    ["a sidebar in smaller letters", [column(1, 40, 60, 13, 36), column(2, 290, 160, 11, 9, 4)]],
  ])("are not joined on a page with %s", async (_, columns) => {
    const expected = columns.map((lines) => lines.map(({ text }) => text).join(" "));
    const manuscript = await readManuscript(readPdf, await pdfOf([columns.flat()]));
    const text = [...textsOf(manuscript), ...notesOf(manuscript)].join(" ").replaceAll("\n", " ");
    for (const one of expected) expect(text).toContain(one);
  });

  test.each([
    [
      "곶의 등대",
      "서른 마르크",
      "오래된 종",
      "열두 마르크",
      "등지기의 배",
      "마흔 마르크",
      "밧줄과 닻",
      "일곱 마르크",
    ],
    [
      "Маяк на мысе",
      "тридцать",
      "Старый колокол",
      "двенадцать",
      "Лодка",
      "сорок марок",
      "Верёвка",
      "семь марок",
    ],
    [
      "Light at cape",
      "thirty marks",
      "The old bell",
      "twelve",
      "The boat",
      "forty marks",
      "Rope",
      "seven",
    ],
  ])("are not joined over the gap between the cells of a table: %s", async (...cells) => {
    for (let x = 130; x <= 210; x += 10) {
      const rows = [0, 2, 4, 6].map(
        (at) =>
          [
            [50, cells[at] ?? ""],
            [x, cells[at + 1] ?? ""],
          ] as const,
      );
      const text = textsOf(await readManuscript(readPdf, unicodePdf(rows))).join("\n");
      for (let at = 0; at < 8; at += 2) expect(text).not.toContain(`${cells[at]} ${cells[at + 1]}`);
    }
  });

  test.each([1, 2])(
    "are not joined over a box of %d lines at the foot of a page",
    async (count) => {
      const text = column(1, 50, 60, 15, 26);
      const box = ["The price of oil", "and of rope, and"].slice(0, count);
      const boxed = box.map((line, index) => ({ text: line, x: 75, y: 500 + 15 * index }));
      const pages = [[...text, ...boxed], column(2, 50, 60, 15, 26)];
      const texts = textsOf(await readManuscript(readPdf, await pdfOf(pages)));
      expect(texts.filter((one) => one.includes("price"))).toEqual([
        expect.stringMatching(/^The price of oil(?:\sand of rope, and)?$/),
      ]);
    },
  );

  test("are not quoted from a table, although columns are above and below it", async () => {
    const cells = ["Item", "Price", "Count", "Sum"].flatMap((title, at) =>
      Array.from({ length: 5 }, (_, row) => ({
        text: `${title}${row}`,
        x: 40 + 90 * at,
        y: 260 + 13 * row,
        size: 9,
      })),
    );
    const above = [...column(1, 40, 60, 13, 14, 8), ...column(2, 210, 60, 13, 14, 8)];
    const below = [...column(3, 40, 350, 13, 14, 8), ...column(4, 210, 350, 13, 14, 8)];
    for (const page of [[...above, ...cells, ...below], cells]) {
      const lines = [...page, { text: "A few words.", x: 40, y: 560 }];
      const manuscript = await readManuscript(readPdf, await pdfOf([lines]));
      expect(textsOf(manuscript).join(" ")).not.toMatch(/Item|Price|Count|Sum/);
      expect(manuscript.remarks.map(inEnglish).join(" ")).toContain("columns, tables or formulas");
    }
  });
});

test("letters that are set below each other are columns from right to left", async () => {
  const words = "灯台守は三艘の船を数えたが夜に灯が消えた。";
  const columns = [words, words.slice(0, 12) + words.slice(0, 9), words];
  const shown = columns.flatMap((column, index) =>
    [...column].map((letter, row) => {
      const hex = Buffer.from(letter, "utf16le").swap16().toString("hex");
      return `1 0 0 1 ${350 - 20 * index} ${380 - 12 * row} Tm <${hex}> Tj`;
    }),
  );
  const manuscript = await readManuscript(readPdf, eastAsianPdf("Japan1", "UniJIS-UTF16-H", shown));
  expect(textsOf(manuscript).join("")).toBe(columns.join(""));
});

describe("text from right to left", () => {
  const asDrawn = (text: string) => [...text].toReversed().join("");
  const HEBREW = "שלום לכם ילדים, המים חמים";
  const ARABIC = "السفينة الكبيرة وصلت الى المدينة";

  test.each([HEBREW, ARABIC])(
    "reads forwards, whether a file has it as drawn or as read: %s",
    async (text) => {
      const drawn = await readManuscript(readPdf, unicodePdf([[[50, asDrawn(text)]]]));
      expect(textsOf(drawn)).toEqual([text]);
      expect(drawn.remarks).toEqual([]);
      const read = await readManuscript(readPdf, unicodePdf([[[50, text]]]));
      expect(textsOf(read)).toEqual([text]);
      expect(read.remarks.map(inEnglish)).toEqual([
        "Words from right to left run backwards in this file, and were turned around. Compare some of them with the print.",
      ]);
    },
  );

  test("is left as it is, with a remark, if some of it runs backwards and some does not", async () => {
    const both = unicodePdf([[[50, asDrawn(HEBREW)]], [[50, HEBREW]]]);
    const { remarks } = await readManuscript(readPdf, both);
    expect(remarks.map(inEnglish).join(" ")).toContain("and others do not");
  });

  test("keeps numbers and Latin words in it forwards", async () => {
    const read = await readManuscript(
      readPdf,
      unicodePdf([[[50, `${HEBREW} 1851 Ada Quill המים`]]]),
    );
    expect(textsOf(read)).toEqual([`${HEBREW} 1851 Ada Quill המים`]);
  });

  test("has the letters that were typed, not those that a font draws", async () => {
    const drawn = await readManuscript(readPdf, unicodePdf([[[50, asDrawn("اﻟﻌﺮﺑﻴﺔ ﻻ")]]]));
    expect(textsOf(drawn)).toEqual(["العربية لا"]);
  });

  test("is not quoted where the ligatures of a font swap their letters", async () => {
    const text = "السفينة الأولى والإبحار في الآونة الأخيرة الى المنارة خلال العام";
    // A single glyph has both letters, and pdf.js turns around what it means.
    const ligatures = (drawn: string) => drawn.replace(/([اأإآ])ل/g, "ل$1");
    const certain = "وصلت سفينة كبيرة في يوم جميل";
    const manuscript = await readManuscript(
      readPdf,
      unicodePdf([[[50, ligatures(asDrawn(text))]], [[50, asDrawn(certain)]]]),
    );
    expect(textsOf(manuscript)).toEqual([certain]);
    expect(manuscript.remarks.map(inEnglish).join(" ")).toMatch(
      /swaps the characters.*with uncertain characters/,
    );
    const spelt = await readManuscript(readPdf, unicodePdf([[[50, asDrawn(text)]]]));
    expect(textsOf(spelt)).toEqual([text]);
  });

  test("and text of the other direction beside it each keep the order of their runs", async () => {
    const runs = [
      [40, "Ada"],
      [80, "Quill"],
      [140, asDrawn("ילדים")],
      [180, asDrawn("שלום")],
    ] as const;
    const english = await readManuscript(
      readPdf,
      unicodePdf([[...runs, [230, "said the keeper of the light"]]]),
    );
    expect(textsOf(english)).toEqual(["Ada Quill שלום ילדים said the keeper of the light"]);
    const hebrew = await readManuscript(readPdf, unicodePdf([[...runs, [230, asDrawn(HEBREW)]]]));
    expect(textsOf(hebrew)).toEqual([`${HEBREW} שלום ילדים Ada Quill`]);
  });
});

describe("text that cannot be read", () => {
  const readCase = async (name: string, maps: string | undefined) => {
    const bytes = await readFile(new URL(`cases/${name}`, import.meta.url));
    return createPdfReader(maps)({ name, bytes });
  };

  test("is named with the character maps that are missing, and what to install", async () => {
    const japanese = await readCase("pdf-japanese-cmap.pdf", undefined);
    expect("error" in japanese && inEnglish(japanese.error)).toBe(
      "The text of this PDF needs character maps that are not installed: 90ms-RKSJ-H. Run `npm install pdfjs-dist@5` to read it, and import the file again.",
    );
    const mixed = await readCase("pdf-mixed-korean.pdf", undefined);
    expect(
      "error" in mixed ? [] : mixed.manuscripts.flatMap(({ remarks }) => remarks.map(inEnglish)),
    ).toEqual([
      "Text from page 1 on needs character maps that are not installed: KSCms-UHC-H. It was left out. Run `npm install pdfjs-dist@5` to read it, and import the file again.",
    ]);
  });

  test("is read if few words without vowels repeat, as in a drawing", async () => {
    const labels = Array.from({ length: 40 }, (_, index) => ({
      text: index % 2 === 0 ? "tr" : "td",
      x: 50,
      y: 60 + 13 * index,
    }));
    const manuscript = await readManuscript(readPdf, await pdfOf([labels]));
    expect(wordsInContent(manuscript.content).join(" ").match(/t[rd]/g)).toHaveLength(40);
  });

  test("is never garbage: a font without a map to letters is named with its page", async () => {
    const cipher = (text: string) =>
      [...text].map((letter) => (letter.charCodeAt(0) - 29).toString(16).padStart(4, "0")).join("");
    const content = `BT /F 12 Tf 50 500 Td <${cipher("The lamp was lit at dusk.")}> Tj 0 -20 Td /G 12 Tf (The keeper wrote.) Tj ET`;
    const pdf = fontPdf(content, [
      `<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Lamp/Encoding/Identity-H/DescendantFonts[6 0 R]>>`,
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Lamp/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R/DW 500>>`,
      `<</Type/FontDescriptor/FontName/ABCDEF+Lamp/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>`,
      `<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>`,
    ]);
    const manuscript = await readManuscript(readPdf, pdf);
    expect(textsOf(manuscript)).toEqual(["The keeper wrote."]);
    expect(manuscript.remarks.map(inEnglish)).toEqual([
      "Pages with text in the font “Lamp” that cannot be mapped to letters, and was left out: 1.",
    ]);
  });

  test("is never garbage: letters of two scripts in a word show a font without a map to letters", async () => {
    const scripts = ["אבגד", "ابتث", "абвг", "աբգդ", "कखगघ", "กขคง", "ᐁᐃᐅᐊ", "ꀀꀁꀂꀃ"];
    const pairs = fc.uniqueArray(fc.integer({ min: 0, max: scripts.length - 1 }), {
      minLength: 2,
      maxLength: 2,
    });
    const isKnown = ([one = 0, other = 0]: readonly number[]) => Math.min(one, other) < 6;
    await fc.assert(
      fc.asyncProperty(pairs.filter(isKnown), async ([one = 0, other = 0]) => {
        const [letters, others] = [elementAt(scripts, one), elementAt(scripts, other)];
        const read = async (text: string) => {
          const bytes = unicodePdf([[[50, text]]]);
          const result = await createPdfReader(undefined)({ name: "a.pdf", bytes });
          return "error" in result ? inEnglish(result.error) : "";
        };
        expect(await read(`${letters}${others}`)).toContain("cannot be mapped");
        const beside = ["μ", "a", "灯", "は", "ハ", "등"].map(
          (one) => `${letters}${one} ${one}${letters}`,
        );
        expect(await read(`${letters} ${others} ${beside.join(" ")}`)).toBe("");
      }),
      { numRuns: runs(20) },
    );
  });

  test("is never garbage: a font that lengthens Arabic lines by a letter is left out", async () => {
    const words = [
      "الحارس",
      "المصباح",
      "الغروب",
      "البحر",
      "السفن",
      "الرأس",
      "الظلام",
      "الليل",
      "الصباح",
      "الريح",
    ];
    const lengthen = (word: string, letter: string, times: number) =>
      `${word.slice(0, 3)}${letter.repeat(times)}${word.slice(3)}`;
    const shown = fc.record({
      letter: fc.constantFrom("و", "ا", "ن"),
      times: fc.integer({ min: 0, max: 6 }),
      count: fc.integer({ min: 0, max: words.length }),
    });
    await fc.assert(
      fc.asyncProperty(shown, async ({ letter, times, count }) => {
        const line = words.map((word, index) =>
          index < count ? lengthen(word, letter, times) : word,
        );
        const bytes = unicodePdf([
          [[20, line.slice(0, 5).join(" ")]],
          [[20, line.slice(5).join(" ")]],
        ]);
        const result = await createPdfReader(undefined)({ name: "a.pdf", bytes });
        expect("error" in result).toBe(count >= 8 && times > 2);
      }),
      { numRuns: runs(30) },
    );
  });

  test("is not turned text of a whole page, which is read as if it were upright", async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.TimesRoman);
    for (const angle of [90, 180, 270, 30]) {
      const page = pdf.addPage([400, 400]);
      const rotate = degrees(angle);
      page.drawText(`We met by the mill, ${angle}.`, { x: 200, y: 200, size: 10, font, rotate });
    }
    const manuscript = await readManuscript(readPdf, await pdf.save());
    expect(textsOf(manuscript).join(" ")).toBe(
      "We met by the mill, 90. We met by the mill, 180. We met by the mill, 270.",
    );
    expect(manuscript.remarks.map(inEnglish)).toEqual([
      "Pages with text in another direction, which was left out: 4.",
    ]);
  });
});

/** Returns the quotations that are exact in the document that a manuscript becomes. */
function exactOf(quotations: readonly string[], manuscript: Manuscript): readonly string[] {
  const made = makeDrafts("a.pdf", [manuscript], { metadata: { title: "T" } });
  const [draft] = "error" in made ? [] : made.drafts;
  const file = draft && renderDocument(draft, "text");
  if (file === undefined || "error" in file) throw new Error("No document was made.");
  const context = contextOf(libraryOf({ "a.md": Buffer.from(file.bytes).toString() }));
  return quotations.filter((text) => {
    const { verdict } = expectKind("verification", verify.respond({ text }, context));
    return verdict.kind === "exact";
  });
}

/** Returns a word of four letters that no other number has. */
function uniqueWord(index: number): string {
  return [...String(index + 1000)].map((digit) => "abcdefghij"[Number(digit)]).join("");
}

describe("words that never stood together", () => {
  test("are not read across a gutter, however narrow, nor divided at wide spaces", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 6, max: 30 }), async (gutter) => {
        const left = sentences(9);
        const right = sentences(9, 30);
        const [leftPage = []] = await typeset([left], { x: 40, width: 150 });
        const [rightPage = []] = await typeset([right], { x: 190 + gutter, width: 150 });
        const page = [...leftPage, ...rightPage].toSorted((a, b) => a.y - b.y || a.x - b.x);
        expect(textsOf(await readManuscript(readPdf, await pdfOf([page]))).join(" ")).toBe(
          `${left} ${right}`,
        );
      }),
      { numRuns: runs(6) },
    );
    const spaced = (await typeset([sentences(20)], { width: 200 }))[0] ?? [];
    const words = spaced.flatMap(({ text, x, y }) =>
      text.split(" ").map((word, index, all) => {
        const before = all.slice(0, index).join("").length;
        return { text: word, x: x + 5 * before + 8 * index, y };
      }),
    );
    const texts = textsOf(await readManuscript(readPdf, await pdfOf([words])));
    expect(texts.join(" ")).toBe(spaced.map(({ text }) => text).join(" "));
  });

  test("are not read across a box, a note at the margin or a row of a table", async () => {
    const layout = fc.record({
      kind: fc.constantFrom("box", "note", "table"),
      gap: fc.integer({ min: 8, max: 24 }),
      shift: fc.constantFrom(0, 3),
      rows: fc.integer({ min: 4, max: 9 }),
      isLeft: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(layout, async ({ kind, gap, shift, rows, isLeft }) => {
        let count = 0;
        const pairs: string[] = [];
        const quotations: string[] = [];
        const line = (words: number) =>
          Array.from({ length: words }, () => uniqueWord(count++)).join(" ");
        const page: SetLine[] = [];
        const put = (y: number, ...parts: readonly (readonly [number, string, number?])[]) => {
          for (const [index, [x, text, size]] of parts.entries()) {
            const isShifted = kind === "box" && index === (isLeft ? 0 : 1);
            page.push({ x, text, y: isShifted ? y + shift : y, ...(size && { size }) });
          }
          const [first, second] = parts.map(([, text]) => text.split(" "));
          if (first === undefined || second === undefined) return;
          pairs.push(`${first.at(-1)} ${second[0]}`);
          quotations.push([...first.slice(-3), ...second.slice(0, 3)].join(" "));
        };
        const y = (row: number) => 60 + 13 * row;
        for (let row = 0; row < 6; row++) put(y(row), [50, line(14)]);
        for (let row = 6; row < 6 + rows; row++) {
          // Four letters and a space are at most 22.5 points wide.
          if (kind === "box") {
            const box = line(4);
            const text = line(9);
            if (isLeft) put(y(row), [50, box], [50 + 90 + gap, text]);
            else put(y(row), [50, text], [50 + 202 + gap, box]);
          } else if (kind === "note") {
            if (row % 3 > 0) put(y(row), [50, line(14)]);
            else if (isLeft) put(y(row), [10, line(1), 7], [50, line(14)]);
            else put(y(row), [50, line(14)], [362 + gap, line(1), 7]);
          } else {
            const cells = [50, 130 + (row % 3) * 7, 230 - (row % 2) * 9, 320].map(
              (x) => [x, line(1 + (row % 2))] as const,
            );
            put(y(row), ...cells);
          }
        }
        for (let row = 7 + rows; row < 14 + rows; row++) put(y(row), [50, line(14)]);
        const manuscript = await readManuscript(readPdf, await pdfOf([page]));
        const texts = textsOf(manuscript).map((text) => ` ${text.replaceAll("\n", " ")} `);
        const glued = pairs.filter((pair) => texts.some((text) => text.includes(` ${pair} `)));
        expect(glued).toEqual([]);
        expect(exactOf(quotations, manuscript)).toEqual([]);
        const words = wordsInContent(manuscript.content).join(" ").match(/\w+/g);
        expect(words?.toSorted()).toEqual(
          Array.from({ length: count }, (_, at) => uniqueWord(at)).toSorted(),
        );
      }),
      { numRuns: runs(12) },
    );
  });

  test("are not read across the edge of a box or a column that is drawn by itself, however near it is", async () => {
    const layout = fc.record({
      lines: fc.integer({ min: 2, max: 7 }),
      gap: fc.integer({ min: 3, max: 16 }),
      width: fc.integer({ min: 80, max: 150 }),
      above: fc.integer({ min: 0, max: 6 }),
      isLeft: fc.boolean(),
      isFirst: fc.boolean(),
      isJustified: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        layout,
        async ({ lines, gap, width, above, isLeft, isFirst, isJustified }) => {
          let count = 0;
          const nextWord = () => uniqueWord(count) + "lmnopr".slice((5 * count++) % 7);
          const fill = (x: number, row: number, columnWidth: number, columnLines: number) =>
            fillColumn(nextWord, {
              ...{ x, y: 60 + 13 * row, width: columnWidth, lines: columnLines, isJustified },
            });
          const full = await fill(50, 0, 300, above);
          const box = await fill(isLeft ? 50 : 350 - width, above, width, lines);
          const beside = await fill(
            ...([isLeft ? 50 + width + gap : 50, above, 300 - width - gap, lines] as const),
          );
          const below = await fill(50, above + lines, 300, 8);
          const text = [...full, ...beside, ...below];
          const page = (isFirst ? [...box, ...text] : [...text, ...box]).flat();
          const manuscript = await readManuscript(readPdf, await pdfOf([page]));
          const [left, right] = isLeft ? [box, beside] : [beside, box];
          const quotations = left.map((line, index) =>
            [...line.slice(-3), ...elementAt(right, index).slice(0, 3)]
              .map((set) => set.text)
              .join(" "),
          );
          const texts = textsOf(manuscript).join("\n").replace(/\s+/g, " ");
          for (const [index, line] of left.entries()) {
            const pair = [line.at(-1), elementAt(right, index)[0]]
              .map((set) => set?.text)
              .join(" ");
            expect(` ${texts} `).not.toContain(` ${pair} `);
          }
          expect(exactOf(quotations, manuscript)).toEqual([]);
          const words = wordsInContent(manuscript.content).join(" ").match(/\w+/g);
          expect(words?.toSorted()).toEqual(page.map((set) => set.text).toSorted());
          // Three lines show a box that is much narrower than the text, so that it can be quoted.
          if (lines > 2 && above > 2 && width < 110) {
            const all = box.map((line) => line.map((set) => set.text).join(" ")).join(" ");
            expect(texts).toContain(all);
          }
        },
      ),
      {
        numRuns: runs(20),
        // A word fills a line of the box, the spaces between two words are wide, or lines are short.
        examples: [true, false].flatMap((isLeft) => [
          [{ lines: 3, gap: 3, width: 80, above: 3, isLeft, isFirst: false, isJustified: false }],
          [{ lines: 5, gap: 3, width: 81, above: 3, isLeft, isFirst: false, isJustified: false }],
          [{ lines: 3, gap: 5, width: 108, above: 5, isLeft, isFirst: false, isJustified: false }],
          [{ lines: 5, gap: 3, width: 93, above: 4, isLeft, isFirst: false, isJustified: true }],
        ]),
      },
    );
  });

  test("are not read across the cells of two rows that do not line up", async () => {
    const gaps = fc.array(fc.integer({ min: 9, max: 40 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(gaps, gaps), fc.nat(20), async (rows, indentation) => {
        const font = await (await PDFDocument.create()).embedFont(StandardFonts.TimesRoman);
        let count = 0;
        const cells = rows.map((row, index) => {
          let x = 50 + index * indentation;
          return [0, ...row].map((gap) => {
            const text = `${uniqueWord(count++)} ${uniqueWord(count++)}`;
            const cell = { text, x: x + gap, y: 120 + 13 * index };
            x = cell.x + font.widthOfTextAtSize(text, 10);
            return cell;
          });
        });
        const page = [...lines([sentences(1)], 60), ...cells.flat(), ...lines([sentences(1)], 170)];
        const manuscript = await readManuscript(readPdf, await pdfOf([page]));
        expect(textsOf(manuscript)).toEqual([sentences(1), sentences(1)]);
        expect(manuscript.remarks.map(inEnglish).join(" ")).toContain("in an uncertain order");
      }),
      // The cells of the first row end where the text does.
      { numRuns: runs(20), examples: [[[[39, 34], [9]], 0]] },
    );
  });

  test("are not quoted if columns or cells cannot be distinguished", async () => {
    const rows = Array.from({ length: 8 }, (_, index) => ({ y: 100 + 13 * index, index }));
    const page = [
      { text: "The keeper wrote down what the boats had brought.", x: 50, y: 60 },
      ...rows.flatMap(({ y, index }) => [
        { text: `Boat number ${index}`, x: 50, y },
        { text: `brought ${index + 20} barrels`, x: 50 + 90 + 7 * index, y },
      ]),
      { text: "He closed the book and slept.", x: 50, y: 230 },
    ];
    const manuscript = await readManuscript(readPdf, await pdfOf([page]));
    expect(textsOf(manuscript)).toEqual([
      "The keeper wrote down what the boats had brought.",
      "He closed the book and slept.",
    ]);
    expect(manuscript.content.map(({ type }) => type)).toEqual(["paragraph", "code", "paragraph"]);
    expect(manuscript.remarks.map(inEnglish).join(" ")).toContain("in an uncertain order");
  });

  test("are not an initial and the end of its paragraph", async () => {
    const page = [
      { text: "W", x: 50, y: 86, size: 36 },
      ...[
        "e met by the old mill when rain had filled",
        "every ditch, and nobody could say how",
      ].map((text, index) => ({ text, x: 88, y: 62 + index * 13 })),
      { text: "long it would last.", x: 50, y: 88 },
    ];
    expect(textsOf(await readManuscript(readPdf, await pdfOf([page])))).toEqual([
      "We met by the old mill when rain had filled every ditch, and nobody could say how long it would last.",
    ]);
  });
});

describe("the metadata of a PDF", () => {
  const page = lines(["A few words."], 60);

  test("contains the title and the author", async () => {
    const pdf = await pdfOf([page], { title: "A Mill", author: "Ann Example" });
    const { metadata } = await readManuscript(readPdf, pdf);
    expect(metadata).toEqual({ title: "A Mill", more: { author: "Ann Example" } });
  });

  test.each(["Microsoft Word - mill.doc", "mill.pdf", "Untitled"])(
    "does not contain a file name as the title: %s",
    async (title) => {
      expect((await readManuscript(readPdf, await pdfOf([page], { title }))).metadata).toEqual({});
    },
  );
});

test("text outside of the part of a page that is shown is not read", async () => {
  const page = [
    ...lines(["Job 4711, not for print."], 20),
    ...lines(["Three ships went by."], 200),
  ];
  const pdf = await PDFDocument.load(await pdfOf([page]));
  pdf.getPage(0).setCropBox(20, 20, 360, 540);
  const manuscript = await readManuscript(readPdf, await pdf.save());
  expect(textsOf(manuscript)).toEqual(["Three ships went by."]);
});

describe("pages without text", () => {
  test("are listed in a remark", async () => {
    const page = lines(["A few words."], 60);
    const { remarks } = await readManuscript(readPdf, await pdfOf([page, [], [], page, []]));
    expect(remarks.map(inEnglish)).toContain(
      "Pages without text, which may be pictures of it: 2–3, 5.",
    );
  });

  test("make a PDF unreadable if all are like that", async () => {
    expect(await readingError(readPdf, await pdfOf([[], []]))).toMatch(
      /^No text was found in this PDF/,
    );
  });
});

describe("a damaged or malicious PDF", () => {
  /** Creates a PDF by hand. The object 3 is a page. */
  function raw(pages: string, trailer = ""): Buffer {
    return Buffer.from(`%PDF-1.5
1 0 obj <</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while(true){})>>>> endobj
2 0 obj <</Type/Pages ${pages}>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>> endobj
4 0 obj <</Length 44>> stream
BT /F 12 Tf 50 500 Td (A few words.) Tj ET  
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R/Size 6 ${trailer}>>
%%EOF`);
  }

  test("is read as far as possible", async () => {
    const texts = textsOf(await readManuscript(readPdf, raw("/Kids[3 0 R]/Count 1")));
    expect(texts).toEqual(["A few words."]);
  });

  test.each([
    ["whose pages lead back to themselves", raw("/Kids[2 0 R 2 0 R]/Count 3")],
    ["that declares a billion pages", raw("/Kids[]/Count 1000000000")],
    ["that is cut off", raw("/Kids[3 0 R]/Count 1").subarray(0, 60)],
    ["that is something else", Buffer.from("<html>A page</html>")],
    ["that is empty", Buffer.alloc(0)],
  ])("is an error: one %s", async (_, bytes) => {
    expect(await readingError(readPdf, bytes)).toMatch(
      /^(?:No page of |No text was found in )?[Tt]his PDF\b.*\. .*\.$/,
    );
  });

  test("can declare a billion objects, or circular cross-reference tables", async () => {
    for (const trailer of ["/Size 1000000000", "/Prev 9", "/XRefStm 9 /Prev 0"]) {
      const texts = textsOf(await readManuscript(readPdf, raw("/Kids[3 0 R]/Count 1", trailer)));
      expect(texts).toEqual(["A few words."]);
    }
  });

  test("is an error if it needs a password", async () => {
    const encrypted = raw(
      "/Kids[3 0 R]/Count 1",
      `/Encrypt <</Filter/Standard/V 1/R 2/O<${"00".repeat(32)}>/U<${"11".repeat(32)}>/P -4>> /ID[<01><01>]`,
    );
    expect(await readingError(readPdf, encrypted)).toMatch(/^This PDF needs a password\./);
  });

  test("never makes the reader throw, whichever bytes are changed", async () => {
    const good = Buffer.from(await pdfOf([lines([sentences(1), sentences(1, 5)], 60)]));
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 20 }),
        fc.nat(good.length),
        async (changes, length) => {
          const bytes = Buffer.from(good);
          for (const [at, value] of changes) bytes[at] = value;
          const part = length % 3 === 0 ? bytes.subarray(0, length) : bytes;
          const reading = await readPdf({ name: "a.pdf", bytes: part }, { fields: new Map() });
          expect("error" in reading || reading.manuscripts.length === 1).toBe(true);
        },
      ),
      { numRuns: runs(40) },
    );
  });

  test("keeps its bytes", async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    const bytes = await pdf.save();
    const before = bytes.length;
    await readingError(readPdf, bytes);
    expect(bytes.length).toBe(before);
  });
});
