import { isDeepStrictEqual } from "node:util";
import { REST, Routes } from "discord.js";
import * as v from "valibot";
import type { Command } from "../command/types.ts";
import type { DiscordConfig } from "../config.ts";
import { type Manifest, manifestsOf } from "../discord/manifest.ts";
import { describeStartupError } from "./startup-error.ts";

/** Whose commands are registered, and how Discord is reached. */
interface Application {
  readonly id: string;
  readonly rest: REST;
  /** The ids of the servers where it may be. */
  readonly guilds: readonly string[];
}

const IDENTIFIED = v.looseObject({ id: v.string() });
const REGISTERED = v.array(v.looseObject({ name: v.string(), type: v.number() }));
type Registered = v.InferOutput<typeof REGISTERED>;

/** Registers the commands of whoever has this token. Resolves with a sentence when Discord does not let it. */
export async function registerWithToken(
  { token, guildId, api }: DiscordConfig,
  commands: readonly Command[],
): Promise<string | undefined> {
  const rest = new REST({ ...(api !== undefined && { api }) }).setToken(token);
  try {
    const { id } = v.parse(IDENTIFIED, await rest.get(Routes.currentApplication()));
    const guilds = v.parse(v.array(IDENTIFIED), await rest.get(Routes.userGuilds()));
    await register({ id, rest, guilds: guilds.map((guild) => guild.id) }, commands, guildId);
    return undefined;
  } catch (error) {
    return describeStartupError(error, api, guildId);
  }
}

/**
 * Registers the commands where they belong, if Discord has others there, and takes them away where
 * they would show a second time: everywhere, or in the server `guildId` alone.
 */
export async function register(
  { id, rest, guilds }: Application,
  commands: readonly Command[],
  guildId: string | undefined,
): Promise<void> {
  const everywhere = Routes.applicationCommands(id);
  const within = (guild: string) => Routes.applicationGuildCommands(id, guild);
  const registered = async (route: typeof everywhere) => v.parse(REGISTERED, await rest.get(route));

  const home = guildId === undefined ? everywhere : within(guildId);
  const manifests = manifestsOf(commands, guildId === undefined ? "global" : "guild");
  if (!sameCommands(await registered(home), manifests)) await rest.put(home, { body: manifests });

  if (guildId !== undefined) {
    if ((await registered(everywhere)).length > 0) await rest.put(everywhere, { body: [] });
    return;
  }
  for (const guild of guilds) {
    // A server that grants no commands of its own has none to take away.
    const own = await registered(within(guild)).catch(() => []);
    if (own.length > 0) await rest.put(within(guild), { body: [] });
  }
}

function sameCommands(registered: Registered, manifests: readonly Manifest[]): boolean {
  const isRegistered = (manifest: Manifest) =>
    registered.some(
      (command) =>
        command.name === manifest.name &&
        command.type === manifest.type &&
        matchesManifest(command, { ...manifest, default_member_permissions: null, nsfw: false }),
    );
  return registered.length === manifests.length && manifests.every(isRegistered);
}

/** Whether a registered command has all that is `wanted`. What else it has is of Discord’s making. */
function matchesManifest(command: Registered[number], wanted: object): boolean {
  const said = Object.fromEntries(Object.keys(wanted).map((key) => [key, command[key]]));
  return isDeepStrictEqual(normalizeJson(said), normalizeJson(wanted));
}

/** JSON as Discord keeps it: it gives back nothing that is false, null or empty. */
function normalizeJson(value: object): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      part === false || part === null || (Array.isArray(part) && part.length === 0)
        ? undefined
        : part,
    ),
  );
}
