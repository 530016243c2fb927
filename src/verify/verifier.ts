import type { Document } from "../corpus/document.ts";
import { elementAt } from "../foundation/checked-access.ts";
import type { BuiltInSteps } from "../foundation/lazy.ts";
import { memoizeByText } from "../foundation/memoize-by-text.ts";
import type { Analyzer } from "../language/analyzer.ts";
import { findLanguage } from "../language/languages/index.ts";
import { countWords, hasTokens, tokenize, tokenKey } from "../language/tokenizer.ts";
import { type PassagePositions, passageOfText } from "../search/index/passage-positions.ts";
import { BOUNDARY, UNKNOWN_WORD } from "../search/index/positions.ts";
import type { Alignment, PositionRange } from "./alignment.ts";
import { findCandidates, type MatchingRun } from "./candidates.ts";
import { type Change, compareWords } from "./changes.ts";
import { closestRange } from "./closest-range.ts";
import {
  type EditorialMark,
  hasQuotedParts,
  removeBracketedWords,
  removeMarks,
  removeNamingLines,
  removePossibleVerseNumbers,
  removeWordsOutsideMarks,
  type WordUse,
} from "./editorial-marks.ts";
import { splitAtEllipses, stripQuotesAndEllipses } from "./ellipsis.ts";
import {
  type FragmentRanges,
  findClosestChain,
  findGreedyCover,
  findWordEnds,
  MIN_FRAGMENT,
  type PartOccurrences,
} from "./fragments.ts";
import { gapBetween, interruptionsBetween, isWithinReach } from "./gap.ts";
import { createNamingWords, keysOf } from "./naming-words.ts";
import { hasSameWords, occurrenceAt, occurrencesIn, stretchOf, stretchText } from "./occurrence.ts";
import { takeMarks, withoutReplaced } from "./printed-marks.ts";
import { restoreCopied, wordIdsOf } from "./readings.ts";
import { createSimilarityTest } from "./similarity.ts";
import type { TypographicDifference } from "./typography.ts";
import {
  BETWEEN_FRAGMENTS,
  type Occurrence,
  type Occurrences,
  type Stretch,
  type Verdict,
} from "./verdict.ts";

/** Compares quotations with the words of the corpus. It is complete at its first use, but can be prepared before. */
export interface Verifier extends BuiltInSteps {
  /** Returns the verdict. Among equally similar places, those in claimed documents come first. */
  verify(quoted: string, isClaimed?: IsClaimed): Verdict;
}

/** Tests whether the user says that the quotation is from this document. */
type IsClaimed = (document: Document) => boolean;

/** Words as they are compared, and what was taken from the quotation or undone in it before. */
interface Reading {
  readonly text: string;
  readonly marks: readonly EditorialMark[];
  readonly differences: readonly TypographicDifference[];
}

/** A part of a quotation between two of its ellipses. */
interface Part {
  readonly text: string;
  readonly words: readonly number[];
  readonly occurrences: PartOccurrences;
  /** Whether it can be traced by itself. */
  readonly isTraceable: boolean;
}

/** Quotations with fewer words are traced to a place only if they occur once. */
const MIN_WORDS = 3;

/** At how many places a name is looked for. */
const MAX_PLACES_OF_NAME = 1000;

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

/** How many occurrences of a word show whether it is a name. */
const MAX_SPELLINGS = 50;

/** The maximum number of headings to look for within a quotation. */
const MAX_HEADINGS = 8;
/**
 * The maximum number of places to compare word by word with a quotation that has numbers among its words, and that of the
 * pairs of words in them, but for the first.
 */
const MAX_NUMBERED_PLACES = 20;
const MAX_NUMBERED_PAIRS = 1_000_000;

/** This many parts between ellipses are always compared. */
const MAX_PARTS = 12;
/**
 * More parts are compared if finding them examines at most this many positions, which is known before:
 * about 50 milliseconds.
 */
