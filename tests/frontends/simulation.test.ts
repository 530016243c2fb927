import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIInteraction, APIMessage } from "discord-api-types/v10";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/command/bot.ts";
import { dayInZone, dayOf } from "../../src/corpus/date.ts";
import { createPreview } from "../../src/frontends/preview/preview-server.ts";
import { createSimulation, type Simulation } from "../../src/frontends/preview/simulation.ts";
import { messageAfter, offersOf, textOf } from "../discord/ask.ts";
import { type Callback, type OptionValues, slashCommand } from "../discord/payloads.ts";
import { problemsWithMessage } from "../discord/spec.ts";
import { contextOf, libraryOf } from "../library.ts";
import { callbackIn } from "./serving.ts";

const HOME = "http://127.0.0.1:3000";
const HOUR = 60 * 60_000;
const WEEK = 7 * 24;

const library = libraryOf({
  "plans.yaml": "keepers: { title: The keepers, steps: [one¶1, two¶1, one¶2] }",
  "one.md":
    "---\ndate: 1907-03-02\nquestions: [Who lit it?]\n---\n\nThe lamp has been lit since nine in the evening.\n\nNobody came by boat, and nobody was expected here.\n",
  "two.md": "The oil has been carried up all of the stairs today.\n",
});

/** The folder in which stores are made, and the clock of this machine. */
let folder: string;
let real: number;
let simulation: Simulation;
let app: Awaited<ReturnType<typeof createPreview>>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ibid-simulation-"));
  vi.stubEnv("TMPDIR", folder);
  // A Saturday, at 10:00 in Berlin.
  real = Date.parse("2026-11-28T09:00:00Z");
  const log = pino({ level: "silent" });
  simulation = createSimulation({
    botAt: (now) =>
      createBot(commands, () => ({
        ...contextOf(library),
        ...{ now: now(), day: dayOf(now()), seed: Math.floor(Math.random() * 1e6) },
        dayIn: (zone: string) => dayInZone(now(), zone),
      })),
    log,
    realTime: () => real,
  });
  app = await createPreview(simulation.bot, log, simulation);
});

