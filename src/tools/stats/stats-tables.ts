import { elementAt } from "../../foundation/checked-access.ts";
import { formatNumber, plural } from "../../foundation/format.ts";
import { columnWidth, truncateToColumns } from "../../language/columns.ts";
import type { Counts, GroupCounts, Statistics } from "../../review/statistics.ts";

/** The maximum number of rows in a table, except for years, and of columns of the terminal in a name. */
const MAX_ROWS = 20;
const MAX_NAME_WIDTH = 40;

/** A name and numbers, as text. */
type Row = readonly [name: string, ...numbers: readonly string[]];

const COUNTS = ["documents", "passages", "notes", "words"] as const;

/** Formats statistics as tables for a terminal. */
export function formatStatsTables(statistics: Statistics): string {
  const { title, documents, passages, notes, words } = statistics;
  const { years, people, topics, languages, types } = statistics;
  return [
    title,
    [
      plural(documents, "document"),
      plural(passages, "passage"),
      plural(words, "word in passages", "words in passages"),
      plural(notes, "note"),
    ].join(", "),
    ...formatTable(["Year", ...COUNTS], years.map(rowOf), years.length),
    ...formatTable(
      ["Person", "from", "to", ...COUNTS],
      people.map(
        (person): Row => [
          person.name,
          formatNumber(person.from),
          formatNumber(person.to),
          ...formatCounts(person),
        ],
      ),
    ),
    ...formatTable(["Topic", ...COUNTS], topics.map(rowOf)),
    ...formatTable(["Language", ...COUNTS], languages.map(rowOf)),
    ...formatTable(["Type", ...COUNTS], types.map(rowOf)),
  ].join("\n");
}

function rowOf(group: GroupCounts): Row {
  return [group.name, ...formatCounts(group)];
}

function formatCounts(counts: Counts): readonly string[] {
  return COUNTS.map((key) => formatNumber(counts[key]));
}

/** Aligns names to the left and numbers to the right. Returns no lines if there are no rows. */
function formatTable(
  head: Row,
  rows: readonly Row[],
  maxRows: number = MAX_ROWS,
): readonly string[] {
  if (rows.length === 0) return [];
  const shown = [head, ...rows.slice(0, maxRows)].map(
    ([name, ...numbers]): Row => [
      truncateToColumns(MAX_NAME_WIDTH, name.replace(/\s+/g, " ")),
      ...numbers,
    ],
  );
  const widths = head.map((_, column) =>
    Math.max(...shown.map((row) => columnWidth(elementAt(row, column)))),
  );
  const left = rows.length - maxRows;
  return [
    "",
    ...shown.map((row) =>
      row
        .map((cell, column) => {
          const padding = " ".repeat(elementAt(widths, column) - columnWidth(cell));
          return column === 0 ? cell + padding : padding + cell;
        })
        .join("  "),
    ),
    ...(left > 0 ? [`and ${formatNumber(left)} more, which \`--json\` lists`] : []),
  ];
}
