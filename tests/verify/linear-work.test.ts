import process from "node:process";
import { expect, test } from "vitest";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import { createVerifier } from "../../src/verify/verifier.ts";
import { countWork } from "../count-work.ts";
import { libraryOf } from "../library.ts";

const library = libraryOf({ "a.md": "The keeper lit the lamp at dusk, and a boat answered him." });
const { verify } = createVerifier(
  library.passagePositions(),
  createAnalyzer(library.corpus.language),
);

/** Returns the least processor time of some verdicts on a text, in microseconds. */
function timeFor(text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    verify(text);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  });
  return Math.min(...times);
}

test.each([
  "a",
  "天",
  "ก",
  "א",
  "’a",
  "”",
  "”.",
  "'",
  "“",
  "a’",
  "اب",
  "a\u00ad",
  "a-",
  "a*b",
  "a__",
  "&a",
  "> ",
  "\u0e4d",
  "\u0301",
  "… ",
  "…”",
  "漢(",
  " \u3000",
  "👍 ",
  "#ab ",
  ":ab: ",
  "<t:1> ",
  "www.a ",
  "(略)",
  "~ ",
])("a text that is only %j takes time in proportion to its length", (unit) => {
  const textOf = (length: number) => unit.repeat(length / unit.length);
  // In quadratic time, it would be 256 times as much.
  expect(timeFor(textOf(8000))).toBeLessThan(80 * timeFor(textOf(500)) + 10_000);
});

test.each(["天", "ก ", "ā ", "가", "اب "])(
  "a text that is only %j folds no more than its different words",
  (unit) => {
    verify(unit);
    const work = countWork();
    verify(unit.repeat(2000));
    expect(work.take()).toBeLessThan(10 * 2000 * unit.length);
  },
);
