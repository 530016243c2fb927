import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import * as v from "valibot";
import type { Translate } from "../catalogue/catalogue.ts";
import type { ResponseFile } from "../discord/message.ts";
import { periodOf } from "../rhythm/cadence.ts";
import type { Deck } from "../rhythm/deck.ts";
import { type Outcome, outcomeOf, threadOutcomeOf } from "../rhythm/outcome.ts";
import {
  allowedLateness,
  NONCE_MEMORY,
  type OccasionKey,
  type OccasionReason,
  type Schedule,
} from "../rhythm/schedule.ts";
import type { ClaimKind, Intent, OccasionClaim, Settlement } from "../store/occasion-rows.ts";
import type { OccasionStore } from "../store/occasion-store.ts";
import { StoreError } from "../store/store-problem.ts";
import { DISCORD_EPOCH, messageIn, nonceOf, type SendRequest } from "./discord-request.ts";
import { describeError } from "./handle-interaction.ts";
import { threadOn } from "./open-thread.ts";

/** The message of an occasion, as Discord takes it, and the addresses to keep. */
export interface PostingMessage extends Intent {
  readonly message: object;
  readonly files: readonly ResponseFile[];
  /** The name of its thread, in at most 100 characters. */
  readonly name: string;
  /** The message that opens its thread. */
  readonly opening?: object | undefined;
}

/** Makes what an occasion says. The reason if there is nothing to say. */
export type MakePosting = (
  claim: OccasionClaim,
  deck: Deck,
) => PostingMessage | { readonly skipped: OccasionReason };

export type MakeReport = (claim: OccasionClaim, settlement: Settlement) => object;

interface PosterOptions {
  /** Returns undefined as long as nothing is kept. */
  readonly occasions: () => Promise<OccasionStore | undefined>;
  readonly send: SendRequest;
  readonly makePosting: MakePosting;
  /** Makes the message that reports a failure. Without it, failures are only logged and listed. */
  readonly makeReport?: MakeReport | undefined;
  readonly t: Translate;
  readonly log: Logger;
  /** Returns the milliseconds since any fixed moment; it is never set. */
  readonly elapsed?: () => number;
}

/** Posts what schedules want posted. */
export interface Poster {
  /**
   * Posts everything that is due. Then resolves with the milliseconds until another attempt may be made of what could
   * not be posted yet, if there is any. Never rejects.
   */
  round(): Promise<number | undefined>;
  /** Whether the clock of the store differs so much from Discord’s that nothing is posted. */
  isClockWrong(): boolean;
}

/** How many requests are under way at once. */
const LANES = 8;
/** How far the clock of the store may be from Discord’s, and for how long that is trusted, in milliseconds. */
const MAX_SKEW = 5 * 60_000;
const SKEW_MEMORY = 60 * 60_000;
/** How often old occasions are deleted, in milliseconds. */
const CLEANING_PAUSE = 24 * 60 * 60_000;
/** The pause of an occasion that waits for the clock, or for a forum to show its post, in milliseconds. */
const CLOCK_PAUSE = 60_000;
const FORUM_PAUSE = 5000;
const THREAD_PAUSE = 5000;
/** How long a thread is attempted, in milliseconds. */
const THREAD_LATENESS = 24 * 60 * 60_000;

