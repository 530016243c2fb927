import { type Argument, type Message, message } from "../../catalogue/catalogue.ts";
import { CSL_TYPES, CSL_VARIABLES } from "../../corpus/csl.ts";
import { parseEdtfDate } from "../../corpus/date.ts";
import { parseWrittenDate } from "../../corpus/dates/written-date.ts";
import { isWebAddress } from "../../foundation/web-address.ts";
import {
  COLUMN_NAMES,
  SENDER_AND_RECIPIENT,
  VERSE_COLUMN_NAMES,
} from "../../language/data-files/table-columns.ts";
import { isLanguageTag } from "../../language/tags.ts";
import { decodeEntities } from "../../verify/copied-text.ts";
import { manuscriptFromHtml } from "../html/html.ts";
import type { Manuscript, ManuscriptResult, Metadata, ReadingOptions } from "../manuscript.ts";
import { isWordless, normalizeBlocks } from "../markdown/normalize-blocks.ts";
import { removeControlCharacters } from "../shared/encoding.ts";
import { takeOutMarks } from "../shared/marks/take-out-marks.ts";
import { parsePlainText } from "../text/text.ts";
import { type DateOrder, dateOrder, toDay } from "./numeric-dates.ts";

/** A table, each row of which becomes a manuscript. */
export interface Table {
  /** The word for a row in remarks. */
  readonly unit: "row" | "object";
  readonly rows: readonly Row[];
  /** Sentences on what was left out of the rows. */
  readonly remarks: readonly Message[];
}

export interface Row {
  readonly number: number;
  /** The cells by the names of their columns. A cell can contain several texts. */
  readonly cells: ReadonlyMap<string, readonly string[]>;
}

const KEYS: ReadonlySet<string> = new Set([
  ...Object.keys(COLUMN_NAMES),
  ...CSL_VARIABLES,
  "part-of",
]);

/**
 * Makes a manuscript of each row that has a text. The first one gets `remarks` and those on the whole
 * table. Returns an error if no row has a text, or the options name other columns or keys.
 */
export function rowsToManuscripts(
  { unit, rows }: Table,
  { fields }: ReadingOptions,
  remarks: readonly Message[],
): ManuscriptResult {
  const columns = new Set<string>();
  for (const { cells } of rows) for (const column of cells.keys()) columns.add(column);
  const usual = withoutForeignTypes(matchColumns(columns), rows);
  const verse = findVerseColumns(columns, rows);
  const keys = fields.size === 0 ? withVerseText(usual, verse) : fields;
  const error = validateColumns(columns, keys);
  if (error !== undefined) return { error };

  const titled = [...keys.values()].includes("title") ? undefined : verse;
  const order = dateOrder(
    rows
      .flatMap(({ cells }) =>
        [...cells].flatMap(([column, texts]) => (keys.get(column) === "date" ? texts : [])),
      )
      .filter((text) => NUMERIC_DATE.test(text)),
  );
  const converted = rows.map((row) => ({
    row,
    manuscript: rowToManuscript(row, { keys, verseColumns: titled, order }),
  }));
  const [first, ...others] = converted.flatMap(({ manuscript }) => manuscript ?? []);
  if (first === undefined) return { error: message("table.no-text") };
  const textless = converted
    .filter(({ row, manuscript }) => manuscript === undefined && !isBlank(row))
    .map(({ row }) => String(row.number));
  const placeColumns = new Set([titled?.book, titled?.chapter, titled?.verse, titled?.reference]);
  const unused = [...columns]
    .filter((column) => !keys.has(column) && !placeColumns.has(column))
    .map((name) => `\`${name}\``);
  const tableRemarks = [
    ...remarks,
    ...(unused.length > 0 ? [message("table.unused", { columns: listFirst(unused) })] : []),
    ...(textless.length > 0
      ? [
          message(`table.textless-${unit}`, {
            count: textless.length,
            numbers: listFirst(textless),
          }),
        ]
      : []),
  ];
  return { manuscripts: [{ ...first, remarks: [...tableRemarks, ...first.remarks] }, ...others] };
}

