import { elementAt } from "../../../foundation/checked-access.ts";
import { quantile } from "../../shared/quantile.ts";
import { extentOf, groupIntoRows, joinRuns, type RowSegment, splitAtGaps } from "../rows.ts";
import type { TextRun } from "../runs/text-runs.ts";
import { MAX_EDGE_SHIFT } from "./edge-lines.ts";

/** The runs of a PDF without the numbers and the heads in the margins of its pages. */
export interface WithoutSideHeads {
  readonly pages: readonly (readonly TextRun[])[];
  /** The heads, and on how many pages each is. */
  readonly heads: ReadonlyMap<string, number>;
  readonly pageNumbers: number;
}

/** The minimum gap between a text and a head in its margin, in ems. */
const MIN_GAP = 2;

/** The maximum number of rows that reach into a margin, and the minimum of those that do not. */
const MAX_SIDE_ROWS = 5;
const MIN_TEXT_ROWS = 10;

/** On how many pages a number in the margin counts them, and a head beside it repeats. */
const MIN_NUMBERS = 3;
const MIN_HEADS = 2;

/** How far a head is from the number that it belongs to, in ems of the number, and on which share of the pages it is so far. */
const MAX_HEAD_DISTANCE = 4;
const MIN_HEAD_SHARE = 0.5;

/** Words or a number in the margin of a page. */
interface SideText {
  readonly page: number;
  readonly side: "left" | "right";
  readonly baseline: number;
  readonly text: string;
  readonly runs: RowSegment;
}

/**
 * Removes the numbers of pages that are in the margin, beside the text, and the heads next to them, above or below. The numbers
 * have to count the pages at one height, and the heads to repeat at one distance from them: hanging names of speakers do not.
 */
export function removeSideHeads(pages: readonly (readonly TextRun[])[]): WithoutSideHeads {
  const texts = pages.map(sideTextsOf);
  const numbers = findPageNumbers(texts.flat());
  const heads = findHeads(texts, numbers);
  const counts = new Map<string, number>();
  for (const { text } of heads) counts.set(text, (counts.get(text) ?? 0) + 1);
  const repeated = heads.filter(({ text }) => (counts.get(text) ?? 0) >= MIN_HEADS);
  const removed = new Set([...numbers, ...repeated].flatMap(({ runs }) => runs));
  return {
    pages:
      removed.size === 0 ? pages : pages.map((runs) => runs.filter((run) => !removed.has(run))),
    heads: new Map([...counts].filter(([, count]) => count >= MIN_HEADS)),
    pageNumbers: numbers.length,
  };
}

/** Returns what is in the margins of a page; none where more than a few rows reach. */
function sideTextsOf(runs: readonly TextRun[], page: number): readonly SideText[] {
  const rows = groupIntoRows(runs).map((row) => splitAtGaps(row, MIN_GAP));
  const extents = rows.filter(({ length }) => length > 0).map((row) => extentOf(row.flat()));
  if (extents.length < MIN_TEXT_ROWS + MAX_SIDE_ROWS) return [];
  const [textLeft = 0] = extents
    .map(({ left }) => left)
    .toSorted((a, b) => a - b)
    .slice(MAX_SIDE_ROWS);
  const [textRight = 0] = extents
    .map(({ right }) => right)
    .toSorted((a, b) => b - a)
    .slice(MAX_SIDE_ROWS);
  return rows.flatMap((row) =>
    row.flatMap((segment, index): readonly SideText[] => {
      const { left, right } = extentOf(segment);
      const { baseline } = segment[0];
      const text = joinRuns(segment);
      if (index === 0 && right <= textLeft) {
        return [{ page, side: "left", baseline, text, runs: segment }];
      }
      return index === row.length - 1 && left >= textRight
        ? [{ page, side: "right", baseline, text, runs: segment }]
        : [];
    }),
  );
}

/** Returns the numbers that count the pages at one height. */
function findPageNumbers(texts: readonly SideText[]): readonly SideText[] {
  const chains = new Map<number, SideText[]>();
  for (const one of texts) {
    if (!/^\d{1,4}$/.test(one.text)) continue;
    const first = Number(one.text) - one.page;
    const chain = chains.get(first) ?? [];
    chain.push(one);
    chains.set(first, chain);
  }
  return [...chains.values()].flatMap((chain) => {
    const median = quantile(
      chain.map(({ baseline }) => baseline),
      0.5,
    );
    const level = chain.filter(({ baseline }) => Math.abs(baseline - median) <= MAX_EDGE_SHIFT);
    return level.length >= MIN_NUMBERS ? level : [];
  });
}

/** Returns what is next to the numbers, at one distance on most of their pages. */
function findHeads(
  texts: readonly (readonly SideText[])[],
  numbers: readonly SideText[],
): readonly SideText[] {
  const near = numbers.flatMap((number) =>
    elementAt(texts, number.page).flatMap((text) => {
      const distance = text.baseline - number.baseline;
      const isNear = Math.abs(distance) <= MAX_HEAD_DISTANCE * number.runs[0].size;
      return text !== number && text.side === number.side && isNear
        ? [{ text, step: Math.round(distance / MAX_EDGE_SHIFT) }]
        : [];
    }),
  );
  const counts = new Map<number, number>();
  for (const { step } of near) counts.set(step, (counts.get(step) ?? 0) + 1);
  return near.flatMap(({ text, step }) => {
    const count = [step - 1, step, step + 1].reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
    return count >= MIN_HEAD_SHARE * numbers.length ? [text] : [];
  });
}
