import edtf from "edtf";
import { describe, expect, test } from "vitest";

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
