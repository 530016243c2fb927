import type { Styles } from "../cite/style.ts";
import type { Day } from "../corpus/date.ts";
import { nearestOf } from "../corpus/nearest.ts";
import type { Refusal } from "../opening/living-library.ts";
import { type Action, type CommandLine, notice, type Reply } from "../reply/reply.ts";
import type { Library } from "../search/library.ts";
import { flag, optional } from "./option.ts";

/** All that a command may use. It is read-only, so running a command changes nothing. */
export interface Context {
  readonly library: Library;
  /** Absent: the library holds the corpus as it stands, as far as anybody knows. */
  readonly refusal?: Refusal;
  readonly styles: Styles;
  /** Every declared command, in the order of `/help`. */
  readonly commands: readonly Command[];
  readonly day: Day;
  /** What chance is made of: a whole number from 0 to `LARGEST_SEED`. */
  readonly seed: number;
}

/** The context of one run, which knows how it was asked. */
export interface Run extends Context {
  /** The same command with the options it was given, but for `changes`; undefined leaves one out. */
  again(changes: Readonly<Record<string, string | number | boolean | undefined>>): CommandLine;
}

/** Options as a front end received them, before any check. */
export type RawOptions = Readonly<Record<string, unknown>>;

/** What came of reading an option. */
export type Reading<T> = { readonly value: T } | Unclear;

/** A sentence about what was typed; each of `values` is one that may have been meant. */
export interface Unclear {
  readonly unclear: string;
  readonly values?: readonly string[];
}

/** A completion: what the user sees, and what is then sent. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/** How one option is shown to the user, and how a `T` is read from what they sent. */
export interface Option<T> {
  readonly type: "text" | "integer" | "flag";
  readonly description: string;
  readonly required: boolean;
  /** Hidden options are what actions carry: no manifest, completion or help shows them. */
  readonly hidden: boolean;
  /** Completes the sentence "`name` should be …". */
  readonly expects: string;
  /** The bounds of an integer's value or of a text's length. */
  readonly bounds?: { readonly min: number; readonly max: number };
  readonly suggest?: (typed: string, context: Context) => readonly Suggestion[];
  /** Whether any text will do, so that what is typed may be meant though it could be completed. */
  readonly isFree?: true;
  /** The value when the user left the option out. */
  readonly absent: T | undefined;
  /** Returns undefined for what is not of the option's type at all. */
  read(given: unknown, context: Context): Reading<T> | undefined;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

/** What `run` receives for `O`: `{ about: Option<string> }` gives `{ about: string }`. */
export type Values<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends Option<infer T> ? T : never;
};

/** An entry in the menu of every message, by which a command is asked about what a message says. */
export interface Menu {
  /** Unlike a command's name, it may have spaces and capitals; at most 32 characters. */
  readonly label: string;
  /**
   * The options with which the command then runs. `text` is whatever the message says, as Markdown
   * without its backslashes: of any length, and never blank. Buttons carry on what is short and has
   * one line, as all that people type.
   */
  ask(text: string, context: Context): RawOptions;
}

/** A command with its option types already settled, as front ends see it. */
export interface Command {
  readonly name: string;
  readonly description: string;
  /** A line or two that `/help` shows, each something to type. */
  readonly examples: readonly string[];
  readonly options: Options;
  /** Whether its answers are for the asker alone unless they say otherwise. */
  readonly isPrivate: boolean;
  readonly menu?: Menu;
  /** Answers one use of the command. What the user got wrong comes back as a notice. */
  respond(raw: RawOptions, context: Context): Reply;
}

/** Every command has this option; whoever asks says whether the answer is for them alone. */
export const PRIVATE = optional(flag("Answer so that only you see it."));
const PRIVATE_ALREADY = optional(flag("Only you see the answer; with false, everybody here does."));

export function defineCommand<O extends Options>(definition: {
  readonly name: string;
  readonly description: string;
  readonly examples: readonly string[];
  readonly options: O;
  readonly isPrivate?: true;
  readonly menu?: Menu;
  run(options: Values<O>, run: Run): Reply;
}): Command {
  const { name, description, examples, isPrivate = false, menu } = definition;
  const options = { ...definition.options, private: isPrivate ? PRIVATE_ALREADY : PRIVATE };
  return {
    name,
    description,
    examples,
    options,
    isPrivate,
    ...(menu && { menu }),
    respond(raw, context) {
      const given = givenOptions(definition.options, raw);
      const again: Run["again"] = (changes) => ({
        name,
        options: withoutUndefined({ ...given, ...changes }),
      });
      const stranger = Object.keys(raw).find((key) => !Object.hasOwn(options, key));
      if (stranger !== undefined)
        return unknownOption(name, stranger, raw[stranger], options, again);

      const values = new Map<string, unknown>();
      for (const [key, option] of Object.entries(options)) {
        const reading = readOption(key, option, raw[key], context);
        if ("unclear" in reading) {
          return notice(
            reading.unclear,
            (reading.values ?? []).map((value) => action(value, again({ [key]: value }))),
          );
        }
        values.set(key, reading.value);
      }
      // The loop has filled every key of `options` with a value read by that key's own option.
      return definition.run(Object.fromEntries(values) as Values<O>, { ...context, again });
    },
  };
}

export function action(label: string, line: CommandLine): Action {
  return { label, line };
}

/** Says that a command has no such option, and which one may have been meant. */
function unknownOption(
  name: string,
  key: string,
  value: unknown,
  options: Options,
  again: Run["again"],
): Reply {
  const visible = Object.keys(options).filter((one) => options[one]?.hidden === false);
  const near = nearestOf(key, visible);
  const sentence = `\`/${name}\` has no option \`${key}\`.`;
  if (near === undefined) return notice(`${sentence} It has ${visible.join(", ")}.`);
  return notice(
    `${sentence} Is \`${near}\` meant?`,
    typeof value === "string" ? [action(`${near}:${value}`, again({ [near]: value }))] : [],
  );
}

function readOption<T>(
  key: string,
  option: Option<T>,
  given: unknown,
  context: Context,
): Reading<T | undefined> {
  if (given === undefined) {
    return option.required
      ? { unclear: `\`${key}\` is missing. It should be ${option.expects}.` }
      : { value: option.absent };
  }
  return option.read(given, context) ?? { unclear: `\`${key}\` should be ${option.expects}.` };
}

type Given = Record<string, string | number | boolean>;

/** The declared options that were given, as they may be given again. */
export function givenOptions(options: Options, raw: RawOptions): Given {
  const given: Given = {};
  for (const key of Object.keys(options)) {
    const value = raw[key];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      given[key] = value;
    }
  }
  return given;
}

function withoutUndefined(record: Readonly<Record<string, Given[string] | undefined>>): Given {
  const result: Given = {};
  for (const [key, value] of Object.entries(record)) {
    if (value !== undefined) result[key] = value;
  }
  return result;
}
