import fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { readBody } from "../../src/corpus/body.ts";
import { parseMarkdown } from "../../src/corpus/markdown.ts";
import type { Manuscript } from "../../src/import/manuscript.ts";
import { findGutenbergWork } from "../../src/import/shared/gutenberg.ts";
import { plainText } from "../../src/import/shared/plain-text.ts";
import { makeDrafts } from "../../src/import/writing/drafts.ts";
import { renderDocument } from "../../src/import/writing/render-document.ts";
import { inEnglish } from "../in-english.ts";
import { inputSize, runs } from "../thoroughness.ts";
import { headingsOf, markedTextsOf, notesOf, textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

const WRAPPED = `The ships left the harbour before it was light, and those who stood
on the quay could not tell afterwards which of them had gone first, or
whether any had waited for the tide.`;

test("empty lines separate paragraphs, and a wrapped line’s end is a space", async () => {
  const manuscript = await importManuscript(
    "a.txt",
    `  ${WRAPPED}\r\n \r\n\r\n${WRAPPED.slice(0, 30)}\f${WRAPPED}\r`,
  );
  const prose = WRAPPED.replaceAll("\n", " ");
  expect(textsOf(manuscript)).toEqual([prose, `${WRAPPED.slice(0, 30)} ${prose}`]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([]);
  expect(manuscript.metadata).toEqual({});
});

test("a text with an empty line after each line is closed up, but a short letter keeps its paragraphs", async () => {
  const lines = WRAPPED.split("\n");
  const count = fc.integer({ min: 2, max: 12 });
  await fc.assert(
    fc.asyncProperty(count, async (length) => {
      const scanned = Array.from({ length }, () => lines).flat();
      const read = await importManuscript("a.txt", scanned.join("\n\n"));
      expect(textsOf(read).join(" ")).toBe(scanned.join(" "));
      expect(textsOf(read).length).toBeLessThanOrEqual(length);
    }),
    { numRuns: runs(8) },
  );
  const sentence = [
    "The keeper came home late that night and",
    "lit the lamp with the oil of the whales,",
    "for the ships were near and the storm rose.",
    "The harbour slept through the night.",
  ];
  const spaced = await importManuscript("a.txt", sentence.join("\n\n"));
  expect(textsOf(spaced)).toEqual([sentence.join(" ")]);
  const paragraph = fc.constantFrom(
    "das Feuer brannte die ganze Nacht, und drei Schiffe fuhren vorüber.",
    "the fire burned all night, and three ships went by the cape.",
    "Der Rat hat kein Öl gesandt.",
    "thank you for the bread and the salt, and for the lamp.",
    "Ada Quill",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("Lieber Freund,", "dear ruth,"),
      fc.array(paragraph, { minLength: 1, maxLength: 3 }),
      async (salutation, paragraphs) => {
        const letter = [salutation, ...paragraphs];
        expect(textsOf(await importManuscript("a.txt", letter.join("\n\n")))).toEqual(letter);
      },
    ),
    { numRuns: runs(20) },
  );
});

test("Numbers between dashes on lines of their own are those of pages, however few they are", async () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 2, max: 400 }), { minLength: 1, maxLength: 3 });
  const dashes = fc.constantFrom("- # -", "– # –", "—#—", "-#-");
  await fc.assert(
    fc.asyncProperty(numbers, dashes, async (chosen, form) => {
      const pages = chosen.toSorted((one, other) => one - other).map((number) => `${number}`);
      const file = [WRAPPED, ...pages.flatMap((number) => [form.replace("#", number), WRAPPED])];
      const read = await importManuscript("a.txt", file.join("\n\n"));
      const prose = WRAPPED.replaceAll("\n", " ");
      expect(textsOf(read).join(" ")).toBe(
        Array(pages.length + 1)
          .fill(prose)
          .join(" "),
      );
      expect(read.remarks.map(inEnglish)).toContain(
        `Page numbers (${pages.length}) were left out.`,
      );
    }),
    { numRuns: runs(20) },
  );
});

test("line breaks on purpose stay, but not those of prose in a narrow column", async () => {
  const manuscript = await importManuscript(
    "a.txt",
    `${WRAPPED}

  So we rowed, and nobody spoke,
    and the oars were loud;
  so we rowed till morning broke
    out of the cloud.

Ada Lovelace
12 Example Street
London

the column was set so
narrow that no line of
it had room for much
of what there was to
say in it.

When I had written down what I had seen
I gave the book to those who wanted it,
And nobody has brought it back again.
`,
  );
  expect(textsOf(manuscript)).toEqual([
    WRAPPED.replaceAll("\n", " "),
    "So we rowed, and nobody spoke,\nand the oars were loud;\nso we rowed till morning broke\nout of the cloud.",
    "Ada Lovelace\n12 Example Street\nLondon",
    "the column was set so narrow that no line of it had room for much of what there was to say in it.",
    "When I had written down what I had seen\nI gave the book to those who wanted it,\nAnd nobody has brought it back again.",
  ]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "3 paragraphs with short lines were kept line by line.",
  ]);
});

test("each line is a paragraph if lines are longer than any editor wraps", async () => {
  const long = WRAPPED.replaceAll("\n", " ");
  const manuscript = await importManuscript("a.txt", `${long}\n“Yes,” she said.\n${long}\n`);
  expect(textsOf(manuscript)).toEqual([long, "“Yes,” she said.", long]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "Lines too long to have been wrapped were read as separate paragraphs.",
  ]);
});

test("between Chinese or Japanese letters a line’s end is nothing, and in Korean a space", async () => {
  const line = "海".repeat(40);
  expect(textsOf(await importManuscript("a.txt", `${line}\n${line}。\n`))).toEqual([
    `${line}${line}。`,
  ]);
  const korean = "훈련을 중단하다 ".repeat(8).trim();
  expect(textsOf(await importManuscript("a.txt", `${korean}\n${korean}\n`))).toEqual([
    `${korean} ${korean}`,
  ]);
});

test("numbered parts and titles in capitals become headings with levels", async () => {
  const manuscript = await importManuscript(
    "a.txt",
    `THE VOYAGE

BOOK I



CHAPTER I.
The Harbour

${WRAPPED}

Chapter II: The Tide

Act I think of first, and part one of it is lost.

Letter to nobody

No. 10



A LATER HAND

${WRAPPED}

PUBLIUS

[ILLUSTRATION: SHIPS]

STOP!

A Title
=======
and a line

-------
Another
-------

* * *

THE END
`,
  );
  expect(headingsOf(manuscript)).toEqual([
    "# THE VOYAGE",
    "## BOOK I",
    "### CHAPTER I. The Harbour",
    "### Chapter II: The Tide",
    "### No. 10",
    "#### A LATER HAND",
    "# A Title",
    "## Another",
  ]);
  expect(textsOf(manuscript)).toEqual([
    WRAPPED.replaceAll("\n", " "),
    "Act I think of first, and part one of it is lost.",
    "Letter to nobody",
    WRAPPED.replaceAll("\n", " "),
    "PUBLIUS",
    "STOP!",
    "and a line",
    "THE END",
  ]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "1 picture was left out of the words, captions included.",
    "8 lines were read as headings.",
  ]);
});

test.each([
  ["THE LAMP", "THE BOAT", "by Ada Quill", "CHAPTER I", "CHAPTER II"],
  ["The Lamp", "The Boat", "", "Letter 1.", "Letter 2."],
  ["DIE LAMPE", "DAS BOOT", "", "Erstes Kapitel", "Zweites Kapitel"],
  ["LA LAMPE", "LE BATEAU", "PAR ADA QUILL", "Chapitre premier", "Chapitre II"],
  ["Лампа", "Лодка", "", "Глава первая", "Глава вторая"],
])(
  "the title of each work in a file is above its parts: %s, %s",
  async (one, other, byline, first, second) => {
    const work = (title: string) =>
      [title, byline, first, WRAPPED, second, WRAPPED].filter((block) => block !== "").join("\n\n");
    const manuscript = await importManuscript("a.txt", `${work(one)}\n\n\n${work(other)}`);
    expect(headingsOf(manuscript)).toEqual(
      [one, other].flatMap((title) => [`# ${title}`, `## ${first}`, `## ${second}`]),
    );
  },
);

test.each([
  [
    "de",
    ["Quill, Briefe von der Mole.", "Zweiter Brief."],
    [
      "Der Wärter zündete die Lampe an und sah auf die See hinaus, bis die",
      "Boote mit den Fischern aus dem Tal um das Kap kamen und fort-",
    ],
    ["fuhren, und er schrieb seiner Schwester von der Mole, wie er es oft", "tat im Winter."],
  ],
  [
    "ko",
    ["깃 에이다", "등대의 편지"],
    [
      "등대지기는 해 질 녘에 등불을 켰고 배 세 척이 어둠 속에서 곶을 지나갔다.",
      "그는 누이에게 기름이 3월부터 모자란다고 편지에 쓰",
    ],
    ["고 바다로 내려갔으며 폭풍이 남쪽에서 왔고 배들은 모래 위에 올려졌고", "아침이 되었다."],
  ],
  [
    "ja",
    ["燈台の手紙", "燈台の手紙"],
    [
      "番人は夕暮れに灯をともし、三隻の船が闇の中で岬を過ぎて行ったのだが",
      "港の人は誰もそれを見ず、彼は妹に油が三月から足り",
    ],
    ["ないと書き、海へ下りて行ったが、嵐が南から来て舟は砂の上に引かれた", "のである。"],
  ],
] as const)(
  "the heads of a recognised text are known by numbers that count on, whatever their words: %s",
  async (_, heads, verso, recto) => {
    const pages = Array.from({ length: 4 }, (_unused, page) => {
      const number = 12 + page;
      const head = page % 2 === 0 ? `${number}    ${heads[0]}` : `${heads[1]}    ${number}`;
      return [head, "", ...(page % 2 === 0 ? verso : recto)].join("\n");
    });
    const manuscript = await importManuscript("a.txt", pages.join("\n\n"));
    const join = (one: string, other: string) =>
      one.endsWith("-") ? one.slice(0, -1) + other : one + other;
    const lines: readonly string[] = [...verso, ...recto];
    const words = lines.reduce(join).replaceAll(/\s/g, "");
    expect(textsOf(manuscript).map((text) => text.replaceAll(/\s/g, ""))).toEqual([words, words]);
    expect(headingsOf(manuscript)).toEqual([]);
  },
);

