import { diffArrays } from "diff";
import { sentenceStarts } from "../language/sentences.ts";
import { tokenize, tokenKey } from "../language/tokenizer.ts";

/** What changes the sense most, in the order in which it is told. */
export const GRAVE_KINDS = ["negation", "number", "date", "name"] as const;

/** Words that the corpus and a quotation have in common, or words in each other's place. */
export interface Change {
  /** As they stand in the corpus; empty where the quotation adds some. */
  readonly printed: string;
  /** As they are quoted; empty where the quotation leaves some out. */
  readonly quoted: string;
  readonly isSame: boolean;
  /** What stands behind the words where they are quoted, or else printed: white space and punctuation. */
  readonly gap: string;
  /** What it touches that changes the sense. */
  readonly grave?: (typeof GRAVE_KINDS)[number];
}

/** Compares two texts word by word. The changes make up both texts, in order. */
export function compareWords(printed: string, quoted: string, language: string): readonly Change[] {
  const from = unitsOf(printed);
  const to = unitsOf(quoted);
  const kindsFrom = kindsIn(printed, language);
  const kindsTo = kindsIn(quoted, language);
  const changes: Change[] = [];
  let fromAt = 0;
  let toAt = 0;
  let left: readonly Unit[] = [];
  let put: readonly Unit[] = [];

  function end(): void {
    if (left.length + put.length === 0) return;
    const kinds = [...left.map(kindsFrom), ...put.map(kindsTo)];
    const grave = GRAVE_KINDS.find((kind) => kinds.includes(kind));
    changes.push({
      printed: sliceOf(printed, left),
      quoted: sliceOf(quoted, put),
      isSame: false,
      gap: gapAfter(quoted, put) ?? gapAfter(printed, left) ?? "",
      ...(grave && { grave }),
    });
    left = [];
    put = [];
  }

  const keys = (units: readonly Unit[]) => units.map(({ key }) => key);
  for (const { added, removed, count } of diffArrays(keys(from), keys(to))) {
    const here = from.slice(fromAt, fromAt + count);
    const there = to.slice(toAt, toAt + count);
    if (!added) fromAt += count;
    if (!removed) toAt += count;
    if (added) put = there;
    else if (removed) left = here;
    else {
      end();
      changes.push({
        printed: sliceOf(printed, here),
        quoted: sliceOf(quoted, there),
        isSame: true,
        gap: gapAfter(quoted, there) ?? "",
      });
    }
  }
  end();
  return changes;
}

/** A word or an ellipsis of a text. */
interface Unit {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  /** Where the next one begins. */
  readonly next: number;
}

function unitsOf(text: string): readonly Unit[] {
  return tokenize(text).map(({ start, end }, index, all) => ({
    start,
    end,
    key: tokenKey(text.slice(start, end)),
    next: all[index + 1]?.start ?? text.length,
  }));
}

/** Tells of a text's words whether a change of them is grave. */
function kindsIn(text: string, language: string): (unit: Unit) => Change["grave"] {
  // Sentences are looked for only where a word with a capital letter has changed, which is seldom.
  let sentences: readonly number[] | undefined;
  const beginsSentence = (start: number) => {
    sentences ??= sentenceStarts(text, language);
    const sentence = sentences.findLast((at) => at <= start) ?? 0;
    return !/[\p{L}\p{N}]/u.test(text.slice(sentence, start));
  };
  const negations = negationsOf(language);
  return ({ start, end, key }) => {
    const word = text.slice(start, end);
    if (negations.has(key) || /^n'|n't$/.test(key)) return "negation";
    if (/\p{N}/u.test(word) || NUMBERS.has(key)) return "number";
    const isCapital = /^\p{Lu}/u.test(word);
    const dates = dateWords(language);
    if (dates.keys.has(key) && (isCapital || !dates.areCapital)) return "date";
    return isCapital && key !== "i" && !beginsSentence(start) ? "name" : undefined;
  };
}

const setOf = (words: string) => new Set(words.split(/\s+/));

// Function words of the languages that study groups quote most; folded as `keyOf` does.
const KOREAN_NEGATIONS = "안 못 아 않 없 말";
const LATIN_NEGATIONS: Readonly<Record<string, string>> = {
  en: `no not never none nor neither nobody nothing nowhere cannot without hardly scarcely`,
  de: `nicht kein keine keinen keinem keiner keines nie niemals nichts niemand ohne`,
  fr: `ne pas jamais rien aucun aucune sans non ni`,
  es: `no nunca jamas ningun ninguno ninguna nada nadie sin ni`,
};

/** The negations of a language: what is one in Spanish is a sin in English. */
function negationsOf(language: string): ReadonlySet<string> {
  const own = LATIN_NEGATIONS[language.split("-")[0] ?? ""];
  const words = own ?? Object.values(LATIN_NEGATIONS).join(" ");
  return setOf(`${words} ${KOREAN_NEGATIONS}`);
}

const NUMBERS = setOf(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
  million billion dozen half double twice first second third fourth fifth sixth seventh eighth ninth
  tenth`,
);

/** The names of months and weekdays in a language, long and short. */
interface DateWords {
  readonly keys: ReadonlySet<string>;
  /** Whether the language writes them with a capital: in English, the sun and a march are no dates. */
  readonly areCapital: boolean;
}

const dateWordsOf = new Map<string, DateWords>();

function dateWords(language: string): DateWords {
  const known = dateWordsOf.get(language);
  if (known !== undefined) return known;
  const words = new Set<string>();
  for (const length of ["long", "short"] as const) {
    const month = new Intl.DateTimeFormat(language, { month: length, timeZone: "UTC" });
    const weekday = new Intl.DateTimeFormat(language, { weekday: length, timeZone: "UTC" });
    for (let at = 0; at < 12; at++) words.add(month.format(Date.UTC(2000, at, 1)));
    for (let at = 0; at < 7; at++) words.add(weekday.format(Date.UTC(2000, 0, 1 + at)));
  }
  // A verb far more often than a month.
  words.delete("May");
  const found = {
    keys: new Set([...words].map(tokenKey)),
    areCapital: [...words].every((word) => /^\p{Lu}/u.test(word)),
  };
  dateWordsOf.set(language, found);
  return found;
}

function sliceOf(text: string, units: readonly Unit[]): string {
  return text.slice(units[0]?.start ?? 0, units.at(-1)?.end ?? 0);
}

function gapAfter(text: string, units: readonly Unit[]): string | undefined {
  const last = units.at(-1);
  return last && text.slice(last.end, last.next);
}
