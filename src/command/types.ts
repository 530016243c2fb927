import type { LabelKey, Translate } from "../catalogue/catalogue.ts";
import type { Styles } from "../cite/style.ts";
import type { Day } from "../corpus/date.ts";
import type { Result } from "../foundation/result.ts";
import type { Need, Situation } from "../keeping/kept.ts";
import type { Permission } from "../keeping/permissions.ts";
import type { CurrentLibrary } from "../loading/hot-reload.ts";
import type { ActionLabel } from "../reply/action-label.ts";
import type { Expected, NoticeReason } from "../reply/notice-reason.ts";
import type { Action, CommandLine, FormReply, Reply } from "../reply/reply.ts";
import type { CorpusExamples } from "../search/corpus-examples.ts";
import type { CorpusPart } from "../search/filter.ts";
import type { Library } from "../search/library.ts";

/**
 * The context of a command: that of the bot, with the settings that apply, and the situation. It is
 * read-only: a command asks for changes in its reply.
 */
export interface Context extends CurrentLibrary, Situation {
  readonly styles: Styles;
  /** Every declared command, in the order of `/help`. */
  readonly commands: readonly Command[];
  readonly day: Day;
  /** The present moment, in milliseconds since 1970. */
  readonly now: number;
  /** Whether this Ibid posts what schedules want. Without a token, it only answers. */
  readonly posts: boolean;
  /** The settings of the operator, which apply where no others do. */
  readonly configured: {
    readonly language: string;
    readonly style: string;
    readonly isPrivate: boolean;
  };
  /** The part of the corpus that the channel is about: the default of `in:`. */
  readonly about?: CorpusPart | undefined;
  /** Returns the day in a time zone. Without it, the day is the same everywhere. */
  readonly dayIn?: (zone: string) => Day;
  /** The seed of random choices: an integer from 0 to `MAX_SEED`. */
  readonly seed: number;
}

/** The context of one run of a command, which also knows the options that the user gave. */
export interface RunContext extends Context {
  /**
   * Returns this command with the options it was given and `changes`; undefined drops an option.
   */
  again(changes: Readonly<Record<string, string | number | boolean | undefined>>): CommandLine;
  /** Returns a form that asks for options of this command. Values that the user has typed are filled in. */
  ask(request: FormRequest): FormReply;
}

/** A form as a command asks for it. The controls and descriptions of its fields are those of its options. */
export interface FormRequest {
  readonly title: LabelKey;
  /** One to five options to ask for, with their present values as text. */
  readonly fields: readonly {
    readonly option: string;
    readonly label: LabelKey;
    readonly value?: string | undefined;
  }[];
  /** The options that a submission adds: at most 60 characters as JSON, because a form of Discord has no room for more. */
  readonly fixed: CommandLine["options"];
}

/** Options as a front end received them, before any check. */
export type RawOptions = Readonly<Record<string, unknown>>;

/** The parsed value of an option, or the reason that the input was rejected. */
export type OptionResult<T> = Result<{ readonly value: T }, OptionError>;

export interface OptionError {
  readonly reason: NoticeReason;
  /** The values that the user may have meant, each offered as an action. */
  readonly offers: readonly OfferedValue[];
  /** Other ways to go on. */
  readonly actions?: readonly Action[];
}

/** A value for the option; the label is the value itself unless it is another one. */
export interface OfferedValue {
  readonly value: string;
  readonly label?: ActionLabel;
}

/** A completion. */
export interface Suggestion {
  /** The text that the user sees. */
  readonly label: string;
  /** The text that is sent when the user picks it. */
  readonly value: string;
}

