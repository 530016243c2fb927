import type { RunContext } from "../command/types.ts";
import type { Topic } from "../corpus/document.ts";
import { plural } from "../foundation/format.ts";
import { paginateList } from "../options/paging.ts";
import { type ArticleReply, action } from "../reply/reply.ts";
import type { Library } from "../search/library.ts";
import { documentItem } from "./document-item.ts";

/** Shows a topic with its synonyms, its neighbours in the hierarchy and the documents on it. */
export function topicReply(
  topic: Topic,
  pageNumber: number,
  { library, again }: RunContext,
): ArticleReply {
  const topicsFact = (label: string, ids: readonly string[]) => {
    const labels = ids.map((id) => library.corpus.topics.get(id)?.label ?? id);
    return labels.length > 0 ? [{ label, value: labels.join(", ") }] : [];
  };
  const documents = library.documents({ topic });
  const isQuotable = documents.length > 0 || library.passages({ topic }).length > 0;
  const { items, page, actions } = paginateList(documents, pageNumber, (page) => again({ page }));
  return {
    kind: "article",
    title: topic.label,
    paragraphs: [`${describeTopicCounts(topic, library)} on this topic.`],
    facts: [
      { label: "Id", value: topic.id },
      ...(topic.synonyms.length > 0
        ? [{ label: "Also called", value: topic.synonyms.join(", ") }]
        : []),
      ...topicsFact("Broader", topic.broader),
      ...topicsFact(
        "Narrower",
        library.narrower(topic).map(({ id }) => id),
      ),
      ...topicsFact("Related", topic.related),
    ],
    items: items.map(documentItem),
    page,
    actions: [
      ...(isQuotable ? [action("Quote", { name: "quote", options: { topic: topic.id } })] : []),
      ...actions,
    ],
  };
}

/** Counts the documents and passages on a topic, including narrower topics. */
export function describeTopicCounts(topic: Topic, library: Library): string {
  const documents = library.documents({ topic }).length;
  const passages = library.passages({ topic }).length;
  return `${plural(documents, "document")}, ${plural(passages, "passage")}`;
}
