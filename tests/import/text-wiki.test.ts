import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { headingsOf, notesOf, textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

/** The additions of a wiki to a page in one language: its links, the lines above the text and those below it. */
const WIKIS = [
  {
    edit: ["[edit]", "[edit | edit source]"],
    above: ["From Wikipedia, the free encyclopedia", "Jump to navigation", "Jump to search"],
    below: [
      'Retrieved from "https://en.wikipedia.org/w/index.php?title=Lamp&oldid=12"',
      "Categories: Lamps | Harl",
      "This page was last edited on 2 March 2007, at 12:00 (UTC).",
    ],
  },
  {
    edit: ["[Bearbeiten]", "[Bearbeiten | Quelltext bearbeiten]"],
    above: [
      "aus Wikisource, der freien Quellensammlung",
      "Zur Navigation springen Zur Suche springen",
    ],
    below: [
      "Abgerufen von „https://de.wikisource.org/w/index.php?title=Lampe&oldid=1“",
      "Kategorien: Werke 1907",
    ],
  },
  {
    edit: ["[modifier le code]", "[modifier | modifier le code]"].slice(1),
    above: ["Aller à la navigation"],
    below: [
      "Ce document provient de « https://fr.wikipedia.org/w/index.php?title=Lampe&oldid=1 ».",
      "Catégorie : Phare",
    ],
  },
  {
    edit: ["[編集]", "[編集 | ソースを編集]"],
    above: ["ナビゲーションに移動検索に移動"],
    below: ["カテゴリ: 灯台"],
  },
  {
    edit: ["[편집]", "[편집 | 원본 편집]"],
    above: ["위키백과, 우리 모두의 백과사전."],
    below: ["분류: 등대"],
  },
  {
    edit: ["[править | править код]"],
    above: ["Материал из Википедии"].slice(1),
    below: ["Категория: Маяки"],
  },
];

test("The links of a wiki, its lines around a page and the arrows of notes are no words of the page’s", async () => {
  const page = fc.record({
    wiki: fc.constantFrom(...WIKIS),
    form: fc.nat(1),
    title: fc.constantFrom("The Lamp", "The Lamp of Harl"),
    sections: fc.integer({ min: 1, max: 4 }),
    notes: fc.integer({ min: 0, max: 3 }),
    arrow: fc.constantFrom("↑ ", "^ ", "↑ a b ", "^ Jump up to: a b ", "1. ↑ "),
    hasAbove: fc.boolean(),
    hasBelow: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(page, async ({ wiki, form, title, sections, notes, arrow, ...has }) => {
      const edit = wiki.edit[form] ?? wiki.edit[0] ?? "";
      const marks = Array.from({ length: notes }, (_, index) => `[${index + 1}]`).join("");
      const intro = "The lamp is a light on the coast of Harl, and it is lit at dusk.";
      const texts = Array.from(
        { length: sections },
        (_, index) => `The keeper wrote letter ${index}.`,
      );
      const said = Array.from({ length: notes }, (_, index) => `Log of the pier, page ${index}.`);
      const lines = [
        title,
        ...(has.hasAbove ? wiki.above : []),
        "",
        `${intro}${marks}`,
        ...texts.flatMap((text, index) => ["", `Part ${"ABCD"[index]} of it${edit}`, text]),
        ...(notes === 0 ? [] : ["", `Notes ${edit}`, ...said.map((one) => `${arrow}${one}`)]),
        ...(has.hasBelow ? ["", ...wiki.below] : []),
      ];
      const manuscript = await importManuscript("a.txt", lines.join("\n"));
      const passages = textsOf(manuscript).filter((text) => text !== title);
      expect(passages).toEqual([intro, ...texts]);
      expect(notesOf(manuscript)).toEqual(said);
      const headings = headingsOf(manuscript).map((one) => one.replace(/^#+ /, ""));
      expect(headings).toEqual(
        expect.arrayContaining(texts.map((_, index) => `Part ${"ABCD"[index]} of it`)),
      );
      const remarks = manuscript.remarks.map(inEnglish).join("\n");
      expect(remarks).toMatch(/links? that edit/);
      for (const line of has.hasBelow ? wiki.below.slice(0, 1) : [])
        expect(remarks).toContain(line);
    }),
    { numRuns: runs(60) },
  );
});

test.each([
  "He wrote to her. [edit]",
  "Retrieved from the sea, the lamp was lit again.",
  "Source: https://en.wikipedia.org/wiki/Lamp",
  "Categories: lamps and oil",
  "^ is the sign of a power.",
  "↑ So the log of the pier.",
])("Without the other lines of a wiki, a line is one of the author’s: %s", async (line) => {
  const manuscript = await importManuscript("a.txt", `The keeper lit the lamp at dusk.\n\n${line}`);
  expect(textsOf(manuscript)).toEqual(["The keeper lit the lamp at dusk.", line]);
});

test("A table of contents of two entries is one if both are headings below it", async () => {
  const contents = "CONTENTS\n\nThe Lamp\nThe Pier\n\n";
  const parts = "THE LAMP\n\nThe keeper lit it.\n\nTHE PIER\n\nThree ships went by.\n";
  const manuscript = await importManuscript("a.txt", contents + parts);
  expect(textsOf(manuscript)).toEqual(["The keeper lit it.", "Three ships went by."]);
  expect(manuscript.remarks.map(inEnglish).join()).toContain("2 entries");
  const other = await importManuscript("a.txt", contents + parts.replace("THE PIER", "THE BOAT"));
  expect(other.remarks.map(inEnglish).join()).not.toContain("contents");
});
