import {
  APPLICATION_COMMAND,
  AUTOCOMPLETE,
  BUTTON,
  CHANNEL,
  CHANNEL_SELECT,
  CHAT_INPUT,
  EPHEMERAL,
  FILE,
  FORM_SUBMISSION,
  MESSAGE_COMMAND,
  MESSAGE_COMPONENT,
  STRING_SELECT,
  SUBCOMMAND,
} from "./protocol-constants.js";

/**
 * @import {
 *   APIApplicationCommandInteractionDataBasicOption as Option,
 *   APIApplicationCommandAutocompleteInteraction,
 *   APIAttachment,
 *   APIBaseInteraction,
 *   APIChatInputApplicationCommandInteraction,
 *   APIInteraction,
 *   APIInteractionResponseCallbackData,
 *   APIMessage,
 *   APIMessageApplicationCommandInteraction,
 *   APIMessageComponent,
 *   APIMessageComponentButtonInteraction,
 *   APIMessageComponentSelectMenuInteraction,
 *   APIModalSubmissionComponent,
 *   APIModalSubmitInteraction,
 *   APIUser,
 *   ChannelType,
 *   InteractionType,
 *   GuildFeature,
 *   Locale,
 * } from "discord-api-types/v10"
 */

/**
 * The properties that the interactions of a channel have in common.
 *
 * @typedef {APIBaseInteraction<InteractionType, never>} Interaction
 * @typedef {Omit<Interaction, "type" | "data" | "message" | "channel" | "channel_id">} WithoutChannel
 * @typedef {WithoutChannel & Required<Pick<Interaction, "channel" | "channel_id">>} CommonProperties
 */

/**
 * A registered command.
 *
 * @typedef {{ readonly id: string, readonly name: string }} RegisteredCommand
 */

const APPLICATION_ID = "100000000000000001";
const GUILD_ID = "100000000000000002";
/** The only channel of the page. */
export const CHANNEL_ID = "100000000000000003";
// Those of a member who manages the server and its events.
const PERMISSIONS = "2248482055769697";
const DISCORD_EPOCH = 1_420_070_400_000n;
const COMMUNITY = /** @type {GuildFeature.Community} */ ("COMMUNITY");
/** What Discord says of the channel where a user has chosen it. */
const CHOSEN = {
  channels: {
    [CHANNEL_ID]: {
      id: CHANNEL_ID,
      name: "study-group",
      type: /** @type {ChannelType.GuildText} */ (0),
      permissions: PERMISSIONS,
      app_permissions: PERMISSIONS,
    },
  },
};

/**
 * The names of the channels, by their ids, each after a `#`.
 *
 * @type {Map<string, string>}
 */
export const channelNames = new Map([[CHANNEL_ID, `#${CHOSEN.channels[CHANNEL_ID].name}`]]);

/** Returns the name of the page’s channel, after a `#`. */
export function ownChannelName() {
  return channelNames.get(CHANNEL_ID) ?? "#";
}

/** The language of the user and of the server, as Discord names it. */
// For the compiler, a string is never a member of an enumeration.
let locale = /** @type {Locale} */ ("en-US");

/** The user of the page. */
export const READER = user("200000000000000001", "you", "You");

/**
 * Sets the language of the user and of the server, and the names of the user and of the channel in it.
 *
 * @param {string} language
 * @param {string} reader
 * @param {string} channel
 */
export function speak(language, reader, channel) {
  locale = /** @type {Locale} */ (language === "en" ? "en-US" : language);
  READER.global_name = reader;
  CHOSEN.channels[CHANNEL_ID].name = channel;
  channelNames.set(CHANNEL_ID, `#${channel}`);
}

/** The bot. */
export const IBID = { ...user(APPLICATION_ID, "ibid", "Ibid"), bot: true };

/** By how many milliseconds the clock of the page is ahead of this machine’s. */
let ahead = 0;

/**
 * The time zone of the clock: this machine’s if the page has none.
 *
 * @type {string | undefined}
 */
let zone;

/**
 * Sets the clock of the page, and the time zone by which it goes.
 *
 * @param {{ now: number, zone: string }} clock
 */
export function setClock(clock) {
  ahead = clock.now - Date.now();
  zone = clock.zone;
}

/**
 * Returns a time of day as the clock of the page shows it.
 *
 * @param {Date} date
 */
export function timeOfDay(date) {
  return date.toLocaleTimeString([], { hour: "numeric", minute: "2-digit", timeZone: zone });
}

/** Returns the moment that the clock of the page shows, in milliseconds since 1970. */
export function present() {
  return Date.now() + ahead;
}

let last = 0n;

/**
 * Returns a new id.
 *
 * @returns {string}
 */
export function snowflake() {
  last = (last + 1n) % 4096n;
  return String(((BigInt(present()) - DISCORD_EPOCH) << 22n) | last);
}

/**
 * The interaction of a slash command.
 *
 * @param {RegisteredCommand} command
 * @param {Option[]} options
 * @returns {APIChatInputApplicationCommandInteraction}
 */
