import type { Element, Nodes, Root, Text } from "hast";
import { elementAt } from "../../foundation/checked-access.ts";
import { append } from "../../foundation/long-arrays.ts";
import { findCountedLines, type LineNumber } from "../shared/numbering/counted-lines.ts";
import { htmlAttribute, INLINE_ELEMENTS } from "./hast.ts";
import { isBlock } from "./page-blocks.ts";
import { INVISIBLE_ELEMENTS } from "./page-parts.ts";

/** The number of a line in a text, from the space before it to that after it. Offsets are in UTF-16 code units. */
export interface TextNumber {
  readonly start: number;
  readonly end: number;
  readonly printed: string;
}

/** The numbers of the lines of a page. */
export interface PageLineNumbers {
  /** The numbers that are all of an element, or of a cell. */
  readonly elements: ReadonlyMap<Element, string>;
  /** The numbers in the texts, in their order. */
  readonly texts: ReadonlyMap<Text, readonly TextNumber[]>;
}

/** A part of a line: a piece of a text, or an element that is only a number. */
interface Part {
  readonly text: string;
  readonly holder: Element | { readonly node: Text; readonly start: number };
}

/** A line of a page, up to a break, the end of its block or of its row. One without parts is between two blocks. */
interface PageLine {
  readonly parts: readonly Part[];
  readonly isPreformatted: boolean;
  /** The block that contains it. */
  readonly block: Nodes;
}

/** A number at an edge of a line. */
interface EdgeNumber extends LineNumber {
  readonly side: "start" | "end";
  readonly printed: string;
  readonly block: Nodes;
  readonly holder: Element | (TextNumber & { readonly node: Text });
  /** How many words are in the line. */
  readonly words: number;
}

const NUMBER = /^[[(]?(\d{1,4})[\])]?$/;

/** A wide space between a line and its number. HTML only shows one that does not break. */
const WIDE_SPACE = String.raw`(?:[^\S\n\u00a0\u2002\u2003]*[\u00a0\u2002\u2003]){3,}\s*`;

/** A number at an edge of a line, and apart from its words. */
const SET_APART = {
  preformatted: {
    start: /^(\s*)(\d{1,4})(?:\s{2,}|\t)(?=\S)/,
    end: /(?:\s{3,}|\t\s*)(\d{1,4})\s*$/,
  },
  ordinary: {
    start: new RegExp(String.raw`^(\s*)(\d{1,4})${WIDE_SPACE}(?=\S)`),
    end: new RegExp(String.raw`${WIDE_SPACE}(\d{1,4})\s*$`),
  },
} as const;

/** The name of the place of a line, before its number: “l11”, “line-11”. */
const LINE_NAME = /^l(?:ine|n|g)?[-_.:]?(?=\d+$)/i;

/** The minimum number of lines if each has a number, and their average length in words. */
const MIN_SUCCESSIVE = 6;
const MIN_WORDS = 4;

/** The steps of numbers that are round, how many of them count on, and how few lines are between two of them. */
const ROUND_STEPS = [5, 10];
const MIN_ROUND = 3;
const MIN_ROUND_DISTANCE = 2;

/**
 * Finds the numbers of lines that only their places show: at the ends or the beginnings of lines, in an element or a
 * cell of their own or after a wide space, and counting on as the lines do. `isSkipped` says which elements have no
 * lines of text, and `blockLines` are those that a style sets on lines of their own.
 */
export function findLineNumbers(
  page: Root | Element,
  isSkipped: (element: Element) => boolean,
  blockLines: ReadonlySet<Element>,
): PageLineNumbers {
  const lines = linesIn(page, isSkipped, blockLines);
  const visible = lines.flatMap(({ parts }, index) => (parts.length > 0 ? [index] : []));
  const numbers = visible.flatMap((index, at) => edgeNumbersIn(lines, index, at));
  const atEnd = numbers.filter(({ side }) => side === "end");
  const atStart = numbers.filter(({ side }) => side === "start");
  const lineCounts = new Map<Nodes, number>();
  for (const { block } of atStart) lineCounts.set(block, (lineCounts.get(block) ?? 0) + 1);
  /** Whether the numbers at the start of the lines of a block are not that of the block. */
  const isOfLines = (block: Nodes) => (lineCounts.get(block) ?? 0) > 1;
  const counted = new Set([
    ...findCountedLines(visible, atEnd),
    ...findCountedLines(visible, atStart),
    ...findSuccessive(atEnd),
    ...findSuccessive(atStart.filter(({ block }) => isOfLines(block))),
    ...findRound(atEnd),
    ...findRound(atStart),
  ]);
  // A number that is named after a line is that of one if it is as far from others as the lines are.
  const origins = new Set([...counted].map(({ number, at }) => number - at));
  for (const number of numbers.filter(isNamed)) {
    if (origins.has(number.number - number.at)) counted.add(number);
  }
  const elements = new Map<Element, string>();
  const texts = new Map<Text, TextNumber[]>();
  for (const { holder, printed } of numbers.filter((number) => counted.has(number))) {
    if (!("node" in holder)) elements.set(holder, printed);
    else {
      const others = texts.get(holder.node);
      if (others === undefined) texts.set(holder.node, [holder]);
      else others.push(holder);
    }
  }
  return { elements, texts };
}

