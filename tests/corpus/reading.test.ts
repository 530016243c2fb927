import fs, { mkdir, symlink, utimes, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { message } from "../../src/catalogue/catalogue.ts";
import { addressOf } from "../../src/corpus/document.ts";
import { readCorpus, readCorpusFiles } from "../../src/corpus/read.ts";
import { inEnglish } from "../in-english.ts";
import {
  corpusFrom,
  corpusIn,
  createFolder,
  documentIn,
  type Files,
  linesOf,
  numberedPassages,
} from "./folder.ts";

/** The tables of a corpus of notes. */
const NOTES: Files = {
  "corpus.yaml": "body: notes\n",
  "sources.yaml": "herald: { title: The Herald }\nmail: { title: The Mail }\n",
  "topics.yaml": "drills: { label: Drills, also: [war games] }\ntalks: { label: Talks }\n",
};

/** Joins the lines of a file. */
function lines(...all: readonly string[]): string {
  return all.join("\n");
}

test("A folder is read until the reader no longer wants it", async () => {
  const folder = await createFolder({ "a.md": "Words.\n", "b/c.md": "More.\n" });
  const reading = new AbortController();
  const read = readCorpusFiles(folder, undefined, reading.signal);
  reading.abort();
  await expect(read).rejects.toThrow("aborted");
});

describe("In a folder of plain Markdown", () => {
  test("every paragraph is a passage, including those in lists and quotations", async () => {
    const document = await documentIn({
      "walden.md": lines(
        "# Walden",
        "",
        "I went to the woods.",
        "",
        "> Simplify, simplify.",
        ">",
        "> > A quotation in a quotation.",
        "",
        "- One generation",
        "",
        "  abandons the enterprises of another.",
        "- like stranded vessels",
        "  1. in a list",
        "  2. of a list",
        "",
        "- > and a quotation in one",
        "",
        "The end.",
      ),
    });
    expect(numberedPassages(document)).toEqual([
      "1 I went to the woods.",
      "2 Simplify, simplify.",
      "3 A quotation in a quotation.",
      "4 One generation",
      "5 abandons the enterprises of another.",
      "6 like stranded vessels",
      "7 in a list",
      "8 of a list",
      "9 and a quotation in one",
      "10 The end.",
    ]);
    expect(document.notes).toEqual([]);
  });

  test("headings, code, HTML, rules, images and definitions are not passages", async () => {
    const document = await documentIn({
      "a.md": lines(
        "Title",
        "=====",
        "",
        "    indented code",
        "",
        "```",
        "fenced code",
        "```",
        "",
        "<div>a block of HTML</div>",
        "",
        "---",
        "",
        "![a picture](picture.png)",
        "",
        "[name]: https://example.org",
        "",
        "&nbsp;",
        "",
        "Words.",
      ),
    });
    expect(numberedPassages(document)).toEqual(["1 Words."]);
  });

  test.each([
    ["## Ownership\n\nWords.\n\n### Moves\n\nMore.", "Ownership"],
    ["## One\n\nWords.\n\n## Two\n\nMore.", "a"],
    ["Words.\n\n## One\n\nMore.", "a"],
    ["## One\n\nWords.\n\n# Whole\n\nMore.", "Whole"],
  ])("the heading above all of a text is its title: %j", async (text, title) => {
    expect((await documentIn({ "a.md": text })).title).toBe(title);
  });

  test("a document without front matter has the title of its first heading, and no date", async () => {
    const document = await documentIn({
      "folder/A Name.md": "Words.\n\n# The *title*\n\n# Another\n",
    });
    expect(document).not.toHaveProperty("date");
    expect(document).toMatchObject({
      id: "a-name",
      formerly: [],
      pathIds: ["a-name", "folder-a-name", expect.stringMatching(/^a-name-[0-9a-f]{8}$/)],
      type: "document",
      title: "The title",
      verified: true,
      from: [],
      to: [],
      topics: [],
      sources: [],
      language: "en",
      more: {},
      path: "folder/A Name.md",
      notes: [],
      named: [],
      passages: [
        {
          number: "1",
          text: "Words.",
          lines: [{ offset: 0, line: 1 }],
          headings: [],
          topics: [],
          named: [],
        },
      ],
    });
  });

  test.each([
    ["no heading", "Words."],
    ["an empty heading", "# \n\nWords."],
    ["a heading of a lower level after words", "Words.\n\n## Chapter\n\nMore."],
    ["a heading in a quotation", "> # Quoted\n\nWords."],
  ])("a document with %s has the title of its file", async (_, text) => {
    expect((await documentIn({ "My File.md": text })).title).toBe("My File");
  });

  test("a title is always one line", async () => {
    expect((await documentIn({ "a.md": "# One<br>two\n" })).title).toBe("One two");
    expect((await documentIn({ "a.md": "One  \ntwo\n===\n" })).title).toBe("One two");
  });

  test("Markdown is read from folders at any depth, and other files are ignored", async () => {
    const { documents } = await corpusIn({
      "b.md": "b",
      "a/deep/er/c.markdown": "c",
      "a/D.MD": "d",
      "a/README.md": "A document, since it is not at the top.",
      "README.md": "For people.",
      "a/notes.txt": "no",
      "a/topics.yaml": "no: [table",
      ".hidden.md": "no",
      ".git/e.md": "no",
      "node_modules/f/f.md": "no",
    });
    expect(documents.map(({ path }) => path)).toEqual([
      "a/D.MD",
      "a/deep/er/c.markdown",
      "a/README.md",
      "b.md",
    ]);
  });

  test("a folder whose name ends in .md is a folder", async () => {
    expect((await corpusIn({ "x.md/y.md": "Words." })).documents.map(({ id }) => id)).toEqual([
      "y",
    ]);
  });

  test("a link to a document within the folder is another document", async () => {
    const folder = await createFolder({ "a.md": "Words." });
    await symlink("a.md", join(folder, "b.md"));
    const { documents } = corpusFrom(await readCorpus(folder));
    expect(documents.map(({ id, passages }) => [id, passages[0]?.text])).toEqual([
      ["a", "Words."],
      ["b", "Words."],
    ]);
  });

  test.each(["b.md", "more"])(
    "a link that is removed while the corpus is read does not lead out of it: %s",
    async (name) => {
      const folder = await createFolder({ "a.md": "Words.", "shelf/c.md": "More." });
      await symlink(name === "more" ? "shelf" : "a.md", join(folder, name));
      const { realpath } = fs;
      onTestFinished(() => {
        fs.realpath = realpath;
        syncBuiltinESMExports();
      });
      fs.realpath = Object.assign(async (path: string) => {
        if (path.endsWith(name)) await fs.rm(path);
        return realpath(path);
      }, realpath);
      syncBuiltinESMExports();
      expect(await readCorpus(folder)).toMatchObject({
        error: [{ path: name, message: message("problem.vanished") }],
      });
    },
  );

  test("the corpus folder itself may be a link", async () => {
    const folder = await createFolder({ "corpus/a.md": "Words." });
    await symlink("corpus", join(folder, "link"));
    expect(corpusFrom(await readCorpus(join(folder, "link"))).documents).toHaveLength(1);
  });

  test("empty documents and empty folders are valid", async () => {
    const folder = await createFolder({ "a.md": "", "b.md": "---\n---\n", "c.md": "\n\n" });
    await mkdir(join(folder, "empty"));
    const { documents } = corpusFrom(await readCorpus(folder));
    expect(documents.map(({ id, passages }) => [id, passages])).toEqual([
      ["a", []],
      ["b", []],
      ["c", []],
    ]);
  });
});

describe("A document’s id is derived from its file name", () => {
  test.each([
    ["2019-08-05-kim-to-trump.md", "2019-08-05-kim-to-trump"],
    ["letters/2019/Letter.md", "letter"],
    ["My Letter, No. 2.md", "my-letter-no-2"],
    ["2019_08_05.md", "2019-08-05"],
    ["Crème Brûlée.md", "creme-brulee"],
    ["--x--.md", "x"],
    ["version.1.2.md", "version-1-2"],
    ["ﬁle Ⅻ.md", "file-xii"],
    ["2019 편지.md", "2019"],
    [`${"long-".repeat(12)}name.md`, "long-long-long-long-long-long-long-long-long-lon"],
    [`${"a".repeat(47)} b.md`, "a".repeat(47)],
    ["편지.md", "document-53bf9898"],
    ["письмо.md", "document-8f9e4e20"],
  ])("%s: %s", async (path, id) => {
    expect((await documentIn({ [path]: "Words." })).id).toBe(id);
  });

  test("regardless of whether the file system composes characters", async () => {
    const composed = await documentIn({ ["편지.md".normalize("NFC")]: "Words." });
    const decomposed = await documentIn({ ["편지.md".normalize("NFD")]: "Words." });
    expect(decomposed.id).toBe(composed.id);
  });

  test("unless its front matter contains one", async () => {
    const document = await documentIn({
      "a.md": "---\nid: of-walden\nformerly: [a, walden]\n---\nWords.",
    });
    expect([document.id, document.formerly]).toEqual(["of-walden", ["a", "walden"]]);
    const [passage] = document.passages;
    expect(passage && addressOf(document, passage)).toBe("of-walden¶1");
  });
});

describe("Front matter", () => {
  test("provides correspondents, date, topics and other fields", async () => {
    const document = await documentIn({
      ...NOTES,
      "people.yaml": "Ada Quill: { also: [Mrs. Quill], role: Keeper }\nTom Quill:\n",
      "a.md": lines(
        "---",
        "id: first",
        "type: personal_communication",
        "title: '  A letter: the first '",
        "date: 2018-09~",
        "from: Ada Quill",
        "to: [Tom Quill, Ada Quill]",
        "topics: [talks, drills]",
        "sources: mail",
        "delivered: By hand, the day after.",
        "rights: Hers.",
        "language: ko",
        "URL: https://example.org/a",
        "---",
        "A summary.",
      ),
    });
    expect(document).toMatchObject({
      id: "first",
      type: "personal_communication",
      title: "A letter: the first",
      date: { edtf: "2018-09~", label: "about September 2018" },
      verified: true,
      from: [{ name: "Ada Quill", forms: ["Mrs. Quill"], role: "Keeper" }],
      to: [{ name: "Tom Quill", forms: [] }, { name: "Ada Quill" }],
      topics: [{ id: "talks" }, { id: "drills" }],
      sources: [{ id: "mail", title: "The Mail" }],
      delivered: "By hand, the day after.",
      rights: "Hers.",
      language: "ko",
      more: { URL: "https://example.org/a" },
    });
  });

  test("that is unverified provides no date", async () => {
    const document = await documentIn({
      "a.md": "---\ndate: 2019-08-05\nverified: false\n---\nWords.",
    });
    expect(document.verified).toBe(false);
    expect(document).not.toHaveProperty("date");
  });

  test("may have keys without values, which are ignored", async () => {
    const document = await documentIn({
      "a.md":
        "---\ntitle:\ndate: ~\ntopics: null\nfrom: # nobody\nverified: true\n---\n# Heading\n",
    });
    expect(document.title).toBe("Heading");
    expect(document).not.toHaveProperty("date");
    expect([document.topics, document.from]).toEqual([[], []]);
  });

  test("keeps other CSL fields as written", async () => {
    const { more } = await documentIn({
      "a.md": lines(
        "---",
        "page: 010",
        "volume: 0x1F",
        `issue: 1${"0".repeat(400)}`,
        "number: 1e999",
        "edition: yes",
        "issued: 2019-08-05T10:00:00Z",
        "author: [{ family: Quill, given: Ada }]",
        "---",
        "Words.",
      ),
    });
    expect(more).toEqual({
      page: "010",
      volume: "0x1F",
      issue: `1${"0".repeat(400)}`,
      number: "1e999",
      edition: "yes",
      issued: "2019-08-05T10:00:00Z",
      author: '[{"family":"Quill","given":"Ada"}]',
    });
  });

  test("may use YAML anchors", async () => {
    const { from, to } = await documentIn({
      "a.md": "---\nfrom: &x Ada\nto: [*x, Tom]\n---\nWords.",
    });
    expect([from, to].map((people) => people.map(({ name }) => name))).toEqual([
      ["Ada"],
      ["Ada", "Tom"],
    ]);
  });

  test("causes advice, not problems, about unknown keys", async () => {
    const reading = await readCorpus(
      await createFolder({ "a.md": "---\ntitle: A\nlayout: post\n\nmood: fair\n---\nWords." }),
    );
    expect(corpusFrom(reading).documents).toHaveLength(1);
    expect(reading.advice.map(inEnglish)).toEqual([
      "a.md:3: `layout` is not a key that Ibid knows. Answers leave it out.",
      "a.md:5: `mood` is not a key that Ibid knows. Answers leave it out.",
    ]);
  });

  test("causes advice about authors without a family name, unless they have a single name", async () => {
    const reading = await readCorpus(
      await createFolder({
        "people.yaml":
          "Ada Quill: {}\nTom Quill: { family: Quill }\nBoard of Lights: { family: Board of Lights }\nHale: {}",
        "a.md": "---\nfrom: [Tom Quill, Ada Quill, Board of Lights, Hale]\n---\nWords.",
        "b.md": "---\nfrom: Ada Quill\n---\nWords.",
      }),
    );
    expect(reading.advice.map(inEnglish)).toEqual([
      "a.md:2: “Ada Quill” has no family name in people.yaml, so citations give the whole name, as they do for organizations. Write `family:` under “Ada Quill” in people.yaml: the family name, or the whole name of an organization.",
    ]);
  });

  test("is not the text between two rules further down", async () => {
    const document = await documentIn({ "a.md": "Words.\n\n---\n\ntitle: No title\n\n---\n" });
    expect(document.title).toBe("a");
    expect(numberedPassages(document)).toEqual(["1 Words.", "2 title: No title"]);
  });
});

describe("In a corpus of notes", () => {
  const QUOTED = lines(
    "---",
    "title: A letter",
    "---",
    "A summary.",
    "",
    "Another paragraph of it.",
    "",
    "> these war games must stop",
    ">",
    "> — @herald, p. 4 {talks}",
    "",
    "## Remarks",
    "",
    "A remark.",
    "",
    "> we shall meet  ",
    "> again",
    "> — @mail",
  );
  const FULL = lines(
    "",
    "## Text",
    "",
    "Dear Sir, these war games must stop, and soon.",
    "",
    "> They quote",
    "",
    "### Second part",
    "",
    "Farewell.",
  );

  test("paragraphs are notes: summaries before the first heading, remarks after it", async () => {
    const { notes } = await documentIn({ ...NOTES, "a.md": QUOTED });
    expect(notes).toEqual([
      { kind: "summary", text: "A summary." },
      { kind: "summary", text: "Another paragraph of it." },
      { kind: "remark", text: "A remark." },
    ]);
  });

  test("the title does not end the summary", async () => {
    const { notes } = await documentIn({
      ...NOTES,
      "a.md": "# A letter\n\nA summary.\n\n- a list\n\n### Deep\n\nA remark.\n",
    });
    expect(notes.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "summary: A summary.",
      "summary: a list",
      "remark: A remark.",
    ]);
  });

  test("block quotes are passages with letters and a source", async () => {
    const document = await documentIn({ ...NOTES, "a.md": QUOTED });
    expect(document.passages).toMatchObject([
      {
        number: "a",
        text: "these war games must stop",
        headings: [],
        lines: [{ offset: 0, line: 8 }],
        printedIn: { source: { id: "herald" }, locator: "p. 4" },
        topics: [{ id: "talks" }, { id: "drills" }],
      },
      {
        number: "b",
        text: "we shall meet\nagain",
        headings: ["Remarks"],
        lines: [
          { offset: 0, line: 16 },
          { offset: 14, line: 17 },
        ],
        printedIn: { source: { id: "mail" } },
        topics: [],
      },
    ]);
    expect(document.passages[1]?.printedIn).not.toHaveProperty("locator");
  });

  test("paragraphs under the heading Text are passages with numbers", async () => {
    const document = await documentIn({ ...NOTES, "a.md": QUOTED + FULL });
    expect(numberedPassages(document)).toEqual([
      "a these war games must stop",
      "b we shall meet\nagain",
      "1 Dear Sir, these war games must stop, and soon.",
      "2 They quote",
      "3 Farewell.",
    ]);
    expect(document.passages.map(({ headings }) => headings)).toEqual([
      [],
      ["Remarks"],
      [],
      [],
      ["Second part"],
    ]);
    expect(document.passages.slice(2).every(({ printedIn }) => printedIn === undefined)).toBe(true);
  });

  test("adding the full text anywhere does not renumber printed passages", async () => {
    const before = await documentIn({ ...NOTES, "a.md": QUOTED });
    const places = [
      QUOTED + FULL,
      QUOTED.replace("## Remarks", `${FULL}\n\n## Remarks`),
      QUOTED.replace("A summary.", `${FULL}\n\n## Summary\n\nA summary.`),
    ];
    for (const text of places) {
      const { passages } = await documentIn({ ...NOTES, "a.md": text });
      for (const passage of before.passages) {
        expect(passages.find(({ number }) => number === passage.number)?.text).toBe(passage.text);
      }
    }
  });

  test("a block quote that occurs in the full text is linked to it and shares its topics", async () => {
    const { passages } = await documentIn({ ...NOTES, "a.md": QUOTED + FULL });
    expect(passages.map(({ number, sameAs }) => [number, sameAs])).toEqual([
      ["a", "1"],
      ["b", undefined],
      ["1", undefined],
      ["2", undefined],
      ["3", undefined],
    ]);
    expect(passages[2]?.topics.map(({ id }) => id)).toEqual(["drills", "talks"]);
  });

  test("the full text ends at the next heading of its level outside of quotations", async () => {
    const document = await documentIn({
      ...NOTES,
      "a.md": lines(
        "## Text",
        "",
        "> ## Quoted",
        ">",
        "> One.",
        "",
        "Two.",
        "",
        "## Remarks",
        "",
        "A remark.",
      ),
    });
    expect(numberedPassages(document)).toEqual(["1 One.", "2 Two."]);
    expect(document.passages.map(({ headings }) => headings)).toEqual([[], []]);
    expect(document.notes).toEqual([{ kind: "remark", text: "A remark." }]);
  });

  test.each([
    ["— @herald", undefined, []],
    ["— @herald, p. 4", "p. 4", []],
    ["— @herald, pp. 4–5, col. 2 {talks}", "pp. 4–5, col. 2", ["talks"]],
    ["— @herald {talks, drills}", undefined, ["talks", "drills"]],
    ["— @herald {talks drills}", undefined, ["talks", "drills"]],
    ["— @herald {}", undefined, []],
    ["— @herald, 4면", "4면", []],
    ["— @herald, page\n> four {talks}", "page four", ["talks"]],
  ])("the last line of a block quote is its attribution: %s", async (line, locator, topics) => {
    for (const between of ["\n> ", "\n>\n> "]) {
      const { passages } = await documentIn({ ...NOTES, "a.md": `> Words.${between}${line}\n` });
      expect(passages).toHaveLength(1);
      expect(passages[0]).toMatchObject({
        text: "Words.",
        printedIn: { source: { id: "herald" } },
      });
      expect(passages[0]?.printedIn?.locator).toBe(locator);
      expect(passages[0]?.topics.map(({ id }) => id)).toEqual(topics);
    }
  });

  test("one attribution applies to all paragraphs of a block quote", async () => {
    const document = await documentIn({
      ...NOTES,
      "a.md": lines(
        "> One.",
        ">",
        "> - Two — he said —",
        ">",
        "> > — Three.",
        ">",
        "> — @mail, 7",
        "",
        "- > Four.",
        "  > — @herald",
      ),
    });
    expect(
      document.passages.map(({ number, text, printedIn }) => [
        number,
        text,
        printedIn?.source.id,
        printedIn?.locator,
      ]),
    ).toEqual([
      ["a", "One.", "mail", "7"],
      ["b", "Two — he said —", "mail", "7"],
      ["c", "— Three.", "mail", "7"],
      ["d", "Four.", "herald", undefined],
    ]);
  });

  test("letters continue after z", async () => {
    const { passages } = await documentIn({
      ...NOTES,
      "a.md": Array.from({ length: 54 }, (_, index) => `> Words ${index}.\n>\n> — @mail\n`).join(
        "\n",
      ),
    });
    const numbers = passages.map(({ number }) => number);
    expect(numbers.slice(24, 30)).toEqual(["y", "z", "aa", "ab", "ac", "ad"]);
    expect(numbers.slice(51)).toEqual(["az", "ba", "bb"]);
    expect(new Set(numbers).size).toBe(54);
  });
});

