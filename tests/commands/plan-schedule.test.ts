import { type APIMessage, Locale } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { manifestsOf } from "../../src/discord/manifest.ts";
import { offersOf, textOf } from "../discord/ask.ts";
import { CHANNEL_IDS, GUILD_ID, OTHER, slashCommand } from "../discord/payloads.ts";
import { contextOf, expectKind, libraryOf } from "../library.ts";
import { by, prepareServer, WRITER } from "./scheduling.ts";

const WEEK = 7 * 86_400_000;

const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, index) => `Paragraph ${index + 1} is about the sea.`);
const log = (texts: readonly string[]) =>
  `---\ntitle: The log\ndate: 1909\n---\n\n${texts.join("\n\n")}\n`;

/** Eight steps of three passages; no reading on the first two Mondays in March. */
const FILES = {
  "topics.yaml": "sea: { label: The sea }\n",
  "log.md": log(paragraphs(24)),
  "blank.md": "---\ntitle: Blank\n---\n",
  "plans.yaml": [
    "term:",
    "  title: A term",
    "  holidays: 2027-03-01/2027-03-09",
    "  steps:",
    ...Array.from({ length: 8 }, (_, index) => {
      const read = [1, 2, 3].map((one) => `log¶${index * 3 + one}`).join(", ");
      return `    - { title: Part ${index + 1}, read: [${read}] }`;
    }),
    "dated:",
    "  title: A calendar",
    "  steps:",
    "    - { read: log¶1, date: 2027-01-04 }",
    "    - { read: log¶2, date: 2027-01-06 }",
  ].join("\n"),
};
const term = libraryOf(FILES);
const edited = libraryOf({
  ...FILES,
  "log.md": log(paragraphs(24).slice(0, 14)),
  "plans.yaml": "",
});

let library = term;
const server = prepareServer("2027-01-01T12:00:00Z", () => contextOf(library));
const { clock, run, press, round, schedules } = server;

/** Starts a plan that comes on Mondays at 19:00, and returns the answer. */
function start(options: Readonly<Record<string, string>> = {}): Promise<APIMessage> {
  library = term;
  return run("plan start", { plan: "term", when: "Mondays", at: "19:00", zone: "UTC", ...options });
}

/** Lets Ibid post until a moment, each Monday at 19:00. */
async function postUntil(date: string): Promise<void> {
  const end = Date.parse(date);
  await round();
  // A Monday.
  const first = Date.parse("2027-01-04T19:00:00Z");
  clock.now = first + Math.ceil((clock.now - first) / WEEK) * WEEK;
  for (; clock.now < end; clock.now += WEEK) await round();
  clock.now = end;
}

/** Returns the dates of the posts since the last call, with the titles of their steps. */
function createPosts() {
  let seen = 0;
  return () => {
    const posts = server.discord.channels.messages.slice(seen).map(({ at, body }) => {
      const parts = JSON.stringify(body).match(/Part \d/g) ?? [];
      const date = new Date(at).toISOString().slice(0, 10);
      return [date, parts.map((part) => Number(part.slice(5)))] as const;
    });
    seen = server.discord.channels.messages.length;
    return posts;
  };
}

async function keptOptions() {
  const [kept] = await schedules();
  return kept?.schedule.what.options ?? {};
}

const labels = (message: APIMessage) => offersOf(message).map(({ label }) => label);
const PACES = ["Catch up", "Keep the end", "Move the end"];

