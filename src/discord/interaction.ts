import {
  type APIApplicationCommandOptionChoice,
  type APIInteractionResponse,
  InteractionResponseType,
  MessageFlags,
} from "discord-api-types/v10";
import type { Translate } from "../catalogue/catalogue.ts";
import type { Answer, Bot } from "../command/bot.ts";
import { submittedOptions } from "../command/form.ts";
import { commandCalled, type ParsedLine, parseLine } from "../command/typed-line.ts";
import type { RawOptions } from "../command/types.ts";
import { translationFor } from "../keeping/answer-language.ts";
import type { KeptChange } from "../keeping/change.ts";
import {
  type Need,
  NO_SITUATION,
  type PressedMessage,
  type Situation,
  situationWithoutStore,
} from "../keeping/kept.ts";
import type { NoticeReason } from "../reply/notice-reason.ts";
import { notice } from "../reply/reply.ts";
import { type ComponentAction, parseCustomId } from "./custom-id.ts";
import { unescapeMarkdown } from "./escape.ts";
import { renderForm } from "./form.ts";
import type {
  AnswerableInteraction,
  ComponentMessage,
  Interaction,
} from "./interaction-payload.ts";
import { MAX_CHOICE, MAX_CHOICES, truncate } from "./limits.ts";
import { COMMAND_LINE_ID, type ResponseFile, renderMessage } from "./message.ts";
import { messageText } from "./message-text.ts";
import { type RenderedThread, renderThread } from "./thread.ts";

/** A response for Discord, and the files that belong to it. */
export interface InteractionResponse {
  readonly response: APIInteractionResponse;
  readonly files: readonly ResponseFile[];
  /** The changes that the response reports. It is sent only once they are made. */
  readonly changes?: readonly KeptChange[];
  /** The thread that the response reports. It is sent only once the thread is open. */
  readonly opens?: MessageThread;
  /** Returns the same answer as a private message, to edit it in after `DEFERRED`. */
  readonly late?: () => InteractionResponse;
}

/** A thread to open on a message, as Discord takes it. */
export interface MessageThread extends RenderedThread {
  readonly channel: string;
  readonly message: string;
}

/** Returns what answering an interaction needs of the store. Undefined if it needs nothing, not even settings. */
export function needsOf(interaction: Interaction, bot: Bot): readonly Need[] | undefined {
  switch (interaction.kind) {
    case "command":
    case "message-command":
      return bot.needsOf(interaction.name);
    case "component":
    case "form":
      return bot.needsOf(actionOf(interaction)?.line.name ?? "");
    // Completions are in the language of the user’s settings.
    case "autocomplete": {
      const { name, focused } = interaction;
      return (focused && bot.suggestionNeedsOf(name, focused.name)) ?? [];
    }
    case "ping":
    case "unsupported":
    case "malformed":
      return undefined;
  }
}

/** Whether the rules of a server matter for a part of the command of an interaction. */
export function isPartlyGuarded(interaction: Interaction, { commands }: Bot): boolean {
  const name =
    interaction.kind === "command"
      ? interaction.name
      : interaction.kind === "component" || interaction.kind === "form"
        ? actionOf(interaction)?.line.name
        : undefined;
  return name !== undefined && commandCalled(name, commands)?.isPartlyGuarded === true;
}

/** Makes parts of the answer to an interaction, one with each step, and keeps them for `respondTo`. */
export function prepareFor(
  interaction: Interaction,
  bot: Bot,
  situation: Situation,
): Iterable<unknown> {
  switch (interaction.kind) {
    case "command":
      return bot.prepare(
        interaction.name,
        interaction.options,
        guarded(interaction.name, situation),
      );
    case "component": {
      const action = actionOf(interaction);
      const options = action && optionsOfAction(action, interaction.message, bot);
      return action && options ? bot.prepare(action.line.name, options, situation) : [];
    }
    case "message-command": {
      const text = interaction.target && messageText(interaction.target);
      return text ? bot.prepareForMessage(interaction.name, text, situation) : [];
    }
    default:
      return [];
  }
}

