import { PDFDocument, type PDFFont, StandardFonts } from "pdf-lib";

/** A line of text, `x` from the left and `y` from the top of its page, in points. */
export interface SetLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A PDF of these pages, each of 400 × 600 points. */
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

interface Measure {
  readonly x?: number;
  readonly width?: number;
  /** How many lines a page has. */
  readonly lines?: number;
}

/** Sets paragraphs as books do: lines as full as they get, first lines indented, page after page. */
export async function typeset(
  paragraphs: readonly string[],
  { x = 50, width = 300, lines = 38 }: Measure = {},
): Promise<readonly (readonly SetLine[])[]> {
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.TimesRoman);
  const set = paragraphs.flatMap((paragraph) =>
    broken(paragraph, width, font).map((text, index) => ({ text, x: index === 0 ? x + 15 : x })),
  );
  const pages: SetLine[][] = [];
  set.forEach((line, index) => {
    if (index % lines === 0) pages.push([]);
    pages.at(-1)?.push({ ...line, y: 60 + 13 * (index % lines) });
  });
  return pages;
}

/** Breaks a paragraph at its spaces, as late as the width has room. */
function broken(paragraph: string, width: number, font: PDFFont): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    const room = lines.length === 0 ? width - 15 : width;
    if (line !== "" && font.widthOfTextAtSize(longer, 10) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
