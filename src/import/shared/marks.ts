import type {
  FootnoteDefinition,
  FootnoteReference,
  Paragraph,
  PhrasingContent,
  RootContent,
} from "mdast";
import { type Message, message } from "../../catalogue/catalogue.ts";
import { markBoldVerses } from "../../corpus/foreign/bold-verses.ts";
import { isBracketOpen } from "../../corpus/notes/note-marks.ts";
import { readPrintedNotes } from "../../corpus/notes/printed-notes.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { append } from "../../foundation/long-arrays.ts";
import { NOTES_TITLE } from "../../language/part-headings.ts";
import {
  AFTER_NOTE_NUMBER,
  BEFORE_NOTE_NUMBER,
  isRaisedMark,
  LOWERED,
  MAX_BASE_LENGTH,
  RAISED_DIGITS,
  RAISED_NUMBERS,
  readSuperscript,
  toDigits,
  toSuperscript,
} from "../../language/superscripts.ts";
import { restoreFormulas } from "./formula.ts";
import { readRaisedNotes } from "./notes/raised-notes.ts";
import { markCountedNumbers } from "./numbering/counted-numbers.ts";
import {
  BARRED_PAGE,
  BRACED_PAGE,
  findIsolatedPages,
  findPageNumbers,
  NAMED_PAGE,
  SLASHED_PAGE,
} from "./numbering/page-numbers.ts";
import { plainText } from "./plain-text.ts";

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

/** Returns a text with what is printed instead of the marks in it: the numbers of notes raised, those of lines before a space. */
export function printMarks(text: string): string {
  return text.replace(new RegExp(WRITTEN_MARK, "gu"), (mark) => {
    const node = readWrittenMark(mark);
    const printed = node.label ?? "";
    return kindOf(node) === "note" ? (toSuperscript(printed) ?? printed) : `${printed} `;
  });
}

/** The mark of the number of a line, as it is written at the beginning of the line, perhaps with that of the page. */
export const LINE_MARK = /^\s*(?:\[\^[lp]\d{1,4}\])+/;

/** The beginnings of labels in Markdown, for marks that no note explains. */
const LABEL_PREFIXES: Readonly<Record<MarkKind, string>> = {
  note: "",
  verse: "v",
  line: "l",
  page: "p",
};

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
  markBoldVerses(content);
  markCountedNumbers(content, createMark);
  const hoisted = readRaisedNotes(content.flatMap(hoistNotes), createNote);
  const linked = new Set(
    hoisted
      .flatMap(marksIn)
      .filter(isNote)
      .map(({ identifier }) => identifier),
  );
  const blocks = readPrintedNotes(hoisted, {
    createMarks: (_, marked) => marked.map((label) => createMark("note", label)),
    createNote,
    isOpen: ({ identifier }) => identifier.startsWith("note:") && !linked.has(identifier),
  });
  const texts = blocks.flatMap(textsIn);
  const found = labelsWithoutNotes(blocks);
  const references = printedReferences(
    texts,
    found.filter((label) => SIGN.test(label)),
  );
  const inSections = new Set([...references, ...found]);
  const withNotes = readNoteSections(joinBracketedNotes(blocks), inSections).map((block) =>
    toNote(block, references),
  );
  const labels = new Set(
    withNotes.flatMap((block) => (block.type === "footnoteDefinition" ? [block.label ?? ""] : [])),
  );
  const pages = new Set([...findPageNumbers(texts), ...findIsolatedPages(texts)]);
  const marked = attachLoneMarks(withNotes.flatMap(createTextMarks(labels, pages, isTypeset)));
  const noteLabels = new Set(marked.flatMap(marksIn).flatMap(labelOfNote));
  for (const block of marked) restoreSignsOfVariables(block, noteLabels);
  const nodes = marked.flatMap(marksIn);
  renameStrayVerses(nodes);
  const captions = countImages(marked) - countImages(blocks);
  const remarks = [
    ...describeMarks(nodes),
    ...(captions > 0 ? [message("remark.captions", { count: captions })] : []),
  ];
  assignLabels(nodes);
  marked.forEach(restoreFormulas);
  return { content: marked, remarks };
}

