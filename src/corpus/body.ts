import type { FootnoteDefinition, Heading, Nodes, Paragraph, Root, RootContent } from "mdast";
import { message } from "../catalogue/catalogue.ts";
import { closeDirectionControls } from "../catalogue/direction-controls.ts";
import { elementAt } from "../foundation/checked-access.ts";
import type { Interruption, Mark, Note, Unquotable, UnquotableKind } from "./document.ts";
import { htmlContentOf, interruptionByHtml } from "./foreign/html.ts";
import { areTableLines } from "./foreign/pipe-tables.ts";
import { lineOf, renderInlineText, type SourceMappedText, trimSourceMapped } from "./markdown.ts";
import { isPrintedNote, setNotesApart } from "./notes/handwritten-notes.ts";
import { NESTED_TOO_DEEPLY, type Problem } from "./problem.ts";

/** The kind of a body: its paragraphs are the document's own words, or the editor's notes on it. */
export type BodyKind = "text" | "notes";

/** The body of a document, before its sources and topics are looked up. */
export interface Body {
  readonly passages: readonly PassageDraft[];
  readonly notes: readonly Note[];
  readonly unquotable: readonly Unquotable[];
  /** The first heading of level 1 that is not empty, or one above all of a text. */
  readonly title?: string;
  readonly problems: readonly Problem[];
  readonly advice: readonly Problem[];
}

/** A passage whose attribution still consists of ids. */
export interface PassageDraft extends SourceMappedText {
  readonly number: string;
  readonly headings: readonly string[];
  readonly follows?: readonly Interruption[];
  readonly attribution?: Attribution;
}

/** The line `— @source-id, locator {topics}` at the end of a block quote. */
export interface Attribution {
  readonly sourceId: string;
  readonly locator?: string;
  readonly topicIds: readonly string[];
  readonly line: number;
}

/** The heading above a document's own words. */
const TEXT_HEADING = /^text$/i;
const TEXT_DEPTH = 2;

/** A passage that only parts others, such as ⁂; asterisks and full stops may be an ellipsis. */
const ORNAMENT = /^[^\p{L}\p{N}*.…⋯]+$/u;

/** The maximum nesting of quotations, lists and emphasis. Readers of the tree recurse this deep. */
const MAX_DEPTH = 100;