export function createPoster({
  occasions,
  send,
  makePosting,
  makeReport,
  t,
  log,
  elapsed = () => performance.now(),
}: PosterOptions): Poster {
  /** The last moment by Discord’s clock, and when it came. */
  let discordTime: { readonly date: number; readonly at: number } | undefined;
  let isClockWrong = false;
  /** When old occasions were last deleted. */
  let cleaned: number | undefined;

  const request: SendRequest = async (one) => {
    const response = await send(one);
    if (response.date !== undefined) discordTime = { date: response.date, at: elapsed() };
    return response;
  };

  /** Compares the clock of the store with Discord’s, which is asked anew after an hour. */
  async function checkClock(now: number): Promise<boolean> {
    if (discordTime === undefined || elapsed() - discordTime.at > SKEW_MEMORY) {
      await request({ method: "GET", path: "/users/@me" });
    }
    if (discordTime === undefined) return true;
    const skew = now - (discordTime.date + elapsed() - discordTime.at);
    const wasWrong = isClockWrong;
    isClockWrong = Math.abs(skew) > MAX_SKEW;
    if (isClockWrong && !wasWrong) {
      log.error({ seconds: Math.round(skew / 1000) }, t("log.clock-wrong"));
    }
    // A clock that was corrected is noticed by asking again.
    if (isClockWrong) discordTime = undefined;
    return !isClockWrong;
  }

  async function post(store: OccasionStore, claimed: OccasionClaim): Promise<void> {
    let claim = claimed;
    if (!(await checkClock(claim.now)))
      return end(store, claim, { kind: "later", after: CLOCK_PAUSE });
    const { schedule, occasion } = claim;
    const isForum = schedule.thread?.kind === "forum";
    const isLate = claim.now - occasion.due > allowedLateness(periodOf(schedule.cadence));
    const deck = await store.shownIn(claim);
    const made = makePosting(claim, deck);
    const posting = "skipped" in made ? undefined : made;
    if (claim.tried !== undefined) {
      const age = claim.now - claim.tried;
      if (isForum && posting !== undefined) {
        const found = await findPost(claim, claim.tried, posting.name);
        if (found === "unknown") return end(store, claim, { kind: "later", after: FORUM_PAUSE });
        if (found !== undefined) return end(store, claim, { kind: "posted", id: found });
        if (age <= NONCE_MEMORY) return end(store, claim, { kind: "later", after: FORUM_PAUSE });
        claim = await store.forgetAttempt(claim);
      } else if (age > NONCE_MEMORY || posting === undefined) {
        return end(store, claim, { kind: "unsure" });
      }
    }
    if (claim.tried === undefined && isLate) {
      return end(store, claim, { kind: "missed", why: "late" });
    }
    if ("skipped" in made) return end(store, claim, { kind: "skipped", why: made.skipped });
    const tag = await findTag(schedule);
    if (typeof tag === "object") return end(store, claim, tag);
    const begun = await store.begin(claim, made, deck);
    if (begun === "deck-changed") return end(store, claim, { kind: "later", after: 0 });
    if (begun === "taken") return;
    const { message, files, name } = made;
    const { exchange } = await request(
      isForum
        ? { ...forumPost(schedule, name, message, tag), files }
        : {
            ...messageIn(schedule.channel, { ...message, ...nonceOf(keyOf(occasion, "post")) }),
            files,
          },
    );
    const outcome = outcomeOf(exchange);
    const isRemoved =
      outcome.kind === "held" &&
      outcome.why === "no-access" &&
      (await isRemovedFrom(schedule.server));
    await end(store, claim, isRemoved ? { kind: "held", why: "removed" } : outcome);
  }

  /** Keeps what came of a claim. A failure is logged, and reported in the channel that the server has chosen for that. */
  async function end(
    store: OccasionStore,
    claim: OccasionClaim,
    settlement: Settlement,
  ): Promise<void> {
    await store.settle(claim, settlement);
    const { schedule, occasion, settings } = claim;
    const { kind } = settlement;
    if (kind !== "held" && kind !== "failed" && kind !== "unsure") return;
    // While it stays held, the same is not said again.
    if (schedule.state === "held") return;
    log.warn({ schedule: schedule.id, outcome: settlement }, t("log.not-posted"));
    const channel = settings.server?.value.reports;
    const report = channel === undefined ? undefined : makeReport?.(claim, settlement);
    if (channel === undefined || report === undefined) return;
    await request(messageIn(channel, { ...report, ...nonceOf(keyOf(occasion, "report")) }));
  }

  /** Returns the id of the tag of a schedule’s forum, undefined if it wants none, or what it means that there is none. */
  async function findTag({ channel, thread }: Schedule): Promise<string | Outcome | undefined> {
    if (thread?.kind !== "forum" || thread.tag === undefined) return undefined;
    const { exchange, json } = await request({ method: "GET", path: `/channels/${channel}` });
    const forum = v.safeParse(FORUM, json);
    if (!forum.success) {
      const outcome = outcomeOf(exchange);
      return outcome.kind === "held" ? outcome : { kind: "later", after: FORUM_PAUSE };
    }
    const named = forum.output.available_tags.find(({ name }) => isSameTag(name, thread.tag ?? ""));
    return named?.id ?? { kind: "held", why: "tag-missing" };
  }

  /** Whether a server has removed the bot, which has no access to a channel there. */
  async function isRemovedFrom(server: string): Promise<boolean> {
    const { exchange } = await request({ method: "GET", path: `/guilds/${server}` });
    return exchange.kind === "answered" && (exchange.status === 403 || exchange.status === 404);
  }

  /** Returns the id of the post of a claim in its forum, by its name alone. No message is read. */
  async function findPost(
    { schedule }: OccasionClaim,
    tried: number,
    name: string,
  ): Promise<string | "unknown" | undefined> {
    const { exchange, json } = await request({
      method: "GET",
      path: `/guilds/${schedule.server}/threads/active`,
    });
    const active = v.safeParse(ACTIVE_THREADS, json);
    if (exchange.kind !== "answered" || !active.success) return "unknown";
    return active.output.threads.find(
      (one) =>
        one.parent_id === schedule.channel &&
        one.name === name &&
        createdAt(one.id) >= tried - MAX_SKEW,
    )?.id;
  }

  async function openThread(store: OccasionStore, claim: OccasionClaim): Promise<void> {
    const { schedule, occasion } = claim;
    const { channel = schedule.channel, message, thread } = occasion;
    if (message === undefined || schedule.thread === undefined) {
      return store.settleThread(claim, { state: "complete" });
    }
    const posting = makePosting(claim, await store.shownIn(claim));
    const isOver = claim.now - (claim.tried ?? occasion.due) > THREAD_LATENESS;
    if ("skipped" in posting || isOver) {
      return store.settleThread(claim, { state: "failed", why: "late" });
    }
    const { name, opening } = posting;
    if (thread === undefined) {
      const { archiveAfter } = schedule.thread;
      const { exchange } = await request(threadOn(channel, message, name, archiveAfter));
      const outcome = threadOutcomeOf(exchange, message);
      switch (outcome.kind) {
        case "posted":
          return store.settleThread(claim, {
            state: opening === undefined ? "complete" : "opened",
            thread: outcome.id ?? message,
          });
        case "later":
          return store.settleThread(claim, { after: outcome.after });
        case "unknown":
          return store.settleThread(claim, { after: THREAD_PAUSE });
        case "held":
        case "failed":
          return store.settleThread(claim, { state: "failed", why: outcome.why });
      }
    }
    // Its questions are a message like any other, and are never said twice.
    if (opening === undefined || claim.now - (claim.tried ?? 0) > NONCE_MEMORY) {
      return store.settleThread(claim, { state: "complete" });
    }
    const { exchange } = await request(
      messageIn(thread, { ...opening, ...nonceOf(keyOf(occasion, "opening")) }),
    );
    const outcome = outcomeOf(exchange);
    if (outcome.kind === "later" || outcome.kind === "unknown") {
      return store.settleThread(claim, { after: THREAD_PAUSE });
    }
    return store.settleThread(
      claim,
      outcome.kind === "posted" ? { state: "complete" } : { state: "failed", why: outcome.why },
    );
  }

  /** Takes the next step of one claim. A mistake of ours ends that claim alone. */
  async function take(store: OccasionStore, kind: ClaimKind, claim: OccasionClaim): Promise<void> {
    try {
      await (kind === "post" ? post(store, claim) : openThread(store, claim));
    } catch (error) {
      if (error instanceof StoreError) throw error;
      log.error(describeError(error), t("log.posting-failed"));
      await (kind === "post"
        ? end(store, claim, { kind: "failed", why: "error" })
        : store.settleThread(claim, { state: "failed", why: "error" }));
    }
  }

  async function work(store: OccasionStore, kind: ClaimKind): Promise<void> {
    const first = await store.claim(kind);
    if (first === undefined) return;
    const lane = async (_: unknown, index: number) => {
      let claim = index === 0 ? first : await store.claim(kind);
      for (; claim !== undefined; claim = await store.claim(kind)) await take(store, kind, claim);
    };
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
    for (const ended of lanes) if (ended.status === "rejected") throw ended.reason;
  }

  return {
    async round() {
      try {
        const store = await occasions();
        if (store === undefined) return undefined;
        if (cleaned === undefined) await store.planAnew();
        if (cleaned === undefined || elapsed() - cleaned > CLEANING_PAUSE) {
          await store.deleteOld();
          cleaned = elapsed();
        }
        await store.plan();
        await work(store, "post");
        await work(store, "thread");
        return await store.untilNextClaim();
      } catch (error) {
        // The store has reported its problem.
        if (!(error instanceof StoreError))
          log.error(describeError(error), t("log.posting-failed"));
        return undefined;
      }
    },
    isClockWrong: () => isClockWrong,
  };
}