describe("/plan start", () => {
  test("sets up the schedule that posts a plan, step by step", async () => {
    const started = await start({ title: "Mondays at sea", thread: "1 week" });
    const text = textOf(started);
    expect(text).toContain("The schedule is set up.");
    expect(text).toContain("Mondays at 19:00");
    expect(text).toContain("Next step: 1 of 8 · 4 January 2027 · Part 1");
    expect(text).toContain("Last step: 22 February 2027");
    expect(labels(started)).toEqual(expect.arrayContaining(["Move the plan", "All steps"]));
    const [kept] = await schedules();
    expect(kept?.schedule).toMatchObject({
      ...{ channel: expect.stringMatching(/^\d+$/), title: "Mondays at sea" },
      what: { kind: "plan", options: { plan: "term", end: "2027-02-22" } },
    });
  });

  test("counts the days from the next time, whether or not today’s is past", async () => {
    clock.now = Date.parse("2027-01-04T18:00:00Z");
    await start();
    expect(await keptOptions()).toMatchObject({ end: "2027-02-22" });
    clock.now = Date.parse("2027-01-04T20:00:00Z");
    await start();
    const [, second] = await schedules();
    // The Mondays of March that follow are holidays.
    expect(second?.schedule.what.options).toMatchObject({ end: "2027-03-15" });
  });

  test("reads a document or a topic, some passages at a time", async () => {
    expect(textOf(await start({ plan: "The log, 5 passages at a time" }))).toContain(
      "Next step: 1 of 5 · 4 January 2027 · The log, 1909",
    );
    expect(textOf(await start({ plan: "the sea/12" }))).toContain("1 of 2");
    const [kept] = await schedules();
    const options = { schedule: kept?.schedule.id ?? "" };
    expect(textOf(await run("schedules", options))).toContain(
      "a plan, step by step: The log, 5 passages at a time",
    );
    const korean = { ...by(slashCommand("schedules", options)), locale: Locale.Korean };
    expect(textOf(await server.send(korean))).toContain("The log, 구절 5개씩");
  });

  test("is `/schedule add plan:` in other words", async () => {
    await start();
    const options = { plan: "term", when: "Mondays", at: "19:00", zone: "UTC" };
    await run("schedule add", options);
    const [one, other] = (await schedules()).map(({ schedule: { id: _, ...rest } }) => rest);
    expect(one).toEqual(other);
  });

  test("explains a plan without passages, an unknown one, and what `/schedule add` explains", async () => {
    expect(textOf(await start({ plan: "Blank" }))).toContain("“Blank” has no passage");
    expect(textOf(await start({ plan: "zeppelin" }))).toContain("called “zeppelin”");
    expect(textOf(await start({ when: "now and then" }))).toContain("now and then");
    expect(await schedules()).toEqual([]);
  });

  test("is for those who may use /schedule, in a channel where they may write", async () => {
    const stranger = { user: OTHER, permissions: WRITER };
    const options = { plan: "term", when: "Mondays", zone: "UTC" };
    expect(textOf(await run("plan start", options, stranger))).toContain("may manage events");
    expect(textOf(await run("plan move", {}, stranger))).toContain("may manage events");
    const silent = { permissions: 1n << 33n };
    expect(textOf(await run("plan start", options, silent))).toContain("You lack:");
    expect(await schedules()).toEqual([]);
    // Discord guards no command that everyone may use a part of.
    const manifest = manifestsOf(server.bot.commands, "global").find(({ name }) => name === "plan");
    expect(manifest).not.toHaveProperty("default_member_permissions");
    expect(manifest).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
  });
});

describe("a term", () => {
  test("has a step on each of its dates, and none in the holidays", async () => {
    const posts = createPosts();
    await start({ when: "Mondays from 2027-02-08" });
    await postUntil("2027-03-02T00:00:00Z");
    expect(textOf(await run("schedules"))).toContain("the plan has no step on that day");
    await postUntil("2027-04-20T00:00:00Z");
    expect(posts()).toEqual([
      ["2027-02-08", [1]],
      ["2027-02-15", [2]],
      ["2027-02-22", [3]],
      ["2027-03-15", [4]],
      ["2027-03-22", [5]],
      ["2027-03-29", [6]],
      ["2027-04-05", [7]],
      ["2027-04-12", [8]],
    ]);
    const text = textOf(await run("schedules"));
    expect(text).toContain("Next step: All steps have come.");
    expect(textOf(await run("plan move"))).toContain("All steps have come.");
  });

  test("goes on when passages are edited out, and names the addresses that are gone", async () => {
    const posts = createPosts();
    await start({ plan: "The log, 5 passages at a time" });
    await postUntil("2027-01-12T00:00:00Z");
    expect(posts()).toHaveLength(2);
    library = edited;
    await postUntil("2027-02-05T00:00:00Z");
    const [third, fourth] = server.discord.channels.messages
      .slice(2)
      .map(({ body }) => JSON.stringify(body));
    // The third step had the passages 11 to 15, and 14 are left.
    expect(third).toContain("Paragraph 14 is about the sea.");
    expect(third).toContain("No longer in this corpus: log¶15.");
    expect(fourth).toBeUndefined();
    expect(textOf(await run("schedules"))).toContain("all steps of the plan are done");
    // A plan of the corpus that is gone is named, and nothing is posted.
    library = edited;
    expect(textOf(await run("plan start", { plan: "term", when: "Mondays" }))).toContain("“term”");
  });
});

