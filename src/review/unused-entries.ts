import { message } from "../catalogue/catalogue.ts";
import type { Corpus } from "../corpus/document.ts";
import type { Problem } from "../corpus/problem.ts";
import { broaderTopics } from "../corpus/topics.ts";
import { parseYaml } from "../corpus/yaml.ts";

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
      message: message("advice.no-topic"),
      remedy: message("remedy.no-topic"),
    }));
  }
  const ids = firsts.map(({ id }) => id).join(", ");
  return firsts.slice(0, 1).map(({ path }) => ({
    path,
    line: 1,
    message: message("advice.documents-without-topic", { count: found.length, ids, left }),
    remedy: message("remedy.documents-without-topic"),
  }));
}

/** Finds topics of no document, passage, event or plan. A topic also has the documents of narrower topics. */
function findUnusedTopics(corpus: Corpus, lineOf: (id: string) => number): readonly Problem[] {
  const { documents, events, plans, topics } = corpus;
  const passages = documents.flatMap((document) => document.passages);
  const steps = [...plans.values()].flatMap((plan) => plan.steps);
  const tagged = [...documents, ...passages, ...events, ...steps];
  const used = new Set(tagged.flatMap((one) => one.topics));
  const ids = new Set([...used].flatMap((topic) => [topic.id, ...broaderTopics(topic, topics)]));
  return [...topics.values()]
    .filter(({ id }) => !ids.has(id))
    .map(({ id, label }) => ({
      path: "topics.yaml",
      line: lineOf(id),
      message: message("advice.unused-topic", { id, label }),
      remedy: message("remedy.unused-topic"),
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
      message: message("advice.unused-source", { id }),
      remedy: message("remedy.unused-source"),
    }));
}
