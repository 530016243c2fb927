import { type EdtfDate, numericDateOf } from "../corpus/date.ts";
import type { Document, Passage } from "../corpus/document.ts";
import { documentName, identityOf } from "../corpus/titles.ts";
import {
  type CslDate,
  type CslItem,
  cslItemOfDocument,
  cslItemOfSource,
  toDateParts,
} from "./csl-item.ts";
import { formatBibliographyEntry, formatCitation } from "./processor.ts";
import type { CslStyle, SecondaryCitation } from "./style.ts";

/** The subject of a citation: a document, or a passage of it. */
export interface CitedWork {
  readonly document: Document;
  readonly passage?: Passage;
}

/** A citation in one of the forms that a style has. */
export interface CitationForm {
  readonly label: string;
  /** Plain text, without the italics that the manual requires. */
  readonly text: string;
}

/**
 * Formats a citation in every form of a style. Words known only from another work are cited as
 * quoted in it, and the bibliography entry is that of the other work.
 */
export function citationFormsOf(
  style: CslStyle,
  { document, passage }: CitedWork,
): readonly CitationForm[] {
  const { csl, citationLabel, entryLabel, secondary } = style;
  const printedIn = passage?.printedIn;
  const work =
    printedIn === undefined
      ? prepareItem(style, cslItemOfDocument(document), document.date)
      : prepareItem(style, cslItemOfSource(printedIn.source), printedIn.source.issued);
  const place =
    printedIn === undefined
      ? passage && { locator: passage.number, label: "paragraph" as const }
      : printedIn.locator !== undefined && { locator: printedIn.locator };
  const lead = printedIn && secondary ? secondaryLead(style, document, secondary) : "";
  // The processor determines where a prefix goes: inside the brackets of a citation, for example.
  const text = formatCitation(csl, work, { ...place, prefix: MARK }).replace(MARK, () => lead);
  const forms = [
    { label: citationLabel, text },
    ...(entryLabel === undefined
      ? []
      : [{ label: entryLabel, text: formatBibliographyEntry(csl, work) }]),
  ];
  return forms.filter((form) => !NO_PRINTED_FORM.test(form.text));
}

/** A private-use character, which marks a place in the processor's output. */
const MARK = "\ue000";

/** The processor's output for a work about which a style says nothing. */
const NO_PRINTED_FORM =
  /^[^\p{L}\p{N}]*$|^\[(NO_PRINTED_FORM|CSL STYLE ERROR: reference with no printed form\.)\]$/u;

/** Formats what precedes the citation of the other work: “Quill to Hale, March 14, 1851, quoted in ”. */
function secondaryLead(
  style: CslStyle,
  document: Document,
  { words, namesDocument }: SecondaryCitation,
): string {
  if (!namesDocument) return `${words} `;
  const { csl, citationLabel } = style;
  const item = prepareItem(style, cslItemOfDocument(document), document.date);
  // APA 8.6: the year of the first work is given if it is known, and omitted otherwise.
  const isUndated = citationLabel === "In-text citation" && item["issued"] === undefined;
  const marked = formatCitation(csl, item, {
    prefix: MARK,
    suffix: MARK,
    ...(isUndated && { "author-only": 1 }),
  });
  // There is no mark if the style says nothing about the document.
  const [, citation = documentName(identityOf(document))] = marked.split(MARK);
  return `${citation}, ${words} `;
}

/** Adds to an item what a style needs and CSL-JSON cannot express. */
function prepareItem(style: CslStyle, item: CslItem, date: EdtfDate | undefined): CslItem {
  return dropLeadingThe(style, writeOutEras(markUncertainDate(style, item, date), date));
}

/** The variable by which our styles recognize uncertain dates. `circa` then means approximate. */
const DOUBTFUL_DATE = "doubtful-date";

function markUncertainDate({ csl }: CslStyle, item: CslItem, date: EdtfDate | undefined): CslItem {
  const numeric = date && numericDateOf(date);
  if (!numeric?.isUncertain || !csl.includes(`"${DOUBTFUL_DATE}"`)) return item;
  const { ends, season, isApproximate } = numeric;
  const issued: CslDate = {
    "date-parts": toDateParts(ends),
    ...(season !== undefined && { season }),
    ...(isApproximate && { circa: true }),
  };
  return { ...item, issued, [DOUBTFUL_DATE]: "true" };
}

/** Writes a range of years over two eras in words, since a style names the era of its end only once. */
function writeOutEras(item: CslItem, date: EdtfDate | undefined): CslItem {
  const eras = date && numericDateOf(date)?.ends.map(([year]) => year > 0);
  const isOverTwo = eras?.some((isAfterChrist) => isAfterChrist !== eras[0]) === true;
  return isOverTwo && date !== undefined ? { ...item, issued: { literal: date.label } } : item;
}

function dropLeadingThe({ omitsLeadingThe }: CslStyle, item: CslItem): CslItem {
  const name = item["container-title"];
  if (!omitsLeadingThe || item.type !== "article-newspaper" || typeof name !== "string") {
    return item;
  }
  return { ...item, "container-title": name.replace(/^The (?=\S)/, "") };
}
