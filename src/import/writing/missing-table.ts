/** The metadata of a document that a list of what is missing shows. */
export interface ListedDocument {
  readonly id: string;
  readonly title: string;
  readonly date?: string | undefined;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly topics: readonly string[];
}

/** The columns that an editor fills in, under the keys of front matter. */
export const FILLED_COLUMNS = ["date", "from", "to", "topics"] as const;
export type FilledColumn = (typeof FILLED_COLUMNS)[number];

/** Separates several people or topics in one cell. */
export const LIST_SEPARATOR = ";";

/**
 * Formats a table of the documents that lack a date, people or topics, as a CSV file that spreadsheets
 * open: with a byte order mark, and no cell that they take for a formula. Returns undefined if no
 * document lacks anything.
 */
export function formatMissingTable(documents: readonly ListedDocument[]): string | undefined {
  const incomplete = documents.filter(
    ({ date, from, to, topics }) =>
      date === undefined || from.length === 0 || to.length === 0 || topics.length === 0,
  );
  if (incomplete.length === 0) return undefined;
  const rows = incomplete.map(({ id, title, date = "", from, to, topics }) => [
    id,
    title,
    date,
    ...[from, to, topics].map((names) => names.join(`${LIST_SEPARATOR} `)),
  ]);
  const lines = [["id", "title", ...FILLED_COLUMNS], ...rows].map((cells) =>
    cells.map(formatCell).join(","),
  );
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function formatCell(text: string): string {
  const literal = /^[=+@-]/.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(literal) ? `"${literal.replaceAll('"', '""')}"` : literal;
}

/** Returns the text of a cell without the sign that keeps it from being a formula. */
export function readCell(text: string): string {
  return text.trim().replace(/^'(?=[=+@-])/, "");
}
