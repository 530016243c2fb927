import { Console } from "node:console";
import process from "node:process";
import { exitOnClosedPipe } from "../frontends/terminal/output.ts";
import { currentProcess } from "./host.ts";
import { main } from "./main.ts";

// Standard output is for answers alone: the warnings of a library go to standard error.
globalThis.console = new Console(process.stderr);
exitOnClosedPipe();
process.exitCode = await main(currentProcess(process.argv.slice(2)));
