import * as v from "valibot";
import type { CommandLine } from "../reply/reply.ts";
import { MAX_CUSTOM_ID } from "./limits.ts";

/** What a press stands for: a command, and which piece of its reply is wanted. */
export interface Press {
  readonly line: CommandLine;
  /** Counted from 0. */
  readonly piece: number;
  /** Options whose values are too long for an id: the message shows them. */
  readonly elsewhere: readonly string[];
}

/** The format's version: a press of another one is answered with a notice. */
const VERSION = 1;

const FORMAT = v.strictTuple([
  v.literal(VERSION),
  v.string(),
  v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  v.pipe(v.number(), v.integer(), v.minValue(0)),
  v.array(v.string()),
]);

/**
 * The `custom_id` of a press, in at most 100 characters. Values that do not fit are left to the
 * message, which shows `shown`; undefined when it does not show them either.
 */
export function customId(line: CommandLine, piece: number, shown: CommandLine): string | undefined {
  const options = { ...line.options };
  const elsewhere: string[] = [];
  const id = () => JSON.stringify([VERSION, line.name, options, piece, elsewhere]);
  const byLength = Object.entries(line.options).sort(
    ([, a], [, b]) => String(b).length - String(a).length,
  );
  for (const [key, value] of byLength) {
    if (id().length <= MAX_CUSTOM_ID) break;
    if (shown.name !== line.name || shown.options[key] !== value) continue;
    delete options[key];
    elsewhere.push(key);
  }
  return id().length <= MAX_CUSTOM_ID ? id() : undefined;
}

/** Reads a `custom_id`; undefined for what this version did not write. */
export function pressOf(id: string): Press | undefined {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), FORMAT), id);
  if (!result.success) return undefined;
  const [, name, options, piece, elsewhere] = result.output;
  return { line: { name, options }, piece, elsewhere };
}
