import { monthNumbers } from "../../language/date-words.ts";
import { fold } from "../../language/fold.ts";
import type { DateForms, DateWordings } from "../../language/language-profile.ts";
import { LANGUAGES } from "../../language/languages/index.ts";
import { parseHanNumeral, parseRomanNumeral } from "../../language/numerals.ts";
import { wordsOf } from "../../language/word-lists.ts";
import { numericDateOf, parseEdtfDate } from "../date.ts";

/** Parses a date within a wording into EDTF. */
type ParseDate = (text: string) => string | undefined;

/** The maximum length of a date in words. */
const MAX_LENGTH = 64;

/**
 * Parses a date that is not a single day, in the words of any language that Ibid knows, into EDTF:
 * “c. 1750”, “18. Jahrhundert”, “printemps 1907”, “1760년 이전”, “44 BC”, “February 1659/60”. `parse` parses
 * the dates within such wordings. Returns undefined for any other text, and for dates that EDTF cannot
 * express, such as “the early 1750s”.
 */
export function parseDateWording(text: string, parse: ParseDate): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  return (
    parseShortRange(text) ??
    parseUnspecified(text) ??
    parseDualYear(text, parse) ??
    parseSeason(text) ??
    parseMonth(text, formatYear) ??
    parseForms(text, parse)
  );
}

/** Parses a range of years, the second of which is shortened: “1749–51”. */
export function parseShortRange(text: string): string | undefined {
  const [, century, from, separator, until] = /^(\d\d)(\d\d)\s*([-–—/])\s*(\d\d)$/.exec(text) ?? [];
  if (century === undefined || Number(until) <= Number(from)) return undefined;
  // 1907-08 and 1907/08 are months.
  if (/[-/]/.test(separator ?? "") && Number(until) <= 12) return undefined;
  return `${century}${from}/${century}${until}`;
}

/**
 * Parses a date with signs for the digits that are not known, as catalogues and other programs write them: “17xx”, “175-”,
 * “17??”, “1750-05-xx”.
 */
function parseUnspecified(text: string): string | undefined {
  const [, known, unknown = ""] = /^(\d{2,3})(x{1,2}|u{1,2}|\?\?|_{1,2}|-{1,2})$/i.exec(text) ?? [];
  if (known !== undefined && known.length + unknown.length === 4) return known.padEnd(4, "X");
  return /^\d[\dx-]+$/i.test(text) ? parseEdtfDate(text.toUpperCase())?.edtf : undefined;
}

/** Returns the dates of which a wording may name a part, such as “1750s” for “the early 1750s”. */
export function wholesOfPart(text: string): readonly string[] {
  return text.length > MAX_LENGTH ? [] : insides("partOf", text).flat();
}

const END_OF_OLD_YEAR = { month: 3, day: 24 };

/**
 * Parses a day or month from 1 January to 24 March with two years, “February 1659/60”: the year began on
 * 25 March then. The result is in the second of them, as the year is counted today. The day stays as it
 * is written.
 */
function parseDualYear(text: string, parse: ParseDate): string | undefined {
  const [, dayAndMonth, year, sign, digits] =
    /^(.*\p{L}.*?)[\s,]*(\d{4})\s?([/–-])\s?(\d{1,4})$/su.exec(text) ?? [];
  if (dayAndMonth === undefined || year === undefined || digits === undefined) return undefined;
  // “February 1659–60” can be a range of years.
  if (sign !== "/" && !/\d/.test(dayAndMonth)) return undefined;
  const second = String(Number(year) + 1);
  if (!second.endsWith(digits)) return undefined;
  const date = parseEdtfDate(parse(`${dayAndMonth} ${second}`) ?? "");
  const numbers = date && numericDateOf(date);
  const [[, month, day] = []] = numbers?.ends ?? [];
  if (date === undefined || month === undefined || numbers?.ends.length !== 1) return undefined;
  const isInBoth =
    month < END_OF_OLD_YEAR.month ||
    (month === END_OF_OLD_YEAR.month && (day ?? 1) <= END_OF_OLD_YEAR.day);
  return isInBoth ? date.edtf : undefined;
}

const SEASONS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap(({ dateWordings }) =>
    (dateWordings?.seasons ?? []).flatMap((names, index) =>
      wordsOf(names).map((name): [string, number] => [fold(name), 21 + index]),
    ),
  ),
);
const WINTER = 24;

