import { optionError, parsedText } from "../command/option-types.ts";
import type { Option } from "../command/types.ts";
import type { Person } from "../corpus/document.ts";
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
            { kind: "several-names", typed, names },
            names.slice(0, MAX_OFFERED_VALUES),
          );
        }
        case "none":
          return dateOptions.length > 0 && parseDateQuery(typed) !== undefined
            ? optionError({ kind: "date-for-person", typed, options: dateOptions })
            : notFound("person", typed, result.near?.name);
      }
    },
  });
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
