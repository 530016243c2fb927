import type { Element, ElementContent, Nodes, Root } from "hast";
import { type Message, message, quoteEach } from "../../catalogue/catalogue.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import {
  MAX_BASE_LENGTH,
  readSubscript,
  readSuperscript,
  toSuperscript,
} from "../../language/superscripts.ts";
import { removeControlCharacters } from "../shared/encoding.ts";
import { protectFormula } from "../shared/formula.ts";
import { canBeginVerse } from "../shared/marks/mark.ts";
import { isRecordingTime } from "../shared/numbering/recording-times.ts";
import { findBlockLines, findStyled } from "./block-lines.ts";
import { findCode } from "./code-blocks.ts";
import {
  type DataTable,
  layOutRows,
  lineNumbersOf,
  readDataTable,
  type TableCell,
} from "./data-tables.ts";
import { elementsIn, htmlAttribute, textContentOf } from "./hast.ts";
import { isLineLabel, isListLabel } from "./line-labels.ts";
import { findLineNumbers } from "./line-numbers.ts";
import { findDrawnFormulas, linearizeMathml } from "./mathml.ts";
import { findNavigation } from "./navigation.ts";
import { findNotes, isInlineNote, readInlineNote } from "./notes.ts";
import { findClingingNumbers, findNumberMarks } from "./number-marks.ts";
import {
  breakLines,
  containsWords,
  element,
  hasBlocks,
  isBlock,
  isNamed,
  joinLines,
  joinTexts,
  MARK_ELEMENT,
  markElement,
  NOTE_ELEMENT,
  PAGE_BLOCKS,
  toLines,
  wrapLoose,
  wrapLooseText,
} from "./page-blocks.ts";
import { dropEmptyBrackets, isPageLink } from "./page-links.ts";
import {
  authorsPartsIn,
  boilerplateIn,
  findBody,
  findMain,
  findSignUps,
  hasShownWords,
  INVISIBLE_ELEMENTS,
  isControlSign,
  isGutenbergBoilerplate,
  isHeaderOfBox,
  isHidden,
  isHiddenStyle,
  isLicenceBox,
  isListOfParts,
  isPublishersSection,
  isTranscribersNote,
  NON_TEXT_ELEMENTS,
  type PartName,
  SECTION_ELEMENTS,
} from "./page-parts.ts";
import { findRaisedLetters } from "./styled/raised-letters.ts";
import { markShiftedText } from "./styled/shifted-text.ts";
import { findStruckParts, findStruckText, strikeThrough } from "./styled/struck-text.ts";
import { findUnquotedText } from "./styled/unquoted-text.ts";

/** A page's text, and what was left out of it. */
export interface PageContent {
  /** Only elements that Markdown can express, and those of marks and notes. */
  readonly tree: Root;
  /** The elements that Project Gutenberg added before a work and after it, in document order. */
  readonly gutenbergBoilerplate: {
    readonly before: readonly Element[];
    readonly after: readonly Element[];
  };
  /** Sentences for the editor on what was left out or converted. */
  readonly remarks: readonly Message[];
}

/** Elements that are replaced by their content: Markdown has no such marks, or passages have none. */
const UNWRAPPED_ELEMENTS = new Set(
  `applet code command content del element ins kbd label mark menuitem output s samp shadow small spacer
  strike sub sup tt u var`.split(/\s+/),
);

/** Blocks that Markdown does not know. */
const PLAIN_BLOCKS = new Set("dialog hgroup legend optgroup option search summary".split(" "));

interface Omissions {
  pictures: number;
  /** Rows of tables whose cells are joined in one paragraph. */
  joinedRows: number;
  /** Rows of tables whose cells stay apart, because one has several blocks. */
  listedRows: number;
  formulas: number;
  rubyReadings: number;
  quotations: number;
  /** Strokes through parts of words. */
  struckParts: number;
  pageLinks: number;
  /** The times of a recording. */
  times: number;
  powers: number;
  /** The labels of items, as a program wrote them. */
  readonly labels: Set<string>;
  /** The parts beside the text that have words. */
  readonly parts: Set<PartName>;
}

/** How a page is read. */
export interface PageOptions {
  /** Whether it is all of a book, so that nothing in it is beside the text. */
  readonly isBook: boolean;
  /** Whether tables of data and code are kept as such. Otherwise their words are text. */
  readonly keepsData: boolean;
}