/** An option: how users see it, and how their input is parsed into a `T`. */
export interface Option<T> {
  readonly type: "text" | "integer" | "flag" | "channel";
  readonly description: LabelKey;
  readonly required: boolean;
  /** Only actions set hidden options: no manifest, completion or help lists them. */
  readonly hidden: boolean;
  readonly expects: Expected;
  /** The bounds of an integer's value or of a text's length. */
  readonly bounds?: { readonly min: number; readonly max: number };
  readonly suggest?: (typed: string, context: Context, t: Translate) => readonly Suggestion[];
  /** The needs of the completions; absent if they need nothing. */
  readonly suggestsKept?: readonly Need[];
  /** Returns all values, if they are a short list, from which forms offer to choose. */
  readonly choices?: (context: Context) => readonly Suggestion[];
  /** The value that an empty field of a form stands for. Without it, the option is left out. */
  readonly whenEmpty?: string;
  /** Whether any text is valid, so that completion offers the text as typed too. */
  readonly acceptsAnyText?: true;
  /** The value when the user leaves the option out. */
  readonly defaultValue: T | undefined;
  /** Returns the text that settings give the option, as if typed, when `given` leaves it out. */
  readonly fromSettings?: (context: Context, given: RawOptions) => string | undefined;
  /** Parses the user's input. Returns undefined if it is not of the option's type at all. */
  parse(given: unknown, context: Context): OptionResult<T> | undefined;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

/** The values that `run` receives: options `{ about: Option<string> }` give `{ about: string }`. */
export type Values<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends Option<infer T> ? T : never;
};

/** A message command in Discord's sense: an entry in the Apps menu of every message. */
export interface MessageCommand {
  /** Unlike a slash command's name, it may have spaces and capitals; at most 32 characters. */
  readonly label: string;
  /**
   * Returns the options to run the slash command with. `text` is the message's text, as Markdown
   * without its backslashes: of any length, and never blank. Buttons can only carry options that
   * are short and have one line.
   */
  optionsFrom(text: string, context: Context): RawOptions;
}

/** The parts of a command that do not depend on its options. */
export interface CommandDeclaration {
  readonly name: string;
  /** Another name by which users and old buttons may call the command. */
  readonly alias?: string;
  /** The description of the first word of a name of two, which several commands share. */
  readonly group?: LabelKey;
  readonly description: LabelKey;
  /** Returns the options of a line or two to type, with values of the corpus, for `/help`. */
  readonly examples: (values: CorpusExamples) => readonly ExampleOptions[];
  /** Returns the examples that show the corpus at its best to a reader who sees it for the first time. */
  readonly showcase?: (values: CorpusExamples) => readonly ShowcaseExample[];
  /** Whether the corpus has something that the command can show; without it, `/help` omits the command. */
  readonly isUseful?: (library: Library) => boolean;
  readonly messageCommand?: MessageCommand;
  /** The permission of Discord that a user needs, unless a server has set another rule for the command. */
  readonly permission?: Permission;
  /**
   * Another command, whose permission and rules apply instead: Discord knows those of all commands with the same first
   * word only.
   */
  readonly guard?: Pick<CommandDeclaration, "name" | "permission">;
  /** Whether a part of it is only for those who manage the server, or whom a rule of the server for it names. */
  readonly isPartlyGuarded?: true;
  /** Whether the command is only for servers that have added Ibid. */
  readonly isForServers?: true;
  /**
   * The things that the command reads or changes in the store. Without the store, it answers with a notice.
   * Settings apply to every command, whatever it needs.
   */
  readonly needs?: readonly Need[];
  /** The other things that it shows of the store, if the store can be used. */
  readonly uses?: readonly Need[];
}

/** Options of an example. Those without a value are left out, and so is an example without any options. */
export type ExampleOptions = Readonly<Record<string, string | boolean | undefined>>;

/** An example that shows what Ibid is for. It is left out if its answer is not of its kind. */
export interface ShowcaseExample {
  readonly kind: ShowcaseKind;
  readonly options: ExampleOptions;
}

export type ShowcaseKind =
  | "letter"
  | "document"
  | "topic"
  | "words"
  | "true-quotation"
  | "false-quotation";

/** A command as front ends see it, whatever the types of its options. */
export interface Command extends CommandDeclaration {
  readonly options: Options;
  /** Whether only the user sees the answers, unless they choose otherwise. */
  readonly isPrivate: boolean;
  /**
   * Makes parts of the answer and keeps them, one with each step. A front end may answer others between the steps;
   * one that skips them gets the same answer from `respond`, in one piece.
   */
  prepare?(raw: RawOptions, context: Context): Iterable<unknown>;
  /** Answers one use of the command. A user's mistake is answered with a notice. */
  respond(raw: RawOptions, context: Context): Reply;
}
