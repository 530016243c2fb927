import { spawn } from "node:child_process";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createFolder } from "../corpus/folder.ts";
import { runCorpusTool } from "./run-tool.ts";

const BROKEN = { "a.md": "---\ntitel: A\n---\n\nWords.\n", "b.md": "Words.\n" };
const BY_ADA = { "corpus.yaml": "folders: { .: { title: All, author: Ada Quill } }\n" };
const ODD = { ...BY_ADA, "a.md": "Words.\n\ncaf\ufffd\n" };

const TITEL =
  "a.md:2: `titel` is not a key that Ibid knows here. The closest one is `title`. Write `title`, or delete the line.";
const LOST =
  "a.md:3: This is a replacement character, where a character was lost: U+FFFD. Look up in the original what was there.";

describe("check", () => {
  test("reports that a corpus without problems loads", async () => {
    const folder = await createFolder({ ...BY_ADA, "a.md": "Words.\n" });
    expect(await runCorpusTool(["check"], folder)).toEqual({
      code: 0,
      output: `The corpus loads: 1 document in ${folder}.`,
      errors: [],
    });
  });

  test("finds the home folder as ~, like every tool", async () => {
    const folder = await createFolder({ "letters/a.md": "---\nauthor: Ada Quill\n---\nWords.\n" });
    vi.stubEnv("HOME", folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { output } = await runCorpusTool(["check", "~/letters"], "corpus");
    expect(output).toBe(`The corpus loads: 1 document in ${folder}/letters.`);
    const missing = await runCorpusTool(["fill", "--into=~/letters"], "corpus");
    expect(missing.output).toContain("\na,a,");
  });

  test("reports problems, and exits with 1", async () => {
    const folder = await createFolder(BROKEN);
    expect(await runCorpusTool(["check"], folder)).toEqual({
      code: 1,
      output: `Problems:\n${TITEL}\n\nThe corpus in ${folder} does not load: 1 problem.`,
      errors: [],
    });
  });

  test("reports advice separately, and exits with 0", async () => {
    const folder = await createFolder(ODD);
    expect(await runCorpusTool(["check"], folder)).toEqual({
      code: 0,
      output: `Advice:\n${LOST}\n\nThe corpus loads: 1 document in ${folder}. There is 1 piece of advice.`,
      errors: [],
    });
  });

  test("shows when each step that takes long begins and ends", async () => {
    let time = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => {
      time += 2000;
      return time;
    });
    onTestFinished(() => clock.mockRestore());
    const progress = new PassThrough({ encoding: "utf8" });
    const folder = await createFolder({ "a.md": "Words.\n" });
    await runCorpusTool(["check"], folder, { errors: progress });
    const written = String(progress.read());
    expect(written.replace(/\d+ s\b/g, "… s")).toBe(
      [
        "Reading the corpus: 0 of 1 file.",
        "The corpus took … s to open.",
        "Reviewing the files: 0 of 1.",
        "The review took … s.",
        "",
      ].join("\n"),
    );
    const [opening = 0, review = 0] = [...written.matchAll(/(\d+) s\b/g)].map(([, s]) => Number(s));
    expect(opening + review).toBeLessThan(time / 1000);
  });

  test("sorts the advice of the reader and of the review by location", async () => {
    const folder = await createFolder({ ...ODD, "b.md": "---\ncolour: red\n---\n\nWords.\n" });
    const { output } = await runCorpusTool(["check", folder], "elsewhere");
    expect(output.match(/^\S+(?=: )/gm)).toEqual(["a.md:3", "b.md:2"]);
    expect(output).toContain("There are 2 pieces of advice.");
  });

  test("sends no control characters of file names to a terminal", async () => {
    const folder = await createFolder({ "a.md": "Words.", "b\u001b[2J.md": "\ufffd" });
    expect((await runCorpusTool(["check"], folder)).output).not.toContain("\u001b");
  });

  test("exits with 1 if the folder does not exist", async () => {
    const { code, output } = await runCorpusTool(["check", "nowhere"], "elsewhere");
    expect(code).toBe(1);
    expect(output).toContain("There is no such folder.");
  });

  test.each([[["a", "b"]], [["--jsn"]]])(
    "exits with 2 if the arguments are wrong: %j",
    async (args) => {
      const { code, output, errors } = await runCorpusTool(["check", ...args], "corpus");
      expect({ code, output }).toEqual({ code: 2, output: "" });
      expect(errors).toHaveLength(1);
    },
  );

  test("exits at once on Ctrl-C, even while it reads a large corpus", async () => {
    const paragraphs = Array.from({ length: 1000 }, (_, at) => `Words of *${at}* and more.`);
    const large = Array.from({ length: 60 }, (_, at) => [`d${at}.md`, paragraphs.join("\n\n")]);
    const folder = await createFolder(Object.fromEntries(large));
    const child = spawn("node", ["bin/ibid.js", "corpus", "check", folder]);
    // The progress line appears after a second of reading.
    await once(child.stderr, "data");
    child.kill("SIGINT");
    expect(await once(child, "close")).toEqual([null, "SIGINT"]);
  });

  test("has advice on the unidentified letters of the shipped corpus, and no other", async () => {
    const { code, output } = await runCorpusTool(["check"], "corpus");
    expect(code).toBe(0);
    expect(output.match(/^\S+(?=: This document has no topic)/gm)).toEqual([
      "letters/unidentified-kim-1.md:1",
      "letters/unidentified-kim-2.md:1",
      "letters/unidentified-trump-1.md:1",
    ]);
    expect(output).toContain("There are 3 pieces of advice.");
  });
});

describe("check --json prints one JSON object on standard output, and nothing else,", () => {
  test("for a corpus that loads", async () => {
    const { code, output, errors } = await runCorpusTool(
      ["check", "--json", await createFolder(ODD)],
      "corpus",
    );
    expect([code, errors]).toEqual([0, []]);
    const message = "This is a replacement character, where a character was lost: U+FFFD.";
    const remedy = "Look up in the original what was there.";
    expect(JSON.parse(output)).toEqual({
      loads: true,
      problems: [],
      advice: [{ path: "a.md", line: 3, message, remedy }],
    });
  });

  test("for a corpus that does not load, and exits with 1", async () => {
    const { code, output, errors } = await runCorpusTool(
      ["check", await createFolder(BROKEN), "--json"],
      "corpus",
    );
    expect([code, errors]).toEqual([1, []]);
    expect(JSON.parse(output)).toMatchObject({
      loads: false,
      problems: [{ path: "a.md", line: 2 }],
      advice: [],
    });
  });
});
