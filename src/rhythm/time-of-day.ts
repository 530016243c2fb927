import { twoDigits } from "../corpus/dates/date-wording.ts";
import { formPattern, type WordForm, wordFormsIn } from "../language/translation/word-forms.ts";

/** A time of day in 24 hours: `08:00`. */
export type LocalTime = string;

/**
 * Parses a time of day: “08:00”, “8 pm”, “20.30”, “20h”, “noon”, “오후 3시 30분”, or just “8”, in the language of any catalogue.
 * Returns undefined for any other text, and for times that no clock shows.
 */
export function parseTimeOfDay(typed: string): LocalTime | undefined {
  const text = typed.normalize("NFKC").trim().toLowerCase().replace(/^at /, "");
  const clock = parseClock(text);
  if (clock !== undefined) return clock;
  for (const forms of wordFormsIn("time.words").values()) {
    const time = parseInWords(text, forms);
    if (time !== undefined) return time;
  }
  return undefined;
}

function parseClock(text: string): LocalTime | undefined {
  const [, digits, minutes = "00", half] =
    /^(\d{1,2})(?:[:.h]?(\d{2})|h| ?o['’]?clock)?(?: ?([ap])\.? ?m\.?)?$/.exec(text) ?? [];
  const hour = Number(digits);
  const isHour = half === undefined ? hour <= 23 : hour >= 1 && hour <= 12;
  if (digits === undefined || !isHour || Number(minutes) > 59) return undefined;
  return `${twoDigits(half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0))}:${minutes}`;
}

const PARTS_OF_DAY = ["am", "pm", "night", "day"] as const;
type PartOfDay = (typeof PARTS_OF_DAY)[number];

/** The words of one language for times, as its catalogue lists them. */
interface TimeWords {
  readonly named: ReadonlyMap<string, LocalTime>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly at: RegExp;
  readonly parts: readonly (readonly [part: PartOfDay, pattern: RegExp])[];
  /** An hour with its unit, perhaps with minutes. */
  readonly inUnits: RegExp;
}

const wordsByForms = new Map<readonly WordForm[], TimeWords>();

function timeWordsOf(forms: readonly WordForm[]): TimeWords {
  const known = wordsByForms.get(forms);
  if (known !== undefined) return known;
  const formsOf = (isMeant: (meaning: string) => boolean) =>
    forms
      .filter(({ meaning }) => isMeant(meaning))
      .toSorted((one, other) => other.form.length - one.form.length);
  const anyOf = (meaning: string) => {
    const patterns = formsOf((one) => one === meaning).map(({ form }) => formPattern(form));
    return patterns.length === 0 ? "(?!)" : `(?:${patterns.join("|")})`;
  };
  const numbers = formsOf((meaning) => /^\d{1,2}$/.test(meaning));
  const number = `(${[String.raw`\d{1,2}`, ...numbers.map(({ form }) => formPattern(form))].join("|")})`;
  const minutes = String.raw`${number}\s*${anyOf("minute")}|(${anyOf("half")})`;
  const words = {
    named: new Map(
      formsOf((meaning) => /^\d\d:\d\d$/.test(meaning)).map(({ meaning, form }) => [form, meaning]),
    ),
    numbers: new Map(numbers.map(({ meaning, form }) => [form, Number(meaning)])),
    at: new RegExp(String.raw`\s*${anyOf("at")}$`, "u"),
    parts: PARTS_OF_DAY.map(
      (part) => [part, new RegExp(String.raw`^${anyOf(part)}\s*`, "u")] as const,
    ),
    inUnits: new RegExp(String.raw`^${number}\s*${anyOf("hour")}(?:\s*(?:${minutes}))?$`, "u"),
  };
  wordsByForms.set(forms, words);
  return words;
}

/** Parses a time in the words of one language. */
function parseInWords(text: string, forms: readonly WordForm[]): LocalTime | undefined {
  const { named, numbers, at, parts, inUnits } = timeWordsOf(forms);
  const bare = text.replace(at, "");
  const whole = named.get(bare);
  if (whole !== undefined) return whole;
  const [part, pattern] = parts.find(([, one]) => one.test(bare)) ?? [];
  const time = pattern === undefined ? bare : bare.replace(pattern, "");
  const [, hourWord, minuteWord = "0", half] =
    inUnits.exec(time) ?? (part === undefined ? [] : (/^(\d{1,2})(?::(\d{2}))?$/.exec(time) ?? []));
  if (hourWord === undefined) return undefined;
  const toNumber = (word: string) => numbers.get(word) ?? Number(word);
  const minutes = half === undefined ? toNumber(minuteWord) : 30;
  const hour = hourIn(toNumber(hourWord), part);
  return hour === undefined || minutes > 59
    ? undefined
    : `${twoDigits(hour)}:${twoDigits(minutes)}`;
}

/** Returns the hour of 24 that an hour means in a part of the day; undefined if no clock shows it. */
function hourIn(hour: number, part: PartOfDay | undefined): number | undefined {
  if (hour > 23) return undefined;
  if (part === undefined || hour > 12) return hour;
  if (hour === 0) return part === "am" || part === "night" ? 0 : undefined;
  const isMorning =
    part === "am" ||
    // The night goes on after midnight, and the day begins before noon.
    (part === "night" && (hour === 12 || hour < 6)) ||
    (part === "day" && (hour === 10 || hour === 11));
  return (hour % 12) + (isMorning ? 0 : 12);
}
