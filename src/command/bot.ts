import { closestSpelling } from "../foundation/spelling.ts";
import { type CommandLine, notice, type Reply } from "../reply/reply.ts";
import { action, givenOptions, PRIVATE_OPTION } from "./define-command.ts";
import type { Command, Context, RawOptions, Suggestion } from "./types.ts";

/** What a command said, and whether it is for its user alone. */
export interface Answer {
  readonly reply: Reply;
  readonly isPrivate: boolean;
  /** The command that gives this reply again. */
  readonly line: CommandLine;
}

/** The whole bot, as the gateway and the terminal each see it. */
export interface Bot {
  readonly commands: readonly Command[];
  respond(name: string, raw: RawOptions): Answer;
  /** Answers the use of a menu on a message that says `text`; undefined where there is no such menu. */
  respondToMessage(label: string, text: string): Answer | undefined;
  /** Completes what the user has typed so far into one option of a command. */
  suggest(name: string, option: string, typed: string): readonly Suggestion[];
}

/** What `contextNow` brings changes from one question to the next, the library included. */
export function createBot(
  commands: readonly Command[],
  contextNow: () => Omit<Context, "commands">,
  { isPrivate: privateByDefault = false } = {},
): Bot {
  const named = new Map(commands.map((command) => [command.name, command]));

  function respond(name: string, raw: RawOptions, context: Context): Reply {
    const command = named.get(name);
    if (command !== undefined) return command.respond(raw, context);
    const near = closestSpelling(name, [...named.keys()]);
    return notice(
      `There is no command called \`/${name}\`.`,
      [near, "help"].flatMap((one) =>
        one === undefined ? [] : [action(`/${one}`, { name: one, options: {} })],
      ),
    );
  }

  function answer(name: string, raw: RawOptions, context: Context): Answer {
    const reply = respond(name, raw, context);
    const asked = PRIVATE_OPTION.read(raw["private"], context);
    const isUsual = privateByDefault || named.get(name)?.isPrivate === true;
    const isPrivate = asked && "value" in asked ? asked.value : isUsual;
    return {
      reply,
      isPrivate: isPrivate || reply.kind === "notice",
      line: reply.line ?? { name, options: givenOptions(named.get(name)?.options ?? {}, raw) },
    };
  }

  return {
    commands,
    respond: (name, raw) => answer(name, raw, { ...contextNow(), commands }),
    respondToMessage(label, text) {
      const command = commands.find(({ messageCommand: menu }) => menu?.label === label);
      if (command?.messageCommand === undefined) return undefined;
      const context = { ...contextNow(), commands };
      // Whose message it is need not learn that somebody asks about it.
      const options = { ...command.messageCommand.ask(text, context), private: true };
      return answer(command.name, options, context);
    },
    suggest(name, option, typed) {
      const declared = named.get(name)?.options[option];
      if (declared === undefined || declared.hidden) return [];
      return declared.suggest?.(typed, { ...contextNow(), commands }) ?? [];
    },
  };
}
