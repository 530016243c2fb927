import type { Column, PdfLine } from "./columns.ts";

/** What stands on the pages, but for what repeats at their heads and feet. */
export interface ClearedPages {
  readonly pages: readonly (readonly Column[])[];
  /** What was taken away, as it first stood, and how often. */
  readonly repeated: ReadonlyMap<string, number>;
  /** How many pages had their number. */
  readonly numbered: number;
}

/** How many lines at each end of a page may repeat. */
const OUTERMOST = 3;

/** How far a repeated line may move from page to page, in points. */
const SHIFT = 4;

interface Placed {
  readonly line: PdfLine;
  readonly page: number;
}

/**
 * Takes away running heads and page numbers: lines at the heads or feet of pages that stand at one
 * height on three pages (or on all of fewer), and are the same but for a number that counts the pages.
 */
export function removeFurniture(pages: readonly (readonly Column[])[]): ClearedPages {
  const removed = new Set<PdfLine>();
  const repeated = new Map<string, number>();
  let numbered = 0;

  for (let depth = 0; depth < OUTERMOST; depth++) {
    for (const end of ["head", "foot"] as const) {
      const candidates = pages.flatMap((columns, page): readonly Placed[] => {
        const lines = columns
          .flat()
          .filter((line) => line.text !== "" && !removed.has(line))
          .toSorted((a, b) => a.baseline - b.baseline);
        const line = lines.at(end === "head" ? 0 : -1);
        return line === undefined ? [] : [{ line, page }];
      });
      for (const group of repeatedAmong(candidates, pages.length)) {
        const shown = group[0]?.line.text ?? "";
        const isNumber = PAGE_NUMBER.test(shown);
        if (isNumber) numbered += group.length;
        else repeated.set(shown, (repeated.get(shown) ?? 0) + group.length);
        for (const { line } of group) removed.add(line);
      }
    }
  }
  return {
    pages: pages.map((columns) =>
      columns
        .map((column) => column.filter((line) => !removed.has(line)))
        .filter((column) => column.length > 0),
    ),
    repeated,
    numbered,
  };
}

const PAGE_NUMBER =
  /^[\s[(\-–—·]*(?:page\s+)?(?:\d+|[ivxlc]+)(?:\s*(?:\/|of)\s*\d+)?[\s\])\-–—·.]*$/i;

function repeatedAmong(
  candidates: readonly Placed[],
  pages: number,
): readonly (readonly Placed[])[] {
  const fewest = Math.max(2, Math.min(3, pages));
  const groups = new Map<string, Placed[]>();
  for (const candidate of candidates) {
    for (const key of keysOf(candidate)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [candidate]);
      else group.push(candidate);
    }
  }
  const taken = new Set<PdfLine>();
  return [...groups.values()]
    .toSorted((a, b) => b.length - a.length)
    .flatMap((group) => {
      const free = atOneHeight(group.filter(({ line }) => !taken.has(line)));
      if (free.length < fewest) return [];
      for (const { line } of free) taken.add(line);
      return [free];
    });
}

/** Under which what repeats is alike: its words, with each number in them as it would be on page 0. */
function keysOf({ line, page }: Placed): readonly string[] {
  const text = line.text.toLowerCase();
  if (/^[ivxlc]+$/.test(text)) return [text, `#${romanValue(text) - page}`];
  const numbers = [...text.matchAll(/\d+/g)];
  return [
    text,
    ...numbers.map(
      ({ 0: digits, index }) =>
        `${text.slice(0, index)}#${Number(digits) - page}${text.slice(index + digits.length)}`,
    ),
  ];
}

function romanValue(numeral: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const digits = [...numeral].map((letter) => values[letter] ?? 0);
  return digits.reduce(
    (sum, value, index) => (value < (digits[index + 1] ?? 0) ? sum - value : sum + value),
    0,
  );
}

/** Those that stand where most of them do. */
function atOneHeight(group: readonly Placed[]): readonly Placed[] {
  const heights = group.map(({ line }) => line.baseline).toSorted((a, b) => a - b);
  const middle = heights[Math.floor(heights.length / 2)] ?? 0;
  return group.filter(({ line }) => Math.abs(line.baseline - middle) <= SHIFT);
}
