import { FOLDS, type Fold } from "../language/fold.ts";
import { isEllipsis, tokenize } from "../language/tokenizer.ts";

/** A way in which the same words are written differently, and the first place where they are. */
export interface TypographicDifference {
  /** “dashes”, “punctuation” */
  readonly name: string;
  readonly quoted: string;
  readonly printed: string;
}

/** What is folded in words, and what is folded between them. */
const IN_WORDS: readonly Fold[] = [
  ...FOLDS,
  { name: "ellipses", fold: (text) => (isEllipsis(text) ? "…" : text) },
];
const BETWEEN_WORDS: readonly Fold[] = [
  // The first to be done without: a dash for another is no difference of punctuation.
  { name: "punctuation", fold: () => "" },
  ...FOLDS,
];

/**
 * What is written differently in two texts of the same words, given in pieces: as few kinds of
 * difference as explain it, each once.
 */
export function compareTypography(
  quoted: readonly string[],
  printed: readonly string[],
): readonly TypographicDifference[] {
  const found = new Map<string, TypographicDifference>();
  for (const [index, piece] of quoted.entries()) {
    const counterpart = printed[index] ?? "";
    if (piece === counterpart) continue;
    // Words stand at every second place, between what stands around them.
    const folds = index % 2 === 1 ? IN_WORDS : BETWEEN_WORDS;
    for (const { name } of minimalFolds(piece, counterpart, folds)) {
      if (!found.has(name)) found.set(name, { name, quoted: piece, printed: counterpart });
    }
  }
  return [...found.values()];
}

/** The folds without which two texts, equal with all of them, are not: the weaker of two that do. */
function minimalFolds(a: string, b: string, folds: readonly Fold[]): readonly Fold[] {
  const areEqual = (some: readonly Fold[]) =>
    some.reduce((text, { fold }) => fold(text), a) ===
    some.reduce((text, { fold }) => fold(text), b);
  if (!areEqual(folds))
    throw new Error("Words that are not the same were compared letter by letter.");
  // An accent that is only composed in another way is no other accent.
  const strongestFirst = folds.toSorted((a, b) => strength(b) - strength(a));
  return strongestFirst.reduce((needed, fold) => {
    const fewer = needed.filter((one) => one !== fold);
    return areEqual(fewer) ? fewer : needed;
  }, folds);
}

function strength({ name }: Fold): number {
  return ["capitals", "accents", "punctuation"].indexOf(name) + 1;
}

/** What stands before the first word, the word, what stands behind it, and so on to the end. */
export function splitAtWords(text: string): readonly string[] {
  const tokens = tokenize(text);
  const result: string[] = [];
  let end = 0;
  for (const token of tokens) {
    result.push(text.slice(end, token.start), text.slice(token.start, token.end));
    end = token.end;
  }
  return [...result, text.slice(end)];
}
