import type { Document } from "./document.ts";

type Unnamed = Omit<Document, "isNamesake">;

/** Tells which documents would be named alike. */
export function markAmbiguous(documents: readonly Unnamed[]): readonly Document[] {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const name = plainName(document);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return documents.map((document) => ({
    ...document,
    isNamesake: counts.get(plainName(document)) !== 1,
  }));
}

/** A document as citations name it: “Kim Jong Un to Donald J. Trump, 5 August 2019”. */
export function nameOf(document: Document): string {
  return plainName(document) + disambiguator(document);
}

/** A document as lists name it, by its date first: “5 August 2019 · Kim Jong Un to Donald J. Trump”. */
export function labelOf(document: Document): string {
  const { title, date } = document;
  const correspondents = correspondentsOf(document);
  // The distinction stands before what a narrow list may cut.
  if (date === undefined) {
    return `${correspondents === undefined ? "" : "undated · "}${title}${disambiguator(document)}`;
  }
  if (correspondents === undefined) return `${title}${disambiguator(document)} · ${date.label}`;
  return `${date.label}${disambiguator(document)} · ${correspondents}`;
}

/** What the document is called in an offer to open it. */
export function kindOf({ type, from, to }: Document): "letter" | "document" {
  const isLetter = type === "personal_communication" || (from.length > 0 && to.length > 0);
  return isLetter ? "letter" : "document";
}

export function namesOf(people: Document["from"]): string {
  return AND.format(people.map(({ name }) => name));
}

/** “Kim Jong Un to Donald J. Trump”; undefined unless both are known. */
export function correspondentsOf({ from, to }: Pick<Document, "from" | "to">): string | undefined {
  if (from.length === 0 || to.length === 0) return undefined;
  return `${namesOf(from)} to ${namesOf(to)}`;
}

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

function plainName({ title, from, to, date }: Unnamed): string {
  if (date === undefined) return title;
  return `${correspondentsOf({ from, to }) ?? title}, ${date.label}`;
}

function disambiguator({ id, isNamesake }: Document): string {
  return isNamesake ? ` (${id})` : "";
}
