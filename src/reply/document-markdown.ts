import type { Heading, RootContent } from "mdast";
import { english } from "../catalogue/catalogue.ts";
import { citationOf, fullReference } from "../cite/citation.ts";
import {
  type Document,
  distinctPassagesOf,
  type Passage,
  type Unquotable,
} from "../corpus/document.ts";
import { documentName } from "../corpus/titles.ts";
import { metadataOf, noteTextsOf } from "./document-reply.ts";
import { documentFacts } from "./layout/document.ts";
import {
  attributedQuotation,
  linkTo,
  list,
  markdownHeading,
  paragraph,
  phrasing,
  section,
  writeMarkdown,
} from "./markdown-nodes.ts";

/**
 * Formats a document as a CommonMark file with its citation and its sources. A CommonMark parser
 * reads each of its own paragraphs and of its quotations back as the passage's text, character for
 * character, except for U+0000, which CommonMark replaces.
 */
export function formatDocument(document: Document): string {
  const { title, more, sources } = document;
  const passages = distinctPassagesOf(document);
  const own = passages.filter(({ printedIn }) => printedIn === undefined);
  const printed = passages.filter(({ printedIn }) => printedIn !== undefined);
  const sourceNotes = new Set(printed.flatMap(({ printedIn }) => printedIn?.source.note ?? []));
  const { URL: url } = more;
  const works = [
    ...(url === undefined ? [] : [linkTo(title, url)]),
    ...sources.map((source) => linkTo(fullReference(source), source.URL)),
  ];

  return writeMarkdown([
    markdownHeading(1, title),
    paragraph(`${documentName(document)} (${document.id})`),
    list(
      documentFacts(document, metadataOf(document), english).map(({ label, value }) =>
        phrasing(`${label}: ${value}`),
      ),
    ),
    ...section("Summary", noteTextsOf(document, "summary").map(paragraph)),
    ...section("Text", fullText(document, own)),
    ...section("Quotations", [
      ...printed.map((passage) => {
        const { line, address } = citationOf(document, passage);
        return attributedQuotation(passage.text, `${line} (${address})`);
      }),
      ...[...sourceNotes].map(paragraph),
    ]),
    ...section("Remarks", noteTextsOf(document, "remark").map(paragraph)),
    ...section("Notes", noteTextsOf(document, "footnote").map(paragraph)),
    ...section("Sources", [list(works)]),
  ]);
}

/** Returns the passages in order, each heading of the document above the first passage under it. */
function fullText(
  { title, unquotable }: Document,
  passages: readonly Passage[],
): readonly RootContent[] {
  let previous: readonly string[] = [];
  const unquotableBefore = (number: string | undefined) =>
    unquotable.filter(({ before }) => before === number).map(unquotableBlock);
  const text = passages.flatMap((passage) => {
    const headings = passage.headings.filter((one) => one !== title);
    const firstNew = headings.findIndex((one, index) => one !== previous[index]);
    previous = headings;
    const newHeadings = firstNew === -1 ? [] : headings.slice(firstNew);
    return [
      ...newHeadings.map((one, index) => markdownHeading(depthBelowSection(firstNew + index), one)),
      ...unquotableBefore(passage.number),
      paragraph(passage.text),
    ];
  });
  return [...text, ...unquotableBefore(undefined)];
}

/** Shows what is not quoted as code, so that no paragraph has other words than a passage. */
function unquotableBlock({ kind, text }: Unquotable): RootContent {
  const isNamed = kind === "image" || kind === "heading";
  return { type: "code", value: isNamed ? `[${kind}${text === "" ? "" : `: ${text}`}]` : text };
}

/** The depths of headings inside a section, whose own heading has depth 2. */
const DEPTHS = [3, 4, 5] as const;

function depthBelowSection(level: number): Heading["depth"] {
  // CommonMark has no deeper heading than the sixth.
  return DEPTHS[level] ?? 6;
}
