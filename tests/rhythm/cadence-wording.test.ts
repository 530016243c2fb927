import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatIsoDay } from "../../src/corpus/date.ts";
import { CATALOGUE_LANGUAGES } from "../../src/language/translation/catalogues.ts";
import { dayOfDate, localDatesOf, WEEK } from "../../src/rhythm/cadence.ts";
import {
  completeCadence,
  correctCadence,
  parseCadence,
  translateCadence,
  typedCadence,
} from "../../src/rhythm/cadence-wording.ts";
import { parseTimeOfDay } from "../../src/rhythm/time-of-day.ts";
import { runs } from "../thoroughness.ts";
import { translation } from "../translation.ts";
import { ANY_CADENCE } from "./any-cadence.ts";

/** A Saturday. */
const TODAY = dayOfDate("2026-11-28");

const read = (typed: string, today = TODAY) => {
  const parsed = parseCadence(typed, today);
  if (parsed === undefined || "unreadableTime" in parsed) return parsed;
  const { readings, time } = parsed;
  return readings.map((one) => typedCadence(one, time));
};

test("the words for a cadence and a time are read back as the same ones, on any day and in any case", () => {
  const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
  fc.assert(
    fc.property(
      ANY_CADENCE,
      time.map((parts) => parts.map((one) => String(one).padStart(2, "0")).join(":")),
      fc.integer({ min: 14_245, max: 24_106 }),
      fc.constantFrom<(text: string) => string>(
        (text) => text,
        (text) => text.toUpperCase(),
        (text) => `  ${text.replaceAll(" ", "  ")} `,
      ),
      (cadence, time, today, change) => {
        const words = typedCadence(cadence);
        expect(parseCadence(change(words), today)).toEqual({ readings: [cadence] });
        const withTime = { readings: [cadence], time };
        expect(parseCadence(change(typedCadence(cadence, time)), today)).toEqual(withTime);
        expect(parseCadence(`at ${time} ${words}`, today)).toEqual(withTime);
      },
    ),
  );
});

