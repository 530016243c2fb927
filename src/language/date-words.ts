import { fold } from "./fold.ts";
import { allWords } from "./word-lists.ts";

/** The names of months and weekdays in a language, in full and abbreviated. */
export interface DateWords {
  /** The names, folded. */
  readonly keys: ReadonlySet<string>;
  /** Whether the language writes them all with a capital: in English, the sun and a march are no dates. */
  readonly areCapital: boolean;
}

const AMBIGUOUS: ReadonlySet<string> = new Set(
  allWords(({ ambiguousDateNames }) => ambiguousDateNames),
);

const dateWordsByTag = new Map<string, DateWords>();

/** Returns the names of months and weekdays in the language of a BCP 47 tag, but for ambiguous ones. */
export function dateWords(tag: string): DateWords {
  const known = dateWordsByTag.get(tag);
  if (known !== undefined) return known;
  const names = [...dateNames(tag, "long"), ...dateNames(tag, "short")].filter(
    (name) => !AMBIGUOUS.has(name),
  );
  const words = {
    keys: new Set(names.map(fold)),
    areCapital: names.every((name) => /^\p{Lu}/u.test(name)),
  };
  dateWordsByTag.set(tag, words);
  return words;
}

/** Returns the twelve months and the seven weekdays as CLDR names them in the language of a BCP 47 tag. */
export function dateNames(tag: string, length: "long" | "short"): readonly string[] {
  const month = new Intl.DateTimeFormat(tag, { month: length, timeZone: "UTC" });
  const weekday = new Intl.DateTimeFormat(tag, { weekday: length, timeZone: "UTC" });
  return [
    ...Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2000, index, 1))),
    ...Array.from({ length: 7 }, (_, index) => weekday.format(Date.UTC(2000, 0, 1 + index))),
  ];
}
