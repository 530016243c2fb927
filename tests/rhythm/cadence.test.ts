import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { english } from "../../src/catalogue/catalogue.ts";
import { formatIsoDay } from "../../src/corpus/date.ts";
import {
  CADENCE,
  type Cadence,
  describeCadence,
  localDatesOf,
  periodOf,
  weekdayOf,
} from "../../src/rhythm/cadence.ts";
import { ANY_CADENCE } from "./any-cadence.ts";

describe("the dates of a cadence", () => {
  const DATES = fc.integer({ min: 14_245, max: 24_106 });

  test("every n days are a walk from the anchor in steps of n days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 366 }), DATES, (every, anchor) => {
        const walk = Array.from({ length: 20 }, (_, step) => formatIsoDay(anchor + step * every));
        const cadence = { kind: "days", every, from: formatIsoDay(anchor) } as const;
        expect(localDatesOf(cadence, "2008-12-01", walk.at(-1) ?? "")).toEqual(walk);
      }),
    );
  });

  test("every n weeks are a walk over the calendar’s rows, from Monday to Sunday", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 52 }),
        fc.uniqueArray(fc.constantFrom<1 | 2 | 3 | 4 | 5 | 6 | 7>(1, 2, 3, 4, 5, 6, 7), {
          minLength: 1,
        }),
        DATES,
        (every, on, anchor) => {
          const walk: string[] = [];
          let monday = anchor;
          while (weekdayOf(monday) !== 1) monday--;
          for (let row = 0; row < 8; row++, monday += 7 * every) {
            for (let day = monday; day < monday + 7; day++) {
              const name = new Date(day * 86_400_000).getUTCDay();
              const isOn = on.some((one) => one % 7 === name);
              if (isOn && day >= anchor) walk.push(formatIsoDay(day));
            }
          }
          const cadence: Cadence = { kind: "weeks", every, on, from: formatIsoDay(anchor) };
          const end = formatIsoDay(monday - 7 * every + 6);
          expect(localDatesOf(cadence, "2008-12-01", end)).toEqual(walk);
        },
      ),
    );
  });

  test.each<[Cadence, string, string, readonly string[]]>([
    [{ kind: "daily" }, "2028-02-28", "2028-03-01", ["2028-02-28", "2028-02-29", "2028-03-01"]],
    [{ kind: "weekly", on: [6, 7] }, "2026-12-01", "2026-12-07", ["2026-12-05", "2026-12-06"]],
    [
      { kind: "month-weekdays", nth: [5, -1], on: 4 },
      ...(["2026-03-01", "2026-05-31"] as const),
      ["2026-03-26", "2026-04-30", "2026-05-28"],
    ],
    [
      { kind: "month-days", days: [29, -1] },
      ...(["2026-01-30", "2026-03-30"] as const),
      ["2026-01-31", "2026-02-28", "2026-03-29"],
    ],
    [{ kind: "once", on: "2026-12-01" }, "2026-01-01", "2027-12-31", ["2026-12-01"]],
    [{ kind: "once", on: "2026-12-01" }, "2026-12-02", "2027-12-31", []],
  ])("%j from %s to %s", (cadence, from, to, dates) => {
    expect(localDatesOf(cadence, from, to)).toEqual(dates);
  });
});

test.each<[Cadence, string, number]>([
  [{ kind: "daily" }, "every day", 1],
  [{ kind: "weekly", on: [1, 2, 3, 4, 5] }, "weekdays", 1],
  [{ kind: "weekly", on: [6, 7] }, "weekends", 1],
  [{ kind: "weekly", on: [1, 4] }, "Mondays and Thursdays", 3],
  [{ kind: "weekly", on: [7] }, "Sundays", 7],
  [
    { kind: "weeks", every: 2, on: [2], from: "2026-12-01" },
    "every 2 weeks on Tuesday from 1 December 2026",
    14,
  ],
  [
    { kind: "weeks", every: 1, on: [2], from: "2026-12-01" },
    "every week on Tuesday from 1 December 2026",
    7,
  ],
  [{ kind: "days", every: 1, from: "2026-11-28" }, "every day from 28 November 2026", 1],
  [{ kind: "month-weekdays", nth: [1], on: 7 }, "first Sunday of the month", 28],
  [{ kind: "month-weekdays", nth: [1, -1], on: 5 }, "first and last Friday of the month", 7],
  [
    { kind: "month-days", days: [1, 22, 23, -1] },
    "the 1st, 22nd, 23rd and last day of the month",
    1,
  ],
  [{ kind: "days", every: 3, from: "2026-11-28" }, "every 3 days from 28 November 2026", 3],
  [{ kind: "once", on: "2026-12-01" }, "once on 1 December 2026", Number.POSITIVE_INFINITY],
])("%j is “%s”, at least %d days apart", (cadence, words, days) => {
  expect(describeCadence(cadence, english)).toBe(words);
  expect(periodOf(cadence)).toBe(days * 86_400_000);
});

test("a cadence that was kept as JSON is checked", () => {
  fc.assert(
    fc.property(ANY_CADENCE, (cadence) => {
      expect(v.parse(CADENCE, JSON.parse(JSON.stringify(cadence)))).toEqual(cadence);
    }),
  );
  for (const wrong of [
    {},
    { kind: "weekly", on: [] },
    { kind: "weekly", on: [0] },
    { kind: "weeks", every: 0, on: [1], from: "2026-12-01" },
    { kind: "once", on: "2026-02-30" },
    { kind: "once", on: "1 December 2026" },
    { kind: "month-days", days: [0] },
    { kind: "daily", at: "08:00" },
  ]) {
    expect(v.is(CADENCE, wrong), JSON.stringify(wrong)).toBe(false);
  }
});
