import { elementAt } from "../../../foundation/checked-access.ts";
import { parseRomanNumeral, ROMAN_BELOW_500 } from "../../../language/numerals.ts";
import { quantile } from "../../shared/quantile.ts";
import type { Column, PdfLine } from "../columns.ts";
import {
  type Edge,
  type EdgeLine,
  isSetOff,
  leadingOf,
  MAX_EDGE_SHIFT,
  outermost,
} from "./edge-lines.ts";
import { findRunningTitles } from "./running-titles.ts";

/** The pages of a PDF without their furniture: running heads, running feet and page numbers. */
export interface ClearedPages {
  readonly pages: readonly (readonly Column[])[];
  /** The running heads and feet, each as on its first page, with their numbers of pages. */
  readonly runningLines: ReadonlyMap<string, number>;
  /** The number of pages with a page number. */
  readonly pageNumbers: number;
}

/** How many lines at the head and at the foot of a page can be furniture. */
const MAX_LINES = 3;

/** How many lines of one edge can be the head of a chapter: its words, and the number of the page. */
const MAX_CHAPTER_LINES = 2;

/** On how many pages, and on which share of them, a line repeats that is set like the text, but is none of it. */
const MIN_PAGES = 5;
const MIN_PAGE_SHARE = 0.6;

/** Lines that repeat at one edge of their pages. */
interface EdgeGroup {
  readonly edge: Edge;
  readonly lines: readonly EdgeLine[];
}

/**
 * Removes the furniture: lines at the heads or feet of three pages (or of all pages, if there are only two; or of two
 * left and two right pages) that are at the same height, and have the same text apart from a number that counts the
 * pages. A line that is set like the text next to it, such as a refrain, is none unless it repeats on most pages.
 */
export function removeFurniture(pages: readonly (readonly Column[])[]): ClearedPages {
  const sorted = pages.map((columns) =>
    columns
      .flat()
      .filter((line) => line.text !== "")
      .toSorted((a, b) => a.baseline - b.baseline),
  );
  const removed = new Set<PdfLine>();
  const leading = leadingOf(pages);
  const groups: EdgeGroup[] = [...groupsOfSinglePage(sorted, leading)];
  for (const { line } of groups.flatMap(({ lines }) => lines)) removed.add(line);
  for (let depth = 0; depth < MAX_LINES; depth++) {
    for (const edge of ["head", "foot"] as const) {
      const candidates = sorted.flatMap((lines, page): readonly EdgeLine[] => {
        const line = outermost(lines, edge, removed);
        // “¹ Ibid.” can be the last line of many pages.
        return line === undefined || line.noteLabel !== undefined ? [] : [{ edge, line, page }];
      });
      for (const lines of findRepeated(candidates, pages.length)) {
        groups.push({ edge, lines });
        for (const { line } of lines) removed.add(line);
      }
    }
  }

  const isFurniture = ({ edge, lines }: EdgeGroup) => {
    const setOff = lines.filter(({ line, page }) => {
      const next = outermost(elementAt(sorted, page), edge, removed);
      return isSetOff(line, next, leading);
    });
    const isCounting = lines.some(({ line }) => line.text !== elementAt(lines, 0).line.text);
    const isOnMost = lines.length >= Math.max(MIN_PAGES, MIN_PAGE_SHARE * pages.length);
    return isCounting || isOnMost || setOff.length * 2 >= lines.length;
  };
  // From the inside out, since a running head can have several lines.
  const furniture = groups.toReversed().filter((group) => {
    if (isFurniture(group)) return true;
    for (const { line } of group.lines) removed.delete(line);
    return false;
  });
  const heads: EdgeLine[] = [];
  for (let depth = 0; depth < MAX_CHAPTER_LINES; depth++) {
    const candidates = setOffLines(sorted, removed, leading);
    const known = furniture.flatMap(({ lines }) => lines);
    for (const head of findRunningTitles(sorted, candidates, [...known, ...heads])) {
      heads.push(head);
      removed.add(head.line);
    }
  }
  const runningLines = new Map<string, number>();
  let pageNumbers = 0;
  for (const lines of [
    ...furniture.toReversed().map((group) => group.lines),
    ...heads.map((head) => [head]),
  ]) {
    const { text } = elementAt(lines, 0).line;
    if (PAGE_NUMBER.test(text)) pageNumbers += lines.length;
    else runningLines.set(text, (runningLines.get(text) ?? 0) + lines.length);
  }
  const cleared = pages.map((columns) =>
    columns
      .map((column) => column.filter((line) => !removed.has(line)))
      .filter((column) => column.length > 0),
  );
  // Pages that repeat as a whole, as of a letter that was scanned twice, are no furniture.
  const emptied = cleared.filter(
    (columns, index) => columns.length === 0 && elementAt(pages, index).length > 0,
  );
  return emptied.length > MAX_EMPTIED * pages.length
    ? { pages, runningLines: new Map(), pageNumbers: 0 }
    : { pages: cleared, runningLines, pageNumbers };
}

/** Returns the outermost lines that are left on the pages, and are apart from the text. */
function setOffLines(
  pages: readonly (readonly PdfLine[])[],
  removed: ReadonlySet<PdfLine>,
  leading: number,
): readonly EdgeLine[] {
  return pages.flatMap((lines, page) =>
    (["head", "foot"] as const).flatMap((edge): readonly EdgeLine[] => {
      const line = outermost(lines, edge, removed);
      const isBoth = edge === "foot" && line === outermost(lines, "head", removed);
      if (line === undefined || line.noteLabel !== undefined || isBoth) return [];
      const row = lines.filter(
        ({ baseline }) => Math.abs(baseline - line.baseline) <= MAX_EDGE_SHIFT,
      );
      const next = outermost(lines, edge, new Set([...removed, ...row]));
      return isSetOff(line, next, leading) ? [{ edge, line, page }] : [];
    }),
  );
}

