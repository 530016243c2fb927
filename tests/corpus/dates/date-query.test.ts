import { describe, expect, test } from "vitest";
import { formatIsoDay, parseEdtfDate } from "../../../src/corpus/date.ts";
import {
  type DateQuery,
  matchesDate,
  parseDateQuery,
} from "../../../src/corpus/dates/date-query.ts";

/** Describes a query briefly: its first and last day, “every” day or month, or its two readings. */
function describeQuery(query: DateQuery | undefined): string {
  switch (query?.kind) {
    case "period": {
      const { first, last } = query.period;
      const [from, until] = [first, last].map((day) =>
        Number.isFinite(day) ? formatIsoDay(day) : "…",
      );
      return from === until ? `${from}` : `${from} to ${until}`;
    }
    case "yearly":
      return `every ${query.label}`;
    case "ambiguous":
      return query.readings.join(" or ");
    case undefined:
      return "no date";
  }
}

describe("parses dates with a year", () => {
  test.each([
    // EDTF
    ["2019-08-05", "2019-08-05"],
    ["2019-08", "2019-08-01 to 2019-08-31"],
    ["2019", "2019-01-01 to 2019-12-31"],
    ["2018-09~", "2018-09-01 to 2018-09-30"],
    ["2019-08-05?", "2019-08-05"],
    ["201X", "2010-01-01 to 2019-12-31"],
    ["2004-06-XX", "2004-06-01 to 2004-06-30"],
    ["2018/2019", "2018-01-01 to 2019-12-31"],
    ["2018-06/2018-08", "2018-06-01 to 2018-08-31"],
    ["2019-08-05/2019-08-08", "2019-08-05 to 2019-08-08"],
    ["../2018", "… to 2018-12-31"],
    ["2018/..", "2018-01-01 to …"],
    ["1918-11-11", "1918-11-11"],

    // English, in any order
    ["Aug 5 2019", "2019-08-05"],
    ["Aug 5, 2019", "2019-08-05"],
    ["Aug. 5, 2019", "2019-08-05"],
    ["August 5th, 2019", "2019-08-05"],
    ["AUGUST 5 2019", "2019-08-05"],
    ["5 August 2019", "2019-08-05"],
    ["5 Aug 2019", "2019-08-05"],
    ["5th of August 2019", "2019-08-05"],
    ["the 5th of August, 2019", "2019-08-05"],
    ["on 5 August 2019", "2019-08-05"],
    ["  5 August 2019  ", "2019-08-05"],
    ["2019 August 5", "2019-08-05"],
    ["Monday, 5 August 2019", "2019-08-05"],
    ["5 August 2019 at 10am", "2019-08-05"],
    ["5. August 2019", "2019-08-05"],
    ["August 2019", "2019-08-01 to 2019-08-31"],
    ["Aug 2019", "2019-08-01 to 2019-08-31"],
    ["Sept 2018", "2018-09-01 to 2018-09-30"],
    ["in August 2019", "2019-08-01 to 2019-08-31"],
    ["in 2018", "2018-01-01 to 2018-12-31"],
    ["Feb 29 2020", "2020-02-29"],

    // numeric
    ["2019/8/5", "2019-08-05"],
    ["2019/08/05", "2019-08-05"],
    ["2019.08.05", "2019-08-05"],
    ["2019. 8. 5.", "2019-08-05"],
    ["2019-8-5", "2019-08-05"],
    ["20190805", "2019-08-05"],
    ["2019년 8월 5일", "2019-08-05"],
    ["2019년 8월", "2019-08-01 to 2019-08-31"],
    ["2019年8月5日", "2019-08-05"],
    ["13/8/2019", "2019-08-13"],
    ["8/13/2019", "2019-08-13"],
    ["13.08.2019", "2019-08-13"],
    ["5/5/2019", "2019-05-05"],
    ["8/2019", "2019-08-01 to 2019-08-31"],
    ["2019/8", "2019-08-01 to 2019-08-31"],

    // ranges
    ["5-10 August 2019", "2019-08-05 to 2019-08-10"],
    ["5 to 10 August 2019", "2019-08-05 to 2019-08-10"],
    ["Aug 5 - Aug 10, 2019", "2019-08-05 to 2019-08-10"],
    ["June to August 2018", "2018-06-01 to 2018-08-31"],
    ["June 2018 - August 2019", "2018-06-01 to 2019-08-31"],
    ["5 August 2018 – 2 March 2019", "2018-08-05 to 2019-03-02"],
    // in words
    ["the 1750s", "1750-01-01 to 1759-12-31"],
    ["18th century", "1700-01-01 to 1799-12-31"],
    ["before 1760", "… to 1760-12-31"],
    ["since 5 August 2018", "2018-08-05 to …"],
    ["c. 1749–51", "1749-01-01 to 1751-12-31"],
    ["5. Februar 1660", "1660-02-05"],
    ["79 AD", "0079-01-01 to 0079-12-31"],
    ["44 BC", "-0043-01-01 to -0043-12-31"],

    ["2018-2019", "2018-01-01 to 2019-12-31"],
    ["2018–2019", "2018-01-01 to 2019-12-31"],
    ["2018 to 2019", "2018-01-01 to 2019-12-31"],
    ["2019-08-05 to 2019-08-08", "2019-08-05 to 2019-08-08"],
  ])("%s", (typed, expected) => {
    expect(describeQuery(parseDateQuery(typed))).toBe(expected);
  });
});

