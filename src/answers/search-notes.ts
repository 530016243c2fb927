import type { SearchResult } from "../search/search.ts";

/** How many synonyms a sentence names before it only counts them. */
const MAX_NAMED = 6;

/** What a search did besides looking for the words as typed, in sentences. */
export function describeExpansion(found: SearchResult | undefined): readonly string[] {
  if (found === undefined) return [];
  const { synonyms, narrower, corrections, missing } = found;
  return [
    ...(synonyms.length > 0 ? [`Also searched: ${firstFew(synonyms)}.`] : []),
    ...(narrower.length > 0 ? [`Narrower topics with it: ${firstFew(narrower)}.`] : []),
    ...(corrections.length > 0
      ? [
          `Nowhere in this corpus: ${firstFew(missing.map((word) => `“${word}”`))}. Shown is what has words like that: ${firstFew(corrections)}.`,
        ]
      : []),
    ...(corrections.length === 0 && missing.length > 0
      ? [`Nowhere in this corpus: ${firstFew(missing.map((word) => `“${word}”`))}.`]
      : []),
  ];
}

/** The first few of many words, and how many more there are. */
export function firstFew(words: readonly string[]): string {
  const named = words.slice(0, MAX_NAMED).join(", ");
  const rest = words.length - MAX_NAMED;
  return rest > 0 ? `${named} and ${rest} more` : named;
}
