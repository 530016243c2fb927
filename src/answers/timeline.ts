import type { RunContext } from "../command/types.ts";
import {
  byFirstDay,
  type Day,
  dateOfDay,
  type EdtfDate,
  formatIsoDay,
  overlaps,
} from "../corpus/date.ts";
import {
  DAYS_IN_LEAP_YEAR,
  daysUntilRemembered,
  remembersOn,
  yearsBetween,
} from "../corpus/dates/anniversary.ts";
import type { CorpusEvent, Document, Person } from "../corpus/document.ts";
import { mentions } from "../corpus/mentions.ts";
import { paginateList } from "../options/paging.ts";
import { referenceOf } from "../reply/references.ts";
import type { NoticeReply, TimelineEntry, TimelineReply } from "../reply/reply.ts";
import type { Filter } from "../search/filter.ts";
import { offerThread } from "./discussion.ts";
import { documentEntry } from "./document-entry.ts";
import { noResults } from "./no-results.ts";

/** The entries to list: all that match, or those of one day of the year. */
interface TimelineSearch {
  readonly filter: Filter;
  readonly person?: Person | undefined;
  readonly on?: Day | undefined;
  readonly page: number;
}

type TimelineContext = Omit<RunContext, "ask">;

/**
 * Lists dated documents and events in order of date. With a day, lists those of that day in all years, or those of the
 * nearest days before and after it if there are none.
 */
export function timelineReply(
  { filter, person, on, page }: TimelineSearch,
  context: TimelineContext,
): TimelineReply | NoticeReply {
  const { library, again } = context;
  const { period } = filter;
  const documents = library
    .documents({ ...filter, period: undefined })
    .filter((document) => person === undefined || mentions(person, document));
  const entries = [...documents.flatMap(entryOfDocument), ...eventsOf(filter, person, context)]
    .filter(({ date }) => period === undefined || overlaps(date, period))
    .sort((a, b) => byFirstDay(a.date, b.date));
  const isOnDay = on === undefined ? () => true : remembersOn(on);
  const remembered = entries.filter(({ date }) => isOnDay(date));
  const all = on === undefined || remembered.length > 0 ? remembered : entriesAround(entries, on);
  if (all.length === 0) {
    const events = library.corpus.events.length;
    return noResults(context, { sought: "timeline-entry", filter, person, events });
  }
  const { items, ...paging } = paginateList(all, page, (page) => again({ page }));
  const isToday = on === context.day;
  return {
    kind: "timeline",
    entries: items.map(({ date, describe }) => {
      const years = isToday && remembered.length > 0 ? yearsBetween(date, on) : undefined;
      return { ...describe(), ...(years !== undefined && { yearsAgo: years }) };
    }),
    total: all.length,
    undated: documents.filter(({ date }) => date === undefined).length,
    formerOptions: [],
    ...(on !== undefined && {
      on: { date: dateOfDay(on), isAround: remembered.length === 0 },
      ...offerThread({ name: "timeline", options: { on: formatIsoDay(on) } }, context),
    }),
    ...paging,
  };
}

/** An entry with its date. Only those of one page are described. */
interface DatedEntry {
  readonly date: EdtfDate;
  describe(): TimelineEntry;
}

function entryOfDocument(document: Document): readonly DatedEntry[] {
  const { date } = document;
  if (date === undefined) return [];
  const describe = (): TimelineEntry => {
    const references = document.sources.map(referenceOf);
    return { kind: "document", ...documentEntry(document), references };
  };
  return [{ date, describe }];
}

/** Returns the events that match. They have no correspondents, and belong to no part of the corpus. */
function eventsOf(
  { topic, scope, from, to }: Filter,
  person: Person | undefined,
  { library }: TimelineContext,
): readonly DatedEntry[] {
  if (scope !== undefined || from !== undefined || to !== undefined) return [];
  return library.corpus.events
    .filter(({ topics }) => topic === undefined || library.includesTopic(topics, topic))
    .filter(({ named }) => person === undefined || named.includes(person))
    .map((event) => ({ date: event.date, describe: () => entryOfEvent(event) }));
}

function entryOfEvent({ date, title, text, sources }: CorpusEvent): TimelineEntry {
  return { kind: "event", date, title, text, references: sources.map(referenceOf) };
}

/** Returns the entries of the nearest day of the year before a day, and of the nearest one after it. */
function entriesAround(entries: readonly DatedEntry[], day: Day): readonly DatedEntry[] {
  const daysUntil = daysUntilRemembered(day);
  const distances = entries.flatMap((entry) => {
    const after = daysUntil(entry.date);
    return after === undefined ? [] : [{ entry, after, before: DAYS_IN_LEAP_YEAR - after }];
  });
  const nearest = (side: "before" | "after") => {
    const least = distances.reduce((least, one) => Math.min(least, one[side]), Infinity);
    return distances.filter((one) => one[side] === least).map(({ entry }) => entry);
  };
  return [...new Set([...nearest("before"), ...nearest("after")])];
}
