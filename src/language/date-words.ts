import { fold } from "./fold.ts";
import type { DateUnits } from "./language-profile.ts";
import { LANGUAGES } from "./languages/index.ts";
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

const unitPattern = (unit: keyof DateUnits) =>
  LANGUAGES.map(({ dateUnits }) => dateUnits?.[unit] ?? "").join("");

const DATE_WITH_UNITS = new RegExp(
  String.raw`^\d{4}\s*[${unitPattern("year")}][\d\s${unitPattern("month")}${unitPattern("day")}]*$`,
);

/** Whether a text is a date in numbers with their units after them: “2019年8月5日”. */
export function hasDateUnits(text: string): boolean {
  return DATE_WITH_UNITS.test(text);
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

let cachedMonths: ReadonlyMap<string, number> | undefined;

/**
 * Returns the numbers of months by their folded names in all languages, which takes a tenth of a second at first.
 * A name of two months has none.
 */
export function monthNumbers(): ReadonlyMap<string, number> {
  if (cachedMonths !== undefined) return cachedMonths;
  const numbers = new Map<string, number>();
  const ambiguous = new Set<string>();
  for (const {
    tags: [tag],
  } of LANGUAGES) {
    // The names beside a day are in another case than alone in many languages.
    const beside = new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", timeZone: "UTC" });
    const alone = new Intl.DateTimeFormat(tag, { month: "long", timeZone: "UTC" });
    for (let index = 0; index < 12; index++) {
      const day = Date.UTC(2000, index, 1);
      const name = alone.format(day);
      const month = beside.formatToParts(day).find(({ type }) => type === "month")?.value ?? name;
      for (const key of new Set([fold(name), fold(month)])) {
        if ((numbers.get(key) ?? index + 1) !== index + 1) ambiguous.add(key);
        numbers.set(key, index + 1);
      }
    }
  }
  for (const key of ambiguous) numbers.delete(key);
  cachedMonths = numbers;
  return numbers;
}
