import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { markedTextsOf, notesOf, textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

const VERSES = [
  ...[
    "In the first year was the lamp",
    "And the lamp was lit at dusk",
    "The keeper saw that it was good",
  ],
  ...[
    "Then the night fell upon the sea",
    "And the fog came in from the south",
    "No ship could see the rocks",
  ],
  ...[
    "So the bell was rung by the pilot",
    "And the widow wept upon the pier",
    "The dawn came up over the hill",
  ],
  ...[
    "Oil was poured into the barrel",
    "The rope was tied to the mast",
    "And the cook baked bread for all",
  ],
];
const SUPERSCRIPTS = [..."⁰¹²³⁴⁵⁶⁷⁸⁹"];
const raised = (number: number) =>
  [...String(number)].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");

/** Two chapters, each of whose verses has a number. */
const chapters = (write: (verse: string, number: number, chapter: number) => string) =>
  [1, 2].map((chapter) => VERSES.map((verse, index) => write(`${verse}.`, index + 1, chapter)));
const wrapped = (text: string) => text.replace(/(.{1,60})(?:\s|$)/g, "$1\n");
const page = (paragraphs: readonly string[]) =>
  `<h1>A Log</h1>${paragraphs.map((one) => `<p>${one}</p>`).join("")}`;
const CHAPTER = VERSES.map((verse) => `${verse}.`).join(" ");

test("The numbers of a chapter of a few verses are marks if they are between the sentences of a paragraph", async () => {
  const chapter = fc.record({
    count: fc.integer({ min: 4, max: VERSES.length }),
    write: fc.constantFrom(
      (text: string, n: number) => `${n} ${text}`,
      (text: string, n: number) => `3:${n} ${text}`,
      (text: string, n: number) => `${n} “${text.slice(0, -1)}.”`,
    ),
    end: fc.constantFrom(".", "!", "?"),
    name: fc.constantFrom("a.txt", "a.md", "a.html"),
  });
  await fc.assert(
    fc.asyncProperty(chapter, async ({ count, write, end, name }) => {
      const verses = VERSES.slice(0, count).map((verse) => `${verse}${end}`);
      const text = verses.map((verse, index) => write(verse, index + 1)).join(" ");
      const read = await importManuscript(name, name.endsWith("html") ? page([text]) : text);
      const plain = verses.map((verse) => write(verse, 1).replace(/^\S+ /, "")).join(" ");
      expect(textsOf(read)).toEqual([plain]);
      expect(read.remarks.map(inEnglish).join(" ")).toContain(
        `Numbers of verses, sentences or paragraphs (${count})`,
      );
    }),
    { numRuns: runs(30) },
  );
});

test.each([
  "1 The lamp of the pier was lit. 3 Boats came home before it was dark.",
  "The order is this. 1 The lamp of the pier is lit. 2 The bell of the pier is rung. 3 The men go home.",
  "1 lamp was lit at the pier. 2 boats came home before dark. 3 men slept in the tower.",
  "1 Lamp. 2 Boats. 3 Men.",
])("Numbers that do not count verses stay: %s", async (text) => {
  expect(textsOf(await importManuscript("a.txt", text))).toEqual([text]);
});

describe("The numbers of verses are marks", () => {
  test.each([
    [
      "a.txt",
      chapters((verse, n, c) => `${c}:${n} ${verse}`)
        .map((one) => one.join(" "))
        .join("\n\n"),
    ],
    [
      "a.txt",
      chapters((verse, n, c) => `{${c}:${n}} ${verse}`)
        .map((one) => wrapped(one.join(" ")))
        .join("\n"),
    ],
    [
      "a.txt",
      chapters((verse, n) => `${n} ${verse}`)
        .map((one) => wrapped(one.join(" ")))
        .join("\n"),
    ],
    [
      "a.txt",
      chapters((verse, n) => `[${n}] ${verse}`)
        .map((one) => wrapped(one.join(" ")))
        .join("\n"),
    ],
    [
      "a.txt",
      chapters((verse, n) => `${raised(n)} ${verse}`)
        .map((one) => one.join(" "))
        .join("\n\n"),
    ],
    [
      "a.md",
      chapters((verse, n, c) => `${c}:${n} ${verse}`)
        .map((one) => one.join(" "))
        .join("\n\n"),
    ],
    [
      "a.html",
      page(chapters((verse, n) => `<small>${n}</small>&nbsp;${verse}`).map((one) => one.join(" "))),
    ],
    [
      "a.html",
      page(
        chapters((verse, n) => `<span><span>${n}</span>${verse}</span>`).map((one) =>
          one.join(" "),
        ),
      ),
    ],
    ["a.html", page(chapters((verse, n, c) => `[${c}:${n}] ${verse}`).map((one) => one.join(" ")))],
  ])("in running text: %s, %s", async (name, source) => {
    const manuscript = await importManuscript(name, source);
    expect(textsOf(manuscript)).toEqual([CHAPTER, CHAPTER]);
    expect(manuscript.remarks.map(inEnglish)).toContain(
      "Numbers of verses, sentences or paragraphs (24) were taken out of the words.",
    );
  });

  test("in a script without spaces", async () => {
    const verses =
      "起初有灯塔在海边，灯在夜里亮着，看守人看见灯是好的，夜落在海上，雾从南方来".split("，");
    const chapter = [...verses, ...verses].map((verse, index) => `${index + 1}${verse}。`).join("");
    const manuscript = await importManuscript("a.txt", chapter);
    expect(textsOf(manuscript)).toEqual([[...verses, ...verses].map((one) => `${one}。`).join("")]);
    expect(markedTextsOf(manuscript)[0]).toContain("[^v10]雾");
  });

  test("with that of their chapter", async () => {
    const source = chapters((verse, n, c) => `${c}:${n} ${verse}`)
      .flat()
      .join("\n\n");
    const manuscript = await importManuscript("a.txt", source);
    expect(markedTextsOf(manuscript)[13]).toBe(`[^v2:2]${VERSES[1]}.`);
  });

  test("if one of them is within a phrase, or is missing", async () => {
    const text = VERSES.map((verse, index) => (index === 6 ? verse : `${index + 1} ${verse}`));
    const source = text.join(". ").replace(". 3 The", " 3 The").replace("the fog", "the 5 fog");
    const manuscript = await importManuscript("a.txt", source);
    expect(textsOf(manuscript)[0]).not.toMatch(/[1-4]|[6-9]/);
    expect(textsOf(manuscript)[0]).toContain("And the 5 fog");
  });

  test("whatever words they have", async () => {
    const word = fc.constantFrom(
      "lamp",
      "sea",
      "7",
      "1850,",
      "night;",
      "oil",
      "“Ah",
      "keeper’s",
      "fog",
    );
    const verse = fc.array(word, { minLength: 5, maxLength: 12 });
    const chapter = fc.array(verse, { minLength: 6, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(chapter, { minLength: 2, maxLength: 4 }), async (all) => {
        const sentence = (words: readonly string[]) => `And the ${words.join(" ")} so.`;
        const source = all.map((verses) =>
          verses.map((words, index) => `${index + 1} ${sentence(words)}`).join(" "),
        );
        const manuscript = await importManuscript("a.html", page(source));
        expect(textsOf(manuscript)).toEqual(all.map((verses) => verses.map(sentence).join(" ")));
      }),
      { numRuns: runs(25) },
    );
  });
});

describe("Numbers stay in the words", () => {
  test.each([
    ["of a list", VERSES.map((verse, index) => `${index + 1}. ${verse}.`).join("\n\n")],
    ["of a list of sources", VERSES.map((verse, index) => `[${index + 1}] ${verse}.`).join("\n\n")],
    [
      "of sections",
      VERSES.map((verse, index) => `${index + 1} ${verse}.\n\n${CHAPTER}\n\n${CHAPTER}`).join(
        "\n\n",
      ),
    ],
    [
      "of months",
      `${Array.from({ length: 12 }, (_, index) => `${index + 1}月東京へ行き先生に会い手紙を書いた。`).join("")}`,
    ],
    ["that do not count on", "We saw 1 ship. 2 Boats came. 7 Men died, and 8 Women wept all day."],
    [
      "of hours",
      "9:00 We left the pier. 9:05 We saw the lamp. 10:15 We came to the cape. 11:00 We slept.",
    ],
    [
      "of few verses",
      "1 The lamp was lit at dusk. 2 The keeper slept on the pier. 3 The oil burned all night.",
    ],
  ])("%s", async (_, source) => {
    const manuscript = await importManuscript("a.txt", source);
    expect(textsOf(manuscript).join(" ").match(/\d+/g)).toEqual(source.match(/\d+/g));
  });
});

test.each([
  [
    "lines of a paragraph",
    page([VERSES.map((verse, index) => `${index + 1} Q. ${verse}.`).join("<br>")]),
  ],
  [
    "preformatted lines",
    `<pre>${VERSES.map((verse, index) => `${String(index + 1).padStart(2)}   Q. ${verse}.`).join("\n")}</pre>`,
  ],
  [
    "rows of a table",
    `<table>${VERSES.map((verse, index) => `<tr><td>${index + 4}</td><td>Q. ${verse}.</td></tr>`).join("")}</table>`,
  ],
])("The numbers of lines are marks: %s", async (_, html) => {
  const manuscript = await importManuscript("a.html", html);
  const lines = textsOf(manuscript).join("\n").split("\n");
  expect(lines).toEqual(VERSES.map((verse) => `Q. ${verse}.`));
  expect(manuscript.remarks.map(inEnglish)).toContain(
    "Line numbers (12) were taken out of the words.",
  );
});

test.each([
  "[Seite 12]",
  "[Pág. 12]",
  "[Pg:12]",
  "[pb 12]",
  "[fol. 12r]",
  "[стр. 12]",
  "[12쪽]",
  "［12頁］",
  "{S. 12}",
  "[Pg xii]",
  "〔一二頁〕",
  "[ص 12]",
  "[ص ١٢]",
  "[עמ' 12]",
])("The number of a printed page is a mark: %s", async (mark) => {
  const manuscript = await importManuscript("a.txt", `The lamp ${mark} burned.`);
  expect(textsOf(manuscript)).toEqual(["The lamp burned."]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "Page numbers of the print (1) were taken out of the words.",
  ]);
});