/** Parses “spring 1907”, “1907年春”, and “winter 1907/08”, which is the winter that begins in 1907. */
function parseSeason(text: string): string | undefined {
  const [, name = "", year, second] =
    /^(\p{L}+)(?: (?:of|de|del|do|des Jahres))?,? ?(\d{4})(?:\s?[/–-]\s?(\d{2}|\d{4}))?$/u.exec(
      text,
    ) ?? [];
  const [, otherYear, otherName = ""] = /^(\d{4})\s?[년年]?의?\s?(\p{L}+)$/u.exec(text) ?? [];
  const season = SEASONS.get(fold(name || otherName));
  if (season === undefined) return undefined;
  const isOfTwoYears = season === WINTER && String(Number(year) + 1).endsWith(second ?? "");
  return second === undefined || isOfTwoYears ? `${year ?? otherYear}-${season}` : undefined;
}

/** The name of a month, which has two words in Irish and Vietnamese. */
const MONTH = String.raw`(?<month>[\p{L}\p{M}]+(?: [\p{L}\p{M}\d]+)??)`;

const DAY_OR_MONTH_FIRST = new RegExp(
  String.raw`^(?:(?<day>\d{1,2})(?:\.|er|º|°)?(?: de(?= )| d['’])? ?)?${MONTH}\.?(?: del?| năm)?,? (?<year>\d{1,4})$`,
  "u",
);

/** Armenian, Hungarian, Latvian and Lithuanian: “1888. május 3.”, “1888 m. gegužės 3 d.”, “1888. gada 3. maijs” */
const YEAR_FIRST = new RegExp(
  String.raw`^(?<year>\d{4})(?:\.| m\.| թ\.| gada|\. gada)?,? (?:(?<first>\d{1,2})\. )?${MONTH}\.?(?: (?<last>\d{1,2})(?:\.| d\.?)?)?$`,
  "u",
);

/** Parses a month or a day with its month in words, in any language that Ibid knows. */
function parseMonth(text: string, toYear: (year: number) => string): string | undefined {
  const groups = (DAY_OR_MONTH_FIRST.exec(text) ?? YEAR_FIRST.exec(text))?.groups ?? {};
  const { month, year = "", first, last, day = first ?? last } = groups;
  // Without an era, a year has four digits.
  if (month === undefined || (toYear === formatYear && year.length < 4)) return undefined;
  const number = monthNumbers().get(fold(month));
  if (number === undefined) return undefined;
  const parts = [number, ...(day === undefined ? [] : [Number(day)])].map(twoDigits);
  return parseEdtfDate([toYear(Number(year)), ...parts].join("-"))?.edtf;
}

