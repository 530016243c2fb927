import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessageApplicationCommandInteractionData,
  type APIMessageComponentInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from "discord-api-types/v10";
import type { Answer, Bot } from "../command/bot.ts";
import { type ParsedLine, parseLine } from "../command/typed-line.ts";
import type { RawOptions } from "../command/types.ts";
import { notice } from "../reply/reply.ts";
import { type Press, pressOf } from "./custom-id.ts";
import { unescaped } from "./escape.ts";
import { MAX_CHOICE, MAX_CHOICES, shortened } from "./limits.ts";
import { ASKED_ID, drawnMessage, type ResponseFile } from "./message.ts";
import { textOfMessage } from "./message-text.ts";

/** What Discord is to be told, and the files that belong to it. */
export interface Responded {
  readonly response: APIInteractionResponse;
  readonly files: readonly ResponseFile[];
}

/** Answers an interaction, whichever way it came. Everything that Discord asks ends up here. */
export function responseTo(interaction: APIInteraction, bot: Bot): Responded {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { response: { type: InteractionResponseType.Pong }, files: [] };
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      if (data.type === ApplicationCommandType.Message) return askedOfMessage(data, bot);
      if (data.type !== ApplicationCommandType.ChatInput) return told(UNKNOWN, bot);
      return posted(bot.respond(data.name, rawOptions(data.options)), 0, bot);
    }
    case InteractionType.ApplicationCommandAutocomplete:
      return completed(interaction, bot);
    case InteractionType.MessageComponent:
      return pressed(interaction, bot);
    case InteractionType.ModalSubmit:
      return told(UNKNOWN, bot);
  }
}

/** Tells one user that something went wrong here, with the reference under which it is logged. */
export function apology(interaction: APIInteraction, reference: string, bot: Bot): Responded {
  return excused(
    interaction,
    `Something went wrong in Ibid, and it is not your doing. Whoever runs it can find it in the log as ${reference}.`,
    bot,
  );
}

/** Tells one user that there is no bot to ask yet. */
export function tooEarly(interaction: APIInteraction): Responded {
  const sentence = "The corpus is still being read. Ask again in a moment.";
  return excused(interaction, sentence, { commands: [] });
}

function excused({ type }: APIInteraction, sentence: string, bot: Speaker): Responded {
  // Who is typing is told when they have asked.
  if (type === InteractionType.ApplicationCommandAutocomplete) return offered([]);
  return told(sentence, bot);
}

/** Who can say something without being asked. */
type Speaker = Pick<Bot, "commands">;

const UNKNOWN = "This is nothing that this version of Ibid offers. /help lists what it does.";
const OUTDATED =
  "This button comes from another version of Ibid and no longer works. Ask again with the command; /help lists them all.";

const SILENT =
  "This message has no text, so there is nothing in it to ask about. Choose one that says something.";

function askedOfMessage(
  { name, target_id, resolved }: APIMessageApplicationCommandInteractionData,
  bot: Bot,
): Responded {
  const message = resolved.messages[target_id];
  const text = message === undefined ? "" : textOfMessage(message);
  if (text === "") return told(SILENT, bot);
  const answer = bot.respondToMessage(name, text);
  return answer === undefined ? told(UNKNOWN, bot) : posted(answer, 0, bot);
}

type PressedMessage = APIMessageComponentInteraction["message"];

function pressed({ data, message, ...by }: APIMessageComponentInteraction, bot: Bot): Responded {
  const id = data.component_type === ComponentType.StringSelect ? data.values[0] : data.custom_id;
  const press = pressOf(id ?? "");
  const options = press && optionsOf(press, message, bot);
  if (press === undefined || options === undefined) return told(OUTDATED, bot);

  const answer = bot.respond(press.line.name, options);
  if (answer.reply.kind === "notice") return posted(answer, press.piece, bot);
  if (options["private"] === false) return posted({ ...answer, isPrivate: false }, 0, bot);

  const isPrivate = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const user = by.member?.user ?? by.user;
  // A public answer belongs to the one who asked; anybody else is answered to them alone.
  const asker = message.interaction_metadata?.user.id;
  if (!isPrivate && (asker !== user?.id || isAside(press, message, bot)))
    return posted({ ...answer, isPrivate: true }, press.piece, bot);
  const { data: changed, files } = messageOf({ ...answer, isPrivate }, press.piece, bot);
  return { response: { type: InteractionResponseType.UpdateMessage, data: changed }, files };
}

