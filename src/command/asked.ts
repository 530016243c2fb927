import type { Document } from "../corpus/document.ts";
import { matches } from "../search/date-query.ts";
import type { DocumentQuery } from "./corpus-options.ts";

/** Whether a document is one of those that were asked for. */
export function isAsked(document: Document, asked: DocumentQuery): boolean {
  switch (asked.kind) {
    case "document":
      return document === asked.document;
    case "dated":
      return document.date !== undefined && matches(asked.query, document.date);
    case "titled":
      return asked.documents.includes(document);
    case "undated":
      return document.date === undefined;
  }
}

/** What the documents asked for are, as the rest of “is …”. */
export function qualityOf(asked: DocumentQuery): string {
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