const SIGNS = String.raw`\*{1,3}|[†‡§¶‖]{1,2}`;
const SIGN = new RegExp(`^(?:${SIGNS})$`, "u");
const LABEL = String.raw`\d{1,4}|[a-z]|[ivx]{1,5}|[+#]{1,2}|${SIGNS}`;

/** A list of numbers, as of several notes. */
const NUMBERS = String.raw`\d{1,3}(?:\s*[,;–-]\s*\d{1,3})+`;

/** Where a word or its punctuation ends. */
const AFTER_WORD = String.raw`(?<=[\p{L}\p{N}.,;:!?”’"')\]])`;

/** The beginning of a paragraph that is a note. Each has the note's number or sign as its group. */
const NOTE_BEGINNINGS = [
  new RegExp(String.raw`^\[(${LABEL})\]\s+(?=\S)`, "iu"),
  new RegExp(String.raw`^(${SIGNS})\s?(?=[\p{L}“‘"'])`, "u"),
  new RegExp(String.raw`^(${RAISED_DIGITS})\)?\s*(?=\S)`, "u"),
  /^\((\d{1,3})\)\s+(?=\S)/u,
];

/** Below a title of notes, a number with a point begins a note, and no item of a list. */
const SECTION_BEGINNINGS = [...NOTE_BEGINNINGS, /^(\d{1,4})[.):]\s+(?=\S)/];

/** A note that its transcriber put in brackets: “[Footnote 1: …]”, “[Sidenote: …]”. */
const BRACKETED_NOTE =
  /^\[(?:(?:(?:foot|end|side)note|(?:transcriber|editor)[’']?s?[’']? note)s?|(?:note|nota|anmerkung|anm\.|fu(?:ß|ss)note|noot|примечание)(?=\s+\d))(?:\s+([^\s:\]]{1,6}))?\s*:\s*/i;

/** Returns the numbers and signs in paragraphs that may refer to notes, and those of `signs`, which the reader found. */
function printedReferences(
  texts: readonly string[],
  signs: readonly string[],
): ReadonlySet<string> {
  const references = new Map<string, number>();
  for (const sign of signs) references.set(sign, (references.get(sign) ?? 0) + 1);
  const pattern = new RegExp(
    String.raw`(?<=\S\s?)\[(${LABEL}|${NUMBERS})\]|(?<=[.,;:!?”’"'])\((\d{1,3})\)|${AFTER_WORD}(${SIGNS}|${RAISED_DIGITS})(?!\p{L})`,
    "giu",
  );
  for (const text of texts) {
    const own = labelOf(text);
    for (const [, bracketed, round, sign] of text.matchAll(pattern)) {
      const printed = bracketed ?? round ?? sign ?? "";
      for (const label of printed.split(/\s*[,;–-]\s*/)) {
        // A paragraph that begins with a sign and has it again is no note on itself.
        if (label !== own) references.set(label, (references.get(label) ?? 0) + 1);
      }
    }
  }
  const asBullets = countBeginnings(texts, new RegExp(String.raw`^(${SIGNS})\s`, "u"));
  return new Set(
    [...references].flatMap(([label, count]) =>
      (asBullets.get(label) ?? 0) > MAX_NOTES_PER_SIGN * count ? [] : [label],
    ),
  );
}

/** Returns the numbers and signs that the reader found as marks, and to which no note of its belongs. */
function labelsWithoutNotes(blocks: readonly RootContent[]): readonly string[] {
  const nodes = blocks.flatMap(marksIn);
  const notes = new Set(
    nodes.flatMap(({ type, identifier }) => (type === "footnoteDefinition" ? [identifier] : [])),
  );
  return nodes.flatMap(({ identifier, label }) =>
    notes.has(identifier) ? [] : [(label ?? "").replace(/^[[(]|[.:)\]]+$/g, "")],
  );
}

/** With more paragraphs than these for each reference by a sign, the sign is that of a list. */
const MAX_NOTES_PER_SIGN = 2;

/** Counts how many of the texts begin with each of the signs that `pattern` matches. */
function countBeginnings(texts: readonly string[], pattern: RegExp): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const sign = pattern.exec(text)?.[1];
    if (sign !== undefined) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return counts;
}

