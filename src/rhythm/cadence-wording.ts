import { english, type Translate } from "../catalogue/catalogue.ts";
import { type Day, formatIsoDay } from "../corpus/date.ts";
import { parseComingDay } from "../corpus/dates/coming-day.ts";
import { closestSpelling } from "../foundation/spelling.ts";
import { translationInto } from "../language/translation/catalogues.ts";
import { NO_MEANING, parseWordForms } from "../language/translation/word-forms.ts";
import { type Cadence, describeCadence } from "./cadence.ts";
import { cadencesOf } from "./cadence-grammar.ts";
import { completeLocalCadence, correctLocalWords, parseLocalCadence } from "./local-cadence.ts";
import { type LocalTime, parseTimeOfDay } from "./time-of-day.ts";

/** A cadence that was typed, with a time of day if that was typed too. */
export interface TypedCadence {
  /** The cadence; several if what was typed can be read in several ways. */
  readonly readings: readonly [Cadence, ...Cadence[]];
  readonly time?: LocalTime;
}

/**
 * Parses a cadence in English or in the language of another catalogue, typed on the day `today`: the words of `describeCadence`,
 * and other usual ones, such as “mon, wed 8am”, “daily at 8” and “격주 화요일”. Weeks and days without a first date are
 * counted from the next possible one. Returns the text after “at” if it is no time, and undefined if the rest
 * is no cadence.
 */
export function parseCadence(
  typed: string,
  today: Day,
): TypedCadence | { readonly unreadableTime: string } | undefined {
  const { words, time } = extractTime(normalize(typed).split(" "));
  const text = words.join(" ");
  const [first, ...others] = readingsOf(text, today);
  if (first !== undefined) return { readings: [first, ...others], ...(time && { time }) };
  const unreadableTime = / at (.+)$/.exec(text)?.[1] ?? unreadableTimeIn(words, today);
  return unreadableTime === undefined ? undefined : { unreadableTime };
}

/** Returns the last word of a text if it has a number and the rest is a cadence in a language that puts nothing before a time. */
function unreadableTimeIn(words: readonly string[], today: Day): string | undefined {
  const last = words.at(-1) ?? "";
  const rest = words.slice(0, -1).join(" ");
  return /\d\D/.test(last) && parseLocalCadence(rest, today).length > 0 ? last : undefined;
}

/** Returns the cadences that a text without a time means in the first language in which it is one. */
function readingsOf(text: string, today: Day): readonly Cadence[] {
  const recurring = parseRecurring(text, today);
  if (recurring.length > 0) return recurring;
  const local = parseLocalCadence(text, today);
  return local.length > 0 ? local : parseOnce(text, today);
}

/** Returns the words to type for a cadence and its time of day, in English unless `t` is of another catalogue. */
export function typedCadence(cadence: Cadence, time?: LocalTime, t: Translate = english): string {
  // Only the words of catalogues can be read again.
  const own = translationInto(t.language) ?? english;
  const words = describeCadence(cadence, own);
  return time === undefined ? words : own("cadence.at", { cadence: words, time });
}

