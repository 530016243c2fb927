import { Temporal } from "temporal-polyfill";
import { dayInZone, formatIsoDay } from "../corpus/date.ts";
import { type Cadence, dayOfDate, type LocalDate, localDatesOf, nextDateOf } from "./cadence.ts";
import type { LocalTime } from "./time-of-day.ts";

/** One time at which a cadence falls due. Its date and its slot stay the same when the time or the zone changes. */
export interface Occasion {
  readonly date: LocalDate;
  /** Distinguishes several occasions of one date: 0 for the one that the cadence itself brings. */
  readonly slot: number;
  /** In milliseconds since 1970, UTC. */
  readonly due: number;
}

/**
 * Returns the instant of a local time in a zone of IANA’s database, in milliseconds since 1970, UTC. If clocks skip
 * the time, it is the first minute after the gap; if they show it twice, the first of both. Returns
 * undefined if they skip the whole day, as Samoa’s did on 30 December 2011.
 */
export function instantOf(date: LocalDate, time: LocalTime, zone: string): number | undefined {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  const first = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (first.toPlainDateTime().equals(local)) return first.epochMilliseconds;
  const startOfDay = local.toPlainDate().toZonedDateTime(zone);
  if (!startOfDay.toPlainDate().equals(local.toPlainDate())) return undefined;
  return first.getTimeZoneTransition("next")?.epochMilliseconds;
}

/** Returns the occasions after `from` and up to `to`, which are instants in milliseconds since 1970, in order. */
export function occasionsBetween(
  cadence: Cadence,
  time: LocalTime,
  zone: string,
  from: number,
  to: number,
): readonly Occasion[] {
  // Around midnight, a change of the clocks can move an occasion beyond its date.
  const first = formatIsoDay(dayInZone(from, zone) - 1);
  const last = formatIsoDay(dayInZone(to, zone) + 1);
  return localDatesOf(cadence, first, last)
    .flatMap((date) => occasionOn(date, time, zone))
    .filter(({ due }) => from < due && due <= to);
}

/** Returns the next `count` occasions after an instant in milliseconds since 1970, or fewer if the cadence ends. */
export function nextOccasions(
  cadence: Cadence,
  time: LocalTime,
  zone: string,
  after: number,
  count: number,
): readonly Occasion[] {
  const occasions: Occasion[] = [];
  let date = nextDateOf(cadence, dayInZone(after, zone) - 1);
  while (date !== undefined && occasions.length < count) {
    occasions.push(...occasionOn(date, time, zone).filter(({ due }) => after < due));
    date = nextDateOf(cadence, dayOfDate(date) + 1);
  }
  return occasions;
}

function occasionOn(date: LocalDate, time: LocalTime, zone: string): readonly Occasion[] {
  const due = instantOf(date, time, zone);
  return due === undefined ? [] : [{ date, slot: 0, due }];
}
