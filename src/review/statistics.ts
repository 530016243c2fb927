import type { Corpus, Document } from "../corpus/document.ts";
import { countWords } from "../language/tokenizer.ts";

/** What a corpus, or a part of it, holds. */
export interface Amounts {
  readonly documents: number;
  readonly passages: number;
  readonly notes: number;
  /** Those of the passages. */
  readonly words: number;
}

/** The part of a corpus that has something in common. */
export interface Share extends Amounts {
  readonly name: string;
}

/** How much a corpus holds, and how it is spread. What has nothing in it is left out. */
export interface Statistics extends Amounts {
  readonly title: string;
  /** By the first year that a document's date may mean; the undated last. */
  readonly years: readonly Share[];
  /** Who wrote or received documents, those with the most first. */
  readonly people: readonly (Share & { readonly from: number; readonly to: number })[];
  /** What documents, or passages of them, are on; the topics with the most first. */
  readonly topics: readonly Share[];
  /** By BCP 47 tags. */
  readonly languages: readonly Share[];
  /** By CSL's item types. */
  readonly types: readonly Share[];
}

export function statisticsOf({ title, documents, topics }: Corpus): Statistics {
  const amounts = new Map(documents.map((document) => [document, amountsOf(document)]));
  const sum = (some: Iterable<Document>) => {
    const total = { documents: 0, passages: 0, notes: 0, words: 0 };
    for (const document of some) {
      const own = amounts.get(document);
      total.documents += 1;
      total.passages += own?.passages ?? 0;
      total.notes += own?.notes ?? 0;
      total.words += own?.words ?? 0;
    }
    return total;
  };
  const shares = (namesOf: (document: Document) => Iterable<string>) =>
    [...groupedBy(documents, namesOf)].map(([name, some]) => ({ name, ...sum(some) }));

  const written = groupedBy(documents, ({ from }) => namesIn(from));
  const received = groupedBy(documents, ({ to }) => namesIn(to));

  return {
    title,
    ...sum(documents),
    years: inOrder(shares((document) => [yearOf(document)])),
    people: shares(({ from, to }) => namesIn([...from, ...to]))
      .toSorted(byDocuments)
      .map((share) => ({
        ...share,
        from: written.get(share.name)?.length ?? 0,
        to: received.get(share.name)?.length ?? 0,
      })),
    topics: shares(topicsOf)
      .map(({ name, ...share }) => ({ name: topics.get(name)?.label ?? name, ...share }))
      .toSorted(byDocuments),
    languages: shares(({ language }) => [language]).toSorted(byDocuments),
    types: shares(({ type }) => [type]).toSorted(byDocuments),
  };
}

function namesIn(people: Document["from"]): readonly string[] {
  return people.map(({ name }) => name);
}

function amountsOf({ passages, notes }: Document): Amounts {
  const own = passages.filter(({ sameAs }) => sameAs === undefined);
  return {
    documents: 1,
    passages: own.length,
    notes: notes.length,
    words: own.reduce((sum, { text }) => sum + countWords(text), 0),
  };
}

function topicsOf({ topics, passages }: Document): Iterable<string> {
  return [...topics, ...passages.flatMap((passage) => passage.topics)].map(({ id }) => id);
}

const UNDATED = "undated";
const DAYS_A_YEAR = 365.2425;

/** The first year that is meant, or the last where there is no first. */
function yearOf({ date }: Document): string {
  if (date === undefined) return UNDATED;
  const day = Number.isFinite(date.first) ? date.first : date.last;
  if (!Number.isFinite(day)) return UNDATED;
  const year = new Date(day * 86_400_000).getUTCFullYear();
  // Beyond what dates of JavaScript reach.
  return String(Number.isNaN(year) ? Math.floor(1970 + day / DAYS_A_YEAR) : year);
}

/** Years without documents are left out, and the undated come last. */
function inOrder(years: readonly Share[]): readonly Share[] {
  const rank = ({ name }: Share) => (name === UNDATED ? Number.POSITIVE_INFINITY : Number(name));
  return years.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function byDocuments(a: Share, b: Share): number {
  return b.documents - a.documents || b.words - a.words || (a.name < b.name ? -1 : 1);
}

/** Things under each of their names, once. */
function groupedBy(
  documents: readonly Document[],
  namesOf: (document: Document) => Iterable<string>,
): ReadonlyMap<string, readonly Document[]> {
  const groups = new Map<string, Document[]>();
  for (const document of documents) {
    for (const name of new Set(namesOf(document))) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [document]);
      else group.push(document);
    }
  }
  return groups;
}
