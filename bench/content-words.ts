import { stopwords } from "@orama/stopwords/english";
import type { Draw } from "./draw.ts";

const STOP_WORDS: ReadonlySet<string> = new Set(stopwords);
const CONTENT_WORD = /^\p{L}{4,}$/u;
const PUNCTUATION_AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** The words of a text that tell something: letters only, four at least, in lower case, each once. */
export function contentWordsOf(text: string): readonly string[] {
  const words = text.split(/\s+/).map((word) => word.replace(PUNCTUATION_AROUND, "").toLowerCase());
  return [...new Set(words)].filter((word) => CONTENT_WORD.test(word) && !STOP_WORDS.has(word));
}

/** Some of `words`, each once, in the order in which they are drawn; all when there are not so many. */
export function drawnFrom<T>(words: readonly T[], count: number, draw: Draw): readonly T[] {
  const left = [...words];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    drawn.push(...left.splice(draw.below(left.length), 1));
  }
  return drawn;
}
