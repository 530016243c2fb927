import fc from "fast-check";
import type { FootnoteDefinition, Nodes } from "mdast";

import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { elementAt } from "../../src/foundation/checked-access.ts";
import { plainText } from "../../src/import/shared/plain-text.ts";
import { runs } from "../thoroughness.ts";
import { wordOf } from "./books.ts";
import { notesOf, textsOf } from "./passages.ts";
import { pdfOf, type SetLine } from "./pdfs.ts";
import { importManuscript } from "./read-manuscripts.ts";

const widthIn = async () => {
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.TimesRoman);
  return (text: string, size: number) => font.widthOfTextAtSize(text, size);
};

/** How far labels are raised, in ems, and their size as a part of the words'. */
interface Raise {
  readonly rise: number;
  readonly scale: number;
}

const HIGH: Raise = { rise: 0.35, scale: 0.6 };

/** Sets a line in which the texts between two carets are raised. */
function setRaised(
  text: string,
  { x, y, size = 10 }: Omit<SetLine, "text">,
  widthOf: (text: string, size: number) => number,
  { rise, scale }: Raise = HIGH,
): readonly SetLine[] {
  let left = x;
  return text.split("^").flatMap((part, index) => {
    const isRaised = index % 2 === 1;
    const set = {
      text: part,
      x: left,
      y: isRaised ? y - rise * size : y,
      size: isRaised ? scale * size : size,
    };
    left += widthOf(part, set.size);
    return part === "" ? [] : [set];
  });
}

const SIGNS = ["*", "†", "‡", "§", "¶", "**"];

/** How the marks and the notes of a book are printed. */
const noteLayouts = fc.record({
  labels: fc.constantFrom("numbers", "numbers on", "letters", "letters in brackets", "signs"),
  pages: fc.integer({ min: 1, max: 4 }),
  notes: fc.integer({ min: 1, max: 5 }),
  noteSize: fc.constantFrom(7, 8, 9, 10),
  noteLines: fc.integer({ min: 1, max: 3 }),
  gap: fc.constantFrom(0, 2.5, 12),
  isAfterSentence: fc.boolean(),
  // As word processors and browsers raise them.
  raise: fc.constantFrom(
    HIGH,
    { rise: 0.33, scale: 0.58 },
    { rise: 0.38, scale: 0.8 },
    { rise: 0.4, scale: 5 / 6 },
    { rise: 0.43, scale: 5 / 6 },
  ),
});

/** Returns the marks and the notes in a tree, each mark with the word before it. */
function linksIn(content: readonly Nodes[]) {
  const marks: { readonly label: string; readonly word: string }[] = [];
  const notes = new Map<string, FootnoteDefinition>();
  for (const block of content) {
    if (block.type === "footnoteDefinition") notes.set(block.label ?? "", block);
    if (block.type !== "paragraph") continue;
    for (const [index, node] of block.children.entries()) {
      if (node.type !== "footnoteReference") continue;
      const before = block.children.slice(0, index).map(plainText).join("");
      marks.push({ label: node.label ?? "", word: /q\w+(?=\.?$)/.exec(before)?.[0] ?? "" });
    }
  }
  return { marks, notes };
}

