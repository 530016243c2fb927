import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { elementAt } from "../../src/foundation/checked-access.ts";
import type { Deck } from "../../src/rhythm/deck.ts";
import type { Schedule } from "../../src/rhythm/schedule.ts";
import type { OccasionClaim } from "../../src/store/occasion-rows.ts";
import type { Store } from "../../src/store/store.ts";
import { INVITED } from "../discord/fake-channels.ts";
import { type FakeDiscord, type Fault, startFakeDiscord } from "../discord/fake-discord.ts";
import { GUILD_ID } from "../discord/payloads.ts";
import {
  at,
  CHANNEL,
  createTestPoster,
  FORUM,
  messageOf,
  occasionsIn,
  openTestStore,
  postingOfKey,
  scheduleOf,
  setUp,
  type TestClock,
} from "./posting.ts";

const folder = mkdtempSync(join(tmpdir(), "ibid-poster-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let count = 0;
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((close) => close()));
});

interface Stage {
  readonly clock: TestClock;
  readonly store: Store;
  readonly discord: FakeDiscord;
  readonly lines: string[];
  /** The faults of the next requests, in order; undefined for none. */
  readonly faults: (Fault | undefined)[];
  round(milliseconds?: number): Promise<number | undefined>;
  said(): readonly string[];
  state(): Promise<readonly string[]>;
}

/** Sets up schedules half an hour before eight on a Monday, in a server with a channel and a forum. */
async function stage(
  schedules: readonly Omit<Schedule, "version">[],
  { makePosting = postingOfKey, discordSkew = 0, nonceMemory = 180_000 } = {},
): Promise<Stage> {
  const clock = at("2026-03-02T07:30:00Z");
  const faults: (Fault | undefined)[] = [];
  const discord = await startFakeDiscord({
    channels: [
      { id: CHANNEL, guild: GUILD_ID },
      {
        ...{ id: FORUM, guild: GUILD_ID, type: ChannelType.GuildForum },
        tags: [{ id: "7", name: "Letters" }],
      },
    ],
    now: () => clock.now + discordSkew,
    nonceMemory,
    faultOf: ({ method }) => (method === "POST" ? faults.shift() : undefined),
  });
  const store = openTestStore({ kind: "file", path: join(folder, `${++count}.sqlite`) }, clock);
  opened.push(store.close, discord.close);
  const lines: string[] = [];
  const poster = createTestPoster(store, {
    ...{ api: discord.api, clock, makePosting },
    onLog: (line) => lines.push(line),
  });
  await setUp(store, ...schedules);
  await poster.round();
  return {
    ...{ clock, store, discord, lines, faults },
    async round(milliseconds = 0) {
      clock.now += milliseconds;
      return poster.round();
    },
    said: () => discord.channels.messages.map(({ body }) => textIn(body)),
    state: async () =>
      (await occasionsIn(store)).map(({ date, state, why }) =>
        [date, state, why].filter(Boolean).join(" "),
      ),
  };
}

function textIn(body: object): string {
  return /"content":"([^"]*)"/.exec(JSON.stringify(body))?.[1] ?? "";
}

async function scheduleIn(store: Store, id = "daily") {
  const read = await store.read({ server: GUILD_ID, managesServer: false }, ["schedules"]);
  if ("error" in read) throw new Error(read.error);
  const found = read.kept.schedules?.find(({ schedule }) => schedule.id === id);
  if (found === undefined) throw new Error("There is no such schedule.");
  return found;
}

