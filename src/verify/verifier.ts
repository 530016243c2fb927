import type { Document } from "../corpus/document.ts";
import { elementAt } from "../foundation/checked-access.ts";
import type { Analyzer } from "../language/analyzer.ts";
import { countWords, tokenize } from "../language/tokenizer.ts";
import type { PassagePositions } from "../search/index/passage-positions.ts";
import { BOUNDARY } from "../search/index/positions.ts";
import type { PositionRange } from "./alignment.ts";
import { findCandidates, type MatchingRun } from "./candidates.ts";
import { compareWords } from "./changes.ts";
import { splitAtEllipses, stripQuotesAndEllipses } from "./ellipsis.ts";
import { type FragmentRanges, findClosestChain, findGreedyCover } from "./fragments.ts";
import { occurrenceAt, stretchOf, stretchText } from "./occurrence.ts";
import { createSimilarityTest } from "./similarity.ts";
import {
  BETWEEN_FRAGMENTS,
  type Gap,
  type Occurrence,
  type Occurrences,
  type Verdict,
} from "./verdict.ts";

/** Compares quotations with the words of the corpus. */
export interface Verifier {
  /** Returns the verdict. Among equally similar places, those in claimed documents come first. */
  verify(quoted: string, isClaimed?: IsClaimed): Verdict;
}

/** Tests whether the user says that the quotation is from this document. */
type IsClaimed = (document: Document) => boolean;

/** Quotations with fewer words are not traced to a place. */
const MIN_WORDS = 3;

/** A phrase with at most this many words is common if it occurs in more than this many documents. */
const MAX_STOCK_WORDS = 7;
const MAX_STOCK_DOCUMENTS = 5;
/** The maximum number of occurrences to compare character by character. */
const MAX_OCCURRENCES = 200;

/** From this similarity on, the quotation is one place with a slip, even if parts occur elsewhere. */
const NEAR_IDENTITY = 0.85;

/** The minimum similarity of the closest passage that is shown if no passage is similar enough. */
const MIN_CLOSE_SIMILARITY = 0.4;

/** The maximum number of fragments in a stitched quotation. */
const MAX_FRAGMENTS = 4;

