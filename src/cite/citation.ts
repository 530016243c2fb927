import { addressOf, type Document, type Passage, type Source } from "../corpus/document.ts";
import { nameOf } from "../corpus/titles.ts";

/** Where a quotation stands. */
export interface Citation {
  /** `2019-08-05-kim-to-trump¶a` */
  readonly address: string;
  readonly documentId: string;
  /** One line for readers: who to whom, when, which passage, and who prints it. */
  readonly line: string;
  /** The work that prints the words, when we know them only through it. */
  readonly printedIn?: Source;
  /** The document's own address on the web, when the words are its own. */
  readonly url?: string;
}

export function citationOf(document: Document, passage: Passage): Citation {
  const { printedIn } = passage;
  const { URL: url } = document.more;
  const parts = [
    nameOf(document),
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

/** A source in a few words: “Hankyoreh, 26 September 2022”. */
export function shortReference(source: Source): string {
  const container = source["container-title"] ?? source.title;
  return source.issued === undefined ? container : `${container}, ${source.issued.label}`;
}

/** A title within its container stands in quotation marks, unless it has some of its own. */
function quotedTitle({ title, "container-title": container }: Source): string {
  return container === undefined || /["“”«»]/.test(title) ? title : `“${title}”`;
}

/** A source in full, for a list of sources. */
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
