import { parseReceipt } from "../cite/receipt.ts";
import type { Document } from "../corpus/document.ts";
import { firstIndex } from "../foundation/binary-search.ts";
import { elementAt, integerAt } from "../foundation/checked-access.ts";
import { groupBy } from "../foundation/group-by.ts";
import type { BuiltInSteps } from "../foundation/lazy.ts";
import type { Analyzer } from "../language/analyzer.ts";
import { hasNegation } from "../language/negations.ts";
import { countWords, hasTokens, tokenize, tokenKey } from "../language/tokenizer.ts";
import {
  documentAt,
  type PassagePositions,
  passageOfText,
} from "../search/index/passage-positions.ts";
import { BOUNDARY, UNKNOWN_WORD } from "../search/index/positions.ts";
import type { Alignment, PositionRange } from "./alignment.ts";
import { findCandidates, type MatchingRun } from "./candidates.ts";
import { closestRange } from "./closest-range.ts";
import { createElidedVerifier } from "./elided.ts";
import { splitIntoParts, stripQuotesAndEllipses, UNCUT } from "./ellipsis.ts";
import {
  type FragmentRanges,
  findClosestChain,
  findGreedyCover,
  findWordEnds,
  joinsIn,
  MIN_FRAGMENT,
} from "./fragments.ts";
import { createJudge, type IsClaimed } from "./judge.ts";
import type { EditorialMark } from "./marks/editorial-mark.ts";
import { removePossibleVerseNumbers } from "./marks/editorial-marks.ts";
import { areLabelsAfter, kindOfLabel } from "./marks/labels.ts";
import { createNameSpellings } from "./marks/name-spellings.ts";
import {
  ATTRIBUTION_KINDS,
  type AttributionKind,
  createNamingWords,
  namesOrigin,
} from "./marks/naming-words.ts";
import { kindOfPlaces } from "./marks/places.ts";
import { namesOtherTime, speakerNamedBy } from "./marks/speakers.ts";
import { occurrencesIn, stretchOf } from "./occurrence.ts";
import { goesOnWith, withoutReplaced } from "./printed-marks.ts";
import { createQuotationReader, type Reading } from "./readings.ts";
import { createSimilarityTest } from "./similarity.ts";
import { brokenWordAt } from "./spelling/written-words.ts";
import type { Span, Stretch, Verdict } from "./verdict.ts";
import { isSpeechOf } from "./voices.ts";
import { wordIdsOf } from "./words/word-ids.ts";

/** Compares quotations with the words of the corpus. It is complete at its first use, but can be prepared before. */
export interface Verifier extends BuiltInSteps {
  /** Returns the verdict. Among equally similar places, those in claimed documents come first. */
  verify(quoted: string, isClaimed?: IsClaimed): Verdict;
}

/** Quotations with fewer words are traced to a place only if they occur once. */
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

/** How long each part of a quotation that leaves out words between them has to be. */
const MIN_JOINED_WORDS = 3;
/** More words that are left out without an ellipsis stitch two places together. */
const MAX_UNMARKED_GAP = 60;
/** The maximum number of positions to examine for a part of it. */
const MAX_JOINED_OCCURRENCES = 20_000;

/** The maximum number of fragments in a stitched quotation. */
const MAX_FRAGMENTS = 4;

/** At how many places of a document the speakers are examined. */
const MAX_SPEECHES = 10;

/** The kana with which a Japanese word goes on. More of them are other words, in UTF-16 code units. */
const INFLECTION = /^\p{Script=Hiragana}+/u;
const MAX_INFLECTION = 5;

/** The maximum number of headings to look for within a quotation. */
const MAX_HEADINGS = 8;
/**
 * The maximum number of places to compare word by word with a quotation that has numbers among its words, and that of the
 * pairs of words in them, but for the first.
 */
