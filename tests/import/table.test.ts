import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { textsOf } from "./passages.ts";
import {
  importError,
  importFile,
  importManuscript,
  importManuscripts,
} from "./read-manuscripts.ts";

/** Returns the metadata and the passages of each manuscript. */
async function read(...file: Parameters<typeof importManuscripts>) {
  const manuscripts = await importManuscripts(...file);
  return manuscripts.map((one) => ({ ...one.metadata, passages: textsOf(one) }));
}

const LETTERS = [
  {
    title: "First, and only",
    date: "2019-08-05",
    from: ["Ada Lovelace", "Grace Hopper"],
    to: ["Alan Turing"],
    passages: ["Dear Alan,", "we *must* begin."],
  },
  { title: "Second", date: "2019-08", from: ["Alan Turing"], passages: ["“Yes.”"] },
];

test.each([
  [
    "letters.csv",
    'Title,Date,From,To,Text\n"First, and only",5 August 2019,Ada Lovelace; Grace Hopper,Alan Turing,"Dear Alan,\n\nwe *must* begin."\nSecond,2019-08,Alan Turing,,“Yes.”\n',
  ],
  [
    "letters.csv",
    '\uFEFFtitle;date;author;recipient;body\r\nFirst, and only;2019-08-05;"Ada Lovelace; Grace Hopper";Alan Turing;"Dear Alan,\r\n\r\nwe *must* begin."\r\n;;;;\r\nSecond;2019-08;Alan Turing;;“Yes.”\r\n',
  ],
  [
    "letters.tsv",
    'title\tdate\tfrom\tto\ttext\nFirst, and only\t2019-08-05\tAda Lovelace; Grace Hopper\tAlan Turing\t"Dear Alan,\n\nwe *must* begin."\nSecond\t2019-08\tAlan Turing\t\t“Yes.”\n',
  ],
  [
    "letters.json",
    `{"count": 2, "letters": [
{"title": "First, and only", "date": "2019-08-05", "from": ["Ada Lovelace", "Grace Hopper"], "to": "Alan Turing", "text": ["Dear Alan,", "we *must* begin."]},
{"title": "Second", "date": "2019-08", "from": "Alan Turing", "to": null, "text": "“Yes.”"}]}`,
  ],
  [
    "letters.jsonl",
    `{"title": "First, and only", "date": "2019-08-05", "from": "Ada Lovelace; Grace Hopper", "to": "Alan Turing", "text": "Dear Alan,\\n\\nwe *must* begin."}

{"title": "Second", "date": "2019-08", "from": "Alan Turing", "text": "“Yes.”"}
`,
  ],
])("each row of %s becomes a manuscript (%#)", async (name, content) => {
  expect(await read(name, content)).toEqual(LETTERS);
});

