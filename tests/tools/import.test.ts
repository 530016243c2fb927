import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, readdir, readFile, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import process from "node:process";
import { PassThrough } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { english } from "../../src/catalogue/catalogue.ts";
import { readCorpus } from "../../src/corpus/read.ts";
import { PLAIN } from "../../src/reply/plain-text.ts";
import { checkCorpus } from "../../src/tools/check-corpus.ts";
import { checkInThread } from "../../src/tools/check-in-thread.ts";
import type { ToolContext } from "../../src/tools/define-tool.ts";
import { importTool } from "../../src/tools/import.ts";
import { corpusFrom, createFolder, type Files, numberedPassages } from "../corpus/folder.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { NPM_SCRIPTS, runCorpusTool, runCorpusToolIn, shareReadingThread } from "./run-tool.ts";

const IBID = resolve("bin/ibid.js");

/** Runs `npm run corpus` in a folder, as a process of its own. */
async function runProcess(cwd: string, ...args: readonly string[]) {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [IBID, "corpus", ...args], {
    cwd,
    env: { PATH, HOME, IBID_CORPUS: "corpus", npm_lifecycle_event: "corpus" },
  });
  child.stdin.end();
  const printed = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (chunk: string) => {
      printed[stream] += chunk;
    });
  }
  const [code] = await once(child, "close");
  // On a busy machine the import may take long enough for the progress line to appear.
  const stderr = printed.stderr.replace(
    /^(?:(?:Reading|Checking|Writing): .*|The import took .*)\n/gm,
    "",
  );
  return { code, stdout: printed.stdout, stderr };
}

/** Runs `npm run corpus` in a folder, but in this process. */
async function run(folder: string, ...args: readonly string[]) {
  const { code, output, errors } = await runCorpusToolIn(folder, args);
  const lines = (text: string) => (text === "" ? "" : `${text}\n`);
  return { code, stdout: lines(output), stderr: lines(errors.join("\n")) };
}

