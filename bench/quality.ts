import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { stem } from "porter2";
import type { Document } from "../src/corpus/document.ts";
import { readCorpus } from "../src/corpus/read.ts";
import { createLibrary } from "../src/search/library.ts";
import { createDraw } from "./draw.ts";
import { corpusOf } from "./measured-corpus.ts";
import { failWith, tableOf } from "./report.ts";
import { writeSection } from "./results.ts";
import { type Collection, type JudgedQuery, readCollection } from "./search/collection.ts";
import { readCranfield } from "./search/cranfield.ts";
import type { Built } from "./search/engines/engine.ts";
import { engines } from "./search/engines/index.ts";
import { expectedRank, knownItemsOf } from "./search/known-items.ts";
import { mean, ndcg, recall, reciprocalRank } from "./search/metrics.ts";
import { FEDERALIST_QUESTIONS, LETTER_QUESTIONS, meanAnswerRank } from "./search/questions.ts";
import { readTexts } from "./texts.ts";

const RECALL_DEPTH = 100;
const TOP = 10;
/** The engines that find the same in the same order as the ones before them. */
const SAME_RANKINGS = ["ibid-excerpts", "fts5-snippets"];

const { values: options } = parseArgs({
  options: {
    items: { type: "string", default: "300" },
    seed: { type: "string", multiple: true, default: ["1"] },
    collection: { type: "string", multiple: true, default: [] },
    data: { type: "string", default: "../shared/data" },
  },
});
const items = Number(options.items);
const seeds = options.seed.map(Number);

if (![items, ...seeds].every((number) => Number.isInteger(number) && number > 0)) {
  failWith("`--items` and `--seed` are whole numbers above 0.");
} else if (!existsSync(options.data)) {
  failWith(`The texts to search are not in ${options.data}, so nothing can be measured.`);
} else {
  await benchQuality();
}

/** Measures how well the engines rank: on judged questions, and on known items of which some words are remembered. */
async function benchQuality(): Promise<void> {
  const collections = [
    await readCranfield(join(options.data, "cranfield")),
    ...(await Promise.all([join(options.data, "cisi"), ...options.collection].map(readCollection))),
  ];
  const documents = await readTexts(options.data);
  const texts = documents.flatMap(({ passages }) => passages.map(({ text }) => text));
  const known = seeds.map((seed) => [...knownItemsOf(texts, items, createDraw(seed)).values()]);

  const clean = known.flatMap(([unchanged]) => unchanged ?? []);
  const expected = formatScore(expectedRank(texts, clean, TOP));
  const expectedOfStems = formatScore(expectedRank(texts, clean, TOP, stem));
  const rows: string[][] = [];
  for (const [key, load] of engines) {
    if (SAME_RANKINGS.includes(key)) continue;
    const engine = await load();
    process.stderr.write(`${engine.name}\n`);
    const row = [engine.name];
    for (const collection of collections)
      row.push(...(await scoreCells(await engine.build(collection.texts), collection)));
    const built = await engine.build(texts);
    for (const memory of [0, 1, 2]) {
      const queries = known.flatMap((variants) => variants[memory] ?? []);
      row.push(
        formatScore(
          mean(
            (await searchAll(built, queries, TOP)).map(([found, relevant]) =>
              reciprocalRank(found, relevant, TOP),
            ),
          ),
        ),
      );
    }
    rows.push(row);
  }
  const heads = collections.flatMap(({ name }) => [
    `${name} nDCG@10`,
    "MRR@10",
    "recall@10",
    "recall@100",
  ]);
  await writeSection(
    "Quality",
    [
      `npm run bench:quality -- --items ${items}`,
      ...seeds.map((seed) => `--seed ${seed}`),
      ...options.collection.map((folder) => `--collection ${basename(folder)}`),
    ].join(" "),
    [
      `Judged questions (${collections.map(({ name, texts, queries }) => `${name}: ${queries.length} of ${texts.length} texts`).join("; ")}), where what is relevant at all counts as relevant. Known items: ${items * seeds.length} passages of ${texts.length}, each remembered by two to four of its words: as they stand, with other endings, and with one letter wrong; MRR@10 of the passage. Many passages share such words: whoever takes those that have all words as they stand, in any order, has ${expected} to expect; whoever takes those that have any forms of all words (Porter’s stems), ${expectedOfStems}, and that is all that words with other endings tell.`,
      tableOf(["engine", ...heads, "known clean", "known inflected", "known with a typo"], rows),
      await questionsBlock(documents),
    ],
  );
}

/** Reports how well `/search` answers questions in users’ words. */
async function questionsBlock(documents: readonly Document[]): Promise<string> {
  const reading = await readCorpus("corpus");
  if ("error" in reading) throw new Error("The shipped corpus does not load.");
  const federalist = corpusOf(documents.filter(({ id }) => id.startsWith("federalist")));
  const [letters, papers] = [
    { corpus: reading.corpus, questions: LETTER_QUESTIONS },
    { corpus: federalist, questions: FEDERALIST_QUESTIONS },
  ].map(({ corpus, questions }) => {
    const library = createLibrary(corpus, new Date(0));
    return `${formatScore(meanAnswerRank(library, questions))} for ${questions.length}`;
  });
  return `Questions as users ask them, MRR@10 of the text that answers, in the list of \`/search\`: ${letters} about the shipped corpus, and ${papers} about the Federalist Papers.`;
}

async function scoreCells(built: Built, { queries }: Collection): Promise<readonly string[]> {
  const found = await searchAll(built, queries, RECALL_DEPTH);
  return [
    found.map(([numbers, relevant]) => ndcg(numbers, relevant, TOP)),
    found.map(([numbers, relevant]) => reciprocalRank(numbers, relevant, TOP)),
    found.map(([numbers, relevant]) => recall(numbers, relevant, TOP)),
    found.map(([numbers, relevant]) => recall(numbers, relevant, RECALL_DEPTH)),
  ].map((values) => formatScore(mean(values)));
}

async function searchAll(
  built: Built,
  queries: readonly JudgedQuery[],
  k: number,
): Promise<readonly (readonly [readonly number[], ReadonlySet<number>])[]> {
  const all: (readonly [readonly number[], ReadonlySet<number>])[] = [];
  for (const { text, relevant } of queries) all.push([await built.search(text, k), relevant]);
  return all;
}

function formatScore(value: number): string {
  return value.toFixed(3);
}
