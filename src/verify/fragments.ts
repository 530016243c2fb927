import type { Document } from "../corpus/document.ts";
import { lowerBound } from "../foundation/binary-search.ts";
import { integerAt } from "../foundation/checked-access.ts";
import { lazy } from "../foundation/lazy.ts";
import { segmentsOf } from "../language/segments.ts";
import { isCharacterToken, tokenize } from "../language/tokenizer.ts";
import type { PositionRange } from "./alignment.ts";
import type { MatchingRun } from "./candidates.ts";

/** Position ranges of the parts of a quotation, in the order of the quotation. */
export type FragmentRanges = readonly [PositionRange, ...PositionRange[]];

/**
 * The minimum length of a fragment of a stitched quotation: in words as they are indexed, which may be single characters,
 * and in written words.
 */
export const MIN_FRAGMENT = { words: 5, writtenWords: 4 } as const;

/** A part of a quotation, and the positions at which it begins, in order. */
export interface PartOccurrences {
  /** The length of each occurrence, in words. */
  readonly lengthAt: (index: number) => number;
  /** The length of the shortest one. */
  readonly minLength: number;
  readonly starts: Uint32Array;
}

/**
 * The maximum number of binary searches in each of two attempts: one for each occurrence of the rarest part and each other part. A
 * rarest part with more occurrences says nothing of the place.
 */
const MAX_SEARCHES = 60_000;

/**
 * Takes one occurrence of each part so that they follow each other, in this order, within one document.
 * Returns the chain that spans the fewest words, preferably in a claimed document, or undefined if there is
 * none. An ellipsis says that words are left out, so there are words between the parts if possible.
 */
export function findClosestChain(
  parts: readonly PartOccurrences[],
  documentAt: (position: number) => Document,
  isClaimed: (document: Document) => boolean,
): FragmentRanges | undefined {
  return findChain(parts, 1, documentAt, isClaimed) ?? findChain(parts, 0, documentAt, isClaimed);
}

/**
 * Returns the closest chain with at least `minOmitted` words between its parts. A part with fewer occurrences than
 * the others begins; if even it has too many, no place is known.
 */
function findChain(
  parts: readonly PartOccurrences[],
  minOmitted: number,
  documentAt: (position: number) => Document,
  isClaimed: (document: Document) => boolean,
): FragmentRanges | undefined {
  const counts = parts.map(({ starts }) => starts.length);
  const rarest = counts.indexOf(Math.min(...counts));
  const anchors = parts[rarest];
  if (anchors === undefined) return undefined;
  if (anchors.starts.length * parts.length > MAX_SEARCHES) return undefined;
  let best: { chain: FragmentRanges; length: number; isClaimed: boolean } | undefined;
  for (let index = 0; index < anchors.starts.length; index++) {
    const anchor = rangeOf(anchors, index);
    const chain = buildChain(anchor, parts, rarest, minOmitted);
    const last = chain?.at(-1);
    if (chain === undefined || last === undefined) continue;
    const document = documentAt(anchor.start);
    if (documentAt(chain[0].start) !== document || documentAt(last.start) !== document) continue;
    const length = last.end - chain[0].start;
    const candidate = { chain, length, isClaimed: isClaimed(document) };
    const isBetter =
      best === undefined ||
      (candidate.isClaimed === best.isClaimed ? length < best.length : candidate.isClaimed);
    if (isBetter) best = candidate;
  }
  return best?.chain;
}

/** Extends a chain from one of its parts to the nearest occurrences of those before and after it. */
function buildChain(
  anchor: PositionRange,
  parts: readonly PartOccurrences[],
  rarest: number,
  minOmitted: number,
): FragmentRanges | undefined {
  const after: PositionRange[] = [];
  for (const part of parts.slice(rarest + 1)) {
    const index = lowerBound(part.starts, (after.at(-1) ?? anchor).end + minOmitted);
    if (index === part.starts.length) return undefined;
    after.push(rangeOf(part, index));
  }
  const before: PositionRange[] = [];
  for (const part of parts.slice(0, rarest).reverse()) {
    const { start } = before[0] ?? anchor;
    let index = lowerBound(part.starts, start - minOmitted - part.minLength + 1) - 1;
    // A longer occurrence that begins before may still end after.
    while (index >= 0 && rangeOf(part, index).end + minOmitted > start) index -= 1;
    if (index < 0) return undefined;
    before.unshift(rangeOf(part, index));
  }
  const [first, ...others] = [...before, anchor, ...after];
  return first && [first, ...others];
}

function rangeOf({ starts, lengthAt }: PartOccurrences, index: number): PositionRange {
  const start = integerAt(starts, index);
  return { start, end: start + lengthAt(index) };
}

/**
 * Covers all words of a quotation of `length` words with as few runs as possible, each continuing where
 * the previous one ends. A fragment ends only at the end of a written word, by `isWordEnd`. Returns
 * undefined if a fragment would be too short, or if one run covers all.
 */
export function findGreedyCover(
  length: number,
  runs: readonly MatchingRun[],
  isWordEnd: (index: number) => boolean,
): FragmentRanges | undefined {
  const cover: PositionRange[] = [];
  for (let index = 0; index < length; ) {
    const run = farthestRunAt(index, runs);
    if (run === undefined) return undefined;
    let end = endOf(run);
    while (end > index && end < length && !isWordEnd(end)) end -= 1;
    const words = Array.from({ length: end - index }, (_, nth) => index + nth + 1);
    if (words.length < MIN_FRAGMENT.words) return undefined;
    if (words.filter(isWordEnd).length < MIN_FRAGMENT.writtenWords) return undefined;
    const shift = run.position - run.index;
    cover.push({ start: index + shift, end: end + shift });
    index = end;
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

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * Returns the numbers of tokens after which a written word of a text may end: all, but in scripts whose
 * tokens are single characters only those between two words. In Korean, particles belong to the word.
 */
export function findWordEnds(text: string): ReadonlySet<number> {
  const boundaries = lazy(
    () => new Set(Array.from(segmentsOf(text, segmenter), ({ start }) => start)),
  );
  const tokens = tokenize(text);
  const ends = new Set<number>();
  for (const [index, { end }] of tokens.entries()) {
    const next = tokens[index + 1];
    const isJoined =
      next?.start === end && isCharacterToken(text.slice(next.start)) && !boundaries().has(end);
    if (!isJoined) ends.add(index + 1);
  }
  return ends;
}

/** Returns for each word of a text whether a hyphen or the like joins it to the one before. */
export function joinsIn(text: string): readonly boolean[] {
  const tokens = tokenize(text);
  return tokens.map(({ start }, index) =>
    /^\S+$/.test(text.slice(tokens[index - 1]?.end ?? start, start)),
  );
}