/**
 * Answers an interaction, whichever front end received it. Without a situation, it is that of the asker where nothing is kept.
 */
export function respondTo(
  interaction: Interaction,
  bot: Bot,
  situation: Situation = interaction.kind === "ping"
    ? NO_SITUATION
    : situationWithoutStore(interaction.asker),
): InteractionResponse {
  const speaker = { ...bot, situation };
  switch (interaction.kind) {
    case "ping":
      return { response: { type: InteractionResponseType.Pong }, files: [] };
    case "command": {
      const { name, options } = interaction;
      return formOrMessage(bot.respond(name, options, guarded(name, situation)), speaker);
    }
    case "message-command":
      return handleMessageCommand(interaction, speaker);
    case "autocomplete":
      return handleAutocomplete(interaction, speaker);
    case "component":
      return handleComponent(interaction, speaker);
    case "form":
      return handleForm(interaction, speaker);
    case "unsupported":
      return ephemeralNotice({ kind: "not-offered" }, speaker);
    case "malformed":
      return noticeOrNoChoices(interaction, { kind: "malformed-interaction" }, speaker);
  }
}

/** Discord lets a user send a command only if its server lets the user. */
function guarded(name: string, situation: Situation): Situation {
  const { asker } = situation;
  const [first = name] = name.split(" ");
  return { ...situation, asker: { ...asker, mayUse: { ...asker.mayUse, [first]: true } } };
}

/** An interaction of one kind. */
type OfKind<K> = Extract<Interaction, { readonly kind: K }>;

/** Apologizes to the user for an error of ours, which is logged under `reference`. */
export function apology(
  interaction: AnswerableInteraction,
  reference: string,
  { commands, t }: Bot,
  situation: Situation = situationWithoutStore(interaction.asker),
): InteractionResponse {
  const speaker = { commands, t, situation };
  return noticeOrNoChoices(interaction, { kind: "failed", where: "log", reference }, speaker);
}

/**
 * Announces to Discord that the answer comes later. It is for the user alone, because until then it is not
 * known whether everyone may see it.
 */
export const DEFERRED: InteractionResponse = {
  response: {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: MessageFlags.Ephemeral },
  },
  files: [],
};

/** Responds to an interaction that arrives before the corpus is loaded. */
export function notReady(interaction: AnswerableInteraction, t: Translate): InteractionResponse {
  const situation = situationWithoutStore(interaction.asker);
  return noticeOrNoChoices(interaction, { kind: "not-ready" }, { commands: [], t, situation });
}

/** Responds to an interaction of a user of whom too many are waiting. */
export function busy(
  interaction: AnswerableInteraction,
  t: Translate,
  situation: Situation = situationWithoutStore(interaction.asker),
): InteractionResponse {
  return noticeOrNoChoices(interaction, { kind: "busy" }, { commands: [], t, situation });
}

/** An autocomplete response has no room for a sentence; the user gets it when they send the command. */
function noticeOrNoChoices(
  { isAutocomplete }: AnswerableInteraction,
  reason: NoticeReason,
  speaker: Speaker,
): InteractionResponse {
  if (isAutocomplete) return autocompleteResponse([]);
  return ephemeralNotice(reason, speaker);
}

/** The needs of rendering: a part of the bot, which exists before the corpus is loaded, and the asker and the place. */
interface Speaker extends Pick<Bot, "commands" | "t"> {
  readonly situation: Situation;
}

function handleMessageCommand(
  { name, target }: OfKind<"message-command">,
  bot: Bot & Speaker,
): InteractionResponse {
  const text = target && messageText(target);
  if (!text) return ephemeralNotice({ kind: "message-without-text" }, bot);
  const answer = bot.respondToMessage(name, text, bot.situation);
  return answer === undefined
    ? ephemeralNotice({ kind: "not-offered" }, bot)
    : formOrMessage(answer, bot);
}

