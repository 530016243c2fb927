import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.ts";
import { runMain } from "../cli/run-main.ts";
import { corpusFrom, createFolder } from "../corpus/folder.ts";
import { runCorpusToolIn } from "./run-tool.ts";

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


PREFACE.

These letters were found in the lamp room, in a biscuit tin.




1.

TO THE BOARD OF LIGHTS.

Cape Hollow, March 2, 1871.

MY LORDS,--

The lamp went out at two, and I lit it with my own matches.

ADA QUILL.




2.

TO THE SAME.

March 9, 1871.

Your matches have come, and are wet.




3.

TO HALE & CO.,--PORT SORREL.

I counted three ships last night and none the night before.[1]

ADA QUILL.

[Footnote 1: In fog.]




*** END OF THE PROJECT GUTENBERG EBOOK LETTERS OF A KEEPER ***

Updated editions will replace the previous one.
`;

/** Runs a shell command from the README in a folder, but in this process. Returns its standard output. */
async function runReadmeCommand(line: string, folder: string): Promise<string> {
  const [, variable, value = "", npm, rest = ""] =
    /^(?:(\w+)=(\w+) )?(npm .*?-- )(.*)$/.exec(line) ?? [];
  const args = rest.split(" ");
  switch (npm) {
    case "npm run --silent corpus -- ":
      return `${(await runCorpusToolIn(folder, args)).output}\n`;
    case "npm start --silent -- ": {
      const env = variable === undefined ? {} : { [variable]: join(folder, value) };
      return (await runMain(args, { folder, env })).stdout;
    }
    default:
      throw new Error(`Cannot run: ${line}`);
  }
}

test("the README’s walkthrough from a Project Gutenberg text to an answer works as printed", async () => {
  const folder = await createFolder({ "keeper.txt": KEEPER });
  const blocks = [
    ...readFileSync("README.md", "utf8").matchAll(
      /```console\n\$ (.*\bkeeper\b.*)\n([\s\S]*?)```/g,
    ),
  ];
  expect(blocks.length).toBeGreaterThan(1);
  for (const [, line = "", shown] of blocks) {
    expect(await runReadmeCommand(line, folder)).toBe(shown);
  }

  const { documents } = corpusFrom(await readCorpus(join(folder, "keeper")));
  const passages = documents.flatMap(({ passages: some }) => some.map(({ text }) => text));
  expect(passages.filter((text) => /\p{Ll}{3}.*\.$/u.test(text)).toSorted()).toEqual([
    "Cape Hollow, March 2, 1871.",
    "I counted three ships last night and none the night before.",
    "March 9, 1871.",
    "The lamp went out at two, and I lit it with my own matches.",
    "These letters were found in the lamp room, in a biscuit tin.",
    "Your matches have come, and are wet.",
  ]);
});