/** Puts the typed words for a cadence into those of another language. Other text stays as it is. */
export function translateCadence(typed: string, t: Translate): string {
  const parsed = parseCadence(typed, 0);
  if (parsed === undefined || "unreadableTime" in parsed) return typed;
  const {
    readings: [cadence],
    time,
  } = parsed;
  return typedCadence(cadence, time, t);
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

/** The words that cadences consist of besides weekdays, and their meanings in the grammar. */
const MEANINGS: ReadonlyMap<string, string> = new Map(
  parseWordForms(english("cadence.words")).map(({ meaning, form }) => [
    form,
    meaning === NO_MEANING ? "" : meaning,
  ]),
);
const NUMBERS = [...MEANINGS].flatMap(([word, meaning]) => (/^N\d+$/.test(meaning) ? [word] : []));
const ORDINALS = [...MEANINGS].flatMap(([word, meaning]) => (/^O\d+$/.test(meaning) ? [word] : []));
const WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const MONTH_NAMES =
  "january february march april may june july august september october november december".split(
    " ",
  );
/** The number of letters to which a weekday may be cut: mo, tues. */
const MIN_WEEKDAY_LENGTH = 2;

/** Returns words in the grammar of `cadencesOf`; undefined if a word is not of it. */
function grammarOf(text: string): string | undefined {
  const words = text
    .replace("bi-weekly", "biweekly")
    .replace(/[/&+]/g, " ")
    .replace(/-/g, " - ")
    .split(" ")
    .filter((word) => word !== "");
  const symbols = words.map(symbolOf);
  if (symbols.includes(undefined)) return undefined;
  return symbols.filter((symbol) => symbol !== "").join(" ");
}

function symbolOf(word: string): string | undefined {
  const [, number, suffix] = /^(\d{1,3})(st|nd|rd|th)?$/.exec(word) ?? [];
  if (number !== undefined) return `${suffix === undefined ? "N" : "O"}${Number(number)}`;
  const name = word.replace(/\.$/, "");
  for (const one of [name, name.replace(/s$/, "")]) {
    const meaning = MEANINGS.get(one);
    if (meaning !== undefined) return meaning;
    const weekday = WEEKDAY_NAMES.findIndex((weekday) => weekday.startsWith(one));
    if (weekday !== -1 && one.length >= MIN_WEEKDAY_LENGTH) return `D${weekday + 1}`;
  }
  return undefined;
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
/** The words that misspelt ones may be meant as, the likeliest first. */
const SPELLINGS = [
  ...[...VOCABULARY, "once", "from", "starting", "at", "noon", "midnight"],
  ...[...MONTH_NAMES, ...MONTH_NAMES.map((name) => name.slice(0, 3)), ...MEANINGS.keys()],
];
const TAILS = [
  ...["day", "week", "of month"],
  ...WEEKDAY_NAMES,
  ...WEEKDAY_NAMES.map((day) => `week ${day}`),
];

/**
 * Completes a cadence: what is typed, if it is one, and those that begin with it or have its words, in English and in the language
 * of `t`. A time that was typed is kept.
 */
export function completeCadence(
  typed: string,
  today: Day,
  t: Translate = english,
): readonly TypedCadence[] {
  const { words, time } = extractTime(normalize(typed).split(" "));
  const text = words.join(" ").replace(/ at$/, "");
  const head = words.slice(0, -1).join(" ");
  const last = words.at(-1) ?? "";
  const begun = VOCABULARY.filter((word) => last !== "" && word.startsWith(last));
  const bases = [text, ...begun.map((word) => `${head} ${word}`.trim())];
  const continued = bases.flatMap((base) => [base, ...TAILS.map((tail) => `${base} ${tail}`)]);
  const parse = (one: string) => parseRecurring(one, today);
  const all = [
    ...readingsOf(text, today),
    ...completeLocalCadence(text, today, t.language),
    ...PROPOSALS.flatMap((one) =>
      one.startsWith("once") ? parseOnce(one, today) : parse(one),
    ).filter((cadence) =>
      [english, t].some((one) =>
        hasWords(typedCadence(cadence, undefined, one).toLowerCase(), words),
      ),
    ),
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
      symbolOf(word) === undefined ? (closestSpelling(word, SPELLINGS) ?? word) : word,
    );
  const parsed = parseCadence(words.join(" "), today);
  if (parsed !== undefined && "readings" in parsed) return parsed;
  const { words: local, time } = extractTime(normalize(typed).split(" "));
  for (const text of correctLocalWords(local)) {
    const [first, ...others] = parseLocalCadence(text, today);
    if (first !== undefined) return { readings: [first, ...others], ...(time && { time }) };
  }
  return undefined;
}
