import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateForumThreadRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from "discord-api-spec/zod";
import {
  type APIAllowedMentions,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type APIInteractionResponseCallbackData,
  type APIMessage,
  type APIMessageComponent,
  type APIModalInteractionResponseCallbackComponent,
  type APIStringSelectComponent,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  Locale,
  MessageFlags,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import * as z from "zod/mini";

z.config(z.locales.en());

/** A file of a multipart request. Its `id` is the n of `files[n]`. */
export interface SentFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** The message that an edit changes: the one whose component was used, or the original response. */
export type Edited = Pick<APIMessage, "flags" | "attachments" | "components">;

type Message = APIInteractionResponseCallbackData;
type Command = RESTPostAPIApplicationCommandsJSONBody;

interface Part {
  readonly component: APIMessageComponent;
  readonly at: string;
}

interface Button {
  readonly style: ButtonStyle;
  readonly custom_id?: string;
  readonly url?: string;
  readonly sku_id?: string;
  readonly label?: string;
  readonly emoji?: object;
}

type Localized = Readonly<Record<string, string | null | undefined>> | null | undefined;

/** The common properties of commands, options and choices. */
interface Entry {
  readonly name: string;
  readonly name_localizations?: Localized;
  readonly description?: string | undefined;
  readonly description_localizations?: Localized;
  readonly value?: string | number;
  readonly options?: readonly Entry[] | undefined;
  readonly choices?: readonly Entry[] | undefined;
}

const Callback = z.union([
  PongInteractionCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
]);

/** The types of responses, by Discord's numbers, that each type of interaction accepts. */
const ANSWERS: Readonly<Record<InteractionType, readonly InteractionResponseType[]>> = {
  [InteractionType.Ping]: [1],
  [InteractionType.ApplicationCommand]: [4, 5, 9],
  [InteractionType.MessageComponent]: [4, 5, 6, 7, 9],
  [InteractionType.ApplicationCommandAutocomplete]: [8],
  [InteractionType.ModalSubmit]: [4, 5, 6, 7],
};

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/**
 * Returns why Discord would refuse the callback `body`, each reason with its JSON path. With `asked`,
 * it must also be a response to that interaction; without, an edit may be ephemeral.
 */
export function problemsWithCallback(
  body: unknown,
  files: readonly SentFile[],
  asked?: APIInteraction,
): string[] {
  return problemsWith(body, Callback, function* (callback) {
    if (asked && !ANSWERS[asked.type].includes(callback.type)) {
      const [answer, question] = [
        InteractionResponseType[callback.type],
        InteractionType[asked.type],
      ];
      yield `type: ${answer} does not answer ${question}`;
    }
    switch (callback.type) {
      case InteractionResponseType.ChannelMessageWithSource:
        return yield* messageProblems(callback.data ?? {}, "data.", files);
      case InteractionResponseType.UpdateMessage:
        return yield* messageProblems(callback.data ?? {}, "data.", files, messageEditedBy(asked));
      case InteractionResponseType.ApplicationCommandAutocompleteResult:
        return yield* choiceProblems(callback.data.choices ?? [], "data.choices");
      case InteractionResponseType.Pong:
      case InteractionResponseType.DeferredChannelMessageWithSource:
      case InteractionResponseType.DeferredMessageUpdate:
        return;
      case InteractionResponseType.Modal:
        return yield* formProblems(callback.data.components);
    }
  });
}

/** Returns why Discord would refuse a follow-up message. */
export function problemsWithFollowUp(body: unknown, files: readonly SentFile[]): string[] {
  return problemsWith(body, IncomingWebhookRequestPartialSchema, (message) =>
    messageProblems(message, "", files),
  );
}

/** Returns why Discord would refuse a message that a bot posts. */
export function problemsWithMessage(body: unknown, files: readonly SentFile[]): string[] {
  return problemsWith(body, MessageCreateRequestSchema, (message) =>
    messageProblems(message, "", files),
  );
}

/** Returns why Discord would refuse a post in a forum. */
export function problemsWithForumPost(body: unknown, files: readonly SentFile[]): string[] {
  return problemsWith(body, CreateForumThreadRequestSchema, function* (post) {
    yield* threadNameProblems(post.name);
    yield* messageProblems(post.message, "message.", files);
  });
}

/** Returns why Discord would refuse to start a thread from a message. */
export function problemsWithThread(body: unknown): string[] {
  return problemsWith(body, CreateTextThreadWithMessageRequestSchema, ({ name }) =>
    threadNameProblems(name),
  );
}

function* threadNameProblems(name: string): Generator<string> {
  if (name.length < 1 || name.length > 100) yield `name: ${name.length} characters, 1 to 100`;
}

/** Returns why Discord would refuse an edit of `edited`. */
export function problemsWithEdit(
  body: unknown,
  files: readonly SentFile[],
  edited: Edited,
): string[] {
  return problemsWith(body, IncomingWebhookUpdateRequestPartialSchema, (message) =>
    messageProblems(message, "", files, edited),
  );
}

/** Returns why Discord would refuse to overwrite an application's commands with `body`. */
export function problemsWithCommands(body: unknown): string[] {
  const commands = Array.isArray(body) ? body.map(toSpecified) : body;
  return problemsWith(
    commands,
    z.array(ApplicationCommandUpdateRequestSchema),
    commandListProblems,
  );
}

/** Zod drops unknown keys, so a key that is missing from its output is unknown to Discord. */
function problemsWith<T>(
  body: unknown,
  schema: z.ZodMiniType<T>,
  limits: (value: T) => Iterable<string>,
): string[] {
  const { success, data, error } = z.safeParse(schema, body);
  if (!success) return error.issues.flatMap((issue) => [...describeIssue(issue, [])]);
  return [...unknownKeys(body, data, []), ...limits(data)];
}

function* unknownKeys(
  sent: unknown,
  known: unknown,
  path: readonly PropertyKey[],
): Generator<string> {
  if (!isObject(sent) || !isObject(known)) return;
  for (const [key, value] of Object.entries(sent)) {
    if (value === undefined) continue;
    const at = [...path, Array.isArray(sent) ? Number(key) : key];
    if (Object.hasOwn(known, key)) yield* unknownKeys(value, known[key], at);
    else yield `${formatPath(at)}: Discord knows no such key`;
  }
}

/** Describes the failure of a union by the member that was meant: the one with this `type`. */
function* describeIssue(issue: z.core.$ZodIssue, outer: readonly PropertyKey[]): Generator<string> {
  const path = [...outer, ...issue.path];
  if (issue.code !== "invalid_union") return yield `${formatPath(path)}: ${issue.message}`;
  const meant = issue.errors.filter((issues) => issues.every(isInside));
  const [closest] = meant.toSorted((one, other) => one.length - other.length);
  if (!closest) return yield `${formatPath(path)}: missing, or not of a type that may stand here`;
  for (const inner of closest) yield* describeIssue(inner, path);
}

function isInside({ path: [key] }: z.core.$ZodIssue): boolean {
  return key !== undefined && key !== "type";
}

function formatPath(path: readonly PropertyKey[]): string {
  return z.core.toDotPath(path) || "the body";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function messageEditedBy(asked: APIInteraction | undefined): Edited {
  if (asked?.type === InteractionType.MessageComponent) return asked.message;
  return { flags: MessageFlags.Ephemeral, attachments: [] };
}

function* messageProblems(
  message: Message,
  at: string,
  files: readonly SentFile[],
  edited?: Edited,
): Generator<string> {
  const parts = partsOf(message.components ?? [], `${at}components`);
  yield* mentionProblems(message.allowed_mentions, `${at}allowed_mentions`);
  yield* flagProblems(message.flags ?? 0, `${at}flags`, edited);
  yield* layoutProblems(message, at, parts, files);
  yield* componentListProblems(parts, `${at}components`);
  yield* fileProblems(message, at, parts, files, edited);
}

/** Returns what the schema of a form allows and Discord refuses. */
function* formProblems(
  components: readonly APIModalInteractionResponseCallbackComponent[],
): Generator<string> {
  if (components.length < 1 || components.length > 5) yield "data.components: 1 to 5";
  const seen = new Set<string>();
  for (const [index, label] of components.entries()) {
    const at = `data.components[${index}]`;
    if (label.type !== ComponentType.Label) {
      yield `${at}: a field needs a label`;
      continue;
    }
    const { component } = label;
    if (seen.has(component.custom_id)) yield `${at}: “${component.custom_id}” is not unique`;
    seen.add(component.custom_id);
    if (component.type === ComponentType.TextInput) {
      const { value = "", min_length = 0, max_length = 4000 } = component;
      if (value !== "" && (value.length < min_length || value.length > max_length))
        yield `${at}.component.value: ${value.length} characters`;
    }
    if (
      component.type === ComponentType.RadioGroup ||
      component.type === ComponentType.StringSelect
    ) {
      const chosen = component.options.filter((option) => option.default);
      if (chosen.length > 1) yield `${at}.component.options: more than one default`;
      const values = component.options.map(({ value }) => value);
      for (const value of duplicatesIn(values)) yield `${at}.component.options: “${value}” twice`;
    }
  }
}

function* mentionProblems(mentions: APIAllowedMentions | undefined, at: string): Generator<string> {
  if (mentions?.parse?.length !== 0) yield `${at}.parse: must be [], so that nobody is pinged`;
  if (mentions?.users?.length) yield `${at}.users: would ping`;
  if (mentions?.roles?.length) yield `${at}.roles: would ping`;
  if (mentions?.replied_user) yield `${at}.replied_user: would ping`;
}

function* flagProblems(flags: number, at: string, edited: Edited | undefined): Generator<string> {
  const { Ephemeral, IsComponentsV2, SuppressEmbeds, SuppressNotifications } = MessageFlags;
  // An edit may repeat that its message is ephemeral, but cannot make it so.
  const privacy = edited ? (edited.flags ?? 0) & Ephemeral : Ephemeral | SuppressNotifications;
  const excess = flags & ~(SuppressEmbeds | IsComponentsV2 | privacy);
  if (excess) yield `${at}: ${MessageFlags[excess] ?? excess} cannot be set here`;
}

function* layoutProblems(
  message: Message,
  at: string,
  parts: readonly Part[],
  files: readonly SentFile[],
): Generator<string> {
  const { content, embeds, poll } = message;
  if ((message.flags ?? 0) & MessageFlags.IsComponentsV2) {
    if (parts.length === 0) yield `${at}components: an empty message`;
    for (const [key, value] of Object.entries({ content, embeds, poll })) {
      if (value !== undefined) yield `${at}${key}: not beside Components V2`;
    }
    return;
  }
  if (!content && !embeds?.length && !poll && parts.length + files.length === 0) {
    yield `${at}content: an empty message`;
  }
  for (const part of parts) {
    if (!isLegacy(part.component)) yield `${part.at}: needs the Components V2 flag (1 << 15)`;
  }
}

/** Whether a message without the Components V2 flag may contain `component`. */
function isLegacy({ type }: APIMessageComponent): boolean {
  return type <= ComponentType.ChannelSelect;
}

function partsOf(components: readonly APIMessageComponent[], at: string): Part[] {
  return components.flatMap((component, index) => partsOfOne(component, `${at}[${index}]`));
}

function partsOfOne(component: APIMessageComponent, at: string): Part[] {
  const inside = "components" in component ? partsOf(component.components, `${at}.components`) : [];
  const beside =
    "accessory" in component ? [{ component: component.accessory, at: `${at}.accessory` }] : [];
  return [{ component, at }, ...inside, ...beside];
}

function* componentListProblems(parts: readonly Part[], all: string): Generator<string> {
  if (parts.length > 40) yield `${all}: ${parts.length} in total, at most 40`;
  const length = parts.reduce((sum, { component }) => sum + textOf(component).length, 0);
  if (length > 4000) yield `${all}: ${length} characters of text in total, at most 4000`;

  const seen = new Set<string>();
  for (const { component, at } of parts) {
    yield* componentProblems(component, at);
    for (const name of namesOf(component)) {
      if (seen.has(name)) yield `${at}: ${name} is not unique`;
      seen.add(name);
    }
  }
}

function textOf(component: APIMessageComponent): string {
  return component.type === ComponentType.TextDisplay ? component.content : "";
}

function namesOf(component: APIMessageComponent): string[] {
  const names = component.id ? [`id ${component.id}`] : [];
  if ("custom_id" in component && component.custom_id)
    names.push(`custom_id “${component.custom_id}”`);
  return names;
}

function* componentProblems(component: APIMessageComponent, at: string): Generator<string> {
  switch (component.type) {
    case ComponentType.TextDisplay:
      if (component.content.trim() === "") yield `${at}.content: empty text`;
      return;
    case ComponentType.Button:
      return yield* buttonProblems(component, at);
    case ComponentType.StringSelect:
      return yield* selectProblems(component, at);
    case ComponentType.ActionRow:
      if (component.components.length > 1 && component.components.some(isSelect)) {
        yield `${at}: a select menu stands alone in its row`;
      }
      return;
    case ComponentType.File:
      if (!isAttachment(component.file.url)) yield `${at}.file.url: must be attachment://…`;
      return;
    case ComponentType.ChannelSelect:
    case ComponentType.Container:
    case ComponentType.MediaGallery:
    case ComponentType.MentionableSelect:
    case ComponentType.RoleSelect:
    case ComponentType.Section:
    case ComponentType.Separator:
    case ComponentType.Thumbnail:
    case ComponentType.UserSelect:
      return;
  }
}

function isSelect({ type }: APIMessageComponent): boolean {
  return type !== ComponentType.Button;
}

function* buttonProblems(button: Button, at: string): Generator<string> {
  const target = targetOf(button.style);
  for (const key of ["custom_id", "url", "sku_id"] as const) {
    if (button[key] && key !== target)
      yield `${at}.${key}: not on a ${ButtonStyle[button.style]} button`;
  }
  if (!button[target]) yield `${at}.${target}: a ${ButtonStyle[button.style]} button needs it`;
  if (button.url && !/^https?:\/\//.test(button.url)) yield `${at}.url: must be http or https`;
  if (target !== "sku_id" && !button.label?.trim() && !button.emoji) {
    yield `${at}.label: a button needs a label or an emoji`;
  }
}

function targetOf(style: ButtonStyle): "custom_id" | "url" | "sku_id" {
  if (style === ButtonStyle.Link) return "url";
  return style === ButtonStyle.Premium ? "sku_id" : "custom_id";
}

function* selectProblems(select: APIStringSelectComponent, at: string): Generator<string> {
  const { options, min_values = 1, max_values = 1 } = select;
  const values = options.map(({ value }) => value);
  for (const value of duplicatesIn(values)) yield `${at}.options: value “${value}” is not unique`;
  if (min_values > max_values) yield `${at}.min_values: more than max_values`;
  if (max_values > options.length) yield `${at}.max_values: more than there are options`;
  const chosen = options.filter((option) => option.default).length;
  if (chosen > max_values) yield `${at}.options: more defaults than max_values`;
}

function* fileProblems(
  message: Message,
  at: string,
  parts: readonly Part[],
  files: readonly SentFile[],
  edited: Edited | undefined,
): Generator<string> {
  const listed = message.attachments?.map(({ id }) => String(id));
  const old = edited?.attachments ?? [];
  const kept = old.filter(({ id }) => listed?.includes(id) ?? true);
  // https://docs.discord.com/developers/resources/message: after an edit, a message has only the files
  // listed in `attachments`. Without it, callbacks and edits differ in which files they keep.
  const had = partsOf(edited?.components ?? [], "").flatMap(mediaOf).length + old.length;
  if (edited && listed === undefined && had + files.length > 0) {
    yield `${at}attachments: an edit where there are files must name those that stay`;
  }
  const ids = new Set([...files, ...old].map(({ id }) => id));
  const names = new Set([
    ...files.map(({ name }) => name),
    ...kept.map(({ filename }) => filename),
  ]);
  const media = parts.flatMap(mediaOf).filter(({ url }) => isAttachment(url));
  const shown = new Set(media.map(({ url }) => url.slice("attachment://".length)));

  if (files.length > 10) yield `files: ${files.length}, at most 10`;
  for (const id of listed ?? []) {
    if (!ids.has(id)) yield `${at}attachments: no file ${id} was sent`;
  }
  for (const { at: where, url } of media) {
    if (!names.has(url.slice("attachment://".length)))
      yield `${where}: no file of that name was sent`;
  }
  const isV2 = ((message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  for (const { filename } of kept) {
    if (isV2 && !shown.has(filename)) {
      yield `${at}attachments: “${filename}” stays and no component shows it`;
    }
  }
  for (const { id, name, bytes } of files) {
    const file = `files[${id}] “${name}”`;
    if (listed?.includes(id) === false) yield `${at}attachments: ${file} was sent and is not named`;
    if (bytes.length > 10 * 1024 ** 2) yield `${file}: larger than 10 MiB`;
    if (!/^[\w.-]+$/.test(name)) yield `${file}: Discord would rename it`;
    // Under Components V2, a file that no component shows is uploaded but never displayed.
    if (isV2 && !shown.has(name)) {
      yield `${file}: no component shows it`;
    }
  }
}

function mediaOf({ component, at }: Part): { readonly url: string; readonly at: string }[] {
  if (component.type === ComponentType.File) return [{ url: component.file.url, at: `${at}.file` }];
  if (component.type === ComponentType.Thumbnail) {
    return [{ url: component.media.url, at: `${at}.media` }];
  }
  if (component.type !== ComponentType.MediaGallery) return [];
  return component.items.map(({ media }, index) => ({
    url: media.url,
    at: `${at}.items[${index}]`,
  }));
}

function isAttachment(url: string): boolean {
  return url.startsWith("attachment://");
}

/** Removes what Discord documents but its spec lacks: `nsfw`, and permissions as a string. */
function toSpecified(command: unknown): unknown {
  if (!isObject(command)) return command;
  const { nsfw, default_member_permissions: permissions } = command;
  return {
    ...command,
    nsfw: typeof nsfw === "boolean" ? undefined : nsfw,
    default_member_permissions: typeof permissions === "string" ? Number(permissions) : permissions,
  };
}

/** The lowest limits that Discord's documentation has named over the years. */
const MAX_COMMANDS = [
  [ApplicationCommandType.ChatInput, 100],
  [ApplicationCommandType.User, 5],
  [ApplicationCommandType.Message, 5],
] as const;

function* commandListProblems(commands: readonly Command[]): Generator<string> {
  const names = commands.map(
    ({ type = ApplicationCommandType.ChatInput, name }) => `${type} ${name}`,
  );
  for (const name of duplicatesIn(names))
    yield `the body: two commands are called ${name.slice(2)}`;
  for (const [type, max] of MAX_COMMANDS) {
    const count = commands.filter((one) => (one.type ?? ApplicationCommandType.ChatInput) === type);
    if (count.length > max) yield `the body: ${count.length} of type ${type}, at most ${max}`;
  }
  for (const [index, command] of commands.entries()) yield* commandProblems(command, `[${index}]`);
}

function* commandProblems(command: Command, at: string): Generator<string> {
  yield* localeProblems(command, at);
  if (command.type && command.type !== ApplicationCommandType.ChatInput) {
    for (const key of ["description", "options"]) {
      if (key in command) yield `${at}.${key}: only slash commands have one`;
    }
    for (const spelling of spellingsOf(command.name, command.name_localizations)) {
      const isName = spelling === spelling.trim() && spelling !== "" && spelling.length <= 32;
      if (!isName) yield `${at}.name: “${spelling}” is no name for a menu`;
    }
    return;
  }
  yield* nameProblems(command, at);
  yield* optionListProblems(command.options ?? [], `${at}.options`);
  if (!command.description) yield `${at}.description: 1 to 100 characters`;
  if (sizeOf(command) > 8000) yield `${at}: ${sizeOf(command)} characters in total, at most 8000`;
}

function* localeProblems(entry: Entry, at: string): Generator<string> {
  const known: readonly string[] = Object.values(Locale);
  for (const key of ["name_localizations", "description_localizations"] as const) {
    const unknown = Object.keys(entry[key] ?? {}).filter((locale) => !known.includes(locale));
    for (const locale of unknown) yield `${at}.${key}.${locale}: not a locale of Discord's`;
  }
}

function* nameProblems({ name, name_localizations }: Entry, at: string): Generator<string> {
  for (const spelling of spellingsOf(name, name_localizations)) {
    if (NAME.test(spelling) && spelling === spelling.toLowerCase()) continue;
    yield `${at}.name: “${spelling}” is no name for a command or an option`;
  }
}

function* optionListProblems(
  options: readonly APIApplicationCommandOption[],
  at: string,
): Generator<string> {
  for (const name of duplicatesIn(options.map((option) => option.name)))
    yield `${at}: two are called ${name}`;
  if (options.some(isGroup) && !options.every(isGroup))
    yield `${at}: subcommands beside other options`;
  for (const [index, option] of options.entries()) {
    const previous = options[index - 1];
    if (option.required && previous && !previous.required) {
      yield `${at}[${index}].required: required options come first`;
    }
    yield* optionProblems(option, `${at}[${index}]`);
  }
}

function isGroup({ type }: APIApplicationCommandOption): boolean {
  return type <= ApplicationCommandOptionType.SubcommandGroup;
}

function* optionProblems(option: APIApplicationCommandOption, at: string): Generator<string> {
  yield* localeProblems(option, at);
  yield* nameProblems(option, at);
  if ("options" in option) yield* optionListProblems(option.options ?? [], `${at}.options`);
  if ("choices" in option) {
    const choices = option.choices ?? [];
    const names = choices.map(({ name }) => name);
    if (option.autocomplete && choices.length > 0) yield `${at}.choices: not beside autocomplete`;
    for (const name of duplicatesIn(names)) yield `${at}.choices: two are called ${name}`;
    yield* choiceProblems(choices, `${at}.choices`);
  }
}

function* choiceProblems(
  choices: readonly APIApplicationCommandOptionChoice[],
  at: string,
): Generator<string> {
  for (const [index, { value }] of choices.entries()) {
    if (typeof value === "string" && value.length > 100) {
      yield `${at}[${index}].value: ${value.length} characters, at most 100`;
    }
  }
}

/** Counts as Discord does: names, descriptions and values, each in its longest translation. */
function sizeOf(entry: Entry): number {
  const { name, name_localizations, description = "", description_localizations } = entry;
  const texts = [
    spellingsOf(name, name_localizations),
    spellingsOf(description, description_localizations),
    [String(entry.value ?? "")],
  ];
  const own = texts.map((spellings) => Math.max(...spellings.map(({ length }) => length)));
  const parts = [...(entry.options ?? []), ...(entry.choices ?? [])].map(sizeOf);
  return [...own, ...parts].reduce((sum, size) => sum + size, 0);
}

function spellingsOf(text: string, localized: Localized): string[] {
  return [
    text,
    ...Object.values(localized ?? {}).filter((spelling) => typeof spelling === "string"),
  ];
}

function duplicatesIn(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) < index);
}