describe("A schedule", () => {
  test("is posted once on its minute, and the next day again", async () => {
    const { round, said, state, discord } = await stage([scheduleOf()]);
    await round(29 * MINUTE);
    expect(said()).toEqual([]);
    await round(MINUTE);
    await round();
    await round(MINUTE);
    expect(said()).toEqual(["daily 2026-03-02 0"]);
    await round(DAY);
    expect(said()).toEqual(["daily 2026-03-02 0", "daily 2026-03-03 0"]);
    expect(await state()).toEqual(["2026-03-02 posted", "2026-03-03 posted"]);
    expect(discord.problems).toEqual([]);
  });

  test("is posted late by at most half a period, and only the last of several", async () => {
    const { round, said, state } = await stage([
      scheduleOf(),
      scheduleOf({ id: "weekly", cadence: { kind: "weekly", on: [1] } }),
    ]);
    // A week without power.
    await round(8 * DAY + 30 * MINUTE + 11 * HOUR);
    expect(said()).toEqual(["daily 2026-03-10 0"]);
    expect((await state()).filter((line) => line.includes("missed")).length).toBe(10);
    await round(13 * HOUR);
    expect(said().at(-1)).toBe("daily 2026-03-11 0");
  });

  test("that is too late is missed, and says so", async () => {
    const { round, said, state } = await stage([scheduleOf()]);
    await round(30 * MINUTE + 12 * HOUR + 1);
    expect(said()).toEqual([]);
    expect(await state()).toEqual(["2026-03-02 missed late"]);
  });

  test("posts nothing while it is paused, and goes on from where it is resumed", async () => {
    const { round, said, store } = await stage([scheduleOf()]);
    const change = async (state: Schedule["state"]) => {
      const { schedule } = await scheduleIn(store);
      const { version: seen, ...same } = schedule;
      await store.apply([{ kind: "schedule", schedule: { ...same, state }, seen }]);
    };
    await change("paused");
    await round(3 * DAY);
    await change("on");
    await round();
    expect(said()).toEqual([]);
    await round(30 * MINUTE);
    expect(said()).toEqual(["daily 2026-03-05 0"]);
  });

  test("is not posted again today when its time or its zone moves", async () => {
    const { round, said, store } = await stage([scheduleOf()]);
    await round(30 * MINUTE);
    const { schedule } = await scheduleIn(store);
    const { version: seen, ...same } = schedule;
    await store.apply([
      { kind: "schedule", schedule: { ...same, time: "20:00", zone: "America/New_York" }, seen },
    ]);
    await round(23 * HOUR);
    expect(said()).toEqual(["daily 2026-03-02 0"]);
    await round(18 * HOUR);
    expect(said()).toEqual(["daily 2026-03-02 0", "daily 2026-03-03 0"]);
  });

  test("follows the zone of its server when that changes", async () => {
    const { zone: _, ...followsServer } = scheduleOf();
    const { round, said, store, clock } = await stage([followsServer]);
    const read = await store.read({ server: GUILD_ID, managesServer: true }, []);
    const seen = "kept" in read ? read.kept.settings.server?.version : undefined;
    await store.apply([
      { kind: "settings", level: "server", id: GUILD_ID, settings: { zone: "Asia/Seoul" }, seen },
    ]);
    clock.now = Date.parse("2026-03-02T22:59:00Z");
    await round();
    expect(said()).toEqual([]);
    await round(MINUTE);
    expect(said()).toEqual(["daily 2026-03-03 0"]);
  });

  test("keeps what came of its posts for 400 days", async () => {
    const { round, state } = await stage([scheduleOf()]);
    await round(30 * MINUTE);
    await round(399 * DAY);
    expect(await state()).toContain("2026-03-02 posted");
    await round(2 * DAY);
    expect(await state()).not.toContain("2026-03-02 posted");
    expect((await state()).length).toBeLessThanOrEqual(401);
  });

  test("that is deleted is gone with all that came of it", async () => {
    const { round, said, store, state } = await stage([scheduleOf()]);
    await round(30 * MINUTE);
    const { schedule } = await scheduleIn(store);
    const deletion = { kind: "delete-schedule", id: "daily", server: GUILD_ID } as const;
    const conflict = { outcome: "conflict" };
    expect(await store.apply([{ ...deletion, seen: schedule.version + 1 }])).toEqual(conflict);
    expect(await store.apply([{ ...deletion, server: "9", seen: schedule.version }])).toEqual(
      conflict,
    );
    await store.apply([{ ...deletion, seen: schedule.version }]);
    await round(DAY);
    expect(said().length).toBe(1);
    expect(await state()).toEqual([]);
  });

  test("is posted out of turn once, however often that is pressed", async () => {
    const { round, said, store } = await stage([scheduleOf()]);
    const now = { kind: "post-now", id: "daily", server: GUILD_ID, date: "2026-03-02" } as const;
    expect(await store.apply([{ ...now, seen: 0 }])).toEqual({ outcome: "applied" });
    expect(await store.apply([{ ...now, seen: 0 }])).toEqual({ outcome: "conflict" });
    await round();
    await round();
    expect(said()).toEqual(["daily 2026-03-02 -1"]);
    await round(30 * MINUTE);
    expect(said()).toEqual(["daily 2026-03-02 -1", "daily 2026-03-02 0"]);
  });
});