test("each cell of a table of any form is in the document of its row, word for word", async () => {
  const word = fc.constantFrom(
    "lamp",
    "the",
    "3,250",
    "no.",
    "“yes”",
    "a;b",
    "x|y",
    "007",
    "ship's",
    "등대",
    "=1",
    "C:\\new",
    "\\n",
    "\\\\ship\\lamps",
  );
  const quoted = fc.constantFrom(...["lamp", "3,250", "a;b"].map((one) => `"${one}"`));
  const words = (most: number) =>
    fc.array(fc.oneof({ weight: 5, arbitrary: word }, quoted), { minLength: 1, maxLength: most });
  const paragraphs = fc.array(
    words(6).map((list) => list.join(" ")),
    { minLength: 1, maxLength: 3 },
  );
  const row = fc.record({
    text: fc.oneof({ weight: 5, arbitrary: paragraphs }, fc.constant([])),
    date: fc.constantFrom("", "2019-08-05", "1787", "2019-08-05T10:00:00"),
    from: fc.constantFrom("", "Ada Quill", "Ben Roe; Ada Quill"),
    publisher: words(3).map((list) => list.join(" ")),
  });
  const form = fc.record({
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    newline: fc.constantFrom("\n", "\r\n", "\r"),
    start: fc.constantFrom("", "\ufeff", "\n", "sep"),
    escaped: fc.constantFrom('""', '\\"'),
    quotesAll: fc.boolean(),
    isRagged: fc.boolean(),
    columns: fc.shuffledSubarray(["text", "date", "from", "publisher", "a, b; c|d"], {
      minLength: 5,
    }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), form, async (rows, options) => {
      const { delimiter, newline, start, escaped, quotesAll, isRagged, columns } = options;
      const write = (cell: string) =>
        quotesAll || /[",;|\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', escaped)}"` : cell;
      const cells = rows.map(({ text, ...others }) => {
        const values: Readonly<Record<string, string>> = {
          text: text.join(newline + newline),
          ...others,
        };
        const list = columns.map((column) => values[column] ?? "");
        return isRagged ? list.slice(0, list.findLastIndex((cell) => cell !== "") + 1) : list;
      });
      const lines = [columns, ...cells].map((list) => list.map(write).join(delimiter));
      const first = start === "sep" ? `sep=${delimiter}${newline}` : start;
      const table = first + lines.join(newline) + newline;
      const name = delimiter === "\t" && start !== "sep" ? "a.tsv" : "a.csv";
      const withText = rows.filter(({ text }) => text.length > 0);
      if (withText.length === 0) {
        expect(await importError(name, table)).toMatch(/no row|text/);
        return;
      }
      expect(await read(name, table)).toEqual(
        withText.map(({ text, date, from, publisher }) => ({
          ...(date !== "" && { date }),
          ...(from !== "" && { from: from.split("; ") }),
          more: { publisher },
          passages: text,
        })),
      );
    }),
    { numRuns: runs(60) },
  );
});

test("backslashes in a table are letters, unless they are before a mark of quotation", async () => {
  expect(
    await read(
      "a.csv",
      String.raw`text,from
"The sea\nthe open \"sea\"",Ada
"C:\new, and \"C:\\",Ben
"C:\\",Cy
`,
    ),
  ).toEqual([
    { from: ["Ada"], passages: [String.raw`The sea\nthe open "sea"`] },
    { from: ["Ben"], passages: [String.raw`C:\new, and "C:\\`] },
    { from: ["Cy"], passages: [String.raw`C:\\`] },
  ]);
});

test.each(["", "\n", "  \n\n"])(
  "the first column of a table may have no name: %j",
  async (before) => {
    expect(await read("a.csv", `${before}\ttext\n0\tHello, keeper\n1\tA lamp, lit\n`)).toEqual([
      { passages: ["Hello, keeper"] },
      { passages: ["A lamp, lit"] },
    ]);
  },
);

test("marks of quotation in a table may follow a space, or be a part of the text", async () => {
  expect(await read("a.csv", 'text, from\n"A, b", "Ada"\n')).toEqual([
    { from: ["Ada"], passages: ["A, b"] },
  ]);
  expect(await read("a.csv", 'text;from\n"Yes," he said.;Ada\n')).toEqual([
    { from: ["Ada"], passages: ['"Yes," he said.'] },
  ]);
});

test("the editor can name the columns", async () => {
  const csv = "Nr,Wer,Was\n1,Ada,Words.\n";
  expect(await read("a.csv", csv, { Wer: "from", Was: "text" })).toEqual([
    { from: ["Ada"], passages: ["Words."] },
  ]);
  expect(await importError("a.csv", csv)).toBe(
    "It is not clear which column contains the text. Name it with `--fields text=<column>`. The columns are `Nr`, `Wer`, `Was`.",
  );
  expect(await importError("a.csv", csv, { Wo: "text" })).toBe(
    "There is no column `Wo`. The columns are `Nr`, `Wer`, `Was`.",
  );
  expect(await importError("a.csv", csv, { Was: "words" })).toBe(
    "`words` is not a key of front matter. Choose `text`, `title`, `date`, `from`, `to` or another that Ibid knows.",
  );
});

test("remarks list the columns, rows and cells that are left out", async () => {
  const [first, second] = await importManuscripts(
    "a.csv",
    "id,text,date,language,publisher,url,type\n7,One.,5/8/2019,not one,Our press,ftp://x.org,letter\n8,,,,,,\n9,Two.,soon,en,,,book\n",
  );
  expect(first).toMatchObject({ metadata: { more: { publisher: "Our press" } } });
  expect(first?.remarks.map(inEnglish)).toEqual([
    "Columns left out: `id`.",
    "Row 3 contains no text, and was left out.",
    "`date` was left out, because “5/8/2019” is not a valid value.",
    "`language` was left out, because “not one” is not a valid value.",
    "`URL` was left out, because “ftp://x.org” is not a valid value.",
    "`type` was left out, because “letter” is not a valid value.",
  ]);
  expect(second).toMatchObject({ metadata: { language: "en", type: "book" } });
  expect(second?.remarks.map(inEnglish)).toEqual([
    "`date` was left out, because “soon” is not a valid value.",
  ]);
  const [nested] = await importManuscripts("a.json", '[{"text": "One.", "title": {"a": 1}}]');
  expect(nested?.remarks.map(inEnglish)).toEqual(["Columns left out: `title.a`."]);
  const [listed] = await importManuscripts("a.json", '[{"text": "One.", "title": [{"a": 1}]}]');
  expect(listed?.remarks.map(inEnglish)).toEqual(["Nested values in `title` were left out."]);
});

test("formulas, numbers and markup stay literal text", async () => {
  const cells = [
    '=HYPERLINK("http://x.org","a")',
    "+1",
    "-2",
    "@SUM(A1)",
    "007",
    "1e5",
    "# a",
    "<b>",
  ];
  const csv = `text\n${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join("\n")}\n`;
  expect((await read("a.csv", csv)).flatMap(({ passages }) => passages)).toEqual(cells);
  const json = JSON.stringify([
    { text: 1787 },
    { text: true },
    { text: "a\u0000b\uD800c\r\n\r\nd" },
  ]);
  expect((await read("a.json", json)).flatMap(({ passages }) => passages)).toEqual([
    "1787",
    "true",
    "abc",
    "d",
  ]);
});

test("cells that contain HTML are read as on a web page, the others literally", async () => {
  const json = JSON.stringify([
    { text: "The lamp<sup>1</sup> holds 10<sup>6</sup> <i>drops</i> &amp; more.\n\nIt<br>burns." },
    { text: "<p>One.</p>\n<p>Two.</p>" },
    { text: "a < b &amp; c<sup>2" },
  ]);
  const rows = await importManuscripts("a.json", json);
  expect(rows.map(textsOf)).toEqual([
    ["The lamp holds 10⁶ drops & more.", "It\nburns."],
    ["One.", "Two."],
    ["a < b &amp; c<sup>2"],
  ]);
  expect(rows.flatMap(({ remarks }) => remarks.map(inEnglish))).toContain(
    "Cells that contain HTML were read as on a web page.",
  );
});

test("cells are read back word for word", async () => {
  const signs = [
    ..."*_`#[]()!\\<>&|~$:.-+1’“”—é😀훈,;\"'\n\t =@",
    "word",
    "  ",
    "\n\n",
    "---",
    "===",
  ];
  const cell = fc
    .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 30 })
    .map((one) => `Begin ${one.join("")}`);
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 3 }), async (texts) => {
      const words = texts.map((text) => text.split(/\s+/).filter((word) => !/^$/.test(word)));
      const csv = `text\n${texts.map((text) => `"${text.replaceAll('"', '""')}"`).join("\n")}`;
      const json = JSON.stringify(texts.map((text) => ({ text })));
      for (const rows of [await read("a.csv", csv), await read("a.json", json)]) {
        expect(rows.map(({ passages }) => passages.join(" ").split(/\s+/))).toEqual(words);
      }
    }),
    { numRuns: runs(60) },
  );
});