/** Reads a body. `kind` determines what its block quotes and headings mean. */
export function readBody(root: Root, kind: BodyKind, path: string): Body {
  const deep = findAtDepth(root, MAX_DEPTH);
  if (deep !== undefined) {
    return {
      passages: [],
      notes: [],
      unquotable: [],
      problems: [nestingProblem(deep, path)],
      advice: [],
    };
  }

  const passages: PassageDraft[] = [];
  const notes: Note[] = [];
  const unquotable: Unquotable[] = [];
  const problems: Problem[] = [];
  const advice: Problem[] = [];
  let headings: readonly { readonly depth: number; readonly text: string }[] = [];
  let title: string | undefined;
  /** The heading before all of the text, unless another has as high a level. */
  let top: { readonly depth: number; readonly text: string } | undefined;
  let headingCount = 0;
  /** The depth of the heading that opened the document's own words; undefined among notes. */
  let textDepth = kind === "text" ? 0 : undefined;
  /** The interruptions since the last passage of the document's own words. */
  let interruptions: Interruption[] = [];
  let ownCount = 0;
  let printedCount = 0;

  function enterHeading(depth: number, text: string, line: number): void {
    interruptions.push("heading");
    if (kind === "notes" && textDepth !== undefined && depth <= textDepth) {
      // A heading that belongs to the text would turn the rest of the text into notes.
      if (!/^(remarks|notes)$/i.test(text)) {
        advice.push({
          path,
          line,
          message: message("advice.text-ended", { heading: text }),
          remedy: message("remedy.text-ended"),
        });
      }
      textDepth = undefined;
    }
    if (kind === "notes" && depth === TEXT_DEPTH && TEXT_HEADING.test(text)) textDepth = depth;
    headings = [...headings.filter((heading) => heading.depth < depth), { depth, text }];
    if (depth === 1 && text !== "") title ??= text;
    headingCount += 1;
    if (headingCount === 1 && ownCount === 0 && kind === "text") top = { depth, text };
    else if (top !== undefined && depth <= top.depth) top = undefined;
  }

  /** Adds what is not quoted. It interrupts the words, unless it may be part of a paragraph or shows nothing. */
  function addUnquotable(
    kind: UnquotableKind,
    text: string,
    interruption: Interruption | undefined,
  ): void {
    if (interruption !== undefined) interruptions.push(interruption);
    if (textDepth !== undefined) unquotable.push({ kind, text, before: String(ownCount + 1) });
  }

  function addImages(node: Nodes): void {
    for (const alternative of imagesIn(node)) addUnquotable("image", alternative, undefined);
  }

  /** Adds the images of a part without words. */
  function addPicture(node: Nodes): void {
    if (imagesIn(node).length > 0) interruptions.push("image");
    addImages(node);
  }

  function addOwnWords(paragraph: Paragraph, itemMarks: readonly Mark[]): void {
    const table = pipeTableIn(paragraph);
    const rendered = renderInlineText(paragraph);
    if (rendered.text === "") {
      addPicture(paragraph);
      return;
    }
    addImages(paragraph);
    if (table !== undefined) {
      addUnquotable("table", table, "table");
      adviseOnSkipped(paragraph);
      return;
    }
    ownCount += 1;
    const follows =
      ownCount > 1 && interruptions.length > 0 ? [...new Set(interruptions)] : undefined;
    interruptions = [];
    passages.push({
      ...rendered,
      marks: [...itemMarks, ...rendered.marks],
      number: String(ownCount),
      headings: headingTexts(),
      ...(follows && { follows }),
    });
    if (ORNAMENT.test(rendered.text)) interruptions.push("break");
  }

  function addPrintedWords(quote: Nodes): void {
    const paragraphs = paragraphsIn(quote).map(renderInlineText);
    const last = paragraphs.pop();
    if (last === undefined) return;
    const attributed = splitAttribution(last);
    if (attributed === undefined) {
      problems.push({
        path,
        line: lineOf(quote),
        message: message("problem.unattributed-quote"),
        remedy: message("remedy.unattributed-quote", {
          example: "`— @source-id, page {topic-id}`",
        }),
      });
      return;
    }
    const { words, attribution } = attributed;
    const quoted = [...paragraphs, ...(words ? [words] : [])].filter(({ text }) => text !== "");
    if (quoted.length === 0) {
      problems.push({
        path,
        line: attribution.line,
        message: message("problem.empty-quote"),
        remedy: message("remedy.empty-quote"),
      });
    }
    for (const rendered of quoted) {
      const number = letterNumber(printedCount);
      passages.push({ ...rendered, number, headings: headingTexts(), attribution });
      printedCount += 1;
    }
  }

  function addFootnote(definition: FootnoteDefinition): void {
    addImages(definition);
    const text = textsIn(definition)
      .filter((one) => one !== "")
      .join("\n");
    if (text === "") return;
    const beginning = isPrintedNote(definition) ? definition.label : undefined;
    notes.push({ kind: "footnote", text, ...(beginning && { beginning }) });
    if (beginning === undefined) return;
    advice.push({
      path,
      line: lineOf(definition),
      group: { key: "advice.printed-notes" },
      message: message("advice.printed-note", { words: firstWordsOf(text) }),
      remedy: message("remedy.printed-note"),
    });
  }

  function addNote(paragraph: Paragraph): void {
    const { text } = renderInlineText(paragraph);
    if (text === "") return;
    interruptions.push("remark");
    // The only heading that may come before a summary is the title.
    const isSummary = headings.every(({ depth }) => depth === 1);
    notes.push({ kind: isSummary ? "summary" : "remark", text });
  }

  function headingTexts(): readonly string[] {
    return headings
      .map(({ text }) => text)
      .filter((text) => text !== "" && !(kind === "notes" && TEXT_HEADING.test(text)));
  }

  function adviseOnSkipped(node: Nodes): void {
    const isTable = node.type !== "code" && node.type !== "html";
    advice.push({
      path,
      line: lineOf(node),
      group: { key: isTable ? "advice.tables" : `advice.blocks-of-${node.type}` },
      message: message(isTable ? "advice.table" : `advice.${node.type}`),
      remedy: message(isTable ? "remedy.table" : "remedy.code"),
    });
  }

  function visitAll(nodes: readonly Nodes[]): void {
    for (const node of nodes) visit(node);
  }

  /** Visits a node; a paragraph may be the first of an item with a number. */
  function visit(node: Nodes, itemMarks: readonly Mark[] = []): void {
    const isText = textDepth !== undefined;
    switch (node.type) {
      case "paragraph":
        if (isText) addOwnWords(node, itemMarks);
        else addNote(node);
        return;
      case "blockquote":
        if (isText) visitAll(node.children);
        else addPrintedWords(node);
        return;
      case "list":
        node.children.forEach((item, index) => {
          const text = `${(node.start ?? 1) + index}`;
          visit(item, node.ordered ? [{ offset: 0, text }] : []);
        });
        return;
      case "listItem": {
        // The number of a section by itself reads as an item without words.
        if (node.children.length === 0) interruptions.push("break");
        const [first, ...others] = node.children;
        if (first !== undefined) visit(first, itemMarks);
        visitAll(others);
        return;
      }
      case "footnoteDefinition":
        addFootnote(node);
        return;
      case "code":
        addUnquotable("code", node.value, node.lang === "math" ? "formula" : "code");
        adviseOnSkipped(node);
        return;
      case "html": {
        const { images, hasText, isComment } = htmlContentOf(node.value);
        if (isComment) return;
        if (images.length > 0 && !hasText) {
          addPicture(node);
          return;
        }
        addUnquotable("html", node.value, interruptionByHtml(node.value));
        adviseOnSkipped(node);
        return;
      }
      case "heading": {
        // One inside a quotation or a list is not a heading of the document.
        addImages(node);
        const { text } = renderInlineText(node);
        if (text !== "") addUnquotable("heading", text, "heading");
        return;
      }
      case "thematicBreak":
        interruptions.push("break");
        return;
      default:
        // Definitions contain no paragraphs.
        return;
    }
  }

  for (const node of withNotesApart(root.children, kind)) {
    if (node.type === "heading") {
      const text = renderInlineText(node).text.replaceAll("\n", " ");
      enterHeading(node.depth, closeDirectionControls(text), lineOf(node));
      addImages(node);
    } else visit(node);
  }
  const placed = unquotable.map(({ before, ...one }) =>
    Number(before) > ownCount ? one : { ...one, ...(before !== undefined && { before }) },
  );
  const titleInText = title ?? top?.text;
  return {
    passages,
    notes,
    unquotable: placed,
    problems,
    advice,
    ...(titleInText ? { title: titleInText } : {}),
  };
}

