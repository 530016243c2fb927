import process from "node:process";
import { printable } from "../../reply/plain-text.ts";

/** What this process was asked for. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What whoever runs this process should know besides. */
export function printErrors(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${printable(line)}\n`);
}

/** Ends the process quietly when nobody reads on. */
export function exitOnClosedPipe(): void {
  process.stdout.on("error", (error) => {
    // A reader that has seen enough, such as `head`, closes the pipe.
    if (!("code" in error && error.code === "EPIPE")) throw error;
    process.exit();
  });
}
