import * as v from "valibot";
import { CSL_DATES, CSL_NAMES } from "../corpus/csl.ts";
import { type EdtfDate, numericDateOf, parseEdtfDate } from "../corpus/date.ts";
import type { Document, Person, PersonName, Source } from "../corpus/document.ts";

/** A bibliographic record as CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly [variable: string]: CslValue;
}

/** The value of a variable: text or a number as text, names, or a date. */
export type CslValue = string | readonly CslName[] | CslDate;

/** A name in one part, such as an organization's, or in two. */
export type CslName =
  | { readonly literal: string }
  /** `static-ordering`: the family name stays first, without a comma. */
  | { readonly family: string; readonly given: string; readonly "static-ordering"?: true };

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
  const { id, type, title, from, to, date, language, verified, more } = document;
  const known = Object.entries(more).filter(([key]) => verified || !CSL_DATES.has(key));
  return {
    id,
    type,
    title,
    language,
    ...(from.length > 0 && { author: from.map(nameOfPerson) }),
    ...(to.length > 0 && { recipient: to.map(nameOfPerson) }),
    ...parseVariables(Object.fromEntries(known)),
    ...(date && { issued: cslDateOf(date) }),
  };
}

/** Returns the names of the authors that a document's front matter lists besides `from`. */
export function authorNamesOf({ more }: Document): readonly string[] {
  const { author } = more;
  return author === undefined ? [] : parseNames(author).map(spokenName);
}

/** Returns the parts of a name in the order in which they are spoken. */
function spokenName(name: CslName): string {
  if ("literal" in name) return name.literal;
  const { family, given } = name;
  return name["static-ordering"] ? `${family} ${given}` : `${given} ${family}`;
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

function cslNameOf({ family, given, isFamilyFirst }: PersonName): CslName {
  if (given === undefined) return { literal: family };
  return { family, given, ...(isFamilyFirst && { "static-ordering": true }) };
}

function cslDateOf(date: EdtfDate): CslDate {
  const numeric = numericDateOf(date);
  if (numeric === undefined) return { literal: date.label };
  const { ends, season, isApproximate, isUncertain } = numeric;
  return {
    // CSL counts no year 0: -44 is 44 BC.
    "date-parts": ends.map(([year, ...rest]) => [year > 0 ? year : year - 1, ...rest]),
    ...(season !== undefined && { season }),
    // CSL has one marker for both.
    ...((isApproximate || isUncertain) && { circa: true }),
  };
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

const NAME = v.union([
  v.pipe(
    v.string(),
    v.transform((literal) => ({ literal })),
  ),
  v.object({ literal: v.string() }),
  v.pipe(
    v.object({
      family: v.string(),
      given: v.optional(v.string()),
      "static-ordering": v.optional(v.literal("true")),
    }),
    v.transform(({ family, given, "static-ordering": isFamilyFirst }) =>
      cslNameOf({ family, ...(given && { given }), ...(isFamilyFirst && { isFamilyFirst: true }) }),
    ),
  ),
]);
const NAMES = v.pipe(v.string(), v.parseJson(), v.array(NAME));

/** Parses a list of names. Any other text is a single name. */
function parseNames(text: string): readonly CslName[] {
  const names = v.safeParse(NAMES, text);
  return names.success ? names.output : [{ literal: text }];
}
