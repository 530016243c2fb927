import { optionError, parsedText } from "../command/option-types.ts";
import type { Option } from "../command/types.ts";
import type { Topic } from "../corpus/document.ts";
import { memoizeByLibrary } from "../search/memoize-by-library.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { MAX_OFFERED_VALUES, MAX_SUGGESTIONS, notFound } from "./choices.ts";

/** Declares an option for a topic, by its id, its label or any of its synonyms. */
export function topic(description: string): Option<Topic> {
  return parsedText(description, {
    expects: "a topic of this corpus; `/topics` lists them",
    suggest: (typed, { library }) =>
      topicIndex(library)
        .complete(typed, MAX_SUGGESTIONS)
        .map(({ id, label }) => ({ label, value: id })),
    parse(typed, { library }) {
      const result = topicIndex(library).resolve(typed);
      switch (result.kind) {
        case "one":
          return { value: result.value };
        case "several":
          return optionError(
            { kind: "several-names", typed, names: result.values.map(({ label }) => label) },
            result.values.map(({ id }) => id).slice(0, MAX_OFFERED_VALUES),
          );
        case "none":
          return notFound("topic", typed, result.near?.id);
      }
    },
  });
}

const topicIndex = memoizeByLibrary(({ corpus }) =>
  createNameIndex(
    [...corpus.topics.values()].map((value) => ({
      value,
      names: [value.label, value.id, ...value.synonyms],
    })),
  ),
);