export function slashCommand({ id, name }, options) {
  const [first = "", second] = name.split(" ");
  return {
    ...commonProperties(),
    type: APPLICATION_COMMAND,
    data: {
      ...{ id, name: first, type: CHAT_INPUT },
      options: second === undefined ? options : [{ type: SUBCOMMAND, name: second, options }],
      ...(options.some(({ type }) => type === CHANNEL) && { resolved: CHOSEN }),
    },
  };
}

/**
 * The autocomplete interaction while the option that is `focused` is being typed.
 *
 * @param {RegisteredCommand} command
 * @param {Option<InteractionType.ApplicationCommandAutocomplete>[]} options
 * @returns {APIApplicationCommandAutocompleteInteraction}
 */
export function autocomplete({ id, name }, options) {
  const [first = "", second] = name.split(" ");
  return {
    ...commonProperties(),
    type: AUTOCOMPLETE,
    data: {
      ...{ id, name: first, type: CHAT_INPUT },
      options: second === undefined ? options : [{ type: SUBCOMMAND, name: second, options }],
    },
  };
}

/**
 * The interaction of a message command on a message.
 *
 * @param {RegisteredCommand} command
 * @param {APIMessage} message
 * @returns {APIMessageApplicationCommandInteraction}
 */
export function messageCommand({ id, name }, message) {
  return {
    ...commonProperties(),
    type: APPLICATION_COMMAND,
    data: {
      id,
      name,
      type: MESSAGE_COMMAND,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    },
  };
}

/**
 * The interaction of a click on the button `custom_id` of a message.
 *
 * @param {APIMessage} message
 * @param {string} custom_id
 * @returns {APIMessageComponentButtonInteraction}
 */
export function buttonInteraction(message, custom_id) {
  return {
    ...commonProperties(),
    type: MESSAGE_COMPONENT,
    message,
    data: { component_type: BUTTON, custom_id },
  };
}

/**
 * The interaction of a choice in the select menu `custom_id` of a message.
 *
 * @param {APIMessage} message
 * @param {string} custom_id
 * @param {string[]} values
 * @returns {APIMessageComponentSelectMenuInteraction}
 */
export function selectInteraction(message, custom_id, values) {
  return {
    ...commonProperties(),
    type: MESSAGE_COMPONENT,
    message,
    data: { component_type: STRING_SELECT, custom_id, values },
  };
}

/**
 * The interaction of submitting the form `custom_id`, which a command opened, or a component of a message.
 *
 * @param {string} custom_id
 * @param {APIModalSubmissionComponent[]} components
 * @param {APIMessage} [message]
 * @returns {APIModalSubmitInteraction}
 */
export function formSubmission(custom_id, components, message) {
  return {
    ...commonProperties(),
    ...(message && { message }),
    type: FORM_SUBMISSION,
    data: {
      ...{ custom_id, components },
      ...(components.some(choosesChannel) && { resolved: CHOSEN }),
    },
  };
}

/** @param {APIModalSubmissionComponent} field */
function choosesChannel(field) {
  return "component" in field && field.component.type === CHANNEL_SELECT;
}

/**
 * A message of the user.
 *
 * @param {string} content
 * @returns {APIMessage}
 */
export function userMessage(content) {
  return { ...blankMessage(READER), type: 0, content };
}

/**
 * Returns a file as Discord stores it.
 *
 * @param {File} file
 * @returns {APIAttachment}
 */
export function attachmentOf({ name, size }) {
  const id = snowflake();
  const url = `https://cdn.discordapp.com/attachments/${CHANNEL_ID}/${id}/${name}`;
  return { id, filename: name, size, url, proxy_url: url };
}

/**
 * The message that Discord posts for the response to an interaction.
 *
 * @param {APIInteractionResponseCallbackData} answer
 * @param {readonly APIAttachment[]} attachments
 * @param {APIInteraction} interaction
 * @returns {APIMessage}
 */
export function postedMessage(answer, attachments, interaction) {
  return {
    ...blankMessage(IBID),
    application_id: APPLICATION_ID,
    webhook_id: APPLICATION_ID,
    type: typeOf(interaction),
    flags: flagsOf(answer),
    ...messageContent(answer, attachments),
    interaction_metadata: {
      ...originOf(interaction),
      id: interaction.id,
      user: READER,
      authorizing_integration_owners: interaction.authorizing_integration_owners,
    },
  };
}

/**
 * A message that the bot has posted by itself.
 *
 * @param {{ readonly id: string, readonly at: number, readonly body: APIInteractionResponseCallbackData }} post
 * @param {readonly APIAttachment[]} attachments
 * @returns {APIMessage}
 */
export function botMessage({ id, at, body }, attachments) {
  return {
    ...blankMessage(IBID),
    id,
    timestamp: new Date(at).toISOString(),
    application_id: APPLICATION_ID,
    type: 0,
    flags: flagsOf(body),
    ...messageContent(body, attachments),
  };
}