const MAX_EXAMINED = 10_000_000;
/** How far a part that is too short to be traced may be from the next, in words. */
const MAX_LIGHT_GAP = 12;

/** The words of a corpus that its passages lack, and that are not verified. */
interface OtherWords {
  /** All documents, which have titles and names. */
  readonly documents: readonly Document[];
  /** Whether a note has these words one after the other. */
  occurInNotes(words: string): boolean;
}

/** Creates a verifier for the words of passages; `analyzer` recognises content words. */
export function createVerifier(
  passagePositions: PassagePositions,
  analyzer: Analyzer,
  otherWords?: OtherWords,
): Verifier {
  const { passages, positions } = passagePositions;
  const passageOf = (textId: number) => passageOfText(passagePositions, textId);
  const documents = otherWords?.documents ?? [
    ...new Set(Array.from({ length: passages.length }, (_, textId) => passageOf(textId).document)),
  ];
  const naming = createNamingWords(documents);
  const namingUse = { useOf, isHeading, removeTitle: naming.removeTitle };
  const language = passages.at(0)?.document.language ?? "und";
  const { weigh, isTraceable, isTraceableAt } = createSimilarityTest(positions);

  function verify(quoted: string, isClaimed: IsClaimed = () => true): Verdict {
    const verdict = verifyWords(quoted, isClaimed);
    if (!("marks" in verdict)) return verdict;
    const documents = new Set(
      ("occurrences" in verdict ? verdict.occurrences : verdict.fragments).map((one) => {
        const [{ document }] = "stretch" in one ? one.stretch : one;
        return document;
      }),
    );
    const marks = verdict.marks.map((mark): EditorialMark => {
      const isContradicted =
        mark.kind === "attribution" &&
        [...documents].every((document) =>
          naming.contradictsOrigin(mark.text, document, (name) => isPrintedIn(document, name)),
        );
      return isContradicted ? { ...mark, kind: "other-origin" } : mark;
    });
    return { ...verdict, marks };
  }

  function verifyWords(quoted: string, isClaimed: IsClaimed): Verdict {
    const original = stripQuotesAndEllipses(quoted);
    const readings: Reading[] = [];
    for (const reading of readingsOf(original)) {
      const verdict = verifyExactWords(reading, isClaimed);
      if (verdict?.kind === "common" && original !== quoted) {
        // With an ellipsis at its beginning or end, it may be a whole passage.
        const whole = verifyExactWords({ ...reading, text: quoted }, isClaimed);
        if (whole?.kind === "exact") return whole;
      }
      if (verdict === undefined) readings.push(reading);
      const unreplaced = verdict && withoutReplaced(verdict, reading.marks, original);
      if (unreplaced !== undefined) return unreplaced;
    }
    const inMarks = inMarksOf(quoted);
    for (const one of inMarks) {
      const inside = verifyExactWords(one, isClaimed);
      // Only a verdict with marks names the words that it is not about.
      if (inside === undefined || !("marks" in inside)) continue;
      const unreplaced = withoutReplaced(inside, one.marks, original);
      if (unreplaced !== undefined) return unreplaced;
    }
    const reading = elementAt(readings, readings.length - 1);
    const { text } = reading;
    const numbered = verifyNumberedVerses(reading, isClaimed);
    if (numbered !== undefined) return numbered;
    const headed = verifyHeadings(reading);
    if (headed !== undefined) return headed;
    const differing = verifyDifferingWords(reading, isClaimed);
    if (differing !== undefined) return differing;
    if (isHeading(text)) return { kind: "unjudged", reason: "heading" };
    if (!hasEnoughWords(text)) return { kind: "none", isTraceable: false };
    if (otherWords?.occurInNotes(text)) return { kind: "unjudged", reason: "note" };

    const isElided = splitIntoParts(text).length > 1;
    const elided = isElided ? verifyElided(readings, inMarks, original, isClaimed) : undefined;
    if (elided !== undefined) return elided;
    const words = wordIdsOf(text, positions);
    const { alignments, runs } = findCandidates(text, words, positions);
    const weighed = weigh(alignments, words);
    const similar = weighed
      .filter(({ isSimilar, isAmbiguous }) => isSimilar && (isElided || !isAmbiguous))
      .map(({ alignment }) => alignment);
    const best = similar.find(({ start }) => isClaimed(documentAt(start))) ?? similar[0];
    const probable = isElided ? undefined : weighed.find(({ isProbable }) => isProbable)?.alignment;
    const closest = alignments.find(({ similarity }) => similarity >= MIN_CLOSE_SIMILARITY);
    const verdictNear = (range: PositionRange, isProbable = false) =>
      verdictAt([closestRange(text, words, range, positions)], readings, isProbable);
    return (
      // A few words that also occur elsewhere do not make a stitched quotation.
      (best && isNearlyWhole(best) ? verdictNear(best) : undefined) ??
      verifyStitched(reading, words, runs) ??
      (best && verdictNear(best)) ??
      (probable && verdictNear(probable, true)) ?? {
        kind: "none",
        isTraceable: true,
        ...(closest && { closest: stretchOf(closest, passagePositions) }),
      }
    );
  }

  /** Returns a quotation as it is, without the traces of copying, and without an editor's marks. */
  function readingsOf(quoted: string): readonly Reading[] {
    const { text, differences, unmarked } = withoutMarks(quoted);
    const { marks } = unmarked;
    const inner = stripQuotesAndEllipses(unmarked.text);
    const withoutLines = removeNamingLines(unmarked.text, language, namingUse);
    // The document may have words in brackets too.
    const unbracketed = removeBracketedWords(inner, language);
    const readings = [
      { text: quoted, marks: [], differences: [] },
      { text, marks: [], differences },
      { text: inner, marks, differences },
      {
        text: stripQuotesAndEllipses(withoutLines.text),
        marks: [...marks, ...withoutLines.marks],
        differences,
      },
      { text: unbracketed.text, marks: [...marks, ...unbracketed.marks], differences },
    ];
    return readings.filter(
      (one, index) =>
        index === 0 || (one.text !== readings[index - 1]?.text && hasTokens(one.text)),
    );
  }

  /** Returns a quotation without the traces of copying, and with what is left of it without an editor's marks. */
  function withoutMarks(quoted: string) {
    const restored = restoreCopied(quoted, positions);
    return { ...restored, unmarked: removeMarks(restored.text, language, namingUse) };
  }

  /** Returns a quotation without the words outside of its quotation marks, and also without those in brackets, if there are any. */
  function inMarksOf(quoted: string): readonly Reading[] {
    if (!hasQuotedParts(quoted)) return [];
    const { differences, unmarked } = withoutMarks(quoted);
    const inside = removeWordsOutsideMarks(unmarked.text, language);
    if (inside.marks.length === 0) return [];
    const marks = [...unmarked.marks, ...inside.marks];
    const unbracketed = removeBracketedWords(inside.text, language);
    const readings = [
      { ...inside, marks },
      { text: unbracketed.text, marks: [...marks, ...unbracketed.marks] },
    ];
    return readings
      .slice(0, unbracketed.marks.length > 0 ? 2 : 1)
      .map((one) => ({ ...one, text: stripQuotesAndEllipses(one.text), differences }));
  }

  /**
   * Returns how the corpus uses a word with a capital letter. It is a name in a title, in the name of a person, and
   * where the passages never have it with a small letter, unless all nouns have capitals.
   */
  function useOf(word: string): WordUse {
    if (naming.isInName(tokenKey(word))) return "name";
    const [id = UNKNOWN_WORD] = positions.wordIdsOf(word);
    if (id === UNKNOWN_WORD) return "unknown";
    if (findLanguage(language)?.capitalizesNouns) return "ordinary";
    const isCapital = positions
      .positionsOf(id)
      .subarray(0, MAX_SPELLINGS)
      .every((position) => {
        const [span] = positions.spans(position, position + 1);
        const { text } = passageOf(span?.textId ?? 0).passage;
        return /^\p{Lu}/u.test(text.slice(span?.start));
      });
    return isCapital ? "name" : "ordinary";
  }

  /** Returns a verdict if the words occur one after the other. */
  function verifyExactWords(reading: Reading, isClaimed: IsClaimed): Verdict | undefined {
    const { text } = reading;
    const words = wordIdsOf(text, positions);
    const starts = positions.findPhrase(words);
    const ranges = toRanges(starts.subarray(0, MAX_OCCURRENCES), words.length);
    if (starts.length > 1) {
      const counts = countByDocument(starts);
      const isStock = words.length <= MAX_STOCK_WORDS && counts.size > MAX_STOCK_DOCUMENTS;
      const isWhole = (start: number) => isWholePassage({ start, end: start + words.length });
      const isCommon = (!hasEnoughWords(text) || isStock) && !starts.some(isWhole);
      if (isCommon || starts.length > MAX_OCCURRENCES) {
        return { kind: "common", count: starts.length, documents: counts };
      }
    }
    const stretches = ranges.map((range) => stretchOf(range, passagePositions));
    return verdictOn(occurrencesIn(stretches, text), reading, isClaimed);
  }

  /** Tests whether a range has all words of a passage: however few, they are quoted as a whole. */
  function isWholePassage({ start, end }: PositionRange): boolean {
    const textId = positions.textAt(start);
    const next = positions.startOf(textId + 1);
    const last = positions.wordIds[next - 1] === BOUNDARY ? next - 1 : next;
    return start === positions.startOf(textId) && end === last;
  }

  /** Returns the verdict on words that occur; undefined if they do not. */
  function verdictOn(
    occurrences: readonly Occurrence[],
    { text, marks, differences }: Reading,
    isClaimed: IsClaimed,
  ): Verdict | undefined {
    const claimRank = ({ stretch: [{ document }] }: Occurrence) => (isClaimed(document) ? 0 : 1);
    const interruptionRank = ({ stretch }: Occurrence) =>
      stretch.some((span, index) => {
        const next = stretch[index + 1];
        return next !== undefined && interruptionsBetween(span, next).length > 0;
      })
        ? 1
        : 0;
    const [first, ...others] = occurrences
      .map((one) => ({ ...one, differences: [...differences, ...one.differences] }))
      .sort(
        (a, b) =>
          claimRank(a) - claimRank(b) ||
          interruptionRank(a) - interruptionRank(b) ||
          a.differences.length - b.differences.length,
      );
    if (first === undefined) return undefined;
    const kind = first.differences.length === 0 ? "exact" : "typography";
    return (
      withoutInterruptions(first, { text, marks, differences }) ?? {
        kind,
        occurrences: [first, ...others],
        marks,
      }
    );
  }

  /**
   * Returns the verdict on words of contiguous passages between which the document has a heading or
   * something else that is not quoted; undefined if there is nothing.
   */
  function withoutInterruptions(
    { stretch }: Occurrence,
    { text, marks, differences }: Reading,
  ): Verdict | undefined {
    const quotedHeadings = marks.some(({ kind }) => kind === "heading");
    const interruptions = stretch
      .slice(1)
      .map((span, index) =>
        interruptionsBetween(elementAt(stretch, index), span).filter(
          (one) => !(quotedHeadings && one === "heading"),
        ),
      );
    if (interruptions.every(({ length }) => length === 0)) return undefined;
    const tokens = tokenize(text);
    let next = 0;
    const fragments: Occurrence[] = [];
    let pending: Stretch | undefined;
    for (const [index, span] of stretch.entries()) {
      pending = pending === undefined ? [span] : [...pending, span];
      if (index < interruptions.length && elementAt(interruptions, index).length === 0) continue;
      const { length } = tokenize(stretchText(pending));
      const first = elementAt(tokens, next).start;
      const last = elementAt(tokens, next + length - 1).end;
      const isFirst = next === 0;
      next += length;
      const part = text.slice(isFirst ? 0 : first, next === tokens.length ? text.length : last);
      fragments.push(occurrenceAt(pending, part));
      pending = undefined;
    }
    const [first, ...others] = fragments;
    if (first === undefined) return undefined;
    return {
      kind: "shortened",
      fragments: [{ ...first, differences: [...differences, ...first.differences] }, ...others],
      gaps: interruptions
        .filter(({ length }) => length > 0)
        .map((some) => ({
          stretch: undefined,
          isKnown: true,
          words: 0,
          paragraphs: 0,
          interruptions: some,
          hidden: [],
        })),
      lightParts: [],
      marks,
    };
  }

  /** Verifies words among which a quotation has the numbers of verses. */
  function verifyNumberedVerses(reading: Reading, isClaimed: IsClaimed): Verdict | undefined {
    const text = removePossibleVerseNumbers(reading.text);
    if (text === reading.text) return undefined;
    const words = wordIdsOf(text, positions);
    const places = Math.ceil(MAX_NUMBERED_PAIRS / words.length ** 2);
    const ranges = findPhrase(words, Math.min(MAX_NUMBERED_PLACES, places));
    if (ranges.length > 1 && !hasEnoughWords(text)) return undefined;
    const verdicts = ranges.map((range) => verdictAt([range], [reading]));
    const numbered = verdicts.filter(({ kind }) => kind !== "altered");
    return numbered.find((verdict) => isClaimedVerdict(verdict, isClaimed)) ?? numbered[0];
  }

  /** Verifies words that are quoted together with a heading above them. */
  function verifyHeadings(reading: Reading): Verdict | undefined {
    const tokens = tokenize(reading.text);
    const keys = tokens.map(({ start, end }) => tokenKey(reading.text.slice(start, end)));
    const places = keys.flatMap((_, first) =>
      naming.headingLengthsAt(keys, first).map((length) => ({ first, next: first + length })),
    );
    for (const { first, next } of places.slice(0, MAX_HEADINGS)) {
      const rest = tokens[next];
      if (rest === undefined) continue;
      const { start } = elementAt(tokens, first);
      const text = reading.text.slice(0, start) + reading.text.slice(rest.start);
      const [range] = findPhrase(wordIdsOf(text, positions), 1);
      const verdict = range && verdictAt([range], [reading]);
      const isFound = verdict?.kind === "exact" || verdict?.kind === "typography";
      if (isFound) return verdict;
    }
    return undefined;
  }

  /** Tests whether a text is a whole heading or title, and nothing more. */
  function isHeading(text: string): boolean {
    const keys = keysOf(text);
    return naming.headingLengthsAt(keys, 0).includes(keys.length);
  }

  function isClaimedVerdict(verdict: Verdict, isClaimed: IsClaimed): boolean {
    return "occurrences" in verdict && isClaimed(verdict.occurrences[0].stretch[0].document);
  }

  /**
   * Verifies words that occur one after the other but for a difference that counts in
   * their language: an accent, a sign, a vowel point.
   */
  function verifyDifferingWords(reading: Reading, isClaimed: IsClaimed): Verdict | undefined {
    const ranges = findPhrase(wordIdsOf(reading.text, positions), MAX_OCCURRENCES);
    if (ranges.length > 1 && !hasEnoughWords(reading.text)) return undefined;
    const best = ranges.find(({ start }) => isClaimed(documentAt(start))) ?? ranges[0];
    return best && verdictAt([best], [reading]);
  }

  /** Verifies a quotation with ellipses by the parts between them. */
  function verifyElided(
    readings: readonly Reading[],
    inMarks: readonly Reading[],
    original: string,
    isClaimed: IsClaimed,
  ): Verdict | undefined {
    const unmarked = elementAt(readings, readings.length - 1);
    if (!isComparable(splitIntoParts(unmarked.text))) {
      return { kind: "unjudged", reason: "too-many-parts" };
    }
    let unjudged: Verdict | undefined;
    let last = elementAt(readings, 0);
    for (const reading of [...readings, ...inMarks]) {
      const judged = verifyParts(partsOf(reading), reading, isClaimed);
      const verdict = judged && withoutReplaced(judged, reading.marks, original);
      if (verdict !== undefined && verdict.kind !== "unjudged") return verdict;
      if (inMarks.includes(reading) || (judged !== undefined && verdict === undefined)) continue;
      unjudged ??= verdict;
      last = reading;
    }
    return unjudged ?? verifyAlteredParts(partsOf(last), last, isClaimed);
  }

  function partsOf({ text }: Reading): readonly Part[] {
    const texts = splitIntoParts(text);
    const parts = new Map([...new Set(texts)].map((part) => [part, toPart(part)]));
    return texts.flatMap((part) => parts.get(part) ?? []);
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
    const [first] = toRanges(starts.subarray(0, 1), words.length);
    return {
      text,
      words,
      occurrences: { starts, lengthAt: () => words.length, minLength: words.length },
      isTraceable: first === undefined ? isTraceable(words) : isTraceableAt([first]),
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
      documentAt,
      isClaimed,
    );
    const verdict = chain && verifyChain(chain, parts, reading);
    if (verdict !== undefined) return verdict;
    const traceable = parts.filter((part) => part.isTraceable);
    if (traceable.length < parts.length) return { kind: "unjudged", reason: "light-parts" };
    const ranges = traceable.map(({ occurrences }, index): PositionRange => {
      const inChain = chain?.[index];
      const start = occurrences.starts[0] ?? 0;
      return inChain ?? { start, end: start + occurrences.lengthAt(0) };
    });
    const occurrences = occurrencesOf(
      ranges,
      traceable.map(({ text }) => text),
    );
    return occurrences && { kind: "stitched", fragments: occurrences, marks: reading.marks };
  }

  /** Verifies parts that follow each other in one document. */
  function verifyChain(
    chain: FragmentRanges,
    parts: readonly Part[],
    reading: Reading,
  ): Verdict | undefined {
    const isNear = (index: number) =>
      [chain[index - 1], chain[index + 1]].some((neighbour) => {
        const range = elementAt(chain, index);
        if (neighbour === undefined) return false;
        const distance = Math.max(neighbour.start - range.end, range.start - neighbour.end);
        return distance <= MAX_LIGHT_GAP;
      });
    const counted = parts.flatMap(({ isTraceable }, index) =>
      isTraceable || isNear(index) ? [index] : [],
    );
    const ranges = counted.map((index) => elementAt(chain, index));
    // Together, parts that are near each other may say enough.
    if (!isTraceableAt(ranges)) return undefined;
    const gaps = ranges
      .slice(1)
      .map((range, index) => gapBetween(elementAt(ranges, index), range, passagePositions));
    if (!gaps.every(isWithinReach)) return undefined;
    const fragments = occurrencesOf(
      ranges,
      counted.map((index) => elementAt(parts, index).text),
    );
    if (fragments === undefined) return undefined;
    const [first, ...others] = fragments;
    const { marks, differences } = reading;
    const lightParts = parts.flatMap(({ text }, index) => (counted.includes(index) ? [] : [text]));
    return {
      kind: "shortened",
      fragments: [withDifferences(first, differences), ...others],
      gaps,
      lightParts,
      marks,
    };
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
      documentAt,
      isClaimed,
    );
    return (
      chain &&
      verdictAt(chain, [
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

  /** Verifies a quotation without ellipses whose fragments follow each other without a gap. */
  function verifyStitched(
    { text, marks }: Reading,
    words: readonly number[],
    runs: readonly MatchingRun[],
  ): Verdict | undefined {
    const wordEnds = findWordEnds(text);
    const cover = findGreedyCover(words.length, runs, (index) => wordEnds.has(index));
    if (cover === undefined || cover.length > MAX_FRAGMENTS) return undefined;
    if (areTogether(cover, words.length)) return undefined;
    if (!cover.every((range) => isTraceableAt([range]))) return undefined;
    const tokens = tokenize(text);
    let next = 0;
    const parts = cover.map(({ start, end }) => {
      const first = elementAt(tokens, next);
      next += end - start;
      return text.slice(first.start, elementAt(tokens, next - 1).end);
    });
    const fragments = occurrencesOf(cover, parts);
    return fragments && { kind: "stitched", fragments, marks };
  }

  /** Tests whether ranges are in order, near each other and in contiguous passages. */
  function areTogether(ranges: FragmentRanges, wordCount: number): boolean {
    return ranges.slice(1).every(({ start }, index) => {
      const { end } = elementAt(ranges, index);
      const isNear = start >= end && start - end <= wordCount / 2;
      return isNear && !positions.wordIds.subarray(end, start).includes(BOUNDARY);
    });
  }

  /** Returns at most `limit` of the places with these words, in order. */
  function findPhrase(words: readonly number[], limit: number): readonly PositionRange[] {
    return toRanges(positions.findPhrase(words).subarray(0, limit), words.length);
  }

  /** Counts the positions in each document. */
  function countByDocument(starts: Uint32Array): ReadonlyMap<Document, number> {
    const counts = new Map<Document, number>();
    let textId = -1;
    let count = 0;
    const add = () => {
      const document = textId < 0 ? undefined : passageOf(textId).document;
      if (document !== undefined) counts.set(document, (counts.get(document) ?? 0) + count);
      count = 0;
    };
    for (const start of starts) {
      const next = positions.textAt(start);
      if (next !== textId) add();
      textId = next;
      count += 1;
    }
    add();
    return counts;
  }

  /** Returns the occurrences of parts in ranges; undefined if a range has other words. */
  function occurrencesOf(
    ranges: readonly PositionRange[],
    parts: readonly string[],
  ): Occurrences | undefined {
    const occurrences: Occurrence[] = [];
    for (const [index, range] of ranges.entries()) {
      const stretch = stretchOf(range, passagePositions);
      const part = elementAt(parts, index);
      if (!hasSameWords(stretch, part)) return undefined;
      occurrences.push(occurrenceAt(stretch, part));
    }
    const [first, ...others] = occurrences;
    return first && [first, ...others];
  }

  /**
   * Compares a quotation with ranges of similar words, word by word, and judges it without the marks that an
   * editor added to it.
   */
  function verdictAt(
    ranges: FragmentRanges,
    readings: readonly Reading[],
    isProbable = false,
  ): Verdict {
    const [first, ...others] = ranges.map((range) => stretchOf(range, passagePositions));
    const firstStretch = first ?? stretchOf(ranges[0], passagePositions);
    const fragments = [firstStretch, ...others] as const;
    const printed = fragments.map((stretch) => stretchText(stretch)).join(BETWEEN_FRAGMENTS);
    const { language } = firstStretch[0].document;
    // A mark may be printed too.
    const [closest, ...rest] = readings.map((reading) => {
      const all = compareWords(printed, reading.text, language);
      const { changes, marks } = takeMarks(all, fragments, language);
      return { reading, changes, allMarks: [...reading.marks, ...marks] };
    });
    if (closest === undefined) throw new Error("There is no reading to compare.");
    const { reading, changes, allMarks } = rest.reduce(
      (a, b) => (extentOf(b.changes) < extentOf(a.changes) ? b : a),
      closest,
    );
    if (changes.some(({ isSame }) => !isSame)) {
      return { kind: "altered", fragments, changes, isProbable, marks: allMarks };
    }
    const unmarked = { ...reading, text: textOf(changes), marks: allMarks };
    const verdict =
      others.length === 0
        ? verdictOn([occurrenceAt(firstStretch, unmarked.text)], unmarked, () => true)
        : shortenedVerdict(ranges, unmarked);
    return verdict ?? { kind: "none", isTraceable: true, closest: firstStretch };
  }

  /** Returns the verdict on parts that all occur as they are quoted. */
  function shortenedVerdict(
    ranges: FragmentRanges,
    { text, marks, differences }: Reading,
  ): Verdict | undefined {
    const fragments = occurrencesOf(ranges, splitAtEllipses(text).map(stripQuotesAndEllipses));
    if (fragments === undefined) return undefined;
    const gaps = ranges
      .slice(1)
      .map((range, index) => gapBetween(elementAt(ranges, index), range, passagePositions));
    if (!gaps.every(isWithinReach)) return { kind: "stitched", fragments, marks };
    const [first, ...others] = fragments;
    return {
      kind: "shortened",
      fragments: [withDifferences(first, differences), ...others],
      gaps,
      lightParts: [],
      marks,
    };
  }

  /** Tests whether a quotation has enough words, including a content word, to be traced. */
  function hasEnoughWords(text: string): boolean {
    return (
      (countWords(text) >= MIN_WORDS && analyzer.contentWordsOf(text).length > 0) ||
      isTraceable(wordIdsOf(text, positions))
    );
  }

  /** Whether a document has a name in its passages, or may have it: one at very many places is not looked for. */
  function isPrintedIn(document: Document, name: string): boolean {
    const starts = positions.findPhrase(wordIdsOf(name, positions));
    return (
      starts.length > MAX_PLACES_OF_NAME || starts.some((start) => documentAt(start) === document)
    );
  }

  function documentAt(position: number): Document {
    return passageOf(positions.textAt(position)).document;
  }

  return { verify, buildSome: naming.buildSome };
}

function toRanges(starts: Uint32Array, length: number): readonly PositionRange[] {
  return Array.from(starts, (start) => ({ start, end: start + length }));
}

/** Tests whether a quotation is one place with a slip: no more words at either end are from elsewhere. */
function isNearlyWhole({ similarity, counterparts }: Alignment): boolean {
  const isCommon = (position: number | undefined) => position !== undefined;
  const before = counterparts.findIndex(isCommon);
  const after = counterparts.length - 1 - counterparts.findLastIndex(isCommon);
  return similarity >= NEAR_IDENTITY && Math.max(before, after) < MIN_FRAGMENT.words;
}

/** Returns the parts of a quotation between its ellipses that have words. */
function splitIntoParts(text: string): readonly string[] {
  // A part may be repeated a thousand times.
  const partOf = memoizeByText(MAX_DIFFERENT_PARTS, (between) => {
    const part = stripQuotesAndEllipses(between);
    return hasTokens(part) ? part : undefined;
  });
  return splitAtEllipses(text).flatMap((between) => partOf(between) ?? []);
}

/** How many different parts of a quotation are remembered. */
const MAX_DIFFERENT_PARTS = 1000;

/** Adds the differences of a shortened quotation to its first fragment. Its ellipses are none. */
function withDifferences(
  fragment: Occurrence,
  differences: readonly TypographicDifference[],
): Occurrence {
  const others = differences.filter(({ name }) => name !== "ellipses");
  return { ...fragment, differences: [...others, ...fragment.differences] };
}

/** Returns the length of all that differs, in UTF-16 code units. */
function extentOf(changes: readonly Change[]): number {
  return changes
    .filter(({ isSame }) => !isSame)
    .reduce((sum, { printed, quoted }) => sum + printed.length + quoted.length, 0);
}

/** Returns the quoted text that changes contain. */
function textOf(changes: readonly Change[]): string {
  return changes
    .map(({ quoted, gap }) => quoted + gap)
    .join("")
    .trim();
}
