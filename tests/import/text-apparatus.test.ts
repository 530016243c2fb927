import fc from "fast-check";
import { expect, test } from "vitest";
import { markNodesIn } from "../../src/import/shared/marks/mark.ts";
import { runs } from "../thoroughness.ts";
import { notesOf, textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

const PARAGRAPH = [
  "The keeper lit the lamp",
  "and three ships went by.",
  "He slept until the dawn.",
];

/** Notes of those who edit, translate or transcribe a text, in brackets. */
const BRACKETS: readonly (readonly [bracket: string, note: string])[] = [
  ...[
    ...[
      "Transcriber’s Note: #",
      "Translator's note: #",
      "Editor’s Note: #",
      "Ed. note: #",
      "TN: #",
    ],
    ...["Anm. d. Übers.: #", "Anmerkung der Redaktion: #", "A. d. Ü.: #", "Note du traducteur : #"],
    ...[
      "Note du transcripteur : #",
      "N.d.T. : #",
      "NDLR : #",
      "Nota del traductor: #",
      "Nota do tradutor: #",
    ],
    ...[
      "Nota del traduttore: #",
      "Noot van de vertaler: #",
      "Прим. пер.: #",
      "Przyp. tłum.: #",
      "Pozn. překl.: #",
    ],
    ...[
      "Footnote: #",
      "Sidenote: #",
      "Footnote 2: #",
      "Note 2: #",
      "#—Ed.",
      "# — Translator.",
      "# --Tr.",
      "#. Anm. d. Red.",
    ],
  ].map((form) => [`[${form}]`, form.startsWith("#.") ? "#." : "#"] as const),
  ["［訳注：#］", "#"],
  ["〔譯者註：#〕", "#"],
  ["【译注：#】", "#"],
  ["[역주: #]", "#"],
  ["〔옮긴이 주: #〕", "#"],
];

test("A note in brackets that its name or its signature shows to be an editor’s is a note, and leaves one space", async () => {
  const words = fc.constantFrom("a pier is meant", "printed “darck” [sic]", "see the log, p. 12");
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...BRACKETS), words, async ([bracket, note], said) => {
      const isSigned = bracket.startsWith("[#");
      const inside = isSigned ? said.replace(/ \[sic\]/, "") : said;
      const written = bracket.replace("#", inside);
      const text = PARAGRAPH.map((one, index) => (index === 1 ? `${written} ${one}` : one));
      const manuscript = await importManuscript("a.txt", text.join(" "));
      expect(textsOf(manuscript)).toEqual([PARAGRAPH.join(" ")]);
      expect(notesOf(manuscript)).toEqual([note.replace("#", inside)]);
    }),
    { numRuns: runs(60) },
  );
});

test.each([
  "[Note: the pier is torn]",
  "[the log says 2]",
  "[he—Ed the keeper—went]",
  "[Ed: a dog]",
  "[oil and wick]",
])("Other brackets are words: %s", async (bracket) => {
  const manuscript = await importManuscript("a.txt", `He lit the lamp ${bracket} and slept.`);
  expect(textsOf(manuscript)).toEqual([`He lit the lamp ${bracket} and slept.`]);
});

const gutenberg = (text: string) =>
  `*** START OF THE PROJECT GUTENBERG EBOOK A ***\n\n${text}\n\n*** END OF THE PROJECT GUTENBERG EBOOK A ***\n`;

test("The signs of emphasis in a text of Project Gutenberg are none of its words", async () => {
  const word = fc
    .tuple(
      fc.stringMatching(/^[a-z]{1,6}$/),
      fc.constantFrom("", "_", "=", "~", "#", "+", "=_", "_="),
    )
    .map(([letters, signs]) => ({
      letters,
      written: `${signs}${letters}${[...signs].toReversed().join("")}`,
    }));
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 12 }), async (words) => {
      const text = words.map(({ written }) => written).join(" ");
      const manuscript = await importManuscript("a.txt", gutenberg(`He wrote ${text} on it.`));
      const letters = words.map((one) => one.letters).join(" ");
      expect(textsOf(manuscript)).toEqual([`He wrote ${letters} on it.`]);
    }),
    { numRuns: runs(60) },
  );
});

