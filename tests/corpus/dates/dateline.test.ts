import { expect, test } from "vitest";
import { parseDateline } from "../../../src/corpus/dates/dateline.ts";
import { LANGUAGES } from "../../../src/language/languages/index.ts";
import { sample } from "../../thoroughness.ts";

/** The months of which Croatian and Polish give each other’s name: a date without a language has none. */
const AMBIGUOUS_MONTH = /listopad/;

const MONTHS = Array.from({ length: 12 }, (_, month) => month);

test.each(LANGUAGES.map(({ tags: [tag] }) => tag))(
  "a dateline in the language is a place and a date, with a weekday and without: %s",
  (tag) => {
    for (const dateStyle of ["long", "full"] as const) {
      // The calendar that letters were dated by; digits of other scripts are another matter.
      const style = {
        dateStyle,
        calendar: "gregory",
        numberingSystem: "latn",
        timeZone: "UTC",
      } as const;
      const format = new Intl.DateTimeFormat(tag, style);
      for (const month of sample(MONTHS, 4)) {
        const day = new Date(Date.UTC(1850, month, 3 + month));
        const date = day.toISOString().slice(0, 10);
        const text = format.format(day).replace(/[\u200e\u200f]/g, "");
        expect([text, parseDateline(`Varna, ${text}`, tag)]).toEqual([
          text,
          { date, place: "Varna" },
        ]);
        if (AMBIGUOUS_MONTH.test(text)) continue;
        expect(parseDateline(text, undefined), text).toEqual({ date });
      }
    }
  },
);

test.each([
  ["Vienna, Nov. 2, 1793.", "1793-11-02", "Vienna"],
  ["[London, May 1817?]", "1817-05?", "London"],
  ["Zürich, Sonntag abends, den 4. Mai 1845", "1845-05-04", "Zürich"],
  ["Ferney, ce mardi 1er mars 1770", "1770-03-01", "Ferney"],
  ["Sevilla, a 5 de agosto de 1907", "1907-08-05", "Sevilla"],
  ["Roma, lì 12 marzo 1850", "1850-03-12", "Roma"],
  ["Amsterdam, den 3den mei 1888", "1888-05-03", "Amsterdam"],
  ["W Warszawie, dnia 3 maja 1888 r.", "1888-05-03", "Warszawie"],
  ["Samstag, Den Haag, 3 mei 1888", "1888-05-03", "Den Haag"],
  ["Петербург, 3 мая 1888 года", "1888-05-03", "Петербург"],
  ["서울, 1907년 8월 5일", "1907-08-05", "서울"],
  ["北京，1907年8月5日", "1907-08-05", "北京"],
  ["東京にて 1907年8月5日木曜日", "1907-08-05", "東京にて"],
])("a dateline has words beside the place and the date: %s", (line, date, place) => {
  expect(parseDateline(line, undefined)).toEqual({ date, place });
});

test("a date in numbers has the order of its language, if that has one", () => {
  expect(parseDateline("Weimar, 12.3.1801", "de")).toEqual({ date: "1801-03-12", place: "Weimar" });
  expect(parseDateline("London, 12.3.1801", "en")).toBeUndefined();
  expect(parseDateline("12.3.1801", undefined)).toBeUndefined();
});

test.each([
  "Das war im Jahr 1801 die Sache.",
  "Im Mai 1801 kam er nach Wien und blieb.",
  "En 1850 il vint à Paris avec sa mère.",
  "1907년 8월 5일 서울에서 그는 편지를 썼다.",
])("a sentence with a date is no dateline: %s", (line) => {
  expect(parseDateline(line, undefined)).toBeUndefined();
});
