import process from "node:process";
import { exitOnClosedPipe } from "../frontends/terminal/output.ts";
import { currentProcess } from "./host.ts";
import { main } from "./main.ts";

exitOnClosedPipe();
process.exitCode = await main(currentProcess(process.argv.slice(2)));
