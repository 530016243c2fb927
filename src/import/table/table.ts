import { CsvError, parse } from "csv-parse/sync";
import { message } from "../../catalogue/catalogue.ts";
import type { Result } from "../../foundation/result.ts";
import type { ImportedFile, ManuscriptResult, Reader, ReadingOptions } from "../manuscript.ts";
import { decodeText } from "../shared/encoding.ts";
import { rowsToManuscripts, type Table } from "./rows.ts";

/** Reads a table whose first line names its columns. The delimiter is detected. */
export const readCsv: Reader = (file, options) => readTable(file, options, parseCsv);

/** Parses a table whose first line names its columns. */
export function parseCsv(text: string): Result<Table> {
  // Spreadsheets write a first line that names the delimiter.
  const [line, delimiter] = /^"?sep=(.)"?\n/i.exec(text) ?? [];
  return line === undefined || delimiter === undefined
    ? parseCells(text, detectDelimiter(text))
    : parseCells(text.slice(line.length), delimiter);
}

/** Reads a table whose first line names its columns, with tabs between the cells. */
export const readTsv: Reader = (file, options) =>
  readTable(file, options, (text) => parseCells(text, "\t"));

/** Reads an array of objects, or an object with a single array as a value. */
export const readJson: Reader = (file, options) =>
  readTable(file, options, (text) => {
    const value = parseJson(text);
    if (value === undefined) return { error: message("table.not-json") };
    const [list, ...others] = (isRecord(value) ? Object.values(value) : [value]).filter(isList);
    if (list === undefined || others.length > 0) {
      return { error: message("table.not-a-list") };
    }
    return objectsToTable(list);
  });

/** Reads objects, one per line. */
export const readJsonl: Reader = (file, options) =>
  readTable(file, options, (text) => {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const values = lines.map(parseJson);
    const invalid = values.indexOf(undefined);
    return invalid === -1
      ? objectsToTable(values)
      : { error: message("table.object-not-json", { number: invalid + 1 }) };
  });

function readTable(
  { bytes }: ImportedFile,
  options: ReadingOptions,
  parseTable: (text: string) => Result<Table>,
): ManuscriptResult {
  const decoded = decodeText(bytes, { named: options.encoding });
  if ("error" in decoded) return decoded;
  const table = parseTable(decoded.text);
  if ("error" in table) return table;
  return rowsToManuscripts(table, options, [...decoded.remarks, ...table.remarks]);
}

const DELIMITERS = [",", ";", "\t", "|"];

/** Detects the delimiter that occurs most often in the first line, not within quotation marks: the comma if none occurs. */
function detectDelimiter(text: string): string {
  const firstLine = text.replace(/^(?: *\n)+/, "").replace(/"[^"]*"|\n.*/gs, "");
  const count = (delimiter: string) => firstLine.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** Parses cells as text. Nothing is taken for a number, a date or a formula. */
function parseCells(text: string, delimiter: string): Result<Table> {
  const parsed = parseRecords(text, delimiter);
  if ("error" in parsed) return parsed;
  const start = parsed.records.findIndex((record) => record.some((cell) => cell.trim() !== ""));
  const [header, ...records] = parsed.records.slice(Math.max(0, start));
  if (header === undefined) return { unit: "row", rows: [], remarks: [] };
  const columns = nameColumns(header);
  // As in a spreadsheet, where the first line is row 1.
  const firstRow = Math.max(0, start) + 2;
  const overlong = records.findIndex((record) =>
    record.slice(columns.length).some((cell) => cell.trim() !== ""),
  );
  if (overlong !== -1) {
    return {
      error: message("table.long-row", { number: overlong + firstRow, delimiter }),
    };
  }
  return {
    unit: "row",
    remarks: [],
    rows: records.map((record, index) => ({
      number: index + firstRow,
      // A row can end before the last column. The cells that it lacks are empty.
      cells: new Map(columns.map((column, at) => [column, [record[at] ?? ""]])),
    })),
  };
}

function parseRecords(
  text: string,
  delimiter: string,
): Result<{ readonly records: readonly (readonly string[])[] }> {
  let error = message("table.damaged");
  // The ways of quoting: RFC 4180's, a backslash before a mark, a space before it, and marks that are text.
  for (const [quoted, options] of [
    [text, {}],
    [text.replace(ESCAPED_MARK, '$1""'), {}],
    [text, { ltrim: true }],
    [text, { relax_quotes: true }],
  ] as const) {
    try {
      // The first way that fits all of the file.
      return { records: parse(quoted, { delimiter, relax_column_count: true, ...options }) };
    } catch (reason) {
      if (!(reason instanceof CsvError)) throw reason;
      const isOpen = reason.code === "CSV_QUOTE_NOT_CLOSED";
      error = message(isOpen ? "table.open-quote" : "table.damaged");
    }
  }
  return { error };
}

/** A quotation mark with a backslash before it that belongs to no other. */
const ESCAPED_MARK = /(?<!\\)((?:\\\\)*)\\"/g;

/** Returns unique names. Columns without a name, or with that of an earlier one, get their number. */
function nameColumns(header: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const [index, cell] of header.entries()) {
    const name = cell.trim() || "column";
    names.add(cell.trim() === "" || names.has(name) ? `${name} ${index + 1}` : name);
  }
  return [...names];
}

/**
 * Makes a row of each object. A field of an object in it has a column such as `author.name`. Lists of
 * objects are left out, unless they are the parts of a text. Returns an error for another value.
 */
function objectsToTable(values: readonly unknown[]): Result<Table> {
  const other = values.findIndex((value) => !isRecord(value));
  if (other !== -1) {
    return { error: message("table.not-an-object", { number: other + 1 }) };
  }
  const records = values.filter(isRecord).map((value) => flatten(value, 1));
  const nested = records.flatMap((cells) =>
    cells.filter(([, cell]) => [cell].flat().some(isObject)).map(([column]) => column),
  );
  return {
    unit: "object",
    rows: records.map((cells, index) => ({
      number: index + 1,
      cells: new Map(cells.map(([column, cell]) => [column, [cell].flat().flatMap(toTexts)])),
    })),
    remarks: [...new Set(nested)].map((column) => message("table.nested", { column })),
  };
}

/** How many objects deep a column can be. */
const MAX_COLUMN_DEPTH = 4;

/** Returns the columns of an object. Parts of a text, as in exports of Telegram, are one text. */
function flatten(
  value: Readonly<Record<string, unknown>>,
  depth: number,
): readonly (readonly [column: string, cell: unknown])[] {
  return Object.entries(value).flatMap(([column, cell]) => {
    if (isList(cell)) {
      const parts = cell.map((part) => (isRecord(part) ? part["text"] : part));
      const isText = cell.some(isRecord) && parts.every((part) => typeof part === "string");
      return [[column, isText ? parts.join("") : cell] as const];
    }
    if (!isRecord(cell) || depth === MAX_COLUMN_DEPTH) return [[column, cell] as const];
    return flatten(cell, depth + 1).map(([name, inner]) => [`${column}.${name}`, inner] as const);
  });
}

/** Returns the text of a string, a number or a boolean. Other values have none. */
function toTexts(value: unknown): readonly string[] {
  switch (typeof value) {
    case "string":
      return [value];
    case "number":
    case "boolean":
      return [String(value)];
    default:
      return [];
  }
}

/** Returns undefined, which JSON cannot express, if the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && !isList(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
