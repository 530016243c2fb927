import { type EdtfDate, numericDateOf } from "../corpus/date.ts";
import { addressOf } from "../corpus/document.ts";
import { nameOf } from "../corpus/titles.ts";
import type { CitedWork } from "./citation-forms.ts";
import { type CslItem, cslItemOf, cslItemOfSource } from "./csl-item.ts";
import { formatBibtex, formatRisTags } from "./processor.ts";
import type { RecordStyle } from "./style.ts";

/**
 * A record for a reference manager. Of words that are known only through another work it is that
 * work’s, which is what its users have before them and cite from; a note names the document.
 */
export function formatRecord({ name }: RecordStyle, cited: CitedWork): string {
  const item = citedItem(cited);
  switch (name) {
    case "bibtex":
      return fixBibtex(formatBibtex(addDateNote(item, cited)));
    case "ris":
      return formatRis(addDateNote(item, cited));
    case "csl-json":
      return JSON.stringify([item], null, 2);
  }
}

/** The name of the file for a record: `2019-08-05-kim-to-trump-b.bib`. */
export function recordFileName(
  { extension }: RecordStyle,
  { document, passage }: CitedWork,
): string {
  const place = passage === undefined ? "" : `-${passage.number}`;
  return `${document.id}${place}.${extension}`;
}

function citedItem({ document, passage }: CitedWork): CslItem {
  const source = passage?.printedIn?.source;
  if (passage === undefined || source === undefined) return cslItemOf(document);
  const quoted = `Prints words of: ${nameOf(document)} (${addressOf(document, passage)}).`;
  return addNote(cslItemOfSource(source), quoted);
}

/** These formats have plain dates only, so a note says what else is to be known of one. */
function addDateNote(item: CslItem, { document, passage }: CitedWork): CslItem {
  const printedIn = passage?.printedIn;
  const date = printedIn === undefined ? document.date : printedIn.source.issued;
  return date === undefined || isPlain(date) ? item : addNote(item, `Date: ${date.label}.`);
}

function isPlain(date: EdtfDate): boolean {
  const figured = numericDateOf(date);
  if (figured === undefined) return false;
  const { ends, season, isApproximate, isUncertain } = figured;
  return ends.length === 1 && season === undefined && !isApproximate && !isUncertain;
}

function addNote(item: CslItem, sentence: string): CslItem {
  const { note } = item;
  return { ...item, note: typeof note === "string" ? `${note} ${sentence}` : sentence };
}

/**
 * BibTeX as its readers take it: the plugin writes the day into the month, an address twice, and a
 * chapter with a title of its own as `@inbook`, which is for a part of a book that has none.
 */
function fixBibtex(bibtex: string): string {
  return bibtex
    .replace(/^@inbook\{/, "@incollection{")
    .replace(/^\s*howpublished = \{https?:.*\},\n/m, "")
    .replace(/^(\s*)month = \{([a-z]{3}) (\d+)\},$/m, "$1month = $2,\n$1day = {$3},")
    .replace(
      /^(\s*)month = \{(\d+)\},$/m,
      (_, indent, month) => `${indent}month = ${monthOf(month)},`,
    );
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function monthOf(figures: string): string {
  return MONTHS[Number(figures) - 1] ?? `{${figures}}`;
}

/** RIS, written here because the plugin breaks lines at 70 characters, in the middle of words. */
function formatRis(item: CslItem): string {
  const { type, tags } = formatRisTags(item);
  const lines = Object.entries(tags).flatMap(([tag, values]) =>
    [values].flat().flatMap((value) => linesOf(tag, value)),
  );
  return [`TY  - ${type}`, ...lines, "ER  - "].join("\n");
}

function linesOf(tag: string, value: string): readonly string[] {
  if (tag === "DA") return [lineOf(tag, padMonthAndDay(value))];
  const [, first, last] = /^(\w+)\s*[-–]\s*(\w+)$/.exec(value) ?? [];
  const isSpan = tag === "SP" && first !== undefined && last !== undefined;
  return isSpan ? [lineOf("SP", first), lineOf("EP", last)] : [lineOf(tag, value)];
}

function lineOf(tag: string, value: string): string {
  return `${tag}  - ${value.replace(/\s+/g, " ")}`;
}

/** 2022/9/26/ as RIS wants it, 2022/09/26/. */
function padMonthAndDay(date: string): string {
  return date.replace(/(?<=\/)\d(?=\/)/g, "0$&");
}
