import type { Document, Passage } from "../corpus/document.ts";
import { nameOf } from "../corpus/naming.ts";
import { itemOf, itemOfSource } from "./csl-item.ts";
import { cited, entryOf } from "./processor.ts";
import type { CslStyle, Secondary } from "./style.ts";

/** What is cited: a document, or a passage of it. */
export interface Cited {
  readonly document: Document;
  readonly passage?: Passage;
}

/** One form that a style has for a citation. */
export interface Form {
  readonly label: string;
  /** Without the italics that the manual wants. */
  readonly text: string;
}

/**
 * A citation in every form that the style has. Words that are known only through another work are
 * cited as quoted in it, and that work is the one that is listed.
 */
export function formsOf(style: CslStyle, { document, passage }: Cited): readonly Form[] {
  const { csl, cite, entry, secondary } = style;
  const printedIn = passage?.printedIn;
  const work = printedIn === undefined ? itemOf(document) : itemOfSource(printedIn.source);
  const place =
    printedIn === undefined
      ? passage && { locator: passage.number, label: "paragraph" as const }
      : printedIn.locator !== undefined && { locator: printedIn.locator };
  const lead = printedIn && secondary ? leadOf(style, document, secondary) : "";
  // What stands before a work goes in where the processor says, between its brackets if it has some.
  const text = cited(csl, work, { ...place, prefix: MARK }).replace(MARK, () => lead);
  const forms = [
    { label: cite, text },
    ...(entry === undefined ? [] : [{ label: entry, text: entryOf(csl, work) }]),
  ];
  return forms.filter((form) => !NOTHING.test(form.text));
}

/** A character of no text, to find a place in what the processor writes. */
const MARK = "\ue000";

/** What the processor writes where a style has nothing to say of a work. */
const NOTHING =
  /^[^\p{L}\p{N}]*$|^\[(NO_PRINTED_FORM|CSL STYLE ERROR: reference with no printed form\.)\]$/u;

/** “Kim Jong Un to Donald J. Trump, August 5, 2019, quoted in ” */
function leadOf({ csl, cite }: CslStyle, document: Document, { words, namesDocument }: Secondary) {
  if (!namesDocument) return `${words} `;
  const item = itemOf(document);
  // APA 8.6 gives the year of the first work where it is known, and says nothing where it is not.
  const isUndated = cite === "In-text citation" && item["issued"] === undefined;
  const written = cited(csl, item, {
    prefix: MARK,
    suffix: MARK,
    ...(isUndated && { "author-only": 1 }),
  });
  const [, named = nameOf(document)] = written.split(MARK);
  return `${named}, ${words} `;
}