test("captions and equations within sentences are no heads", async () => {
  const sentence = "the keeper wrote that the height of the lamp over the sea is given by";
  const lines = ["x + y = z", "a - b = x", "c / d = y", "x y = a"].flatMap((formula, index) => [
    sentence,
    "",
    `        ${formula}        (${index + 1})`,
    "",
    `where all of its letters are explained by him in the log, and`,
    sentence,
  ]);
  const manuscript = await importManuscript("a.txt", lines.join("\n"));
  expect(textsOf(manuscript).join(" ")).toContain("c / d = y");
});

test.each([
  ["bars", (chapter: number, verse: number) => `${chapter}|${verse}|`, []],
  ["a colon", (chapter: number, verse: number) => `${chapter}:${verse} `, []],
  ["a book", (chapter: number, verse: number) => `1 Lamp ${chapter}:${verse}\t`, ["# 1 Lamp"]],
])("the address of each line is the mark of a verse: %s", async (_, addressOf, headings) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 1, maxLength: 4 }),
      async (chapters) => {
        const verses = chapters.flatMap((count, chapter) =>
          Array.from({ length: count }, (_unused, verse) => ({
            address: addressOf(chapter + 1, verse + 1),
            label: `[^v${chapter + 1}:${verse + 1}]`,
            words: `The lamp of ${"abcd".charAt(chapter)}${"efghij".charAt(verse)} was lit.`,
          })),
        );
        fc.pre(verses.length >= 3);
        const manuscript = await importManuscript(
          "a.txt",
          verses.map(({ address, words }) => address + words).join("\n"),
        );
        expect(textsOf(manuscript)).toEqual(verses.map(({ words }) => words));
        expect(markedTextsOf(manuscript)).toEqual(verses.map(({ label, words }) => label + words));
        expect(headingsOf(manuscript)).toEqual(headings);
      },
    ),
    { numRuns: runs(20) },
  );
});

