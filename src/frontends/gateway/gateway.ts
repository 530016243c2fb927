import {
  type APIInteraction,
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
import type { Result } from "../../foundation/result.ts";
import { createInteractionHandler, describeError, isAnswerable } from "../handle-interaction.ts";
import { register } from "../registration.ts";
import { describeClose, describeStartupError } from "../startup-error.ts";

/** A bot that is connected to Discord. */
export interface Gateway {
  /** Resolves with a sentence when Discord ends the connection and takes no new one. */
  readonly lost: Promise<string>;
  close(): Promise<void>;
}

/**
 * Connects `bot` to Discord's gateway and registers its commands. Resolves with a sentence when
 * Discord cannot be reached or refuses it.
 */
export async function startGateway(
  bot: Bot,
  { token, guildId, api }: DiscordConfig,
  log: Logger,
): Promise<Result<Gateway>> {
  const answering = createInteractionHandler(bot, log);
  const client = new Client({
    // Interactions come without any intent.
    intents: [],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits(NO_CACHES),
    ...(api !== undefined && { rest: { api } }),
  });
  // discord.js makes an object of every interaction, which nobody here reads, and ends the process
  // over one of a shape that it does not know.
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
    answer(interaction).catch((error: unknown) =>
      log.warn(describeError(error), "Discord did not take an answer."),
    );
  });
  const lost = new Promise<string>((resolve) =>
    client.once("shardDisconnect", ({ code }) => resolve(describeClose(code))),
  );

  async function answer(interaction: APIInteraction): Promise<void> {
    try {
      await send(interaction, answering.answered(interaction));
    } catch (error) {
      if (!isInvalidBody(error)) throw error;
      // Discord takes another answer in its place.
      await send(interaction, answering.failed(interaction, error));
    }
  }

  async function send(
    interaction: APIInteraction,
    { response, files }: InteractionResponse,
  ): Promise<void> {
    await client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
      body: response,
      files: files.map(({ name, data }) => ({ name, data: Buffer.from(data) })),
      auth: false,
    });
  }

  async function start(): Promise<string | undefined> {
    try {
      await client.login(token);
      const { application, guilds, rest } = await whenReady(client);
      const joined = [...guilds.cache.keys()];
      await register({ id: application.id, rest, guilds: joined }, bot.commands, guildId);
      return undefined;
    } catch (error) {
      return describeStartupError(error, api, guildId);
    }
  }

  const problem = await Promise.race([lost, start()]);
  if (problem !== undefined) {
    await client.destroy();
    return { error: problem };
  }
  log.info(
    { commands: bot.commands.length, invite: inviteOf(client.application?.id ?? "") },
    "Connected to Discord.",
  );
  return {
    lost,
    close() {
      // Closing is no reason to connect again, whatever discord.js says.
      client.removeAllListeners("shardReconnecting");
      return client.destroy();
    },
  };
}

/** The link by which a server's owner invites the bot; it asks for no permission. */
function inviteOf(applicationId: string): string {
  const asked = { client_id: applicationId, scope: "bot applications.commands", permissions: "0" };
  return `https://discord.com/oauth2/authorize?${new URLSearchParams(asked)}`;
}

/** Nothing of what Discord sends is needed twice. */
const NO_CACHES = {
  GuildMemberManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ThreadManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
};

/** Whether Discord refused what an answer says, and not that it comes late or twice. */
function isInvalidBody(error: unknown): boolean {
  const isBad = error instanceof DiscordAPIError && error.status === 400;
  return isBad && error.code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}

function whenReady(client: Client): Promise<Client<true>> {
  if (client.isReady()) return Promise.resolve(client);
  return new Promise((resolve) => client.once("clientReady", resolve));
}
