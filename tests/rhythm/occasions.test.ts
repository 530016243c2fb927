import { Cron } from "croner";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cadence } from "../../src/rhythm/cadence.ts";
import { instantOf, nextOccasions, occasionsBetween } from "../../src/rhythm/occasions.ts";
import { inTurn, runs } from "../thoroughness.ts";
import { ANY_CADENCE } from "./any-cadence.ts";

/** Zones that change their clocks by an hour, by half an hour, twice a year and for Ramadan, at midnight and by decree, or never. */
const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Pacific/Apia",
  "America/Scoresbysund",
  "Africa/Cairo",
  "Asia/Gaza",
];
const TIMES = ["00:00", "00:30", "01:30", "01:45", "02:15", "02:30", "03:00", "23:30"];
const YEARS = Array.from({ length: 27 }, (_, index) => 2009 + index);

describe("the instant of a local time", () => {
  test.each([
    ["Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00Z"],
    ["Europe/Berlin", "2026-03-29", "02:00", "2026-03-29T01:00Z"],
    ["Europe/Berlin", "2026-03-29", "03:00", "2026-03-29T01:00Z"],
    ["Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30Z"],
    ["Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00Z"],
    ["America/New_York", "2026-03-08", "02:15", "2026-03-08T07:00Z"],
    ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30Z"],
    ["America/Sao_Paulo", "2018-11-04", "00:00", "2018-11-04T03:00Z"],
    ["America/Sao_Paulo", "2018-02-17", "23:30", "2018-02-18T01:30Z"],
    ["America/Sao_Paulo", "2026-11-01", "00:00", "2026-11-01T03:00Z"],
    ["Asia/Kolkata", "2026-03-29", "08:00", "2026-03-29T02:30Z"],
    ["Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30Z"],
    ["Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45Z"],
    ["Australia/Lord_Howe", "2026-10-04", "08:00", "2026-10-03T21:00Z"],
    ["Africa/Casablanca", "2026-02-15", "03:30", "2026-02-15T03:30Z"],
    ["Africa/Casablanca", "2026-02-15", "02:30", "2026-02-15T01:30Z"],
    ["Africa/Casablanca", "2026-03-22", "02:30", "2026-03-22T02:00Z"],
    ["Pacific/Apia", "2011-12-30", "08:00", undefined],
    ["Pacific/Apia", "2011-12-31", "08:00", "2011-12-30T18:00Z"],
    ["America/Scoresbysund", "2024-03-31", "00:30", "2024-03-31T01:30Z"],
    ["Africa/Cairo", "2026-04-24", "00:30", "2026-04-23T22:00Z"],
    ["Asia/Gaza", "2026-03-28", "02:30", "2026-03-28T00:00Z"],
    // The gap reaches beyond the end of the day, which itself exists.
    ["America/Nuuk", "2024-03-30", "23:30", "2024-03-31T01:00Z"],
    // At 00:01, the clocks went back to 23:01 of the day before.
    ["America/St_Johns", "2010-11-07", "00:00", "2010-11-07T02:30Z"],
  ])("in %s on %s at %s is %s", (zone, date, time, instant) => {
    const expected = instant === undefined ? undefined : Date.parse(instant);
    expect(instantOf(date, time, zone)).toBe(expected);
  });
});

