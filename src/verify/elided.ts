import type { Document } from "../corpus/document.ts";
import { lowerBound } from "../foundation/binary-search.ts";
import { elementAt } from "../foundation/checked-access.ts";
import { countWords } from "../language/tokenizer.ts";
import { documentAt, type PassagePositions } from "../search/index/passage-positions.ts";
import { UNKNOWN_WORD } from "../search/index/positions.ts";
import type { PositionRange } from "./alignment.ts";
import { findCandidates } from "./candidates.ts";
import { closestRange } from "./closest-range.ts";
import { splitIntoParts } from "./ellipsis.ts";
import {
  type FragmentRanges,
  findClosestChain,
  joinsIn,
  type PartOccurrences,
} from "./fragments.ts";
import type { IsClaimed, Judge } from "./judge.ts";
import { changesSense, negatesOrCounts } from "./marks/words-outside.ts";
import { withoutReplaced } from "./printed-marks.ts";
import type { Reading } from "./readings.ts";
import type { SimilarityTest } from "./similarity.ts";
import { BETWEEN_FRAGMENTS, type Verdict } from "./verdict.ts";
import { wordIdsOf } from "./words/word-ids.ts";

/** A part of a quotation between two of its ellipses. */
interface Part {
  readonly text: string;
  readonly words: readonly number[];
  /** How many words it has; those that a hyphen joins are one. */
  readonly writtenWords: number;
  readonly occurrences: PartOccurrences;
  /** Whether it occurs and can be traced by itself. */
  readonly isTraceable: boolean;
}

/** This many parts between ellipses are always compared. */
const MAX_PARTS = 12;
/**
 * More parts are compared if finding them examines at most this many positions, which is known before. Where the words of
 * parts are so frequent, finding all of them takes some 50 milliseconds.
 */
const MAX_EXAMINED = 1_000_000;
/** One word occurs anywhere by chance. Where its characters are compared, they say more, but not of the rest. */
const MIN_TRACEABLE_WORDS = 2;
/** How far a part that is too short to be traced may be from the next, in words. */
const MAX_LIGHT_GAP = 12;

/** Verifies quotations with ellipses by the parts between them. */
export interface ElidedVerifier {
  /**
   * Returns the verdict on a quotation in all its readings and in those without the words outside of its quotation marks;
   * undefined if its parts do not follow each other in a document, and some do not occur.
   */
  verify(
    readings: readonly Reading[],
    inMarks: readonly Reading[],
    isClaimed: IsClaimed,
  ): Verdict | undefined;
  /** Returns the verdict on a reading of which all parts occur, near each other in a document; undefined otherwise. */
  verifyExactParts(reading: Reading, isClaimed: IsClaimed): Verdict | undefined;
}

