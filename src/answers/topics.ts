import type { RunContext } from "../command/types.ts";
import type { Topic } from "../corpus/document.ts";
import { paginateList } from "../options/paging.ts";
import { withinOption } from "../options/scope.ts";
import { action, type TopicReply } from "../reply/reply.ts";
import type { CorpusPart } from "../search/filter.ts";
import { topicCounts, topicCountsIn } from "../search/topic-counts.ts";
import { documentEntry } from "./document-entry.ts";

/** Shows a topic with its synonyms, its neighbours in the hierarchy and the documents on it. */
export function topicReply(
  topic: Topic,
  scope: CorpusPart | undefined,
  pageNumber: number,
  context: RunContext,
): TopicReply {
  const { library, again } = context;
  const { id, label, synonyms, broader, related } = topic;
  const labelOf = (id: string) => library.corpus.topics.get(id)?.label ?? id;
  const documents = library.documents({ topic, scope });
  const counts = topicCounts(topic, topicCountsIn(library, scope));
  const { items, page, actions } = paginateList(documents, pageNumber, (page) => again({ page }));
  return {
    kind: "topic",
    id,
    label,
    synonyms,
    broader: broader.map(labelOf),
    narrower: library.narrower(topic).map((one) => one.label),
    related: related.map(labelOf),
    counts,
    documents: items.map(documentEntry),
    page,
    actions: [
      ...(counts.documents + counts.passages > 0
        ? [
            action("quote", {
              name: "quote",
              options: { topic: id, ...withinOption(scope, context) },
            }),
          ]
        : []),
      ...actions,
    ],
  };
}