test.each([
  [
    "a quotation mark that is never closed",
    "a.csv",
    'text,b\n"One, two\nThree',
    /^A cell begins with a quotation mark/,
  ],
  [
    "more cells than columns",
    "a.csv",
    "title,text\nT,One, two\n",
    /^Row 2 has more cells than .* Put cells that contain “,”/,
  ],
  ["no rows", "a.csv", "title,text\n", /^This table has no rows\. Import/],
  ["no words", "a.csv", "title,text\nT,\nU,  \n", /^No row contains text\. Import/],
  ["broken JSON", "a.json", '[{"text": "One."}', /^This is not JSON\. Have the program/],
  ["a line of broken JSON", "a.jsonl", '{"text": "One."}\n{"text"', /^Object 2 is not JSON\. Have/],
  [
    "two lists",
    "a.json",
    '{"a": [{"text": "x"}], "b": []}',
    /^This JSON contains no list of objects, or more than one/,
  ],
  ["no list", "a.json", '"text"', /^This JSON contains no list of objects, or more than one/],
  [
    "what is no object",
    "a.json",
    '[{"text": "x"}, null]',
    /^Item 2 is not an object\. Import a list/,
  ],
  [
    "a million lists in each other",
    "a.json",
    "[".repeat(1e6) + "]".repeat(1e6),
    /^Item 1 is not an object\./,
  ],
])("a table with %s is an error", async (_, name, content, expected) => {
  expect(await importError(name, content)).toMatch(expected);
});

test("columns can have the names of an object’s own properties", async () => {
  const rows = await read("a.json", '[{"__proto__": "x", "constructor": "y", "text": "One."}]');
  expect(rows).toEqual([{ passages: ["One."] }]);
  const named = await importFile("a.csv", "text,text,\nOne.,Two.,Three.\n", {
    text: "text",
    "text 2": "title",
    "column 3": "note",
  });
  expect(named).toMatchObject({
    manuscripts: [{ metadata: { title: "Two.", more: { note: "Three." } } }],
  });
});

