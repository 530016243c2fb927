import type { FootnoteDefinition, Paragraph, PhrasingContent, RootContent } from "mdast";
import { elementAt } from "../../../foundation/checked-access.ts";
import { append } from "../../../foundation/long-arrays.ts";
import { CJK } from "../../../language/scripts.ts";

/** Creates the mark or the note with a number or a sign. */
interface Creators {
  readonly createMark: (kind: "note", printed: string) => PhrasingContent;
  readonly createNote: (
    printed: string,
    children: FootnoteDefinition["children"],
  ) => FootnoteDefinition;
}

/** The mark with which a paragraph begins. */
interface Beginning {
  readonly paragraph: Paragraph;
  /** As it is printed: “[注1]”, “1)”. */
  readonly mark: string;
  /** The number, the letter or the sign in it. */
  readonly label: string;
  /** The mark with a placeholder for the label. */
  readonly form: string;
}

/** A place of a mark in the words: a part of a text, or the mark that a reader found. */
interface Place {
  readonly paragraph: Paragraph;
  readonly node: PhrasingContent;
  readonly start: number;
  readonly end: number;
  /** How many places were before it. */
  readonly position: number;
}

const PREFIX = String.raw`(?:n|fn|note|注|註|주)\.?[\s#-]?`;
const SIGNS = String.raw`\*{1,3}|[†‡§¶‖※]{1,2}`;

/** A mark in brackets, raised by a tag, after a sign or a word for notes, before a bracket, in a circle, or a sign. */
const MARK = [
  String.raw`[[(（〔［{](?:${PREFIX})?(?<bracketed>\p{Nd}{1,3}|\p{L}|${SIGNS})[\])）〕］}]`,
  String.raw`<sup>(?<tagged>\p{Nd}{1,3}|\p{L})</sup>`,
  String.raw`(?:[*^※]|[注註주]\s?)(?<prefixed>\p{Nd}{1,3})\)?`,
  String.raw`(?<closed>\p{Nd}{1,3})\)`,
  String.raw`(?<bare>[\u2460-\u2473]|${SIGNS})\)?`,
].join("|");

const BEGINNING = new RegExp(String.raw`^(?:${MARK})\s*(?=[^\s\p{Nd}])`, "iu");
const MARKS = new RegExp(MARK, "giu");

/** Where a mark can be: after a word of several letters, unlike f(1), or its punctuation, and before no further word. */
const AFTER_WORD = new RegExp(
  String.raw`(?:[\p{L}\p{M}]{2}|[${CJK}]|[\p{Pe}\p{Pf}.,;:!?…"'’。，、；：！？])$`,
  "u",
);
const BEFORE_END = /^(?:$|[\s\p{P}])/u;

/**
 * Makes marks and notes of what is printed alike in both places, however it is printed: paragraphs that begin with labels that
 * go on, after words that have each of them once, in the same order. Lists are none: their labels are not at ends of words.
 */
export function readPrintedNotes(
  content: readonly RootContent[],
  { createMark, createNote }: Creators,
): readonly RootContent[] {
  const read: RootContent[] = [];
  /** The places of each mark since the last notes. */
  const places = new Map<string, Place[]>();
  let count = 0;

  function addPlaces(paragraph: Paragraph): void {
    for (const node of paragraph.children) {
      for (const { mark, start, end } of marksIn(node)) {
        const place = { paragraph, node, start, end, position: count };
        const others = places.get(mark);
        if (others === undefined) places.set(mark, [place]);
        else others.push(place);
        count += 1;
      }
    }
  }

  for (let index = 0; index < content.length; ) {
    const group = groupAt(content, index);
    const found = group.length < MIN_NOTES ? undefined : placesOf(group, places);
    const end = index + Math.max(group.length, 1);
    if (found === undefined) {
      const blocks = content.slice(index, end);
      append(read, blocks);
      for (const paragraph of blocks.flatMap(paragraphsIn)) addPlaces(paragraph);
    } else {
      // From the end, so that the places before stay the same.
      for (const [position, place] of [...found.entries()].toReversed()) {
        setMark(place, createMark("note", elementAt(group, position).label));
      }
      for (const { paragraph, mark, label } of group) {
        read.push(createNote(label, [withoutStart(paragraph, mark.length)]));
      }
      places.clear();
    }
    index = end;
  }
  return read;
}

/** A single paragraph can begin with a label for other reasons. */
const MIN_NOTES = 2;

