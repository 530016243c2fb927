import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, readdir, readFile, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import process from "node:process";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.ts";
import { PLAIN } from "../../src/reply/plain-text.ts";
import type { ToolContext } from "../../src/tools/define-tool.ts";
import { importTool } from "../../src/tools/import.ts";
import { corpusFrom, type Files, folderOf, passagesOf } from "../corpus/folder.ts";

const CORPUS = resolve("bin/corpus.js");

/** Runs `npm run corpus -- import` in a folder. */
async function corpus(cwd: string, ...args: readonly string[]) {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [CORPUS, ...args], {
    cwd,
    env: { PATH, HOME, IBID_CORPUS: "corpus" },
  });
  child.stdin.end();
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (chunk: string) => {
      said[stream] += chunk;
    });
  }
  const [code] = await once(child, "close");
  // How far it is is told when it takes long, which a busy machine may make it.
  const stderr = said.stderr.replace(
    /^(?:(?:Reading|Checking|Writing): .*|The import took .*)\n/gm,
    "",
  );
  return { code, stdout: said.stdout, stderr };
}

async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const),
    ),
  );
}

const LETTER = "# A letter to the Board\n\nThe lamp *burns* well.\n\nMore oil is wanted.\n";

describe("npm run corpus -- import", () => {
  test("makes a document of each file, and tells what it made", async () => {
    const folder = await folderOf({
      "in/letter.md": LETTER,
      "in/Second Letter.md": "1 * 2 * 3\n",
      "in/picture.png": "",
    });
    expect(await corpus(folder, "import", "in")).toEqual({
      code: 0,
      stdout: [
        "in/letter.md → letter.md: 2 passages, “A letter to the Board”",
        "in/Second Letter.md → second-letter.md: 1 passage, “Second Letter”",
        "Now in corpus: 2 documents of 2 files, with 3 passages.",
        "Next: `npm run corpus -- check`, and then `npm start`.",
        "",
      ].join("\n"),
      stderr: "in/picture.png: Files of this kind are not imported.\n",
    });
    expect(await filesIn(join(folder, "corpus"))).toEqual({
      "letter.md":
        "---\ntitle: A letter to the Board\n---\n\nThe lamp *burns* well.\n\nMore oil is wanted.\n",
      "second-letter.md": "---\ntitle: Second Letter\n---\n\n1 \\* 2 \\* 3\n",
    });
  });

  test("gives all documents the front matter that is asked for", async () => {
    const folder = await folderOf({ "a.md": "First.\n", "b.md": "Second.\n" });
    const asked =
      "--type personal_communication --date 1907-05 --from Ada --from Bo --to Board --topics oil --language en --rights Free --author Quill";
    const { code } = await corpus(
      folder,
      "import",
      "a.md",
      "b.md",
      "--into",
      "new/one",
      ...asked.split(" "),
    );
    expect(code).toBe(0);
    const { documents } = corpusFrom(await readCorpus(join(folder, "new/one")));
    expect(
      documents.map(({ id, type, date, from, to, topics, language, rights, more }) => ({
        id,
        type,
        date: date?.edtf,
        from: from.map(({ name }) => name),
        to: to.map(({ name }) => name),
        topics: topics.map(({ id: topic }) => topic),
        language,
        rights,
        more,
      })),
    ).toEqual(
      ["a", "b"].map((id) => ({
        id,
        type: "personal_communication",
        date: "1907-05",
        from: ["Ada", "Bo"],
        to: ["Board"],
        topics: ["oil"],
        language: "en",
        rights: "Free",
        more: { author: "Quill" },
      })),
    );
  });

  test("makes a document of each part of a volume", async () => {
    const folder = await folderOf({
      "volume.md": "# Letters\n\nA word before.\n\n## I\n\nOne.\n\n## II\n\nTwo.\n",
    });
    const { stdout } = await corpus(folder, "import", "volume.md", "--split", "heading");
    expect(stdout).toContain(
      [
        "volume.md → volume.md: 1 passage, “Letters”",
        "volume.md → volume-1.md: 1 passage, “I”",
        "volume.md → volume-2.md: 1 passage, “II”",
      ].join("\n"),
    );
    expect((await filesIn(join(folder, "corpus")))["volume-2.md"]).toBe(
      "---\ntitle: II\ncontainer-title: Letters\n---\n\nTwo.\n",
    );
  });

  test("overwrites nothing, unless it is told to", async () => {
    const folder = await folderOf({
      "corpus/letter.md": "An older one.\n",
      "corpus/letters/second.md": "In another folder.\n",
      "letter.md": LETTER,
      "second.md": "The second.\n",
    });
    const run = async (...args: string[]) =>
      (await corpus(folder, "import", "letter.md", "second.md", ...args)).stdout;

    expect(await run("--dry-run")).toContain(`Nothing was written. For corpus: 2 documents`);
    expect(await readdir(join(folder, "corpus"))).toEqual(["letter.md", "letters"]);

    const first = await run();
    expect(first).toContain(
      "letter.md → letter-2.md: 2 passages, “A letter to the Board”; letter.md is another one",
    );
    expect(first).toContain(
      "second.md → second-2.md: 1 passage, “second”; letters/second.md is another one",
    );
    expect(await readFile(join(folder, "corpus/letter.md"), "utf8")).toBe("An older one.\n");

    expect(await run()).toBe(
      [
        "letter.md → letter-2.md: it is there already, the very same",
        "second.md → second-2.md: it is there already, the very same",
        "There is nothing new for corpus.",
        "",
      ].join("\n"),
    );

    expect(await run("--force")).toContain(
      "letter.md → letter.md: 2 passages, “A letter to the Board”, in the place of what was there",
    );
    expect(await readFile(join(folder, "corpus/letter.md"), "utf8")).toContain("The lamp *burns*");
    expect(
      corpusFrom(await readCorpus(join(folder, "corpus")))
        .documents.map(({ id }) => id)
        .toSorted(),
    ).toEqual(["letter", "letter-2", "second", "second-2"]);
  });

  test("puts the words where paragraphs are notes, in a corpus around the folder too", async () => {
    const folder = await folderOf({
      "mine/corpus.yaml": "body: notes\n",
      "letter.md": "# T\n\nWords.\n\n## More\n\nAnd more.\n",
    });
    const { stdout } = await corpus(folder, "import", "letter.md", "--into", "mine/letters");
    expect(stdout).toContain("letter.md → letters/letter.md: 2 passages, “T”");
    const [document] = corpusFrom(await readCorpus(join(folder, "mine"))).documents;
    expect(document && passagesOf(document)).toEqual(["1 Words.", "2 And more."]);
    expect(document?.notes).toEqual([]);
  });

  test("writes nothing when the corpus would not load with it, and says what to do", async () => {
    const files: Files = {
      "corpus/people.yaml": "Ada Quill:\n",
      "corpus/topics.yaml": "oil:\n  label: Oil\n",
      "corpus/a.md": "One.\n",
      "letter.md": LETTER,
    };
    const folder = await folderOf(files);
    const run = await corpus(
      folder,
      "import",
      "letter.md",
      "--from",
      "Ada Quil",
      "--topics",
      "lamps",
    );
    expect(run).toEqual({
      code: 1,
      stdout: "",
      stderr: [
        "letter.md → letter.md:3: No person is called `Ada Quil`. Write `Ada Quill` if that is meant, or add it to `people.yaml`.",
        "letter.md → letter.md:4: No topic is called `lamps`. Add it to `topics.yaml`, or correct the name.",
        "Nothing was imported: 2 problems. An option such as `--from` stands before what a file says of itself.",
        "",
      ].join("\n"),
    });
    expect(await readdir(join(folder, "corpus"))).toEqual(["a.md", "people.yaml", "topics.yaml"]);
  });

  test("refuses a corpus that does not load, with its problems", async () => {
    const folder = await folderOf({
      "corpus/a.md": "---\ndate: never\n---\n",
      "letter.md": LETTER,
    });
    const { code, stderr } = await corpus(folder, "import", "letter.md");
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^a\.md:2: `date` should be .+\nThe corpus in .+ does not load: 1 problem\.\n$/,
    );
    expect(await readdir(join(folder, "corpus"))).toEqual(["a.md"]);
  });

  test("imports what it can, and says what it cannot", async () => {
    const folder = await folderOf({
      "letter.md": LETTER,
      "empty.md": "# Only a title\n",
      "binary.txt": new Uint8Array([0, 1, 2, 0]),
    });
    await symlink(".", join(folder, "round"));
    const { code, stdout, stderr } = await corpus(folder, "import", ".", "nothing.docx");
    expect(code).toBe(1);
    expect(stderr.split("\n")).toEqual(
      expect.arrayContaining([
        "round: This is a link to a folder, which is not followed. Name the folder itself.",
        "nothing.docx: There is no such file or folder.",
        expect.stringMatching(/^binary\.txt: .+\.$/),
        expect.stringMatching(/^empty\.md: There are no words to quote in this\./),
      ]),
    );
    expect(stdout).toContain("Now in corpus: 1 document of 1 file, with 2 passages.");
  });

  test("never makes a path of a name", async () => {
    const folder = await folderOf({
      "in/..md": "Dots are hidden.\n",
      "in/a\n..\\..\\b.md": "A line in the name.\n",
      "in/\u202etxt.md": "The other way.\n",
      "in/각서.md": "Another script.\n",
      "in/README.md": "Not one of a corpus's.\n",
      "in/con|<>*?.md": "Signs.\n",
    });
    const { code, stdout } = await corpus(folder, "import", "in");
    expect(code).toBe(0);
    for (const line of stdout.split("\n")) expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect((await readdir(join(folder, "corpus"))).toSorted()).toEqual([
      "a-b.md",
      "con.md",
      expect.stringMatching(/^document-[0-9a-f]{8}\.md$/),
      "readme-2.md",
      "txt.md",
    ]);
    expect((await readdir(folder)).toSorted()).toEqual(["corpus", "in"]);
  });

  test.each([
    [["--date", "yesterday"], /`--date` should be a date that exists, in EDTF/],
    [["--type", "rant"], /`--type` should be a CSL item type/],
    [["--language", "?"], /`--language` should be a language tag/],
    [["--split", "("], /`--split` should be `heading`, `heading:2` or a regular expression/],
    [["--fields", "Body"], /`--fields` should be keys and columns/],
    [["--nothing"], /Unknown option '--nothing'\. `npm run corpus -- import --help` tells/],
  ])("refuses %j", async (args, sentence) => {
    const folder = await folderOf({ "letter.md": LETTER });
    const { code, stderr } = await corpus(folder, "import", "letter.md", ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(await readdir(folder)).toEqual(["letter.md"]);
  });

  test("asks for files when none is named", async () => {
    expect(await corpus(await folderOf({}), "import")).toMatchObject({
      code: 2,
      stderr: "Say which files: `npm run corpus -- import letter.docx`.\n",
    });
  });

  test("only tells what it would do, and makes no folder, when it is asked to", async () => {
    const folder = await folderOf({ "letter.md": LETTER });
    const asked = ["letter.md", "--into", "new/corpus", "--dry-run"];
    expect(await corpus(folder, "import", ...asked)).toEqual({
      code: 0,
      stdout: [
        "letter.md → letter.md: 2 passages, “A letter to the Board”",
        "Nothing was written. For new/corpus: 1 document of 1 file, with 2 passages.",
        "",
      ].join("\n"),
      stderr: "",
    });
    expect(await readdir(folder)).toEqual(["letter.md"]);
  });

  test("leaves no folder behind when nothing came of it", async () => {
    const folder = await folderOf({ "empty.md": "" });
    expect((await corpus(folder, "import", "empty.md", "--into", "new/corpus")).code).toBe(1);
    expect(await readdir(folder)).toEqual(["empty.md"]);
  });
});

