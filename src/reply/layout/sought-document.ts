import type { Translate } from "../../catalogue/catalogue.ts";
import type { SoughtDocument } from "../notice-reason.ts";
import { localDateLabel } from "./document-names.ts";

/** Joins phrases that complete “a document …”: “from Ada Quill, dated 1851 and undated”. Empty if there are none. */
export function joinCriteria(criteria: readonly string[], t: Translate): string {
  const [first = "", second, ...others] = criteria;
  if (second === undefined) return first;
  return others.length === 0
    ? t("criteria.two", { first, second })
    : t("criteria.more", { first, rest: joinCriteria([second, ...others], t) });
}

/** Returns a phrase that completes “a document …”. */
export function describeSoughtDocument(sought: SoughtDocument, t: Translate): string {
  switch (sought.kind) {
    case "document":
      return t("sought.called", { name: sought.id });
    case "dated":
      return t("sought.dated", { date: localDateLabel(sought.date, t) });
    case "titled":
      return t("sought.called", { name: `“${sought.words}”` });
    case "numbered":
      return t("sought.numbered", {
        number: /\d/.test(sought.number) ? sought.number : `“${sought.number}”`,
      });
    case "undated":
      return t("sought.undated");
  }
}
