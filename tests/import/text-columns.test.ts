import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { notesOf, textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

const words = (texts: readonly string[]) => texts.join(" ").match(/[\p{L}\p{N}]+/gu) ?? [];

/** A word of a few letters, most of them small as in prose. */
const word = fc.stringMatching(/^[a-z]{2,9}$/);

/** The words of a sentence without its end. */
const sentence = fc
  .array(word, { minLength: 6, maxLength: 24 })
  .map(([first = "", ...others]) =>
    [first.replace(/^./, (letter) => letter.toUpperCase()), ...others].join(" "),
  );

const paragraph = fc
  .array(sentence, { minLength: 4, maxLength: 8 })
  .map((sentences) => sentences.map((one) => `${one}.`).join(" "))
  .filter((text) => text.length > 330);

/** Wraps words to lines of at most `width` characters. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const one of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + one.length > width) lines.push(one);
    else lines.splice(-1, 1, `${last} ${one}`);
  }
  return lines;
}

const note = fc
  .array(fc.stringMatching(/^[a-z]{3,7}$/), { minLength: 2, maxLength: 4 })
  .map(([first = "", ...others]) => [
    first.replace(/^./, (letter) => letter.toUpperCase()),
    ...others.slice(0, -1),
    `${others.at(-1)}.`,
  ]);

test("Notes in a margin are notes, and the text beside them is read as if they were not there", async () => {
  const layout = fc.record({
    paragraphs: fc.array(fc.record({ text: paragraph, note: fc.option(note), at: fc.nat(2) }), {
      minLength: 2,
      maxLength: 5,
    }),
    first: note,
    width: fc.integer({ min: 44, max: 62 }),
    gap: fc.integer({ min: 3, max: 7 }),
    hanging: fc.nat(2),
    side: fc.constantFrom("left", "right"),
  });
  await fc.assert(
    fc.asyncProperty(layout, async ({ paragraphs, first, width, gap, hanging, side }) => {
      const noted = paragraphs.map((one, at) => (at === 0 ? { ...one, note: first } : one));
      const text = noted
        .map((one) => {
          const lines = wrap(one.text, width);
          const at = Math.min(one.at, lines.length - 5);
          return lines
            .map((line, index) => {
              const beside = index < at ? "" : (one.note?.[index - at] ?? "");
              if (side === "left") return beside.padEnd(8 + gap) + line;
              const shift = index > at ? hanging : 0;
              return (line.padEnd(width + gap + shift) + beside).trimEnd();
            })
            .join("\n");
        })
        .join("\n\n");
      const manuscript = await importManuscript("a.txt", text);
      const notes = noted.flatMap((one) => (one.note === null ? [] : [one.note.join(" ")]));
      expect(words(textsOf(manuscript))).toEqual(words(paragraphs.map((one) => one.text)));
      expect(notesOf(manuscript)).toEqual(notes);
      expect(manuscript.remarks.map(inEnglish).join()).toContain(
        notes.length === 1
          ? "1 note in the margin was"
          : `${notes.length} notes in the margin were`,
      );
    }),
    { numRuns: runs(60) },
  );
});

test("Two columns of prose are read one after the other", async () => {
  const layout = fc.record({
    columns: fc.tuple(
      fc.array(paragraph, { minLength: 2, maxLength: 4 }),
      fc.array(paragraph, { minLength: 2, maxLength: 4 }),
    ),
    width: fc.integer({ min: 30, max: 40 }),
    gap: fc.integer({ min: 3, max: 6 }),
    indentation: fc.integer({ min: 1, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(layout, async ({ columns, width, gap, indentation }) => {
      const [left = [], right = []] = columns.map((column) =>
        column.flatMap((one, at) =>
          at === 0 ? wrap(one, width) : wrap("_".repeat(indentation) + one, width),
        ),
      );
      const rows = Math.min(left.length, right.length);
      const lines = left
        .slice(0, rows)
        .map((line, at) => `${line.padEnd(width + gap)}${right[at] ?? ""}`.replaceAll("_", " "));
      const manuscript = await importManuscript("a.txt", lines.join("\n"));
      const columnWords = words([...left.slice(0, rows), ...right.slice(0, rows)]);
      expect(words(textsOf(manuscript))).toEqual(columnWords.map((one) => one.replaceAll("_", "")));
      expect(manuscript.remarks.map(inEnglish).join()).toContain("read column by column");
    }),
    { numRuns: runs(60) },
  );
});

/** Lines whose halves are set apart, as of Old English verse and of the Kalevala, from one column on or anywhere. */
const caesura = fc
  .record({
    halves: fc.array(fc.tuple(fc.stringMatching(/^[a-z]{3,7} [a-z]{3,9}$/), sentence), {
      minLength: 6,
      maxLength: 20,
    }),
    isAligned: fc.boolean(),
  })
  .map(({ halves, isAligned }) =>
    halves
      .map(([one, other]) => {
        const half = other.toLowerCase().split(" ").slice(0, 3).join(" ");
        return isAligned ? one.padEnd(22) + half : `${one}     ${half}`;
      })
      .join("\n"),
  );

const table = fc
  .array(fc.tuple(sentence, sentence), { minLength: 3, maxLength: 12 })
  .map((rows) =>
    rows
      .map(([item, price]) =>
        item.slice(0, 36).trim().padEnd(42).concat(price.split(" ").slice(0, 2).join(" ")),
      )
      .join("\n"),
  );

const contents = fc
  .array(fc.tuple(sentence, fc.integer({ min: 100, max: 300 })), { minLength: 4, maxLength: 12 })
  .map((entries) =>
    entries
      .map(([title, page]) => `${title.slice(0, 40).trim().padEnd(50)}Page ${page} above`)
      .join("\n"),
  );

const screenplay = fc
  .array(fc.tuple(sentence, sentence), { minLength: 3, maxLength: 8 })
  .map((speeches) =>
    speeches
      .map(
        ([speech, action]) =>
          `${" ".repeat(20)}Keeper\n${wrap(speech, 30)
            .map((line) => `${" ".repeat(10)}${line}`)
            .join("\n")}\n\n${wrap(action, 60).join("\n")}`,
      )
      .join("\n\n"),
  );

test.each([
  ["verses with a caesura", caesura],
  ["rows of a table", table],
  ["entries of a table of contents", contents],
  ["speeches of a screenplay", screenplay],
])("The words of %s stay in their order", async (_, texts) => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const manuscript = await importManuscript("a.txt", text);
      expect(words(textsOf(manuscript))).toEqual(words([text]));
      expect(notesOf(manuscript)).toEqual([]);
    }),
    { numRuns: runs(60) },
  );
});

