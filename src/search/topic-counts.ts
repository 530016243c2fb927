import { distinctPassagesOf, type Topic } from "../corpus/document.ts";
import { broaderTopics } from "../corpus/topics.ts";
import { type BuiltInSteps, lazyInSteps } from "../foundation/lazy.ts";
import type { CorpusPart } from "./filter.ts";
import type { Library } from "./library.ts";
import { indexByLibrary, memoizeByFilter } from "./memoize-by-library.ts";

/** The numbers of documents and of quotable passages on a topic or on a narrower one. */
export interface TopicCounts {
  readonly documents: number;
  readonly passages: number;
}

const NONE: TopicCounts = { documents: 0, passages: 0 };

/** The counts of topics by their ids; those without documents and passages may be absent. */
export type TopicCountsById = ReadonlyMap<string, TopicCounts>;

/** Counts the documents and the passages on a topic, including its narrower topics. */
export function topicCounts({ id }: Topic, counts: TopicCountsById): TopicCounts {
  return counts.get(id) ?? NONE;
}

/** Returns the counts of all topics that a part of the corpus has, or the whole corpus. */
export function topicCountsIn(library: Library, scope?: CorpusPart): TopicCountsById {
  return scope === undefined ? countsOf(library)() : countsInPart(library, { scope });
}

/** Returns the topics with quotations first, each part in the order of their labels. */
export function topicsByQuotations(
  library: Library,
  counts = topicCountsIn(library),
): readonly Topic[] {
  const isEmpty = (topic: Topic) => (topicCounts(topic, counts).passages === 0 ? 1 : 0);
  return [...library.corpus.topics.values()].sort(
    (a, b) => isEmpty(a) - isEmpty(b) || a.label.localeCompare(b.label),
  );
}

function createTopicCounts(
  library: Library,
  scope?: CorpusPart,
): (() => TopicCountsById) & BuiltInSteps {
  const { topics } = library.corpus;
  const lineages = new Map<Topic, readonly string[]>();
  /** Returns the ids of a topic and of all that are broader. */
  function lineageOf(topic: Topic): readonly string[] {
    const lineage = lineages.get(topic) ?? [topic.id, ...broaderTopics(topic, topics)];
    lineages.set(topic, lineage);
    return lineage;
  }

  return lazyInSteps(function* () {
    const counts = new Map<string, { documents: number; passages: number }>();
    const count = (on: readonly Topic[], what: keyof TopicCounts) => {
      if (on.length === 0) return;
      for (const id of new Set(on.flatMap(lineageOf))) {
        const numbers = counts.get(id) ?? { ...NONE };
        numbers[what] += 1;
        counts.set(id, numbers);
      }
    };
    // Without topics, no passage needs to be unpacked.
    if (topics.size === 0) return counts;
    for (const document of library.documents({ scope })) {
      count(document.topics, "documents");
      for (const passage of distinctPassagesOf(document)) count(passage.topics, "passages");
      yield;
    }
    return counts;
  });
}

const countsOf = indexByLibrary((library) => createTopicCounts(library));
const countsInPart = memoizeByFilter((library, { scope }) => createTopicCounts(library, scope)());
