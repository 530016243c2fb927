import type { Logger } from "pino";
import type { Message, Translate } from "../../catalogue/catalogue.ts";
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
import type { KeptStore } from "../../store/store.ts";
import { createFindRights } from "../command-rules.ts";
import { createRequests } from "../discord-request.ts";
import { createOpenThread } from "../open-thread.ts";
import { logReload } from "../reload-messages.ts";
import type { Posting } from "../start-posting.ts";
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

/** Opens the bot, or returns messages that explain why there is none. */
export type OpenBot = () => Promise<Result<OpenedBot, readonly Message[]>>;

interface StartOptions extends EndpointConfig {
  readonly showsMetrics: boolean;
  readonly port?: number | undefined;
  readonly hostname?: string;
  /** Absent if the commands stay registered as they are. */
  readonly discord?: DiscordConfig | undefined;
  readonly commands: readonly Command[];
  /** Undefined if nothing is kept. */
  readonly store?: KeptStore | undefined;
  readonly t: Translate;
  readonly log: Logger;
  /** Ends the server when it aborts before the bot is open. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Serves Discord's interactions by HTTP. The server listens before the bot is open, so that a load
 * balancer learns from `/readyz` when to begin. Returns messages if it cannot start. Rejects if `signal`
 * aborts first.
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
    store,
    t,
    log,
    signal = new AbortController().signal,
  }: StartOptions,
): Promise<Result<HttpServer, readonly Message[]>> {
  let posting: Posting | undefined;
  const metrics = showsMetrics ? createMetrics(commands, t) : undefined;
  const send = discord && createRequests(discord.token, discord.api ?? DISCORD_API);
  const endpoint = createEndpoint({
    ...(send && {
      findRights: createFindRights(send, commands),
      openThread: createOpenThread(send),
    }),
    isClockWrong: () => posting?.isClockWrong() === true,
    publicKey,
    delivery: createDelivery(api),
    store,
    t,
    log,
    metrics,
  });
  const listening = await listen(endpoint.app, t, {
    port,
    ...(hostname !== undefined && { hostname }),
    onTooLarge: () => metrics?.countRejection(413),
  });
  if ("error" in listening) return { error: [listening.error] };
  const server: HttpServer = listening;
  log.info({ port: server.port }, t("log.listening"));

  const closing = new AbortController();
  const untilClosed = AbortSignal.any([signal, closing.signal]);

  async function close(): Promise<void> {
    closing.abort();
    await server.close();
    await endpoint.settle();
    await posting?.ended;
  }

  async function begin(): Promise<Failure<readonly Message[]> | undefined> {
    const opened = await openBot();
    if ("error" in opened) return opened;
    metrics?.setCorpus(opened.library);
    endpoint.setBot(opened.bot);
    opened.subscribe?.((event) => {
      if (event.kind !== "unwatched" && event.kind !== "saved") metrics?.countReload(event);
      logReload(log, t, event);
    });
    if (discord === undefined) return undefined;
    // Imported on demand: answering does not need discord.js.
    const { registerWithToken } = await import("../registration.ts");
    await registerWithToken(discord, opened.bot.commands, { t, log, signal: untilClosed });
    if (store !== undefined) {
      const { keepCheckingServers } = await import("../check-servers.ts");
      keepCheckingServers(discord, { store, t, log, signal: untilClosed });
      const { startPosting } = await import("../start-posting.ts");
      posting = startPosting(discord, {
        ...{ bot: opened.bot, store, t, log },
        signal: untilClosed,
      });
    }
    return undefined;
  }

  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  try {
    const failure = await Promise.race([aborted, begin()]);
    if (failure !== undefined) {
      await close();
      return failure;
    }
  } catch (error) {
    await close();
    throw error;
  }
  log.info({ port: server.port, commands: commands.length }, t("log.endpoint-ready"));
  return { port: server.port, close };
}
