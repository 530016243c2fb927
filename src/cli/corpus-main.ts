import process from "node:process";
import { complain, endWithReader, say } from "../frontends/terminal/output.ts";
import { styleOf } from "../frontends/terminal/terminal.ts";
import { tools } from "../tools/index.ts";
import { answerTools } from "../tools/run-tool.ts";
import { configured } from "./load-config.ts";

endWithReader();
process.exitCode = await main();

async function main(): Promise<number> {
  const asks = await configured();
  if ("problems" in asks) {
    complain(asks.problems);
    return 1;
  }
  return answerTools(tools, process.argv.slice(2), {
    config: asks.config,
    styles: asks.styles,
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    style: () => styleOf(process.stdout),
    say,
    complain,
    ending,
  });
}

function ending(): AbortSignal {
  const controller = new AbortController();
  // Whoever asks a second time does not wait for what is under way to be undone.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => controller.abort());
  }
  return controller.signal;
}
