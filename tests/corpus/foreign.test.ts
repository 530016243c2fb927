import { describe, expect, test } from "vitest";
import type { Corpus } from "../../src/corpus/document.ts";
import { normalizeDialects } from "../../src/corpus/foreign/dialects.ts";
import { groupAdvice } from "../../src/corpus/problem.ts";
import { readCorpus } from "../../src/corpus/read.ts";
import { inEnglish } from "../in-english.ts";
import { corpusIn, createFolder, documentIn, type Files } from "./folder.ts";

const idsIn = ({ documents }: Corpus) =>
  Object.fromEntries(documents.map(({ path, id }) => [path, id]));

async function adviceIn(files: Files): Promise<readonly string[]> {
  const reading = await readCorpus(await createFolder(files));
  expect(reading).toHaveProperty("corpus");
  return groupAdvice(reading.advice).map(inEnglish);
}

describe("ids come from the path where file names repeat:", () => {
  test("from as many folders as distinguish them, whatever other files there are", async () => {
    const files = {
      "a/keyv/readme.md": "Words.",
      "a/sequelize/readme.md": "Words.",
      "b/keyv/readme.md": "Words.",
      "intro.md": "Words.",
      "a/intro.md": "Words.",
      "alone/once.md": "Words.",
    };
    const ids = idsIn(await corpusIn(files));
    expect(ids).toEqual({
      "a/keyv/readme.md": "a-keyv-readme",
      "a/sequelize/readme.md": "sequelize-readme",
      "b/keyv/readme.md": "b-keyv-readme",
      "intro.md": "intro",
      "a/intro.md": "a-intro",
      "alone/once.md": "once",
    });
    expect(idsIn(await corpusIn({ ...files, "z/other.md": "Words." }))).toMatchObject(ids);
  });

  test("with a hash where the path is too long, in another script, or says the same", async () => {
    const long = "a-very-long-name-of-a-folder-with-many-words-in-it";
    const ids = idsIn(
      await corpusIn({
        [`${long}/x.md`]: "Words.",
        [`${long}-2/x.md`]: "Words.",
        "가/소개.md": "Words.",
        "나/소개.md": "Words.",
        "c d/y.md": "Words.",
        "c-d/y.md": "Words.",
        "A B.md": "Words.",
        "a-b.md": "Words.",
        "named.md": "---\nid: taken\n---\nWords.",
        "taken.md": "Words.",
      }),
    );
    expect(new Set(Object.values(ids)).size).toBe(10);
    for (const id of Object.values(ids)) expect(id).toMatch(/^[a-z0-9-]{1,48}$/);
    expect([ids["a-b.md"], ids["named.md"]]).toEqual(["a-b", "taken"]);
  });
});

describe("front matter of other programs keeps no folder from loading:", () => {
  test.each([
    ["Obsidian", "publish: true\naliases: [A, B]\ncssclasses: wide\nmobile: yes\ntags: [[Note]]"],
    ["Jekyll", "layout: post\ndate: 2013-05-06 21:22:53 +0200\nauthor: ada\nurl: /a/"],
    [
      "Hugo",
      "date: 2020-01-02T03:04:05-04:00\ntype: docs\nweight: 10\ncascade: { a: b }\nreference: y",
    ],
    [
      "Docusaurus",
      "id: API/getting_started\nauthors:\n  - name: Ada\n    url: https://example.org",
    ],
    ["Astro", "type: backend\npubDate: 2022-07-08\nsidebar: { order: 1 }\nhero: { title: x }"],
    ["MkDocs", "date:\n  created: 2024-01-01\nicon: material/x\nstatus: new\nhide: [toc]"],
    [
      "a reading list",
      "pages: 320\ngenres: [x]\ndate: 05/08/2019\nlanguage: English\nsources: [https://example.org/a]",
    ],
    ["odd values", "title: [A]\ntopics: { x: y }\nto: [A, [B]]\ndate: false\nfrom: true"],
    ["a template", "title: {{title}}\ndate: {{date}}"],
  ])("%s", async (_, frontMatter) => {
    const markdown = `---\n${frontMatter}\n---\n\n# Head\n\nWords.\n`;
    const { passages } = await documentIn({ "a.md": markdown });
    expect(passages.map(({ text }) => text)).toEqual(["Words."]);
  });

  test("TOML", async () => {
    const toml = `+++\ntitle = "A title"\ndate = 2020-01-02T03:04:05Z\ntags = [\n  "x",\n]\n[params]\nx = 1\n+++\n`;
    const { title, date, passages } = await documentIn({ "a.md": `${toml}\nWords.\n` });
    expect([title, date?.label, passages[0]?.lines[0]?.line]).toEqual([
      "A title",
      "2 January 2020",
      11,
    ]);
  });

  test("a rule at the beginning", async () => {
    expect((await documentIn({ "a.md": "---\n\nWords.\n" })).passages).toHaveLength(1);
    expect((await documentIn({ "a.md": "---\nWords here.\n" })).passages).toHaveLength(1);
  });
});

