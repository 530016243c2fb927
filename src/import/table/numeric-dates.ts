import { joinDay } from "../../corpus/dates/written-date.ts";

/** The part with which a date in digits begins; after the day comes the month. */
export type DateOrder = "day" | "month" | "year";

/** Returns with what the dates of a file begin, if one of them shows it. */
export function dateOrder(dates: readonly string[]): DateOrder | undefined {
  const parts = dates.map((date) => date.split(/\D/));
  if (parts.some(([first = ""]) => first.length === 4)) return "year";
  if (parts.some(([first]) => Number(first) > 12)) return "day";
  return parts.some(([, second]) => Number(second) > 12) ? "month" : undefined;
}

/**
 * Returns a day in EDTF; undefined without an order, or if it never was. With points between the parts, the day is the first.
 * A year of two digits is of this century.
 */
export function toDay(date: string, known: DateOrder | undefined): string | undefined {
  const [first = "", second = "", third = ""] = date.split(/\D/);
  const order = known ?? (date.includes(".") ? "day" : undefined);
  if (order === undefined) return undefined;
  const [year, month, day] =
    order === "year"
      ? [first, second, third]
      : order === "day"
        ? [third, second, first]
        : [third, first, second];
  const full = year.length === 2 ? `20${year}` : year;
  return joinDay(full, month, day);
}
