import type * as v from "valibot";
import type { Quotation } from "../cite/quotation.ts";
import { type EdtfDate, formatEdtfInterval, type Period } from "../corpus/date.ts";
import type { Source } from "../corpus/document.ts";
// Only the type: building the schema is no part of a start.
import type { replyJson } from "./json-schema.ts";
import { JSON_FORMAT, type Reply } from "./reply.ts";

/**
 * Converts a reply to the data of its JSON form: its own fields, and the version of the format. Dates
 * and periods are in EDTF, and a quotation gets its citation's fields.
 */
export function replyToJson({
  changes: _,
  opens: __,
  late: ___,
  ...reply
}: Reply): v.InferOutput<typeof replyJson> {
  // The compiler checks here that replies have all that the schema promises. A test over all
  // replies finds the fields that the schema lacks.
  return { format: JSON_FORMAT, ...toJson(reply) };
}

/** Formats a reply as one line of JSON. */
export function formatJson(reply: Reply): string {
  return stringifyForTerminal(replyToJson(reply));
}

/** Returns a value as JSON, which on a terminal is only text. */
export function stringifyForTerminal(value: unknown, indent?: number): string {
  return escapeControls(JSON.stringify(value, undefined, indent));
}

/** Escapes what `JSON.stringify` leaves in its strings although terminals may treat it as control sequences. */
export function escapeControls(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The JSON form of a value. */
type Json<T> = T extends Quotation
  ? QuotationJson
  : T extends Period | Date
    ? string
    : T extends readonly (infer E)[]
      ? readonly Json<E>[]
      : T extends object
        ? { readonly [K in keyof T]: Json<T[K]> }
        : T;

interface QuotationJson extends Pick<Quotation, "text" | "start" | "end"> {
  readonly address: string;
  readonly documentId: string;
  readonly citation: string;
  readonly url?: string;
  readonly printedIn?: Json<Source>;
}

function toJson<T>(value: T): Json<T>;
function toJson(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => toJson(one));
  if (value instanceof Date) return value.toISOString();
  if (isDate(value)) return value.edtf;
  if (isPeriod(value)) return formatEdtfInterval(value);
  if (isQuotation(value)) return quotationJson(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toJson(one)]));
}

function quotationJson({ text, start, end, citation }: Quotation): QuotationJson {
  const { address, documentId, line, url, printedIn } = citation;
  return {
    text,
    start,
    end,
    address,
    documentId,
    citation: line,
    ...(url !== undefined && { url }),
    ...(printedIn && { printedIn: toJson(printedIn) }),
  };
}

function isQuotation(value: object): value is Quotation {
  return "text" in value && "citation" in value && typeof value.citation === "object";
}

function isDate(value: object): value is EdtfDate {
  return "edtf" in value;
}

function isPeriod(value: object): value is Period {
  return "first" in value && "last" in value;
}
