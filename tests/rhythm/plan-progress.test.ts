import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { formatIsoDay } from "../../src/corpus/date.ts";
import { type Cadence, dayOfDate, localDatesOf } from "../../src/rhythm/cadence.ts";
import {
  changePace,
  hasMissedSteps,
  PACES,
  PLAN_PROGRESS,
  type PlanCalendar,
  type PlanProgress,
  startPlan,
  stepDates,
  stepsOn,
} from "../../src/rhythm/plan-progress.ts";

const MONDAYS: Cadence = { kind: "weekly", on: [1] };
const day = dayOfDate;
/** Eight Mondays from 4 January 2027 on. The first two Mondays in March are holidays. */
const TERM: PlanCalendar = {
  cadence: MONDAYS,
  holidays: [{ first: day("2027-03-01"), last: day("2027-03-09") }],
  steps: Array.from({ length: 8 }, () => ({})),
};
const STARTED = startPlan(TERM, "2027-01-01");

/** Runs a plan from a date on, with posts on the dates of its cadence for which `isPosted` holds. */
function run(
  calendar: PlanCalendar,
  start: PlanProgress,
  from: string,
  isPosted: (date: string, index: number) => boolean = () => true,
) {
  let progress = start;
  const posted: (readonly [string, number])[] = [];
  const dates = localDatesOf(calendar.cadence, from, formatIsoDay(day(from) + 1500));
  for (const [index, date] of dates.entries()) {
    if (!isPosted(date, index)) continue;
    const count = stepsOn(date, progress, calendar);
    if (count > 0) posted.push([date, count]);
    progress = { ...progress, position: progress.position + count };
  }
  return { progress, posted };
}

test("a plan that misses nothing has a step on each of its dates except for holidays", () => {
  expect(v.parse(PLAN_PROGRESS, JSON.parse(JSON.stringify(STARTED)))).toEqual(STARTED);
  expect(STARTED).toEqual({ position: 0, pace: "move-end", end: "2027-02-22" });
  const dates = stepDates(TERM, STARTED, "2027-01-01");
  expect(dates).toEqual([
    ...["2027-01-04", "2027-01-11", "2027-01-18", "2027-01-25", "2027-02-01", "2027-02-08"],
    ...["2027-02-15", "2027-02-22"],
  ]);
  expect(run(TERM, STARTED, "2027-01-01").posted.map(([date]) => date)).toEqual(dates);
});

describe("after an outage of three weeks", () => {
  /** The first two steps have come, and those of 18 January to 1 February have not. */
  const behind = { ...STARTED, position: 2 };
  const from = "2027-02-08";

  test("the group can see that there is something to choose", () => {
    expect(hasMissedSteps(behind, TERM, from)).toBe(true);
    expect(hasMissedSteps({ ...behind, position: 5 }, TERM, from)).toBe(false);
  });

  test.each([
    [
      "catch-up",
      [
        ["2027-02-08", 4],
        ["2027-02-15", 1],
        ["2027-02-22", 1],
      ],
    ],
    [
      "keep-end",
      [
        ["2027-02-08", 2],
        ["2027-02-15", 2],
        ["2027-02-22", 2],
      ],
    ],
    [
      "move-end",
      [
        ...[
          ["2027-02-08", 1],
          ["2027-02-15", 1],
          ["2027-02-22", 1],
        ],
        ...[
          ["2027-03-15", 1],
          ["2027-03-22", 1],
          ["2027-03-29", 1],
        ],
      ],
    ],
  ] as const)("%s", (pace, expected) => {
    const changed = changePace(behind, pace, TERM, from);
    expect(run(TERM, changed, from).posted).toEqual(expected);
    expect(changed.end).toBe(pace === "move-end" ? "2027-03-29" : STARTED.end);
    expect(hasMissedSteps(changed, TERM, from)).toBe(pace !== "move-end");
  });
});

