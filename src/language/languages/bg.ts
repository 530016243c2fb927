import type { LanguageProfile } from "../language-profile.ts";

/**
 * The endings of words with more letters than a number, and what is written for them; of each list, the first that
 * fits. The rules are those of Lucene’s BulgarianStemmer, after J. Savoy, Searching Strategies for the Bulgarian
 * Language, 2007. That of @orama/stemmers has them too, but throws at every word of which a letter changes.
 */
type Endings = readonly (readonly [moreThan: number, ending: RegExp, instead: string])[];

const PLURAL_OF_NEUTER: Endings = [[5, /ища$/, ""]];
const ARTICLES: Endings = [
  [6, /ият$/, ""],
  [5, /(?:ът|то|те|та|ия)$/, ""],
  [4, /ят$/, ""],
];
const PLURALS: Endings = [
  [6, /овци$/, "о"],
  [6, /ове$/, ""],
  [6, /еве$/, "й"],
  [5, /(?:ища|та)$/, ""],
  [5, /ци$/, "к"],
  [5, /зи$/, "г"],
  [5, /е(.)и$/, "я$1"],
  [4, /си$/, "х"],
  [4, /и$/, ""],
];
const SINGULARS: readonly Endings[] = [
  [[3, /[аое]?я$|[аое]$/, ""]],
  [[4, /ен$/, "н"]],
  [[5, /ъ(.)$/, "$1"]],
];

function replaceEnding(word: string, endings: Endings): string {
  const [, ending, instead] =
    endings.find(([moreThan, pattern]) => word.length > moreThan && pattern.test(word)) ?? [];
  return ending === undefined || instead === undefined ? word : word.replace(ending, instead);
}

function stem(word: string): string {
  const withoutPlural = replaceEnding(word, PLURAL_OF_NEUTER);
  return withoutPlural === word
    ? [ARTICLES, PLURALS, ...SINGULARS].reduce(replaceEnding, word)
    : withoutPlural;
}

export const BULGARIAN: LanguageProfile = {
  tags: ["bg"],
  complementizers: "че отколкото",
  oramaName: "bulgarian",
  stem,
  negations: "не ни няма без никой нищо никога",
  conditions: "ако само освен стига",
  denyingPhrases: String.raw`би(?:ха)?|по-скоро(?: \p{L}+){0,4},? отколкото|вместо|(?:е|беше|бе|са) (?:\p{L}+ )?(?:лъжа|лъжи|измислица|клевета)`,
  contrasts: "но обаче ала въпреки освен",
  nameWords: "и на",
  sourceWords: "източник източници линк",
  quotationWords: "цитат",
};