/**
 * Returns a message after an update. It stays ephemeral or public.
 *
 * @param {APIMessage} message
 * @param {APIInteractionResponseCallbackData} answer
 * @param {readonly APIAttachment[]} attachments
 * @returns {APIMessage}
 */
export function updatedMessage(message, answer, attachments) {
  return {
    ...message,
    ...messageContent(answer, attachments),
    flags: flagsOf(answer) | (flagsOf(message) & EPHEMERAL),
    edited_timestamp: new Date(present()).toISOString(),
  };
}

/** @param {APIMessage} message */
export function isEphemeral(message) {
  return (flagsOf(message) & EPHEMERAL) !== 0;
}

/**
 * @param {{ flags?: number | undefined }} message
 * @returns {number}
 */
function flagsOf({ flags = 0 }) {
  return flags;
}

/** @returns {CommonProperties} */
function commonProperties() {
  const id = snowflake();
  return {
    id,
    application_id: APPLICATION_ID,
    token: `token-of-${id}`,
    version: 1,
    locale,
    app_permissions: PERMISSIONS,
    entitlements: [],
    attachment_size_limit: 10 * 1024 ** 2,
    channel_id: CHANNEL_ID,
    channel: { id: CHANNEL_ID, type: 0 },
    context: 0,
    guild_id: GUILD_ID,
    // Only a community has a language of its own.
    guild: { id: GUILD_ID, features: [COMMUNITY], locale },
    guild_locale: locale,
    member: {
      user: READER,
      permissions: PERMISSIONS,
      flags: 2,
      roles: [],
      joined_at: "2025-01-02T03:04:05.678000+00:00",
      deaf: false,
      mute: false,
    },
    authorizing_integration_owners: { 0: GUILD_ID },
  };
}

/**
 * @param {string} id
 * @param {string} username
 * @param {string} global_name
 * @returns {APIUser}
 */
function user(id, username, global_name) {
  return { id, username, discriminator: "0", global_name, avatar: null };
}

/** @param {APIUser} author */
function blankMessage(author) {
  return {
    id: snowflake(),
    channel_id: CHANNEL_ID,
    author,
    timestamp: new Date(present()).toISOString(),
    edited_timestamp: null,
    content: "",
    components: [],
    attachments: [],
    embeds: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
  };
}

/**
 * Returns the type of the message that answers a command, a message command or a component.
 *
 * @param {APIInteraction} interaction
 */
function typeOf({ type, data }) {
  if (type === MESSAGE_COMPONENT) return 19;
  return data !== undefined && "target_id" in data ? 23 : 20;
}

/** @param {APIInteraction} interaction */
function originOf({ type, data, message }) {
  if (type === MESSAGE_COMPONENT) return { type, interacted_message_id: message.id };
  const command = /** @type {const} */ ({ type: APPLICATION_COMMAND });
  return data !== undefined && "target_id" in data
    ? { ...command, target_message_id: data.target_id }
    : command;
}

/**
 * @param {APIInteractionResponseCallbackData} answer
 * @param {readonly APIAttachment[]} attachments
 */
function messageContent({ content = "", components = [], embeds = [] }, attachments) {
  const json = JSON.stringify(components);
  const nextId = unusedIds(components);
  return {
    content,
    embeds,
    components: components.map((component) => asReceived(component, nextId, attachments)),
    // Discord does not list the files that components show.
    attachments: attachments.filter(({ filename }) => !json.includes(`attachment://${filename}`)),
  };
}

/**
 * Returns a component as Discord sends it back: with ids, and with the URLs of files.
 *
 * @template {APIMessageComponent} C
 * @param {C} component
 * @param {() => number} nextId
 * @param {readonly APIAttachment[]} attachments
 * @returns {C}
 */
function asReceived(component, nextId, attachments) {
  /** @type {<D extends APIMessageComponent>(part: D) => D} */
  const inner = (part) => asReceived(part, nextId, attachments);
  return {
    ...component,
    id: component.id || nextId(),
    ...("components" in component && { components: component.components.map(inner) }),
    ...("accessory" in component && { accessory: inner(component.accessory) }),
    ...(component.type === FILE && fileOf(component.file.url, attachments)),
  };
}

/**
 * @param {string} url
 * @param {readonly APIAttachment[]} attachments
 */
function fileOf(url, attachments) {
  const found = attachments.find(({ filename }) => url === `attachment://${filename}`);
  return found
    ? { file: { url: found.url }, name: found.filename, size: found.size }
    : { file: { url } };
}

/**
 * Returns a counter from 1 that skips the ids set by the bot.
 *
 * @param {readonly APIMessageComponent[]} components
 */
function unusedIds(components) {
  const used = new Set(components.flatMap(idsIn));
  let id = 0;
  return () => {
    do id += 1;
    while (used.has(id));
    return id;
  };
}

/**
 * @param {APIMessageComponent} component
 * @returns {(number | undefined)[]}
 */
function idsIn(component) {
  const inside = "components" in component ? component.components.flatMap(idsIn) : [];
  const beside = "accessory" in component ? [component.accessory.id] : [];
  return [component.id, ...inside, ...beside];
}
