import { type Corpus, type Document, distinctPassagesOf } from "../corpus/document.ts";
import { mentionedIn, mentionsByPerson } from "../corpus/mentions.ts";
import { countWords } from "../language/tokenizer.ts";

/** How much a corpus, or a part of it, contains. */
export interface Counts {
  readonly documents: number;
  readonly passages: number;
  readonly notes: number;
  /** The words of the passages. */
  readonly words: number;
}

/** The counts of the documents that have something in common, such as a topic. */
export interface GroupCounts extends Counts {
  readonly name: string;
}

/** The counts of a corpus and of its parts. Empty groups are left out. */
export interface Statistics extends Counts {
  readonly title?: string;
  /** By the first year that a document's date may mean, in order; undated documents come last. */
  readonly years: readonly GroupCounts[];
  /** Authors and recipients with what is by, to or naming them, those with the most documents first. */
  readonly people: readonly (GroupCounts & { readonly from: number; readonly to: number })[];
  /** Topics of documents or of passages in them, those with the most documents first. */
  readonly topics: readonly GroupCounts[];
  /** By BCP 47 tag. */
  readonly languages: readonly GroupCounts[];
  /** By CSL item type. */
  readonly types: readonly GroupCounts[];
}

export function computeStatistics({ title, documents, topics }: Corpus): Statistics {
  const counted = documents.map((document) => ({ document, counts: countsOf(document) }));
  const countBy = (namesOf: (document: Document) => readonly string[]) =>
    [...groupBy(counted, ({ document }) => namesOf(document))].map(
      ([name, group]): GroupCounts => ({ name, ...sumCounts(group.map(({ counts }) => counts)) }),
    );

  return {
    ...(title !== undefined && { title }),
    ...sumCounts(counted.map(({ counts }) => counts)),
    years: countBy((document) => [yearOf(document)]).toSorted(byYear),
    people: countPeople(documents).toSorted(bySize),
    topics: countBy(topicIdsOf)
      .map((topic) => ({ ...topic, name: topics.get(topic.name)?.label ?? topic.name }))
      .toSorted(bySize),
    languages: countBy(({ language }) => [language]).toSorted(bySize),
    types: countBy(({ type }) => [type]).toSorted(bySize),
  };
}

function countsOf(document: Document): Counts {
  const passages = distinctPassagesOf(document);
  return {
    documents: 1,
    passages: passages.length,
    notes: document.notes.length,
    words: passages.reduce((sum, { text }) => sum + countWords(text), 0),
  };
}

function sumCounts(all: readonly Counts[]): Counts {
  const total = { documents: 0, passages: 0, notes: 0, words: 0 };
  for (const counts of all) {
    total.documents += counts.documents;
    total.passages += counts.passages;
    total.notes += counts.notes;
    total.words += counts.words;
  }
  return total;
}

/** Counts what is by, to or naming each author and each recipient, as `/people` does. */
function countPeople(documents: readonly Document[]): Statistics["people"] {
  const correspondents = new Set(documents.flatMap(({ from, to }) => [...from, ...to]));
  const mentioned = mentionsByPerson(documents);
  return [...correspondents].map((person) => {
    const documents = (mentioned.get(person) ?? []).map(({ document }) => document);
    const passages = documents.flatMap((document) =>
      distinctPassagesOf(document).filter((one) => mentionedIn(document, one).has(person)),
    );
    return {
      name: person.name,
      documents: documents.length,
      passages: passages.length,
      notes: documents.reduce((sum, { notes }) => sum + notes.length, 0),
      words: passages.reduce((sum, { text }) => sum + countWords(text), 0),
      from: documents.filter(({ from }) => from.includes(person)).length,
      to: documents.filter(({ to }) => to.includes(person)).length,
    };
  });
}

function topicIdsOf({ topics, passages }: Document): readonly string[] {
  return [...topics, ...passages.flatMap((passage) => passage.topics)].map(({ id }) => id);
}

/** The name of the group of undated documents. */
export const UNDATED = "undated";
const DAYS_PER_YEAR = 365.2425;

/** Returns the first year that a document's date may mean, or the last if there is no first. */
function yearOf({ date }: Document): string {
  if (date === undefined) return UNDATED;
  const day = Number.isFinite(date.first) ? date.first : date.last;
  if (!Number.isFinite(day)) return UNDATED;
  const year = new Date(day * 86_400_000).getUTCFullYear();
  // JavaScript's dates end 273,790 years from 1970.
  return String(Number.isNaN(year) ? Math.floor(1970 + day / DAYS_PER_YEAR) : year);
}

function byYear(a: GroupCounts, b: GroupCounts): number {
  const rank = ({ name }: GroupCounts) =>
    name === UNDATED ? Number.POSITIVE_INFINITY : Number(name);
  return rank(a) < rank(b) ? -1 : 1;
}

function bySize(a: GroupCounts, b: GroupCounts): number {
  return b.documents - a.documents || b.words - a.words || (a.name < b.name ? -1 : 1);
}

/** Groups items by name. An item with several names is in several groups, but only once in each. */
function groupBy<T>(
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const name of new Set(namesOf(item))) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [item]);
      else group.push(item);
    }
  }
  return groups;
}