test.each([
  ["ERSTES BUCH", "1. Kapitel", "2. Kapitel: Das Meer"],
  ["Zweiter Teil", "Kapitel 1", "Kapitel II."],
  ["Livre premier", "Chapitre 1", "Chapitre II. — La mer"],
  ["Parte primera", "Capítulo 1", "Capítulo segundo"],
  ["Часть первая", "Глава 1", "Глава 2. Море"],
  ["第一部", "第一章", "第２章　海"],
  ["제1부", "제1장 등대", "제2장: 바다"],
])(
  "the numbered parts of other languages are headings: %s, %s, %s",
  async (part, first, second) => {
    const text = [part, first, "Die Lampe 1 ist 灯台.", second, "Die See 1 ist 海."].join("\n\n");
    const manuscript = await importManuscript("a.txt", text);
    expect(headingsOf(manuscript).map((heading) => heading.replace(/^#+ |\\\\/g, ""))).toEqual([
      part,
      first,
      second,
    ]);
    expect(textsOf(manuscript)).toHaveLength(2);
  },
);

test.each([
  "第一章は長い。",
  "二回",
  "제1장은 길다.",
  "Erster Teil des Abends war lang",
  "Kapitel 1 ist lang",
  "Глава 1 была длинной",
])("a line that begins with the words of such a part stays text: %s", async (line) => {
  const manuscript = await importManuscript("a.txt", `Er kam.\n\n${line}\n\nEr ging.`);
  expect(textsOf(manuscript)).toEqual(["Er kam.", line, "Er ging."]);
});

test("Rows with wide gaps are not joined, and entries below the head of a column are contents", async () => {
  const rows = ["The lamp at the cape               3", "A visit to the keeper             17"];
  const prose = "The lamp stood on the cape, and the keeper lit it at dusk in all weathers.";
  const text = (title: string, head: string) =>
    `${title}\n\n${head}\n${rows.join("\n")}\nThe fog                           20\n\n\nONE\n\n${prose}\n`;
  for (const head of ["Page", "Bladz.", "Seite", "Chapter          Page", "쪽"]) {
    const manuscript = await importManuscript("a.txt", text("CONTENTS", " ".repeat(30) + head));
    expect(textsOf(manuscript)).toEqual([prose]);
  }
  const { content } = await importManuscript("a.txt", text("PRICES", "Price"));
  expect(textsOf({ content }).join("\n").split("\n")).toEqual(expect.arrayContaining(rows));
});

test("Rows are kept apart whatever is in the gaps between their columns", async () => {
  const names = ["The lamp", "A visit to the keeper", "The fog", "Oil and wicks"];
  for (const row of [
    (name: string, index: number) => `${name}\t${index * 37}`,
    (name: string, index: number) => `${name} ...... ${index * 37 + 1}`,
    (name: string, index: number) =>
      `${name} . . . . . xi${index}`.replace(/\d$/, (one) => "i".repeat(Number(one))),
    (name: string, index: number) => `${name.padEnd(28)}${index * 37}s.`,
    (name: string, index: number) => `${name.padEnd(28, ".")}${index * 37}s.`,
    (name: string, index: number) => name + `${index * 370}s.`.padStart(40 - name.length),
  ]) {
    const rows = names.map(row);
    const { content } = await importManuscript("a.txt", `${WRAPPED}\n\n${rows.join("\n")}\n`);
    expect(textsOf({ content }).at(1)?.split("\n")).toEqual(rows);
  }
});

test("words that lines divide are joined, whatever gaps are between the others", async () => {
  const word = fc.constantFrom("the", "lamp", "was", "lit", "keeper", "at", "dusk,", "fog", "Oil");
  const gap = fc.constantFrom(" ", "    ", "     ", " .... ");
  const words = fc.array(fc.tuple(gap, word), { minLength: 40, maxLength: 90 });
  await fc.assert(
    fc.asyncProperty(words, async (pairs) => {
      const lines = [""];
      for (const [before, one] of pairs) {
        const line = lines.pop() ?? "";
        const longer = `${line}${before}${one}`.trim();
        lines.push(...(longer.length > 72 ? [line, one] : [longer]));
      }
      const prose = `${lines.join("\n").replace("\n", " com-\nmander ")}`;
      const { content } = await importManuscript("a.txt", `${WRAPPED}\n\n${prose}\n`);
      expect(textsOf({ content }).at(1)?.replace(/\s+/g, " ")).toBe(
        prose.replace("-\n", "").replace(/\s+/g, " "),
      );
    }),
    { numRuns: runs(60) },
  );
});

test.each([
  `He came to the door, and waited there.... and the com-
mander, who had seen him, said nothing.... and the lamp
went out.... and then it was dark.... and no one spoke.`,
  `The    keeper lit the lamp at    dusk in all weathers,
and those at sea   were glad    of it on a dark night,
for the    rocks below the cape are    many and sharp.`,
  `The keeper          lit the lamp at dusk and the com-
mander          saw it from the sea in the dark of the
night          and knew where he was and was glad of it.`,
])("prose with gaps in its lines is joined: %s", async (prose) => {
  const { content } = await importManuscript("a.txt", `${WRAPPED}\n\n${prose}\n`);
  expect(textsOf({ content }).at(1)?.replace(/\s+/g, " ")).toBe(
    prose.replace("com-\nmander", "commander").replace(/\s+/g, " "),
  );
  expect(textsOf({ content }).at(1)).not.toContain("\n");
});

test("a line of letters without a space is read in work that grows with its length", async () => {
  const start = process.cpuUsage();
  await importManuscript("a.txt", `${"海".repeat(40_000)}\n${"海".repeat(40_000)}\n`);
  expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
});

test.each([
  "그는 왼쪽으로 걸어갔다.",
  "이 책의 목차를 보라.",
  "Моя страна велика.",
  "Η σελίδα p είναι κενή.",
  "第三頁是空的。",
  "このページは白い。",
  "Le page dort.",
])(
  "an ordinary sentence after a table of contents is no part of it, nor its title: %s",
  async (sentence) => {
    const entries = ["1. The lamp", "2. The fog", "3. The boat"].join("\n\n");
    const contents = await importManuscript(
      "a.txt",
      `Contents\n\n${entries}\n\n${sentence}\n\nThe keeper slept.\n`,
    );
    expect(textsOf(contents)).toEqual([sentence, "The keeper slept."]);
    const list = await importManuscript(
      "a.txt",
      `${sentence}\n\n${entries}\n\nThe keeper slept.\n`,
    );
    expect(textsOf(list).at(0)).toBe(sentence);
  },
);

describe("a book of a sister library", () => {
  const BODY = `CHAPTER I\n\nThe text: it went on.\n\n${Array.from({ length: 20 }, (_, day) => `On day ${day}, the keeper lit the lamp.`).join("\n\n")}`;
  const FADED = `* A Distributed Proofreaders Canada eBook *

This eBook is made available with few restrictions. See
https://www.fadedpage.com for them.

This work is in the Canadian public domain. Elsewhere, look
into the laws of your country.

_Title:_ The Light
_Date of first publication:_ 1931
_Author:_ Ada Quill (1880-1950)
_Date first posted:_ Feb. 2, 2019
Faded Page eBook #20190299

This eBook was produced by: Nobody & the online
Distributed Proofreaders Canada team

${BODY}

TRANSCRIBER NOTES

Two misprints were corrected.

[The end of _The Light_ by Ada Quill]
`;

  test("is read without what the library wrote before and after it", async () => {
    const text = await importManuscript("a.txt", FADED);
    expect(textsOf(text)).toEqual(BODY.split("\n\n").slice(1));
    expect(text.metadata).toEqual({
      title: "The Light",
      type: "book",
      from: ["Ada Quill"],
      rights: "In the public domain in Canada, according to Faded Page: https://www.fadedpage.com/",
      more: { issued: "1931" },
    });
    expect(text.remarks.map(inEnglish).slice(0, 2)).toEqual([
      "The text of Faded Page before and after the work was left out.",
      "So were the notes at its end: “TRANSCRIBER NOTES Two misprints were corrected.”",
    ]);
    const html = FADED.split("\n\n").map(
      (one) => `<p>${one.replaceAll("_", "").replaceAll("\n", "<br>")}</p>`,
    );
    const page = await importManuscript("a.html", `<body>${html.join("")}</body>`);
    expect(textsOf(page)).toEqual(BODY.split("\n\n"));
    expect(page.metadata).toMatchObject({ title: "The Light", from: ["Ada Quill"] });
  });

  /** The book in plain text, and as a page. */
  const importBoth = async (book: string) => [
    await importManuscript("a.txt", book),
    await importManuscript(
      "a.html",
      `<body>${book
        .split("\n\n")
        .map((one) => `<p>${one.trim().replaceAll("_", "").replaceAll("\n", "<br>")}</p>`)
        .join("")}</body>`,
    ),
  ];

  test.each([
    "[End of Part One]",
    "[End of Volume I]",
    "[The end of The Light, Book One]",
    "[End of the second act]",
  ])("goes on after a line that ends only a part of it: %s", async (line) => {
    const middle = BODY.replace("On day 3,", `${line}\n\nOn day 3,`);
    for (const manuscript of await importBoth(FADED.replace(BODY, middle))) {
      expect(textsOf(manuscript).at(-1)).toBe("On day 19, the keeper lit the lamp.");
      expect(textsOf(manuscript)).toContain(line);
    }
    const unmarked = FADED.replace(BODY, middle).replace(/TRANSCRIBER NOTES.*/s, "");
    for (const manuscript of await importBoth(unmarked)) {
      expect(textsOf(manuscript).at(-1)).toBe("On day 19, the keeper lit the lamp.");
      expect(textsOf(manuscript)).toContain(line);
    }
  });

  test.each([
    "",
    "\n\n[Transcriber’s note: Two misprints were corrected.]",
    "\n\nMore books are at the library.",
  ])("ends with a line that names it, or has only notes after it: %j", async (after) => {
    for (const manuscript of await importBoth(`${FADED.trimEnd()}${after}\n`)) {
      expect(textsOf(manuscript).at(-1)).toBe("On day 19, the keeper lit the lamp.");
    }
  });

  test.each([
    "Author’s Note: The events are invented.",
    "Date of my birth, as my mother told me: the fifth of May.",
    "Title or no title, he said: I shall come.",
    "Language, she said\nedition of the lamp: old.",
    "A lamp burned.\nTitle: none.",
    "The public domain was a park in those days.",
  ])(
    "begins with its first words, even if they look like a field of the library’s: %s",
    async (first) => {
      for (const manuscript of await importBoth(FADED.replace(BODY, `${first}\n\n${BODY}`))) {
        expect(textsOf(manuscript).at(0)?.replace("\n", " ")).toBe(first.replace("\n", " "));
      }
    },
  );

  test("of Australia is read without its header and its last line", async () => {
    const book = `Project Gutenberg of Australia eBook of The Light\n\nTitle: The Light\nAuthor: Ada Quill\neBook No.: 0600011.txt\n\nThis eBook was produced by: Nobody\n\n${BODY}\n\nTHE END\n\nThis site is full of FREE ebooks - Project Gutenberg Australia\n`;
    const text = await importManuscript("a.txt", book);
    expect(textsOf(text)).toEqual([...BODY.split("\n\n").slice(1), "THE END"]);
    expect(text.metadata).toMatchObject({ title: "The Light", from: ["Ada Quill"] });
  });

  test("is read without paragraphs that a remark does not name", async () => {
    const { remarks } = await importManuscript("a.txt", FADED);
    expect(remarks.map(inEnglish).at(2)).toBe(
      "So were the paragraphs that begin with “This eBook is made available with few …”, “This work is in the Canadian public …”, “Title: The Light Date of first …”, “This eBook was produced by: Nobody & …”.",
    );
  });

  test("is not lost if a page has all of it in one block, nor looked for again at each line", async () => {
    for (const gap of ["\n", "\n\n"]) {
      const block = `* A Distributed Proofreaders Canada eBook *${gap}${"The keeper read an ebook.\n".repeat(200)}`;
      const page = await importManuscript("a.html", `<pre>${block}</pre><p>The end came.</p>`);
      expect(textsOf(page).join().split("keeper")).toHaveLength(201);
    }
    for (const line of ["中文字", "。。。", "* * *"]) {
      const start = process.cpuUsage();
      findGutenbergWork([`${line}\n`.repeat(20_000)]);
      expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
    }
  });

  test("can have its title before the name of the library, and no end", async () => {
    const text = await importManuscript(
      "a.txt",
      `Title: The Light\nAuthor: Ada Quill\n* A Project Gutenberg of Australia eBook *\neBook No.: 9900299.txt\nLanguage: English\n\nTo contact Project Gutenberg of Australia go to http://gutenberg.net.au\n\n\n${BODY}\n`,
    );
    expect(textsOf(text)).toEqual(BODY.split("\n\n").slice(1));
    expect(text.metadata).toMatchObject({
      title: "The Light",
      from: ["Ada Quill"],
      language: "en",
    });
    const mentioned = await importManuscript(
      "a.txt",
      `${BODY}\n\nHe read a Project Gutenberg Canada ebook.\n`,
    );
    expect(textsOf(mentioned)).toHaveLength(22);
  });
});

test("dollars around a paragraph are words", async () => {
  const manuscript = await importManuscript("a.txt", "$$ the lamp $$\n\nIt cost $$5.\n");
  expect(textsOf(manuscript)).toEqual(["$$ the lamp $$", "It cost $$5."]);
});

test("consecutive headings are a table of contents", async () => {
  const manuscript = await importManuscript(
    "a.txt",
    "CHAPTER I. The Harbour\n\nCHAPTER II. The Tide\n\nCHAPTER I. The Harbour\n\nWords.\n",
  );
  expect(headingsOf(manuscript)).toEqual(["## CHAPTER I. The Harbour"]);
  expect(textsOf(manuscript)).toEqual(["CHAPTER I. The Harbour", "CHAPTER II. The Tide", "Words."]);
});

test("capitals are headings if the text sets off no heading by more space", async () => {
  const manuscript = await importManuscript(
    "a.txt",
    "FIRST PART\n\nWords.\n\nII.\n\nMore.\n\nADA\n",
  );
  expect(headingsOf(manuscript)).toEqual(["## FIRST PART", "## II."]);
  expect(textsOf(manuscript)).toEqual(["Words.", "More.", "ADA"]);
});

/** Renders the document of a manuscript, and returns its passages. */
function renderedPassages(manuscript: Manuscript): readonly string[] {
  const all = makeDrafts("a.txt", [manuscript], { metadata: {} });
  const [draft] = "drafts" in all ? all.drafts : [];
  const file = draft && renderDocument(draft, "text");
  if (file === undefined || "error" in file) throw new Error(JSON.stringify(file ?? all));
  const { root } = parseMarkdown(new TextDecoder().decode(file.bytes));
  return readBody(root, "text", "a.md").passages.map(({ text }) => text);
}

describe("the numbers of a text’s pages and lines are no words", () => {
  const lines = Array.from(
    { length: 24 },
    (_, index) => `the keeper of lamp ${"abcdef"[index % 6]} went on`,
  );

  test("where pages end within sentences", async () => {
    const pages = lines.map((line, index) =>
      index % 6 === 5 ? `${line}\n\n${12 + (index - 5) / 6}\n` : line,
    );
    const manuscript = await importManuscript("a.txt", pages.join("\n"));
    expect(textsOf(manuscript)).toEqual([lines.join(" ")]);
    expect(manuscript.remarks.map(inEnglish)).toEqual(["Page numbers (4) were left out."]);
  });

  test("where lines begin anew on each page", async () => {
    const pages = lines.map((line, index) => {
      const number = String((index % 6) + 1).padStart(3);
      return `${number}   ${line}${index % 6 === 5 ? `\n\n        ${12 + (index - 5) / 6}\n` : ""}`;
    });
    const manuscript = await importManuscript("a.txt", pages.join("\n"));
    expect(textsOf(manuscript)).toEqual([lines.join(" ")]);
    expect(manuscript.remarks.map(inEnglish)).toEqual([
      "Page numbers (4) were left out.",
      "Line numbers (24) were taken out of the words.",
    ]);
  });

  test("where every fifth line has one in the margin", async () => {
    const numbered = lines.map(
      (line, index) => (index % 5 === 4 ? `${String(index + 1).padStart(3)}  ` : "     ") + line,
    );
    const manuscript = await importManuscript("a.txt", numbered.join("\n"));
    expect(textsOf(manuscript).join(" ").replaceAll("\n", " ")).toBe(lines.join(" "));
    expect(manuscript.remarks.map(inEnglish)).toContain(
      "Line numbers (4) were taken out of the words.",
    );
  });

  test("but a list of numbers alone stays", async () => {
    const manuscript = await importManuscript(
      "a.txt",
      "He wrote them down:\n\n7\n\n8\n\n9\n\nAnd slept.",
    );
    expect(textsOf(manuscript)).toEqual(["He wrote them down:", "7", "8", "9", "And slept."]);
  });
});

/** The pages of a text that a program recognised, and the words of the text. */
interface PrintedPages {
  readonly text: string;
  readonly words: string;
}

/** The lines that the pages of a recognised text have beside its words. */
interface PageStyle {
  /** Returns the running head of a page; empty if it has none. */
  readonly headOf: (page: number) => string;
  /** Writes the number of a page: within the head, or at the foot. */
  readonly numberOf: (page: number) => string;
  readonly isNumberInHead: boolean;
  readonly between: string;
  readonly hyphen: string;
  readonly atFoot: string;
  readonly isDoubleSpaced: boolean;
}

/** Prints eight pages of one paragraph, every third line of which divides a word. */
function printPages(style: PageStyle): PrintedPages {
  const { headOf, numberOf, isNumberInHead, between, hyphen, atFoot, isDoubleSpaced } = style;
  const words = Array.from({ length: 8 * 9 }, (_, line) => {
    const [first = "", second = "", third = ""] = [line, 3 * line + 1, 7 * line + 2].map(
      (index) => "lamp keeper harbour northward evening candle letter winter".split(" ")[index % 8],
    );
    return `${first} went with the ${second} to ${first}s and no ${third} came`;
  });
  const divided = words.map((line, index) => (index % 3 === 2 ? `${line} reme` : line));
  const lines = divided.map((line, index) => {
    const start = index % 3 === 0 && index > 0 ? "mber " : "";
    return `${start}${line}${index % 3 === 2 && index < divided.length - 1 ? hyphen : ""}`;
  });
  const pages = Array.from({ length: 8 }, (_, index) => {
    const page = index + 11;
    const [head, number] = [headOf(page), numberOf(page)];
    const top = !isNumberInHead
      ? head
      : page % 2 === 1
        ? `${head} ${number}`.trim()
        : `${number} ${head}`.trim();
    const foot = [index % 4 === 1 ? atFoot : "", isNumberInHead ? "" : number];
    const parts = [
      ...[top].filter((part) => part !== ""),
      lines.slice(9 * index, 9 * index + 9).join("\n"),
      ...foot.filter((part) => part !== ""),
    ];
    return parts.join("\n\n");
  });
  const text = pages.join(between);
  return {
    text: isDoubleSpaced ? text.replaceAll("\n", "\n\n") : text,
    words: lines.join(" ").replaceAll(`${hyphen} mber`, "mber"),
  };
}

describe("running heads and numbers of pages are no words", () => {
  const styles = fc.record({
    headOf: fc.constantFrom<PageStyle["headOf"]>(
      () => "THE KEEPER’S LOG",
      () => "The Keeper’s Log.",
      (page) => (page % 4 === 0 ? "THE KEEPEB’S LOG" : "THE KEEPER’S LOG"),
      (page) => (page % 4 === 1 ? "THE KEEPER’S 1OG" : "THE KEEPER’S LOG"),
      (page) => (page % 2 === 0 ? "THE KEEPER’S LOG" : "OF OIL AND WICKS"),
      (page) => ["OF OIL", "THE NORTH WIND", "A BOAT IS LENT", "THE BELL"][(page - 11) >> 1] ?? "",
    ),
    numberOf: fc.constantFrom<PageStyle["numberOf"]>(
      String,
      (page) => (page === 13 ? "l3" : String(page)),
      (page) => (page === 15 ? "75" : String(page)),
      (page) => "xi xii xiii xiv xv xvi xvii xviii".split(" ")[page - 11] ?? "",
      (page) => `- ${page} -`,
      (page) => `— ${page} —`,
      (page) => `[${page}]`,
      (page) => `( ${page} )`,
      (page) => `Page ${page}`,
      () => "",
    ),
    isNumberInHead: fc.boolean(),
    between: fc.constantFrom("\n\n", "\n\n\n\n", "\n\f", "\f"),
    hyphen: fc.constantFrom("-", "¬", "\u00ad", "\u2010"),
    atFoot: fc.constantFrom("", "B 2", "VOL. I. D", "* See the log of that year."),
    isDoubleSpaced: fc.boolean(),
  });

  test("however they are set, and the sentences go on over them", async () => {
    await fc.assert(
      fc.asyncProperty(styles, async (style) => {
        const { text, words } = printPages(style);
        const manuscript = await importManuscript("a.txt", text);
        const passages = textsOf(manuscript).filter((one) => !one.startsWith("* See"));
        expect(passages).toEqual([words]);
        expect(headingsOf(manuscript).slice(1)).toEqual([]);
        expect(manuscript.remarks.map(inEnglish).join()).toMatch(/Running heads of pages/);
      }),
      { numRuns: runs(40) },
    );
  });

  test("and a mark of a page that divides a word comes after it", async () => {
    const { text, words } = printPages({
      ...{ headOf: () => "", numberOf: (page) => `[Pg ${page}]`, isNumberInHead: true },
      ...{ between: "\n\n", hyphen: "-", atFoot: "", isDoubleSpaced: false },
    });
    expect(textsOf(await importManuscript("a.txt", text))).toEqual([words]);
  });
});

test("the lines of those who scanned the print are no words, and sentences go on over them", async () => {
  const notices = [
    "Digitized by Google",
    "Digitized by VjOOQlC",
    "Digitized by the Internet Archive",
    "https://archive.org/details/lamp00quil",
    "Generated on 2015-03-02 10:12 GMT",
    "Public Domain, Google-digitized / https://www.hathitrust.org/access_use",
  ];
  const text = `Google

About this book

This is a digital copy of a book that was kept on a shelf.
Please use it well.

It is at http : //books . google . com

The lamp was lit at dusk, and three ships went by the ${notices
    .map(
      (notice, index) =>
        `cape of number ${index}, and the keeper of it went\n\n${notice}\n\nto the`,
    )
    .join(" next ")} shore.`;
  const manuscript = await importManuscript("a.txt", text);
  expect(textsOf(manuscript)).toHaveLength(1);
  expect(textsOf(manuscript)[0]?.replaceAll("\n", " ")).toMatch(
    /^The lamp was lit .*went to the next cape.*shore\.$/,
  );
  expect(textsOf(manuscript).join()).not.toMatch(/Digiti|Google|archive|digital/);
  expect(manuscript.remarks.map(inEnglish)).toContain(
    "11 lines by the library or company that scanned the print were left out.",
  );
  const letter = "He wrote: this is a digital copy of a book.\n\nOriginal sin is from\nthe garden.";
  expect(textsOf(await importManuscript("a.txt", letter))).toHaveLength(2);
});

test.each([
  "Digitized by Google Original from",
  "Digitized by the Internet Archive\nin 2010 with funding from\nDigitized by Google",
  "Digitized by the Internet Archive in 2010 with funding from the library",
  "Digitized by Google\nOriginal from",
  "Generated for guest on 2013-01-14 07:05 GMT / https://hdl.handle.net/1/a",
  "Generated at the library on 2020-02-03 04:05 UTC",
  "Digitized by the Internet Archive\nin 2009 with funding from\nUniversity of Toronto",
  "Digitized by Google\nOriginal from\nTHE HARBOUR LIBRARY",
  "PLEASE DO NOT REMOVE\nCARDS OR SLIPS FROM THIS POCKET\nUNIVERSITY OF TORONTO LIBRARY",
  "This content downloaded from 192.0.2.7 on Sat, 01 Jan 2022 10:00:00 UTC\nAll use subject to https://about.jstor.org/terms",
])("a line of those who scanned the print is no word: %s", async (line) => {
  const text = `The lamp of that cape was lit at dusk and the\n${line}\nkeeper of it went to the shore.`;
  expect(textsOf(await importManuscript("a.txt", text))).toEqual([
    "The lamp of that cape was lit at dusk and the keeper of it went to the shore.",
  ]);
});

test("a wrapped line of prose is no line of those who scanned the print", async () => {
  const lines = fc.constantFrom(
    "with funding from the European Union and the",
    "in 1998 with funding from the state and the",
    "generated for the year 1914 by the mills",
    "generated at the Dutch mill and sold",
    "generated on 1914-05-06 at the mill and",
    "digitized by Google and read by all of the",
    "digitized by Google in 2010 and read by the",
    "original from",
    "please do not remove",
    "the University library has it and",
    "this content downloaded from 12 of the",
  );
  const capital = (line: string) => line.replace(/^\w/, (letter) => letter.toUpperCase());
  await fc.assert(
    fc.asyncProperty(lines, fc.boolean(), async (line, isFirst) => {
      const isForm = /^(?:generated on|this)/.test(line);
      const own = isFirst && !isForm ? `\n${capital(line)}` : line;
      const text = `The lamp of that cape was lit, and it was\n${own}\nkeeper of it went to the shore.`;
      const all = textsOf(await importManuscript("a.txt", text)).join(" ");
      expect(all.replace(/\s+/g, " ")).toContain(`it was ${own.trim()} keeper`);
    }),
    { numRuns: runs(30) },
  );
});

const NOTICE =
  "This is a digital copy of a book that was kept on a shelf.\n\nIt has rules, http://books.google.com/rules:\n\n+ Keep the sign.\n\n+ Use it well.\n\nIt is at http://books.google.com/";

test("Google’s notice ends at its address, in every language", async () => {
  const german = NOTICE.replace(
    /This is .*/,
    "Dies ist ein digitales Exemplar eines Buches, das alt ist.",
  );
  const words =
    "The lamp was lit.\n\nThe search of books.google.com is in a later essay.\n\n* It was found.";
  const text = `Google\n\n${german}\n\nAbout this book\n\n${NOTICE}\n\n${words}`;
  expect(textsOf(await importManuscript("a.txt", text))).toEqual(words.split("\n\n"));
});

test.each([
  ["in the middle of a text", 70, 1],
  ["far above an address", 0, 70],
])("the words of Google’s notice %s are words", async (_, before, after) => {
  const prose = (count: number) =>
    Array.from({ length: count }, (_, line) => `The lamp was lit in the night ${line}.`).join(
      "\n\n",
    );
  const text = [
    prose(before),
    "This is a digital copy of a book that I had.",
    prose(after),
    "It was at books.google.com then.",
  ].join("\n\n");
  expect(textsOf(await importManuscript("a.txt", text))).toHaveLength(before + after + 2);
});

test("the work for the notes of pages grows with the text, and not with its square", async () => {
  let copied = 0;
  const { slice } = Array.prototype;
  const spy = vi.spyOn(Array.prototype, "slice").mockImplementation(function (
    this: unknown[],
    ...range
  ) {
    const part = slice.apply(this, range);
    copied += part.length;
    return part;
  });
  onTestFinished(() => spy.mockRestore());
  const copiedFor = async (pages: number) => {
    copied = 0;
    const notes = Array.from({ length: 4 }, (_, note) => `${note + 1}) A lamp.`).join("\n");
    const page = `The lamp was lit and the keeper of it went to the.\n\n${notes}`;
    const text = Array.from({ length: pages }, (_, index) => `${page}\n\n${index + 11}\n\f`);
    await importManuscript("a.txt", text.join(""));
    return copied;
  };
  expect(await copiedFor(400)).toBeLessThan(2.5 * (await copiedFor(200)));
});

test("the work for running heads grows with the text, also if every chapter has one of its own", async () => {
  let read = 0;
  const { toLowerCase } = String.prototype;
  const spy = vi.spyOn(String.prototype, "toLowerCase").mockImplementation(function (this: string) {
    read += 1;
    return toLowerCase.call(this);
  });
  onTestFinished(() => spy.mockRestore());
  const readFor = async (pages: number) => {
    read = 0;
    const text = Array.from({ length: pages }, (_, index) => {
      const chapter = Math.floor(index / 2);
      const letters = [chapter * 7, chapter * 3, chapter, chapter / 10, chapter / 100];
      const name = letters.map((one) => "BCDFGHKMNR"[Math.floor(one) % 10]).join("A");
      const prose = "the keeper of the lamp went to the pier and saw the boats of the\n".repeat(4);
      return `${index + 11}   ${name} ${name.slice(2)}\n\n${prose}`;
    });
    await importManuscript("a.txt", text.join("\n"));
    return read;
  };
  expect(await readFor(240)).toBeLessThan(2.5 * (await readFor(120)));
});

describe("lines of a text that look like furniture of its pages stay", () => {
  const repeat = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index)).join("\n\n");
  const prose = "The lamp of that day was lit at dusk,\nand three ships went by the cape.";

  test.each([
    ["a refrain", repeat(6, (n) => `the ships go by ${n}\n\nTHE LAMP\n\nand none of the ${n}`)],
    [
      "a refrain in small letters",
      repeat(
        6,
        (n) => `the ships go by at number ${n}\nand the fog comes in\nO Lamp of Mine\nand none`,
      ),
    ],
    ["the names of speakers", repeat(9, (n) => `${n % 2 ? "ADA" : "ROE"}.\n${prose}`)],
    [
      "speakers who interrupt",
      repeat(9, (n) => `${n % 2 ? "ADA" : "ROE"}.\nand the night is long,`),
    ],
    [
      "the numbers of stanzas",
      repeat(9, (n) => `${n + 1}\nthe keeper rose in night ${n}\nand slept`),
    ],
    ["the numbers of parts", repeat(9, (n) => `${n + 1}\n\n${prose}`)],
    ["years", repeat(6, (n) => `${1842 + n}\n\n${prose}`)],
    [
      "the dates of a diary",
      repeat(6, (n) => `MONDAY ${n + 3}\n\nlit the lamp at dusk\nno one came`),
    ],
    [
      "dates with their months",
      repeat(6, (n) => `${n + 3} March.\nthe lamp was lit,\nno one came`),
    ],
    ["questions and answers", repeat(9, (n) => `Q.\nWhere was the lamp in year ${n}\nA.\nhere`)],
    [
      "inscriptions",
      repeat(
        3,
        () => "And on the next of the stones they had cut the words\n\nADA QUILL\n\nand no more.",
      ),
    ],
    [
      "numbered verses",
      repeat(9, (n) => `${n + 1} And the keeper rose,\nand lit the lamp of that house.`),
    ],
  ])("%s", async (_, text) => {
    const manuscript = await importManuscript("a.txt", text);
    const lettersOf = (words: string) => words.match(/[\p{L}\p{N}]+/gu)?.toSorted();
    const all = [...headingsOf(manuscript), ...textsOf(manuscript)].join(" ");
    expect(lettersOf(all)).toEqual(lettersOf(text));
  });
});

