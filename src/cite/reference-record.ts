import { spokenName } from "../corpus/csl.ts";
import { type EdtfDate, numericDateOf } from "../corpus/date.ts";
import { addressOf } from "../corpus/document.ts";
import { documentName, identityOf } from "../corpus/titles.ts";
import { elementAt } from "../foundation/checked-access.ts";
import type { CitedWork } from "./citation-forms.ts";
import { type CslItem, type CslValue, cslItemOfDocument, cslItemOfSource } from "./csl-item.ts";
import { formatBibtex, formatRisTags } from "./processor.ts";
import type { RecordStyle } from "./style.ts";

/**
 * Formats a record for a reference manager. Words known only from another work yield the record of
 * that work, which is what its users can read and cite, with a note that names the document.
 */
export function formatRecord({ name }: RecordStyle, cited: CitedWork): string {
  const item = citedItem(cited);
  switch (name) {
    case "bibtex":
      return formatWithNotes(addDateNote(item, cited), (one) =>
        correctBibtex(formatBibtex(escapeItem(one))),
      );
    case "ris":
      return formatWithNotes(addDateNote(item, cited), formatRis);
    case "csl-json":
      return JSON.stringify([item], null, 2);
  }
}

/** Formats an item, with a note of the work and the recipients that the format has no field for. */
function formatWithNotes(item: CslItem, format: (item: CslItem) => string): string {
  const { recipient, ...withoutRecipient } = item;
  const { "container-title": work, ...withoutWork } = item;
  const whole = format(item);
  const notes = [
    ...(Array.isArray(recipient) && format(withoutRecipient) === whole
      ? [asSentence(`Letter to: ${recipient.map(spokenName).join("; ")}`)]
      : []),
    ...(typeof work === "string" && format(withoutWork) === whole
      ? [asSentence(`Part of: ${work}`)]
      : []),
  ];
  return notes.length === 0 ? whole : format(notes.reduce(addNote, item));
}

/** Returns the file name of a record: `1851-03-14-ada-to-tom-b.bib`. */
export function recordFileName(
  { extension }: RecordStyle,
  { document, passage }: CitedWork,
): string {
  const place = passage === undefined ? "" : `-${passage.number}`;
  return `${document.id}${place}.${extension}`;
}

function citedItem({ document, passage }: CitedWork): CslItem {
  const source = passage?.printedIn?.source;
  if (passage === undefined || source === undefined) return cslItemOfDocument(document);
  const quoted = `Prints words of: ${documentName(identityOf(document))} (${addressOf(document, passage)}).`;
  return addNote(cslItemOfSource(source), quoted);
}

function asSentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}

/** Adds the date as a note if it is not a plain one, which is all that these formats can express. */
function addDateNote(item: CslItem, { document, passage }: CitedWork): CslItem {
  const printedIn = passage?.printedIn;
  const date = printedIn === undefined ? document.date : printedIn.source.issued;
  return date === undefined || isPlainDate(date) ? item : addNote(item, `Date: ${date.label}.`);
}

function isPlainDate(date: EdtfDate): boolean {
  const numeric = numericDateOf(date);
  if (numeric === undefined) return false;
  const { ends, season, isApproximate, isUncertain } = numeric;
  const [first, ...others] = ends;
  const isOneYear = first !== undefined && others.length === 0 && first[0] > 0;
  return isOneYear && season === undefined && !isApproximate && !isUncertain;
}

function addNote(item: CslItem, sentence: string): CslItem {
  const { note } = item;
  return { ...item, note: typeof note === "string" ? `${note} ${sentence}` : sentence };
}

/** Variables that BibTeX takes as they are. */
const VERBATIM: ReadonlySet<string> = new Set(["id", "type", "URL", "DOI"]);

/** Escapes in an item what TeX would take for a command: the plugin does so only along with all letters but ASCII. */
function escapeItem(item: CslItem): CslItem {
  const escaped = Object.entries(item)
    .filter(([key]) => !VERBATIM.has(key))
    .map(([key, value]) => [key, escapeTexValue(value)]);
  return { ...item, ...Object.fromEntries(escaped) };
}

function escapeTexValue(value: CslValue): CslValue {
  if (typeof value === "string") return escapeTex(value);
  if ("date-parts" in value) return value;
  if ("literal" in value) return { literal: escapeTex(value.literal) };
  return value.map((name) =>
    "literal" in name
      ? { literal: escapeTex(name.literal) }
      : { ...name, family: escapeTex(name.family), given: escapeTex(name.given) },
  );
}

/** The signs of TeX without a command of one sign. BibTeX counts braces, even those after a backslash. */
const TEX_COMMANDS: Readonly<Record<string, string>> = {
  "\\": String.raw`\textbackslash`,
  "^": String.raw`\textasciicircum`,
  "~": String.raw`\textasciitilde`,
  "{": String.raw`\textbraceleft`,
  "}": String.raw`\textbraceright`,
};

function escapeTex(text: string): string {
  return text.replace(/[\\^~{}&%$#_]/g, (sign) => `{${TEX_COMMANDS[sign] ?? `\\${sign}`}}`);
}

/**
 * Corrects the plugin's BibTeX: it writes the day into the month, writes addresses twice, counts years
 * before Christ below zero, and makes titled chapters `@inbook`, which is for parts of a book without a title.
 */
function correctBibtex(bibtex: string): string {
  return bibtex
    .replace(/^@inbook\{/, "@incollection{")
    .replace(/^(\s*)year = \{-(\d+)\},$/m, "$1year = {$2 BC},")
    .replace(/^\s*howpublished = \{https?:.*\},\n/m, "")
    .replace(/^(\s*)month = \{([a-z]{3}) (\d+)\},$/m, "$1month = $2,\n$1day = {$3},")
    .replace(
      /^(\s*)month = \{(\d+)\},$/m,
      (_, indent: string, digits: string) => `${indent}month = ${monthMacro(digits)},`,
    );
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Returns BibTeX's macro for the number of a month, or the number itself if there is no such month. */
function monthMacro(digits: string): string {
  return MONTHS[Number(digits) - 1] ?? `{${digits}}`;
}

/** Formats RIS. The plugin's own formatter breaks lines at 70 characters, even within words. */
function formatRis(item: CslItem): string {
  const { type, tags } = formatRisTags(item);
  const lines = Object.entries(tags).flatMap(([tag, values]) =>
    [values].flat().flatMap((value) => formatTag(tag, value)),
  );
  return [`TY  - ${type}`, ...lines, "ER  - "].join("\n");
}

/** Formats a value as one line, or as two if it is a range of pages. */
function formatTag(tag: string, value: string): readonly string[] {
  if (tag === "PY") return [formatLine(tag, value.replace(/^-(\d+)$/, "$1 BC"))];
  // RIS has no dates before Christ. The note has them.
  if (tag === "DA" && value.startsWith("-")) return [];
  if (tag === "DA") return [formatLine(tag, padDate(value))];
  const pages = tag === "SP" ? /^(\w+)\s*[-–]\s*(\w+)$/.exec(value) : null;
  if (pages === null) return [formatLine(tag, value)];
  return [formatLine("SP", elementAt(pages, 1)), formatLine("EP", elementAt(pages, 2))];
}

function formatLine(tag: string, value: string): string {
  return `${tag}  - ${value.replace(/\s+/g, " ")}`;
}

/** Pads a date as RIS requires: 79/8/24/ becomes 0079/08/24/. */
function padDate(date: string): string {
  return date
    .replace(/^\d+(?=\/)/, (year) => year.padStart(4, "0"))
    .replace(/(?<=\/)\d(?=\/)/g, "0$&");
}
