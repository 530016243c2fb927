import type { FootnoteDefinition, FootnoteReference, RootContent } from "mdast";
import { toSuperscript } from "../../../language/superscripts.ts";

/** The kinds of marks: a number of a note, a verse, a line or a printed page. */
export type MarkKind = "note" | "verse" | "line" | "page";

/**
 * Creates the mark that a reader of a format found. `printed` is the number or the sign on the page;
 * `target` identifies the note that it refers to.
 */
export function createMark(
  kind: MarkKind,
  printed: string,
  target: string = printed,
): FootnoteReference {
  return { type: "footnoteReference", identifier: `${kind}:${target}`, label: printed };
}

/** Creates the note that the marks with the same target refer to. */
export function createNote(
  printed: string,
  children: FootnoteDefinition["children"],
  target: string = printed,
): FootnoteDefinition {
  return { type: "footnoteDefinition", identifier: `note:${target}`, label: printed, children };
}

/** The number or the letter of a paragraph, after which a raised number is that of a note: “2) ¹⁴”, “§ 3. ⁷”. */
const PARAGRAPH_LABEL = /(?:^|\s)(?:\(?(?:\p{L}{1,2}|\d{1,3}\p{L}?)[.)]+|§\s?\d+\p{L}?\.?)\s*$/u;

/** Whether a raised number after a text is where a verse begins, and not after a word or the label of a paragraph. */
export function canBeginVerse(preceding: string): boolean {
  return /(?:^|\s)$/.test(preceding) && !PARAGRAPH_LABEL.test(preceding);
}

/** The beginnings of labels in Markdown, for marks that no note explains. */
export const LABEL_PREFIXES: Readonly<Record<MarkKind, string>> = {
  note: "",
  verse: "v",
  line: "l",
  page: "p",
};

/**
 * Writes a mark as Markdown has it, for a reader whose text is not yet divided into nodes. Numbers that begin anew on each
 * page need the identifier of their note.
 */
export function writeMark(kind: MarkKind, printed: string, target?: string): string {
  const label = `${LABEL_PREFIXES[kind]}${printed.replace(/[\s[\]^|]/g, "")}`;
  return `[^${label}${target === undefined ? "" : `|${target}`}]`;
}

/** The source of a regular expression for a mark that `writeMark` or an editor wrote. */
export const WRITTEN_MARK = String.raw`\[\^[^\s[\]^]{1,40}\]`;

/** Reads a mark that `writeMark` or an editor wrote. */
export function readWrittenMark(mark: string): FootnoteReference {
  const label = mark.slice("[^".length, -"]".length);
  // A roman number is that of a page, or, as in “vi”, all of the label.
  const [, prefix, number] = /^([vlp](?=\d)|p)(\d+(?::\d+)?|[ivxlc]+)$/.exec(label) ?? [];
  if (prefix === undefined || number === undefined) {
    const [printed = "", target = printed] = label.split(/\|(?=.)/);
    return createMark("note", printed, target);
  }
  return createMark(prefix === "v" ? "verse" : prefix === "l" ? "line" : "page", number);
}

/** Returns a text with what is printed instead of the marks in it: the numbers of notes raised, those of lines before a space. */
export function printMarks(text: string): string {
  return text.replace(new RegExp(WRITTEN_MARK, "gu"), (mark) => {
    const node = readWrittenMark(mark);
    const printed = node.label ?? "";
    return markKindOf(node) === "note" ? (toSuperscript(printed) ?? printed) : `${printed} `;
  });
}

/** Writes the mark of a note in the margin, which has no number in print. */
export function writeMarginMark(number: number): string {
  return writeMark("note", "", `m${number}`);
}

/** The source of a regular expression for what is in the margin of a line: its number, that of its page, or a note. */
export const MARGIN_MARK = String.raw`\[\^(?:[lp]\d{1,4}|\|m\d{1,6})\]`;

/** The marks of what is in the margin of a line, as they are written at the beginning of the line. */
export const LINE_MARK = new RegExp(String.raw`^\s*(?:${MARGIN_MARK})+`);

/** A mark, or the note that marks refer to. */
export type MarkNode = FootnoteReference | FootnoteDefinition;

/** Returns the marks and notes in a tree, in their order. */
export function markNodesIn(node: RootContent): readonly MarkNode[] {
  if (node.type === "footnoteReference") return [node];
  const inner = "children" in node ? node.children.flatMap(markNodesIn) : [];
  return node.type === "footnoteDefinition" ? [node, ...inner] : inner;
}

/** The beginning of an identifier, which says what kind of mark it is. */
export const MARK_KIND = /^(note|verse|line|page):/;

/** Markdown's own footnotes have an identifier without a kind. */
export function markKindOf({ identifier }: MarkNode): MarkKind {
  const kind = MARK_KIND.exec(identifier)?.[1];
  return kind === "verse" || kind === "line" || kind === "page" ? kind : "note";
}
