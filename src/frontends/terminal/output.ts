import process from "node:process";
import type { Writable } from "node:stream";
import type { Message, Translate } from "../../catalogue/catalogue.ts";
import { replaceControlCharacters } from "../../reply/plain-text.ts";

/** Prints the output that was requested. */
export function print(output: Writable, text: string): void {
  output.write(`${text}\n`);
}

/** Prints messages for the operator, each on its own line and without control characters. */
export function printErrors(errors: Writable, t: Translate, messages: readonly Message[]): void {
  for (const message of messages) printLine(errors, t.format(message));
}

/** Prints a line without control characters. */
export function printLine(errors: Writable, line: string): void {
  errors.write(`${replaceControlCharacters(line)}\n`);
}

/** Exits quietly if the reader of standard output, such as `head`, closes the pipe. */
export function exitOnClosedPipe(): void {
  process.stdout.on("error", (error) => {
    if (!("code" in error && error.code === "EPIPE")) throw error;
    process.exit();
  });
}
