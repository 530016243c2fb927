import { type EdtfDate, inFigures } from "../corpus/date.ts";
import { addressOf } from "../corpus/document.ts";
import { nameOf } from "../corpus/naming.ts";
import { type CslItem, itemOf, itemOfSource } from "./csl-item.ts";
import type { Cited } from "./forms.ts";
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
      return bibtexOf(withDateNoted(item, cited));
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

/** RIS, written here because the plugin breaks lines at 70 characters, in the middle of words. */
function risOf(item: CslItem): string {
  const { type, tags } = risTagsOf(item);
  const lines = Object.entries(tags).flatMap(([tag, values]) =>
    [values].flat().map((value) => lineOf(tag, tag === "DA" ? padded(value) : value)),
  );
  return [`TY  - ${type}`, ...lines, "ER  - "].join("\n");
}

function lineOf(tag: string, value: string): string {
  return `${tag}  - ${value.replace(/\s+/g, " ")}`;
}

/** 2022/9/26/ as RIS wants it, 2022/09/26/. */
function padded(date: string): string {
  return date.replace(/(?<=\/)\d(?=\/)/g, "0$&");
}
