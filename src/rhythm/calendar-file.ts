import ical from "ical-generator";
import { dayOfDate, type LocalDate } from "./cadence.ts";
import { instantOf } from "./occasions.ts";
import type { LocalTime } from "./time-of-day.ts";

/** An entry of a calendar. */
export interface CalendarEntry {
  /** Stays the same, so that a calendar that imports the file again updates its entries. */
  readonly id: string;
  readonly date: LocalDate;
  readonly summary: string;
  readonly description: string;
}

/** A time of day in a time zone of IANA’s database. */
export interface ZonedTime {
  readonly time: LocalTime;
  readonly zone: string;
}

/**
 * Formats entries as an iCalendar file (RFC 5545): at a time of day, otherwise for whole days. Times are in UTC, so that no
 * calendar needs the rules of the zone. `made` is when that was, in milliseconds since 1970.
 */
export function calendarFile(
  name: string,
  entries: readonly CalendarEntry[],
  at: ZonedTime | undefined,
  made: number,
): string {
  const calendar = ical({ name, prodId: { company: "Ibid", product: "plans", language: "EN" } });
  const stamp = new Date(made);
  for (const { id, date, summary, description } of entries) {
    const start =
      at === undefined ? dayOfDate(date) * 86_400_000 : instantOf(date, at.time, at.zone);
    // Clocks may skip a whole day.
    if (start === undefined) continue;
    calendar.createEvent({
      ...{ id, stamp, summary, description },
      ...{ start: new Date(start), allDay: at === undefined },
    });
  }
  return calendar.toString();
}
