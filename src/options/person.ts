import type { LabelKey } from "../catalogue/catalogue.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { Option, OptionError } from "../command/types.ts";
import { parseDateQuery } from "../corpus/dates/date-query.ts";
import type { Person } from "../corpus/document.ts";
import { eachInSteps, lazyInSteps } from "../foundation/lazy.ts";
import type { Failure } from "../foundation/result.ts";
import { hasName } from "../search/filter.ts";
import { indexByLibrary } from "../search/memoize-by-library.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { MAX_OFFERED_VALUES, MAX_SUGGESTIONS } from "./choices.ts";

/**
 * Declares an option for a person of the corpus, by any form of their name. `role` sets whose names
 * are tried and suggested first. `dateOptions` are the command's options for dates, to which the
 * error for a date refers. An `author` is a sender, or the author of a document without correspondents.
 */
export function person(
  description: LabelKey,
  role: "from" | "to" | "author" | "anyone",
  dateOptions: readonly string[],
): Option<Person> {
  return parsedText(description, {
    expects: { kind: "person" },
    suggest: (typed, { library }, t) =>
      personIndexes(library)
        [role].complete(typed, MAX_SUGGESTIONS)
        .map(({ name }) => ({ label: t.nameOf(name), value: name })),
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
            : unknownPerson(typed, result.near?.name);
      }
    },
  });
}

/** Rejects a name that the corpus does not have, and offers the closest one that it has. */
function unknownPerson(typed: string, closest: string | undefined): Failure<OptionError> {
  return closest === undefined
    ? optionError({ kind: "unknown-name", of: "person", typed })
    : optionError({ kind: "unknown-name", of: "person", typed, closest }, [closest]);
}

export const personIndexes = indexByLibrary(({ corpus }) => {
  const people = lazyInSteps(function* () {
    const senders = new Set<Person>();
    const recipients = new Set<Person>();
    const authorNames = new Set<string>();
    yield* eachInSteps(corpus.documents, ({ from, to, authors }) => {
      for (const person of from) senders.add(person);
      for (const person of to) recipients.add(person);
      for (const name of authors) authorNames.add(name);
    });
    const anyone = new Set([...senders, ...recipients, ...corpus.people.values()]);
    const author = new Set(senders);
    for (const name of authorNames) {
      author.add([...anyone].find((one) => hasName(one, name)) ?? { name, forms: [] });
      yield;
    }
    return { author, recipients, anyone };
  });
  const indexOf = (which: () => Iterable<Person>) =>
    createNameIndex(function* () {
      for (const value of which()) yield { value, names: [value.name, ...value.forms] };
    });
  const author = indexOf(() => people().author);
  const to = indexOf(() => people().recipients);
  const anyone = indexOf(() => people().anyone);
  return {
    from: author,
    to,
    author,
    anyone,
    buildSome: () => [people, author, to, anyone].some((part) => part.buildSome()),
  };
});