function textsIn(node: RootContent): readonly string[] {
  if (node.type === "paragraph" || node.type === "tableCell") return [plainText(node)];
  return "children" in node ? node.children.flatMap(textsIn) : [];
}

/** Returns a block, and after it the notes that were in it, without the numbers that they begin with. */
function hoistNotes(block: RootContent): readonly RootContent[] {
  const notes: FootnoteDefinition[] = [];
  const rest = withoutNotes(block, notes);
  return [...(rest === undefined ? [] : [rest]), ...notes.map(dropLabel)];
}

/** Moves the notes in a block to `notes`. Returns undefined if nothing else is in it. */
function withoutNotes<Block extends RootContent>(
  block: Block,
  notes: FootnoteDefinition[],
): Block | undefined {
  switch (block.type) {
    case "footnoteDefinition": {
      const children = block.children.flatMap((child) => withoutNotes(child, notes) ?? []);
      if (children.length > 0) notes.push({ ...block, children });
      return undefined;
    }
    case "blockquote":
    case "list":
    case "listItem": {
      const children = block.children.flatMap((child) => withoutNotes(child, notes) ?? []);
      return children.length === 0 ? undefined : { ...block, children };
    }
    default:
      return block;
  }
}

function dropLabel(note: FootnoteDefinition): FootnoteDefinition {
  const [first, ...others] = note.children;
  const printed = note.label ?? "";
  if (first?.type !== "paragraph" || printed === "") return note;
  const label = printed.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const beginning = new RegExp(
    `^[\\s[({^↑]*${label}[\\s\\])}.:]*(?<![\\p{L}\\p{N}](?=[\\p{L}\\p{N}]))`,
    "u",
  );
  const text = plainText(first);
  // The number may have been a link back, so that only the point after it is left.
  const length = (beginning.exec(text) ?? /^[\]).:^↑]\s+/.exec(text))?.[0].length ?? 0;
  const rest = dropStart(first, length);
  return { ...note, children: rest.children.length === 0 ? others : [rest, ...others] };
}

/** Joins a bracketed note of several paragraphs, the last of which ends with its bracket. */
function joinBracketedNotes(content: readonly RootContent[]): readonly RootContent[] {
  const joined: RootContent[] = [];
  for (let index = 0; index < content.length; index++) {
    const block = content[index];
    if (block === undefined) break;
    const note = block.type === "paragraph" ? BRACKETED_NOTE.exec(plainText(block)) : null;
    const end = note === null ? -1 : findBracketEnd(content, index);
    if (note === null || block.type !== "paragraph" || end === -1) {
      joined.push(block);
      continue;
    }
    const paragraphs = content.slice(index, end + 1).filter(isParagraph);
    joined.push(
      createNote(
        note[1] ?? "",
        paragraphs.map((paragraph, position) => {
          const first = position === 0 ? dropStart(paragraph, note[0].length) : paragraph;
          return position === paragraphs.length - 1 ? dropBracket(first) : first;
        }),
      ),
    );
    index = end;
  }
  return joined;
}

/** How many paragraphs a bracketed note has at most. */
const MAX_NOTE_PARAGRAPHS = 30;

/** Returns the index of the paragraph that ends with the bracket of a note; -1 if there is none. */
function findBracketEnd(content: readonly RootContent[], start: number): number {
  let depth = 0;
  for (let index = start; index < Math.min(content.length, start + MAX_NOTE_PARAGRAPHS); index++) {
    const block = content[index];
    if (block?.type !== "paragraph") return -1;
    const text = plainText(block);
    for (const [bracket] of text.matchAll(/[[\]]/g)) depth += bracket === "[" ? 1 : -1;
    if (depth <= 0) return text.trimEnd().endsWith("]") ? index : -1;
  }
  return -1;
}

function isParagraph(block: RootContent): block is Paragraph {
  return block.type === "paragraph";
}

/** How many paragraphs between two notes belong to the first. */
const MAX_CONTINUATION = 10;

/**
 * Makes notes of the paragraphs below a title of notes if something refers to one of them: each that begins as a note
 * does, with those up to the next one.
 */