test("A margin beside verses has a sentence over several lines", async () => {
  const manuscript = await importManuscript(
    "a.txt",
    `It is the old keeper of the pier,            The keeper stops
And he holds one of the three.               three young men
“By the long lamp and by the bell,           on their way.
Why do you hold me here?

The doors of the tower are open wide,
And I am next of kin;
The guests are met, the lamp is set:
You hear the merry din.”`,
  );
  expect(notesOf(manuscript)).toEqual(["The keeper stops three young men on their way."]);
  expect(textsOf(manuscript)[0]).toBe(
    "It is the old keeper of the pier,\nAnd he holds one of the three.\n“By the long lamp and by the bell,\nWhy do you hold me here?",
  );
});

test("A table in lines with gaps is said to be one that an editor should look at", async () => {
  const manuscript = await importManuscript(
    "a.txt",
    `Oil of whales for the tower lamp        five pounds
Bread for the keeper and his wife       two pounds
Rope for the bell of the old tower      one pound`,
  );
  expect(manuscript.remarks.map(inEnglish).join()).toContain("3 lines have wide gaps");
});

/** Wraps words to ragged lines that divide some words, as a font with letters of different widths has them. */
function wrapRagged(text: string, widths: readonly number[]): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== "") {
    const width = widths[lines.length % widths.length] ?? 40;
    if (rest.length <= width) return [...lines, rest];
    const space = rest.lastIndexOf(" ", width);
    const [, start = "", end = ""] = /^(\S*)(?:\s|$)/.exec(rest.slice(space + 1)) ?? [];
    const room = width - space - 2;
    const divides = end === "" && start.length >= 6 && room >= 3 && start.length - room >= 3;
    lines.push(rest.slice(0, divides ? space + 1 + room : space) + (divides ? "-" : ""));
    rest = rest.slice(divides ? space + 1 + room : space + 1);
  }
  return lines;
}

/** Two columns of divided words, each with a note at its foot, and how ragged their lines are. */
const dividedColumns = (raggedness: number) =>
  fc.record({
    columns: fc.tuple(paragraph, paragraph),
    notes: fc.tuple(sentence, sentence),
    widths: fc.array(fc.integer({ min: 40 - raggedness, max: 40 }), { minLength: 5, maxLength: 9 }),
    gap: fc.integer({ min: 4, max: 12 }),
  });

function writeColumns(
  [left, right]: readonly [readonly string[], readonly string[]],
  gap: number,
): string {
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, at) =>
    `${(left[at] ?? "").padEnd(41 + gap)}${right[at] ?? ""}`.trimEnd(),
  ).join("\n");
}

