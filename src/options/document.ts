import { optionError, parsedText } from "../command/option-types.ts";
import type { Option } from "../command/types.ts";
import type { Period } from "../corpus/date.ts";
import type { Document } from "../corpus/document.ts";
import { documentLabel, documentName } from "../corpus/titles.ts";
import { plural } from "../foundation/format.ts";
import {
  isNumericDate,
  matchesDate,
  parseDateQuery,
  type UnambiguousDate,
} from "../search/date-query.ts";
import { memoizeByLibrary } from "../search/memoize-by-library.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { MAX_SUGGESTIONS } from "./choices.ts";
import { ambiguousDate, HOW_TO_WRITE_A_DATE, invalidDate } from "./period.ts";

/** A query for one document, for the documents of a period, or for the undated ones. */
export type DocumentQuery =
  | { readonly kind: "document"; readonly document: Document }
  | { readonly kind: "dated"; readonly query: UnambiguousDate }
  /** The documents with the words of `typed` in their titles. */
  | { readonly kind: "titled"; readonly typed: string; readonly documents: readonly Document[] }
  | { readonly kind: "undated" };

/** Declares an option for documents, by date, id or title. */
export function documentQuery(description: string): Option<DocumentQuery> {
  return parsedText<DocumentQuery>(description, {
    expects: "a date such as 2019-08-05, or a document’s title",
    suggest: (typed, { library }) =>
      documentIndex(library)
        .complete(typed, MAX_SUGGESTIONS)
        .map((document) => ({ label: documentLabel(document), value: document.id })),
    parse(typed, { library }) {
      const document = library.document(typed);
      if (document !== undefined) return { value: { kind: "document", document } };
      if (/^(undated|unknown|no date)$/i.test(typed)) return { value: { kind: "undated" } };
      const query = parseDateQuery(typed);
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
            : { value: { kind: "titled", typed, documents: [result.value] } };
        case "several":
          return { value: { kind: "titled", typed, documents: result.values } };
        case "none":
          return optionError(
            `“${typed}” is neither a date that Ibid can read nor the title of a document. ${result.near ? `Is “${result.near.title}” meant?` : HOW_TO_WRITE_A_DATE}`,
            result.near && [result.near.id],
          );
      }
    },
  });
}

/** Finds documents by label, id, title or date. */
export const documentIndex = memoizeByLibrary(({ corpus }) =>
  createNameIndex(
    corpus.documents.map((document) => {
      const { id, title, date } = document;
      const dates = date === undefined ? [] : [date.edtf, date.label];
      return { value: document, names: [documentLabel(document), id, title, ...dates] };
    }),
  ),
);

export function matchesDocument(document: Document, query: DocumentQuery): boolean {
  switch (query.kind) {
    case "document":
      return document === query.document;
    case "dated":
      return document.date !== undefined && matchesDate(query.query, document.date);
    case "titled":
      return query.documents.includes(document);
    case "undated":
      return document.date === undefined;
  }
}

/** Returns a phrase that completes “a document …”. */
export function describeDocumentQuery(query: DocumentQuery): string {
  switch (query.kind) {
    case "document":
      return `called ${query.document.id}`;
    case "dated":
      return `dated ${query.query.label}`;
    case "titled":
      return `called “${query.typed}”`;
    case "undated":
      return "undated";
  }
}

/**
 * Explains that none of `documents` has this date. `undatedLine` is the text to type for the
 * undated.
 */
export function describeNoneDated(
  documents: readonly Document[],
  { label }: UnambiguousDate,
  undatedLine: string,
): string {
  const undated = documents.filter(({ date }) => date === undefined).length;
  return [
    `No document is dated ${label}, of the ${plural(documents.length, "document")} searched.`,
    ...(undated > 0
      ? [`${plural(undated, "document has", "documents have")} no known date: \`${undatedLine}\`.`]
      : []),
  ].join("\n");
}

/**
 * Returns the last document before a period and the first one after it, labelled “Before: …” and
 * “After: …”. `documents` must be in order of date.
 */
export function nearestByDate(documents: readonly Document[], { first, last }: Period) {
  const before = documents.findLast(({ date }) => date !== undefined && date.last < first);
  const after = documents.find(({ date }) => date !== undefined && date.first > last);
  return [
    ...(before ? [{ document: before, label: `Before: ${documentName(before)}` }] : []),
    ...(after ? [{ document: after, label: `After: ${documentName(after)}` }] : []),
  ];
}
