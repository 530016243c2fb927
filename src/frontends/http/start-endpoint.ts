import type { Logger } from "pino";
import type { Bot } from "../../command/bot.ts";
import type { Command } from "../../command/types.ts";
import type { DiscordConfig, EndpointConfig } from "../../config.ts";
import type { Result } from "../../foundation/result.ts";
import type { Follow } from "../../loading/hot-reload.ts";
import type { Library } from "../../search/library.ts";
import { logReload } from "../reload-messages.ts";
import { createDelivery } from "./callback.ts";
import { createEndpoint } from "./endpoint.ts";
import { type HttpServer, listen } from "./http-server.ts";
import { createMetrics } from "./metrics.ts";

/** A bot and the library from which it answers, or sentences that tell why there is none. */
export type OpenedBot = Result<Answering, readonly string[]>;

interface Answering {
  readonly bot: Bot;
  readonly library: Library;
  /** Absent: the library stays. */
  readonly follow?: Follow;
}

interface Serving extends EndpointConfig {
  readonly port?: number | undefined;
  readonly hostname?: string;
  /** Absent: the commands stay registered as they are. */
  readonly discord?: DiscordConfig | undefined;
  readonly commands: readonly Command[];
  readonly log: Logger;
}

const DEFAULT_PORT = 3000;
const API = "https://discord.com/api";

/**
 * Serves Discord’s interactions by HTTP, with the bot that `open` brings. It listens before that, so that whoever
 * sends requests here learns from `/readyz` when to begin. Resolves with sentences when it cannot.
 */
export async function startEndpoint(
  open: () => Promise<OpenedBot>,
  {
    publicKey,
    showsMetrics,
    api = API,
    port = DEFAULT_PORT,
    hostname,
    discord,
    commands,
    log,
  }: Serving,
): Promise<Result<HttpServer, readonly string[]>> {
  const metrics = showsMetrics ? createMetrics(commands) : undefined;
  const endpoint = createEndpoint({ publicKey, deliver: createDelivery(api), log, metrics });
  const server = await listen(endpoint.app, { port, ...(hostname !== undefined && { hostname }) });
  if ("error" in server) return { error: [server.error] };
  log.info({ port: server.port }, "Listening, and reading the corpus.");

  async function begin(): Promise<readonly string[]> {
    const opened = await open();
    if ("error" in opened) return opened.error;
    metrics?.opened(opened.library);
    endpoint.open(opened.bot);
    opened.follow?.((news) => {
      if (news.kind !== "unwatched") metrics?.reloaded(news);
      logReload(log, news);
    });
    if (discord === undefined) return [];
    // Loaded only when needed: answering does without discord.js.
    const { registerWithToken: registerByToken } = await import("../registration.ts");
    const problem = await registerByToken(discord, commands);
    return problem === undefined ? [] : [problem];
  }

  const problems = await begin();
  if (problems.length > 0) {
    await server.close();
    return { error: problems };
  }
  log.info({ port: server.port, commands: commands.length }, "Answering Discord’s interactions.");
  return server;
}
