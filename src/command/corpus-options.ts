import { edtfDate, isoDay, type Period } from "../corpus/date.ts";
import type { Document, Person, Topic } from "../corpus/document.ts";
import { labelOf } from "../corpus/naming.ts";
import { type ClearDate, dateQuery, isNumeric } from "../search/date-query.ts";
import { createNameIndex, type NameIndex } from "../search/names.ts";
import type { Option, Suggestion, Unclear } from "./command.ts";
import { parsed } from "./option.ts";
import { perLibrary } from "./per-library.ts";

/** What `/letter` may be asked for: one document, the documents of some days, or the undated. */
export type DocumentQuery =
  | { readonly kind: "document"; readonly document: Document }
  | { readonly kind: "dated"; readonly query: ClearDate }
  /** Several documents with words of their titles as `typed`. */
  | { readonly kind: "titled"; readonly typed: string; readonly documents: readonly Document[] }
  | { readonly kind: "undated" };

/**
 * A person of the corpus, by any form of their name. `role` tells whom to offer first, and `dates`
 * names the command's options for dates, which people take for these.
 */
export function person(
  description: string,
  role: "from" | "to" | "anyone",
  dates: readonly string[],
): Option<Person> {
  return parsed(description, {
    expects: "the name of a person in this corpus",
    suggest: (typed, { library }) =>
      peopleOf(library)
        [role].complete(typed, MOST_SUGGESTIONS)
        .map(({ name }) => plain(name)),
    parse(typed, { library }) {
      const people = peopleOf(library);
      const likely = people[role].resolve(typed);
      const result = likely.kind === "none" ? people.anyone.resolve(typed) : likely;
      const names = (people: readonly Person[]) => people.map(({ name }) => name);
      switch (result.kind) {
        case "one":
          return { value: result.value };
        case "several":
          return {
            unclear: `“${typed}” may be ${listed(names(result.values))}.`,
            values: names(result.values).slice(0, MOST_VALUES),
          };
        case "none":
          return dates.length > 0 && dateQuery(typed) !== undefined
            ? dateForPerson(typed, dates)
            : noSuch("person", typed, result.near?.name);
      }
    },
  });
}

function forPeople(typed: string, people: readonly string[]): string {
  const options = people.map((name) => `\`${name}\``).join(" and ");
  return `For people there ${people.length === 1 ? "is" : "are"} ${options}: \`${people[0]}:${typed}\`.`;
}

function dateForPerson(typed: string, dates: readonly string[]): Unclear {
  const options = dates.map((name) => `\`${name}\``).join(" and ");
  return {
    unclear: `“${typed}” is a date, and here somebody’s name is needed. For dates there ${dates.length === 1 ? "is" : "are"} ${options}: \`${dates[0]}:${typed}\`.`,
  };
}

/** A topic, by its id, its label or any of its synonyms. */
export function topic(description: string): Option<Topic> {
  return parsed(description, {
    expects: "a topic of this corpus; `/topics` lists them",
    suggest: (typed, { library }) =>
      topicsOf(library)
        .complete(typed, MOST_SUGGESTIONS)
        .map(({ id, label }) => ({ label, value: id })),
    parse(typed, { library }) {
      const result = topicsOf(library).resolve(typed);
      switch (result.kind) {
        case "one":
          return { value: result.value };
        case "several":
          return {
            unclear: `“${typed}” may be ${listed(result.values.map(({ label }) => label))}.`,
            values: result.values.map(({ id }) => id).slice(0, MOST_VALUES),
          };
        case "none":
          return noSuch("topic", typed, result.near?.id);
      }
    },
  });
}

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

/** A document, by its date, its id or its title. */
export function documentQuery(description: string): Option<DocumentQuery> {
  return parsed<DocumentQuery>(description, {
    expects: "a date such as 2019-08-05, or a document’s title",
    suggest: (typed, { library }) =>
      documentsOf(library)
        .complete(typed, MOST_SUGGESTIONS)
        .map((document) => ({ label: labelOf(document), value: document.id })),
    parse(typed, { library }) {
      const document = library.document(typed);
      if (document !== undefined) return { value: { kind: "document", document } };
      if (/^(undated|unknown|no date)$/i.test(typed)) return { value: { kind: "undated" } };
      const query = dateQuery(typed);
      if (query?.kind === "ambiguous") return ambiguous(typed, query.readings);
      if (query === undefined && isNumeric(typed)) return noDate(typed);
      if (query !== undefined) return { value: { kind: "dated", query } };
      const result = documentsOf(library).resolve(typed);
      switch (result.kind) {
        case "one":
          // One word of a title is too little to say that this document is the one meant.
          return /\s/.test(typed) || documentsOf(library).isNamed(typed)
            ? { value: { kind: "document", document: result.value } }
            : { value: { kind: "titled", typed, documents: [result.value] } };
        case "several":
          return { value: { kind: "titled", typed, documents: result.values } };
        case "none":
          return {
            unclear: `“${typed}” is neither a date that Ibid can read nor the title of a document. ${result.near ? `Is “${result.near.title}” meant?` : HOW_TO_WRITE_A_DATE}`,
            ...(result.near && { values: [result.near.id] }),
          };
      }
    },
  });
}

/** How many values a notice offers to press. */
export const MOST_VALUES = 5;

/** How many completions any front end shows. */
export const MOST_SUGGESTIONS = 25;

export const plain = (value: string): Suggestion => ({ label: value, value });

const HOW_TO_WRITE_A_DATE = "Write a date like 2019-08-05, Aug 5 2019, August 2019 or 2019.";

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

function noSuch(what: string, typed: string, near: string | undefined): Unclear {
  const plural = what === "person" ? "people" : `${what}s`;
  return near === undefined
    ? {
        unclear: `This corpus has no ${what} called “${typed}”. \`/${plural}\` lists those it has.`,
      }
    : {
        unclear: `This corpus has no ${what} called “${typed}”. Is ${near} meant?`,
        values: [near],
      };
}

/** “a, b or c” */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names);
}

const peopleOf = perLibrary(({ corpus }) => {
  const senders = corpus.documents.flatMap(({ from }) => from);
  const recipients = corpus.documents.flatMap(({ to }) => to);
  const index = (people: readonly Person[]) =>
    createNameIndex(
      [...new Set(people)].map((one) => ({ value: one, names: [one.name, ...one.forms] })),
    );
  return {
    from: index(senders),
    to: index(recipients),
    anyone: index([...senders, ...recipients, ...corpus.people.values()]),
  };
});

const topicsOf = perLibrary(({ corpus }) =>
  createNameIndex(
    [...corpus.topics.values()].map((value) => ({
      value,
      names: [value.label, value.id, ...value.synonyms],
    })),
  ),
);

/** The documents by their labels, ids, titles and dates. */
export const documentsOf = perLibrary(({ corpus }) =>
  createNameIndex(
    corpus.documents.map((document) => ({
      value: document,
      names: [labelOf(document), document.id, document.title, ...dateNames(document)],
    })),
  ),
);

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

function dateNames({ date }: Document): readonly string[] {
  return date === undefined ? [] : [date.edtf, date.label];
}
