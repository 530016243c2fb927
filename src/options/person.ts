import { optionError, parsedText } from "../command/option-types.ts";
import type { Option, OptionError } from "../command/types.ts";
import type { Person } from "../corpus/document.ts";
import { formatOr } from "../foundation/format.ts";
import type { Failure } from "../foundation/result.ts";
import { parseDateQuery } from "../search/date-query.ts";
import { memoizeByLibrary } from "../search/memoize-by-library.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { MAX_OFFERED_VALUES, MAX_SUGGESTIONS, notFound, suggestionOf } from "./choices.ts";

/**
 * Declares an option for a person of the corpus, by any form of their name. `role` sets whose names
 * are tried and suggested first. `dateOptions` are the command's options for dates, to which the
 * error for a date refers.
 */
export function person(
  description: string,
  role: "from" | "to" | "anyone",
  dateOptions: readonly string[],
): Option<Person> {
  return parsedText(description, {
    expects: "the name of a person in this corpus",
    suggest: (typed, { library }) =>
      personIndexes(library)
        [role].complete(typed, MAX_SUGGESTIONS)
        .map(({ name }) => suggestionOf(name)),
    parse(typed, { library }) {
      const indexes = personIndexes(library);
      const inRole = indexes[role].resolve(typed);
      const result = inRole.kind === "none" ? indexes.anyone.resolve(typed) : inRole;
      switch (result.kind) {
        case "one":
          return { value: result.value };
        case "several": {
          const names = result.values.map(({ name }) => name);
          return optionError(
            `“${typed}” may be ${formatOr(names)}.`,
            names.slice(0, MAX_OFFERED_VALUES),
          );
        }
        case "none":
          return dateOptions.length > 0 && parseDateQuery(typed) !== undefined
            ? dateInsteadOfPerson(typed, dateOptions)
            : notFound("person", typed, result.near?.name);
      }
    },
  });
}

/** Returns the sentence that refers the name of a person to the command's options for people. */
export function suggestPersonOption(typed: string, personOptions: readonly string[]): string {
  return suggestOption("people", typed, personOptions);
}

function dateInsteadOfPerson(typed: string, dateOptions: readonly string[]): Failure<OptionError> {
  return optionError(
    `“${typed}” is a date, and here somebody’s name is needed. ${suggestOption("dates", typed, dateOptions)}`,
  );
}

function suggestOption(
  kind: "people" | "dates",
  typed: string,
  options: readonly string[],
): string {
  const names = options.map((name) => `\`${name}\``).join(" and ");
  return `For ${kind} there ${options.length === 1 ? "is" : "are"} ${names}: \`${options[0]}:${typed}\`.`;
}

export const personIndexes = memoizeByLibrary(({ corpus }) => {
  const senders = corpus.documents.flatMap(({ from }) => from);
  const recipients = corpus.documents.flatMap(({ to }) => to);
  const indexOf = (people: readonly Person[]) =>
    createNameIndex(
      [...new Set(people)].map((one) => ({ value: one, names: [one.name, ...one.forms] })),
    );
  return {
    from: indexOf(senders),
    to: indexOf(recipients),
    anyone: indexOf([...senders, ...recipients, ...corpus.people.values()]),
  };
});
