import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelFlags,
  ChannelType,
  ComponentType,
  GuildFeature,
  InteractionType,
} from "discord-api-types/v10";
import * as v from "valibot";
import type { SubmittedValues } from "../command/form.ts";
import type { Result } from "../foundation/result.ts";
import { toWellFormed } from "../foundation/well-formed.ts";
import type { Asker, Place } from "../keeping/kept.ts";
import { missingPermissions } from "../keeping/permissions.ts";
import { MAX_SELECT_OPTIONS } from "./limits.ts";

// Payloads come from outside. Each is parsed once, by schemas of exactly what Ibid reads of it; the rest
// is dropped. The bounds are multiples of Discord's limits, which may rise.

export type Interaction = Ping | AnswerableInteraction;

/** Discord's check that the endpoint works. */
interface Ping {
  readonly kind: "ping";
}

/** An interaction to which a response can be addressed. */
export type AnswerableInteraction = Address & Content;

interface Address {
  readonly id: string;
  readonly token: string;
  /** The id of the user; undefined if the payload names none. */
  readonly userId: string | undefined;
  /** The id of the application; undefined if the payload names none. */
  readonly applicationId: string | undefined;
  readonly asker: Asker;
  /** Whether only choices can answer it. */
  readonly isAutocomplete: boolean;
}

type Content =
  | { readonly kind: "command"; readonly name: string; readonly options: OptionValues }
  | {
      readonly kind: "message-command";
      readonly name: string;
      /** Undefined if the payload does not contain the message. */
      readonly target: TargetMessage | undefined;
    }
  | {
      readonly kind: "autocomplete";
      readonly name: string;
      /** The option that is being typed; undefined if the payload marks none. */
      readonly focused: { readonly name: string; readonly typed: string } | undefined;
    }
  | {
      readonly kind: "component";
      /** That of the button, or of the chosen option. */
      readonly customId: string | undefined;
      readonly message: ComponentMessage;
    }
  | {
      readonly kind: "form";
      readonly customId: string;
      readonly values: SubmittedValues;
      /** The message whose component opened the form; undefined if a command did. */
      readonly message: ComponentMessage | undefined;
    }
  /** A kind that Ibid never asks for. */
  | { readonly kind: "unsupported" }
  /** Its other parts are not of the documented shape, or exceed a bound. */
  | {
      readonly kind: "malformed";
      /** The first such part, by the names in the schemas alone. */
      readonly path: string;
    };

type OptionValues = Readonly<Record<string, string | number | boolean | Place | undefined>>;

/** How many items a list may have. */
const MAX_ITEMS = 100;
/** How many fields a form may have: Discord's have at most five. */
const MAX_FIELDS = 10;
/** How deeply components may be nested: Discord nests them three deep. */
const MAX_DEPTH = 10;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max), v.transform(toWellFormed));
const NAME = text(1000);
const PROSE = text(20_000);
// Both become parts of a path.
const ID = v.pipe(v.string(), v.regex(/^\w{1,32}$/));
const TOKEN = v.pipe(v.string(), v.regex(/^[\w.=~+-]{1,1000}$/));

const listOf = <T extends v.GenericSchema>(item: T, max = MAX_ITEMS) =>
  v.nullish(v.pipe(v.array(item), v.maxLength(max)), []);

const USER = v.object({ id: ID });
const FLAGS = v.pipe(
  v.string(),
  v.regex(/^\d{1,40}$/),
  v.transform((digits) => BigInt(digits)),
);
const LOCALE = v.fallback(v.nullish(v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/))), undefined);
/** A sum of flags as decimal digits. Without it, a user has none of them. */
const PERMISSIONS = v.fallback(FLAGS, 0n);
/** The rights of the bot; absent if it is in no server. */
const BOT_PERMISSIONS = v.fallback(v.optional(FLAGS), undefined);
/** How many roles a member may have. A server has at most 250. */
const MAX_ROLES = 1000;
const ADDRESS = v.object({
  id: ID,
  token: TOKEN,
  type: v.enum(InteractionType),
  application_id: v.fallback(v.optional(ID), undefined),
  member: v.nullish(
    v.object({
      user: v.nullish(USER),
      permissions: PERMISSIONS,
      roles: v.fallback(listOf(ID, MAX_ROLES), []),
    }),
  ),
  user: v.nullish(USER),
  guild_id: v.fallback(v.nullish(ID), undefined),
  locale: LOCALE,
  guild_locale: LOCALE,
  guild: v.fallback(v.nullish(v.object({ features: v.array(NAME) })), undefined),
  app_permissions: BOT_PERMISSIONS,
  channel: v.fallback(
    v.nullish(
      v.object({
        id: ID,
        type: v.number(),
        parent_id: v.nullish(ID),
        flags: v.fallback(v.nullish(v.number()), undefined),
      }),
    ),
    undefined,
  ),
});