test("a table can have 20,000 rows and 20,000 columns", async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => ({
    text: `Row ${index}.`,
    [`c${index}`]: "x",
  }));
  const manuscripts = await importManuscripts("a.json", JSON.stringify(rows));
  expect(manuscripts).toHaveLength(20_000);
  expect(manuscripts[0]?.remarks.map(inEnglish)).toEqual([
    "Columns left out: `c0`, `c1`, `c2`, `c3`, `c4`, `c5`, `c6`, `c7`, `c8`, `c9`, `c10`, `c11` and 19,988 more.",
  ]);
});

test.each([
  ["book,chapter,verse,text", "Genesis,1,2,", "Genesis 1:2", "Genesis"],
  ["Buch,Kapitel,Vers,Text", "Genesis,1,2,", "Genesis 1:2", "Genesis"],
  ["Livre,Chapitre,Verset,Texte", "Genèse,1,2,", "Genèse 1:2", "Genèse"],
  ["id,surah,ayah,translation", "9,1,2,", "1:2", undefined],
  ["b,c,v,t", "40,1,2,", "40 1:2", "40"],
  ["chapter,verse,text", "1,2,", "1:2", undefined],
])(
  "A table of verses has their places, whatever its columns are called: %s",
  async (names, row, title, book) => {
    const [manuscript] = await read("a.csv", `${names}\n${row}The lamp was lit.\n`);
    expect(manuscript?.title).toBe(title);
    expect(manuscript?.more?.["part-of"]).toBe(book);
    expect(manuscript?.passages).toEqual(["The lamp was lit."]);
  },
);

test("Columns with letters or the names of other things are no places", async () => {
  const [first] = await read("a.csv", "a,c,v,text\n1,2,3,The lamp was lit.\n");
  expect(first?.title).toBeUndefined();
  const [second] = await read("a.csv", "title,chapter,verse,text\nDusk,2,3,The lamp was lit.\n");
  expect(second?.title).toBe("Dusk");
});

test.each([
  ["Sprecher;Text;Datum", "Ada Quill;Drei Boote.;2.3.1907"],
  ["date;de;à;texte", "2 mars 1907;Ada Quill;Tom;Trois bateaux."],
  ["日付;差出人;宛先;本文", "1907年3月2日;Ada Quill;Tom;三隻の船。"],
  ["날짜;보낸이;본문", "1907. 3. 2.;Ada Quill;배 세 척."],
  ["говорящий;дата;текст", "Ada Quill;02.03.1907;Три лодки."],
  ["fecha;ponente;texto", "2 de marzo de 1907;Ada Quill;Tres barcos."],
  ["name;speaker;date;message", "x;Ada Quill;1907-03-02;Three boats."],
])("the columns %s have a date, an author and a text", async (columns, row) => {
  const { metadata } = await importManuscript("a.csv", `${columns}\n${row}\n`);
  expect(metadata.from).toEqual(["Ada Quill"]);
  expect(metadata.date).toBe("1907-03-02");
});

test("a preposition alone names no column", async () => {
  const manuscript = await importManuscript("a.csv", "de,text\nDrei Boote.,Three boats.\n");
  expect(manuscript.metadata.from).toBeUndefined();
});

test("a day beyond the twelfth shows the order of all dates in its column", async () => {
  const manuscripts = await importManuscripts(
    "a.csv",
    "date,text\n3/2/1907,Three boats.\n2/13/1907,Two boats.\n",
  );
  expect(manuscripts.map(({ metadata }) => metadata.date)).toEqual(["1907-03-02", "1907-02-13"]);
  const unclear = await importManuscript("a.csv", "date,text\n3/2/1907,Three boats.\n");
  expect(unclear.metadata.date).toBeUndefined();
});

test("a column of references to verses gives their places, and one to books none", async () => {
  const verse = await importManuscript("a.csv", "reference,text\nLamp 1:16,He lit it.\n");
  expect(verse.metadata.title).toBe("Lamp 1:16");
  const book = await importManuscript("a.csv", "reference,text\n“Quill 1907”,He lit it.\n");
  expect(book.metadata.title).toBeUndefined();
  expect(book.remarks.map(inEnglish).join()).toContain("reference");
});

test("References to characters in cells without tags are the characters, and other ampersands are words", async () => {
  const manuscript = await importManuscript(
    "a.csv",
    'title,text,date\nQuill &amp; Roe,"Short &amp; dear, &#8220;oil&#x201D; &lt;b&gt; R&D; & so","March 2d, 1907"\n',
  );
  expect(textsOf(manuscript)).toEqual(["Short & dear, “oil” <b> R&D; & so"]);
  expect(manuscript.metadata.title).toBe("Quill & Roe");
  expect(manuscript.metadata.date).toBe("1907-03-02");
  expect(manuscript.remarks.map(inEnglish).join()).toContain("HTML");
});