/** Prints lines as the pages 11, 12, 13, … of a book, the first five pages of which are whole lines of one sentence. */
function withPageNumbers(lines: readonly string[]): string {
  const pages = Array.from({ length: 5 }, () => "and the keeper of the lamp went on\nto the shore");
  return [...pages, lines.join("\n"), ...pages]
    .map((page, index) => `${page}\n\n${index + 11}\n\n`)
    .join("");
}

test("a line with a number in it is no number of a page in any script", async () => {
  const words = fc.constantFrom(
    "в году купил лодку у мыса и пошёл".split(" "),
    "το φως έκαιγε στον κάβο".split(" "),
    "그는 등대에 돌아왔다".split(" "),
    "彼は 岬の 灯台に 戻った".split(" "),
    "كان المصباح عند الرأس".split(" "),
    "élan était à l’île où".split(" "),
  );
  await fc.assert(
    fc.asyncProperty(
      words,
      fc.nat(9999),
      fc.nat(5),
      fc.constantFrom("", " ", "-"),
      fc.constantFrom("", ".", ","),
      async (own, number, place, space, end) => {
        const line = [...own.slice(0, place), `${number}${space}`, ...own.slice(place)].join(" ");
        for (const lines of [
          ["и пошёл к лампе", `${line}${end}`, "с парусом"],
          ["и пошёл к лампе", `${line}${end}`],
        ]) {
          const manuscript = await importManuscript("a.txt", withPageNumbers(lines));
          const all = textsOf(manuscript).join(" ").replace(/\s+/g, " ");
          expect(all).toContain(`${line}${end}`.replace(/\s+/g, " ").trim());
        }
      },
    ),
    { numRuns: runs(60) },
  );
});

