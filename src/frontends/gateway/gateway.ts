import { REST, RESTJSONErrorCodes } from "discord.js";
import type { Logger } from "pino";
import type { Message } from "../../catalogue/catalogue.ts";
import type { Bot } from "../../command/bot.ts";
import { DISCORD_API, type DiscordConfig } from "../../config.ts";
import { type AnswerableInteraction, parseInteraction } from "../../discord/interaction-payload.ts";
import type { Result } from "../../foundation/result.ts";
import { inviteUrl } from "../../keeping/permissions.ts";
import type { KeptStore } from "../../store/store.ts";
import { keepCheckingServers } from "../check-servers.ts";
import { createFindRights } from "../command-rules.ts";
import { createRequests } from "../discord-request.ts";
import { createInteractionHandler, describeError } from "../handle-interaction.ts";
import { createDelivery, DeliveryError } from "../http/callback.ts";
import type { Metrics } from "../http/metrics.ts";
import { createOpenThread } from "../open-thread.ts";
import { fetchApplicationId, keepRegistering, register } from "../registration.ts";
import { retry } from "../retry.ts";
import { type Posting, startPosting } from "../start-posting.ts";
import { describeStartupError, describeUnreachable, isFinalError } from "../startup-error.ts";
import { createShards } from "./shards.ts";

/** A bot's connection to Discord. */
export interface Gateway {
  /** Resolves with the reason when Discord closes the connection for good. */
  readonly lost: Promise<Message>;
  /** The link that adds the bot to a server. */
  readonly invite: string;
  /** Finishes the answers under way, and closes the connection. */
  close(): Promise<void>;
}

interface GatewayOptions {
  readonly log: Logger;
  /** Undefined if nothing is kept. */
  readonly store?: KeptStore | undefined;
  readonly metrics?: Metrics | undefined;
  readonly signal?: AbortSignal;
}

/**
 * Connects `bot` to Discord's gateway and registers its commands. Waits while Discord is out of reach.
 * Returns an error if Discord refuses. Rejects if `signal` aborts first.
 */
export async function startGateway(
  bot: Bot,
  { token, guildId, api = DISCORD_API }: DiscordConfig,
  { log, store, metrics, signal = new AbortController().signal }: GatewayOptions,
): Promise<Result<Gateway, Message>> {
  const { t } = bot;
  const rest = new REST({ api }).setToken(token);
  const shards = createShards({ token, rest, t, log, metrics, onInteraction: respondOnShard });
  const send = createRequests(token, api);
  const handler = createInteractionHandler(bot, {
    ...{ store, defers: true, openThread: createOpenThread(send) },
    findRights: createFindRights(send, bot.commands),
  });
  const { deliver, edit } = createDelivery(api);
  const answering = new Set<Promise<void>>();
  const closing = new AbortController();
  let posting: Posting | undefined;
  const untilClosed = AbortSignal.any([signal, closing.signal]);

  function respondOnShard(payload: unknown, shard: number): void {
    const shardLog = log.child({ shard });
    metrics?.countShardInteraction(shard);
    const interaction = parseInteraction(payload);
    if ("error" in interaction || interaction.kind === "ping") {
      shardLog.warn(t("log.unanswerable"));
      return;
    }
    const answer = respond(interaction, shardLog)
      .catch((error: unknown) => shardLog.warn(describeError(error), t("log.not-accepted")))
      .finally(() => answering.delete(answer));
    answering.add(answer);
  }

  async function respond(interaction: AnswerableInteraction, shardLog: Logger): Promise<void> {
    const start = performance.now();
    const { hasFailed, later, ...responded } = await handler.answer(interaction, shardLog);
    let isAnswered = false;
    try {
      await deliver(interaction, responded);
      isAnswered = !hasFailed;
      if (later === undefined) return;
      isAnswered = false;
      const answer = await later;
      await edit(interaction, answer);
      isAnswered = !answer.hasFailed;
    } catch (error) {
      if (!isInvalidBody(error)) throw error;
      // After refusing a response, Discord still accepts another.
      await deliver(interaction, handler.apologize(interaction, error, shardLog));
    } finally {
      const seconds = (performance.now() - start) / 1000;
      metrics?.countAnswer(interaction, isAnswered ? "answered" : "failed", seconds);
    }
  }

  /** Calls Discord until it answers. Rejects if it refuses. */
  function reach<T>(attempt: () => Promise<T>): Promise<T> {
    return retry(attempt, {
      signal: untilClosed,
      isFinal: isFinalError,
      onFirstFailure: (error) =>
        log.warn(describeError(error), t.format(describeUnreachable(error, api))),
    });
  }

  async function start(): Promise<Result<{ readonly invite: string }, Message>> {
    try {
      const connected = await reach(shards.connect);
      if ("error" in connected) return connected;
      const { count, guilds } = connected;
      const id = await reach(() => fetchApplicationId(rest));
      const application = { id, rest, guilds };
      await keepRegistering(() => register(application, bot.commands, guildId, t), {
        log,
        t,
        signal: untilClosed,
        guildId,
      });
      const invite = inviteUrl(id);
      log.info({ commands: bot.commands.length, shards: count, invite }, t("log.connected"));
      if (store !== undefined) {
        keepCheckingServers({ token, api }, { store, t, log, signal: untilClosed });
        posting = startPosting({ token, api }, { bot, store, t, log, signal: untilClosed });
      }
      return { invite };
    } catch (error) {
      signal.throwIfAborted();
      return { error: describeStartupError(error, guildId) };
    }
  }

  async function close(): Promise<void> {
    closing.abort();
    await Promise.all([shards.close(), posting?.ended, ...answering]);
  }

  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  const lost = shards.lost.then((error) => ({ error }));
  try {
    const started = await Promise.race([aborted, lost, start()]);
    if (!("error" in started)) return { ...started, lost: shards.lost, close };
    await close();
    return started;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whether Discord rejected the content of a response, rather than a late or second response. */
function isInvalidBody(error: unknown): boolean {
  const isBad = error instanceof DeliveryError && error.status === 400;
  return isBad && error.code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}