function readNoteSections(
  content: readonly RootContent[],
  references: ReadonlySet<string>,
): readonly RootContent[] {
  const read: RootContent[] = [];
  for (let index = 0; index < content.length; ) {
    const block = elementAt(content, index);
    read.push(block);
    index += 1;
    const isTitle =
      /^(?:heading|paragraph)$/.test(block.type) && NOTES_TITLE.test(plainText(block));
    if (!isTitle) continue;
    const rest = content
      .slice(index)
      .findIndex((next) => !/^(?:paragraph|list|blockquote|footnoteDefinition)$/.test(next.type));
    const end = rest === -1 ? content.length : index + rest;
    append(read, readNotes(content.slice(index, end), references));
    index = end;
  }
  return read;
}

function readNotes(
  below: readonly RootContent[],
  references: ReadonlySet<string>,
): readonly RootContent[] {
  const section = below.flatMap(
    (block): readonly RootContent[] => numberedNotesIn(block, references) ?? [block],
  );
  const labels = new Set(
    section
      .filter(isParagraph)
      .flatMap((block) => labelOf(plainText(block), SECTION_BEGINNINGS) ?? []),
  );
  if (![...labels].some((label) => references.has(label))) return section;
  const read: RootContent[] = [];
  let waiting: RootContent[] = [];
  for (const block of section) {
    if (isParagraph(block) && NOTES_TITLE.test(plainText(block))) {
      append(read, [...waiting, block]);
      waiting = [];
      continue;
    }
    const note = toNote(block, labels, SECTION_BEGINNINGS);
    if (note.type !== "footnoteDefinition") {
      waiting.push(block);
      continue;
    }
    const last = read.at(-1);
    const continued = waiting.length <= MAX_CONTINUATION ? waiting.filter(isBlockOfNote) : [];
    if (last?.type === "footnoteDefinition" && continued.length === waiting.length) {
      read.splice(-1, 1, { ...last, children: [...last.children, ...continued] });
    } else append(read, waiting);
    read.push(note);
    waiting = [];
  }
  return [...read, ...waiting];
}

/** Returns the notes that the items of a numbered list are, if something refers to one; otherwise undefined. */
function numberedNotesIn(
  block: RootContent,
  references: ReadonlySet<string>,
): readonly FootnoteDefinition[] | undefined {
  if (block.type !== "list" || block.ordered !== true) return undefined;
  const notes = block.children.map(({ children }, index) =>
    createNote(String((block.start ?? 1) + index), children),
  );
  return notes.some(({ label }) => references.has(label ?? "")) ? notes : undefined;
}

function isBlockOfNote(
  block: RootContent,
): block is Extract<RootContent, FootnoteDefinition["children"][number]> {
  return /^(?:paragraph|list|blockquote)$/.test(block.type);
}

/** Returns the number or the sign with which a paragraph begins as a note does. */
function labelOf(text: string, beginnings = NOTE_BEGINNINGS): string | undefined {
  return beginnings.map((pattern) => pattern.exec(text)?.[1]).find((one) => one !== undefined);
}

/** Makes a paragraph that begins as a note does, and to which something refers, a note. */
function toNote(
  block: RootContent,
  references: ReadonlySet<string>,
  beginnings = NOTE_BEGINNINGS,
): RootContent {
  if (block.type !== "paragraph") return block;
  const text = plainText(block);
  for (const pattern of beginnings) {
    const [beginning, printed] = pattern.exec(text) ?? [];
    if (beginning === undefined || printed === undefined || !references.has(printed)) continue;
    // A table's row of signs, or a paragraph in emphasis, is no note.
    if (/^\*/.test(printed) && /\p{L}\*(?!\p{L})/u.test(text)) continue;
    return createNote(printed.normalize("NFKC"), [dropStart(block, beginning.length)]);
  }
  return block;
}

/** Drops the first `length` characters of a paragraph, which are in text nodes. */
function dropStart(paragraph: Paragraph, length: number): Paragraph {
  let left = length;
  const children = paragraph.children.flatMap((node): PhrasingContent[] => {
    if (left === 0 || node.type !== "text") {
      left = 0;
      return [node];
    }
    const value = node.value.slice(left);
    left = Math.max(0, left - node.value.length);
    return value === "" ? [] : [{ type: "text", value }];
  });
  return { type: "paragraph", children };
}

