import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.ts";
import { corpusFrom, createFolder } from "../corpus/folder.ts";

/** Invented letters in the form of a Project Gutenberg text. */
const KEEPER = `The Project Gutenberg eBook of Letters of a Keeper

This ebook is for the use of anyone anywhere. What stands here for the
licence is shorter than the licence.

Title: Letters of a Keeper

Author: Ada Quill

Release date: March 1, 2004 [eBook #99999]

Language: English

*** START OF THE PROJECT GUTENBERG EBOOK LETTERS OF A KEEPER ***




LETTERS OF A KEEPER


These letters were found in the lamp room, in a biscuit tin.




LETTER I

To the Board of Lights


The lamp went out at two, and I lit it with my own matches.

I counted three ships last night and none the night before.




LETTER II

To the Board of Lights


Your matches have come, and are wet.




*** END OF THE PROJECT GUTENBERG EBOOK LETTERS OF A KEEPER ***

Updated editions will replace the previous one.
`;

const IBID = resolve("bin/ibid.js");

/** The scripts of `package.json` as the README runs them: the name of each, and its first arguments. */
const SCRIPTS: Readonly<Record<string, readonly [name: string, ...args: string[]]>> = {
  "npm run --silent corpus -- ": ["corpus", "corpus"],
  "npm start --silent -- ": ["start"],
};

/** Runs a shell command from the README in a folder. Returns its standard output. */
function runReadmeCommand(line: string, cwd: string): string {
  const [, variable, value, npm, args] = /^(?:(\w+)=(\w+) )?(npm .*?-- )(.*)$/.exec(line) ?? [];
  const script = npm === undefined ? undefined : SCRIPTS[npm];
  if (script === undefined || args === undefined) throw new Error(`Cannot run: ${line}`);
  const [name, ...firstArgs] = script;
  const { stdout } = spawnSync(process.execPath, [IBID, ...firstArgs, ...args.split(" ")], {
    cwd,
    env: {
      PATH: process.env["PATH"] ?? "",
      npm_lifecycle_event: name,
      ...(variable !== undefined && { [variable]: value }),
    },
    encoding: "utf8",
  });
  return stdout;
}

test("the README’s walkthrough from a Project Gutenberg text to an answer works as printed", async () => {
  const folder = await createFolder({ "keeper.txt": KEEPER });
  const blocks = [
    ...readFileSync("README.md", "utf8").matchAll(
      /```console\n\$ (.*\bkeeper\b.*)\n([\s\S]*?)```/g,
    ),
  ];
  expect(blocks.length).toBeGreaterThan(1);
  for (const [, line = "", shown] of blocks) expect(runReadmeCommand(line, folder)).toBe(shown);

  const { documents } = corpusFrom(await readCorpus(join(folder, "keeper")));
  const passages = documents.flatMap(({ passages: some }) => some.map(({ text }) => text));
  expect(passages.toSorted()).toEqual([
    "I counted three ships last night and none the night before.",
    "The lamp went out at two, and I lit it with my own matches.",
    "These letters were found in the lamp room, in a biscuit tin.",
    "To the Board of Lights",
    "To the Board of Lights",
    "Your matches have come, and are wet.",
  ]);
});
