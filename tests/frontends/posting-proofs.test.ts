import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { ChannelType } from "discord-api-types/v10";
import { afterAll, describe, expect, test } from "vitest";
import type { StoreConfig } from "../../src/config.ts";
import { createRequests } from "../../src/frontends/discord-request.ts";
import { periodOf } from "../../src/rhythm/cadence.ts";
import { occasionsBetween } from "../../src/rhythm/occasions.ts";
import type { Schedule } from "../../src/rhythm/schedule.ts";
import { createStore } from "../../src/store/store.ts";
import { INVITED } from "../discord/fake-channels.ts";
import { type FakeDiscord, type Fault, startFakeDiscord, TOKEN } from "../discord/fake-discord.ts";
import { GUILD_ID } from "../discord/payloads.ts";
import { createFigures } from "../figures.ts";
import { hasPostgres, startPostgres } from "../store/postgres.ts";
import { isLong } from "../thoroughness.ts";
import { type Death, dying, type ProcessOptions, STEPS } from "./post-in-process.ts";
import {
  at,
  CHANNEL,
  createTestPoster,
  FORUM,
  occasionsIn,
  openTestStore,
  scheduleOf,
  setUp,
} from "./posting.ts";

const note = createFigures();

const folder = mkdtempSync(join(tmpdir(), "ibid-posting-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let count = 0;
const newFile = (): StoreConfig => ({ kind: "file", path: join(folder, `${++count}.sqlite`) });

const CHANNELS = [
  { id: CHANNEL, guild: GUILD_ID },
  { id: FORUM, guild: GUILD_ID, type: ChannelType.GuildForum },
];

/** Returns numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Notes each count of what came of a test. */
function noteCounts(title: string, counts: Readonly<Record<string, number>>): void {
  for (const [what, count] of Object.entries(counts)) note(`${title}: ${what}`, count);
}

/** Returns how often each occasion was posted, by its name. */
function postsIn({ channels }: FakeDiscord): ReadonlyMap<string, number> {
  const posts = new Map<string, number>();
  for (const { body } of channels.messages) {
    const name = /"content":"([^"]*)"/.exec(JSON.stringify(body))?.[1] ?? "";
    posts.set(name, (posts.get(name) ?? 0) + 1);
  }
  return posts;
}

/** A dozen schedules in six zones. The last ones post into a forum, and open threads. */
function dozen(): readonly Omit<Schedule, "version">[] {
  const zones = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
  ];
  const cadences: readonly Schedule["cadence"][] = [
    { kind: "daily" },
    { kind: "weekly", on: [1, 2, 3, 4, 5] },
    { kind: "weekly", on: [1, 4] },
    { kind: "weeks", every: 2, on: [2], from: "2026-01-06" },
    { kind: "month-weekdays", nth: [1], on: 7 },
    { kind: "days", every: 3, from: "2026-01-01" },
  ];
  const times = ["08:00", "02:30", "00:00", "19:15", "01:45", "23:59"];
  return Array.from({ length: 12 }, (_, index) =>
    scheduleOf({
      id: `s${index}`,
      cadence: cadences[index % 6] ?? { kind: "daily" },
      time: times[(index + Math.floor(index / 6)) % 6] ?? "08:00",
      zone: zones[(index + 2 * Math.floor(index / 6)) % 6] ?? "UTC",
      ...(index % 4 === 2 && { thread: { kind: "thread", archiveAfter: 1440 } }),
      ...(index % 4 === 3 && { channel: FORUM, thread: { kind: "forum", archiveAfter: 1440 } }),
    }),
  );
}