function dropBracket(paragraph: Paragraph): Paragraph {
  const children = paragraph.children.map((node, index) =>
    node.type === "text" && index === paragraph.children.length - 1
      ? { ...node, value: node.value.replace(/\s*\]\s*$/, "") }
      : node,
  );
  return { type: "paragraph", children };
}

const BEFORE_NUMBER = new RegExp(`${BEFORE_NOTE_NUMBER}$`, "u");
const AFTER_NUMBER = new RegExp(`^${AFTER_NOTE_NUMBER}`, "u");

/** A mark in running text. Each alternative has its name as a group. */
const TEXT_MARK = new RegExp(
  [
    `(?<written>${WRITTEN_MARK})`,
    String.raw`\^\{(?<caret>\d{1,3})\}`,
    NAMED_PAGE,
    BRACED_PAGE,
    BARRED_PAGE,
    SLASHED_PAGE,
    String.raw`\[Illustration(?::\s*(?<caption>[^\][]*))?\.?\]`,
    String.raw`\[(?:Foot|End|Side)note(?:\s+(?<noteLabel>[^\s:\]]{1,6}))?:\s*(?<noteText>[^\][]*)\]|\((?:Foot|End)note(?:\s+(?<roundLabel>[^\s:)]{1,6}))?:\s*(?<roundText>[^()]*)\)|\^\[(?<inline>[^\][]+)\]`,
    String.raw`\[(?:note|n\.|fn\.?)\s*(?<numbered>\d{1,3})\]|(?<=[.,;:!?”’"'])\((?<round>\d{1,3})\)`,
    String.raw`\[(?<bracketed>${LABEL}|${NUMBERS})\]`,
    String.raw`${AFTER_WORD}(?<sign>${SIGNS})(?=[\s.,;:!?)”’"—]|$)`,
    String.raw`(?<raised>${RAISED_NUMBERS})(?<closing>\))?`,
  ].join("|"),
  "giu",
);

/** The text of a paragraph, and the signs in it that change what others are. */
interface ParagraphText {
  readonly text: string;
  /** Whether it has bars that are not around a number. */
  readonly hasBars: boolean;
  /** The offset after the first asterisk that opens emphasis; infinite without one. */
  readonly openAsterisk: number;
}

/** Where a mark may be. */
interface MarkPlace extends ParagraphText {
  readonly offset: number;
  /** The text after it. */
  readonly following: string;
}

function readParagraphText(text: string): ParagraphText {
  const open = /(?<![\p{L}\p{N}])\*+(?=\S)/u.exec(text);
  return {
    text,
    hasBars: text.replace(/\|[\w. ]{1,10}\|/g, "").includes("|"),
    openAsterisk: open === null ? Number.POSITIVE_INFINITY : open.index + open[0].length,
  };
}

/**
 * Creates the function that takes the marks out of the text of a block. It returns the block and the
 * notes that were in it. `labels` are those of the other notes, and `pages` the numbers of pages that may
 * be in braces or bars, and with their brackets or slashes those that may be in these.
 */