/** Whether a press asks for what is private by itself, in a message that shows something else. */
function isAside({ line: { name } }: Press, message: PressedMessage, bot: Bot): boolean {
  const command = bot.commands.find((one) => one.name === name);
  return command?.isPrivate === true && shownLine(message, bot)?.name !== name;
}

/** A press's options, those included that its message shows; undefined when it shows none. */
function optionsOf(
  { line, goesOn }: Press,
  message: PressedMessage,
  bot: Bot,
): RawOptions | undefined {
  if (!goesOn) return line.options;
  const shown = shownLine(message, bot);
  return shown?.name === line.name ? { ...shown.options, ...line.options } : undefined;
}

/** What a message says was asked. */
function shownLine(message: PressedMessage, bot: Bot): ParsedLine | undefined {
  const asked = (message.components ?? [])
    .flatMap((top) => (top.type === ComponentType.Container ? top.components : [top]))
    .find((component) => component.id === ASKED_ID);
  if (asked?.type !== ComponentType.TextDisplay) return undefined;
  const [shown = ""] = asked.content.split("\n");
  return parseLine(unescaped(shown.replace(/^-# /, "")), bot.commands);
}

function completed({ data }: APIApplicationCommandAutocompleteInteraction, bot: Bot): Responded {
  const focused = data.options.find((option) => "focused" in option && option.focused);
  const typed = focused && "value" in focused ? String(focused.value) : "";
  const command = bot.commands.find(({ name }) => name === data.name);
  const option = command?.options[focused?.name ?? ""];
  // Enter sends what stands first: what was typed, where that may be meant.
  const own = option?.isFree && typed.trim() !== "" ? [{ label: typed, value: typed }] : [];
  const choices = [...own, ...bot.suggest(data.name, focused?.name ?? "", typed)]
    // A value that does not fit would come back as another one.
    .filter(({ value }) => value.length <= MAX_CHOICE)
    .slice(0, MAX_CHOICES)
    .map(({ label, value }) => ({ name: shortened(label, MAX_CHOICE), value }));
  return offered(choices);
}

function offered(choices: APIApplicationCommandOptionChoice<string>[]): Responded {
  return {
    response: {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    },
    files: [],
  };
}

function posted(answer: Answer, piece: number, bot: Speaker): Responded {
  const { data, files } = messageOf(answer, piece, bot);
  const flags = answer.isPrivate ? data.flags | MessageFlags.Ephemeral : data.flags;
  return {
    response: {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: { ...data, flags },
    },
    files,
  };
}

function told(message: string, bot: Speaker): Responded {
  const answer = { reply: notice(message), isPrivate: true, line: { name: "help", options: {} } };
  return posted(answer, 0, bot);
}

function messageOf(answer: Answer, piece: number, { commands }: Speaker) {
  const { components, files } = drawnMessage(answer, piece, commands);
  const data = {
    flags: MessageFlags.IsComponentsV2,
    components,
    // An update keeps the files named here and no others. Those that it shows are sent anew: Discord
    // names no file to keep in the message that was pressed, where components show them.
    attachments: files.map(({ name }, index) => ({ id: String(index), filename: name })),
    // Nobody is pinged, whatever the corpus contains.
    allowed_mentions: { parse: [] },
  };
  return { data, files };
}

function rawOptions(
  options: readonly { readonly name: string; readonly value?: unknown }[] = [],
): RawOptions {
  return Object.fromEntries(options.map(({ name, value }) => [name, value]));
}
