import { isRaisedMark, RAISED_NUMBER, toDigits } from "../../language/superscripts.ts";
import { readWrittenMark, WRITTEN_MARK } from "../shared/marks/mark.ts";
import type { BoxEdge, PdfBlock } from "./paragraphs.ts";

/** The text of a PDF without the notes at its end. */
export interface WithoutEndnotes {
  readonly body: readonly (PdfBlock | BoxEdge)[];
  /** The notes with their labels, each as lines to be joined. */
  readonly endnotes: readonly { readonly label: string; readonly lines: readonly string[] }[];
}

/** The beginning of a note in the size of the text: its label, and a space. */
const BEGINNING = /^(\d{1,3}|[ivxlc]{1,7}|[a-z])[.)]?\s+(?=\S)/;

const MIN_ENDNOTES = 2;

/**
 * Finds the notes that an office program sets at the end of a text like its paragraphs: after the last mark that no note of
 * `explained` explains, lines begin with the labels of all these marks in their order.
 */
export function splitOffEndnotes(
  blocks: readonly (PdfBlock | BoxEdge)[],
  explained: ReadonlySet<string>,
): WithoutEndnotes {
  const labels = blocks.flatMap((block) =>
    "lines" in block ? block.lines.flatMap((line) => openLabelsIn(line, explained)) : [],
  );
  let marks = 0;
  let isEnded = false;
  const body: (PdfBlock | BoxEdge)[] = [];
  const endnotes: { label: string; lines: string[] }[] = [];
  for (const block of blocks) {
    if (block.kind === "box-edge") {
      body.push(block);
      continue;
    }
    // Below a heading after the last of them, the text goes on.
    isEnded ||= block.kind === "heading" && endnotes.length === labels.length;
    const isText = !isEnded && (block.kind === "prose" || block.kind === "verse");
    const before: string[] = [];
    for (const line of block.lines) {
      marks += openLabelsIn(line, explained).length;
      const canBeNote = isText && marks === labels.length;
      const [beginning, label] = canBeNote ? (BEGINNING.exec(line) ?? []) : [];
      const isNext = label !== undefined && label === labels[endnotes.length];
      if (isNext) endnotes.push({ label, lines: [line.slice(beginning?.length)] });
      else if (isText && endnotes.length > 0) endnotes.at(-1)?.lines.push(line);
      else before.push(line);
    }
    if (before.length > 0) body.push({ ...block, lines: before });
  }
  const areAll = endnotes.length === labels.length && endnotes.length >= MIN_ENDNOTES;
  return areAll && new Set(labels).size === labels.length
    ? { body, endnotes }
    : { body: blocks, endnotes: [] };
}

const MARK = new RegExp(`${WRITTEN_MARK}|${RAISED_NUMBER}`, "gu");

/** Returns the labels of the marks in a line that no note explains. */
function openLabelsIn(line: string, explained: ReadonlySet<string>): readonly string[] {
  return [...line.matchAll(MARK)].flatMap(({ 0: mark, index }) => {
    if (!mark.startsWith("[")) {
      const isMark = isRaisedMark(line.slice(0, index), mark, line.slice(index + mark.length));
      const label = toDigits(mark);
      return isMark && !explained.has(label) ? [label] : [];
    }
    const { label, identifier } = readWrittenMark(mark);
    const isOpen = identifier.startsWith("note:") && label != null && !explained.has(label);
    return isOpen ? [label] : [];
  });
}