function createTextMarks(
  labels: ReadonlySet<string>,
  pages: ReadonlySet<string>,
  isTypeset: boolean,
) {
  function inBlock<Block extends RootContent>(block: Block, notes: FootnoteDefinition[]): Block {
    switch (block.type) {
      case "paragraph":
      case "heading":
      case "tableCell": {
        const text = readParagraphText(plainText(block));
        const children = dropBrackets(inPhrasing(block.children, 0, text, notes));
        // The source of a Markdown file has its spaces where its editor wants them.
        return { ...block, children: isTypeset ? closeGaps(children) : children };
      }
      case "blockquote":
      case "list":
      case "listItem":
      case "table":
      case "tableRow":
      case "footnoteDefinition":
        return { ...block, children: block.children.map((child) => inBlock(child, notes)) };
      default:
        return block;
    }
  }

  function inPhrasing(
    nodes: readonly PhrasingContent[],
    start: number,
    paragraph: ParagraphText,
    notes: FootnoteDefinition[],
  ): PhrasingContent[] {
    let end = start;
    return readRaisedTags(nodes).flatMap((node): PhrasingContent[] => {
      const offset = end;
      end += plainText(node).length;
      switch (node.type) {
        case "text":
          return inText(node.value, offset, paragraph, notes);
        case "emphasis":
        case "strong":
        case "delete":
        case "link":
          return [{ ...node, children: inPhrasing(node.children, offset, paragraph, notes) }];
        default:
          return [node];
      }
    });
  }

  function inText(
    value: string,
    offset: number,
    paragraph: ParagraphText,
    notes: FootnoteDefinition[],
  ): PhrasingContent[] {
    const nodes: PhrasingContent[] = [];
    let end = 0;
    for (const match of value.matchAll(TEXT_MARK)) {
      const following = value.slice(match.index + match[0].length);
      const place = { ...paragraph, offset: offset + match.index, following };
      const mark = readTextMark(match.groups ?? {}, place, notes);
      if (mark === undefined) continue;
      append(nodes, [...textNode(value.slice(end, match.index)), mark]);
      const isOfWords =
        match.groups?.["closing"] !== undefined && isBracketOpen(paragraph.text, place.offset);
      end = match.index + match[0].length - (isOfWords ? 1 : 0);
    }
    return [...nodes, ...textNode(value.slice(end))];
  }

  /** Returns undefined if the match is a part of the words. */
  function readTextMark(
    groups: Readonly<Record<string, string | undefined>>,
    { text, offset, hasBars, openAsterisk, following }: MarkPlace,
    notes: FootnoteDefinition[],
  ): PhrasingContent | undefined {
    // With all that precedes them, many marks of one paragraph would take quadratic time.
    const preceding = text.slice(Math.max(0, offset - MAX_BASE_LENGTH), offset);
    const { written, page, countedPage, braced, barred, slashed, bracketed, sign, raised } = groups;
    const { noteText, noteLabel, roundText, roundLabel, caret, numbered, round, inline } = groups;
    if (written !== undefined) return readWrittenMark(written);
    if (page !== undefined || countedPage !== undefined) {
      return createMark("page", page ?? countedPage ?? "");
    }
    if (braced !== undefined) return pages.has(braced) ? createMark("page", braced) : undefined;
    if (barred !== undefined) {
      // Other bars are those of a table, or of a formula.
      return pages.has(barred) && !hasBars ? createMark("page", barred) : undefined;
    }
    if (inline !== undefined && isTypeset) return undefined;
    const value = noteText ?? roundText ?? inline;
    if (value !== undefined) {
      const printed = noteLabel ?? roundLabel ?? "";
      const target = `inline-${notes.length}-${value}`;
      const paragraph: Paragraph = { type: "paragraph", children: [{ type: "text", value }] };
      notes.push(createNote(printed, [paragraph], target));
      return createMark("note", printed, target);
    }
    if (caret !== undefined) {
      return readSuperscript(preceding, caret, following) === undefined
        ? createMark("note", caret)
        : undefined;
    }
    if (numbered !== undefined) return createMark("note", numbered);
    if (round !== undefined) return labels.has(round) ? createMark("note", round) : undefined;
    if (slashed !== undefined) {
      return pages.has(`/${slashed}/`) ? createMark("page", slashed) : undefined;
    }
    if (bracketed !== undefined) {
      const isPage =
        pages.has(`[${bracketed}]`) &&
        !labels.has(bracketed) &&
        !/\S$/.test(preceding) &&
        !/^\S/.test(following);
      if (isPage) return createMark("page", bracketed);
      return isReference(bracketed, preceding, following)
        ? createMark("note", bracketed)
        : undefined;
    }
    if (sign !== undefined) {
      const isOpen = sign.startsWith("*") && openAsterisk < offset;
      return (labels.has(sign) || /[†‡]/.test(sign)) && !isOpen
        ? createMark("note", sign)
        : undefined;
    }
    if (raised !== undefined) return readRaisedMark(raised, preceding, following);
    return { type: "image", url: "", alt: groups["caption"] ?? "" };
  }

  function isReference(label: string, preceding: string, following: string): boolean {
    // [W]e, writ[t]en: brackets around letters that an editor supplied.
    if (/^\p{L}/u.test(label) && /^\p{L}/u.test(following)) return false;
    // A number alone, or before all words, is that of a part.
    if (labels.has(label)) return preceding.trim() !== "";
    if (/^[*†‡]+$/.test(label)) return /[^\s\d[(]/.test(preceding.slice(-1));
    // A date such as 17[89] is supplied too.
    if (!BEFORE_NUMBER.test(preceding.slice(-4)) || !AFTER_NUMBER.test(following)) return false;
    const numbers = label.split(/\s*[,;–-]\s*/).map(Number);
    return numbers.every((number, index) => number > (numbers[index - 1] ?? 0) && number < 1000);
  }

  function readRaisedMark(
    raised: string,
    preceding: string,
    following: string,
  ): FootnoteReference | undefined {
    if (!isRaisedMark(preceding, raised, following)) return undefined;
    const isVerse = /(?:^|\s)$/.test(preceding) && /^\s?[\p{L}“‘"'«(¿¡]/u.test(following);
    return createMark(isVerse ? "verse" : "note", toDigits(raised));
  }

  return (block: RootContent): readonly RootContent[] => {
    const notes: FootnoteDefinition[] = [];
    return [inBlock(block, notes), ...notes];
  };
}

/** Makes marks of the numbers and signs between tags of HTML that raise them, unless these are powers. */
function readRaisedTags(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const isTag = (node: PhrasingContent | undefined, pattern: RegExp) =>
    node?.type === "html" && pattern.test(node.value);
  const read: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const [node, content, end, following] = nodes.slice(index, index + 4);
    if (node === undefined) break;
    const isRaised = isTag(node, /^<sup(?:\s[^<>]*)?>$/i) && isTag(end, /^<\/sup>$/i);
    const before = read.slice(-2).map(plainText).join("").slice(-MAX_BASE_LENGTH);
    const after = following === undefined ? "" : plainText(following);
    if (
      isRaised &&
      content?.type === "text" &&
      readSuperscript(before, content.value, after) === undefined
    ) {
      const isVerse = /(?:^|\s)$/.test(before) && /^\s*\d+\s*$/.test(content.value);
      read.push(createMark(isVerse ? "verse" : "note", content.value.trim()));
      index += 2;
    } else read.push(node);
  }
  return read;
}

/** Drops the brackets around marks, and the commas between them, which are a part of them. */
function dropBrackets(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isMark = (node: PhrasingContent | undefined) => node?.type === "footnoteReference";
  return nodes.flatMap((node, index): PhrasingContent[] => {
    if (node.type !== "text") return [node];
    const [before, after] = [nodes[index - 1], nodes[index + 1]];
    if (isMark(before) && isMark(after) && /^[\s,;–-]*$/.test(node.value)) return [];
    let { value } = node;
    if (isMark(after) && hasBrackets(nodes, index + 1)) value = value.replace(/[[(]$/, "");
    if (isMark(before) && hasBrackets(nodes, index - 1)) value = value.replace(/^[\])]/, "");
    return textNode(value);
  });
}

/** Drops one of the two spaces around a picture, which is not shown among the words. */
function closeGaps(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node, index) => {
    const [before, picture] = [nodes[index - 2], nodes[index - 1]];
    const isGap =
      node.type === "text" &&
      picture?.type === "image" &&
      (before === undefined || (before.type === "text" && /\s$/.test(before.value)));
    return isGap ? { ...node, value: node.value.trimStart() } : node;
  });
}