test.each([
  ["every day", "every day"],
  ["Daily at 8", "every day at 08:00"],
  ["each evening 20.30", "every day at 20:30"],
  ["8am every day", "every day at 08:00"],
  ["weekdays", "weekdays"],
  ["Every weekday @ noon", "weekdays at 12:00"],
  ["Monday to Friday", "weekdays"],
  ["from mon to fri at 7", "weekdays at 07:00"],
  ["mon-fri", "weekdays"],
  ["business days", "weekdays"],
  ["every weekend", "weekends"],
  ["Sat, Sun", "weekends"],
  ["Mondays and Thursdays", "Mondays and Thursdays"],
  ["thursday & monday", "Mondays and Thursdays"],
  ["mon, wed 8am", "Mondays and Wednesdays at 08:00"],
  ["Mon/Wed/Fri", "Mondays, Wednesdays and Fridays"],
  ["tues. thurs. 8 p.m.", "Tuesdays and Thursdays at 20:00"],
  ["Sat to Tue", "Mondays, Tuesdays, Saturdays and Sundays"],
  ["weekly on Monday", "Mondays"],
  ["once a week on friday", "Fridays"],
  ["monday to sunday", "every day"],
  ["weekly", "Saturdays"],
  ["every 2 weeks on Tuesday", "every 2 weeks on Tuesday from 1 December 2026"],
  ["every other tuesday", "every 2 weeks on Tuesday from 1 December 2026"],
  ["alternate tuesdays at 19:30", "every 2 weeks on Tuesday from 1 December 2026 at 19:30"],
  ["Tuesday, every two weeks", "every 2 weeks on Tuesday from 1 December 2026"],
  ["fortnightly on tue and fri", "every 2 weeks on Tuesday and Friday from 1 December 2026"],
  ["bi-weekly on Sunday", "every 2 weeks on Sunday from 29 November 2026"],
  ["every 3 weeks on weekends", "every 3 weeks on Saturday and Sunday from 28 November 2026"],
  ["every 3 weeks on Mon from 9 Dec 2026", "every 3 weeks on Monday from 14 December 2026"],
  ["Mondays from 4 January", "every week on Monday from 4 January 2027"],
  ["first Sunday of the month", "first Sunday of the month"],
  ["every first sunday", "first Sunday of the month"],
  ["1st and 3rd Sunday", "first and third Sunday of the month"],
  ["monthly on the second Tuesday 6pm", "second Tuesday of the month at 18:00"],
  ["second to last Friday", undefined],
  ["last Friday", "last Friday of the month"],
  ["every last Friday of the month", "last Friday of the month"],
  ["the 15th of each month", "the 15th of the month"],
  ["every 15th of the month", "the 15th of the month"],
  ["monthly on 15", "the 15th of the month"],
  ["day 15 of every month", "the 15th of the month"],
  ["monthly on the 1st and 15th", "the 1st and 15th of the month"],
  ["last day of the month", "the last day of the month"],
  ["every 3 days", "every 3 days from 28 November 2026"],
  ["every third day", "every 3 days from 28 November 2026"],
  ["every other day at midnight", "every 2 days from 28 November 2026 at 00:00"],
  ["every 10 days starting on Dec 1st", "every 10 days from 1 December 2026"],
  ["once on 1 Dec 2026", "once on 1 December 2026"],
  ["once on 2026-12-01 at 8", "once on 1 December 2026 at 08:00"],
  ["1 Dec", "once on 1 December 2026"],
  ["once on March 3rd", "once on 3 March 2027"],
  ["29 February", "once on 29 February 2028"],
  ["tomorrow 7pm", "once on 29 November 2026 at 19:00"],
  ["once on Tuesday", "once on 1 December 2026"],
  [
    "once on 1.12.2026 8.15",
    ["once on 1 December 2026 at 08:15", "once on 12 January 2026 at 08:15"],
  ],
  [
    "every second Tuesday",
    ["every 2 weeks on Tuesday from 1 December 2026", "second Tuesday of the month"],
  ],
  ["every day at 25", { unreadableTime: "25" }],
  ["mondays at teatime", { unreadableTime: "teatime" }],
  ["every 3 months", undefined],
  ["every third month", undefined],
  ["every 0 days", undefined],
  ["every 367 days", undefined],
  ["when the moon is full", undefined],
  ["December 2026", undefined],
  ["first Monday and Thursday", undefined],
  ["the 32nd of the month", undefined],
  ["twice a week", undefined],
  ["every", undefined],
  ["", undefined],
])("“%s” is understood as %j", (typed, meaning) => {
  expect(read(typed)).toEqual(typeof meaning === "string" ? [meaning] : meaning);
});

test.each<readonly [string, string | undefined]>([
  ["08:00", "08:00"],
  ["8am", "08:00"],
  ["8 pm", "20:00"],
  ["8 P.M.", "20:00"],
  ["noon", "12:00"],
  ["12 noon", "12:00"],
  ["midnight", "00:00"],
  ["12am", "00:00"],
  ["12:05 pm", "12:05"],
  ["20.30", "20:30"],
  ["20h30", "20:30"],
  ["7h", "07:00"],
  ["0815", "08:15"],
  ["8", "08:00"],
  ["at 8 o’clock", "08:00"],
  ["２０：３０", "20:30"],
  ...["24:00", "13pm", "0am", "8:60", "25", "8:5", "half past eight", "1230000", ""].map(
    (typed) => [typed, undefined] as const,
  ),
])("“%s” is the time %s", (typed, time) => {
  expect(parseTimeOfDay(typed)).toBe(time);
});

const LANGUAGES = CATALOGUE_LANGUAGES.map((language) => ({
  language,
  t: translation(language),
}));

