import { describe, expect, test } from "vitest";
import {
  type Day,
  dayOf,
  formatDay,
  formatIsoDay,
  formatPeriod,
  numericDateOf,
  parseEdtfDate,
} from "../../src/corpus/date.ts";

/** Formats a day as `2019-08-05`, even before the year 1 and at an open end. */
function formatAnyDay(day: Day): string {
  return Number.isFinite(day) ? formatIsoDay(day) : String(day);
}

/** Normalizes the spaces around the dash of a range, which depend on the version of Intl. */
function normalizeSpaces(label: string | undefined): string | undefined {
  return label?.replace(/\s/g, " ");
}

describe("parseEdtfDate returns the range of days and a label", () => {
  test.each([
    ["2019-08-05", "2019-08-05", "2019-08-05", "5 August 2019"],
    ["2020-02-29", "2020-02-29", "2020-02-29", "29 February 2020"],
    ["2019-08", "2019-08-01", "2019-08-31", "August 2019"],
    ["2020-02", "2020-02-01", "2020-02-29", "February 2020"],
    ["2019", "2019-01-01", "2019-12-31", "2019"],
    ["1000-01-01", "1000-01-01", "1000-01-01", "1 January 1000"],
    ["9999-12-31", "9999-12-31", "9999-12-31", "31 December 9999"],

    ["2019-08-05~", "2019-08-05", "2019-08-05", "about 5 August 2019"],
    ["2018-09~", "2018-09-01", "2018-09-30", "about September 2018"],
    ["2018~", "2018-01-01", "2018-12-31", "about 2018"],
    ["2018-09?", "2018-09-01", "2018-09-30", "September 2018 (uncertain)"],
    ["2018-09%", "2018-09-01", "2018-09-30", "about September 2018 (uncertain)"],
    ["?2004-06-11", "2004-06-11", "2004-06-11", "11 June 2004 (uncertain)"],
    ["2004-06~-11", "2004-06-11", "2004-06-11", "about 11 June 2004"],

    ["2019-08-05/2019-08-10", "2019-08-05", "2019-08-10", "5 – 10 August 2019"],
    ["2018-12-31/2019-01-01", "2018-12-31", "2019-01-01", "31 December 2018 – 1 January 2019"],
    ["2019-08/2019-10", "2019-08-01", "2019-10-31", "August 2019 to October 2019"],
    ["2019/2019-08-05", "2019-01-01", "2019-08-05", "2019 to 5 August 2019"],
    ["2019~/2020?", "2019-01-01", "2020-12-31", "about 2019 to 2020 (uncertain)"],
    ["2019-08-05~/2019-08-07", "2019-08-05", "2019-08-07", "about 5 August 2019 to 7 August 2019"],
    ["2019-08-05/..", "2019-08-05", "Infinity", "5 August 2019 or later"],
    ["2019-08-05/", "2019-08-05", "Infinity", "5 August 2019 or later"],
    ["../2019-08-05", "-Infinity", "2019-08-05", "5 August 2019 or earlier"],
    ["/2019-08-05", "-Infinity", "2019-08-05", "5 August 2019 or earlier"],

    ["2019-21", "2019-03-01", "2019-06-30", "spring 2019"],
    ["2019-24", "2019-12-01", "2020-03-31", "winter 2019"],
    ["2019-33", "2019-01-01", "2019-03-31", "2019-33"],
    ["2019-41", "2019-07-01", "2019-12-31", "2019-41"],

    ["-0044-03-15", "-0044-03-15", "-0044-03-15", "15 March 45 BC"],
    ["-0044", "-0044-01-01", "-0044-12-31", "45 BC"],
    ["0000", "0000-01-01", "0000-12-31", "1 BC"],
    ["0999-12-31", "0999-12-31", "0999-12-31", "31 December AD 999"],
    ["Y17000", "+017000-01", "+017000-12", "Y17000"],

    ["201X", "2010-01-01", "2019-12-31", "the 2010s"],
    ["200X", "2000-01-01", "2009-12-31", "2000–2009"],
    ["17XX", "1700-01-01", "1799-12-31", "the 18th century"],
    ["20XX", "2000-01-01", "2099-12-31", "the 21st century"],
    ["00XX", "0000-01-01", "0099-12-31", "the 1st century"],
    ["-04XX", "-0499-01-01", "-0400-12-31", "the 5th century BC"],
    ["007X", "0070-01-01", "0079-12-31", "AD 70–79"],
    ["-004X", "-0049-01-01", "-0040-12-31", "50–41 BC"],
    ["000X", "0000-01-01", "0009-12-31", "AD 1–9"],
    ["-0043-21", "-0043-03-01", "-0043-06-30", "spring 44 BC"],
    ["0079-22", "0079-06-01", "0079-09-30", "summer AD 79"],
    ["0079", "0079-01-01", "0079-12-31", "AD 79"],
    ["../1760", "-Infinity", "1760-12-31", "1760 or earlier"],
    ["1750~/1759~", "1750-01-01", "1759-12-31", "about 1750 to about 1759"],
    ["[1749,1750]", "1749-01-01", "1750-12-31", "1749 or 1750"],
    ["2019-XX", "2019-01-01", "2019-12-31", "2019-XX"],
    ["2019-02-XX", "2019-02-01", "2019-02-28", "2019-02-XX"],
    ["156X-12-25", "1560-12-25", "1569-12-25", "156X-12-25"],
    ["196", "1960-01-01", "1969-12-31", "196"],
    ["1950S2", "1950-01-01", "1950-12-31", "1950S2"],

    ["{2017,2019}", "2017-01-01", "2019-12-31", "{2017,2019}"],
    ["[2021,2019]", "2019-01-01", "2021-12-31", "2021 or 2019"],
    ["[2019..2021]", "2019-01-01", "2021-12-31", "[2019..2021]"],
    ["[2019,2018-02..2018-04]", "2018-02-01", "2019-12-31", "[2019,2018-02..2018-04]"],
    ["[..2019-08-05]", "-Infinity", "2019-08-05", "[..2019-08-05]"],
    ["{2019..}", "2019-01-01", "Infinity", "{2019..}"],
  ])("%s", (text, first, last, label) => {
    const date = parseEdtfDate(text);
    expect(date?.edtf).toBe(text);
    expect(date && formatAnyDay(date.first)).toContain(first);
    expect(date && formatAnyDay(date.last)).toContain(last);
    expect(normalizeSpaces(date?.label)).toBe(label);
  });
});

