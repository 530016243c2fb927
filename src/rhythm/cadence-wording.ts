import { english } from "../catalogue/catalogue.ts";
import { type Day, formatIsoDay } from "../corpus/date.ts";
import { parseComingDay } from "../corpus/dates/coming-day.ts";
import { closestSpelling } from "../foundation/spelling.ts";
import {
  type Cadence,
  describeCadence,
  MAX_DAYS,
  MAX_WEEKS,
  NTHS,
  WEEK,
  WEEKEND,
  type Weekday,
  WORKING_DAYS,
  weekdayOf,
} from "./cadence.ts";
import { type LocalTime, parseTimeOfDay } from "./time-of-day.ts";

/** A cadence that was typed, with a time of day if that was typed too. */
export interface TypedCadence {
  /** The cadence; several if what was typed can be read in several ways. */
  readonly readings: readonly [Cadence, ...Cadence[]];
  readonly time?: LocalTime;
}

/**
 * Parses a cadence in English, typed on the day `today`: the words of `describeCadence`, and other usual ones, such
 * as “mon, wed 8am”, “daily at 8” and “every other tuesday”. Weeks and days without a first date are
 * counted from the next possible one. Returns the text after “at” if it is no time, and undefined if the rest
 * is no cadence.
 */
export function parseCadence(
  typed: string,
  today: Day,
): TypedCadence | { readonly unreadableTime: string } | undefined {
  const { words, time } = extractTime(normalize(typed).split(" "));
  const text = words.join(" ");
  const recurring = parseRecurring(text, today);
  const [first, ...others] = recurring.length > 0 ? recurring : parseOnce(text, today);
  if (first !== undefined) return { readings: [first, ...others], ...(time && { time }) };
  const [, unreadableTime] = / at (.+)$/.exec(text) ?? [];
  return unreadableTime === undefined ? undefined : { unreadableTime };
}

/** Returns the words to type for a cadence and its time of day. They are English in every language. */
export function typedCadence(cadence: Cadence, time?: LocalTime): string {
  const words = describeCadence(cadence, english);
  return time === undefined ? words : english("cadence.at", { cadence: words, time });
}

function normalize(typed: string): string {
  return typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‐-―−]/g, "-")
    .replace(/[’']s\b/g, "s")
    .replace(/@/g, " at ")
    .replace(/[\s,;]+/g, " ")
    .trim();
}

/** Takes the time of day out of words, wherever it is. */
function extractTime(words: readonly string[]): {
  readonly words: readonly string[];
  readonly time?: LocalTime;
} {
  for (const start of words.keys()) {
    const before = words[start - 1];
    for (const end of [start + 3, start + 2, start + 1].filter((one) => one <= words.length)) {
      const text = words.slice(start, end).join(" ");
      // A number may also be a day or a year, and a date may have points: “once on 1.12”.
      const isTime = before === "at" || !(/^\d+$/.test(text) || isAfterPreposition(text, before));
      const time = isTime ? parseTimeOfDay(text) : undefined;
      if (time === undefined) continue;
      const left = words.slice(0, before === "at" ? start - 1 : start);
      return { words: [...left, ...words.slice(end)], time };
    }
  }
  return { words };
}

function isAfterPreposition(text: string, before: string | undefined): boolean {
  return /^\d+\.\d+$/.test(text) && (before === "on" || before === "from");
}

function parseOnce(text: string, today: Day): readonly Cadence[] {
  const date = text.replace(/^(?:only )?(?:once|only|just)? ?(?:on )?(?:the )?/, "");
  return parseComingDay(date, today).map((day) => ({ kind: "once", on: formatIsoDay(day) }));
}

/** Parses a cadence that goes on. Returns several if it has several readings, and none if it is no cadence. */
function parseRecurring(text: string, today: Day): readonly Cadence[] {
  const ranged = text
    .replace(/ (?:of|in) (?:(?:the|a|each|every) )?month\b/, " monthly")
    .replace(/\bfrom (?=[a-z.]+ ?(?:-|to|through|thru|until|till) )/, "")
    .replace(/^once (?=(?:an?|per|every|each|in) )/, "every ");
  const [, words = ranged, start] =
    /^(.*?) (?:from|starting(?: on| from)?|beginning(?: on)?|since|as of) (.+)$/.exec(ranged) ?? [];
  const grammar = grammarOf(words);
  if (grammar === undefined) return [];
  if (start === undefined) return cadencesOf(grammar, today, false);
  return parseComingDay(start, today).flatMap((day) => cadencesOf(grammar, day, true));
}

/** The words that cadences consist of besides numbers and weekdays, and their meanings in the grammar. */
const MEANINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ on: "", the: "", of: "", in: "", and: "", a: "", an: "", per: "" },
    ...{ every: "every", each: "every", other: "other", alternate: "every other", last: "L" },
    ...{ daily: "every day", everyday: "every day", nightly: "every day" },
    ...{ weekly: "every week", monthly: "every month" },
    ...{ fortnight: "N2 week", fortnightly: "every N2 week", biweekly: "every N2 week" },
    ...{ day: "day", morning: "day", afternoon: "day", evening: "day", night: "day" },
    ...{ week: "week", month: "month", working: "week", business: "week" },
    ...{ weekday: "week day", workday: "week day", weekend: "weekend" },
    ...{ to: "to", through: "to", thru: "to", until: "to", till: "to", "-": "to" },
  }),
);
const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
/** The number of letters to which a weekday may be cut: mo, tues. */
const MIN_WEEKDAY_LENGTH = 2;