/** Reads the files of a folder by name. */
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
  test("makes a document of each file, and reports it", async () => {
    const folder = await createFolder({
      "in/letter.md": LETTER,
      "in/Second Letter.md": "1 * 2 * 3\n",
      "in/picture.png": "",
    });
    expect(await runProcess(folder, "import", "in")).toEqual({
      code: 0,
      stdout: [
        "in/letter.md → letter.md: 2 passages, “A letter to the Board”",
        "in/Second Letter.md → second-letter.md: 1 passage, “Second Letter”",
        "Now in corpus: 2 documents from 2 files, with 3 passages.",
        "corpus/missing.csv: 2 documents lack a date, people or topics. Fill in the list, and then: `npm run corpus -- fill corpus/missing.csv`.",
        "Next: `npm run corpus -- check`, and then `npm start`.",
        "",
      ].join("\n"),
      stderr: "in/picture.png: Files of this kind are not imported.\n",
    });
    expect(await filesIn(join(folder, "corpus"))).toEqual({
      "letter.md":
        "---\ntitle: A letter to the Board\n---\n\nThe lamp *burns* well.\n\nMore oil is wanted.\n",
      "missing.csv":
        "\uFEFFid,title,date,from,to,topics\r\nletter,A letter to the Board,,,,\r\nsecond-letter,Second Letter,,,,\r\n",
      "second-letter.md": "---\ntitle: Second Letter\n---\n\n1 \\* 2 \\* 3\n",
    });
  });

  test.each([
    [["ja", "ja", ""], "ja"],
    [["ja", "", ""], undefined],
    [["ja", "de"], undefined],
  ])(
    "gives a new corpus the language of most of its documents: %s → %s",
    async (tags, language) => {
      const files = tags.map((tag, index) => [
        `in/${"abc"[index]}.html`,
        `<html${tag === "" ? "" : ` lang="${tag}"`}><title>Letter ${index}</title><p>The lamp of night ${index}.</p></html>`,
      ]);
      const folder = await createFolder(Object.fromEntries(files));
      await run(folder, "import", "in");
      const settings = (await filesIn(join(folder, "corpus")))["corpus.yaml"] ?? "";
      expect(/^language: (.+)$/m.exec(settings)?.[1]).toBe(language);
    },
  );

  test("gives all documents the front matter of the options", async () => {
    const folder = await createFolder({ "a.md": "First.\n", "b.md": "Second.\n" });
    const options =
      "--type personal_communication --date 1907-05 --from Ada --from Bo --to Board --topics oil --language en --rights Free --author Quill";
    const { code } = await run(
      folder,
      "import",
      "a.md",
      "b.md",
      "--into",
      "new/one",
      ...options.split(" "),
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
    const folder = await createFolder({
      "volume.md": "# Letters\n\nA word before.\n\n## I\n\nOne.\n\n## II\n\nTwo.\n",
    });
    const { stdout } = await run(folder, "import", "volume.md", "--split", "heading");
    expect(stdout).toContain(
      [
        "volume.md → volume.md: 1 passage, “Letters”",
        "volume.md → volume-1.md: 1 passage, “I”",
        "volume.md → volume-2.md: 1 passage, “II”",
      ].join("\n"),
    );
    expect((await filesIn(join(folder, "corpus")))["volume-2.md"]).toBe(
      "---\ntitle: II\npart-of: Letters\n---\n\nTwo.\n",
    );
  });

  test("overwrites documents only with --force", async () => {
    const folder = await createFolder({
      "corpus/letter.md": "An older one.\n",
      "corpus/letters/second.md": "In another folder.\n",
      "letter.md": LETTER,
      "second.md": "The second.\n",
    });
    const importBoth = async (...args: string[]) =>
      (await run(folder, "import", "letter.md", "second.md", ...args)).stdout;

    expect(await importBoth("--dry-run")).toContain(`Nothing was written. For corpus: 2 documents`);
    expect(await readdir(join(folder, "corpus"))).toEqual(["letter.md", "letters"]);

    const first = await importBoth();
    expect(first).toContain(
      "letter.md → letter-2.md: 2 passages, “A letter to the Board”; letter.md is another document",
    );
    expect(first).toContain(
      "second.md → second-2.md: 1 passage, “second”; letters/second.md is another document",
    );
    expect(await readFile(join(folder, "corpus/letter.md"), "utf8")).toBe("An older one.\n");

    expect(await importBoth()).toBe(
      [
        "letter.md → letter-2.md: already there, unchanged",
        "second.md → second-2.md: already there, unchanged",
        "corpus has these documents already, with the same text.",
        "",
      ].join("\n"),
    );

    expect(await importBoth("--force")).toContain(
      "letter.md → letter.md: 2 passages, “A letter to the Board”, replacing the previous one",
    );
    expect(await readFile(join(folder, "corpus/letter.md"), "utf8")).toContain("The lamp *burns*");
    expect(
      corpusFrom(await readCorpus(join(folder, "corpus")))
        .documents.map(({ id }) => id)
        .toSorted(),
    ).toEqual(["letter", "letter-2", "second", "second-2"]);
  });

  test("writes passages under a heading in a corpus of notes, also into one of its folders", async () => {
    const folder = await createFolder({
      "mine/corpus.yaml": "body: notes\n",
      "letter.md": "# T\n\nWords.\n\n## More\n\nAnd more.\n",
    });
    const { stdout } = await run(folder, "import", "letter.md", "--into", "mine/letters");
    expect(stdout).toContain("letter.md → letters/letter.md: 2 passages, “T”");
    const [document] = corpusFrom(await readCorpus(join(folder, "mine"))).documents;
    expect(document && numberedPassages(document)).toEqual(["1 Words.", "2 And more."]);
    expect(document?.notes).toEqual([]);
  });

  test("writes nothing if the corpus would not load, and reports the problems", async () => {
    const files: Files = {
      "corpus/people.yaml": "Ada Quill:\n",
      "corpus/topics.yaml": "oil:\n  label: Oil\n",
      "corpus/a.md": "One.\n",
      "letter.md": LETTER,
    };
    const folder = await createFolder(files);
    const outcome = await run(
      folder,
      "import",
      "letter.md",
      "--from",
      "Ada Quil",
      "--topics",
      "lamps",
    );
    expect(outcome).toEqual({
      code: 1,
      stdout: "",
      stderr: [
        "letter.md → letter.md:3: There is no person called `Ada Quil`. Write `Ada Quill` if you mean that, or add it to `people.yaml`.",
        "letter.md → letter.md:4: There is no topic `lamps`. Add it to `topics.yaml`, or correct the name.",
        "Nothing was imported: 2 problems. An option such as `--from` overrides what a file says about itself.",
        "",
      ].join("\n"),
    });
    expect(await readdir(join(folder, "corpus"))).toEqual(["a.md", "people.yaml", "topics.yaml"]);
  });

  test("rejects a corpus that does not load, and reports its problems", async () => {
    const folder = await createFolder({
      "corpus/a.md": "---\ndate: never\n---\n",
      "letter.md": LETTER,
    });
    const { code, stderr } = await run(folder, "import", "letter.md");
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^a\.md:2: `date` should be .+\nThe corpus in .+ does not load: 1 problem\.\n$/,
    );
    expect(await readdir(join(folder, "corpus"))).toEqual(["a.md"]);
  });

  test("imports what it can, and reports what it cannot", async () => {
    const folder = await createFolder({
      "letter.md": LETTER,
      "empty.md": "# Only a title\n",
      "binary.txt": new Uint8Array([0, 1, 2, 0]),
    });
    await symlink(".", join(folder, "round"));
    const { code, stdout, stderr } = await run(folder, "import", ".", "nothing.docx");
    expect(code).toBe(1);
    expect(stderr.split("\n")).toEqual(
      expect.arrayContaining([
        "round: This is a link to a folder, which Ibid does not follow. Name the folder itself.",
        "nothing.docx: There is no such file or folder.",
        expect.stringMatching(/^binary\.txt: .+\.$/),
        expect.stringMatching(/^empty\.md: This contains no words to quote\./),
      ]),
    );
    expect(stdout).toContain("Now in corpus: 1 document from 1 file, with 2 passages.");
  });

  test("never uses a file name as a path", async () => {
    const folder = await createFolder({
      "in/..md": "Dots are hidden.\n",
      "in/a\n..\\..\\b.md": "A line in the name.\n",
      "in/\u202etxt.md": "The other way.\n",
      "in/각서.md": "Another script.\n",
      "in/README.md": "Not one of a corpus's.\n",
      "in/con|<>*?.md": "Signs.\n",
    });
    const { code, stdout } = await run(folder, "import", "in");
    expect(code).toBe(0);
    for (const line of stdout.split("\n")) expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect((await readdir(join(folder, "corpus"))).toSorted()).toEqual([
      "a-b.md",
      "con.md",
      expect.stringMatching(/^document-[0-9a-f]{8}\.md$/),
      "missing.csv",
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
    [["--fields", "Quote=text"], /the key comes first and the column after it: `text=Quote`/],
    [["--fields", "Body"], /`--fields` should be keys and columns/],
    [["--yes=now"], /^`--yes` takes no value\. /],
    [["--into"], /^`--into` needs a value\. /],
    [["--nothing"], /There is no option `--nothing`\. `npm run corpus -- import --help` shows/],
  ])("rejects %j", async (args, sentence) => {
    const folder = await createFolder({ "letter.md": LETTER });
    const { code, stderr } = await run(folder, "import", "letter.md", ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(await readdir(folder)).toEqual(["letter.md"]);
  });

  test("reports an error if no file is named", async () => {
    expect(await run(await createFolder({}), "import")).toMatchObject({
      code: 2,
      stderr: "Name the files to import: `npm run corpus -- import letter.docx`.\n",
    });
  });

  test("only reports what it would do, and creates no folder, with --dry-run", async () => {
    const folder = await createFolder({ "letter.md": LETTER });
    const args = ["letter.md", "--into", "new/corpus", "--dry-run"];
    expect(await run(folder, "import", ...args)).toEqual({
      code: 0,
      stdout: [
        "letter.md → letter.md: 2 passages, “A letter to the Board”",
        "corpus.yaml: title “A letter to the Board”",
        "Nothing was written. For new/corpus: 1 document from 1 file, with 2 passages.",
        "",
      ].join("\n"),
      stderr: "",
    });
    expect(await readdir(folder)).toEqual(["letter.md"]);
  });

  test("leaves no folder if it imports nothing", async () => {
    const folder = await createFolder({ "empty.md": "" });
    expect((await run(folder, "import", "empty.md", "--into", "new/corpus")).code).toBe(1);
    expect(await readdir(folder)).toEqual(["empty.md"]);
  });
});

describe("import at a terminal", () => {
  /** Runs the import at a terminal where these lines are typed, one after each question. */
  async function runInteractively(lines: readonly string[], args: readonly string[]) {
    const input = Object.assign(new PassThrough(), { isTTY: true as const });
    const output = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY: false as const });
    let prompts = "";
    let next = 0;
    output.on("data", (chunk: string) => {
      prompts += chunk;
      if (!chunk.endsWith("]: ")) return;
      const line = lines[next++];
      if (line === undefined) input.end();
      else input.write(`${line}\n`);
    });
    const errors: string[] = [];
    const context: ToolContext = {
      config: {
        corpus: "corpus",
        isWatched: false,
        isPrivate: false,
        citationStyle: "chicago",
        logLevel: "info",
        showsMetrics: false,
      },
      styles: [],
      invocation: NPM_SCRIPTS,
      t: english,
      input,
      output,
      errors: new PassThrough(),
      style: () => PLAIN,
      print: () => {},
      printErrors: (messages) => errors.push(...messages.map(inEnglish)),
      createInterruptSignal: () => new AbortController().signal,
      createReadingThread: shareReadingThread,
      checkCorpus: async (corpus, options) => checkCorpus(corpus, options),
    };
    const code = await importTool.run(args, context);
    return { code, prompts, errors };
  }

  test("asks for missing metadata, and shows the values of the file", async () => {
    const folder = await createFolder({ "letter.md": LETTER });
    const { code, prompts } = await runInteractively(
      ["", "the other day", "1907-05-02", "Ada Quill; Bo", "", "personal_communication"],
      [join(folder, "letter.md"), "--into", join(folder, "new")],
    );
    expect(code).toBe(0);
    expect(prompts.replaceAll(`${folder}/`, "")).toBe(
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

  test("asks one question about many files, and none about metadata in options", async () => {
    const folder = await createFolder({
      "a.md": "One.\n",
      "b.md": "Two.\n",
      "c.md": "Three.\n",
      "d.md": "Four.\n",
    });
    const many = await runInteractively([""], [folder, "--into", join(folder, "new")]);
    expect(many.prompts).toBe("Ask nothing about these 4 files? [yes]: ");
    const args = "--title T --date 1907 --from A --to B --type letter".split(" ");
    const known = await runInteractively(
      [],
      [join(folder, "a.md"), ...args.with(-1, "speech"), "--into", join(folder, "b")],
    );
    expect([known.prompts, known.code]).toEqual(["", 0]);
  });

  test("imports nothing if the editor closes the terminal", async () => {
    const folder = await createFolder({ "letter.md": LETTER });
    const { code, errors } = await runInteractively(
      ["A title"],
      [join(folder, "letter.md"), "--into", join(folder, "new")],
    );
    expect([code, errors]).toEqual([1, ["Nothing was imported. You stopped it."]]);
    expect(await readdir(folder)).toEqual(["letter.md"]);
  });
});

test("import stops at a signal while the corpus is checked, and leaves no files", async () => {
  const folder = await createFolder({ "new.md": "New.\n", "corpus/first.md": "The first.\n" });
  const interrupt = new AbortController();
  let isChecked = false;
  const { code, errors } = await runCorpusTool(
    ["import", join(folder, "new.md"), "--into", join(folder, "corpus")],
    join(folder, "corpus"),
    {
      createInterruptSignal: () => interrupt.signal,
      checkCorpus(corpus, options) {
        const checked = checkInThread(corpus, options);
        interrupt.abort();
        void checked.then(
          () => {
            isChecked = true;
          },
          () => {},
        );
        return checked;
      },
    },
  );
  expect([isChecked, code, errors]).toEqual([false, 1, ["Nothing was imported. You stopped it."]]);
  expect(await readdir(join(folder, "corpus"))).toEqual(["first.md"]);
});

test("import leaves no files after Ctrl-C", async () => {
  const files = Object.fromEntries(
    Array.from({ length: runs(300) }, (_, index) => [
      `in/letter-${index}.md`,
      `Letter ${index}.\n`,
    ]),
  );
  const folder = await createFolder({ ...files, "corpus/first.md": "The first.\n" });
  await chmod(folder, 0o755);
  const child = spawn(process.execPath, [IBID, "corpus", "import", "in"], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", IBID_CORPUS: "corpus" },
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    errors += chunk;
  });
  await isWriting(join(folder, "corpus"));
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  expect([code, errors]).toEqual([
    1,
    expect.stringMatching(/(?:^|\n)Nothing was imported\. You stopped it\.\n$/),
  ]);
  expect(await readdir(join(folder, "corpus"))).toEqual(["first.md"]);
});

test.each([
  ["at once", () => setTimeout(0), false],
  ["once it has begun to write", isWriting, false],
  ["at any moment", () => setTimeout(Math.random() * 3000), true],
] as const)("import ends at SIGTERM %s, with all files or none", async (_, moment, mayBeDone) => {
  const letters = Array.from({ length: runs(300) }, (_, index) => `letter-${index}.md`);
  const files = Object.fromEntries(
    letters.map((name, index) => [`in/${name}`, `Letter ${index}.\n`] as const),
  );
  const folder = await createFolder({ ...files, "corpus/first.md": "The first.\n" });
  const child = spawn(process.execPath, [IBID, "corpus", "import", "in", "--yes"], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", IBID_CORPUS: "corpus" },
    stdio: "ignore",
  });
  const closing = once(child, "close");
  await moment(join(folder, "corpus"));
  child.kill("SIGTERM");
  const [code] = await closing;
  const left = await readdir(join(folder, "corpus"));
  const isDone = mayBeDone && code === 0;
  expect(left.sort()).toEqual(isDone ? ["first.md", ...letters].sort() : ["first.md"]);
});

async function isWriting(corpus: string): Promise<void> {
  while (!(await readdir(corpus)).some((name) => name.startsWith(".import-"))) {
    await setTimeout(10);
  }
}
