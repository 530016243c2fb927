import {
  Client,
  DiscordAPIError,
  GatewayDispatchEvents,
  Options,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";
import type { Logger } from "pino";
import type { Bot } from "../../command/bot.ts";
import type { DiscordConfig } from "../../config.ts";
import type { InteractionResponse } from "../../discord/interaction.ts";
import { type AnswerableInteraction, isAnswerable } from "../../discord/interaction-payload.ts";
import type { Failure, Result } from "../../foundation/result.ts";
import { createInteractionHandler, describeError } from "../handle-interaction.ts";
import { register } from "../registration.ts";
import { describeClose, describeStartupError } from "../startup-error.ts";

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
): Promise<Result<Gateway>> {
  const handler = createInteractionHandler(bot, log);
  const client = new Client({
    // Interactions need no intent.
    intents: [],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits(NO_CACHES),
    ...(api !== undefined && { rest: { api } }),
  });
  // discord.js parses every interaction, although only the raw payload is used here, and crashes the
  // process if it does not know its shape. So its own handling is switched off.
  Object.assign(Reflect.get(client, "actions"), { InteractionCreate: { handle() {} } });
  client.on("error", (error) =>
    log.error(describeError(error), "The connection to Discord failed."),
  );
  client.on("shardError", (error) =>
    log.warn(describeError(error), "Discord could not be reached."),
  );
  client.on("shardReconnecting", () => log.info("Connecting to Discord again."));
  client.on("shardResume", () => log.info("Connected to Discord again."));
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: unknown) => {
    if (!isAnswerable(interaction)) return log.warn("Discord sent what cannot be answered.");
    respond(interaction).catch((error: unknown) =>
      log.warn(describeError(error), "Discord did not take an answer."),
    );
  });
  const lost = new Promise<string>((resolve) =>
    client.once("shardDisconnect", ({ code }) => resolve(describeClose(code))),
  );

  async function respond(interaction: AnswerableInteraction): Promise<void> {
    try {
      await send(interaction, handler.answer(interaction));
    } catch (error) {
      if (!isInvalidBody(error)) throw error;
      // After refusing a response, Discord still accepts another.
      await send(interaction, handler.apologize(interaction, error));
    }
  }

  async function send(
    { id, token }: AnswerableInteraction,
    { response, files }: InteractionResponse,
  ): Promise<void> {
    await client.rest.post(Routes.interactionCallback(id, token), {
      body: response,
      files: files.map(({ name, data }) => ({ name, data: Buffer.from(data) })),
      auth: false,
    });
  }

  let invite: string | undefined;

  async function start(): Promise<Failure | undefined> {
    try {
      await client.login(token);
      const { application, guilds, rest } = await whenReady(client);
      const guildIds = [...guilds.cache.keys()];
      await register({ id: application.id, rest, guilds: guildIds }, bot.commands, guildId);
      invite = inviteUrl(application.id);
      return undefined;
    } catch (error) {
      return { error: describeStartupError(error, api, guildId) };
    }
  }

  const failure = await Promise.race([lost.then((error) => ({ error })), start()]);
  if (failure !== undefined) {
    await client.destroy();
    return failure;
  }
  log.info({ commands: bot.commands.length, invite }, "Connected to Discord.");
  return {
    lost,
    close() {
      // discord.js reports a reconnection even when the client is being destroyed.
      client.removeAllListeners("shardReconnecting");
      return client.destroy();
    },
  };
}

/** Returns the link that adds the bot to a server. It requests no permissions. */
function inviteUrl(applicationId: string): string {
  const query = { client_id: applicationId, scope: "bot applications.commands", permissions: "0" };
  return `https://discord.com/oauth2/authorize?${new URLSearchParams(query)}`;
}

/** Nothing that Discord sends is needed a second time. */
const NO_CACHES = {
  GuildMemberManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ThreadManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
};

/** Whether Discord rejected the content of a response, rather than a late or second response. */
function isInvalidBody(error: unknown): boolean {
  const isBad = error instanceof DiscordAPIError && error.status === 400;
  return isBad && error.code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}

function whenReady(client: Client): Promise<Client<true>> {
  if (client.isReady()) return Promise.resolve(client);
  return new Promise((resolve) => client.once("clientReady", resolve));
}
