import type { Topic } from "../corpus/document.ts";
import { broaderTopics } from "../corpus/topics.ts";
import type { CorpusPart } from "./filter.ts";
import type { Library } from "./library.ts";
import { memoizeByLibrary } from "./memoize-by-library.ts";

/** The numbers of documents and of quotable passages on a topic or on a narrower one. */
export interface TopicCounts {
  readonly documents: number;
  readonly passages: number;
}

const NONE: TopicCounts = { documents: 0, passages: 0 };

/** Counts the documents and the passages on a topic, including its narrower topics. */
export function topicCounts({ id }: Topic, library: Library, scope?: CorpusPart): TopicCounts {
  return topicCountsIn(library, scope).get(id) ?? NONE;
}

/** Returns the counts of all topics that a part of the corpus has, or the whole corpus. */
export function topicCountsIn(
  library: Library,
  scope?: CorpusPart,
): ReadonlyMap<string, TopicCounts> {
  return scope === undefined ? countsOf(library) : countTopics(library, scope);
}

/** Returns the topics with quotations first, each part in the order of their labels. */
export function topicsByQuotations(library: Library, scope?: CorpusPart): readonly Topic[] {
  const counts = topicCountsIn(library, scope);
  const isEmpty = (topic: Topic) => ((counts.get(topic.id) ?? NONE).passages === 0 ? 1 : 0);
  return [...library.corpus.topics.values()].sort(
    (a, b) => isEmpty(a) - isEmpty(b) || a.label.localeCompare(b.label),
  );
}

function countTopics(library: Library, scope?: CorpusPart): ReadonlyMap<string, TopicCounts> {
  const { topics } = library.corpus;
  const counts = new Map<string, { documents: number; passages: number }>();
  const count = (on: readonly Topic[], what: keyof TopicCounts) => {
    const ids = new Set(on.flatMap((topic) => [topic.id, ...broaderTopics(topic, topics)]));
    for (const id of ids) {
      const numbers = counts.get(id) ?? { ...NONE };
      numbers[what] += 1;
      counts.set(id, numbers);
    }
  };
  for (const document of library.documents({ scope })) count(document.topics, "documents");
  for (const { passage } of library.passages({ scope })) count(passage.topics, "passages");
  return counts;
}

const countsOf = memoizeByLibrary((library) => countTopics(library));
