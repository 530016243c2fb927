import { type ParsedResult, parse } from "chrono-node/en";
import { type Day, dayOf, edtfDate, type Period, periodLabel } from "../corpus/date.ts";

/** What somebody may mean by a date they typed. */
export type DateQuery =
  | { readonly kind: "period"; readonly period: Period; readonly label: string }
  /** A day or a month without a year: that of every year. */
  | {
      readonly kind: "yearly";
      readonly month: number;
      readonly day?: number;
      readonly label: string;
    }
  /** Two readings, as ISO dates: the day first, then the month first. */
  | { readonly kind: "ambiguous"; readonly readings: readonly [string, string] };

/**
 * Reads a date as people write it: EDTF first, then numeric forms, then English dates over the whole
 * input. Undefined when it is none. Nothing depends on the day on which it is asked.
 */
export function dateQuery(typed: string): DateQuery | undefined {
  const text = typed.trim().replace(/^(?:on |in )?(?:the )?/i, "");
  const exact = edtfDate(text);
  if (exact !== undefined) return { kind: "period", period: exact, label: exact.label };
  return numeric(text) ?? written(text);
}

/** Whether `day` lies in what was asked for; of two readings neither counts. */
export function matches(query: DateQuery, { first, last }: Period): boolean {
  switch (query.kind) {
    case "period":
      return first <= query.period.last && query.period.first <= last;
    case "yearly":
      return fallsOn(query, first) || fallsOn(query, last);
    case "ambiguous":
      return false;
  }
}

function fallsOn({ month, day }: { month: number; day?: number }, at: Day): boolean {
  if (!Number.isFinite(at)) return false;
  const date = new Date(at * 86_400_000);
  return date.getUTCMonth() + 1 === month && (day === undefined || date.getUTCDate() === day);
}

/** 5/8/2019, 05.08.2019, 2019/08/05: day or month first, with any separator. */
function numeric(text: string): DateQuery | undefined {
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})\.?$/.exec(text);
  if (yearFirst) return iso(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (!yearLast) return undefined;
  const [, one, two, year] = yearLast;
  const dayFirst = iso(year, two, one);
  const monthFirst = iso(year, one, two);
  if (dayFirst && monthFirst && dayFirst.iso !== monthFirst.iso) {
    return { kind: "ambiguous", readings: [dayFirst.iso, monthFirst.iso] };
  }
  return dayFirst ?? monthFirst;
}

function iso(year = "", month = "", day = "") {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = edtfDate(text);
  return date && ({ kind: "period", period: date, label: date.label, iso: text } as const);
}

function written(text: string): DateQuery | undefined {
  // “5. August 2019”: the point after the day is German and Korean usage, which chrono lacks.
  const subject = text.replace(/^(\d{1,2})\.\s+(?=\p{L})/u, "$1 ");
  const [result, another] = parse(subject, new Date(0));
  if (result === undefined || another !== undefined) return undefined;
  if (result.index !== 0 || result.text.length !== subject.length) return undefined;
  const { start } = result;
  const end = result.end ?? undefined;
  // “yesterday” and “next Friday” are counted from a day, and documents lie still.
  if (!start.isCertain("month") || start.tags().has("parser/ENCasualDateParser")) return undefined;

  const year = known(start, "year") ?? (end && known(end, "year"));
  const month = known(start, "month") ?? 1;
  const day = known(start, "day");
  if (year === undefined) {
    if (end) return undefined;
    const date = Date.UTC(2000, month - 1, day ?? 1);
    const label = new Intl.DateTimeFormat("en-GB", {
      month: "long",
      ...(day !== undefined && { day: "numeric" }),
      timeZone: "UTC",
    }).format(date);
    return { kind: "yearly", month, ...(day !== undefined && { day }), label };
  }
  const first = periodOf(year, month, day);
  const last = end
    ? periodOf(known(end, "year") ?? year, known(end, "month") ?? month, known(end, "day"))
    : first;
  if (first === undefined || last === undefined || last.last < first.first) return undefined;
  const period = { first: first.first, last: last.last };
  return { kind: "period", period, label: end ? periodLabel(period) : first.label };
}

const known = (at: ParsedResult["start"], part: "year" | "month" | "day"): number | undefined =>
  (at.isCertain(part) ? at.get(part) : null) ?? undefined;

function periodOf(year: number, month: number, day: number | undefined) {
  const two = (number: number) => String(number).padStart(2, "0");
  const text = `${String(year).padStart(4, "0")}-${two(month)}`;
  return edtfDate(day === undefined ? text : `${text}-${two(day)}`);
}

/** The day of a moment, in UTC. */
export function today(moment: Date): Day {
  return dayOf(moment.getTime());
}
