import type { Expansion, SearchedTopic } from "../reply.ts";

/** The number of words that a sentence lists before it only counts the rest. */
const MAX_LISTED_WORDS = 6;

/** Describes in sentences what a search did besides looking for the words as typed. */
export function describeExpansion(expansion: Expansion): readonly string[] {
  const { synonyms, narrower, corrections, missing } = expansion;
  return [
    ...describeSynonyms(synonyms),
    ...describeNarrowerTopics(narrower),
    ...describeMissingWords(missing, corrections),
  ];
}

/** Describes the topic that was searched, with its synonyms and its narrower topics. */
export function describeTopic({ label, synonyms, narrower }: SearchedTopic): string {
  return [
    `Topic: ${label}.`,
    ...describeSynonyms(synonyms),
    ...describeNarrowerTopics(narrower),
  ].join(" ");
}

function describeSynonyms(synonyms: readonly string[]): readonly string[] {
  return synonyms.length > 0 ? [`Also searched: ${firstFew(synonyms)}.`] : [];
}

function describeNarrowerTopics(labels: readonly string[]): readonly string[] {
  return labels.length > 0 ? [`Narrower topics with it: ${firstFew(labels)}.`] : [];
}

function describeMissingWords(
  missing: readonly string[],
  corrections: readonly string[],
): readonly string[] {
  if (missing.length === 0 && corrections.length === 0) return [];
  const sentence = `Nowhere in this corpus: ${firstFew(missing.map((word) => `“${word}”`))}.`;
  return corrections.length > 0
    ? [`${sentence} Shown is what has words like that: ${firstFew(corrections)}.`]
    : [sentence];
}

/** Lists the first few words, and counts the rest. */
function firstFew(words: readonly string[]): string {
  const listed = words.slice(0, MAX_LISTED_WORDS).join(", ");
  const rest = words.length - MAX_LISTED_WORDS;
  return rest > 0 ? `${listed} and ${rest} more` : listed;
}
