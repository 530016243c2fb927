import { topicCounts, topicReply } from "../src/answers/topics.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import { page, paginateList } from "../src/options/paging.ts";
import { topic } from "../src/options/topic.ts";
import { action, notice } from "../src/reply/reply.ts";

/** `/topics`: the topics of the corpus. */
export const topics = defineCommand({
  name: "topics",
  description: "List the topics, or show one with its synonyms and what is on it.",
  examples: ["/topics", "/topics topic:drills"],
  options: { topic: optional(topic("The topic to show.")), page },

  run({ topic, page }, context) {
    if (topic !== undefined) return topicReply(topic, page, context);
    const { library, again } = context;
    const all = [...library.corpus.topics.values()].sort((a, b) => a.label.localeCompare(b.label));
    if (all.length === 0) {
      return notice({ kind: "nothing-listed", of: "topics" });
    }
    const { items, ...paging } = paginateList(all, page, (page) => again({ page }));
    return {
      kind: "topics",
      topics: items.map((one) => ({
        id: one.id,
        label: one.label,
        ...topicCounts(one, library),
        open: action(
          { kind: "value", value: one.label },
          again({ topic: one.id, page: undefined }),
        ),
      })),
      total: all.length,
      ...paging,
    };
  },
});
