import fc from "fast-check";
import {
  beginText,
  degrees,
  endText,
  PDFDocument,
  PDFHexString,
  PDFName,
  StandardFonts,
  setFontAndSize,
  setTextMatrix,
  showText,
} from "pdf-lib";

/** How a book is set. Lengths are in points. */
export interface BookLayout {
  readonly pages: number;
  readonly columns: number;
  /** The width of a column. */
  readonly width: number;
  readonly gutter: number;
  /** The lines of a column, and those of a paragraph. */
  readonly lines: number;
  readonly paragraph: number;
  readonly isJustified: boolean;
  /** Whether a paragraph begins with an indented line, and not after a space. */
  readonly isIndented: boolean;
  readonly head: "none" | "title" | "title and number" | "two titles";
  readonly folio: "none" | "arabic" | "roman";
  /** The footnotes of a column. */
  readonly notes: number;
  /** The sign at the end of a divided word. */
  readonly hyphen: "" | "-" | "\u00ad";
  readonly hasInitial: boolean;
  readonly hasHeading: boolean;
  readonly turned: "none" | "margin" | "slanted";
  readonly hasUnmappedFont: boolean;
  readonly drawing: "by columns" | "by rows";
}

const anyLayouts: fc.Arbitrary<BookLayout> = fc.record({
  pages: fc.integer({ min: 1, max: 5 }),
  columns: fc.integer({ min: 1, max: 3 }),
  width: fc.integer({ min: 110, max: 280 }),
  gutter: fc.integer({ min: 12, max: 24 }),
  lines: fc.integer({ min: 14, max: 32 }),
  paragraph: fc.integer({ min: 3, max: 9 }),
  isJustified: fc.boolean(),
  isIndented: fc.boolean(),
  head: fc.constantFrom("none", "title", "title and number", "two titles"),
  folio: fc.constantFrom("none", "arabic", "roman"),
  notes: fc.integer({ min: 0, max: 2 }),
  hyphen: fc.constantFrom("", "-", "\u00ad"),
  hasInitial: fc.boolean(),
  hasHeading: fc.boolean(),
  turned: fc.constantFrom("none", "margin", "slanted"),
  hasUnmappedFont: fc.boolean(),
  drawing: fc.constantFrom("by columns", "by rows"),
});

/** Layouts whose running heads repeat on two pages or more, so that they can be known as such. */
export const bookLayouts = anyLayouts.filter(
  ({ head, pages }) => head !== "two titles" || pages > 3,
);

/** The words of a book, each as often as it is printed. */
export interface BookWords {
  /** Those of the paragraphs, in order. */
  readonly text: string[];
  readonly headings: string[];
  readonly notes: string[];
  readonly heads: string[];
  /** Those in another direction, and those in a font without a map to letters. */
  readonly turned: string[];
  readonly unmapped: string[];
}

/** Text at a place of a page, from the upper left corner. */
interface Print {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly angle?: number;
  readonly isUnmapped?: boolean;
}

const SIZE = 10;
const LEADING = 13;
const LEFT = 40;
const TOP = 70;
/** Below it, a column has only its notes. */
const BOTTOM = 520;
const SPACE = 2.5;
const INITIAL_WIDTH = 26;

/** Returns a word of letters that no other number has, nor a part of it. Lengths do not repeat in a pattern. */
export function wordOf(number: number): string {
  const digits = [...String(number)].map((digit) => "aeioubcdfg"[Number(digit)]).join("");
  const length = Math.floor(1000 * Math.abs(Math.sin(number))) % 6;
  return `q${digits}${"nerosa".slice(0, length)}t`;
}

