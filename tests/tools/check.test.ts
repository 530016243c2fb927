import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { folderOf } from "../corpus/folder.ts";
import { answered } from "./run-tool.ts";

const BROKEN = { "a.md": "---\ntitel: A\n---\n\nWords.\n", "b.md": "Words.\n" };
const ODD = { "a.md": "Words.\n\ncaf\ufffd\n" };

const TITEL =
  "a.md:2: `titel` is not a key that Ibid knows here, but nearly `title`. Write `title`, or delete the line.";
const LOST =
  "a.md:3: Here is a replacement character, which stands for one that was lost: U+FFFD. Look up in the original what stood there.";

/** What the tool prints where it is run by itself. */
function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync("node", ["bin/corpus.js", "check", ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("a check", () => {
  test("of a corpus without fault says that it loads", async () => {
    const folder = await folderOf({ "a.md": "Words.\n" });
    expect(await answered(["check"], folder)).toEqual({
      code: 0,
      said: `The corpus loads: 1 document in ${folder}.`,
      complaints: [],
    });
  });

  test("tells problems, and ends with 1", async () => {
    const folder = await folderOf(BROKEN);
    expect(await answered(["check"], folder)).toEqual({
      code: 1,
      said: `Problems:\n${TITEL}\n\nThe corpus in ${folder} does not load: 1 problem.`,
      complaints: [],
    });
  });

  test("tells advice apart, and ends with 0", async () => {
    const folder = await folderOf(ODD);
    expect(await answered(["check"], folder)).toEqual({
      code: 0,
      said: `Advice:\n${LOST}\n\nThe corpus loads: 1 document in ${folder}. There is 1 piece of advice.`,
      complaints: [],
    });
  });

  test("puts the reader's advice and the review's in the order of their places", async () => {
    const folder = await folderOf({ ...ODD, "b.md": "---\ncolour: red\n---\n\nWords.\n" });
    const { said } = await answered(["check", folder], "elsewhere");
    expect(said.match(/^\S+(?=: )/gm)).toEqual(["a.md:3", "b.md:2"]);
    expect(said).toContain("There are 2 pieces of advice.");
  });

  test("gives a terminal no orders that stand in a file", async () => {
    const folder = await folderOf({ "a.md": "Words.", "b\u001b[2J.md": "\ufffd" });
    expect((await answered(["check"], folder)).said).not.toContain("\u001b");
  });

  test("ends with 1 where there is no such folder", async () => {
    const { code, said } = await answered(["check", "nowhere"], "elsewhere");
    expect(code).toBe(1);
    expect(said).toContain("There is no such folder.");
  });

  test.each([[["a", "b"]], [["--jsn"]]])(
    "ends with 2 where it is not understood: %j",
    async (args) => {
      const { code, said, complaints } = await answered(["check", ...args], "corpus");
      expect({ code, said }).toEqual({ code: 2, said: "" });
      expect(complaints).toHaveLength(1);
    },
  );

  test("ends at once with Ctrl-C, also while it reads a large corpus", async () => {
    const paragraphs = Array.from({ length: 1000 }, (_, at) => `Words of *${at}* and more.`);
    const large = Array.from({ length: 60 }, (_, at) => [`d${at}.md`, paragraphs.join("\n\n")]);
    const folder = await folderOf(Object.fromEntries(large));
    const child = spawn("node", ["bin/corpus.js", "check", folder]);
    // How far it is is told when it has read for a while.
    await once(child.stderr, "data");
    child.kill("SIGINT");
    expect(await once(child, "close")).toEqual([null, "SIGINT"]);
  });

  test("of the corpus that ships has advice on what is not known, and nothing else", async () => {
    const { code, said } = await answered(["check"], "corpus");
    expect(code).toBe(0);
    expect(said.match(/^\S+(?=: This document has no topic)/gm)).toEqual([
      "letters/unidentified-kim-1.md:1",
      "letters/unidentified-kim-2.md:1",
      "letters/unidentified-trump-1.md:1",
    ]);
    expect(said).toContain("There are 3 pieces of advice.");
  });
});

describe("for machines, a check prints one JSON object on standard output and nothing else", () => {
  test("of a corpus that loads", async () => {
    const { status, stdout } = run("--json", await folderOf(ODD));
    expect(status).toBe(0);
    const message = "Here is a replacement character, which stands for one that was lost: U+FFFD.";
    const remedy = "Look up in the original what stood there.";
    expect(JSON.parse(stdout)).toEqual({
      loads: true,
      problems: [],
      advice: [{ path: "a.md", line: 3, message, remedy }],
    });
  });

  test("of one that does not", async () => {
    const { status, stdout } = run(await folderOf(BROKEN), "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      loads: false,
      problems: [{ path: "a.md", line: 2 }],
      advice: [],
    });
  });
});
