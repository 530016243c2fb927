import { type Day, formatIsoDay } from "../corpus/date.ts";
import { parseComingDay } from "../corpus/dates/coming-day.ts";
import { closestSpelling } from "../foundation/spelling.ts";
import { dateNames } from "../language/date-words.ts";
import { CATALOGUE_LANGUAGES, translationInto } from "../language/translation/catalogues.ts";
import {
  formPattern,
  NO_MEANING,
  type WordForm,
  wordFormsIn,
} from "../language/translation/word-forms.ts";
import { type Cadence, WEEK } from "./cadence.ts";
import { cadencesOf } from "./cadence-grammar.ts";

/** The words of a language that begin a first date, and those of a single date. They are not of the grammar. */
const FROM = "from";
const ONCE = "once";

/** The words of a language, as it types cadences. */
interface CadenceWords {
  /** Words of the grammar: the longest come first. */
  readonly words: readonly (readonly [pattern: RegExp, meaning: string])[];
  readonly weekdays: readonly string[];
  /** The words that a user may be about to type. */
  readonly vocabulary: readonly string[];
  readonly from: readonly string[];
  readonly once: readonly RegExp[];
}

/** Parses a cadence in the language of a catalogue other than English: “격주 화요일”, “3일마다”, “매월 마지막 날”. */
export function parseLocalCadence(text: string, today: Day): readonly Cadence[] {
  for (const language of CATALOGUE_LANGUAGES) {
    const cadences = parseIn(text, today, language);
    if (cadences.length > 0) return cadences;
  }
  return [];
}

/** Returns the cadences that a text in a language may become: with a weekday, or with the rest of its last word. */
export function completeLocalCadence(
  text: string,
  today: Day,
  language: string,
): readonly Cadence[] {
  if (language === "en" || text === "") return [];
  const { words, weekdays, vocabulary } = wordsOf(language);
  const [, head = "", last = ""] = /^(.*?)(\S*)$/.exec(text) ?? [];
  const [, number = ""] = /^(\d{1,3})/.exec(last) ?? [];
  const begun = vocabulary
    .map((form) => form.replace("#", number || "#"))
    .filter((form) => last !== "" && !form.includes("#") && form.startsWith(last));
  const bases = [text, ...begun.map((form) => `${head}${form}`)];
  const continued = bases.flatMap((base) => [base, ...weekdays.map((day) => `${base} ${day}`)]);
  return continued.flatMap((one) => recurringIn(one, today, words));
}

/**
 * Returns words with those that have no meaning replaced by the closest ones that cadences have, once for each language other than English.
 * Letters are compared, of which a syllable of Hangul has up to three.
 */
export function correctLocalWords(words: readonly string[]): readonly string[] {
  return CATALOGUE_LANGUAGES.filter((language) => language !== "en").map((language) => {
    const { words: meanings, vocabulary } = wordsOf(language);
    const spellings = vocabulary.map((form) => form.normalize("NFD"));
    const corrected = words.map((word) =>
      grammarOf(word, meanings) === undefined
        ? (closestSpelling(word.normalize("NFD"), spellings) ?? word)
        : word,
    );
    return corrected.join(" ").normalize("NFC");
  });
}

function parseIn(text: string, today: Day, language: string): readonly Cadence[] {
  if (language === "en") return [];
  const { words, from, once } = wordsOf(language);
  const recurring = recurringIn(text, today, words);
  if (recurring.length > 0) return recurring;
  for (const [date, rest] of splitAtStart(text, from)) {
    const rhythm = grammarOf(rest, words);
    if (rhythm === undefined) continue;
    const cadences = parseComingDay(date, today).flatMap((day) => cadencesOf(rhythm, day, true));
    if (cadences.length > 0) return cadences;
  }
  for (const date of new Set(once.map((word) => text.replace(word, "").trim()))) {
    const days = parseComingDay(date, today);
    if (days.length > 0) return days.map((day) => ({ kind: "once", on: formatIsoDay(day) }));
  }
  return [];
}

