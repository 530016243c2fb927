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
    breakLines(paragraph, width, font).map((text, index) => ({
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

/** Breaks a paragraph at spaces into lines that are as full as possible. */
function breakLines(paragraph: string, width: number, font: PDFFont): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    const lineWidth = lines.length === 0 ? width - 15 : width;
    if (line !== "" && font.widthOfTextAtSize(longer, 10) > lineWidth) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
