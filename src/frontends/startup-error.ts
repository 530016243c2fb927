import { DiscordAPIError, GatewayCloseCodes, HTTPError } from "discord.js";
import { errorCode } from "../foundation/errors.ts";

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

/** Whether Discord refuses a request for a reason that stays until the operator changes something. */
export function isFinalError(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false;
  return error.status >= 400 && error.status < 500 && error.status !== 429;
}

/** Explains why Discord refuses to connect Ibid or to register its commands, and what to do. */
export function describeStartupError(error: unknown, guildId: string | undefined): string {
  if (error instanceof DiscordAPIError && error.status === 401) return TOKEN_REFUSED;
  const isForbidden =
    error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);
  if (isForbidden && guildId !== undefined) {
    return `Discord does not let Ibid register commands in the server ${guildId} that DISCORD_GUILD_ID names. Invite the application there with the scope applications.commands, or correct the id.`;
  }
  if (error instanceof DiscordAPIError) {
    return `Discord refuses a request of Ibid: ${error.message} (code ${error.code}).`;
  }
  return describeFailure(error);
}

/** Explains that Discord is out of reach, and that Ibid waits for it. */
export function describeUnreachable(error: unknown, api: string): string {
  const { host } = new URL(api);
  return `${describeFailure(error)} Ibid waits for ${host} and tries again. If that goes on, check the network and DISCORD_API_URL.`;
}

function describeFailure(error: unknown): string {
  if (error instanceof HTTPError) return `Discord answers with status ${error.status}.`;
  const code = errorCode(error) ?? errorCode(error instanceof Error ? error.cause : undefined);
  return `Discord cannot be reached${code === undefined ? "" : ` (${code})`}.`;
}
