import { isDeepStrictEqual } from "node:util";
import { REST, Routes } from "discord.js";
import type { Logger } from "pino";
import * as v from "valibot";
import type { Translate } from "../catalogue/catalogue.ts";
import type { Command } from "../command/types.ts";
import type { DiscordConfig } from "../config.ts";
import { type Manifest, manifestsOf } from "../discord/manifest.ts";
import { describeError } from "./handle-interaction.ts";
import { retry } from "./retry.ts";
import { describeStartupError } from "./startup-error.ts";

/** The application whose commands are registered, and a client of Discord's REST API. */
interface Application {
  readonly id: string;
  readonly rest: REST;
  /** The ids of the servers that it may have joined. */
  readonly guilds: readonly string[];
}

const IDENTIFIED = v.looseObject({ id: v.string() });
const REGISTERED = v.array(v.looseObject({ name: v.string(), type: v.number() }));
type Registered = v.InferOutput<typeof REGISTERED>;

interface RegistrationOptions {
  readonly t: Translate;
  readonly log: Logger;
  /** Ends the attempts when it aborts. */
  readonly signal: AbortSignal;
  readonly guildId: string | undefined;
}

/** Registers commands for the application with this token, as `keepRegistering` does. */
export async function registerWithToken(
  { token, guildId, api }: DiscordConfig,
  commands: readonly Command[],
  options: Omit<RegistrationOptions, "guildId">,
): Promise<void> {
  const attempt = async () => {
    // A client forgets its token when Discord refuses it.
    const rest = new REST({ ...(api !== undefined && { api }) }).setToken(token);
    const id = await fetchApplicationId(rest);
    const guilds = v.parse(v.array(IDENTIFIED), await rest.get(Routes.userGuilds()));
    await register(
      { id, rest, guilds: guilds.map((guild) => guild.id) },
      commands,
      guildId,
      options.t,
    );
  };
  await keepRegistering(attempt, { ...options, guildId });
}

/**
 * Attempts a registration, and resolves after the first attempt. If that fails, it is logged and goes on
 * in the background: commands that were registered before work without it.
 */
export async function keepRegistering(
  attempt: () => Promise<void>,
  { t, log, signal, guildId }: RegistrationOptions,
): Promise<void> {
  await new Promise<void>((resolve) => {
    const onFirstFailure = (error: unknown) => {
      const reason = t.format(describeStartupError(error, guildId));
      log.warn(describeError(error), t("log.not-registered", { reason }));
      resolve();
    };
    retry(attempt, { signal, onFirstFailure }).then(
      () => {
        log.debug(t("log.registered"));
        resolve();
      },
      // It was aborted.
      () => resolve(),
    );
  });
}

/** Without it, Discord lists commands without their names and descriptions in other languages. */
const WITH_LOCALIZATIONS = new URLSearchParams({ with_localizations: "true" });

/** Returns the id of the application to which the token of `rest` belongs. */
export async function fetchApplicationId(rest: REST): Promise<string> {
  return v.parse(IDENTIFIED, await rest.get(Routes.currentApplication())).id;
}

/**
 * Registers commands globally, or only in the server `guildId`, unless Discord already has the same.
 * Removes them from the other scope, where they would appear a second time.
 */
export async function register(
  { id, rest, guilds }: Application,
  commands: readonly Command[],
  guildId: string | undefined,
  t: Translate,
): Promise<void> {
  const globalRoute = Routes.applicationCommands(id);
  const guildRoute = (guild: string) => Routes.applicationGuildCommands(id, guild);
  const registeredAt = async (route: typeof globalRoute) =>
    v.parse(REGISTERED, await rest.get(route, { query: WITH_LOCALIZATIONS }));

  const home = guildId === undefined ? globalRoute : guildRoute(guildId);
  const manifests = manifestsOf(commands, guildId === undefined ? "global" : "guild", t);
  if (!areSameCommands(await registeredAt(home), manifests)) {
    await rest.put(home, { body: manifests });
  }

  if (guildId !== undefined) {
    if ((await registeredAt(globalRoute)).length > 0) await rest.put(globalRoute, { body: [] });
    return;
  }
  for (const guild of guilds) {
    // A server that refuses to list its commands has none of ours.
    const own = await registeredAt(guildRoute(guild)).catch(() => []);
    if (own.length > 0) await rest.put(guildRoute(guild), { body: [] });
  }
}

function areSameCommands(registered: Registered, manifests: readonly Manifest[]): boolean {
  const isRegistered = (manifest: Manifest) =>
    registered.some(
      (command) =>
        command.name === manifest.name &&
        command.type === manifest.type &&
        matchesManifest(command, { default_member_permissions: null, ...manifest, nsfw: false }),
    );
  return registered.length === manifests.length && manifests.every(isRegistered);
}

/** Whether a registered command has all properties of a manifest. Discord adds others of its own. */
function matchesManifest(command: Registered[number], manifest: object): boolean {
  const compared = Object.fromEntries(Object.keys(manifest).map((key) => [key, command[key]]));
  return isDeepStrictEqual(normalizeJson(compared), normalizeJson(manifest));
}

/** Removes what Discord does not return of a command: properties that are false, null or empty. */
function normalizeJson(value: object): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      part === false || part === null || (Array.isArray(part) && part.length === 0)
        ? undefined
        : part,
    ),
  );
}
