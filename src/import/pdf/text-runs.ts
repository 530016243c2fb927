import type { getDocumentProxy } from "unpdf";
import { elementAt } from "../../foundation/checked-access.ts";

/** A PDF that is open. */
export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A text run: text that is set at once in one font. Lengths are in points, from the upper left corner. */
export interface TextRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The font size. */
  readonly size: number;
  readonly isRightToLeft: boolean;
}

/** The text of a page. */
export interface PageText {
  readonly runs: readonly TextRun[];
  /** The number of runs that were left out because their baseline is not horizontal. */
  readonly rotated: number;
}

/** Reads the text runs of a page, counted from 1. Returns undefined if the page is damaged. */
export async function readTextRuns(
  pdf: PdfDocument,
  pageNumber: number,
): Promise<PageText | undefined> {
  try {
    const page = await pdf.getPage(pageNumber);
    // Normalization would replace characters, such as ligatures by their letters.
    const { items } = await page.getTextContent({ disableNormalization: true });
    const toPage = toMatrix(page.getViewport({ scale: 1 }).transform);
    const runs: TextRun[] = [];
    let rotated = 0;
    for (const item of items) {
      if (!("str" in item) || item.str === "") continue;
      const [a, b, c, d, x, y] = multiply(toPage, toMatrix(item.transform));
      if (Math.abs(b) > MAX_SLOPE * Math.abs(a) || a <= 0) {
        if (item.str.trim() !== "") rotated += 1;
        continue;
      }
      runs.push({
        text: item.str,
        left: x,
        right: x + item.width,
        baseline: y,
        size: Math.hypot(c, d),
        isRightToLeft: item.dir === "rtl",
      });
    }
    page.cleanup();
    return { runs, rotated };
  } catch {
    return undefined;
  }
}

/** The maximum slope of a baseline that counts as horizontal, as on a page that was scanned askew. */
const MAX_SLOPE = 0.1;

/** A transformation matrix [a b c d e f] (ISO 32000-1, 8.3.3). */
type Matrix = readonly [number, number, number, number, number, number];

/** Throws a RangeError if there are fewer than six numbers. */
function toMatrix(values: readonly unknown[]): Matrix {
  const at = (index: number) => Number(elementAt(values, index));
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** Returns the transformation that applies `second`, and then `first` (ISO 32000-1, 8.3.4). */
function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}
