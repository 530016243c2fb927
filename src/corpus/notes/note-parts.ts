import type {
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  List,
  ListItem,
  Paragraph,
  RootContent,
} from "mdast";
import { append } from "../../foundation/long-arrays.ts";
import { NOTES_TITLE } from "../../language/part-headings.ts";
import { htmlContentOf } from "../foreign/html.ts";
import { areTableLines } from "../foreign/pipe-tables.ts";
import { anchorsWithin, type FlatText, flatten, sliceFlat } from "./flat-text.ts";
import {
  beginningIn,
  endBeforeBackLinks,
  isLinkedBack,
  isSuccessor,
  type MarkForm,
  type NoteBeginning,
  orderOf,
  skipBackLinks,
} from "./note-marks.ts";

/** A paragraph or a heading with its text. */
export interface MarkedText {
  readonly node: Paragraph | Heading;
  readonly flat: FlatText;
  /** Whether its marks stay in it, as in a table, which is shown as it is written. */
  readonly isKept?: boolean;
}

/** A note, if words have its mark. */
export interface NoteDraft {
  readonly label: string;
  readonly form: MarkForm;
  /** The mark before its words, with the space after it, as the page shows them. */
  readonly beginning: string;
  readonly children: FootnoteDefinition["children"];
  /** The ids to which links to the note lead. */
  readonly anchors: readonly string[];
}

/** A block of a document with its texts. */
interface Part {
  readonly block: RootContent;
  readonly texts: readonly MarkedText[];
  /** Words, a possible note, a boundary, or nothing that a reader sees. */
  readonly kind: "words" | "notes" | "title" | "heading" | "rule" | "nothing";
  /** The level of a title or a heading. */
  readonly depth?: number;
  /** The notes that a block may be. */
  readonly notes?: readonly NoteDraft[];
  /** Whether their marks are the bullets of a list. */
  readonly isBulleted?: boolean;
}

/** Where possible notes are: below a title of notes, alone between a rule and the end of a section, or elsewhere. */
export type NotesPlace = "titled" | "ruled" | "elsewhere";

/** Parts that may be notes whose labels go on, with blocks among them that go on with a note. */
export interface NoteGroup {
  readonly parts: readonly Part[];
  readonly notes: readonly NoteDraft[];
  readonly place: NotesPlace;
  /** Whether nothing comes after it in the document. */
  readonly isAtEnd: boolean;
  readonly isBulleted: boolean;
}

/** Words, and after them all that may be their notes, with nothing but headings and rules among them. */
export interface Zone {
  readonly words: readonly Part[];
  readonly groups: readonly NoteGroup[];
}

/** Divides content into zones. `isOpen` returns whether a mark that a reader has found has no note yet. */
export function zonesOf(
  content: readonly RootContent[],
  isOpen: (mark: FootnoteReference) => boolean,
): readonly Zone[] {
  const zones: { words: Part[]; groups: NoteGroup[] }[] = [];
  let title = 0;
  const parts = content.map((block) => readPart(block, isOpen));
  const last = parts.findLast(({ kind }) => kind !== "nothing");
  for (const section of sectionsOf(parts)) {
    const [first] = section;
    if (first?.kind === "title") title = first.depth ?? LOWEST;
    else if (first?.kind === "heading" && (first.depth ?? 0) <= title) title = 0;
    for (const one of groupsIn(section, title > 0 ? "titled" : placeOf(section), last)) {
      const zone = zones.at(-1);
      if (!("block" in one)) {
        if (zone === undefined) zones.push({ words: [], groups: [one] });
        else zone.groups.push(one);
      } else if (zone === undefined || (zone.groups.length > 0 && one.kind === "words")) {
        zones.push({ words: [one], groups: [] });
      } else zone.words.push(one);
    }
  }
  return zones;
}

/** The level of a title that is no heading. */
const LOWEST = 7;

/** Divides parts before each heading and rule. */
function sectionsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const sections: Part[][] = [];
  for (const part of parts) {
    const last = sections.at(-1);
    if (last === undefined || /^(?:title|heading|rule)$/.test(part.kind)) sections.push([part]);
    else last.push(part);
  }
  return sections;
}

function placeOf(section: readonly Part[]): NotesPlace {
  const [first, ...others] = section.filter(({ kind }) => kind !== "nothing");
  const isAlone = others[0]?.kind === "notes" && others.at(-1)?.kind === "notes";
  return first?.kind === "rule" && isAlone ? "ruled" : "elsewhere";
}