/** A channel that a user has chosen, with the rights there. */
const CHANNEL = v.object({
  id: ID,
  type: v.number(),
  permissions: PERMISSIONS,
  app_permissions: BOT_PERMISSIONS,
  flags: v.fallback(v.nullish(v.number()), undefined),
});

const TEXT_DISPLAY = v.object({
  type: v.literal(ComponentType.TextDisplay),
  id: v.optional(v.number()),
  content: PROSE,
});

/** A text display in a message. */
type TextDisplay = v.InferOutput<typeof TEXT_DISPLAY>;

/** Components of any type. The text displays remain, nested ones included, in order. */
const TEXT_DISPLAYS = textDisplaysWithin(MAX_DEPTH);

function textDisplaysWithin(depth: number): v.GenericSchema<unknown, readonly TextDisplay[]> {
  const inner = depth === 1 ? v.optional(v.never()) : textDisplaysWithin(depth - 1);
  const component = v.union([
    v.pipe(
      TEXT_DISPLAY,
      v.transform((display) => [display]),
    ),
    v.pipe(
      v.object({
        type: v.pipe(v.number(), v.notValue(ComponentType.TextDisplay)),
        components: inner,
      }),
      v.transform(({ components = [] }) => components),
    ),
  ]);
  return v.pipe(
    listOf(component),
    v.transform((displays) => displays.flat()),
  );
}

const EMBED = v.object({
  description: v.nullish(PROSE, ""),
  fields: listOf(v.object({ name: PROSE, value: PROSE })),
});
const FORWARDED_MESSAGE = v.object({
  content: v.nullish(PROSE, ""),
  components: TEXT_DISPLAYS,
  embeds: listOf(EMBED),
});
const TARGET_MESSAGE = v.pipe(
  v.object({
    ...FORWARDED_MESSAGE.entries,
    message_snapshots: listOf(v.object({ message: FORWARDED_MESSAGE })),
  }),
  v.check((message) => textLength(message) <= MAX_MESSAGE_TEXT),
);

/** How much text a message may have in all its parts: Discord's have at most some 6,000 characters each. */
const MAX_MESSAGE_TEXT = 50_000;

function textLength({
  message_snapshots,
  ...message
}: ForwardedMessage & {
  readonly message_snapshots: readonly { readonly message: ForwardedMessage }[];
}): number {
  return [message, ...message_snapshots.map((snapshot) => snapshot.message)]
    .flatMap(({ content, components, embeds }) => [
      content,
      ...components.map((display) => display.content),
      ...embeds.flatMap(({ description, fields }) => [
        description,
        ...fields.flatMap(({ name, value }) => [name, value]),
      ]),
    ])
    .reduce((sum, { length }) => sum + length, 0);
}

/** The copy of a message that another message forwards. */
export type ForwardedMessage = v.InferOutput<typeof FORWARDED_MESSAGE>;
/** The message on which a message command was used. */
export type TargetMessage = v.InferOutput<typeof TARGET_MESSAGE>;

/** Channels by their ids. Only those that an option or a field names are read. */
const RESOLVED_CHANNELS = v.nullish(
  v.object({ channels: v.nullish(v.record(v.string(), v.unknown())) }),
);

const OPTION = v.object({
  name: NAME,
  value: v.optional(v.union([PROSE, v.pipe(v.number(), v.finite()), v.boolean()])),
  focused: v.optional(v.boolean(), false),
  type: v.optional(v.number()),
});
const OPTION_OR_SUBCOMMAND = v.object({
  ...OPTION.entries,
  options: listOf(OPTION),
});
const COMMAND = v.object({
  type: v.optional(v.number()),
  name: NAME,
  options: listOf(OPTION_OR_SUBCOMMAND),
  resolved: RESOLVED_CHANNELS,
});
const MESSAGE_COMMAND = v.object({
  name: NAME,
  target_id: ID,
  // Only one of the messages is read.
  resolved: v.object({ messages: v.record(v.string(), v.unknown()) }),
});