afterEach(async () => {
  await simulation.close();
  // Nothing of the store is left.
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

function request(path: string, body: unknown, origin = HOME) {
  return app.request(`${HOME}${path}`, {
    method: "POST",
    headers: { Origin: origin },
    body: JSON.stringify(body),
  });
}

async function ask(interaction: APIInteraction): Promise<Callback> {
  return callbackIn(await request("/interactions", interaction));
}

/** Sends an interaction as a member who manages the server and its events. */
async function send({ member, ...interaction }: APIInteraction) {
  const permissions = "2248482055769697";
  const managed = { ...interaction, ...(member && { member: { ...member, permissions } }) };
  return messageAfter(await ask(managed as APIInteraction), "guild");
}

function use(name: string, options: OptionValues) {
  return send(slashCommand(name, options));
}

function press(message: APIMessage, label: string) {
  const offer = offersOf(message).find((one) => one.label === label);
  if (offer === undefined) throw new Error(`There is no ${label}.`);
  return send(offer.interaction);
}

interface Forwarded {
  readonly now: number;
  readonly clock: string;
  readonly posts: readonly {
    readonly id: string;
    readonly channel: string;
    readonly at: number;
    readonly origin: string;
    readonly body: Parameters<typeof textOf>[0] & { readonly content?: string };
  }[];
  readonly threads: readonly { readonly id: string; readonly name: string }[];
  readonly note?: string;
}

async function forward(hours: number, language = "en"): Promise<Forwarded> {
  const response = await request(`/clock?lang=${language}`, { hours });
  expect(response.status).toBe(200);
  const forwarded = JSON.parse(await response.text()) as Forwarded;
  for (const { body } of forwarded.posts) expect(problemsWithMessage(body, [])).toEqual([]);
  return forwarded;
}

describe("the clock of the preview page", () => {
  test("shows what a week brings, each post at its local time, in order", async () => {
    await use("schedule add", { when: "weekdays", at: "08:00", zone: "Europe/Berlin" });
    await use("schedule add", { when: "Sundays", at: "21:30", zone: "Asia/Seoul", title: "Late" });
    const { posts, note, clock } = await forward(WEEK);
    expect(posts.map(({ origin }) => origin.replace(/^.* · /, ""))).toEqual([
      "Sunday 29 November 2026, 21:30 (Asia/Seoul)",
      "Monday 30 November 2026, 08:00 (Europe/Berlin)",
      "Tuesday 1 December 2026, 08:00 (Europe/Berlin)",
      "Wednesday 2 December 2026, 08:00 (Europe/Berlin)",
      "Thursday 3 December 2026, 08:00 (Europe/Berlin)",
      "Friday 4 December 2026, 08:00 (Europe/Berlin)",
    ]);
    expect(posts[0]?.origin).toContain("Late");
    const moments = posts.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    expect(textOf(posts[0]?.body ?? {})).toMatch(/lamp|boat|oil/);
    expect(note).toBe("6 posts until Saturday 5 December 2026, 10:00.");
    expect(clock).toBe("Saturday 5 December 2026, 10:00 (Europe/Berlin)");
  });

  test("is the one by which commands answer", async () => {
    await forward(24);
    await use("schedule add", { when: "every day", at: "09:00", zone: "UTC" });
    expect(textOf(await use("schedules", {}))).toContain("Monday 30 November 2026, 09:00");
    await forward(48);
    const list = textOf(await use("schedules", {}));
    expect(list).toContain("Wednesday 2 December 2026, 09:00");
    expect(list).toMatch(/Tuesday 1 December 2026, 09:00 \(https:\S+\) · posted/);
  });

  test("in steps of some hours brings the same as in one step", async () => {
    await use("schedule add", { when: "every day", at: "12:30", zone: "UTC", about: "lamp boat" });
    const one: string[] = [];
    for (let hour = 0; hour < 48; hour += 6) {
      one.push(...(await forward(6)).posts.map(({ origin }) => origin));
    }
    const all = (await forward(48)).posts.map(({ origin }) => origin);
    const dayOfOrigin = (origin: string) => /\d+ (Nov|Dec)/.exec(origin)?.[0];
    expect(one.map(dayOfOrigin)).toEqual(["28 Nov", "29 Nov"]);
    expect(all.map(dayOfOrigin)).toEqual(["30 Nov", "1 Dec"]);
  });

  test("posts by itself what falls due while it goes on, at its own moment", async () => {
    await use("schedule add", { when: "every day", at: "09:05", zone: "UTC" });
    real += 10 * 60_000;
    const { posts, note } = await forward(0);
    expect(posts.map(({ at }) => new Date(at).toISOString())).toEqual(["2026-11-28T09:05:00.000Z"]);
    expect(note).toBeUndefined();
    real += 49 * HOUR;
    expect((await forward(0)).posts).toHaveLength(2);
  });

  test("shows a plan step by step, with its threads and questions", async () => {
    await use("schedule add", {
      ...{ when: "every day", at: "12:00", zone: "UTC", thread: "1 day" },
      ...{ what: "plan", plan: "keepers" },
    });
    const { posts, threads } = await forward(WEEK);
    const own = posts.filter(({ channel }) => channel === "100000000000000003");
    expect(own).toHaveLength(3);
    expect(threads.map(({ id }) => id)).toEqual(own.map(({ id }) => id));
    expect(threads[0]?.name).toContain("28 November 2026");
    const opening = posts.find(({ channel }) => channel === threads[0]?.id);
    expect(opening?.body.content).toBe("Who lit it?");
  });

  test("posts at once what is to be posted right now, and opens a thread for *Discuss*", async () => {
    await press(
      await use("schedule add", { when: "last Friday", zone: "UTC", about: "lamp" }),
      "Post now",
    );
    expect((await forward(0)).posts).toHaveLength(1);
    const quotation = await use("quote", { passage: "one¶1" });
    expect(textOf(await press(quotation, "Discuss"))).toContain("The thread is open:");
    const { threads, posts } = await forward(0);
    expect(threads.map(({ id }) => id)).toEqual([quotation.id]);
    expect(posts.map(({ channel, body }) => [channel, body.content])).toEqual([
      [quotation.id, "Who lit it?"],
    ]);
  });

  test("stops after fifty posts, says so, and goes on from there", async () => {
    for (let index = 0; index < 9; index += 1) {
      await use("schedule add", { when: "every day", at: `${10 + index}:15`, zone: "UTC" });
    }
    const first = await forward(WEEK);
    expect(first.posts).toHaveLength(50);
    expect(first.note).toContain("because it shows 50 posts at a time");
    expect(first.now).toBe(first.posts.at(-1)?.at);
    const second = await forward(6);
    const moments = [...first.posts, ...second.posts].map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    expect(new Set(moments).size).toBe(54);
    expect(second.note).toContain("4 posts until");
  });

  test("goes no further than a year", async () => {
    let last = await forward(WEEK);
    for (let week = 1; week < 52; week += 1) last = await forward(WEEK);
    const { now, note } = await forward(WEEK);
    expect(note).toBe("The clock can be put forward by a year at most.");
    expect(now).toBe(last.now);
    expect(now).toBe(real + 52 * WEEK * HOUR);
  });

  test("says in the language of the page what was posted", async () => {
    await use("schedule add", { when: "every day", at: "12:00", zone: "Asia/Seoul" });
    const { note, clock, posts } = await forward(24, "ko");
    expect(note).toContain("게시물 1개를 게시했습니다");
    expect(clock).toContain("2026년 11월 29일");
    expect(posts[0]?.origin).toContain("매일");
  });

  test("without schedules posts nothing, and makes no store", async () => {
    expect((await forward(24)).note).toMatch(/^Nothing is posted until /);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("stops if its store is lost for good, and says why", async () => {
    await use("schedule add", { when: "every day", at: "12:00", zone: "UTC" });
    const [made = ""] = readdirSync(folder);
    expect(existsSync(join(folder, made, "store.sqlite"))).toBe(true);
    rmSync(join(folder, made), { recursive: true });
    expect((await forward(WEEK)).posts).toEqual([]);
  });

  test("is put forward only by hours, a week at most, and by the page itself", async () => {
    for (const body of [...[-1, 169, 1.5, "1", null].map((hours) => ({ hours })), {}, null, "week"])
      expect((await request("/clock", body)).status).toBe(400);
    expect((await request("/clock", { hours: 1 }, "https://example.org")).status).toBe(403);
  });

  test("is put forward by several requests one after the other", async () => {
    await use("schedule add", { when: "every day", at: "12:00", zone: "UTC" });
    const all = await Promise.all([forward(24), forward(24), forward(24)]);
    expect(all.map(({ posts }) => posts.length)).toEqual([1, 1, 1]);
    expect(all.at(-1)?.now).toBe(real + 3 * 24 * HOUR);
  });
});
