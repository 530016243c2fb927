import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

/** Lines of verse, with a number in none of them. */
const verse = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `And the ${"keeper pilot widow".split(" ")[index % 3]} saw the ${"north south cape shore".split(" ")[index % 4]}`,
  );

const GUTTER = 6;

/** Writes lines with the number of every fifth one, or of others. */
function withNumbers(
  lines: readonly string[],
  step: number,
  side: "left" | "right" | "right, ragged" | "tab",
): readonly string[] {
  return lines.map((line, index) => {
    const number = (index + 1) % step === 0 ? String(index + 1) : "";
    if (side === "left") return `${number.padEnd(GUTTER)}${line}`;
    if (number === "") return line;
    if (side === "tab") return `${line}\t${number}`;
    return `${side === "right" ? line.padEnd(50) : `${line}   `}${number}`;
  });
}

test("The numbers of every third line of a poem or of fewer are marks, and no words", async () => {
  const poems = fc.array(fc.integer({ min: 10, max: 44 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      poems,
      fc.constantFrom(3, 4, 5, 10),
      fc.constantFrom("left" as const, "right" as const, "right, ragged" as const, "tab" as const),
      fc.constantFrom(0, 4, 5),
      async (counts, step, side, stanza) => {
        fc.pre(counts.every((count) => count >= 2 * step));
        const text = counts.map((count) => {
          const lines = withNumbers(verse(count), step, side);
          return lines
            .map((line, index) => (stanza > 0 && (index + 1) % stanza === 0 ? `${line}\n` : line))
            .join("\n");
        });
        const manuscript = await importManuscript("a.txt", `${text.join("\n\n")}\n`);
        expect(textsOf(manuscript).join("\n").split("\n")).toEqual(counts.flatMap(verse));
        const marked = counts.reduce((sum, count) => sum + Math.floor(count / step), 0);
        expect(manuscript.remarks.map(inEnglish)).toContain(
          `Line numbers (${marked}) were taken out of the words.`,
        );
      },
    ),
    { numRuns: runs(60) },
  );
});

test("Numbers at the edges of lines that do not count them are words", async () => {
  const rows = fc.array(fc.tuple(fc.constantFrom("Oil", "Rope", "Bread for us"), fc.nat(60)), {
    minLength: 3,
    maxLength: 20,
  });
  const steady = fc
    .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 3, max: 12 }))
    .map(([step, count]) =>
      Array.from({ length: count }, (_, index) => ["Oil", step * (index + 1)] as const),
    );
  await fc.assert(
    fc.asyncProperty(fc.oneof(rows, steady), fc.boolean(), async (entries, isBefore) => {
      const lines = entries.map(([name, number]) =>
        isBefore ? `${number} ${name} of the lamp` : `${`${name} of the lamp`.padEnd(40)}${number}`,
      );
      fc.pre(!isBefore || entries.some(([, number], index) => number !== index + 1));
      const manuscript = await importManuscript("a.txt", `The list:\n\n${lines.join("\n")}\n`);
      const numbersIn = (text: string) => text.match(/\d+/g) ?? [];
      expect(numbersIn(textsOf(manuscript).join(" "))).toEqual(numbersIn(lines.join(" ")));
    }),
    { numRuns: runs(80) },
  );
});

test("The number of a page below its numbered lines is its mark, and another number alone is a word", async () => {
  const page = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => `${String(index + 1).padStart(2)}  and the keeper saw the ships`,
    );
  const own = "and the keeper saw the ships";
  for (const number of ["                    12", "- 12 -"]) {
    const text = [...page(10), number, "", ...page(4)].join("\n");
    const manuscript = await importManuscript("a.txt", text);
    expect(textsOf(manuscript).join(" ")).toBe(Array.from({ length: 14 }, () => own).join(" "));
    expect(manuscript.remarks.map(inEnglish)).toContain(
      "Page numbers of the print (1) were taken out of the words.",
    );
  }
  const last = await importManuscript(
    "a.txt",
    [...page(10), "", "1907", "", "It was lit."].join("\n"),
  );
  expect(textsOf(last)).toContain("1907");
});

test("The numbers of lines do not divide words, nor end paragraphs", async () => {
  const lines = [
    "The keeper of the lamp went down to the shore and",
    "he looked at the boats that had come in the reme-",
    "mbered storm, and at those that had not come in at",
    "all, and he thought of the extraordinary congrega-",
    "tion of the people of the town on the pier, and he",
    "went home again when all of them had gone to their",
    "houses. ",
  ];
  const text = Array.from({ length: 6 }, () => lines)
    .flat()
    .map((line, index) => (index % 5 === 4 ? `${line.trim()}     ${index + 1}` : line.trim()));
  const manuscript = await importManuscript("a.txt", text.join("\n"));
  const words = lines
    .join(" ")
    .replaceAll("reme- mbered", "remembered")
    .replace("congrega- tion", "congregation");
  expect(textsOf(manuscript)).toEqual(Array.from({ length: 6 }, () => words.trim()));
});

test("The numbers of stanzas are marks if they count on from 1, and those of a list are words", async () => {
  const stanza = fc.record({
    first: fc.stringMatching(/^[A-Z][a-z]{2,6} [a-z]{2,6}$/),
    others: fc.array(fc.stringMatching(/^[A-Z][a-z]{2,6} [a-z]{2,6}$/), {
      minLength: 1,
      maxLength: 5,
    }),
  });
  const layout = fc.record({
    stanzas: fc.array(stanza, { minLength: 3, maxLength: 8 }),
    point: fc.constantFrom("", "."),
    isList: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(layout, async ({ stanzas, point, isList }) => {
      const text = stanzas
        .map(({ first, others }, at) => {
          const below = isList ? others.map((line) => line.toLowerCase()) : others;
          return [`${at + 1}${point} ${first}`, ...below].join("\n    ");
        })
        .join("\n\n");
      const texts = textsOf(await importManuscript("a.txt", text)).join("\n");
      const words = stanzas.flatMap(({ first, others }) => [first, ...others]).join("\n");
      if (isList) expect(texts).toMatch(/\d/);
      else expect(texts).toBe(words);
    }),
    { numRuns: runs(40) },
  );
});

test("A number between dashes is that of a page, unless such numbers count from 1", async () => {
  const pages = (first: number) =>
    ["The keeper lit the lamp.", "Three boats came home.", "Snow."]
      .map((line, at) => `${line}\n\n- ${first + at} -`)
      .join("\n\n");
  expect(textsOf(await importManuscript("a.txt", pages(5))).join(" ")).not.toMatch(/\d/);
  expect(textsOf(await importManuscript("a.txt", `${pages(1)}\n\nThaw.`)).join(" ")).toContain("1");
});