const ANY_PLAN = fc.record({
  steps: fc.integer({ min: 1, max: 30 }),
  on: fc.uniqueArray(fc.constantFrom<1 | 2 | 3 | 4 | 5 | 6 | 7>(1, 2, 3, 4, 5, 6, 7), {
    minLength: 1,
  }),
  holidays: fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 20 })), {
    maxLength: 3,
  }),
  missed: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 25 }),
  pace: fc.constantFrom(...PACES),
});
const FIRST = day("2027-01-04");

test("whatever is missed, each step comes once and in order, and a plan ends when its pace says", () => {
  fc.assert(
    fc.property(ANY_PLAN, ({ steps, on, holidays, missed, pace }) => {
      const calendar: PlanCalendar = {
        cadence: { kind: "weekly", on },
        holidays: holidays.map(([start, length]) => ({
          first: FIRST + start,
          last: FIRST + start + length,
        })),
        steps: Array.from({ length: steps }, () => ({})),
      };
      const from = formatIsoDay(FIRST);
      const start = { ...startPlan(calendar, from), pace };
      const { progress, posted } = run(
        calendar,
        start,
        from,
        (_, index) => !missed.includes(index),
      );
      expect(progress.position).toBe(steps);
      const last = posted.at(-1)?.[0] ?? "";
      const plannedDates = stepDates(calendar, start, from);
      expect(plannedDates).toHaveLength(steps);
      const missedAt = formatIsoDay(FIRST + (missed[0] ?? 0));
      const undisturbed = run(calendar, start, missedAt).posted;
      expect(
        undisturbed.flatMap(([date, count]) => Array.from({ length: count }, () => date)),
      ).toEqual(stepDates(calendar, start, missedAt));
      const missedEnd = localDatesOf(calendar.cadence, from, start.end).length - 1;
      if (pace !== "move-end" && !missed.includes(missedEnd)) expect(last <= start.end).toBe(true);
      if (pace === "move-end") expect(posted.every(([, count]) => count === 1)).toBe(true);
      for (const [date] of posted) {
        const isFree = calendar.holidays.every(
          ({ first, last }) => day(date) < first || day(date) > last,
        );
        expect(isFree).toBe(true);
      }
    }),
  );
});

test("a plan of thousands of steps has its dates at once, at any pace", () => {
  const steps = Array.from({ length: 5000 }, () => ({}));
  const calendar: PlanCalendar = { cadence: { kind: "daily" }, holidays: [], steps };
  const start = startPlan(calendar, "2027-01-01");
  for (const pace of PACES) {
    const dates = stepDates(calendar, { ...start, pace, position: 10 }, "2027-02-01");
    expect(dates).toHaveLength(4990);
    if (pace !== "move-end") expect(dates.at(-1)).toBe(start.end);
  }
});

test("a plan whose steps have dates follows them, and brings missed ones on the next date", () => {
  const dated: PlanCalendar = {
    cadence: { kind: "daily" },
    holidays: [],
    steps: ["2027-01-04", "2027-01-06", "2027-01-06", "2027-02-01"].map((date) => ({
      date: day(date),
    })),
  };
  const start = startPlan(dated, "2027-01-01");
  expect(start.end).toBe("2027-02-01");
  expect(run(dated, start, "2027-01-01").posted).toEqual([
    ["2027-01-04", 1],
    ["2027-01-06", 2],
    ["2027-02-01", 1],
  ]);
  const isPosted = (date: string) => date > "2027-01-20";
  expect(run(dated, start, "2027-01-01", isPosted).posted).toEqual([
    ["2027-01-21", 3],
    ["2027-02-01", 1],
  ]);
});

test("holidays without an end leave no dates", () => {
  const never = {
    ...TERM,
    holidays: [{ first: day("2027-01-01"), last: Number.POSITIVE_INFINITY }],
  };
  expect(stepDates(never, STARTED, "2027-01-01")).toEqual([]);
  expect(startPlan(never, "2027-01-01").end).toBe("2027-01-01");
});
