import { type Message, message } from "../../catalogue/catalogue.ts";
import { formatIsoDay, parseEdtfDate } from "../../corpus/date.ts";
import { joinDay, nearestEdtfDates, parseWrittenDate } from "../../corpus/dates/written-date.ts";
import type { Result } from "../../foundation/result.ts";

/** A cell of the column of dates. */
interface DateCell {
  readonly number: number;
  readonly text: string;
}

/** A date in numbers that a spreadsheet wrote: 3/5/1914, 03.05.14. */
const IN_NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?: 0?0:00(?::00)?)?$/;

/**
 * Reads a column of dates into EDTF. Spreadsheets write a date by the habits of their country, the same
 * in the whole column, so one cell such as 13/5/1914 shows the order of all. Returns an error for a date
 * that cannot be read, or in two ways. An empty cell gives undefined.
 */
export function readSpreadsheetDates(
  cells: readonly DateCell[],
): Result<{ readonly dates: readonly (string | undefined)[] }> {
  const parsed = cells.map(({ text }) => IN_NUMBERS.exec(text));
  const isDayFirst = parsed.some((match) => Number(match?.[1]) > 12);
  const isMonthFirst = parsed.some((match) => Number(match?.[2]) > 12);
  if (isDayFirst && isMonthFirst) return { error: message("fill.two-orders") };

  const dates: (string | undefined)[] = [];
  for (const cell of cells) {
    const read = readDate(cell, isDayFirst ? "day" : isMonthFirst ? "month" : undefined);
    if (typeof read === "object") return { error: read };
    dates.push(read);
  }
  return { dates };
}

/** Returns a message if the date cannot be read. `order` is what numbers begin with, if it is known. */
function readDate(
  { number: row, text }: DateCell,
  order: "day" | "month" | undefined,
): string | undefined | Message {
  if (text === "") return undefined;
  // The number of a day in a spreadsheet looks like a year.
  if (/^\d{4,5}$/.test(text) && Number(text) > MAX_YEAR) {
    const day = formatIsoDay(Number(text) + FIRST_SERIAL_DAY);
    return message("fill.serial-date", { row, text, date: day });
  }
  const [, first = "", second = "", year = ""] = IN_NUMBERS.exec(text) ?? [];
  if (year === "") {
    // The list of what is missing has EDTF, in which 1920-24 is a winter, and a time of day may follow.
    const date = parseEdtfDate(text)?.edtf ?? parseWrittenDate(text);
    if (date !== undefined) return date;
    const nearest = nearestEdtfDates(text);
    return nearest.length === 0
      ? message("fill.bad-date", { row, text })
      : message("fill.inexpressible-date", { row, text, nearest });
  }
  if (year.length === 2) return message("fill.short-year", { row, text });
  const dayFirst = joinDay(year, second, first);
  const monthFirst = joinDay(year, first, second);
  const chosen = order === "day" ? dayFirst : order === "month" ? monthFirst : undefined;
  if (chosen !== undefined) return chosen;
  if (dayFirst !== undefined && dayFirst === monthFirst) return dayFirst;
  if (dayFirst === undefined || monthFirst === undefined) {
    return message("fill.bad-date", { row, text });
  }
  return message("fill.ambiguous-date", { row, text, one: dayFirst, other: monthFirst });
}

const MAX_YEAR = 2200;

/** Day 0 of spreadsheets, 30 December 1899, in days since 1970. */
const FIRST_SERIAL_DAY = -25_569;