test("Of two occasions that draw from the same deck, one draws again", async () => {
  const { store } = await stage([scheduleOf()]);
  for (const seen of [0, 1]) {
    const date = "2026-03-02";
    await store.apply([{ kind: "post-now", id: "daily", server: GUILD_ID, date, seen }]);
  }
  const occasions = await store.occasions();
  if (occasions === undefined) throw new Error("There is no store.");
  const begin = async (claim: OccasionClaim, deck: Deck) => {
    const shown = { round: 0, addresses: [`passage ${deck.addresses.length + 1}`] };
    return occasions.begin(claim, { said: [], shown }, deck);
  };
  const claims = [await occasions.claim("post"), await occasions.claim("post")].flatMap(
    (claim) => claim ?? [],
  );
  const both = await Promise.all(
    claims.map(async (claim) => ({ claim, deck: await occasions.shownIn(claim) })),
  );
  const begun = await Promise.all(both.map(({ claim, deck }) => begin(claim, deck)));
  expect(begun.toSorted()).toEqual(["begun", "deck-changed"]);
  const other = elementAt(both, begun.indexOf("deck-changed")).claim;
  expect(await begin(other, await occasions.shownIn(other))).toBe("begun");
  expect((await occasions.shownIn(other)).addresses.toSorted()).toEqual(["passage 1", "passage 2"]);
});

