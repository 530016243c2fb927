import { createClock } from "./clock.js";
import { createComposer } from "./composer.js";
import { isIntroduction, welcome } from "./examples.js";
import { openForm } from "./form.js";
import { localName, parseLine, toAutocompleteOption, toOption, typedCommands } from "./line.js";
import { openMenu } from "./menu.js";
import { createMessages } from "./messages.js";
import {
  attachmentOf,
  autocomplete,
  botMessage,
  buttonInteraction,
  CHANNEL_ID,
  channelNames,
  formSubmission,
  messageCommand,
  postedMessage,
  READER,
  selectInteraction,
  setClock,
  slashCommand,
  snowflake,
  speak,
  updatedMessage,
  userMessage,
} from "./payloads.js";
import {
  CHAT_INPUT,
  CHOICES,
  FORM,
  MESSAGE_COMMAND,
  NEW_MESSAGE,
  UPDATE_MESSAGE,
} from "./protocol-constants.js";
import { sendInteraction } from "./send-interaction.js";
import { learnTexts, say } from "./words.js";

/**
 * @import { APIInteraction } from "discord-api-types/v10"
 * @import { Happened } from "./clock.js"
 * @import { Suggest } from "./completion.js"
 * @import { Line, RegisteredCommand } from "./line.js"
 * @import { DisplayedMessage } from "./messages.js"
 * @import { Answer } from "./send-interaction.js"
 */

/**
 * A slash command or message command, as an application registers it.
 *
 * @typedef {Omit<RegisteredCommand, "id"> & { readonly type: typeof CHAT_INPUT }} SlashCommandManifest
 * @typedef {{ readonly name: string, readonly type: typeof MESSAGE_COMMAND }} MessageCommandManifest
 * @typedef {SlashCommandManifest | MessageCommandManifest} Manifest
 */

/** The pause in typing after which choices are requested, in milliseconds. */
const PAUSE = 100;

const { lang: language } = document.documentElement;
learnTexts(await fetchTexts());
speak(language, say("you"), say("channel"));

const registered = await fetchCommands();
const commands = typedCommands(
  registered.filter((command) => command.type === CHAT_INPUT),
  language,
);
const messageCommands = registered.filter((command) => command.type === MESSAGE_COMMAND);

/**
 * The object URLs of files, by their URLs in Discord.
 *
 * @type {Map<string, string>}
 */
const files = new Map();

