import { elementAt } from "../foundation/checked-access.ts";
import {
  ALL_FOLDS,
  ARABIC_VOWEL_SIGNS,
  applyFolds,
  type Fold,
  type FoldName,
  foldsOf,
  HEBREW_POINTS,
} from "../language/fold.ts";
import { isEllipsis, tokenize } from "../language/tokenizer.ts";
import { differInFullSpelling } from "./spelling/full-spelling.ts";
import { differInSmallAlefs } from "./words/same-word.ts";

/** A kind of difference in how the same words are written, and its first instance. */
export interface TypographicDifference {
  /** A fold, or something that copying a text leaves in it. */
  readonly name: FoldName | "HTML entities" | "HTML tags" | "hyphenation" | "mathematical signs";
  readonly quoted: string;
  readonly printed: string;
  /** The number of instances. */
  readonly count: number;
}

/** A text cut into words: its even-numbered pieces are separators, its odd-numbered ones are words. */
export type Pieces = readonly [string, ...string[]];

const ELLIPSES: Fold = { name: "ellipses", fold: (text) => (isEllipsis(text) ? "…" : text) };
const PUNCTUATION: Fold = { name: "punctuation", fold: () => "" };

/**
 * Compares the typography of two texts with the same words, both cut by `splitAtWords`. `language` is the
 * BCP 47 tag of the printed one. Returns as few kinds of difference as explain the texts, each once.
 * Throws if the words are not the same.
 */
export function compareTypography(
  quoted: readonly string[],
  printed: readonly string[],
  language: string,
): readonly TypographicDifference[] {
  const found = new Map<string, TypographicDifference>();
  for (const [index, piece] of quoted.entries()) {
    const counterpart = elementAt(printed, index);
    if (piece === counterpart) continue;
    const own = index % 2 === 1 ? ELLIPSES : PUNCTUATION;
    for (const { name } of findMinimalFolds(piece, counterpart, own, language)) {
      const first = found.get(name) ?? { name, quoted: piece, printed: counterpart, count: 0 };
      found.set(name, { ...first, count: first.count + 1 });
    }
  }
  return [...found.values()];
}

/** Returns a minimal set of folds that makes two texts equal, preferring weak folds to strong. */
function findMinimalFolds(a: string, b: string, own: Fold, language: string): readonly Fold[] {
  const foldNamed = (name: FoldName) => foldsOf(language).filter((one) => one.name === name);
  if (own !== PUNCTUATION && differInSmallAlefs(a, b)) return foldNamed(ARABIC_VOWEL_SIGNS);
  if (own !== PUNCTUATION && differInFullSpelling(a, b)) return foldNamed(HEBREW_POINTS);
  const areEqual = (some: readonly Fold[]) => applyFolds(a, some) === applyFolds(b, some);
  // In some languages, only words in capitals are written without accents.
  const folds = [foldsOf(language), ALL_FOLDS]
    .map((some) => [own, ...some])
    .find((some) => areEqual(some));
  if (folds === undefined) {
    throw new Error("Words that are not the same were compared letter by letter.");
  }
  const strongestFirst = folds.toSorted((a, b) => strengthOf(b) - strengthOf(a));
  return strongestFirst.reduce((needed, fold) => {
    const fewer = needed.filter((one) => one !== fold);
    return areEqual(fewer) ? fewer : needed;
  }, folds);
}

/**
 * Ranks a fold by how much it hides: an accent or an umlaut that is only composed differently is not a different
 * one, and a different dash is not a difference of punctuation.
 */
function strengthOf({ name }: Fold): number {
  return ["umlauts", "capitals", "accents", "punctuation"].indexOf(name) + 1;
}

/** Cuts a text into the separator before its first word, the word, the separator after it, and so on. */
export function splitAtWords(text: string): Pieces {
  const tokens = tokenize(text);
  return [
    text.slice(0, tokens[0]?.start),
    ...tokens.flatMap(({ start, end }, index) => [
      text.slice(start, end),
      text.slice(end, tokens[index + 1]?.start),
    ]),
  ];
}
