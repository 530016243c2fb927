import { SMALL_ROMAN_BELOW_500 } from "../../../language/numerals.ts";
import { numbersInApart, toHead } from "../../text/pages/numbered-lines.ts";
import { MIN_HEADING_RATIO } from "../blocks.ts";
import type { PdfLine } from "../columns.ts";
import { bodySize } from "../paragraphs.ts";
import { areLevel, type EdgeLine } from "./edge-lines.ts";

/** On how many pages numbers count on that have words beside them; alone, they do on two. */
const MIN_COUNTED = 3;

/** How many lines of a heading a running head can join: “Chapter 1” and “The Lamp” are “CHAPTER 1. THE LAMP”. */
const MAX_HEADING_LINES = 3;

const SMALL_ROMAN = new RegExp(String.raw`(?:^|\s)${SMALL_ROMAN_BELOW_500}(?:\s|$)`);

/** The headings of a PDF, by the page on which each is first. */
type Headings = ReadonlyMap<string, number>;

/** A line with the number that its page may have. */
interface CountedLine extends EdgeLine {
  /** The words beside the number; empty for a number alone. */
  readonly words: string;
  /** Whether the number is before the words. */
  readonly isFirst: boolean;
}

/**
 * Finds the running heads of chapters, which are on a few pages each: those with a number that counts the pages, beside any
 * words that another page or a heading has too, and those that have only the words of a heading. `candidates` are lines at the
 * heads and feet that are apart from the text; `known` are others that are furniture.
 */
export function findRunningTitles(
  pages: readonly (readonly PdfLine[])[],
  candidates: readonly EdgeLine[],
  known: readonly EdgeLine[],
): readonly EdgeLine[] {
  const body = bodySize(pages.flat()) ?? 0;
  const headings = findHeadings(pages, body);
  const small = candidates.filter(({ line }) => line.size < body * MIN_HEADING_RATIO);
  const counted = findCountedLines([...small, ...known], headings, pages.length);
  const named = small.filter((one) => isHeadOf(headings, toHead(one.line.text), one.page));
  const heads = [...counted, ...known, ...named];
  const level = named.filter((one) => isLevelWithOther(one, heads));
  const found = new Set([...counted, ...level].map(({ line }) => line));
  return small.filter(({ line }) => found.has(line));
}

/** Returns the lines whose numbers count the pages. */
function findCountedLines(
  candidates: readonly EdgeLine[],
  headings: Headings,
  pageCount: number,
): readonly EdgeLine[] {
  const chains = new Map<string, CountedLine[]>();
  for (const candidate of candidates) {
    const { text } = candidate.line;
    for (const { number, head } of numbersInApart(text, 0)) {
      const isFirst = head !== "" && !toHead(text).startsWith(head);
      const key = `${Math.sign(number)} ${Math.abs(number) - candidate.page}`;
      const chain = chains.get(key) ?? [];
      chain.push({ ...candidate, words: head, isFirst });
      chains.set(key, chain);
    }
  }
  return [...chains.values()].flatMap((chain) => {
    const alone = chain.filter(({ words }) => words === "");
    const beside = chain.filter(({ words }) => words !== "");
    const count = new Set(chain.map(({ page }) => page)).size;
    // Numbers that change sides are at the outer edges of their pages; those of a list or of sections are before their words.
    const hasSides = new Set(beside.map(({ isFirst }) => isFirst)).size > 1;
    const named = beside.filter((one) => isHeadOf(headings, one.words, one.page));
    const repeated = beside.filter(
      (one) =>
        hasSides || beside.some(({ words, page }) => words === one.words && page !== one.page),
    );
    const areAlone =
      (count > 1 && count >= Math.min(MIN_COUNTED, pageCount)) ||
      alone.some((one) => isLevelWithOther(one, alone));
    if (count >= MIN_COUNTED) {
      return [...alone, ...named, ...repeated.filter((one) => isLevelWithOther(one, beside))];
    }
    // No part of a text has the words of a title before it and a roman number in small letters.
    return [...(areAlone ? alone : []), ...named.filter(({ line }) => SMALL_ROMAN.test(line.text))];
  });
}

function isLevelWithOther(one: EdgeLine, all: readonly EdgeLine[]): boolean {
  return all.some((other) => other.page !== one.page && areLevel(one, other));
}

/** Returns the words of large lines, and of some that follow each other on a page. */
function findHeadings(pages: readonly (readonly PdfLine[])[], body: number): Headings {
  const headings = new Map<string, number>();
  for (const [page, lines] of pages.entries()) {
    let words: string[] = [];
    for (const { text, size } of lines) {
      words = size >= body * MIN_HEADING_RATIO ? [...words, text].slice(-MAX_HEADING_LINES) : [];
      for (let first = 0; first < words.length; first++) {
        const heading = toHead(words.slice(first).join(" "));
        if (heading !== "" && !headings.has(heading)) headings.set(heading, page);
      }
    }
  }
  return headings;
}

/** Whether words are those of a heading on this page or on one before it. */
function isHeadOf(headings: Headings, words: string, page: number): boolean {
  return (headings.get(words) ?? Number.POSITIVE_INFINITY) <= page;
}
