import type { ElementContent } from "hast";
import { largest } from "../../foundation/long-arrays.ts";
import { CONTENTS_TITLE } from "../shared/publishers-matter.ts";
import { textContentOf } from "./hast.ts";

/** A cell of a table, with its simplified content. */
export interface TableCell {
  readonly content: readonly ElementContent[];
  /** Whether the page calls it the head of a row or a column. */
  readonly isHead: boolean;
  /** How many columns and rows it spans. */
  readonly columns: number;
  readonly rows: number;
}

/** The rows of a table, with an empty cell for each place that another one spans. */
export type TableGrid = readonly (readonly TableCell[])[];

/** With more columns, a table is a drawing. With more cells, spans could fill the memory. */
const MAX_COLUMNS = 100;
const MAX_CELLS = 100_000;

const EMPTY_CELL: TableCell = { content: [], isHead: false, columns: 1, rows: 1 };

/** Lays the cells of rows out in columns. Returns undefined if there are too many columns or cells. */
export function layOutRows(rows: readonly (readonly TableCell[])[]): TableGrid | undefined {
  /** For each column, how many of the next rows its last cell spans. */
  const spans: number[] = [];
  const grid: TableCell[][] = [];
  let count = 0;
  for (const row of rows) {
    const cells: TableCell[] = [];
    const addSpanned = () => {
      while ((spans[cells.length] ?? 0) > 0) {
        spans[cells.length] = (spans[cells.length] ?? 0) - 1;
        cells.push(EMPTY_CELL);
      }
    };
    for (const cell of row) {
      addSpanned();
      if (cells.length + cell.columns > MAX_COLUMNS) return undefined;
      for (let column = 0; column < cell.columns; column++) {
        spans[cells.length] = cell.rows - 1;
        cells.push(column === 0 ? cell : EMPTY_CELL);
      }
    }
    addSpanned();
    grid.push(cells);
    count += cells.length;
    if (count > MAX_CELLS) return undefined;
  }
  return grid;
}

/** How many words a label has at most: one of several in a row, the one before numbers, and the head of a column. */
const MAX_LABEL_WORDS = 3;
const MAX_ROW_LABEL_WORDS = 8;
const MAX_HEAD_WORDS = 12;

/** The maximum length of a label, in UTF-16 code units. */
const MAX_LABEL_LENGTH = 100;

/** The share of the cells of a column of numbers that are numbers, and of its rows that have one. */
const MIN_NUMBERS = 0.8;
const MIN_FILLED = 0.5;

/** A table of data, without empty rows and columns. */
export interface DataTable {
  readonly rows: TableGrid;
  /** Whether the first row is the heads of the columns. */
  readonly hasHead: boolean;
}

/**
 * Reads a table that only contains data: at least two rows and two columns of numbers and labels, with heads or mostly
 * of numbers. Returns undefined for any other one, whose words are text. Numbers that count on, beside words, are those of
 * verses or lines.
 */
export function readDataTable(grid: TableGrid): DataTable | undefined {
  const texts = grid.map((row) => row.map(readCell)).filter((row) => row.some(isFilled));
  const headCount = countHeads(texts);
  // Words above numbers are heads, but no evidence of a table.
  const aboveCount = headCount === 0 && isAboveNumbers(texts) ? 1 : headCount;
  if (!isOfData(texts, { headCount, aboveCount })) return undefined;
  const filledRows = grid.filter((row) => row.some(hasContent));
  const width = largest(grid.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    grid.some((row) => hasContent(row[column] ?? EMPTY_CELL)),
  );
  return {
    rows: filledRows.map((row) => columns.map((column) => row[column] ?? EMPTY_CELL)),
    hasHead: aboveCount > 0,
  };
}

function hasContent({ content }: TableCell): boolean {
  return content.some((node) => node.type !== "text" || node.value.trim() !== "");
}

type TextRows = readonly (readonly CellText[])[];

function isOfData(
  rows: TextRows,
  { headCount, aboveCount }: { readonly headCount: number; readonly aboveCount: number },
): boolean {
  if (rows.some((row) => row.some(({ text }) => CONTENTS_TITLE.test(text)))) return false;
  const heads = rows.slice(0, headCount);
  const body = rows.slice(aboveCount);
  // A row with one cell is a label above the next rows.
  const sections = body.filter((row) => row.filter(isFilled).length === 1);
  const data = body.filter((row) => row.filter(isFilled).length > 1);
  if (data.length < 2 || sections.length >= data.length) return false;
  const [first = [], ...others] = columnsOf(data);
  const measures = others.filter((column) => !isCounting(column));
  const numbers = measures.filter(isOfNumbers);
  const isMostlyNumbers = numbers.length > 0 && numbers.length * 2 >= measures.length;
  const hasHeads =
    heads.some((row) => row.filter(isFilled).length > 1) ||
    first.filter(isFilled).every(({ isHead }) => isHead);
  if (others.length === 0 || !(isMostlyNumbers || hasHeads)) return false;
  const rowLabelWords = isMostlyNumbers ? MAX_ROW_LABEL_WORDS : MAX_LABEL_WORDS;
  const above = [...rows.slice(0, aboveCount), ...sections].flat();
  return (
    above.every((cell) => isLabel(cell, MAX_HEAD_WORDS)) &&
    first.every((cell) => isLabel(cell, rowLabelWords)) &&
    others.flat().every((cell) => isLabel(cell, MAX_LABEL_WORDS))
  );
}

