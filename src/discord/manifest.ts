import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
} from "discord-api-types/v10";
import { english, type Translate } from "../catalogue/catalogue.ts";
import type { Command, MessageCommand, Option } from "../command/types.ts";
import { PERMISSIONS } from "../keeping/permissions.ts";

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

interface CommandManifest extends Availability {
  readonly type: ApplicationCommandType.ChatInput;
  readonly name: string;
  readonly description: string;
  readonly options: (APIApplicationCommandBasicOption | APIApplicationCommandSubcommandOption)[];
  /** A sum of permissions that a user needs, unless a server has set another rule. */
  readonly default_member_permissions?: string;
}

interface MessageCommandManifest extends Availability {
  readonly type: ApplicationCommandType.Message;
  readonly name: string;
}

/** Where a command can be installed and used. */
interface Availability {
  readonly integration_types?: ApplicationIntegrationType[];
  readonly contexts?: InteractionContextType[];
}

/** Returns the manifests of all slash commands and message commands, to register in `scope`. */
export function manifestsOf(
  commands: readonly Command[],
  scope: Scope,
  t: Translate = english,
): readonly Manifest[] {
  return [
    ...slashCommandManifests(commands, scope, t),
    ...commands.flatMap(({ messageCommand }) =>
      messageCommand === undefined ? [] : [messageCommandManifest(messageCommand, scope)],
    ),
  ];
}

/** Commands whose names share their first word are subcommands of one. */
export function slashCommandManifests(
  commands: readonly Command[],
  scope: Scope,
  t: Translate = english,
): readonly CommandManifest[] {
  const manifests = new Map<string, CommandManifest>();
  for (const command of commands) {
    const [first = "", second] = command.name.split(" ");
    const description = t(command.description);
    const options = optionManifests(command, t);
    const common = { type: ApplicationCommandType.ChatInput, name: first } as const;
    if (second === undefined) {
      manifests.set(first, { ...common, description, options, ...availability(command, scope) });
      continue;
    }
    const type = ApplicationCommandOptionType.Subcommand;
    manifests.set(first, {
      ...common,
      description: t(command.group ?? command.description),
      options: [
        ...(manifests.get(first)?.options ?? []),
        { type, name: second, description, options },
      ],
      ...availability(command, scope),
    });
  }
  return [...manifests.values()];
}

function optionManifests({ options }: Command, t: Translate): APIApplicationCommandBasicOption[] {
  return Object.entries(options)
    .filter(([, { hidden }]) => !hidden)
    .map(([key, option]) => optionManifest(key, option, t));
}

function messageCommandManifest({ label }: MessageCommand, scope: Scope): MessageCommandManifest {
  return { type: ApplicationCommandType.Message, name: label, ...availability({}, scope) };
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
  name: string,
  option: Option<unknown>,
  t: Translate,
): APIApplicationCommandBasicOption {
  const { type, required, bounds, suggest } = option;
  const base = { name, description: t(option.description), required };
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
