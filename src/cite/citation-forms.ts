import { type EdtfDate, numericDateOf } from "../corpus/date.ts";
import type { Document, Passage } from "../corpus/document.ts";
import { nameOf } from "../corpus/titles.ts";
import { type CslDate, type CslItem, cslItemOf, cslItemOfSource } from "./csl-item.ts";
import { formatBibliographyEntry, formatCitation } from "./processor.ts";
import type { CslStyle, Secondary } from "./style.ts";

/** What is cited: a document, or a passage of it. */
export interface CitedWork {
  readonly document: Document;
  readonly passage?: Passage;
}

/** One form that a style has for a citation. */
export interface CitationForm {
  readonly label: string;
  /** Without the italics that the manual wants. */
  readonly text: string;
}

/**
 * A citation in every form that the style has. Words that are known only through another work are
 * cited as quoted in it, and that work is the one that is listed.
 */
export function citationFormsOf(
  style: CslStyle,
  { document, passage }: CitedWork,
): readonly CitationForm[] {
  const { csl, cite, entry, secondary } = style;
  const printedIn = passage?.printedIn;
  const work =
    printedIn === undefined
      ? prepareItem(style, cslItemOf(document), document.date)
      : prepareItem(style, cslItemOfSource(printedIn.source), printedIn.source.issued);
  const place =
    printedIn === undefined
      ? passage && { locator: passage.number, label: "paragraph" as const }
      : printedIn.locator !== undefined && { locator: printedIn.locator };
  const lead = printedIn && secondary ? secondaryLead(style, document, secondary) : "";
  // What stands before a work goes in where the processor says, between its brackets if it has some.
  const text = formatCitation(csl, work, { ...place, prefix: MARK }).replace(MARK, () => lead);
  const forms = [
    { label: cite, text },
    ...(entry === undefined ? [] : [{ label: entry, text: formatBibliographyEntry(csl, work) }]),
  ];
  return forms.filter((form) => !NOTHING.test(form.text));
}

/** A character of no text, to find a place in what the processor writes. */
const MARK = "\ue000";

/** What the processor writes where a style has nothing to say of a work. */
const NOTHING =
  /^[^\p{L}\p{N}]*$|^\[(NO_PRINTED_FORM|CSL STYLE ERROR: reference with no printed form\.)\]$/u;

/** “Kim Jong Un to Donald J. Trump, August 5, 2019, quoted in ” */
function secondaryLead(style: CslStyle, document: Document, { words, namesDocument }: Secondary) {
  if (!namesDocument) return `${words} `;
  const { csl, cite } = style;
  const item = prepareItem(style, cslItemOf(document), document.date);
  // APA 8.6 gives the year of the first work where it is known, and says nothing where it is not.
  const isUndated = cite === "In-text citation" && item["issued"] === undefined;
  const written = formatCitation(csl, item, {
    prefix: MARK,
    suffix: MARK,
    ...(isUndated && { "author-only": 1 }),
  });
  const [, named = nameOf(document)] = written.split(MARK);
  return `${named}, ${words} `;
}

/** An item with what a style wants to know of it, and CSL-JSON does not say. */
function prepareItem(style: CslStyle, item: CslItem, date: EdtfDate | undefined): CslItem {
  return dropLeadingThe(style, markUncertainDate(style, item, date));
}

/** The style’s variable for dates that are uncertain; `circa` then says of one that it is approximate. */
const DOUBT = "doubtful-date";

function markUncertainDate({ csl }: CslStyle, item: CslItem, date: EdtfDate | undefined): CslItem {
  const figured = date && numericDateOf(date);
  if (!figured?.isUncertain || !csl.includes(`"${DOUBT}"`)) return item;
  const { ends, season, isApproximate } = figured;
  const issued: CslDate = {
    "date-parts": ends,
    ...(season !== undefined && { season }),
    ...(isApproximate && { circa: true }),
  };
  return { ...item, issued, [DOUBT]: "true" };
}

function dropLeadingThe({ omitsThe }: CslStyle, item: CslItem): CslItem {
  const name = item["container-title"];
  if (!omitsThe || item.type !== "article-newspaper" || typeof name !== "string") return item;
  return { ...item, "container-title": name.replace(/^The (?=\S)/, "") };
}
