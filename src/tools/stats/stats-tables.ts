import type { Translate } from "../../catalogue/catalogue.ts";
import { closeDirectionControls } from "../../catalogue/direction-controls.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { columnWidth, truncateToColumns } from "../../language/columns.ts";
import {
  type Counts,
  type GroupCounts,
  type Statistics,
  UNDATED,
} from "../../review/statistics.ts";

/** The maximum number of rows in a table, except for years, and of columns of the terminal in a name. */
const MAX_ROWS = 20;
const MAX_NAME_WIDTH = 40;

/** A name and numbers, as text. */
type Row = readonly [name: string, ...numbers: readonly string[]];

const COUNTS = ["documents", "passages", "notes", "words"] as const;

/** Formats statistics as tables for a terminal. */
export function formatStatsTables(statistics: Statistics, t: Translate): string {
  const { title, documents, passages, notes, words } = statistics;
  const { years, people, topics, languages, types } = statistics;
  const countsHead = COUNTS.map((key) => t(`stats.${key}`));
  const formatCounts = (counts: Counts) => COUNTS.map((key) => t.number(counts[key]));
  const rowOf = (group: GroupCounts): Row => [t.nameOf(group.name), ...formatCounts(group)];
  const namedYears = years.map((year) =>
    year.name === UNDATED ? { ...year, name: t("stats.undated") } : year,
  );
  return [
    title ?? t("corpus.untitled"),
    t("stats.totals", { documents, passages, words, notes }),
    ...formatTable([t("stats.year"), ...countsHead], namedYears.map(rowOf), t, years.length),
    ...formatTable(
      [t("stats.person"), t("stats.from"), t("stats.to"), ...countsHead],
      people.map(
        (person): Row => [
          t.nameOf(person.name),
          t.number(person.from),
          t.number(person.to),
          ...formatCounts(person),
        ],
      ),
      t,
    ),
    ...formatTable([t("stats.topic"), ...countsHead], topics.map(rowOf), t),
    ...formatTable([t("stats.language"), ...countsHead], languages.map(rowOf), t),
    ...formatTable([t("stats.type"), ...countsHead], types.map(rowOf), t),
  ].join("\n");
}

/** Aligns names to the left and numbers to the right. Returns no lines if there are no rows. */
function formatTable(
  head: Row,
  rows: readonly Row[],
  t: Translate,
  maxRows: number = MAX_ROWS,
): readonly string[] {
  if (rows.length === 0) return [];
  const shown = [head, ...rows.slice(0, maxRows)].map(
    ([name, ...numbers]): Row => [
      closeDirectionControls(truncateToColumns(MAX_NAME_WIDTH, name.replace(/\s+/g, " "))),
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
    ...(left > 0 ? [t("stats.more", { count: left })] : []),
  ];
}
