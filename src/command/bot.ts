import { english, type Translate } from "../catalogue/catalogue.ts";
import { translationFor } from "../keeping/answer-language.ts";
import { type Need, NO_SITUATION, type Situation } from "../keeping/kept.ts";
import { closestName } from "../language/translation/local-names.ts";
import { action, type CommandLine, notice, type Reply } from "../reply/reply.ts";
import { labelsByLanguage } from "../search/labels.ts";
import { givenOptions, PRIVATE_OPTION, withSettings } from "./define-command.ts";
import { type ShowcaseLine, showcaseLines } from "./example-lines.ts";
import { applySettings, resolveSettings } from "./resolve-settings.ts";
import { commandCalled } from "./typed-line.ts";
import type { Command, Context, RawOptions, Suggestion } from "./types.ts";

/** A reply, and who may see it. */
export interface Answer {
  readonly reply: Reply;
  /** Whether only the user who ran the command sees the reply. */
  readonly isPrivate: boolean;
  /** The command that gives this reply again. */
  readonly line: CommandLine;
  /** The names of topics and people in other languages, by language. */
  readonly labels?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** The name and the size of a corpus, and lines to type that show it at its best. */
interface Introduction {
  readonly title?: string;
  /** The number of documents. */
  readonly documents: number;
  readonly examples: readonly ShowcaseLine[];
  /** The names of topics and people in other languages, by language. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** The whole bot, as every front end sees it. */
export interface Bot {
  readonly commands: readonly Command[];
  /** Puts into words what has no asker, and answers if nothing is known of the asker’s language, or of the place’s. */
  readonly t: Translate;
  respond(name: string, raw: RawOptions, situation?: Situation): Answer;
  /** Makes parts of an answer, one with each step, and keeps them for `respond`. */
  prepare(name: string, raw: RawOptions, situation: Situation): Iterable<unknown>;
  /** Makes parts of the answer of a message command, as `prepare` does. */
  prepareForMessage(label: string, text: string, situation: Situation): Iterable<unknown>;
  /** Returns the context in which a command runs. */
  contextIn(situation: Situation): Context;
  /** Returns what a command needs of the store: nothing, if there is no such command. */
  needsOf(name: string): readonly Need[];
  /**
   * Runs the message command with this label on a message's text, privately. Returns undefined if
   * no command has such a message command.
   */
  respondToMessage(label: string, text: string, situation?: Situation): Answer | undefined;
  /** Introduces the corpus to a reader who sees it for the first time. */
  introduce(): Introduction;
  /**
   * Completes the text that the user has typed so far into one option of a command. A text that is longer
   * than 500 characters has no completions.
   */
  suggest(
    name: string,
    option: string,
    typed: string,
    situation?: Situation,
  ): readonly Suggestion[];
  /** Returns what completing an option needs of the store. Undefined if it needs nothing, not even settings. */
  suggestionNeedsOf(name: string, option: string): readonly Need[] | undefined;
}

/**
 * How long a text may be that is completed, in UTF-16 code units. Names are shorter, and a passage is found
 * by a part of its words. The work for a completion grows with the text, and there is one for each key.
 */
const MAX_COMPLETED_LENGTH = 500;

/**
 * Creates a bot with these commands. `currentContext` is called anew for every question, since the
 * library, the day and the seed change between questions.
 */
export function createBot(
  commands: readonly Command[],
  currentContext: () => Omit<Context, "commands" | "configured" | keyof Situation>,
  { isPrivate: isPrivateByDefault = false, t = english } = {},
): Bot {
  function contextIn(situation: Situation): Context {
    const context = currentContext();
    const configured = {
      language: t.language,
      style: context.styles.preferred.name,
      isPrivate: isPrivateByDefault,
    };
    return applySettings({ ...context, problem: undefined, ...situation, commands, configured });
  }

  function answer(name: string, given: RawOptions, context: Context): Answer {
    const command = commandCalled(name, commands);
    if (command === undefined) {
      const reply = unknownCommand(
        name,
        commands.map((one) => one.name),
      );
      return { reply, isPrivate: true, line: { name, options: {} } };
    }
    const raw = withSettings(command.options, given, context);
    const reply = command.respond(raw, context);
    return {
      reply,
      isPrivate: reply.kind === "notice" || isAskedPrivately(command, raw, context),
      labels: labelsByLanguage(context.library),
      line: reply.line ?? {
        name: command.name,
        options: givenOptions(command.options, raw),
      },
    };
  }

  function isAskedPrivately(command: Command, raw: RawOptions, context: Context): boolean {
    const choice = PRIVATE_OPTION.parse(raw["private"], context);
    const isChosen = choice !== undefined && "value" in choice ? choice.value : undefined;
    return isChosen ?? (resolveSettings(context).isPrivate.value || command.isPrivate);
  }

  return {
    commands,
    t,
    contextIn,
    respond: (name, raw, situation = NO_SITUATION) => answer(name, raw, contextIn(situation)),
    prepare(name, raw, situation) {
      const command = commandCalled(name, commands);
      return command === undefined ? [] : prepareCommand(command, raw, contextIn(situation));
    },
    *prepareForMessage(label, text, situation) {
      const command = messageCommandCalled(label, commands);
      if (command?.prepare === undefined) return;
      const context = contextIn(situation);
      yield* prepareCommand(command, optionsFromMessage(command, text, context), context);
    },
    needsOf(name) {
      const command = commandCalled(name, commands) ?? messageCommandCalled(name, commands);
      return [...(command?.needs ?? []), ...(command?.uses ?? [])];
    },
    respondToMessage(label, text, situation = NO_SITUATION) {
      const command = messageCommandCalled(label, commands);
      if (command === undefined) return undefined;
      const context = contextIn(situation);
      return answer(command.name, optionsFromMessage(command, text, context), context);
    },
    introduce() {
      const context = contextIn(NO_SITUATION);
      const { title, documents } = context.library.corpus;
      return {
        ...(title !== undefined && { title }),
        documents: documents.length,
        examples: showcaseLines(context),
        labels: labelsByLanguage(context.library),
      };
    },
    suggestionNeedsOf: (name, option) =>
      commandCalled(name, commands)?.options[option]?.suggestsKept,
    suggest(name, option, typed, situation = NO_SITUATION) {
      const declared = commandCalled(name, commands)?.options[option];
      if (declared === undefined || declared.hidden) return [];
      if (typed.length > MAX_COMPLETED_LENGTH) return [];
      // Only the asker sees completions.
      const context = contextIn(situation);
      const translation = translationFor(situation, true, t, labelsByLanguage(context.library));
      return declared.suggest?.(typed, context, translation) ?? [];
    },
  };
}

function prepareCommand(command: Command, raw: RawOptions, context: Context): Iterable<unknown> {
  return command.prepare?.(withSettings(command.options, raw, context), context) ?? [];
}

/** Returns the options of a message command. The author of the message should not see that it is being checked. */
function optionsFromMessage(command: Command, text: string, context: Context): RawOptions {
  return { ...command.messageCommand?.optionsFrom(text, context), private: true };
}

function messageCommandCalled(label: string, commands: readonly Command[]): Command | undefined {
  return commands.find(({ messageCommand }) => messageCommand?.label === label);
}

function unknownCommand(name: string, names: readonly string[]): Reply {
  const closest = closestName("command", name, names);
  return notice(
    { kind: "unknown-command", typed: name, commands: [] },
    [...new Set([closest ?? "help", "help"])].map((one) =>
      action({ kind: "command", name: one }, { name: one, options: {} }),
    ),
  );
}
