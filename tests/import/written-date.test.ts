import { expect, test } from "vitest";
import { parseWrittenDate } from "../../src/import/shared/written-date.ts";

test.each([
  ["2019-08-05", "2019-08-05"],
  ["2019-08-05T23:30:00-04:00", "2019-08-05"],
  ["2019-08-05 10:00", "2019-08-05"],
  ["Mon, 05 Aug 2019 10:00:00 GMT", "2019-08-05"],
  ["5 August 2019", "2019-08-05"],
  ["July, 1998", "1998-07"],
  ["2019/8/5", "2019-08-05"],
  ["20190805", "2019-08-05"],
  ["1787", "1787"],
  ["2018-09~", "2018-09~"],
  ["1811-05/..", "1811-05/.."],
  ["May 1811 to June 1812", "1811-05-01/1812-06-30"],
  ["-0044-03-15", "-0044-03-15"],
])("“%s” is parsed as %s", (text, edtf) => {
  expect(parseWrittenDate(text)).toBe(edtf);
});

test.each([
  "",
  "5/8/2019",
  "1998-02-30",
  "tomorrow",
  "August 5",
  "12",
  "99999",
  "../..",
  "2019-13",
])("“%s” is not a date, or is ambiguous", (text) => {
  expect(parseWrittenDate(text)).toBeUndefined();
});
