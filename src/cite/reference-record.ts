import { type EdtfDate, inFigures } from "../corpus/date.ts";
import { addressOf } from "../corpus/document.ts";
import { nameOf } from "../corpus/titles.ts";
import type { Cited } from "./citation-forms.ts";
import { type CslItem, itemOf, itemOfSource } from "./csl-item.ts";
import { bibtexOf, risTagsOf } from "./processor.ts";
import type { RecordStyle } from "./style.ts";

/**
 * A record for a reference manager. Of words that are known only through another work it is that
 * work’s, which is what its users have before them and cite from; a note names the document.
 */
export function recordOf({ name }: RecordStyle, cited: Cited): string {
  const item = itemCited(cited);
  switch (name) {
    case "bibtex":
      return forReaders(bibtexOf(withDateNoted(item, cited)));
    case "ris":
      return risOf(withDateNoted(item, cited));
    case "csl-json":
      return JSON.stringify([item], null, 2);
  }
}

/** The name of the file for a record: `2019-08-05-kim-to-trump-b.bib`. */
export function recordFile({ extension }: RecordStyle, { document, passage }: Cited): string {
  const place = passage === undefined ? "" : `-${passage.number}`;
  return `${document.id}${place}.${extension}`;
}

function itemCited({ document, passage }: Cited): CslItem {
  const source = passage?.printedIn?.source;
  if (passage === undefined || source === undefined) return itemOf(document);
  const quoted = `Prints words of: ${nameOf(document)} (${addressOf(document, passage)}).`;
  return noted(itemOfSource(source), quoted);
}

/** These formats have plain dates only, so a note says what else is to be known of one. */
function withDateNoted(item: CslItem, { document, passage }: Cited): CslItem {
  const printedIn = passage?.printedIn;
  const date = printedIn === undefined ? document.date : printedIn.source.issued;
  return date === undefined || isPlain(date) ? item : noted(item, `Date: ${date.label}.`);
}

function isPlain(date: EdtfDate): boolean {
  const figured = inFigures(date);
  if (figured === undefined) return false;
  const { ends, season, isApproximate, isUncertain } = figured;
  return ends.length === 1 && season === undefined && !isApproximate && !isUncertain;
}

function noted(item: CslItem, sentence: string): CslItem {
  const { note } = item;
  return { ...item, note: typeof note === "string" ? `${note} ${sentence}` : sentence };
}

/**
 * BibTeX as its readers take it: the plugin writes the day into the month, an address twice, and a
 * chapter with a title of its own as `@inbook`, which is for a part of a book that has none.
 */
function forReaders(bibtex: string): string {
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
function risOf(item: CslItem): string {
  const { type, tags } = risTagsOf(item);
  const lines = Object.entries(tags).flatMap(([tag, values]) =>
    [values].flat().flatMap((value) => linesOf(tag, value)),
  );
  return [`TY  - ${type}`, ...lines, "ER  - "].join("\n");
}

function linesOf(tag: string, value: string): readonly string[] {
  if (tag === "DA") return [lineOf(tag, padded(value))];
  const [, first, last] = /^(\w+)\s*[-–]\s*(\w+)$/.exec(value) ?? [];
  const isSpan = tag === "SP" && first !== undefined && last !== undefined;
  return isSpan ? [lineOf("SP", first), lineOf("EP", last)] : [lineOf(tag, value)];
}

function lineOf(tag: string, value: string): string {
  return `${tag}  - ${value.replace(/\s+/g, " ")}`;
}

/** 2022/9/26/ as RIS wants it, 2022/09/26/. */
function padded(date: string): string {
  return date.replace(/(?<=\/)\d(?=\/)/g, "0$&");
}