const messages = createMessages(part("log"), {
  press: (displayed, customId, values) =>
    ask(
      values
        ? selectInteraction(displayed.message, customId, values)
        : buttonInteraction(displayed.message, customId),
      displayed.origin,
      displayed,
    ),
  open(displayed, at) {
    const entries = messageCommands.map((command) => ({
      label: localName(command, language),
      choose: () =>
        ask(messageCommand(command, displayed.message), describeUse(localName(command, language))),
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
const introduction = await fetchIntroduction();
welcome({ corpus: part("corpus"), examples: part("examples") }, introduction, {
  press(text) {
    const line = parseLine(text, commands);
    if (line) run(line);
  },
  describe: (text) => parseLine(text, commands)?.command.description ?? "",
});
const clock = introduction.hasClock
  ? createClock(part("clock"), { show, fail: () => messages.note(say("clock-failed")) })
  : undefined;
box.focus();
show(await clock?.refresh());

/** @param {Line} line */
function run({ command, given }) {
  const sent = { id: command.id, name: command.sent };
  void ask(slashCommand(sent, given.map(toOption)), describeUse(`/${command.name}`));
}

/**
 * Sends an interaction and shows the answer: a new message, or an update of `clicked`, the message whose
 * component was used.
 *
 * @param {APIInteraction} interaction
 * @param {string} origin
 * @param {DisplayedMessage} [clicked]
 */
async function ask(interaction, origin, clicked) {
  if (clicked?.article.ariaBusy === "true") return;
  const stopWaiting = clicked === undefined ? messages.wait(origin) : markBusy(clicked);
  const answer = await sendInteraction(interaction);
  // The answer may name a thread that was just opened.
  const happened = answer && (await clock?.refresh());
  for (const { id, name } of happened?.threads ?? []) channelNames.set(id, name);
  stopWaiting();
  await showAnswer(answer, interaction, origin, clicked);
  show(happened);
}

/**
 * Shows what has happened by the clock of the page.
 *
 * @param {Happened | undefined} happened
 */
function show(happened) {
  if (happened === undefined) return;
  setClock(happened);
  for (const post of happened.posts.filter(({ channel }) => channel === CHANNEL_ID)) {
    const attachments = keepFiles(post.files.map(({ name, base64 }) => fileFrom(name, base64)));
    messages.post(botMessage(post, attachments), post.origin);
  }
  for (const thread of happened.threads) messages.openThread(thread);
  for (const { channel, body } of happened.posts) {
    if (channel !== CHANNEL_ID) messages.postInThread(channel, body.content ?? "");
  }
  if (happened.note !== undefined) messages.note(happened.note);
}

/**
 * @param {string} name
 * @param {string} base64
 */
function fileFrom(name, base64) {
  return new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name);
}

/**
 * Returns files as Discord stores them, and keeps their contents.
 *
 * @param {readonly File[]} given
 */
function keepFiles(given) {
  return given.map((file) => {
    const attachment = attachmentOf(file);
    files.set(attachment.url, URL.createObjectURL(file));
    return attachment;
  });
}

/**
 * Shows the answer to an interaction.
 *
 * @param {Answer | undefined} answer
 * @param {APIInteraction} interaction
 * @param {string} origin
 * @param {DisplayedMessage} [clicked]
 */
async function showAnswer(answer, interaction, origin, clicked) {
  if (answer === undefined) return messages.fail(origin, clicked?.article);
  const { response } = answer;
  const attachments = keepFiles(answer.files);
  if (response.type === NEW_MESSAGE) {
    return messages.post(postedMessage(response.data, attachments, interaction), origin);
  }
  if (response.type === UPDATE_MESSAGE && clicked !== undefined) {
    return messages.change(
      clicked,
      updatedMessage(clicked.message, response.data ?? {}, attachments),
    );
  }
  if (response.type === FORM) {
    const components = await openForm(response.data);
    if (components === undefined) return undefined;
    const submission = formSubmission(response.data.custom_id, components, clicked?.message);
    return ask(submission, origin, clicked);
  }
  messages.fail(origin, clicked?.article);
}

/**
 * @param {DisplayedMessage} displayed
 * @returns {() => void}
 */
function markBusy({ article }) {
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
    const answer = await sendInteraction(
      autocomplete({ id: command.id, name: command.sent }, options),
      now.signal,
    );
    return answer?.response.type === CHOICES ? (answer.response.data.choices ?? []) : [];
  };
}

/**
 * Requests the page’s own texts. Throws if the response is none.
 *
 * @returns {Promise<Readonly<Record<string, string>>>}
 */
async function fetchTexts() {
  /** @type {unknown} */
  const texts = await (await fetch(`/texts?lang=${language}`)).json();
  if (typeof texts !== "object" || texts === null) {
    throw new TypeError("The server has sent no texts.");
  }
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, String(text)]));
}

/**
 * Requests the bot’s commands. Throws if the response is not a list of manifests.
 *
 * @returns {Promise<readonly (Manifest & { readonly id: string })[]>}
 */
async function fetchCommands() {
  /** @type {unknown} */
  const manifests = await (await fetch("/commands")).json();
  if (!Array.isArray(manifests) || !manifests.every(isManifest)) {
    throw new TypeError("The server has sent no list of commands.");
  }
  return manifests.map((manifest) => ({ ...manifest, id: snowflake() }));
}

/** Fetches the introduction to the corpus. */
async function fetchIntroduction() {
  /** @type {unknown} */
  const introduction = await (await fetch(`/introduction?lang=${language}`)).json();
  if (!isIntroduction(introduction)) {
    throw new TypeError("The server has sent no introduction.");
  }
  return introduction;
}

/**
 * Whether a value is a command as an application registers it. Its options come from the machine that served
 * the page and are trusted.
 *
 * @param {unknown} value
 * @returns {value is Manifest}
 */
function isManifest(value) {
  if (typeof value !== "object" || value === null) return false;
  if (!("name" in value) || typeof value.name !== "string" || !("type" in value)) return false;
  if (value.type === MESSAGE_COMMAND) return true;
  return value.type === CHAT_INPUT && "options" in value && Array.isArray(value.options);
}

/** @param {string} what */
function describeUse(what) {
  return say("used", { name: READER.global_name ?? "", what });
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