/** Composes the pages of a book. `widthOf` returns the width of a text in the size of the paragraphs. */
function composeBook(layout: BookLayout, widthOf: (text: string) => number) {
  const words: BookWords = {
    ...{ text: [], headings: [], notes: [], heads: [], turned: [], unmapped: [] },
  };
  let count = 0;
  let noteCount = 0;
  const nextWords = (of: string[], many: number) => {
    const next = Array.from({ length: many }, () => wordOf(count++));
    of.push(...next);
    return next.join(" ");
  };
  const titles = [nextWords([], 2), nextWords([], 2)] as const;
  let lineOfParagraph = 0;
  let restOfWord = "";

  /** Fills a line with the next words. The last word of a line may be divided. */
  function fillLine(room: number, isLast: boolean, divides: boolean): readonly string[] {
    const line: string[] = [];
    if (restOfWord !== "") line.push(restOfWord);
    restOfWord = "";
    const fits = (next: string) =>
      line.length === 0 || widthOf([...line, next].join("")) + SPACE * line.length <= room;
    while (fits(wordOf(count))) line.push(nextWords(words.text, 1));
    if (isLast) return [...line.slice(0, -1), `${line.at(-1)}.`];
    const word = wordOf(count);
    const beginning = `${word.slice(0, 3)}${layout.hyphen}`;
    if (!divides || !fits(beginning)) return line;
    nextWords(words.text, 1);
    restOfWord = word.slice(3);
    return [...line, beginning];
  }

  function composeColumn(left: number, isFirst: boolean, isEnd: boolean): readonly Print[] {
    const prints: Print[] = [];
    const labels: string[] = [];
    let y = TOP;
    for (let line = 0; line < layout.lines && y < BOTTOM; line++) {
      const isLast =
        lineOfParagraph === layout.paragraph - 1 ||
        (isEnd && (line === layout.lines - 1 || y + LEADING >= BOTTOM));
      const isInitial = isFirst && layout.hasInitial && line < 2;
      if (lineOfParagraph === 0 && line > 0) {
        const isHeaded = layout.hasHeading && line > 4 && line < layout.lines - 5;
        if (isHeaded && words.headings.length < 2) {
          y += 14;
          prints.push({ text: nextWords(words.headings, 1), x: left, y, size: 14 });
          y += 20;
        } else if (!layout.isIndented) y += 8;
      }
      const isIndented = layout.isIndented && lineOfParagraph === 0 && !isInitial;
      const start = left + (isInitial ? INITIAL_WIDTH : isIndented ? 12 : 0);
      const room = left + layout.width - start;
      const divides = layout.hyphen !== "" && line % 3 === 1;
      const set = fillLine(isLast ? room / 2 : room, isLast, divides);
      if (isInitial && line === 0) {
        prints.push({ text: "Q", x: left, y: y + LEADING, size: 32 });
      }
      const shown = set.map((word, index) =>
        isInitial && line === 0 && index === 0 ? word.slice(1) : word,
      );
      const natural = shown.reduce((sum, word) => sum + widthOf(word), 0);
      const isSpread = layout.isJustified && !isLast && shown.length > 1;
      const space = isSpread ? (room - natural) / (shown.length - 1) : SPACE;
      let x = start;
      if (!isSpread) prints.push({ text: shown.join(" "), x, y, size: SIZE });
      for (const word of shown) {
        if (isSpread) prints.push({ text: word, x, y, size: SIZE });
        x += widthOf(word) + space;
      }
      if (isLast && labels.length < layout.notes) {
        labels.push(String(++noteCount));
        prints.push({ text: String(noteCount), x: x - space, y: y - 3.5, size: 6 });
      }
      lineOfParagraph = isLast ? 0 : lineOfParagraph + 1;
      y += LEADING;
    }
    for (const [index, label] of labels.entries()) {
      const text = `${label} ${nextWords(words.notes, 2)}.`;
      prints.push({ text, x: left, y: y + 8 + 9 * index, size: 7 });
    }
    return prints;
  }

  const pages = Array.from({ length: layout.pages }, (_, index) => {
    const prints: Print[] = [];
    if (layout.head !== "none") {
      const title = titles[layout.head === "two titles" && index % 2 === 1 ? 1 : 0];
      words.heads.push(...title.split(" "));
      const text = layout.head === "title and number" ? `${title} ${index + 7}` : title;
      prints.push({ text, x: LEFT + 40, y: 34, size: 8 });
    }
    for (let column = 0; column < layout.columns; column++) {
      const isEnd = index === layout.pages - 1 && column === layout.columns - 1;
      const left = LEFT + column * (layout.width + layout.gutter);
      prints.push(...composeColumn(left, index === 0 && column === 0, isEnd));
    }
    if (layout.drawing === "by rows") prints.sort((one, other) => one.y - other.y);
    if (layout.folio !== "none") {
      const text = layout.folio === "arabic" ? String(index + 7) : "i".repeat(index + 1);
      prints.push({
        text: text.replace("iiii", "iv").replace("ivi", "v"),
        x: LEFT + layout.width / 2,
        y: 580,
        size: 8,
      });
    }
    if (layout.turned !== "none") {
      const isMargin = layout.turned === "margin";
      const place = isMargin ? { x: 20, y: 300, angle: 90 } : { x: 120, y: 400, angle: 45 };
      prints.push({ text: nextWords(words.turned, 2), size: 9, ...place });
    }
    if (layout.hasUnmappedFont && index % 2 === 0) {
      const text = nextWords(words.unmapped, 3);
      prints.push({ text, x: LEFT, y: 560, size: 9, isUnmapped: true });
    }
    return prints;
  });
  return { pages, words };
}

