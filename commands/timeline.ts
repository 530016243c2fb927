import { documentItem } from "../src/answers/document-item.ts";
import { noResults } from "../src/answers/no-results.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import { byFirstDay, type EdtfDate, overlaps } from "../src/corpus/date.ts";
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
    const when = periodBetween(from, to);
    const all = library.documents({ topic });
    const documents = person ? all.filter((document) => mentions(person, document)) : all;
    const events = library.corpus.events.filter(
      ({ topics, named }) =>
        (topic === undefined || library.isOn(topics, topic)) &&
        (person === undefined || named.includes(person)),
    );
    const entries = [
      ...documents.flatMap((document) => (document.date ? [entryOf(document, document.date)] : [])),
      ...events.map(entryOfEvent),
    ]
      .filter(({ date }) => when === undefined || overlaps(date, when))
      .sort((a, b) => byFirstDay(a.date, b.date));
    if (entries.length === 0) {
      return noResults(library, {
        subject: "No entry of the timeline",
        filter: { topic, period: when },
        other: person && `by, to or about ${person.name}`,
        events: library.corpus.events.length,
      });
    }

    const undated = documents.filter(({ date }) => date === undefined).length;
    const { items, ...shown } = paginateList(entries, page, (number) => again({ page: number }));
    return {
      kind: "timeline",
      title: `Timeline: ${plural(entries.length, "entry", "entries")}`,
      items: items.map(({ item }) => item),
      remarks:
        undated > 0
          ? [`${plural(undated, "document")} without a known date cannot be placed here.`]
          : [],
      ...shown,
    };
  },
});

interface Entry {
  readonly date: EdtfDate;
  readonly item: ListItem;
}

function entryOf(document: Document, date: EdtfDate): Entry {
  return {
    date,
    item: { ...documentItem(document), references: document.sources.map(referenceOf) },
  };
}

function entryOfEvent({ date, title, text, sources }: CorpusEvent): Entry {
  return {
    date,
    item: { label: `${date.label} · ${title}`, detail: text, references: sources.map(referenceOf) },
  };
}