/** Returns the lines of a page, with an empty one between two blocks. */
function linesIn(
  page: Root | Element,
  isSkipped: (element: Element) => boolean,
  blockLines: ReadonlySet<Element>,
): readonly PageLine[] {
  const lines: PageLine[] = [];
  let parts: Part[] = [];
  const blocks: Nodes[] = [page];
  let preformatted = 0;
  const endLine = () => {
    const isVisible = parts.some(({ text }) => text.trim() !== "");
    const block = blocks.at(-1) ?? page;
    lines.push({ parts: isVisible ? parts : [], isPreformatted: preformatted > 0, block });
    parts = [];
  };
  const stack: (Nodes | { readonly type: "end"; readonly element: Element })[] = [page];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "end") {
      endLine();
      blocks.pop();
      if (isPre(node.element)) preformatted -= 1;
    } else if (node.type === "text") {
      const pieces = preformatted > 0 ? node.value.split("\n") : [node.value];
      let start = 0;
      for (const [index, text] of pieces.entries()) {
        if (index > 0) endLine();
        parts.push({ text, holder: { node, start } });
        start += text.length + 1;
      }
    } else if (
      node.type === "element" &&
      (INVISIBLE_ELEMENTS.has(node.tagName) || isSkipped(node))
    ) {
    } else if (node.type === "element" && node.tagName === "br") endLine();
    else if (node.type === "element" && canBeNumber(node) && numberIn(node) !== undefined) {
      parts.push({ text: numberIn(node) ?? "", holder: node });
    } else if ("children" in node) {
      if (node.type === "element" && isLineOrBlock(node, blockLines)) {
        endLine();
        blocks.push(node);
        if (isPre(node)) preformatted += 1;
        stack.push({ type: "end", element: node });
      }
      append(stack, node.children.toReversed());
    }
  }
  endLine();
  return lines;
}

function isPre({ tagName }: Element): boolean {
  return tagName === "pre";
}

function isLineOrBlock(node: Element, blockLines: ReadonlySet<Element>): boolean {
  return isBlock(node) || /^(?:tr|caption)$/.test(node.tagName) || blockLines.has(node);
}

/** Whether an element can be the number of a line: a cell, or a part of a line that refers to nothing else. */
function canBeNumber(node: Element): boolean {
  if (/^t[dh]$/.test(node.tagName)) return true;
  if (!INLINE_ELEMENTS.has(node.tagName) || /^su[bp]$/.test(node.tagName)) return false;
  const href = htmlAttribute(node, "href");
  return node.tagName !== "a" || href === "" || href === `#${nameOf(node)}`;
}

function nameOf(node: Element): string {
  return htmlAttribute(node, "id") || htmlAttribute(node, "name");
}

/** Returns the number that is all of an element. */
function numberIn(element: Element): string | undefined {
  for (let node = element; ; ) {
    const [only, ...others] = node.children.filter(
      (child) => child.type !== "text" || child.value.trim() !== "",
    );
    if (others.length > 0 || only === undefined) return undefined;
    if (only.type === "text") return NUMBER.exec(only.value.trim())?.[1];
    if (only.type !== "element" || !isTransparent(only)) return undefined;
    node = only;
  }
}

/** Whether an element can be around a number and nothing else. */
function isTransparent(node: Element): boolean {
  return /^(?:p|div)$/.test(node.tagName) || canBeNumber(node);
}

