import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { quantile } from "../src/import/shared/quantile.ts";
import { printTable } from "./report.ts";

const ROUNDS = 5;

/** Measures the time from the start of the process to its first answer, and its memory then. */
export async function benchStart(): Promise<void> {
  const commands = {
    "npm start": ["npm", "start", "--silent"],
    "node bin/ibid.js": ["node", "bin/ibid.js"],
    "node -e 0 (Node alone)": [
      "node",
      "-e",
      "process.stdout.write('0'); setInterval(() => {}, 1e6)",
    ],
  };
  const rows = [];
  for (const [name, [program = "", ...args]] of Object.entries(commands)) {
    const times: number[] = [];
    const memories: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      const child = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"], detached: true });
      child.stdin.write("/quote topic:drills\n");
      await once(child.stdout, "data");
      times.push(performance.now() - start);
      memories.push(residentMegabytes(child.pid ?? 0));
      // npm's child process is in the same group.
      process.kill(-(child.pid ?? 0));
      await once(child, "exit");
    }
    const memory = name === "npm start" ? "" : `${quantile(memories, 0.5).toFixed(0)} MB`;
    rows.push([name, `${quantile(times, 0.5).toFixed(0)} ms`, memory]);
  }
  printTable(["from start to first answer", "p50", "memory (resident)"], rows);
}

function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}
