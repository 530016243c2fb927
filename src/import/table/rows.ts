import { CSL_TYPES, CSL_VARIABLES } from "../../corpus/csl.ts";
import { isLanguage } from "../../corpus/schemas.ts";
import { isWebAddress } from "../../foundation/web-address.ts";
import type { Manuscript, ManuscriptResult, Metadata, ReadingOptions } from "../manuscript.ts";
import { isWordless } from "../markdown/normalize-blocks.ts";
import { removeControlCharacters } from "../shared/encoding.ts";
import { parseWrittenDate } from "../shared/written-date.ts";
import { textContent } from "../text/text.ts";

/** Rows, each of which is to become a manuscript. */
export interface Table {
  /** What a row is called. */
  readonly unit: "Row" | "Object";
  readonly rows: readonly Row[];
  /** On what of them is left out. */
  readonly remarks: readonly string[];
}

interface Row {
  readonly number: number;
  /** By the names of the columns. A cell may hold several texts. */
  readonly cells: ReadonlyMap<string, readonly string[]>;
}

/** The keys of front matter that have a meaning of their own, and `text`, with what columns call them. */
const COLUMN_NAMES = {
  text: ["text", "body", "content", "message", "words"],
  title: ["title", "headline", "subject"],
  type: ["type"],
  date: ["date"],
  from: ["from", "author", "sender"],
  to: ["to", "recipient"],
  topics: ["topics", "topic", "tags"],
  language: ["language", "lang"],
  rights: ["rights", "license", "licence"],
  URL: ["url", "link"],
} as const;

const KEYS: ReadonlySet<string> = new Set([...Object.keys(COLUMN_NAMES), ...CSL_VARIABLES]);

/** Makes a manuscript of each row that has a text; `remarks` go to the first. */
export function rowsToManuscripts(
  { unit, rows }: Table,
  { fields }: ReadingOptions,
  remarks: readonly string[],
): ManuscriptResult {
  const columns = new Set<string>();
  for (const { cells } of rows) for (const column of cells.keys()) columns.add(column);
  const keys = fields.size === 0 ? keysByName(columns) : fields;
  const error = validateColumns(columns, keys);
  if (error !== undefined) return { error };

  const read = rows.map((row) => ({ row, manuscript: manuscriptOf(row, keys) }));
  const manuscripts = read.flatMap(({ manuscript }) => manuscript ?? []);
  const [first, ...others] = manuscripts;
  if (first === undefined) return { error: "No row has a text. Import a table in which some do." };
  const empty = read
    .filter(({ row, manuscript }) => manuscript === undefined && !isBlank(row))
    .map(({ row }) => String(row.number));
  const unused = [...columns].filter((column) => !keys.has(column)).map((name) => `\`${name}\``);
  const told = [
    ...remarks,
    ...(unused.length > 0 ? [`Columns left out: ${listFirst(unused)}.`] : []),
    ...(empty.length > 0
      ? [`Left out for want of a text: ${unit.toLowerCase()} ${listFirst(empty)}.`]
      : []),
  ];
  return { manuscripts: [{ ...first, remarks: [...told, ...first.remarks] }, ...others] };
}

/** Takes the first column that is called like a key, or nearly so. */
function keysByName(columns: ReadonlySet<string>): ReadonlyMap<string, string> {
  const known = new Map(
    [...CSL_VARIABLES].map((variable) => [variable.toLowerCase(), variable] as const),
  );
  for (const [key, names] of Object.entries(COLUMN_NAMES))
    for (const name of names) known.set(name, key);
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const column of columns) {
    const key = known.get(column.trim().toLowerCase());
    if (key === undefined || taken.has(key)) continue;
    keys.set(column, key);
    taken.add(key);
  }
  return keys;
}

function validateColumns(
  columns: ReadonlySet<string>,
  keys: ReadonlyMap<string, string>,
): string | undefined {
  if (columns.size === 0) return "There is no row in this table. Import one that has some.";
  const names = listFirst([...columns].map((name) => `\`${name}\``));
  for (const [column, key] of keys) {
    if (!columns.has(column))
      return `There is no column \`${column}\`, but ${names}. Choose one of these.`;
    if (!KEYS.has(key)) {
      return `\`${key}\` is no key of front matter. Choose \`text\`, \`title\`, \`date\`, \`from\`, \`to\` or another that Ibid knows.`;
    }
  }
  return [...keys.values()].includes("text")
    ? undefined
    : `It is not clear which column holds the text. Name it as \`text\`: ${names}.`;
}

/** Undefined for a row without a text. */
function manuscriptOf({ cells }: Row, keys: ReadonlyMap<string, string>): Manuscript | undefined {
  const values = new Map<string, string[]>();
  for (const [column, texts] of cells) {
    const key = keys.get(column);
    if (key === undefined) continue;
    values.set(key, [...(values.get(key) ?? []), ...texts.map(cleanCell)]);
  }
  const { content } = textContent((values.get("text") ?? []).join("\n\n").split("\n"), {
    hasParts: false,
    hasUnderscores: false,
  });
  return isWordless(content) ? undefined : { content, ...metadataOf(values) };
}

function metadataOf(
  values: ReadonlyMap<string, readonly string[]>,
): Pick<Manuscript, "metadata" | "remarks"> {
  const remarks: string[] = [];
  const more: Record<string, string> = {};
  let metadata: Metadata = {};
  for (const [key, texts] of values) {
    const value = texts.join("; ").replace(/\s+/g, " ").trim();
    if (value === "" || key === "text") continue;
    const read = key === "date" ? parseWrittenDate(value) : value;
    if (read === undefined || !isAcceptable(key, read)) {
      remarks.push(`\`${key}\` is left out, since “${value}” cannot be one.`);
    } else if (key === "from" || key === "to" || key === "topics") {
      const list = value.split(";").map((one) => one.trim());
      metadata = { ...metadata, [key]: list.filter((one) => one !== "") };
    } else if (Object.hasOwn(COLUMN_NAMES, key)) metadata = { ...metadata, [key]: read };
    else more[key] = read;
  }
  const hasMore = Object.keys(more).length > 0;
  return { metadata: { ...metadata, ...(hasMore && { more }) }, remarks };
}

function isAcceptable(key: string, value: string): boolean {
  switch (key) {
    case "type":
      return CSL_TYPES.has(value);
    case "language":
      return isLanguage(value);
    case "URL":
      return isWebAddress(value);
    default:
      return true;
  }
}

/** What an escape of JSON stands for may be no character. */
function cleanCell(text: string): string {
  return removeControlCharacters(text).replace(/\r\n?/g, "\n");
}

function isBlank({ cells }: Row): boolean {
  return [...cells.values()].every((texts) => texts.every((text) => text.trim() === ""));
}

/** Names the first twelve, and counts the others. */
function listFirst(names: readonly string[]): string {
  const others = names.length - 12;
  return `${names.slice(0, 12).join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
}
