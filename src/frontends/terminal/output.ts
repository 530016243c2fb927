import process from "node:process";
import { replaceControlCharacters } from "../../reply/plain-text.ts";

/** Prints the output that was requested. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Prints messages for the operator to standard error, without control characters. */
export function printErrors(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${replaceControlCharacters(line)}\n`);
}

/** Exits quietly if the reader of standard output, such as `head`, closes the pipe. */
export function exitOnClosedPipe(): void {
  process.stdout.on("error", (error) => {
    if (!("code" in error && error.code === "EPIPE")) throw error;
    process.exit();
  });
}
