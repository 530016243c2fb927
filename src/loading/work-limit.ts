import process from "node:process";

/** A thread that mostly waits may take this many times its limit by the clock. */
const PATIENCE = 10;

/**
 * Returns a function that says whether a thread has worked for more than `milliseconds` since then. By the clock, a busy
 * machine takes longer for the same work, and good files would be refused. Only the newest versions of Node know the
 * processor time of a thread. It is at most that of the process, and at most the time that has passed.
 */
export function startWorkLimit(milliseconds: number): () => boolean {
  const start = performance.now();
  const usage = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(usage);
    const passed = performance.now() - start;
    const work = Math.min(passed, (user + system) / 1000);
    return work > milliseconds || passed > PATIENCE * milliseconds;
  };
}
