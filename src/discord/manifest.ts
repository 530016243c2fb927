import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from "discord-api-types/v10";
import type { Command, Option } from "../command/command.ts";

/** Where commands are registered: everywhere, or in one server for development. */
export type Scope = "global" | "guild";

/** A command as Discord's registration endpoint takes it. */
export interface Manifest {
  readonly type: ApplicationCommandType.ChatInput;
  readonly name: string;
  readonly description: string;
  readonly options: APIApplicationCommandBasicOption[];
  readonly integration_types?: ApplicationIntegrationType[];
  readonly contexts?: InteractionContextType[];
}

/** Describes a command the way Discord's registration endpoint wants it. */
export function manifestOf({ name, description, options }: Command, scope: Scope): Manifest {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description,
    options: Object.entries(options)
      .filter(([, { hidden }]) => !hidden)
      .map(([key, option]) => optionManifest(key, option)),
    // Discord keeps neither for a server's own commands.
    ...(scope === "global" && {
      integration_types: [
        ApplicationIntegrationType.GuildInstall,
        ApplicationIntegrationType.UserInstall,
      ],
      contexts: [
        InteractionContextType.Guild,
        InteractionContextType.BotDM,
        InteractionContextType.PrivateChannel,
      ],
    }),
  };
}

function optionManifest(name: string, option: Option<unknown>): APIApplicationCommandBasicOption {
  const { type, description, required, bounds, suggest } = option;
  const base = { name, description, required };
  switch (type) {
    case "flag":
      return { ...base, type: ApplicationCommandOptionType.Boolean };
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
