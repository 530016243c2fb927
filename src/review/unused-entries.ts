import type { Corpus } from "../corpus/document.ts";
import type { Problem } from "../corpus/problem.ts";
import { broaderTopics } from "../corpus/topics.ts";
import { parseYaml } from "../corpus/yaml.ts";
import { plural } from "../foundation/format.ts";

/** Finds documents without topics, and unused topics and sources. `texts` are the files by path. */
export function findUnusedEntries(
  corpus: Corpus,
  texts: ReadonlyMap<string, string>,
): readonly Problem[] {
  return [
    ...findDocumentsWithoutTopics(corpus),
    ...findUnusedTopics(corpus, (id) => lineIn("topics.yaml", id)),
    ...findUnusedSources(corpus, (id) => lineIn("sources.yaml", id)),
  ];

  function lineIn(path: string, id: string): number {
    const text = texts.get(path);
    const yaml = text === undefined ? undefined : parseYaml(text, path);
    // The corpus loads, so a table with entries exists and is valid.
    if (yaml === undefined || !("value" in yaml)) throw new Error(`${path} cannot be read.`);
    return yaml.lineOf([id]);
  }
}

/** More documents without topics than this are reported in one sentence. */
const MAX_REPORTED_SINGLY = 3;

function findDocumentsWithoutTopics({ documents, topics }: Corpus): readonly Problem[] {
  if (topics.size === 0) return [];
  const found = documents.filter((document) => document.topics.length === 0);
  const firsts = found.slice(0, MAX_REPORTED_SINGLY);
  const left = found.length - firsts.length;
  if (left === 0) {
    return found.map(({ path }) => ({
      path,
      line: 1,
      message: "This document has no topic, so no topic leads to it.",
      remedy: "Say under `topics:` in the front matter what it is about.",
    }));
  }
  const ids = firsts.map(({ id }) => id).join(", ");
  return firsts.slice(0, 1).map(({ path }) => ({
    path,
    line: 1,
    message: `${plural(found.length, "document")} have no topic, so no topic leads to them: ${ids} and ${left} more.`,
    remedy: "Say under `topics:` in the front matter what each is about.",
  }));
}

/** Finds topics of no document, passage or event. A topic also has the documents of narrower topics. */
function findUnusedTopics(corpus: Corpus, lineOf: (id: string) => number): readonly Problem[] {
  const { documents, events, topics } = corpus;
  const tagged = [...documents, ...documents.flatMap(({ passages }) => passages), ...events];
  const used = new Set(tagged.flatMap((one) => one.topics));
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

/** Finds sources of no document, passage or event. */
function findUnusedSources(corpus: Corpus, lineOf: (id: string) => number): readonly Problem[] {
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
