import type { Document } from "../corpus/document.ts";
import type { Analyzer } from "../language/analyzer.ts";
import { countWords, tokenize } from "../language/tokenizer.ts";
import type { PassagePositions } from "../search/index/passage-positions.ts";
import { BOUNDARY } from "../search/index/positions.ts";
import type { PositionRange } from "./alignment.ts";
import { findCandidates, type MatchingRun } from "./candidates.ts";
import { compareWords } from "./changes.ts";
import { splitAtEllipses, stripQuotesAndEllipses } from "./ellipsis.ts";
import { greedyCover, inOrder } from "./fragments.ts";
import { occurrenceAt, stretchOf, stretchText } from "./occurrence.ts";
import { createSimilarityTest } from "./similarity.ts";
import type { Gap, Occurrence, Occurrences, Verdict } from "./verdict.ts";

/** Tells whether words stand in the corpus as somebody quotes them. */
export interface Verifier {
  /** Of places that are equally like the quotation, those in claimed documents come first. */
  verify(quoted: string, isClaimed?: (document: Document) => boolean): Verdict;
}

/** Fewer words than this are traced to no place. */
const MIN_WORDS = 3;

/** A phrase of so many words at most is common when it stands in more documents than this. */
const MAX_STOCK_WORDS = 7;
const MAX_STOCK_DOCUMENTS = 5;
/** How many places of the same words are compared letter by letter. */
const MAX_OCCURRENCES = 200;

/** From here on a place is the same but for a slip, whatever else its words may be made of. */
const NEAR_IDENTITY = 0.85;

/** How similar the closest passage is at least, to be worth showing when none is like the quotation. */
const MIN_CLOSE_SIMILARITY = 0.4;

/** A quotation put together is made of so many parts at most. */
const MAX_FRAGMENTS = 4;

