import type { SoughtDocument } from "../notice-reason.ts";

/** Returns a phrase that completes “a document …”. */
export function describeSoughtDocument(sought: SoughtDocument): string {
  switch (sought.kind) {
    case "document":
      return `called ${sought.id}`;
    case "dated":
      return `dated ${sought.date}`;
    case "titled":
      return `called “${sought.words}”`;
    case "undated":
      return "undated";
  }
}
