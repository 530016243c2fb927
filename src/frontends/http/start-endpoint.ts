import type { Logger } from "pino";
import type { Bot } from "../../command/bot.ts";
import type { Command } from "../../command/types.ts";
import {
  DEFAULT_PORT,
  DISCORD_API,
  type DiscordConfig,
  type EndpointConfig,
} from "../../config.ts";
import type { Failure, Result } from "../../foundation/result.ts";
import type { Subscribe } from "../../loading/hot-reload.ts";
import type { Library } from "../../search/library.ts";
import { logReload } from "../reload-messages.ts";
import { createDelivery } from "./callback.ts";
import { createEndpoint } from "./endpoint.ts";
import { type HttpServer, listen } from "./http-server.ts";
import { createMetrics } from "./metrics.ts";

/** A bot and the library from which it answers. */
interface OpenedBot {
  readonly bot: Bot;
  readonly library: Library;
  /** Absent if the library is never reloaded. */
  readonly subscribe?: Subscribe;
}

/** Opens the bot, or returns sentences that explain why there is none. */
export type OpenBot = () => Promise<Result<OpenedBot, readonly string[]>>;

interface StartOptions extends EndpointConfig {
  readonly showsMetrics: boolean;
  readonly port?: number | undefined;
  readonly hostname?: string;
  /** Absent if the commands stay registered as they are. */
  readonly discord?: DiscordConfig | undefined;
  readonly commands: readonly Command[];
  readonly log: Logger;
}

/**
 * Serves Discord's interactions by HTTP. The server listens before the bot is open, so that a load
 * balancer learns from `/readyz` when to begin. Returns sentences if it cannot start.
 */
export async function startEndpoint(
  openBot: OpenBot,
  {
    publicKey,
    showsMetrics,
    api = DISCORD_API,
    port = DEFAULT_PORT,
    hostname,
    discord,
    commands,
    log,
  }: StartOptions,
): Promise<Result<HttpServer, readonly string[]>> {
  const metrics = showsMetrics ? createMetrics(commands) : undefined;
  const endpoint = createEndpoint({ publicKey, deliver: createDelivery(api), log, metrics });
  const server = await listen(endpoint.app, {
    port,
    ...(hostname !== undefined && { hostname }),
    onTooLarge: () => metrics?.countRejection(413),
  });
  if ("error" in server) return { error: [server.error] };
  log.info({ port: server.port }, "Listening, and reading the corpus.");

  async function begin(): Promise<Failure<readonly string[]> | undefined> {
    const opened = await openBot();
    if ("error" in opened) return opened;
    metrics?.setCorpus(opened.library);
    endpoint.setBot(opened.bot);
    opened.subscribe?.((event) => {
      if (event.kind !== "unwatched") metrics?.countReload(event);
      logReload(log, event);
    });
    if (discord === undefined) return undefined;
    // Imported on demand: answering does not need discord.js.
    const { registerWithToken } = await import("../registration.ts");
    const failure = await registerWithToken(discord, commands);
    return failure && { error: [failure.error] };
  }

  const failure = await begin();
  if (failure !== undefined) {
    await server.close();
    return failure;
  }
  log.info({ port: server.port, commands: commands.length }, "Answering Discord’s interactions.");
  return server;
}
