import { addressOf, type Document, type Passage, type Source } from "../corpus/document.ts";
import { documentName, identityOf } from "../corpus/titles.ts";

/** The source of a quotation. */
export interface Citation {
  /** `1851-03-14-ada-to-tom¶a` */
  readonly address: string;
  readonly documentId: string;
  /** One line for readers: the correspondents, the date, the passage, and the work that prints it. */
  readonly line: string;
  /** The passage within the document: `¶a` */
  readonly place: string;
  /** Where the work that prints the words begins in `line`: “as printed in …”. */
  readonly printingStart?: number;
  /** The name in `line` of the work that has a web address, and this address. */
  readonly link?: { readonly start: number; readonly end: number; readonly url: string };
  /** The work that prints the words, if they are known only from it. */
  readonly printedIn?: Source;
  /** The document's own web address, if the words are its own. */
  readonly url?: string;
}

/** Cites a passage of a document. */
export function citationOf(document: Document, passage: Passage): Citation {
  const { printedIn } = passage;
  const { URL: url } = document.more;
  const name = documentName(identityOf(document));
  const place = `¶${passage.number}`;
  const headings = passage.headings.filter((heading) => heading !== document.title);
  const origin = [name, ...headings, place].join(", ");
  const cited = { address: addressOf(document, passage), documentId: document.id, place };
  if (printedIn === undefined) {
    return {
      ...cited,
      line: origin,
      ...(url !== undefined && { url, link: { start: 0, end: name.length, url } }),
    };
  }
  const { source, locator } = printedIn;
  const beforeWork = `${origin}, as printed in `;
  const upToWork = beforeWork + shortReference(source);
  const link = { start: beforeWork.length, end: upToWork.length };
  return {
    ...cited,
    line: locator === undefined ? upToWork : `${upToWork}, ${locator}`,
    printingStart: origin.length + 2,
    ...(source.URL !== undefined && { link: { ...link, url: source.URL } }),
    printedIn: source,
  };
}

/** Returns a short reference to a source: “Hankyoreh, 26 September 2022”. */
export function shortReference(source: Source): string {
  const container = source["container-title"] ?? source.title;
  return source.issued === undefined ? container : `${container}, ${source.issued.label}`;
}

/** Puts the title of a part of a larger work in quotation marks, unless it contains some. */
function quotedTitle({ title, "container-title": container }: Source): string {
  return container === undefined || /["“”«»]/.test(title) ? title : `“${title}”`;
}

/** Returns the full reference to a source, for a list of sources. */
export function fullReference(source: Source): string {
  const authors = source.author.map(({ family, given, isFamilyFirst }) =>
    given === undefined ? family : `${family}${isFamilyFirst ? "" : ","} ${given}`,
  );
  const parts = [
    authors.length > 0 ? authors.join("; ") : undefined,
    quotedTitle(source),
    source["container-title"],
    source.more["edition"],
    source.issued?.label,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}
