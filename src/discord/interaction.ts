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
import { type ComponentAction, parseCustomId } from "./custom-id.ts";
import { unescapeMarkdown } from "./escape.ts";
import { MAX_CHOICE, MAX_CHOICES, truncate } from "./limits.ts";
import { COMMAND_LINE_ID, type ResponseFile, renderMessage } from "./message.ts";
import { messageText } from "./message-text.ts";

/** What Discord is to be told, and the files that belong to it. */
export interface InteractionResponse {
  readonly response: APIInteractionResponse;
  readonly files: readonly ResponseFile[];
}

/** Answers an interaction, whichever way it came. Everything that Discord asks ends up here. */
export function respondTo(interaction: APIInteraction, bot: Bot): InteractionResponse {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { response: { type: InteractionResponseType.Pong }, files: [] };
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      if (data.type === ApplicationCommandType.Message) return handleMessageCommand(data, bot);
      if (data.type !== ApplicationCommandType.ChatInput) return ephemeral(UNKNOWN, bot);
      return newMessage(bot.respond(data.name, rawOptions(data.options)), 0, bot);
    }
    case InteractionType.ApplicationCommandAutocomplete:
      return handleAutocomplete(interaction, bot);
    case InteractionType.MessageComponent:
      return handleComponent(interaction, bot);
    case InteractionType.ModalSubmit:
      return ephemeral(UNKNOWN, bot);
  }
}

/** Tells one user that something went wrong here, with the reference under which it is logged. */
export function apology(
  interaction: APIInteraction,
  reference: string,
  bot: Bot,
): InteractionResponse {
  return apologise(
    interaction,
    `Something went wrong in Ibid, and it is not your doing. Whoever runs it can find it in the log as ${reference}.`,
    bot,
  );
}

/** Tells one user that there is no bot to ask yet. */
export function notReady(interaction: APIInteraction): InteractionResponse {
  const sentence = "The corpus is still being read. Ask again in a moment.";
  return apologise(interaction, sentence, { commands: [] });
}

function apologise(
  { type }: APIInteraction,
  sentence: string,
  bot: HasCommands,
): InteractionResponse {
  // Who is typing is told when they have asked.
  if (type === InteractionType.ApplicationCommandAutocomplete) return autocompleteResponse([]);
  return ephemeral(sentence, bot);
}

/** Who can say something without being asked. */
type HasCommands = Pick<Bot, "commands">;

const UNKNOWN = "This is nothing that this version of Ibid offers. /help lists what it does.";
const OUTDATED =
  "This button comes from another version of Ibid and no longer works. Ask again with the command; /help lists them all.";

const SILENT =
  "This message has no text, so there is nothing in it to ask about. Choose one that says something.";

function handleMessageCommand(
  { name, target_id, resolved }: APIMessageApplicationCommandInteractionData,
  bot: Bot,
): InteractionResponse {
  const message = resolved.messages[target_id];
  const text = message === undefined ? "" : messageText(message);
  if (text === "") return ephemeral(SILENT, bot);
  const answer = bot.respondToMessage(name, text);
  return answer === undefined ? ephemeral(UNKNOWN, bot) : newMessage(answer, 0, bot);
}

type ComponentMessage = APIMessageComponentInteraction["message"];

function handleComponent(
  { data, message, ...by }: APIMessageComponentInteraction,
  bot: Bot,
): InteractionResponse {
  const id = data.component_type === ComponentType.StringSelect ? data.values[0] : data.custom_id;
  const press = parseCustomId(id ?? "");
  const options = press && optionsOfAction(press, message, bot);
  if (press === undefined || options === undefined) return ephemeral(OUTDATED, bot);

  const answer = bot.respond(press.line.name, options);
  if (answer.reply.kind === "notice") return newMessage(answer, press.piece, bot);
  if (options["private"] === false) return newMessage({ ...answer, isPrivate: false }, 0, bot);

  const isPrivate = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const user = by.member?.user ?? by.user;
  // A public answer belongs to the one who asked; anybody else is answered to them alone.
  const asker = message.interaction_metadata?.user.id;
  if (!isPrivate && (asker !== user?.id || opensPrivately(press, message, bot)))
    return newMessage({ ...answer, isPrivate: true }, press.piece, bot);
  const { data: changed, files } = messageOf({ ...answer, isPrivate }, press.piece, bot);
  return { response: { type: InteractionResponseType.UpdateMessage, data: changed }, files };
}

/** Whether a press asks for what is private by itself, in a message that shows something else. */
function opensPrivately(
  { line: { name } }: ComponentAction,
  message: ComponentMessage,
  bot: Bot,
): boolean {
  const command = bot.commands.find((one) => one.name === name);
  return command?.isPrivate === true && shownLine(message, bot)?.name !== name;
}

/** A press's options, those included that its message shows; undefined when it shows none. */
function optionsOfAction(
  { line, goesOn }: ComponentAction,
  message: ComponentMessage,
  bot: Bot,
): RawOptions | undefined {
  if (!goesOn) return line.options;
  const shown = shownLine(message, bot);
  return shown?.name === line.name ? { ...shown.options, ...line.options } : undefined;
}

/** What a message says was asked. */
function shownLine(message: ComponentMessage, bot: Bot): ParsedLine | undefined {
  const asked = (message.components ?? [])
    .flatMap((top) => (top.type === ComponentType.Container ? top.components : [top]))
    .find((component) => component.id === COMMAND_LINE_ID);
  if (asked?.type !== ComponentType.TextDisplay) return undefined;
  const [shown = ""] = asked.content.split("\n");
  return parseLine(unescapeMarkdown(shown.replace(/^-# /, "")), bot.commands);
}

function handleAutocomplete(
  { data }: APIApplicationCommandAutocompleteInteraction,
  bot: Bot,
): InteractionResponse {
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
    .map(({ label, value }) => ({ name: truncate(label, MAX_CHOICE), value }));
  return autocompleteResponse(choices);
}

function autocompleteResponse(
  choices: APIApplicationCommandOptionChoice<string>[],
): InteractionResponse {
  return {
    response: {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    },
    files: [],
  };
}

function newMessage(answer: Answer, piece: number, bot: HasCommands): InteractionResponse {
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

function ephemeral(message: string, bot: HasCommands): InteractionResponse {
  const answer = { reply: notice(message), isPrivate: true, line: { name: "help", options: {} } };
  return newMessage(answer, 0, bot);
}

function messageOf(answer: Answer, piece: number, { commands }: HasCommands) {
  const { components, files } = renderMessage(answer, piece, commands);
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