/** Whether the marks around an index are in brackets: “[” before the first, and “]” after the last. */
function hasBrackets(nodes: readonly PhrasingContent[], index: number): boolean {
  const isPart = (node: PhrasingContent | undefined) =>
    node?.type === "footnoteReference" || (node?.type === "text" && /^[\s,;–-]*$/.test(node.value));
  let start = index;
  while (isPart(nodes[start - 1])) start--;
  let end = index;
  while (isPart(nodes[end + 1])) end++;
  const [before, after] = [nodes[start - 1], nodes[end + 1]];
  return (
    before?.type === "text" &&
    after?.type === "text" &&
    ((before.value.endsWith("[") && after.value.startsWith("]")) ||
      (before.value.endsWith("(") && after.value.startsWith(")")))
  );
}

/** Reads a mark that `writeMark` or an editor wrote. */
function readWrittenMark(mark: string): FootnoteReference {
  const label = mark.slice("[^".length, -"]".length);
  const [, prefix, number] = /^([vlp])(\d+(?::\d+)?|[ivxlc]+)$/.exec(label) ?? [];
  if (prefix === undefined || number === undefined) {
    const [printed = "", target = printed] = label.split(/\|(?=.)/);
    return createMark("note", printed, target);
  }
  return createMark(prefix === "v" ? "verse" : prefix === "l" ? "line" : "page", number);
}

