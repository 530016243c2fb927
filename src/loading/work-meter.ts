import process from "node:process";

/** The work of a thread that mostly waits is this part of the time that passes. */
const IDLE_SHARE = 1 / 10;

/**
 * Returns a function that returns for how long a thread has worked since then, in milliseconds. By the clock, a busy
 * machine takes longer for the same work, and good files would be refused. Only the newest versions of Node know the
 * processor time of a thread. It is at most that of the process, and at most the time that has passed. A thread that
 * waits for something that never comes must not wait for good, so a tenth of the time counts in any case.
 */
export function startWorkMeter(): () => number {
  const start = performance.now();
  const usage = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(usage);
    const passed = performance.now() - start;
    return Math.max(Math.min(passed, (user + system) / 1000), passed * IDLE_SHARE);
  };
}
