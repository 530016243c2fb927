import { DIGITIZER_LINE } from "./digitizers.ts";
import { isInCapitals, isNumberAlone, isTitle, toHead } from "./numbered-lines.ts";

/** The character that begins a page. */
export const FORM_FEED = "\f";

/** The minimum number of pages on which a running head appears. */
export const MIN_PAGES = 3;

/** The kinds of lines that are not of the text. */
export type Furniture = "head" | "number" | "signature" | "digitizer";

/** A line of the text that is not empty. */
export interface PrintedLine {
  /** Its place among all lines. */
  readonly index: number;
  readonly text: string;
  readonly indentation: number;
  /** Whether it is the first line of a page. */
  readonly beginsPage: boolean;
  /** Whether it can be a line of furniture, by itself or because it repeats, so that text is beyond it. */
  readonly mayBeFurniture: boolean;
  /** Whether an empty line is above it or below it. */
  readonly isSetOff: boolean;
  readonly isSetOffAbove: boolean;
  readonly isSetOffBelow: boolean;
}

export function toPrintedLines(lines: readonly string[]): readonly PrintedLine[] {
  const uses = countBy(lines.filter((line) => isTitle(line.trim())).map(toHead));
  const isEmpty = (index: number) => (lines[index] ?? "").trim() === "";
  let beginsPage = false;
  return lines.flatMap((line, index) => {
    beginsPage ||= line.includes(FORM_FEED);
    const text = line.trim();
    if (text === "") return [];
    const printed = {
      ...{ index, text, beginsPage },
      indentation: line.search(/\S/),
      mayBeFurniture:
        isNumberAlone(text) ||
        PAGE_MARK.test(text) ||
        DIGITIZER_LINE.test(text) ||
        isInCapitals(text) ||
        (isCatchword(text) && line.search(/\S/) >= MIN_CATCHWORD_INDENTATION) ||
        (isTitle(text) && (uses.get(toHead(text)) ?? 0) >= MIN_PAGES),
      isSetOff: (index > 0 && isEmpty(index - 1)) || isEmpty(index + 1),
      ...{ isSetOffAbove: isEmpty(index - 1), isSetOffBelow: isEmpty(index + 1) },
    };
    beginsPage = false;
    return [printed];
  });
}

export function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

export function textAt(printed: readonly PrintedLine[], at: number): string {
  return printed[at]?.text ?? "";
}

/** Whether a line can be the first word of the next page, or its first syllable. */
export function isCatchword(text: string): boolean {
  return /^[\p{L}’'-]{1,16}[.,;:!?]?$/u.test(text);
}

/** The minimum indentation of a catchword that may be misread. */
export const MIN_CATCHWORD_INDENTATION = 16;

/** A mark of a page alone in its line, which stays as a mark: “[Pg 12]”, “{12}”. */
export const PAGE_MARK = /^\s*(?:\[(?:Pg|Page)\.?\s*[\divxlc]+\]|\{[\divxlc]+\})\s*$/i;
