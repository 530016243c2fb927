import { elementAt } from "../foundation/checked-access.ts";
import type { EdtfDate } from "./date.ts";
import type { Document, Person, Work } from "./document.ts";

/** The metadata that identify a document to a reader. */
export interface DocumentIdentity
  extends Pick<Document, "id" | "type" | "title" | "date" | "isAmbiguous" | "authors"> {
  /** The work of which the document is a part. */
  readonly work?: Work;
  /** The number that the work gives to it. */
  readonly number?: string;
  readonly from: readonly Pick<Person, "name">[];
  readonly to: readonly Pick<Person, "name">[];
}

/** Returns a document's identity by itself, without its words. */
export function identityOf(document: Document): DocumentIdentity {
  return { ...identityWithoutMark(document), isAmbiguous: document.isAmbiguous };
}

function identityWithoutMark(document: UnmarkedDocument): Omit<DocumentIdentity, "isAmbiguous"> {
  const { id, type, title, date, from, to, authors, work } = document;
  const { number } = document.more;
  const namesOf = (people: readonly Person[]) => people.map(({ name }) => ({ name }));
  return {
    id,
    type,
    title,
    ...(date && { date }),
    from: namesOf(from),
    to: namesOf(to),
    authors,
    ...(work && { work }),
    ...(number !== undefined && { number }),
  };
}

type UnmarkedDocument = Omit<Document, "isAmbiguous">;

/** Marks the documents that share their name with another document. */
export function markAmbiguous(documents: readonly UnmarkedDocument[]): readonly Document[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const names = documents.map((document) => nameWithoutId(identityWithoutMark(document)));
  for (const name of names) (seen.has(name) ? repeated : seen).add(name);
  return documents.map((document, index) => ({
    ...document,
    isAmbiguous: repeated.has(elementAt(names, index)),
  }));
}

/** The words with which documents are named. */
export interface DocumentNaming {
  date(date: EdtfDate): string;
  person(name: string): string;
  and(names: readonly string[]): string;
  correspondents(from: string, to: string): string;
  numbered(number: string): string;
  undated(title: string): string;
}

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** The naming in citations, which is the same in all languages. */
const CITED: DocumentNaming = {
  date: ({ label }) => label,
  person: (name) => name,
  and: (names) => AND.format(names),
  correspondents: (from, to) => `${from} to ${to}`,
  numbered: (number) => `letter ${number}`,
  undated: (title) => `undated · ${title}`,
};

/** Returns the name of a document in citations: “Ada Quill to Tom Hale, 14 March 1851”. */
export function documentName(document: DocumentIdentity, naming = CITED): string {
  return nameWithoutId(document, naming) + disambiguator(document);
}

/** Returns the name of a document in lists: “14 March 1851 · Ada Quill to Tom Hale”. */
export function documentLabel(document: DocumentIdentity, naming = CITED): string {
  const { title, date } = document;
  const correspondents = correspondentsOf(document, naming);
  // The disambiguator comes before the part that a narrow list may truncate.
  const titled = `${title}${disambiguator(document)}`;
  if (date === undefined) return correspondents === undefined ? titled : naming.undated(titled);
  const dated = naming.date(date);
  return correspondents === undefined
    ? `${titled} · ${dated}`
    : `${dated}${disambiguator(document)} · ${correspondents}`;
}

/** Returns the noun for a document in an action that opens it. */
export function documentKind({ type, from, to }: DocumentIdentity): "letter" | "document" {
  const isLetter = type === "personal_communication" || (from.length > 0 && to.length > 0);
  return isLetter ? "letter" : "document";
}

/** Joins the names of people: “Ada, Tom and Hale”. */
export function joinNames(people: readonly Pick<Person, "name">[], naming = CITED): string {
  return naming.and(people.map(({ name }) => naming.person(name)));
}

/** Returns “Ada Quill to Tom Hale”, or undefined unless author and recipient are known. */
export function correspondentsOf(
  { from, to }: Pick<DocumentIdentity, "from" | "to">,
  naming = CITED,
): string | undefined {
  if (from.length === 0 || to.length === 0) return undefined;
  return naming.correspondents(joinNames(from, naming), joinNames(to, naming));
}

/**
 * Names a document by its author or its correspondents, by the work, and by its own title, number or date.
 * Names that the title contains already are not repeated.
 */
function nameWithoutId(document: Omit<DocumentIdentity, "isAmbiguous">, naming = CITED): string {
  const { title, from, to, authors, work, number, date } = document;
  const correspondents = correspondentsOf({ from, to }, naming);
  const dated = date === undefined ? [] : [naming.date(date)];
  const place = number === undefined ? undefined : naming.numbered(number);
  const isIn = (name: string) => title.includes(name);
  const inWork = work === undefined || isIn(work.title) ? [] : [work.title];
  if (correspondents !== undefined) {
    // An undated letter whose title names its author needs no other name.
    const isNamed =
      place === undefined && date === undefined && from.every(({ name }) => isIn(name));
    const parts = isNamed
      ? [title]
      : [correspondents, ...(place === undefined && date !== undefined ? [] : [place ?? title])];
    return [...parts, ...inWork, ...dated].join(", ");
  }
  const own = [...from.map(({ name }) => name), ...authors];
  const names = own.length > 0 ? own : (work?.authors ?? []);
  const author =
    names.length === 0 || names.every(isIn)
      ? []
      : [
          joinNames(
            names.map((name) => ({ name })),
            naming,
          ),
        ];
  return [...author, ...inWork, title, ...dated].join(", ");
}

function disambiguator({ id, isAmbiguous }: DocumentIdentity): string {
  return isAmbiguous ? ` (${id})` : "";
}