test("In a year of faults, every occasion is posted once and on its minute, or is accounted for", async () => {
  const clock = at("2026-01-01T00:00:00Z");
  const start = clock.now;
  // Twelve days around the change of the clocks in March; the whole year in the long tests.
  const [from, to] = isLong ? [start, start + 365 * DAY] : [start + 80 * DAY, start + 92 * DAY];
  clock.now = from;
  const random = randomFrom(22);
  let discordSkew = 0;
  let isFaulty = false;
  const faultOf = (): Fault | undefined => {
    const roll = random();
    if (!isFaulty || roll > 0.12) return undefined;
    const when = roll < 0.06 ? "before" : "after";
    const status = ([500, "cut", 502, 429] as const)[Math.floor(random() * 4)] ?? 500;
    if (status !== 429) return { when, status };
    return { when: "before", status, retryAfter: 1 + Math.floor(random() * 90) };
  };
  const discord = await startFakeDiscord({
    ...{ channels: CHANNELS, now: () => clock.now + discordSkew, nonceMemory: 61 * SECOND },
    faultOf: ({ method }) => (method === "POST" ? faultOf() : undefined),
  });
  const config = newFile();
  let store = openTestStore(config, clock);
  let poster = createTestPoster(store, { api: discord.api, clock });
  const schedules = dozen();
  await setUp(store, ...schedules);
  await poster.round();

  const expected = schedules
    .flatMap(({ id, cadence, time, zone = "UTC" }) =>
      occasionsBetween(cadence, time, zone, from, to).map((one) => ({ ...one, id, cadence })),
    )
    .toSorted((one, other) => one.due - other.due);
  // Three days without power, and an hour in which Discord’s clock and that of the store differ.
  const outage = [from + 5.01 * DAY, from + 7.51 * DAY] as const;
  const wrongClock = [from + 9.3 * DAY, from + 9.3 * DAY + 90 * MINUTE] as const;
  const isIn = (moment: number, [first, last]: readonly [number, number]) =>
    first <= moment && moment < last;
  for (const due of new Set([...expected.map((one) => one.due), outage[1], wrongClock[1]])) {
    if (isIn(due, outage) || due < clock.now) continue;
    clock.now = due;
    discordSkew = isIn(due, wrongClock) ? 10 * MINUTE : 0;
    isFaulty = true;
    let pause = await poster.round();
    while (pause !== undefined && discordSkew === 0) {
      clock.now += Math.max(pause, 1);
      pause = await poster.round();
    }
    // A process that is started anew knows what the last one knew.
    if (random() < 0.02) {
      await store.close();
      store = openTestStore(config, clock);
      poster = createTestPoster(store, { api: discord.api, clock });
    }
  }

  const rows = await occasionsIn(store);
  const stateOf = new Map(
    rows.map(({ schedule, date, slot, state }) => [`${schedule} ${date} ${slot}`, state]),
  );
  const posts = postsIn(discord);
  const names = expected.map(({ id, date, slot }) => `${id} ${date} ${slot}`);
  expect([...posts].filter(([, times]) => times > 1)).toEqual([]);
  expect([...posts.keys()].filter((name) => !names.includes(name))).toEqual([]);
  expect([...stateOf.keys()].toSorted()).toEqual(names.toSorted());
  const counts = { posted: 0, unsure: 0, missed: 0 };
  for (const [index, { due, cadence }] of expected.entries()) {
    const name = names[index] ?? "";
    const state = stateOf.get(name);
    if (state === "posted") counts.posted++;
    if (state === "unsure") counts.unsure++;
    if (state === "missed") counts.missed++;
    // Only what fell due without power is missed, and never posted; no other post is lost.
    if (state === "missed") expect(isIn(due, outage) && !posts.has(name)).toBe(true);
    else if (state === "posted") expect(posts.get(name)).toBe(1);
    else expect(state).toBe("unsure");
    const message = discord.channels.messages.find(({ body }) =>
      JSON.stringify(body).includes(`"${name}"`),
    );
    if (message === undefined || isIn(due, outage) || isIn(due, wrongClock)) continue;
    // On its minute, or as late as Discord asked to wait.
    expect(message.at - due).toBeGreaterThanOrEqual(0);
    expect(message.at - due).toBeLessThan(Math.min(6 * MINUTE, periodOf(cadence) / 2));
  }
  noteCounts("a year of a dozen schedules", counts);
  expect(counts.posted).toBeGreaterThan(expected.length * (isLong ? 0.95 : 0.7));
  expect(counts.unsure).toBeLessThan(expected.length * 0.01);
  expect(discord.problems).toEqual([]);
  expect(discord.channels.used() & ~INVITED).toBe(0n);
  await store.close();
  await discord.close();
});

