import { createComposer } from "./composer.js";
import { showExamples } from "./examples.js";
import { sendInteraction } from "./exchange.js";
import { parseLine, toAutocompleteOption, toOption } from "./line.js";
import { openMenu } from "./menu.js";
import { createMessages } from "./messages.js";
import { CHAT_INPUT, CHOICES, MESSAGE_COMMAND, NEW_MESSAGE, UPDATE_MESSAGE } from "./numbers.js";
import {
  attachmentOf,
  autocomplete,
  buttonInteraction,
  messageCommand,
  postedMessage,
  READER,
  selectInteraction,
  slashCommand,
  snowflake,
  updatedMessage,
  userMessage,
} from "./payloads.js";

/**
 * @import { APIInteraction } from "discord-api-types/v10"
 * @import { Suggest } from "./completion.js"
 * @import { Command, Line } from "./line.js"
 * @import { Shown } from "./messages.js"
 */

/** The pause in typing after which choices are requested, in milliseconds. */
const PAUSE = 100;

const registered = await fetchCommands();
const commands = registered.filter(({ type }) => type === CHAT_INPUT);
const messageCommands = registered.filter(({ type }) => type === MESSAGE_COMMAND);

/**
 * The object URLs of files, by their URLs in Discord.
 *
 * @type {Map<string, string>}
 */
const files = new Map();

const messages = createMessages(part("log"), {
  press: (shown, customId, values) =>
    ask(
      values
        ? selectInteraction(shown.message, customId, values)
        : buttonInteraction(shown.message, customId),
      shown.origin,
      shown,
    ),
  open(shown, at) {
    const entries = messageCommands.map((command) => ({
      label: command.name,
      choose: () => ask(messageCommand(command, shown.message), used(command.name)),
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
    say: (text) => messages.post(userMessage(text)),
  },
);
showExamples(part("examples"), commands, (text) => {
  const line = parseLine(text, commands);
  if (line) run(line);
});
box.focus();

/** @param {Line} line */
function run({ command, given }) {
  void ask(slashCommand(command, given.map(toOption)), used(`/${command.name}`));
}

/**
 * Sends an interaction and shows the answer: a new message, or an update of `clicked`, the message whose
 * component was used.
 *
 * @param {APIInteraction} interaction
 * @param {string} origin
 * @param {Shown} [clicked]
 */
async function ask(interaction, origin, clicked) {
  if (clicked?.article.ariaBusy === "true") return;
  const ended = clicked === undefined ? messages.wait(origin) : waiting(clicked);
  const answer = await sendInteraction(interaction);
  ended();
  if (answer === undefined) return messages.fail(origin, clicked?.article);
  const { response } = answer;
  const attachments = answer.files.map(attachmentOf);
  for (const [index, { url }] of attachments.entries()) {
    const file = answer.files[index];
    if (file) files.set(url, URL.createObjectURL(file));
  }
  if (response.type === NEW_MESSAGE) {
    return messages.post(postedMessage(response.data, attachments, interaction), origin);
  }
  if (response.type === UPDATE_MESSAGE && clicked !== undefined) {
    return messages.change(
      clicked,
      updatedMessage(clicked.message, response.data ?? {}, attachments),
    );
  }
  messages.fail(origin, clicked?.article);
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
 * Requests the bot’s choices when typing pauses, and aborts earlier requests.
 *
 * @returns {Suggest}
 */
function createSuggest() {
  let previous = new AbortController();
  return async ({ command, given }, focused) => {
    previous.abort();
    const now = new AbortController();
    previous = now;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (now.signal.aborted) return [];
    const options = given.map((one) => toAutocompleteOption(one, one === focused));
    const answer = await sendInteraction(autocomplete(command, options), now.signal);
    return answer?.response.type === CHOICES ? (answer.response.data.choices ?? []) : [];
  };
}

/** @returns {Promise<readonly (Command & { readonly type: number })[]>} */
async function fetchCommands() {
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
