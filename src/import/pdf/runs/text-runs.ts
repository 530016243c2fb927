import type { getDocumentProxy } from "unpdf";
import { elementAt } from "../../../foundation/checked-access.ts";
import { append } from "../../../foundation/long-arrays.ts";
import { toTypedLetters } from "./typed-letters.ts";

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
  /** Identifies the font within the PDF. */
  readonly font: string;
  /** The place in the order in which the page draws its text. */
  readonly order: number;
  /** Whether its letters are a guess. */
  readonly isGuess?: boolean;
  /** Whether its place is mirrored, because its page reads from right to left: its left is then its beginning. */
  readonly isMirrored?: boolean;
  /** The label of a note that it is, if the note begins with it. */
  readonly noteLabel?: PdfNoteLabel;
}

/** The number, the letter or the sign of a note, and an identifier that no other note of the PDF has. */
export interface PdfNoteLabel {
  readonly printed: string;
  readonly target: string;
}

/** The text of a page. */
export interface PageText {
  /** The text in the direction in which most of the page is set. */
  readonly runs: readonly TextRun[];
  /** The number of runs that were left out because they are set in another direction. */
  readonly turned: number;
}

/** Reads the text runs of a page, counted from 1. Returns undefined if the page is damaged. */
export async function readTextRuns(
  pdf: PdfDocument,
  pageNumber: number,
): Promise<PageText | undefined> {
  try {
    const page = await pdf.getPage(pageNumber);
    // Normalization would replace characters, such as raised digits by plain ones.
    const { items, styles } = await page.getTextContent({ disableNormalization: true });
    const { transform, width, height } = page.getViewport({ scale: 1 });
    const toPage = toMatrix(transform);
    const runsByTurn: [TextRun[], TextRun[], TextRun[], TextRun[]] = [[], [], [], []];
    const vertical: TextRun[] = [];
    let slanted = 0;
    for (const [order, item] of items.entries()) {
      if (!("str" in item) || item.str === "") continue;
      const matrix = multiply(toPage, toMatrix(item.transform));
      const turn = TURNS.findIndex((quarter) =>
        isUpright(multiply(quarter(width, height), matrix)),
      );
      if (turn === -1) {
        if (item.str.trim() !== "") slanted += 1;
        continue;
      }
      const [, , c, d, x, y] = multiply(elementAt(TURNS, turn)(width, height), matrix);
      const size = Math.hypot(c, d);
      if (styles[item.fontName]?.vertical === true) {
        // Columns from right to left are read like lines from top to bottom.
        const text = toUprightText(item.str);
        const baseline = (turn % 2 === 0 ? width : height) - x;
        vertical.push({
          ...{ text, left: y, right: y + item.height, baseline, size },
          ...{ isRightToLeft: false, font: item.fontName, order },
        });
        continue;
      }
      elementAt(runsByTurn, turn).push({
        ...{ text: toTypedLetters(item.str), left: x, right: x + item.width, baseline: y, size },
        ...{ isRightToLeft: item.dir === "rtl", font: item.fontName, order },
      });
    }
    page.cleanup();
    const [upright, ...otherTurns] = runsByTurn;
    const { stacked, rest } = separateStacked(upright);
    append(
      vertical,
      stacked.map((run) => toColumn(run, width)),
    );
    const [runs = [], ...others] = [rest, ...otherTurns, vertical].toSorted(
      (a, b) => textLength(b) - textLength(a),
    );
    const turned = others.flat().filter(({ text }) => text.trim() !== "").length;
    return { runs, turned: slanted + turned };
  } catch {
    return undefined;
  }
}

/** The minimum number of letters below each other that make columns of a page. */
const MIN_STACKED = 20;

/** The maximum distance of two letters below or beside each other, in ems. */
const MAX_LETTER_DISTANCE = 1.7;

/**
 * Separates the letters that are set one by one below each other, as in vertical Chinese or Japanese in
 * a font that is not made for it.
 */
function separateStacked(runs: readonly TextRun[]): {
  readonly stacked: readonly TextRun[];
  readonly rest: readonly TextRun[];
} {
  const letters = runs.filter(({ text }) => SINGLE_LETTER.test(text));
  const byPlace = new Set(letters.map(({ left, baseline }) => placeKey(left, baseline)));
  /** Returns how far the next letter is in a direction. */
  const distanceTo = ({ left, baseline, size }: TextRun, x: number, y: number) => {
    for (let distance = 1; distance <= MAX_LETTER_DISTANCE * size; distance++) {
      if (byPlace.has(placeKey(left + x * distance, baseline + y * distance))) return distance;
    }
    return Number.POSITIVE_INFINITY;
  };
  const distances = letters.map((run) => [distanceTo(run, 0, 1), distanceTo(run, 1, 0)] as const);
  const below = distances.filter(([down, aside]) => down < aside).length;
  const beside = distances.filter(([down, aside]) => aside < down).length;
  const isStacked = below >= MIN_STACKED && below > 2 * beside && 2 * below > letters.length;
  return isStacked
    ? { stacked: letters, rest: runs.filter(({ text }) => !SINGLE_LETTER.test(text)) }
    : { stacked: [], rest: runs };
}

/** A letter, or a sign that is as wide and can be below it. */
const SINGLE_LETTER =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〇\u3001-\u3003\u3008-\u3011\u3014-\u301F\u30FB\uFF01-\uFF0F\uFF1A-\uFF1F\uFE10-\uFE19\uFE30-\uFE44\uFE47\uFE48…―]$/u;

function placeKey(x: number, y: number): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}

/** How much of a letter is above its baseline. */
const ASCENT = 0.88;

/** Returns a letter as a part of a column, whose lines are read from right to left. */
function toColumn(run: TextRun, pageWidth: number): TextRun {
  const top = run.baseline - ASCENT * run.size;
  const baseline = pageWidth - (run.left + run.size / 2);
  return {
    ...run,
    ...{ text: toUprightText(run.text), left: top, right: top + run.size, baseline },
  };
}

function textLength(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.trim().length, 0);
}

/** The maximum slope of a baseline that counts as horizontal, as on a page that was scanned askew. */
const MAX_SLOPE = 0.1;

function isUpright([a, b]: Matrix): boolean {
  return a > 0 && Math.abs(b) <= MAX_SLOPE * a;
}

/** Signs as they are drawn in vertical text (Unicode 16.0, Vertical Forms and CJK Compatibility Forms). */
const VERTICAL_FORMS = /[\uFE10-\uFE19\uFE30-\uFE44\uFE47\uFE48]/g;

/** Returns the text of a column as it is written in a line. */
function toUprightText(text: string): string {
  return toTypedLetters(text).replace(VERTICAL_FORMS, toHorizontal);
}

/** Returns the sign as it is written horizontally: as wide as a letter, as it was before it was drawn. */
function toHorizontal(form: string): string {
  const sign = form.normalize("NFKC");
  if (sign === "...") return "…";
  if (sign === "..") return "‥";
  return sign.replace(/[!-~]/, (narrow) => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0));
}

/** A transformation matrix [a b c d e f] (ISO 32000-1, 8.3.3). */
type Matrix = readonly [number, number, number, number, number, number];

/** The transformations of a page that set its text upright, for each quarter turn. */
const TURNS: readonly ((width: number, height: number) => Matrix)[] = [
  () => [1, 0, 0, 1, 0, 0],
  (_, height) => [0, 1, -1, 0, height, 0],
  (width, height) => [-1, 0, 0, -1, width, height],
  (width) => [0, -1, 1, 0, 0, width],
];

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