describe("A passage’s text is what CommonMark renders", () => {
  test.each([
    ["soft line breaks become spaces", "One\ntwo\n   three", "One two three"],
    ["hard line breaks become newlines", "One  \ntwo\\\nthree", "One\ntwo\nthree"],
    [
      "HTML line breaks become newlines",
      "One<br>two<br />\nthree<BR/>four",
      "One\ntwo\nthree\nfour",
    ],
    [
      "other tags disappear but keep their words",
      'One <b class="x">two</b> <!-- gone --> three',
      "One two  three",
    ],
    [
      "emphasis disappears but keeps its words",
      "*One* **two** ***three*** _four_",
      "One two three four",
    ],
    [
      "links disappear but keep their words",
      "[One](x 'y') [two][] <https://x.org>\n\n[two]: x",
      "One two https://x.org",
    ],
    ["images disappear", "One ![two](x.png) three", "One  three"],
    ["code keeps its words", "One `*two*` ``th`ree``", "One *two* th`ree"],
    ["entities and escapes are resolved", "&amp; &#8212; &copy; \\*\\_\\\\", "& — © *_\\"],
    [
      "characters that are not markup stay",
      "2 * 3 * 4_5_6 ~~x~~ | a | b |",
      "2 * 3 * 4_5_6 ~~x~~ | a | b |",
    ],
    [
      "quotation marks and dashes stay unchanged",
      "“One” 'two' \"three\" -- – — ...",
      "“One” 'two' \"three\" -- – — ...",
    ],
    [
      "special spaces stay unchanged",
      "One\u00a0two\u2009three\u3000four\tfive",
      "One\u00a0two\u2009three\u3000four\tfive",
    ],
    [
      "Unicode forms stay unchanged",
      "é e\u0301 한 \u1112\u1161\u11ab 👩‍👩‍👧 \u200b.",
      "é e\u0301 한 \u1112\u1161\u11ab 👩‍👩‍👧 \u200b.",
    ],
    ["surrounding white space is trimmed", "   One&#32;&nbsp;", "One"],
    ["code on two lines is joined", "One `two\n   three` four", "One two three four"],
  ])("%s", async (_, markdown, text) => {
    const { passages } = await documentIn({ "a.md": markdown });
    expect(passages.map((passage) => passage.text)).toEqual([text]);
  });

  test("with any line endings and with a byte-order mark", async () => {
    const text = "---\ntitle: A\ntopics: [x]\n---\n\nOne  \ntwo\nthree.\n\n> Four\n> five.\n";
    const plain = await documentIn({ "a.md": text });
    expect(numberedPassages(plain)).toEqual(["1 One\ntwo three.", "2 Four five."]);
    for (const other of [
      text.replaceAll("\n", "\r\n"),
      text.replaceAll("\n", "\r"),
      `\ufeff${text}`,
      `\ufeff${text.replaceAll("\n", "\r\n")}`,
    ]) {
      expect(await documentIn({ "a.md": other })).toEqual(plain);
    }
  });

  test("tables may have CRLF and a byte-order mark", async () => {
    const { title, topics } = await corpusIn({
      "corpus.yaml": "\ufefftitle: Papers\r\n",
      "topics.yaml": "\ufeffx:\r\n  label: X\r\n  also:\r\n    - one\r\n    - two\r\n",
      "a.md": "Words.",
    });
    expect(title).toBe("Papers");
    expect(topics.get("x")).toMatchObject({ label: "X", synonyms: ["one", "two"] });
  });
});

