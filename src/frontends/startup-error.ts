import { DiscordAPIError, GatewayCloseCodes, HTTPError } from "discord.js";
import { DISCORD_API } from "../config.ts";

const TOKEN_REFUSED =
  "Discord refuses DISCORD_TOKEN. Copy the token anew from the page Bot of your application at discord.com/developers.";

/** The codes after which Discord accepts no new connection until the operator changes something. */
const FATAL_CLOSE_CODES: readonly number[] = [
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
];

export function isFatalClose(code: number): boolean {
  return FATAL_CLOSE_CODES.includes(code);
}

/** Explains the fatal code with which Discord closed the connection. */
export function describeClose(code: number): string {
  if (code === GatewayCloseCodes.AuthenticationFailed) return TOKEN_REFUSED;
  return `Discord has ended the connection and takes no new one (close code ${code}, ${GatewayCloseCodes[code]}).`;
}

/** Explains why Ibid could not connect or register its commands, and what to do. */
export function describeStartupError(
  error: unknown,
  api = DISCORD_API,
  guildId: string | undefined,
): string {
  if (error instanceof DiscordAPIError && error.status === 401) return TOKEN_REFUSED;
  const isForbidden =
    error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);
  if (isForbidden && guildId !== undefined) {
    return `Discord does not let Ibid register commands in the server ${guildId} that DISCORD_GUILD_ID names. Invite the application there with the scope applications.commands, or correct the id.`;
  }
  if (error instanceof DiscordAPIError) {
    return `Discord refuses to start Ibid: ${error.message} (code ${error.code}).`;
  }
  const status = error instanceof HTTPError ? ` It answers with status ${error.status}.` : "";
  return `Discord cannot be reached at ${api}.${status} Check the network${api === DISCORD_API ? "" : " and DISCORD_API_URL"}, then start Ibid again.`;
}
