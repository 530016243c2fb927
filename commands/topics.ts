import { everywhereActions } from "../src/answers/no-results.ts";
import { topicReply } from "../src/answers/topics.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import { page, paginateList } from "../src/options/paging.ts";
import { within } from "../src/options/scope.ts";
import { topic } from "../src/options/topic.ts";
import { aside, notice } from "../src/reply/reply.ts";
import { topicCounts, topicCountsIn, topicsByQuotations } from "../src/search/topic-counts.ts";

/** `/topics`: the topics of the corpus. */
export const topics = defineCommand({
  name: "topics",
  description: "command.topics",
  examples: ({ topic }) => [{}, { topic }],
  isUseful: ({ corpus }) => corpus.topics.size > 0,
  options: {
    topic: optional(topic("option.shown-topic")),
    in: within("option.in"),
    page,
  },

  run({ topic, in: scope, page }, context) {
    if (topic !== undefined) return topicReply(topic, scope, page, context);
    const { library, again } = context;
    const counts = topicCountsIn(library, scope);
    const all = topicsByQuotations(library, counts).filter(
      ({ id }) => scope === undefined || counts.has(id),
    );
    if (all.length === 0) {
      return notice({ kind: "nothing-listed", of: "topics" }, everywhereActions(scope, context));
    }
    const { items, ...paging } = paginateList(all, page, (page) => again({ page }));
    return {
      kind: "topics",
      topics: items.map((one) => ({
        id: one.id,
        label: one.label,
        ...topicCounts(one, counts),
        open: aside({ kind: "value", value: one.label }, again({ topic: one.id, page: undefined })),
      })),
      total: all.length,
      ...paging,
    };
  },
});
