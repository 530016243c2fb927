import type { LabelKey } from "../catalogue/catalogue.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { Option, OptionError } from "../command/types.ts";
import {
  type EdtfDate,
  formatDate,
  formatIsoDay,
  type Period,
  parseEdtfDate,
} from "../corpus/date.ts";
import { parseDateOn } from "../corpus/dates/coming-day.ts";
import { isNumericDate, parseDateQuery } from "../corpus/dates/date-query.ts";
import { eachInSteps, lazyInSteps } from "../foundation/lazy.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import type { Failure } from "../foundation/result.ts";
import { CATALOGUE_LANGUAGES, translationInto } from "../language/translation/catalogues.ts";
import { indexByLibrary } from "../search/memoize-by-library.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { MAX_SUGGESTIONS, suggestionOf } from "./choices.ts";
import { personIndexes } from "./person.ts";

/**
 * Declares an option for a day, a month, a year or any other period, as people write it.
 * `personOptions` are the command's options for people, to which the error for a name refers.
 */
export function period(
  description: LabelKey,
  personOptions: readonly string[],
): Option<Period & { readonly label: string }> {
  return parsedText(description, {
    expects: { kind: "date" },
    suggest: (typed, { library }) =>
      dateIndex(library).complete(typed, MAX_SUGGESTIONS).map(suggestionOf),
    parse(typed, { library, day }) {
      const query = parseDateOn(typed, day);
      switch (query?.kind) {
        case "period":
          return { value: { ...query.period, label: query.label } };
        case "ambiguous":
          return parseDateQuery(query.readings[0])?.kind === "yearly"
            ? yearMissing(typed)
            : ambiguousDate(typed, query.readings);
        case "yearly":
          return yearMissing(typed);
        case undefined: {
          if (isNumericDate(typed)) return invalidDate(typed);
          const person = personIndexes(library).anyone.resolve(typed);
          return optionError(
            person.kind === "none"
              ? { kind: "unreadable-date", typed }
              : { kind: "person-for-date", typed, options: personOptions },
          );
        }
      }
    },
  });
}

/** Rejects numbers that look like a date but are none. */
export function invalidDate(typed: string): Failure<OptionError> {
  // In 5/8/19, each of the numbers may be the year.
  const isYearUnclear = /^\d{1,2}\D+\d{1,2}\D+\d{1,2}\D*$/.test(typed);
  return optionError({ kind: isYearUnclear ? "year-unclear" : "no-such-date", typed });
}

function yearMissing(typed: string): Failure<OptionError> {
  return optionError({ kind: "year-missing", typed });
}

/** Rejects a date that may be read day first or month first, and offers both readings. */
export function ambiguousDate(
  typed: string,
  readings: readonly [string, string],
): Failure<OptionError> {
  const offers = readings.map((value) => ({
    value,
    label: { kind: "date", date: value } as const,
  }));
  return { error: { reason: { kind: "ambiguous-date", typed, readings }, offers } };
}

/** Returns the labels of a date in EDTF in all languages of Ibid’s. */
export const labelsOfDate = memoizeByObject((date: EdtfDate): readonly string[] => {
  const labels = CATALOGUE_LANGUAGES.flatMap((language) => {
    const t = translationInto(language);
    return t === undefined ? [] : [formatDate(date, t)];
  });
  return [...new Set(labels)];
});

/** The years, months and days on which the corpus has documents. */
const dateIndex = indexByLibrary(({ corpus }) => {
  const values = lazyInSteps(function* () {
    const years = new Set<string>();
    const months = new Set<string>();
    const dates = new Map<string, EdtfDate>();
    yield* eachInSteps(corpus.documents, ({ date }) => {
      if (date === undefined) return;
      dates.set(date.edtf, date);
      const day = Number.isFinite(date.first) ? formatIsoDay(date.first) : "";
      // Only years of four digits have a short form that a user could type.
      if (!/^\d{4}-/.test(day)) return;
      years.add(day.slice(0, 4));
      months.add(day.slice(0, 7));
    });
    return { dates, all: new Set([...years, ...months, ...dates.keys()]) };
  });
  const index = createNameIndex(function* () {
    const { dates, all } = values();
    for (const value of all) {
      const date = dates.get(value) ?? parseEdtfDate(value);
      yield { value, names: [value, ...(date === undefined ? [] : labelsOfDate(date))] };
    }
  });
  return { ...index, buildSome: () => values.buildSome() || index.buildSome() };
});