describe("The lines of a passage are mapped to lines of the file", () => {
  test("below front matter, over soft and hard breaks, and within markup", async () => {
    const { passages } = await documentIn({
      "a.md": lines(
        "---", // 1
        "title: A",
        "---",
        "",
        "one", // 5
        "*two",
        "three*  ",
        "four\\",
        "`five",
        "six` [seven", // 10
        "eight](x",
        "'title') nine",
        "<b",
        "class='x'>ten</b>",
        "", // 15
        "> eleven",
        "twelve",
        ">",
        "> 1. thirteen",
        ">    fourteen", // 20
      ),
    });
    expect(passages.map(linesOf)).toEqual([
      { one: 5, two: 6, three: 7, four: 8, five: 9, six: 10, eight: 11, nine: 12, ten: 14 },
      { eleven: 16, twelve: 17 },
      { thirteen: 19, fourteen: 20 },
    ]);
  });

  test("with a byte-order mark and CRLF", async () => {
    const { passages } = await documentIn({
      "a.md": "\ufeff---\r\ntitle: A\r\n---\r\n\r\none\r\ntwo\r\n",
    });
    expect(passages.map(linesOf)).toEqual([{ one: 5, two: 6 }]);
  });

  test("when markup and white space precede the first word", async () => {
    const { passages } = await documentIn({ "a.md": "<b></b>\n&nbsp;\none\n\n**<br>\ntwo**\n" });
    expect(passages.map(linesOf)).toEqual([{ one: 3 }, { two: 6 }]);
  });

  test("when the last line of the paragraph is the attribution", async () => {
    const { passages } = await documentIn({ ...NOTES, "a.md": "> one\n> two\n> — @mail,\n> 7\n" });
    expect(passages.map(linesOf)).toEqual([{ one: 1, two: 2 }]);
  });
});

