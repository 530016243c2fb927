import type {
  FootnoteDefinition,
  FootnoteReference,
  Paragraph,
  PhrasingContent,
  RootContent,
} from "mdast";
import { findClosingAsterisks, isBracketOpen } from "../../../corpus/notes/note-marks.ts";
import { elementAt } from "../../../foundation/checked-access.ts";
import { append } from "../../../foundation/long-arrays.ts";
import { digitValueOf } from "../../../language/fold.ts";
import { SIGNED_VERSE } from "../../../language/numerals.ts";
import {
  AFTER_NOTE_NUMBER,
  BEFORE_NOTE_NUMBER,
  isRaisedMark,
  MAX_BASE_LENGTH,
  RAISED_NUMBERS,
  readSuperscript,
  toDigits,
} from "../../../language/superscripts.ts";
import { NOTE_IN_BRACKETS, SIGNED_NOTE } from "../notes/bracketed-notes.ts";
import { BARRED_PAGE, BRACED_PAGE, NAMED_PAGE, SLASHED_PAGE } from "../numbering/page-numbers.ts";
import { plainText } from "../plain-text.ts";
import {
  canBeginVerse,
  createMark,
  createNote,
  markKindOf,
  readWrittenMark,
  WRITTEN_MARK,
} from "./mark.ts";
import { AFTER_WORD, NOTE_LABEL, NOTE_NUMBERS, NOTE_SIGNS } from "./printed-labels.ts";

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
    `(?<verse>${SIGNED_VERSE})`,
    String.raw`\[Illustration(?::\s*(?<caption>[^\][]*))?\.?\]`,
    NOTE_IN_BRACKETS,
    SIGNED_NOTE,
    String.raw`\((?:Foot|End)note(?:\s+(?<roundLabel>[^\s:)]{1,6}))?:\s*(?<roundText>[^()]*)\)|\^\[(?<inline>[^\][]+)\]`,
    String.raw`\[(?:note|n\.|fn\.?)\s*(?<numbered>\d{1,3})\]|(?<=[.,;:!?”’"'])\((?<round>\d{1,3})\)`,
    String.raw`\[(?<bracketed>${NOTE_LABEL}|${NOTE_NUMBERS})\]`,
    String.raw`${AFTER_WORD}(?<sign>${NOTE_SIGNS})(?=[\s.,;:!?)”’"—]|$)`,
    String.raw`(?<raised>${RAISED_NUMBERS})(?<closing>\))?`,
  ].join("|"),
  "giu",
);

/** The text of a paragraph, and the signs in it that change what others are. */
interface ParagraphText {
  readonly text: string;
  /** Whether it has bars that are not around a number. */
  readonly hasBars: boolean;
  /** The offsets of the asterisks that end emphasis. */
  readonly closingAsterisks: ReadonlySet<number>;
}

/** Where a mark may be. */
interface MarkPlace extends ParagraphText {
  readonly offset: number;
  /** The text after it. */
  readonly following: string;
}

function readParagraphText(text: string): ParagraphText {
  return {
    text,
    hasBars: text.replace(/\[\^[^\]]*\]|\|[\w. ]{1,10}\|/g, "").includes("|"),
    closingAsterisks: findClosingAsterisks(text),
  };
}

/**
 * Creates the function that takes the marks out of the text of a block. It returns the block and the
 * notes that were in it. `labels` are those of the other notes, and `pages` the numbers of pages that may
 * be in braces or bars, and with their brackets or slashes those that may be in these.
 */
export function createTextMarks(
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
    { text, offset, hasBars, closingAsterisks, following }: MarkPlace,
    notes: FootnoteDefinition[],
  ): PhrasingContent | undefined {
    // With all that precedes them, many marks of one paragraph would take quadratic time.
    const preceding = text.slice(Math.max(0, offset - MAX_BASE_LENGTH), offset);
    const { verse, written, page, countedPage, braced, barred, slashed, bracketed, sign, raised } =
      groups;
    const {
      noteText,
      noteLabel,
      signedText,
      roundText,
      roundLabel,
      caret,
      numbered,
      round,
      inline,
    } = groups;
    if (written !== undefined) return readWrittenMark(written);
    if (page !== undefined || countedPage !== undefined) {
      return createMark("page", page ?? countedPage ?? "");
    }
    if (verse !== undefined) {
      return createMark("verse", (verse.match(/\p{Nd}/gu) ?? []).map(digitValueOf).join(""));
    }
    if (braced !== undefined) return pages.has(braced) ? createMark("page", braced) : undefined;
    if (barred !== undefined) {
      // Other bars are those of a table, or of a formula.
      return pages.has(barred) && !hasBars ? createMark("page", barred) : undefined;
    }
    if (inline !== undefined && isTypeset) return undefined;
    const value = noteText ?? signedText ?? roundText ?? inline;
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
      return (labels.has(sign) || /[†‡]/.test(sign)) && !closingAsterisks.has(offset)
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
    const isVerse = canBeginVerse(preceding) && /^\s?[\p{L}“‘"'«(¿¡]/u.test(following);
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
      const isVerse = canBeginVerse(before) && /^\s*\d+\s*$/.test(content.value);
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

/** Drops one of the two spaces around marks and pictures, which are not shown among the words. A number of a note stays at its word. */
function closeGaps(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const closed = [...nodes];
  for (let start = 0; start < closed.length; start++) {
    const first = elementAt(closed, start);
    const from = start;
    while (isHidden(closed[start])) start++;
    const [before, after] = [closed[from - 1], closed[start]];
    if (!isHidden(first) || after?.type !== "text" || !/^[\s.,;:!?]/.test(after.value)) continue;
    if (before?.type === "text" && /\s$/.test(before.value) && isNoteMark(first)) {
      closed[from - 1] = { ...before, value: before.value.trimEnd() };
    } else if (before === undefined || before.type === "break" || /\s$/.test(plainText(before))) {
      closed[start] = { ...after, value: after.value.trimStart() };
    }
  }
  return closed.filter((node) => node.type !== "text" || node.value !== "");
}

function isHidden(node: PhrasingContent | undefined): boolean {
  return node?.type === "image" || node?.type === "footnoteReference";
}

function isNoteMark(node: PhrasingContent): boolean {
  return node.type === "footnoteReference" && markKindOf(node) === "note";
}

function textNode(value: string): PhrasingContent[] {
  return value === "" ? [] : [{ type: "text", value }];
}