test("the short last line of a paragraph stays above the number of a page and its end", async () => {
  const lastLines = fc.oneof(
    fc.constantFrom("May 17", "July 4", "Act 2", "No. 12", "1845.", "1st.", "12.", "V", "J. Q."),
    fc.constantFrom("so.", "it.", "me.", "us", "no.", "he", "her", "ll.", "to", "A. 2"),
    fc.stringMatching(/^[a-z]{1,6}[.!?]$/),
    fc.stringMatching(/^[1-9]\d{0,3}[.!?]$/),
  );
  const edges = fc.constantFrom(
    "\n\n17\n\n",
    "\n17\n",
    "\n\f",
    "\n\n\f",
    "\n\n17\n\n\f",
    "\n\f17\n\n",
  );
  const nexts = fc.constantFrom("The lamp went out.", "Her eyes were shut.", "“So it was.”");
  const page = "and the keeper of the lamp went on\nto the shore";
  await fc.assert(
    fc.asyncProperty(lastLines, edges, nexts, async (lastLine, edge, next) => {
      const isNumbered = edge.includes("17");
      const pages = Array.from({ length: 3 }, (_, index) => `${page}\n\n${index + 14}\n\n`);
      const text = `${isNumbered ? pages.join("") : ""}He had gone to the lamp of the cape and to\n${lastLine}${edge}${next}`;
      const all = textsOf(await importManuscript("a.txt", text)).join(" ");
      expect(all.replace(/\s+/g, " ")).toContain(`of the cape and to ${lastLine} ${next}`);
    }),
    { numRuns: runs(150) },
  );
});

test.each([
  ["he\n\n17\n\nher eyes were shut", "to he her eyes were shut"],
  ["her\n\n17\n\nher eyes were shut", "to her eyes were shut"],
  ["ha-\n\n17\n\nhad gone home", "to had gone home"],
  ["Bb 2\n\n17\n\nher eyes were shut", "to her eyes were shut"],
  ["1845\nand then on to the cape\n\n17\n\nand home", "to 1845 and then on to the cape and home"],
])("above a page’s end, “%s” is read as “%s”", async (end, words) => {
  const page = "and the keeper of the lamp went on\nto the shore";
  const pages = Array.from({ length: 3 }, (_, index) => `${page}\n\n${index + 14}\n\n`).join("");
  const text = `${pages}and of the cape and to\n${end}\n\n18\n\nto the shore`;
  const all = textsOf(await importManuscript("a.txt", text)).join(" ");
  expect(all.replace(/\s+/g, " ")).toContain(`of the cape and ${words} to the shore`);
});

test("titles and names in capitals stay where a page ends or begins", async () => {
  const sentence = "The lamp was lit at dusk, and three ships went by the cape and slept";
  const names = fc.constantFrom("CHAPTER TWO", "THE NORTH WIND", "ADA QUILL", "ADA QUILL, KEEPER");
  const edges = fc.constantFrom(
    "\n\f",
    "\n\n\f",
    "\n\n17\n\n",
    "\n\n17\n\n\f",
    "\n\f17\n\n",
    "\n17\n",
  );
  const page = "and the keeper of the lamp went on\nto the shore";
  await fc.assert(
    fc.asyncProperty(
      names,
      edges,
      fc.constantFrom("\n", "\n\n"),
      fc.constantFrom(".", ","),
      fc.boolean(),
      async (name, edge, space, end, isAbove) => {
        const pages = Array.from({ length: 3 }, (_, index) => `${page}\n\n${index + 14}\n\n`);
        const parts = isAbove ? [space, name, edge] : [edge, name, space];
        const own = `${sentence}${end}${parts.join("")}${sentence}.`;
        const text = edge.includes("17") ? `${pages.join("")}${own}` : own;
        const manuscript = await importManuscript("a.txt", text);
        const all = [...headingsOf(manuscript), ...textsOf(manuscript)].join(" ");
        expect(all.replace(/\s+/g, " ")).toContain(name);
      },
    ),
    { numRuns: runs(150) },
  );
});

test.each([
  [
    "titles that are also in the contents",
    ["OF OIL", "THE NORTH WIND", "A BOAT IS LENT"],
    "\f",
    "\n\n",
  ],
  [
    "the name below each letter",
    ["ADA QUILL", "ADA QUILL", "ADA QUILL", "ADA QUILL"],
    "\n\n",
    "\n\f",
  ],
])("%s stay", async (_, names, before, after) => {
  const prose = `${"and the keeper of the lamp of that cape went on\n".repeat(8)}to the shore.`;
  const chapters = names.map((name) =>
    before === "\f" ? `${before}${name}${after}${prose}\n` : `${prose}${before}${name}${after}`,
  );
  const contents = before === "\f" ? `${names.join("\n\n")}\n\n` : "";
  const text = `${contents}${prose}\n\n${chapters.join("")}`;
  const manuscript = await importManuscript("a.txt", text);
  const all = [...headingsOf(manuscript), ...textsOf(manuscript)].join(" ");
  for (const name of names) expect(all.split(name)).toHaveLength(text.split(name).length);
});