describe("A passage has the headings above it", () => {
  test("outermost first, without headings in quotations", async () => {
    const { passages } = await documentIn({
      "a.md": lines(
        ...["# Book", "One.", "### Deep", "Two.", "## Chapter *I*", "Three.", "#### Text", "Four."],
        ...["> # Quoted", "> Five.", "", "##", "Six.", "# Other book", "Seven."],
      ).replaceAll("\n", "\n\n"),
    });
    expect(passages.map(({ text, headings }) => [text, ...headings])).toEqual([
      ["One.", "Book"],
      ["Two.", "Book", "Deep"],
      ["Three.", "Book", "Chapter I"],
      ["Four.", "Book", "Chapter I", "Text"],
      ["Five.", "Book", "Chapter I", "Text"],
      ["Six.", "Book"],
      ["Seven.", "Other book"],
    ]);
  });
});

describe("Topics and people", () => {
  test("are declared by documents if there is no table", async () => {
    const { topics, people, documents } = await corpusIn({
      "a.md": "---\ntopics: [Rain, 비]\nfrom: Ada Quill\n---\nNothing about it.",
      "b.md": "---\nto: [Tom]\n---\nNo rain fell on Tom, and Ada Quill was dry.",
    });
    expect([...topics.values()]).toEqual([
      { id: "Rain", label: "Rain", synonyms: [], broader: [], related: [] },
      { id: "비", label: "비", synonyms: [], broader: [], related: [] },
    ]);
    expect([...people.values()]).toEqual([
      { name: "Ada Quill", forms: [] },
      { name: "Tom", forms: [] },
    ]);
    expect(documents[1]?.passages[0]).toMatchObject({
      topics: [{ id: "Rain" }],
      named: [{ name: "Ada Quill" }, { name: "Tom" }],
    });
  });

  const DRILLS =
    "drills: { label: Drills, also: [war games, X-day], labels: { ko: 훈련, ja: 訓練 } }\n";

  test.each([
    ["a label", "The drills went on.", true],
    ["a synonym", "No WAR\nGAMES here.", true],
    ["a synonym in another notation", "No ｗａｒ games, no X‑day.", true],
    ["a Korean label with a particle", "오늘 훈련을 시작했다.", true],
    ["a Japanese label between others", "米韓合同訓練中", true],
    ["a label only within a longer word", "Windrills, drillsergeant, war gamesters.", false],
    ["the words of a label apart from each other", "A war of games.", false],
  ])("are assigned to a passage by whole labels: %s", async (_, text, isOnTopic) => {
    const { passages } = await documentIn({ "topics.yaml": DRILLS, "a.md": text });
    expect(passages[0]?.topics.map(({ id }) => id)).toEqual(isOnTopic ? ["drills"] : []);
  });

  test("topics have labels in other languages as synonyms, without duplicates", async () => {
    const { topics } = await corpusIn({
      "topics.yaml":
        "x:\n  label: X\n  also: [Y, X, Y]\n  labels: { ko: 엑스, de: X, fr: Y }\n  broader: z\nz: { label: Z, related: [x] }\n",
      "a.md": "Words.",
    });
    expect([...topics.values()]).toEqual([
      {
        ...{ id: "x", label: "X", labels: { ko: "엑스", de: "X", fr: "Y" } },
        ...{ synonyms: ["Y", "엑스"], broader: ["z"], related: [] },
      },
      { id: "z", label: "Z", synonyms: [], broader: [], related: ["x"] },
    ]);
  });

  test("people are found by any form of their name in title, delivery, notes and passages", async () => {
    const document = await documentIn({
      ...NOTES,
      "people.yaml": "Ada: { also: [Mrs. Quill] }\nBo: {}\nCy: {}\nDi: { also: 디 }\nEd: {}\n",
      "a.md":
        "---\ntitle: To Mrs. Quill\ndelivered: By Bo.\n---\nCy writes.\n\n> 디는 왔다\n> — @mail\n",
    });
    expect(document.named.map(({ name }) => name)).toEqual(["Ada", "Bo", "Cy", "Di"]);
    expect(document.passages[0]?.named.map(({ name }) => name)).toEqual(["Di"]);
  });
});

