import type { Document } from "../corpus/document.ts";
import type { Analyzer } from "../language/analyzer.ts";
import { tokensOf, wordCount } from "../language/tokenizer.ts";
import type { Wording } from "../search/index/passage-positions.ts";
import { BOUNDARY } from "../search/index/positions.ts";
import type { Window } from "./alignment.ts";
import { proposalsFor, type Run } from "./candidates.ts";
import { changesBetween } from "./changes.ts";
import { bare, partsBetweenEllipses } from "./ellipsis.ts";
import { chained, coverOf } from "./fragments.ts";
import { standingAt, stretchOf, textOf } from "./occurrence.ts";
import { createLikeness } from "./similarity.ts";
import type { Gap, Standing, Standings, Verdict } from "./verdict.ts";

/** Tells whether words stand in the corpus as somebody quotes them. */
export interface Verifier {
  /** Of places that are equally like the quotation, those in claimed documents come first. */
  verify(quoted: string, isClaimed?: (document: Document) => boolean): Verdict;
}

/** Fewer words than this are traced to no place. */
const FEWEST_WORDS = 3;

/** A phrase of so many words at most is common when it stands in more documents than this. */
const LONGEST_STOCK_PHRASE = 7;
const MOST_DOCUMENTS = 5;
/** How many places of the same words are compared letter by letter. */
const MOST_STANDINGS = 200;

/** From here on a place is the same but for a slip, whatever else its words may be made of. */
const ALMOST_THE_SAME = 0.85;

/** How similar the closest passage is at least, to be worth showing when none is like the quotation. */
const CLOSE = 0.4;

/** A quotation put together is made of so many parts at most. */
const MOST_FRAGMENTS = 4;