describe("A fault", () => {
  const refusing = (status: Fault["status"], retryAfter?: number): Fault => ({
    ...{ when: "before", status },
    ...(retryAfter !== undefined && { retryAfter }),
  });
  const losing = (status: Fault["status"]): Fault => ({ when: "after", status });

  test.each([
    ["an error before posting", refusing(500)],
    ["an error after posting", losing(502)],
    ["a connection that breaks before posting", refusing("cut")],
    ["a connection that breaks after posting", losing("cut")],
  ])("of %s leads to one post", async (_, fault) => {
    const { round, said, state, faults } = await stage([scheduleOf()]);
    faults.push(fault);
    const pause = await round(30 * MINUTE);
    expect(pause).toBe(5 * SECOND);
    await round(pause);
    expect(said()).toEqual(["daily 2026-03-02 0"]);
    expect(await state()).toEqual(["2026-03-02 posted"]);
  });

  test("that goes on for a minute leaves the post unsure, and nothing is posted again", async () => {
    const { round, said, state, faults, store } = await stage([scheduleOf()], {
      nonceMemory: 61 * SECOND,
    });
    faults.push(losing(502), ...Array.from({ length: 20 }, () => refusing(500)));
    let pause = await round(30 * MINUTE);
    while (pause !== undefined) pause = await round(pause);
    expect(await state()).toEqual(["2026-03-02 unsure"]);
    faults.length = 0;
    await round(HOUR);
    await round(HOUR);
    expect(said()).toEqual(["daily 2026-03-02 0"]);
    // A user looks, and says that it is there.
    const occasion = { schedule: "daily", date: "2026-03-02", slot: 0 };
    const resolve = {
      kind: "resolve-occasion",
      server: GUILD_ID,
      occasion,
      isPosted: true,
    } as const;
    expect(await store.apply([{ ...resolve, server: "9" }])).toEqual({ outcome: "conflict" });
    expect(await store.apply([resolve])).toEqual({ outcome: "applied" });
    expect(await store.apply([resolve])).toEqual({ outcome: "conflict" });
    expect(await state()).toEqual(["2026-03-02 posted"]);
  });

  test("that left a post unsure is mended by a user who says that it is not there", async () => {
    const { round, said, state, faults, store } = await stage([scheduleOf()]);
    faults.push(...Array.from({ length: 20 }, () => refusing(500)));
    let pause = await round(30 * MINUTE);
    while (pause !== undefined) pause = await round(pause);
    faults.length = 0;
    const occasion = { schedule: "daily", date: "2026-03-02", slot: 0 };
    await store.apply([{ kind: "resolve-occasion", server: GUILD_ID, occasion, isPosted: false }]);
    await round(13 * HOUR);
    expect(said()).toEqual([]);
    await store.apply([{ kind: "resolve-occasion", server: GUILD_ID, occasion, isPosted: false }]);
    expect(await state()).toEqual(["2026-03-02 missed late"]);
  });

  test("that left a post unsure is mended while the schedule is paused too", async () => {
    const { round, said, faults, store } = await stage([scheduleOf()]);
    faults.push(...Array.from({ length: 20 }, () => refusing(500)));
    let pause = await round(30 * MINUTE);
    while (pause !== undefined) pause = await round(pause);
    faults.length = 0;
    const { schedule } = await scheduleIn(store);
    const { version: seen, ...same } = schedule;
    await store.apply([{ kind: "schedule", schedule: { ...same, state: "paused" }, seen }]);
    const occasion = { schedule: "daily", date: "2026-03-02", slot: 0 };
    await store.apply([{ kind: "resolve-occasion", server: GUILD_ID, occasion, isPosted: false }]);
    await round();
    await round(DAY);
    expect(said()).toEqual(["daily 2026-03-02 0"]);
    expect((await scheduleIn(store)).schedule.state).toBe("paused");
  });

  test("of too many requests waits for as long as Discord asks, and does not count as an attempt", async () => {
    const { round, said, faults } = await stage([scheduleOf()]);
    faults.push(refusing(429, 90), undefined);
    expect(await round(30 * MINUTE)).toBe(90 * SECOND);
    await round(89 * SECOND);
    expect(said()).toEqual([]);
    await round(SECOND);
    expect(said()).toEqual(["daily 2026-03-02 0"]);
  });

  test("of too many requests after an unknown one does not lengthen the time for another attempt", async () => {
    const { round, said, state, faults } = await stage([scheduleOf()], {
      nonceMemory: 61 * SECOND,
    });
    faults.push(losing(502), refusing(429, 70));
    const pause = await round(30 * MINUTE);
    expect(await round(pause)).toBe(70 * SECOND);
    await round(70 * SECOND);
    expect(said()).toEqual(["daily 2026-03-02 0"]);
    expect(await state()).toEqual(["2026-03-02 unsure"]);
  });

  test("of Discord out of reach posts nothing, and posts once it is back", async () => {
    const { round, said, state, store, clock, discord } = await stage([scheduleOf()]);
    const closed = await startFakeDiscord();
    await closed.close();
    const poster = createTestPoster(store, { api: closed.api, clock });
    clock.now += 30 * MINUTE;
    await poster.round();
    clock.now += 5 * MINUTE;
    await poster.round();
    expect(await state()).toEqual(["2026-03-02 due"]);
    await round(HOUR);
    expect(said()).toEqual(["daily 2026-03-02 0"]);
    expect(discord.problems).toEqual([]);
  });

  test("of a message that a moderator has deleted before the second attempt posts none", async () => {
    const { round, state, faults, discord } = await stage([scheduleOf()]);
    faults.push(losing("cut"));
    const pause = await round(30 * MINUTE);
    discord.channels.delete(discord.channels.messages[0]?.id ?? "");
    await round(pause);
    expect(discord.channels.messages.length).toBe(1);
    expect(await state()).toEqual(["2026-03-02 posted"]);
  });

  test("of the clock posts nothing until it is right", async () => {
    const { round, said, lines, store, clock } = await stage([scheduleOf()], {
      discordSkew: 6 * MINUTE,
    });
    await round(30 * MINUTE);
    expect(said()).toEqual([]);
    expect(lines.join()).toContain("more than five minutes apart");
    const right = await startFakeDiscord({
      channels: [{ id: CHANNEL, guild: GUILD_ID }],
      now: () => clock.now,
    });
    opened.push(right.close);
    const poster = createTestPoster(store, { api: right.api, clock });
    clock.now += MINUTE;
    await poster.round();
    expect(right.channels.messages.length).toBe(1);
  });

  test("of ours fails one post, and no other", async () => {
    const { round, said, state, lines } = await stage([scheduleOf(), scheduleOf({ id: "other" })], {
      makePosting(claim) {
        if (claim.schedule.id === "daily") throw new Error("This fails.");
        return postingOfKey(claim);
      },
    });
    await round(30 * MINUTE);
    expect(said()).toEqual(["other 2026-03-02 0"]);
    expect(await state()).toContain("2026-03-02 failed error");
    expect(lines.join()).toContain("Posting what is due failed.");
  });
});

