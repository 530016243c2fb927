import type { LabelKey } from "../catalogue/catalogue.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { Option } from "../command/types.ts";
import type { Period } from "../corpus/date.ts";
import { parseDateOn } from "../corpus/dates/coming-day.ts";
import { isNumericDate, matchesDate, type UnambiguousDate } from "../corpus/dates/date-query.ts";
import type { Document } from "../corpus/document.ts";
import { documentKind, documentLabel } from "../corpus/titles.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import { everyNameOf } from "../language/translation/local-names.ts";
import { localDocumentLabel } from "../reply/layout/document-names.ts";
import type { NoticeReason, SoughtDocument } from "../reply/notice-reason.ts";
import { indexByLibrary } from "../search/memoize-by-library.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { MAX_SUGGESTIONS } from "./choices.ts";
import { numberOf } from "./number.ts";
import { ambiguousDate, invalidDate, labelsOfDate } from "./period.ts";

/** A query for one document, for the documents of a period, or for the undated ones. */
export type DocumentQuery =
  | { readonly kind: "document"; readonly document: Document }
  | { readonly kind: "dated"; readonly query: UnambiguousDate }
  /** The documents with the words of `typed` in their titles. */
  | { readonly kind: "titled"; readonly typed: string; readonly documents: ReadonlySet<Document> }
  | { readonly kind: "undated" };

/** Declares an option for documents, by date, id or title. */
export function documentQuery(description: LabelKey): Option<DocumentQuery> {
  return parsedText<DocumentQuery>(description, {
    expects: { kind: "document" },
    suggest: (typed, { library }, t) =>
      documentIndex(library)
        .complete(typed, MAX_SUGGESTIONS)
        .map((document) => ({ label: localDocumentLabel(document, t), value: document.id })),
    parse(typed, { library, day }) {
      const document = library.document(typed);
      if (document !== undefined) return { value: { kind: "document", document } };
      const documents = library.documentsCalled(typed);
      if (documents.length > 0) return titled(typed, documents);
      if (isUndated(typed)) return { value: { kind: "undated" } };
      const query = parseDateOn(typed, day);
      if (query?.kind === "ambiguous") return ambiguousDate(typed, query.readings);
      if (query !== undefined) return { value: { kind: "dated", query } };
      if (isNumericDate(typed)) return invalidDate(typed);
      const index = documentIndex(library);
      const result = index.resolve(typed);
      switch (result.kind) {
        case "one":
          // A single word of a title does not identify a document, even if no other title has it.
          return /\s/.test(typed) || index.hasName(typed)
            ? { value: { kind: "document", document: result.value } }
            : titled(typed, [result.value]);
        case "several":
          return titled(typed, result.values);
        case "none":
          return optionError(
            {
              kind: "neither-date-nor-title",
              typed,
              ...(result.near && { closest: result.near.title }),
            },
            result.near && [result.near.id],
          );
      }
    },
  });
}

function titled(typed: string, documents: readonly Document[]): { readonly value: DocumentQuery } {
  return { value: { kind: "titled", typed, documents: new Set(documents) } };
}

/** Whether a text asks for documents without a date, in some language. */
function isUndated(typed: string): boolean {
  const text = typed.toLowerCase();
  return everyNameOf("value", "undated").includes(text) || /^(unknown|no date)$/.test(text);
}

/** Finds documents by label, id, title or date. */
export const documentIndex = indexByLibrary(({ corpus }) =>
  createNameIndex(function* () {
    for (const value of corpus.documents) yield { value, names: namesOfDocument(value) };
  }),
);

/** A document that a changed corpus has from the one before keeps its names. */
const namesOfDocument = memoizeByObject((document: Document): readonly string[] => {
  const { id, title, date } = document;
  const dates = date === undefined ? [] : [date.edtf, ...labelsOfDate(date)];
  return [documentLabel(document), id, title, ...numberedNames(document), ...dates];
});

/** Returns the names of a document by its number: “letter 216”. */
export function numberedNames(document: Document): readonly string[] {
  const number = numberOf(document);
  return number === undefined ? [] : [`${documentKind(document)} ${number}`];
}

export function matchesDocument(document: Document, query: DocumentQuery): boolean {
  switch (query.kind) {
    case "document":
      return document === query.document;
    case "dated":
      return document.date !== undefined && matchesDate(query.query, document.date);
    case "titled":
      return query.documents.has(document);
    case "undated":
      return document.date === undefined;
  }
}

/** Describes a query as a reply reports it. */
export function soughtDocument(query: DocumentQuery): SoughtDocument {
  switch (query.kind) {
    case "document":
      return { kind: "document", id: query.document.id };
    case "dated":
      return { kind: "dated", date: query.query.label };
    case "titled":
      return { kind: "titled", words: query.typed };
    case "undated":
      return { kind: "undated" };
  }
}

/** Returns documents in order of date, those without one last; with `isDated`, those whose date it accepts. */
export type ListDocuments = (isDated?: (date: Period) => boolean) => readonly Document[];

/** Returns those of some documents that match a query. */
export function documentsMatching(
  query: DocumentQuery,
  listDocuments: ListDocuments,
): readonly Document[] {
  switch (query.kind) {
    case "document":
      return listDocuments().includes(query.document) ? [query.document] : [];
    case "dated":
      return listDocuments((date) => matchesDate(query.query, date));
    case "titled":
      return listDocuments().filter((document) => query.documents.has(document));
    case "undated":
      return listDocuments().slice(countDated(listDocuments));
  }
}

function countDated(listDocuments: ListDocuments): number {
  return listDocuments(() => true).length;
}

/** Returns the documents next to a date that none of some documents has. */
export function missingDate(
  query: UnambiguousDate,
  listDocuments: ListDocuments,
): { readonly reason: NoticeReason; readonly nearest: readonly NearestDocument[] } {
  const nearest = query.kind === "period" ? nearestByDate(query.period, listDocuments) : [];
  const documents = listDocuments().length;
  const reason: NoticeReason = {
    kind: "none-dated",
    date: query.label,
    documents,
    undated: documents - countDated(listDocuments),
    hasNearest: nearest.length > 0,
  };
  return { reason, nearest };
}

/** A document next to a period in which there is none. */
export interface NearestDocument {
  readonly document: Document;
  readonly nearest: "before" | "after";
}

/** Returns the last of some documents before a period and the first one after it. */
export function nearestByDate(
  { first, last }: Period,
  listDocuments: ListDocuments,
): readonly NearestDocument[] {
  const before = listDocuments((date) => date.last < first).at(-1);
  const [after] = listDocuments((date) => date.first > last);
  return [
    ...(before ? [{ document: before, nearest: "before" as const }] : []),
    ...(after ? [{ document: after, nearest: "after" as const }] : []),
  ];
}