const COMPONENT = v.object({
  component_type: v.optional(v.number()),
  custom_id: v.optional(NAME),
  values: listOf(NAME, MAX_SELECT_OPTIONS),
});
const COMPONENT_MESSAGE = v.object({
  id: v.fallback(v.optional(ID), undefined),
  flags: v.nullish(v.number(), 0),
  components: TEXT_DISPLAYS,
  interaction_metadata: v.nullish(v.object({ user: USER })),
});

/** A field of a form, in its label. Other components, such as texts, have no value. */
const LABELLED_FIELD = v.object({
  component: v.optional(
    v.object({
      type: v.optional(v.number()),
      custom_id: NAME,
      value: v.nullish(v.union([PROSE, v.boolean()]), ""),
      values: listOf(NAME, MAX_SELECT_OPTIONS),
    }),
  ),
});
const FORM = v.object({
  custom_id: NAME,
  components: listOf(LABELLED_FIELD, MAX_FIELDS),
  resolved: RESOLVED_CHANNELS,
});

/** The message whose component was used. */
export type ComponentMessage = v.InferOutput<typeof COMPONENT_MESSAGE>;

const PING = v.object({ type: v.literal(InteractionType.Ping) });
const PARTS = v.object({ data: v.optional(v.unknown()), message: v.optional(v.unknown()) });

/**
 * Parses the payload of an interaction. Returns an error if no response can be addressed to it. Never
 * throws, and no error contains a value.
 */
export function parseInteraction(payload: unknown): Result<Interaction, string> {
  if (v.is(PING, payload)) return { kind: "ping" };
  const addressed = parse("", ADDRESS, payload);
  if ("error" in addressed) return addressed;
  const { id, token, type, member, user, application_id: applicationId } = addressed.output;
  const isAutocomplete = type === InteractionType.ApplicationCommandAutocomplete;
  const userId = (member?.user ?? user)?.id;
  const asker = askerOf(addressed.output, userId);
  const address = { id, token, userId, applicationId, asker, isAutocomplete };
  const content = parseContent(type, payload);
  return "error" in content
    ? { ...address, kind: "malformed", path: content.error }
    : { ...address, ...content };
}

