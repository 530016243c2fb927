import type { Translate } from "../../catalogue/catalogue.ts";
import {
  dayOf,
  type EdtfDate,
  formatCalendarDay,
  formatDate,
  formatMonthName,
  formatPeriod,
  parseEdtfDate,
} from "../../corpus/date.ts";
import { parseDateQuery } from "../../corpus/dates/date-query.ts";
import {
  correspondentsOf,
  type DocumentIdentity,
  type DocumentNaming,
  documentLabel,
  documentName,
  joinNames,
} from "../../corpus/titles.ts";

/** Returns the name of a document for readers of a language. Citations name it otherwise. */
export function localDocumentName(document: DocumentIdentity, t: Translate): string {
  return documentName(document, namingIn(t));
}

/** Returns the name of a document in lists, for readers of a language. */
export function localDocumentLabel(document: DocumentIdentity, t: Translate): string {
  return documentLabel(document, namingIn(t));
}

export function localNames(people: readonly { readonly name: string }[], t: Translate): string {
  return joinNames(people, namingIn(t));
}

/** Returns the correspondents of a document, or undefined unless both are known. */
export function localCorrespondents(
  document: Pick<DocumentIdentity, "from" | "to">,
  t: Translate,
): string | undefined {
  return correspondentsOf(document, namingIn(t));
}

function namingIn(t: Translate): DocumentNaming {
  return {
    date: (date: EdtfDate) => formatDate(date, t),
    person: t.nameOf,
    and: t.and,
    correspondents: (from, to) => t("document.correspondents", { from, to }),
    numbered: (number) => t("document.numbered", { number }),
    undated: (title) => t("document.undated", { title }),
  };
}

/**
 * Returns the label of a typed date in a language. Labels can be typed in their turn; one that would be understood otherwise
 * stays as it is.
 */
export function localDateLabel(label: string, t: Translate): string {
  if (t.language === "en") return label;
  const query = parseDateQuery(label);
  if (query?.kind === "period" && query.label === label) {
    const date = parseEdtfDate(query.edtf);
    return date?.label === label ? formatDate(date, t) : formatPeriod(query.period, t);
  }
  if (query?.kind === "yearly" && query.label === label) {
    const { month, day } = query;
    return day === undefined
      ? formatMonthName(month, t)
      : formatCalendarDay(dayOf(Date.UTC(2000, month - 1, day)), t);
  }
  return label;
}
