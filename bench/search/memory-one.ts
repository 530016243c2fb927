import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import { buildIndexes, indexedEntriesOf } from "../../src/search/index/build-indexes.ts";
import { createLibrary } from "../../src/search/library.ts";
import { measureMemory } from "../measure.ts";
import { corpusOf } from "../measured-corpus.ts";
import { createDocument } from "../texts.ts";

/** Measures what each part of a library occupies, in a process that does nothing else: `memory-one.ts folder`. */
const [, , folder = ""] = process.argv;
const linesOf = (name: string) => readFileSync(join(folder, name), "utf8").split("\n");

const { result: corpus, bytes: texts } = measureMemory(() =>
  corpusOf([createDocument("all", linesOf("passages.txt").slice(0, -1))]),
);
const indexes = buildIndexes(indexedEntriesOf(corpus));
const { result: library, bytes: opened } = measureMemory(() => {
  const opening = createLibrary(corpus, new Date(0), indexes);
  while (opening.buildSome());
  return opening;
});
const { bytes: searched } = measureMemory(() => {
  for (const query of linesOf("queries.txt")) {
    for (const hit of library.search(query, {}, { limit: 10 }).hits) void hit.excerpt.start;
  }
});
const parts: Readonly<Record<string, number>> = {
  "the documents with their texts": texts,
  "the postings of passages, notes and events": serialize(indexes.prose).byteLength,
  "the postings of documents": serialize(indexes.documents).byteLength,
  "the positions of words": serialize([indexes.passages, indexes.others]).byteLength,
  "the library: entries, lists of positions, names, words to correct by": opened,
  "what 400 searches with their excerpts leave": searched,
};
process.stdout.write(JSON.stringify(parts));