/** Verifies quotations against the words of passages; `analyzer` knows words that tell nothing. */
export function createVerifier(wording: Wording, analyzer: Analyzer): Verifier {
  const { places, positions } = wording;
  const { isLike, isTraceable } = createLikeness(positions);

  function verify(
    quoted: string,
    isClaimed: (document: Document) => boolean = () => true,
  ): Verdict {
    const text = bare(quoted);
    const words = positions.wordsOf(text);
    const known = asItStands(text, words, isClaimed);
    if (known !== undefined) return known;
    if (wordCount(text) < FEWEST_WORDS || !tells(text)) {
      return { kind: "none", isTraceable: false };
    }

    const parts = partsBetweenEllipses(text)
      .map(bare)
      .filter((part) => positions.wordsOf(part).length > 0);
    const near = proposalsFor(text, positions);
    const likely = near.places.filter((one) => isLike(one, words));
    const best = likely.find((one) => isClaimed(documentAt(one.start))) ?? likely[0];
    const closest = near.places.find(({ similarity }) => similarity >= CLOSE);
    const isElided = parts.length > 1;
    return (
      (isElided ? inParts(parts, isClaimed) : undefined) ??
      // A few words that stand elsewhere too do not make a quotation put together.
      (best && best.similarity >= ALMOST_THE_SAME ? altered([best], text) : undefined) ??
      putTogether(text, words, near.runs) ??
      (best && altered([best], text)) ??
      (isElided ? alteredInParts(parts, isClaimed) : undefined) ?? {
        kind: "none",
        isTraceable: true,
        ...(closest && { closest: stretchOf(closest, wording) }),
      }
    );
  }

  /** The words one after the other, wherever they stand so. */
  function asItStands(
    text: string,
    words: readonly number[],
    isClaimed: (document: Document) => boolean,
  ): Verdict | undefined {
    const windows = windowsOf(words);
    const documents = new Set(windows.map(({ start }) => documentAt(start))).size;
    const isStock = words.length <= LONGEST_STOCK_PHRASE && documents > MOST_DOCUMENTS;
    const isTraced = wordCount(text) >= FEWEST_WORDS && tells(text);
    if (windows.length > 0 && (!isTraced || isStock || windows.length > MOST_STANDINGS)) {
      const claimed = windows.filter(({ start }) => isClaimed(documentAt(start))).length;
      return { kind: "common", count: windows.length, documents, claimed };
    }
    const claim = ({ stretch: [{ document }] }: Standing) => Number(isClaimed(document));
    const [first, ...others] = windows
      .map((window) => standingAt(window, text, wording))
      .sort((a, b) => claim(b) - claim(a) || a.differences.length - b.differences.length);
    if (first === undefined) return undefined;
    const kind = first.differences.length === 0 ? "exact" : "typography";
    return { kind, standings: [first, ...others] };
  }

  /** Parts between ellipses: in one document in this order, or from here and there. */
  function inParts(
    parts: readonly string[],
    isClaimed: (document: Document) => boolean,
  ): Verdict | undefined {
    const words = parts.map(positions.wordsOf);
    const windows = words.map(windowsOf);
    if (!isTraceable(words.flat())) return undefined;
    const chain = chained(windows, documentAt, isClaimed);
    if (chain !== undefined) {
      const fragments = standingsIn(chain, parts);
      return { kind: "shortened", fragments, gaps: gapsBetween(chain) };
    }
    const firsts = windows.flatMap(([first]) => first ?? []);
    if (firsts.length < parts.length || !words.every(isTraceable)) return undefined;
    return { kind: "stitched", fragments: standingsIn(firsts, parts) };
  }

  /** Parts between ellipses of which some differ, in one document in this order. */
  function alteredInParts(
    parts: readonly string[],
    isClaimed: (document: Document) => boolean,
  ): Verdict | undefined {
    const chain = chained(parts.map(windowsLike), documentAt, isClaimed);
    return chain && altered(chain, parts.join(" … "));
  }

  /** Where `part` stands, or something so like it that it cannot be so by chance, in order. */
  function windowsLike(part: string): readonly Window[] {
    const words = positions.wordsOf(part);
    const exact = windowsOf(words);
    if (exact.length > 0) return exact;
    return proposalsFor(part, positions)
      .places.filter((one) => isLike(one, words))
      .sort((a, b) => a.start - b.start);
  }

  /** Runs that follow each other in the quotation without a gap, from different places. */
  function putTogether(
    text: string,
    words: readonly number[],
    runs: readonly Run[],
  ): Verdict | undefined {
    const cover = coverOf(words.length, runs);
    if (cover === undefined || cover.length > MOST_FRAGMENTS) return undefined;
    const isTogether = cover.every(({ start }, index) => {
      const before = cover[index - 1];
      if (before === undefined) return true;
      const between = positions.words.subarray(before.end, start);
      // Where nothing reads on, what is near is not together.
      const isNear = start >= before.end && between.length <= words.length / 2;
      return isNear && !between.includes(BOUNDARY);
    });
    if (isTogether || !cover.every((window) => isTraceable(wordsIn(window)))) return undefined;
    const tokens = tokensOf(text);
    let at = 0;
    const parts = cover.map(({ start, end }) => {
      const from = tokens[at]?.start;
      at += end - start;
      return text.slice(from, tokens[at - 1]?.end);
    });
    return { kind: "stitched", fragments: standingsIn(cover, parts) };
  }

  function wordsIn({ start, end }: Window): readonly number[] {
    return [...positions.words.subarray(start, end)];
  }

  function windowsOf(words: readonly number[]): readonly Window[] {
    return positions.phrase(words).map((start) => ({ start, end: start + words.length }));
  }

  function standingsIn(windows: readonly Window[], parts: readonly string[]): Standings {
    const standings = windows.map((window, at) => standingAt(window, parts[at] ?? "", wording));
    const [first, ...others] = standings;
    if (first === undefined) throw new Error("A quotation in parts has none.");
    return [first, ...others];
  }

  function gapsBetween(windows: readonly Window[]): readonly (Gap | undefined)[] {
    return windows.slice(1).map(({ start: end }, index) => {
      const start = windows[index]?.end ?? end;
      if (positions.words.subarray(start, end).includes(BOUNDARY)) return undefined;
      const stretch = end > start ? stretchOf({ start, end }, wording) : undefined;
      return { words: end - start, stretch };
    });
  }

  function altered(windows: readonly Window[], text: string): Verdict {
    const [first, ...others] = windows.map((window) => stretchOf(window, wording));
    if (first === undefined) throw new Error("What is altered stands nowhere.");
    const printed = [first, ...others].map((one) => textOf(one)).join(" … ");
    const { language } = first[0].document;
    return {
      kind: "altered",
      fragments: [first, ...others],
      changes: changesBetween(printed, text, language),
    };
  }

  /** Whether a text has a word that tells something. */
  function tells(text: string): boolean {
    return analyzer.tellingWordsOf(text).length > 0;
  }

  function documentAt(position: number): Document {
    const place = places[positions.textAt(position)];
    if (place === undefined) throw new Error(`No passage holds position ${position}.`);
    return place.document;
  }

  return { verify };
}
