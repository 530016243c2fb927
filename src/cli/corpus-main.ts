import process from "node:process";
import { exitOnClosedPipe, print, printErrors } from "../frontends/terminal/output.ts";
import { textStyleOf } from "../frontends/terminal/terminal.ts";
import { tools } from "../tools/index.ts";
import { runTool } from "../tools/run-tool.ts";
import { loadConfig } from "./load-config.ts";

exitOnClosedPipe();
process.exitCode = await main();

async function main(): Promise<number> {
  const asks = await loadConfig();
  if ("error" in asks) {
    printErrors(asks.error);
    return 1;
  }
  return runTool(tools, process.argv.slice(2), {
    config: asks.config,
    styles: asks.styles,
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    style: () => textStyleOf(process.stdout),
    say: print,
    complain: printErrors,
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
