import fc from "fast-check";
import { expect, test } from "vitest";
import { elementAt } from "../../src/foundation/checked-access.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { headingsOf, notesOf, textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

/** Wraps words to lines of at most `width` characters. */
function wrap(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Returns a sentence whose words no other paragraph has. */
function sentenceOf(paragraph: number, length: number): string[] {
  const letters = "bcdfghklmnprstv";
  const stem = `${letters[paragraph % 15]}${"aeiou"[paragraph % 5]}${letters[Math.floor(paragraph / 15) % 15]}`;
  const words = Array.from(
    { length },
    (_, at) => `q${stem}${"aeiou"[at % 5]}${"lmnrst".slice(0, (at * 5) % 6)}`,
  );
  const [first = ""] = words;
  return [first.replace("q", "Q"), ...words.slice(1, -1), `${words.at(-1)}.`];
}

/** The place of a mark in a line. */
const BEFORE_LAST_WORDS = /(?<=\w{3})(?= q\w+ q\w+$)/;

const books = fc.record({
  /** The lines of each paragraph of each chapter. */
  chapters: fc.array(fc.array(fc.integer({ min: 3, max: 6 }), { minLength: 9, maxLength: 12 }), {
    minLength: 3,
    maxLength: 4,
  }),
  width: fc.integer({ min: 50, max: 64 }),
  isIndented: fc.boolean(),
  hasSections: fc.boolean(),
  hasNotes: fc.boolean(),
  pageLength: fc.integer({ min: 14, max: 18 }),
});

test("A book whose paragraphs have no empty lines between them is read by its paragraphs, chapters and notes", async () => {
  await fc.assert(
    fc.asyncProperty(
      books,
      async ({ chapters, width, isIndented, hasSections, hasNotes, pageLength }) => {
        const expected: string[] = [];
        const notes: string[] = [];
        const pages: string[] = [];
        let number = 0;
        for (const [index, lengths] of chapters.entries()) {
          const name = elementAt(["The Lamp", "The Pier", "The Boat", "The Fog"], index);
          const title = hasSections ? `${index + 1}.1    Of ${name.slice(4)}` : undefined;
          expected.push(name);
          const lines = lengths.flatMap((length, at) => {
            number += 1;
            // The last line is short, as the end of a paragraph without an indentation must be.
            const words = sentenceOf(number, length * 12);
            const all = wrap(words, width - 4).slice(0, length);
            const last = `${elementAt(all, length - 1)
              .split(" ")
              .slice(0, 2)
              .join(" ")
              .replace(/\.$/, "")}.`;
            const paragraph = [...all.slice(0, -1), last];
            const isSection = title !== undefined && at === 3;
            if (isSection) expected.push(title);
            expected.push(paragraph.join(" "));
            const isFirst = at === 0 || isSection;
            return [
              ...(isSection ? ["", title] : []),
              ...paragraph.map((line, place) =>
                place === 0 && isIndented && !isFirst ? `    ${line}` : line,
              ),
            ];
          });
          for (let start = 0; start < lines.length; start += pageLength) {
            const page = [...lines.slice(start, start + pageLength)];
            const foot = [];
            const place = page.findIndex((line) => BEFORE_LAST_WORDS.test(line));
            if (hasNotes && place !== -1) {
              const note = `So the log of ${number} and ${start} says of the pier.`;
              page[place] = elementAt(page, place).replace(BEFORE_LAST_WORDS, ",1");
              foot.push("", "   1", `     ${note}`);
              notes.push(note);
            }
            const head =
              start === 0
                ? [`Chapter ${index + 1}`, "", name, ""]
                : [`${pages.length + 1}          CHAPTER ${index + 1}. ${name.toUpperCase()}`, ""];
            pages.push([...head, ...page, ...foot, ""].join("\n"));
          }
        }
        const manuscript = await importManuscript("a.txt", pages.join("\f"));
        expect(headingsOf(manuscript)).toEqual(chapters.map((_, at) => `## Chapter ${at + 1}`));
        const texts = textsOf(manuscript).map((text) => text.replace(/,(?= q)/g, ""));
        expect(texts).toEqual(expected);
        expect(notesOf(manuscript)).toEqual(notes);
        expect(manuscript.remarks.map(inEnglish).join()).not.toMatch(/“Chapter/);
      },
    ),
    { numRuns: runs(20) },
  );
});

test("A picture or a table within a sentence is below the paragraph, and one between sentences stays", async () => {
  const captions = fc.constantFrom(
    ["Figure 1.2: View of the pier"],
    ["Fig. 3. The lamp of the", "harbour at dusk."],
    ["Abbildung 4: Der Turm"],
    ["표 2. 배의 수"],
    ["Harl     12    340", "Nore      7     96", "", "Table 1.1: Ships of the year"],
    ["Table 7. Ships", "", "Harl     12    340", "Nore      7     96"],
  );
  const begun = fc.constantFrom("that saw the", "and three ships,", "of the superin-");
  await fc.assert(
    fc.asyncProperty(captions, begun, fc.boolean(), async (caption, end, isWithin) => {
      const before = `The keeper of the harbour lit the lamp at dusk ${isWithin ? end : "again."}`;
      const after = isWithin
        ? "tendent went by the cape at noon."
        : "They went by the cape at noon.";
      const manuscript = await importManuscript(
        "a.txt",
        `It was so.\n\n${before}\n\n${caption.join("\n")}\n\n${after}\n\nHe slept.\n`,
      );
      const texts = textsOf(manuscript).map((text) => text.replace(/\s+/g, " "));
      const joined = `${before} ${after}`.replace("superin- ", "superin-");
      const floating = caption
        .filter((line) => line !== "")
        .join(" ")
        .replace(/ +/g, " ");
      const found = texts.slice(1, -1);
      expect(isWithin ? found[0]?.replace("superint", "superin-t") : found[0]).toBe(
        isWithin ? joined : before,
      );
      expect((isWithin ? found.slice(1) : found.slice(1, -1)).join(" ")).toBe(floating);
      expect(texts.at(-1)).toBe("He slept.");
    }),
    { numRuns: runs(40) },
  );
});

test.each(["Table 3 the keeper set", "Figures 1 and 2 were", "표 2장을"])(
  "Words that are no caption keep their place: %s",
  async (words) => {
    const manuscript = await importManuscript(
      "a.txt",
      `It was so, and it\nwas dusk.\n\nThe keeper lit the\nlamp of the\n\n${words}\n\nupon the sill,\nand slept.\n`,
    );
    expect(textsOf(manuscript).indexOf(words)).toBe(2);
  },
);

test("The rows of a list of words are kept, although they begin with small letters and are about as long", async () => {
  const names = fc.stringMatching(/^[a-z]{4,9} [a-z]{4,9}$/);
  const rows = fc.array(fc.tuple(names, names), { minLength: 6, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(".", ";", ""), async (pairs, sign) => {
      const lines = pairs.map(([one, other]) => `${`${one},`.padEnd(30)}${other}${sign}`);
      const prose =
        "The keeper of the harbour lit the lamp at dusk, and three ships went by the\ncape.";
      const manuscript = await importManuscript(
        "a.txt",
        `${prose}\n\n${lines.join("\n")}\n\n${prose}\n`,
      );
      expect(textsOf(manuscript)[1]?.split("\n")).toEqual(lines);
    }),
    { numRuns: runs(40) },
  );
});

const numberedPages = fc.record({
  count: fc.integer({ min: 4, max: 7 }),
  length: fc.integer({ min: 42, max: 46 }),
  width: fc.integer({ min: 50, max: 64 }),
  indentation: fc.integer({ min: 2, max: 5 }),
  end: fc.constantFrom("", "\f"),
});

test("The number of a page above an indented paragraph is no number of a note, although the page has the mark of one", async () => {
  await fc.assert(
    fc.asyncProperty(numberedPages, async ({ count, length, width, indentation, end }) => {
      const pages = Array.from({ length: count }, (_, at) => {
        const lines = wrap(sentenceOf(at + 1, length * 15), width).slice(0, length);
        const place = lines.findIndex((line) => BEFORE_LAST_WORDS.test(line));
        const marked = lines.map((line, index) =>
          index === place ? line.replace(BEFORE_LAST_WORDS, `,${at + 1}`) : line,
        );
        const [first = "", ...others] = marked;
        return [
          `${" ".repeat(indentation)}${first}`,
          ...others.slice(0, -1),
          "It ends so.",
          `${at + 1}`,
        ];
      });
      const text = pages.flat().join("\n");
      const manuscript = await importManuscript("a.txt", `${text}\n${end}`);
      expect(textsOf(manuscript).filter((words) => /^\d+\s+\p{L}/u.test(words))).toEqual([]);
      expect(notesOf(manuscript)).toEqual([]);
    }),
    { numRuns: runs(20) },
  );
});