describe("the marks of a text are no words", () => {
  test.each([
    ["The lamp[13, 14] failed.", "The lamp failed."],
    ["The lamp[15-17] failed.", "The lamp failed."],
    ["The lamp failed.[note 5] We lit it.", "The lamp failed. We lit it."],
    ["The lamp failed.^{3} We lit it.", "The lamp failed. We lit it."],
    ["The lamp failed.(1) We lit it.\n\n(1) At dusk.", "The lamp failed. We lit it."],
    ["The lamp failed. [p. 26] We lit it.", "The lamp failed. We lit it."],
    ["The lamp failed.[+] We lit it.\n\n[+] At dusk.", "The lamp failed. We lit it."],
    ["The lamp ¹: it failed ².", "The lamp: it failed."],
    ["The lamp |23| failed, |24|and rose.", "The lamp failed, and rose."],
    ["The lamp a | b or |2| failed.", "The lamp a | b or |2| failed."],
    ["The lamp failed.[+] We lit it.", "The lamp failed.[+] We lit it."],
    [
      "The 10^6 men and x^{2} stay, and M^{r} Quill.",
      "The 10^6 men and x^{2} stay, and M^{r} Quill.",
    ],
    ["First (1) a lamp, then (2) a boat.", "First (1) a lamp, then (2) a boat."],
    ["The lamp {23} failed, {24}and rose.", "The lamp failed, and rose."],
    ["The lamp {xxxviii} failed, {xxxix}and rose.", "The lamp failed, and rose."],
    ["The lamp[1] failed.", "The lamp failed."],
    ["The lamp[7] failed, and the oil[8].", "The lamp failed, and the oil."],
    ["Use /item[1]/name, or list[1].name.", "Use /item[1]/name, or list[1].name."],
    ["It is A = [1; 5; 4] or u[2, 0].", "It is A = [1; 5; 4] or u[2, 0]."],
    ["The set {0} is N \\inst{1}, \\frac{2}{3}.", "The set {0} is N \\inst{1}, \\frac{2}{3}."],
    ["It is ¹⁄₂ mile, or 3 ¹/2 feet.", "It is ¹⁄₂ mile, or 3 ¹/2 feet."],
    ["Then q¹ = a ∩ b, for all q¹∈Q.", "Then q¹ = a ∩ b, for all q¹∈Q."],
    ["The words are 10⁻³ and Ca²⁺ and SO₄²⁻.", "The words are 10⁻³ and Ca²⁺ and SO₄²⁻."],
  ])("%j", async (text, words) => {
    expect(textsOf(await importManuscript("a.txt", text))).toEqual([words]);
  });
});

test.each([
  "+-----+----+\n| Oil | 12 |\n+-----+----+",
  "Name | Ships\n-----|------\nAda  | 3",
  "┌──────┐\n│ Oil  │\n└──────┘",
])("a drawn table is shown, and not quoted: %j", async (table) => {
  const { content, remarks } = await importManuscript("a.txt", `Words.\n\n${table}\n\nMore words.`);
  expect(content.map(({ type }) => type)).toEqual(["paragraph", "code", "paragraph"]);
  expect(content[1]).toMatchObject({ value: table });
  expect(remarks.map(inEnglish)).toEqual(["1 table is shown as drawn, and not quoted."]);
});

test.each(["-".repeat(4000), "--+".repeat(1000), "=:".repeat(2000)])(
  "a long line of signs with words after it is no border of a table, and is read at once",
  async (line) => {
    const manuscript = await importManuscript(
      "a.txt",
      `First words.\n\n${line} page\n\nLast words.`,
    );
    expect(textsOf(manuscript).at(-1)).toBe("Last words.");
  },
);

test("a hyphen at the end of a line joins no sign to its word", async () => {
  const manuscript = await importManuscript("a.txt", "Begin here, a post-\n# and so on.");
  expect(textsOf(manuscript)).toEqual(["Begin here, a post- # and so on."]);
});

test("a paragraph that has the sign at its beginning once more is no note on itself", async () => {
  const words = "[a] The letter [a] is the first.";
  const manuscript = await importManuscript("a.txt", `Begin here.\n\n${words}`);
  expect(textsOf(manuscript)).toEqual(["Begin here.", words]);
});

test("every text is read back word for word", async () => {
  const signs = [
    ..."*_`#[]()!\\<>&|~$:.-+1’“”—é😀훈,;\"'=@\t",
    ...[
      "word",
      " ",
      "    ",
      "\n",
      "\n\n",
      "\n\n\n",
      "\n1. ",
      "\n- ",
      "\n> ",
      "\n# ",
      "\n```\n",
      "\n    x",
    ],
  ];
  const text = fc
    .array(fc.constantFrom(...signs), { maxLength: 60 })
    .map((one) => `Begin here, ${one.join("")}`);
  await fc.assert(
    fc.asyncProperty(text, async (words) => {
      const manuscript = await importManuscript("a.txt", words);
      // Underlined titles and rules become something else.
      fc.pre(manuscript.content.every(({ type }) => type === "paragraph"));
      // A word that a hyphen divides is joined, and a remark reports it. Then hyphens do not count.
      const isJoined = manuscript.remarks.some(({ key }) => key === "remark.hyphens-removed");
      const wordsOf = (one: string) =>
        (isJoined ? one.replace(/-\s*/g, "") : one).trim().split(/\s+/);
      expect(wordsOf(renderedPassages(manuscript).join(" "))).toEqual(wordsOf(words));
    }),
    { numRuns: runs(100) },
  );
});

const WORK = `CHAPTER I

She said _yes_, and _then
no_, of some_thing_else.

It was _not closed.
`;

const MODERN = `\uFEFFThe Project Gutenberg eBook of A Work

This ebook is for the use of anyone anywhere in the United States.

Title: A Work,
        or: Another

Author: Ada Lovelace
        Grace Hopper

Translator: Alan Turing

Release date: June 1, 1998 [eBook #99]
                Most recently updated: May 2, 2020

Language: German

Credits: Volunteers


*** START OF THE PROJECT GUTENBERG EBOOK A WORK,
OR ANOTHER ***




Produced by Volunteers and
others.



${WORK}

End of Project Gutenberg’s A Work, by Ada Lovelace

*** END OF THE PROJECT GUTENBERG EBOOK A WORK, OR ANOTHER ***

Updated editions will replace the previous one.
`;

test("Project Gutenberg’s header and licence are removed, and become metadata", async () => {
  const manuscript = await importManuscript("a.txt", MODERN);
  expect(headingsOf(manuscript)).toEqual(["## CHAPTER I"]);
  expect(textsOf(manuscript)).toEqual([
    "She said yes, and then no, of some_thing_else.",
    "It was _not closed.",
  ]);
  expect(manuscript.metadata).toEqual({
    title: "A Work, or: Another",
    type: "book",
    from: ["Ada Lovelace", "Grace Hopper"],
    language: "de",
    rights:
      "In the public domain in the USA, according to Project Gutenberg, eBook 99: https://www.gutenberg.org/ebooks/99",
    more: { translator: "Alan Turing", "available-date": "1998-06-01" },
  });
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "The text of Project Gutenberg before and after the work was left out.",
    "So were its credits: “Produced by Volunteers and others.”",
    "1 line was read as a heading.",
    "Words between underscores, equals signs or similar signs are emphasised.",
  ]);
});

test.each([
  "[This e-text needs a text reader with UTF-8.\n\nIf not, use the other [ASCII] file.]",
  "  [Transcriber’s Note:\n\n  The accents are\n\n  as printed [see below].]",
  "[The LATIN-1 file is older.]",
])("a transcriber’s note in brackets is left out: %j", async (note) => {
  const work = MODERN.replace("CHAPTER I", `${note}\n\nCHAPTER I`);
  const without = await importManuscript("a.txt", MODERN);
  expect(textsOf(await importManuscript("a.txt", work))).toEqual(textsOf(without));
});

test.each([
  ["Errors and Anomalies noted by transcriber:", true],
  ["* * * * *\n  * * * *\n* * * * *\n\nERRATA.", true],
  ["ERRATA.", false],
])(
  "a list of the transcriber’s corrections is left out at the end: %j",
  async (title, isLeftOut) => {
    const text = "He lit the lamp at dusk, and slept.\n\n".repeat(40);
    const work = `*** START OF THE PROJECT GUTENBERG EBOOK A ***\n\n${text}${title}\n\nlamp: lmap\n\n*** END OF THE PROJECT GUTENBERG EBOOK A ***\n`;
    const texts = textsOf(await importManuscript("a.txt", work));
    expect(texts.includes("lamp: lmap")).toBe(!isLeftOut);
  },
);

test("the older form of Project Gutenberg’s header, with small print, is recognized", async () => {
  const manuscript = await importManuscript(
    "a.txt",
    `**The Project Gutenberg Etext of The Work, by Ada Lovelace [and a friend]**

June, 1994  [Etext #18]

***START**THE SMALL PRINT!**FOR PUBLIC DOMAIN ETEXTS**START***
Why is this "Small Print!" statement here?
*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*

${WORK}

End of the Project Gutenberg Etext of A Work
`,
  );
  expect(textsOf(manuscript)).toHaveLength(2);
  expect(manuscript.metadata).toMatchObject({
    title: "The Work",
    from: ["Ada Lovelace"],
    rights:
      "In the public domain in the USA, according to Project Gutenberg, eBook 18: https://www.gutenberg.org/ebooks/18",
  });
});

