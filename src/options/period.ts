import { perLibrary } from "../command/memoize-by-library.ts";
import { parsed } from "../command/option-types.ts";
import type { Option, Unclear } from "../command/types.ts";
import { edtfDate, isoDay, type Period } from "../corpus/date.ts";
import { dateQuery, isNumeric } from "../search/date-query.ts";
import { createNameIndex, type NameIndex } from "../search/suggest/name-index.ts";

import { MOST_SUGGESTIONS, plain } from "./choices.ts";
import { forPeople, peopleOf } from "./person.ts";

/** A day, a month, a year or any other stretch of time, as people write them. */
export function period(
  description: string,
  people: readonly string[],
): Option<Period & { readonly label: string }> {
  return parsed(description, {
    expects: "a date such as 2019-08-05, Aug 5 2019, August 2019 or 2019",
    suggest: (typed, { library }) => datesOf(library).complete(typed, MOST_SUGGESTIONS).map(plain),
    parse(typed, { library }) {
      const query = dateQuery(typed);
      switch (query?.kind) {
        case "period":
          return { value: { ...query.period, label: query.label } };
        case "ambiguous":
          return dateQuery(query.readings[0])?.kind === "yearly"
            ? inEveryYear(typed)
            : ambiguous(typed, query.readings);
        case "yearly":
          return inEveryYear(typed);
        case undefined: {
          if (isNumeric(typed)) return noDate(typed);
          const named = peopleOf(library).anyone.resolve(typed);
          return {
            unclear:
              named.kind === "none"
                ? `“${typed}” is not a date that Ibid can read. ${HOW_TO_WRITE_A_DATE}`
                : `“${typed}” is a person, and here a date is needed, such as 2019-08-05 or August 2019. ${forPeople(typed, people)}`,
          };
        }
      }
    },
  });
}

export const HOW_TO_WRITE_A_DATE = "Write a date like 2019-08-05, Aug 5 2019, August 2019 or 2019.";

export function noDate(typed: string): Unclear {
  // Of 5/8/19 any figure may be the year.
  const short = /^\d{1,2}\D\d{1,2}\D\d{1,2}$/.test(typed);
  const fault = short ? "needs a year of four figures" : "is not a day, a month or a year";
  return { unclear: `“${typed}” ${fault}. ${HOW_TO_WRITE_A_DATE}` };
}

function inEveryYear(typed: string): Unclear {
  return {
    unclear: `“${typed}” is a date in every year. Add the year: 2019-08-05 or Aug 5 2019.`,
  };
}

export function ambiguous(typed: string, readings: readonly [string, string]): Unclear {
  const [dayFirst, monthFirst] = readings;
  return {
    unclear: `“${typed}” can be read in two ways: ${dayFirst} (the day first) or ${monthFirst} (the month first). Which one is meant?`,
    values: readings,
  };
}

/** Years and months in which the corpus has documents, then its days. */
const datesOf = perLibrary(({ corpus }): NameIndex<string> => {
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
