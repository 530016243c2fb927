import process from "node:process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createAnalyzer } from "../../../src/language/analyzer.ts";
import { createVerifier } from "../../../src/verify/verifier.ts";
import { countWork } from "../../count-work.ts";
import { libraryOf } from "../../library.ts";
import { runs } from "../../thoroughness.ts";
import { verifierOf } from "../verifiers.ts";

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
  "“a” b ",
  "“a,” b, “",
  "<b>",
  "<sup>1",
])("a text that is only %j takes time in proportion to its length", (unit) => {
  const textOf = (length: number) => unit.repeat(length / unit.length);
  // Code that is not compiled yet would make the bound too high.
  for (let warm = 0; warm < WARMING; warm += 1) verify(textOf(500));
  // In quadratic time, it would be 256 times as much.
  const timeFor = (length: number) => timeOf(() => verify(textOf(length)));
  expect(timeFor(8000)).toBeLessThan(80 * timeFor(500) + 10_000);
});

test.each(["\n", "\u2028", " ", "\n "])(
  "a text with %j again and again between two words takes time in proportion to its length",
  (unit) => {
    const textOf = (length: number) => `“Oil” was sold${unit.repeat(length / unit.length)}— a b`;
    for (let warm = 0; warm < WARMING; warm += 1) verify(textOf(500));
    const timeFor = (length: number) => timeOf(() => verify(textOf(length)));
    // In quadratic time, it would be 256 times as much.
    expect(timeFor(8000)).toBeLessThan(80 * timeFor(500) + 10_000);
  },
);

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

test.each(["天", "ก"])(
  "a mix of true words and %j takes not much more time where the corpus repeats it again and again",
  (unit) => {
    const passage = "The keeper saw a boat at dusk, and it answered him.";
    const unitsOf = (length: number) => unit.repeat(Math.ceil(length / unit.length)).trim();
    const verifierOver = (length: number) => {
      const { passagePositions } = libraryOf({
        "a.md": `${unitsOf(length)}\n\n${passage}\n`,
        "b.md": `${unitsOf(length / 2)} and then it was quiet.\n`,
      });
      return createVerifier(passagePositions(), createAnalyzer("en"));
    };
    const third = unitsOf(1500);
    const mixes = [
      unitsOf(4000),
      `${passage} ${unitsOf(4000)}`,
      `${third} … ${third} … ${passage} … ${third}`,
    ];
    const timesOver = (length: number) => {
      const { verify } = verifierOver(length);
      return mixes.map((mix) => timeOf(() => verify(mix)));
    };
    const once = timesOver(1);
    for (const [index, time] of timesOver(20_000).entries()) {
      expect(time).toBeLessThan(10 * (once[index] ?? 0) + 200_000);
    }
  },
);

test("each copy of a text is judged as it would be alone, whatever is around it", () => {
  const around = fc.constantFrom("", "“", "~~", "(", "− ", "He said: ", "… ", "*");
  const copies = fc.array(fc.tuple(around, around), { minLength: 2, maxLength: 5 });
  const quotations = fc.constantFrom(
    "“−2 lamps were lit”",
    "−2 LAMPS WERE LIT.",
    "(2 lamps were lit)",
  );
  fc.assert(
    fc.property(copies, quotations, (all, quoted) => {
      const files = Object.fromEntries(
        all.map(([before, after], at) => [`a-${at}.md`, `${before}2 lamps were lit${after} here.`]),
      );
      const found = (of: Record<string, string>) => {
        const positions = libraryOf(of).passagePositions();
        const verdict = createVerifier(positions, createAnalyzer("en")).verify(quoted);
        return "occurrences" in verdict
          ? verdict.occurrences.map(({ stretch: [{ document, start, end }], differences }) => ({
              id: document.id,
              start,
              end,
              differences,
            }))
          : [];
      };
      const alone = Object.entries(files).flatMap(([name, text]) => found({ [name]: text }));
      const together = found(files).toSorted((a, b) => a.id.localeCompare(b.id));
      expect(together).toEqual(alone);
    }),
    { numRuns: runs(50) },
  );
});

test("a long text that occurs in many documents takes no more time than in few", () => {
  const text = "The keeper lit the lamp at dusk, and a boat answered him. ".repeat(70).trim();
  const [few, many] = [4, 160].map((count) => {
    const names = Array.from({ length: count }, (_, at) => `a-${at}.md`);
    const copies = Object.fromEntries(names.map((name) => [name, text]));
    const verifier = verifierOf(libraryOf(copies));
    expect(verifier.verify(text)).toMatchObject({ kind: "exact", occurrences: { length: count } });
    return timeOf(() => verifier.verify(text.toUpperCase()));
  });
  expect(many).toBeLessThan(3 * (few ?? 0) + 20_000);
});

test("a word with which many headings begin takes no more time than any other", () => {
  const verifierWith = (first: string) => {
    const sections = Array.from(
      { length: 2000 },
      (_, at) => `## ${first} ${at} lamps\n\nWords ${at}.`,
    );
    const { passagePositions } = libraryOf({ "a.md": `${sections.join("\n\n")}\n` });
    return createVerifier(passagePositions(), createAnalyzer("en"));
  };
  const [others, same] = ["Some", "The"].map((first) => {
    const verifier = verifierWith(first);
    const verifyOnce = () => verifier.verify("the ".repeat(1500));
    return timeOf(verifyOnce);
  });
  expect(same).toBeLessThan(3 * (others ?? 0) + 10_000);
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

test("unknown words are looked up in other spellings once each, up to a number of lookups", () => {
  const passagePositions = library.passagePositions();
  let lookups = 0;
  const { positions } = passagePositions;
  const counting = {
    ...passagePositions,
    positions: {
      ...positions,
      wordIdsOf(text: string) {
        lookups += 1;
        return positions.wordIdsOf(text);
      },
    },
  };
  const counted = createVerifier(counting, createAnalyzer("en"));
  const lookupsFor = (words: readonly string[]) => {
    lookups = 0;
    counted.verify(words.join(" "));
    return lookups;
  };
  const letters = [..."بتثجحخدذرزسشصضطظعغفقكلمنهوي"];
  const words = letters.flatMap((one) => letters.map((other) => `ا${one}ا${other}ا`));
  const once = lookupsFor(words.slice(0, 1));
  expect(lookupsFor(Array.from({ length: 600 }, () => "السلام"))).toBeLessThan(3 * 600 + 3 * once);
  expect(lookupsFor(words.slice(0, 600))).toBeLessThan(3 * 600 + 60 * once);
});
