import { CSL_DATES, CSL_NAMES, type CslName, cslNameOf, parseNames } from "../corpus/csl.ts";
import { type EdtfDate, type NumericDate, numericDateOf, parseEdtfDate } from "../corpus/date.ts";
import type { Document, Person, Source } from "../corpus/document.ts";

/** A bibliographic record as CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly [variable: string]: CslValue;
}

/** The value of a variable: text or a number as text, names, or a date. */
export type CslValue = string | readonly CslName[] | CslDate;

/** A date in numbers, or as text if numbers cannot express it. */
export type CslDate =
  | {
      readonly "date-parts": readonly (readonly number[])[];
      readonly season?: number;
      readonly circa?: true;
    }
  | { readonly literal: string };

/** Returns the bibliographic record of a document. It contains no unverified date. */
export function cslItemOfDocument(document: Document): CslItem {
  const { id, type, title, from, to, work, authors, date, language, verified, more } = document;
  const known = Object.entries(more).filter(([key]) => verified || !CSL_DATES.has(key));
  return {
    id,
    // A part of a work that says no more of its kind is a chapter of it.
    type: work !== undefined && type === "document" ? "chapter" : type,
    title,
    language,
    ...(from.length > 0 && { author: from.map(nameOfPerson) }),
    ...(work && { "container-title": work.title }),
    ...(work &&
      from.length + authors.length === 0 &&
      work.authors.length > 0 && {
        author: work.authors.map((literal) => ({ literal })),
      }),
    ...(to.length > 0 && { recipient: to.map(nameOfPerson) }),
    ...parseVariables(Object.fromEntries(known)),
    ...(date && { issued: cslDateOf(date) }),
  };
}

/** Returns the bibliographic record of a source. */
export function cslItemOfSource(source: Source): CslItem {
  const { id, type, title, author, issued, URL, language, note, more } = source;
  const container = source["container-title"];
  return {
    id,
    type,
    title,
    ...(author.length > 0 && { author: author.map(cslNameOf) }),
    ...(container && { "container-title": container }),
    ...(issued && { issued: cslDateOf(issued) }),
    ...(URL && { URL }),
    ...(language && { language }),
    ...(note && { note }),
    ...parseVariables(more),
  };
}

function nameOfPerson({ name, parts }: Person): CslName {
  return parts === undefined ? { literal: name } : cslNameOf(parts);
}

function cslDateOf(date: EdtfDate): CslDate {
  const numeric = numericDateOf(date);
  if (numeric === undefined) return { literal: date.label };
  const { ends, season, isApproximate, isUncertain } = numeric;
  return {
    "date-parts": toDateParts(ends),
    ...(season !== undefined && { season }),
    // CSL has one marker for both.
    ...((isApproximate || isUncertain) && { circa: true }),
  };
}

/** Converts the ends of a date to those of CSL, which counts no year 0: -44 is 44 BC. */
export function toDateParts(ends: NumericDate["ends"]): readonly (readonly number[])[] {
  return ends.map(([year, ...rest]) => [year > 0 ? year : year - 1, ...rest]);
}

/** Parses the names and dates among a work's other CSL fields, which the corpus keeps as text. */
function parseVariables(more: Readonly<Record<string, string>>): Record<string, CslValue> {
  return Object.fromEntries(
    Object.entries(more).map(([key, value]) => {
      if (CSL_NAMES.has(key)) return [key, parseNames(value)];
      if (!CSL_DATES.has(key)) return [key, value];
      const date = parseEdtfDate(value);
      return [key, date === undefined ? { literal: value } : cslDateOf(date)];
    }),
  );
}