test.each([
  ["Aug 5", "every 5 August"],
  ["5 August", "every 5 August"],
  ["5. August", "every 5 August"],
  ["on 5 August", "every 5 August"],
  ["August", "every August"],
  ["in August", "every August"],
  ["may", "every May"],
  ["Feb 29", "every 29 February"],
  ["13/8", "every 13 August"],
  ["8/13", "every 13 August"],
  ["5/5", "every 5 May"],
])("a date without a year recurs every year: %s", (typed, expected) => {
  expect(describeQuery(parseDateQuery(typed))).toBe(expected);
});

test.each([
  ["5/8/2019", "5 August 2019 or 8 May 2019"],
  ["05.08.2019", "5 August 2019 or 8 May 2019"],
  ["05-08-2019", "5 August 2019 or 8 May 2019"],
  ["5. 8. 2019", "5 August 2019 or 8 May 2019"],
  ["8/5/2019", "8 May 2019 or 5 August 2019"],
  ["5/8", "5 August or 8 May"],
  ["5.8.", "5 August or 8 May"],
])("a date that may be day first or month first is ambiguous: %s", (typed, readings) => {
  expect(describeQuery(parseDateQuery(typed))).toBe(readings);
});

test.each(["5/8/2019", "5/8"])("each reading of %s is an unambiguous query", (typed) => {
  const query = parseDateQuery(typed);
  const readings = query?.kind === "ambiguous" ? query.readings : [];
  expect(readings).toHaveLength(2);
  for (const reading of readings) {
    expect(parseDateQuery(reading)).toMatchObject({ label: reading });
  }
});

describe("rejects texts that are not dates", () => {
  test.each([
    "",
    "   ",
    "Kim",
    "Kim Jong Un",
    "May Day parade",
    "march on",
    "August 5 2019 parade",
    "the letter of August 5 2019",
    "drills",
    "two thousand",
    "Christmas",

    // relative to the current date, which must not affect results
    "today",
    "yesterday",
    "tomorrow",
    "now",
    "next Friday",
    "last August",
    "next month",
    "last year",
    "in 5 days",
    "2 weeks ago",
    "Sat",
    "Friday",
    "10am",
    "10:30",
    "noon",

    // impossible dates and ranges
    "31 February 2019",
    "2019-02-29",
    "29 February 2019",
    "30/2/2019",
    "99/99/2019",
    "2019/13/45",
    "2019-13",
    "0/0/2019",
    "2019-08-05/2019-08-01",
    "2019 to 2018",

    // incomplete, out of range, or more than one date
    "5",
    "12",
    "201",
    "5/8/19",
    "1.1.1",
    "the 5th",
    "../..",
    "Y170000002",
    "1565000000000",
    "June-August",
    "1 Aug 2019 and 5 Aug 2019",
    "a".repeat(300),
    "5 August 2019 ".repeat(20),
    "1/".repeat(150),
  ])("%s", (typed) => {
    expect(describeQuery(parseDateQuery(typed))).toBe("no date");
  });
});

test.each([
  ["Aug 5 2019", "5 August 2019"],
  ["2019-08", "August 2019"],
  ["2018-09~", "about September 2018"],
  ["5-10 August 2019", "5 – 10 August 2019"],
  ["2018 to 2019", "1 January 2018 – 31 December 2019"],
  ["../2018", "until 31 December 2018"],
  ["2018/..", "from 1 January 2018 on"],
])("the label of %s is %s", (typed, label) => {
  const query = parseDateQuery(typed);
  // Intl formats ranges with thin spaces around the dash.
  expect(query?.kind === "period" && query.label.replace(/\s/g, " ")).toBe(label);
});

test.each([
  // a period matches dates that may overlap it
  ["2019-08", "2019-08-05", true],
  ["2019-08-05", "2019-08", true],
  ["2019-08-05", "2019-09", false],
  ["2018 to 2019", "2019-12-31/2020-01-02", true],
  // a yearly date matches dates that may include it in any year
  ["Aug 5", "2019-08-05", true],
  ["Aug 5", "1907-08-05", true],
  ["Aug 5", "2019-08-06", false],
  ["Aug 5", "2019-08", true],
  ["Aug 5", "2019-09", false],
  ["Aug 5", "2019", true],
  ["Aug 5", "2019-08-03/2019-08-07", true],
  ["Jan 1", "2018-12-30/2019-01-02", true],
  ["Dec 31", "2018-12-30/2019-01-02", true],
  ["Feb 29", "2020-02", true],
  ["Feb 29", "2019-02", false],
  ["August", "2019-08-31/2019-09-02", true],
  ["August", "2018/..", true],
])("the query %s matches the date %s: %s", (typed, date, isMatch) => {
  const query = parseDateQuery(typed);
  const period = parseEdtfDate(date);
  if (query === undefined || query.kind === "ambiguous" || period === undefined) {
    throw new Error("Both must be unambiguous dates.");
  }
  expect(matchesDate(query, period)).toBe(isMatch);
});
