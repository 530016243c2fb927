import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findEllipses,
  splitAtEllipses,
  stripQuotesAndEllipses,
} from "../../src/verify/ellipsis.ts";

const ELLIPSES = [
  ...["…", "⋯", "...", "....", ". . .", ". . . .", "***", "* * *"],
  ...["(…)", "(...)", "[...]", "[. . .]", "[ ... ]", "[…]", "[-]", "[—]", "(--)"],
];

describe("an ellipsis", () => {
  test.each(ELLIPSES)("is one in whatever form: %s", (ellipsis) => {
    const text = `the lamp ${ellipsis} was lit`;
    expect(findEllipses(text)).toEqual([ellipsis]);
    expect(splitAtEllipses(text)).toEqual(["the lamp ", " was lit"]);
  });

  test.each(ELLIPSES)("at either end says only that the text goes on: %s", (ellipsis) => {
    expect(stripQuotesAndEllipses(`${ellipsis} the lamp was lit ${ellipsis}`)).toBe(
      "the lamp was lit",
    );
    expect(stripQuotesAndEllipses(`“${ellipsis} the lamp was lit ${ellipsis}”`)).toBe(
      "the lamp was lit",
    );
    expect(stripQuotesAndEllipses(`${ellipsis} “the lamp was lit” ${ellipsis}`)).toBe(
      "the lamp was lit",
    );
  });

  test.each([
    "the lamp. Lit",
    "the lamp.. lit",
    "the – lamp",
    "[the] lamp",
    "**bold** ***lamp***",
    "a*b",
  ])("is nothing else: %s", (text) => {
    expect(findEllipses(text)).toEqual([]);
    expect(stripQuotesAndEllipses(text)).toBe(text);
  });
});

describe("a bare quotation", () => {
  test.each([
    ["“the lamp”", "the lamp"],
    ["„the lamp“", "the lamp"],
    ["‚the lamp’", "‚the lamp’"],
    ["« the lamp »", "the lamp"],
    ["“‘the lamp’”", "the lamp"],
    ["the “lamp”", "the “lamp”"],
    ["“the lamp", "“the lamp"],
    ["", ""],
    ["“”", ""],
    ["…", ""],
    ["…5 ships", "5 ships"],
    ["… -5 degrees", "-5 degrees"],
    ["…-5 degrees", "…-5 degrees"],
  ])("of %s is %s", (quoted, text) => {
    expect(stripQuotesAndEllipses(quoted)).toBe(text);
  });

  test("is a part of it, and stays as it is", () => {
    const parts = fc.constantFrom("“", "”", "'", '"', "…", "...", "[. . .]", " ", "lamp", "5", "-");
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (all) => {
        const text = stripQuotesAndEllipses(all.join(""));
        expect(all.join("")).toContain(text);
        expect(stripQuotesAndEllipses(text)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