const DAY_AND_MONTH = /^(\d{1,2})(?:\.|er|º|°)?(?: de| d['’])? ?(\p{L}+)\.?$/u;
const MONTH_AND_DAY = /^(\p{L}+)\.? (\d{1,2})(?:\.|er|º|°)?$/u;

/** Parses a day of any year with its month in words, in any language that Ibid knows. */
export function parseDayOfMonth(
  text: string,
): { readonly month: number; readonly day: number } | undefined {
  const [, day, name] = DAY_AND_MONTH.exec(text) ?? [];
  const [, otherName = "", otherDay] = MONTH_AND_DAY.exec(text) ?? [];
  if (day === undefined && otherDay === undefined) return undefined;
  const month = monthNumbers().get(fold(name ?? otherName));
  return month === undefined ? undefined : { month, day: Number(day ?? otherDay) };
}

/** Kinds of wordings with one form for each language, in the order in which they are tried. */
const KINDS = [
  "uncertain",
  "about",
  "before",
  "after",
  "century",
  "decade",
  "beforeChrist",
  "afterChrist",
  "between",
  "either",
  "plain",
] as const;

type FormKind = (typeof KINDS)[number] | "partOf";

function parseForms(text: string, parse: ParseDate): string | undefined {
  for (const kind of KINDS) {
    for (const inside of insides(kind, text)) {
      const edtf = edtfOf(kind, inside, parse);
      if (edtf !== undefined) return edtf;
    }
  }
  return undefined;
}

function edtfOf(
  kind: (typeof KINDS)[number],
  [first = "", second = ""]: readonly string[],
  parse: ParseDate,
): string | undefined {
  switch (kind) {
    case "uncertain":
      return qualify(parse(first), "?");
    case "about":
      return qualify(parse(first), "~");
    case "before":
      return interval("..", parse(first));
    case "after":
      return interval(parse(first), "..");
    case "between":
      return interval(parse(first), parse(second));
    case "either": {
      const dates = parseEither(first, second, parse);
      return dates.every((date) => date !== undefined && isOneDate(date))
        ? `[${dates.join(",")}]`
        : undefined;
    }
    case "century":
      return parseCenturies(first, false);
    case "decade":
      return parseDecades(first);
    case "beforeChrist":
      return parseInEra(first, true);
    case "afterChrist":
      return parseInEra(first, false);
    case "plain":
      return parse(first);
  }
}

/** Parses two dates, one or both of which may lack what only the other one has. */
function parseEither(
  first: string,
  second: string,
  parse: ParseDate,
): readonly (string | undefined)[] {
  const dates = [parse(first), parse(second)] as const;
  if (dates.every((date) => date !== undefined)) return dates;
  const completions = [completionsOfFirst(first, second), completionsOfSecond(first, second)];
  const candidates = dates.map((date, index) =>
    date === undefined ? (completions[index] ?? []).flatMap((text) => parse(text) ?? []) : [date],
  );
  const [ones = [], others = []] = candidates;
  // “4. oder 5. Mai 1750” is no April.
  const pairs = ones.flatMap((one) => others.map((other) => [one, other] as const));
  return pairs.find(([one, other]) => one.length === other.length) ?? [undefined];
}

/** A number or a word with what is around it. */
const DATE_PART = /[^\p{L}\p{N}]*(?:\p{L}[\p{L}\p{M}]*|\p{N}+)/gu;

/** The maximum number of parts of a date that is written out, and of one that lacks what another one has. */
const MAX_PARTS = 6;
const MAX_OWN_PARTS = 3;

/** Returns what the first of two dates may be if its end is only in the second: “4” in “4 or 5 May 1750”. */
function completionsOfFirst(first: string, second: string): readonly string[] {
  const ends = [...second.matchAll(DATE_PART)].map(({ 0: part, index }) => index + part.length);
  const beginning = first.replace(/[^\p{L}\p{N}]+$/u, "");
  return areParts(first, second) ? ends.map((end) => beginning + second.slice(end)) : [];
}

/** Returns what the second of two dates may be if its beginning is only in the first: “1750년 5월 4일 또는 5일”. */
function completionsOfSecond(first: string, second: string): readonly string[] {
  const starts = [...first.matchAll(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu)].map(({ index }) => index);
  return areParts(second, first)
    ? starts.reverse().map((start) => first.slice(0, start) + second)
    : [];
}

/** Whether a date may lack what another one has. Nothing longer is tried, since each try parses a date. */
function areParts(partial: string, other: string): boolean {
  const countOf = (text: string) => text.match(DATE_PART)?.length ?? 0;
  return countOf(partial) <= MAX_OWN_PARTS && countOf(other) <= MAX_PARTS;
}

function isOneDate(date: string): boolean {
  return !/[/[{]/.test(date);
}

function interval(from: string | undefined, until: string | undefined): string | undefined {
  if (from === undefined || until === undefined || ![from, until].every(isOneDate)) {
    return undefined;
  }
  return parseEdtfDate(`${from}/${until}`)?.edtf;
}

/** Adds a mark to a date, or to each end of an interval. Sets and seasons have none. */
function qualify(date: string | undefined, mark: "~" | "?"): string | undefined {
  if (date === undefined) return undefined;
  // Digits that are unspecified have no mark in EDTF, but the years at both ends of a decade have one.
  const span = /^\d+X+$/.test(date)
    ? `${date.replaceAll("X", "0")}/${date.replaceAll("X", "9")}`
    : date;
  const marked = span
    .split("/")
    .map((end) => (end === ".." ? end : `${end}${mark}`.replace(/~\?|\?~/, "%")))
    .join("/");
  return parseEdtfDate(marked)?.edtf;
}

/** Parses the number of a century, or the first and the last one of a range of them. */
function parseCenturies(text: string, isBeforeChrist: boolean): string | undefined {
  const parts = text.split(/\s*(?:[-–—/]|\b(?:and|to|und|bis|et|y|e|en)\b)\s*/u);
  const centuries = parts.map((part) => {
    const number = parseOrdinal(part);
    return number === undefined ? undefined : formatCentury(number, isBeforeChrist);
  });
  const [first, second] = centuries;
  if (centuries.length === 1) return first;
  return centuries.length === 2 ? interval(first, second) : undefined;
}

/** Formats a century: 17XX has the years of the 18th, which in common usage begins in 1700. */
function formatCentury(number: number, isBeforeChrist: boolean): string {
  if (!isBeforeChrist) return `${twoDigits(number - 1)}XX`;
  // EDTF counts a year 0, and the package reads -00XX as years after it.
  return number === 1 ? "-0099/0000" : `-${twoDigits(number - 1)}XX`;
}

const CENTURIES_IN_WORDS = new Map(
  LANGUAGES.flatMap(({ dateWordings }) =>
    wordsOf(dateWordings?.centuryOrdinals).map((word, index) => [fold(word), index + 1]),
  ),
);

const MAX_CENTURY = 30;

function parseOrdinal(text: string): number | undefined {
  const [, digits] =
    /^(\d{1,2}) ?(?:st|nd|rd|th|er|e|ème|\.|[ºª°]|-?(?:й|го))?$/iu.exec(text) ?? [];
  const [, roman] = /^([ivx]+) ?(?:er|e|ème)?$/iu.exec(text) ?? [];
  const number =
    digits === undefined
      ? (parseRomanNumeral(roman?.toLowerCase() ?? "") ??
        parseHanNumeral(text) ??
        CENTURIES_IN_WORDS.get(fold(text)))
      : Number(digits);
  return number !== undefined && number >= 1 && number <= MAX_CENTURY ? number : undefined;
}

/** Parses the first year of a decade or a century, or those of a range: “1750”, “1750s–60”. */
function parseDecades(text: string): string | undefined {
  const [, first, century, second] =
    /^((\d{1,2})\d0)(?:s?\s*[-–—]\s*((?:\d{1,2})?\d0))?$/.exec(text) ?? [];
  if (first === undefined || century === undefined) return undefined;
  const decade = formatDecade(first);
  if (second === undefined) return decade;
  return interval(decade, formatDecade(second.length === 2 ? `${century}${second}` : second));
}

function formatDecade(year: string): string {
  return year.padStart(4, "0").replace(/00$/, "XX").replace(/0$/, "X");
}

/** Parses what the name of an era is written with: a year, years, a month, a day, a century, a decade. */
function parseInEra(text: string, isBeforeChrist: boolean): string | undefined {
  const toYear = (year: number) => formatYear(isBeforeChrist ? 1 - year : year);
  const [, from, until] =
    /^(\d{1,4})\s?[년年]?(?:\s*[-–—/]\s*(\d{1,4})\s?[년年]?)?$/.exec(text) ?? [];
  if (from !== undefined) {
    if (Number(from) === 0) return undefined;
    const first = toYear(Number(from));
    return until === undefined ? first : interval(first, toYear(Number(until)));
  }
  const month = parseMonth(text, toYear);
  if (month !== undefined) return month;
  for (const [inside = ""] of insides("century", text)) {
    const century = parseCenturies(inside, isBeforeChrist);
    if (century !== undefined) return century;
  }
  for (const [inside = ""] of insides("decade", text)) {
    const first = /^\d{1,2}0$/.test(inside) ? Number(inside) : undefined;
    if (first === undefined) continue;
    const ends = [toYear(first), toYear(first + 9)] as const;
    return isBeforeChrist ? interval(ends[1], ends[0]) : interval(...ends);
  }
  for (const [inside = ""] of insides("plain", text)) {
    const date = parseInEra(inside, isBeforeChrist);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** Formats a year of EDTF, in which 0 is 1 BC. */
function formatYear(year: number): string {
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
}

/** Writes a month or a day as EDTF does. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

const patternsByKind = new Map<FormKind, readonly RegExp[]>();

/** Returns what is in the places of the forms of this kind that the text has. */
function insides(kind: FormKind, text: string): readonly (readonly string[])[] {
  const patterns = patternsByKind.get(kind) ?? patternsOf((wordings) => wordings[kind]);
  patternsByKind.set(kind, patterns);
  return patterns.flatMap((pattern) => {
    const match = pattern.exec(text);
    if (match === null) return [];
    const inside = match.slice(1).map((one) => one.trim());
    // “s. XVIII” is a century, but “s5” is none.
    const isLetterAndDigits = /^\p{Script=Latin}\.?\s*\d+$|^\d+\s*\p{Script=Latin}\.?$/u.test(text);
    return kind === "century" && isLetterAndDigits ? [] : [inside];
  });
}

function patternsOf(formsOf: (wordings: DateWordings) => DateForms | undefined): readonly RegExp[] {
  const forms = LANGUAGES.flatMap(({ dateWordings }) =>
    dateWordings === undefined ? [] : (formsOf(dateWordings)?.split("|") ?? []),
  );
  return [...new Set(forms.map((form) => form.trim()))].map(patternOf);
}

function patternOf(form: string): RegExp {
  const source = form
    .replace(/[()?]/g, String.raw`\$&`)
    .replace(/\.\s*/g, String.raw`\.?\s*`)
    // “o” is also the end of “mayo”, and “ou” the beginning of “outubro”.
    .replace(/ (\p{Script=Latin}+)(?= )/gu, String.raw` (?<!\p{L})$1(?!\p{L})`)
    .replace(/ /g, String.raw`\s*`)
    .replace(/(\p{L})#/gu, String.raw`$1\s*#`)
    .replaceAll("#", "(.+)");
  return new RegExp(`^${source}$`, "isu");
}