/** Returns the groups of a section, and its parts that belong to none. `end` is the last part of the document. */
function groupsIn(
  section: readonly Part[],
  place: NotesPlace,
  end: Part | undefined,
): readonly (NoteGroup | Part)[] {
  const found: (NoteGroup | Part)[] = [];
  let group: { parts: Part[]; notes: NoteDraft[] } | undefined;
  let waiting: Part[] = [];
  const endGroup = () => {
    if (group !== undefined) {
      const isBulleted = group.parts.some((part) => part.isBulleted === true);
      found.push({ ...group, place, isAtEnd: group.parts.at(-1) === end, isBulleted });
    }
    append(found, waiting);
    group = undefined;
    waiting = [];
  };
  for (const part of section) {
    const [note] = part.notes ?? [];
    const last = group?.notes.at(-1);
    if (note === undefined || part.notes === undefined) {
      const isWithin = part.kind === "nothing" || (place !== "elsewhere" && canGoOn(part));
      if (group !== undefined && isWithin && waiting.length < MAX_CONTINUATION) waiting.push(part);
      else {
        endGroup();
        found.push(part);
      }
      continue;
    }
    const isApart = waiting.some(({ kind }) => kind === "words");
    const isNext =
      last !== undefined && goesOn(last, note) && (!isApart || isSuccessor(last.label, note.label));
    if (group === undefined || !isNext) {
      endGroup();
      group = { parts: [], notes: [] };
    }
    append(group.parts, [...waiting, part]);
    append(group.notes, part.notes);
    waiting = [];
  }
  endGroup();
  return found;
}

/** How many blocks between two notes belong to the first. */
const MAX_CONTINUATION = 10;

/** Whether a block can go on with a note. */
function canGoOn({ kind, block }: Part): boolean {
  return kind === "words" && /^(?:paragraph|list|blockquote)$/.test(block.type);
}

/** Whether a note can come after another. Signs have no order, and numbers of notes may be left out. */
function goesOn(one: Omit<NoteBeginning, "end">, next: Omit<NoteBeginning, "end">): boolean {
  if (one.form !== next.form) return false;
  const isSign = ({ label }: Omit<NoteBeginning, "end">) => /[^\p{L}\p{N}]/u.test(label);
  if (isSign(one) || isSign(next)) return isSign(one) === isSign(next);
  if (isSuccessor(one.label, next.label)) return true;
  const isNumber = /^\p{Nd}/u.test(one.label) && /^\p{Nd}/u.test(next.label);
  return one.form === "note" && isNumber && orderOf(next.label) > orderOf(one.label);
}

function readPart(block: RootContent, isOpen: (mark: FootnoteReference) => boolean): Part {
  switch (block.type) {
    case "heading": {
      const texts = textsIn(block, isOpen);
      const isTitle = texts.some(({ flat }) => NOTES_TITLE.test(flat.text));
      return { block, texts, kind: isTitle ? "title" : "heading", depth: block.depth };
    }
    case "thematicBreak":
      return { block, texts: [], kind: "rule" };
    case "html":
      return readHtml(block.value, block);
    case "footnoteDefinition":
    case "definition":
    case "yaml":
      return { block, texts: [], kind: "nothing" };
    case "paragraph": {
      const texts = textsIn(block, isOpen);
      if (texts.some(({ isKept }) => isKept)) return partOf(block, texts, []);
      if (texts.some(({ flat }) => NOTES_TITLE.test(flat.text))) {
        return { block, texts, kind: "title", depth: LOWEST };
      }
      if (block.children.every(({ type }) => type === "strong")) {
        return { block, texts, kind: "heading", depth: LOWEST + 1 };
      }
      return partOf(block, texts, texts.flatMap(notesInLines));
    }
    case "list": {
      const texts = textsIn(block, isOpen);
      const notes = notesInItems(block, texts);
      const isBulleted = block.ordered !== true && notes[0]?.beginning === "";
      return { ...partOf(block, texts, notes), isBulleted };
    }
    case "blockquote":
      return partOf(block, textsIn(block, isOpen), []);
    default:
      return partOf(block, [], []);
  }
}

function partOf(
  block: RootContent,
  texts: readonly MarkedText[],
  notes: readonly NoteDraft[],
): Part {
  return { block, texts, ...(notes.length === 0 ? { kind: "words" } : { kind: "notes", notes }) };
}

