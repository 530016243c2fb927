import type { Translate } from "../../catalogue/catalogue.ts";
import type { Expansion, SearchedTopic } from "../reply.ts";

/** The number of words that a sentence lists before it only counts the rest. */
const MAX_LISTED_WORDS = 6;

/** Says which words do not occur, and which were searched for instead; no sentence if all occur. */
export function describeCorrections(expansion: Expansion, t: Translate): readonly string[] {
  const { missing } = expansion;
  if (missing.length === 0) return [];
  const words = quotedList(missing, t);
  return [
    `${t("search.missing", { words, count: missing.length })} ${describeReplacement(expansion, t)}`,
  ];
}

/** Says what was searched for instead of words that do not occur. */
export function describeReplacement(
  { corrections, synonyms, narrower, isAllMissing }: Expansion,
  t: Translate,
): string {
  const related = isAllMissing ? [...synonyms, ...narrower] : [];
  const instead = corrections.length > 0 ? corrections : related;
  return instead.length === 0
    ? t("search.other-words")
    : t("search.instead", { words: firstFew(instead, t) });
}

/** Lists words in quotation marks: “a”, “b” and “c”. */
export function quotedList(words: readonly string[], t: Translate): string {
  return t.and(words.map((word) => `“${word}”`));
}

/** Describes in sentences what a search looked for besides the words as typed. */
export function describeExpansion(
  { synonyms, narrower }: Pick<Expansion, "synonyms" | "narrower">,
  t: Translate,
): readonly string[] {
  return [
    ...(synonyms.length > 0 ? [t("search.synonyms", { words: firstFew(synonyms, t) })] : []),
    ...(narrower.length > 0
      ? [t("search.narrower", { topics: firstFew(narrower.map(t.nameOf), t) })]
      : []),
  ];
}

/** Describes the topic that was searched, with its synonyms and its narrower topics. */
export function describeTopic({ label, ...expansion }: SearchedTopic, t: Translate): string {
  return [t("search.topic", { label: t.nameOf(label) }), ...describeExpansion(expansion, t)].join(
    " ",
  );
}

/** Lists the first few words, and counts the rest. */
function firstFew(words: readonly string[], t: Translate): string {
  const listed = words.slice(0, MAX_LISTED_WORDS).join(", ");
  const count = words.length - MAX_LISTED_WORDS;
  return count > 0 ? t("search.and-more", { listed, count }) : listed;
}
