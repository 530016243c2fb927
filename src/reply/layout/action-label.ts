import type { Translate } from "../../catalogue/catalogue.ts";
import { formatDate } from "../../corpus/date.ts";
import { localCommandName, localOptionName } from "../../language/translation/local-names.ts";
import { translateCadence } from "../../rhythm/cadence-wording.ts";
import type { ActionLabel } from "../action-label.ts";
import { localDateLabel, localDocumentName } from "./document-names.ts";

/** Puts what an action does into a few words, for a button. */
export function describeAction(label: ActionLabel, t: Translate): string {
  if (typeof label === "string") return t(`action.${label}`);
  switch (label.kind) {
    case "open":
      return t("action.open", { address: label.address });
    case "whole":
      return t(`action.whole-${label.documentKind}`);
    case "previous":
      return t(`action.previous-${label.documentKind}`);
    case "next":
      return t(`action.next-${label.documentKind}`);
    case "document": {
      const name = localDocumentName(label.document, t);
      return label.nearest === undefined ? name : t(`action.nearest-${label.nearest}`, { name });
    }
    case "event":
      return `${formatDate(label.date, t)}: ${label.title}`;
    case "quotation":
      return t("action.quotation", { number: t.number(label.number) });
    case "keep-quotations":
      return t("action.keep-quotations", { count: label.count });
    case "search-for":
      return t("action.search-for", { query: label.query });
    case "command":
      return `/${localCommandName(label.name, t)}`;
    case "correct":
      return t("action.correct");
    case "change-settings":
      return t(`action.change-settings-${label.level}`);
    case "value":
      return t.nameOf(label.value);
    case "date":
      return localDateLabel(label.date, t);
    case "cadence":
      return translateCadence(label.cadence, t);
    case "option":
      return `${localOptionName(label.option, t)}:${label.value}`;
  }
}