/** Returns the paragraphs from an index on that begin with marks of one form which go on. */
function groupAt(content: readonly RootContent[], index: number): readonly Beginning[] {
  const group: Beginning[] = [];
  for (let next = index; next < content.length; next++) {
    const beginning = beginningOf(elementAt(content, next));
    const last = group.at(-1);
    if (beginning === undefined || (last !== undefined && !goesOn(last, beginning))) break;
    group.push(beginning);
  }
  return group;
}

function beginningOf(block: RootContent): Beginning | undefined {
  if (block.type !== "paragraph") return undefined;
  const [first] = block.children;
  const match = first?.type === "text" ? BEGINNING.exec(first.value) : null;
  if (match === null) return undefined;
  const groups = match.groups ?? {};
  const label = Object.values(groups).find((value) => value !== undefined) ?? "";
  const mark = match[0].trimEnd();
  const form = mark.replace(label, "#").replace(/[\s-]|(?<=[^*^※[({])#(?=#)/g, "");
  return { paragraph: block, mark, label, form };
}

/** Whether a label is the next one. Signs have no order. */
function goesOn(one: Beginning, next: Beginning): boolean {
  if (one.form !== next.form) return false;
  if (/[^\p{L}\p{N}]/u.test(one.label + next.label)) return one.label !== next.label;
  const [value, following] = [numberOf(one.label), numberOf(next.label)];
  return following === value + 1;
}

/** Returns the value of digits of any script, or the code point of a letter. */
function numberOf(label: string): number {
  const codePoints = [...label].map((character) => character.codePointAt(0) ?? 0);
  if (!/^\p{Nd}/u.test(label)) return codePoints[0] ?? 0;
  return codePoints.reduce((value, codePoint) => {
    let digit = 0;
    while (digit < 9 && /\p{Nd}/u.test(String.fromCodePoint(codePoint - digit - 1))) digit += 1;
    return 10 * value + digit;
  }, 0);
}

/** Returns where the words have the marks of notes, each once and in their order; otherwise undefined. */
function placesOf(
  group: readonly Beginning[],
  places: ReadonlyMap<string, readonly Place[]>,
): readonly Place[] | undefined {
  const found: Place[] = [];
  for (const { mark } of group) {
    const [place, ...others] = places.get(mark) ?? [];
    const last = found.at(-1)?.position ?? -1;
    if (place === undefined || others.length > 0 || place.position < last) return undefined;
    found.push(place);
  }
  return found;
}

/** Returns the marks in a node that a reader found, or that are where words or their punctuation end. */
function marksIn(
  node: PhrasingContent,
): readonly { readonly mark: string; readonly start: number; readonly end: number }[] {
  if (node.type === "footnoteReference") return [{ mark: node.label ?? "", start: 0, end: 0 }];
  if (node.type !== "text") return [];
  return [...node.value.matchAll(MARKS)].flatMap(({ 0: mark, index }) => {
    const end = index + mark.length;
    const before = node.value.slice(Math.max(0, index - MAX_BEFORE), index);
    const isMark = AFTER_WORD.test(before) && BEFORE_END.test(node.value.slice(end, end + 1));
    return isMark ? [{ mark, start: index, end }] : [];
  });
}

/** How much of the text before a mark is read, in UTF-16 code units. */
const MAX_BEFORE = 4;

/** Puts a mark in its place. The text before it stays in its node. */
function setMark({ paragraph, node, start, end }: Place, mark: PhrasingContent): void {
  const index = paragraph.children.indexOf(node);
  if (node.type !== "text") {
    paragraph.children.splice(index, 1, mark);
    return;
  }
  const after = node.value.slice(end);
  node.value = node.value.slice(0, start);
  const rest: PhrasingContent[] = after === "" ? [] : [{ type: "text", value: after }];
  paragraph.children.splice(index + 1, 0, mark, ...rest);
}

function withoutStart({ children: [first, ...others] }: Paragraph, length: number): Paragraph {
  const value = first?.type === "text" ? first.value.slice(length).trimStart() : "";
  return {
    type: "paragraph",
    children: value === "" ? others : [{ type: "text", value }, ...others],
  };
}

function paragraphsIn(block: RootContent): readonly Paragraph[] {
  if (block.type === "paragraph") return [block];
  return block.type === "blockquote" || block.type === "list" || block.type === "listItem"
    ? block.children.flatMap(paragraphsIn)
    : [];
}
