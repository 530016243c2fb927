import type { Translate } from "../../catalogue/catalogue.ts";
import type { SoughtDocument } from "../notice-reason.ts";

/** Returns a phrase that completes “a document …”. */
export function describeSoughtDocument(sought: SoughtDocument, t: Translate): string {
  switch (sought.kind) {
    case "document":
      return t("sought.called", { name: sought.id });
    case "dated":
      return t("sought.dated", { date: sought.date });
    case "titled":
      return t("sought.called", { name: `“${sought.words}”` });
    case "numbered":
      return t("sought.numbered", { number: sought.number });
    case "undated":
      return t("sought.undated");
  }
}
