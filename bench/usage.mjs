import { writeSync } from "node:fs";
import process from "node:process";
import { isMainThread } from "node:worker_threads";

// Loaded before a program: tells through the pipe 3 what the process took, all of its threads included.
if (isMainThread) {
  process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));
}