/** The minimum number of rows whose numbers are those of lines, and of such rows that all have a sentence. */
const MIN_LINES = 5;
const MIN_SENTENCES = 3;
const MIN_SENTENCE_WORDS = 4;

/** Returns the numbers of the rows of a text, in a column of their own before it. Undefined if it has none. */
export function lineNumbersOf(
  rows: readonly (readonly TableCell[])[],
): readonly (string | undefined)[] | undefined {
  const texts = rows.map((row) => row.map((cell) => readCell(cell).text));
  const numbers = texts.map(([first = ""]) => /^(\d{1,4})[.)]?$/.exec(first)?.[1]);
  const counted = numbers[0] === undefined ? numbers.slice(1) : numbers;
  const words = texts.slice(-counted.length).map((row) => row[1]?.match(/\p{L}+/gu) ?? []);
  const areSentences = words.every(({ length }) => length >= MIN_SENTENCE_WORDS);
  const areLines =
    counted.length >= (areSentences ? MIN_SENTENCES : MIN_LINES) &&
    counted.every((number, index) => Number(number) === Number(counted[0]) + index) &&
    words.every(({ length }) => length > 0);
  return areLines ? numbers : undefined;
}

interface CellText {
  readonly text: string;
  readonly isHead: boolean;
  readonly isBold: boolean;
}

function readCell({ content, isHead }: TableCell): CellText {
  const text = content.map(textOf).join("").replace(/\s+/g, " ").trim();
  // Signs for a value that is not known.
  const words = /^[-–—.…·*\s]*$/.test(text) ? "" : text;
  return { text: words, isHead, isBold: words !== "" && content.every(isBoldOrBlank) };
}

function textOf(node: ElementContent): string {
  if (node.type !== "element") return textContentOf(node);
  return node.tagName === "br" ? " " : node.children.map(textOf).join("");
}

function isBoldOrBlank(node: ElementContent): boolean {
  if (node.type !== "element") return textContentOf(node).trim() === "";
  return /^(?:b|strong)$/.test(node.tagName) || node.children.every(isBoldOrBlank);
}

function isFilled({ text }: CellText): boolean {
  return text !== "";
}

/** Returns how many rows are heads of columns, by their elements or by their bold letters. */
function countHeads(rows: TextRows): number {
  const marked = rows.findIndex((row) => !row.filter(isFilled).every(({ isHead }) => isHead));
  if (marked !== 0) return marked === -1 ? rows.length : marked;
  const [first = [], ...others] = rows;
  const isBold = (row: readonly CellText[]) => row.filter(isFilled).every((cell) => cell.isBold);
  return isBold(first) && !others.every(isBold) ? 1 : 0;
}

function isAboveNumbers([first = [], ...others]: TextRows): boolean {
  const hasNumber = (row: readonly CellText[]) => row.some(({ text }) => isNumber(text));
  return !hasNumber(first) && others.every(hasNumber);
}

/** Returns the cells of each column that has any. */
function columnsOf(rows: TextRows): TextRows {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, index) =>
    rows.map((row) => row[index] ?? { text: "", isHead: false, isBold: false }),
  ).filter((column) => column.some(isFilled));
}

function isOfNumbers(column: readonly CellText[]): boolean {
  const filled = column.filter(isFilled);
  return (
    filled.length >= MIN_FILLED * column.length &&
    filled.filter(({ text }) => isNumber(text)).length >= MIN_NUMBERS * filled.length
  );
}

/** Whether a text is a number with its signs and its unit, such as “£4 10s” or “12 %”. */
function isNumber(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return /\p{N}/u.test(text) && letters <= 3 && text.length <= 24;
}

/** Whether a column counts on, as the numbers of verses do, or those of each fifth or tenth line. */
function isCounting(column: readonly CellText[]): boolean {
  const numbers = column
    .filter(isFilled)
    .map(({ text }) => Number(/^\P{N}{0,2}(\d+)\P{N}{0,2}$/u.exec(text)?.[1]));
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
  return steps.every((step) => step === steps[0] && [1, 5, 10].includes(step));
}

const words = new Intl.Segmenter("und", { granularity: "word" });

/** The signs with which a clause or a verse ends, and those around speech. */
const CLAUSE =
  /[!?…。！？।॥؟۔։;；,，、،]["'”’»)\]]*$|^[“‘«„「『"]|[.!?…]["”’»)]*\s+\p{Lu}\p{Ll}+\s+\p{L}/u;

/** Whether a text is empty, a number, or a label of at most `maxWords` words, and no sentence. */
function isLabel({ text, isHead }: CellText, maxWords: number): boolean {
  if (text === "" || isNumber(text)) return true;
  if (text.length > MAX_LABEL_LENGTH || (CLAUSE.test(text) && !isHead)) return false;
  const count = [...words.segment(text)].filter(({ isWordLike }) => isWordLike).length;
  // An abbreviation ends with a point too.
  const isClosed = /(?<=\p{L}{4,})\.["'”’»)\]]*$/u.test(text) && count > 1;
  return count <= maxWords && !isClosed;
}
