import { memoizeByLibrary } from "../command/memoize-by-library.ts";
import { parsedText } from "../command/option-types.ts";
import type { Option, OptionError } from "../command/types.ts";
import { edtfDate, isoDay, type Period } from "../corpus/date.ts";
import { isNumeric, parseDateQuery } from "../search/date-query.ts";
import { createNameIndex, type NameIndex } from "../search/suggest/name-index.ts";

import { choiceOf, MAX_SUGGESTIONS } from "./choices.ts";
import { personIndexes, suggestPersonOption } from "./person.ts";

/** A day, a month, a year or any other stretch of time, as people write them. */
export function period(
  description: string,
  people: readonly string[],
): Option<Period & { readonly label: string }> {
  return parsedText(description, {
    expects: "a date such as 2019-08-05, Aug 5 2019, August 2019 or 2019",
    suggest: (typed, { library }) =>
      dateIndex(library).complete(typed, MAX_SUGGESTIONS).map(choiceOf),
    parse(typed, { library }) {
      const query = parseDateQuery(typed);
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
          if (isNumeric(typed)) return unreadableDate(typed);
          const named = personIndexes(library).anyone.resolve(typed);
          return {
            message:
              named.kind === "none"
                ? `“${typed}” is not a date that Ibid can read. ${HOW_TO_WRITE_A_DATE}`
                : `“${typed}” is a person, and here a date is needed, such as 2019-08-05 or August 2019. ${suggestPersonOption(typed, people)}`,
          };
        }
      }
    },
  });
}

export const HOW_TO_WRITE_A_DATE = "Write a date like 2019-08-05, Aug 5 2019, August 2019 or 2019.";

export function unreadableDate(typed: string): OptionError {
  // Of 5/8/19 any figure may be the year.
  const short = /^\d{1,2}\D\d{1,2}\D\d{1,2}$/.test(typed);
  const fault = short ? "needs a year of four figures" : "is not a day, a month or a year";
  return { message: `“${typed}” ${fault}. ${HOW_TO_WRITE_A_DATE}` };
}

function yearMissing(typed: string): OptionError {
  return {
    message: `“${typed}” is a date in every year. Add the year: 2019-08-05 or Aug 5 2019.`,
  };
}

export function ambiguousDate(typed: string, readings: readonly [string, string]): OptionError {
  const [dayFirst, monthFirst] = readings;
  return {
    message: `“${typed}” can be read in two ways: ${dayFirst} (the day first) or ${monthFirst} (the month first). Which one is meant?`,
    values: readings,
  };
}

/** Years and months in which the corpus has documents, then its days. */
const dateIndex = memoizeByLibrary(({ corpus }): NameIndex<string> => {
  const dates = corpus.documents.flatMap(({ date }) => date ?? []);
  const days = dates.map(({ first }) => first).filter(Number.isFinite);
  // Years of more or fewer than four figures have no short form that could be typed.
  const common = days.map(isoDay).filter((day) => /^\d{4}-/.test(day));
  const parts = [4, 7].flatMap((length) => common.map((day) => day.slice(0, length)));
  const written = dates.map(({ edtf }) => edtf);
  return createNameIndex(
    [...new Set([...parts, ...written])].map((value) => {
      const label = edtfDate(value)?.label;
      return { value, names: label === undefined ? [value] : [value, label] };
    }),
  );
});
