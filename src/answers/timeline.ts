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
  placesRememberedOn,
  rememberedPlaceOf,
  yearsBetween,
} from "../corpus/dates/anniversary.ts";
import type { CorpusEvent, Document, Person } from "../corpus/document.ts";
import { elementAt } from "../foundation/checked-access.ts";
import { eachInSteps, lazyInSteps } from "../foundation/lazy.ts";
import { paginateList } from "../options/paging.ts";
import { referenceOf } from "../reply/references.ts";
import type { NoticeReply, TimelineEntry, TimelineReply } from "../reply/reply.ts";
import type { Filter } from "../search/filter.ts";
import { createBitSet } from "../search/index/bitset.ts";
import type { Library } from "../search/library.ts";
import { indexByLibrary } from "../search/memoize-by-library.ts";
import { offerThread } from "./discussion.ts";
import { documentEntry } from "./document-entry.ts";
import { noResults } from "./no-results.ts";
import { mentionsIn } from "./people.ts";

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
  const { dated, byDayOfYear, undated } = chronologyOf(library)();
  const isMatch = entryTest(filter, person, library);
  const remembered =
    on === undefined
      ? dated.filter(isMatch)
      : placesRememberedOn(on)
          .flatMap((place) => elementAt(byDayOfYear, place).filter(isMatch))
          .sort((a, b) => byFirstDay(a.date, b.date));
  const isAround = on !== undefined && remembered.length === 0;
  const all = isAround ? entriesAround(on, byDayOfYear, isMatch) : remembered;
  if (all.length === 0) {
    const events = library.corpus.events.length;
    return noResults(context, { sought: "timeline-entry", filter, person, events });
  }
  const { items, ...paging } = paginateList(all, page, (page) => again({ page }));
  const isToday = on === context.day;
  return {
    kind: "timeline",
    entries: items.map((entry) => {
      const years = isToday && !isAround ? yearsBetween(entry.date, on) : undefined;
      return { ...describe(entry), ...(years !== undefined && { yearsAgo: years }) };
    }),
    total: all.length,
    undated: undated.filter(placeTest({ ...filter, period: undefined }, person, library)).length,
    formerOptions: [],
    ...(on !== undefined && {
      on: { date: dateOfDay(on), isAround },
      ...offerThread({ name: "timeline", options: { on: formatIsoDay(on) } }, context),
    }),
    ...paging,
  };
}

/** A document or an event with its date. */
type DatedEntry = { readonly date: EdtfDate } & (
  | {
      readonly kind: "document";
      readonly document: Document;
      /** Its place among the documents of the corpus. */
      readonly place: number;
    }
  | { readonly kind: "event"; readonly event: CorpusEvent }
);

const chronologyOf = indexByLibrary(({ corpus: { documents, events } }) =>
  lazyInSteps(function* () {
    const dated = [
      ...documents.flatMap((document, place): readonly DatedEntry[] =>
        document.date === undefined
          ? []
          : [{ kind: "document", date: document.date, document, place }],
      ),
      ...events.map((event): DatedEntry => ({ kind: "event", date: event.date, event })),
    ].sort((a, b) => byFirstDay(a.date, b.date));
    /** The entries that are remembered on each day of a leap year. */
    const byDayOfYear = Array.from({ length: DAYS_IN_LEAP_YEAR }, (): DatedEntry[] => []);
    yield* eachInSteps(dated, (entry) => {
      const place = rememberedPlaceOf(entry.date);
      if (place !== undefined) elementAt(byDayOfYear, place).push(entry);
    });
    const undated = documents.flatMap(({ date }, place) => (date === undefined ? place : []));
    return { dated, byDayOfYear, undated };
  }),
);

/** Returns whether entries match. Events have no correspondents, and belong to no part of the corpus. */
function entryTest(
  filter: Filter,
  person: Person | undefined,
  library: Library,
): (entry: DatedEntry) => boolean {
  const { topic, scope, from, to, period } = filter;
  const isPlaceOfMatch = placeTest(filter, person, library);
  const areEventsLeftOut = scope !== undefined || from !== undefined || to !== undefined;
  const isEventMatch = ({ date, topics, named }: CorpusEvent) =>
    !areEventsLeftOut &&
    (period === undefined || overlaps(date, period)) &&
    (topic === undefined || library.includesTopic(topics, topic)) &&
    (person === undefined || named.includes(person));
  return (entry) =>
    entry.kind === "document" ? isPlaceOfMatch(entry.place) : isEventMatch(entry.event);
}

/** Returns whether the documents at some places match, and are by, to or naming a person. */
function placeTest(
  filter: Filter,
  person: Person | undefined,
  library: Library,
): (place: number) => boolean {
  const matching = library.documentPlaces(filter);
  if (person === undefined) return matching.has;
  const mentioning = createBitSet(library.corpus.documents.length);
  for (const { place } of mentionsIn(library).get(person) ?? []) mentioning.add(place);
  return (place) => mentioning.has(place) && matching.has(place);
}

function describe(entry: DatedEntry): TimelineEntry {
  if (entry.kind === "event") return entryOfEvent(entry.event);
  const references = entry.document.sources.map(referenceOf);
  return { kind: "document", ...documentEntry(entry.document), references };
}

function entryOfEvent({ date, title, text, sources }: CorpusEvent): TimelineEntry {
  return { kind: "event", date, title, text, references: sources.map(referenceOf) };
}

/** Returns the matching entries of the nearest day of the year before a day, and of the nearest one after it. */
function entriesAround(
  day: Day,
  byDayOfYear: readonly (readonly DatedEntry[])[],
  isMatch: (entry: DatedEntry) => boolean,
): readonly DatedEntry[] {
  const [today] = placesRememberedOn(day);
  const nearest = (direction: -1 | 1) => {
    for (let days = 1; days < DAYS_IN_LEAP_YEAR; days++) {
      const place = (today + direction * days + DAYS_IN_LEAP_YEAR) % DAYS_IN_LEAP_YEAR;
      const found = elementAt(byDayOfYear, place).filter(isMatch);
      if (found.length > 0) return found;
    }
    return [];
  };
  return [...new Set([...nearest(-1), ...nearest(1)])];
}
