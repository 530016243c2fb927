import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../thoroughness.ts";
import { verdictAgainst } from "../verifiers.ts";

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
        expect(verdictAgainst(printed, printed).kind).toBe("exact");
        expect(verdictAgainst(sentence(write(other(symbol))), printed)).toMatchObject({
          kind: "altered",
          changes: expect.arrayContaining([expect.objectContaining({ isSame: false })]),
        });
        // A text in capitals has no other letters.
        expect(verdictAgainst(printed.toUpperCase(), printed).kind).not.toBe("exact");
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
    expect(verdictAgainst(sentence(one), sentence(one)).kind).toBe("exact");
    expect(verdictAgainst(sentence(another), sentence(one)).kind).toBe("altered");
    expect(verdictAgainst(sentence(one).toUpperCase(), sentence(one)).kind).toBe("typography");
  });

  test.each([
    ["In 1907 a man lit the lamp of the tower", "In 1907 A Man Lit The Lamp Of The Tower"],
    ["The 5th keeper lit the lamp of the tower", "The 5TH keeper lit the lamp of the tower"],
    ["Then I saw the lamp of the tower burn", "then i saw the lamp of the tower burn"],
    ["At 5 pm he lit the lamp of the tower", "At 5 PM he lit the lamp of the tower"],
  ])("are no others: %s", (printed, quoted) => {
    expect(verdictAgainst(quoted, `${printed}.`).kind).toBe("typography");
  });
});
