import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
} from "discord-api-types/v10";
import { english, type LabelKey, type Translate } from "../catalogue/catalogue.ts";
import type { Command, MessageCommand, Option } from "../command/types.ts";
import { PERMISSIONS } from "../keeping/permissions.ts";
import { availableLanguage, translationInto } from "../language/translation/catalogues.ts";
import {
  localCommandName,
  localMenuLabel,
  localOptionName,
} from "../language/translation/local-names.ts";

/** The types of channels in which a bot can post. */
export const CHANNEL_TYPES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
] as const;

/** Where commands are registered: globally, or in one server for development. */
export type Scope = "global" | "guild";

/** A slash command or message command, as Discord's registration endpoint expects it. */
export type Manifest = CommandManifest | MessageCommandManifest;

interface CommandManifest extends Availability, LocalizedTexts {
  readonly type: ApplicationCommandType.ChatInput;
  readonly options: (APIApplicationCommandBasicOption | APIApplicationCommandSubcommandOption)[];
  /** A sum of permissions that a user needs, unless a server has set another rule. */
  readonly default_member_permissions?: string;
}

interface MessageCommandManifest extends Availability, LocalizedName {
  readonly type: ApplicationCommandType.Message;
}

/** Where a command can be installed and used. */
interface Availability {
  readonly integration_types?: ApplicationIntegrationType[];
  readonly contexts?: InteractionContextType[];
}

/** A name in the languages in which it is another one. */
interface LocalizedName {
  readonly name: string;
  readonly name_localizations?: LocalizationMap;
}

/** The texts of a command or an option. */
interface LocalizedTexts extends LocalizedName {
  readonly description: string;
  readonly description_localizations?: LocalizationMap;
}

/**
 * Returns the manifests of all slash commands and message commands, to register in `scope`. `t` gives the descriptions for
 * languages that Ibid does not have. Names are the declared ones: Discord sends these, whatever a user sees.
 */
export function manifestsOf(
  commands: readonly Command[],
  scope: Scope,
  t: Translate = english,
): readonly Manifest[] {
  return [
    ...slashCommandManifests(commands, scope, t),
    ...commands.flatMap(({ name, messageCommand }) =>
      messageCommand === undefined ? [] : [messageCommandManifest(name, messageCommand, scope)],
    ),
  ];
}

/** Commands whose names share their first word are subcommands of one, which is as open as the most open of them. */
export function slashCommandManifests(
  commands: readonly Command[],
  scope: Scope,
  t: Translate = english,
): readonly CommandManifest[] {
  const manifests = new Map<string, CommandManifest>();
  for (const command of commands) {
    const [first = "", second] = command.name.split(" ");
    const options = optionManifests(command, t);
    const group = commands.filter(({ name }) => name.split(" ")[0] === first);
    const isGuarded = group.every(({ permission }) => permission !== undefined);
    const common = {
      type: ApplicationCommandType.ChatInput,
      ...availability(
        {
          ...(isGuarded && command.permission && { permission: command.permission }),
          ...(group.every(({ isForServers }) => isForServers) && { isForServers: true }),
        },
        scope,
      ),
    } as const;
    if (second === undefined) {
      const texts = localizedTexts(first, localCommandName, command.description, t);
      manifests.set(first, { ...common, ...texts, options });
      continue;
    }
    const type = ApplicationCommandOptionType.Subcommand;
    manifests.set(first, {
      ...common,
      ...localizedTexts(first, localCommandName, command.group ?? command.description, t),
      options: [
        ...(manifests.get(first)?.options ?? []),
        { type, ...localizedTexts(second, localCommandName, command.description, t), options },
      ],
    });
  }
  return [...manifests.values()];
}

function localizedTexts(
  name: string,
  localName: (name: string, t: Translate) => string,
  description: LabelKey,
  t: Translate,
): LocalizedTexts {
  const names = localizationsOf(name, (translation) => localName(name, translation));
  const text = t(description);
  const texts = localizationsOf(text, (translation) => translation(description));
  return {
    name,
    ...(names && { name_localizations: names }),
    description: text,
    ...(texts && { description_localizations: texts }),
  };
}

/**
 * Returns a text in the languages that Ibid has, under each of Discord’s locales for it, unless it is the same as
 * the `usual` one. Returns undefined if it is so in all of them.
 */
function localizationsOf(
  usual: string,
  textIn: (t: Translate) => string,
): LocalizationMap | undefined {
  const texts = Object.values(Locale).flatMap((locale) => {
    const translation = translationInto(availableLanguage(locale) ?? "");
    const text = translation === undefined ? usual : textIn(translation);
    return text === usual ? [] : [[locale, text] as const];
  });
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}

function optionManifests(
  { name, options }: Command,
  t: Translate,
): APIApplicationCommandBasicOption[] {
  return Object.entries(options)
    .filter(([, { hidden }]) => !hidden)
    .map(([key, option]) => optionManifest(name, key, option, t));
}

function messageCommandManifest(
  command: string,
  { label }: MessageCommand,
  scope: Scope,
): MessageCommandManifest {
  const labels = localizationsOf(label, (t) => localMenuLabel(command, label, t));
  return {
    type: ApplicationCommandType.Message,
    name: label,
    ...(labels && { name_localizations: labels }),
    ...availability({}, scope),
  };
}

function availability(
  { permission, isForServers }: Pick<Command, "permission" | "isForServers">,
  scope: Scope,
): Availability & Pick<CommandManifest, "default_member_permissions"> {
  const guard =
    permission === undefined ? {} : { default_member_permissions: String(PERMISSIONS[permission]) };
  // Discord does not store these for the commands of one server.
  if (scope === "guild") return guard;
  if (isForServers) {
    return {
      ...guard,
      integration_types: [ApplicationIntegrationType.GuildInstall],
      contexts: [InteractionContextType.Guild],
    };
  }
  return {
    ...guard,
    integration_types: [
      ApplicationIntegrationType.GuildInstall,
      ApplicationIntegrationType.UserInstall,
    ],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
  };
}

function optionManifest(
  command: string,
  name: string,
  option: Option<unknown>,
  t: Translate,
): APIApplicationCommandBasicOption {
  const { type, required, bounds, suggest } = option;
  const localNameOf = (key: string, translation: Translate) =>
    localOptionName(key, translation, command);
  const base = { ...localizedTexts(name, localNameOf, option.description, t), required };
  switch (type) {
    case "flag":
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case "channel":
      return {
        ...base,
        type: ApplicationCommandOptionType.Channel,
        channel_types: [...CHANNEL_TYPES],
      };
    case "integer":
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        ...(bounds && { min_value: bounds.min, max_value: bounds.max }),
      };
    case "text": {
      const lengths = bounds && { min_length: bounds.min, max_length: bounds.max };
      const string = { ...base, type: ApplicationCommandOptionType.String, ...lengths } as const;
      return suggest === undefined ? string : { ...string, autocomplete: true };
    }
  }
}