describe("A person’s family name", () => {
  test.each([
    ["Ada M. Quill", "Quill", { family: "Quill", given: "Ada M." }],
    ["Han So Yeon", "Han", { family: "Han", given: "So Yeon", isFamilyFirst: true }],
    ["Sung Han", "Han", { family: "Han", given: "Sung" }],
    ["한소연", "한", { family: "한", given: "소연", isFamilyFirst: true }],
    ["Quill", "Quill", { family: "Quill" }],
    ["Ada van der Quill", "van der Quill", { family: "van der Quill", given: "Ada" }],
  ])("may be at either end of the name: %s", async (name, family, parts) => {
    const { people } = await corpusIn({
      "people.yaml": `${name}: { family: ${family} }`,
      "a.md": "Words.",
    });
    expect(people.get(name)).toEqual({ name, forms: [], parts });
  });

  test("may be left out", async () => {
    const { people } = await corpusIn({ "people.yaml": "Board of Lights:", "a.md": "Words." });
    expect(people.get("Board of Lights")).toEqual({ name: "Board of Lights", forms: [] });
  });
});

describe("Sources and events", () => {
  test("a source has its CSL fields", async () => {
    const { sources } = await corpusIn({
      "sources.yaml": lines(
        "herald-2022:",
        "  type: article-newspaper",
        '  title: "A letter: found"',
        "  author:",
        "    - { family: Quill, given: Ada }",
        "    - { family: 김 }",
        "    - { family: Han, given: So Yeon, static-ordering: true }",
        "  container-title: The Herald",
        '  issued: "2022-09-26"',
        "  URL: http://example.org/?a=b",
        "  language: en",
        "  note: In translation.",
        "  page: 007",
      ),
      "a.md": "Words.",
    });
    expect([...sources.values()]).toMatchObject([
      {
        id: "herald-2022",
        type: "article-newspaper",
        title: "A letter: found",
        author: [
          { family: "Quill", given: "Ada" },
          { family: "김" },
          { family: "Han", given: "So Yeon", isFamilyFirst: true },
        ],
        "container-title": "The Herald",
        issued: { edtf: "2022-09-26" },
        URL: "http://example.org/?a=b",
        language: "en",
        note: "In translation.",
        more: { page: "007" },
      },
    ]);
  });

  test("events are sorted by date, and then by their order in the file", async () => {
    const event = (title: string, date: string) =>
      `- { title: ${title}, date: "${date}", text: Tom was there., sources: herald }\n`;
    const { events } = await corpusIn({
      ...NOTES,
      "events.yaml":
        event("c", "2019") +
        event("d", "2019-01-01") +
        event("a", "../2018") +
        event("b", "2018-05"),
      "a.md": "---\nfrom: Tom\n---\n",
    });
    expect(events.map(({ title }) => title)).toEqual(["a", "b", "c", "d"]);
    expect(events[0]).toMatchObject({
      sources: [{ id: "herald" }],
      topics: [],
      named: [{ name: "Tom" }],
    });
  });

  test("a plan has steps of addresses, documents and topics, with dates and holidays as days", async () => {
    const { plans, topics, documents } = await corpusIn({
      "a.md": "---\nquestions: [Who?, Why?]\n---\n\nOne two.\n\nThree four.",
      "topics.yaml": "lamps: { label: Lamps }",
      "plans.yaml": [
        "spring:",
        "  title: Spring",
        "  holidays: [1970-01-03, 1970-02-01/1970-02-07]",
        "  steps:",
        "    - { read: [a¶1, a#2], questions: What?, date: 1970-01-02 }",
        "    - { title: Lamps, topics: lamps, read: a, date: 1970-01-09 }",
        "autumn: { title: Autumn, holidays: 1970-09, steps: [a] }",
      ].join("\n"),
    });
    expect(plans.get("spring")).toEqual({
      id: "spring",
      title: "Spring",
      holidays: [
        expect.objectContaining({ first: 2, last: 2 }),
        expect.objectContaining({ first: 31, last: 37 }),
      ],
      steps: [
        { addresses: ["a¶1", "a#2"], topics: [], questions: ["What?"], date: 1 },
        { title: "Lamps", addresses: ["a"], topics: [topics.get("lamps")], questions: [], date: 8 },
      ],
    });
    expect(plans.get("autumn")?.steps).toEqual([{ addresses: ["a"], topics: [], questions: [] }]);
    expect(documents[0]?.questions).toEqual(["Who?", "Why?"]);
  });

  test("tables may be empty", async () => {
    const { title, topics, people, sources, events, plans } = await corpusIn({
      "corpus.yaml": "",
      "topics.yaml": "# none yet\n",
      "people.yaml": "\n\n",
      "sources.yaml": "---\n",
      "events.yaml": "# none yet\n",
      "plans.yaml": "",
      "a.md": "Words.",
    });
    expect(title).toBeUndefined();
    expect([topics.size, people.size, sources.size, plans.size, events]).toEqual([0, 0, 0, 0, []]);
  });

  test("settings describe the corpus and provide defaults for its documents", async () => {
    const corpus = await corpusIn({
      "corpus.yaml": "title: Papers\nlanguage: ko\ndescription: >-\n  One\n  two.\nrights: Ours.\n",
      "a.md": "Words.",
      "b.md": "---\nlanguage: en\n---\n",
    });
    expect(corpus).toMatchObject({
      title: "Papers",
      language: "ko",
      description: "One two.",
      rights: "Ours.",
    });
    expect(corpus.documents.map(({ language }) => language)).toEqual(["ko", "en"]);
  });
});

