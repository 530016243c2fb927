import { segmentsOf } from "../language/segments.ts";
import { isCharacterToken, tokenize } from "../language/tokenizer.ts";

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * Returns the numbers of tokens after which a written word of a text may end: all, but in scripts whose
 * tokens are single characters only those between two words. In Korean, particles belong to the word.
 */
export function findWordEnds(text: string): ReadonlySet<number> {
  const boundaries = new Set(Array.from(segmentsOf(text, segmenter), ({ start }) => start));
  const tokens = tokenize(text);
  const ends = new Set<number>();
  for (const [index, { end }] of tokens.entries()) {
    const next = tokens[index + 1];
    const isJoined =
      next?.start === end && isCharacterToken(text.slice(next.start)) && !boundaries.has(end);
    if (!isJoined) ends.add(index + 1);
  }
  return ends;
}