describe("at a terminal", () => {
  /** Runs it at a terminal where these lines are typed, one whenever something is asked. */
  async function typed(lines: readonly string[], args: readonly string[]) {
    const input = Object.assign(new PassThrough(), { isTTY: true as const });
    const output = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY: false as const });
    let asked = "";
    let next = 0;
    output.on("data", (chunk: string) => {
      asked += chunk;
      if (!chunk.endsWith("]: ")) return;
      const line = lines[next++];
      if (line === undefined) input.end();
      else input.write(`${line}\n`);
    });
    const complaints: string[] = [];
    const said: string[] = [];
    const desk: ToolContext = {
      config: {
        corpus: "corpus",
        isWatched: false,
        isPrivate: false,
        citationStyle: "chicago",
        logLevel: "info",
      },
      styles: [],
      input,
      output,
      errors: new PassThrough(),
      style: () => PLAIN,
      say: (text) => said.push(text),
      complain: (more) => complaints.push(...more),
      ending: () => new AbortController().signal,
    };
    const code = await importTool.run(args, desk);
    return { code, asked, said, complaints };
  }

  test("asks for what a file does not say, and shows what it takes", async () => {
    const folder = await folderOf({ "letter.md": LETTER });
    const { code, asked } = await typed(
      ["", "the other day", "1907-05-02", "Ada Quill; Bo", "", "personal_communication"],
      [join(folder, "letter.md"), "--into", join(folder, "new")],
    );
    expect(code).toBe(0);
    expect(asked.replaceAll(`${folder}/`, "")).toBe(
      [
        "letter.md",
        "  Title [A letter to the Board]:   Date, such as 1787-11-22 or 1787-11 []:   `date` should be a date that exists, in EDTF: 2019-08-05, 2018-09, 2018-09~ (about).",
        "  Date, such as 1787-11-22 or 1787-11 []:   From whom []:   To whom []:   Type, such as personal_communication []: ",
      ].join("\n"),
    );
    expect(await readFile(join(folder, "new/letter.md"), "utf8")).toContain(
      "---\ntitle: A letter to the Board\ntype: personal_communication\ndate: 1907-05-02\nfrom:\n  - Ada Quill\n  - Bo\n---\n",
    );
  });

  test("asks once of many files, and not of what is asked for already", async () => {
    const folder = await folderOf({
      "a.md": "One.\n",
      "b.md": "Two.\n",
      "c.md": "Three.\n",
      "d.md": "Four.\n",
    });
    const many = await typed([""], [folder, "--into", join(folder, "new")]);
    expect(many.asked).toBe("Ask nothing about these 4 files? [yes]: ");
    const args = "--title T --date 1907 --from A --to B --type letter".split(" ");
    const known = await typed(
      [],
      [join(folder, "a.md"), ...args.with(-1, "speech"), "--into", join(folder, "b")],
    );
    expect([known.asked, known.code]).toEqual(["", 0]);
  });

  test("imports nothing when the editor leaves", async () => {
    const folder = await folderOf({ "letter.md": LETTER });
    const { code, complaints } = await typed(
      ["A title"],
      [join(folder, "letter.md"), "--into", join(folder, "new")],
    );
    expect([code, complaints]).toEqual([1, ["Nothing was imported. You have stopped it."]]);
    expect(await readdir(folder)).toEqual(["letter.md"]);
  });
});

test("Ctrl-C leaves nothing half done", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 3000 }, (_, index) => [`in/letter-${index}.md`, `Letter ${index}.\n`]),
  );
  const folder = await folderOf({ ...files, "corpus/first.md": "The first.\n" });
  await chmod(folder, 0o755);
  const child = spawn(process.execPath, [CORPUS, "import", "in"], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", IBID_CORPUS: "corpus" },
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    complaint += chunk;
  });
  while (!(await readdir(join(folder, "corpus"))).some((name) => name.startsWith(".import-"))) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  expect([code, complaint]).toEqual([
    1,
    expect.stringMatching(/(?:^|\n)Nothing was imported\. You have stopped it\.\n$/),
  ]);
  expect(await readdir(join(folder, "corpus"))).toEqual(["first.md"]);
});
