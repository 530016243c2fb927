import { DiscordAPIError, REST, RESTJSONErrorCodes, Routes } from "discord.js";
import type { Logger } from "pino";
import type { Bot } from "../../command/bot.ts";
import type { DiscordConfig } from "../../config.ts";
import type { InteractionResponse } from "../../discord/interaction.ts";
import { type AnswerableInteraction, isAnswerable } from "../../discord/interaction-payload.ts";
import type { Failure, Result } from "../../foundation/result.ts";
import { createInteractionHandler, describeError } from "../handle-interaction.ts";
import type { Metrics } from "../http/metrics.ts";
import { fetchApplicationId, register } from "../registration.ts";
import { describeStartupError } from "../startup-error.ts";
import { createShards } from "./shards.ts";

/** A bot's connection to Discord. */
export interface Gateway {
  /** Resolves with a sentence when Discord closes the connection for good. */
  readonly lost: Promise<string>;
  close(): Promise<void>;
}

/**
 * Connects `bot` to Discord's gateway and registers its commands. Returns an error if Discord cannot
 * be reached or refuses.
 */
export async function startGateway(
  bot: Bot,
  { token, guildId, api }: DiscordConfig,
  log: Logger,
  metrics?: Metrics,
): Promise<Result<Gateway>> {
  const rest = new REST({ ...(api !== undefined && { api }) }).setToken(token);
  const shards = createShards({ token, rest, log, metrics, onInteraction: respondOnShard });

  function respondOnShard(interaction: unknown, shard: number): void {
    const shardLog = log.child({ shard });
    metrics?.countShardInteraction(shard);
    if (!isAnswerable(interaction)) {
      shardLog.warn("Discord sent what cannot be answered.");
      return;
    }
    respond(interaction, shardLog).catch((error: unknown) =>
      shardLog.warn(describeError(error), "Discord did not take an answer."),
    );
  }

  async function respond(interaction: AnswerableInteraction, shardLog: Logger): Promise<void> {
    const start = performance.now();
    const handler = createInteractionHandler(bot, shardLog);
    const { hasFailed, ...responded } = handler.answer(interaction);
    let isAnswered = false;
    try {
      await send(interaction, responded);
      isAnswered = !hasFailed;
    } catch (error) {
      if (!isInvalidBody(error)) throw error;
      // After refusing a response, Discord still accepts another.
      await send(interaction, handler.apologize(interaction, error));
    } finally {
      const seconds = (performance.now() - start) / 1000;
      metrics?.countAnswer(interaction, isAnswered ? "answered" : "failed", seconds);
    }
  }

  async function send(
    { id, token }: AnswerableInteraction,
    { response, files }: InteractionResponse,
  ): Promise<void> {
    await rest.post(Routes.interactionCallback(id, token), {
      body: response,
      files: files.map(({ name, data }) => ({ name, data: Buffer.from(data) })),
      auth: false,
    });
  }

  let started: { readonly shards: number; readonly invite: string } | undefined;

  async function start(): Promise<Failure | undefined> {
    try {
      const connected = await shards.connect();
      if ("error" in connected) return connected;
      const { count, guilds } = connected;
      const id = await fetchApplicationId(rest);
      await register({ id, rest, guilds }, bot.commands, guildId);
      started = { shards: count, invite: inviteUrl(id) };
      return undefined;
    } catch (error) {
      return { error: describeStartupError(error, api, guildId) };
    }
  }

  const failure = await Promise.race([shards.lost.then((error) => ({ error })), start()]);
  if (failure !== undefined) {
    await shards.close();
    return failure;
  }
  log.info({ commands: bot.commands.length, ...started }, "Connected to Discord.");
  return { lost: shards.lost, close: shards.close };
}

/** Returns the link that adds the bot to a server. It requests no permissions. */
function inviteUrl(applicationId: string): string {
  const query = { client_id: applicationId, scope: "bot applications.commands", permissions: "0" };
  return `https://discord.com/oauth2/authorize?${new URLSearchParams(query)}`;
}

/** Whether Discord rejected the content of a response, rather than a late or second response. */
function isInvalidBody(error: unknown): boolean {
  const isBad = error instanceof DiscordAPIError && error.status === 400;
  return isBad && error.code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}