/** Sets a book in Times, with the words that are in it. */
export async function setBook(
  layout: BookLayout,
): Promise<{ readonly bytes: Uint8Array; readonly words: BookWords }> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const unmapped = addUnmappedFont(pdf);
  const pageWidth = 2 * LEFT + layout.columns * (layout.width + layout.gutter) - layout.gutter;
  const { pages, words } = composeBook(layout, (text) => font.widthOfTextAtSize(text, SIZE));
  for (const prints of pages) {
    const page = pdf.addPage([pageWidth, 600]);
    page.node.setFontDictionary(PDFName.of("Unmapped"), unmapped);
    for (const { text, x, y, size, angle = 0, isUnmapped = false } of prints) {
      if (isUnmapped) {
        page.pushOperators(
          beginText(),
          setFontAndSize("Unmapped", size),
          setTextMatrix(1, 0, 0, 1, x, 600 - y),
          showText(PDFHexString.of(glyphsOf(text))),
          endText(),
        );
      } else page.drawText(text, { x, y: 600 - y, size, font, rotate: degrees(angle) });
    }
  }
  return { bytes: await pdf.save(), words };
}

/** Adds a font whose glyphs are numbered, without a map from the numbers to letters. */
function addUnmappedFont({ context }: PDFDocument) {
  const descriptor = context.register(
    context.obj({
      ...{ Type: "FontDescriptor", FontName: "Lamp", Flags: 4, FontBBox: [0, -200, 1000, 900] },
      ...{ ItalicAngle: 0, Ascent: 800, Descent: -200, CapHeight: 700, StemV: 80 },
    }),
  );
  const glyphs = context.register(
    context.obj({
      ...{ Type: "Font", Subtype: "CIDFontType2", BaseFont: "Lamp", FontDescriptor: descriptor },
      CIDSystemInfo: {
        Registry: PDFHexString.fromText("Adobe"),
        Ordering: PDFHexString.fromText("Identity"),
        Supplement: 0,
      },
      DW: 500,
    }),
  );
  return context.register(
    context.obj({
      ...{ Type: "Font", Subtype: "Type0", BaseFont: "Lamp", Encoding: "Identity-H" },
      DescendantFonts: [glyphs],
    }),
  );
}

function glyphsOf(text: string): string {
  return [...text]
    .map((letter) => (letter.charCodeAt(0) - 29).toString(16).padStart(4, "0"))
    .join("");
}