test.each(["a = b", "c=d=e", "#1 of #2", "+3 and +4", "_one alone", "x_1_2"])(
  "A sign without a partner next to a word is one of the words: %s",
  async (words) => {
    const manuscript = await importManuscript("a.txt", gutenberg(`He wrote ${words} on it.`));
    expect(textsOf(manuscript)).toEqual([`He wrote ${words} on it.`]);
  },
);

test.each(["a.txt", "a.md"])(
  "Letters that an editor supplied in brackets are words, although notes have them: %s",
  async (name) => {
    const ending = fc.constantFrom("nd", "t the pier", "rought", "ut", "lways");
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(..."abc"), ending, async (letter, rest) => {
        const text = `The lamp[a] and the bell[b] and the pier[c] were [${letter}]${rest} there.`;
        const manuscript = await importManuscript(
          name,
          `${text}\n\n[a] Of oil.\n\n[b] Of brass.\n\n[c] Of wood.\n`,
        );
        expect(textsOf(manuscript)).toEqual([text.replace(/\[[abc]\](?= )/g, "")]);
        expect(notesOf(manuscript)).toEqual(["Of oil.", "Of brass.", "Of wood."]);
      }),
      { numRuns: runs(20) },
    );
  },
);

test("An asterisk that ends emphasis is a sign of the text, and one after whole emphasis is a mark", async () => {
  const piece = fc.constantFrom(
    ...["the lamp", "*the bell*", "**the pier** of Nore", "“*the boat*”", "**a *very* old log**"],
  );
  const pieces = fc.array(piece, { minLength: 1, maxLength: 4 }).map((some) => some.join(" and "));
  await fc.assert(
    fc.asyncProperty(pieces, pieces, async (before, after) => {
      const words = `He wrote ${before} there.# Then he saw ${after} at noon.`;
      const note = "\n\n* With a pen.\n";
      const read = await importManuscript("a.txt", words.replace("#", "*") + note);
      expect(textsOf(read)).toEqual([words.replace("#", "")]);
      expect(notesOf(read)).toEqual(["With a pen."]);
      const unmarked = await importManuscript("a.txt", words.replace("#", "") + note);
      expect(textsOf(unmarked)[0]).toBe(words.replace("#", ""));
    }),
    { numRuns: runs(40) },
  );
});

test("The caption of a picture may have emphasis and several paragraphs", async () => {
  const text =
    "He lit the lamp.\n\n[Illustration: =Fig. 2.=\n\n_The boat_\n\nat dusk.]\n\nHe slept.";
  const manuscript = await importManuscript("a.txt", gutenberg(text));
  expect(textsOf(manuscript)).toEqual(["He lit the lamp.", "He slept."]);
});

test("A note whose last word goes on at the foot of the next page is not joined with the words of that page", async () => {
  const column = (start: string) =>
    `The ${start} of the harbour was lit at dusk by the keeper,1 and the three\nships went by the cape in the dark of the night,2 for the wind had turned\nto the south and the`;
  const notes = "1 So the log of the pier.\n2 So the book of the parish, which the com-";
  const next = "boats of the town were at sea.3 He slept.4\n\npanion of the mayor kept.\n";
  const manuscript = await importManuscript(
    "a.txt",
    `${column("lamp")}\n${notes}\n\f${next}3 So the log.\n4 So the book.\n`,
  );
  expect(textsOf(manuscript).join(" ")).toContain("to the south and the boats of the town were");
  expect(notesOf(manuscript)[1]).toBe(
    "So the book of the parish, which the companion of the mayor kept.",
  );
});

/** A book of pages with heads whose notes have numbers that begin anew at the foot of each page. */
const notedPages = fc.record({
  form: fc.constantFrom(
    ["#", "# "],
    ["#", "#. "],
    ["#)", "#) "],
    ["[#]", "[#] "],
    [" (#)", "(#) "],
    [" #", "#   "],
  ),
  countsOn: fc.boolean(),
  counts: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 7 }),
  begins: fc.constantFrom("", "\f"),
  apart: fc.boolean(),
  seed: fc.nat(20),
});

