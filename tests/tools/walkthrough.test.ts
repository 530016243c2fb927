import { join } from "node:path";
import { expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.ts";
import { corpusFrom, createFolder } from "../corpus/folder.ts";
import { KEEPER } from "./keeper.ts";
import { runCorpusToolIn } from "./run-tool.ts";

test("a Project Gutenberg text becomes letters with its author’s words alone", async () => {
  const folder = await createFolder({ "keeper.txt": KEEPER });
  await runCorpusToolIn(folder, ["import", "keeper.txt", "--split", "heading", "--into", "keeper"]);
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
