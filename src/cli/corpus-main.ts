import process from "node:process";
import { detectInvocation } from "../frontends/terminal/invocation.ts";
import { exitOnClosedPipe, print, printErrors } from "../frontends/terminal/output.ts";
import { textStyleOf } from "../frontends/terminal/terminal.ts";
import { tools } from "../tools/index.ts";
import { runTool } from "../tools/run-tool.ts";
import { loadConfig } from "./load-config.ts";

exitOnClosedPipe();
process.exitCode = await main();

async function main(): Promise<number> {
  const loaded = await loadConfig();
  if ("error" in loaded) {
    printErrors(loaded.error);
    return 1;
  }
  return runTool(tools, process.argv.slice(3), {
    config: loaded.config,
    styles: loaded.styles,
    invocation: detectInvocation(),
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    style: () => textStyleOf(process.stdout),
    print,
    printErrors,
    createInterruptSignal,
  });
}

function createInterruptSignal(): AbortSignal {
  const controller = new AbortController();
  // A second Ctrl-C kills the process without a rollback.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => controller.abort());
  }
  return controller.signal;
}
