import { createComposer } from "./composer.js";
import { showExamples } from "./examples.js";
import { answerTo } from "./exchange.js";
import { lineOf, optionOf, typedOptionOf } from "./line.js";
import { openMenu } from "./menu.js";
import { createMessages } from "./messages.js";
import { CHAT_INPUT, CHOICES, MESSAGE_MENU, NEW_MESSAGE, UPDATE_MESSAGE } from "./numbers.js";
import {
  attachmentOf,
  autocomplete,
  changed,
  messageMenu,
  messageOf,
  pick,
  press,
  READER,
  slashCommand,
  snowflake,
  written,
} from "./payloads.js";

/**
 * @import { APIInteraction } from "discord-api-types/v10"
 * @import { Suggest } from "./completion.js"
 * @import { Command, Line } from "./line.js"
 * @import { Shown } from "./messages.js"
 */

/** How long typing pauses before values are asked for, in milliseconds. */
const PAUSE = 100;

const registered = await commandsOfBot();
const commands = registered.filter(({ type }) => type === CHAT_INPUT);
const menus = registered.filter(({ type }) => type === MESSAGE_MENU);

/**
 * Where the files of messages are, by the addresses at which Discord would have them.
 *
 * @type {Map<string, string>}
 */
const files = new Map();

const messages = createMessages(part("log"), {
  press: (shown, customId, values) =>
    ask(
      values ? pick(shown.message, customId, values) : press(shown.message, customId),
      shown.origin,
      shown,
    ),
  open(shown, at) {
    const entries = menus.map((menu) => ({
      label: menu.name,
      choose: () => ask(messageMenu(menu, shown.message), used(menu.name)),
    }));
    if (entries.length > 0) openMenu(entries, at);
  },
  addressOf: (url) => files.get(url),
});

const box = part("box");
if (!(box instanceof HTMLTextAreaElement)) throw new TypeError("There is no message box.");
createComposer(
  { box, panel: part("panel"), count: part("count"), wrong: part("wrong") },
  {
    commands,
    suggest: createSuggest(),
    run,
    say: (text) => messages.post(written(text)),
  },
);
showExamples(part("examples"), commands, (text) => {
  const line = lineOf(text, commands);
  if (line) run(line);
});
box.focus();

/** @param {Line} line */
function run({ command, given }) {
  void ask(slashCommand(command, given.map(optionOf)), used(`/${command.name}`));
}

/**
 * Asks the bot, and shows what comes of it: a new message, or the message that was `pressed` changed.
 *
 * @param {APIInteraction} interaction
 * @param {string} origin
 * @param {Shown} [pressed]
 */
async function ask(interaction, origin, pressed) {
  if (pressed?.article.ariaBusy === "true") return;
  const ended = pressed === undefined ? messages.wait(origin) : waiting(pressed);
  const answer = await answerTo(interaction);
  ended();
  if (answer === undefined) return messages.fail(origin, pressed?.article);
  const { response } = answer;
  const attachments = answer.files.map(attachmentOf);
  for (const [index, { url }] of attachments.entries()) {
    const file = answer.files[index];
    if (file) files.set(url, URL.createObjectURL(file));
  }
  if (response.type === NEW_MESSAGE) {
    return messages.post(messageOf(response.data, attachments, interaction), origin);
  }
  if (response.type === UPDATE_MESSAGE && pressed !== undefined) {
    return messages.change(pressed, changed(pressed.message, response.data ?? {}, attachments));
  }
  messages.fail(origin, pressed?.article);
}

/**
 * @param {Shown} shown
 * @returns {() => void}
 */
function waiting({ article }) {
  article.querySelector(".failure")?.remove();
  article.ariaBusy = "true";
  return () => {
    article.ariaBusy = "false";
  };
}

/**
 * Values by the bot’s own completion, asked for when typing pauses; what comes too late is not waited for.
 *
 * @returns {Suggest}
 */
function createSuggest() {
  let before = new AbortController();
  return async ({ command, given }, focused) => {
    before.abort();
    const now = new AbortController();
    before = now;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (now.signal.aborted) return [];
    const options = given.map((one) => typedOptionOf(one, one === focused));
    const answer = await answerTo(autocomplete(command, options), now.signal);
    return answer?.response.type === CHOICES ? (answer.response.data.choices ?? []) : [];
  };
}

/** @returns {Promise<readonly (Command & { readonly type: number })[]>} */
async function commandsOfBot() {
  const manifests = await (await fetch("/commands")).json();
  return manifests.map((/** @type {object} */ manifest) => ({ ...manifest, id: snowflake() }));
}

/** @param {string} what */
function used(what) {
  return `${READER.global_name} used ${what}`;
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function part(id) {
  const found = document.getElementById(id);
  if (found === null) throw new TypeError(`The page has no ${id}.`);
  return found;
}
