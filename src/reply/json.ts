import type { Quotation } from "../cite/quotation.ts";
import type { EdtfDate } from "../corpus/date.ts";
import type { Reply } from "./reply.ts";

/**
 * Formats a reply as one line of JSON. A quotation gets its citation's fields (`address`,
 * `citation`, `printedIn`, …), and a source's date is in EDTF.
 */
export function formatJson(reply: Reply): string {
  const json = JSON.stringify(reply, (key, value: unknown) => {
    if (isQuotation(value)) {
      const { text, start, end, citation } = value;
      const { address, documentId, line, printedIn } = citation;
      return { text, start, end, address, documentId, citation: line, printedIn };
    }
    return key === "issued" && isDate(value) ? value.edtf : value;
  });
  // JSON.stringify does not escape these, and some terminals treat them as control sequences.
  return json.replace(/[\u007f-\u009f]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`);
}

function isQuotation(value: unknown): value is Quotation {
  return (
    typeof value === "object" &&
    value !== null &&
    "text" in value &&
    "citation" in value &&
    typeof value.citation === "object"
  );
}

function isDate(value: unknown): value is EdtfDate {
  return typeof value === "object" && value !== null && "edtf" in value;
}
