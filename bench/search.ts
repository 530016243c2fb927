import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Document } from "../src/corpus/document.ts";
import { createDraw } from "./draw.ts";
import { growthBlocks } from "./growth.ts";
import { drawGrowth } from "./growth-picture.ts";
import { failWith } from "./report.ts";
import { writeSection } from "./results.ts";
import { engines } from "./search/engines/index.ts";
import {
  measureEngine,
  measureMemoryOfParts,
  measureTimeOfParts,
  withScaleFolder,
} from "./search/measure-engine.ts";
import { type Measured, medianOf } from "./search/measured.ts";
import { type Scale, scaleOf } from "./search/scale.ts";
import { memoryBlock, speedBlock, timeBlock } from "./search/search-report.ts";
import { readTexts } from "./texts.ts";

/** Above this size, most engines take too long to build. */
const MAX_PASSAGES_FOR_ALL = 100_000;
const ENGINES_FOR_MORE: readonly string[] = ["ibid", "fts5"];
/** From this size on, one round takes long enough to outweigh the noise. */
const ONE_ROUND_FROM = 100_000;

const { values: options } = parseArgs({
  options: {
    passages: { type: "string", default: "1000,10000,100000,1000000" },
    rounds: { type: "string", default: "1" },
    seconds: { type: "string", default: "12" },
    seed: { type: "string", default: "1" },
    data: { type: "string", default: "../shared/data" },
  },
});
const sizes = options.passages.split(",").map(Number);
const [rounds = 0, seconds = 0, seed = 0] = [options.rounds, options.seconds, options.seed].map(
  Number,
);

if (![...sizes, rounds, seconds, seed].every((number) => Number.isInteger(number) && number > 0)) {
  failWith("`--passages`, `--rounds`, `--seconds` and `--seed` are whole numbers above 0.");
} else if (!existsSync(options.data)) {
  failWith(`The texts to search are not in ${options.data}, so nothing can be measured.`);
} else {
  await benchSearch();
}

/** Measures the speed and the cost of the engines, each in a process of its own, and how both grow. */
async function benchSearch(): Promise<void> {
  const texts = await readTexts(options.data);
  const measured: (readonly Measured[])[] = [];
  for (const size of sizes) {
    measured.push(await measureInRounds(scaleOf(texts, size, createDraw(seed)), size));
  }
  const command = `npm run bench:search -- --passages ${sizes.join(",")} --rounds ${rounds} --seconds ${seconds} --seed ${seed}`;
  await writeSection("Speed and memory", command, [
    `Queries of one to four words of one passage, for the ten best, after such queries have been asked for a quarter of the time; completions of the first letters of words. Each engine runs in a process of its own, in turn with the others; each number is the median of ${rounds} rounds, of two the lower; from ${ONE_ROUND_FROM} passages on, there is one round. Beside a number stands in brackets how many times as much as Ibid’s it is. Memory is the heap and the buffers outside of it; for SQLite, by how much the process has grown. An engine has ${seconds} seconds to answer: fewer queries than 400 are all that it could. Of more than 100,000 passages, only Ibid and SQLite are asked.`,
    ...measured.map(speedBlock),
    ...(await partsBlocks(texts)),
  ]);
  if (sizes.length < 2) return;
  await writeSection("Growth", command, growthBlocks(measured.flat()));
  await drawGrowth(measured.flat(), "bench/growth.png");
}

/** Reports the memory and the time of each part of the largest library that all engines were measured beside. */
async function partsBlocks(texts: readonly Document[]): Promise<readonly string[]> {
  const size = Math.max(...sizes.filter((one) => one <= MAX_PASSAGES_FOR_ALL));
  if (!Number.isFinite(size)) return [];
  const scale = scaleOf(texts, size, createDraw(seed));
  const [memory, time] = await withScaleFolder(scale, async (folder) => [
    await measureMemoryOfParts(folder),
    await measureTimeOfParts(folder),
  ]);
  return [
    `### Memory of each part of Ibid’s library of ${size.toLocaleString("en")} passages`,
    "The passages are in one document. Postings and positions are counted as the snapshot stores them.",
    memoryBlock(memory),
    "### Time of each part of a search in it",
    "The mean of the same queries with the excerpts of the ten best, by samples of V8’s profiler, which slows it down.",
    timeBlock(time),
  ];
}

async function measureInRounds(scale: Scale, size: number): Promise<readonly Measured[]> {
  const keys = [...engines.keys()].filter(
    (key) => size <= MAX_PASSAGES_FOR_ALL || ENGINES_FOR_MORE.includes(key),
  );
  return withScaleFolder(scale, async (folder) => {
    const runs = new Map<string, Measured[]>(keys.map((key) => [key, []]));
    for (let round = 0; round < (size < ONE_ROUND_FROM ? rounds : 1); round++) {
      for (const [key, measured] of runs) {
        const run = await measureEngine(key, folder, seconds);
        process.stderr.write(
          `${run.engine}, ${size} passages: ${run.search.p50.toFixed(3)} ms, build ${run.buildSeconds.toFixed(1)} s.\n`,
        );
        measured.push(run);
      }
    }
    return [...runs.values()].map(medianOf);
  });
}
