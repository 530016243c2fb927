import fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, test, vi } from "vitest";
import { type Body, isPipeTable, readBody } from "../../src/corpus/body.ts";
import { parseMarkdown, renderInlineText } from "../../src/corpus/markdown.ts";
import { setNotesApart } from "../../src/corpus/notes/handwritten-notes.ts";
import { libraryOf } from "../library.ts";
import { documentIn } from "./folder.ts";

const bodyOf = (markdown: string): Body => readBody(parseMarkdown(markdown).root, "text", "a.md");
const passagesIn = (markdown: string) => bodyOf(markdown).passages.map(({ text }) => text);
const notesIn = (markdown: string) => bodyOf(markdown).notes.map(({ text }) => text);

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const raise = (number: number) =>
  [...String(number)].map((digit) => RAISED[Number(digit)]).join("");
const SIGNS = ["*", "†", "‡", "§", "‖", "**", "††", "‡‡"];
const sign = (n: number) => (SIGNS[n - 1] ?? "").replaceAll("*", "\\*");
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"];

/** Writes the mark or the beginning of the note with an index, from 1. */
type Style = (index: number) => string;

/** The marks that only notes have, as they can be after words, and the beginnings that go with them. */
const OF_NOTES: readonly (readonly [mark: Style, beginning: Style])[] = [
  [(n) => `[${n}]`, (n) => `[${n}] `],
  [(n) => `[${n}]`, (n) => `[${n}]: `],
  [(n) => ` [${n}]`, (n) => `[${n}] `],
  [(n) => `[^${n}]`, (n) => `[^${n}] `],
  [(n) => `[${n}]`, (n) => `${raise(n)} `],
  [raise, (n) => `${raise(n)} `],
  [raise, (n) => `[${n}] `],
  [(n) => `<sup>${n}</sup>`, (n) => `<sup>${n}</sup> `],
  [(n) => `<sup>${n}</sup>`, (n) => `<sup>${n}</sup>`],
  [(n) => `<sup>[${n}]</sup>`, (n) => `[${n}] `],
  [(n) => `[[${n}]](#fn${n})`, (n) => `<a id="fn${n}"></a>[${n}] `],
  [(n) => `[[${n}]](#fn${n})`, (n) => `[[${n}]](#ref${n}) `],
  [(n) => `[${n}](#fn${n})`, (n) => `<a id="fn${n}"></a>${n}. `],
  [(n) => `<sup>[${n}](#fn${n})</sup>`, (n) => `<a name="fn${n}">${n}</a>. `],
  [(n) => `<a href="#fn${n}"><sup>${n}</sup></a>`, (n) => `<sup id="fn${n}">${n}</sup> `],
  [(n) => `[${"abcdefgh"[n - 1]}]`, (n) => `[${"abcdefgh"[n - 1]}] `],
  [(n) => `[${ROMAN[n - 1]}]`, (n) => `[${ROMAN[n - 1]}] `],
  [sign, (n) => `${sign(n)} `],
  [(n) => `[注${n}]`, (n) => `[注${n}] `],
];

/** Marks of which a numbered list below a title or after a rule has the notes. */
const OF_LISTS: readonly Style[] = [
  (n) => `[${n}]`,
  raise,
  (n) => `<sup>${n}</sup>`,
  (n) => `[[${n}]](#fn${n})`,
  (n) => `[${n}](#fn${n})`,
];

const TITLES = ["## Notes", "# Footnotes", "### Anmerkungen", "**Notes**", "<h2>Notes</h2>"];

const NOUNS = ["lamp", "keeper", "harbour", "widow", "barrel", "lantern", "pilot", "window"];
const noun = fc.constantFrom(...NOUNS);

/** A section of a text: its paragraphs, each a list of sentences, of which some have a note. */
interface Section {
  readonly paragraphs: readonly (readonly { readonly words: string; readonly note?: string }[])[];
}