/** Returns the key of each column whose name is usual. The most usual column for a key counts. */
function matchColumns(columns: ReadonlySet<string>): ReadonlyMap<string, string> {
  const keysByName = new Map<string, string>();
  for (const [key, names] of Object.entries(COLUMN_NAMES))
    for (const name of names) keysByName.set(name, key);
  for (const variable of CSL_VARIABLES) {
    const name = variable.toLowerCase();
    if (!keysByName.has(name)) keysByName.set(name, variable);
  }
  const keys = new Map<string, string>();
  const matched = new Set<string>();
  const byName = new Map([...columns].map((column) => [column.trim().toLowerCase(), column]));
  // Names that come first in the list are preferred: a name to the number of a user.
  for (const [name, key] of keysByName) {
    const column = byName.get(name);
    if (column === undefined || matched.has(key)) continue;
    keys.set(column, key);
    matched.add(key);
  }
  for (const [sender, recipient] of SENDER_AND_RECIPIENT) {
    const [from, to] = [byName.get(sender), byName.get(recipient)];
    if (from === undefined || to === undefined || matched.has("from") || matched.has("to"))
      continue;
    keys.set(from, "from").set(to, "to");
    break;
  }
  return keys;
}

/** Takes the column of the words of verses, which has another name, if no column is called a text. */
function withVerseText(
  keys: ReadonlyMap<string, string>,
  verse: VerseColumns | undefined,
): ReadonlyMap<string, string> {
  return verse?.text === undefined || [...keys.values()].includes("text")
    ? keys
    : new Map([...keys, [verse.text, "text"]]);
}

/** Drops a column of types that are none of CSL’s, such as the kinds of messages in a chat. */
function withoutForeignTypes(
  keys: ReadonlyMap<string, string>,
  rows: readonly Row[],
): ReadonlyMap<string, string> {
  return new Map(
    [...keys].filter(
      ([column, key]) =>
        key !== "type" ||
        rows.some(({ cells }) => cells.get(column)?.some((type) => CSL_TYPES.has(type))),
    ),
  );
}

/** Returns the error if a column does not exist, a key is unknown, or no column is the text. */
function validateColumns(
  columns: ReadonlySet<string>,
  keys: ReadonlyMap<string, string>,
): Message | undefined {
  if (columns.size === 0) return message("table.no-row");
  const names = listFirst([...columns].map((name) => `\`${name}\``));
  for (const [column, key] of keys) {
    if (!columns.has(column)) return message("table.no-column", { column, columns: names });
    if (!KEYS.has(key)) {
      return message("table.unknown-key", { key });
    }
  }
  return [...keys.values()].includes("text")
    ? undefined
    : message("table.which-text", { columns: names });
}

/** The columns of a chapter and a verse, and of a book, as of a Bible. They are the title of a row without one. */
interface VerseColumns {
  readonly book?: string | undefined;
  readonly chapter?: string | undefined;
  readonly verse?: string | undefined;
  /** The column that has all three, as “Lamp 1:16”. */
  readonly reference?: string | undefined;
  /** The column of the words, if only the other columns say that it has them. */
  readonly text: string | undefined;
}

/** The names of the columns of some widespread tables, which mean nothing alone. */
const VERSE_LETTERS = { book: "b", chapter: "c", verse: "v", text: "t" } as const;

