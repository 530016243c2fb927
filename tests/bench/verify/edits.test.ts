import fc from "fast-check";
import { expect, test } from "vitest";
import { createDraw } from "../../../bench/draw.ts";
import { normalizeWords } from "../../../bench/verify/brute-force.ts";
import { repunctuate } from "../../../bench/verify/edits.ts";

const TEXT =
  "“We count 1,000 ships,” said the well-known keeper — twenty of them 'ours', the Board's…";

test("punctuation changed for the benchmark changes no word", () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      expect(normalizeWords(repunctuate(TEXT, createDraw(seed)))).toBe(normalizeWords(TEXT));
    }),
  );
});
