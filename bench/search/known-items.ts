import { contentWordsOf, sample } from "../content-words.ts";
import type { Draw } from "../draw.ts";
import type { JudgedQuery } from "./collection.ts";

const LEAST_WORDS = 2;
const MOST_WORDS = 4;
const SUFFIXES = ["s", "ing", "ed"] as const;
const LEAST_LETTERS = 3;
const TYPOS = ["swap", "drop", "double", "replace"] as const;
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** How a user remembers the words of a passage. */
export type Memory = "clean" | "inflected" | "typo";

/** A known-item query: some words of one passage. That passage, or another with the same text, is the target. */
export function knownItemsOf(
  texts: readonly string[],
  count: number,
  draw: Draw,
): ReadonlyMap<Memory, readonly JudgedQuery[]> {
  const numbers = new Map<string, Set<number>>();
  texts.forEach((text, number) => {
    numbers.set(text, (numbers.get(text) ?? new Set()).add(number));
  });
  const items = Array.from({ length: count }, () => {
    let text = draw.oneOf(texts);
    while (contentWordsOf(text).length < LEAST_WORDS) text = draw.oneOf(texts);
    const words = sample(contentWordsOf(text), draw.between(LEAST_WORDS, MOST_WORDS), draw);
    return { words, relevant: numbers.get(text) ?? new Set<number>() };
  });
  const queries = (change: (words: readonly string[]) => readonly string[]) =>
    items.map(({ words, relevant }) => ({ text: change(words).join(" "), relevant }));
  return new Map<Memory, readonly JudgedQuery[]>([
    ["clean", queries((words) => words)],
    ["inflected", queries((words) => words.map((word) => inflect(word, draw)))],
    [
      "typo",
      queries((words) => {
        const wrong = draw.below(words.length);
        return words.map((word, index) => (index === wrong ? mistype(word, draw) : word));
      }),
    ],
  ]);
}

/**
 * Returns the expected reciprocal rank, among the first `top`, of a ranker that knows which texts have all words of a
 * query and returns them in any order: the query contains no more information than that. `termOf` maps words to
 * what makes them equal.
 */
export function expectedRank(
  texts: readonly string[],
  queries: readonly JudgedQuery[],
  top: number,
  termOf: (word: string) => string = (word) => word,
): number {
  const words = texts.map((text) => new Set(contentWordsOf(text).map(termOf)));
  const expected = queries.map(({ text, relevant }) => {
    const sought = text.split(" ").map(termOf);
    const fitting = words.filter((own) => sought.every((word) => own.has(word))).length;
    const ranks = Array.from({ length: Math.min(top, fitting) }, (_, rank) => 1 / (rank + 1));
    return Math.min(1, (relevant.size / fitting) * ranks.reduce((sum, rank) => sum + rank, 0));
  });
  return expected.reduce((sum, rank) => sum + rank, 0) / expected.length;
}

/** Removes an ending or adds one; the only rule of English applied is the dropped silent e. */
function inflect(word: string, draw: Draw): string {
  const suffix = draw.oneOf(SUFFIXES);
  if (word.endsWith(suffix) && word.length - suffix.length >= LEAST_LETTERS) {
    return word.slice(0, -suffix.length);
  }
  return (suffix === "s" ? word : word.replace(/e$/, "")) + suffix;
}

/** Swaps one letter with the next, or omits, doubles or replaces it; the first letter too. */
function mistype(word: string, draw: Draw): string {
  const letters = [...word];
  const at = draw.below(letters.length);
  const [letter = "", next = ""] = letters.slice(at, at + 2);
  const before = letters.slice(0, at).join("");
  const after = letters.slice(at + 1).join("");
  let wrong = word;
  switch (draw.oneOf(TYPOS)) {
    case "swap":
      wrong = before + next + letter + letters.slice(at + 2).join("");
      break;
    case "drop":
      wrong = before + after;
      break;
    case "double":
      wrong = before + letter + letter + after;
      break;
    case "replace":
      wrong = before + draw.oneOf(LETTERS) + after;
      break;
  }
  // Swapping two equal letters is no error.
  return wrong === word ? mistype(word, draw) : wrong;
}