describe("parseEdtfDate ignores the time zone of a time of day", () => {
  test.each([
    "2019-08-05T10:00",
    "2019-08-05T10:00:00",
    "2019-08-05T10:00:00Z",
    "2019-08-05T23:30:00-05:00",
    "2019-08-05T00:30:00+09:00",
    "2019-08-05T24:00:00Z",
  ])("%s", (text) => {
    const day = Date.UTC(2019, 7, 5) / 86_400_000;
    expect(parseEdtfDate(text)).toEqual({
      edtf: text,
      first: day,
      last: day,
      label: "5 August 2019",
    });
  });
});

describe("parseEdtfDate rejects days that never existed", () => {
  test.each([
    "2019-02-29",
    "2019-02-29~",
    "?2019-02-29",
    "1900-02-29",
    "-2019-02-29",
    "2019-02-30",
    "2019-02-3X",
    "2019-04-31",
    "2019-08-00",
    "2019-08-32",
    "2019-00",
    "2019-13",
    "2019-99",
    "2019-02-29/2019-03-05",
    "2019-02-01/2019-02-29",
    "2019-02-29/..",
    "[2019-02-29,2020]",
    "2019-02-29T10:00:00Z",
    "2019-08-05T25:00:00Z",
    "2019-08-05T10:60:00Z",
    "2019-08-10/2019-08-05",
  ])("%s", (text) => {
    expect(parseEdtfDate(text)).toBeUndefined();
  });
});

describe("parseEdtfDate rejects text that is not EDTF", () => {
  test.each([
    "",
    " ",
    "hello",
    "5 August 2019",
    "5/8/2019",
    "2019-8-5",
    "2019-1",
    "20190805",
    "1565000000000",
    "99999",
    `1${"0".repeat(400)}`,
    "10000-01-01",
    "Y99999999999",
    "Y1E999",
    "2019-08-05x",
    "2019-08-05 ",
    "2019-08-05/2019-08-10/2019-08-15",
    "2019-08-05T",
    "２０１９-08-05",
    "2019–08–05",
  ])("%j", (text) => {
    expect(parseEdtfDate(text)).toBeUndefined();
  });
});

describe("Days and periods are formatted for readers", () => {
  const fifth = dayOf(Date.UTC(2019, 7, 5, 23, 59));

  test("a day", () => {
    expect(formatDay(fifth)).toBe("5 August 2019");
    expect(formatIsoDay(fifth)).toBe("2019-08-05");
    expect(formatDay(0)).toBe("1 January 1970");
    expect(formatDay(-1)).toBe("31 December 1969");
  });

  test.each([
    ["one day", 0, 0, "5 August 2019"],
    ["days of one month", 0, 5, "5 – 10 August 2019"],
    ["days of two months", 0, 30, "5 August – 4 September 2019"],
    ["no end", 0, Number.POSITIVE_INFINITY, "from 5 August 2019 on"],
    ["no beginning", Number.NEGATIVE_INFINITY, 0, "until 5 August 2019"],
  ])("%s", (_, before, after, label) => {
    expect(normalizeSpaces(formatPeriod({ first: fifth + before, last: fifth + after }))).toBe(
      label,
    );
  });
});

describe("numericDateOf converts", () => {
  const convert = (text: string) => {
    const date = parseEdtfDate(text);
    return date && numericDateOf(date);
  };
  const exact = (...ends: readonly (readonly number[])[]) => ({
    ends,
    isApproximate: false,
    isUncertain: false,
  });

  test.each([
    ["2019-08-05", exact([2019, 8, 5])],
    ["2019-08", exact([2019, 8])],
    ["2019", exact([2019])],
    ["0987-01-01", exact([987, 1, 1])],
    ["-0050", exact([-50])],
    ["1985-04-12T10:00:00Z", exact([1985, 4, 12])],
    ["2019-02-27/2019-03-01", exact([2019, 2, 27], [2019, 3, 1])],
    ["2018~", { ends: [[2018]], isApproximate: true, isUncertain: false }],
    ["2018-09?", { ends: [[2018, 9]], isApproximate: false, isUncertain: true }],
    ["2018%", { ends: [[2018]], isApproximate: true, isUncertain: true }],
    ["2018/2019~", { ends: [[2018], [2019]], isApproximate: true, isUncertain: false }],
    ["2018-21", { ends: [[2018]], season: 1, isApproximate: false, isUncertain: false }],
    ["2018-24", { ends: [[2018]], season: 4, isApproximate: false, isUncertain: false }],
  ])("%s", (text, expected) => {
    expect(convert(text)).toEqual(expected);
  });

  test.each(["201X", "2019-XX", "2019/..", "../2019", "[2018,2019]", "{2018,2019}", "2018-33"])(
    "not %s, which numbers cannot express",
    (text) => {
      expect(parseEdtfDate(text)).toBeDefined();
      expect(convert(text)).toBeUndefined();
    },
  );
});
