import { stopwords } from "@orama/stopwords/english";
import type { Draw } from "./draw.ts";

const STOP_WORDS: ReadonlySet<string> = new Set(stopwords);
const CONTENT_WORD = /^\p{L}{4,}$/u;
const PUNCTUATION_AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Returns the content words of a text: letters only, at least four of them, in lower case, each once. */
export function contentWordsOf(text: string): readonly string[] {
  const words = text.split(/\s+/).map((word) => word.replace(PUNCTUATION_AROUND, "").toLowerCase());
  return [...new Set(words)].filter((word) => CONTENT_WORD.test(word) && !STOP_WORDS.has(word));
}

/** Draws `count` of `words`, each once, in the order of the draws; all of them if there are fewer. */
export function sample<T>(words: readonly T[], count: number, draw: Draw): readonly T[] {
  const left = [...words];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    drawn.push(...left.splice(draw.below(left.length), 1));
  }
  return drawn;
}
