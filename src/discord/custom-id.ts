import * as v from "valibot";
import type { CommandLine } from "../reply/reply.ts";
import { MAX_CUSTOM_ID } from "./limits.ts";

/** What a press stands for: a command, and which piece of its reply is wanted. */
export interface ComponentAction {
  readonly line: CommandLine;
  /** Counted from 0. */
  readonly piece: number;
  /** Whether the options that the message shows belong to it too, where the line has no others. */
  readonly goesOn: boolean;
}

/** The format's version: a press of another one is answered with a notice. */
const VERSION = 1;

const FORMAT = v.strictTuple([
  v.literal(VERSION),
  v.string(),
  v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  v.pipe(v.number(), v.integer(), v.minValue(0)),
  v.picklist([0, 1]),
]);

/**
 * The `custom_id` of a press, in at most 100 characters. A line that does not fit is left to the
 * message that shows it, as far as it is the same; undefined when it does not fit even so.
 */
export function formatCustomId(
  line: CommandLine,
  piece: number,
  shown: CommandLine,
): string | undefined {
  const { name, options } = line;
  const whole = JSON.stringify([VERSION, name, options, piece, 0]);
  if (whole.length <= MAX_CUSTOM_ID) return whole;

  const isSame =
    shown.name === name && Object.keys(shown.options).every((key) => Object.hasOwn(options, key));
  const others = Object.entries(options).filter(([key, value]) => shown.options[key] !== value);
  const rest = JSON.stringify([VERSION, name, Object.fromEntries(others), piece, 1]);
  return isSame && rest.length <= MAX_CUSTOM_ID ? rest : undefined;
}

/** Reads a `custom_id`; undefined for what this version did not write. */
export function parseCustomId(id: string): ComponentAction | undefined {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), FORMAT), id);
  if (!result.success) return undefined;
  const [, name, options, piece, goesOn] = result.output;
  return { line: { name, options }, piece, goesOn: goesOn === 1 };
}