test.each(["[S1]", "[f5]", "[Civ]", "[page]"])("“%s” is no number of a page", async (words) => {
  const manuscript = await importManuscript("a.txt", `The lamp ${words} burned.`);
  expect(textsOf(manuscript)).toEqual([`The lamp ${words} burned.`]);
});

test("A bracket after a raised number belongs to it unless it closes another", async () => {
  const manuscript = await importManuscript(
    "a.txt",
    "The lamp failed.¹) We lit it (at dusk²) again.\n\n¹) A note.\n\n²) Another.",
  );
  expect(textsOf(manuscript)).toEqual(["The lamp failed. We lit it (at dusk) again."]);
  expect(notesOf(manuscript)).toEqual(["A note.", "Another."]);
});

test("The remark on a Markdown file counts the marks that tags raise, and no powers", async () => {
  const manuscript = await importManuscript(
    "a.md",
    "It failed<sup>1</sup> again, 10<sup>6</sup> times. Note ² and end.³",
  );
  expect(textsOf(manuscript)).toEqual(["It failed again, 10⁶ times. Note and end."]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "Reference marks of notes (3) were taken out of the words.",
  ]);
});

const pagesInText = fc.record({
  form: fc.constantFrom("[#]", "/#/"),
  first: fc.integer({ min: 1, max: 400 }),
  skips: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 6 }),
  place: fc.constantFrom("words", "paragraph"),
});

