import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf } from "../corpus/folder.ts";
import { answered } from "./run-tool.ts";

const PAPERS = {
  "corpus.yaml": "title: Papers of a lighthouse",
  "log.md":
    "---\ndate: 1907-03\nfrom: Ada Quill\ntopics: [lamps, ships]\n---\n\nThe lamp was lit. Don’t wait.\n\nNobody slept.\n",
  "letter.md":
    "---\ntype: personal_communication\ndate: 1907-05\nfrom: [Ada Quill, Tom]\nto: 등대지기 김씨\ntopics: [lamps]\n---\n\nThe wick is burnt.\n",
  "diary.md": "---\nlanguage: ko\ndate: 1909\n---\n\n오늘 아침.\n",
  "note.md": "Undated words.\n",
};

const PNG = [0x89, 0x50, 0x4e, 0x47];

/** Width and height of a PNG in pixels. */
async function sizeOf(file: string): Promise<readonly [number, number]> {
  const bytes = await readFile(file);
  expect([...bytes.subarray(0, 4)]).toEqual(PNG);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe("the statistics of a corpus", () => {
  test("are tables with a row for each year, person, topic, language and type", async () => {
    const { code, said } = await answered(["stats"], await folderOf(PAPERS));
    expect(code).toBe(0);
    expect(said).toBe(`Papers of a lighthouse
4 documents, 5 passages, 16 words in passages, 0 notes

Year     documents  passages  notes  words
1907             2         3      0     12
1909             1         1      0      2
undated          1         1      0      2

Person         from  to  documents  passages  notes  words
Ada Quill         2   0          2         3      0     12
Tom               1   0          1         1      0      4
등대지기 김씨     0   1          1         1      0      4

Topic  documents  passages  notes  words
lamps          2         3      0     12
ships          1         2      0      8

Language  documents  passages  notes  words
en                3         4      0     14
ko                1         1      0      2

Type                    documents  passages  notes  words
document                        3         4      0     12
personal_communication          1         1      0      4`);
  });

  test("are one JSON object with every name", async () => {
    const { code, said } = await answered(["stats", "--json"], await folderOf(PAPERS));
    expect(code).toBe(0);
    expect(JSON.parse(said)).toMatchObject({
      title: "Papers of a lighthouse",
      documents: 4,
      passages: 5,
      words: 16,
      years: [{ name: "1907" }, { name: "1909" }, { name: "undated" }],
      people: [{ name: "Ada Quill", from: 2, to: 0 }, { name: "Tom" }, { from: 0, to: 1 }],
    });
  });

  test("count what another folder holds", async () => {
    const { said } = await answered(["stats", await folderOf(PAPERS)], "elsewhere");
    expect(said).toContain("4 documents");
  });

  test("count words that stand in two places of a document once", async () => {
    const folder = await folderOf({
      "corpus.yaml": "body: notes",
      "sources.yaml": "herald: { title: Herald }",
      "a.md": "> the lamp was lit\n>\n> — @herald\n\n## Text\n\nAt dusk the lamp was lit.\n",
    });
    expect((await answered(["stats"], folder)).said).toContain("1 passage, 6 words in passages");
  });

  test("of many names have the first twenty", async () => {
    const topics = Array.from({ length: 25 }, (_, at) => `t${at + 10}`).join(", ");
    const folder = await folderOf({ "a.md": `---\ntopics: [${topics}]\n---\n\nWords.\n` });
    const { said } = await answered(["stats"], folder);
    expect(said).toContain("t29");
    expect(said).not.toContain("t30");
    expect(said).toContain("and 5 more, which `--json` lists");
  });

  test("are not counted of a corpus that does not load", async () => {
    const folder = await folderOf({ "a.md": "---\ntitel: A\n---\n" });
    const { code, said, complaints } = await answered(["stats"], folder);
    expect({ code, said }).toEqual({ code: 1, said: "" });
    expect(complaints.at(-1)).toContain("does not load: 1 problem.");
  });

  test.each([[["a", "b"]], [["--png", "a.png", "b.png"]]])(
    "are not counted where it is not understood: %j",
    async (args) => {
      expect((await answered(["stats", ...args], "corpus")).code).toBe(2);
    },
  );
});

describe("a picture of them", () => {
  test("is written into the file that is named", async () => {
    const out = await folderOf({});
    const file = join(out, "papers.png");
    const { code, complaints } = await answered(["stats", "--png", file], await folderOf(PAPERS));
    expect({ code, complaints }).toEqual({ code: 0, complaints: [`The picture is in ${file}.`] });
    const [width, height] = await sizeOf(file);
    expect(width).toBe(1720);
    expect(height).toBeGreaterThan(1000);
    expect(await readdir(out)).toEqual(["papers.png"]);
  });

  test("grows with what there is to show, and leaves out what there is not", async () => {
    const out = await folderOf({});
    const [few, many] = [join(out, "few.png"), join(out, "many.png")];
    await answered(["stats", "--png", few], await folderOf({ "a.md": "Words.\n" }));
    await answered(["stats", "--png", many], await folderOf(PAPERS));
    const [[, low], [, high]] = [await sizeOf(few), await sizeOf(many)];
    expect(low).toBeLessThan(high / 4);
  });

  test("takes no file's place unless it is told to", async () => {
    const file = join(await folderOf({ "papers.png": "mine" }), "papers.png");
    const folder = await folderOf(PAPERS);
    expect(await answered(["stats", "--png", file], folder)).toEqual({
      code: 1,
      said: "",
      complaints: [
        `${file} is there already. Name another file, or overwrite it with \`--force\`.`,
      ],
    });
    expect(await readFile(file, "utf8")).toBe("mine");
    expect((await answered(["stats", "--png", file, "--force"], folder)).code).toBe(0);
    await sizeOf(file);
  });

  test("leaves nothing behind where it cannot be written", async () => {
    const out = await folderOf({});
    const file = join(out, "none", "papers.png");
    const { code, complaints } = await answered(["stats", "--png", file], await folderOf(PAPERS));
    expect(code).toBe(1);
    expect(complaints).toEqual([
      expect.stringMatching(/^The picture cannot be written to .*ENOENT/),
    ]);
    expect(await readdir(out)).toEqual([]);
  });

  test("is not written where nobody wants it any more", async () => {
    const out = await folderOf({});
    const file = join(out, "papers.png");
    const folder = await folderOf(PAPERS);
    const { code } = await answered(["stats", "--png", file], folder, AbortSignal.abort());
    expect(code).toBe(1);
    expect(await readdir(out)).toEqual([]);
  });
});
