import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as v from "valibot";
// The commands prepare their completions for each new library.
import "../commands/index.ts";
import { quantile } from "../src/import/shared/quantile.ts";
import { openReloadingLibrary, type ReloadEvent } from "../src/loading/hot-reload.ts";
import { newWord } from "./coiner.ts";
import { createDraw, type Draw } from "./draw.ts";
import { failWith, printTable, tableOf } from "./report.ts";
import { writeSection } from "./results.ts";

const DOCUMENTS = 10_000;
const FOLDERS = 200;
const PASSAGES = 10;
const WORDS_IN_A_PASSAGE = 60;
const DISTINCT_WORDS = 30_000;
/** How many starts from the snapshot are measured one after the other. */
const LATER_STARTS = 3;
/** How many changes are measured one after the other. */
const CHANGES = 10;
/** How long answers are measured, in milliseconds. */
const PERIOD = 30_000;
/** The pause between two answers. */
const PAUSE = 5;
/** How long Ibid waits for more changes, which is no work. */
const QUIET_PERIOD = 100;
/** How long a file has to be unchanged before a start need not read it. */
const MIN_AGE = 2500;

const OPEN_ONE = fileURLToPath(new URL("./open-one.ts", import.meta.url));
const OPENING = v.object({ seconds: v.number(), cpuSeconds: v.number() });

const parent = await mkdtemp(join(tmpdir(), "ibid-reload-"));
try {
  await benchReload(join(parent, "corpus"), join(parent, "cache"));
} finally {
  await rm(parent, { recursive: true, force: true });
}

/** Measures how a large corpus is opened, what a change of one of its files costs, and what users notice of it. */
async function benchReload(folder: string, cache: string): Promise<void> {
  const draw = createDraw(1);
  const words = Array.from({ length: DISTINCT_WORDS }, () => newWord(draw));
  const write = (number: number) =>
    writeFile(
      join(folder, `shelf-${number % FOLDERS}`, `note-${number}.md`),
      documentOf(number, words, draw),
    );
  for (let shelf = 0; shelf < FOLDERS; shelf++) {
    await mkdir(join(folder, `shelf-${shelf}`), { recursive: true });
  }
  for (let number = 0; number < DOCUMENTS; number++) await write(number);

  await setTimeout(MIN_AGE);
  const first = await measureOpening(folder, cache);
  const later = [];
  for (let start = 0; start < LATER_STARTS; start++)
    later.push(await measureOpening(folder, cache));

  const watching = new AbortController();
  const reloading = await openReloadingLibrary(folder, {
    isThreaded: true,
    watchUntil: watching.signal,
    quietPeriod: QUIET_PERIOD,
  });
  if ("error" in reloading) return failWith("The corpus does not load.");
  let resolve = (_: ReloadEvent) => {};
  const nextEvent = () =>
    new Promise<ReloadEvent>((settle) => {
      resolve = settle;
    });
  reloading.subscribe((event) => resolve(event));

  const changes: number[] = [];
  for (let change = 0; change < CHANGES; change++) {
    const changed = performance.now();
    const event = nextEvent();
    await write(change);
    const { kind } = await event;
    if (kind !== "replaced") return failWith(`A change is ${kind}.`);
    const took = performance.now() - changed;
    changes.push(took - QUIET_PERIOD);
    // A change that comes alone does not wait until the corpus has rested from another.
    await setTimeout(2 * took);
  }

  const answer = () => {
    const query = `${wordOf(words, draw)} ${wordOf(words, draw)}`;
    void reloading.current().library.search(query, {}, { limit: 5 }).hits.length;
  };
  const quiet = await measureAnswers(answer);
  let number = 0;
  const timer = setInterval(() => void write(number++), 1000);
  const changing = await measureAnswers(answer);
  clearInterval(timer);
  watching.abort();

  const rows = [
    ["the first start, until an answer", describeOpening(first)],
    ["a later start, from the snapshot", describeOpening(ofMedianTime(later), first)],
    [
      "a change of one file until it answers",
      `${(quantile(changes, 0.5) / 1000).toFixed(2)} s, at most ${(Math.max(...changes) / 1000).toFixed(2)} s`,
    ],
    ["answers while nothing changes", quiet],
    ["answers while a file changes every second", changing],
  ];
  printTable(["change of a file", ""], rows);
  await writeSection("A change of one file", "npm run bench:reload", [
    `${DOCUMENTS.toLocaleString("en")} documents of ${PASSAGES} passages of ${WORDS_IN_A_PASSAGE} words. A start is in a new process, without the time in which Node loads the code; the later one is the median of ${LATER_STARTS}. The ${QUIET_PERIOD} ms for which Ibid waits for more changes do not count. Answers are searches for two words, each begun ${PAUSE} ms after the one before, with the time for which they waited for their turn.`,
    tableOf(["", "time"], rows),
  ]);
}

type Opening = v.InferOutput<typeof OPENING>;

/** Opens the corpus in a new process, which answers once. */
async function measureOpening(folder: string, cache: string): Promise<Opening> {
  const options = ["--import", "tsx", OPEN_ONE, folder, cache];
  const { stdout } = await promisify(execFile)(process.execPath, options);
  return v.parse(OPENING, JSON.parse(stdout));
}

function ofMedianTime(openings: readonly Opening[]): Opening {
  const sorted = openings.toSorted((a, b) => a.seconds - b.seconds);
  return v.parse(OPENING, sorted[Math.floor(sorted.length / 2)]);
}

function describeOpening({ seconds, cpuSeconds }: Opening, first?: Opening): string {
  const share = first && `, 1/${(first.seconds / seconds).toFixed(0)} of the first`;
  return `${seconds.toFixed(2)} s, ${cpuSeconds.toFixed(2)} s of the processor${share ?? ""}`;
}

/** Measures answers for a while, from when they are due, and describes their times. */
async function measureAnswers(answer: () => void): Promise<string> {
  const times: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (const end = performance.now() + PERIOD; performance.now() < end; ) {
    const due = performance.now() + PAUSE;
    await setTimeout(PAUSE);
    answer();
    times.push(performance.now() - due);
  }
  delay.disable();
  const milliseconds = [quantile(times, 0.5), quantile(times, 0.99), delay.max / 1e6];
  const [p50, p99, pause] = milliseconds.map((time) => time.toFixed(1));
  return `p50 ${p50} ms, p99 ${p99} ms, longest pause ${pause} ms`;
}

function documentOf(number: number, words: readonly string[], draw: Draw): string {
  const passages = Array.from({ length: PASSAGES }, () =>
    Array.from({ length: WORDS_IN_A_PASSAGE }, () => wordOf(words, draw)).join(" "),
  );
  return `---\ntitle: Note ${number}\n---\n\n${passages.join(".\n\n")}.\n`;
}

/** Returns a word, a frequent one more often. */
function wordOf(words: readonly string[], draw: Draw): string {
  return words[draw.below(1 + draw.below(words.length))] ?? "";
}