/** Makes notes of the printed ones in a document's own words. */
function withNotesApart(blocks: readonly RootContent[], kind: BodyKind): readonly RootContent[] {
  if (kind === "text") return setNotesApart(blocks);
  const start = blocks.findIndex((block) => block.type === "heading" && isTextHeading(block));
  if (start === -1) return blocks;
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.type === "heading" && block.depth <= TEXT_DEPTH);
  const own = end === -1 ? rest : rest.slice(0, end);
  return [...blocks.slice(0, start + 1), ...setNotesApart(own), ...rest.slice(own.length)];
}

function isTextHeading(heading: Heading): boolean {
  return heading.depth === TEXT_DEPTH && TEXT_HEADING.test(renderInlineText(heading).text);
}

/** Returns the alternative text of each image in a node. */
function imagesIn(node: Nodes): readonly string[] {
  if (node.type === "image" || node.type === "imageReference") return [node.alt ?? ""];
  if (node.type === "html") return htmlContentOf(node.value).images;
  return "children" in node ? node.children.flatMap(imagesIn) : [];
}

/** Returns the texts of a note, of which code and HTML are a part. */
function textsIn(node: Nodes): readonly string[] {
  switch (node.type) {
    case "paragraph":
    case "heading":
      return [renderInlineText(node).text];
    case "code":
      return [node.value];
    case "html":
      return htmlContentOf(node.value).isComment ? [] : [node.value];
    default:
      return "children" in node ? node.children.flatMap(textsIn) : [];
  }
}