function readHtml(html: string, block: RootContent): Part {
  const text = html.replace(/<!--[\s\S]*?-->|<[^<>]*>/g, "").trim();
  if (NOTES_TITLE.test(text)) {
    const depth = Number(/<h([1-6])\b/i.exec(html)?.[1] ?? LOWEST);
    return { block, texts: [], kind: "title", depth };
  }
  if (text !== "" || htmlContentOf(html).images.length > 0) return partOf(block, [], []);
  return { block, texts: [], kind: /<hr\b/i.test(html) ? "rule" : "nothing" };
}

function textsIn(
  node: RootContent,
  isOpen: (mark: FootnoteReference) => boolean,
): readonly MarkedText[] {
  if (node.type === "paragraph" || node.type === "heading") {
    const flat = flatten(node.children, isOpen);
    return [{ node, flat, ...(areTableLines(flat.text) && { isKept: true }) }];
  }
  return node.type === "blockquote" || node.type === "list" || node.type === "listItem"
    ? node.children.flatMap((child) => textsIn(child, isOpen))
    : [];
}

/** Returns the notes that the lines of a paragraph are; none if the first begins without a mark. */
function notesInLines({ node, flat }: MarkedText): readonly NoteDraft[] {
  const beginnings: { readonly start: number; readonly beginning: NoteBeginning }[] = [];
  let start = 0;
  for (const line of flat.text.split("\n")) {
    const beginning = beginningIn(flat, start, start + line.length);
    const last = beginnings.at(-1);
    if (last === undefined) {
      if (beginning === undefined) return [];
      beginnings.push({ start, beginning });
    } else if (beginning !== undefined && goesOn(last.beginning, beginning)) {
      beginnings.push({ start, beginning });
    }
    start += line.length + 1;
  }
  return beginnings.map(({ start: from, beginning: { end, ...beginning } }, index) => {
    const next = beginnings[index + 1]?.start ?? flat.text.length;
    const to = endBeforeBackLinks(flat, end, next);
    return {
      ...beginning,
      ...(isLinkedBack(flat, end, next) && { form: "note" }),
      beginning: flat.text.slice(from, end),
      children: [{ type: "paragraph", children: sliceFlat(node.children, end, to) }],
      anchors: anchorsWithin(flat, from, end),
    };
  });
}

/** Returns the notes that all items of a list are, by the marks in them or by the numbers of the list. */
function notesInItems(list: List, texts: readonly MarkedText[]): readonly NoteDraft[] {
  const flatTexts = new Map<RootContent, MarkedText>(texts.map((text) => [text.node, text]));
  const marked = list.children.map((item): NoteDraft | undefined => {
    const [first, ...others] = item.children;
    const text = first?.type === "paragraph" ? flatTexts.get(first) : undefined;
    const [note, ...further] = text === undefined ? [] : notesInLines(text);
    if (note === undefined || further.length > 0) return undefined;
    return { ...note, children: [...note.children, ...others] };
  });
  const notes = marked.filter((note) => note !== undefined);
  if (notes.length === list.children.length) return notes;
  if (notes.length > 0) return [];
  const isNumbered = list.ordered === true;
  if (!isNumbered && list.data?.bullet !== "*") return [];
  return list.children.map((item, index) => {
    const { children, hasBackLink, anchors } = readItem(item, flatTexts);
    return {
      label: isNumbered ? String((list.start ?? 1) + index) : "*",
      form: !isNumbered || hasBackLink ? "note" : list.data?.bullet === ")" ? "#)" : "#.",
      beginning: "",
      children,
      anchors,
    };
  });
}

/** Returns the content of an item without the links back in it. */
function readItem(
  item: ListItem,
  texts: ReadonlyMap<RootContent, MarkedText>,
): Pick<NoteDraft, "children" | "anchors"> & { readonly hasBackLink: boolean } {
  let hasBackLink = false;
  const children = item.children.map((child) => {
    const flat = texts.get(child)?.flat;
    if (child.type !== "paragraph" || flat === undefined) return child;
    const { length } = flat.text;
    if (!isLinkedBack(flat, 0, length)) return child;
    hasBackLink = true;
    const [start, end] = [skipBackLinks(flat, 0, length), endBeforeBackLinks(flat, 0, length)];
    return { ...child, children: sliceFlat(child.children, start, end) };
  });
  const [first] = item.children;
  const flat = first && texts.get(first)?.flat;
  return { children, anchors: flat === undefined ? [] : anchorsWithin(flat, 0, 0), hasBackLink };
}

declare module "mdast" {
  interface ListData {
    /** The sign before each item, or after its number. */
    bullet?: string;
  }
}