const sentence = fc
  .record({
    words: fc.tuple(noun, noun).map(([one, other]) => `At dusk the ${one} was by the old ${other}`),
    note: fc.option(
      fc.tuple(noun, noun).map(([one, other]) => `See the *log* of the ${one} and the ${other}.`),
      { nil: undefined },
    ),
  })
  .map(({ words, note }) => (note === undefined ? { words } : { words, note }));

/** With at most eight notes, for which there are signs and letters. */
const section: fc.Arbitrary<Section> = fc.record({
  paragraphs: fc.array(fc.array(sentence, { minLength: 1, maxLength: 2 }), {
    minLength: 1,
    maxLength: 4,
  }),
});

const hasNotes = ({ paragraphs }: Section) =>
  paragraphs.flat().some(({ note }) => note !== undefined);

interface Layout {
  readonly mark: Style;
  readonly beginning: Style;
  /** Writes the notes, each with its beginning, as one part of the file. */
  readonly join: (notes: readonly string[]) => string;
  readonly place: "below each paragraph" | "below each section" | "at the end";
  /** The line above all notes of a place. */
  readonly above: string;
}

/** Writes a text with its notes, and returns the words of both as they have to be read. */
function write(sections: readonly Section[], layout: Layout) {
  const parts: string[] = [];
  const passages: string[] = [];
  const notes: string[] = [];
  let waiting: string[] = [];
  const flush = () => {
    if (waiting.length > 0)
      parts.push([layout.above, layout.join(waiting)].filter(Boolean).join("\n\n"));
    waiting = [];
  };
  const all: string[][] = [];
  for (const [number, { paragraphs }] of sections.entries()) {
    parts.push(`# Chapter ${number + 1}`);
    let index = 0;
    for (const paragraph of paragraphs) {
      const written = paragraph.map(({ words, note }) => {
        if (note === undefined) return `${words}.`;
        index += 1;
        waiting.push(layout.beginning(index) + note);
        notes.push(note.replaceAll("*", ""));
        return `${words}${layout.mark(index)}.`;
      });
      parts.push(written.join(" "));
      passages.push(paragraph.map(({ words }) => `${words}.`).join(" "));
      if (layout.place === "below each paragraph") flush();
    }
    if (layout.place === "below each section") flush();
    else if (layout.place === "at the end") {
      all.push(waiting);
      waiting = [];
    }
  }
  if (layout.place === "at the end") {
    const ends = all.filter((one) => one.length > 0).map(layout.join);
    const between = layout.above === "**Notes**" ? "**Chapter**" : "#### Chapter";
    parts.push(layout.above, ends.join(`\n\n${between}\n\n`));
  }
  return { markdown: parts.filter(Boolean).join("\n\n"), passages, notes };
}

const inParagraphs = (notes: readonly string[]) => notes.join("\n\n");
const inLines = (notes: readonly string[]) => notes.join("\n");
const inBrokenLines = (notes: readonly string[]) => notes.join("  \n");
const inBullets = (notes: readonly string[]) => notes.map((note) => `- ${note}`).join("\n");

const layoutOfNotes: fc.Arbitrary<Layout> = fc
  .record({
    style: fc.constantFrom(...OF_NOTES),
    join: fc.constantFrom(inParagraphs, inLines, inBrokenLines, inBullets),
    place: fc.constantFrom("below each paragraph" as const, "below each section" as const),
    above: fc.constantFrom("", "---", "***", "<hr>", "<!-- notes -->"),
  })
  .map(({ style: [mark, beginning], ...rest }) => ({ mark, beginning, ...rest }));

const titled = fc.record({
  mark: fc.constantFrom(...OF_LISTS),
  beginning: fc.constant((n: number) => `${n}. `),
  join: fc.constantFrom(inParagraphs, inLines),
  place: fc.constant("at the end" as const),
  above: fc.constantFrom(...TITLES),
});

const ruled = titled.map((layout) => ({
  ...layout,
  place: "below each section" as const,
  above: "---",
}));

