import { tokenize, tokenKey } from "../language/tokenizer.ts";
import { BOUNDARY, type Positions, UNKNOWN_WORD } from "../search/index/positions.ts";
import { type Alignment, align, type PositionRange } from "./alignment.ts";
import { informationOf } from "./similarity.ts";

/** The same words in a quotation and in the corpus, as far as they go on. */
export interface MatchingRun {
  /** Where it begins among the quotation's words. */
  readonly at: number;
  readonly length: number;
  /** Where it begins in the corpus. */
  readonly position: number;
}

/** Where words that stand nowhere as they are may come from. It only proposes. */
export interface Candidates {
  /** The most similar first. */
  readonly places: readonly Alignment[];
  /** The longest run of two or more words that begins with each word of the quotation. */
  readonly runs: readonly MatchingRun[];
}

/** How many occurrences of words are looked at, the rarest words first. */
const MAX_OCCURRENCES = 40_000;
/**
 * A word that stands more often than this counts only together with its neighbour: of many words some
 * keep theirs, however they are edited.
 */
const MAX_LONE_OCCURRENCES = 1_000;
const RARE_AMONG_MANY = 50;
const MANY = 12;
/** How many places are compared by the words in them, and how many word by word. */
const MAX_COMPARED = 24;
const MAX_ALIGNED = 5;
/** How far words may have moved, as a part of the quotation's length, and at least. */
const SLACK = 0.35;
const MIN_SLACK = 4;

/**
 * Proposes places: the rarest words vote for where the quotation would begin, the places with most
 * votes are compared by the words in them, and the best of those are aligned word by word.
 */
export function findCandidates(text: string, positions: Positions): Candidates {
  const words = positions.wordsOf(text);
  const spellings = tokenize(text).map(({ start, end }) => tokenKey(text.slice(start, end)));
  const bits = words.map((word) => informationOf(word, positions));
  const slack = Math.max(MIN_SLACK, Math.round(words.length * SLACK));
  const { votes, runs } = collectVotes(words, bits, slack, positions);
  const places = topBuckets(votes)
    .map(({ origin, inside }) => {
      const window = windowAround(inside, origin - slack, origin + words.length + slack, positions);
      return { window, bits: sharedInformation(window, words, bits, positions) };
    })
    .sort((a, b) => b.bits - a.bits)
    .slice(0, MAX_ALIGNED)
    .flatMap(({ window }) => align(words, spellings, window, positions) ?? [])
    .sort((a, b) => b.similarity - a.similarity);
  return { places, runs };
}

/** What speaks for the quotation to begin somewhere in a stretch of `slack` positions. */
interface Vote {
  bits: number;
  /** The strongest run of them: its bits, where the quotation would begin, and where it stands. */
  strongest: number;
  origin: number;
  inside: number;
}

/** No number of a word. */
const NOWHERE = 0xffff_ffff;

function collectVotes(
  words: readonly number[],
  bits: readonly number[],
  slack: number,
  { words: stream, positionsOf: of }: Positions,
): { votes: ReadonlyMap<number, Vote>; runs: readonly MatchingRun[] } {
  const anchors = [...words.keys()]
    .filter((at) => words[at] !== UNKNOWN_WORD)
    .sort((a, b) => (bits[b] ?? 0) - (bits[a] ?? 0));
  // An unknown word is equal to nothing, not even to a boundary, which has the same number.
  const sought = Uint32Array.from(words, (word) => (word === UNKNOWN_WORD ? NOWHERE : word));
  const bitsBefore = Float64Array.of(0, ...bits);
  for (let at = 1; at < bitsBefore.length; at++) {
    bitsBefore[at] = (bitsBefore[at] ?? 0) + (bitsBefore[at - 1] ?? 0);
  }
  const rare = words.length < MANY ? MAX_LONE_OCCURRENCES : RARE_AMONG_MANY;
  const isDone = new Uint8Array(words.length);
  const votes = new Map<number, Vote>();
  const longest = new Map<number, MatchingRun>();

  let looked = 0;
  for (const anchor of anchors) {
    const places = of(words[anchor] ?? UNKNOWN_WORD);
    if (looked > 0 && looked + places.length > MAX_OCCURRENCES) break;
    looked += places.length;
    isDone[anchor] = 1;
    for (const place of places) {
      const origin = place - anchor;
      let first = anchor;
      let last = anchor;
      // A run that holds a rarer word was found by it.
      let isKnown = false;
      while (!isKnown && first > 0 && sought[first - 1] === stream[origin + first - 1]) {
        first -= 1;
        isKnown = isDone[first] === 1;
      }
      while (
        !isKnown &&
        last + 1 < sought.length &&
        sought[last + 1] === stream[origin + last + 1]
      ) {
        last += 1;
        isKnown = isDone[last] === 1;
      }
      const length = last - first + 1;
      if (isKnown || (length === 1 && places.length > rare)) continue;

      const sum = (bitsBefore[last + 1] ?? 0) - (bitsBefore[first] ?? 0);
      const bucket = Math.floor(origin / slack);
      const vote = votes.get(bucket) ?? { bits: 0, strongest: 0, origin, inside: place };
      vote.bits += sum;
      if (sum > vote.strongest) {
        vote.strongest = sum;
        vote.origin = origin;
        vote.inside = place;
      }
      votes.set(bucket, vote);
      if (length > 1 && length > (longest.get(first)?.length ?? 0)) {
        longest.set(first, { at: first, length, position: origin + first });
      }
    }
  }
  return { votes, runs: [...longest.values()].sort((a, b) => a.at - b.at) };
}

/** The votes for the places that have most, those of the neighbouring stretch counted with them. */
function topBuckets(votes: ReadonlyMap<number, Vote>): readonly Vote[] {
  const best: { vote: Vote; sum: number }[] = [];
  let least = 0;
  for (const [bucket, vote] of votes) {
    const before = votes.get(bucket - 1);
    const after = votes.get(bucket + 1);
    const sum = vote.bits + Math.max(before?.bits ?? 0, after?.bits ?? 0);
    if (sum <= least) continue;
    best.push({ vote, sum });
    if (best.length < 2 * MAX_COMPARED) continue;
    best.sort((a, b) => b.sum - a.sum).splice(MAX_COMPARED);
    least = best.at(-1)?.sum ?? 0;
  }
  return best
    .sort((a, b) => b.sum - a.sum)
    .slice(0, MAX_COMPARED)
    .map(({ vote }) => vote);
}

/** The positions from `start` to `end`, as far as they read on from `inside`. */
function windowAround(
  inside: number,
  start: number,
  end: number,
  positions: Positions,
): PositionRange {
  const { words, size } = positions;
  let first = inside;
  while (first > Math.max(0, start) && words[first - 1] !== BOUNDARY) first -= 1;
  let last = inside;
  while (last < Math.min(size, end) && words[last] !== BOUNDARY) last += 1;
  return { start: first, end: last };
}

/** The information of the quotation's words that stand in a window, in any order. */
function sharedInformation(
  { start, end }: PositionRange,
  words: readonly number[],
  bits: readonly number[],
  positions: Positions,
): number {
  const there = new Set(positions.words.subarray(start, end));
  return words.reduce((sum, word, at) => sum + (there.has(word) ? (bits[at] ?? 0) : 0), 0);
}