/** Parses a cadence that has no date in it. */
function recurringIn(text: string, today: Day, words: CadenceWords["words"]): readonly Cadence[] {
  const grammar = grammarOf(text, words);
  return grammar === undefined ? [] : cadencesOf(grammar, today, false);
}

/** How many words a date has at most. */
const MAX_DATE_WORDS = 4;

/** Returns the ways to take a text apart into a first date, which is before or after one of `from`, and the rest. */
function splitAtStart(
  text: string,
  from: readonly string[],
): readonly (readonly [date: string, rest: string])[] {
  return from.flatMap((word) => {
    const at = text.indexOf(word);
    if (at === -1) return [];
    const [before, after] = [text.slice(0, at).trim(), text.slice(at + word.length).trim()];
    const words = before.split(" ");
    const starts = words
      .slice(-MAX_DATE_WORDS)
      .map((_, index, { length }) => words.length - length + index);
    return [
      ...starts.map((start) => {
        const rest = `${words.slice(0, start).join(" ")} ${after}`;
        return [words.slice(start).join(" "), rest.trim()] as const;
      }),
      [after, before] as const,
    ];
  });
}

/** Returns a text in the grammar of `cadencesOf`; undefined if a part of it has no meaning there. */
function grammarOf(text: string, words: CadenceWords["words"]): string | undefined {
  const symbols: string[] = [];
  for (let rest = text.trim(); rest !== ""; ) {
    let found: string | undefined;
    for (const [pattern, meaning] of words) {
      const match = pattern.exec(rest);
      if (match === null) continue;
      const [matched, number] = match;
      found = matched;
      symbols.push(meaning.replace("#", String(Number(number))));
      break;
    }
    if (found === undefined) return undefined;
    rest = rest.slice(found.length).trimStart();
  }
  return symbols.filter((symbol) => symbol !== "").join(" ");
}

const MONTHS = 12;

const wordsByLanguage = new Map<string, CadenceWords>();

function wordsOf(language: string): CadenceWords {
  const known = wordsByLanguage.get(language);
  if (known !== undefined) return known;
  const t = translationInto(language);
  const short = dateNames(language, "short").slice(MONTHS);
  const weekdays = t === undefined ? [] : WEEK.map((day) => t(`weekday.${day}`).toLowerCase());
  const names: readonly WordForm[] = WEEK.flatMap((day) => {
    // The short names begin with that of a Saturday.
    const forms = [weekdays[day - 1], short[(day + 1) % WEEK.length], t?.(`cadence.weekly-${day}`)];
    return forms.flatMap((form) =>
      form === undefined ? [] : [{ meaning: `D${day}`, form: form.toLowerCase() }],
    );
  });
  const own = wordFormsIn("cadence.words").get(language) ?? [];
  const described: readonly WordForm[] =
    t === undefined
      ? []
      : [
          { meaning: "every day", form: t("cadence.daily").toLowerCase() },
          { meaning: "week day", form: t("cadence.weekdays").toLowerCase() },
          { meaning: "weekend", form: t("cadence.weekends").toLowerCase() },
        ];
  const separators = [",", ";", "/", "·", "&", "+", "."].map((form) => ({
    meaning: NO_MEANING,
    form,
  }));
  const all = [...own, ...described, ...names, ...separators];
  const formsOf = (meaning: string) =>
    own.flatMap((one) => (one.meaning === meaning ? [one.form] : []));
  const grammar = all
    .filter(({ meaning }) => meaning !== FROM && meaning !== ONCE)
    .toSorted((one, other) => other.form.length - one.form.length);
  const words = {
    words: grammar.map(
      ({ meaning, form }) =>
        [new RegExp(`^${formPattern(form)}`, "u"), meaning === NO_MEANING ? "" : meaning] as const,
    ),
    weekdays,
    vocabulary: [...own, ...described, ...names].map(({ form }) => form),
    from: formsOf(FROM),
    once: formsOf(ONCE).flatMap((form) => [
      new RegExp(String.raw`\s*${formPattern(form)}$`, "u"),
      new RegExp(String.raw`^${formPattern(form)}\s*`, "u"),
    ]),
  };
  wordsByLanguage.set(language, words);
  return words;
}