const THREADS: readonly number[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

function askerOf(
  {
    guild_id,
    channel,
    member,
    app_permissions,
    application_id,
    locale,
    guild,
    guild_locale: guildLocale,
  }: v.InferOutput<typeof ADDRESS>,
  user: string | undefined,
): Asker {
  const isThread = channel != null && THREADS.includes(channel.type);
  const permissions = member?.permissions ?? 0n;
  const place =
    guild_id && channel ? placeOf({ ...channel, permissions, app_permissions }) : undefined;
  return {
    user,
    channel: (isThread ? channel.parent_id : undefined) ?? channel?.id,
    server: guild_id ?? undefined,
    locale: locale ?? undefined,
    serverLocale: communityLocale(guild?.features ?? [], guildLocale ?? undefined),
    managesServer: missingPermissions(permissions, ["manage-server"]).length === 0,
    ...(application_id !== undefined && { application: application_id }),
    ...(place && { place, roles: member?.roles ?? [] }),
  };
}

/** Returns the language of a server. One that is no community cannot choose any, and reports en-US. */
export function communityLocale(
  features: readonly string[],
  locale: string | undefined,
): string | undefined {
  return features.includes(GuildFeature.Community) ? locale : undefined;
}

function placeOf({
  id,
  type,
  permissions,
  app_permissions: botPermissions,
  flags,
}: v.InferOutput<typeof CHANNEL>): Place {
  const requiresTag = ((flags ?? 0) & ChannelFlags.RequireTag) !== 0;
  return { id, kind: kindOf(type), userPermissions: permissions, botPermissions, requiresTag };
}

function kindOf(type: number): Place["kind"] {
  if (THREADS.includes(type)) return "thread";
  switch (type) {
    case ChannelType.GuildText:
      return "text";
    case ChannelType.GuildVoice:
      return "voice";
    case ChannelType.GuildAnnouncement:
      return "announcement";
    case ChannelType.GuildForum:
    case ChannelType.GuildMedia:
      return "forum";
    default:
      return "other";
  }
}

function parseContent(type: InteractionType, payload: unknown): Result<Content, string> {
  const parts = parse("", PARTS, payload);
  if ("error" in parts) return parts;
  const { data, message } = parts.output;
  switch (type) {
    case InteractionType.ApplicationCommand:
      return parseCommand(data);
    case InteractionType.ApplicationCommandAutocomplete:
      return parseAutocomplete(data);
    case InteractionType.MessageComponent:
      return parseComponent(data, message);
    case InteractionType.ModalSubmit:
      return parseForm(data, message);
    case InteractionType.Ping:
      return { kind: "unsupported" };
  }
}

function parseCommand(data: unknown): Result<Content, string> {
  const command = parse("data", COMMAND, data);
  if ("error" in command) return command;
  const { type } = command.output;
  if (type === ApplicationCommandType.Message) return parseMessageCommand(data);
  if (type !== ApplicationCommandType.ChatInput) return { kind: "unsupported" };
  const { name, options } = withoutSubcommand(command.output);
  const { resolved } = command.output;
  const values: Record<string, OptionValues[string]> = {};
  for (const option of options) {
    if (option.type !== ApplicationCommandOptionType.Channel) {
      values[option.name] = option.value;
      continue;
    }
    const channel = parseChannel(String(option.value), resolved);
    if (channel === undefined) continue;
    if ("error" in channel) return channel;
    values[option.name] = channel.output;
  }
  return { kind: "command", name, options: values };
}

/** Returns a channel that was chosen; undefined if Discord has not said what it is. */
function parseChannel(
  id: string,
  resolved: v.InferOutput<typeof RESOLVED_CHANNELS>,
): Result<{ readonly output: Place }, string> | undefined {
  const channels = resolved?.channels ?? {};
  if (!Object.hasOwn(channels, id)) return undefined;
  const channel = parse("data.resolved.channels", CHANNEL, channels[id]);
  return "error" in channel ? channel : { output: placeOf(channel.output) };
}

/** Returns the name of two words that stands for a subcommand, and its options. */
function withoutSubcommand({ name, options }: v.InferOutput<typeof COMMAND>): {
  readonly name: string;
  readonly options: readonly v.InferOutput<typeof OPTION>[];
} {
  const subcommand = options.find(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  return subcommand === undefined
    ? { name, options }
    : { name: `${name} ${subcommand.name}`, options: subcommand.options };
}

function parseMessageCommand(data: unknown): Result<Content, string> {
  const command = parse("data", MESSAGE_COMMAND, data);
  if ("error" in command) return command;
  const { name, target_id, resolved } = command.output;
  const { messages } = resolved;
  if (!Object.hasOwn(messages, target_id)) {
    return { kind: "message-command", name, target: undefined };
  }
  const target = parse("data.resolved.messages", TARGET_MESSAGE, messages[target_id]);
  return "error" in target ? target : { kind: "message-command", name, target: target.output };
}

function parseAutocomplete(data: unknown): Result<Content, string> {
  const command = parse("data", COMMAND, data);
  if ("error" in command) return command;
  const { name, options } = withoutSubcommand(command.output);
  const focused = options.find((option) => option.focused);
  const typed = focused?.value === undefined ? "" : String(focused.value);
  return { kind: "autocomplete", name, focused: focused && { name: focused.name, typed } };
}

function parseComponent(data: unknown, message: unknown): Result<Content, string> {
  const component = parse("data", COMPONENT, data);
  if ("error" in component) return component;
  const parent = parse("message", COMPONENT_MESSAGE, message);
  if ("error" in parent) return parent;
  const { component_type, custom_id, values } = component.output;
  const isSelect = component_type === ComponentType.StringSelect;
  const customId = isSelect ? values[0] : custom_id;
  return { kind: "component", customId, message: parent.output };
}

function parseForm(data: unknown, message: unknown): Result<Content, string> {
  const form = parse("data", FORM, data);
  if ("error" in form) return form;
  const parent = parse("message", v.nullish(COMPONENT_MESSAGE), message);
  if ("error" in parent) return parent;
  const { custom_id: customId, components, resolved } = form.output;
  const values: Record<string, SubmittedValues[string]> = {};
  for (const { component } of components) {
    if (component === undefined) continue;
    const { type, custom_id: name, value, values: chosen } = component;
    const text = chosen[0] ?? String(value);
    const channel = type === ComponentType.ChannelSelect ? parseChannel(text, resolved) : undefined;
    if (channel !== undefined && "error" in channel) return channel;
    values[name] = channel?.output ?? text;
  }
  return { kind: "form", customId, values, message: parent.output ?? undefined };
}

/** Parses a part of a payload. An error is the path of what is wrong, which begins with `path`. */
function parse<T>(
  path: string,
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
): Result<{ readonly output: T }, string> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return { output: result.output };
  const [issue] = result.issues;
  return { error: [path, v.getDotPath(issue) ?? ""].filter((part) => part !== "").join(".") };
}
