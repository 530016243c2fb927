import { documentItem } from "../src/answers/document-item.ts";
import { noResults } from "../src/answers/no-results.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import { byFirstDay, type EdtfDate, overlaps, type Period } from "../src/corpus/date.ts";
import type { CorpusEvent, Document } from "../src/corpus/document.ts";
import { mentions } from "../src/corpus/mentions.ts";
import { plural } from "../src/foundation/format.ts";
import { page, paginateList } from "../src/options/paging.ts";
import { period } from "../src/options/period.ts";
import { person } from "../src/options/person.ts";
import { periodBetween } from "../src/options/search-filter.ts";
import { topic } from "../src/options/topic.ts";
import { referenceOf } from "../src/reply/references.ts";
import type { ListItem } from "../src/reply/reply.ts";

/** `/timeline`: the documents and the events of the corpus in order of date. */
export const timeline = defineCommand({
  name: "timeline",
  description: "Show letters and events in order of date, each with its source.",
  examples: ["/timeline from:2018-06 to:2018-09", "/timeline person:Pompeo"],
  options: {
    from: optional(period("From this date on: 2018-06, Aug 5 2019, 2019.", ["person"])),
    to: optional(period("Up to this date: 2018-06, Aug 5 2019, 2019.", ["person"])),
    topic: optional(topic("Only what is on this topic.")),
    person: optional(
      person("Only what this person wrote, received or is named in.", "anyone", ["from", "to"]),
    ),
    page,
  },

  run({ from, to, topic, person, page }, { library, again }) {
    const period = periodBetween(from, to);
    const documents = library
      .documents({ topic })
      .filter((document) => person === undefined || mentions(person, document));
    const events = library.corpus.events
      .filter(({ topics }) => topic === undefined || library.includesTopic(topics, topic))
      .filter(({ named }) => person === undefined || named.includes(person));
    const all = timelineItems(documents, events, period);
    if (all.length === 0) {
      return noResults(library, {
        subject: "No entry of the timeline",
        filter: { topic, period },
        other: person && `by, to or about ${person.name}`,
        events: library.corpus.events.length,
      });
    }
    const undated = documents.filter(({ date }) => date === undefined).length;
    const { items, ...paging } = paginateList(all, page, (page) => again({ page }));
    return {
      kind: "timeline",
      title: `Timeline: ${plural(all.length, "entry", "entries")}`,
      items,
      remarks:
        undated > 0
          ? [`${plural(undated, "document")} without a known date cannot be placed here.`]
          : [],
      ...paging,
    };
  },
});

/** Returns the entries of dated documents and of events in a period, in order of date. */
function timelineItems(
  documents: readonly Document[],
  events: readonly CorpusEvent[],
  period: Period | undefined,
): readonly ListItem[] {
  return [...documents.flatMap(documentEntry), ...events.map(eventEntry)]
    .filter(({ date }) => period === undefined || overlaps(date, period))
    .sort((a, b) => byFirstDay(a.date, b.date))
    .map(({ item }) => item);
}

interface TimelineEntry {
  readonly date: EdtfDate;
  readonly item: ListItem;
}

function documentEntry(document: Document): readonly TimelineEntry[] {
  const { date, sources } = document;
  if (date === undefined) return [];
  return [{ date, item: { ...documentItem(document), references: sources.map(referenceOf) } }];
}

function eventEntry({ date, title, text, sources }: CorpusEvent): TimelineEntry {
  const label = `${date.label} · ${title}`;
  return { date, item: { label, detail: text, references: sources.map(referenceOf) } };
}
