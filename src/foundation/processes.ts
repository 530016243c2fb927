import { errorCode } from "./errors.ts";

/** Whether a process of this machine is running. In a container, a new one often has the id of one that was killed. */
export function isProcessRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process cannot be signalled, but is alive.
    return errorCode(error) === "EPERM";
  }
}
