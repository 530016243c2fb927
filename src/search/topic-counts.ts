import { distinctPassagesOf, type Topic } from "../corpus/document.ts";
import { broaderTopics } from "../corpus/topics.ts";
import { eachInSteps, lazyInSteps } from "../foundation/lazy.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import type { CorpusPart } from "./filter.ts";
import type { BitSet } from "./index/bitset.ts";
import type { Library } from "./library.ts";
import { indexByLibrary, memoizeByFilter, memoizeByLibrary } from "./memoize-by-library.ts";

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
  return scope === undefined ? countsOf(library) : countsInPart(library, { scope });
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

/** A document with passages on a topic or on a narrower one, or itself on it. */
interface DocumentOnTopic {
  /** Its place among the documents of the corpus. */
  readonly place: number;
  readonly isOnTopic: boolean;
  readonly passages: number;
}

/** The documents on each topic, by its id. */
const documentsByTopic = indexByLibrary(({ corpus: { topics, documents } }) =>
  lazyInSteps(function* () {
    const byTopic = new Map<string, DocumentOnTopic[]>();
    // Without topics, no passage needs to be unpacked.
    if (topics.size === 0) return byTopic;
    const lineageOf = memoizeByObject((topic: Topic) => [
      topic.id,
      ...broaderTopics(topic, topics),
    ]);
    for (const [place, document] of documents.entries()) {
      const ids = new Set(document.topics.flatMap(lineageOf));
      const counts = new Map<string, number>();
      yield* eachInSteps(distinctPassagesOf(document), (passage) => {
        if (passage.topics.length === 0) return;
        for (const id of new Set(passage.topics.flatMap(lineageOf)))
          counts.set(id, (counts.get(id) ?? 0) + 1);
      });
      for (const id of new Set([...ids, ...counts.keys()])) {
        const one = { place, isOnTopic: ids.has(id), passages: counts.get(id) ?? 0 };
        const known = byTopic.get(id);
        if (known === undefined) byTopic.set(id, [one]);
        else known.push(one);
      }
      yield;
    }
    return byTopic;
  }),
);

/** Counts what is on each topic in all documents, or in those of a part of the corpus. */
function countTopics(library: Library, part?: BitSet): TopicCountsById {
  const counts = new Map<string, TopicCounts>();
  for (const [id, all] of documentsByTopic(library)()) {
    let [documents, passages] = [0, 0];
    for (const one of all) {
      if (part?.has(one.place) === false) continue;
      if (one.isOnTopic) documents += 1;
      passages += one.passages;
    }
    if (documents + passages > 0) counts.set(id, { documents, passages });
  }
  return counts;
}

const countsOf = memoizeByLibrary((library) => countTopics(library));
const countsInPart = memoizeByFilter((library, filter) =>
  countTopics(library, library.documentPlaces(filter)),
);