/** Whether GitHub shows a paragraph as a table. */
export function isPipeTable(paragraph: Paragraph): boolean {
  return pipeTableIn(paragraph) !== undefined;
}

/** Returns a paragraph that GitHub shows as a table; undefined if it is none. */
function pipeTableIn(paragraph: Paragraph): string | undefined {
  const source = paragraph.children
    .map((child) => ("value" in child ? child.value : renderInlineText(child).text))
    .join("");
  return areTableLines(source) ? source : undefined;
}

/** Returns the first node that has `depth` ancestors. */
function findAtDepth(root: Root, depth: number): Nodes | undefined {
  let nodes: readonly Nodes[] = [root];
  for (let level = 0; level < depth; level++) {
    nodes = nodes.flatMap((node) => ("children" in node ? node.children : []));
  }
  return nodes[0];
}

function nestingProblem(node: Nodes, path: string): Problem {
  return {
    path,
    line: lineOf(node),
    ...NESTED_TOO_DEEPLY,
  };
}

const ATTRIBUTION = /^— @([a-z0-9-]+)(?:, ([^{}]*[^{}\s]))?(?:\s*\{([^{}]*)\})?$/;

/** A paragraph's attribution, and the words before it if there are any. */
interface AttributedText {
  readonly attribution: Attribution;
  readonly words?: SourceMappedText;
}

/** Splits the attribution off the last paragraph of a block quote; undefined if it has none. */
function splitAttribution({
  text,
  lines,
  marks,
  boldNames = [],
}: SourceMappedText): AttributedText | undefined {
  const start = lines.findLast(({ offset }) => text.startsWith("—", offset));
  const match = start && ATTRIBUTION.exec(text.slice(start.offset));
  if (!match) return undefined;
  // The locator and the topics are optional.
  const [, , locator, topics = ""] = match;
  return {
    attribution: {
      sourceId: elementAt(match, 1),
      ...(locator !== undefined && { locator: closeDirectionControls(locator) }),
      topicIds: topics.split(/[\s,]+/).filter((id) => id !== ""),
      line: start.line,
    },
    ...(start.offset > 0 && {
      words: trimSourceMapped({
        text: text.slice(0, start.offset),
        lines: lines.filter(({ offset }) => offset < start.offset),
        marks: marks.filter(({ offset }) => offset <= start.offset),
        boldNames: boldNames.filter(({ offset }) => offset < start.offset),
      }),
    }),
  };
}

function paragraphsIn(node: Nodes): readonly Paragraph[] {
  if (node.type === "paragraph") return [node];
  return "children" in node ? node.children.flatMap(paragraphsIn) : [];
}

/** How many characters of a text show which one it is. */
const MAX_SHOWN = 40;

function firstWordsOf(text: string): string {
  const [first = ""] = text.split("\n");
  if (first.length <= MAX_SHOWN) return closeDirectionControls(first);
  return closeDirectionControls(`${first.slice(0, MAX_SHOWN).replace(/\s\S*$/, "")} …`);
}

/** Returns the letters for an index: a, b, … z, aa, ab, … */
function letterNumber(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterNumber(Math.floor(index / 26) - 1) + letter;
}