test("A raised label after a word is the mark of the note at the foot that begins with it, and no word", async () => {
  const widthOf = await widthIn();
  await fc.assert(
    fc.asyncProperty(noteLayouts, async (layout) => {
      let count = 0;
      const nextWords = (many: number) => Array.from({ length: many }, () => wordOf(count++));
      const words: string[] = [];
      const marked: string[] = [];
      const noteTexts: string[] = [];
      const pages = Array.from({ length: layout.pages }, (_, page) => {
        const labelOf = (index: number) => {
          const number = layout.labels === "numbers on" ? page * layout.notes + index : index;
          if (layout.labels === "signs") return elementAt(SIGNS, index);
          const letter = "abcdefgh".charAt(index);
          if (layout.labels === "letters") return letter;
          return layout.labels === "letters in brackets" ? `(${letter})` : String(number + 1);
        };
        const lines: SetLine[] = [];
        for (let row = 0; row < 18; row++) {
          const set = nextWords(7);
          words.push(...set);
          const note = row % 3 === 1 ? Math.floor(row / 3) : layout.notes;
          const isMarked = note < layout.notes;
          if (isMarked) marked.push(elementAt(set, 6));
          const end = row === 17 || (isMarked && layout.isAfterSentence) ? "." : "";
          const text = `${set.join(" ")}${end}${isMarked ? `^${labelOf(note)}^` : ""}`;
          lines.push(...setRaised(text, { x: 50, y: 60 + 13 * row }, widthOf, layout.raise));
        }
        let y = 420;
        for (let index = 0; index < layout.notes; index++) {
          const label = labelOf(index);
          const set = Array.from({ length: layout.noteLines }, () => nextWords(6).join(" "));
          noteTexts.push(`${set.join(" ")}.`);
          for (const [row, text] of set.entries()) {
            const end = row === set.length - 1 ? "." : "";
            const size = layout.noteSize;
            const start = row === 0 ? widthOf(label, layout.raise.scale * size) + layout.gap : 0;
            if (row === 0) {
              lines.push(...setRaised(`^${label}^`, { x: 50, y, size }, widthOf, layout.raise));
            }
            lines.push({ text: `${text}${end}`, x: 50 + start, y, size });
            y += 1.2 * size;
          }
        }
        return lines;
      });
      const read = await importManuscript("a.pdf", await pdfOf(pages));
      const quoted = textsOf(read).join(" ").replaceAll("\n", " ");
      expect(quoted.replace(/[.\s]+/g, " ").trim()).toBe(words.join(" "));
      const { marks, notes } = linksIn(read.content);
      expect(marks.map(({ word }) => word)).toEqual(marked);
      const linked = marks.map(({ label }) =>
        plainText(
          elementAt([notes.get(label) ?? ({ type: "text", value: "" } as const)], 0),
        ).replace(/\s+/g, " "),
      );
      expect(linked.map((text) => text.replaceAll(" ", ""))).toEqual(
        noteTexts.map((text) => text.replaceAll(" ", "")),
      );
    }),
    { numRuns: runs(40) },
  );
});

test("Raised ends of abbreviations, ordinals and powers are words", async () => {
  const widthOf = await widthIn();
  const cases: readonly (readonly [string, string])[] = [
    [
      "The 1^st^ of May and the 22^nd^ of June were cold on the cape.",
      "The 1st of May and the 22nd of June",
    ],
    [
      "Le 4^e^ jour, M^me^ Lamare et M^lle^ Dupont partirent au port.",
      "Le 4e jour, Mme Lamare et Mlle Dupont",
    ],
    [
      "La n^o^ 5 y la calle 2^a^ de Mar^a^ López son del mismo siglo.",
      "La no 5 y la calle 2a de Mara López",
    ],
    [
      "Au XIX^e^ siècle, le phare avait déjà une lampe de 10^6^ bougies.",
      "Au XIXe siècle, le phare avait déjà une lampe de 10⁶",
    ],
    [
      "A beam of x^2^ + y^2^ metres and of 5 km^2^ lit the coast at night.",
      "A beam of x² + y² metres and of 5 km²",
    ],
  ];
  for (const [line, expected] of cases) {
    const page = [line, "The keeper wrote this into the log, and slept until the noon."].flatMap(
      (text, row) => setRaised(text, { x: 50, y: 60 + 13 * row }, widthOf),
    );
    const read = await importManuscript("a.pdf", await pdfOf([page]));
    expect(textsOf(read).join(" ").replaceAll("\n", " ")).toContain(expected);
  }
});

test("Raised numbers of verses at the beginnings of lines are no notes", async () => {
  const widthOf = await widthIn();
  const pages = [0, 1].map((page) =>
    Array.from({ length: 9 }, (_, row) =>
      setRaised(
        `^${9 * page + row + 1}^And the keeper of hour ${"abcdefghi".charAt(row).repeat(4)} saw the ships go by.`,
        { x: 50, y: 60 + 13 * row },
        widthOf,
      ),
    ).flat(),
  );
  const read = await importManuscript("a.pdf", await pdfOf(pages));
  expect(
    textsOf(read)
      .join(" ")
      .match(/And the keeper/g),
  ).toHaveLength(18);
});

