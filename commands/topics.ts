import { documentItem } from "../src/answers/document-item.ts";
import { action, defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import type { CommandContext } from "../src/command/types.ts";
import type { Topic } from "../src/corpus/document.ts";
import { plural } from "../src/foundation/format.ts";
import { page, paginateList } from "../src/options/paging.ts";
import { topic } from "../src/options/topic.ts";
import { notice, type Reply } from "../src/reply/reply.ts";
import type { Library } from "../src/search/library.ts";

/** `/topics`: what the corpus is about. */
export const topics = defineCommand({
  name: "topics",
  description: "List the topics, or show one with its synonyms and what is on it.",
  examples: ["/topics", "/topics topic:drills"],
  options: { topic: optional(topic("The topic to show.")), page },

  run({ topic, page }, run) {
    if (topic !== undefined) return showTopic(topic, page, run);
    const { library, again } = run;
    const all = [...library.corpus.topics.values()].sort((a, b) => a.label.localeCompare(b.label));
    if (all.length === 0) {
      return notice("This corpus names no topics. /search finds what its documents say.");
    }
    const { items, ...shownPage } = paginateList(all, page, (number) => again({ page: number }));
    return {
      kind: "list",
      title: plural(all.length, "topic"),
      items: items.map((one) => ({
        label: one.label,
        detail: describeCounts(one, library),
        open: action(one.label, again({ topic: one.id, page: undefined })),
      })),
      remarks: [],
      ...shownPage,
    };
  },
});

function showTopic(topic: Topic, asked: number, { library, again }: CommandContext): Reply {
  const labelFact = (label: string, ids: readonly string[]) => {
    const labels = ids.map((id) => library.corpus.topics.get(id)?.label ?? id);
    return labels.length > 0 ? [{ label, value: labels.join(", ") }] : [];
  };
  const documents = library.documents({ topic });
  const { items, page, actions } = paginateList(documents, asked, (number) =>
    again({ page: number }),
  );
  const narrower = library.narrower(topic).map(({ id }) => id);
  return {
    kind: "article",
    title: topic.label,
    paragraphs: [`${describeCounts(topic, library)} on this topic.`],
    facts: [
      { label: "Id", value: topic.id },
      ...(topic.synonyms.length > 0
        ? [{ label: "Also called", value: topic.synonyms.join(", ") }]
        : []),
      ...labelFact("Broader", topic.broader),
      ...labelFact("Narrower", narrower),
      ...labelFact("Related", topic.related),
    ],
    items: items.map(documentItem),
    page,
    actions: [
      ...(documents.length > 0 || library.passages({ topic }).length > 0
        ? [action("Quote", { name: "quote", options: { topic: topic.id } })]
        : []),
      ...actions,
    ],
  };
}

function describeCounts(topic: Topic, library: Library): string {
  const documents = library.documents({ topic }).length;
  const passages = library.passages({ topic }).length;
  return `${plural(documents, "document")}, ${plural(passages, "passage")}`;
}
