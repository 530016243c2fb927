import type { Blockquote, Heading, List, Paragraph, PhrasingContent, RootContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import { citationOf, fullReference } from "../cite/citation.ts";
import type { Document, Passage } from "../corpus/document.ts";
import { nameOf } from "../corpus/titles.ts";
import { distinctPassagesOf, documentFacts } from "./document-reply.ts";

/**
 * A document as a file in CommonMark, with its citation and its sources. Read back by CommonMark's
 * rules, the paragraphs of its own words and of its quotations are the passages' texts, character
 * for character, but for U+0000, which CommonMark does not have.
 */
export function formatDocument(document: Document): string {
  const { title, more, sources } = document;
  const passages = distinctPassagesOf(document);
  const own = passages.filter(({ printedIn }) => printedIn === undefined);
  const printed = passages.filter(({ printedIn }) => printedIn !== undefined);
  const notes = new Set(printed.flatMap(({ printedIn }) => printedIn?.source.note ?? []));
  const { URL: url } = more;
  const works = [
    ...(url === undefined ? [] : [linkTo(title, url)]),
    ...sources.map((source) => linkTo(fullReference(source), source.URL)),
  ];
  const paragraphs = (kind: "summary" | "remark") =>
    document.notes.filter((note) => note.kind === kind).map(({ text }) => paragraph(text));

  return toMarkdown(
    {
      type: "root",
      children: [
        heading(1, title),
        paragraph(`${nameOf(document)} (${document.id})`),
        list(documentFacts(document).map(({ label, value }) => phrasing(`${label}: ${value}`))),
        ...section("Summary", paragraphs("summary")),
        ...section("Text", ownWords(document, own)),
        ...section("Quotations", [
          ...printed.map((passage) => quotation(document, passage)),
          ...[...notes].map(paragraph),
        ]),
        ...section("Remarks", paragraphs("remark")),
        ...section("Sources", [list(works)]),
      ].filter((node) => !("children" in node) || node.children.length > 0),
    },
    // Raw, it would be read as the end of a line.
    { bullet: "-", unsafe: [{ character: "\r", inConstruct: "phrasing" }] },
  );
}

/** The passages under the headings of the text itself. */
function ownWords({ title }: Document, passages: readonly Passage[]): readonly RootContent[] {
  let above: readonly string[] = [];
  return passages.flatMap((passage) => {
    const headings = passage.headings.filter((one) => one !== title);
    const first = headings.findIndex((one, index) => one !== above[index]);
    above = headings;
    const fresh = headings.flatMap((one, index) =>
      first === -1 || index < first ? [] : [heading(DEPTHS[index] ?? 6, one)],
    );
    return [...fresh, paragraph(passage.text)];
  });
}

/** Of the headings below the one of a section. */
const DEPTHS = [3, 4, 5, 6] as const;

/** Words as somebody prints them, with where they stand. */
function quotation(document: Document, passage: Passage): Blockquote {
  const { line, address } = citationOf(document, passage);
  return {
    type: "blockquote",
    children: [paragraph(passage.text), paragraph(`— ${line} (${address})`)],
  };
}

/** A part of the file under its heading; nothing where it would be empty. */
function section(title: string, children: readonly RootContent[]): readonly RootContent[] {
  const isEmpty = children.every((node) => "children" in node && node.children.length === 0);
  return isEmpty ? [] : [heading(2, title), ...children];
}

/** A heading has one line. */
function heading(depth: Heading["depth"], text: string): Heading {
  return { type: "heading", depth, children: phrasing(text.replace(/\s+/g, " ")) };
}

function paragraph(text: string): Paragraph {
  return { type: "paragraph", children: phrasing(text) };
}

function list(items: readonly PhrasingContent[][]): List {
  return {
    type: "list",
    spread: false,
    children: items.map((children) => ({
      type: "listItem",
      spread: false,
      children: [{ type: "paragraph", children }],
    })),
  };
}

function linkTo(line: string, url: string | undefined): PhrasingContent[] {
  if (url === undefined) return phrasing(line);
  return [
    ...phrasing(`${line}: `),
    { type: "link", url, children: [{ type: "text", value: url }] },
  ];
}

/** A text with a hard break for each newline; no paragraph begins or ends with one. */
function phrasing(text: string): PhrasingContent[] {
  const [, before = "", inner = "", after = ""] = /^(\n*)([\s\S]*?)(\n*)$/.exec(text) ?? [];
  const lines = inner
    .split("\n")
    .flatMap((line, index) => [...(index > 0 ? [BREAK] : []), ...textOf(line)]);
  return [...textOf(before), ...lines, ...textOf(after)];
}

const BREAK: PhrasingContent = { type: "break" };

function textOf(value: string): PhrasingContent[] {
  return value === "" ? [] : [{ type: "text", value }];
}
