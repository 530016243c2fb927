import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { join } from "node:path";
import { buildIndexes, indexedEntriesOf } from "../../src/search/index/build-indexes.ts";
import { createLibrary } from "../../src/search/library.ts";
import { corpusOf } from "../measured-corpus.ts";
import { createDocument } from "../texts.ts";

/**
 * Measures the milliseconds that each part of a search takes on average, by the samples of V8's profiler:
 * `time-one.ts folder`. A sample counts for the part of the outermost function that belongs to one.
 */
const [, , folder = ""] = process.argv;
const ROUNDS = 4;
/** The interval of the samples, in microseconds. */
const INTERVAL = 100;
const PARTS: Readonly<Record<string, RegExp>> = {
  "excerpts of the ten best": /\/search\/excerpt\.ts |^get excerpt /,
  "phrases, and the nearness of words in the best": /\/search\/phrases\.ts /,
  "documents by their names and metadata": /^find .*\/search\/search\.ts /,
  "topics that the query names": /\/suggest\/(thesaurus|topic-expansion)\.ts /,
  "words that do not occur, and corrections": /\/suggest\/(corrections|similar-words)\.ts /,
  "reading the query": /\/search\/query\.ts /,
  "the ranking": /\/search\/ranking\//,
};
const REST = "all else, garbage collection included";

const linesOf = (name: string) => readFileSync(join(folder, name), "utf8").split("\n");
const corpus = corpusOf([createDocument("all", linesOf("passages.txt").slice(0, -1))]);
const queries = linesOf("queries.txt");
const library = createLibrary(corpus, new Date(0), buildIndexes(indexedEntriesOf(corpus)));
while (library.buildSome());

function searchAll(): void {
  for (const query of queries) {
    const { hits } = library.search(query, {}, { kinds: ["passage"], limit: 10 });
    for (const hit of hits) void hit.excerpt.start;
  }
}

searchAll();
const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.setSamplingInterval", { interval: INTERVAL });
await session.post("Profiler.start");
for (let round = 0; round < ROUNDS; round++) searchAll();
const { profile } = await session.post("Profiler.stop");

const partOf = new Map<number, string>();
const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
function assign(id: number, outer: string | undefined): void {
  const node = nodes.get(id);
  if (node === undefined) return;
  const { functionName, url } = node.callFrame;
  const own = Object.entries(PARTS).find(([, pattern]) => pattern.test(`${functionName} ${url} `));
  const part = outer ?? own?.[0];
  partOf.set(id, part ?? REST);
  for (const child of node.children ?? []) assign(child, part);
}
assign(profile.nodes[0]?.id ?? 0, undefined);

const milliseconds = new Map([...Object.keys(PARTS), REST].map((part) => [part, 0]));
profile.samples?.forEach((id, index) => {
  const part = partOf.get(id) ?? REST;
  const time = (profile.timeDeltas?.[index] ?? 0) / 1000 / (ROUNDS * queries.length);
  milliseconds.set(part, (milliseconds.get(part) ?? 0) + time);
});
process.stdout.write(JSON.stringify(Object.fromEntries(milliseconds)));
