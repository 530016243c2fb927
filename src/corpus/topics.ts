import { message } from "../catalogue/catalogue.ts";
import { fold } from "../language/fold.ts";
import type { Topic } from "./document.ts";
import type { Problem } from "./problem.ts";
import type { ReferenceTable } from "./reference-table.ts";
import type { YamlDocument } from "./yaml.ts";

/** How many topics may be above another. A thesaurus has a dozen. */
const MAX_BROADER_TOPICS = 100;

/**
 * Returns the ids of all topics above `topic`, at any distance: at least the first hundred, which is as
 * many as a topic of a corpus that loads may have.
 */
export function broaderTopics(
  topic: Topic,
  topics: ReadonlyMap<string, Topic>,
): ReadonlySet<string> {
  // A set is iterated over with what is added on the way. An unknown id is a problem of its own.
  const above = new Set(topic.broader);
  for (const id of above) {
    if (above.size > MAX_BROADER_TOPICS) break;
    for (const broader of topics.get(id)?.broader ?? []) above.add(broader);
  }
  return above;
}

/** Adds to `problems` the labels, relations and cycles of `topics.yaml` that are wrong. */
export function checkTopics(
  { known, lookUp }: ReferenceTable<Topic>,
  yaml: YamlDocument,
  problems: Problem[],
): void {
  const path = "topics.yaml";
  const owners = new Map<string, string>();
  for (const topic of [...known.values()]) {
    const { id } = topic;
    for (const label of [topic.label, ...topic.synonyms]) {
      const owner = owners.get(fold(label));
      owners.set(fold(label), id);
      if (owner === undefined || owner === id) continue;
      problems.push({
        path,
        line: yaml.lineOf([id]),
        message: message("problem.shared-label", { label, id, owner }),
        remedy: message("remedy.shared-label"),
      });
    }
    for (const key of ["broader", "related"] as const) {
      lookUp(topic[key], (index) => ({ path, line: yaml.lineOf([id, key, index]) }));
    }
    const above = broaderTopics(topic, known);
    if (above.has(id)) {
      problems.push({
        path,
        line: yaml.lineOf([id, "broader"]),
        message: message("problem.circular-topic", { id }),
        remedy: message("remedy.circular-topic"),
      });
    } else if (above.size > MAX_BROADER_TOPICS) {
      problems.push({
        path,
        line: yaml.lineOf([id, "broader"]),
        message: message("problem.too-many-broader", { limit: MAX_BROADER_TOPICS, id }),
        remedy: message("remedy.too-many-broader"),
      });
    }
  }
}
