import type { FootnoteDefinition, FootnoteReference, Paragraph, RootContent } from "mdast";
import { append } from "../../../foundation/long-arrays.ts";
import { createNote } from "../marks/mark.ts";

/** A paragraph, a line or an item that begins with a mark. */
interface MarkedText {
  readonly mark: FootnoteReference;
  /** The words after the mark. */
  readonly children: FootnoteDefinition["children"];
}

type Phrasing = Paragraph["children"];

/** Blocks that begin with marks, one after the other, or another block. */
interface Segment {
  readonly blocks: readonly RootContent[];
  readonly texts: readonly MarkedText[];
  /** The labels of the marks in another block. */
  readonly labels: readonly string[];
}

/**
 * Makes notes of the paragraphs, lines and items that begin with a raised number or sign if words before them have the
 * same mark, which no later paragraph has. Those that begin with the numbers of verses are none: the marks in them are
 * their own.
 */
export function readRaisedNotes(content: readonly RootContent[]): readonly RootContent[] {
  const segments = segmentsOf(content);
  const before = countLabels(segments.flatMap(({ labels }) => labels));
  /** How many marks the notes after a segment need. */
  const needed = new Map<string, number>();
  const read = segments.toReversed().map(({ blocks, texts, labels }): readonly RootContent[] => {
    for (const label of labels) {
      add(before, label, -1);
      add(needed, label, (needed.get(label) ?? 0) > 0 ? -1 : 0);
    }
    const counts = countLabels(texts.map(({ mark }) => labelOf(mark)));
    const areNotes =
      [...counts].every(
        ([label, count]) => count + (needed.get(label) ?? 0) <= (before.get(label) ?? 0),
      ) && !texts.some(({ children }) => children.flatMap(marksIn).some(isOfVerse));
    if (texts.length === 0 || !areNotes) return blocks;
    for (const [label, count] of counts) add(needed, label, count);
    return texts.map(({ mark, children }) => createNote(labelOf(mark), children));
  });
  return read.toReversed().flat();
}

function countLabels(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) add(counts, label, 1);
  return counts;
}

function add(counts: Map<string, number>, label: string, count: number): void {
  counts.set(label, (counts.get(label) ?? 0) + count);
}

function segmentsOf(content: readonly RootContent[]): readonly Segment[] {
  const linked = new Set(content.flatMap(notesIn));
  const segments: Segment[] = [];
  let blocks: RootContent[] = [];
  let texts: MarkedText[] = [];
  const endGroup = () => {
    if (blocks.length > 0) segments.push({ blocks, texts, labels: [] });
    blocks = [];
    texts = [];
  };
  for (const block of content) {
    const marked = markedTextsIn(block, linked);
    if (marked !== undefined) {
      blocks.push(block);
      append(texts, marked);
      continue;
    }
    endGroup();
    const marks = marksIn(block).filter((mark) => isUnlinked(mark, linked) && !isOfVerse(mark));
    segments.push({ blocks: [block], texts: [], labels: marks.map(labelOf) });
  }
  endGroup();
  return segments;
}

/** Returns the texts of a block that begins with a mark, as does each item of a list; undefined for other blocks. */
function markedTextsIn(
  block: RootContent,
  linked: ReadonlySet<string>,
): readonly MarkedText[] | undefined {
  if (block.type === "paragraph") return markedLinesIn(block, linked);
  if (block.type !== "list") return undefined;
  const items = block.children.map(({ children: [first, ...others] }): MarkedText | undefined => {
    const lines = first?.type === "paragraph" ? markedLinesIn(first, linked) : undefined;
    const [only, ...further] = lines ?? [];
    if (only === undefined || further.length > 0) return undefined;
    return { mark: only.mark, children: [...only.children, ...others] };
  });
  const texts = items.filter((item) => item !== undefined);
  return texts.length === items.length ? texts : undefined;
}

/** Divides a paragraph before each line that begins with a mark; undefined if the first does not. */
function markedLinesIn(
  paragraph: Paragraph,
  linked: ReadonlySet<string>,
): readonly MarkedText[] | undefined {
  const texts: { readonly mark: FootnoteReference; readonly children: Phrasing }[] = [];
  for (const line of linesIn(paragraph.children)) {
    const [first, ...others] = line;
    const last = texts.at(-1);
    if (first?.type === "footnoteReference" && isUnlinked(first, linked)) {
      texts.push({ mark: first, children: trimStart(others) });
    } else if (last === undefined) return undefined;
    else append(last.children, [{ type: "break" }, ...line]);
  }
  return texts.some(({ children }) => children.length === 0)
    ? undefined
    : texts.map(({ mark, children }) => ({ mark, children: [{ type: "paragraph", children }] }));
}

/** Divides phrasing content at its line breaks. */
function linesIn(nodes: Phrasing): readonly Phrasing[] {
  const lines: Phrasing[] = [[]];
  for (const node of nodes) {
    if (node.type === "break") lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

function trimStart([first, ...others]: Phrasing): Phrasing {
  if (first?.type !== "text") return first === undefined ? [] : [first, ...others];
  const value = first.value.trimStart();
  return value === "" ? others : [{ type: "text", value }, ...others];
}

/** Whether a reader found a mark of a note or a verse, but no note that belongs to it. */
function isUnlinked({ identifier }: FootnoteReference, linked: ReadonlySet<string>): boolean {
  return /^(?:note|verse):/.test(identifier) && !linked.has(identifier);
}

function isOfVerse({ identifier }: FootnoteReference): boolean {
  return identifier.startsWith("verse:");
}

function labelOf({ label }: FootnoteReference): string {
  return label ?? "";
}

function marksIn(node: RootContent): readonly FootnoteReference[] {
  if (node.type === "footnoteReference") return [node];
  return "children" in node ? node.children.flatMap(marksIn) : [];
}

/** Returns the identifiers of the notes in a tree. */
function notesIn(node: RootContent): readonly string[] {
  if (node.type === "footnoteDefinition") return [node.identifier];
  return "children" in node ? node.children.flatMap(notesIn) : [];
}
