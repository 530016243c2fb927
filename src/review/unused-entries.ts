import type { Corpus } from "../corpus/document.ts";
import type { Problem } from "../corpus/problem.ts";
import { broaderTopics } from "../corpus/tables.ts";
import { parseYaml } from "../corpus/yaml.ts";
import { plural } from "../foundation/format.ts";

/** What documents and the tables of a corpus do not do for each other. `texts` are its files by path. */
export function findUnusedEntries(
  corpus: Corpus,
  texts: ReadonlyMap<string, string>,
): readonly Problem[] {
  return [
    ...withoutTopics(corpus),
    ...unusedTopics(corpus, (id) => lineIn("topics.yaml", id)),
    ...unusedSources(corpus, (id) => lineIn("sources.yaml", id)),
  ];

  function lineIn(path: string, id: string): number {
    const yaml = parseYaml(texts.get(path) ?? "", path);
    return "value" in yaml ? yaml.lineOf([id]) : 1;
  }
}

/** More documents than these without topics are told in one sentence. */
const FEW = 3;

function withoutTopics({ documents, topics }: Corpus): readonly Problem[] {
  if (topics.size === 0) return [];
  const without = documents.filter((document) => document.topics.length === 0);
  const remedy = "Say under `topics:` in the front matter what it is about.";
  if (without.length <= FEW) {
    return without.map(({ path }) => ({
      path,
      line: 1,
      message: "This document has no topic, so no topic leads to it.",
      remedy,
    }));
  }
  const first = without.slice(0, FEW);
  return first.slice(0, 1).map(({ path }) => ({
    path,
    line: 1,
    message: `${plural(without.length, "document")} have no topic, so no topic leads to them: ${first.map(({ id }) => id).join(", ")} and ${without.length - FEW} more.`,
    remedy: "Say under `topics:` in the front matter what each is about.",
  }));
}

/** A topic that has narrower ones with documents has these documents too. */
function unusedTopics(corpus: Corpus, lineOf: (id: string) => number): readonly Problem[] {
  const { documents, events, topics } = corpus;
  const named = [...documents, ...documents.flatMap(({ passages }) => passages), ...events];
  const used = new Set(named.flatMap((one) => one.topics));
  const ids = new Set([...used].flatMap((topic) => [topic.id, ...broaderTopics(topic, topics)]));
  return [...topics.values()]
    .filter(({ id }) => !ids.has(id))
    .map(({ id, label }) => ({
      path: "topics.yaml",
      line: lineOf(id),
      message: `Nothing is on the topic \`${id}\`: no document, no event, and no passage names “${label}”.`,
      remedy: "Give it to the documents that are about it, or delete it.",
    }));
}

function unusedSources(corpus: Corpus, lineOf: (id: string) => number): readonly Problem[] {
  const { documents, events, sources } = corpus;
  const used = new Set([
    ...[...documents, ...events].flatMap((one) => one.sources),
    ...documents.flatMap(({ passages }) => passages.map(({ printedIn }) => printedIn?.source)),
  ]);
  return [...sources.values()]
    .filter((source) => !used.has(source))
    .map(({ id }) => ({
      path: "sources.yaml",
      line: lineOf(id),
      message: `Nothing names the source \`${id}\`.`,
      remedy: "Name it under `sources:` of what it prints or reports, or delete it.",
    }));
}
