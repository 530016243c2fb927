import fc from "fast-check";
import { expect, test } from "vitest";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import { findTerms, makeExcerpt } from "../../src/search/excerpt.ts";
import { runs } from "../thoroughness.ts";

test("the matches of an excerpt are those of the whole text, wherever the excerpt begins and ends", () => {
  const word = fc.constantFrom(
    ..."gale gales lampgale unlamp lamp Lampen habló hablo 등대가 灯台守 ประภาคาร 10² café".split(
      " ",
    ),
  );
  const textWith = (...gaps: string[]) =>
    fc
      .array(fc.tuple(word, fc.constantFrom(...gaps)), { minLength: 60, maxLength: 120 })
      .map((parts) => parts.flat().join(""));
  // An excerpt of a sentence without spaces begins and ends within words.
  const text = fc.oneof(textWith("-", "-", "-", ""), textWith(" ", " ", " ", ". ", "", "。"));
  fc.assert(
    fc.property(
      fc.constantFrom("en", "es", "de", "ko", "ja", "th"),
      text,
      fc.subarray(["gale", "lamp", "habló", "등대", "灯台", "ประภาคาร", "café"], { minLength: 1 }),
      fc.func(fc.boolean()),
      (language, text, sought, isKnown) => {
        const analyzer = createAnalyzer(language);
        const terms = sought.flatMap((word) => analyzer.wordsOf(word).map(({ term }) => term));
        const words = findTerms(text, terms, analyzer);
        const { start, end, matches } = makeExcerpt(text, {
          language,
          phrases: [],
          wordOffsets: () => words.map((word) => word.start).filter((at) => isKnown(at)),
          findWords: (part) => findTerms(part, terms, analyzer),
        });
        const within = words.filter((word) => word.start >= start && word.end <= end);
        expect(offsetsIn(matches)).toEqual(offsetsIn(within));
      },
    ),
    { numRuns: runs(300) },
  );
});

/** Returns all offsets in ranges, which may overlap. */
function offsetsIn(ranges: readonly { readonly start: number; readonly end: number }[]) {
  const offsets = ranges.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, index) => start + index),
  );
  return [...new Set(offsets)].sort((a, b) => a - b);
}
