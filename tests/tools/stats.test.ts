import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { people } from "../../commands/people.ts";
import { createFolder } from "../corpus/folder.ts";
import { context, expectKind } from "../library.ts";
import { runCorpusTool } from "./run-tool.ts";

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

/** Returns the width and height of a PNG in pixels. */
async function sizeOf(file: string): Promise<readonly [number, number]> {
  const bytes = await readFile(file);
  expect([...bytes.subarray(0, 4)]).toEqual(PNG);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe("stats", () => {
  test("prints tables with a row for each year, person, topic, language and type", async () => {
    const { code, output } = await runCorpusTool(["stats"], await createFolder(PAPERS));
    expect(code).toBe(0);
    expect(output).toBe(`Papers of a lighthouse
4 documents, 5 passages, 16 words in passages, 0 notes

Year     documents  passages  notes  words
1907             2         3      0     12
1909             1         1      0      2
undated          1         1      0      2

Person         from  to  documents  passages  notes  words
Ada Quill         2   0          2         3      0     12
Tom               1   0          1         1      0      4
등대지기 김씨     0   1          1         0      0      0

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

  test("counts people as /people does", async () => {
    const { output } = await runCorpusTool(["stats", "--json"], "corpus");
    const counted = v.parse(
      v.object({
        people: v.array(
          v.object({ name: v.string(), documents: v.number(), passages: v.number() }),
        ),
      }),
      JSON.parse(output),
    );
    expect(counted.people.length).toBeGreaterThan(1);
    for (const { name, documents, passages } of counted.people) {
      const { counts } = expectKind("person", people.respond({ person: name }, context));
      expect({ documents, passages }, name).toEqual(counts);
    }
  });

  test("prints one JSON object with every name", async () => {
    const { code, output } = await runCorpusTool(["stats", "--json"], await createFolder(PAPERS));
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      title: "Papers of a lighthouse",
      documents: 4,
      passages: 5,
      words: 16,
      years: [{ name: "1907" }, { name: "1909" }, { name: "undated" }],
      people: [{ name: "Ada Quill", from: 2, to: 0 }, { name: "Tom" }, { from: 0, to: 1 }],
    });
  });

  test("counts the contents of another folder", async () => {
    const { output } = await runCorpusTool(["stats", await createFolder(PAPERS)], "elsewhere");
    expect(output).toContain("4 documents");
  });

  test("counts words once if they occur in two places of a document", async () => {
    const folder = await createFolder({
      "corpus.yaml": "body: notes",
      "sources.yaml": "herald: { title: Herald }",
      "a.md": "> the lamp was lit\n>\n> — @herald\n\n## Text\n\nAt dusk the lamp was lit.\n",
    });
    expect((await runCorpusTool(["stats"], folder)).output).toContain(
      "1 passage, 6 words in passages",
    );
  });

  test("prints the first twenty of many names", async () => {
    const topics = Array.from({ length: 25 }, (_, at) => `t${at + 10}`).join(", ");
    const folder = await createFolder({ "a.md": `---\ntopics: [${topics}]\n---\n\nWords.\n` });
    const { output } = await runCorpusTool(["stats"], folder);
    expect(output).toContain("t29");
    expect(output).not.toContain("t30");
    expect(output).toContain("and 5 more, which `--json` lists");
  });

  test("closes overrides of the writing direction within their column", async () => {
    const papers = { "a.md": "---\nfrom: Ada \u202elliuQ\n---\n\nThe lamp was lit.\n" };
    const { output } = await runCorpusTool(["stats"], await createFolder(papers));
    expect(output).toMatch(/^Ada \u202elliuQ\u202c +1 +0/m);
  });

  test("reports the problems of a corpus that does not load", async () => {
    const folder = await createFolder({ "a.md": "---\ntitel: A\n---\n" });
    const { code, output, errors } = await runCorpusTool(["stats"], folder);
    expect({ code, output }).toEqual({ code: 1, output: "" });
    expect(errors.at(-1)).toContain("does not load: 1 problem.");
  });

  test.each([[["a", "b"]], [["--png", "a.png", "b.png"]]])(
    "exits with 2 if the arguments are wrong: %j",
    async (args) => {
      expect((await runCorpusTool(["stats", ...args], "corpus")).code).toBe(2);
    },
  );
});

describe("stats --png", () => {
  test("writes a chart to the named file", async () => {
    const out = await createFolder({});
    const file = join(out, "papers.png");
    const { code, errors } = await runCorpusTool(
      ["stats", "--png", file],
      await createFolder(PAPERS),
    );
    expect({ code, errors }).toEqual({ code: 0, errors: [`The picture is in ${file}.`] });
    const [width, height] = await sizeOf(file);
    expect(width).toBe(1720);
    expect(height).toBeGreaterThan(1000);
    expect(await readdir(out)).toEqual(["papers.png"]);
  });

  test("draws a taller chart for more data, and leaves out empty panels", async () => {
    const out = await createFolder({});
    const [small, large] = [join(out, "few.png"), join(out, "many.png")];
    await runCorpusTool(["stats", "--png", small], await createFolder({ "a.md": "Words.\n" }));
    await runCorpusTool(["stats", "--png", large], await createFolder(PAPERS));
    const [, smallHeight] = await sizeOf(small);
    const [, largeHeight] = await sizeOf(large);
    expect(smallHeight).toBeLessThan(largeHeight / 4);
  });

  test("overwrites a file only with --force", async () => {
    const file = join(await createFolder({ "papers.png": "mine" }), "papers.png");
    const folder = await createFolder(PAPERS);
    expect(await runCorpusTool(["stats", "--png", file], folder)).toEqual({
      code: 1,
      output: "",
      errors: [`${file} already exists. Name another file, or overwrite it with \`--force\`.`],
    });
    expect(await readFile(file, "utf8")).toBe("mine");
    expect((await runCorpusTool(["stats", "--png", file, "--force"], folder)).code).toBe(0);
    await sizeOf(file);
  });

  test("leaves no file if it cannot write the chart", async () => {
    const out = await createFolder({});
    const file = join(out, "none", "papers.png");
    const { code, errors } = await runCorpusTool(
      ["stats", "--png", file],
      await createFolder(PAPERS),
    );
    expect(code).toBe(1);
    expect(errors).toEqual([expect.stringMatching(/^The picture cannot be written to .*ENOENT/)]);
    expect(await readdir(out)).toEqual([]);
  });

  test("writes nothing if it is interrupted", async () => {
    const out = await createFolder({});
    const file = join(out, "papers.png");
    const folder = await createFolder(PAPERS);
    const { code } = await runCorpusTool(["stats", "--png", file], folder, {
      createInterruptSignal: () => AbortSignal.abort(),
    });
    expect(code).toBe(1);
    expect(await readdir(out)).toEqual([]);
  });
});
