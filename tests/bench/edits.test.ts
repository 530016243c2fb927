import fc from "fast-check";
import { expect, test } from "vitest";
import { bare } from "../../bench/brute-force.ts";
import { createDraw } from "../../bench/draw.ts";
import { repunctuated } from "../../bench/edits.ts";

const TEXT =
  "“We count 1,000 ships,” said the well-known keeper — twenty of them 'ours', the Board's…";

test("punctuation changed for the benchmark changes no word", () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      expect(bare(repunctuated(TEXT, createDraw(seed)))).toBe(bare(TEXT));
    }),
  );
});
