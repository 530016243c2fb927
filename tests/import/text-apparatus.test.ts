import fc from "fast-check";
import { expect, test } from "vitest";
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

test("The caption of a picture may have emphasis and several paragraphs", async () => {
  const text =
    "He lit the lamp.\n\n[Illustration: =Fig. 2.=\n\n_The boat_\n\nat dusk.]\n\nHe slept.";
  const manuscript = await importManuscript("a.txt", gutenberg(text));
  expect(textsOf(manuscript)).toEqual(["He lit the lamp.", "He slept."]);
});