describe("occasions", () => {
  /** The cadences that Croner can express, with the end of its pattern. Version 10 loses dates after a day that a month lacks. */
  const IN_CRON: readonly (readonly [Cadence, string])[] = [
    [{ kind: "daily" }, "* * *"],
    [{ kind: "weekly", on: [1, 2, 3, 4, 5] }, "* * 1-5"],
    [{ kind: "weekly", on: [1, 4, 7] }, "* * 1,4,7"],
    [{ kind: "month-weekdays", nth: [1], on: 7 }, "* * 7#1"],
    [{ kind: "month-weekdays", nth: [2, 4], on: 3 }, "* * 3#2,3#4"],
    [{ kind: "month-weekdays", nth: [5], on: 1 }, "* * 1#5"],
    [{ kind: "month-weekdays", nth: [-1], on: 5 }, "* * 5#L"],
    [{ kind: "month-days", days: [1, 15, 28] }, "1,15,28 * *"],
    [{ kind: "month-days", days: [-1] }, "L * *"],
  ];

  /** The first days and the lengths of the parts of a year in which most zones change their clocks. */
  const SEASONS = [
    { month: 1, day: 10, days: 60 },
    { month: 8, day: 25, days: 50 },
  ];

  function spansInTurn(zone: number, time: number) {
    return inTurn(YEARS, 3 * zone + 10 * time).flatMap((year) =>
      inTurn(SEASONS, zone + time).map((season) => [year, season] as const),
    );
  }

  /** Returns the runs of Croner after `from` and up to `to`. */
  function cronRuns(pattern: string, zone: string, from: number, to: number): readonly number[] {
    const cron = new Cron(pattern, { timezone: zone });
    const dues: number[] = [];
    for (let run = cron.nextRun(new Date(from)); run !== null && run.getTime() <= to; ) {
      dues.push(run.getTime());
      run = cron.nextRun(run);
    }
    return dues;
  }

  test.each(ZONES)("in %s are those of Croner, and the first minute after a gap", (zone) => {
    const wallClock = new Intl.DateTimeFormat("sv", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "short",
    });
    const isSkipped = (due: number, time: string) => !wallClock.format(due).endsWith(time);
    // Croner takes the second of two times that are half an hour apart, as in Lord Howe.
    const firstOf = (due: number) =>
      wallClock.format(due - 30 * 60_000) === wallClock.format(due) ? due - 30 * 60_000 : due;
    const start = ZONES.indexOf(zone);
    let compared = 0;
    for (const [index, time] of TIMES.entries()) {
      const [hour, minute] = time.split(":").map(Number);
      for (const [cadence, pattern] of inTurn(IN_CRON, start + index)) {
        for (const [year, { month, day, days }] of spansInTurn(start, index)) {
          const from = Date.UTC(year, month, day);
          const to = from + days * 86_400_000;
          const ours = occasionsBetween(cadence, time, zone, from, to);
          const theirs = cronRuns(`${minute} ${hour} ${pattern}`, zone, from, to);
          expect(
            ours.map(({ due }) => due).filter((due) => !isSkipped(due, time)),
            `${year} ${time} ${pattern}`,
          ).toEqual(theirs.filter((due) => !isSkipped(due, time)).map(firstOf));
          // Croner moves a time that clocks skip by the length of the gap.
          for (const { date, due } of ours.filter((one) => isSkipped(one.due, time))) {
            expect(wallClock.format(due - 60_000) < `${date} ${time}`).toBe(true);
            expect(wallClock.format(due) > `${date} ${time}`).toBe(true);
          }
          compared += ours.length;
        }
      }
    }
    expect(compared).toBeGreaterThan(50);
  });

  const instant = fc.integer({ min: Date.UTC(2009, 0), max: Date.UTC(2035, 0) });
  const place = [ANY_CADENCE, fc.constantFrom(...TIMES), fc.constantFrom(...ZONES)] as const;

  test("have each date at most once, in order, whatever the zone does", () => {
    fc.assert(
      fc.property(...place, instant, (cadence, time, zone, after) => {
        const occasions = nextOccasions(cadence, time, zone, after, 12);
        const dates = occasions.map(({ date }) => date);
        const dues = occasions.map(({ due }) => due);
        expect(dates).toEqual([...new Set(dates)].toSorted());
        expect(dues).toEqual([...new Set(dues)].toSorted((a, b) => a - b));
        expect(dues.every((due) => due > after)).toBe(true);
        expect(occasions.length === 12 || cadence.kind === "once").toBe(true);
      }),
      { numRuns: runs(40) },
    );
  });

  test("are neither lost nor repeated where one span ends and the next begins", () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 20 * 86_400_000 }), { maxLength: 4 });
    fc.assert(
      fc.property(...place, instant, lengths, (cadence, time, zone, from, spans) => {
        let start = from;
        const pieces = spans.flatMap((span) => {
          const piece = occasionsBetween(cadence, time, zone, start, start + span);
          start += span;
          return piece;
        });
        expect(pieces).toEqual(occasionsBetween(cadence, time, zone, from, start));
        expect(nextOccasions(cadence, time, zone, from, pieces.length)).toEqual(pieces);
      }),
      { numRuns: runs(40) },
    );
  });
});