test("A lowered number keeps the space after it", async () => {
  const widthOf = await widthIn();
  for (const [text, expected] of [
    ["2 ", "CO₂ and steam"],
    ["−1 ", "CO₋₁ and steam"],
  ] as const) {
    const page = [
      { text: "CO", x: 50, y: 60 },
      { text: text.replace("−", "-"), x: 50 + widthOf("CO", 10), y: 62, size: 6 },
      {
        text: "and steam rose from the tower.",
        x: 50 + widthOf(`CO${text.replace("−", "-")}`, 10),
        y: 60,
      },
    ];
    const read = await importManuscript("a.pdf", await pdfOf([page]));
    expect(textsOf(read)).toEqual([`${expected} rose from the tower.`]);
  }
});

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

test("Notes at the end of a text in its size are notes if their labels are those of all its marks", async () => {
  const widthOf = await widthIn();
  const counts = fc.tuple(
    fc.integer({ min: 2, max: ROMAN.length }),
    fc.constantFrom<(number: number) => string>(String, (number) => ROMAN[number - 1] ?? ""),
    fc.boolean(),
  );
  await fc.assert(
    fc.asyncProperty(counts, async ([count, labelOf, isShort]) => {
      const labels = Array.from({ length: count }, (_, index) => labelOf(index + 1));
      const text = labels.flatMap((label, index): readonly SetLine[] => {
        const words = `The keeper number ${wordOf(index)} lit the lamp of the harbour`;
        const y = 60 + 26 * index;
        return [
          { text: words, x: 50, y },
          { text: label, x: 50 + widthOf(words, 10), y: y - 3.5, size: 6 },
          {
            text: `at dusk, and three ships went by ${wordOf(index + 50)} in the dark of night.`,
            x: 50,
            y: y + 13,
          },
        ];
      });
      const listed = isShort ? labels.slice(0, -1) : labels;
      const end = listed.flatMap((label, index): readonly SetLine[] => [
        { text: label, x: 50, y: 60 + 30 * index },
        {
          text: `So the log of ${wordOf(index + 100)}, which was kept until`,
          x: 68,
          y: 60 + 30 * index,
        },
        {
          text: `the end of the winter, as the mayor ${wordOf(index + 150)} says.`,
          x: 68,
          y: 72 + 30 * index,
        },
      ]);
      const read = await importManuscript("a.pdf", await pdfOf([text, end]));
      const words = textsOf(read).join(" ").replaceAll("\n", " ");
      const notes = read.content.filter((node) => node.type === "footnoteDefinition");
      expect(words.includes(wordOf(100))).toBe(isShort);
      expect(notes.map(({ label }) => label)).toEqual(isShort ? [] : labels);
      expect(notes.map((note) => plainText(note))).toEqual(
        (isShort ? [] : labels).map(
          (_, index) =>
            `So the log of ${wordOf(index + 100)}, which was kept until the end of the winter, as the mayor ${wordOf(index + 150)} says.`,
        ),
      );
      for (const index of labels.keys()) {
        expect(words).toContain(`${wordOf(index)} lit the lamp of the harbour at dusk`);
      }
    }),
    { numRuns: runs(12) },
  );
});

