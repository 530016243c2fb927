import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { citationFormsOf } from "../../src/cite/citation-forms.ts";
import { readStyles } from "../../src/cite/read-styles.ts";
import { inEnglish } from "../in-english.ts";
import { papers } from "../library.ts";

const folders: string[] = [];

afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true });
});

/** Creates a folder with the styles that ship with Ibid and the `added` files. */
function createStyles(added: Readonly<Record<string, string>>): string {
  const path = join(mkdtempSync(join(tmpdir(), "ibid-")), "styles");
  mkdirSync(path);
  folders.push(path);
  for (const file of readdirSync("styles")) copyFileSync(join("styles", file), join(path, file));
  for (const [name, text] of Object.entries(added)) writeFileSync(join(path, name), text);
  return path;
}

/** Returns the CSL text of a small style. */
function csl({
  attributes = 'class="in-text"',
  format = "author-date",
  citation = CITATION,
  rest = "",
} = {}) {
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" ${attributes}>
  <info><title>Lamps &amp;
    lights</title><id>x</id><updated>2025-01-01T00:00:00+00:00</updated><category citation-format="${format}"/></info>
  <macro name="who"><names variable="author"><name/></names></macro>
  ${citation}
  ${rest}
</style>`;
}

const CITATION =
  '<citation><layout prefix="[" suffix="]"><text macro="who"/><text variable="title" prefix=": "/></layout></citation>';
const BIBLIOGRAPHY =
  '<bibliography><layout suffix="."><text macro="who"/><text variable="title" prefix=", "/></layout></bibliography>';

const namesIn = async (path: string) => (await readStyles(path)).styles.map(({ name }) => name);
const SHIPPED = ["chicago", "mla", "apa", "harvard", "bibtex", "ris", "csl-json"];

test("The styles that ship with Ibid are four CSL styles and three record formats", async () => {
  expect(await namesIn("styles")).toEqual(SHIPPED);
  expect((await readStyles("styles")).problems).toEqual([]);
});

describe("A style that is added to the folder", () => {
  async function addStyle(text: string) {
    const { styles, problems } = await readStyles(createStyles({ "lamps.csl": text }));
    expect(problems).toEqual([]);
    const style = styles.at(-1);
    const place = papers.passage("log¶1");
    if (style?.kind !== "csl" || place === undefined) throw new Error("The style is missing.");
    return { style, forms: citationFormsOf(style, place) };
  }

  test("has the name of its file and the forms that it describes", async () => {
    const { style, forms } = await addStyle(csl({ rest: BIBLIOGRAPHY }));
    expect(style).toMatchObject({ name: "lamps", label: "lamps", title: "Lamps & lights" });
    expect(forms).toEqual([
      { label: "In-text citation", text: "[Ada Quill: The keeper’s log]" },
      { label: "Reference entry", text: "Ada Quill, The keeper’s log." },
    ]);
  });

  test("uses the terms of its language", async () => {
    const term =
      '<citation><layout><text term="and"/><text variable="title" prefix=" "/></layout></citation>';
    const german = 'class="note" default-locale="de-DE"';
    const { forms } = await addStyle(csl({ attributes: german, citation: term }));
    expect(forms).toEqual([{ label: "Note", text: "und The keeper’s log" }]);
  });

  test("may be a note style without a bibliography", async () => {
    const { forms } = await addStyle(csl({ attributes: 'class="note"', format: "note" }));
    expect(forms).toEqual([{ label: "Note", text: "[Ada Quill: The keeper’s log]" }]);
  });

  test("does not name the quoted document in citations if it is numeric", async () => {
    expect((await addStyle(csl({ format: "numeric" }))).style.secondary).toBeUndefined();
    expect((await addStyle(csl())).style.secondary).toMatchObject({ namesDocument: true });
  });

  test("replaces a shipped style with the same name", async () => {
    const path = createStyles({ "apa.csl": csl() });
    expect(await namesIn(path)).toEqual(SHIPPED);
    const { styles } = await readStyles(path);
    expect(styles.find(({ name }) => name === "apa")).toMatchObject({ csl: csl() });
  });
});

describe("An unusable file is reported and skipped", () => {
  test.each([
    ["lamps.csl", "", /not a readable CSL style/],
    ["lamps.csl", "hello", /not a readable CSL style/],
    ["lamps.csl", "<html><body>Not found</body></html>", /not a readable CSL style/],
    ["lamps.csl", csl().replace("<text macro", "<txet macro"), /not a readable CSL style/],
    ["lamps.csl", csl().replace('<macro name="who">', '<macro name="whom">'), /a macro `who`/],
    ["lamps.csl", csl({ citation: "" }), /does not say how to cite a work/],
    [
      "lamps.csl",
      csl({ citation: "" }).replace(
        "<id>",
        '<link href="http://x.example/apa" rel="independent-parent"/><id>',
      ),
      /refers to another/,
    ],
    [
      "lamps.csl",
      csl({ attributes: 'class="in-text" default-locale="ko-KR"' }),
      /in the language `ko-KR`/,
    ],
    ["My lamps.csl", csl(), /cannot be typed/],
    ["Lamps.csl", csl(), /cannot be typed/],
    ["ris.csl", csl(), /formats has this name/],
  ])("%s: %j", async (name, text, message) => {
    const path = createStyles({ [name]: text });
    const { problems } = await readStyles(path);
    expect(problems.map(({ path: place }) => place)).toEqual([`styles/${name}`]);
    expect(problems.map((one) => inEnglish(one.message))).toEqual([expect.stringMatching(message)]);
    expect(problems.map((one) => inEnglish(one.remedy))).toEqual([
      expect.stringMatching(/^\p{Lu}.*\.$/u),
    ]);
    expect(await namesIn(path)).toEqual(SHIPPED);
  });

  test("even if it is a folder, while files with other extensions are ignored", async () => {
    const path = createStyles({ "notes.txt": "hello", "lamps.xml": csl() });
    mkdirSync(join(path, "lamps.csl"));
    const { problems } = await readStyles(path);
    expect(problems.map(({ path: place }) => place)).toEqual(["styles/lamps.csl"]);
    expect(await namesIn(path)).toEqual(SHIPPED);
  });
});

test("A missing shipped style is reported", async () => {
  const path = createStyles({});
  rmSync(join(path, "mla.csl"));
  const { problems } = await readStyles(path);
  expect(problems.map(inEnglish)).toEqual([
    expect.stringMatching(/^styles\/mla\.csl:1: This file/),
  ]);
  expect(await namesIn(path)).not.toContain("mla");
});
