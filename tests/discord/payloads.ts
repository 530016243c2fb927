import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIAttachment,
  type APIBaseInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIComponentInLabel,
  type APIFileComponent,
  type APIInteractionDataResolved,
  type APIInteractionGuildMember,
  type APIInteractionResponse,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponent,
  type APIMessageComponentButtonInteraction,
  type APIMessageComponentSelectMenuInteraction,
  type APIModalSubmissionComponent,
  type APIModalSubmitInteraction,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  GuildMemberFlags,
  InteractionContextType,
  InteractionResponseType,
  InteractionType,
  Locale,
  MessageType,
  type ModalSubmitComponent,
} from "discord-api-types/v10";
import type { SentFile } from "./spec.ts";

/** The bot's response to an interaction. */
export interface Callback {
  readonly response: APIInteractionResponse;
  readonly files: readonly SentFile[];
}

/**
 * Where an interaction takes place: in a guild with the bot, in a direct message to the bot, or in a
 * group message in which one of the users has installed the bot for themselves.
 */
export type Where = "guild" | "dm" | "user-install";

/** A command's options as typed: strings, integers and booleans. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

export const APPLICATION_ID = "100000000000000001";
export const GUILD_ID = "100000000000000002";

export const ASKER: APIUser = user("200000000000000001", "asker");
export const OTHER: APIUser = user("200000000000000002", "other");
export const BOT: APIUser = { ...user(APPLICATION_ID, "ibid"), bot: true };

export const CHANNEL_IDS: Readonly<Record<Where, string>> = {
  guild: "100000000000000003",
  dm: "100000000000000004",
  "user-install": "100000000000000005",
};

let last = 300_000_000_000_000_000n;

/** Returns a new id. */
export function snowflake(): string {
  last += 1n;
  return String(last);
}

/** The interaction of a slash command that {@link ASKER} sent. */
export function slashCommand(
  name: string,
  options: OptionValues = {},
  where: Where = "guild",
): APIChatInputApplicationCommandInteraction {
  return {
    ...circumstances(where, ASKER),
    type: InteractionType.ApplicationCommand,
    data: {
      id: snowflake(),
      type: ApplicationCommandType.ChatInput,
      ...named(
        name,
        Object.entries(options).map(([option, value]) => optionOf(option, value)),
      ),
    },
  };
}

/** Returns the name and the options of a command: a name of two words is that of a subcommand. */
function named<T>(name: string, options: T[]) {
  const [first = "", second] = name.split(" ");
  const type: ApplicationCommandOptionType.Subcommand = ApplicationCommandOptionType.Subcommand;
  return second === undefined
    ? { name, options }
    : { name: first, options: [{ type, name: second, options }] };
}

/** The interaction of a message command that {@link ASKER} used on a message. */
export function messageCommand(
  label: string,
  message: APIMessage,
  where: Where = "guild",
): APIMessageApplicationCommandInteraction {
  return {
    ...circumstances(where, ASKER),
    type: InteractionType.ApplicationCommand,
    data: {
      id: snowflake(),
      name: label,
      type: ApplicationCommandType.Message,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    },
  };
}

/** A message by {@link OTHER}. */
export function userMessage(content: string, parts: Partial<APIMessage> = {}): APIMessage {
  return {
    id: snowflake(),
    channel_id: CHANNEL_IDS.guild,
    author: OTHER,
    type: MessageType.Default,
    timestamp: "2026-01-02T03:04:05.678000+00:00",
    edited_timestamp: null,
    content,
    components: [],
    attachments: [],
    embeds: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    ...parts,
  };
}

/** The autocomplete interaction while {@link ASKER} types the option `focused`. */
export function autocomplete(
  name: string,
  options: Readonly<Record<string, string | boolean>>,
  focused: string,
  where: Where = "guild",
): APIApplicationCommandAutocompleteInteraction {
  return {
    ...circumstances(where, ASKER),
    type: InteractionType.ApplicationCommandAutocomplete,
    data: {
      id: snowflake(),
      type: ApplicationCommandType.ChatInput,
      ...named(
        name,
        Object.entries({ [focused]: "", ...options }).map(([option, value]) => {
          if (typeof value === "boolean") return booleanOption(option, value);
          return { ...stringOption(option, value), ...(option === focused && { focused: true }) };
        }),
      ),
    },
  };
}