test("Numbers in brackets or slashes that count on from page to page are marks of pages, and no words", async () => {
  await fc.assert(
    fc.asyncProperty(pagesInText, async ({ form, first, skips, place }) => {
      const sentences = (page: number) =>
        Array.from(
          { length: 8 },
          (_, row) =>
            `And the keeper of hour ${"abcdefgh".charAt(row)}${"i".repeat(page + 1)} saw the ships go by`,
        );
      const words: string[] = [];
      let number = first;
      const pages = skips.map((skip, page) => {
        const lines = sentences(page);
        words.push(...lines);
        const mark = form.replace("#", String(number));
        number += skip;
        const text = `${lines.join(". ")}.`;
        return place === "words"
          ? text.replace("of hour", `${mark} of hour`)
          : `${mark}\n\n${text}`;
      });
      const manuscript = await importManuscript("a.txt", pages.join("\n\n"));
      const quoted = textsOf(manuscript).join(" ").replace(/\s+/g, " ");
      expect(quoted).toBe(`${words.join(". ")}.`);
      const remarks = manuscript.remarks.map(inEnglish).join("\n");
      expect(remarks).toContain(`Page numbers of the print (${skips.length})`);
    }),
    { numRuns: runs(25) },
  );
});

test("Numbers in brackets that count the items of a sentence or the paragraphs of a judgment are words", async () => {
  const items =
    "The keeper had three aims: [1] to light the lamp, [2] to ring the bell, and [3] to sleep.";
  const judgment = [12, 13, 14, 15].map(
    (number) =>
      `[${number}] ${"The court heard the keeper, and the bell was rung at dusk. ".repeat(6)}`,
  );
  const manuscript = await importManuscript("a.txt", [items, ...judgment].join("\n\n"));
  expect(
    textsOf(manuscript)
      .join(" ")
      .match(/\[\d+\]/g),
  ).toHaveLength(7);
});