describe("A schedule is held", () => {
  const NO_SENDING = { id: CHANNEL, guild: GUILD_ID, permissions: PermissionFlagsBits.ViewChannel };
  const WELL = { id: CHANNEL, guild: GUILD_ID };

  test("while a permission is missing, is tried again once a day, and goes on by itself", async () => {
    const { round, said, store, discord } = await stage([scheduleOf()]);
    discord.channels.set(NO_SENDING);
    const posts = () => discord.requests.filter(({ method }) => method === "POST").length;
    await round(30 * MINUTE);
    expect((await scheduleIn(store)).schedule).toMatchObject({
      state: "held",
      why: "no-permission",
    });
    for (let hour = 0; hour < 10; hour++) await round(HOUR);
    expect(posts()).toBe(1);
    await round(14 * HOUR);
    for (let day = 0; day < 2; day++) await round(DAY);
    expect(posts()).toBe(4);
    discord.channels.set(WELL);
    await round(DAY);
    expect(said()).toEqual(["daily 2026-03-06 0"]);
    expect((await scheduleIn(store)).schedule).toMatchObject({ state: "on" });
    expect((await scheduleIn(store)).schedule.why).toBeUndefined();
  });

  test("and is left alone after fourteen days, until a user resumes it", async () => {
    const { round, said, store, discord } = await stage([scheduleOf()]);
    discord.channels.set(NO_SENDING);
    await round(30 * MINUTE);
    for (let day = 0; day < 20; day++) await round(DAY);
    const posts = discord.requests.filter(({ method }) => method === "POST").length;
    expect(posts).toBeGreaterThan(12);
    expect(posts).toBeLessThan(16);
    discord.channels.set(WELL);
    await round(DAY);
    await round(30 * MINUTE);
    expect(said()).toEqual([]);
    const { version: seen, why: _, ...same } = (await scheduleIn(store)).schedule;
    await store.apply([{ kind: "schedule", schedule: { ...same, state: "on" }, seen }]);
    // An occasion of half an hour ago is not too late.
    await round();
    expect(said()).toEqual(["daily 2026-03-23 0"]);
  });

  test("and a report says so once, where the server wants reports", async () => {
    const { store, discord, clock, round } = await stage([]);
    const reports = "300000000000000009";
    discord.channels.set({ id: reports, guild: GUILD_ID });
    discord.channels.set(NO_SENDING);
    await store.apply([
      { kind: "settings", level: "server", id: GUILD_ID, settings: { reports }, seen: undefined },
    ]);
    await setUp(store, scheduleOf());
    await round();
    const poster = createTestPoster(store, {
      ...{ api: discord.api, clock },
      makeReport: ({ schedule: { id } }, { kind }) => messageOf(`${id} is ${kind}`),
    });
    clock.now += 30 * MINUTE;
    for (let day = 0; day < 3; day++) {
      await poster.round();
      clock.now += DAY;
    }
    const said = discord.channels.messages.map(({ channel, body }) => [channel, textIn(body)]);
    expect(said).toEqual([[reports, "daily is held"]]);
  });

  test.each([
    ["channel-gone", (discord: FakeDiscord) => discord.channels.remove(CHANNEL)],
    ["removed", (discord: FakeDiscord) => discord.channels.kick(GUILD_ID)],
    [
      "no-access",
      (discord: FakeDiscord) => discord.channels.set({ ...NO_SENDING, permissions: 0n }),
    ],
  ])("with the reason %s", async (why, change) => {
    const { round, store, discord } = await stage([
      scheduleOf(),
      scheduleOf({ id: "forum", channel: FORUM, time: "20:00" }),
    ]);
    change(discord);
    await round(30 * MINUTE);
    expect((await scheduleIn(store)).schedule).toMatchObject({ state: "held", why });
    // Only a server that has removed the bot holds all of its schedules.
    const other = (await scheduleIn(store, "forum")).schedule;
    expect(other.state).toBe(why === "removed" ? "held" : "on");
  });
});

