import type { Document } from "../corpus/document.ts";
import { elementAt } from "../foundation/checked-access.ts";
import type { PositionRange } from "./alignment.ts";
import type { MatchingRun } from "./candidates.ts";

/** Position ranges of the parts of a quotation, in the order of the quotation. */
export type FragmentRanges = readonly [PositionRange, ...PositionRange[]];

/** The minimum length of a fragment of a stitched quotation, in words. */
const MIN_FRAGMENT_WORDS = 5;

/**
 * Takes one range from each list so that the ranges follow each other, in this order, within one
 * document. Returns the chain that spans the fewest words, preferably in a claimed document, or
 * undefined if there is none. Each list is sorted by position.
 */
export function findClosestChain(
  lists: readonly (readonly PositionRange[])[],
  documentAt: (position: number) => Document,
  isClaimed: (document: Document) => boolean,
): FragmentRanges | undefined {
  const [firstRanges = [], ...others] = lists;
  let best: { chain: FragmentRanges; length: number; isClaimed: boolean } | undefined;
  for (const first of firstRanges) {
    const chain = buildChain(first, others, documentAt);
    if (chain === undefined) continue;
    const length = elementAt(chain, chain.length - 1).end - first.start;
    const candidate = { chain, length, isClaimed: isClaimed(documentAt(first.start)) };
    const isBetter =
      best === undefined ||
      (candidate.isClaimed === best.isClaimed ? length < best.length : candidate.isClaimed);
    if (isBetter) best = candidate;
  }
  return best?.chain;
}

/** Continues a chain with the next range of each list; undefined if that leaves the document. */
function buildChain(
  first: PositionRange,
  others: readonly (readonly PositionRange[])[],
  documentAt: (position: number) => Document,
): FragmentRanges | undefined {
  const chain: [PositionRange, ...PositionRange[]] = [first];
  const document = documentAt(first.start);
  let { end } = first;
  for (const ranges of others) {
    const next = ranges[lowerBound(ranges, end)];
    if (next === undefined || documentAt(next.start) !== document) return undefined;
    chain.push(next);
    end = next.end;
  }
  return chain;
}

/**
 * Covers all words of a quotation of `length` words with as few runs as possible, each continuing where
 * the previous one ends. Returns undefined if a fragment would be too short, or if one run covers all.
 */
export function findGreedyCover(
  length: number,
  runs: readonly MatchingRun[],
): FragmentRanges | undefined {
  const cover: PositionRange[] = [];
  for (let index = 0; index < length; ) {
    const run = farthestRunAt(index, runs);
    if (run === undefined || endOf(run) - index < MIN_FRAGMENT_WORDS) return undefined;
    cover.push({ start: run.position + index - run.index, end: run.position + run.length });
    index = endOf(run);
  }
  const [first, ...others] = cover;
  return first !== undefined && others.length > 0 ? [first, ...others] : undefined;
}

/** Returns the run that begins at `index` or earlier and reaches farthest. */
function farthestRunAt(index: number, runs: readonly MatchingRun[]): MatchingRun | undefined {
  let farthest: MatchingRun | undefined;
  for (const run of runs) {
    if (run.index > index) continue;
    if (farthest === undefined || endOf(run) > endOf(farthest)) farthest = run;
  }
  return farthest;
}

function endOf({ index, length }: MatchingRun): number {
  return index + length;
}

/** Returns the index of the first range that begins at `position` or later, by binary search. */
function lowerBound(ranges: readonly PositionRange[], position: number): number {
  let low = 0;
  for (let high = ranges.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (elementAt(ranges, middle).start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
