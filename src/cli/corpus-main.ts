import process from "node:process";
import { exitOnClosedPipe, print, printErrors } from "../frontends/terminal/output.ts";
import { textStyleOf } from "../frontends/terminal/terminal.ts";
import { createReadingThread } from "../import/sandbox/reading-thread.ts";
import { checkInThread } from "../tools/check-in-thread.ts";
import { tools } from "../tools/index.ts";
import { runTool } from "../tools/run-tool.ts";
import { currentProcess } from "./host.ts";
import { inConfiguredLanguage, loadConfig } from "./load-config.ts";

exitOnClosedPipe();
process.exitCode = await main();

async function main(): Promise<number> {
  const host = await inConfiguredLanguage(currentProcess(process.argv.slice(3)));
  const { args, invocation, t, input, output, errors } = host;
  const loaded = await loadConfig(host);
  if ("error" in loaded) {
    printErrors(errors, t, loaded.error);
    return 1;
  }
  return runTool(tools, args, {
    config: loaded.config,
    styles: loaded.styles,
    invocation,
    t,
    input,
    output,
    errors,
    style: () => textStyleOf(output),
    print: (text) => print(output, text),
    printErrors: (messages) => printErrors(errors, t, messages),
    createInterruptSignal: () => {
      const controller = new AbortController();
      void host.waitForSignal().then(() => {
        // Where undoing takes too long, the process ends before it.
        process.exitCode = 1;
        controller.abort();
      });
      return controller.signal;
    },
    createReadingThread,
    checkCorpus: checkInThread,
  });
}