export function createElidedVerifier(
  passagePositions: PassagePositions,
  judge: Judge,
  { weigh, isTraceableAt }: SimilarityTest,
): ElidedVerifier {
  const { positions } = passagePositions;
  const documentOf = (position: number) => documentAt(passagePositions, position);

  function verify(
    readings: readonly Reading[],
    inMarks: readonly Reading[],
    isClaimed: IsClaimed,
  ): Verdict | undefined {
    const unmarked = elementAt(readings, readings.length - 1);
    if (!isComparable(splitIntoParts(unmarked.text))) {
      return { kind: "unjudged", reason: "too-many-parts" };
    }
    let unjudged: Verdict | undefined;
    let last = elementAt(readings, 0);
    // The readings have most parts in common.
    const known = new Map<string, Part>();
    for (const reading of [...readings, ...inMarks]) {
      const judged = verifyParts(partsOf(reading, known), reading, isClaimed);
      const verdict = judged && withoutReplaced(judged, reading);
      if (verdict !== undefined && verdict.kind !== "unjudged") return verdict;
      if (inMarks.includes(reading) || (judged !== undefined && verdict === undefined)) continue;
      unjudged ??= verdict;
      last = reading;
    }
    return unjudged ?? verifyAlteredParts(partsOf(last, known), last, isClaimed);
  }

  function verifyExactParts(reading: Reading, isClaimed: IsClaimed): Verdict | undefined {
    const parts = partsOf(reading);
    if (parts.length < 2 || parts.length > MAX_PARTS) return undefined;
    const judged = verifyParts(parts, reading, isClaimed);
    return judged?.kind === "shortened" ? withoutReplaced(judged, reading) : undefined;
  }

  /** Returns the parts of a reading. `known` are those of other readings, to which they are added. */
  function partsOf({ text }: Reading, known = new Map<string, Part>()): readonly Part[] {
    return splitIntoParts(text).map((text) => {
      const part = known.get(text) ?? toPart(text);
      known.set(text, part);
      return part;
    });
  }

  /** Tests whether the parts of a quotation are few enough, or rare enough, to be compared. */
  function isComparable(parts: readonly string[]): boolean {
    if (parts.length <= MAX_PARTS) return true;
    const examined = [...new Set(parts)]
      .map((part) => Math.min(...wordIdsOf(part, positions).map(frequencyOf)))
      .reduce((sum, count) => sum + count, 0);
    return examined <= MAX_EXAMINED;
  }

  function frequencyOf(word: number): number {
    return word === UNKNOWN_WORD ? 0 : positions.collectionFrequency(word);
  }

  function toPart(text: string): Part {
    const words = wordIdsOf(text, positions);
    const starts = positions.findPhrase(words);
    const [start] = starts;
    const writtenWords = countWords(text) - joinsIn(text).filter((isJoined) => isJoined).length;
    return {
      text,
      words,
      writtenWords,
      occurrences: { starts, lengthAt: () => words.length, minLength: words.length },
      isTraceable:
        start !== undefined &&
        writtenWords >= MIN_TRACEABLE_WORDS &&
        isTraceableAt([{ start, end: start + words.length }]),
    };
  }

  /** Verifies the exact parts between ellipses: in order in one document, or from several places. */
  function verifyParts(
    parts: readonly Part[],
    reading: Reading,
    isClaimed: IsClaimed,
  ): Verdict | undefined {
    if (parts.some(({ occurrences }) => occurrences.starts.length === 0)) return undefined;
    const chain = findClosestChain(
      parts.map(({ occurrences }) => occurrences),
      documentOf,
      isClaimed,
    );
    const verdict = chain && verifyChain(chain, parts, reading);
    if (verdict !== undefined) return verdict;
    const traceable = parts.filter((part) => part.isTraceable);
    if (traceable.length < parts.length) {
      const unplaced = verifyTraceable(parts, reading, isClaimed);
      return unplaced ?? { kind: "unjudged", reason: "light-parts" };
    }
    const ranges = traceable.map(({ occurrences }, index): PositionRange => {
      const inChain = chain?.[index];
      const start = occurrences.starts[0] ?? 0;
      return inChain ?? { start, end: start + occurrences.lengthAt(0) };
    });
    const occurrences = judge.occurrencesOf(
      ranges,
      traceable.map(({ text }) => text),
    );
    return occurrences && { kind: "stitched", fragments: occurrences, marks: reading.marks };
  }

  /**
   * Verifies the parts that can be traced, with those of the others that are near them in this order. The rest are not
   * counted.
   */
  function verifyTraceable(
    parts: readonly Part[],
    reading: Reading,
    isClaimed: IsClaimed,
  ): Verdict | undefined {
    const chain = findClosestChain(
      parts.flatMap(({ isTraceable, occurrences }) => (isTraceable ? [occurrences] : [])),
      documentOf,
      isClaimed,
    );
    if (chain === undefined) return undefined;
    let traced = 0;
    const ranges = parts.map(({ isTraceable }) => (isTraceable ? chain[traced++] : undefined));
    const document = documentOf(chain[0].start);
    for (const [index, part] of parts.entries()) {
      if (ranges[index] !== undefined) continue;
      const before = ranges.findLast((one, at) => at < index && one !== undefined);
      const after = ranges.find((one, at) => at > index && one !== undefined);
      ranges[index] = lightRange(part, before, after, document);
    }
    return verdictOnPlaced(ranges, parts, reading, changesSense);
  }

  /** Returns the place of a part that is right after a range, or otherwise right before another one; undefined if it is at neither. */
  function lightRange(
    { words, occurrences: { starts } }: Part,
    before: PositionRange | undefined,
    after: PositionRange | undefined,
    document: Document,
  ): PositionRange | undefined {
    const [least, most] = [before?.end ?? 0, after?.start ?? positions.size];
    const nearest = [
      before && starts[lowerBound(starts, least)],
      after && starts[lowerBound(starts, most - words.length + 1) - 1],
    ];
    return nearest
      .flatMap((start) => (start === undefined ? [] : [{ start, end: start + words.length }]))
      .find(
        ({ start, end }) =>
          start >= least &&
          end <= most &&
          Math.min(start - (before?.end ?? -Infinity), (after?.start ?? Infinity) - end) <=
            MAX_LIGHT_GAP &&
          documentOf(start) === document,
      );
  }

  /** Verifies parts that follow each other in one document. */
  function verifyChain(
    chain: FragmentRanges,
    parts: readonly Part[],
    reading: Reading,
  ): Verdict | undefined {
    // Together, parts that are near each other may say enough.
    const counted = groupByNearness(chain).filter(
      (group) =>
        countWordsOf(group.map((index) => elementAt(parts, index))) >= MIN_TRACEABLE_WORDS &&
        isTraceableAt(group.map((index) => elementAt(chain, index))),
    );
    const ranges = chain.map((range, index) =>
      counted.flat().includes(index) ? range : undefined,
    );
    // In its order, a capital letter is that of a sentence.
    return verdictOnPlaced(ranges, parts, reading, negatesOrCounts);
  }

  /**
   * Returns the verdict on the parts that have a range. The others are not counted; undefined if one of them matters, if
   * they have as many words as those that are counted, or if these are not near each other.
   */
  function verdictOnPlaced(
    ranges: readonly (PositionRange | undefined)[],
    parts: readonly Part[],
    reading: Reading,
    matters: (text: string, language: string) => boolean,
  ): Verdict | undefined {
    const placed = parts.filter((_, index) => ranges[index] !== undefined);
    const light = parts.filter((_, index) => ranges[index] === undefined);
    const placedRanges = ranges.filter((range) => range !== undefined);
    const [first] = placedRanges;
    if (first === undefined || countWordsOf(light) >= countWordsOf(placed)) return undefined;
    const { language } = documentOf(first.start);
    if (light.some(({ text }) => matters(text, language))) return undefined;
    const verdict = judge.verdictOnParts(
      placedRanges,
      placed.map(({ text }) => text),
      reading,
      light.map(({ text }) => text),
    );
    return verdict?.kind === "shortened" ? verdict : undefined;
  }

  /** Verifies parts between ellipses, some of them altered, in order in one document. */
  function verifyAlteredParts(
    parts: readonly Part[],
    reading: Reading,
    isClaimed: IsClaimed,
  ): Verdict | undefined {
    if (parts.length > MAX_PARTS) return undefined;
    const altered = parts.filter(({ occurrences }) => occurrences.starts.length === 0).length;
    const chain = findClosestChain(
      parts.map((part) => findSimilarRanges(part, altered)),
      documentOf,
      isClaimed,
    );
    return (
      chain &&
      judge.verdictAt(chain, [
        { ...reading, text: parts.map(({ text }) => text).join(BETWEEN_FRAGMENTS) },
      ])
    );
  }

  /** Returns the occurrences of a part, or otherwise the ranges similar to it, by position. `altered` parts have none. */
  function findSimilarRanges({ text, words, occurrences }: Part, altered: number): PartOccurrences {
    if (occurrences.starts.length > 0) return occurrences;
    const { alignments } = findCandidates(text, words, positions, altered);
    const similar = weigh(alignments, words).filter(({ isSimilar }) => isSimilar);
    const share = altered * similar.length;
    const ranges = similar
      .map(({ alignment }) => closestRange(text, words, alignment, positions, share))
      .sort((a, b) => a.start - b.start);
    return {
      minLength: Math.min(...ranges.map(({ start, end }) => end - start)),
      starts: Uint32Array.from(ranges, ({ start }) => start),
      lengthAt: (index) => {
        const { start, end } = elementAt(ranges, index);
        return end - start;
      },
    };
  }

  return { verify, verifyExactParts };
}

/** Returns the numbers of the ranges of a chain, in groups of those that are near each other. */
function groupByNearness(chain: FragmentRanges): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const [index, { start }] of chain.entries()) {
    const gap = start - (chain[index - 1]?.end ?? -Infinity);
    const group = groups.at(-1);
    if (group !== undefined && gap <= MAX_LIGHT_GAP) group.push(index);
    else groups.push([index]);
  }
  return groups;
}

function countWordsOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { writtenWords }) => sum + writtenWords, 0);
}