/** Creates a verifier for the words of passages; `analyzer` recognises content words. */
export function createVerifier(passagePositions: PassagePositions, analyzer: Analyzer): Verifier {
  const { passages, positions } = passagePositions;
  const { isSimilar, isTraceable } = createSimilarityTest(positions);

  function verify(quoted: string, isClaimed: IsClaimed = () => true): Verdict {
    const text = stripQuotesAndEllipses(quoted);
    const words = positions.wordIdsOf(text);
    const exact = verifyExactWords(text, words, isClaimed);
    if (exact !== undefined) return exact;
    if (!hasEnoughWords(text)) return { kind: "none", isTraceable: false };

    const parts = splitAtEllipses(text)
      .map(stripQuotesAndEllipses)
      .filter((part) => positions.wordIdsOf(part).length > 0);
    const isElided = parts.length > 1;
    const { alignments, runs } = findCandidates(text, positions);
    const similar = alignments.filter((alignment) => isSimilar(alignment, words));
    const best = similar.find(({ start }) => isClaimed(documentAt(start))) ?? similar[0];
    const closest = alignments.find(({ similarity }) => similarity >= MIN_CLOSE_SIMILARITY);
    return (
      (isElided ? verifyParts(parts, isClaimed) : undefined) ??
      // A few words that also occur elsewhere do not make a stitched quotation.
      (best && best.similarity >= NEAR_IDENTITY ? alteredVerdict([best], text) : undefined) ??
      verifyStitched(text, words, runs) ??
      (best && alteredVerdict([best], text)) ??
      (isElided ? verifyAlteredParts(parts, isClaimed) : undefined) ?? {
        kind: "none",
        isTraceable: true,
        ...(closest && { closest: stretchOf(closest, passagePositions) }),
      }
    );
  }

  /** Returns a verdict if the words occur one after the other. */
  function verifyExactWords(
    text: string,
    words: readonly number[],
    isClaimed: IsClaimed,
  ): Verdict | undefined {
    const ranges = findPhrase(words);
    const documents = new Set(ranges.map(({ start }) => documentAt(start))).size;
    const isStock = words.length <= MAX_STOCK_WORDS && documents > MAX_STOCK_DOCUMENTS;
    if (
      ranges.length > 0 &&
      (!hasEnoughWords(text) || isStock || ranges.length > MAX_OCCURRENCES)
    ) {
      const claimed = ranges.filter(({ start }) => isClaimed(documentAt(start))).length;
      return { kind: "common", count: ranges.length, documents, claimed };
    }
    const claimRank = ({ stretch: [{ document }] }: Occurrence) => (isClaimed(document) ? 0 : 1);
    const [first, ...others] = ranges
      .map((range) => occurrenceAt(range, text, passagePositions))
      .sort((a, b) => claimRank(a) - claimRank(b) || a.differences.length - b.differences.length);
    if (first === undefined) return undefined;
    const kind = first.differences.length === 0 ? "exact" : "typography";
    return { kind, occurrences: [first, ...others] };
  }

  /** Verifies the exact parts between ellipses: in order in one document, or from several places. */
  function verifyParts(parts: readonly string[], isClaimed: IsClaimed): Verdict | undefined {
    const words = parts.map(positions.wordIdsOf);
    if (!isTraceable(words.flat())) return undefined;
    const ranges = words.map(findPhrase);
    const chain = findClosestChain(ranges, documentAt, isClaimed);
    if (chain !== undefined) {
      return { kind: "shortened", fragments: toOccurrences(chain, parts), gaps: findGaps(chain) };
    }
    const [first, ...others] = ranges.flatMap(([range]) => range ?? []);
    const isComplete = others.length + 1 === parts.length;
    if (first === undefined || !isComplete || !words.every(isTraceable)) return undefined;
    return { kind: "stitched", fragments: toOccurrences([first, ...others], parts) };
  }

  /** Verifies parts between ellipses, some of them altered, in order in one document. */
  function verifyAlteredParts(parts: readonly string[], isClaimed: IsClaimed): Verdict | undefined {
    const chain = findClosestChain(parts.map(findSimilarRanges), documentAt, isClaimed);
    return chain && alteredVerdict(chain, parts.join(" … "));
  }

  /** Returns the occurrences of a part, or otherwise the ranges similar to it, by position. */
  function findSimilarRanges(part: string): readonly PositionRange[] {
    const words = positions.wordIdsOf(part);
    const exact = findPhrase(words);
    if (exact.length > 0) return exact;
    return findCandidates(part, positions)
      .alignments.filter((alignment) => isSimilar(alignment, words))
      .sort((a, b) => a.start - b.start);
  }

  /** Verifies a quotation without ellipses whose fragments follow each other without a gap. */
  function verifyStitched(
    text: string,
    words: readonly number[],
    runs: readonly MatchingRun[],
  ): Verdict | undefined {
    const cover = findGreedyCover(words.length, runs);
    if (cover === undefined || cover.length > MAX_FRAGMENTS) return undefined;
    if (areTogether(cover, words.length)) return undefined;
    if (!cover.every((range) => isTraceable(wordsIn(range)))) return undefined;
    const tokens = tokenize(text);
    let next = 0;
    const parts = cover.map(({ start, end }) => {
      const first = elementAt(tokens, next);
      next += end - start;
      return text.slice(first.start, elementAt(tokens, next - 1).end);
    });
    return { kind: "stitched", fragments: toOccurrences(cover, parts) };
  }

  /** Tests whether ranges are in order, near each other and in contiguous passages. */
  function areTogether(ranges: FragmentRanges, wordCount: number): boolean {
    return ranges.slice(1).every(({ start }, index) => {
      const { end } = elementAt(ranges, index);
      const isNear = start >= end && start - end <= wordCount / 2;
      return isNear && !positions.wordIds.subarray(end, start).includes(BOUNDARY);
    });
  }

  function wordsIn({ start, end }: PositionRange): readonly number[] {
    return [...positions.wordIds.subarray(start, end)];
  }

  function findPhrase(words: readonly number[]): readonly PositionRange[] {
    return positions.findPhrase(words).map((start) => ({ start, end: start + words.length }));
  }

  function toOccurrences(
    [first, ...others]: FragmentRanges,
    parts: readonly string[],
  ): Occurrences {
    const toOccurrence = (range: PositionRange, index: number) =>
      occurrenceAt(range, elementAt(parts, index), passagePositions);
    return [
      toOccurrence(first, 0),
      ...others.map((range, index) => toOccurrence(range, index + 1)),
    ];
  }

  function findGaps(ranges: FragmentRanges): readonly (Gap | undefined)[] {
    return ranges.slice(1).map(({ start: end }, index) => {
      const start = elementAt(ranges, index).end;
      if (positions.wordIds.subarray(start, end).includes(BOUNDARY)) return undefined;
      const stretch = end > start ? stretchOf({ start, end }, passagePositions) : undefined;
      return { words: end - start, stretch };
    });
  }

  function alteredVerdict([first, ...others]: FragmentRanges, text: string): Verdict {
    const firstStretch = stretchOf(first, passagePositions);
    const fragments = [
      firstStretch,
      ...others.map((range) => stretchOf(range, passagePositions)),
    ] as const;
    const printed = fragments.map((stretch) => stretchText(stretch)).join(BETWEEN_FRAGMENTS);
    const { language } = firstStretch[0].document;
    return { kind: "altered", fragments, changes: compareWords(printed, text, language) };
  }

  /** Tests whether a quotation has enough words, including a content word, to be traced. */
  function hasEnoughWords(text: string): boolean {
    return countWords(text) >= MIN_WORDS && analyzer.contentWordsOf(text).length > 0;
  }

  function documentAt(position: number): Document {
    return elementAt(passages, positions.textAt(position)).document;
  }

  return { verify };
}
