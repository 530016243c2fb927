/** The answer to a request to Discord, or its absence. */
export type Exchange =
  | {
      readonly kind: "answered";
      readonly status: number;
      /** Discord’s code for an error; 0 or absent if it gives none. */
      readonly code?: number | undefined;
      /** The id of what was made. */
      readonly id?: string | undefined;
      /** How long Discord asks to wait, in milliseconds. */
      readonly retryAfter?: number | undefined;
    }
  /** No connection was made, so Discord has not got the request. */
  | { readonly kind: "unsent" }
  /** The connection broke, or took too long: Discord may have got the request. */
  | { readonly kind: "cut" };

/** Why a schedule cannot go on until something is changed in Discord. */
export const HELD_REASONS = [
  /** The bot is no member of the server. */
  "removed",
  "no-access",
  "no-permission",
  "channel-gone",
  "channel-unsuitable",
  "channel-locked",
  "tag-missing",
  "tag-refused",
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** Why one post, or its thread, was not made and will not be. */
export const FAILED_REASONS = [
  "refused",
  "blocked",
  "too-many-threads",
  "message-gone",
  /** A mistake of ours. */
  "error",
] as const;
export type FailedReason = (typeof FAILED_REASONS)[number];

/** The meaning of the answer to an attempt to post. */
export type Outcome =
  /** Without an id, the message was posted and has been deleted since. */
  | { readonly kind: "posted"; readonly id: string | undefined }
  /** This attempt has posted nothing. Another one may, after this many milliseconds. */
  | { readonly kind: "later"; readonly after: number }
  /** The message may have been posted. */
  | { readonly kind: "unknown" }
  | { readonly kind: "held"; readonly why: HeldReason }
  | { readonly kind: "failed"; readonly why: FailedReason };

/** The pauses before another attempt, in milliseconds: without an answer, and after a refusal of the token. */
const PAUSE = 5000;
const TOKEN_PAUSE = 60_000;

/** Codes of Discord’s that hold a schedule, whatever their status. Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const HELD: Readonly<Record<number, HeldReason>> = {
  10003: "channel-gone",
  10004: "removed",
  40066: "tag-refused",
  40067: "tag-missing",
  50001: "no-access",
  50008: "channel-unsuitable",
  50013: "no-permission",
  50024: "channel-unsuitable",
  50083: "channel-locked",
  160005: "channel-locked",
};

const FAILED: Readonly<Record<number, FailedReason>> = {
  160006: "too-many-threads",
  160007: "too-many-threads",
  200000: "blocked",
  200001: "blocked",
};

const UNKNOWN_MESSAGE = 10008;
const THREAD_EXISTS = 160004;
const SLOW_MODE = 20016;

/** Returns what an attempt to post a message, or to start a post in a forum, means. */
export function outcomeOf(exchange: Exchange): Outcome {
  // With `enforce_nonce`, an unknown message was posted by a former attempt and has been deleted.
  return isRefusalWith(exchange, UNKNOWN_MESSAGE)
    ? { kind: "posted", id: undefined }
    : commonOutcome(exchange);
}

/** Returns what an attempt to start a thread from `message` means. Such a thread has the id of its message. */
export function threadOutcomeOf(exchange: Exchange, message: string): Outcome {
  if (isThreadThere(exchange)) return { kind: "posted", id: message };
  return isRefusalWith(exchange, UNKNOWN_MESSAGE)
    ? { kind: "failed", why: "message-gone" }
    : commonOutcome(exchange);
}

/** Whether a thread was refused because its message has one. */
export function isThreadThere(exchange: Exchange): boolean {
  return isRefusalWith(exchange, THREAD_EXISTS);
}

function isRefusalWith(exchange: Exchange, code: number): boolean {
  return exchange.kind === "answered" && exchange.status >= 400 && exchange.code === code;
}

function commonOutcome(exchange: Exchange): Outcome {
  switch (exchange.kind) {
    case "unsent":
      return { kind: "later", after: PAUSE };
    case "cut":
      return { kind: "unknown" };
    case "answered": {
      const { status, code = 0, id, retryAfter } = exchange;
      // A success that does not say what it has made, and a redirect, come from something between Discord and us.
      if (status < 400) return id === undefined ? { kind: "unknown" } : { kind: "posted", id };
      if (status >= 500 || status === 408) return { kind: "unknown" };
      if (status === 429 || code === SLOW_MODE)
        return { kind: "later", after: retryAfter ?? PAUSE };
      if (status === 401) return { kind: "later", after: TOKEN_PAUSE };
      const held = HELD[code];
      if (held !== undefined) return { kind: "held", why: held };
      const failed = FAILED[code];
      if (failed !== undefined) return { kind: "failed", why: failed };
      if (status === 403) return { kind: "held", why: "no-permission" };
      if (status === 404) return { kind: "held", why: "channel-gone" };
      return { kind: "failed", why: "refused" };
    }
  }
}