/** Answers with a form, if that is the answer, and with a message otherwise. */
function formOrMessage(answer: Answer, speaker: Speaker): InteractionResponse {
  // Only the user sees a form.
  const t = translationOf({ ...answer, isPrivate: true }, speaker);
  const form = answer.reply.kind === "form" ? renderForm(answer.reply, t) : undefined;
  if (form === undefined) return newMessage(answer, 0, speaker);
  return { response: form, files: [], late: () => newMessage(answer, 0, speaker) };
}

function handleComponent(
  interaction: OfKind<"component">,
  bot: Bot & Speaker,
): InteractionResponse {
  const { message } = interaction;
  const action = actionOf(interaction);
  const options = action && optionsOfAction(action, message, bot);
  if (action === undefined || options === undefined)
    return ephemeralNotice({ kind: "outdated-button" }, bot);

  const { line, messagePage } = action;
  const situation = { ...bot.situation, pressed: pressedMessage(message) };
  const answer = bot.respond(line.name, options, situation);
  if (answer.reply.kind === "form") return formOrMessage({ ...answer, isPrivate: true }, bot);
  if (answer.reply.kind === "notice") return newMessage(answer, messagePage, bot);
  if (options["private"] === false) return newMessage({ ...answer, isPrivate: false }, 0, bot);
  // An aside is for the user who asks for it, and leaves the answer in its place.
  if (action.isAside) return newMessage({ ...answer, isPrivate: true }, messagePage, bot);
  return answerInPlace(answer, line.name, { interaction, message, messagePage }, bot);
}

function pressedMessage({ id, flags }: ComponentMessage): PressedMessage | undefined {
  if (id === undefined) return undefined;
  return {
    id,
    isPrivate: (flags & MessageFlags.Ephemeral) !== 0,
    hasThread: (flags & MessageFlags.HasThread) !== 0,
  };
}

/** Runs the command of a form with what was filled in. Discord opens no form after a form. */
function handleForm(interaction: OfKind<"form">, bot: Bot & Speaker): InteractionResponse {
  const { message, values } = interaction;
  const action = actionOf(interaction);
  const command = action && commandCalled(action.line.name, bot.commands);
  if (action === undefined || command === undefined)
    return ephemeralNotice({ kind: "outdated-button" }, bot);
  const options = { ...submittedOptions(command, values), ...action.line.options };
  const answer = bot.respond(command.name, options, bot.situation);
  const { kind } = answer.reply;
  if (message === undefined || kind === "notice" || kind === "form")
    return newMessage(answer, 0, bot);
  const shown = { interaction, message, messagePage: 0 };
  return answerInPlace(answer, command.name, shown, bot);
}

/** Answers in the message whose component was used, if it is the user's own, otherwise in a private one. */
function answerInPlace(
  answer: Answer,
  name: string,
  {
    interaction: { userId },
    message,
    messagePage,
  }: {
    readonly interaction: AnswerableInteraction;
    readonly message: ComponentMessage;
    readonly messagePage: number;
  },
  bot: Bot & Speaker,
): InteractionResponse {
  const isPrivate = (message.flags & MessageFlags.Ephemeral) !== 0;
  // A public answer belongs to its asker. Other users get a private answer of their own.
  const askerId = message.interaction_metadata?.user.id;
  if (!isPrivate && (askerId !== userId || opensPrivately(name, message, bot)))
    return newMessage({ ...answer, isPrivate: true }, messagePage, bot);
  return updatedMessage({ ...answer, isPrivate }, messagePage, bot);
}

function actionOf({ customId }: OfKind<"component" | "form">): ComponentAction | undefined {
  return customId === undefined ? undefined : parseCustomId(customId);
}

/** Whether a command is private by default and the message shows the answer of another command. */
function opensPrivately(name: string, message: ComponentMessage, bot: Bot): boolean {
  const command = commandCalled(name, bot.commands);
  return command?.isPrivate === true && parseShownLine(message, bot)?.name !== command.name;
}

/**
 * Returns the options of an action, including those that it leaves to the message. Undefined if the
 * message does not show them.
 */
function optionsOfAction(
  { line, optionsInMessage }: ComponentAction,
  message: ComponentMessage,
  bot: Bot,
): RawOptions | undefined {
  if (!optionsInMessage) return line.options;
  const shown = parseShownLine(message, bot);
  const name = commandCalled(line.name, bot.commands)?.name;
  return shown !== undefined && shown.name === name
    ? { ...shown.options, ...line.options }
    : undefined;
}