const MAX_NUMBERED_PLACES = 20;
const MAX_NUMBERED_PAIRS = 1_000_000;

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
  const language = passages.at(0)?.document.language ?? "und";
  const spellings = createNameSpellings(passagePositions);
  const { readingsOf, inMarksOf, rewordingsOf } = createQuotationReader(
    passagePositions,
    { ...naming, ...spellings },
    language,
  );
  const judge = createJudge(passagePositions);
  const { verdictOn, verdictAt, occurrencesOf } = judge;
  const similarity = createSimilarityTest(positions);
  const { weigh, isTraceable, isTraceableAt } = similarity;
  const elidedVerifier = createElidedVerifier(passagePositions, judge, similarity);

  function verify(quoted: string, isClaimed: IsClaimed = () => true): Verdict {
    const verdict = verifyWords(quoted, isClaimed);
    if (!("marks" in verdict)) return verdict;
    const stretches =
      "occurrences" in verdict
        ? verdict.occurrences.map(({ stretch }) => stretch)
        : verdict.fragments.map((one) => ("stretch" in one ? one.stretch : one));
    const byDocument = groupBy(stretches, ([{ document }]) => document);
    const examined = [...byDocument.values()].flatMap((some) => some.slice(0, MAX_SPEECHES));
    const marks = verdict.marks.map((mark) => ({
      ...mark,
      kind:
        kindOfLabel(mark, quoted, firstSpansOf(examined)) ?? kindOfOrigin(mark, quoted, examined),
    }));
    return { ...verdict, marks };
  }

  /** Returns what the names and the places in a mark are to the words of stretches; its own kind if it has none. */
  function kindOfOrigin(
    mark: EditorialMark,
    quoted: string,
    stretches: readonly Stretch[],
  ): EditorialMark["kind"] {
    const { kind, text } = mark;
    const isPlace = kind === "page-number";
    if (kind !== "attribution" && !isPlace) return kind;
    const kinds = stretches.map((stretch) =>
      isPlace ? (kindOfPlaces(text, stretch) ?? "attribution") : kindAt(stretch, text),
    );
    const best = ATTRIBUTION_KINDS.find((one) => kinds.includes(one)) ?? "other-origin";
    // Nothing shows that a name before the rest of a sentence is no other subject of it: “The Mayor: may close”.
    const isSubject =
      best === "unknown-origin" &&
      stripQuotesAndEllipses(quoted).startsWith(text) &&
      stretches.some(([{ passage, start }]) => /^\p{Ll}/u.test(passage.text.slice(start)));
    if (isSubject) return "words";
    const isOtherNumber = areLabelsAfter(mark, quoted, firstSpansOf(stretches)).includes(false);
    if (isOtherNumber && best !== "other-origin") return "unconfirmed-origin";
    return isPlace && best === "attribution" ? kind : best;
  }

  /** Returns what an attribution is to the words of a stretch. */
  function kindAt(stretch: Stretch, attribution: string): AttributionKind {
    const [span] = stretch;
    if (namesOtherTime(attribution, span)) return "other-origin";
    const named = speakerNamedBy(attribution, span);
    // The words that follow do not show who says these, nor does a name that a labelled speaker mentions.
    const isShown = named === "own" || (named === "any" && !goesOnWith(stretch, attribution));
    const kind = naming.kindUnder(attribution, span.document, {
      isPrinted: (name) => isShown && spellings.isPrintedIn(span.document, name),
      hasSmallLetter: spellings.hasSmallLetter,
      isSpeech: named === "own" || isSpeechOf(span, attribution),
    });
    const isOfOrigin = kind === "attribution" && namesOrigin(attribution, span.document);
    if (named === "other" && !isOfOrigin) return "other-origin";
    const shown = kind === "unknown-origin" && !isShown ? "unconfirmed-origin" : kind;
    const kinds = [shown, kindOfPlaces(attribution, stretch)];
    return ATTRIBUTION_KINDS.findLast((one) => kinds.includes(one)) ?? shown;
  }

  function verifyWords(quoted: string, isClaimed: IsClaimed): Verdict {
    const original = stripQuotesAndEllipses(quoted);
    const readings: Reading[] = [];
    // All words occur, but with an attribution that is the label of the words after them.
    let replaced: Verdict | undefined;
    for (const reading of readingsOf(quoted)) {
      const verdict = verifyExactWords(reading, isClaimed);
      if (verdict?.kind === "common" && original !== quoted) {
        // With an ellipsis at its beginning or end, it may be a whole passage.
        const whole = verifyExactWords({ ...reading, text: quoted, cuts: UNCUT }, isClaimed);
        if (whole?.kind === "exact") return whole;
      }
      if (verdict === undefined && !reading.isPartial) readings.push(reading);
      const unreplaced = verdict && withoutReplaced(verdict, reading);
      if (unreplaced !== undefined) return unreplaced;
      replaced ??= verdict;
    }
    const inMarks = inMarksOf(quoted);
    for (const one of inMarks) {
      const inside = verifyExactWords(one, isClaimed);
      // Only a verdict with marks names the words that it is not about.
      if (inside === undefined || !("marks" in inside)) continue;
      const unreplaced = withoutReplaced(inside, one);
      if (unreplaced !== undefined) return unreplaced;
    }
    const reading = readings.at(-1);
    if (reading === undefined) return { kind: "none", isTraceable: true, ...closestTo(replaced) };
    const { text } = reading;
    const numbered = verifyNumberedVerses(reading, isClaimed);
    if (numbered !== undefined) return numbered;
    for (const one of readings) {
      const headed = verifyHeadings(one);
      if (headed !== undefined) return headed;
    }
    const differing = verifyDifferingWords(reading, isClaimed);
    if (differing !== undefined) return differing;
    if (parseReceipt(quoted) !== undefined) return { kind: "unjudged", reason: "receipt" };
    if (naming.isHeading(text)) return { kind: "unjudged", reason: "heading" };
    if (!hasEnoughWords(text)) return { kind: "none", isTraceable: false };
    if (otherWords?.occurInNotes(text)) return { kind: "unjudged", reason: "note" };

    const isElided = splitIntoParts(text).length > 1;
    const elided = isElided ? elidedVerifier.verify(readings, inMarks, isClaimed) : undefined;
    if (elided !== undefined) return elided;
    for (const reworded of rewordingsOf([...readings, ...inMarks])) {
      const shortened = elidedVerifier.verifyExactParts(reworded, isClaimed);
      if (shortened !== undefined) return shortened;
    }
    const verdict = verifySimilar(reading, readings, isElided, isClaimed);
    // The document may have the words in brackets too.
    const bracketed = readings.findLast(({ marks }) => marks.every(({ kind }) => kind !== "words"));
    return verdict.kind === "none" && bracketed !== undefined && bracketed !== reading
      ? verifySimilar(bracketed, readings, isElided, isClaimed)
      : verdict;
  }

  /** Verifies words that do not occur by the places that are most similar to one of their readings. */
  function verifySimilar(
    reading: Reading,
    readings: readonly Reading[],
    isElided: boolean,
    isClaimed: IsClaimed,
  ): Verdict {
    const { text } = reading;
    const words = wordIdsOf(text, positions);
    const { alignments, runs } = findCandidates(text, words, positions);
    const weighed = weigh(alignments, words, joinsIn(text));
    const similar = weighed
      .filter(({ isSimilar, isAmbiguous }) => isSimilar && (isElided || !isAmbiguous))
      .map(({ alignment }) => alignment);
    const best =
      similar.find(({ start }) => isClaimed(documentAt(passagePositions, start))) ?? similar[0];
    const probable = isElided ? undefined : weighed.find(({ isProbable }) => isProbable)?.alignment;
    const closest = alignments.find(({ similarity }) => similarity >= MIN_CLOSE_SIMILARITY);
    const verdictNear = (range: PositionRange, isProbable = false) =>
      verdictAt(
        [withWholeWords(closestRange(text, words, range, positions), words)],
        readings,
        isProbable,
      );
    return (
      // A few words that also occur elsewhere do not make a stitched quotation.
      (best && isNearlyWhole(best) ? verdictNear(best) : undefined) ??
      verifyStitched(reading, words, runs) ??
      (isElided ? undefined : verifyJoined(words, readings, isClaimed)) ??
      (best && verdictNear(best)) ??
      (probable && verdictNear(probable, true)) ?? {
        kind: "none",
        isTraceable: true,
        ...(closest && { closest: stretchOf(closest, passagePositions) }),
      }
    );
  }

  /**
   * Widens a range at whose ends a quotation has other words, if these are parts of written words: 猟師 for 漁師. It is
   * widened by no more words than the quotation has instead.
   */
  function withWholeWords(range: PositionRange, words: readonly number[]): PositionRange {
    const { wordIds } = positions;
    const stretch = stretchOf(range, passagePositions);
    const [first] = stretch;
    const last = elementAt(stretch, stretch.length - 1);
    const added = {
      before: words.indexOf(integerAt(wordIds, range.start)),
      after: words.length - 1 - words.lastIndexOf(integerAt(wordIds, range.end - 1)),
    };
    const before = added.before > 0 ? brokenWordAt(first.passage.text, first.start).before : 0;
    return {
      start: range.start - (before <= added.before ? before : 0),
      end: range.end + (added.after === 0 ? 0 : restOfWord(last, added.after)),
    };
  }

  /** Returns how many words after a span belong to a written word that it breaks, or negate a Japanese verb: 嘘をつ｜かない. */
  function restOfWord({ document, passage, end }: Span, added: number): number {
    const { after } = brokenWordAt(passage.text, end);
    const rest = after <= added ? after : 0;
    const [ending = ""] = INFLECTION.exec(passage.text.slice(end, end + MAX_INFLECTION)) ?? [];
    const negates = ending !== "" && hasNegation(ending, document.language);
    return negates ? Math.max(rest, tokenize(ending).length) : rest;
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
      const isCommon =
        starts.length > MAX_OCCURRENCES ||
        ((!hasEnoughWords(text) || isStock) && !starts.some(isWhole));
      if (isCommon) {
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
      const { start } = elementAt(tokens, first);
      const rest = tokens[next];
      const text =
        reading.text.slice(0, start) + (rest === undefined ? "" : reading.text.slice(rest.start));
      if (!hasTokens(text)) continue;
      const [range] = findPhrase(wordIdsOf(text, positions), 1);
      const verdict = range && verdictAt([range], [reading]);
      const isFound = verdict?.kind === "exact" || verdict?.kind === "typography";
      if (isFound) return verdict;
    }
    return undefined;
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
    const best =
      ranges.find(({ start }) => isClaimed(documentAt(passagePositions, start))) ?? ranges[0];
    return best && verdictAt([best], [reading]);
  }

  /**
   * Verifies a quotation whose beginning and end are near each other in a document, each exactly as quoted, with words
   * between them that it leaves out without an ellipsis.
   */
  function verifyJoined(
    words: readonly number[],
    readings: readonly Reading[],
    isClaimed: IsClaimed,
  ): Verdict | undefined {
    const length = longestPrefix(words);
    const parts = [words.slice(0, length), words.slice(length)];
    if (parts.some((part) => part.length < MIN_JOINED_WORDS || isTooFrequent(part)))
      return undefined;
    const chain = findClosestChain(
      parts.map((part) => ({
        starts: positions.findPhrase(part),
        lengthAt: () => part.length,
        minLength: part.length,
      })),
      (position) => documentAt(passagePositions, position),
      isClaimed,
    );
    const [first, last] = chain ?? [];
    if (first === undefined || last === undefined || !isTraceableAt([first, last]))
      return undefined;
    return last.start - first.end > MAX_UNMARKED_GAP
      ? undefined
      : verdictAt([{ start: first.start, end: last.end }], readings);
  }

  /** Returns how many of the first words occur one after the other. */
  function longestPrefix(words: readonly number[]): number {
    let [occurring, missing] = [0, words.length];
    while (missing - occurring > 1) {
      const length = Math.floor((occurring + missing) / 2);
      const prefix = words.slice(0, length);
      if (isTooFrequent(prefix) || positions.findPhrase(prefix).length > 0) occurring = length;
      else missing = length;
    }
    return occurring;
  }

  /** Whether even the rarest of some words occurs too often to look at all its positions. */
  function isTooFrequent(words: readonly number[]): boolean {
    return words.every(
      (word) =>
        word !== UNKNOWN_WORD && positions.collectionFrequency(word) > MAX_JOINED_OCCURRENCES,
    );
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

  /** Counts the positions in each document, with some steps for each document and not for each position. */
  function countByDocument(starts: Uint32Array): ReadonlyMap<Document, number> {
    const counts = new Map<Document, number>();
    for (let index = 0; index < starts.length; ) {
      const textId = positions.textAt(integerAt(starts, index));
      const { document } = passageOf(textId);
      const end = positions.startOf(endOfDocument(textId, document));
      const next = firstIndex(starts.length, (other) => integerAt(starts, other) >= end);
      counts.set(document, (counts.get(document) ?? 0) + next - index);
      index = next;
    }
    return counts;
  }

  /** Returns the id of the first text after those of a document, of which `textId` is one. */
  function endOfDocument(textId: number, document: Document): number {
    const isOther = (id: number) => id >= passages.length || passageOf(id).document !== document;
    let step = 1;
    while (!isOther(textId + step)) step *= 2;
    // Between here and there, the document ends.
    const first = textId + Math.floor(step / 2);
    return first + firstIndex(step, (index) => isOther(first + index));
  }

  /** Tests whether a quotation has enough words, including a content word, to be traced. */
  function hasEnoughWords(text: string): boolean {
    return (
      (countWords(text) >= MIN_WORDS && analyzer.contentWordsOf(text).length > 0) ||
      isTraceable(wordIdsOf(text, positions))
    );
  }

  return { verify, buildSome: naming.buildSome };
}

/** Returns the first place of a verdict as that of the closest words, if it has one. */
function closestTo(verdict: Verdict | undefined): { readonly closest?: Stretch } {
  return verdict !== undefined && "occurrences" in verdict
    ? { closest: verdict.occurrences[0].stretch }
    : {};
}

function firstSpansOf(stretches: readonly Stretch[]): readonly Span[] {
  return stretches.map(([span]) => span);
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