test("The numbers in brackets of chapters with two or three verses are no words, and those of notes in a paragraph are no verses", async () => {
  const verses = ["A keeper lit the lamp.", "And three ships went by.", "Nobody saw them at dusk."];
  const chapter = (count: number) =>
    verses
      .slice(0, count)
      .map((verse, index) => `[${index + 1}] ${verse}`)
      .join(" ");
  for (const counts of [[3], [2, 2, 2], [2, 3]]) {
    const text = counts.map(chapter).join("\n\n");
    const manuscript = await importManuscript("a.txt", text);
    expect(textsOf(manuscript)).toEqual(counts.map((count) => verses.slice(0, count).join(" ")));
  }
  const noted = await importManuscript(
    "a.txt",
    `He lit it[1] at dusk,[2] and slept.[3]\n\n${chapter(3)}`,
  );
  expect(noted.remarks.map(inEnglish).join()).not.toContain("verses");
});

/** Verses with their numbers after them, in paragraphs of `size` verses. */
function closedVerses(
  verses: readonly string[],
  size: number,
  write: (number: number) => string,
): { readonly printed: readonly string[]; readonly words: readonly string[] } {
  const starts = verses.flatMap((_, index) => (index % size === 0 ? [index] : []));
  const joined = (one: (verse: string, index: number) => string) =>
    starts.map((start) =>
      verses
        .slice(start, start + size)
        .map((verse, index) => one(verse, start + index))
        .join(" "),
    );
  return {
    printed: joined((verse, index) => `${verse}${write(index + 1)}`),
    words: joined((verse) => verse),
  };
}

test("Numbers in brackets that close verses are marks, in each format", async () => {
  const verse = fc
    .tuple(fc.constantFrom(...VERSES), fc.constantFrom(",", ".", ";", "!"))
    .map(([words, stop]) => words + stop);
  const verses = fc.array(verse, { minLength: 5, maxLength: 16 });
  const many = fc.array(verse, { minLength: 20, maxLength: 24 });
  const sized = fc.oneof(
    fc.tuple(verses, fc.integer({ min: 2, max: 6 })),
    fc.tuple(many, fc.integer({ min: 1, max: 2 })),
  );
  const form = fc.constantFrom(" (#)", "(#)");
  const format = fc.constantFrom("a.txt", "a.md", "a.html");
  await fc.assert(
    fc.asyncProperty(...([sized, form, format] as const), async ([some, size], written, name) => {
      fc.pre(some.filter((one) => /[.!]$/.test(one)).length > 1);
      const closed = closedVerses(some, size, (number) => written.replace("#", `${number}`));
      const file = name === "a.html" ? page(closed.printed) : closed.printed.join("\n\n");
      const read = await importManuscript(name, file);
      expect(textsOf(read)).toEqual(closed.words);
      expect(read.remarks.map(inEnglish)).toContain(
        `Numbers of verses, sentences or paragraphs (${some.length}) were taken out of the words.`,
      );
    }),
    { numRuns: runs(40) },
  );
});

test("Other numbers in brackets after words are words", async () => {
  const verses = VERSES.slice(0, 6).map((verse) => `${verse}.`);
  const { printed } = closedVerses(verses, 3, (number) => ` (${number})`);
  const unclosed = [`${printed[0]} And so on.`, ...printed.slice(1)];
  const skipping = printed.map((text) => text.replace("(4)", "(7)"));
  const referring = [...printed, "As was said in (3), it was lit."];
  const sums = [1, 2, 3, 4, 5].map((number) => `a + ${number} = b (${number})`);
  const items = VERSES.slice(0, 6).map((verse, index) => `${verse}${index < 5 ? "," : "."}`);
  const required = closedVerses(items, 6, (number) => ` (${number})`).printed;
  const propositions = verses.map((verse, index) => `${verse} (${index + 1})`);
  const cited = closedVerses(verses, 3, (number) => ` [${number}]`).printed;
  const asked = Array.from({ length: 20 }, (_, index) => `Who lit the lamp? (${index + 1})`);
  const unlike = [propositions, required, cited, asked];
  for (const texts of [unclosed, skipping, referring, sums, ...unlike]) {
    expect(textsOf(await importManuscript("a.txt", texts.join("\n\n")))).toEqual(texts);
  }
  const notes = [1, 2, 3, 4, 5, 6].map((number) => `${number}. Of book ${number}.`);
  const noted = await importManuscript("a.txt", [...printed, "NOTES", ...notes].join("\n\n"));
  expect(notesOf(noted)).toEqual(notes.map((note) => note.slice(3)));
  expect(noted.remarks.map(inEnglish)[0]).toMatch(/^Reference marks of notes \(6\)/);
});
