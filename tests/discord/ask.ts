import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIInteraction,
  type APIMessage,
  type APIMessageComponent,
  type APIUser,
  ComponentType,
  InteractionResponseType,
  MessageFlags,
} from "discord-api-types/v10";
import { commands } from "../../commands/index.ts";
import { type Bot, createBot } from "../../src/command/bot.ts";
import { respondTo } from "../../src/discord/interaction.ts";
import {
  type AnswerableInteraction,
  parseInteraction,
} from "../../src/discord/interaction-payload.ts";
import type { ResponseFile } from "../../src/discord/message.ts";
import type { Library } from "../../src/search/library.ts";
import { contextOf } from "../library.ts";
import { displayedText, parseDiscordMarkdown } from "./discord-markdown.ts";
import {
  ASKER,
  buttonInteraction,
  type Callback,
  postedMessage,
  selectInteraction,
  type Where,
} from "./payloads.ts";
import { problemsWithCallback, type SentFile } from "./spec.ts";

/** A bot with all commands over `library`. */
export function botOf(library: Library): Bot {
  return createBot(commands, () => contextOf(library));
}

/** Parses the payload of an interaction. Fails the test if it cannot be answered. */
export function parseAnswerable(payload: unknown): AnswerableInteraction {
  const interaction = parseInteraction(payload);
  if ("error" in interaction || interaction.kind === "ping") {
    throw new Error(`This cannot be answered: ${JSON.stringify(payload)}`);
  }
  return interaction;
}

/** Returns the answer of `bot` as Discord receives it. Fails the test if Discord would refuse it. */
export function ask(bot: Bot, interaction: APIInteraction): Callback {
  const { response, files } = respondTo(parseAnswerable(interaction), bot);
  const json = JSON.stringify(response);
  const sent = sentFiles(files);
  const callback: Callback = { response: JSON.parse(json), files: sent };
  const problems = problemsWithCallback(callback.response, sent, interaction);
  // Half a surrogate pair is not text.
  if (/\\ud[89a-f]/.test(json)) problems.push("the body: contains half a surrogate pair");
  if (problems.length > 0) throw new Error(`Discord would refuse this:\n${problems.join("\n")}`);
  return callback;
}

/** Returns the files of a response as Discord receives them. */
export function sentFiles(files: readonly ResponseFile[]): SentFile[] {
  return files.map(({ name, data }, index) => ({
    ...{ id: String(index), name },
    bytes: Buffer.from(data),
  }));
}

/** Returns the message after an answer: a new one, or `clicked` as the answer changes it. */
export function messageAfter(callback: Callback, where: Where, clicked?: APIMessage): APIMessage {
  const message = postedMessage(callback, ASKER, where);
  const isUpdate = callback.response.type === InteractionResponseType.UpdateMessage;
  return isUpdate && clicked?.flags ? { ...message, flags: clicked.flags } : message;
}

/** A button or a select option, with the interaction of its use. */
export interface Offer {
  readonly label: string;
  readonly id: string;
  readonly interaction: APIInteraction;
}

/**
 * Returns every button and select option of a message, for use by `by`. The buttons beside entries have
 * the first lines of these entries in their labels: “Open 5 August 2019”.
 */
export function offersOf(message: APIMessage, by: APIUser = ASKER): readonly Offer[] {
  return [...entryButtonsOf(message), ...rowsOf(message)].flatMap((component): readonly Offer[] => {
    if (component.type === ComponentType.StringSelect) {
      return component.options.map(({ label, value }) => ({
        label,
        id: value,
        interaction: selectInteraction(component.custom_id, [value], message, by),
      }));
    }
    if (!isCommandButton(component)) return [];
    const { label = "", custom_id } = component;
    return [{ label, id: custom_id, interaction: buttonInteraction(custom_id, message, by) }];
  });
}

/** Returns the answer after `by` has used the button or select option called `label`. */
export function click(bot: Bot, message: APIMessage, label: string, by: APIUser = ASKER): Callback {
  const offers = offersOf(message, by);
  const offer = offers.find((one) => one.label === label);
  if (!offer) throw new Error(`No ${label} among ${offers.map((one) => one.label).join(", ")}.`);
  return ask(bot, offer.interaction);
}

/** Returns the URLs of a message's masked links. */
export function linksOf(message: APIMessage): readonly string[] {
  return markdownOf(message)
    .flatMap((markdown) => [...markdown.matchAll(/\]\(<([^>]*)>\)/g)])
    .map(([, url = ""]) => url);
}

/** Returns the buttons beside the entries of a message, each labelled with the entry's first line. */
function entryButtonsOf({ components = [] }: APIMessage): readonly APIButtonComponent[] {
  return components
    .flatMap((one) => (one.type === ComponentType.Container ? one.components : []))
    .flatMap((one): readonly APIButtonComponent[] => {
      if (one.type !== ComponentType.Section) return [];
      const { accessory, components } = one;
      if (accessory.type !== ComponentType.Button || !("custom_id" in accessory)) return [];
      const [line = ""] = displayedText(components[0]?.content ?? "").split("\n");
      return [{ ...accessory, label: `${accessory.label} ${line}` }];
    });
}

/** Returns the names of the files that a message shows. */
export function fileNamesIn({ components = [] }: APIMessage): readonly (string | undefined)[] {
  return components.flatMap((one) => (one.type === ComponentType.File ? [one.name] : []));
}

/** Returns a message's text displays, in order, as Markdown. */
function markdownOf({ components = [] }: Pick<APIMessage, "components">): readonly string[] {
  return components.flatMap(function textsIn(component: APIMessageComponent): readonly string[] {
    switch (component.type) {
      case ComponentType.TextDisplay:
        return [component.content];
      case ComponentType.Container:
      case ComponentType.Section:
        return component.components.flatMap(textsIn);
      default:
        return [];
    }
  });
}

/** The kinds of text that continue a line. */
const INLINE = ["text", "strong", "strikethrough", "code", "link"];

/** Returns a message's text as Discord displays it. */
export function textOf(message: Pick<APIMessage, "components">): string {
  return markdownOf(message)
    .flatMap((markdown) => [...parseDiscordMarkdown(markdown), { as: "end", text: "" }])
    .map(({ as, text }) => (INLINE.includes(as) ? text : `${text}\n`))
    .join("");
}

/** Returns the texts of a message's block quotes. */
export function quotedIn(message: Pick<APIMessage, "components">): readonly string[] {
  return markdownOf(message)
    .flatMap(parseDiscordMarkdown)
    .flatMap(({ as, text }) => (as === "blockQuote" ? [text] : []));
}

/** Returns the words in bold of a message, except those in block quotes. */
export function boldIn(message: Pick<APIMessage, "components">): readonly string[] {
  return markdownOf(message)
    .flatMap(parseDiscordMarkdown)
    .flatMap(({ as, text }) => (as === "strong" ? [text] : []));
}

export function isPrivate({ flags }: Pick<APIMessage, "flags">): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function rowsOf({ components = [] }: APIMessage): readonly APIComponentInMessageActionRow[] {
  return components.flatMap((component) => (isRow(component) ? component.components : []));
}

function isRow(
  component: APIMessageComponent,
): component is APIActionRowComponent<APIComponentInMessageActionRow> {
  return component.type === ComponentType.ActionRow;
}

function isCommandButton(
  component: APIComponentInMessageActionRow | APIButtonComponent,
): component is Extract<APIButtonComponent, { custom_id: string }> {
  return component.type === ComponentType.Button && "custom_id" in component;
}