/** Returns words in the grammar: D1 is Monday, N2 two, O3 third, and L last. Undefined if a word is not of it. */
function grammarOf(text: string): string | undefined {
  const words = text
    .replace("bi-weekly", "biweekly")
    .replace(/[/&+]/g, " ")
    .replace(/-/g, " - ")
    .split(" ")
    .filter((word) => word !== "");
  const symbols = words.map(symbolOf);
  if (symbols.includes(undefined)) return undefined;
  return symbols
    .filter((symbol) => symbol !== "")
    .join(" ")
    .replace(/\bevery every\b/g, "every")
    .replace(/D(\d) to D(\d)/g, (_, first, last) => rangeOf(Number(first), Number(last)));
}

function symbolOf(word: string): string | undefined {
  const [, number, suffix] = /^(\d{1,3})(st|nd|rd|th)?$/.exec(word) ?? [];
  if (number !== undefined) return `${suffix === undefined ? "N" : "O"}${Number(number)}`;
  const name = word.replace(/\.$/, "");
  for (const one of [name, name.replace(/s$/, "")]) {
    const meaning = MEANINGS.get(one);
    if (meaning !== undefined) return meaning;
    if (NUMBERS.includes(one)) return `N${NUMBERS.indexOf(one) + 1}`;
    if (ORDINALS.includes(one)) return `O${ORDINALS.indexOf(one) + 1}`;
    const weekday = WEEKDAY_NAMES.findIndex((weekday) => weekday.startsWith(one));
    if (weekday !== -1 && one.length >= MIN_WEEKDAY_LENGTH) return `D${weekday + 1}`;
  }
  return undefined;
}

/** Returns the weekdays from one to another, over the end of the week if they are in that order. */
function rangeOf(first: number, last: number): string {
  const count = ((last - first + WEEK.length) % WEEK.length) + 1;
  const days = Array.from({ length: count }, (_, index) => (first - 1 + index) % WEEK.length);
  return days.map((day) => `D${day + 1}`).join(" ");
}

const DAYS = String.raw`(?:D\d(?: D\d)*|week day|weekend)`;
const INTERVAL = String.raw`(other|[NO]\d+)`;
const EVERY_DAYS = new RegExp(`^every (?:${INTERVAL} )?day$`);
const EVERY_WEEKS = new RegExp(`^(${DAYS} )?every (?:${INTERVAL} )?week( ${DAYS})?$`);
const WEEKLY = new RegExp(`^(?:every )?(${DAYS})$`);
const EVERY_NTH = new RegExp(`^every ${INTERVAL} (${DAYS})$`);
const NTH_WEEKDAYS = /^(?:every )?((?:O\d+ |L )+)D(\d)$/;
const DAYS_OF_MONTH = /^(?:every )?(?:(?:O\d+|N\d+|L|day)(?: |$))+$/;
const LONE_DAY_OF_MONTH = /^(?:O\d+|L day)$/;

/** Returns the cadences that words in the grammar may mean, from the day `start` on, which may have been typed. */
function cadencesOf(grammar: string, start: Day, isTyped: boolean): readonly Cadence[] {
  const inMonth = grammar.replace(/ ?\bevery month\b ?/, " ").trim();
  const isMonthly = inMonth !== grammar || LONE_DAY_OF_MONTH.test(grammar);
  const monthly = [...monthWeekdays(inMonth), ...(isMonthly ? monthDays(inMonth) : [])];
  if (isMonthly) return isTyped ? [] : monthly;

  const [everyDays, dayInterval] = EVERY_DAYS.exec(grammar) ?? [];
  if (everyDays !== undefined) return daysFrom(intervalOf(dayInterval), start, isTyped);
  const [everyWeeks, before = "", interval, after = ""] = EVERY_WEEKS.exec(grammar) ?? [];
  if (everyWeeks !== undefined) {
    return weeksFrom(intervalOf(interval), weekdaysIn(before + after), start, isTyped);
  }
  const [, weekly] = WEEKLY.exec(grammar) ?? [];
  if (weekly !== undefined) return weeksFrom(1, weekdaysIn(weekly), start, isTyped);
  const [, nth, days = ""] = EVERY_NTH.exec(grammar) ?? [];
  const hasWeeks = nth !== undefined && nth !== "O1";
  const weeks = hasWeeks ? weeksFrom(intervalOf(nth), weekdaysIn(days), start, isTyped) : [];
  // “every second Tuesday” may be of the month, but not if weeks have a beginning.
  return isTyped ? weeks : [...weeks, ...monthly];
}