/** Titles that are no headings are passages. */
const withoutTitles = (texts: readonly string[]) =>
  texts.filter((text) => !/^(?:Notes|Chapter)$/.test(text));

describe("A paragraph, a line or an item with the mark of a word is its note", () => {
  test.each([
    ["in the same form", layoutOfNotes],
    ["in a numbered list below a title of notes", titled],
    ["in a numbered list after a rule", ruled],
  ])("%s, and no word is lost", (_, layouts) => {
    fc.assert(
      fc.property(
        fc.array(section.filter(hasNotes), { minLength: 1, maxLength: 3 }),
        layouts,
        (sections, layout) => {
          const { markdown, passages, notes } = write(sections, layout);
          expect(withoutTitles(passagesIn(markdown)), markdown).toEqual(passages);
          expect(notesIn(markdown), markdown).toEqual(notes);
        },
      ),
    );
  });
});

/** Parts of honest texts, none of which is a note. Each begins and ends where a paragraph does. */
const HONEST: readonly string[] = [
  "1. Light the lamp.\n2. Wake the keeper.\n3. Ring the bell.",
  "1) Light the lamp.\n2) Wake the keeper.",
  "(1) The keeper shall light the lamp under subsection (2).\n\n(2) He shall do so as in (1), section 3(1) and article 4(a).",
  "(a) a lamp;\n\n(b) a bell;\n\n(c) a rope.",
  "* Two cups of oil\n* A wick*\n* Salt",
  "- † Anna, 1801\n- † Karl, 1802",
  "† Anna, who kept the lamp.\n\n† Karl, who rang the bell.",
  "\\* Oil\n\n\\* Wicks\n\n\\* Salt",
  "[1] The keeper appeals. He refers to [2] below.\n\n[2] As in [1] above, he was asleep.\n\n[3] Dismissed.",
  "¹In the first year was the lamp. ²And it was lit.\n\n³And the keeper slept. ⁴And he woke.",
  "<sup>1</sup> In the first year was the lamp. <sup>2</sup> And it was lit.\n\n<sup>3</sup> And he slept.",
  "[1] In the first year it was lit. [2] And he slept.\n\n[3] And he woke.",
  "**1** In the first year was the lamp, and it was lit. **2** And the keeper slept until the day. **3** And he woke up again.",
  "The light is mc[^2-5] here.\n\n\\[1] A lamp.\n\n\\[2] A bell.\n\n\\[3] A rope.\n\n\\[4] An oar.\n\n\\[5] Oil.",
  "```\nlist[1] = list[2]\n\n[1] no note\n```",
  "It is list[1] or x[2], f(1) = x¹ and 5*3, CO₂ and 10⁶, x² or 5 km².",
  "| Lamp* | Oil† |\n| --- | --- |\n| 1 | 2 |",
  "① Light it.\n\n② Ring it.",
  "1. 月の灯。\n2. 夜の鐘。",
  "2. Januar 1900 war es so weit.\n\n3. Februar 1900 nicht mehr.",
  "> 1. Light the lamp.\n> 2. Wake the keeper.",
  "Rated: ***\n\n*** The lamp of the year",
  "* * *\n\n1. Light the lamp.\n2. Wake the keeper.",
  "## Notes\n\n1. Light the lamp.\n2. Wake the keeper.",
  "## Anmerkungen\n\n- Light the lamp.",
  "i. Light it.\n\nii. Ring it.",
  "A. Who lit it?\n\nB. The keeper.",
  "§ 1 The lamp is lit.\n\n§ 2 It is as in § 1.",
  "** The lamp of the tower**\n\nIt is lit.",
  "*The lamp* is lit, and **the bell** rings.",
  "[W]hen it was lit, the keeper[s] slept.",
  "See [the log](log.md), [1](https://example.org/1) and [2](https://example.org/2).",
];

/** Returns the words of a text, without those in code, signs and numbers. */
const lettersOf = (text: string) => text.match(/\p{L}+/gu) ?? [];

