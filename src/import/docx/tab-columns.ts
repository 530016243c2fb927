import type { Element, ElementContent } from "xast";
import { isElement, localName } from "../shared/xml.ts";

/** A paragraph as cells between its tabs. */
interface TabbedParagraph {
  /** The tabs between words, of which there is one less than cells. */
  readonly tabs: readonly Element[];
  readonly cells: readonly string[];
}

/** The maximum length of a cell, in UTF-16 code units, and the maximum number of words of a label before a text. */
const MAX_CELL = 80;
const MAX_LABEL_WORDS = 2;
const MIN_TEXT_WORDS = 4;

/** A number, a letter or the name of a speaker with which a paragraph begins. */
const LABEL = /^(?:\S{1,4}|\S+(?: \S+)?[.:)\]–—])$/u;

/**
 * Finds the tabs that set words in columns: those of consecutive paragraphs with as many tabs each, and one between two names,
 * as of signatures. A tab after a number or a label sets only the text apart that it begins.
 */
export function findColumnTabs(blocks: readonly ElementContent[]): ReadonlySet<Element> {
  const tabs = new Set<Element>();
  let rows: TabbedParagraph[] = [];
  const endRows = () => {
    if (areColumns(rows)) for (const row of rows) for (const tab of row.tabs) tabs.add(tab);
    rows = [];
  };
  for (const block of blocks.filter(isElement)) {
    const row = localName(block.name) === "p" ? readTabs(block) : undefined;
    if (rows.length > 0 && row?.cells.length !== rows[0]?.cells.length) endRows();
    if (row !== undefined && row.cells.length > 1) rows.push(row);
  }
  endRows();
  return tabs;
}

function areColumns(rows: readonly TabbedParagraph[]): boolean {
  const [first, ...others] = rows;
  if (first === undefined) return false;
  const cells = rows.flatMap((row) => row.cells);
  if (cells.some((cell) => cell.length > MAX_CELL)) return false;
  if (others.length === 0) return first.cells.length === 2 && first.cells.every(isName);
  const labels = rows.map((row) => row.cells[0] ?? "");
  const texts = rows.flatMap((row) => row.cells.slice(1));
  const isLabelled =
    labels.every((label) => countWords(label) <= MAX_LABEL_WORDS) &&
    texts.reduce((sum, text) => sum + countWords(text), 0) >= MIN_TEXT_WORDS * texts.length;
  return (
    !isLabelled &&
    labels.filter((label) => LABEL.test(label)).length * 2 < labels.length &&
    texts.filter((text) => /\p{L}{2}/u.test(text)).length * 2 > texts.length
  );
}

/** Whether words are only names: two or more, without a number or a sentence. */
function isName(text: string): boolean {
  const words = text.split(" ");
  return words.length > 1 && words.every((word) => /^\p{Lu}[\p{L}\p{M}’'.-]*,?$/u.test(word));
}

function countWords(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}

/** Divides a paragraph at the tabs between its words. */
function readTabs(paragraph: Element): TabbedParagraph {
  const tabs: Element[] = [];
  const cells: string[] = [];
  let text = "";
  let last: Element | undefined;
  const visit = (node: Element): void => {
    for (const child of node.children) {
      if (child.type === "text" && localName(node.name) === "t") {
        if (child.value.trim() !== "" && last !== undefined) {
          tabs.push(last);
          cells.push(text);
          text = "";
          last = undefined;
        }
        text += child.value;
      }
      if (!isElement(child)) continue;
      const name = localName(child.name);
      if (name === "tab" && text.trim() !== "") last = child;
      else if (!/^(?:pPr|del|moveFrom|txbxContent)$/.test(name)) visit(child);
    }
  };
  visit(paragraph);
  cells.push(text);
  return { tabs, cells: cells.map((cell) => cell.replace(/\s+/g, " ").trim()).filter(Boolean) };
}
