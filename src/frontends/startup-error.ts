import { DiscordAPIError, GatewayCloseCodes, HTTPError } from "discord.js";
import { type Message, message } from "../catalogue/catalogue.ts";
import { errorCode } from "../foundation/errors.ts";

const TOKEN_REFUSED = message("discord.token-refused");

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
export function describeClose(code: number): Message {
  if (code === GatewayCloseCodes.AuthenticationFailed) return TOKEN_REFUSED;
  return message("discord.closed", { code, name: GatewayCloseCodes[code] ?? "" });
}

/** Whether Discord refuses a request for a reason that stays until the operator changes something. */
export function isFinalError(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false;
  return error.status >= 400 && error.status < 500 && error.status !== 429;
}

/** Explains why Discord refuses to connect Ibid or to register its commands, and what to do. */
export function describeStartupError(error: unknown, guildId: string | undefined): Message {
  if (error instanceof DiscordAPIError && error.status === 401) return TOKEN_REFUSED;
  const isForbidden =
    error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);
  if (isForbidden && guildId !== undefined) {
    return message("discord.server-refused", { guild: guildId });
  }
  if (error instanceof DiscordAPIError) {
    return message("discord.request-refused", { reason: error.message, code: error.code });
  }
  return describeFailure(error);
}

/** Explains that Discord is out of reach, and that Ibid waits for it. */
export function describeUnreachable(error: unknown, api: string): Message {
  const { host } = new URL(api);
  return message("discord.waiting", { reason: describeFailure(error), host });
}

function describeFailure(error: unknown): Message {
  if (error instanceof HTTPError) return message("discord.status", { status: error.status });
  const code = errorCode(error) ?? errorCode(error instanceof Error ? error.cause : undefined);
  return code === undefined
    ? message("discord.unreachable")
    : message("discord.unreachable-code", { code });
}
