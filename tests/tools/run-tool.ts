import { PassThrough } from "node:stream";
import type { Config } from "../../src/config.ts";
import { PLAIN } from "../../src/reply/plain-text.ts";
import { tools } from "../../src/tools/index.ts";
import { runTool } from "../../src/tools/run-tool.ts";
import { styles } from "../library.ts";

/** What `npm run corpus -- …` answers to whoever has set `IBID_CORPUS` to `corpus`. */
export async function answered(
  args: readonly string[],
  corpus: string,
  ending: AbortSignal = new AbortController().signal,
) {
  const config: Config = {
    corpus,
    isWatched: false,
    isPrivate: false,
    citationStyle: "chicago",
    logLevel: "silent",
  };
  const said: string[] = [];
  const complaints: string[] = [];
  const code = await runTool(tools, args, {
    config,
    styles: styles.all,
    input: new PassThrough(),
    output: new PassThrough(),
    errors: new PassThrough(),
    style: () => PLAIN,
    say: (text) => said.push(text),
    complain: (lines) => complaints.push(...lines),
    ending: () => ending,
  });
  return { code, said: said.join("\n"), complaints };
}
