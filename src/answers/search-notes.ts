import type { Found } from "../search/search.ts";

/** How many synonyms a sentence names before it only counts them. */
const MOST_NAMED = 6;

/** What a search did besides looking for the words as typed, in sentences. */
export function triedSentences(found: Found | undefined): readonly string[] {
  if (found === undefined) return [];
  const { synonyms, narrower, neighbours, missing } = found;
  return [
    ...(synonyms.length > 0 ? [`Also searched: ${some(synonyms)}.`] : []),
    ...(narrower.length > 0 ? [`Narrower topics with it: ${some(narrower)}.`] : []),
    ...(neighbours.length > 0
      ? [
          `Nowhere in this corpus: ${some(missing.map((word) => `“${word}”`))}. Shown is what has words like that: ${some(neighbours)}.`,
        ]
      : []),
    ...(neighbours.length === 0 && missing.length > 0
      ? [`Nowhere in this corpus: ${some(missing.map((word) => `“${word}”`))}.`]
      : []),
  ];
}

/** The first few of many words, and how many more there are. */
export function some(words: readonly string[]): string {
  const named = words.slice(0, MOST_NAMED).join(", ");
  const rest = words.length - MOST_NAMED;
  return rest > 0 ? `${named} and ${rest} more` : named;
}
