import { perLibrary } from "../command/memoize-by-library.ts";
import { parsed } from "../command/option-types.ts";
import type { Option, Unclear } from "../command/types.ts";
import type { Person } from "../corpus/document.ts";
import { dateQuery } from "../search/date-query.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { listed, MOST_SUGGESTIONS, MOST_VALUES, noSuch, plain } from "./choices.ts";

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

export function forPeople(typed: string, people: readonly string[]): string {
  const options = people.map((name) => `\`${name}\``).join(" and ");
  return `For people there ${people.length === 1 ? "is" : "are"} ${options}: \`${people[0]}:${typed}\`.`;
}

function dateForPerson(typed: string, dates: readonly string[]): Unclear {
  const options = dates.map((name) => `\`${name}\``).join(" and ");
  return {
    unclear: `“${typed}” is a date, and here somebody’s name is needed. For dates there ${dates.length === 1 ? "is" : "are"} ${options}: \`${dates[0]}:${typed}\`.`,
  };
}

export const peopleOf = perLibrary(({ corpus }) => {
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
