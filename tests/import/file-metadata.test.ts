import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeDrafts } from "../../src/import/writing/drafts.ts";
import { inEnglish } from "../in-english.ts";
import { epubOf, xhtmlPage, zipOf } from "./epubs.ts";
import { pdfOf } from "./pdfs.ts";
import { importManuscript } from "./read-manuscripts.ts";

const WORDS = "The lamp was lit at dusk, and three ships went by.";

/** Returns the title and the other metadata of the only document of a file. */
async function metadataOf(name: string, bytes: string | Uint8Array) {
  const made = makeDrafts(name, [await importManuscript(name, bytes)], { metadata: {} });
  if ("error" in made || made.drafts[0] === undefined) throw new Error("There is no document.");
  return { ...made.drafts[0].metadata, remarks: made.remarks.map(inEnglish) };
}

const pdf = (info: { readonly title?: string; readonly author?: string }) =>
  pdfOf([[{ text: WORDS, x: 50, y: 60 }]], info);

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const docx = (title: string) =>
  zipOf({
    "word/document.xml": `<w:document xmlns:w="${WORD}"><w:body><w:p><w:r><w:t>${WORDS}</w:t></w:r></w:p></w:body></w:document>`,
    "docProps/core.xml": `<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></c:coreProperties>`,
  });

const epub = (metadata: string) =>
  epubOf({ metadata, pages: { "a.xhtml": xhtmlPage(`<p>${WORDS}</p>`) } });

const html = (head: string) =>
  `<html><head>${head}</head><body><h1>The Keeper’s Log</h1><p>${WORDS}</p></body></html>`;

describe("A title that a program made is none", () => {
  test.each([
    "Microsoft Word - log.docx",
    "Document1",
    "Untitled",
    "(untitled document)",
    "[Type the document title]",
    "Normal.dotm",
    "C:\\Users\\ruth\\log.doc",
    "log_final_v3",
    "PowerPoint Presentation",
    "Dokument 2",
    "Sans titre",
    "제목 없음",
    "無題",
    "978-0-00_Book.indb",
    "S0140-6736(05)12345-6 1..8",
    "https://example.org/lamp",
    "1",
  ])("%s", async (title) => {
    expect((await metadataOf("lamp.docx", await docx(title))).title).toBe("lamp");
    expect((await metadataOf("lamp.pdf", await pdf({ title }))).title).toBe("lamp");
    const page = html(`<title>${title}</title>`);
    expect((await metadataOf("lamp.html", page)).title).toBe("The Keeper’s Log");
    const book = await epub(`<dc:title>${title}</dc:title>`);
    expect((await metadataOf("lamp.epub", book)).title).toBe("lamp");
  });

  test.each(["The Keeper’s Log", "1984", "Of the Index", "Document of a Year", "Main Street"])(
    "but not “%s”",
    async (title) => {
      expect((await metadataOf("lamp.docx", await docx(title))).title).toBe(title);
      expect((await metadataOf("lamp.pdf", await pdf({ title }))).title).toBe(title);
    },
  );
});

