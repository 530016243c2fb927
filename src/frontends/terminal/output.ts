import process from "node:process";
import type { Writable } from "node:stream";
import { replaceControlCharacters } from "../../reply/plain-text.ts";

/** Prints the output that was requested. */
export function print(output: Writable, text: string): void {
  output.write(`${text}\n`);
}

/** Prints messages for the operator, without control characters. */
export function printErrors(errors: Writable, lines: readonly string[]): void {
  for (const line of lines) errors.write(`${replaceControlCharacters(line)}\n`);
}

/** Exits quietly if the reader of standard output, such as `head`, closes the pipe. */
export function exitOnClosedPipe(): void {
  process.stdout.on("error", (error) => {
    if (!("code" in error && error.code === "EPIPE")) throw error;
    process.exit();
  });
}