describe("A thread", () => {
  const threaded = scheduleOf({ thread: { kind: "thread", archiveAfter: 1440 } });
  const withQuestions = (claim: Parameters<typeof postingOfKey>[0]) => ({
    ...postingOfKey(claim),
    opening: messageOf("What does it say?"),
  });

  test("is opened for each post, with its questions", async () => {
    const { round, said, discord, store } = await stage([threaded], { makePosting: withQuestions });
    await round(30 * MINUTE);
    await round();
    expect(said()).toEqual(["daily 2026-03-02 0", "What does it say?"]);
    const [thread] = discord.channels.threads.values();
    expect(thread?.name).toBe("daily 2026-03-02 0");
    expect((await scheduleIn(store)).occasions[0]).toMatchObject({
      ...{ thread: thread?.id, threadState: "complete" },
    });
  });

  test.each([
    ["before", "cut"],
    ["after", "cut"],
    ["after", 500],
    ["before", 429],
  ] as const)("that fails %s it is made, by %s, is made once", async (when, status) => {
    const { round, said, discord, faults } = await stage([threaded], {
      makePosting: withQuestions,
    });
    faults.push(undefined, { when, status }, { when, status });
    let pause = await round(30 * MINUTE);
    while (pause !== undefined) pause = await round(pause);
    expect(discord.channels.threads.size).toBe(1);
    expect(said()).toEqual(["daily 2026-03-02 0", "What does it say?"]);
  });

  test("that is not permitted leaves the post as it is, and the list says so", async () => {
    const { round, said, discord, store } = await stage([threaded]);
    const permissions = INVITED & ~PermissionFlagsBits.CreatePublicThreads;
    discord.channels.set({ id: CHANNEL, guild: GUILD_ID, permissions });
    await round(30 * MINUTE);
    expect(said()).toEqual(["daily 2026-03-02 0"]);
    const { schedule, occasions } = await scheduleIn(store);
    expect(schedule.state).toBe("on");
    expect(occasions[0]).toMatchObject({
      ...{ state: "posted", threadState: "failed", threadWhy: "no-permission" },
    });
  });
});

describe("A post in a forum", () => {
  const inForum = scheduleOf({
    channel: FORUM,
    thread: { kind: "forum", archiveAfter: 4320, tag: "letters" },
  });

  test("has a name and a tag", async () => {
    const { round, discord } = await stage([inForum]);
    await round(30 * MINUTE);
    const [thread] = discord.channels.threads.values();
    expect(thread).toMatchObject({ name: "daily 2026-03-02 0", tags: ["7"], parent: FORUM });
  });

  test.each([
    ["before", "cut"],
    ["after", "cut"],
    ["after", 502],
    ["before", 500],
  ] as const)(
    "that fails %s it is made, by %s, is made once, though it has no nonce",
    async (when, status) => {
      const { round, discord, state, faults } = await stage([inForum]);
      faults.push({ when, status });
      let pause = await round(30 * MINUTE);
      while (pause !== undefined) pause = await round(pause);
      expect(discord.channels.threads.size).toBe(1);
      expect(await state()).toEqual(["2026-03-02 posted"]);
    },
  );

  test("that wants a tag holds its schedule", async () => {
    const { thread: _, ...untagged } = inForum;
    const { round, discord, store } = await stage([
      { ...untagged, thread: { kind: "forum", archiveAfter: 60 } },
    ]);
    discord.channels.set({
      ...{ id: FORUM, guild: GUILD_ID, type: ChannelType.GuildForum, requiresTag: true },
    });
    await round(30 * MINUTE);
    expect((await scheduleIn(store)).schedule).toMatchObject({ state: "held", why: "tag-missing" });
  });

  test("whose tag is gone holds its schedule", async () => {
    const { round, discord, store } = await stage([inForum]);
    discord.channels.set({ id: FORUM, guild: GUILD_ID, type: ChannelType.GuildForum });
    await round(30 * MINUTE);
    expect((await scheduleIn(store)).schedule).toMatchObject({ state: "held", why: "tag-missing" });
  });
});

test("Every request of posting is allowed by the permissions for which the invite link asks", async () => {
  const { round, discord } = await stage([
    scheduleOf({ thread: { kind: "thread", archiveAfter: 60 } }),
    scheduleOf({ id: "forum", channel: FORUM, thread: { kind: "forum", archiveAfter: 60 } }),
  ]);
  await round(30 * MINUTE);
  expect(discord.channels.used() & ~INVITED).toBe(0n);
  expect(discord.problems).toEqual([]);
});
