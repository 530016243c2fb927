import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { QUOTATION_MARKS } from "../../../src/language/quotation-marks.ts";
import {
  findEllipses,
  splitAtEllipses,
  stripQuotesAndEllipses,
} from "../../../src/verify/ellipsis.ts";
import { runs } from "../../thoroughness.ts";

const ELLIPSES = [
  ...["…", "⋯", "...", "....", ". . .", ". . . .", "***", "* * *"],
  ...[
    "(…)",
    "(...)",
    "[...]",
    "[. . .]",
    "[ ... ]",
    "[…]",
    "[-]",
    "[—]",
    "(--)",
    "[- - -]",
    "[..]",
  ],
  ...["……", "⋯⋯", "‥", "‥‥", "・・・", "。。。", "（…）", "［……］", "〔⋯〕", "<...>", "{…}"],
  ...["(中略)", "（略）", "［前略］", "〔後略〕", "(중략)", "（생략）", "[snip]", "(omitted)"],
];

test.each(QUOTATION_MARKS.map(([open, close]) => [open, close.charAt(0)] as const))(
  "a stop after closing marks belongs to the sentence around them: %s%s",
  (open, close) => {
    for (const stop of [".", ",", "; ", " ?"]) {
      const quoted = `${open}The lamp was lit.${close}${stop}`;
      expect(stripQuotesAndEllipses(quoted)).toBe("The lamp was lit.");
    }
  },
);

describe("an ellipsis", () => {
  test.each(ELLIPSES)("is recognised in the form %s", (ellipsis) => {
    const text = `the lamp ${ellipsis} was lit`;
    expect(findEllipses(text)).toEqual([ellipsis]);
    expect(splitAtEllipses(text)).toEqual(["the lamp ", " was lit"]);
  });

  test.each(ELLIPSES)("is stripped at either end: %s", (ellipsis) => {
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

  test.each(ELLIPSES.filter((ellipsis) => !ellipsis.includes("*")))(
    "is stripped at either end with a sign beside it: %s",
    (ellipsis) => {
      expect(stripQuotesAndEllipses(`, ${ellipsis} the lamp was lit, ${ellipsis},`)).toBe(
        "the lamp was lit,",
      );
    },
  );

  test.each(["-", "‐", "‑", "‒", "–", "−"])(
    "is kept before a sign that joins it to a number: %s",
    (sign) => {
      const text = `...${sign}10 degrees that night`;
      expect(stripQuotesAndEllipses(text)).toBe(text);
      expect(stripQuotesAndEllipses(`... ${sign}10 degrees`)).toBe(`${sign}10 degrees`);
    },
  );

  test.each([
    "the lamp. Lit",
    "the lamp.. lit",
    "the – lamp",
    "[the] lamp",
    "the (-) lamp",
    "lamp <-> lit",
    "lamp {---} lit",
    "(전략)을 lamp",
    "the lamp (전략) lit",
    "**bold** ***lamp***",
    "a*b",
  ])("is not found in “%s”", (text) => {
    expect(findEllipses(text)).toEqual([]);
    expect(stripQuotesAndEllipses(text)).toBe(text);
  });
});

describe("stripQuotesAndEllipses", () => {
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
    ["(전략) 그 배는", "그 배는"],
    ["…5 ships", "5 ships"],
    ["… -5 degrees", "-5 degrees"],
    ["…-5 degrees", "…-5 degrees"],
  ])("strips %j to %j", (quoted, text) => {
    expect(stripQuotesAndEllipses(quoted)).toBe(text);
  });

  test("returns a part of the text, and is idempotent", () => {
    const parts = fc.constantFrom("“", "”", "'", '"', "…", "...", "[. . .]", " ", "lamp", "5", "-");
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (chosen) => {
        const text = stripQuotesAndEllipses(chosen.join(""));
        expect(chosen.join("")).toContain(text);
        expect(stripQuotesAndEllipses(text)).toBe(text);
      }),
      { numRuns: runs(500) },
    );
  });
});
