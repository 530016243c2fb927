import { DiscordAPIError, REST, Routes } from "discord.js";
import type { Logger } from "pino";
import * as v from "valibot";
import type { Translate } from "../catalogue/catalogue.ts";
import type { DiscordConfig } from "../config.ts";
import { communityLocale } from "../discord/interaction-payload.ts";
import type { KeptStore } from "../store/store.ts";
import { describeError } from "./handle-interaction.ts";
import { fetchApplicationId } from "./registration.ts";

/** A day, in milliseconds. */
const PAUSE = 24 * 60 * 60 * 1000;

const GUILD = v.object({ features: v.array(v.string()), preferred_locale: v.string() });

interface CheckOptions {
  readonly store: KeptStore;
  readonly t: Translate;
  readonly log: Logger;
  /** Ends the checks when it aborts. */
  readonly signal: AbortSignal;
}

/**
 * Asks Discord once a day which servers of the store it still lets Ibid into, so that what belongs to a
 * server is deleted thirty days after Ibid was removed. Absence alone deletes nothing at once. A community may have changed its
 * language, in which its schedules post.
 */
export function keepCheckingServers(config: DiscordConfig, options: CheckOptions): void {
  const { signal } = options;
  const check = () => void checkServers(config, options, Date.now());
  check();
  const timer = setInterval(check, PAUSE);
  timer.unref();
  signal.addEventListener("abort", () => clearInterval(timer), { once: true });
}

/** Returns what Discord says of a server; undefined if it does not say it to Ibid. */
async function fetchGuild(
  rest: REST,
  id: string,
): Promise<v.InferOutput<typeof GUILD> | undefined> {
  try {
    const guild = v.safeParse(GUILD, await rest.get(Routes.guild(id)));
    return guild.success ? guild.output : undefined;
  } catch {
    // The language is as it was last seen.
    return undefined;
  }
}

/** Checks every server of the store once. Never rejects: what fails is tried again a day later. */
export async function checkServers(
  { token, api }: DiscordConfig,
  { store, t, log, signal }: CheckOptions,
  now: number,
): Promise<void> {
  try {
    const servers = await store.servers();
    if (servers.length === 0) return;
    const rest = new REST({ ...(api !== undefined && { api }) }).setToken(token);
    const application = await fetchApplicationId(rest);
    const reachable: string[] = [];
    const unreachable: string[] = [];
    const locales = new Map<string, string | undefined>();
    for (const id of servers) {
      if (signal.aborted) return;
      try {
        await rest.get(Routes.applicationGuildCommands(application, id));
        reachable.push(id);
        const guild = await fetchGuild(rest, id);
        if (guild !== undefined) {
          locales.set(id, communityLocale(guild.features, guild.preferred_locale));
        }
      } catch (error) {
        const status = error instanceof DiscordAPIError ? error.status : undefined;
        if (status === 403 || status === 404) unreachable.push(id);
      }
    }
    const deleted = await store.noteReach({ reachable, unreachable, locales }, now);
    if (deleted.length > 0) {
      log.info({ servers: deleted }, t("log.servers-deleted"));
    }
  } catch (error) {
    log.warn(describeError(error), t("log.servers-unchecked"));
  }
}
