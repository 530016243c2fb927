import { fold } from "../language/fold.ts";
import type { Topic } from "./document.ts";
import type { Problem } from "./problem.ts";
import type { ReferenceTable } from "./reference-table.ts";
import type { YamlDocument } from "./yaml.ts";

/** Returns the ids of all topics above `topic`, at any distance. */
export function broaderTopics(
  topic: Topic,
  topics: ReadonlyMap<string, Topic>,
): ReadonlySet<string> {
  const above = new Set<string>();
  function climb(ids: readonly string[]): void {
    for (const id of ids) {
      if (above.has(id)) continue;
      above.add(id);
      const broader = topics.get(id);
      // An unknown id is a problem of its own.
      if (broader !== undefined) climb(broader.broader);
    }
  }
  climb(topic.broader);
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
        message: `“${label}” is a label of \`${id}\` and of \`${owner}\`.`,
        remedy: "Leave it with one of them, so that people who type it get one answer.",
      });
    }
    for (const key of ["broader", "related"] as const) {
      lookUp(topic[key], (index) => ({ path, line: yaml.lineOf([id, key, index]) }));
    }
    if (broaderTopics(topic, known).has(id)) {
      problems.push({
        path,
        line: yaml.lineOf([id, "broader"]),
        message: `\`${id}\` is broader than itself.`,
        remedy: "Take one of the steps that lead back to it out of `broader`.",
      });
    }
  }
}