/** The parts of the head and the foot that a browser prints: an address, the number of the page among all, and the time. */
const BROWSER_PARTS = [
  /\b(?:https?|file):\/\/\S/u,
  /(?:^|\s)\d{1,4}\s?(?:\/|\p{L}{1,4}\s)\s?\d{1,4}(?:\s|$)/u,
  /(?:^|\s)\d{1,4}\D{1,3}\d{1,2}\D{1,3}\d{1,4}\D{1,4}\d{1,2}[:.]\d{2}(?!\d)/u,
];

/**
 * Returns the furniture of a single page, on which nothing repeats: the number 1, set off from the text, and what a browser
 * prints at the edges in one small size, of which one line has two parts.
 */
function groupsOfSinglePage(
  [lines = [], ...others]: readonly (readonly PdfLine[])[],
  leading: number,
): readonly EdgeGroup[] {
  if (others.length > 0) return [];
  const edges = (["head", "foot"] as const).map((edge) => {
    const outer = outermost(lines, edge, new Set());
    const row = lines.filter(
      ({ baseline }) => Math.abs(baseline - (outer?.baseline ?? 0)) <= MAX_EDGE_SHIFT,
    );
    const inner = outermost(lines, edge, new Set(row));
    const isOff = outer === undefined || isSetOff(outer, inner, leading);
    return { edge, row: isOff ? row : [], text: joinTexts(row) };
  });
  const partsOf = (text: string) => BROWSER_PARTS.filter((part) => part.test(text)).length;
  const printed = edges.find(({ text }) => partsOf(text) > 1);
  const size = printed?.row[0]?.size;
  return edges
    .filter(({ row, text }) => {
      const isBrowsers = size !== undefined && row[0]?.size === size && partsOf(text) > 0;
      return (
        isBrowsers || (/^[^\p{L}\p{N}]*1[^\p{L}\p{N}]*$/u.test(text) && row.length < lines.length)
      );
    })
    .map(({ edge, row }) => ({ edge, lines: row.map((line) => ({ edge, line, page: 0 })) }));
}

/** Returns the text of lines beside each other. */
function joinTexts(row: readonly PdfLine[]): string {
  return row.map(({ text }) => text).join(" ");
}

/** The maximum share of pages that have nothing but furniture. */
const MAX_EMPTIED = 0.5;

const PAGE_NUMBER = new RegExp(
  String.raw`^[\s[(\-–—·]*(?:page\s+)?(?:\d+|${ROMAN_BELOW_500})(?:\s*(?:\/|of)\s*\d+)?[\s\])\-–—·.]*$`,
  "i",
);

/**
 * Finds groups of lines that repeat on enough of `pageCount` pages: on three, or on two if another line is at their
 * height on the pages that face these. No line is in two groups.
 */
function findRepeated(
  candidates: readonly EdgeLine[],
  pageCount: number,
): readonly (readonly EdgeLine[])[] {
  const minPages = Math.max(2, Math.min(3, pageCount));
  const groups = new Map<string, EdgeLine[]>();
  for (const candidate of candidates) {
    for (const key of groupKeys(candidate)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [candidate]);
      else group.push(candidate);
    }
  }
  const grouped = new Set<PdfLine>();
  const bySize = [...groups.values()].toSorted((a, b) => b.length - a.length);
  const groupsOf = (minLines: number) =>
    bySize.flatMap((group) => {
      const ungrouped = group.filter(({ line }) => !grouped.has(line));
      if (ungrouped.length < minLines) return [];
      const aligned = atMedianHeight(ungrouped);
      if (aligned.length < minLines) return [];
      for (const { line } of aligned) grouped.add(line);
      return [aligned];
    });
  const repeated = groupsOf(minPages);
  const pairs = minPages > 2 ? groupsOf(2) : [];
  const facing = pairs.filter((pair) =>
    [...repeated, ...pairs].some((other) => areFacing(pair, other)),
  );
  return [...repeated, ...facing];
}

/** Whether two groups are at one height in one size, one on left pages and the other on right ones. */
function areFacing(group: readonly EdgeLine[], other: readonly EdgeLine[]): boolean {
  const [first, opposite] = [elementAt(group, 0), elementAt(other, 0)];
  return (
    group.every(({ page }) => (page - first.page) % 2 === 0) &&
    other.every(({ page }) => (page - first.page) % 2 !== 0) &&
    Math.abs(first.line.baseline - opposite.line.baseline) <= MAX_EDGE_SHIFT &&
    first.line.size === opposite.line.size
  );
}

/**
 * Returns the keys under which repeated lines are equal: the text, and the text with each of its
 * numbers replaced by the number that it would be on page 0.
 */
function groupKeys({ line, page }: EdgeLine): readonly string[] {
  const text = line.text.toLowerCase();
  const roman = parseRomanNumeral(text);
  if (roman !== undefined) return [text, `#${roman - page}`];
  const numbers = [...text.matchAll(/\d+/g)];
  return [
    text,
    ...numbers.map(
      ({ 0: digits, index }) =>
        `${text.slice(0, index)}#${Number(digits) - page}${text.slice(index + digits.length)}`,
    ),
  ];
}

function atMedianHeight(group: readonly EdgeLine[]): readonly EdgeLine[] {
  const median = quantile(
    group.map(({ line }) => line.baseline),
    0.5,
  );
  return group.filter(({ line }) => Math.abs(line.baseline - median) <= MAX_EDGE_SHIFT);
}