describe.each(LANGUAGES)("in the language of a catalogue: $language", ({ t }) => {
  test("the words for a cadence and a time are read back as the same ones", () => {
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(ANY_CADENCE, time, (cadence, parts) => {
        const [hour, minute] = parts.map((one) => String(one).padStart(2, "0"));
        const clock = `${hour}:${minute}`;
        const words = typedCadence(cadence, undefined, t);
        expect(parseCadence(words, TODAY), words).toEqual({ readings: [cadence] });
        const timed = typedCadence(cadence, clock, t);
        expect(parseCadence(timed, TODAY), timed).toEqual({ readings: [cadence], time: clock });
        expect(translateCadence(typedCadence(cadence, clock), t)).toBe(timed);
      }),
      { numRuns: runs(60) },
    );
  });

  test.each(WEEK)("completions of the beginning of weekday %i have it, and can be typed", (day) => {
    const offered = completeCadence(t(`weekday.${day}`).slice(0, 2), TODAY, t);
    expect(offered.map(({ readings }) => readings)).toContainEqual([{ kind: "weekly", on: [day] }]);
    for (const { readings } of offered.slice(0, runs(10))) {
      expect(parseCadence(typedCadence(readings[0], undefined, t), TODAY)).toEqual({ readings });
    }
  });
});

test.each([
  ["매일", "every day"],
  ["매일 오전 9시", "every day at 09:00"],
  ["날마다 저녁 7시 반에", "every day at 19:30"],
  ["평일", "weekdays"],
  ["주중 아침 8시", "weekdays at 08:00"],
  ["월요일부터 금요일까지", "weekdays"],
  ["월~금", "weekdays"],
  ["주말", "weekends"],
  ["토, 일", "weekends"],
  ["월요일과 목요일", "Mondays and Thursdays"],
  ["매주 월요일", "Mondays"],
  ["월수금", "Mondays, Wednesdays and Fridays"],
  ["화/목 20:30", "Tuesdays and Thursdays at 20:30"],
  ["격주 화요일", "every 2 weeks on Tuesday from 1 December 2026"],
  ["2주마다 화요일", "every 2 weeks on Tuesday from 1 December 2026"],
  ["12월 9일부터 3주에 한 번 월요일", "every 3 weeks on Monday from 14 December 2026"],
  ["격주 화요일 12월 1일부터", "every 2 weeks on Tuesday from 1 December 2026"],
  ["매월 첫째 일요일", "first Sunday of the month"],
  ["첫 번째 토요일", "first Saturday of the month"],
  ["마지막 금요일", "last Friday of the month"],
  ["매달 15일", "the 15th of the month"],
  ["매월 1일과 15일", "the 1st and 15th of the month"],
  ["말일", "the last day of the month"],
  ["3일마다", "every 3 days from 28 November 2026"],
  ["이틀마다", "every 2 days from 28 November 2026"],
  ["2030년 12월 1일", "once on 1 December 2030"],
  ["12월 1일에 한 번", "once on 1 December 2026"],
  ["내일 오후 7시", "once on 29 November 2026 at 19:00"],
  ["다음 주 화요일", "once on 1 December 2026"],
  ["매일 25시", { unreadableTime: "25시" }],
  ["보름달이 뜨면", undefined],
  ["매년 12월 1일", undefined],
  ["0일마다", undefined],
])("“%s” is understood as %j", (typed, meaning) => {
  expect(read(typed)).toEqual(typeof meaning === "string" ? [meaning] : meaning);
});

test.each([
  ["오전 9시", "09:00"],
  ["오후 3시 30분", "15:30"],
  ["오후3시", "15:00"],
  ["아홉 시 반", "09:30"],
  ["정오", "12:00"],
  ["자정", "00:00"],
  ["낮 12시", "12:00"],
  ["낮 11시", "11:00"],
  ["밤 10시", "22:00"],
  ["밤 12시", "00:00"],
  ["밤 1시", "01:00"],
  ["새벽 2시 5분에", "02:05"],
  ["오전 12시", "00:00"],
  ["오후 8:30", "20:30"],
  ["21시", "21:00"],
  ["25시", undefined],
  ["오후", undefined],
  ["8시 75분", undefined],
])("“%s” is the time %s", (typed, time) => {
  expect(parseTimeOfDay(typed)).toBe(time);
});