const DEATHS: readonly Death[] = STEPS.flatMap((step) => [
  { when: "before", step } as const,
  { when: "after", step } as const,
]);

/** Posts with a process that ends at one step, then with another one. Returns what was posted. */
async function postAfterDeath(
  change: Partial<Schedule>,
  end: (options: Required<Omit<ProcessOptions, "dies">>) => Promise<void>,
) {
  const clock = at("2026-03-02T07:59:00Z");
  const discord = await startFakeDiscord({ channels: CHANNELS, now: () => clock.now });
  const config = newFile();
  const store = openTestStore(config, clock);
  await setUp(store, scheduleOf(change));
  await createTestPoster(store, { api: discord.api, clock }).round();
  clock.now += MINUTE;
  await end({ config, api: discord.api, now: clock.now });
  const poster = createTestPoster(store, { api: discord.api, clock });
  for (let attempt = 0; attempt < 4; attempt++) {
    clock.now += 21 * SECOND;
    await poster.round();
  }
  const [occasion] = await occasionsIn(store);
  const posted = {
    messages: discord.channels.messages.length,
    threads: discord.channels.threads.size,
  };
  await Promise.all([store.close(), discord.close()]);
  return { ...posted, state: occasion?.state, threadState: occasion?.thread_state };
}

describe.each([
  ["a message with a thread", 0, { thread: { kind: "thread", archiveAfter: 60 } } as const],
  [
    "a post in a forum",
    1,
    { channel: FORUM, thread: { kind: "forum", archiveAfter: 60 } } as const,
  ],
])("Of %s, one is made", (_, turn, change) => {
  const whole = { messages: 1, threads: 1, state: "posted", threadState: "complete" };

  test("whichever step was the last of the process that began", async () => {
    const deaths = DEATHS.filter((_, index) => isLong || index % 2 === turn);
    for (const death of deaths) {
      const posted = await postAfterDeath(change, async ({ config, api, now }) => {
        const store = createStore(
          config,
          () => {},
          () => now,
        );
        const ended = new Error("The process has ended.");
        const alive = { occasions: store.occasions, send: createRequests(TOKEN, api) };
        // A process that has ended does nothing any more.
        let isOver = false;
        const parts = dying(alive, death, async () => {
          isOver = true;
          throw ended;
        });
        const occasions = async () => {
          const all = await parts.occasions();
          const gone = async () => {
            throw ended;
          };
          return (
            all && new Proxy(all, { get: (of, key) => (isOver ? gone : Reflect.get(of, key)) })
          );
        };
        const poster = createTestPoster({ occasions }, { api, clock: { now }, send: parts.send });
        await poster.round();
        await store.close();
      });
      expect({ ...posted, ...death }).toEqual({ ...whole, ...death });
    }
  });

  test("whenever the process that began is killed", async () => {
    const deaths = isLong ? DEATHS : [{ when: "after", step: "send" } as const];
    for (const dies of deaths) {
      const posted = await postAfterDeath(change, async (options) => {
        const child = startProcess({ ...options, dies });
        const [code, signal] = await once(child, "exit");
        expect(code === 0 || signal === "SIGKILL").toBe(true);
      });
      expect({ ...posted, ...dies }).toEqual({ ...whole, ...dies });
    }
  });
});

