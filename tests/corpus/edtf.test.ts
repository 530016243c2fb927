import edtf, { Date as CalendarDate } from "edtf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../thoroughness.ts";

// The package is used directly: if one of these tests fails after an upgrade, then something has changed
// that it does not document and `src/corpus/date.ts` relies on.
describe("The package edtf, beyond what it documents,", () => {
  test.each([
    ["2019", 1],
    ["2019-08", 2],
    ["2019-08-05", 3],
    ["2019-08-05T10:00:00Z", 0],
  ])("gives %s the precision %i", (text, precision) => {
    expect(edtf(text)).toMatchObject({ type: "Date", precision });
  });

  test("makes the same date of numbers as of their text, and another of a day that never was", () => {
    const two = (number: number) => String(number).padStart(2, "0");
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 99 }),
        (year, month, day) => {
          const texts = [String(year).padStart(4, "0")];
          texts.push(`${texts[0]}-${two(month)}`, `${texts[0]}-${two(month)}-${two(day)}`);
          const made = [
            new CalendarDate([year]),
            new CalendarDate([year, month - 1]),
            new CalendarDate([year, month - 1, day]),
          ];
          for (const [index, text] of texts.entries()) {
            const date = made[index];
            const isReal =
              index < 2 || day === new Date(Date.UTC(2000, month - 1, day)).getUTCDate();
            if (isReal) expect(edtf(date?.edtf ?? "")).toEqual(date);
            if (!isReal) expect(date?.edtf).not.toBe(text);
          }
        },
      ),
      { numRuns: runs(50) },
    );
  });

  test("has the two dates of an interval in `lower` and `upper`", () => {
    expect(edtf("2019-08~/2019-09-05")).toMatchObject({
      type: "Interval",
      lower: { type: "Date", edtf: "2019-08~", approximate: { value: expect.any(Number) } },
      upper: { type: "Date", edtf: "2019-09-05", values: [2019, 8, 5] },
    });
  });

  test.each([
    ["open", "2019/..", { upper: Number.POSITIVE_INFINITY, max: Number.POSITIVE_INFINITY }],
    ["open", "../2019", { lower: Number.POSITIVE_INFINITY, min: Number.NEGATIVE_INFINITY }],
    ["unknown", "2019/", { upper: null, max: null }],
    ["unknown", "/2019", { lower: null, min: null }],
  ])("has no date for the %s end of %s", (_, text, end) => {
    const value = edtf(text);
    for (const [key, expected] of Object.entries(end)) {
      expect(Reflect.get(value, key)).toBe(expected);
    }
  });

  test("gives seasons and unspecified digits these values", () => {
    expect(edtf("2019-21")).toMatchObject({ type: "Season", values: [2019, 21] });
    expect(edtf("201X-08")).toMatchObject({ type: "Date", unspecified: { value: 8 } });
  });
});