/** The interaction of a click on the button `custom_id` of `message`. */
export function buttonInteraction(
  custom_id: string,
  message: APIMessage,
  by: APIUser = ASKER,
): APIMessageComponentButtonInteraction {
  return {
    ...circumstances(whereOf(message), by),
    type: InteractionType.MessageComponent,
    message,
    data: { component_type: ComponentType.Button, custom_id },
  };
}

/** The interaction of a choice in the string select `custom_id` of `message`. */
export function selectInteraction(
  custom_id: string,
  values: readonly string[],
  message: APIMessage,
  by: APIUser = ASKER,
): APIMessageComponentSelectMenuInteraction {
  return {
    ...circumstances(whereOf(message), by),
    type: InteractionType.MessageComponent,
    message,
    data: { component_type: ComponentType.StringSelect, custom_id, values: [...values] },
  };
}

/**
 * The interaction of submitting the form that `callback` opens, with its values and those that the user changes. An
 * empty text empties a field. `message` is the one whose button opened it, and `channels` are those that are chosen.
 */
export function formSubmission(
  { response }: Callback,
  changes: Readonly<Record<string, string>>,
  {
    message,
    by = ASKER,
    channels,
  }: {
    readonly message?: APIMessage | undefined;
    readonly by?: APIUser;
    readonly channels?: APIInteractionDataResolved["channels"];
  } = {},
): APIModalSubmitInteraction {
  if (response.type !== InteractionResponseType.Modal) throw new Error("This is no form.");
  const { custom_id, components } = response.data;
  return {
    ...circumstances(message === undefined ? "guild" : whereOf(message), by),
    ...(message && { message }),
    type: InteractionType.ModalSubmit,
    data: {
      custom_id,
      components: components.flatMap((label): APIModalSubmissionComponent[] => {
        if (label.type !== ComponentType.Label) return [];
        const { component } = label;
        const value = changes[component.custom_id] ?? presentValue(component);
        return [{ type: ComponentType.Label, id: 1, component: submitted(component, value) }];
      }),
      ...(channels && { resolved: { channels } }),
    },
  };
}

/** Returns the value of a field of a form before anyone has changed it. */
export function presentValue(component: APIComponentInLabel): string {
  switch (component.type) {
    case ComponentType.TextInput:
      return component.value ?? "";
    case ComponentType.RadioGroup:
    case ComponentType.StringSelect:
      return component.options.find((option) => option.default)?.value ?? "";
    case ComponentType.ChannelSelect:
      return component.default_values?.[0]?.id ?? "";
    default:
      throw new Error(`No form of Ibid has a ${ComponentType[component.type]}.`);
  }
}

function submitted({ type, custom_id }: APIComponentInLabel, value: string): ModalSubmitComponent {
  const values = value === "" ? [] : [value];
  const id = 1;
  switch (type) {
    case ComponentType.TextInput:
      return { type, id, custom_id, value };
    case ComponentType.RadioGroup:
      return { type, id, custom_id, value: value === "" ? null : value };
    case ComponentType.StringSelect:
      return { type, id, custom_id, values };
    case ComponentType.ChannelSelect:
      return { type, id, custom_id, values };
    default:
      throw new Error(`No form of Ibid has a ${ComponentType[type]}.`);
  }
}

/** The message that Discord posts for the response to a slash command of `asker`. */
export function postedMessage(
  { response, files }: Callback,
  asker: APIUser,
  where: Where = "guild",
): APIMessage {
  if (
    response.type !== InteractionResponseType.ChannelMessageWithSource &&
    response.type !== InteractionResponseType.UpdateMessage
  ) {
    throw new Error(`${InteractionResponseType[response.type]} shows no message.`);
  }
  const { channel_id, authorizing_integration_owners } = circumstances(where, asker);
  const { components = [], content = "" } = response.data ?? {};
  const flags: number = response.data?.flags ?? 0;
  const attachments = files.map(attachmentOf);
  const json = JSON.stringify(components);
  const nextId = unusedIds(components);
  return {
    id: snowflake(),
    channel_id,
    author: BOT,
    application_id: APPLICATION_ID,
    webhook_id: APPLICATION_ID,
    type: MessageType.ChatInputCommand,
    timestamp: "2026-01-02T03:04:05.678000+00:00",
    edited_timestamp: null,
    content,
    flags,
    components: components.map((component) => asReceived(component, nextId, attachments)),
    // Discord does not list files that components show: discord/discord-api-docs#8279.
    attachments: attachments.filter(({ filename }) => !json.includes(`attachment://${filename}`)),
    embeds: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    interaction_metadata: {
      id: snowflake(),
      type: InteractionType.ApplicationCommand,
      user: asker,
      authorizing_integration_owners,
    },
  };
}

