import { Chrono, casual, parse } from "chrono-node/en";
import { parseRelativeDay } from "../../language/translation/relative-days.ts";
import { type Day, dayOf, formatIsoDay, parseEdtfDate } from "../date.ts";
import { type DateQuery, parseDateQuery } from "./date-query.ts";
import { twoDigits } from "./date-wording.ts";

/** How many years may pass before a day of the calendar comes again: 29 February is skipped in 2100. */
const MAX_YEARS = 8;

/**
 * Returns the day that a user means who types it on the day `today`: a date, one without a year, which is the next such
 * day, or words such as “tomorrow” and “next Tuesday” in any language of Ibid’s. Returns two days if it can be read with the
 * day or with the month first, and none if it is no day.
 */
export function parseComingDay(typed: string, today: Day): readonly Day[] {
  const query = parseDateQuery(typed);
  switch (query?.kind) {
    case "period": {
      const { first, last } = query.period;
      return first === last ? [first] : [];
    }
    case "yearly":
      return query.day === undefined ? [] : nextDays(query.month, query.day, today);
    case "ambiguous":
      return query.readings.flatMap((reading) => parseComingDay(reading, today));
    case undefined:
      return [relativeDayFrom(typed, today) ?? parseEnglishDay(typed, today)].flatMap(
        (day) => day ?? [],
      );
  }
}

/** Returns a date as `parseDateQuery` does, or the day that is called so from the day `today`: “yesterday”, “3일 전”. */
export function parseDateOn(typed: string, today: Day): DateQuery | undefined {
  const query = parseDateQuery(typed);
  const relative = query === undefined ? parseRelativeDay(typed) : undefined;
  return relative?.kind === "days" ? parseDateQuery(formatIsoDay(today + relative.days)) : query;
}

const WEEK = 7;

/** Returns the day that a text in the language of a catalogue means on the day `today`; a weekday is the next one. */
function relativeDayFrom(typed: string, today: Day): Day | undefined {
  const relative = parseRelativeDay(typed);
  if (relative === undefined) return undefined;
  if (relative.kind === "days") return today + relative.days;
  const { weekday, weeks } = relative;
  // 1 January 1970 was a Thursday.
  const monday = today - ((((today + 3) % WEEK) + WEEK) % WEEK);
  const day = monday + weekday - 1;
  if (weeks !== undefined) return day + weeks * WEEK;
  return day < today ? day + WEEK : day;
}

function nextDays(month: number, day: number, today: Day): readonly Day[] {
  const year = Number(formatIsoDay(today).slice(0, 4));
  for (let next = year; next <= year + MAX_YEARS; next++) {
    const date = parseEdtfDate([next, twoDigits(month), twoDigits(day)].join("-"));
    if (date !== undefined && date.first >= today) return [date.first];
  }
  return [];
}

function parseEnglishDay(typed: string, today: Day): Day | undefined {
  const text = typed.trim();
  const noon = new Date(`${formatIsoDay(today)}T12:00Z`);
  const reference = { instant: noon, timezone: "UTC" };
  const [result] = parse(text, reference, { forwardDate: true });
  if (result?.index !== 0 || result.text.length !== text.length || result.end) return undefined;
  const { start } = result;
  if (start.isCertain("hour") || !(start.isCertain("day") || start.isCertain("weekday"))) {
    return undefined;
  }
  const [year, month, day] = [start.get("year"), start.get("month"), start.get("day")];
  if (year === null || month === null || day === null) return undefined;
  return dayOf(Date.UTC(year, month - 1, day));
}

/**
 * Prepares to read days in English words, a part with each step. The first two uses of a pattern compile it, which takes a
 * quarter of a second for all of them.
 */
export function* prepareEnglishDays(): Iterable<unknown> {
  for (const parser of casual.parsers) {
    const chrono = new Chrono({ parsers: [parser], refiners: [] });
    for (let use = 0; use < 2; use++) yield chrono.parse("x");
  }
}
