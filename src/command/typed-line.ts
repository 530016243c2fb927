import { closeDirectionControls } from "../catalogue/direction-controls.ts";
import { closestSpelling } from "../foundation/spelling.ts";
import { everyNameOf, everyOptionName } from "../language/translation/local-names.ts";
import type { CommandLine } from "../reply/reply.ts";
import type { Command, RawOptions } from "./types.ts";

/** A parsed line: a command's name, which may be unknown, and its options. */
export interface ParsedLine {
  readonly name: string;
  readonly options: RawOptions;
}

/**
 * Parses a line in Discord's notation: `/letter date:Aug 5 2019 from:Ada`, by the declared names or those of any
 * language. A value extends to the
 * next option of the command. A colon that would begin an option is written `\:`, an unpaired
 * quotation mark `\"`, and a backslash `\\`. No option begins inside quotation marks. Words before
 * the first option are the value of the command's first text option. Returns undefined for an empty
 * line.
 */
export function parseLine(line: string, commands: readonly Command[]): ParsedLine | undefined {
  const match = /^\s*\/?(\S+)\s*([\s\S]*)$/.exec(line);
  if (match === null) return undefined;
  const [, name = "", afterName = ""] = match;
  // A name may have two words, and the longest one counts.
  const [, second = "", afterSecond = ""] = /^(\S+)\s*([\s\S]*)$/.exec(afterName) ?? [];
  const longest = commandCalled(`${name} ${second}`.toLowerCase(), commands);
  const command = longest ?? commandCalled(name.toLowerCase(), commands);
  if (command === undefined) return { name, options: {} };
  const rest = longest === undefined ? afterName : afterSecond;

  const keys = Object.keys(command.options);
  const keyOf = keysByName(command.name, keys);
  const starts = [...rest.matchAll(optionStart([...keyOf.keys()]))].filter(
    ({ index }) => !isInQuotationMarks(rest, index),
  );
  const options: Record<string, string> = {};
  const leadingText = rest.slice(0, starts[0]?.index).trim();
  const firstTextKey = keys.find((key) => command.options[key]?.type === "text");
  const [, misspelt, misspeltValue = ""] = /^([\p{L}\p{N}_-]+):\s*(.*)$/su.exec(leadingText) ?? [];
  // The command itself reports a key that is nearly one of its options, so that key is kept.
  if (misspelt !== undefined && closestSpelling(misspelt, [...keyOf.keys()]) !== undefined) {
    options[misspelt] = unescapeValue(misspeltValue);
  } else if (leadingText !== "" && firstTextKey !== undefined) {
    options[firstTextKey] = unescapeValue(leadingText);
  }
  starts.forEach(({ 0: start, 1: typedKey = "", index }, position) => {
    const value = rest.slice(index + start.length, starts[position + 1]?.index);
    const key = typedKey.toLowerCase();
    options[keyOf.get(key) ?? key] = unescapeValue(value.trim());
  });
  return { name: command.name, options };
}

/** Returns the command with this name or, if there is none, with this alias, in any language. */
export function commandCalled(name: string, commands: readonly Command[]): Command | undefined {
  return (
    commands.find((command) => command.name === name) ??
    commands.find(({ alias }) => alias === name) ??
    commands.find((command) => everyNameOf("command", command.name).includes(name)) ??
    commands.find(({ alias }) => alias && everyNameOf("command", alias).includes(name))
  );
}

/**
 * Formats a command by its declared names, so that `parseLine` parses it back. Controls of writing direction that a value
 * leaves open are closed, because the next option follows it.
 */
export function formatLine({ name, options }: CommandLine): string {
  const values = Object.entries(options).map(
    ([key, value]) => `${key}:${escapeValue(closeDirectionControls(String(value)))}`,
  );
  return [`/${name}`, ...values].join(" ");
}

/** Returns the declared names of options by each of their names. Declared names take precedence. */
function keysByName(command: string, keys: readonly string[]): ReadonlyMap<string, string> {
  const local = keys.flatMap((key) =>
    everyOptionName(key, command).map((name) => [name, key] as const),
  );
  return new Map([...local.toReversed(), ...keys.map((key) => [key, key] as const)]);
}

function optionStart(names: readonly string[]): RegExp {
  // Without options, nothing may match: an empty group would match every colon.
  return new RegExp(String.raw`(?<!\S)(${names.join("|") || "(?!)"}):`, "giu");
}

/** Whether `index` lies between a quotation mark and the next one. */
function isInQuotationMarks(text: string, index: number): boolean {
  return (
    countQuotationMarks(text.slice(0, index)) % 2 === 1 &&
    countQuotationMarks(text.slice(index)) > 0
  );
}

/** Counts the quotation marks that no backslash escapes. */
function countQuotationMarks(text: string): number {
  return text.replace(/\\./g, "").split('"').length - 1;
}

function escapeValue(value: string): string {
  const plain = value.replace(/\\/g, "\\\\").replace(/(?<!\S)(\p{L}[\p{L}\p{N}_-]*):/gu, "$1\\:");
  return countQuotationMarks(plain) % 2 === 0 ? plain : plain.replaceAll('"', '\\"');
}

function unescapeValue(value: string): string {
  return value.replace(/\\([\\:"])/g, "$1");
}
