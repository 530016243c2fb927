import { elementAt } from "../../foundation/checked-access.ts";
import { segmentsOf } from "../../language/segments.ts";
import { isCharacterToken, type Token, tokenize } from "../../language/tokenizer.ts";

/** A text, and its words. */
interface SplitText {
  readonly text: string;
  readonly words: readonly Token[];
}

/** A word of a printed text and one of a quotation that are the same, or a place in both, by the numbers of their words. */
export interface Pair {
  readonly printed: number;
  readonly quoted: number;
}

/** Cuts Chinese, Japanese and the languages of Southeast Asia by their dictionaries, which do not depend on its language. */
const segmenter = new Intl.Segmenter("ja", { granularity: "word" });

/**
 * Widens the differences between a printed text and a quotation to whole written words, which have several of our words in
 * scripts that are cut into characters: 捕った and 捕らなかった differ in these, and not in らなか. `pairs` are the words that
 * are the same, in order; returns those that are left.
 */
export function withoutPartsOfWords(
  pairs: readonly Pair[],
  printed: SplitText,
  quoted: SplitText,
  areSame: (pair: Pair) => boolean,
): readonly Pair[] {
  const end = { printed: printed.words.length, quoted: quoted.words.length };
  const isWhole = pairs.length === end.printed && pairs.length === end.quoted;
  const hasCharacters = [printed, quoted].some(({ text, words }) =>
    words.some(({ start }) => isCharacterToken(text.slice(start))),
  );
  if (isWhole || !hasCharacters) return pairs;
  const isWithinPrinted = createWithinWordTest(printed);
  const isWithinQuoted = createWithinWordTest(quoted);
  const isWithinWord = (place: Pair) =>
    isWithinPrinted(place.printed) || isWithinQuoted(place.quoted);

  const kept: Pair[] = [];
  let from: Pair = { printed: 0, quoted: 0 };
  for (const run of runsOf(pairs)) {
    const rest = withoutPartsAtEnds(run, from, end, isWithinWord);
    const [first] = rest;
    if (first === undefined) continue;
    kept.push(...wholeWordsAtEnds(from, first, areSame, isWithinWord), ...rest);
    from = shift(elementAt(rest, rest.length - 1), 1);
  }
  return [...kept, ...wholeWordsAtEnds(from, end, areSame, isWithinWord)];
}

/** Returns a test of whether a written word goes on at the beginning of one of the words of a text. */
function createWithinWordTest({ text, words }: SplitText): (index: number) => boolean {
  const starts = new Set(Array.from(segmentsOf(text, segmenter), ({ start }) => start));
  return (index) => {
    const [previous, word] = [words[index - 1], words[index]];
    if (previous === undefined || word === undefined || previous.end !== word.start) return false;
    const [before, after] = [previous, word].map(({ start, end }) => text.slice(start, end));
    return (
      isCharacterToken(before ?? "") &&
      isCharacterToken(after ?? "") &&
      (!starts.has(word.start) || ENDING.test(`${before}${after}`))
    );
  };
}

const PARTICLES = "はがをにでとのもへ";
/**
 * The kana with which the forms of a Japanese word go on, which the dictionary may cut off: after a character of its stem, all
 * but those of particles; before a small one and ん; and after っ and ん.
 */
const ENDING = new RegExp(
  String.raw`^[\p{Script=Han}ん](?![${PARTICLES}])\p{Script=Hiragana}|[っゃゅょん]$|^っ`,
  "u",
);

/**
 * Returns how many words of a text before and after an offset are parts of a written word that goes on there.
 */
export function brokenWordAt(text: string, offset: number): { before: number; after: number } {
  const from = Math.max(0, offset - MAX_WORD_LENGTH);
  const window = text.slice(from, offset + MAX_WORD_LENGTH);
  const words = tokenize(window);
  const isWithinWord = createWithinWordTest({ text: window, words });
  const index = words.findIndex(({ start }) => from + start >= offset);
  if (index === -1 || !isWithinWord(index)) return { before: 0, after: 0 };
  let [first, last] = [index - 1, index];
  while (isWithinWord(first)) first -= 1;
  while (isWithinWord(last + 1)) last += 1;
  return { before: index - first, after: last + 1 - index };
}

/** No word of a script without spaces is longer, in UTF-16 code units. */
const MAX_WORD_LENGTH = 40;

/** Returns pairs one after the other without those that a written word joins to a difference before or after them. */
function withoutPartsAtEnds(
  run: readonly Pair[],
  from: Pair,
  end: Pair,
  isWithinWord: (place: Pair) => boolean,
): readonly Pair[] {
  let [first, last] = [0, run.length];
  const isAt = (pair: Pair | undefined, place: Pair) =>
    pair?.printed === place.printed && pair.quoted === place.quoted;
  if (!isAt(run[0], from)) {
    while (first < last && isWithinWord(elementAt(run, first))) first += 1;
  }
  if (!isAt(run.at(-1), shift(end, -1))) {
    while (first < last && isWithinWord(shift(elementAt(run, last - 1), 1))) last -= 1;
  }
  return run.slice(first, last);
}

/** Returns the pairs of the written words that are the same at the beginning and at the end of a difference. */
function wholeWordsAtEnds(
  from: Pair,
  to: Pair,
  areSame: (pair: Pair) => boolean,
  isWithinWord: (place: Pair) => boolean,
): readonly Pair[] {
  const length = Math.min(to.printed - from.printed, to.quoted - from.quoted);
  let before = 0;
  for (let count = 1; count <= length && areSame(shift(from, count - 1)); count += 1) {
    if (!isWithinWord(shift(from, count))) before = count;
  }
  let after = 0;
  for (let count = 1; count <= length - before && areSame(shift(to, -count)); count += 1) {
    if (!isWithinWord(shift(to, -count))) after = count;
  }
  return [
    ...Array.from({ length: before }, (_, nth) => shift(from, nth)),
    ...Array.from({ length: after }, (_, nth) => shift(to, nth - after)),
  ];
}

function shift({ printed, quoted }: Pair, by: number): Pair {
  return { printed: printed + by, quoted: quoted + by };
}

/** Divides pairs where words between them differ. */
function runsOf(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const runs: Pair[][] = [];
  for (const pair of pairs) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const continues = last?.printed === pair.printed - 1 && last.quoted === pair.quoted - 1;
    if (run !== undefined && continues) run.push(pair);
    else runs.push([pair]);
  }
  return runs;
}
