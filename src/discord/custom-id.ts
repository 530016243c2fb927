import * as v from "valibot";
import { toWellFormed } from "../foundation/well-formed.ts";
import type { CommandLine } from "../reply/reply.ts";
import { MAX_CUSTOM_ID } from "./limits.ts";

/** The action of a button or select option: a command, and the message page of its reply to show. */
export interface ComponentAction {
  readonly line: CommandLine;
  /** The message page, counted from 0. */
  readonly messagePage: number;
  /** Whether the options shown in the message also apply, except those that `line` overrides. */
  readonly optionsInMessage: boolean;
  /** Whether the answer is a private message beside the present one. */
  readonly isAside: boolean;
}

/** The version of the format. Components of any other version are answered with a notice. */
const VERSION = 1;

/** A text that escapes in JSON may have made ill-formed, although the `custom_id` was well-formed. */
const TEXT = v.pipe(v.string(), v.transform(toWellFormed));

const FORMAT = v.strictTuple([
  v.literal(VERSION),
  TEXT,
  v.record(v.string(), v.union([TEXT, v.number(), v.boolean()])),
  v.pipe(v.number(), v.integer(), v.minValue(0)),
  // A sum of flags.
  v.picklist([0, 1, 2, 3]),
]);

const OPTIONS_IN_MESSAGE = 1;
const ASIDE = 2;

/**
 * Formats the `custom_id` of an action, in at most 100 characters. If the line is too long, options
 * that the message shows with the same value (`shownLine`) are left to the message. Returns undefined
 * if it still does not fit.
 */
export function formatCustomId(
  { line, messagePage, isAside }: Omit<ComponentAction, "optionsInMessage">,
  shownLine: CommandLine,
): string | undefined {
  const { name, options } = line;
  const flags = isAside ? ASIDE : 0;
  const complete = JSON.stringify([VERSION, name, options, messagePage, flags]);
  if (complete.length <= MAX_CUSTOM_ID) return complete;

  const extendsShownLine =
    shownLine.name === name &&
    Object.keys(shownLine.options).every((key) => Object.hasOwn(options, key));
  const changed = Object.entries(options).filter(
    ([key, value]) => shownLine.options[key] !== value,
  );
  const partial = JSON.stringify([
    VERSION,
    name,
    Object.fromEntries(changed),
    messagePage,
    flags + OPTIONS_IN_MESSAGE,
  ]);
  return extendsShownLine && partial.length <= MAX_CUSTOM_ID ? partial : undefined;
}

/** Parses a `custom_id`. Returns undefined if this version did not write it. */
export function parseCustomId(id: string): ComponentAction | undefined {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), FORMAT), id);
  if (!result.success) return undefined;
  const [, name, options, messagePage, flags] = result.output;
  return {
    line: { name, options },
    messagePage,
    optionsInMessage: (flags & OPTIONS_IN_MESSAGE) !== 0,
    isAside: (flags & ASIDE) !== 0,
  };
}
