import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import { type Message, message } from "../../../catalogue/catalogue.ts";
import { markBoldVerses } from "../../../corpus/foreign/bold-verses.ts";
import { readPrintedNotes } from "../../../corpus/notes/printed-notes.ts";
import { append } from "../../../foundation/long-arrays.ts";
import { LOWERED, MAX_BASE_LENGTH } from "../../../language/superscripts.ts";
import { restoreFormulas } from "../formula.ts";
import { joinBracketedParts } from "../notes/bracketed-notes.ts";
import { hoistNotes } from "../notes/nested-notes.ts";
import { toNote } from "../notes/note-beginnings.ts";
import { readNoteSections } from "../notes/note-sections.ts";
import { labelsWithoutNotes, printedReferences } from "../notes/printed-references.ts";
import { readRaisedNotes } from "../notes/raised-notes.ts";
import { markClosingNumbers } from "../numbering/closing-numbers.ts";
import { markCountedNumbers } from "../numbering/counted-numbers.ts";
import { findIsolatedPages, findPageNumbers } from "../numbering/page-numbers.ts";
import { takeOutTimes } from "../numbering/recording-times.ts";
import { plainText } from "../plain-text.ts";
import {
  createMark,
  createNote,
  MARK_KIND,
  type MarkKind,
  type MarkNode,
  markKindOf,
  markNodesIn,
} from "./mark.ts";
import { assignLabels } from "./mark-labels.ts";
import { NOTE_SIGN } from "./printed-labels.ts";
import { createTextMarks } from "./text-marks.ts";

/** Content whose marks are taken out of its words. */
export interface MarkedContent {
  readonly content: readonly RootContent[];
  /** Sentences on how many marks there are, and what they were. */
  readonly remarks: readonly Message[];
}

/**
 * Takes the marks out of the words of normalized content: those that the reader found, and those in
 * the text itself. Paragraphs that are notes become definitions, and every label is unique. In typeset content, Pandoc's
 * `^[a note]` is what the page shows, and no note.
 */
export function takeOutMarks(
  content: readonly RootContent[],
  { isTypeset = false }: { readonly isTypeset?: boolean } = {},
): MarkedContent {
  const { content: timeless, count: times } = takeOutTimes(content);
  markBoldVerses(timeless);
  markCountedNumbers(timeless);
  const hoisted = readRaisedNotes(timeless.flatMap(hoistNotes));
  const linked = new Set(
    hoisted
      .flatMap(markNodesIn)
      .filter(isNote)
      .map(({ identifier }) => identifier),
  );
  const blocks = readPrintedNotes(hoisted, {
    createMarks: (_, marked) => marked.map(({ label, note }) => createMark("note", label, note)),
    createNote: ({ label, note }, children) => createNote(label, children, note),
    isOpen: ({ identifier }) => identifier.startsWith("note:") && !linked.has(identifier),
  });
  const closing = markClosingNumbers(blocks);
  const texts = blocks.flatMap(textsIn);
  const found = labelsWithoutNotes(blocks);
  const references = printedReferences(
    texts,
    found.filter((label) => NOTE_SIGN.test(label)),
  );
  const inSections = new Set([...references, ...found]);
  const withNotes = readNoteSections(joinBracketedParts(blocks), inSections).map((block) =>
    toNote(block, references),
  );
  const labels = new Set(
    withNotes.flatMap((block) => (block.type === "footnoteDefinition" ? [block.label ?? ""] : [])),
  );
  for (const mark of closing) if (labels.has(mark.label ?? "")) makeMarkOfNote(mark);
  const pages = new Set([...findPageNumbers(texts), ...findIsolatedPages(texts)]);
  const marked = attachLoneMarks(withNotes.flatMap(createTextMarks(labels, pages, isTypeset)));
  const noteLabels = new Set(marked.flatMap(markNodesIn).flatMap(labelOfNote));
  for (const block of marked) restoreSignsOfVariables(block, noteLabels);
  const nodes = marked.flatMap(markNodesIn);
  renameStrayVerses(nodes);
  const captions = countImages(marked) - countImages(blocks);
  const remarks = [
    ...describeMarks(nodes),
    ...(times > 0 ? [message("marks.time", { count: times })] : []),
    ...(captions > 0 ? [message("remark.captions", { count: captions })] : []),
  ];
  assignLabels(nodes);
  marked.forEach(restoreFormulas);
  return { content: marked, remarks };
}