test("advice of one kind is one line with its numbers", async () => {
  const code = "Words.\n\n```\ncode\n```\n";
  expect(
    await adviceIn({
      "a.md": `---\nlayout: x\npublish: y\nmood: z\n---\n${code}`,
      "b.md": `---\nlayout: x\nmood: z\n---\n${code}\n${code}`,
    }),
  ).toEqual([
    "a.md:2: 3 keys in 2 files are for other programs, such as `layout`. Answers leave it out.",
    "a.md:4: `mood` is not a key that Ibid knows, in 2 files. Answers leave it out.",
    "a.md:8: 3 blocks of code in 2 files are not quotable, since code is not a paragraph. Write it without indentation, fence or tags if its words matter.",
  ]);
});

const textsOf = async (markdown: string) =>
  (await documentIn({ "a.md": `${markdown}\n` })).passages.map(({ text }) => text);

describe("the additions of other programs to Markdown are not part of the words:", () => {
  test.each([
    ["a wiki link", "See [[Lamps]] and [[a/b|the *log*]].", "See Lamps and the log."],
    ["a link to a heading", "See [[Lamps#Oil]] and [[#Wicks]].", "See Lamps > Oil and Wicks."],
    ["an embed", "![[picture.png|300]] The lamp is lit.", "The lamp is lit."],
    ["a comment", "The lamp is lit. %%by whom?%%", "The lamp is lit."],
    ["a block id", "The lamp is lit. ^lamp-1", "The lamp is lit."],
    ["a callout", "> [!note] Title\n> The lamp is lit.", "The lamp is lit."],
    ["a shortcode", 'The {{< ref "x" >}}lamp{{% /ref %}} is lit.', "The lamp is lit."],
    ["a tag of Liquid", "{% raw %}The lamp{% endraw %} is lit.", "The lamp is lit."],
    ["an import", 'import A from "./a.js"\n\nThe lamp{/* oil */} is lit.', "The lamp is lit."],
    ["an admonition", ":::note[Title]\nThe lamp is lit.\n:::", "The lamp is lit."],
    ["an indented one", '!!! note "Title"\n\n    The lamp is lit.', "The lamp is lit."],
    ["a line of attributes", "The lamp is lit.\n{: .wide }", "The lamp is lit."],
  ])("%s", async (_, markdown, text) => {
    expect(await textsOf(markdown)).toEqual([text]);
  });

  test.each([
    ["code in a line", "Write `[[x]]` or `%%y%%`.", "Write [[x]] or %%y%%."],
    ["escaped signs", String.raw`A \[\[lamp\]\].`, "A [[lamp]]."],
    ["a power", "Two to the 2 ^10", "Two to the 2 ^10"],
    ["a share", "From 5%% to 6%", "From 5%% to 6%"],
    ["exclamation and question marks", "??? when was that", "??? when was that"],
    [
      "three of them with words in quotes",
      '!!! he said "no"\nand left.',
      '!!! he said "no" and left.',
    ],
  ])("but %s are", async (_, markdown, text) => {
    expect(await textsOf(markdown)).toEqual([text]);
  });

  test.each(["{/*", "{{<", "{%", "`", "%%", "[[", "# {#a "])(
    "and a long line of %s is read as fast as others",
    (sign) => {
      // Quadratic work would take hours.
      for (const text of [sign.repeat(400_000), `# [[${sign}${" ".repeat(400_000)}{#`]) {
        expect(normalizeDialects(text).text.split("\n")).toHaveLength(1);
      }
    },
  );

  test("and the lines of the file stay the same", async () => {
    const { passages, unquotable } = await documentIn({
      "a.md":
        "%%\nhidden\n\nlines\n%%\n\nFirst.\n\n```\n[[code]] %%x%%\n```\n\n:::tip\nSecond.\n:::\n",
    });
    expect(passages.map(({ text, lines }) => [text, lines[0]?.line])).toEqual([
      ["First.", 7],
      ["Second.", 14],
    ]);
    expect(unquotable.map(({ text }) => text)).toEqual(["[[code]] %%x%%"]);
  });
});