const ACTIVE_THREADS = v.object({
  threads: v.array(
    v.object({ id: v.string(), name: v.string(), parent_id: v.nullish(v.string()) }),
  ),
});

const FORUM = v.object({
  available_tags: v.array(v.object({ id: v.string(), name: v.string() })),
});

function isSameTag(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Returns the moment at which Discord made an id, in milliseconds since 1970. */
function createdAt(id: string): number {
  return /^\d{1,20}$/.test(id) ? Number((BigInt(id) >> 22n) + DISCORD_EPOCH) : 0;
}

function forumPost(
  { channel, thread }: Schedule,
  name: string,
  message: object,
  tag: string | undefined,
) {
  const body = {
    name,
    auto_archive_duration: thread?.archiveAfter,
    ...(tag !== undefined && { applied_tags: [tag] }),
    message,
  };
  return { method: "POST", path: `/channels/${channel}/threads`, body } as const;
}

function keyOf({ schedule, date, slot }: OccasionKey, part: "post" | "opening" | "report") {
  return [schedule, date, slot, part];
}

const MINUTE = 60_000;
const MIN_PAUSE = 200;

/** Runs rounds of `poster` until `signal` aborts: at once, and with each minute of the clock, on which occasions fall due. */
export async function keepPosting(poster: Poster, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const untilNextClaim = (await poster.round()) ?? MINUTE;
    const untilNextMinute = MINUTE - (Date.now() % MINUTE);
    const pause = Math.max(Math.min(untilNextMinute, untilNextClaim), MIN_PAUSE);
    await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
  }
}
