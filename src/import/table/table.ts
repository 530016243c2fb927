import { CsvError, parse } from "csv-parse/sync";
import type { Result } from "../../foundation/result.ts";
import type { ImportedFile, ManuscriptResult, Reader, ReadingOptions } from "../manuscript.ts";
import { decodeText } from "../shared/encoding.ts";
import { rowsToManuscripts, type Table } from "./rows.ts";

/** Reads a table whose first line names its columns, with commas, semicolons, tabs or bars between. */
export const readCsv: Reader = (file, options) =>
  readTable(file, options, (text) => {
    const [line = ""] = text.split("\n", 1);
    const countOf = (sign: string) => line.split(sign).length;
    const [delimiter] = [",", ";", "\t", "|"].sort((one, other) => countOf(other) - countOf(one));
    return parseCells(text, delimiter ?? ",");
  });

/** Reads a table whose first line names its columns, with tabs between. */
export const readTsv: Reader = (file, options) =>
  readTable(file, options, (text) => parseCells(text, "\t"));

/** Reads a list of objects, or an object that holds one list. */
export const readJson: Reader = (file, options) =>
  readTable(file, options, (text) => {
    const value = parsedJson(text);
    if (value === undefined) return { error: `This is no JSON. ${WRITE_ANEW}` };
    const lists = isRecord(value) ? Object.values(value).filter(Array.isArray) : [value];
    const [list, ...others] = lists;
    if (!Array.isArray(list) || others.length > 0) {
      return { error: "This JSON holds no list of objects, or several. Import a list alone." };
    }
    return objectsIn(list);
  });

/** Reads objects, one on each line. */
export const readJsonl: Reader = (file, options) =>
  readTable(file, options, (text) => {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const values = lines.map(parsedJson);
    const broken = values.indexOf(undefined);
    return broken === -1
      ? objectsIn(values)
      : { error: `Object ${broken + 1} is no JSON. ${WRITE_ANEW}` };
  });

const WRITE_ANEW = "Have the program that made this file write it anew, and import that.";

function readTable(
  { bytes }: ImportedFile,
  options: ReadingOptions,
  tableIn: (text: string) => Result<Table>,
): ManuscriptResult {
  const decoding = decodeText(bytes);
  if ("error" in decoding) return decoding;
  const table = tableIn(decoding.text);
  if ("error" in table) return table;
  return rowsToManuscripts(table, options, [...decoding.remarks, ...table.remarks]);
}

/** Cells stay the text that they are: nothing is a number, a date or a formula. */
function parseCells(text: string, delimiter: string): Result<Table> {
  const read = parseRecords(text, delimiter);
  if ("error" in read) return read;
  const [first = [], ...records] = read.records;
  const columns = namesOf(first);
  const long = records.findIndex((record) =>
    record.slice(columns.length).some((cell) => cell.trim() !== ""),
  );
  if (long !== -1) {
    return {
      error: `Row ${long + 2} has more cells than there are columns. Put cells that hold “${delimiter}” in quotation marks.`,
    };
  }
  return {
    unit: "Row",
    remarks: [],
    rows: records.map((record, index) => ({
      // As spreadsheets count, where the columns' names are the first row.
      number: index + 2,
      cells: new Map(columns.map((column, at) => [column, [record[at] ?? ""]])),
    })),
  };
}

function parseRecords(
  text: string,
  delimiter: string,
): Result<{ readonly records: readonly (readonly string[])[] }> {
  try {
    return {
      records: parse(text, { delimiter, relax_column_count: true, relax_quotes: true }),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      error:
        error.code === "CSV_QUOTE_NOT_CLOSED"
          ? "A quotation mark opens a cell, and none closes it. Close it, or double those within cells."
          : `This table cannot be read. ${WRITE_ANEW}`,
    };
  }
}

/** Columns without a name are called by their number, and later ones of the same name, too. */
function namesOf(cells: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const [index, cell] of cells.entries()) {
    const name = cell.trim() || "column";
    names.add(cell.trim() === "" || names.has(name) ? `${name} ${index + 1}` : name);
  }
  return [...names];
}

function objectsIn(values: readonly unknown[]): Result<Table> {
  const other = values.findIndex((value) => !isRecord(value));
  if (other !== -1) {
    return { error: `Object ${other + 1} is none. Import a list in which all are objects.` };
  }
  const records = values.filter(isRecord).map((value) => Object.entries(value));
  const nested = records.flatMap((cells) =>
    cells.filter(([, cell]) => [cell].flat().some(isObject)).map(([column]) => column),
  );
  return {
    unit: "Object",
    rows: records.map((cells, index) => ({
      number: index + 1,
      cells: new Map(cells.map(([column, cell]) => [column, [cell].flat().flatMap(cellTexts)])),
    })),
    remarks: [...new Set(nested)].map((column) => `What is nested in \`${column}\` is left out.`),
  };
}

/** What is neither text, a number nor an answer to yes or no has no words of its own. */
function cellTexts(value: unknown): readonly string[] {
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

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && !Array.isArray(value);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
