import { memoizeByLibrary } from "../command/memoize-by-library.ts";
import { parsedText } from "../command/option-types.ts";
import type { Option } from "../command/types.ts";
import type { Period } from "../corpus/date.ts";
import type { Document } from "../corpus/document.ts";
import { labelOf, nameOf } from "../corpus/titles.ts";
import { plural } from "../foundation/format.ts";
import { type ClearDate, isNumeric, matchesDate, parseDateQuery } from "../search/date-query.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { MAX_SUGGESTIONS } from "./choices.ts";
import { ambiguousDate, HOW_TO_WRITE_A_DATE, unreadableDate } from "./period.ts";

/** What `/letter` may be asked for: one document, the documents of some days, or the undated. */
export type DocumentQuery =
  | { readonly kind: "document"; readonly document: Document }
  | { readonly kind: "dated"; readonly query: ClearDate }
  /** Several documents with words of their titles as `typed`. */
  | { readonly kind: "titled"; readonly typed: string; readonly documents: readonly Document[] }
  | { readonly kind: "undated" };

/** A document, by its date, its id or its title. */
export function documentQuery(description: string): Option<DocumentQuery> {
  return parsedText<DocumentQuery>(description, {
    expects: "a date such as 2019-08-05, or a document’s title",
    suggest: (typed, { library }) =>
      documentIndex(library)
        .complete(typed, MAX_SUGGESTIONS)
        .map((document) => ({ label: labelOf(document), value: document.id })),
    parse(typed, { library }) {
      const document = library.document(typed);
      if (document !== undefined) return { value: { kind: "document", document } };
      if (/^(undated|unknown|no date)$/i.test(typed)) return { value: { kind: "undated" } };
      const query = parseDateQuery(typed);
      if (query?.kind === "ambiguous") return ambiguousDate(typed, query.readings);
      if (query === undefined && isNumeric(typed)) return unreadableDate(typed);
      if (query !== undefined) return { value: { kind: "dated", query } };
      const result = documentIndex(library).resolve(typed);
      switch (result.kind) {
        case "one":
          // One word of a title is too little to say that this document is the one meant.
          return /\s/.test(typed) || documentIndex(library).isNamed(typed)
            ? { value: { kind: "document", document: result.value } }
            : { value: { kind: "titled", typed, documents: [result.value] } };
        case "several":
          return { value: { kind: "titled", typed, documents: result.values } };
        case "none":
          return {
            message: `“${typed}” is neither a date that Ibid can read nor the title of a document. ${result.near ? `Is “${result.near.title}” meant?` : HOW_TO_WRITE_A_DATE}`,
            ...(result.near && { values: [result.near.id] }),
          };
      }
    },
  });
}

/** The documents by their labels, ids, titles and dates. */
export const documentIndex = memoizeByLibrary(({ corpus }) =>
  createNameIndex(
    corpus.documents.map((document) => ({
      value: document,
      names: [labelOf(document), document.id, document.title, ...dateNames(document)],
    })),
  ),
);

function dateNames({ date }: Document): readonly string[] {
  return date === undefined ? [] : [date.edtf, date.label];
}

/** Whether a document is one of those that were asked for. */
export function matchesDocument(document: Document, asked: DocumentQuery): boolean {
  switch (asked.kind) {
    case "document":
      return document === asked.document;
    case "dated":
      return document.date !== undefined && matchesDate(asked.query, document.date);
    case "titled":
      return asked.documents.includes(document);
    case "undated":
      return document.date === undefined;
  }
}

/** What the documents asked for are, as the rest of “is …”. */
export function describeDocumentQuery(asked: DocumentQuery): string {
  switch (asked.kind) {
    case "document":
      return `called ${asked.document.id}`;
    case "dated":
      return `dated ${asked.query.label}`;
    case "titled":
      return `called “${asked.typed}”`;
    case "undated":
      return "undated";
  }
}

/** Says that no document is of that time, of how many, and by which `line` those without a date are found. */
export function describeNoneDated(
  documents: readonly Document[],
  { label }: ClearDate,
  line: string,
): string {
  const undated = documents.filter(({ date }) => date === undefined).length;
  return [
    `No document is dated ${label}, of the ${plural(documents.length, "document")} searched.`,
    ...(undated > 0
      ? [`${plural(undated, "document has", "documents have")} no known date: \`${line}\`.`]
      : []),
  ].join("\n");
}

/** The last document before a time, and the first one after it: “Before: …”, “After: …”. */
export function nearestByDate(documents: readonly Document[], { first, last }: Period) {
  const before = documents.findLast(({ date }) => date !== undefined && date.last < first);
  const after = documents.find(({ date }) => date !== undefined && date.first > last);
  return [
    ...(before ? [{ document: before, label: `Before: ${nameOf(before)}` }] : []),
    ...(after ? [{ document: after, label: `After: ${nameOf(after)}` }] : []),
  ];
}
