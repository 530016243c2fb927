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

/** How often a text is verified before times are measured. */
const WARMING = 8;

/** Returns the least processor time of some runs, in microseconds. */
function timeOf(run: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    run();
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
  // Code that is not compiled yet would make the bound too high.
  for (let warm = 0; warm < WARMING; warm += 1) verify(textOf(500));
  // In quadratic time, it would be 256 times as much.
  const timeFor = (length: number) => timeOf(() => verify(textOf(length)));
  expect(timeFor(8000)).toBeLessThan(80 * timeFor(500) + 10_000);
});

test.each([
  ["capital letters", "A"],
  ["words in capital letters", "DECLARATION CONCERNING INTERNATIONAL ADMINISTRATIVE COOPERATION "],
  ["capital letters in pairs", "AB’CD-EF "],
  ["capitalized words", "Declaration Concerning "],
  ["initials", "A. B.-C. "],
  ["dashes", "— "],
  ["digits", "1,2–"],
])(
  "a corpus with paragraphs that are only %s takes time in proportion to their length",
  (_, unit) => {
    const quoted = "The keeper lit the lamp … that he knew answered him at once";
    const timeFor = (length: number) => {
      const paragraphs = [
        "He promised his father that he would never sell the old house by the river.",
        ...Array.from({ length: 20 }, () => unit.repeat(length / unit.length)),
        "The keeper lit the lamp at dusk, and a boat that he knew answered him at once.",
      ];
      const { passagePositions } = libraryOf({ "a.md": paragraphs.join("\n\n") });
      const verifier = createVerifier(passagePositions(), createAnalyzer("en"));
      return timeOf(() => {
        expect(verifier.verify(quoted).kind).toBe("shortened");
        const named = verifier.verify(`MAYOR. ${quoted.replace("… that", "and a boat that")}`);
        expect(named.kind).not.toBe("none");
      });
    };
    // In quadratic time, it would be 64 times as much; in exponential time, it would not end.
    expect(timeFor(4000)).toBeLessThan(40 * timeFor(500) + 10_000);
  },
);

test.each(["天", "ก ", "ā ", "가", "اب "])(
  "a text that is only %j folds no more than its different words",
  (unit) => {
    verify(unit);
    const work = countWork();
    verify(unit.repeat(2000));
    expect(work.take()).toBeLessThan(10 * 2000 * unit.length);
  },
);