test("the notes of a transcriber below a short work are left out", async () => {
  const work =
    "DIE LAMPE\n\nSie wurde am Abend angezündet.\n\nEnde\n\n* * * * *\n\nAnmerkungen zur Transkription\n\nEin Fehler wurde korrigiert.";
  const [start, end] = ["START", "END"].map(
    (edge) => `*** ${edge} OF THE PROJECT GUTENBERG EBOOK X ***`,
  );
  const manuscript = await importManuscript("a.txt", `${start}\n\n${work}\n\n${end}\n`);
  expect(textsOf(manuscript)).toEqual(["Sie wurde am Abend angezündet.", "Ende"]);
});

test("what Project Gutenberg wrote after a work is only reported where it is", async () => {
  const { remarks } = await importManuscript("a.txt", MODERN.replace(/End of Project[\s\S]*/, ""));
  expect(remarks.map(inEnglish)[0]).toBe(
    "The text of Project Gutenberg before the work was left out.",
  );
});

test("a work that Project Gutenberg publishes under copyright is marked as such", async () => {
  const { metadata } = await importManuscript(
    "a.txt",
    MODERN.replace("This ebook", "This is a COPYRIGHTED Project Gutenberg eBook. It"),
  );
  expect(metadata.rights).toMatch(/^Under copyright, according to Project Gutenberg, eBook 99: /);
});

test("without markers around a single work, nothing is removed, and underscores are literal", async () => {
  for (const text of [`${MODERN}\n${MODERN}`, MODERN.replace("*** START OF", "START OF")]) {
    const manuscript = await importManuscript("a.txt", text);
    expect(textsOf(manuscript)).toContain("She said _yes_, and _then no_, of some_thing_else.");
    expect(manuscript.metadata).toEqual({});
    expect(manuscript.remarks.map(inEnglish)[0]).toMatch(
      /^The text names Project Gutenberg, but Project Gutenberg’s marks/,
    );
  }
});

function encode(text: string, table: Readonly<Record<string, number>>): Uint8Array {
  return Uint8Array.from([...text].map((letter) => table[letter] ?? letter.charCodeAt(0)));
}

const TYPOGRAPHY = {
  "‘": 0x91,
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
  "–": 0x96,
  "—": 0x97,
  "€": 0x80,
  Œ: 0x8c,
};
const SAID =
  "He said “Well, it’s nothing – a café, Œuvre of 5 €” and he left the house — for the town.";

test("the encoding of a text is detected, with a remark if it was guessed", async () => {
  const western = await importManuscript("a.txt", encode(SAID, TYPOGRAPHY));
  expect(textsOf(western)).toEqual([SAID]);
  expect(western.remarks.map(inEnglish)).toEqual([
    "Read as Windows-1252, which the letters of the file suggest. If that is wrong, name another encoding with `--encoding`.",
  ]);

  const letters = "юабцдефгхийклмнопярстужвьызшэщчъ";
  const koi8 = Object.fromEntries([...letters].map((letter, index) => [letter, 0xc0 + index]));
  const russian = "здравствуй, мир! это письмо написано по-русски, и его надо прочитать.";
  const cyrillic = await importManuscript("a.txt", encode(russian, koi8));
  expect(textsOf(cyrillic)).toEqual([russian]);
  expect(cyrillic.remarks.map(inEnglish)).toEqual([
    "Read as KOI8-R, which the letters of the file suggest. If that is wrong, name another encoding with `--encoding`.",
  ]);

  const japanese = await importManuscript("a.txt", encode("\x1b$B$3$s$K$A$O\x1b(B world", {}));
  expect(textsOf(japanese)).toEqual(["こんにちは world"]);

  for (const bytes of [
    Buffer.from(`\uFEFF${SAID}`, "utf16le"),
    Buffer.from(`\uFEFF${SAID}`, "utf16le").swap16(),
    Buffer.from(`\uFEFF${SAID}`),
  ]) {
    const unicode = await importManuscript("a.txt", bytes);
    expect(textsOf(unicode)).toEqual([SAID]);
    expect(unicode.remarks.map(inEnglish)).toEqual([]);
  }
});

test("bytes that are invalid in the encoding are replaced and counted", async () => {
  const mixed = await importManuscript(
    "a.txt",
    Buffer.concat([Buffer.from(`${SAID} `), Buffer.of(0xe9)]),
  );
  expect(textsOf(mixed)).toEqual([`${SAID} \uFFFD`]);
  expect(mixed.remarks.map(inEnglish)).toEqual([
    "1 place was not readable as UTF-8, and has “\uFFFD” now.",
  ]);
  const half = await importManuscript(
    "a.txt",
    Uint8Array.of(0xff, 0xfe, 0x41, 0, 0, 0xd8, 0x42, 0),
  );
  expect(textsOf(half)).toEqual(["A\uFFFDB"]);
  const control = await importManuscript("a.txt", `A${"word ".repeat(300)}\x08\x1a`);
  expect(control.remarks.map(inEnglish)).toEqual([
    "2 control characters were left out, the first after “word word word word ”.",
  ]);
});

test("letters with spaces between them stay as they are, with a remark", async () => {
  const text = "T h e l a m p was lit.\n\nA B C and u n d h e r, x y z, 가 나 다 라 마.\n";
  const { content, remarks } = await importManuscript("a.txt", text);
  expect(textsOf({ content }).join("\n\n")).toBe(text.trim());
  expect(remarks.map(inEnglish)).toContain(
    "Characters with spaces between them (2) were not joined into words: “T h e l a m p”.",
  );
});

test("a line of megabytes is one paragraph", async () => {
  const line = "word ".repeat(inputSize(1_000_000, 4_000_000)).trim();
  const { content } = await importManuscript("a.txt", line);
  expect(content).toEqual([{ type: "paragraph", children: [{ type: "text", value: line }] }]);
});

test("a paragraph can have more lines than a call can have arguments", async () => {
  const lines = Array.from({ length: inputSize(130_000, 200_000) }, (_, index) => `Line ${index}`);
  expect((await importManuscript("a.txt", lines.join("\n"))).content).toHaveLength(1);
});

test("Notes in lines one after the other are notes of their own, and items of a list are none", async () => {
  const forms = fc.constantFrom(
    ["¹", "²", "³"],
    ["*", "†", "‡"],
    ["[1]", "[2]", "[3]"],
    ["[a]", "[b]", "[c]"],
  );
  await fc.assert(
    fc.asyncProperty(
      forms,
      fc.boolean(),
      fc.integer({ min: 2, max: 3 }),
      async (all, isWrapped, count) => {
        const marks = all.slice(0, count);
        const text = marks
          .map((mark, index) => `The lamp of night ${"xyz"[index]} was lit${mark}`)
          .join(" and so ");
        const rest = isWrapped ? "\nand the fog came in." : " came.";
        const notes = marks.map(
          (mark, index) => `${mark} The oil of barrel ${"xyz"[index]}${rest}`,
        );
        const manuscript = await importManuscript(
          "a.txt",
          `${text}.\n\n${notes.join("\n")}\n\nAnd dawn.\n`,
        );
        const words = marks
          .map((_, index) => `The lamp of night ${"xyz"[index]} was lit`)
          .join(" and so ");
        expect(textsOf(manuscript)).toEqual([`${words}.`, "And dawn."]);
        expect(notesOf(manuscript)).toEqual(
          marks.map((_, index) => `The oil of barrel ${"xyz"[index]}${rest.replace("\n", " ")}`),
        );
      },
    ),
    { numRuns: runs(30) },
  );
  for (const list of ["(1) oil\n(2) wick", "- oil\n- wick", "* oil\n* wick"]) {
    const manuscript = await importManuscript("a.txt", `See (1) and (2) of the rules.\n\n${list}`);
    expect(notesOf(manuscript)).toEqual([]);
    expect(textsOf(manuscript)).toHaveLength(2);
  }
});

test("A note in parentheses is none of the words, nor is a picture’s second space", async () => {
  const manuscript = await importManuscript(
    "a.txt",
    "It was lit at dusk.(Footnote: With oil.) Dawn came [Illustration] on time (footnotes are rare).",
  );
  expect(textsOf(manuscript)).toEqual([
    "It was lit at dusk. Dawn came on time (footnotes are rare).",
  ]);
  expect(notesOf(manuscript)).toEqual(["With oil."]);
});

test("Notes below their title have all of their paragraphs, and those to which nothing refers", async () => {
  const chapter = (number: string, text: string) =>
    `CHAPTER ${number}\n\n${text}\n\nFOOTNOTES:\n\n`;
  const manuscript = await importManuscript(
    "a.txt",
    `${chapter("I", "The lamp was lit at dusk,[1] and three ships went by.")}[1] At Cape Hollow.

It was built in 1899.

[2] Of oil.

${chapter("II", "It rained.[1] Nobody came.")}[1] All day.

Later the keeper slept.`,
  );
  expect(notesOf(manuscript)).toEqual([
    "At Cape Hollow.\nIt was built in 1899.",
    "Of oil.",
    "All day.",
  ]);
  expect(textsOf(manuscript).at(-1)).toBe("Later the keeper slept.");
});

test("An author’s numbered paragraphs below “Notes” are no notes of the document", async () => {
  const text =
    "CHAPTER I\n\nIt rained all day.\n\nNOTES\n\n(1) The lamp.\n\nIt is old.\n\n(2) The oil.";
  expect(notesOf(await importManuscript("a.txt", text))).toEqual([]);
});

test("A title in capitals has no words of the line under it", async () => {
  const manuscript = await importManuscript("a.txt", "THE LAMP\n========\n\nIt was lit at dusk.");
  expect(headingsOf(manuscript)).toEqual(["# THE LAMP"]);
});

