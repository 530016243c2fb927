import type { LabelKey, Translate } from "../catalogue/catalogue.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { Option, Suggestion } from "../command/types.ts";
import type { Topic } from "../corpus/document.ts";
import { fold } from "../language/fold.ts";
import { type Action, action } from "../reply/reply.ts";
import type { Library } from "../search/library.ts";
import { indexByLibrary } from "../search/memoize-by-library.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { topicCounts, topicCountsIn, topicsByQuotations } from "../search/topic-counts.ts";
import { MAX_OFFERED_VALUES, MAX_SUGGESTIONS } from "./choices.ts";

/** Declares an option for a topic, by its id, its label or any of its synonyms. */
export function topic(description: LabelKey): Option<Topic> {
  return parsedText(description, {
    expects: { kind: "topic" },
    suggest: (typed, { library }, t) =>
      topicIndex(library)
        .complete(typed, MAX_SUGGESTIONS)
        .map((topic) => suggestionOfTopic(topic, typed, library, t)),
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
        case "none": {
          const closest = result.near?.id;
          return optionError(
            library.corpus.topics.size === 0
              ? { kind: "nothing-listed", of: "topics" }
              : {
                  kind: "unknown-name",
                  of: "topic",
                  typed,
                  ...(closest !== undefined && { closest }),
                },
            closest === undefined ? [] : [closest],
            searchActions(typed),
          );
        }
      }
    },
  });
}

/** The maximum length of a query on a button, in UTF-16 code units. */
const MAX_QUERY_LENGTH = 60;

/** Offers to search for words, unless they do not fit on a button or contain half a surrogate pair. */
function searchActions(query: string): readonly Action[] {
  if (query.length > MAX_QUERY_LENGTH || /\p{Cs}/u.test(query)) return [];
  return [action({ kind: "search-for", query }, { name: "search", options: { query } })];
}

/** Labels a topic with the synonym that matches what is typed, and with how much can be quoted. */
function suggestionOfTopic(
  topic: Topic,
  typed: string,
  library: Library,
  t: Translate,
): Suggestion {
  const { id, label, synonyms } = topic;
  const name = fold(typed);
  const matches = (one: string) => fold(one).includes(name);
  const names = [t.nameOf(label), label, ...synonyms];
  const synonym = names.find(matches);
  const { passages, documents } = topicCounts(topic, topicCountsIn(library));
  const shown = t.nameOf(label);
  const count =
    passages > 0
      ? t("counts.quotations", { count: passages })
      : t("counts.documents", { count: documents });
  return {
    label: `${synonym === undefined || synonym === shown ? shown : `${synonym} → ${shown}`} · ${count}`,
    value: id,
  };
}

/** Finds topics by label, id or synonym; those with the most quotations come first. */
export const topicIndex = indexByLibrary((library) =>
  createNameIndex(function* () {
    for (const value of topicsByQuotations(library)) {
      yield { value, names: [value.label, value.id, ...value.synonyms] };
    }
  }),
);