describe("after an outage of three weeks", () => {
  /** Two steps have come, and the Mondays from 18 January to 1 February went by without power. */
  async function afterOutage(): Promise<ReturnType<typeof createPosts>> {
    const posts = createPosts();
    await start();
    await postUntil("2027-01-12T00:00:00Z");
    expect(posts().map(([, parts]) => parts)).toEqual([[1], [2]]);
    clock.now = Date.parse("2027-02-03T12:00:00Z");
    await round();
    expect(posts()).toEqual([]);
    return posts;
  }

  test.each([
    [
      "Catch up",
      [
        ["2027-02-08", [3, 4, 5, 6]],
        ["2027-02-15", [7]],
        ["2027-02-22", [8]],
      ],
      "2027-02-22",
    ],
    [
      "Keep the end",
      [
        ["2027-02-08", [3, 4]],
        ["2027-02-15", [5, 6]],
        ["2027-02-22", [7, 8]],
      ],
      "2027-02-22",
    ],
    [
      "Move the end",
      [
        ["2027-02-08", [3]],
        ["2027-02-15", [4]],
        ["2027-02-22", [5]],
        ["2027-03-15", [6]],
        ["2027-03-22", [7]],
        ["2027-03-29", [8]],
      ],
      "2027-03-29",
    ],
  ] as const)("%s", async (label, expected, end) => {
    const posts = await afterOutage();
    const asked = await run("plan move");
    const text = textOf(asked);
    expect(text).toContain("Next step: 3 of 8 · 8 February 2027 · Part 3");
    expect(text).toContain("6 steps are left, and 3 dates until 22 February 2027.");
    expect(text).toContain(
      "Steps 3 to 6 come on 8 February 2027: 12 passages. After that, one step at a time, with at most 3 passages. The last step comes on 22 February 2027.",
    );
    expect(text).toContain(
      "Steps 3 to 4 come on 8 February 2027: 6 passages. After that, up to 2 steps at a time, with at most 6 passages. The last step comes on 22 February 2027.",
    );
    expect(text).toContain(
      "Step 3 comes on 8 February 2027: 3 passages. After that, one step at a time, with at most 3 passages. The last step comes on 29 March 2027.",
    );
    expect(text).not.toMatch(/behind|late\b|miss/i);
    expect(labels(asked)).toEqual(expect.arrayContaining(PACES));
    const moved = await press(label, asked);
    expect(textOf(moved)).toContain("The plan goes on as you chose.");
    expect(await keptOptions()).toMatchObject({ plan: "term", end });
    await postUntil(`${end}T23:00:00Z`);
    expect(posts()).toEqual(expected);
  });

  test("nothing is chosen twice, by strangers, or from a message that no longer holds", async () => {
    await afterOutage();
    const asked = await run("plan move");
    const stranger = { user: OTHER, permissions: WRITER };
    expect(textOf(await press("Catch up", asked, stranger))).toContain("may manage events");
    expect((await keptOptions())["pace"]).toBeUndefined();
    await press("Keep the end", asked);
    for (const label of PACES) {
      expect(textOf(await press(label, asked))).toContain("Nothing was changed.");
    }
    expect(await keptOptions()).toMatchObject({ pace: "keep-end" });
    // Since this answer, steps have come: its choices would mean something else.
    const before = await run("plan move");
    await postUntil("2027-02-09T00:00:00Z");
    expect(textOf(await press("Move the end", before))).toContain("Nothing was changed.");
    const [{ schedule } = { schedule: undefined }] = await schedules();
    expect(schedule).toMatchObject({ version: 1, what: { options: { pace: "keep-end" } } });
    // A schedule that is gone has no plan to move.
    const gone = await run("plan move");
    await run("schedule delete", { schedule: schedule?.id ?? "", confirmed: true });
    expect(textOf(await press("All steps", gone))).toContain("There is no schedule");
    expect(textOf(await run("plan move"))).toContain("No plan is read in this server.");
  });

  test("a group goes on from another step, back or forth", async () => {
    const posts = await afterOutage();
    const ahead = await run("plan move", { step: 6 });
    expect(textOf(ahead)).toContain("Step 6 comes on 8 February 2027");
    expect(labels(ahead)).toContain("Go on from there");
    await press("Go on from there", ahead);
    expect(await keptOptions()).toMatchObject({
      ...{ run: "1", step: "6", pace: "move-end", end: "2027-02-22" },
    });
    await postUntil("2027-02-09T00:00:00Z");
    const back = await run("plan move", { step: 2 });
    expect(labels(back)).toEqual(expect.arrayContaining(PACES));
    await press("Keep the end", back);
    expect(await keptOptions()).toMatchObject({ run: "2", step: "2", pace: "keep-end" });
    await postUntil("2027-02-23T00:00:00Z");
    expect(posts()).toEqual([
      ["2027-02-08", [6]],
      ["2027-02-15", [2, 3, 4, 5]],
      ["2027-02-22", [6, 7, 8]],
    ]);
  });

  test("a step whose post Discord refused comes on the next date", async () => {
    const posts = createPosts();
    await start();
    await postUntil("2027-01-05T00:00:00Z");
    const channel = { id: CHANNEL_IDS.guild, guild: GUILD_ID };
    server.discord.channels.set({ ...channel, permissions: 0n });
    await postUntil("2027-01-14T00:00:00Z");
    expect(textOf(await run("schedules"))).toContain("held: Ibid cannot see the channel");
    server.discord.channels.set(channel);
    await postUntil("2027-01-26T00:00:00Z");
    expect(posts()).toEqual([
      ["2027-01-04", [1]],
      ["2027-01-18", [2]],
      ["2027-01-25", [3]],
    ]);
  });
});

