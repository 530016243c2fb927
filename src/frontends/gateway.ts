import { randomBytes } from "node:crypto";
import {
  type APIInteraction,
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayDispatchEvents,
  HTTPError,
  Options,
  Routes,
} from "discord.js";
import type { Logger } from "pino";
import type { Bot } from "../command/bot.ts";
import type { DiscordConfig } from "../config.ts";
import { apology, type Responded, responseTo } from "../discord/interaction.ts";
import { register } from "./registration.ts";

/** A bot that is connected to Discord. */
export interface Gateway {
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
): Promise<Gateway | { readonly problem: string }> {
  const client = new Client({
    // Interactions come without any intent.
    intents: [],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits(NOTHING_CACHED),
    ...(api !== undefined && { rest: { api } }),
  });
  client.on("error", (error) => log.error(described(error), "The connection to Discord failed."));
  client.on("shardDisconnect", ({ code }) => log.warn({ code }, "Discord closed the connection."));
  client.on("shardReconnecting", () => log.info("Connecting to Discord again."));
  client.on("shardResume", () => log.info("Connected to Discord again."));
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    answer(interaction).catch((error: unknown) =>
      log.warn(described(error), "Discord did not take an answer."),
    );
  });

  async function answer(interaction: APIInteraction): Promise<void> {
    const { response, files } = responded(interaction);
    await client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
      body: response,
      files: files.map(({ name, data }) => ({ name, data: Buffer.from(data) })),
      auth: false,
    });
  }

  function responded(interaction: APIInteraction): Responded {
    try {
      return responseTo(interaction, bot);
    } catch (error) {
      const reference = randomBytes(4).toString("hex");
      log.error({ ...described(error), reference }, "An interaction could not be answered.");
      return apology(reference, bot);
    }
  }

  try {
    await client.login(token);
    await register(await ready(client), bot.commands, guildId);
  } catch (error) {
    await client.destroy();
    return { problem: problemOf(error, api, guildId) };
  }
  log.info({ commands: bot.commands.length }, "Connected to Discord.");
  return { close: () => client.destroy() };
}

/** Nothing of what Discord sends is needed twice. */
const NOTHING_CACHED = {
  ...Options.DefaultMakeCacheSettings,
  GuildMemberManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ThreadManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
};

function ready(client: Client): Promise<Client<true>> {
  if (client.isReady()) return Promise.resolve(client);
  return new Promise((resolve) => client.once("clientReady", resolve));
}

/** What a log may hold of an error: no address, since those of interactions contain their tokens. */
function described(error: unknown) {
  if (!(error instanceof Error)) return { error: String(error) };
  const { name, message, stack } = error;
  const code = "code" in error ? error.code : undefined;
  const status = "status" in error ? error.status : undefined;
  return { error: { name, message, code, status, stack } };
}

/** Says why Ibid could not start, and what to do. */
function problemOf(error: unknown, api = "https://discord.com/api", guildId = ""): string {
  const isRefused = error instanceof DiscordAPIError && error.status === 401;
  const isInvalid =
    error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  if (isRefused || isInvalid) {
    return "Discord refuses DISCORD_TOKEN. Copy the token anew from the page Bot of your application at discord.com/developers.";
  }
  if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)) {
    return `Discord does not let Ibid register commands in the server ${guildId} that DISCORD_GUILD_ID names. Invite the application there with the scope applications.commands, or correct the id.`;
  }
  if (error instanceof DiscordAPIError) {
    return `Discord refuses to start Ibid: ${error.message} (code ${error.code}).`;
  }
  const status = error instanceof HTTPError ? ` It answers with status ${error.status}.` : "";
  return `Discord cannot be reached at ${api}.${status} Check the network${api === "https://discord.com/api" ? "" : " and DISCORD_API_URL"}, then start Ibid again.`;
}