function startProcess(options: ProcessOptions): ChildProcess {
  const module = new URL("post-in-process.ts", import.meta.url).pathname;
  return spawn(process.execPath, ["--import", "tsx", module, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

interface RaceOptions {
  readonly config: StoreConfig;
  readonly workers: number;
  readonly occasions: number;
  /** Whether the workers are processes, which are killed again and again. */
  readonly isKilled: boolean;
}

/** Lets workers post what is due at the same moment, with faults. Returns what came of it. */
async function race({ config, workers, occasions, isKilled }: RaceOptions) {
  const random = randomFrom(7);
  const discord = await startFakeDiscord({
    channels: CHANNELS,
    faultOf({ method }) {
      const roll = random();
      if (method !== "POST" || roll > 0.12) return undefined;
      if (roll < 0.03) return { when: "before", status: 500 };
      if (roll < 0.05) return { when: "before", status: 429, retryAfter: 1 };
      if (roll < 0.09) return { when: "after", status: 502 };
      return { when: "after", status: "cut" };
    },
  });
  const store = createStore(config);
  const ids = Array.from({ length: occasions }, (_, index) => `s${index}`);
  await setUp(store, ...ids.map((id) => scheduleOf({ id })));
  await store.apply(
    ids.map((id) => ({ kind: "post-now", id, server: GUILD_ID, date: "2026-03-02", seen: 0 })),
  );
  const start = performance.now();
  let kills = 0;
  const isDone = async () =>
    (await occasionsIn(store)).every(({ state }) => state !== "due" && state !== "posting");
  if (isKilled) {
    const running = Array.from({ length: workers }, () =>
      startProcess({ config, api: discord.api }),
    );
    const { messages } = discord.channels;
    while (!(await isDone())) {
      // A worker is killed after a few posts, however slow the machine is.
      const enough = messages.length + 1 + random() * 20;
      for (let turn = 0; turn < 50 && messages.length < enough; turn++) await sleep(200);
      if (await isDone()) break;
      const index = Math.floor(random() * workers);
      running[index]?.kill("SIGKILL");
      running[index] = startProcess({ config, api: discord.api });
      kills++;
    }
    for (const child of running) child.kill("SIGKILL");
  } else {
    const posters = Array.from({ length: workers }, () =>
      createTestPoster(createStore(config), { api: discord.api }),
    );
    while (!(await isDone())) {
      await Promise.all(posters.map((poster) => poster.round()));
      await sleep(200);
    }
  }
  const rows = await occasionsIn(store);
  const posts = postsIn(discord);
  const result = {
    posted: rows.filter(({ state }) => state === "posted").length,
    unsure: rows.filter(({ state }) => state === "unsure").length,
    twice: [...posts.values()].filter((times) => times > 1).length,
    lost: rows.filter(
      ({ schedule, date, slot, state }) =>
        state !== "unsure" && !posts.has(`${schedule} ${date} ${slot}`),
    ).length,
    kills,
    seconds: Math.round((performance.now() - start) / 1000),
  };
  await Promise.all([store.close(), discord.close()]);
  return result;
}

test("Workers on one store post each occasion once", async () => {
  const {
    kills: _,
    seconds: __,
    ...result
  } = await race({
    ...{ config: newFile(), workers: 2, occasions: 12, isKilled: false },
  });
  expect(result).toEqual({ posted: 12, unsure: 0, twice: 0, lost: 0 });
});

describe.skipIf(!isLong)("In the long tests, 1,000 occasions", () => {
  test("are posted once by two processes on one file, which are killed again and again", async () => {
    const result = await race({ config: newFile(), workers: 2, occasions: 1000, isKilled: true });
    noteCounts("two processes on one file", result);
    expect(result).toMatchObject({ twice: 0, lost: 0 });
    expect(result.posted + result.unsure).toBe(1000);
  });

  test.skipIf(!hasPostgres)(
    "are posted once by four processes on PostgreSQL, which are killed again and again",
    async () => {
      const server = await startPostgres();
      const config: StoreConfig = { kind: "postgres", url: server.url };
      const result = await race({ config, workers: 4, occasions: 1000, isKilled: true });
      noteCounts("four processes on PostgreSQL", result);
      expect(result).toMatchObject({ twice: 0, lost: 0 });
      expect(result.posted + result.unsure).toBe(1000);
      await server.remove();
    },
  );
});
