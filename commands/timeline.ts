import { daySubject, discussionReply } from "../src/answers/discussion.ts";
import { timelineReply } from "../src/answers/timeline.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { hidden, optional } from "../src/command/option-types.ts";
import { formatIsoDay } from "../src/corpus/date.ts";
import { discuss } from "../src/options/discuss.ts";
import { page } from "../src/options/paging.ts";
import { period } from "../src/options/period.ts";
import { person } from "../src/options/person.ts";
import { day } from "../src/options/rhythm/day.ts";
import { within } from "../src/options/scope.ts";
import { periodBetween } from "../src/options/search-filter.ts";
import { topic } from "../src/options/topic.ts";
import { notice } from "../src/reply/reply.ts";
import type { Library } from "../src/search/library.ts";

/** `/timeline`: the documents and the events of the corpus in order of date. */
export const timeline = defineCommand({
  name: "timeline",
  description: "command.timeline",
  examples: ({ firstYear, lastYear, person }) => [
    { after: firstYear, before: lastYear },
    { person },
    { on: "today" },
  ],
  isUseful: hasDates,
  options: {
    after: optional(period("option.after", ["person"])),
    before: optional(period("option.before", ["person"])),
    topic: optional(topic("option.only-topic")),
    person: optional(person("option.only-person", "anyone", ["after", "before"])),
    in: within("option.in"),
    on: optional(day("option.on")),
    // In every other command these are people. Buttons of earlier versions have them, and users type them.
    from: optional(hidden(period("option.former-after", ["person"]))),
    to: optional(hidden(period("option.former-before", ["person"]))),
    discuss,
    page,
  },

  run({ after, before, topic, person, in: scope, on, from, to, discuss, page }, context) {
    if (!hasDates(context.library)) return notice({ kind: "nothing-listed", of: "dates" });
    if (discuss && on !== undefined) return discussionReply(daySubject(on), context);
    const filter = { topic, period: periodBetween(after ?? from, before ?? to), scope };
    // A page of today is the same one tomorrow.
    const again: typeof context.again = (changes) =>
      context.again({ ...(on !== undefined && { on: formatIsoDay(on) }), ...changes });
    const reply = timelineReply({ filter, person, on, page }, { ...context, again });
    if (reply.kind === "notice") return reply;
    const formerOptions = [...(from ? (["from"] as const) : []), ...(to ? (["to"] as const) : [])];
    const line = on === undefined ? {} : { line: again({}) };
    return { ...reply, ...line, formerOptions };
  },
});

function hasDates({ corpus: { events, documents } }: Library): boolean {
  return events.length > 0 || documents.some(({ date }) => date !== undefined);
}