type Circumstances = Omit<APIBaseInteraction<InteractionType, never>, "type" | "data" | "message"> &
  Required<Pick<APIBaseInteraction<InteractionType, never>, "channel" | "channel_id">>;

function circumstances(where: Where, by: APIUser): Circumstances {
  const id = snowflake();
  const channel_id = CHANNEL_IDS[where];
  const common = {
    id,
    application_id: APPLICATION_ID,
    token: `token-of-${id}`,
    version: 1,
    locale: Locale.EnglishUS,
    app_permissions: "2248473465835073",
    entitlements: [],
    attachment_size_limit: 10 * 1024 ** 2,
    channel_id,
  } as const satisfies Partial<Circumstances>;
  switch (where) {
    case "guild":
      return {
        ...common,
        context: InteractionContextType.Guild,
        channel: { id: channel_id, type: ChannelType.GuildText },
        guild_id: GUILD_ID,
        guild: { id: GUILD_ID, features: [], locale: Locale.EnglishUS },
        guild_locale: Locale.EnglishUS,
        member: memberOf(by),
        authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: GUILD_ID },
      };
    case "dm":
      return {
        ...common,
        context: InteractionContextType.BotDM,
        channel: { id: channel_id, type: ChannelType.DM },
        user: by,
        authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: "0" },
      };
    case "user-install":
      return {
        ...common,
        context: InteractionContextType.PrivateChannel,
        channel: { id: channel_id, type: ChannelType.GroupDM },
        user: by,
        authorizing_integration_owners: { [ApplicationIntegrationType.UserInstall]: by.id },
      };
  }
}

function whereOf({ channel_id }: APIMessage): Where {
  if (channel_id === CHANNEL_IDS.dm) return "dm";
  return channel_id === CHANNEL_IDS["user-install"] ? "user-install" : "guild";
}

function user(id: string, username: string): APIUser {
  return { id, username, discriminator: "0", global_name: username, avatar: null };
}

function memberOf(by: APIUser): APIInteractionGuildMember {
  return {
    user: by,
    permissions: "2248473465835073",
    flags: GuildMemberFlags.CompletedOnboarding,
    roles: [],
    joined_at: "2025-01-02T03:04:05.678000+00:00",
    deaf: false,
    mute: false,
  };
}

function optionOf(name: string, value: string | number | boolean) {
  if (typeof value === "string") return stringOption(name, value);
  if (typeof value === "boolean") return booleanOption(name, value);
  return { type: ApplicationCommandOptionType.Integer as const, name, value };
}

function stringOption(name: string, value: string) {
  return { type: ApplicationCommandOptionType.String as const, name, value };
}

function booleanOption(name: string, value: boolean) {
  return { type: ApplicationCommandOptionType.Boolean as const, name, value };
}

function attachmentOf({ name, bytes }: SentFile): APIAttachment {
  const id = snowflake();
  const url = `https://cdn.discordapp.com/attachments/${CHANNEL_IDS.guild}/${id}/${name}`;
  return { id, filename: name, size: bytes.length, url, proxy_url: url };
}

/** Returns a component as Discord sends it back: with ids, and with the URLs of files. */
function asReceived<C extends APIMessageComponent>(
  component: C,
  nextId: () => number,
  attachments: readonly APIAttachment[],
): C {
  const inner = <D extends APIMessageComponent>(part: D) => asReceived(part, nextId, attachments);
  return {
    ...component,
    id: component.id || nextId(),
    ...("components" in component && { components: component.components.map(inner) }),
    ...("accessory" in component && { accessory: inner(component.accessory) }),
    ...(component.type === ComponentType.File && fileOf(component, attachments)),
  };
}

function fileOf({ file }: APIFileComponent, attachments: readonly APIAttachment[]) {
  const found = attachments.find(({ filename }) => file.url === `attachment://${filename}`);
  return found ? { file: { url: found.url }, name: found.filename, size: found.size } : { file };
}

/** Returns a counter from 1 that skips the ids set by the bot. */
function unusedIds(components: readonly APIMessageComponent[]): () => number {
  const used = new Set(components.flatMap(idsIn));
  let id = 0;
  return () => {
    do id += 1;
    while (used.has(id));
    return id;
  };
}

function idsIn(component: APIMessageComponent): (number | undefined)[] {
  const inside = "components" in component ? component.components.flatMap(idsIn) : [];
  const beside = "accessory" in component ? [component.accessory.id] : [];
  return [component.id, ...inside, ...beside];
}