/**
 * Extracts the text of a page: its only `main` or `article` element, otherwise its body. All of a book
 * is text. The rows of a table become paragraphs unless it contains data, and preformatted lines keep their breaks.
 * Pictures and ruby readings are left out, and formulas are written in one line. Marks and notes become elements of
 * their own.
 */
export function extractPageContent(page: Root, { isBook, keepsData }: PageOptions): PageContent {
  const body = findBody(page);
  markShiftedText(page);
  const omissions: Omissions = {
    ...{ pictures: 0, joinedRows: 0, listedRows: 0, formulas: 0, rubyReadings: 0 },
    ...{
      quotations: 0,
      struckParts: 0,
      pageLinks: 0,
      times: 0,
      powers: 0,
      labels: new Set(),
      parts: new Set(),
    },
  };
  const { main, outside } = isBook ? { main: body, outside: 0 } : findMain(body, omissions.parts);
  const mainLength = textContentOf(main).length;
  const navigation = isBook ? new Set<Nodes>() : findNavigation(main);
  const signUps = isBook ? new Set<Element>() : findSignUps(main);
  const hidden = isBook ? findStyled(page, isHiddenStyle, () => true) : new Set<Element>();
  const notes = findNotes(body);
  const classMarks = findNumberMarks(body);
  const fallbackPictures = findFallbackPictures(body);
  const drawnFormulas = findDrawnFormulas(body);
  const blockLines = findBlockLines(page);
  const code = keepsData ? findCode(page) : new Set<Element>();
  const lineNumbers = findLineNumbers(
    body,
    (node) =>
      code.has(node) ||
      /^h[1-6]$/.test(node.tagName) ||
      (classMarks.get(node)?.kind ?? "line") !== "line" ||
      notes.referenceOf(node) !== undefined ||
      notes.noteOf(node) !== undefined,
    blockLines,
  );
  const numberMarks = new Map([
    ...findClingingNumbers(body),
    ...[...lineNumbers.elements].map(
      ([node, printed]) => [node, { kind: "line", printed }] as const,
    ),
    ...classMarks,
  ]);
  /** Whether the content can contain tables and code. A heading, a note or a verse cannot. */
  let canContainData = keepsData;
  const unquotedText = findUnquotedText(page);
  const struckText = findStruckText(page);
  const struckParts = findStruckParts(page, struckText);
  const raisedLetters = findRaisedLetters(body);
  let isStruck = false;
  let isInNote = false;
  const gutenbergBoilerplate = { before: [] as Element[], after: [] as Element[] };
  /** Whether a part of the text has been read. */
  let hasText = false;
  /** The end of the text of the block so far. */
  let preceding = "";
  /** The text beside the superscript that is read. */
  let following = "";
  /** The labels with which the block begins. */
  let blockLabel = "";
  /** The id of the block, unless it is a heading. */
  let blockId = "";
  /** Whether the next text of the block begins a line. */
  let startsLine = false;

  function simplifyAll(content: readonly Nodes[], isInSection: boolean): ElementContent[] {
    const nodes = dropEmptyBrackets(content, isApparatusLink);
    const simplifiedNodes = nodes.flatMap((node, index) => {
      const isLine = node.type === "element" && blockLines.has(node);
      const wasStarting = startsLine;
      if (isLine) startsLine = true;
      const before = preceding;
      const simplified = simplify(withItsLetters(nodes, index), isInSection);
      // A mark is no line.
      if (isLine) startsLine = wasStarting || containsWords(simplified);
      return isSetApart(node, nodes[index + 1], before) ? [...simplified, addSpace()] : simplified;
    });
    return joinTexts(simplifiedNodes);
  }

  /** Whether a page shows an element apart from the text that follows it without a space: a label, or a note's mark. */
  function isSetApart(node: Nodes, next: Nodes | undefined, before: string): boolean {
    if (node.type !== "element" || isBlock(node) || next === undefined) return false;
    const isLabel = before.trim() === blockLabel.trim() && isLineLabel(node);
    if (isLabel) blockLabel = preceding;
    return isLabel
      ? /\S$/.test(preceding) && /^[\p{L}\p{N}\p{Ps}\p{Pi}§¶"']/u.test(textContentOf(next))
      : notes.referenceOf(node) !== undefined &&
          SPACED_LETTER_AT_END.test(before) &&
          SPACED_LETTER_AT_START.test(textContentOf(next));
  }

  function addSpace(): ElementContent {
    addToBlock(" ");
    return { type: "text", value: " " };
  }

  /** Whether a node is only links that are no part of the text. */
  function isApparatusLink(node: Nodes): boolean {
    if (node.type !== "element") return false;
    if (notes.isBackLink(node) || isPageLink(node, blockId)) return true;
    const children = node.children.filter((child) => textContentOf(child).trim() !== "");
    return !isBlock(node) && children.length > 0 && children.every(isApparatusLink);
  }

  /** Returns a node, or the letters that it represents. */
  function withItsLetters(nodes: readonly Nodes[], index: number): Nodes {
    const node = elementAt(nodes, index);
    const next = nodes[index + 1];
    if (node.type === "element" && node.tagName === "sup") {
      following = nodes
        .slice(index + 1, index + 3)
        .map(textContentOf)
        .join("");
    }
    const words = letterOf(node, preceding, next) ?? numeratorOf(node, next);
    return words === undefined ? node : { type: "text", value: words };
  }

  function addToBlock(text: string): void {
    preceding = (preceding + text).slice(-MAX_BASE_LENGTH);
  }

  function simplify(node: Nodes, isInSection: boolean): ElementContent[] {
    if (navigation.has(node)) {
      if (textContentOf(node).trim() !== "") omissions.parts.add("html.part-navigation");
      return [];
    }
    if (node.type === "text") {
      let rest = 0;
      const numbered = (lineNumbers.texts.get(node) ?? []).flatMap(({ start, end, printed }) => {
        const before = node.value.slice(rest, start);
        rest = end;
        return [...simplifyWords(before), markElement("line", printed)];
      });
      return [...numbered, ...simplifyWords(node.value.slice(rest))];
    }
    if (node.type !== "element") return [];
    if (node.tagName === "input") return leaveOut(node, "html.part-field");
    if (INVISIBLE_ELEMENTS.has(node.tagName) || drawnFormulas.has(node)) return [];
    if (isHidden(node) || hidden.has(node)) {
      const formula = hiddenFormulaOf(node);
      return formula === undefined ? leaveOut(node, "html.part-hidden") : simplifyFormula(formula);
    }
    const nonText = NON_TEXT_ELEMENTS.get(node.tagName);
    if (nonText !== undefined) return leaveOut(node, nonText);
    if (PAGE_BLOCKS.has(node.tagName)) {
      preceding = "";
      blockLabel = "";
      blockId = /^h[1-6]$/.test(node.tagName) ? "" : htmlAttribute(node, "id");
      startsLine = false;
    }
    const apparatus = simplifyApparatus(node, isInSection);
    if (apparatus !== undefined) return apparatus;
    if (isGutenbergBoilerplate(node)) {
      const isAfter = hasText || htmlAttribute(node, "id") === "pg-footer";
      gutenbergBoilerplate[isAfter ? "after" : "before"].push(node);
      return [element("div", [])];
    }
    if (isTranscribersNote(node)) return leaveOut(node, "html.part-transcribers-note");
    if (isLicenceBox(node)) return leaveOut(node, "html.part-publisher");
    if (isBook && isPublishersSection(node)) {
      const kept = authorsPartsIn(node).flatMap((part) => simplify(part, isInSection));
      return [...leaveOut(node, "html.part-publisher"), ...kept];
    }
    if (isBook && isListOfParts(node)) return leaveOut(node, "html.part-navigation");
    if (signUps.has(node)) return leaveOut(node, "html.part-form");
    if (isControlSign(node)) return [];
    if (isListLabel(node)) {
      omissions.labels.add(textContentOf(node).trim());
      return [];
    }
    const isInText = isInSection || (hasText && isHeaderOfBox(node));
    const boilerplate = isBook ? undefined : boilerplateIn(node, isInText, mainLength);
    if (boilerplate !== undefined) return leaveOut(node, boilerplate);
    return simplifyElement(node, isInSection || SECTION_ELEMENTS.has(node.tagName));
  }

  function simplifyWords(text: string): ElementContent[] {
    const value = removeControlCharacters(text);
    const isNewLine = startsLine && value.trim() !== "" && preceding.trim() !== "";
    if (value.trim() !== "") {
      startsLine = false;
      hasText = true;
    }
    addToBlock(value);
    return [...(isNewLine ? [element("br", [])] : []), { type: "text", value }];
  }

  function leaveOut(node: Element, name: PartName): ElementContent[] {
    if (hasShownWords(node)) omissions.parts.add(name);
    // Text before and after it is not joined.
    return PAGE_BLOCKS.has(node.tagName) ? [element("div", [])] : [];
  }

  /** Simplifies a mark, a note, or a link that is no part of the text. Undefined for other elements. */
  function simplifyApparatus(node: Element, isInSection: boolean): ElementContent[] | undefined {
    const numbered = numberMarks.get(node);
    if (numbered !== undefined) return [markElement(numbered.kind, numbered.printed)];
    const reference = notes.referenceOf(node);
    if (reference !== undefined) return [markElement("note", reference.printed, reference.target)];
    if (notes.isBackLink(node)) return [];
    if (isTimestamp(node)) {
      omissions.times += 1;
      return PAGE_BLOCKS.has(node.tagName) ? [element("div", [])] : [];
    }
    if (isPageLink(node, blockId)) {
      omissions.pageLinks += elementsIn(node).filter(({ tagName }) => tagName === "a").length;
      return [];
    }
    if (isInlineNote(node) && !isInNote) {
      // The text says so itself, since a paragraph cannot contain one.
      const { printed, words } = readInlineNote(node);
      const label = printed === "" ? "Sidenote" : `Footnote ${printed}`;
      return [{ type: "text", value: `[${label}: ${words.replace(/[[\]]/g, "")}]` }];
    }
    const note = notes.noteOf(node);
    if (note === undefined) return undefined;
    const wasInNote = isInNote;
    isInNote = true;
    // A row of a table or an item of a list is not one outside of it.
    const children = simplifyText(node.children.flatMap(cellContent), isInSection);
    isInNote = wasInNote;
    return [{ ...element(NOTE_ELEMENT, children), properties: { ...note } }];
  }

  function simplifyElement(node: Element, isInSection: boolean): ElementContent[] {
    switch (node.tagName) {
      case "img":
        if (fallbackPictures.has(node)) return [];
        omissions.pictures += 1;
        return [{ ...element("img", []), properties: { alt: htmlAttribute(node, "alt") } }];
      case "math":
        return simplifyFormula(node);
      case "rt":
        omissions.rubyReadings += 1;
        return [];
      case "sup":
        return simplifySuperscript(node, isInSection);
      case "sub":
        return simplifySubscript(node, isInSection);
      case "table":
        return simplifyTable(node, isInSection);
      case "pre":
      case "listing":
      case "plaintext":
      case "xmp":
        if (canContainData && code.has(node)) return simplifyCode(node);
        return [
          element("p", toLines(simplifyText(node.children, isInSection)).flatMap(breakLines)),
        ];
      case "ul":
      case "ol":
      case "menu":
      case "dir":
        return simplifyList(node, isInSection);
      case "dl":
      case "dt":
      case "dd":
        return [element("div", wrapLooseText(simplifyAll(node.children, isInSection)))];
      case "epub:switch":
        return simplifyAll(caseOf(node), isInSection);
      case "q":
        if (unquotedText.has(node)) {
          return simplifyElement({ ...node, tagName: "span" }, isInSection);
        }
        omissions.quotations += 1;
        break;
    }
    return isStruck || !struckText.has(node)
      ? simplifyOther(node, isInSection)
      : simplifyStruck(node, isInSection);
  }

  function simplifyStruck(node: Element, isInSection: boolean): ElementContent[] {
    isStruck = true;
    const simplified = simplifyOther(node, isInSection);
    isStruck = false;
    if (struckParts.has(node)) {
      omissions.struckParts += 1;
      return simplified;
    }
    return joinTexts(strikeThrough(simplified, isBlock));
  }

  /** Simplifies nodes without keeping tables and code as such. */
  function simplifyText(nodes: readonly Nodes[], isInSection: boolean): ElementContent[] {
    const couldContainData = canContainData;
    canContainData = false;
    const simplified = simplifyAll(nodes, isInSection);
    canContainData = couldContainData;
    return simplified;
  }

  function simplifyOther(node: Element, isInSection: boolean): ElementContent[] {
    const isText = /^h[1-6]$/.test(node.tagName) || isVerse(node);
    const children = isText
      ? simplifyText(node.children, isInSection)
      : simplifyAll(node.children, isInSection);
    if (UNWRAPPED_ELEMENTS.has(node.tagName)) return children;
    if (PLAIN_BLOCKS.has(node.tagName)) return [element("div", wrapLooseText(children))];
    if (/^h[1-6]$/.test(node.tagName)) {
      return [{ ...node, children: toLines(children) }];
    }
    if (isVerseLines(node)) return [element("p", joinLines(children))];
    // A part of a line, such as a link, would join the words of the blocks in it.
    if (!isBlock(node) && children.some(isBlock)) return wrapLooseText(children);
    // A paragraph contains no blocks, but that of an old page can contain a table.
    const isOfBlocks = node.tagName === "p" && children.some(isBlock);
    return [{ ...(isOfBlocks ? element("div", []) : node), children: wrapLooseText(children) }];
  }

  function simplifyFormula(math: Element): ElementContent[] {
    const value = linearizeMathml(math);
    if (value === "") return [];
    omissions.formulas += 1;
    addToBlock(value);
    return [{ type: "text", value: protectFormula(value) }];
  }

  /** Text directly in a list is an item of its own. A note of the list is put after it. */
  function simplifyList(list: Element, isInSection: boolean): ElementContent[] {
    const children = simplifyAll(list.children, isInSection);
    const notesInList = children.filter((node) => isNamed(node, NOTE_ELEMENT));
    const items = wrapLoose(
      children.filter((node) => !isNamed(node, NOTE_ELEMENT)),
      (node) => isNamed(node, "li"),
      (loose) => element("li", wrapLooseText(loose)),
    );
    if (items.length === 0) return notesInList;
    const isOrdered = list.tagName === "ol";
    const { start } = list.properties;
    const properties = isOrdered && start !== undefined ? { start } : {};
    return [{ ...element(isOrdered ? "ol" : "ul", items), properties }, ...notesInList];
  }

  function simplifySuperscript(node: Element, isInSection: boolean): ElementContent[] {
    const before = preceding;
    const after = following;
    const letter = raisedLetters.get(node);
    if (letter !== undefined) return [markElement("note", letter)];
    const children = simplifyAll(node.children, isInSection);
    if (children.some((child) => isNamed(child, MARK_ELEMENT))) {
      // Brackets and commas around marks are a part of them, whichever of them are in the links.
      return children.filter((child) => child.type !== "text" || /[^\s,;[\]()]/.test(child.value));
    }
    const content = textContentOf({ type: "root", children });
    // A comma between marks is raised too.
    if (/^[\s,;]*$/.test(content)) return [];
    const words = readSuperscript(before, content, after);
    if (words === undefined) {
      preceding = before;
      const isVerse = canBeginVerse(before) && /^\s*\d+\s*$/.test(content);
      return [markElement(isVerse ? "verse" : "note", content.trim())];
    }
    if (words === content) return children;
    omissions.powers += 1;
    preceding = before + words;
    return [{ type: "text", value: words }];
  }

  function simplifySubscript(node: Element, isInSection: boolean): ElementContent[] {
    const before = preceding;
    const children = simplifyAll(node.children, isInSection);
    if (children.some((child) => child.type === "element")) return children;
    const content = textContentOf(node);
    const words = readSubscript(content, before);
    if (words !== content) omissions.powers += 1;
    preceding = before + words;
    return [{ type: "text", value: words }];
  }

  function simplifyCode(block: Element): ElementContent[] {
    hasText = true;
    const shown = (node: ElementContent): ElementContent[] => {
      if (node.type !== "element") return [node];
      if (INVISIBLE_ELEMENTS.has(node.tagName) || numberMarks.has(node)) return [];
      const nonText = NON_TEXT_ELEMENTS.get(node.tagName);
      if (nonText !== undefined) return leaveOut(node, nonText);
      return [{ ...node, children: node.children.flatMap(shown) }];
    };
    return [{ ...element("pre", block.children.flatMap(shown)), properties: block.properties }];
  }

  /** A row's cells, with those that are only the numbers of lines or verses as marks. */
  interface TableRow {
    readonly cells: readonly TableCell[];
    readonly isNumbered: boolean;
  }

  function simplifyTable(table: Element, isInSection: boolean): ElementContent[] {
    const parts = rowsIn(table).map((row): TableRow | { readonly blocks: ElementContent[] } => {
      preceding = "";
      if (row.tagName === "tr") {
        const apparatus = simplifyApparatus(row, isInSection);
        return apparatus === undefined ? simplifyRow(row, isInSection) : { blocks: apparatus };
      }
      return { blocks: wrapLooseText([element("div", simplifyAll(row.children, isInSection))]) };
    });
    const rows = parts.filter((part) => "cells" in part);
    const data = canContainData && !isVerse(table) ? dataIn(rows) : undefined;
    if (data === undefined) {
      const numbers = lineNumbersOf(rows.map(({ cells }) => cells));
      const numberOf = new Map(rows.map((row, index) => [row, numbers?.[index]] as const));
      return parts.flatMap((part) => {
        if (!("cells" in part)) return part.blocks;
        const contents = part.cells.map(({ content }) => content);
        const number = numberOf.get(part);
        return joinCells(
          number === undefined ? contents : [[markElement("line", number)], ...contents.slice(1)],
        );
      });
    }
    const others = parts.flatMap((part) => ("cells" in part ? [] : part.blocks));
    const isNote = (node: ElementContent) => isNamed(node, NOTE_ELEMENT);
    return [
      ...others.filter((node) => !isNote(node)),
      toTableElement(data),
      ...others.filter(isNote),
    ];
  }

  function simplifyRow(row: Element, isInSection: boolean): TableRow {
    let isNumbered = false;
    const cells = row.children
      .filter(isElement)
      .filter((cell) => {
        if (isHidden(cell)) leaveOut(cell, "html.part-hidden");
        return !isHidden(cell);
      })
      .map((cell): TableCell => {
        preceding = "";
        const numbered = numberMarks.get(cell);
        isNumbered ||= numbered !== undefined;
        return {
          content:
            numbered === undefined
              ? unwrapCell(simplifyAll(cell.children, isInSection))
              : [markElement(numbered.kind, numbered.printed)],
          isHead: cell.tagName === "th",
          columns: spanOf(cell, "colSpan"),
          rows: spanOf(cell, "rowSpan"),
        };
      });
    return { cells, isNumbered };
  }

  /** Joins a row's cells in one paragraph, or lists them if any contains several blocks. */
  function joinCells(contents: readonly (readonly ElementContent[])[]): ElementContent[] {
    const cells = withoutEmptyEnds(joinMarkCells(contents));
    if (cells.some(hasBlocks)) {
      if (cells.length > 1) omissions.listedRows += 1;
      return cells.map((children) => element("div", wrapLooseText(children)));
    }
    if (cells.every((children) => textContentOf(element("p", children)).trim() === "")) return [];
    if (cells.length > 1) omissions.joinedRows += 1;
    return [
      element(
        "p",
        cells.flatMap((children, index) =>
          index === 0 ? children : [{ type: "text", value: " | " } as const, ...children],
        ),
      ),
    ];
  }

  function dataIn(rows: readonly TableRow[]): DataTable | undefined {
    const isOfLines = rows.every(
      ({ cells, isNumbered }) => !isNumbered && !cells.some(({ content }) => hasBlocks(content)),
    );
    const grid = isOfLines ? layOutRows(rows.map(({ cells }) => cells)) : undefined;
    return grid && readDataTable(grid);
  }

  const children = simplifyAll([main], main.tagName !== "body");
  return {
    tree: { type: "root", children },
    gutenbergBoilerplate,
    remarks: [...describeOmissions(omissions, outside), ...describeFrames(page)],
  };
}

/** Returns the rows and the captions of a table. */
function rowsIn({ children }: Element): readonly Element[] {
  return children
    .filter(isElement)
    .flatMap((part) => (/^(?:tr|caption)$/.test(part.tagName) ? [part] : rowsIn(part)));
}

/** Returns how many columns or rows a cell spans. */
function spanOf(cell: Element, name: "colSpan" | "rowSpan"): number {
  return Math.max(1, Math.floor(Number(cell.properties[name] ?? 1)) || 1);
}

/** Returns the element of a table in which no cell spans another. */
function toTableElement({ rows, hasHead }: DataTable): Element {
  return element(
    "table",
    rows.map((row, index) => {
      const tagName = hasHead && index === 0 ? "th" : "td";
      return element(
        "tr",
        row.map(({ content }) => element(tagName, content)),
      );
    }),
  );
}

/** Joins cells that are only marks, such as the numbers of lines, with those after them, or at the end before them. */
function joinMarkCells(cells: readonly (readonly ElementContent[])[]): readonly ElementContent[][] {
  const joined: ElementContent[][] = [];
  let marks: readonly ElementContent[] = [];
  for (const cell of cells) {
    const isMark = cell.length > 0 && cell.every((node) => isNamed(node, MARK_ELEMENT));
    if (isMark) marks = [...marks, ...cell];
    else {
      joined.push(marks.concat(cell));
      marks = [];
    }
  }
  const last = joined.pop() ?? [];
  return [...joined, [...last, ...marks]];
}

/** Returns the cells of a row without the empty ones at both ends. */
function withoutEmptyEnds(
  cells: readonly (readonly ElementContent[])[],
): readonly (readonly ElementContent[])[] {
  const isFilled = (cell: readonly ElementContent[]) =>
    cell.some((node) => node.type !== "text" || node.value.trim() !== "");
  const start = cells.findIndex(isFilled);
  return start === -1 ? [] : cells.slice(start, cells.findLastIndex(isFilled) + 1);
}

/** Describes the parts beside the text of a page, and how many other words are outside of it. */
export function describeOutside(parts: ReadonlySet<PartName>, outside: number): readonly Message[] {
  return [
    ...(parts.size > 0
      ? [message("html.parts", { parts: [...parts].map((part) => message(part)) })]
      : []),
    ...(outside > 0 ? [message("html.outside", { count: outside })] : []),
  ];
}

function describeOmissions(omissions: Omissions, outside: number): readonly Message[] {
  const { pictures, joinedRows, listedRows, formulas, rubyReadings } = omissions;
  const { quotations, struckParts, pageLinks, times, powers, labels, parts } = omissions;
  const { listed, more } = listFirst([...labels].filter((label) => /[\p{L}\p{N}]/u.test(label)));
  return [
    ...describeOutside(parts, outside),
    ...(listed.length > 0 ? [message("docx.labels", { labels: listed, more })] : []),
    ...(pageLinks > 0 ? [message("html.links", { count: pageLinks })] : []),
    ...(times > 0 ? [message("marks.time", { count: times })] : []),
    ...(pictures > 0 ? [message("remark.pictures", { count: pictures })] : []),
    ...(formulas > 0 ? [message("remark.formulas", { count: formulas })] : []),
    ...(rubyReadings > 0 ? [message("remark.readings", { count: rubyReadings })] : []),
    ...(powers > 0 ? [message("html.powers", { count: powers })] : []),
    ...(joinedRows > 0 ? [message("html.joined-rows", { count: joinedRows })] : []),
    ...(listedRows > 0 ? [message("html.listed-rows", { count: listedRows })] : []),
    ...(quotations > 0 ? [message("html.quotations", { count: quotations })] : []),
    ...(struckParts > 0 ? [message("html.struck-parts", { count: struckParts })] : []),
  ];
}

/** How many labels or pages a remark lists. */
const MAX_LISTED = 5;

/** Returns the items of a list for a remark, and how many more there are. */
function listFirst(items: readonly string[]) {
  return {
    listed: quoteEach(items.slice(0, MAX_LISTED)),
    more: Math.max(0, items.length - MAX_LISTED),
  };
}

/** Describes the pages that a page shows in frames, which are files of their own. */
function describeFrames(page: Root): readonly Message[] {
  const pages = elementsIn(page).flatMap((node) =>
    node.tagName === "frame" ? [htmlAttribute(node, "src")] : [],
  );
  const { listed, more } = listFirst(pages);
  return pages.length > 0
    ? [message("html.frames", { count: pages.length, pages: listed, more })]
    : [];
}

/** Finds the pictures that MediaWiki shows of formulas which the page has beside them. */
function findFallbackPictures(page: Nodes): ReadonlySet<Element> {
  const pictures = elementsIn(page).flatMap(({ children }) => {
    const parts = children.filter(isElement);
    return parts.some((part) => hiddenFormulaOf(part) !== undefined)
      ? parts.filter((part) =>
          /(?:^| )mwe-math-fallback-image/.test(htmlAttribute(part, "className")),
        )
      : [];
  });
  return new Set(pictures);
}

/** Returns the formula that MediaWiki hides and shows as a picture. */
function hiddenFormulaOf(node: Element): Element | undefined {
  return /(?:^| )mwe-math-mathml/.test(htmlAttribute(node, "className"))
    ? elementsIn(node).find(({ tagName }) => tagName === "math")
    : undefined;
}

/** A letter of a script that writes spaces between words. */
const SPACED_LETTER = String.raw`(?=\p{L})[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]`;
const SPACED_LETTER_AT_END = new RegExp(`${SPACED_LETTER}$`, "u");
const SPACED_LETTER_AT_START = new RegExp(`^${SPACED_LETTER}`, "u");

/** Returns the letter of a word that a picture shows, such as an initial; otherwise undefined. */
function letterOf(node: Nodes, before: string, next: Nodes | undefined): string | undefined {
  if (node.type !== "element" || node.tagName !== "img") return undefined;
  const [, letter] = /^(["“‘'«]?\p{L}\p{M}*)$/u.exec(htmlAttribute(node, "alt").trim()) ?? [];
  if (letter === undefined) return undefined;
  const following = next === undefined ? "" : textContentOf(next);
  const isInitial = /\p{Lu}/u.test(letter) && /^(?:\p{Ll}|\p{Lu}[\p{Lu}’'])/u.test(following);
  return isInitial || /[\p{L}\p{M}]$/u.test(before) ? letter : undefined;
}

/** Returns the raised numerator of a fraction in Unicode: ¹⁄₄, ³/4. */
function numeratorOf(node: Nodes, next: Nodes | undefined): string | undefined {
  if (node.type !== "element" || node.tagName !== "sup" || next === undefined) return undefined;
  const numerator = textContentOf(node).trim();
  return /^\d{1,4}$/.test(numerator) && /^\s?[⁄∕/]/.test(textContentOf(next))
    ? toSuperscript(numerator)
    : undefined;
}

/** Returns the content of a switch of EPUB 3 that is shown: its formula, or what it has for others. */
function caseOf({ children }: Element): readonly ElementContent[] {
  const cases = children.filter(isElement);
  const shown = cases.find((one) => elementsIn(one).some(({ tagName }) => tagName === "math"));
  return (shown ?? cases.find(({ tagName }) => tagName === "epub:default"))?.children ?? [];
}

/** Whether an element is the time of a recording, by its class. */
function isTimestamp(node: Element): boolean {
  return (
    /(?:^|[-_ ])(?:ts|time-?(?:stamp|code)s?|cue-?time)(?: |$)/i.test(
      htmlAttribute(node, "className"),
    ) && isRecordingTime(textContentOf(node))
  );
}

/** Whether an element contains verse, by its class. */
function isVerse(node: Element): boolean {
  return /(?:^| )(?:line-?group|lg|stanza|poem|poetry|verse)s?(?: |$)/i.test(
    htmlAttribute(node, "className"),
  );
}

/** Whether the children of an element are the lines of a stanza. */
function isVerseLines(node: Element): boolean {
  if (!isVerse(node)) return false;
  const { children } = node;
  const lines = children.filter((child) => child.type === "element");
  return (
    lines.length > 1 &&
    children.every((child) => child.type !== "text" || child.value.trim() === "") &&
    lines.every(
      (line) =>
        /^(?:div|p|span)$/.test(line.tagName) &&
        textContentOf(line).trim().length <= MAX_VERSE_LENGTH &&
        !line.children.some(
          (child) =>
            child.type === "element" && (child.tagName === "br" || PAGE_BLOCKS.has(child.tagName)),
        ),
    )
  );
}

/** The maximum length of a line of verse, in UTF-16 code units. */
const MAX_VERSE_LENGTH = 90;

function cellContent(node: ElementContent): readonly ElementContent[] {
  return node.type === "element" && /^t[dh]$/.test(node.tagName)
    ? [...node.children, { type: "text", value: " " }]
    : [node];
}

/** Unwraps a cell's only paragraph, so that the cell can be joined with others. */
function unwrapCell(cell: readonly ElementContent[]): readonly ElementContent[] {
  const [only, ...others] = cell.filter((node) => node.type !== "text" || node.value.trim() !== "");
  const isParagraph = only?.type === "element" && /^(?:p|div)$/.test(only.tagName);
  return isParagraph && others.length === 0 ? only.children : cell;
}

function isElement(node: ElementContent): node is Element {
  return node.type === "element";
}
