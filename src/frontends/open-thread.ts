import { setTimeout as sleep } from "node:timers/promises";
import type { MessageThread } from "../discord/interaction.ts";
import type { ThreadAttempt } from "../keeping/kept.ts";
import { isThreadThere, outcomeOf, threadOutcomeOf } from "../rhythm/outcome.ts";
import type { ArchiveTime } from "../rhythm/schedule.ts";
import { type DiscordRequest, messageIn, nonceOf, type SendRequest } from "./discord-request.ts";

/** Opens a thread on a message. Never rejects. */
export type OpenThread = (thread: MessageThread) => Promise<ThreadAttempt>;

/** The pause before a second attempt, in milliseconds. */
const PAUSE = 250;

/** Creates the function that opens threads as the bot. A thread of which the outcome is not known is attempted once more. */
export function createOpenThread(send: SendRequest): OpenThread {
  return async ({ channel, message, name, opening }) => {
    const request = threadOn(channel, message, name);
    let { exchange } = await send(request);
    const isUnknown = threadOutcomeOf(exchange, message).kind === "unknown";
    if (isUnknown) {
      await sleep(PAUSE);
      ({ exchange } = await send(request));
    }
    // After an attempt of unknown outcome, the thread is most likely ours.
    if (!isUnknown && isThreadThere(exchange)) return { kind: "there-already" };
    const outcome = threadOutcomeOf(exchange, message);
    switch (outcome.kind) {
      case "posted":
        break;
      case "later":
      case "unknown":
        return { kind: "failed", why: "unanswered" };
      case "held":
      case "failed":
        return { kind: "failed", why: outcome.why };
    }
    if (opening === undefined) return { kind: "opened", isComplete: true };
    const nonce = nonceOf([message, "opening"]);
    const opened = await send(messageIn(message, { ...opening, ...nonce }));
    return { kind: "opened", isComplete: outcomeOf(opened.exchange).kind === "posted" };
  };
}

/** The request that opens a thread. Without an archive time, that of the channel applies. */
export function threadOn(
  channel: string,
  message: string,
  name: string,
  archiveAfter?: ArchiveTime,
): DiscordRequest {
  const body = { name, ...(archiveAfter && { auto_archive_duration: archiveAfter }) };
  return { method: "POST", path: `/channels/${channel}/messages/${message}/threads`, body };
}
