import { lazy } from "../foundation/lazy.ts";
import { fold } from "./fold.ts";
import type { DateUnits } from "./language-profile.ts";
import { LANGUAGES } from "./languages/index.ts";
import { primarySubtag } from "./tags.ts";
import { allWords, wordsOf } from "./word-lists.ts";

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
    // In scripts without spaces, a single character is a part of any word.
    (name) => !AMBIGUOUS.has(name) && !/^[\p{Script=Han}\p{Script=Hangul}]$/u.test(name),
  );
  const words = {
    keys: new Set(names.map(fold)),
    areCapital: names.every((name) => /^\p{Lu}/u.test(name)),
  };
  dateWordsByTag.set(tag, words);
  return words;
}

/**
 * Returns the words that can be beside a place and a date above a letter in a language and in English, or in any
 * language without a tag: weekdays and words such as “the” and “evening”. All are folded.
 */
export function datelineWords(tag: string | undefined): ReadonlySet<string> {
  const language = tag === undefined ? undefined : primarySubtag(tag);
  const cached = datelineWordsByTag.get(language);
  if (cached !== undefined) return cached;
  const words = LANGUAGES.filter(
    ({ tags }) =>
      language === undefined || tags[0] === "en" || tags.some((one) => one === language),
  ).flatMap(({ tags: [first], datelineWords: list }) => [
    ...dateNames(first, "long")
      .slice(-7)
      .flatMap((name) => name.replace(/\p{P}+$/u, "").split(" ")),
    ...wordsOf(list),
  ]);
  const folded = new Set(words.map(fold));
  datelineWordsByTag.set(language, folded);
  return folded;
}

const datelineWordsByTag = new Map<string | undefined, ReadonlySet<string>>();

const ERA_WORDS: ReadonlySet<string> = new Set(LANGUAGES.flatMap(({ eraWord }) => eraWord ?? []));

/** Whether a word is the name of the Christian era before a year, which adds nothing to a date. */
export function isEraWord(word: string): boolean {
  return ERA_WORDS.has(word);
}

const unitPattern = (unit: keyof DateUnits) =>
  LANGUAGES.map(({ dateUnits }) => dateUnits?.[unit] ?? "").join("");

const numberWith = (unit: keyof DateUnits) => String.raw`(?:(\d+)\s*[${unitPattern(unit)}]\s*)?`;

const DATE_WITH_UNITS = new RegExp(
  `^${numberWith("year")}${numberWith("month")}${numberWith("day")}$`,
);

/** The numbers of a date, as far as it has them. */
export interface DateNumbers {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/**
 * Parses a date in numbers with their units after them, and perhaps with its weekday: “2019年8月5日”, “8월 5일(월)”. Returns
 * undefined for any other text, and for a day alone. Whether there is such a date is not checked.
 */
export function parseDateUnits(text: string): DateNumbers | undefined {
  const [match, year, month, day] = DATE_WITH_UNITS.exec(withoutWeekday(text)) ?? [];
  if (match === undefined || (year === undefined && month === undefined)) return undefined;
  return {
    ...(year !== undefined && { year: Number(year) }),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  };
}

/** The weekdays of the languages that write units, in full and in brackets. */
const WEEKDAY_AFTER_DATE = lazy(() => {
  const names = LANGUAGES.filter(({ dateUnits }) => dateUnits !== undefined).flatMap(({ tags }) =>
    (["long", "short"] as const).flatMap((length) => dateNames(tags[0], length).slice(12)),
  );
  const anyName = [...new Set(names)].join("|");
  return new RegExp(String.raw`(?:\s*\((?:${anyName})\)|\s+(?:${anyName}))$`);
});

function withoutWeekday(text: string): string {
  return /\d\D{1,6}$/.test(text) ? text.replace(WEEKDAY_AFTER_DATE(), "") : text;
}

/** Whether a language writes the day before the month in numbers; undefined for English, which does both. */
export function writesDayFirst(tag: string): boolean | undefined {
  if (primarySubtag(tag) === "en") return undefined;
  const parts = new Intl.DateTimeFormat(tag, { dateStyle: "short" }).formatToParts(0);
  const [first] = parts.filter(({ type }) => type === "day" || type === "month");
  return first?.type === "day";
}

/** By default, Persian names the months of another calendar. */
const GREGORIAN = { calendar: "gregory", timeZone: "UTC" } as const;

/** Returns the twelve months and the seven weekdays as CLDR names them in the language of a BCP 47 tag. */
export function dateNames(tag: string, length: "long" | "short"): readonly string[] {
  const month = new Intl.DateTimeFormat(tag, { month: length, ...GREGORIAN });
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
    for (const [key, number] of monthNumbersOf(tag)) {
      if ((numbers.get(key) ?? number) !== number) ambiguous.add(key);
      numbers.set(key, number);
    }
  }
  for (const key of ambiguous) numbers.delete(key);
  cachedMonths = numbers;
  return numbers;
}

/** Returns the numbers of months by their folded names in the language of a BCP 47 tag. */
export function monthNumbersOf(tag: string): ReadonlyMap<string, number> {
  const cached = monthsByTag.get(tag);
  if (cached !== undefined) return cached;
  // The names beside a day are in another case than alone in many languages.
  const beside = new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", ...GREGORIAN });
  const alone = new Intl.DateTimeFormat(tag, { month: "long", ...GREGORIAN });
  const numbers = new Map<string, number>();
  for (let index = 0; index < 12; index++) {
    const day = Date.UTC(2000, index, 1);
    const name = alone.format(day);
    const parts = beside.formatToParts(day);
    const at = parts.findIndex(({ type }) => type === "month");
    const month = parts[at]?.value ?? name;
    // In Hebrew, a preposition is a part of the word.
    const [preposition = ""] = /\S*$/.exec(parts[at - 1]?.value ?? "") ?? [];
    for (const form of [name, month, preposition + month]) numbers.set(fold(form), index + 1);
  }
  monthsByTag.set(tag, numbers);
  return numbers;
}

const monthsByTag = new Map<string, ReadonlyMap<string, number>>();