function textsIn(node: RootContent): readonly string[] {
  if (node.type === "paragraph" || node.type === "tableCell") return [plainText(node)];
  return "children" in node ? node.children.flatMap(textsIn) : [];
}

/** Moves the marks of paragraphs without words to the next paragraph, or otherwise to the previous. */
function attachLoneMarks(content: readonly RootContent[]): readonly RootContent[] {
  const attached: RootContent[] = [];
  let waiting: PhrasingContent[] = [];
  for (const block of content) {
    if (block.type !== "paragraph") attached.push(block);
    else if (isLoneMark(block)) {
      append(
        waiting,
        block.children.filter(({ type }) => type === "footnoteReference"),
      );
    } else {
      attached.push({ ...block, children: [...waiting, ...block.children] });
      waiting = [];
    }
  }
  if (waiting.length === 0) return attached;
  const last = attached.findLastIndex(({ type }) => type === "paragraph");
  return attached.map((block, index) =>
    index === last && block.type === "paragraph"
      ? { ...block, children: [...block.children, ...waiting] }
      : block,
  );
}

function isLoneMark({ children }: Paragraph): boolean {
  return (
    children.some(({ type }) => type === "footnoteReference") &&
    children.every(
      (node) =>
        node.type === "footnoteReference" || (node.type === "text" && node.value.trim() === ""),
    )
  );
}

function countImages(nodes: readonly RootContent[]): number {
  return nodes.reduce(
    (count, node) =>
      count + (node.type === "image" ? 1 : "children" in node ? countImages(node.children) : 0),
    0,
  );
}

function isNote({ type }: MarkNode): boolean {
  return type === "footnoteDefinition";
}

function labelOfNote(node: MarkNode): readonly string[] {
  return node.type === "footnoteDefinition" ? [node.label ?? ""] : [];
}

/** A variable, which a sign can belong to: V*, but not “a*” or “I*”. */
const VARIABLE = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])(?![aAIO])\p{L}[${LOWERED}]*$`, "u");

/** Makes signs of the marks after variables that no note explains: V* is a dual space. */
function restoreSignsOfVariables(node: RootContent, noteLabels: ReadonlySet<string>): void {
  if (!("children" in node)) return;
  node.children.forEach((child, index) => {
    const before = node.children[index - 1];
    const sign = child.type === "footnoteReference" ? (child.label ?? "") : "";
    const isOfVariable =
      /^[*∗†]$/.test(sign) &&
      !noteLabels.has(sign) &&
      before !== undefined &&
      VARIABLE.test(plainText(before).slice(-MAX_BASE_LENGTH));
    if (isOfVariable) Object.assign(child, { type: "text", value: sign });
    else restoreSignsOfVariables(child, noteLabels);
  });
}

/** Makes the numbers that begin verses those of notes, unless most of them count on. */
function renameStrayVerses(nodes: readonly MarkNode[]): void {
  const verses = nodes.filter((node) => markKindOf(node) === "verse");
  const numbers = verses.map(({ label }) => Number(/\d+$/.exec(label?.trim() ?? "")?.[0]));
  const counting = numbers.filter((number, index) => {
    const [before, after] = [numbers[index - 1], numbers[index + 1]];
    return before === number - 1 || after === number + 1;
  });
  if (counting.length * 2 >= verses.length) return;
  verses.forEach(makeMarkOfNote);
}

function makeMarkOfNote(mark: MarkNode): void {
  mark.identifier = mark.identifier.replace(MARK_KIND, "note:");
}

function describeMarks(nodes: readonly MarkNode[]): readonly Message[] {
  const notes = nodes.filter(({ type }) => type === "footnoteDefinition").length;
  const count = (kind: MarkKind) =>
    nodes.filter((node) => node.type === "footnoteReference" && markKindOf(node) === kind).length;
  const taken = (kind: MarkKind) =>
    count(kind) > 0 ? [message(`marks.${kind}`, { count: count(kind) })] : [];
  return [
    ...taken("note"),
    ...(notes > 0 ? [message("remark.notes", { count: notes })] : []),
    ...taken("verse"),
    ...taken("line"),
    ...taken("page"),
  ];
}