function intervalOf(symbol: string | undefined): number {
  return symbol === undefined ? 1 : symbol === "other" ? 2 : Number(symbol.slice(1));
}

function weekdaysIn(days: string): readonly Weekday[] {
  if (days.trim() === "week day") return WORKING_DAYS;
  if (days.trim() === "weekend") return WEEKEND;
  return WEEK.filter((day) => days.includes(`D${day}`));
}

function daysFrom(every: number, start: Day, isTyped: boolean): readonly Cadence[] {
  if (every < 1 || every > MAX_DAYS) return [];
  if (every === 1 && !isTyped) return [{ kind: "daily" }];
  return [{ kind: "days", every, from: formatIsoDay(start) }];
}

function weeksFrom(
  every: number,
  weekdays: readonly Weekday[],
  start: Day,
  isTyped: boolean,
): readonly Cadence[] {
  if (every < 1 || every > MAX_WEEKS) return [];
  const on = weekdays.length === 0 ? [weekdayOf(start)] : [...weekdays];
  if (every === 1 && !isTyped) {
    return [on.length === WEEK.length ? { kind: "daily" } : { kind: "weekly", on }];
  }
  let first = start;
  while (!on.includes(weekdayOf(first))) first++;
  return [{ kind: "weeks", every, on, from: formatIsoDay(first) }];
}

function monthWeekdays(text: string): readonly Cadence[] {
  const [, ordinals, weekday] = NTH_WEEKDAYS.exec(text) ?? [];
  const nth = NTHS.filter((one) => ordinals?.includes(one === -1 ? "L" : `O${one} `));
  const count = ordinals?.trim().split(" ").length;
  const on = WEEK.find((day) => String(day) === weekday);
  return on === undefined || nth.length !== count ? [] : [{ kind: "month-weekdays", nth, on }];
}

function monthDays(text: string): readonly Cadence[] {
  const numbers = text.match(/(?<=[ON])\d+/g)?.map(Number) ?? [];
  const days = [
    ...new Set([...numbers.toSorted((a, b) => a - b), ...(/L/.test(text) ? [-1] : [])]),
  ];
  const areDays = DAYS_OF_MONTH.test(text) && days.every((day) => day !== 0 && day <= 31);
  return areDays && days.length > 0 ? [{ kind: "month-days", days }] : [];
}

/** Cadences to propose, as they are typed. */
const PROPOSALS = [
  "daily",
  ...["weekdays", "weekends"],
  ...WEEKDAY_NAMES,
  ...["every 2 weeks", "every 3 days", "1st of month", "last day"],
  ...WEEKDAY_NAMES.flatMap((day) => [`first ${day}`, `last ${day}`, `every other ${day}`]),
  "once tomorrow",
];
const VOCABULARY = [
  ...["every", "other", "week", "weeks", "days", "weekdays", "weekends", "month", "last"],
  ...WEEKDAY_NAMES.flatMap((day) => [day, `${day}s`]),
  ...ORDINALS.slice(0, 5),
  ...NUMBERS,
];
const TAILS = [
  ...["day", "week", "of month"],
  ...WEEKDAY_NAMES,
  ...WEEKDAY_NAMES.map((day) => `week ${day}`),
];

/**
 * Completes a cadence: what is typed, if it is one, and those that begin with it or have its words. A time that
 * was typed is kept.
 */
export function completeCadence(typed: string, today: Day): readonly TypedCadence[] {
  const { words, time } = extractTime(normalize(typed).split(" "));
  const text = words.join(" ").replace(/ at$/, "");
  const head = words.slice(0, -1).join(" ");
  const last = words.at(-1) ?? "";
  const begun = VOCABULARY.filter((word) => last !== "" && word.startsWith(last));
  const bases = [text, ...begun.map((word) => `${head} ${word}`.trim())];
  const continued = bases.flatMap((base) => [base, ...TAILS.map((tail) => `${base} ${tail}`)]);
  const parse = (one: string) => parseRecurring(one, today);
  const all = [
    ...parse(text),
    ...(text === "" ? [] : parseOnce(text, today)),
    ...PROPOSALS.flatMap((one) =>
      one.startsWith("once") ? parseOnce(one, today) : parse(one),
    ).filter((cadence) => hasWords(typedCadence(cadence).toLowerCase(), words)),
    ...continued.flatMap(parse),
  ];
  const distinct = new Map(all.map((cadence) => [JSON.stringify(cadence), cadence]));
  return [...distinct.values()].map((cadence) => ({ readings: [cadence], ...(time && { time }) }));
}

/** Whether each of `words` begins a word of the text. */
function hasWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => ` ${text}`.includes(` ${word}`));
}

/** Returns what is typed with the closest words that cadences have; undefined if that is no cadence either. */
export function correctCadence(typed: string, today: Day): TypedCadence | undefined {
  const words = normalize(typed)
    .split(" ")
    .map((word) =>
      symbolOf(word) === undefined ? (closestSpelling(word, VOCABULARY) ?? word) : word,
    );
  const parsed = parseCadence(words.join(" "), today);
  return parsed !== undefined && "readings" in parsed ? parsed : undefined;
}
