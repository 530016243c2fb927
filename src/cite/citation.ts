import { addressOf, type Document, type Passage, type Source } from "../corpus/document.ts";
import { documentName } from "../corpus/titles.ts";

/** The source of a quotation. */
export interface Citation {
  /** `2019-08-05-kim-to-trump¶a` */
  readonly address: string;
  readonly documentId: string;
  /** One line for readers: the correspondents, the date, the passage, and the work that prints it. */
  readonly line: string;
  /** The work that prints the words, if they are known only from it. */
  readonly printedIn?: Source;
  /** The document's own web address, if the words are its own. */
  readonly url?: string;
}

/** Cites a passage of a document. */
export function citationOf(document: Document, passage: Passage): Citation {
  const { printedIn } = passage;
  const { URL: url } = document.more;
  const parts = [
    documentName(document),
    ...passage.headings.filter((heading) => heading !== document.title),
    `¶${passage.number}`,
    printedIn && `as printed in ${shortReference(printedIn.source)}`,
    printedIn?.locator,
  ];
  return {
    address: addressOf(document, passage),
    documentId: document.id,
    line: parts.filter((part) => part !== undefined).join(", "),
    ...(printedIn && { printedIn: printedIn.source }),
    ...(printedIn === undefined && url !== undefined && { url }),
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
