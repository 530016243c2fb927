import process from "node:process";
import { exitOnClosedPipe } from "../frontends/terminal/output.ts";
import { currentProcess } from "./host.ts";
import { runStoreCommand } from "./store-command.ts";

exitOnClosedPipe();
process.exitCode = await runStoreCommand(currentProcess(process.argv.slice(3)));
