import { pino } from "pino";
import { english } from "../../src/catalogue/catalogue.ts";
import type { StoreConfig } from "../../src/config.ts";
import { createRequests, type SendRequest } from "../../src/frontends/discord-request.ts";
import {
  createPoster,
  type MakePosting,
  type MakeReport,
  type Poster,
  type PostingMessage,
} from "../../src/frontends/poster.ts";
import type { Schedule } from "../../src/rhythm/schedule.ts";
import type { OccasionClaim } from "../../src/store/occasion-rows.ts";
import { createStore, type Store } from "../../src/store/store.ts";
import { TOKEN } from "../discord/fake-discord.ts";
import { GUILD_ID } from "../discord/payloads.ts";

export const CHANNEL = "300000000000000001";
export const FORUM = "300000000000000002";

/** A clock that moves only when it is set. */
export interface TestClock {
  now: number;
}

export const at = (iso: string) => ({ now: Date.parse(iso) });

/** Returns a schedule that posts each day at eight, with some changes. */
export function scheduleOf(changes: Partial<Schedule> = {}): Omit<Schedule, "version"> {
  return {
    id: "daily",
    server: GUILD_ID,
    channel: CHANNEL,
    cadence: { kind: "daily" },
    time: "08:00",
    zone: "UTC",
    what: { kind: "day", options: {} },
    state: "on",
    ...changes,
  };
}

export async function setUp(store: Store, ...schedules: readonly Omit<Schedule, "version">[]) {
  const changes = schedules.map(
    (schedule) => ({ kind: "schedule", schedule, seen: undefined }) as const,
  );
  const applied = await store.apply(changes);
  if (!("outcome" in applied) || applied.outcome !== "applied") throw new Error("Not set up.");
}

/** Returns a message with one text. */
export function messageOf(content: string): object {
  return {
    flags: 1 << 15,
    components: [{ type: 10, content }],
    attachments: [],
    allowed_mentions: { parse: [] },
  };
}

/** Says of which schedule and date an occasion is. */
export function postingOfKey({
  occasion: { schedule, date, slot },
}: OccasionClaim): PostingMessage {
  const name = `${schedule} ${date} ${slot}`;
  return { message: messageOf(name), files: [], name, said: [name] };
}

interface TestPosterOptions {
  readonly api: string;
  readonly clock?: TestClock;
  readonly send?: SendRequest;
  readonly makePosting?: MakePosting;
  readonly makeReport?: MakeReport;
  readonly onLog?: (line: string) => void;
}

/** Creates a poster for the tests’ Discord. */
export function createTestPoster(
  store: Pick<Store, "occasions">,
  {
    api,
    clock,
    send = createRequests(TOKEN, api),
    makePosting = postingOfKey,
    makeReport,
    onLog,
  }: TestPosterOptions,
): Poster {
  return createPoster({
    occasions: store.occasions,
    send,
    makePosting,
    makeReport,
    t: english,
    log: pino({ level: onLog === undefined ? "silent" : "warn" }, { write: onLog ?? (() => {}) }),
    ...(clock && { elapsed: () => clock.now }),
  });
}

export function openTestStore(config: StoreConfig, clock?: TestClock): Store {
  return createStore(config, () => {}, clock && (() => clock.now));
}

/** Returns the occasions of a schedule, or all, the earliest first. */
export async function occasionsIn(store: Store, schedule?: string) {
  const result = await store.use((database) =>
    database
      .selectFrom("occasion")
      .selectAll()
      .$if(schedule !== undefined, (query) => query.where("schedule", "=", schedule ?? ""))
      .orderBy("due")
      .orderBy("schedule")
      .execute(),
  );
  if ("error" in result) throw new Error(result.error);
  return result.value;
}