/** Returns the numbers at both edges of a line, if words are beside them. */
function edgeNumbersIn(
  lines: readonly PageLine[],
  index: number,
  at: number,
): readonly EdgeNumber[] {
  const { parts, isPreformatted, block } = elementAt(lines, index);
  const shown = parts.filter(({ text }) => text.trim() !== "");
  const words = parts.flatMap(({ text }) => text.match(/\p{L}[\p{L}\p{M}’']*/gu) ?? []).length;
  const [first, last] = [shown[0], shown.at(-1)];
  if (words === 0 || first === undefined || last === undefined) return [];
  const numbers: EdgeNumber[] = [];
  const add = (side: EdgeNumber["side"], printed: string, holder: EdgeNumber["holder"]) =>
    numbers.push({ index, at, side, printed, holder, block, words, number: Number(printed) });
  const patterns = SET_APART[isPreformatted ? "preformatted" : "ordinary"];
  if (!("node" in first.holder)) add("start", numberOf(first), first.holder);
  else {
    const [before, margin = "", printed] = patterns.start.exec(first.text) ?? [];
    const isAligned =
      !isPreformatted ||
      [lines[index - 1], lines[index + 1]].some((line) => beginsAt(line, before));
    if (printed !== undefined && isAligned) {
      const { node, start: from } = first.holder;
      const start = from + margin.length;
      add("start", printed, { node, printed, start, end: from + (before?.length ?? 0) });
    }
  }
  if (!("node" in last.holder)) {
    if (last !== first) add("end", numberOf(last), last.holder);
  } else {
    const match = patterns.end.exec(last.text);
    const printed = match?.[1];
    if (match !== null && printed !== undefined) {
      const { node, start: from } = last.holder;
      add("end", printed, {
        node,
        printed,
        start: from + match.index,
        end: from + last.text.length,
      });
    }
  }
  return numbers;
}

function numberOf({ text }: Part): string {
  return NUMBER.exec(text)?.[1] ?? text;
}

/** Whether the words of a line begin where a margin ends. */
function beginsAt(line: PageLine | undefined, margin: string | undefined): boolean {
  const text = line?.parts.map((part) => part.text).join("") ?? "";
  return margin !== undefined && margin.length > 1 && text.search(/\S/) === margin.length;
}

/** Returns the numbers of rows of lines each of which has the next number. */
function findSuccessive(numbers: readonly EdgeNumber[]): readonly EdgeNumber[] {
  const rows = rowsOf(
    numbers,
    (number, last) => number.number === last.number + 1 && number.at === last.at + 1,
  );
  return rows
    .filter(
      (row) =>
        row.length >= MIN_SUCCESSIVE &&
        row.reduce((sum, { words }) => sum + words, 0) >= MIN_WORDS * row.length,
    )
    .flat();
}

/** Returns rows of 5, 10, 15, …: two that are as far from each other as they say, or more at the ends of lines. */
function findRound(numbers: readonly EdgeNumber[]): readonly EdgeNumber[] {
  return ROUND_STEPS.flatMap((step) => {
    const follows = (number: EdgeNumber, last: EdgeNumber) =>
      last.number % step === 0 && number.number === last.number + step && number.words > 1;
    const exact = rowsOf(
      numbers,
      (number, last) => follows(number, last) && number.at === last.at + step,
    ).filter((row) => row.length > 1);
    // Some lines can be left out of an edition.
    const loose = rowsOf(
      numbers.filter(({ side }) => side === "end"),
      (number, last) => follows(number, last) && number.at >= last.at + MIN_ROUND_DISTANCE,
    ).filter((row) => row.length >= MIN_ROUND);
    return [...exact, ...loose].flat();
  });
}

/** Divides numbers into rows in which each follows the one before. */
function rowsOf(
  numbers: readonly EdgeNumber[],
  follows: (number: EdgeNumber, last: EdgeNumber) => boolean,
): readonly (readonly EdgeNumber[])[] {
  const rows: EdgeNumber[][] = [];
  for (const number of numbers) {
    const last = rows.at(-1)?.at(-1);
    if (last !== undefined && follows(number, last)) rows.at(-1)?.push(number);
    else rows.push([number]);
  }
  return rows;
}

/** Whether an element is named after the line whose number it is. */
function isNamed({ holder, printed }: EdgeNumber): boolean {
  if ("node" in holder) return false;
  const name = nameOf(holder);
  return LINE_NAME.test(name) && name.endsWith(printed);
}
