import { PDFDocument, type PDFFont, StandardFonts } from "pdf-lib";

/** A line of text, with its distances from the left and the top of the page and its size in points. */
export interface SetLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** Creates a PDF with pages of 400 × 600 points. */
export async function pdfOf(
  pages: readonly (readonly SetLine[])[],
  info: { readonly title?: string; readonly author?: string } = {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  if (info.title !== undefined) pdf.setTitle(info.title);
  if (info.author !== undefined) pdf.setAuthor(info.author);
  for (const lines of pages) {
    const page = pdf.addPage([400, 600]);
    for (const { text, x, y, size = 10 } of lines) {
      page.drawText(text, { x, y: 600 - y, size, font });
    }
  }
  return pdf.save();
}

/**
 * Creates a PDF with one page of 400 × 600 points, whose content may use the fonts F and G. The objects are numbered
 * from 5; that of F is the first, and that of G number 8.
 */
export function fontPdf(content: string, objects: readonly string[]): Uint8Array {
  const numbered = objects.map((object, index) => `${index + 5} 0 obj ${object} endobj\n`);
  return Buffer.from(`%PDF-1.5
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages /Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 5 0 R/G 8 0 R>>>>/Contents 4 0 R>> endobj
4 0 obj <</Length ${content.length}>> stream
${content}
endstream endobj
${numbered.join("")}trailer <</Root 1 0 R/Size ${objects.length + 5}>>
%%EOF`);
}

/** A text at an x coordinate, with its size, 10 by default, and how far it is above its line, in points. */
type PlacedText = readonly [x: number, text: string, size?: number, raise?: number];

/**
 * Creates a PDF of lines of texts, whose font maps each glyph to the character of its number. Letters are half an em wide, and
 * lines 18 points apart.
 */
export function unicodePdf(lines: readonly (readonly PlacedText[])[]): Uint8Array {
  const hex = (text: string) => Buffer.from(text, "utf16le").swap16().toString("hex");
  const shown = lines.flatMap((line, row) =>
    line.map(
      ([x, text, size = 10, raise = 0]) =>
        `/F ${size} Tf 1 0 0 1 ${x} ${360 - 18 * row + raise} Tm <${hex(text)}> Tj`,
    ),
  );
  const content = `BT ${shown.join(" ")} ET`;
  const map =
    "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap";
  return fontPdf(content, [
    `<</Type/Font/Subtype/Type0/BaseFont/Lamp/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 8 0 R>>`,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/Lamp/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R/DW 500>>`,
    `<</Type/FontDescriptor/FontName/Lamp/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>`,
    `<</Length ${map.length}>> stream
${map}
endstream`,
  ]);
}

/** The type area of a page. */
interface TypeArea {
  readonly x?: number;
  readonly width?: number;
  /** Lines per page. */
  readonly lines?: number;
}

/** Typesets paragraphs as in a book: with full lines and indented first lines, page after page. */
export async function typeset(
  paragraphs: readonly string[],
  { x = 50, width = 300, lines = 38 }: TypeArea = {},
): Promise<readonly (readonly SetLine[])[]> {
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.TimesRoman);
  const set = paragraphs.flatMap((paragraph) =>
    breakParagraph(paragraph, width, font).map((text, index) => ({
      text,
      x: index === 0 ? x + 15 : x,
    })),
  );
  const pages: SetLine[][] = [];
  set.forEach((line, index) => {
    if (index % lines === 0) pages.push([]);
    pages.at(-1)?.push({ ...line, y: 60 + 13 * (index % lines) });
  });
  return pages;
}

/** Breaks a paragraph at spaces into lines that are as full as possible, of which the first is indented. */
export function breakParagraph(
  paragraph: string,
  width: number,
  font: PDFFont,
  indentation = 15,
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    const lineWidth = lines.length === 0 ? width - indentation : width;
    if (line !== "" && font.widthOfTextAtSize(longer, 10) > lineWidth) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A column that is filled with words. Lengths are in points. */
interface FilledColumn {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lines: number;
  readonly isJustified: boolean;
}

/** Fills a column with the next words, each of which is drawn by itself. Lines are 13 points apart. */
export async function fillColumn(
  nextWord: () => string,
  { x, y, width, lines, isJustified }: FilledColumn,
): Promise<readonly (readonly SetLine[])[]> {
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.TimesRoman);
  const widthOf = (text: string) => font.widthOfTextAtSize(text, 10);
  let next = nextWord();
  return Array.from({ length: lines }, (_, line) => {
    const words: string[] = [];
    do {
      words.push(next);
      next = nextWord();
    } while (widthOf([...words, next].join(" ")) <= width);
    const letters = words.reduce((sum, word) => sum + widthOf(word), 0);
    const space = isJustified ? (width - letters) / (words.length - 1) : widthOf(" ");
    let left = x;
    return words.map((text) => {
      const set = { text, x: left, y: y + 13 * line };
      left += widthOf(text) + space;
      return set;
    });
  });
}
