import type { Element, Nodes, Root } from "hast";
import { append } from "../../foundation/long-arrays.ts";
import { memoizeByObject } from "../../foundation/memoize-by-object.ts";
import { isAbbreviation } from "../../language/abbreviations.ts";
import { CJK } from "../../language/scripts.ts";
import { elementsIn, htmlAttribute, semanticTypesOf, textContentOf } from "./hast.ts";

/** A reference to a note, or the note. */
export interface NoteLabel {
  /** The number or the sign on the page. */
  readonly printed: string;
  /** Identifies the note within the page. */
  readonly target: string;
}

/** The notes of a page, by the links between them and the text. */
export interface PageNotes {
  /** Returns the note that an element refers to; undefined if it is no reference. */
  referenceOf(element: Element): NoteLabel | undefined;
  /** Returns the label of a note; undefined if the element is none. */
  noteOf(element: Element): NoteLabel | undefined;
  /** Whether an element leads from a note back to the text, or repeats the number of the note. */
  isBackLink(element: Element): boolean;
}

/** A number or a sign that can refer to a note: “1”, “[2]”, “*”, “iv”, “n. 3”. */
const LABEL =
  /^[[({]?\s*(?:n(?:ote|\.)?\s*)?(?:\d{1,4}|[a-z]|[ivxlc]{1,6}|[*∗†‡§¶‖#]{1,4})\s*[\])}]?[.:]?$/iu;

/** A number with a letter, as of an amendment, which is a reference only if its note links back: “F1”, “C12”. */
const LETTERED_LABEL = /^[[(]?[A-Z]{1,2}\d{1,3}[\])]?$/;

/** The maximum length of a reference, in UTF-16 code units. */
const MAX_LABEL_LENGTH = 8;

/** The same of a raised one whose note links back, which can have words: “[Anmerkung 1]”. */
const MAX_LINKED_LABEL_LENGTH = 20;

/** An address of an element of another page. */
const OUTER_TARGET = /^[^#]+#./;

const REFERENCE_TYPE = /\b(?:doc-)?noteref\b/;
const REFERENCE_CLASS =
  /(?:^| )(?:(?:foot|end)?-?note-?(?:ref(?:erence)?|anchor|link|call)|fn-?(?:ref|anchor)|noteref|reference|(?:foot|end)note)(?: |$)/i;

/** A class of references to footnotes, which hCard uses for the name of a person. */
const AMBIGUOUS_REFERENCE_CLASS = /(?:^| )fn(?: |$)/i;

const BACKLINK_TYPE = /\b(?:doc-)?backlink\b|\breferrer\b/;
const BACKLINK_CLASS =
  /(?:^| )(?:(?:foot|end)?-?note-?back(?:ref|link)?|reversefootnote|backref|back-?link|mw-cite-backlink|fn-?back)(?: |$)/i;

/** Arrows and the like, without the variation selectors that keep them from becoming pictures. */
const BACKLINK_TEXT = /^[\s↩↵⏎⤴↑⬆^«←⇑]+$/u;

/** The maximum length of a link back that has words, in UTF-16 code units. */
const MAX_BACKLINK_LENGTH = 30;

const SENTENCE_END = /[.!?…。！？]["'\p{Pe}\p{Pf}]*$/u;

const NOTE_TYPE = /\b(?:doc-)?(?:footnote|endnote|rearnote)\b/;

/** The classes of a block that is one note, below the text or at its margin. */
const SINGLE_NOTE_CLASS = /(?:^| )(?:foot|end|side|margin(?:al)?)-?note(?: |$)/i;

const NOTE_CLASS = /(?:^| )(?:foot|end)?-?notes?(?: |$)/i;

/** The number with which a note begins, which is no part of a longer one. */
const NOTE_NUMBER = /^[[(]?(\d{1,4})(?:[\])]|[.:]?(?:\s|$)|[.:](?=[\p{L}\p{Ps}\p{Pi}]))/u;

/**
 * A word that a reference can follow without a space, perhaps with punctuation between them. No space is between words of
 * some scripts and an ordinary number, and a colon, a bracket or a dash can be before one.
 */
const AFTER_WORD = new RegExp(
  String.raw`\p{L}[\p{Ll}\p{Lo}\p{M}](?:(?<![${CJK}])|[\p{Pe}\p{Pf}.,;!?…"'’。，、；！？]{1,3})$`,
  "u",
);

/** How much of the text before a reference is read, in UTF-16 code units. */
const MAX_WORD_LENGTH = 40;

/** Whether an element is a heading or contains one, so that it is no note. */
const hasHeading = memoizeByObject((block: Element) => elementsIn(block).some(isHeading));

/** Returns the number at the beginning of a block that is no section with a heading. */
const numberOf = memoizeByObject((block: Element) =>
  hasHeading(block) ? undefined : NOTE_NUMBER.exec(labelText(block))?.[1],
);

function isHeading({ tagName }: Element): boolean {
  return /^h[1-6]$/.test(tagName);
}

const BLOCKS = new Set("aside dd div dt li p section td tr".split(" "));

/** Finds the notes of a page, or of a part of one. */
export function findNotes(page: Root | Element): PageNotes {
  const elements = elementsIn(page);
  const parents = new Map<Nodes, Element>();
  const positions = new Map<Element, number>();
  const targets = new Map<string, Element>();
  for (const [position, element] of elements.entries()) {
    positions.set(element, position);
    for (const child of element.children) parents.set(child, element);
    for (const id of [htmlAttribute(element, "id"), htmlAttribute(element, "name")]) {
      if (id !== "" && !targets.has(id)) targets.set(id, element);
    }
  }

  function ancestorsOf(element: Element): readonly Element[] {
    const ancestors: Element[] = [];
    for (let one = parents.get(element); one !== undefined; one = parents.get(one)) {
      ancestors.push(one);
    }
    return ancestors;
  }

  /** Returns the block that contains an element, or the element if it is one. */
  function blockOf(element: Element): Element | undefined {
    return [element, ...ancestorsOf(element)].find(({ tagName }) => BLOCKS.has(tagName));
  }

  /** Whether no text precedes an element in its block. */
  function isAtStart(element: Element): boolean {
    for (let one: Element = element; ; ) {
      const parent = parents.get(one);
      if (parent === undefined) return true;
      const before = parent.children.slice(0, parent.children.indexOf(one));
      if (before.some((node) => textContentOf(node).trim() !== "")) return false;
      if (BLOCKS.has(parent.tagName) || isHeading(parent)) return true;
      one = parent;
    }
  }

  /** Whether an element is the number of a heading, which can link to a table of contents or to another part. */
  function isHeadingNumber(element: Element): boolean {
    return isAtStart(element) && ancestorsOf(element).some(isHeading);
  }

  /** Whether an element directly follows a word or its punctuation, and no word follows it directly. */
  function isAttached(element: Element): boolean {
    const siblings = parents.get(element)?.children ?? [];
    const index = siblings.indexOf(element);
    const [before, after] = [siblings[index - 1], siblings[index + 1]];
    const preceding = before === undefined ? "" : textContentOf(before).slice(-MAX_WORD_LENGTH);
    return (
      AFTER_WORD.test(preceding) &&
      !isAbbreviation(`${preceding.replace(/\.?$/, ".")} `, textContentOf(element), "") &&
      (after === undefined || !/^[\p{L}\p{N}]/u.test(textContentOf(after)))
    );
  }

  const links = elements.flatMap((element) => {
    const target = element.tagName === "a" ? internalTarget(element) : undefined;
    return target === undefined ? [] : [{ element, target, text: labelText(element) }];
  });

  /** Returns the nearest text on one side of an element in its block, without that of links back. */
  function textBeside(element: Element, side: "before" | "after"): string {
    for (let one: Element = element; ; ) {
      const parent = parents.get(one);
      if (parent === undefined || BLOCKS.has(one.tagName)) return "";
      const index = parent.children.indexOf(one);
      const siblings =
        side === "before"
          ? parent.children.slice(0, index).reverse()
          : parent.children.slice(index + 1);
      for (const node of siblings) {
        if (node.type === "element" && backLinks.has(node)) continue;
        const text = textContentOf(node);
        if (text.trim() !== "") return text;
      }
      one = parent;
    }
  }

  /** Whether a link is at the end of its block, after a whole sentence, and is none itself. */
  function isAfterSentences(link: Element, text: string): boolean {
    return (
      text.length <= MAX_BACKLINK_LENGTH &&
      !SENTENCE_END.test(text) &&
      isSentenceOrEmpty(textBeside(link, "before").slice(-MAX_WORD_LENGTH)) &&
      /^[\s\])]*$/.test(textBeside(link, "after"))
    );
  }

  /** Whether a link leads back to a reference whose note contains it. */
  function answersReference(link: Element, destination: Element): boolean {
    const around = new Set(ancestorsOf(link));
    const anchors = [destination, ...elementsIn(destination), ...ancestorsOf(destination)];
    return anchors.some((anchor) => {
      const target = anchor.tagName === "a" ? internalTarget(anchor) : undefined;
      const note = target === undefined ? undefined : targets.get(target);
      return note !== undefined && around.has(blockOf(note) ?? note);
    });
  }

  /** The ids to which the links in each block lead. */
  const targetsByBlock = new Map<Element, Set<string>>();
  for (const { element, target } of links) {
    for (const block of ancestorsOf(element).filter(({ tagName }) => BLOCKS.has(tagName))) {
      const own = targetsByBlock.get(block) ?? new Set();
      targetsByBlock.set(block, own.add(target));
    }
  }

  /** Whether the block to which a link leads has a link back to it, or to an element of its paragraph around it. */
  function isAnswered(link: Element, destination: Element | undefined): boolean {
    const note = destination && blockOf(destination);
    const around = [link, ...ancestorsOf(link)];
    if (note === undefined || around.includes(note)) return false;
    const paragraph = around.findIndex(({ tagName }) => BLOCKS.has(tagName));
    const answered = targetsByBlock.get(note);
    return around
      .slice(0, Math.max(paragraph, 1))
      .some((one) => ["id", "name"].some((name) => answered?.has(htmlAttribute(one, name))));
  }

  const backLinks = new Set<Element>();
  /** The links back that only their places show. */
  const presumedBackLinks = new Set<Element>();
  const references = new Map<Element, NoteLabel>();
  for (const { element, target, text } of links) {
    const sup = ancestorsOf(element).find(({ tagName }) => tagName === "sup");
    const isMarked = hasType(element, REFERENCE_TYPE) || hasReferenceClass(element, text);
    if (
      hasType(element, BACKLINK_TYPE) ||
      hasClass(element, BACKLINK_CLASS) ||
      BACKLINK_TEXT.test(text)
    ) {
      backLinks.add(element);
      continue;
    }
    const destination = targets.get(target);
    const isLabel =
      LABEL.test(text) ||
      (isMarked && text.length <= MAX_LABEL_LENGTH) ||
      (sup !== undefined &&
        text.length <= MAX_LINKED_LABEL_LENGTH &&
        isAnswered(element, destination));
    if (!isLabel) continue;
    if (!isMarked && isHeadingNumber(element)) continue;
    const isBackward =
      destination !== undefined &&
      (positions.get(destination) ?? 0) < (positions.get(element) ?? 0);
    const isAnswer =
      isBackward &&
      textContentOf(destination).trim().length <= MAX_LABEL_LENGTH &&
      answersReference(element, destination);
    if (isAnswer) {
      presumedBackLinks.add(element);
      backLinks.add(element);
      continue;
    }
    const isRaised =
      sup !== undefined || elementsIn(element).some(({ tagName }) => tagName === "sup");
    const isDistinct = isRaised || /^[[({*∗†‡]/u.test(text);
    if (isMarked || (isDistinct && !(isAtStart(element) && isBackward))) {
      references.set(element, { printed: printedOf(text), target });
    } else if (isAtStart(element) && isBackward) {
      presumedBackLinks.add(element);
      backLinks.add(element);
    }
  }
  // A number without brackets is a reference if a link in its target repeats it, or if it is at the end of a word and
  // its target is further down and begins with it.
  const labelsByBlock = new Map<Element, Set<string>>();
  for (const { element, text } of links) {
    if (!LABEL.test(text) && !LETTERED_LABEL.test(text)) continue;
    for (const block of ancestorsOf(element).filter(({ tagName }) => BLOCKS.has(tagName))) {
      const labels = labelsByBlock.get(block) ?? new Set();
      labelsByBlock.set(block, labels.add(printedOf(text)));
    }
  }
  for (const { element, target, text } of links) {
    if (references.has(element) || backLinks.has(element)) continue;
    if (!LABEL.test(text) && !LETTERED_LABEL.test(text)) continue;
    const destination = targets.get(target);
    const block = destination && blockOf(destination);
    if (block === undefined || hasHeading(block) || isAtStart(element)) continue;
    if (ancestorsOf(element).includes(block)) continue;
    const printed = printedOf(text);
    const isRepeated = labelsByBlock.get(block)?.has(printed) === true;
    const isFurtherDown = (positions.get(block) ?? 0) > (positions.get(element) ?? 0);
    if (isRepeated || (isFurtherDown && numberOf(block) === text && isAttached(element))) {
      references.set(element, { printed, target });
    }
  }

  // References to notes in other files, as a book has them of which this is a chapter.
  for (const element of elements) {
    const href = htmlAttribute(element, "href");
    const text = labelText(element);
    if (element.tagName !== "a" || !OUTER_TARGET.test(href) || !LABEL.test(text)) continue;
    if (isAtStart(element)) continue;
    const isMarked = hasType(element, REFERENCE_TYPE) || hasReferenceClass(element, text);
    if (isMarked || isAttached(element)) {
      references.set(element, { printed: printedOf(text), target: href });
    }
  }

  // References without a link.
  for (const element of elements) {
    if (!/^(?:span|small|b|i|em|strong)$/.test(element.tagName)) continue;
    const text = labelText(element);
    if (!hasReferenceClass(element, text) && !hasType(element, REFERENCE_TYPE)) continue;
    if (!LABEL.test(text)) continue;
    const isLink = [...elementsIn(element), ...ancestorsOf(element)].some(
      ({ tagName }) => tagName === "a",
    );
    const printed = printedOf(text);
    if (!isLink && !isAtStart(element)) references.set(element, { printed, target: printed });
  }

  // The number of a paragraph can link to a table of contents. A note's links to a mark with its number.
  const referenceLabels = new Map<Element, Set<string>>();
  for (const [reference, { printed }] of references) {
    const block = blockOf(reference);
    for (const one of [reference, ...ancestorsOf(reference)]) {
      const labels = referenceLabels.get(one) ?? new Set();
      referenceLabels.set(one, labels.add(printed));
      if (one === block) break;
    }
  }
  for (const link of presumedBackLinks) if (!leadsToMark(link)) backLinks.delete(link);

  /** Whether a link leads to a reference with its number, or to the same number without a link. */
  function leadsToMark(link: Element): boolean {
    const destination = targets.get(internalTarget(link) ?? "");
    if (destination === undefined) return false;
    const printed = printedOf(labelText(link));
    const block = blockOf(destination) ?? destination;
    if (referenceLabels.get(block)?.has(printed) === true) return true;
    const noteBlock = blockOf(link);
    const isNumberAlone =
      noteBlock !== undefined && labelText(noteBlock).length <= MAX_LABEL_LENGTH;
    const isOfCell = noteBlock !== undefined && /^(?:td|dt)$/.test(noteBlock.tagName);
    if ((isNumberAlone && !isOfCell) || isAtStart(destination)) return false;
    const marks = [labelText(destination), textBeside(destination, "after").trimStart()];
    return marks.some((mark) => printedOf(mark.slice(0, MAX_LABEL_LENGTH)) === printed);
  }

  // A link from a note to the block of its reference leads back, whatever it says, unless it is part of a sentence.
  const referringBlocks = new Map<Element, Set<Element>>();
  for (const [reference, { target }] of references) {
    const destination = targets.get(target);
    const note = destination && (blockOf(destination) ?? destination);
    const block = blockOf(reference);
    if (note === undefined || block === undefined || note === block) continue;
    const blocks = referringBlocks.get(note) ?? new Set();
    referringBlocks.set(note, blocks.add(block));
  }
  // The last link is read first, since it can follow others.
  for (const { element, target, text } of [...links].reverse()) {
    const destination = targets.get(target);
    const block = destination && blockOf(destination);
    if (block === undefined || references.has(element) || backLinks.has(element)) continue;
    const isAnswer = ancestorsOf(element).some((note) => referringBlocks.get(note)?.has(block));
    const isNumber = isAtStart(element) && leadsToMark(element);
    if (isAnswer && (isNumber || isAfterSentences(element, text))) backLinks.add(element);
  }

  /** How many targets of references are in each element. */
  const targetCounts = new Map<Element, number>();
  for (const target of new Set([...references.values()].map((label) => label.target))) {
    const destination = targets.get(target);
    if (destination === undefined) continue;
    for (const one of [destination, ...ancestorsOf(destination)]) {
      targetCounts.set(one, (targetCounts.get(one) ?? 0) + 1);
    }
  }

  /** Returns the largest element that is only this note; undefined if the reference is in it. */
  function noteAt(destination: Element, reference: Element): Element | undefined {
    const around = ancestorsOf(reference);
    const block = blockOf(destination);
    if (block === undefined || around.includes(block)) return undefined;
    let note = /^(?:td|dt)$/.test(block.tagName) ? (parents.get(block) ?? block) : block;
    for (;;) {
      const outer = parents.get(note);
      const isNote =
        outer !== undefined &&
        BLOCKS.has(outer.tagName) &&
        !around.includes(outer) &&
        targetCounts.get(outer) === targetCounts.get(note) &&
        (/^(?:li|aside)$/.test(outer.tagName) ||
          hasType(outer, NOTE_TYPE) ||
          hasClass(outer, NOTE_CLASS)) &&
        !hasHeading(outer);
      if (!isNote) return note;
      note = outer;
    }
  }

  const notes = new Map<Element, NoteLabel>();
  const unanswered = [...backLinks].filter(isAtStart);
  for (const [reference, label] of references) {
    const destination =
      targets.get(label.target) ??
      // The note may lack the id to which the reference leads, but begin with a link back.
      unanswered.find((link) => printedOf(labelText(link)) === label.printed);
    const note = destination && noteAt(destination, reference);
    if (note !== undefined && !notes.has(note)) notes.set(note, label);
  }
  // Notes by their type, or by their class, to which nothing refers.
  const isNoteByClass = (element: Element) =>
    BLOCKS.has(element.tagName) &&
    hasClass(element, SINGLE_NOTE_CLASS) &&
    elementsIn(element).filter(({ tagName }) => BLOCKS.has(tagName)).length < 3;
  for (const element of elements) {
    if (!(hasType(element, NOTE_TYPE) || isNoteByClass(element)) || notes.has(element)) continue;
    if (elementsIn(element).some((inner) => notes.has(inner))) continue;
    if (ancestorsOf(element).some((outer) => notes.has(outer))) continue;
    notes.set(element, { printed: "", target: htmlAttribute(element, "id") || `${notes.size}` });
  }

  return {
    referenceOf: (element) => references.get(element),
    noteOf: (element) => notes.get(element),
    isBackLink: (element) => backLinks.has(element) || hasClass(element, BACKLINK_CLASS),
  };
}

/** Whether a text, without a bracket that opens at its end, is empty or ends a sentence. */
function isSentenceOrEmpty(text: string): boolean {
  const words = text.trimEnd().replace(/[[(]$/, "").trimEnd();
  return words === "" || SENTENCE_END.test(words);
}

function hasType(element: Element, type: RegExp): boolean {
  return type.test(semanticTypesOf(element));
}

function hasClass(element: Element, name: RegExp): boolean {
  return name.test(htmlAttribute(element, "className"));
}

function hasReferenceClass(element: Element, text: string): boolean {
  return (
    hasClass(element, REFERENCE_CLASS) ||
    (hasClass(element, AMBIGUOUS_REFERENCE_CLASS) && !/\p{L}/u.test(text))
  );
}

/** Returns the id that a link within the page leads to. */
function internalTarget(link: Element): string | undefined {
  const href = htmlAttribute(link, "href");
  if (!href.startsWith("#") || href.length < 2) return undefined;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

function labelText(element: Element): string {
  return textContentOf(element)
    .replace(/\p{Variation_Selector}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Returns the number or the sign without its brackets. */
function printedOf(text: string): string {
  return text.replace(/^[[({\s]+|[\])}\s.:]+$/g, "").replace(/^n(?:ote|\.)?\s*(?=\d)/i, "");
}

/** The classes of notes at the margin of a paragraph. */
const SIDENOTE_CLASS = /(?:^| )(?:side|margin)-?notes?(?: |$)/i;

/** The classes of notes that are shown where a sign is touched. References have some of them as well. */
const POPUP_NOTE_CLASS =
  /(?:^| )(?:(?:foot|end)notes?|(?:fn|(?:foot|end)note)-?(?:text|body|content)|ltx_note)(?: |$)/i;

/** The classes of the number that a note repeats. */
const NUMBER_CLASS = /(?:^|[-_ ])(?:mark|tag|num(?:ber)?|label)(?:[-_ ]|$)/i;

/** Whether an element within a paragraph is a note at its margin, or one that is shown where a sign is touched. */
export function isInlineNote(node: Element): boolean {
  if (!/^(?:span|small|em|i)$/.test(node.tagName)) return false;
  const text = textContentOf(node);
  return (
    (hasClass(node, SIDENOTE_CLASS) && /\p{L}/u.test(text)) ||
    (hasClass(node, POPUP_NOTE_CLASS) && /\p{L}{2}/u.test(text))
  );
}

/** Returns the words of a note within a paragraph, and its number; an empty string without one. */
export function readInlineNote(note: Element): {
  readonly printed: string;
  readonly words: string;
} {
  let printed = "";
  let words = "";
  const stack: Nodes[] = [note];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const isNumber =
      node.type === "element" &&
      words.trim() === "" &&
      (node.tagName === "sup" || hasClass(node, NUMBER_CLASS)) &&
      LABEL.test(labelText(node));
    if (isNumber) printed ||= printedOf(textContentOf(node).trim());
    else if (node.type === "text") words += node.value;
    else if ("children" in node) append(stack, node.children.toReversed());
  }
  return { printed, words: words.replace(/\s+/g, " ").trim() };
}