test("Roman numerals that are raised after words and begin lines at the end are endnotes", async () => {
  const widthOf = await widthIn();
  const numerals = ["i", "ii", "iii", "iv", "v"];
  const layout = fc.record({
    count: fc.integer({ min: 2, max: 5 }),
    isApart: fc.boolean(),
    isOnNextPage: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(layout, async ({ count, isApart, isOnNextPage }) => {
      const used = numerals.slice(0, count);
      const text: SetLine[] = used.flatMap((numeral, index) => [
        { text: "The keeper lit the lamp", x: 50, y: 60 + 30 * index },
        {
          text: numeral,
          x: 50 + widthOf("The keeper lit the lamp", 10),
          y: 56 + 30 * index,
          size: 6,
        },
        {
          text: "at dusk, and went to sleep.",
          x: 58 + widthOf("The keeper lit the lamp", 10),
          y: 60 + 30 * index,
        },
      ]);
      const notes: SetLine[] = used.flatMap((numeral, index) => {
        const y = (isOnNextPage ? 60 : 400) + 12 * index;
        const words = `With oil of whale ${index + 1}.`;
        return isApart
          ? [
              { text: numeral, x: 50, y },
              { text: words, x: 68, y },
            ]
          : [{ text: `${numeral} ${words}`, x: 50, y }];
      });
      const pages = isOnNextPage ? [text, notes] : [[...text, ...notes]];
      const read = await importManuscript("a.pdf", await pdfOf(pages));
      expect(textsOf(read).join(" ")).not.toMatch(/lamp ?[ivx]|whale/);
      expect(notesOf(read)).toEqual(used.map((_, index) => `With oil of whale ${index + 1}.`));
    }),
    { numRuns: runs(20) },
  );
});

test("A number that is not raised is a mark if the words of its page have all those of the notes at its foot once in order", async () => {
  const layouts = fc.record({
    notes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    beginsAnew: fc.boolean(),
    sign: fc.constantFrom("", ",", ".", ".”"),
    end: fc.constantFrom("", "."),
    fault: fc.constantFrom("none", "none", "a number is missing", "a number is there twice"),
  });
  await fc.assert(
    fc.asyncProperty(layouts, async ({ notes, beginsAnew, sign, end, fault }) => {
      let count = 0;
      const nextWords = (many: number) => Array.from({ length: many }, () => wordOf(count++));
      const words: string[] = [];
      const pages = notes.map((own, page) => {
        const first = beginsAnew ? 1 : 1 + notes.slice(0, page).reduce((sum, one) => sum + one, 0);
        const lines = Array.from({ length: 18 }, (_, row): SetLine => {
          const set = nextWords(7);
          words.push(...set);
          const at = Math.floor(row / 3);
          const isMarked = row % 3 === 1 && at < own;
          const isLeftOut = page === 0 && at === own - 1 && fault === "a number is missing";
          const isAgain = page === 0 && row === 16 && fault === "a number is there twice";
          const number = isMarked && !isLeftOut ? first + at : isAgain ? first : "";
          const text = `${set.join(" ")}${number === "" ? "" : `${sign}${number}`}`;
          return { text, x: 50, y: 60 + 13 * row };
        });
        const foot = Array.from({ length: own }, (_, note): readonly SetLine[] =>
          [
            `${first + note}${end} Note ${nextWords(5).join(" ")}`,
            `${nextWords(5).join(" ")}.`,
          ].map((text, row) => ({ text, x: 50, y: 420 + 20 * note + 10 * row, size: 8 })),
        );
        return [...lines, ...foot.flat()];
      });
      const read = await importManuscript("a.pdf", await pdfOf(pages));
      const quoted = textsOf(read).join(" ").replaceAll("\n", " ");
      expect(quoted.replace(/[\d.,”\s]+/g, " ").trim()).toBe(words.join(" "));
      const { marks } = linksIn(read.content);
      const isWhole = fault === "none";
      expect(marks).toHaveLength(notes.slice(isWhole ? 0 : 1).reduce((sum, one) => sum + one, 0));
      expect(/\d/.test(quoted)).toBe(
        !isWhole && !(fault === "a number is missing" && notes[0] === 1),
      );
      expect(notesOf(read)).toHaveLength(notes.reduce((sum, one) => sum + one, 0));
    }),
    { numRuns: runs(30) },
  );
});

test("A number next to a word is no mark because the small print begins once with the same number", async () => {
  const layouts = fc.record({
    number: fc.integer({ min: 2, max: 9 }),
    word: fc.constantFrom("CO", "vitamin B", "Annex A", "harbour"),
    /** Whether the pages before have all notes up to this number. */
    isChained: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(layouts, async ({ number, word, isChained }) => {
      let count = 0;
      const nextWords = () => Array.from({ length: 7 }, () => wordOf(count++)).join(" ");
      const numbers = [
        ...(isChained ? Array.from({ length: number - 1 }, (_, at) => at + 1) : []),
        number,
      ];
      const pages = numbers.map((one) => [
        ...Array.from({ length: 18 }, (_, row): SetLine => {
          const text = row === 5 ? `${nextWords()} ${word}${one} is here` : nextWords();
          return { text, x: 50, y: 60 + 13 * row };
        }),
        { text: `${one} Note ${nextWords()}.`, x: 50, y: 420, size: 8 },
      ]);
      const read = await importManuscript("a.pdf", await pdfOf(pages));
      const quoted = textsOf(read).join(" ").replaceAll("\n", " ");
      expect(linksIn(read.content).marks).toHaveLength(isChained ? number : 0);
      expect(quoted.includes(`${word}${number} is here`)).toBe(!isChained);
    }),
    { numRuns: runs(20) },
  );
});
