import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSuperscript } from "../../../src/language/superscripts.ts";
import { runs } from "../../thoroughness.ts";
import { verdictAgainst } from "../verifiers.ts";

const raised = (text: string) => toSuperscript(text) ?? text;
const number = (min: number, max: number) => fc.integer({ min, max }).map(String);
const letter = fc.constantFrom(..."bcdmnpqtxyzABCV");

/** An expression with a number, and the words that are printed without it. */
type Expression = readonly [written: string, without: string];

const ion = fc
  .tuple(
    fc.constantFrom("Ca", "Fe", "Mg", "SO₄", "[Fe(CN)₆]", "Cu"),
    number(2, 4),
    fc.constantFrom(..."⁺⁻"),
  )
  .map(([name, charge, sign]): Expression => [name + raised(charge) + sign, name + sign]);

const isotope = fc
  .constantFrom(["U", 92], ["C", 6], ["Pu", 94], ["Co", 27], ["Sr", 38], ["H", 1], ["Ra", 88])
  .chain(([symbol, protons]) =>
    fc.tuple(
      fc.constant(`${symbol}`),
      number(2 * Number(protons), Math.floor(2.6 * Number(protons))),
      fc.boolean(),
    ),
  )
  .map(
    ([symbol, mass, isOld]): Expression => [
      isOld && Number(mass) >= 40 ? symbol + raised(mass) : raised(mass) + symbol,
      symbol,
    ],
  );

const power = fc
  .tuple(
    fc.oneof(
      letter,
      fc
        .tuple(letter, fc.constantFrom("+", "−", "·"), letter)
        .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
      fc
        .tuple(number(2, 900), fc.constantFrom("km", "m", "kg", "s", "км", "ft"))
        .map(([a, unit]) => `${a} ${unit}`),
      number(2, 2000),
      fc.constantFrom("E=mc", "x₁", "the f(x)", "(x - mean)", "(n-1)", "(ab)", "x[i]"),
    ),
    number(2, 9),
  )
  .map(([base, exponent]): Expression => [base + raised(exponent), base]);

const functionPower = fc
  .tuple(
    fc.constantFrom("sin", "cos", "log", "tan"),
    fc.constantFrom("²", "³"),
    fc.constantFrom(" x", "(n)", " 2θ"),
  )
  .map(([name, exponent, argument]): Expression => [name + exponent + argument, name + argument]);

const negativePower = fc
  .tuple(number(2, 99), number(1, 30))
  .map(([base, exponent]): Expression => [`${base}⁻${raised(exponent)}`, `${base}⁻`]);

const code = fc
  .tuple(
    fc.constantFrom("list", "rows", "table", "args"),
    number(0, 99),
    fc.constantFrom(".name", ".length", "(x)", "_b", "/2", " = x", " + 2"),
  )
  .map(([name, index, rest]): Expression => [`${name}[${index}]${rest}`, name + rest]);

const index = fc
  .tuple(
    fc.oneof(letter, fc.constantFrom("next()", "rows[i]", "f(x)[j]", "my_list", "$names")),
    number(1, 99),
  )
  .map(([name, at]): Expression => [`${name}[${at}]`, name]);

const zero = fc.constantFrom<Expression>(["list[0]", "list"], ["args[00]", "args"]);

describe("a number that is a part of the words", () => {
  test.each([
    ["ion", ion],
    ["isotope", isotope],
    ["power", power],
    ["power of a function", functionPower],
    ["negative power", negativePower],
    ["index in code", code],
    ["index of a variable", index],
    ["first index", zero],
  ])("is never the number of a note that a quotation adds: %s", (_, expressions) => {
    fc.assert(
      fc.property(expressions, fc.constantFrom("is", "was", "and"), ([written, without], next) => {
        const sentence = (some: string) =>
          `The keeper found that ${some} ${next} in the log at dusk.`;
        const { kind } = verdictAgainst(
          sentence(written),
          sentence(without).replace(/[[\]_*]/g, "\\$&"),
        );
        expect([written, kind]).toEqual([written, "altered"]);
      }),
      { numRuns: runs(25) },
    );
  });
});

describe("the number of a note", () => {
  const words = "The keeper (of the tower) “lit” the lamp; in 1851, 40% of oil burned.".split(" ");
  test("is one after a word, a year or punctuation, raised or in brackets", () => {
    const printed = words.join(" ");
    const marks = fc.oneof(
      number(1, 199).map((note) => `[${note}]`),
      fc.tuple(number(1, 9), number(10, 19)).map(([a, b]) => `[${a}, ${b}]`),
      number(1, 199).map(raised),
      number(1, 99).map((note) => `⁽${raised(note)}⁾`),
      fc.tuple(number(1, 9), number(10, 19)).map(([a, b]) => `${raised(a)},${raised(b)}`),
    );
    fc.assert(
      fc.property(fc.nat(words.length - 1), marks, (at, mark) => {
        const word = words[at] ?? "";
        // A raised number after a digit is a power.
        fc.pre(word !== "1851," || mark.startsWith("["));
        const quoted = words.with(at, word + mark).join(" ");
        const verdict = verdictAgainst(quoted, printed);
        expect([quoted, verdict]).toMatchObject([
          quoted,
          { kind: "exact", marks: expect.arrayContaining([{ kind: "note-number", text: mark }]) },
        ]);
      }),
      { numRuns: runs(60) },
    );
  });

  test.each([
    "in 1851[3] and",
    "in 4345[12] and",
    "이³ and",
    "lamp[1][2] and",
    "lamp²[3] and",
    "lamp (kept)¹ and",
    "lamp (old)¹ and",
    "lamp (EU)² and",
    "keeper (1818-1851)³ and",
    "lamp (so-called)¹ and",
    "lamp [kept]¹ and",
    "lamp.¹ And",
    "灯塔[3] and",
  ])("is removed from “%s”", (written) => {
    const printed = written.replace(/\[\d+\]|[¹²³]/g, "");
    const sentence = (some: string) => `The keeper wrote of the ${some} of the oil.`;
    expect(verdictAgainst(sentence(written), sentence(printed)).kind).toBe("exact");
  });
});