/** Returns the words of the paragraphs of a text. */
function wordsIn(node: Nodes): readonly string[] {
  if (node.type === "paragraph") {
    return isPipeTable(node) ? [] : lettersOf(renderInlineText(node).text);
  }
  return "children" in node && node.type !== "heading" ? node.children.flatMap(wordsIn) : [];
}

describe("No item of an honest list is a note", () => {
  test("wherever it is, and whatever other text is around it", () => {
    const part = fc.constantFrom(...HONEST, "The lamp was lit.", "---", "# Chapter");
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const markdown = parts.join("\n\n");
        expect(notesIn(markdown), markdown).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("even if words have marks of other notes", () => {
    const part = fc.constantFrom(...HONEST);
    const marks = fc.constantFrom("lamp[7]", "lamp⁷ and lamp⁸", "lamp‡", "lamp[g]");
    fc.assert(
      fc.property(part, marks, part, (before, word, after) => {
        const markdown = `${before}\n\nIt was the ${word}.\n\n${after}`;
        expect(notesIn(markdown), markdown).toEqual([]);
      }),
    );
  });

  test.each([
    ["a numbered list without a title or a rule", "It[1] and the lamp[2].\n\n1. Oil.\n2. Salt."],
    ["a list that is longer than the marks", "The lamp[1].\n\n---\n\n1. Oil.\n2. Salt."],
    ["a list with fewer items than marks", "The lamp[1] and bell[2].\n\n---\n\n1. Oil."],
    ["a list before more of the text", "The lamp[1].\n\n---\n\n1. Oil.\n\nAnd the keeper slept."],
    ["bullets below a word with an asterisk", "Prices*:\n\n* Oil\n* Salt"],
    ["a bullet of another sign", "Prices*:\n\n- Oil"],
    ["notes before the mark", "[1] See the log.\n\nThe lamp[1]."],
    ["labels that go backwards", "The lamp[2] and bell[1].\n\n[1] Oil.\n\n[2] Salt."],
    ["numbers in a sentence", "It needs (1) oil and (2) salt.\n\n(1) Oil.\n\n(2) Salt."],
    ["verses of a chapter", "And there was night.¹\n\n# 2\n\n¹ Thus it ended. ² And so."],
    ["numbers that sentences speak of", "In [1] it is said; [1] is so.\n\n[1] The lamp was lit."],
  ])("%s", (_, markdown) => {
    expect(notesIn(markdown)).toEqual([]);
  });
});

test("No word is lost, whatever a text consists of", () => {
  const marked = fc
    .tuple(fc.constantFrom(...OF_NOTES), fc.integer({ min: 1, max: 4 }))
    .map(([[mark, beginning], n]) => `The lamp${mark(n)} was lit.\n\n${beginning(n)}Oil of Anna.`);
  const part = fc.oneof(fc.constantFrom(...HONEST, "---", ...TITLES), marked);
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const markdown = parts.join("\n\n");
      const { root } = parseMarkdown(markdown);
      const all = wordsIn(root);
      const { passages, notes } = readBody(root, "text", "a.md");
      const words = [...passages, ...notes].flatMap(({ text }) => lettersOf(text));
      // The labels of marks and of notes are no words.
      const isWord = (word: string) => word.length > 1 && !/^(?:[ivx]+|注)$/.test(word);
      expect(words.filter(isWord).toSorted(), markdown).toEqual(all.filter(isWord).toSorted());
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["notes", "The lamp[1] was lit.\n\n[1] Oil.\n\n"],
  ["notes that have no mark", "[7] Oil.\n\n"],
  ["marks of no note", "The lamp[1] and bell* were lit.\n\n"],
  ["lines", "[1] Oil. [↩](#r1)\n"],
  ["signs", "* † ‡ [1] (2) "],
])("Many %s are read in linear time", (_, part) => {
  /** Returns the length of all texts that are cut out, in UTF-16 code units. */
  function workFor(parts: number): number {
    const { root } = parseMarkdown(`The bell[1].\n\n[1] Oil.\n\n${part.repeat(parts)}`);
    let work = 0;
    const { slice } = String.prototype;
    const slicing = vi.spyOn(String.prototype, "slice").mockImplementation(function (
      this: string,
      ...range
    ) {
      const cut = slice.apply(this, range);
      work += cut.length;
      return cut;
    });
    setNotesApart(root.children);
    slicing.mockRestore();
    return work;
  }
  expect(workFor(2000)).toBeLessThan(3 * workFor(1000) + 10_000);
});

describe("A mark stays where a note is its only evidence", () => {
  test.each([
    [
      "a power among notes",
      "The area x² of the lamp¹ and bell².\n\n¹ Oil.\n\n² Salt.",
      ["The area x² of the lamp and bell."],
    ],
    [
      "a raised number after one letter",
      "So I¹ and a² said; then lamp³.\n\n¹ Oil.\n\n² Salt.\n\n³ Id.",
      ["So I and a said; then lamp."],
    ],
    ["a note for two marks", "The lamp* and the bell*.\n\n\\* Oil.", ["The lamp and the bell."]],
    [
      "several notes for one mark",
      "The lamp[1,2] and bell[3–4].\n\n[1] A b.\n[2] B c.\n[3] C d.\n[4] D e.",
      ["The lamp and bell."],
    ],
    ["a mark in a title", "# Of Lamps*\n\nThe lamp.\n\n\\* Of 1899.", ["The lamp."]],
    ["a mark after emphasis", "The *lamp*\\* failed.\n\n\\* Of 1899.", ["The lamp failed."]],
    [
      "a space before a number in round brackets, below a title",
      "The lamp (1) is old, and so is the bell (2).\n\n## Notes\n\n(1) Oil.\n\n(2) Salt.",
      ["The lamp is old, and so is the bell."],
    ],
    ["a bullet", "The lamp* failed.\n\n* Of 1899.", ["The lamp failed."]],
  ])("%s", (_, markdown, passages) => {
    expect(passagesIn(markdown)).toEqual(passages);
  });
});

test("A note keeps its paragraphs, and none of the links back", () => {
  const markdown =
    "The lamp[1] and bell[2].\n\n## Notes\n\n1. Oil. [↩](#r1)\n\n   Of 1899.\n2. [^](#r2) Salt. <a href='#r2'>↑</a>";
  expect(notesIn(markdown)).toEqual(["Oil.\nOf 1899.", "Salt."]);
});

test("A document has its notes, and the advice says which paragraphs they are", async () => {
  const markdown = "The lamp† failed.\n\n† The one of 1899.";
  const { passages, notes } = await documentIn({ "a.md": markdown });
  expect(passages.map(({ text, marks }) => ({ text, marks }))).toEqual([
    { text: "The lamp failed.", marks: [{ offset: 8, text: "†" }] },
  ]);
  expect(notes).toEqual([{ kind: "footnote", text: "The one of 1899.", beginning: "† " }]);
  expect(bodyOf(markdown).advice).toMatchObject([
    { line: 3, group: { key: "advice.printed-notes" } },
  ]);
});

test("A printed note is found, and a document’s own words have some below their heading as well", () => {
  const text =
    "The lamp† of the old tower failed.\n\n† The one that Anna brought from Bergen in 1899.";
  const library = libraryOf({ "a.md": text });
  const { hits } = library.search("Anna Bergen", {}, { kinds: ["passage", "note"] });
  expect(hits).toMatchObject([{ kind: "note" }]);
  const body = readBody(
    parseMarkdown(`# Lamp†\n\n† No note.\n\n## Text\n\n${text}\n\n## Remarks\n\n† Nor this.`).root,
    "notes",
    "a.md",
  );
  expect(body.passages.map((passage) => passage.text)).toEqual([
    "The lamp of the old tower failed.",
  ]);
  expect(body.notes.map(({ kind }) => kind)).toEqual(["summary", "footnote", "remark"]);
});
