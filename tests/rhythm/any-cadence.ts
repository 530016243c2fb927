import fc from "fast-check";
import { type Day, formatIsoDay } from "../../src/corpus/date.ts";
import {
  type Cadence,
  MAX_DAYS,
  MAX_WEEKS,
  NTHS,
  type Weekday,
  weekdayOf,
} from "../../src/rhythm/cadence.ts";

const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const ascending = (a: number, b: number) => (a === -1 ? 1 : b === -1 ? -1 : a - b);
const some = <T extends number>(values: readonly T[], maxLength: number) =>
  fc
    .uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength })
    .map((list) => list.toSorted(ascending));
const weekdays = some([1, 2, 3, 4, 5, 6, 7] as const, 6);
const everyDayOfMonth = [...Array.from({ length: 31 }, (_, index) => index + 1), -1];
/** A date from 2009 to 2035. */
const day = fc.integer({ min: 14_245, max: 24_106 });
const date = day.map(formatIsoDay);
const firstDay = (day: Day, on: readonly Weekday[]): Day =>
  on.includes(weekdayOf(day)) ? day : firstDay(day + 1, on);

/** Draws a cadence of any kind. */
export const ANY_CADENCE: fc.Arbitrary<Cadence> = fc.oneof(
  fc.constant<Cadence>({ kind: "daily" }),
  weekdays.map((on): Cadence => ({ kind: "weekly", on })),
  fc.tuple(fc.integer({ min: 1, max: MAX_WEEKS }), weekdays, day).map(
    ([every, on, day]): Cadence => ({
      kind: "weeks",
      every,
      on,
      from: formatIsoDay(firstDay(day, on)),
    }),
  ),
  fc
    .tuple(some(NTHS, 6), weekday)
    .map(([nth, on]): Cadence => ({ kind: "month-weekdays", nth, on })),
  some(everyDayOfMonth, 5).map((days): Cadence => ({ kind: "month-days", days })),
  fc
    .tuple(fc.integer({ min: 1, max: MAX_DAYS }), date)
    .map(([every, from]): Cadence => ({ kind: "days", every, from })),
  date.map((on): Cadence => ({ kind: "once", on })),
);
