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
import { expect } from "vitest";
import { commands } from "../../commands/index.ts";
import { type Bot, createBot } from "../../src/command/bot.ts";
import { respondTo } from "../../src/discord/interaction.ts";
import type { Library } from "../../src/search/library.ts";
import { contextOf } from "../library.ts";
import { ASKER, type Callback, messageOf, pick, press, type Where } from "./payloads.ts";
import { shown } from "./shown.ts";
import { problemsWithCallback } from "./spec.ts";

/** A bot with all commands over `library`. */
export function botOf(library: Library): Bot {
  return createBot(commands, () => contextOf(library));
}

/** What `bot` answers, as Discord receives it; fails where Discord would refuse it. */
export function ask(bot: Bot, interaction: APIInteraction): Callback {
  const { response, files } = respondTo(interaction, bot);
  const json = JSON.stringify(response);
  const sent = files.map(({ name, data }, index) => ({
    id: String(index),
    name,
    bytes: Buffer.from(data),
  }));
  const callback: Callback = { response: JSON.parse(json), files: sent };
  expect(problemsWithCallback(callback.response, sent, interaction)).toEqual([]);
  // Half a surrogate pair, which is no text.
  expect(json).not.toMatch(/\\ud[89a-f]/);
  return callback;
}

/** The message that there is after an answer: a new one, or `pressed` as the answer changes it. */
export function messageAfter(callback: Callback, where: Where, pressed?: APIMessage): APIMessage {
  const message = messageOf(callback, ASKER, where);
  const isUpdate = callback.response.type === InteractionResponseType.UpdateMessage;
  return isUpdate && pressed?.flags ? { ...message, flags: pressed.flags } : message;
}

/** Something that can be pressed or picked. */
export interface Offer {
  readonly label: string;
  readonly id: string;
  readonly interaction: APIInteraction;
}

/** Everything that can be pressed or picked in a message, by the asker unless said otherwise. */
export function offersOf(message: APIMessage, by: APIUser = ASKER): readonly Offer[] {
  return rowsOf(message).flatMap((component): readonly Offer[] => {
    if (component.type === ComponentType.StringSelect) {
      return component.options.map(({ label, value }) => ({
        label,
        id: value,
        interaction: pick(component.custom_id, [value], message, by),
      }));
    }
    if (!isPressable(component)) return [];
    const { label = "", custom_id } = component;
    return [{ label, id: custom_id, interaction: press(custom_id, message, by) }];
  });
}

/** The message after `by` pressed what is called `label`. */
export function pressed(
  bot: Bot,
  message: APIMessage,
  label: string,
  by: APIUser = ASKER,
): Callback {
  const offers = offersOf(message, by);
  const offer = offers.find((one) => one.label === label);
  if (!offer) throw new Error(`No ${label} among ${offers.map((one) => one.label).join(", ")}.`);
  return ask(bot, offer.interaction);
}

/** The addresses of a message's link buttons. */
export function linksOf(message: APIMessage): readonly string[] {
  return rowsOf(message).flatMap((component) => ("url" in component ? [component.url] : []));
}

/** The names of the files that a message shows. */
export function filesIn({ components = [] }: APIMessage): readonly (string | undefined)[] {
  return components.flatMap((one) => (one.type === ComponentType.File ? [one.name] : []));
}

/** A message's text displays, in order, as Markdown. */
function markdownOf({ components = [] }: Pick<APIMessage, "components">): readonly string[] {
  return components.flatMap(function textsIn(component: APIMessageComponent): readonly string[] {
    if (component.type === ComponentType.TextDisplay) return [component.content];
    return component.type === ComponentType.Container ? component.components.flatMap(textsIn) : [];
  });
}

/** What goes on in the same line. */
const INLINE = ["text", "strong", "strikethrough", "code"];

/** A message's text as people see it. */
export function textOf(message: Pick<APIMessage, "components">): string {
  return markdownOf(message)
    .flatMap((markdown) => [...shown(markdown), { as: "end", text: "" }])
    .map(({ as, text }) => (INLINE.includes(as) ? text : `${text}\n`))
    .join("");
}

/** What stands in a message's quotations. */
export function quotedIn(message: Pick<APIMessage, "components">): readonly string[] {
  return markdownOf(message)
    .flatMap(shown)
    .flatMap(({ as, text }) => (as === "blockQuote" ? [text] : []));
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

function isPressable(
  component: APIComponentInMessageActionRow,
): component is Extract<APIButtonComponent, { custom_id: string }> {
  return component.type === ComponentType.Button && "custom_id" in component;
}