function findVerseColumns(
  columns: ReadonlySet<string>,
  rows: readonly Row[],
): VerseColumns | undefined {
  const byName = new Map([...columns].map((column) => [column.trim().toLowerCase(), column]));
  const hasLetters = Object.values(VERSE_LETTERS).every((letter) => byName.has(letter));
  const find = (key: keyof typeof VERSE_COLUMN_NAMES) => {
    if (hasLetters && key !== "reference") return byName.get(VERSE_LETTERS[key]);
    const name = VERSE_COLUMN_NAMES[key].find((one) => byName.has(one));
    return name === undefined ? undefined : byName.get(name);
  };
  const [book, chapter, verse, text] = [find("book"), find("chapter"), find("verse"), find("text")];
  if (chapter !== undefined && verse !== undefined) return { book, chapter, verse, text };
  const reference = find("reference");
  if (reference === undefined) return undefined;
  // Another column of references has those of books.
  const areVerses = rows.every(({ cells }) =>
    (cells.get(reference) ?? []).every((cell) => cell.trim() === "" || REFERENCE.test(cell.trim())),
  );
  return areVerses ? { reference, text } : undefined;
}

/** The place of a verse, with its book. */
const REFERENCE = /^(\S.*?)\s+(\d{1,3})[:.,]\s?(\d{1,3}(?:[-–]\d{1,3})?)$/;

/** A date in digits, whose parts are in an order that other rows can show. */
const NUMERIC_DATE = /^\s*\d{1,2}[./-]\d{1,2}[./-]\d{4}\s*$/;

/** The meaning of the columns of a table. */
interface RowReading {
  readonly keys: ReadonlyMap<string, string>;
  readonly verseColumns: VerseColumns | undefined;
  readonly order: DateOrder | undefined;
}

/** Returns undefined if the row has no text. */
function rowToManuscript(
  { cells }: Row,
  { keys, verseColumns, order }: RowReading,
): Manuscript | undefined {
  const textsByKey = new Map<string, readonly string[]>();
  for (const [column, texts] of cells) {
    const key = keys.get(column);
    if (key === undefined) continue;
    const cleaned = texts.map(cleanCell);
    const earlier = textsByKey.get(key);
    textsByKey.set(key, earlier === undefined ? cleaned : [...earlier, ...cleaned]);
  }
  const paragraphs = textsByKey.get("text");
  if (paragraphs === undefined) return undefined;
  const { content, remarks } = parseCells(paragraphs);
  if (isWordless(content)) return undefined;
  const { metadata, remarks: metadataRemarks } = convertMetadata(textsByKey, order);
  const converted = { metadata, remarks: [...remarks, ...metadataRemarks] };
  const cellOf = (column: string | undefined) =>
    (column === undefined ? [] : (cells.get(column) ?? [])).join(" ").trim();
  const [, referenceBook = "", referenceChapter = "", referenceVerse = ""] =
    REFERENCE.exec(cellOf(verseColumns?.reference)) ?? [];
  const [book, chapter, verse] = [
    cellOf(verseColumns?.book) || referenceBook,
    cellOf(verseColumns?.chapter) || referenceChapter,
    cellOf(verseColumns?.verse) || referenceVerse,
  ];
  const hasBook = verseColumns?.book === undefined || book !== "";
  if (chapter === "" || verse === "" || !hasBook) return { content, ...converted };
  const title = `${book} ${chapter}:${verse}`.trim();
  const { metadata: own } = converted;
  const more = { ...(book !== "" && { "part-of": book }), ...own.more };
  return { content, ...converted, metadata: { title, ...own, more } };
}

/** An element that cells have which come from web pages, with its end tag if it has one. */
const HTML_ELEMENT =
  /<(?:br|hr|img)\b[^<>]*>|<(sup|sub|p|i|b|u|em|strong|a|span|div|ul|ol|blockquote|cite|q|small|h[1-6])\b[^<>]*>[\s\S]*?<\/\1\s*>/i;

/** Parses the texts of a row: as parts of a web page if they contain its elements, otherwise as plain text, perhaps with its references to characters. */
function parseCells(texts: readonly string[]): Pick<Manuscript, "content" | "remarks"> {
  if (texts.some((text) => HTML_ELEMENT.test(text))) {
    const page = manuscriptFromHtml(texts.map(toHtml).join(""));
    if (!("error" in page)) {
      return { content: page.content, remarks: [message("table.html"), ...page.remarks] };
    }
  }
  const plain = texts.map(decodeCell);
  const { content: blocks } = parsePlainText(plain.join("\n\n").split("\n"), {
    hasHeadings: false,
    hasEmphasis: false,
    dividesWords: false,
  });
  const { content, remarks } = takeOutMarks(normalizeBlocks(blocks));
  const isEncoded = plain.some((text, index) => text !== texts[index]);
  return { content, remarks: [...(isEncoded ? [message("table.html")] : []), ...remarks] };
}

