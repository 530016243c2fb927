import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import * as v from "valibot";

/** The resources that a process used, all of its threads included. */
export interface Usage {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Its peak resident memory. */
  readonly peakBytes: number;
}

/** The part of Node's `process.resourceUsage()` that is measured: microseconds and kibibytes. */
const RESOURCE_USAGE = v.object({
  userCPUTime: v.number(),
  systemCPUTime: v.number(),
  maxRSS: v.number(),
});
const USAGE = new URL("./usage.mjs", import.meta.url).href;

/** Runs a tool for a corpus in a process of its own, and returns what it used. Throws when the process fails. */
export async function measureTool(args: readonly string[]): Promise<Usage> {
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", USAGE, "bin/ibid.js", "corpus", ...args], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const exit = once(child, "close");
  const [errors = "", report = ""] = await Promise.all(
    [child.stdio[2], child.stdio[3]].map((pipe) => (pipe instanceof Readable ? text(pipe) : "")),
  );
  const [code] = await exit;
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`\`corpus ${args.join(" ")}\` ended with ${code}: ${errors}`);
  const usage = v.parse(RESOURCE_USAGE, JSON.parse(report));
  return {
    seconds,
    cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    peakBytes: usage.maxRSS * 1024,
  };
}