test("Notes whose numbers begin anew at the foot of each page are notes, and the sentences go on over them", async () => {
  await fc.assert(
    fc.asyncProperty(
      notedPages,
      async ({ form: [mark = "", note = ""], countsOn, counts, begins, apart, seed }) => {
        const numbered = (form: string, number: number) => form.replace("#", String(number));
        const said: string[] = [];
        const words: string[] = [];
        let first = 1;
        const pages = counts.map((count, page) => {
          // One note whose number has a space before it can be the item of an enumeration.
          const own = mark.startsWith(" ") && count === 1 ? 2 : count;
          const notes = Array.from(
            { length: own },
            (_, at) => `With oil q${"abc"[at]}${"xyzuvwt"[page]} of whales.`,
          );
          const lines = Array.from({ length: 22 }, (_, line) => {
            const own = Array.from(
              { length: 8 },
              (_, at) =>
                `q${"abcdefgh"[(at * 3 + line + seed) % 8]}${"mnoprst"[(line + page) % 7]}`,
            );
            words.push(...own);
            const at = [4, 9, 15].indexOf(line);
            return own
              .map((word, place) =>
                place === 5 && at !== -1 && at < notes.length
                  ? `${word},${numbered(mark, first + at)}`
                  : `${word}${place === 2 ? "ing" : ""}`,
              )
              .join(" ");
          });
          said.push(...notes);
          const head =
            page % 2 === 0
              ? `${page + 12}        THE LAMP OF HARL`
              : `THE FIRST LETTER        ${page + 12}`;
          const foot = notes
            .map((one, at) => `${numbered(note, first + at)}${one}`)
            .join(apart ? "\n\n" : "\n");
          if (countsOn) first += own;
          return `${page === 0 ? "" : begins}${head}\n\n${lines.join("\n")}\n\n${foot === "" ? "" : `${foot}\n\n`}`;
        });
        const manuscript = await importManuscript("a.txt", pages.join(""));
        const text = textsOf(manuscript).join(" ");
        expect(text.match(/q[a-z]{2}/g)).toEqual(words);
        expect(text).not.toMatch(/[\d()[\]]|oil/);
        expect(notesOf(manuscript)).toEqual(said);
        expect(textsOf(manuscript)).toHaveLength(1);
        expect(
          manuscript.content
            .flatMap(markNodesIn)
            .filter(({ type }) => type === "footnoteReference"),
        ).toHaveLength(said.length);
      },
    ),
    { numRuns: runs(40) },
  );
});

test("The numbers of a transcript’s lines and pages are no words, also without words beside them and at its edges", async () => {
  const transcript = fc.record({
    pages: fc.integer({ min: 1, max: 3 }),
    lines: fc.integer({ min: 8, max: 12 }),
    empty: fc.array(fc.integer({ min: 1, max: 11 }), { maxLength: 3 }),
    place: fc.constantFrom("head", "foot"),
    gap: fc.constantFrom("", "\n"),
  });
  await fc.assert(
    fc.asyncProperty(transcript, async ({ pages, lines, empty, place, gap }) => {
      const said: string[] = [];
      const written = Array.from({ length: pages }, (_, page) => {
        const numbered = Array.from({ length: lines }, (_, line) => {
          if (empty.includes(line + 1)) return String(line + 1).padStart(2);
          said.push(`Were you at the bridge on night q${"abc"[page]}${"defghijklmnop"[line]}?`);
          return `${String(line + 1).padStart(2)}   Q.   ${said.at(-1)}`;
        });
        const number = `${" ".repeat(20)}${page + 50}${gap}`;
        return (place === "head" ? [number, ...numbered] : [...numbered, number]).join("\n");
      });
      const manuscript = await importManuscript("a.txt", written.join(`\n${gap}`));
      const text = textsOf(manuscript).join("\n");
      expect(text.match(/Were[^?]*\?/g)).toEqual(said);
      expect(text).not.toMatch(/\d/);
    }),
    { numRuns: runs(60) },
  );
});

test("The numbers of pages at the right of a script are no words, nor is a scene that goes on", async () => {
  const pages = [1, 2, 3, 4].map((page) => {
    const lines = [
      "The keeper lights the lamp.",
      "",
      "He looks at the sea.",
      "",
      "A ship.",
      "",
      "He sleeps.",
    ];
    const number = page === 1 ? [] : [`${" ".repeat(54)}${page}.`, "", "CONTINUED:", ""];
    const foot = page === 4 ? [] : ["", `${" ".repeat(50)}(CONTINUED)`, ""];
    return [...number, ...lines, ...foot].join("\n");
  });
  const manuscript = await importManuscript("a.txt", pages.join("\n"));
  expect(textsOf(manuscript).join(" ")).not.toMatch(/\d|CONTINUED/);
  const enumeration = "1.\n\nThe lamp.\n\n2.\n\nThe pier.\n\n3.\n\nThe boat.\n";
  const other = await importManuscript("a.txt", enumeration);
  expect(textsOf(other).join(" ")).toContain("2.");
});