/** Marks up the paragraphs of a text that has no elements for them. */
function toHtml(text: string): string {
  if (/<(?:p|div|ul|ol|blockquote|h[1-6])\b/i.test(text)) return `<div>${text}</div>`;
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("");
}

function convertMetadata(
  textsByKey: ReadonlyMap<string, readonly string[]>,
  order: DateOrder | undefined,
): Pick<Manuscript, "metadata" | "remarks"> {
  const remarks: Message[] = [];
  const more: Record<string, string> = {};
  let metadata: Metadata = {};
  for (const [key, texts] of textsByKey) {
    const text = texts.map(decodeCell).join("; ").replace(/\s+/g, " ").trim();
    if (text === "" || key === "text") continue;
    const value = key === "date" ? parseDateCell(text, order) : text;
    if (value === undefined || !isValid(key, value)) {
      remarks.push(message("table.invalid", { key, text }));
    } else if (key === "from" || key === "to" || key === "topics") {
      const list = text.split(";").map((one) => one.trim());
      metadata = { ...metadata, [key]: list.filter((one) => one !== "") };
    } else if (Object.hasOwn(COLUMN_NAMES, key)) metadata = { ...metadata, [key]: value };
    else more[key] = value;
  }
  const hasMore = Object.keys(more).length > 0;
  return { metadata: { ...metadata, ...(hasMore && { more }) }, remarks };
}

/** A time as programs write it. EDTF has it too. */
const TIMESTAMP = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?/;

/** Seconds since 1970, as in exports of Slack, or milliseconds. Twelve digits can be a day with its time. */
const EPOCH = /^(?:(\d{9,10})|(\d{10})\d{3})(?:\.\d+)?$/;

/** Parses a date with or without a time of day. The order of numbers counts where they could be read in two ways. */
function parseDateCell(text: string, order: DateOrder | undefined): string | undefined {
  const [, whole, ofMilliseconds] = EPOCH.exec(text) ?? [];
  const seconds = whole ?? ofMilliseconds;
  if (seconds !== undefined) return new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  const [, day, minutes, rest = ":00"] = TIMESTAMP.exec(text) ?? [];
  const time = day === undefined ? undefined : `${day}T${minutes}${rest}`;
  return time !== undefined && parseEdtfDate(time) !== undefined
    ? time
    : (parseWrittenDate(text) ?? (NUMERIC_DATE.test(text) ? toDay(text.trim(), order) : undefined));
}

function isValid(key: string, value: string): boolean {
  switch (key) {
    case "type":
      return CSL_TYPES.has(value);
    case "language":
      return isLanguageTag(value);
    case "URL":
      return isWebAddress(value);
    default:
      return true;
  }
}

/** Decodes the references to characters of HTML in a text without its tags. One with an angle bracket is not encoded. */
function decodeCell(text: string): string {
  return text.includes("<") ? text : removeControlCharacters(decodeEntities(text));
}

/** Removes control characters, which escapes of JSON can express, and normalizes line ends. */
function cleanCell(text: string): string {
  return removeControlCharacters(text).replace(/\r\n?/g, "\n");
}

function isBlank({ cells }: Row): boolean {
  return [...cells.values()].every((texts) => texts.every((text) => text.trim() === ""));
}

/** How many names a remark lists. */
const MAX_LISTED = 12;

function listFirst(names: readonly string[]): Argument {
  const count = names.length - MAX_LISTED;
  if (count <= 0) return names;
  return message("list.and-more", { names: names.slice(0, MAX_LISTED), count });
}