/** Parses the command line that a message of ours shows, if it shows one. */
function parseShownLine(message: ComponentMessage, bot: Bot): ParsedLine | undefined {
  const display = message.components.find(({ id }) => id === COMMAND_LINE_ID);
  if (display === undefined) return undefined;
  const line = display.content.replace(/\n[\s\S]*/, "").replace(/^-# /, "");
  return parseLine(unescapeMarkdown(line), bot.commands);
}

function handleAutocomplete(
  { name, focused }: OfKind<"autocomplete">,
  bot: Bot & Speaker,
): InteractionResponse {
  if (focused === undefined) return autocompleteResponse([]);
  const { typed } = focused;
  const command = commandCalled(name, bot.commands);
  const option = command?.options[focused.name];
  // Enter sends the first choice: the text as typed, if the option accepts any text.
  const asTyped =
    option?.acceptsAnyText && typed.trim() !== "" ? [{ label: typed, value: typed }] : [];
  const choices = [...asTyped, ...bot.suggest(name, focused.name, typed, bot.situation)]
    // A truncated value would come back as another value.
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

function newMessage(answer: Answer, messagePage: number, speaker: Speaker): InteractionResponse {
  const { data, files } = messageData(answer, messagePage, speaker);
  const flags = answer.isPrivate ? data.flags | MessageFlags.Ephemeral : data.flags;
  return {
    response: {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: { ...data, flags },
    },
    files,
    late: () => newMessage({ ...answer, isPrivate: true }, messagePage, speaker),
    ...effectsOf(answer, speaker),
  };
}

/** Updates the message whose component was used. It stays as private as it is. */
function updatedMessage(
  answer: Answer,
  messagePage: number,
  speaker: Speaker,
): InteractionResponse {
  const { data, files } = messageData(answer, messagePage, speaker);
  return {
    response: { type: InteractionResponseType.UpdateMessage, data },
    files,
    late: () => newMessage({ ...answer, isPrivate: true }, messagePage, speaker),
    ...effectsOf(answer, speaker),
  };
}

/** Returns what is to be done before an answer may be given. */
function effectsOf(
  answer: Answer,
  speaker: Speaker,
): Pick<InteractionResponse, "changes" | "opens"> {
  const { changes, opens } = answer.reply;
  if (opens === undefined) return { ...(changes && { changes }) };
  const { channel, message, ...subject } = opens;
  // Everyone sees the thread.
  const t = translationOf({ ...answer, isPrivate: false }, speaker);
  return {
    ...(changes && { changes }),
    opens: { channel, message, ...renderThread(subject, t) },
  };
}

function ephemeralNotice(reason: NoticeReason, speaker: Speaker): InteractionResponse {
  const answer = { reply: notice(reason), isPrivate: true, line: { name: "help", options: {} } };
  return newMessage(answer, 0, speaker);
}

function translationOf({ isPrivate, labels }: Answer, { t, situation }: Speaker): Translate {
  return translationFor(situation, isPrivate, t, labels);
}

/** Renders a reply as a message that answers no user: a public one, where the situation is. */
export function renderPost(answer: Answer, bot: Bot, situation: Situation) {
  return messageData({ ...answer, isPrivate: false }, 0, { ...bot, situation });
}

function messageData(answer: Answer, messagePage: number, speaker: Speaker) {
  const { commands } = speaker;
  const t = translationOf(answer, speaker);
  const { components, files } = renderMessage(answer, messagePage, { commands, t });
  const data = {
    flags: MessageFlags.IsComponentsV2,
    components,
    // An update keeps only the files listed here. They are uploaded again, because Discord does not
    // list those that components show in the message of a component interaction.
    attachments: files.map(({ name }, index) => ({ id: String(index), filename: name })),
    // Nothing in the corpus may ping a user or a role.
    allowed_mentions: { parse: [] },
  };
  return { data, files };
}