const runningMarks = fc.record({
  words: fc.uniqueArray(fc.stringMatching(/^[a-z]{4,8}$/), {
    minLength: 2,
    maxLength: 20,
    // The same two letters before each mark can be those of one word.
    selector: (word) => word.slice(-2),
  }),
  sign: fc.constantFrom(",", ".", ";", "”", ".”", ",’"),
  isRoman: fc.boolean(),
});

/** Returns a number below 40 in small Roman numerals. */
function romanOf(number: number): string {
  return (
    "x".repeat(Math.floor(number / 10)) + " i ii iii iv v vi vii viii ix".split(" ")[number % 10]
  );
}

test("Numbers after words that count on through a file are marks, although it has no notes", async () => {
  await fc.assert(
    fc.asyncProperty(runningMarks, async ({ words, sign, isRoman }) => {
      // Two marks are marks only within sentences.
      fc.pre(sign !== "." || words.length > 2);
      const rest = sign === "." ? "He slept." : "and he slept, as we’ll see.";
      const write = (number: (at: number) => string) =>
        words.map(
          (word, at) => `The keeper of the harbour saw the ${word}${sign}${number(at)} ${rest}`,
        );
      const printed = (number: number) => (isRoman ? romanOf(number) : String(number));
      const marked = write((at) => printed(at + 1)).join("\n\n");
      const manuscript = await importManuscript("a.txt", marked);
      expect(textsOf(manuscript)).toEqual(write(() => ""));
      expect(manuscript.content.flatMap(markNodesIn)).toHaveLength(words.length);
      const odd = write((at) => printed(at * 2 + 2));
      const other = await importManuscript("a.txt", odd.join("\n\n"));
      expect(textsOf(other)).toEqual(odd);
    }),
    { numRuns: runs(60) },
  );
});

const citedParts = fc.record({
  words: fc.uniqueArray(fc.stringMatching(/^[a-z]{2,5}$/), { minLength: 2, maxLength: 5 }),
  rest: fc.constantFrom(
    " that he had",
    "\nthat he had",
    ", which he had",
    "; he had it",
    ". He had it",
  ),
  isRoman: fc.boolean(),
});

test("Numbers after the full stops of abbreviations are words, also beside the marks of notes", async () => {
  await fc.assert(
    fc.asyncProperty(citedParts, async ({ words, rest, isRoman }) => {
      const printed = (number: number) => (isRoman ? romanOf(number) : String(number));
      const cited = words.map(
        (word, at) =>
          `The keeper of the harbour found it in ${word}.${printed(at + 1)}${rest} at home.`,
      );
      const oneLine = cited.map((text) => text.replace("\n", " "));
      const manuscript = await importManuscript("a.txt", cited.join("\n\n"));
      expect(textsOf(manuscript).map((text) => text.replace("\n", " "))).toEqual(oneLine);
      const notes = ["lamp,", "pier,", "boat,"].map(
        (word, at) => `He saw the ${word}${printed(at + 1)} and he slept.`,
      );
      const other = await importManuscript("a.txt", [...notes, ...cited].join("\n\n"));
      expect(other.content.flatMap(markNodesIn)).toHaveLength(notes.length);
      expect(
        textsOf(other)
          .slice(notes.length)
          .map((text) => text.replace("\n", " ")),
      ).toEqual(oneLine);
    }),
    { numRuns: runs(60) },
  );
});

test.each([
  ...["(see vol.1) or (see art.2) or (see para.3)", "the lamp-1 and pier-2 and boat/3"],
  ...["fig.1, fig.2, fig.3", "part1, mark2, step3", "seen in vol.1 and no.3 and fig.2"],
  ...["lamps,1\n\npiers,2", "the lamp,v and the pier,iv", "the lamp,i of old"],
])("Numbers of figures and names are words: %s", async (words) => {
  const manuscript = await importManuscript("a.txt", `He saw ${words} there.`);
  expect(textsOf(manuscript).join("\n\n")).toBe(`He saw ${words} there.`);
});
