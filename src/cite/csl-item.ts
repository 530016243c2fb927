import * as v from "valibot";
import { CSL_DATES, CSL_NAMES } from "../corpus/csl.ts";
import { type EdtfDate, edtfDate, numericDateOf } from "../corpus/date.ts";
import type { Document, Person, PersonName, Source } from "../corpus/document.ts";

/** A bibliographic record as CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly [variable: string]: CslValue;
}

export type CslValue = string | readonly CslName[] | CslDate;

export type CslName =
  | { readonly literal: string }
  /** `static-ordering`: the family name stays first, and no comma follows it. */
  | { readonly family: string; readonly given: string; readonly "static-ordering"?: true };

export type CslDate =
  | {
      readonly "date-parts": readonly (readonly number[])[];
      readonly season?: number;
      readonly circa?: true;
    }
  | { readonly literal: string };

/** A document as a bibliographic record. One without a date that is known has none here either. */
export function cslItemOf(document: Document): CslItem {
  const { id, type, title, from, to, date, language, verified, more } = document;
  const isShown = (key: string) => verified || !CSL_DATES.has(key);
  const shown = Object.entries(more).filter(([key]) => isShown(key));
  return {
    id,
    type,
    title,
    language,
    ...(from.length > 0 && { author: from.map(nameOfPerson) }),
    ...(to.length > 0 && { recipient: to.map(nameOfPerson) }),
    ...variablesOf(Object.fromEntries(shown)),
    ...(date && { issued: dateOf(date) }),
  };
}

/** The authors that a document's front matter names beside its correspondents, for readers. */
export function authorNamesOf({ more }: Document): readonly string[] {
  const { author } = more;
  return author === undefined ? [] : namesOf(author).map(inOrder);
}

/** A name as it is spoken. */
function inOrder(name: CslName): string {
  if ("literal" in name) return name.literal;
  const { family, given } = name;
  return name["static-ordering"] ? `${family} ${given}` : `${given} ${family}`;
}

/** A source as a bibliographic record. */
export function cslItemOfSource(source: Source): CslItem {
  const { id, type, title, author, issued, URL, language, note, more } = source;
  const container = source["container-title"];
  return {
    id,
    type,
    title,
    ...(author.length > 0 && { author: author.map(nameOf) }),
    ...(container && { "container-title": container }),
    ...(issued && { issued: dateOf(issued) }),
    ...(URL && { URL }),
    ...(language && { language }),
    ...(note && { note }),
    ...variablesOf(more),
  };
}

function nameOfPerson({ name, parts }: Person): CslName {
  return parts === undefined ? { literal: name } : nameOf(parts);
}

function nameOf({ family, given, isFamilyFirst }: PersonName): CslName {
  if (given === undefined) return { literal: family };
  return { family, given, ...(isFamilyFirst && { "static-ordering": true }) };
}

function dateOf(date: EdtfDate): CslDate {
  const figured = numericDateOf(date);
  if (figured === undefined) return { literal: date.label };
  const { ends, season, isApproximate, isUncertain } = figured;
  return {
    "date-parts": ends,
    ...(season !== undefined && { season }),
    // CSL has one word for both.
    ...((isApproximate || isUncertain) && { circa: true }),
  };
}

/** CSL's other fields, which the corpus keeps as they are written: names and dates are read here. */
function variablesOf(more: Readonly<Record<string, string>>): Record<string, CslValue> {
  return Object.fromEntries(
    Object.entries(more).map(([key, value]) => {
      if (CSL_NAMES.has(key)) return [key, namesOf(value)];
      if (!CSL_DATES.has(key)) return [key, value];
      const date = edtfDate(value);
      return [key, date === undefined ? { literal: value } : dateOf(date)];
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
    v.transform(({ family, given, "static-ordering": first }) =>
      nameOf({ family, ...(given && { given }), ...(first && { isFamilyFirst: true }) }),
    ),
  ),
]);
const NAMES = v.pipe(v.string(), v.parseJson(), v.array(NAME));

/** Names that were written as a list; what is no list is one name, as it stands. */
function namesOf(written: string): readonly CslName[] {
  const names = v.safeParse(NAMES, written);
  return names.success ? names.output : [{ literal: written }];
}
