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
  for (const name of documents.map(identityWithoutMark).map(nameWithoutId))
    (seen.has(name) ? repeated : seen).add(name);
  return documents.map((document) => ({
    ...document,
    isAmbiguous: repeated.has(nameWithoutId(identityWithoutMark(document))),
  }));
}

/** Returns the name of a document in citations: “Ada Quill to Tom Hale, 14 March 1851”. */
export function documentName(document: DocumentIdentity): string {
  return nameWithoutId(document) + disambiguator(document);
}

/** Returns the name of a document in lists: “14 March 1851 · Ada Quill to Tom Hale”. */
export function documentLabel(document: DocumentIdentity): string {
  const { title, date } = document;
  const correspondents = correspondentsOf(document);
  // The disambiguator comes before the part that a narrow list may truncate.
  if (date === undefined) {
    return `${correspondents === undefined ? "" : "undated · "}${title}${disambiguator(document)}`;
  }
  if (correspondents === undefined) return `${title}${disambiguator(document)} · ${date.label}`;
  return `${date.label}${disambiguator(document)} · ${correspondents}`;
}

/** Returns the noun for a document in an action that opens it. */
export function documentKind({ type, from, to }: DocumentIdentity): "letter" | "document" {
  const isLetter = type === "personal_communication" || (from.length > 0 && to.length > 0);
  return isLetter ? "letter" : "document";
}

/** Joins the names of people: “Ada, Tom and Hale”. */
export function joinNames(people: readonly Pick<Person, "name">[]): string {
  return AND.format(people.map(({ name }) => name));
}

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Returns “Ada Quill to Tom Hale”, or undefined unless author and recipient are known. */
export function correspondentsOf({
  from,
  to,
}: Pick<DocumentIdentity, "from" | "to">): string | undefined {
  if (from.length === 0 || to.length === 0) return undefined;
  return `${joinNames(from)} to ${joinNames(to)}`;
}

/**
 * Names a document by its author or its correspondents, by the work, and by its own title, number or date.
 * Names that the title contains already are not repeated.
 */
function nameWithoutId(document: Omit<DocumentIdentity, "isAmbiguous">): string {
  const { title, from, to, authors, work, number, date } = document;
  const correspondents = correspondentsOf({ from, to });
  const place = number === undefined ? undefined : `letter ${number}`;
  const isIn = (name: string) => title.includes(name);
  const inWork = work === undefined || isIn(work.title) ? [] : [work.title];
  if (correspondents !== undefined) {
    // An undated letter whose title names its author needs no other name.
    const isNamed =
      place === undefined && date === undefined && from.every(({ name }) => isIn(name));
    const parts = isNamed
      ? [title]
      : [correspondents, ...(place === undefined && date !== undefined ? [] : [place ?? title])];
    return [...parts, ...inWork, ...(date === undefined ? [] : [date.label])].join(", ");
  }
  const own = [...from.map(({ name }) => name), ...authors];
  const names = own.length > 0 ? own : (work?.authors ?? []);
  const author =
    names.length === 0 || names.every(isIn) ? [] : [joinNames(names.map((name) => ({ name })))];
  return [...author, ...inWork, title, ...(date === undefined ? [] : [date.label])].join(", ");
}

function disambiguator({ id, isAmbiguous }: DocumentIdentity): string {
  return isAmbiguous ? ` (${id})` : "";
}
