import { PassThrough } from "node:stream";
import type { Config } from "../../src/config.ts";
import type { Invocation } from "../../src/frontends/terminal/invocation.ts";
import { PLAIN } from "../../src/reply/plain-text.ts";
import { tools } from "../../src/tools/index.ts";
import { runTool } from "../../src/tools/run-tool.ts";
import { styles } from "../library.ts";

/** How the README runs Ibid. */
export const NPM_SCRIPTS: Invocation = {
  start: "npm start",
  ask: "npm start --silent --",
  corpus: "npm run corpus --",
};

/** Runs `npm run corpus -- …` with `IBID_CORPUS` set to `corpus`. Returns what it prints. */
export async function runCorpusTool(
  args: readonly string[],
  corpus: string,
  signal: AbortSignal = new AbortController().signal,
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
    input: new PassThrough(),
    output: new PassThrough(),
    errors: new PassThrough(),
    style: () => PLAIN,
    print: (text) => output.push(text),
    printErrors: (lines) => errors.push(...lines),
    createInterruptSignal: () => signal,
  });
  return { code, output: output.join("\n"), errors };
}
