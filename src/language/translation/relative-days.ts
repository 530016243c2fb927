import { dateNames } from "../date-words.ts";
import { CATALOGUE_LANGUAGES } from "./catalogues.ts";
import { formPattern, wordFormsIn } from "./word-forms.ts";

/** A day as seen from today: a number of days from it, or a weekday, 1 for Monday, of the week to come or of another one. */
export type RelativeDay =
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "weekday"; readonly weekday: number; readonly weeks?: number };

/** How far from today a day or a week may have a name of its own. */
const NAMED = [-3, -2, -1, 0, 1, 2, 3];
/** Numbers of days and weeks whose plurals differ in some language. */
const COUNTED = [1, 2, 3, 5, 11, 21];
const DAYS_OF_WEEK = 7;
const MONTHS = 12;

/** Parses a day such as “내일”, “3일 후”, “화요일” or “다음 주 화요일” in the language of any catalogue. */
export function parseRelativeDay(typed: string): RelativeDay | undefined {
  const text = normalize(typed);
  for (const language of CATALOGUE_LANGUAGES) {
    const { days, weeks, weekdays } = wordsOf(language);
    const inDays = offsetIn(text, days);
    if (inDays !== undefined) return { kind: "days", days: inDays };
    for (const [name, weekday] of weekdays) {
      if (text === name) return { kind: "weekday", weekday };
      if (!text.endsWith(name)) continue;
      const inWeeks = offsetIn(text.slice(0, -name.length), weeks);
      if (inWeeks !== undefined) return { kind: "weekday", weekday, weeks: inWeeks };
    }
  }
  return undefined;
}

/** Returns the name of today in a language: “today”, “오늘”. */
export function todayIn(language: string): string {
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(0, "day");
}

/** The names of offsets, and patterns of those with a number, each with its sign. */
interface OffsetWords {
  readonly names: ReadonlyMap<string, number>;
  readonly patterns: readonly (readonly [pattern: RegExp, sign: number])[];
}

interface RelativeWords {
  readonly days: OffsetWords;
  readonly weeks: OffsetWords;
  /** The names of weekdays, 1 for Monday. */
  readonly weekdays: ReadonlyMap<string, number>;
}

const wordsByLanguage = new Map<string, RelativeWords>();

function wordsOf(language: string): RelativeWords {
  const known = wordsByLanguage.get(language);
  if (known !== undefined) return known;
  const weekdays = dateNames(language, "long").slice(MONTHS);
  const words = {
    days: offsetWords(language, "day"),
    weeks: offsetWords(language, "week"),
    // The names begin with that of 1 January 2000, a Saturday.
    weekdays: new Map(
      weekdays.map((name, index) => [normalize(name), ((index + 5) % DAYS_OF_WEEK) + 1]),
    ),
  };
  wordsByLanguage.set(language, words);
  return words;
}

/** Returns the words by which CLDR and the catalogue of a language name days or weeks before and after the present one. */
function offsetWords(language: string, unit: "day" | "week"): OffsetWords {
  const named = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const counted = new Intl.RelativeTimeFormat(language, { numeric: "always" });
  const own = wordFormsIn(`${unit}.words`).get(language) ?? [];
  const patterns = COUNTED.flatMap((count) =>
    [1, -1].map((sign) => {
      const parts = counted.formatToParts(sign * count, unit);
      const form = parts.map(({ type, value }) => (type === "literal" ? value : "#")).join("");
      return [form, sign] as const;
    }),
  );
  const ownPatterns = own.flatMap(({ meaning, form }) =>
    form.includes("#") ? [[form, meaning.startsWith("-") ? -1 : 1] as const] : [],
  );
  return {
    names: new Map([
      ...NAMED.map((offset) => [normalize(named.format(offset, unit)), offset] as const),
      ...own.map(({ meaning, form }) => [normalize(form), Number(meaning)] as const),
    ]),
    patterns: [...new Map([...patterns, ...ownPatterns])].map(([form, sign]) => [
      new RegExp(`^${formPattern(normalize(form))}$`, "u"),
      sign,
    ]),
  };
}

function offsetIn(text: string, { names, patterns }: OffsetWords): number | undefined {
  const named = names.get(text);
  if (named !== undefined && !Number.isNaN(named)) return named;
  for (const [pattern, sign] of patterns) {
    const count = pattern.exec(text)?.[1];
    if (count !== undefined) return sign * Number(count);
  }
  return undefined;
}

/** White space between these words means nothing. */
function normalize(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}