/** Verifies quotations against the words of passages; `analyzer` knows words that tell nothing. */
export function createVerifier(wording: PassagePositions, analyzer: Analyzer): Verifier {
  const { places, positions } = wording;
  const { isLike, isTraceable } = createSimilarityTest(positions);

  function verify(
    quoted: string,
    isClaimed: (document: Document) => boolean = () => true,
  ): Verdict {
    const text = stripQuotesAndEllipses(quoted);
    const words = positions.wordsOf(text);
    const known = verifyExact(text, words, isClaimed);
    if (known !== undefined) return known;
    if (countWords(text) < MIN_WORDS || !hasContentWord(text)) {
      return { kind: "none", isTraceable: false };
    }

    const parts = splitAtEllipses(text)
      .map(stripQuotesAndEllipses)
      .filter((part) => positions.wordsOf(part).length > 0);
    const near = findCandidates(text, positions);
    const likely = near.places.filter((one) => isLike(one, words));
    const best = likely.find((one) => isClaimed(documentAt(one.start))) ?? likely[0];
    const closest = near.places.find(({ similarity }) => similarity >= MIN_CLOSE_SIMILARITY);
    const isElided = parts.length > 1;
    return (
      (isElided ? verifyParts(parts, isClaimed) : undefined) ??
      // A few words that stand elsewhere too do not make a quotation put together.
      (best && best.similarity >= NEAR_IDENTITY ? alteredVerdict([best], text) : undefined) ??
      verifyStitched(text, words, near.runs) ??
      (best && alteredVerdict([best], text)) ??
      (isElided ? verifyAlteredParts(parts, isClaimed) : undefined) ?? {
        kind: "none",
        isTraceable: true,
        ...(closest && { closest: stretchOf(closest, wording) }),
      }
    );
  }

  /** The words one after the other, wherever they stand so. */
  function verifyExact(
    text: string,
    words: readonly number[],
    isClaimed: (document: Document) => boolean,
  ): Verdict | undefined {
    const windows = occurrencesOf(words);
    const documents = new Set(windows.map(({ start }) => documentAt(start))).size;
    const isStock = words.length <= MAX_STOCK_WORDS && documents > MAX_STOCK_DOCUMENTS;
    const isTraced = countWords(text) >= MIN_WORDS && hasContentWord(text);
    if (windows.length > 0 && (!isTraced || isStock || windows.length > MAX_OCCURRENCES)) {
      const claimed = windows.filter(({ start }) => isClaimed(documentAt(start))).length;
      return { kind: "common", count: windows.length, documents, claimed };
    }
    const claim = ({ stretch: [{ document }] }: Occurrence) => Number(isClaimed(document));
    const [first, ...others] = windows
      .map((window) => occurrenceAt(window, text, wording))
      .sort((a, b) => claim(b) - claim(a) || a.differences.length - b.differences.length);
    if (first === undefined) return undefined;
    const kind = first.differences.length === 0 ? "exact" : "typography";
    return { kind, standings: [first, ...others] };
  }

  /** Parts between ellipses: in one document in this order, or from here and there. */
  function verifyParts(
    parts: readonly string[],
    isClaimed: (document: Document) => boolean,
  ): Verdict | undefined {
    const words = parts.map(positions.wordsOf);
    const windows = words.map(occurrencesOf);
    if (!isTraceable(words.flat())) return undefined;
    const chain = inOrder(windows, documentAt, isClaimed);
    if (chain !== undefined) {
      const fragments = toOccurrences(chain, parts);
      return { kind: "shortened", fragments, gaps: gapsBetween(chain) };
    }
    const firsts = windows.flatMap(([first]) => first ?? []);
    if (firsts.length < parts.length || !words.every(isTraceable)) return undefined;
    return { kind: "stitched", fragments: toOccurrences(firsts, parts) };
  }

  /** Parts between ellipses of which some differ, in one document in this order. */
  function verifyAlteredParts(
    parts: readonly string[],
    isClaimed: (document: Document) => boolean,
  ): Verdict | undefined {
    const chain = inOrder(parts.map(similarRanges), documentAt, isClaimed);
    return chain && alteredVerdict(chain, parts.join(" … "));
  }

  /** Where `part` stands, or something so like it that it cannot be so by chance, in order. */
  function similarRanges(part: string): readonly PositionRange[] {
    const words = positions.wordsOf(part);
    const exact = occurrencesOf(words);
    if (exact.length > 0) return exact;
    return findCandidates(part, positions)
      .places.filter((one) => isLike(one, words))
      .sort((a, b) => a.start - b.start);
  }

  /** Runs that follow each other in the quotation without a gap, from different places. */
  function verifyStitched(
    text: string,
    words: readonly number[],
    runs: readonly MatchingRun[],
  ): Verdict | undefined {
    const cover = greedyCover(words.length, runs);
    if (cover === undefined || cover.length > MAX_FRAGMENTS) return undefined;
    const isTogether = cover.every(({ start }, index) => {
      const before = cover[index - 1];
      if (before === undefined) return true;
      const between = positions.words.subarray(before.end, start);
      // Where nothing reads on, what is near is not together.
      const isNear = start >= before.end && between.length <= words.length / 2;
      return isNear && !between.includes(BOUNDARY);
    });
    if (isTogether || !cover.every((window) => isTraceable(wordsIn(window)))) return undefined;
    const tokens = tokenize(text);
    let at = 0;
    const parts = cover.map(({ start, end }) => {
      const from = tokens[at]?.start;
      at += end - start;
      return text.slice(from, tokens[at - 1]?.end);
    });
    return { kind: "stitched", fragments: toOccurrences(cover, parts) };
  }

  function wordsIn({ start, end }: PositionRange): readonly number[] {
    return [...positions.words.subarray(start, end)];
  }

  function occurrencesOf(words: readonly number[]): readonly PositionRange[] {
    return positions.phrase(words).map((start) => ({ start, end: start + words.length }));
  }

  function toOccurrences(windows: readonly PositionRange[], parts: readonly string[]): Occurrences {
    const standings = windows.map((window, at) => occurrenceAt(window, parts[at] ?? "", wording));
    const [first, ...others] = standings;
    if (first === undefined) throw new Error("A quotation in parts has none.");
    return [first, ...others];
  }

  function gapsBetween(windows: readonly PositionRange[]): readonly (Gap | undefined)[] {
    return windows.slice(1).map(({ start: end }, index) => {
      const start = windows[index]?.end ?? end;
      if (positions.words.subarray(start, end).includes(BOUNDARY)) return undefined;
      const stretch = end > start ? stretchOf({ start, end }, wording) : undefined;
      return { words: end - start, stretch };
    });
  }

  function alteredVerdict(windows: readonly PositionRange[], text: string): Verdict {
    const [first, ...others] = windows.map((window) => stretchOf(window, wording));
    if (first === undefined) throw new Error("What is altered stands nowhere.");
    const printed = [first, ...others].map((one) => stretchText(one)).join(" … ");
    const { language } = first[0].document;
    return {
      kind: "altered",
      fragments: [first, ...others],
      changes: compareWords(printed, text, language),
    };
  }

  /** Whether a text has a word that tells something. */
  function hasContentWord(text: string): boolean {
    return analyzer.contentWordsOf(text).length > 0;
  }

  function documentAt(position: number): Document {
    const place = places[positions.textAt(position)];
    if (place === undefined) throw new Error(`No passage holds position ${position}.`);
    return place.document;
  }

  return { verify };
}
