import type { getDocumentProxy } from "unpdf";
import type { TextRun } from "./columns.ts";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

export interface PageRuns {
  readonly runs: readonly TextRun[];
  /** How many pieces of text are not set from side to side. */
  readonly turned: number;
}

/** The text of a page and where it stands; undefined if the page is damaged. */
export async function readTextRuns(pdf: Pdf, number: number): Promise<PageRuns | undefined> {
  try {
    const page = await pdf.getPage(number);
    // Ligatures stay as the file has them.
    const { items } = await page.getTextContent({ disableNormalization: true });
    const toPage = page.getViewport({ scale: 1 }).transform.map(Number);
    const runs: TextRun[] = [];
    let turned = 0;
    for (const item of items) {
      if (!("str" in item) || item.str === "") continue;
      const [a, b, c, d, x, y] = product(toPage, item.transform.map(Number));
      if (Math.abs(b) > 0.1 * Math.abs(a) || a <= 0) {
        if (item.str.trim() !== "") turned += 1;
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
    return { runs, turned };
  } catch {
    return undefined;
  }
}

type Matrix = readonly [number, number, number, number, number, number];

/** First the second transformation, then the first (ISO 32000-1, 8.3.4). */
function product(first: readonly number[], second: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = first;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = second;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}
