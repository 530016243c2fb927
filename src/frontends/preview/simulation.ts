import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Bot } from "../../command/bot.ts";
import type { KeptSchedule } from "../../keeping/kept.ts";
import { DEFAULT_ZONE, type Schedule } from "../../rhythm/schedule.ts";
import { createLazyStore } from "../../store/lazy-store.ts";
import type { KeptStore } from "../../store/store.ts";
import { StoreError } from "../../store/store-problem.ts";
import { createOpenThread, type OpenThread } from "../open-thread.ts";
import { createPoster } from "../poster.ts";
import { postingMaker, reportMaker } from "../start-posting.ts";
import {
  createSimulatedDiscord,
  type SimulatedMessage,
  type SimulatedThread,
} from "./simulated-discord.ts";

/** A store, a clock and a Discord that exist only for the preview page: what schedules post there appears nowhere else. */
export interface Simulation {
  readonly bot: Bot;
  readonly store: KeptStore;
  readonly openThread: OpenThread;
  /** Puts the clock forward, and posts what falls due until then, one after the other. */
  forward(by: number): Promise<Forwarded>;
  close(): Promise<void>;
}

/** The posts that were made while the clock was put forward. */
export interface Forwarded {
  /** The moment that the clock shows now, in milliseconds since 1970, and the zone of the server. */
  readonly now: number;
  readonly zone: string;
  readonly posts: readonly SimulatedPost[];
  readonly threads: readonly SimulatedThread[];
  /** Why the clock does not show the moment that was asked for. */
  readonly stopped?: "too-far" | "many-posts" | "store";
}

/** A message that was posted, and the schedule that wanted it: none if it reports a failure. */
export interface SimulatedPost extends SimulatedMessage {
  readonly at: number;
  readonly schedule?: Schedule;
  readonly zone: string;
}

const HOUR = 60 * 60_000;
/** How far the clock may be put forward in all, in milliseconds. */
const MAX_FORWARD = 366 * 24 * HOUR;
/** After how many posts the clock stops. */
export const MAX_POSTS = 50;

interface SimulationOptions {
  /** Creates the bot that answers at the moments of a clock. */
  readonly botAt: (now: () => number) => Bot;
  readonly log: Logger;
  /** The clock of this machine. */
  readonly realTime?: () => number;
}

/** Creates the simulation. Its store is made when something is first kept, and deleted when it is closed. */
export function createSimulation({
  botAt,
  log,
  realTime = Date.now,
}: SimulationOptions): Simulation {
  let offset = 0;
  /** The moment at which the clock is held while something is posted. */
  let held: number | undefined;
  const now = () => held ?? realTime() + offset;
  const bot = botAt(now);
  const folder = join(tmpdir(), `ibid-preview-${randomUUID()}`);
  const config = { kind: "file", path: join(folder, "store.sqlite") } as const;
  const store = createLazyStore(config, undefined, now);
  const discord = createSimulatedDiscord(now);
  const poster = createPoster({
    occasions: store.occasions,
    send: discord.send,
    makePosting: postingMaker(bot),
    makeReport: reportMaker(bot),
    t: bot.t,
    log,
    elapsed: now,
  });
  const threads: SimulatedThread[] = [];
  let last = Promise.resolve<unknown>(undefined);

  async function forward(by: number): Promise<Forwarded> {
    const start = now();
    const target = start + by;
    if (target - realTime() > MAX_FORWARD) return report([], "too-far");
    const posts: SimulatedPost[] = [];
    try {
      // Posts that have fallen due by themselves since the last time come first, each at its own moment.
      let moment = Math.min((await nextDue()) ?? start, start);
      while (moment <= target) {
        if (posts.length >= MAX_POSTS) return await stop(posts, "many-posts");
        held = moment;
        await poster.round();
        posts.push(...(await describePosts(moment)));
        const next = (await nextDue()) ?? Number.POSITIVE_INFINITY;
        // The poster could not plan, and has logged why.
        if (next <= moment) return await stop(posts, "store");
        moment = next;
      }
      held = target;
      return await stop(posts);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return await stop(posts, "store");
    } finally {
      held = undefined;
    }
  }

  async function nextDue(): Promise<number | undefined> {
    return (await store.occasions())?.nextDue();
  }

  /** Lets the clock go on from the moment at which it is held. */
  async function stop(
    posts: readonly SimulatedPost[],
    stopped?: Forwarded["stopped"],
  ): Promise<Forwarded> {
    offset = now() - realTime();
    return report(posts, stopped);
  }

  async function report(
    posts: readonly SimulatedPost[],
    stopped?: Forwarded["stopped"],
  ): Promise<Forwarded> {
    const [kept] = await readServers();
    return {
      now: now(),
      zone: kept?.zone ?? ownZone(),
      posts,
      threads: threads.splice(0),
      ...(stopped && { stopped }),
    };
  }

  async function describePosts(at: number): Promise<readonly SimulatedPost[]> {
    const taken = discord.take();
    threads.push(...taken.threads);
    if (taken.messages.length === 0) return [];
    const servers = await readServers();
    return taken.messages.map((message) => {
      for (const { zone, schedules } of servers) {
        const schedule = schedules.find(({ occasions }) =>
          occasions.some((one) => one.message === message.id),
        )?.schedule;
        if (schedule !== undefined) {
          return { ...message, at, schedule, zone: schedule.zone ?? zone ?? DEFAULT_ZONE };
        }
      }
      return { ...message, at, zone: servers[0]?.zone ?? DEFAULT_ZONE };
    });
  }

  /** Returns the zone and the schedules of each server: the page has one. */
  async function readServers(): Promise<
    readonly { readonly zone: string | undefined; readonly schedules: readonly KeptSchedule[] }[]
  > {
    const servers = await store.servers();
    return Promise.all(
      servers.map(async (server) => {
        const read = await store.read({ server, managesServer: false }, ["schedules"]);
        if ("error" in read) throw new StoreError(read.error);
        const { settings, schedules = [] } = read.kept;
        return { zone: settings.server?.value.zone, schedules };
      }),
    );
  }

  return {
    bot,
    store,
    openThread: createOpenThread(discord.send),
    forward(by) {
      const forwarded = last.then(() => forward(by));
      last = forwarded.catch(() => {});
      return forwarded;
    },
    async close() {
      await last;
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