test("a post out of turn never has the step of the post that is due in the same moment", async () => {
  const posts = createPosts();
  await start();
  await round();
  clock.now = Date.parse("2027-01-04T19:00:00Z");
  await press("Post now", await run("schedules"));
  await round();
  expect(
    posts()
      .flatMap(([, parts]) => parts)
      .toSorted(),
  ).toEqual([1, 2]);
  await postUntil("2027-01-12T00:00:00Z");
  expect(posts()).toEqual([["2027-01-11", [3]]]);
});

describe("/plan show", () => {
  /** Runs it as everyone in the server. */
  async function show(options: Readonly<Record<string, string | number>> = {}) {
    const asker = { server: GUILD_ID, managesServer: false };
    const kept = { settings: {}, schedules: await schedules() };
    const { reply } = server.bot.respond("plan show", options, { asker, kept, problem: undefined });
    return expectKind("plan", reply);
  }

  test("has the dates of the schedule that posts the plan, and an iCalendar file of them", async () => {
    await start();
    await postUntil("2027-01-12T00:00:00Z");
    const { steps, file } = await show();
    expect(steps.map(({ number, date }) => [number, date?.edtf])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, "2027-01-18"],
      [4, "2027-01-25"],
      [5, "2027-02-01"],
      [6, "2027-02-08"],
      [7, "2027-02-15"],
      [8, "2027-02-22"],
    ]);
    expect(file?.name).toBe("term.ics");
    expect(file?.text.match(/DTSTART.*/g)).toHaveLength(6);
    expect(file?.text).toContain("DTSTART:20270118T190000Z");
    expect(file?.text).toContain("SUMMARY:A term 3/8: Part 3");
    expect(JSON.stringify(await run("plan show"))).toContain("/term.ics");
    // After a choice, the file has what was chosen.
    clock.now = Date.parse("2027-02-03T12:00:00Z");
    await press("Keep the end", await run("plan move"));
    const dates = (await show()).file?.text.match(/(?<=DTSTART:)\d{8}/g);
    expect(dates).toEqual(["20270208", "20270208", "20270215", "20270215", "20270222", "20270222"]);
    await run("schedule pause", { schedule: (await schedules())[0]?.schedule.id ?? "" });
    expect((await show()).file).toBeUndefined();
  });

  test("has those of the schedule that is meant, where several post plans", async () => {
    await start();
    await start({ when: "Tuesdays", title: "Evenings" });
    await start({ plan: "log/12", when: "Fridays" });
    expect((await show({ plan: "term" })).file).toBeUndefined();
    const evenings = await show({ schedule: "Evenings" });
    expect(evenings.steps[0]?.date?.edtf).toBe("2027-01-05");
    expect((await show({ plan: "log/12" })).steps[0]?.date?.edtf).toBe("2027-01-01");
    // Dates of its own are those of a plan, whatever posts it.
    await start({ plan: "dated", when: "every day" });
    expect((await show({ plan: "dated" })).file?.text).toContain("DTSTART;VALUE=DATE:20270106");
    const all = await run("plan move", { step: 2 });
    expect(textOf(all)).toContain("4 schedules in this server");
    const [first = "", ...others] = labels(all).filter((label) => label !== "Share");
    expect(others).toHaveLength(3);
    expect(textOf(await press(first, all))).toContain("Step 2 comes on 4 January 2027");
    const own = await run("plan move", { schedule: (await schedules())[3]?.schedule.id ?? "" });
    expect(textOf(own)).toContain("The steps have dates of their own");
  });

  test("needs no server, and no store", () => {
    const { reply } = server.bot.respond("plan show", { plan: "term" });
    expect(expectKind("plan", reply).total).toBe(8);
  });
});
