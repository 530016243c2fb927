import type { Styles } from "../cite/style.ts";
import type { Day } from "../corpus/date.ts";
import type { FailedReload } from "../loading/hot-reload.ts";
import type { CommandLine, Reply } from "../reply/reply.ts";
import type { Library } from "../search/library.ts";

/** All that a command may use. It is read-only, so running a command changes nothing. */
export interface Context {
  readonly library: Library;
  /** Absent: the library holds the corpus as it stands, as far as anybody knows. */
  readonly refusal?: FailedReload;
  readonly styles: Styles;
  /** Every declared command, in the order of `/help`. */
  readonly commands: readonly Command[];
  readonly day: Day;
  /** What chance is made of: a whole number from 0 to `LARGEST_SEED`. */
  readonly seed: number;
}

/** The context of one run, which knows how it was asked. */
export interface CommandContext extends Context {
  /** The same command with the options it was given, but for `changes`; undefined leaves one out. */
  again(changes: Readonly<Record<string, string | number | boolean | undefined>>): CommandLine;
}

/** Options as a front end received them, before any check. */
export type RawOptions = Readonly<Record<string, unknown>>;

/** What came of reading an option. */
export type OptionResult<T> = { readonly value: T } | OptionError;

/** A sentence about what was typed; each of `values` is one that may have been meant. */
export interface OptionError {
  readonly message: string;
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
  read(given: unknown, context: Context): OptionResult<T> | undefined;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

/** What `run` receives for `O`: `{ about: Option<string> }` gives `{ about: string }`. */
export type Values<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends Option<infer T> ? T : never;
};

/** An entry in the menu of every message, by which a command is asked about what a message says. */
export interface MessageCommand {
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
  readonly messageCommand?: MessageCommand;
  /** Answers one use of the command. What the user got wrong comes back as a notice. */
  respond(raw: RawOptions, context: Context): Reply;
}