describe("Documents are sorted", () => {
  test("by date, then by path with numbers in numeric order, undated ones last", async () => {
    const dated = (date: string) => `---\ndate: "${date}"\n---\n`;
    const { documents } = await corpusIn({
      "letter-10.md": "",
      "letter-2.md": "",
      "z.md": dated("-0044-03-15"),
      "y.md": dated("2019-08-05"),
      "x.md": dated("2019-08"),
      "w.md": dated("../2018"),
      "v-10.md": dated("2019-08-05"),
      "v-9.md": dated("2019-08-05"),
      "u.md": "---\ndate: 2001\nverified: false\n---\n",
    });
    expect(documents.map(({ id }) => id)).toEqual([
      ...["w", "z", "x", "v-9", "v-10", "y"],
      ...["letter-2", "letter-10", "u"],
    ]);
  });
});

describe("The hash of a corpus", () => {
  const FILES: Files = { ...NOTES, "a.md": "Words.", "b/c.md": "More." };
  const hashIn = async (files: Files) => (await corpusIn(files)).hash;

  test("depends only on the corpus files", async () => {
    const hash = await hashIn(FILES);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);

    const folder = await createFolder(Object.fromEntries(Object.entries(FILES).toReversed()));
    await utimes(join(folder, "a.md"), 0, 0);
    await writeFile(join(folder, "README.md"), "For people.");
    await writeFile(join(folder, "notes.txt"), "For nobody.");
    await mkdir(join(folder, "empty"));
    expect(corpusFrom(await readCorpus(folder)).hash).toBe(hash);
  });

  test("changes with every change to a file", async () => {
    const { "b/c.md": _, ...fewer } = FILES;
    const hashes = await Promise.all(
      [
        FILES,
        fewer,
        { ...FILES, "a.md": "Words" },
        { ...FILES, "a.md": "Words.\n" },
        { ...FILES, "a.md": "Words.\r\n" },
        { ...FILES, "d.md": "" },
        { ...fewer, "b/d.md": "More." },
        { ...FILES, "a.md": "More.", "b/c.md": "Words." },
        { ...FILES, "corpus.yaml": "body: notes\ntitle: Papers\n" },
        { ...FILES, "people.yaml": "" },
      ].map(hashIn),
    );
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