function textNode(value: string): PhrasingContent[] {
  return value === "" ? [] : [{ type: "text", value }];
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

/** A mark, or the note that marks refer to. */
type MarkNode = FootnoteReference | FootnoteDefinition;

function isNote({ type }: MarkNode): boolean {
  return type === "footnoteDefinition";
}

function marksIn(node: RootContent): readonly MarkNode[] {
  if (node.type === "footnoteReference") return [node];
  const inner = "children" in node ? node.children.flatMap(marksIn) : [];
  return node.type === "footnoteDefinition" ? [node, ...inner] : inner;
}

const KIND = /^(note|verse|line|page):/;

/** Markdown's own footnotes have an identifier without a kind. */
function kindOf({ identifier }: MarkNode): MarkKind {
  const kind = KIND.exec(identifier)?.[1];
  return kind === "verse" || kind === "line" || kind === "page" ? kind : "note";
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
  const verses = nodes.filter((node) => kindOf(node) === "verse");
  const numbers = verses.map(({ label }) => Number(/\d+$/.exec(label?.trim() ?? "")?.[0]));
  const counting = numbers.filter((number, index) => {
    const [before, after] = [numbers[index - 1], numbers[index + 1]];
    return before === number - 1 || after === number + 1;
  });
  if (counting.length * 2 >= verses.length) return;
  for (const verse of verses) verse.identifier = verse.identifier.replace(KIND, "note:");
}

function describeMarks(nodes: readonly MarkNode[]): readonly Message[] {
  const notes = nodes.filter(({ type }) => type === "footnoteDefinition").length;
  const count = (kind: MarkKind) =>
    nodes.filter((node) => node.type === "footnoteReference" && kindOf(node) === kind).length;
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

/**
 * Assigns labels with which Markdown connects marks and notes. Where numbers begin anew, as in each
 * chapter, a mark refers to the next note with its number, or otherwise to the last one.
 */
function assignLabels(nodes: readonly MarkNode[]): void {
  const taken = new Set<string>();
  /** The last number after a printed label that several have. */
  const numbers = new Map<string, number>();
  const waiting = new Map<string, FootnoteReference[]>();
  const noteLabels = new Map<string, string>();

  function freeLabel(printed: string): string {
    const plain = toLabel(printed);
    let label = plain;
    let number = numbers.get(plain) ?? (plain === "" ? 0 : 1);
    while (label === "" || taken.has(label)) {
      number += 1;
      label = plain === "" ? String(number) : `${plain}-${number}`;
    }
    numbers.set(plain, number);
    taken.add(label);
    return label;
  }

  for (const node of nodes) {
    const kind = kindOf(node);
    const target = node.identifier.replace(KIND, "");
    const printed = node.label ?? "";
    if (node.type === "footnoteDefinition") {
      const label = freeLabel(printed);
      for (const mark of waiting.get(target) ?? []) setLabel(mark, label);
      waiting.delete(target);
      noteLabels.set(target, label);
      setLabel(node, label);
    } else if (kind === "note") {
      const marks = waiting.get(target);
      if (marks === undefined) waiting.set(target, [node]);
      else marks.push(node);
    } else setLabel(node, LABEL_PREFIXES[kind] + toLabel(printed));
  }
  for (const [target, marks] of waiting) {
    const noteLabel = noteLabels.get(target);
    for (const mark of marks) setLabel(mark, noteLabel ?? freeLabel(mark.label ?? ""));
  }
}

/**
 * Returns the letters and digits of a printed number or sign, with the colon between those of a chapter and a verse. Signs
 * and whole words have none.
 */
function toLabel(printed: string): string {
  const label = printed.normalize("NFKC").replace(/(?!(?<=\d):(?=\d))[^\p{L}\p{N}]/gu, "");
  return label.length <= 8 ? label : "";
}

function setLabel(node: MarkNode, label: string): void {
  node.identifier = label.toLowerCase();
  node.label = label;
}
