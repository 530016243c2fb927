import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import { createVerifier } from "../../src/verify/verifier.ts";
import { libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";

const FILLER = Array.from({ length: 60 }, (_, at) => `${at + 1000} zyx`).join(", ");
const verdictOn = (printed: string, quoted: string) => {
  const library = libraryOf({ "a.md": `---\nlanguage: en\n---\n\n${printed}`, "b.md": FILLER });
  return createVerifier(library.passagePositions(), createAnalyzer("en")).verify(quoted);
};

const letter = fc.constantFrom(..."bcdfghknpqrstvxz");
const other = (one: string) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase());
const frame = fc.constantFrom<(symbol: string) => string>(
  (symbol) => `${symbol} = 12`,
  (symbol) => `12 < ${symbol}`,
  (symbol) => `${symbol} ∈ W`,
  (symbol) => `${symbol}(2)`,
  (symbol) => `f(${symbol})`,
  (symbol) => `${symbol}² ≥ 0`,
  (symbol) => `section 107(2)(${symbol})`,
);

describe("small and capital letters of symbols", () => {
  test("are those of variables and items", () => {
    fc.assert(
      fc.property(letter, fc.boolean(), frame, (small, isCapital, write) => {
        const symbol = isCapital ? small.toUpperCase() : small;
        const sentence = (text: string) =>
          `In the study of the lamp we have ${text} at the harbour.`;
        const printed = sentence(write(symbol));
        expect(verdictOn(printed, printed).kind).toBe("exact");
        expect(verdictOn(printed, sentence(write(other(symbol))))).toMatchObject({
          kind: "altered",
          changes: expect.arrayContaining([expect.objectContaining({ isSame: false })]),
        });
        // A text in capitals has no other letters.
        expect(verdictOn(printed, printed.toUpperCase()).kind).not.toBe("exact");
      }),
      { numRuns: runs(60) },
    );
  });

  test.each([
    ["1013 hPa", "1013 HPA"],
    ["101.3 kPa", "101.3 kpa"],
    ["17 k", "17 K"],
    ["12 MHz", "12 mhz"],
    ["5mW", "5MW"],
    ["Bb5", "bb5"],
    ["bxc3", "Bxc3"],
    ["Nf3", "nf3"],
  ])("are those of units and moves: %s, %s", (one, another) => {
    const sentence = (text: string) => `Then the keeper noted ${text} in the log of that day.`;
    expect(verdictOn(sentence(one), sentence(one)).kind).toBe("exact");
    expect(verdictOn(sentence(one), sentence(another)).kind).toBe("altered");
    expect(verdictOn(sentence(one), sentence(one).toUpperCase()).kind).toBe("typography");
  });

  test.each([
    ["In 1907 a man lit the lamp of the tower", "In 1907 A Man Lit The Lamp Of The Tower"],
    ["The 5th keeper lit the lamp of the tower", "The 5TH keeper lit the lamp of the tower"],
    ["Then I saw the lamp of the tower burn", "then i saw the lamp of the tower burn"],
    ["At 5 pm he lit the lamp of the tower", "At 5 PM he lit the lamp of the tower"],
  ])("are no others: %s", (printed, quoted) => {
    expect(verdictOn(`${printed}.`, quoted).kind).toBe("typography");
  });
});