describe("A file’s authors are several if it names several, and none if it names an account", () => {
  const ada = { literal: "Ada Quill" };
  const roe = { literal: "Benjamin Roe" };
  test.each([
    ["Ada Quill", ["Ada Quill"], "Ada Quill"],
    ["Ada Quill; Benjamin Roe", ["Ada Quill", "Benjamin Roe"], [ada, roe]],
    ["Ada Quill and Benjamin Roe", ["Ada Quill", "Benjamin Roe"], [ada, roe]],
    ["Ada Quill &amp; Benjamin Roe", ["Ada Quill", "Benjamin Roe"], [ada, roe]],
    ["Ada Quill, Benjamin Roe", ["Ada Quill", "Benjamin Roe"], [ada, roe]],
    ["By Ada Quill", ["Ada Quill"], "Ada Quill"],
    ["Quill, Ada", ["Ada Quill"], [{ family: "Quill", given: "Ada" }]],
    ["Quill, Ada, 1841-1907", ["Ada Quill"], [{ family: "Quill", given: "Ada" }]],
    [
      "Quill, Ada; Roe, Benjamin",
      ["Ada Quill", "Benjamin Roe"],
      [
        { family: "Quill", given: "Ada" },
        { family: "Roe", given: "Benjamin" },
      ],
    ],
    [
      "Board of Lights, Cape Hollow",
      ["Board of Lights, Cape Hollow"],
      "Board of Lights, Cape Hollow",
    ],
    ["Department of Oil and Wicks", ["Department of Oil and Wicks"], "Department of Oil and Wicks"],
    ["Ada Quill, Reuters", ["Ada Quill, Reuters"], "Ada Quill, Reuters"],
    ["Ada Quill, M.A.", ["Ada Quill, M.A."], "Ada Quill, M.A."],
    ["김 바다, 서울", ["김 바다, 서울"], "김 바다, 서울"],
    ["van der Quill, Ada", ["Ada van der Quill"], [{ family: "van der Quill", given: "Ada" }]],
    ["Tex Sample", ["Tex Sample"], "Tex Sample"],
    ["Ana Étex", ["Ana Étex"], "Ana Étex"],
    ["Юрий Mac", ["Юрий Mac"], "Юрий Mac"],
    ["pdfTeX-1.40.21", undefined, undefined],
    ["LaTeX with hyperref", undefined, undefined],
    ["XeTeX 0.99", undefined, undefined],
    ["Adam Quill, Jr.", ["Adam Quill, Jr."], "Adam Quill, Jr."],
    ["Administrator", undefined, undefined],
    ["jsmith", undefined, undefined],
    ["Unknown", undefined, undefined],
    ["Adobe InDesign CS6", undefined, undefined],
    ["ruth@example.org", undefined, undefined],
    ["https://example.org/ada", undefined, undefined],
    ["Microsoft Office User", undefined, undefined],
  ])("%s", async (author, from, names) => {
    const text = author.replace("&amp;", "&");
    expect((await metadataOf("a.pdf", await pdf({ author: text }))).more?.["author"]).toEqual(
      names,
    );
    const book = await epub(`<dc:creator>${author}</dc:creator>`);
    expect((await metadataOf("a.epub", book)).more?.["author"]).toEqual(names);
    for (const page of [
      html(`<meta name="author" content="${author}">`),
      html(`<meta name="dc:creator" content="${author}">`),
      html(
        `<script type="application/ld+json">{"@type":"Article","headline":"A","author":{"name":"${text}"}}</script>`,
      ),
    ]) {
      expect((await metadataOf("a.html", page)).from).toEqual(from);
    }
  });

  test("and a remark names the account", async () => {
    const { remarks } = await metadataOf("a.pdf", await pdf({ author: "jsmith; Ada Quill" }));
    expect(remarks).toEqual([
      "The author is what the file says about itself, and may be the person who made the file: “jsmith; Ada Quill”.",
      "“jsmith” is not taken for the author, because it looks like the name of a program or an account.",
    ]);
  });
});

test("An EPUB’s people have their roles and their order, and are named once", async () => {
  const { title, more } = await metadataOf(
    "a.epub",
    await epub(`<dc:title id="s">A Log</dc:title><meta refines="#s" property="title-type">subtitle</meta>
<dc:title id="m">The Lamp</dc:title><meta refines="#m" property="title-type">main</meta>
<dc:creator id="b">Benjamin Roe</dc:creator><meta refines="#b" property="display-seq">2</meta>
<dc:creator id="a">Dr. Ada Quill</dc:creator><meta refines="#a" property="display-seq">1</meta><meta refines="#a" property="file-as">Quill, Ada</meta>
<dc:creator>Benjamin Roe</dc:creator><dc:creator opf:role="cov">Cora Hale</dc:creator>
<dc:contributor opf:role="Edt">Edna Day</dc:contributor><dc:contributor id="t">Tom Hale</dc:contributor><meta refines="#t" property="role">trl</meta>
<dc:contributor opf:role="bkp">A program</dc:contributor>`),
  );
  expect(title).toBe("The Lamp");
  expect(more).toMatchObject({
    author: [{ literal: "Benjamin Roe" }, { family: "Quill", given: "Dr. Ada" }],
    editor: "Edna Day",
    translator: "Tom Hale",
  });
  expect(JSON.stringify(more)).not.toMatch(/Cora|program/);
});

test("Several authors of an EPUB are in the order of their display", async () => {
  const order = fc.shuffledSubarray([1, 2, 3], { minLength: 3 });
  await fc.assert(
    fc.asyncProperty(order, async (places) => {
      const creators = places.map(
        (place, index) =>
          `<dc:creator id="c${index}">Keeper ${"ABC".charAt(place - 1)}</dc:creator><meta refines="#c${index}" property="display-seq">${place}</meta>`,
      );
      const { more } = await metadataOf("a.epub", await epub(creators.join("")));
      const names = ["Keeper A", "Keeper B", "Keeper C"];
      expect(more).toMatchObject({ author: names.map((literal) => ({ literal })) });
    }),
    { numRuns: 6 },
  );
});

test.each(["spk", "art", "ctb", "xyz", ""])(
  "A creator of the role “%s” is an author",
  async (role) => {
    const { more } = await metadataOf(
      "a.epub",
      await epub(`<dc:creator opf:role="${role}">Ada Quill</dc:creator>`),
    );
    expect(more?.["author"]).toBe("Ada Quill");
  },
);

test("A remark names an EPUB’s author who has the name of an account", async () => {
  const { remarks } = await metadataOf("a.epub", await epub(`<dc:creator>plato</dc:creator>`));
  expect(remarks).toContain(
    "“plato” is not taken for the author, because it looks like the name of a program or an account.",
  );
});

