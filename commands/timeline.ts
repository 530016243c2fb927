import { documentEntry } from "../src/answers/document-entry.ts";
import { noResults } from "../src/answers/no-results.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { hidden, optional } from "../src/command/option-types.ts";
import { byFirstDay, overlaps, type Period } from "../src/corpus/date.ts";
import type { CorpusEvent, Document } from "../src/corpus/document.ts";
import { mentions } from "../src/corpus/mentions.ts";
import { page, paginateList } from "../src/options/paging.ts";
import { period } from "../src/options/period.ts";
import { person } from "../src/options/person.ts";
import { scope } from "../src/options/scope.ts";
import { periodBetween } from "../src/options/search-filter.ts";
import { topic } from "../src/options/topic.ts";
import { referenceOf } from "../src/reply/references.ts";
import { notice, type TimelineEntry } from "../src/reply/reply.ts";
import type { Library } from "../src/search/library.ts";

/** `/timeline`: the documents and the events of the corpus in order of date. */
export const timeline = defineCommand({
  name: "timeline",
  description: "command.timeline",
  examples: ({ firstYear, lastYear, person }) => [
    { after: firstYear, before: lastYear },
    { person },
  ],
  isUseful: hasDates,
  options: {
    after: optional(period("option.after", ["person"])),
    before: optional(period("option.before", ["person"])),
    topic: optional(topic("option.only-topic")),
    person: optional(person("option.only-person", "anyone", ["after", "before"])),
    in: optional(scope("option.in")),
    // In every other command these are people. Buttons of earlier versions have them, and users type them.
    from: optional(hidden(period("option.former-after", ["person"]))),
    to: optional(hidden(period("option.former-before", ["person"]))),
    page,
  },

  run({ after, before, topic, person, in: scope, from, to, page }, context) {
    const { library, again } = context;
    if (!hasDates(library)) return notice({ kind: "nothing-listed", of: "dates" });
    const period = periodBetween(after ?? from, before ?? to);
    const documents = library
      .documents({ topic, scope })
      .filter((document) => person === undefined || mentions(person, document));
    const events = (scope === undefined ? library.corpus.events : [])
      .filter(({ topics }) => topic === undefined || library.includesTopic(topics, topic))
      .filter(({ named }) => person === undefined || named.includes(person));
    const all = timelineEntries(documents, events, period);
    if (all.length === 0) {
      return noResults(context, {
        sought: "timeline-entry",
        filter: { topic, period, scope },
        person,
        events: library.corpus.events.length,
      });
    }
    const { items, ...paging } = paginateList(all, page, (page) => again({ page }));
    return {
      kind: "timeline",
      entries: items,
      total: all.length,
      undated: documents.filter(({ date }) => date === undefined).length,
      formerOptions: [...(from ? (["from"] as const) : []), ...(to ? (["to"] as const) : [])],
      ...paging,
    };
  },
});

function hasDates({ corpus: { events, documents } }: Library): boolean {
  return events.length > 0 || documents.some(({ date }) => date !== undefined);
}

/** Returns the entries of dated documents and of events in a period, in order of date. */
function timelineEntries(
  documents: readonly Document[],
  events: readonly CorpusEvent[],
  period: Period | undefined,
): readonly TimelineEntry[] {
  return [
    ...documents.filter(({ date }) => date !== undefined).map(entryOfDocument),
    ...events.map(entryOfEvent),
  ]
    .filter((entry) => {
      const date = dateOf(entry);
      return period === undefined || (date !== undefined && overlaps(date, period));
    })
    .sort((a, b) => byFirstDay(dateOf(a), dateOf(b)));
}

function dateOf(entry: TimelineEntry): Period | undefined {
  return entry.kind === "event" ? entry.date : entry.document.date;
}

function entryOfDocument(document: Document): TimelineEntry {
  const references = document.sources.map(referenceOf);
  return { kind: "document", ...documentEntry(document), references };
}

function entryOfEvent({ date, title, text, sources }: CorpusEvent): TimelineEntry {
  return { kind: "event", date, title, text, references: sources.map(referenceOf) };
}
