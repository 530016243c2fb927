import { closestSpelling } from "../foundation/spelling.ts";
import type { CommandLine } from "../reply/reply.ts";
import type { Command, RawOptions } from "./types.ts";

/** A typed line, taken apart. */
export interface ParsedLine {
  readonly name: string;
  readonly options: RawOptions;
}

/**
 * Takes apart a line as Discord shows it: `/letter date:Aug 5 2019 from:Kim`. A value goes on to the
 * next option of the command and may hold anything; a colon that would begin an option is written
 * `\:`, a quotation mark without another `\"`, and a backslash `\\`. What stands in quotation marks
 * begins no option. Words before the first option are the value of the command's first text option.
 * Undefined for an empty line.
 */
export function parseLine(line: string, commands: readonly Command[]): ParsedLine | undefined {
  const match = /^\s*\/?(\S+)\s*([\s\S]*)$/.exec(line);
  if (match === null) return undefined;
  const [, name = "", rest = ""] = match;
  const command = commands.find((one) => one.name === name.toLowerCase());
  if (command === undefined) return { name, options: {} };

  const keys = Object.keys(command.options);
  const starts = [...rest.matchAll(optionStart(keys))].filter(
    ({ index }) => !isInQuotationMarks(rest, index),
  );
  const options: Record<string, string> = {};
  const bare = rest.slice(0, starts[0]?.index).trim();
  const first = keys.find((key) => command.options[key]?.type === "text");
  const misspelt = /^(\w+):\s*(.*)$/s.exec(bare);
  // What is nearly an option of the command was meant to be one, and the command says so.
  if (misspelt?.[1] !== undefined && closestSpelling(misspelt[1], keys) !== undefined) {
    options[misspelt[1]] = unescapeValue(misspelt[2] ?? "");
  } else if (bare !== "" && first !== undefined) options[first] = unescapeValue(bare);
  starts.forEach(({ 0: start, 1: key = "", index }, position) => {
    const end = starts[position + 1]?.index ?? rest.length;
    options[key.toLowerCase()] = unescapeValue(rest.slice(index + start.length, end).trim());
  });
  return { name: command.name, options };
}

/** Writes a command so that `parseLine` reads it back. */
export function formatLine({ name, options }: CommandLine): string {
  const keys = Object.keys(options);
  const values = keys.map((key) => `${key}:${escapeValue(String(options[key]))}`);
  return [`/${name}`, ...values].join(" ");
}

function optionStart(keys: readonly string[]): RegExp {
  // A command without options has nothing that could begin one.
  return new RegExp(String.raw`(?<!\S)(${keys.join("|") || "(?!)"}):`, "gi");
}

/** Whether `index` lies between a quotation mark and the next one. */
function isInQuotationMarks(text: string, index: number): boolean {
  return (
    countQuotationMarks(text.slice(0, index)) % 2 === 1 &&
    countQuotationMarks(text.slice(index)) > 0
  );
}

/** How many quotation marks a text has that no backslash stands before. */
function countQuotationMarks(text: string): number {
  return text.replace(/\\./g, "").split('"').length - 1;
}

function escapeValue(value: string): string {
  const plain = value.replace(/\\/g, "\\\\").replace(/(?<!\S)(\w+):/g, "$1\\:");
  return countQuotationMarks(plain) % 2 === 0 ? plain : plain.replaceAll('"', '\\"');
}

function unescapeValue(value: string): string {
  return value.replace(/\\([\\:"])/g, "$1");
}