test("A family name of several words is recognized by how it is sorted", async () => {
  const creator = `<dc:creator opf:file-as="Quill Hale, Ada">Ada Quill Hale</dc:creator>`;
  const { more } = await metadataOf("a.epub", await epub(creator));
  expect(more?.["author"]).toEqual([{ family: "Quill Hale", given: "Ada" }]);
});

test("Several authors in one creator have the parts of their names from how they are sorted", async () => {
  const { more } = await metadataOf(
    "a.epub",
    await epub(
      `<dc:creator opf:file-as="Quill, Ada &amp; van Roe, Benjamin">Ada Quill &amp; Benjamin van Roe</dc:creator>`,
    ),
  );
  expect(more?.["author"]).toEqual([
    { family: "Quill", given: "Ada" },
    { family: "van Roe", given: "Benjamin" },
  ]);
});

describe("The title of a page has no name of a site", () => {
  test.each([
    "The Keeper’s Log - Wikipedia",
    "The Keeper’s Log | Cape Times",
    "Cape Times » Blog Archive » The Keeper’s Log",
    "The Keeper’s Log — Cape Times — Opinion",
    "The Project Gutenberg eBook of The Keeper’s Log, by Ada Quill",
  ])("%s", async (title) => {
    const { title: found } = await metadataOf("a.html", html(`<title>${title}</title>`));
    expect(found).toBe("The Keeper’s Log");
  });

  test("that the page itself names", async () => {
    const head = `<title>Cape Times: Of Oil - and Wicks</title><meta property="og:site_name" content="Cape Times">`;
    expect((await metadataOf("a.html", html(head))).title).toBe("Of Oil - and Wicks");
  });

  test.each([
    `<meta property="og:site_name" content="Cape Times">`,
    `<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Cape Times"}}</script>`,
  ])("also if its only heading is that of the site: %s", async (tag) => {
    const head = `${tag}<title>Great Storm | Cape Times</title>`;
    for (const headings of ["<h1>Cape Times</h1>", "<h1>Cape Times</h1><h1>Great Storm</h1>"]) {
      const page = `<html><head>${head}</head><body>${headings}<p>${WORDS}</p></body></html>`;
      expect((await metadataOf("a.html", page)).title).toBe("Great Storm");
    }
  });

  test.each([
    [`{"@id":"#a","name":"Ada Quill"}`, ["Ada Quill"]],
    [`[{"@id":"#a","name":"Ada Quill"},{"@id":"#b"}]`, ["Ada Quill", "Ben Roe"]],
    [`[{"@id":"#c"},{"@id":"#b"}]`, ["Ben Roe"]],
    [`["Ada Quill",{"@id":"#b"}]`, ["Ada Quill", "Ben Roe"]],
    [`{"name":"Ada Quill"}`, ["Ada Quill"]],
    [`"Ada Quill"`, ["Ada Quill"]],
  ])("and an author in JSON-LD is named, or refers to one: %s", async (author, from) => {
    const head = `<script type="application/ld+json">{"@graph":[{"@type":"BlogPosting","headline":"Lamp","author":${author}},{"@type":"Person","@id":"#b","name":"Ben Roe"}]}</script>`;
    expect((await metadataOf("a.html", html(head))).from).toEqual(from);
  });

  test("and the name of an author in JSON-LD can be in another item", async () => {
    const head = `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","headline":"Cape Times"},{"@type":"BlogPosting","headline":"Lamp","author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Ada Quill"}]}</script>`;
    expect(await metadataOf("a.html", html(head))).toMatchObject({
      title: "Lamp",
      from: ["Ada Quill"],
    });
  });
});

test("A page’s author that looks like an account is reported, unless another source names one", async () => {
  const read = (head: string) => importManuscript("a.html", `<head>${head}</head><p>Words.</p>`);
  const account = await read('<meta name="author" content="plato">');
  expect(account.metadata).toEqual({});
  expect(account.remarks.map(inEnglish)).toEqual([
    "“plato” is not taken for the author, because it looks like the name of a program or an account.",
  ]);
  const named = await read(
    '<meta name="author" content="plato"><meta name="citation_author" content="Ada Quill">',
  );
  expect(named.metadata).toEqual({ from: ["Ada Quill"] });
  expect(named.remarks).toEqual([]);
});

test.each(["Contents", "Table of Contents", "Inhaltsverzeichnis", "目次"])(
  "The title of a table of contents is none, nor is the part below it: %s",
  async (heading) => {
    const text = `# ${heading}\n\n\`\`\`\nPreface iii\n\`\`\`\n\n# Preface\n\n${WORDS}\n\n# The Lamp\n\n${WORDS}\n`;
    expect((await metadataOf("book.md", text)).title).toBe("book");
  },
);
