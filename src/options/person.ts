import { memoizeByLibrary } from "../command/memoize-by-library.ts";
import { parsedText } from "../command/option-types.ts";
import type { Option, OptionError } from "../command/types.ts";
import type { Person } from "../corpus/document.ts";
import { parseDateQuery } from "../search/date-query.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { choiceOf, formatOr, MAX_OFFERED_VALUES, MAX_SUGGESTIONS, notFound } from "./choices.ts";

/**
 * A person of the corpus, by any form of their name. `role` tells whom to offer first, and `dates`
 * names the command's options for dates, which people take for these.
 */
export function person(
  description: string,
  role: "from" | "to" | "anyone",
  dates: readonly string[],
): Option<Person> {
  return parsedText(description, {
    expects: "the name of a person in this corpus",
    suggest: (typed, { library }) =>
      personIndexes(library)
        [role].complete(typed, MAX_SUGGESTIONS)
        .map(({ name }) => choiceOf(name)),
    parse(typed, { library }) {
      const people = personIndexes(library);
      const likely = people[role].resolve(typed);
      const result = likely.kind === "none" ? people.anyone.resolve(typed) : likely;
      const names = (people: readonly Person[]) => people.map(({ name }) => name);
      switch (result.kind) {
        case "one":
          return { value: result.value };
        case "several":
          return {
            message: `“${typed}” may be ${formatOr(names(result.values))}.`,
            values: names(result.values).slice(0, MAX_OFFERED_VALUES),
          };
        case "none":
          return dates.length > 0 && parseDateQuery(typed) !== undefined
            ? dateInsteadOfPerson(typed, dates)
            : notFound("person", typed, result.near?.name);
      }
    },
  });
}

export function suggestPersonOption(typed: string, people: readonly string[]): string {
  const options = people.map((name) => `\`${name}\``).join(" and ");
  return `For people there ${people.length === 1 ? "is" : "are"} ${options}: \`${people[0]}:${typed}\`.`;
}

function dateInsteadOfPerson(typed: string, dates: readonly string[]): OptionError {
  const options = dates.map((name) => `\`${name}\``).join(" and ");
  return {
    message: `“${typed}” is a date, and here somebody’s name is needed. For dates there ${dates.length === 1 ? "is" : "are"} ${options}: \`${dates[0]}:${typed}\`.`,
  };
}

export const personIndexes = memoizeByLibrary(({ corpus }) => {
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