test("Notes at the feet of two columns are below the words of both", async () => {
  await fc.assert(
    fc.asyncProperty(dividedColumns(3), async ({ columns, notes, widths, gap }) => {
      const texts = columns.map((one) => wrapRagged(one, widths));
      const height = Math.min(...texts.map(({ length }) => length));
      const [left = [], right = []] = texts.map((lines, at) => [
        ...lines.slice(0, height - 1),
        `${lines[height - 1]?.replace(/\W+$/, "")}.${at + 1}`,
        ...wrapRagged(`  ${at + 1} ${notes[at]}.`, widths),
      ]);
      const expected = [left, right].flatMap((column) => column.slice(0, height));
      fc.pre(
        expected.filter((line) => line.endsWith("-")).length >= 3 &&
          expected.every((line) => line.length >= 34),
      );
      const manuscript = await importManuscript("a.txt", writeColumns([left, right], gap));
      const all = textsOf(manuscript).join("").replace(/\W/g, "");
      const body = expected.join("").replace(/[\W]/g, "");
      expect(all.replace(/\d/g, "")).toContain(body.replace(/\d/g, ""));
    }),
    { numRuns: runs(60) },
  );
});

test("Words of two columns are never joined over the gap, however ragged the lines are", async () => {
  await fc.assert(
    fc.asyncProperty(dividedColumns(24), async ({ columns, widths, gap }) => {
      const [left = [], right = []] = columns.map((one) => wrapRagged(one, widths));
      fc.pre(left.some((line) => line.endsWith("-")));
      const text = `${writeColumns([left, right], gap)}\n\n\nThe end.`;
      const manuscript = await importManuscript("a.txt", text);
      const inColumns = [left, right].map((column) => column.join("").replace(/\W/g, ""));
      const all = `${inColumns.join("")}Theend`;
      const strange = textsOf(manuscript).filter((one) => !all.includes(one.replace(/\W/g, "")));
      expect(strange).toEqual([]);
    }),
    { numRuns: runs(60) },
  );
});

test("A note in a margin goes on below the paragraph beside which it begins", async () => {
  const layout = fc.record({
    texts: fc.array(paragraph, { minLength: 2, maxLength: 4 }),
    first: note,
    last: note.filter((lines) => lines.length > 2),
    width: fc.integer({ min: 44, max: 62 }),
    gap: fc.integer({ min: 3, max: 7 }),
    side: fc.constantFrom("left", "right"),
  });
  await fc.assert(
    fc.asyncProperty(layout, async ({ texts, first, last, width, gap, side }) => {
      const [above = "", ...others] = texts;
      const write = (text: string, beside: readonly string[], start: number) => {
        const lines = wrap(text, width);
        const at = start < 0 ? lines.length + start : start;
        return Array.from({ length: Math.max(lines.length, at + beside.length) }, (_, index) => {
          const line = lines[index] ?? "";
          const own = index < at ? "" : (beside[index - at] ?? "");
          const row = side === "left" ? own.padEnd(8 + gap) + line : line.padEnd(width + gap) + own;
          return row.trimEnd();
        }).join("\n");
      };
      const blocks = [write(above, first, 0), ...others.map((text) => write(text, last, -1))];
      const manuscript = await importManuscript("a.txt", blocks.join("\n\n"));
      expect(words(textsOf(manuscript))).toEqual(words(texts));
      expect(notesOf(manuscript)).toEqual(
        [first, ...others.map(() => last)].map((n) => n.join(" ")),
      );
    }),
    { numRuns: runs(40) },
  );
});

test("No hyphen beside a note of one line joins words that were never together", async () => {
  const layout = fc.record({
    texts: fc.array(paragraph, { minLength: 2, maxLength: 3 }),
    widths: fc.array(fc.integer({ min: 44, max: 50 }), { minLength: 3, maxLength: 5 }),
    note: fc.stringMatching(/^[a-z]{4,8}-$/),
    at: fc.nat(20),
    side: fc.constantFrom("left", "right"),
  });
  await fc.assert(
    fc.asyncProperty(layout, async ({ texts, widths, note, at, side }) => {
      const wrapped = texts.map((text) => wrapRagged(text, widths));
      const [first = []] = wrapped;
      const divided = first.flatMap((line, index) => (line.endsWith("-") ? [index] : []));
      fc.pre(divided.length > 0);
      const place = (divided[at % divided.length] ?? 0) + (side === "left" ? 1 : 0);
      const write = (line: string, isBeside: boolean) =>
        side === "left"
          ? (isBeside ? note : "").padEnd(12) + line
          : line.padEnd(54) + (isBeside ? note : "");
      const text = wrapped
        .map((lines, block) =>
          lines
            .map((line, index) => write(line, block === 0 && index === place).trimEnd())
            .join("\n"),
        )
        .join("\n\n");
      const manuscript = await importManuscript("a.txt", text);
      const printed = new Set([...words(texts), ...words([text])]);
      expect(words(textsOf(manuscript)).filter((one) => !printed.has(one))).toEqual([]);
      expect(manuscript.remarks.map(inEnglish).join()).toContain("wide gap");
    }),
    { numRuns: runs(40) },
  );
});
