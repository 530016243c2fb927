import process from "node:process";
import { PassThrough } from "node:stream";
import { english } from "../../src/catalogue/catalogue.ts";
import type { Config } from "../../src/config.ts";
import type { Invocation } from "../../src/frontends/terminal/invocation.ts";
import {
  createReadingThread,
  type ReadingThread,
} from "../../src/import/sandbox/reading-thread.ts";
import { PLAIN } from "../../src/reply/plain-text.ts";
import { checkCorpus } from "../../src/tools/check-corpus.ts";
import type { ToolContext } from "../../src/tools/define-tool.ts";
import { tools } from "../../src/tools/index.ts";
import { runTool } from "../../src/tools/run-tool.ts";
import { styles } from "../library.ts";

/** How the README runs Ibid. */
export const NPM_SCRIPTS: Invocation = {
  start: "npm start",
  ask: "npm start --silent --",
  corpus: "npm run corpus --",
  store: "npm start --silent -- store",
};

const thread = createReadingThread();

/** Returns a thread that all tests share, since starting one takes longer than reading their files. */
export const shareReadingThread = sharing(thread);

/** Returns a function that hands out a thread which only its owner closes. */
export function sharing(shared: ReadingThread): () => ReadingThread {
  return () => ({ ...shared, close: async () => {} });
}

/** Runs `npm run corpus -- …` in a folder, which is the working directory until it ends. */
export async function runCorpusToolIn(folder: string, args: readonly string[]) {
  // The thread starts here, since its working directory must outlive the test.
  await thread.read({ name: "a.txt", bytes: Buffer.from("Words.") }, { fields: new Map() });
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await runCorpusTool(args, "corpus", { createReadingThread: shareReadingThread });
  } finally {
    process.chdir(before);
  }
}

/** Runs `npm run corpus -- …` with `IBID_CORPUS` set to `corpus`. Returns what it prints. */
export async function runCorpusTool(
  args: readonly string[],
  corpus: string,
  { t = english, ...others }: Partial<ToolContext> = {},
) {
  const config: Config = {
    corpus,
    isWatched: false,
    isPrivate: false,
    citationStyle: "chicago",
    logLevel: "silent",
    showsMetrics: false,
  };
  const output: string[] = [];
  const errors: string[] = [];
  const code = await runTool(tools, args, {
    config,
    styles: styles.all,
    invocation: NPM_SCRIPTS,
    t,
    input: new PassThrough(),
    output: new PassThrough(),
    errors: new PassThrough(),
    style: () => PLAIN,
    print: (text) => output.push(text),
    printErrors: (messages) => errors.push(...messages.map(t.format)),
    createInterruptSignal: () => new AbortController().signal,
    createReadingThread,
    checkCorpus: async (corpus, options) => checkCorpus(corpus, options),
    ...others,
  });
  return { code, output: output.join("\n"), errors };
}
