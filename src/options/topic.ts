import { perLibrary } from "../command/memoize-by-library.ts";
import { parsed } from "../command/option-types.ts";
import type { Option } from "../command/types.ts";
import type { Topic } from "../corpus/document.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { listed, MOST_SUGGESTIONS, MOST_VALUES, noSuch } from "./choices.ts";

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

const topicsOf = perLibrary(({ corpus }) =>
  createNameIndex(
    [...corpus.topics.values()].map((value) => ({
      value,
      names: [value.label, value.id, ...value.synonyms],
    })),
  ),
);
