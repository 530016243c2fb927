import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { quantile } from "../../src/import/shared/quantile.ts";
import { measureResidentMemory } from "../measure.ts";
import { engines } from "./engines/index.ts";
import type { Measured, Times } from "./measured.ts";

/** Measures one engine in a process that does nothing else: `search-one.ts engine folder seconds`. */
const [, , key = "", folder = "", seconds = ""] = process.argv;
/** The fraction of the time for which questions are asked before: code runs fast only after it has run for a while. */
const WARM_UP = 1 / 4;
const LIMIT = 10;

const passages: string[] = [];
const lines = createInterface({ input: createReadStream(join(folder, "passages.txt")) });
for await (const line of lines) passages.push(line);
const queries = await readLines("queries.txt");
const typed = await readLines("typed.txt");

const engine = await engines.get(key)?.();
if (engine === undefined) throw new Error(`There is no engine “${key}”.`);
const { result: built, ...cost } = await measureResidentMemory(() => engine.build(passages));
const suggest = built.suggest?.bind(built);
const measured: Measured = {
  engine: engine.name,
  passages: passages.length,
  buildSeconds: cost.milliseconds / 1000,
  bytes: engine.isNative ? cost.residentBytes : cost.bytes,
  search: await timesOf(queries, (query) => built.search(query, LIMIT)),
  ...(suggest && { suggest: await timesOf(typed, suggest) }),
};
process.stdout.write(JSON.stringify(measured));

/** Asks as many questions as time permits, after a warm-up. */
async function timesOf(
  questions: readonly string[],
  ask: (question: string) => unknown,
): Promise<Times> {
  const warm = performance.now() + Number(seconds) * 1000 * WARM_UP;
  for (let next = 0; performance.now() < warm; next++) {
    await ask(questions[next % questions.length] ?? "");
  }
  const until = performance.now() + Number(seconds) * 1000;
  const times: number[] = [];
  for (const question of questions) {
    const start = performance.now();
    // Awaiting an available value would be measured too.
    const answer = ask(question);
    if (answer instanceof Promise) await answer;
    times.push(performance.now() - start);
    if (performance.now() > until) break;
  }
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), count: times.length };
}

async function readLines(name: string): Promise<readonly string[]> {
  return (await readFile(join(folder, name), "utf8")).split("\n");
}