describe("completion", () => {
  const complete = (typed: string) =>
    completeCadence(typed, TODAY).map(({ readings: [one], time }) => typedCadence(one, time));

  test.each([
    ["", "every day"],
    ["mon", "Mondays"],
    ["mon", "first Monday of the month"],
    ["mondays and th", "Mondays and Thursdays"],
    ["every 2", "every 2 days from 28 November 2026"],
    ["every 2 we", "every 2 weeks on Tuesday from 1 December 2026"],
    ["every 2 weeks on f", "every 2 weeks on Friday from 4 December 2026"],
    ["every other", "every 2 weeks on Tuesday from 1 December 2026"],
    ["second", "second Wednesday of the month"],
    ["last f", "last Friday of the month"],
    ["weekd", "weekdays"],
    ["fri at 8", "Fridays at 08:00"],
    ["once on 1 Dec", "once on 1 December 2026"],
  ])("of “%s” has “%s”", (typed, expected) => {
    expect(complete(typed)).toContain(expected);
  });

  test("begins with what was typed, if that is a cadence", () => {
    fc.assert(
      fc.property(ANY_CADENCE, (cadence) => {
        expect(complete(typedCadence(cadence))[0]).toBe(typedCadence(cadence));
      }),
      { numRuns: runs(20) },
    );
  });
});

test("misspelt words are corrected", () => {
  const corrected = (typed: string) =>
    correctCadence(typed, TODAY)?.readings.map((one) => typedCadence(one));
  expect(corrected("every tuseday")).toEqual(["Tuesdays"]);
  expect(corrected("frist Sunday of the mnth")).toEqual(["first Sunday of the month"]);
  expect(corrected("dialy")).toEqual(["every day"]);
  expect(corrected("fortnighly on Monday")).toEqual([
    "every 2 weeks on Monday from 30 November 2026",
  ]);
  expect(corrected("once on 1 Decmber 2030")).toEqual(["once on 1 December 2030"]);
  expect(corrected("evry week")).toEqual(corrected("every week"));
  expect(corrected("매주 월오일 오후 8시")).toEqual(["Mondays"]);
  expect(corrected("매닐")).toEqual(["every day"]);
  expect(corrected("격주 하요일")).toEqual(corrected("격주 화요일"));
  expect(corrected("when pigs fly")).toBeUndefined();
  expect(corrected("돼지가 날 때")).toBeUndefined();
});

test("a misspelt word of a cadence is corrected, wherever it is", () => {
  fc.assert(
    fc.property(ANY_CADENCE, fc.nat(), (cadence, seed) => {
      const words = typedCadence(cadence).split(" ");
      const long = words.flatMap((word, index) => (/^[a-z]{5,}$/i.test(word) ? [index] : []));
      const chosen = long[seed % Math.max(1, long.length)];
      if (chosen === undefined) return;
      const typed = words.map((word, index) =>
        index === chosen ? `${word.slice(0, 2)}${word.slice(3)}` : word,
      );
      const corrected = correctCadence(typed.join(" "), TODAY)?.readings;
      expect(corrected, typed.join(" ")).toContainEqual(cadence);
    }),
    { numRuns: runs(40) },
  );
});

test("any text is read without an error, and what it is understood as has dates", () => {
  const words =
    "every other first last day week month monday tue 2 3rd on at 8 8am from to 1 dec 2026 once - / , and".split(
      " ",
    );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(fc.constantFrom(...words), { maxLength: 7 }).map((all) => all.join(" ")),
      ),
      (typed) => {
        const parsed = parseCadence(typed, TODAY);
        completeCadence(typed, TODAY);
        correctCadence(typed, TODAY);
        if (parsed === undefined || !("readings" in parsed)) return;
        for (const cadence of parsed.readings) {
          const day = cadence.kind === "once" ? dayOfDate(cadence.on) : TODAY;
          const [from, to] = [formatIsoDay(day), formatIsoDay(day + 800)];
          expect(localDatesOf(cadence, from, to), typed).not.toEqual([]);
        }
      },
    ),
    { numRuns: runs(40) },
  );
});