describe("tags of other programs are topics of a document:", () => {
  const topicsOf = async (front: string, tables: Files = {}) => {
    const document = await documentIn({ "a.md": `---\n${front}\n---\nWords.`, ...tables });
    return document.topics.map(({ label }) => label);
  };

  test.each([
    ["a list", "tags: [lamps, Night Watch]", ["lamps", "Night Watch"]],
    ["Obsidian’s signs", "tags:\n  - '#lamps'\n  - sea/reefs", ["lamps", "sea/reefs"]],
    ["words", "tags: lamps reefs", ["lamps", "reefs"]],
    ["words with commas", "tags: lamps, night watch", ["lamps", "night watch"]],
    ["a repeated one", "topics: lamps\ntags: [lamps, reefs]", ["lamps", "reefs"]],
    ["none", "tags:", []],
    ["nested lists", "tags: [[Note]]", []],
    ["a template", 'tags: "{{ tags }}"', []],
  ])("%s", async (_, front, topics) => {
    expect(await topicsOf(front)).toEqual(topics);
  });

  test("only those in topics.yaml, if there is one", async () => {
    const tables = { "topics.yaml": "lamps: { label: Lamps }\n" };
    expect(await topicsOf("tags: [lamps, reefs]", tables)).toEqual(["Lamps"]);
  });
});

test("A formula in TeX that is set apart is shown like code, and dollars are words", async () => {
  const { passages, unquotable } = await documentIn({
    "a.md":
      "One.\n\n$$E = mc^2$$\n\n> $$\\frac{a}{b}\n> \\, c_1$$\n\n- $$x$$ is it.\n\n\\$$ and $$ cost $5.",
  });
  expect(passages.map(({ text }) => text)).toEqual(["One.", "$$x$$ is it.", "$$ and $$ cost $5."]);
  expect(unquotable.map(({ kind, text }) => [kind, text.split("\n")[0]])).toEqual([
    ["code", "E = mc^2"],
    ["code", "\\frac{a}{b}"],
  ]);
});

test.each([
  ["> $$\n> a + b\n> $$", "a + b"],
  [">$$\n>a + b\n>  c\n>$$", "a + b\n c"],
  ["> $$\na + b\n> $$", "a + b"],
  ["> > $$\n>> a > b\n> > $$", "a > b"],
  ["- $$\n  a + b\n    c\n  $$", "a + b\n  c"],
  ["10. $$\n    a + b\n    $$", "a + b"],
  ["- > $$\n  > a + b\n  > c\n  > $$", "a + b\nc"],
  ["> - $$\n>   a + b\n>   c\n>   $$", "a + b\nc"],
  ["$$\na +\n  b\n$$", "a +\n  b"],
])("The signs of quotations and lists are no part of a formula: %j", async (markdown, formula) => {
  const { unquotable } = await documentIn({ "a.md": `One.\n\n${markdown}\n\nTwo.` });
  expect(unquotable).toMatchObject([{ kind: "code", text: formula }]);
});

describe("Pandoc’s additions are no words:", () => {
  test.each([
    [
      "The keeper[@quill1907, p. 12] lit [see @roe; -@b_c] the lamp [-@d].",
      "The keeper lit the lamp.",
    ],
    [
      "[Small words]{.smallcaps} and [Harl]{lang=de} by [sea](a.md){.out}.",
      "Small words and Harl by sea.",
    ],
    ["H~2~O, x~i~, x^2^ and the 2^nd^ of March", "H₂O, xᵢ, x² and the 2nd of March"],
    ["The lamp. \\index{lamp} He \\label{a}slept\\cite[p. 3]{roe}.", "The lamp. He slept."],
    ["::: {.note}\n\nThe oil.\n\n:::", "The oil."],
    ["(@good) The lamp.", "The lamp."],
    ["The ==marked== lamp and ==two words==.", "The marked lamp and two words."],
    ["- [ ] light it", "light it"],
    ["- [x] sleep", "sleep"],
    ["The lamp^1^ failed.", "The lamp failed."],
    ["燈台《とうだい》と｜番人《ばんにん》。", "燈台と番人。"],
  ])("%j", async (markdown, text) => {
    const { passages } = await documentIn({ "a.md": markdown });
    expect(passages.map((passage) => passage.text)).toEqual([text]);
  });

  test.each([
    "Write to [the log @ Harl] or a@b.org.",
    "It is x^2+y^2 or 2^10, and a~b, ~5 and a ~ b ~ c.",
    "if a == b and c == d, or a==b==c",
    "He read 《등대》 and 《海角》.",
    "In C:\\lamps{a} and \\alpha{b}.",
    "- [y] light it",
    ": A colon first.",
    "(@ noon) he slept.",
  ])("not so: %j", async (markdown) => {
    const { passages } = await documentIn({ "a.md": markdown });
    expect(passages.map(({ text }) => text)).toEqual([markdown.replace(/^- /, "")]);
  });

  test("a footnote in TeX is a note, whatever its length, and a definition is a passage of its own", async () => {
    const { passages, notes } = await documentIn({
      "a.md": "The lamp\\footnote{Oil.} failed.\n\nKeeper\n:   The man of the lamp.",
    });
    expect(passages.map(({ text }) => text)).toEqual([
      "The lamp failed.",
      "Keeper",
      "The man of the lamp.",
    ]);
    expect(notes).toEqual([{ kind: "footnote", text: "Oil." }]);
  });
});