test.each([
  "Anmerkungen zur Transkription",
  "Note de transcription",
  "Notas del transcriptor",
  "Nota do transcritor",
  "Note del trascrittore",
  "Opmerkingen van de bewerker",
  "Transkriberarens anmärkningar",
])("A transcriber’s note is none of the work’s words: %s", async (label) => {
  const work = "The lamp was lit at dusk.\n\nThree ships went by.\n\n".repeat(20);
  const text = (before: string, after: string) =>
    `*** START OF THE PROJECT GUTENBERG EBOOK LAMP ***\n\n${before}\n\n\n\n${work}\n${after}\n\n*** END OF THE PROJECT GUTENBERG EBOOK LAMP ***\n`;
  for (const file of [
    text(`${label}:\n\nQqq was changed.`, ""),
    text(`[${label}: Qqq was changed.]`, ""),
    text("", `${label}\n\nQqq was changed.`),
    text("", `${label}: Qqq was changed.`),
  ]) {
    const manuscript = await importManuscript("a.txt", file);
    expect(textsOf(manuscript).join()).not.toContain("Qqq");
    expect(textsOf(manuscript)).toHaveLength(40);
    expect(manuscript.remarks.map(inEnglish).join()).toContain("Qqq was changed.");
  }
});

describe("notes that begin with the marks in the words", () => {
  const forms = [
    ...[
      "(#)",
      "[#]",
      "〔#〕",
      "［#］",
      "（#）",
      "[注#]",
      "（注#）",
      "(주#)",
      "[n#]",
      "[fn#]",
      "[FN-#]",
      "{#}",
    ],
    ...["[Note #]", "※#", "#)", "^#", "*#", "*#)", "<sup>#</sup>"],
  ];
  const labels = fc.constantFrom(...["123456", "١٢٣٤٥٦", "१२३४५६"].map((digits) => [...digits]), [
    "8",
    "9",
    "10",
    "11",
    "12",
    "13",
  ]);
  const marks = fc.oneof(
    fc
      .record({ form: fc.constantFrom(...forms), labels })
      .map(({ form, labels: all }) => all.map((label) => form.replace("#", label))),
    fc.constantFrom(
      ...["①②③④⑤⑥", "*†‡§¶‖"].map((signs) => [...signs]),
      ...["אבגדהו", "abcdef"].map((letters) => [...letters].map((letter) => `[${letter}]`)),
      ["*)", "**)", "***)"],
      ["(*)", "(**)", "(***)"],
    ),
  );

  test("are notes, and the marks are no words, however they are printed", async () => {
    await fc.assert(
      fc.asyncProperty(
        marks,
        fc.integer({ min: 2, max: 6 }),
        fc.boolean(),
        async (all, max, isAfter) => {
          const used = all.slice(0, max);
          const words = used.map((mark, index) => {
            const end = isAfter ? `.${mark}` : `${mark}.`;
            return `The keeper of the ${index + 2}th lamp slept until dawn${end} Nobody saw him.`;
          });
          const notes = used.map((mark, index) => `${mark} A note on lamp ${index + 2} here.`);
          const manuscript = await importManuscript("a.txt", [...words, ...notes].join("\n\n"));
          expect(textsOf(manuscript)).toEqual(
            words.map((text, index) => text.replace(used[index] ?? "", "")),
          );
          expect(notesOf(manuscript)).toEqual(
            notes.map((text) => text.slice(text.indexOf(" A note") + 1)),
          );
          expect(linksIn(manuscript)).toEqual(used.map((_, index) => [index + 2, index + 2]));
        },
      ),
      { numRuns: runs(80) },
    );
  });

  /** Returns the number of each lamp whose word has a mark, and the number of the lamp in its note. */
  const linksIn = ({ content }: Manuscript) => {
    const notes = new Map(
      content.flatMap((node) =>
        node.type === "footnoteDefinition"
          ? [[node.identifier, Number(/lamp (\d+)/.exec(plainText(node))?.[1])] as const]
          : [],
      ),
    );
    return content.flatMap((node) =>
      node.type === "paragraph"
        ? node.children.flatMap((child) =>
            child.type === "footnoteReference"
              ? [[Number(/(\d+)th/.exec(plainText(node))?.[1]), notes.get(child.identifier)]]
              : [],
          )
        : [],
    );
  };

  test("belong to the words of their part where labels begin anew, below it or below all parts", async () => {
    // Other forms are those of lists as well, which may begin anew.
    const certain = marks.filter(([first = ""]) => /^(?:[[〔［<†]|\*$)/.test(first));
    await fc.assert(
      fc.asyncProperty(certain, fc.boolean(), async (all, isTogether) => {
        const used = all.slice(0, 3);
        const parts = ["I", "II", "III"].map((numeral, part) => ({
          heading: `CHAPTER ${numeral}`,
          words: used.map((mark, index) => {
            const lamp = 3 * part + index + 1;
            return `The keeper of the ${lamp}th lamp slept until dawn.${mark} Nobody saw him.`;
          }),
          notes: used.map((mark, index) => `${mark} A note on lamp ${3 * part + index + 1} here.`),
        }));
        const blocks = isTogether
          ? [
              ...parts.flatMap(({ heading, words }) => [heading, ...words]),
              "NOTES",
              ...parts.flatMap(({ heading, notes }) => [heading, ...notes]),
            ]
          : parts.flatMap(({ heading, words, notes }) => [heading, ...words, ...notes]);
        const manuscript = await importManuscript("a.txt", blocks.join("\n\n"));
        const lamps = parts.flatMap(({ words }, part) =>
          words.map((_, index) => 3 * part + index + 1),
        );
        expect(linksIn(manuscript)).toEqual(lamps.map((lamp) => [lamp, lamp]));
      }),
      { numRuns: runs(40) },
    );
  });

  test("may be numbered like a list if each ends, or begins, with the sign of a link back", async () => {
    const forms = fc.constantFrom(
      ...["↩", " ↩", "↩︎", " ⏎", " ↩ ↩²", "⤴"].map((sign) => ["", sign]),
      ["^ ", ""],
      ["↑ ", ""],
      ["^ a b ", ""],
    );
    const raised = ["¹", "²", "³"];
    await fc.assert(
      fc.asyncProperty(
        forms,
        fc.boolean(),
        fc.constantFrom("\n", "\n\n"),
        async ([before = "", after = ""], isRaised, gap) => {
          const words = raised.map(
            (mark, index) =>
              `The keeper of the ${index + 2}th lamp slept until dawn.${isRaised ? mark : `[${index + 1}]`} Nobody saw him.`,
          );
          const notes = raised.map(
            (_, index) => `${index + 1}. ${before}A note on lamp ${index + 2} here.${after}`,
          );
          const text = [...words, notes.join(gap)].join("\n\n");
          const manuscript = await importManuscript("a.txt", text);
          expect(textsOf(manuscript)).toEqual(
            raised.map(
              (_, index) =>
                `The keeper of the ${index + 2}th lamp slept until dawn. Nobody saw him.`,
            ),
          );
          expect(notesOf(manuscript)).toEqual(
            raised.map((_, index) => `A note on lamp ${index + 2} here.`),
          );
          expect(linksIn(manuscript)).toEqual(raised.map((_, index) => [index + 2, index + 2]));
        },
      ),
      { numRuns: runs(40) },
    );
  });

  test.each([
    ["Le gardien dort (1), la lampe brûle (2).", "(1) À midi.\n(2) Sans huile."],
    ["نام الحارس (١)، واحترق المصباح (٢).", "_____\n(١) عند الظهر.\n(٢) بلا زيت."],
    ["番人は眠る。①灯は燃える。②", "①正午に。\n②油なしで。"],
    ["番人は眠る。（註1）", "脚注\n（註1）正午に。"],
  ])(
    "may follow a space, or no space, and be in the lines of one block: %s",
    async (words, notes) => {
      const manuscript = await importManuscript("a.txt", `${words}\n\n${notes}`);
      expect(textsOf(manuscript)).toEqual([
        words.replace(/\s?(?:[（(][^（()）]+[)）]|[①②])/gu, ""),
      ]);
      expect(notesOf(manuscript)).toEqual(
        notes
          .split("\n")
          .flatMap((line) => /^(?:[（(][^)）]+[)）]|[①②])\s?(.+)$/u.exec(line)?.[1] ?? []),
      );
    },
  );

  test.each([
    [
      "goes on below",
      "Consider (1), and then (2).",
      "(1) The dog barks.\n\n(2) The cat sleeps.\n\nThey differ.",
    ],
    [
      "has an item within the sentence",
      "We need (1) oil and (2) wicks.",
      "(1) Oil for the lamp.\n\n(2) Wicks for it.",
    ],
  ])("are words where the text %s", async (_, words, after) => {
    const manuscript = await importManuscript("a.txt", `${words}\n\n${after}`);
    expect(textsOf(manuscript)).toEqual([words, ...after.split("\n\n")]);
  });

  const list = ["1) Oil for the lamp.", "2) Wicks for the lamp."];
  test.each([
    ["labels within sentences", ["We bought 1) oil and 2) wicks at noon."], list],
    ["labels of functions", ["The values are f(1). So is g(2)."], ["(1) One.", "(2) Two."]],
    ["one label that nothing refers to", ["We bought oil1) at noon."], list],
    ["another order", ["We bought wicks2) and oil1) at noon."], list],
    ["several references", ["We bought oil1), more oil1) and wicks2)."], list],
    ["a list before the words", list, ["We bought oil1) and wicks2) at noon."]],
    ["steps of a list", ["从①开始，到②结束。"], ["①点灯。", "②守夜。"]],
  ])("are passages with %s", async (_, before, after) => {
    const texts = [...before, ...after];
    const manuscript = await importManuscript("a.txt", texts.join("\n\n"));
    expect(textsOf(manuscript)).toEqual(texts);
    expect(notesOf(manuscript)).toEqual([]);
  });

  test("are those that a transcriber put in brackets with a word of another language", async () => {
    for (const word of ["Note", "Nota", "Anm.", "Fußnote", "Anmerkung"]) {
      const manuscript = await importManuscript(
        "a.txt",
        `The lamp failed [1]. We lit it [2].\n\n[${word} 1: Of tin.]\n\n[${word} 2: At six.]\n\n[${word}: It burned.]`,
      );
      expect(notesOf(manuscript)).toEqual(["Of tin.", "At six."]);
      expect(textsOf(manuscript)).toEqual(["The lamp failed. We lit it.", `[${word}: It burned.]`]);
    }
  });
});
