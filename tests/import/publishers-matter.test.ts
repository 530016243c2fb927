import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { headingsOf, notesOf, textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

const CITY = fc.constantFrom("New York", "LONDON", "Leipzig", "Paris", "Madrid");
const FIRM = fc.constantFrom(
  ...["Harbour & Sons", "The Harbour Press", "HARBOUR AND COMPANY", "Hafen Verlag"],
  ...["Librairie du Port", "Publishers of the Harbour", "Harbour Brothers & Co"],
);
const YEAR = fc.constantFrom("1851", "1907", "2004", "MDCCCLI");
const IMPRINT = fc
  .tuple(CITY, FIRM, YEAR)
  .chain(([city, firm, year]) =>
    fc.constantFrom(
      `${city}, ${firm}, ${year}`,
      `${city}: ${firm}. ${year}.`,
      `${firm}, ${city} (${year})`,
      `Copyright, ${year}, by ${firm}`,
      `Copyright © ${year} Ada Quill`,
      `First published in ${year} by ${firm}`,
      `Printed in ${city} by ${firm}, ${year}`,
      `Second Edition, ${year}`,
      `${city}\n${firm}, Harbour Street\n${year}`,
      `${city.toUpperCase()}: Ada Harbour, ${year}`,
      `Printed by ${firm}, ${city}.`,
      `Printed and bound in Great Britain by ${firm}`,
      "This text was prepared for Wikisource by volunteers of the harbour.",
      "All rights reserved.",
      `Entered according to Act of Congress, in the year ${year}, in the clerk’s office of the court.`,
    ),
  );

/** Lines of authors that have a firm, a year or words of notices in them. */
const LINES = [
  "To Tom Reed, who sold the oil of the Harbour Press in 1906.",
  "To the Harbour Press, 1907",
  "Messrs. Harbour & Sons, New York, 1907",
  "Harbour & Sons, New York, 2 May 1907",
  "Copyright, 1907, is a word that he disliked.",
  "The Harbour Press closed in 1907.",
  "Printed books were rare in 1851.",
  "The first edition of the log was burned in 1851.",
  "New York, 1907",
  "London, Baker Street, 1871",
  "London: a city that he left in 1871.",
  "Printed in Blood",
  "This text was made by a keeper for Wikisource’s rival.",
  "Harbour & Sons",
];
const STORY = "The lamp was lit at dusk, and the boats came in one after the other. "
  .repeat(6)
  .trim();
const WORDS = /[\p{L}\p{N}]+/gu;

test.each([
  ["a.txt", (blocks: readonly string[]) => blocks.join("\n\n")],
  [
    "a.html",
    (blocks: readonly string[]) =>
      `<html><body>${blocks.map((one) => `<p>${one.replace("&", "&amp;").replaceAll("\n", "<br>")}</p>`).join("\n")}</body></html>`,
  ],
] as const)(
  "an imprint is reported and no passage of %s, and the lines of the author are passages",
  async (name, write) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(IMPRINT, { minLength: 1, maxLength: 4 }),
        fc.subarray(LINES),
        async (imprint, lines) => {
          const manuscript = await importManuscript(name, write([...imprint, ...lines, STORY]));
          const kept = textsOf(manuscript).join("\n");
          const told = manuscript.remarks.map(inEnglish).join("\n");
          for (const line of imprint) {
            expect(kept).not.toContain(line);
            expect(told).toContain(line.replaceAll("\n", " "));
          }
          for (const line of [...lines, STORY]) expect(kept).toContain(line);
          expect(notesOf(manuscript)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  },
);

test("after the first paragraph of the author’s, such lines are text", async () => {
  const lines = ["New York, Harbour & Sons, 1907", "Copyright, 1907, by Ada Quill"];
  const manuscript = await importManuscript("a.txt", [STORY, ...lines].join("\n\n"));
  expect(textsOf(manuscript).join(" ").match(WORDS)).toEqual(
    [STORY, ...lines].join(" ").match(WORDS),
  );
});

test("All lists of the parts and of the pictures of a book are left out", async () => {
  const list = (title: string, entries: readonly string[]) =>
    `<h2>${title}</h2>${entries.map((entry) => `<p>${entry}</p>`).join("")}`;
  const pages = [
    list("Contents", ["The Lamp 1", "The Sea 12", "The Boat 30"]),
    list("List of Illustrations", ["The Dusk 1", "The Bell 5", "The Fog 9"]),
    list("もくじ", ["第一章 夕暮れ 5", "第二章 霧 9", "第三章 海 12"]),
  ];
  const text = "<h2>The Lamp</h2><p>It was lit at dusk.</p><h2>Contents</h2><p>It had oil.</p>";
  const manuscript = await importManuscript("a.html", `${pages.join("")}${text}`);
  expect(textsOf(manuscript)).toEqual(["It was lit at dusk.", "It had oil."]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "The table of contents was left out (9 entries).",
  ]);
});

test("Notices of a printer or of a library at the end of a text are left out, and other last lines stay", async () => {
  const library = "This e-book comes from the online library Wikisource.";
  const endings: readonly (readonly [readonly string[], boolean])[] = [
    [["About this digital edition", library, "It was made by volunteers."], true],
    [["Printed in Great Britain by R. & R. Harbour, Limited, Edinburgh."], true],
    [["Gedruckt bei Hafen und Sohn in Leipzig."], true],
    [["About this edition", "I wrote it in the tower."], false],
    [["Printed by lamplight, it was read at dawn."], false],
    [["Of Wikisource", library], false],
  ];
  for (const [ending, isLeftOut] of endings) {
    const manuscript = await importManuscript("a.txt", [STORY, ...ending].join("\n\n"));
    expect(textsOf(manuscript)).toEqual(isLeftOut ? [STORY] : [STORY, ...ending]);
    const told = manuscript.remarks.map(inEnglish).join(" ");
    for (const line of isLeftOut ? ending : []) expect(told).toContain(line);
  }
});

test("Two entries with numbers and pages are a table of contents, and two sentences are none", async () => {
  const body = `CHAPTER I\n\n${STORY}`;
  const contents = await importManuscript(
    "a.txt",
    `CONTENTS\n\nI. Dusk .... 1\nII. Fog .... 9\n\n${body}`,
  );
  expect(textsOf(contents)).toEqual([STORY]);
  const text = await importManuscript("a.txt", `CONTENTS\n\nThe box held 9\nI saw 12\n\n${body}`);
  expect(textsOf(text)).toEqual(["The box held 9\nI saw 12", STORY]);
});

test("The headings of a part and of its first chapter below a table of contents are no entries", async () => {
  const entries = ["Chapter 1 5", "Chapter 2 9", "Chapter 3 12"];
  const contents = `<h2>Contents</h2>${entries.map((entry) => `<p>${entry}</p>`).join("")}`;
  const manuscript = await importManuscript(
    "a.html",
    `<p>By Ada.</p>${contents}<h2>Part 1</h2><h3>Chapter 1</h3><p>It was lit.</p>`,
  );
  expect(headingsOf(manuscript)).toEqual(["## Part 1", "### Chapter 1"]);
});

/** Writes headings after “# ” and paragraphs as HTML. */
function toHtml(text: string): string {
  const blocks = text.split("\n\n").map((block) => block.replaceAll("\n", "<br>"));
  const written = blocks.map((block) =>
    block.startsWith("# ") ? `<h1>${block.slice(2)}</h1>` : `<p>${block}</p>`,
  );
  return `<html><body>${written.join("\n")}</body></html>`;
}

describe("an index", () => {
  const page = fc.integer({ min: 1, max: 999 });
  const term = fc.constantFrom(
    "lamp",
    "Harbour of Harl",
    "Quill, Ada",
    "oil, price of",
    "Öl",
    "фонарь",
  );
  const pages = fc.oneof(
    page.map(String),
    fc.tuple(page, page).map(([a, b]) => `${Math.min(a, b)}–${Math.max(a, b)}`),
    page.map((one) => `${one} ff.`),
    page.map((one) => `${one}n2`),
    fc.constant("xii"),
  );
  const entry = fc
    .tuple(term, fc.array(pages, { minLength: 1, maxLength: 4 }))
    .map(([name, list]) => `${name}, ${list.join(", ")}`);
  const title = fc.constantFrom(
    ...[
      "Index",
      "INDEX",
      "General Index",
      "Index of Names",
      "Sachregister",
      "Personenregister",
      "Namen- und Sachregister",
    ],
    ...[
      "Índice alfabético",
      "Indice analitico",
      "Index des noms",
      "Предметный указатель",
      "索引",
      "찾아보기",
    ],
  );
  const shapes = {
    "a line each": (entries: readonly string[]) => entries.join("\n"),
    "a paragraph each": (entries: readonly string[]) => entries.join("\n\n"),
    "one paragraph": (entries: readonly string[]) => entries.join(" "),
    "below letters, with references": (entries: readonly string[]) =>
      `A\n\n${entries.join("\n")}\n\nB\n\nbarge, see boat\n\nboat\n\n${entries.join("\n")}`,
  };

  test.each(Object.entries(shapes))("with entries as %s is left out", async (_, write) => {
    await fc.assert(
      fc.asyncProperty(
        title,
        fc.array(entry, { minLength: 3, maxLength: 9 }),
        async (name, entries) => {
          const text = `# The Lamp\n\n${STORY}\n\n# ${name}\n\n${write(entries)}\n\n# After\n\n${STORY}`;
          const manuscript = await importManuscript("a.html", toHtml(text));
          expect(textsOf(manuscript)).toEqual([STORY, STORY]);
          expect(manuscript.remarks.map(inEnglish).join()).toMatch(
            /The index was left out \(\d+ entries\)/,
          );
        },
      ),
      { numRuns: runs(15) },
    );
  });

  test("ends with its last entry that has pages", async () => {
    const after = ["We shall see the lamp again.", "II", "他看见了灯。", "The keeper sleeps"];
    const index = "lamp, 9\n\noil, 3\n\nB\n\nbarge, see boat\n\npier, 12";
    const text = `# The Lamp\n\n${STORY}\n\n# Index\n\n${index}\n\n${after.join("\n\n")}`;
    const manuscript = await importManuscript("a.html", toHtml(text));
    expect(textsOf(manuscript)).toEqual([STORY, ...after]);
  });

  test.each([
    ["Index", "He was ill.\n\nThe lamp was lit in 1907.\n\nIt burned for 9 nights."],
    ["Index", "The pier has 9 lamps, 3 boats and 12 barges.\n\nIt was civil."],
    ["The Register", "lamp, 9\n\noil, 3\n\npier, 12"],
    ["Register", "The tower was built in 1850.\n\nIt was burned in 1852\n\nIt came down in 1853."],
    ["Index", "The keeper sleeps in his tower\n\nHe wakes at 5\n\nHe counts 9 boats"],
  ])("is no chapter of the author’s: %s, %s", async (name, text) => {
    const manuscript = await importManuscript(
      "a.txt",
      `THE LAMP\n\n${STORY}\n\n${name.toUpperCase()}\n\n${text}`,
    );
    expect(textsOf(manuscript).join("\n\n")).toContain(text);
  });
});
