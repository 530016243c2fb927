import { writeSync } from "node:fs";
import process from "node:process";
import { isMainThread } from "node:worker_threads";

// Loaded before a program: reports through pipe 3 the resources that the process used, all of its threads included.
if (isMainThread) {
  process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));
}
