import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatCalendarDay,
  formatDay,
  formatIsoDay,
  parseEdtfDate,
} from "../../../src/corpus/date.ts";
import { parseComingDay, parseDateOn } from "../../../src/corpus/dates/coming-day.ts";
import { CATALOGUE_LANGUAGES } from "../../../src/language/translation/catalogues.ts";
import { todayIn } from "../../../src/language/translation/relative-days.ts";
import { runs } from "../../thoroughness.ts";
import { translation } from "../../translation.ts";

/** A Saturday. */
const TODAY = parseEdtfDate("2026-11-28")?.first ?? 0;

const read = (typed: string) => parseComingDay(typed, TODAY).map(formatIsoDay);

test.each<readonly [string, string | undefined]>([
  ["today", "2026-11-28"],
  ["yesterday", "2026-11-27"],
  ["saturday", "2026-11-28"],
  ["next tuesday", "2026-12-01"],
  ["오늘", "2026-11-28"],
  ["어제", "2026-11-27"],
  ["내일", "2026-11-29"],
  ["모레", "2026-11-30"],
  ["그저께", "2026-11-26"],
  ["엊그제", "2026-11-26"],
  ["3일 후", "2026-12-01"],
  ["3일 뒤", "2026-12-01"],
  ["이틀 뒤", "2026-11-30"],
  ["화요일", "2026-12-01"],
  ["다음 주 화요일", "2026-12-01"],
  ["이번주 금요일", "2026-11-27"],
  ["지난주 월요일", "2026-11-16"],
  ["8월 5일", "2027-08-05"],
  ["8월 5일(목)", "2027-08-05"],
  ["2019년 8월 5일", "2019-08-05"],
  ["2019년 8월 5일 월요일", "2019-08-05"],
  ["2월 29일", "2028-02-29"],
  ["8月5日", "2027-08-05"],
  ["5 août", "2027-08-05"],
  ["5. März", "2027-03-05"],
  ["5 de agosto", "2027-08-05"],
  ...["5일", "13월 1일", "2월 30일", "2019년 8월", "다음 주", "19년 8월 5일", "보름"].map(
    (typed) => [typed, undefined] as const,
  ),
])("“%s” is the day %s", (typed, day) => {
  expect(read(typed)).toEqual(day === undefined ? [] : [day]);
});

test("a day as it is called today is a date too, but a weekday is none", () => {
  const edtf = (typed: string) => {
    const query = parseDateOn(typed, TODAY);
    return query?.kind === "period" ? query.edtf : query?.kind;
  };
  expect(["yesterday", "어제", "3일 전", "2019년 8월"].map(edtf)).toEqual([
    "2026-11-27",
    "2026-11-27",
    "2026-11-25",
    "2019-08",
  ]);
  expect(["Tuesday", "화요일", "보름"].map(edtf)).toEqual([undefined, undefined, undefined]);
});

describe.each(CATALOGUE_LANGUAGES)("in %s", (language) => {
  const t = translation(language);

  test("days are read as answers write them, with and without their year", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 40_000 }), (day) => {
        expect(parseComingDay(formatDay(day, t), TODAY)).toEqual([day]);
        const [coming = 0] = parseComingDay(formatCalendarDay(day, t), TODAY);
        expect(coming).toBeGreaterThanOrEqual(TODAY);
        expect(formatCalendarDay(coming, t)).toBe(formatCalendarDay(day, t));
      }),
      { numRuns: runs(30) },
    );
    expect(read(todayIn(language))).toEqual(["2026-11-28"]);
  });
});
