import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as v from "valibot";
import { MEASURED, type Measured } from "./measured.ts";
import type { Scale } from "./scale.ts";

const ENGINE_SCRIPT = new URL("./search-one.ts", import.meta.url);
const MEMORY_SCRIPT = new URL("./memory-one.ts", import.meta.url);
const TIME_SCRIPT = new URL("./time-one.ts", import.meta.url);
const HEAP = "--max-old-space-size=14000";

/** Runs `action` with a temporary folder that contains the texts and the queries, and returns its result. */
export async function withScaleFolder<T>(
  { passages, queries, typed }: Scale,
  action: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "ibid-bench-"));
  try {
    // A million passages exceed the maximum length of a string.
    await pipeline(
      Readable.from(passages).map((passage: string) => `${passage}\n`),
      createWriteStream(join(folder, "passages.txt")),
    );
    await writeFile(join(folder, "queries.txt"), queries.join("\n"));
    await writeFile(join(folder, "typed.txt"), typed.join("\n"));
    return await action(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Measures an engine in a process of its own. Throws when the process fails or prints no measurement. */
export async function measureEngine(
  key: string,
  folder: string,
  seconds: number,
): Promise<Measured> {
  return v.parse(MEASURED, await run(ENGINE_SCRIPT, key, folder, String(seconds)));
}

/** The amount of something by the names of the parts that take it. */
export type Parts = Readonly<Record<string, number>>;

const PARTS = v.record(v.string(), v.number());

/** Measures the bytes that each part of Ibid’s library occupies, in a process of its own. */
export async function measureMemoryOfParts(folder: string): Promise<Parts> {
  return v.parse(PARTS, await run(MEMORY_SCRIPT, folder));
}

/** Measures the milliseconds that each part of a search takes, in a process of its own. */
export async function measureTimeOfParts(folder: string): Promise<Parts> {
  return v.parse(PARTS, await run(TIME_SCRIPT, folder));
}

async function run(script: URL, ...args: readonly string[]): Promise<unknown> {
  const options = ["--expose-gc", HEAP, "--import", "tsx", fileURLToPath(script), ...args];
  const { stdout } = await promisify(execFile)(process.execPath, options);
  return JSON.parse(stdout);
}
