import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { citationFormsOf } from "../../src/cite/citation-forms.ts";
import { readStyles } from "../../src/cite/read-styles.ts";
import { papers } from "../library.ts";

const folders: string[] = [];

afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true });
});

/** A folder of the styles that ship with Ibid, and of what somebody adds. */
function folder(added: Readonly<Record<string, string>>): string {
  const path = join(mkdtempSync(join(tmpdir(), "ibid-")), "styles");
  mkdirSync(path);
  folders.push(path);
  for (const file of readdirSync("styles")) copyFileSync(join("styles", file), join(path, file));
  for (const [name, text] of Object.entries(added)) writeFileSync(join(path, name), text);
  return path;
}

/** A style that somebody has written. */
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

const names = async (path: string) => (await readStyles(path)).styles.map(({ name }) => name);
const SHIPPED = ["chicago", "mla", "apa", "harvard", "bibtex", "ris", "csl-json"];

test("the folder that ships with Ibid has four styles, and there are three kinds of record", async () => {
  expect(await names("styles")).toEqual(SHIPPED);
  expect((await readStyles("styles")).problems).toEqual([]);
});

describe("a style that is put into the folder", () => {
  async function added(text: string) {
    const { styles, problems } = await readStyles(folder({ "lamps.csl": text }));
    expect(problems).toEqual([]);
    const style = styles.at(-1);
    const place = papers.passage("log¶1");
    if (style?.kind !== "csl" || place === undefined) throw new Error("It is not there.");
    return { style, forms: citationFormsOf(style, place) };
  }

  test("is called by the name of its file, and has the forms that it describes", async () => {
    const { style, forms } = await added(csl({ rest: BIBLIOGRAPHY }));
    expect(style).toMatchObject({ name: "lamps", label: "lamps", title: "Lamps & lights" });
    expect(forms).toEqual([
      { label: "In-text citation", text: "[Ada Quill: The keeper’s log]" },
      { label: "Reference entry", text: "Ada Quill, The keeper’s log." },
    ]);
  });

  test("speaks the language that it is written for", async () => {
    const term =
      '<citation><layout><text term="and"/><text variable="title" prefix=" "/></layout></citation>';
    const german = 'class="note" default-locale="de-DE"';
    const { forms } = await added(csl({ attributes: german, citation: term }));
    expect(forms).toEqual([{ label: "Note", text: "und The keeper’s log" }]);
  });

  test("may be one of notes, and have no bibliography", async () => {
    const { forms } = await added(csl({ attributes: 'class="note"', format: "note" }));
    expect(forms).toEqual([{ label: "Note", text: "[Ada Quill: The keeper’s log]" }]);
  });

  test("of numbers names in a citation no document that is quoted elsewhere", async () => {
    expect((await added(csl({ format: "numeric" }))).style.secondary).toBeUndefined();
    expect((await added(csl())).style.secondary).toMatchObject({ namesDocument: true });
  });

  test("may have the name of one that ships, and takes its place", async () => {
    const path = folder({ "apa.csl": csl() });
    expect(await names(path)).toEqual(SHIPPED);
    const { styles } = await readStyles(path);
    expect(styles.find(({ name }) => name === "apa")).toMatchObject({ csl: csl() });
  });
});

describe("a file that is no style is told of, and the others are read", () => {
  test.each([
    ["lamps.csl", "", /not a CSL style/],
    ["lamps.csl", "hello", /not a CSL style/],
    ["lamps.csl", "<html><body>Not found</body></html>", /not a CSL style/],
    ["lamps.csl", csl().replace("<text macro", "<txet macro"), /not a CSL style/],
    ["lamps.csl", csl().replace('<macro name="who">', '<macro name="whom">'), /a macro `who`/],
    ["lamps.csl", csl({ citation: "" }), /does not say how a work is cited/],
    [
      "lamps.csl",
      csl({ citation: "" }).replace(
        "<id>",
        '<link href="http://x.example/apa" rel="independent-parent"/><id>',
      ),
      /points to another/,
    ],
    [
      "lamps.csl",
      csl({ attributes: 'class="in-text" default-locale="ko-KR"' }),
      /in the language `ko-KR`/,
    ],
    ["My lamps.csl", csl(), /cannot be typed/],
    ["Lamps.csl", csl(), /cannot be typed/],
    ["ris.csl", csl(), /has this name/],
  ])("%s: %j", async (name, text, message) => {
    const path = folder({ [name]: text });
    expect(await readStyles(path)).toMatchObject({
      problems: [
        {
          path: `styles/${name}`,
          message: expect.stringMatching(message),
          remedy: expect.stringMatching(/^\p{Lu}.*\.$/u),
        },
      ],
    });
    expect(await names(path)).toEqual(SHIPPED);
  });

  test("whatever it is called", async () => {
    const path = folder({ "notes.txt": "hello", "lamps.xml": csl() });
    mkdirSync(join(path, "lamps.csl"));
    const { problems } = await readStyles(path);
    expect(problems.map(({ path: place }) => place)).toEqual(["styles/lamps.csl"]);
    expect(await names(path)).toEqual(SHIPPED);
  });
});

test("one that ships and is not there is told of", async () => {
  const path = folder({});
  rmSync(join(path, "mla.csl"));
  const { problems } = await readStyles(path);
  expect(problems).toMatchObject([{ path: "styles/mla.csl", message: expect.any(String) }]);
  expect(await names(path)).not.toContain("mla");
});
