import {
  type APIInteraction,
  type APIMessage,
  ApplicationCommandOptionType,
  ChannelType,
} from "discord-api-types/v10";
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { postingOf } from "../../src/answers/schedules/posting.ts";
import { english } from "../../src/catalogue/catalogue.ts";
import { createBot } from "../../src/command/bot.ts";
import { manifestsOf } from "../../src/discord/manifest.ts";
import { createInteractionHandler } from "../../src/frontends/handle-interaction.ts";
import { postingMaker, reportMaker } from "../../src/frontends/start-posting.ts";
import { PERMISSIONS } from "../../src/keeping/permissions.ts";
import { linksOf, offersOf, parseAnswerable, textOf } from "../discord/ask.ts";
import { INVITED } from "../discord/fake-channels.ts";
import { startFakeDiscord } from "../discord/fake-discord.ts";
import {
  APPLICATION_ID,
  autocomplete,
  BOT,
  formSubmission,
  GUILD_ID,
  OTHER,
  slashCommand,
  userMessage,
} from "../discord/payloads.ts";
import { problemsWithCommands } from "../discord/spec.ts";
import { CHANNEL, createTestPoster, occasionsIn } from "../frontends/posting.ts";
import { context, library, papers } from "../library.ts";
import { by, PLANNER, prepareServer, WRITER } from "./scheduling.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const server = prepareServer("2026-03-02T07:30:00Z", () => context);
const { bot, clock, respond, send, run, press, round, schedules: schedulesIn } = server;

const CONFIRM = english("action.confirm-schedule-deletion");

interface Chosen {
  readonly type?: ChannelType;
  readonly permissions?: bigint;
  readonly app_permissions?: bigint | undefined;
  readonly flags?: number;
}

/** Returns what Discord says of a channel that a user has chosen. */
function chosenChannel(id: string, chosen: Chosen) {
  return {
    ...{ id, name: "letters", type: chosen.type ?? ChannelType.GuildText },
    permissions: String(chosen.permissions ?? PLANNER),
    ...("app_permissions" in chosen && chosen.app_permissions === undefined
      ? {}
      : { app_permissions: String(chosen.app_permissions ?? INVITED) }),
    flags: chosen.flags ?? 0,
  };
}

/** The interaction of `/schedule add` with a channel of Discord’s list. */
function addIn(chosen: Chosen, options: Readonly<Record<string, string>> = {}): APIInteraction {
  const all = { when: "every day", at: "08:00", zone: "UTC", ...options };
  const interaction = by(slashCommand("schedule add", all));
  const channel = chosenChannel(CHANNEL, chosen);
  const json = JSON.parse(JSON.stringify(interaction));
  json.data.options[0].options.push({
    ...{ type: ApplicationCommandOptionType.Channel, name: "channel", value: CHANNEL },
  });
  json.data.resolved = { channels: { [CHANNEL]: channel } };
  return json;
}

const OTHER_CHANNEL = "300000000000000009";

type ChosenPlace = Chosen & { readonly id?: string };

/** Returns the press of the button that opens the form of the first schedule. */
async function editButton(): Promise<APIInteraction> {
  const { id } = (await schedulesIn())[0]?.schedule ?? { id: "" };
  const offer = offersOf(await run("schedules", { schedule: id })).find(
    ({ label }) => label === "Edit",
  );
  if (offer === undefined) throw new Error("There is no Edit.");
  return by(offer.interaction);
}

/** Submits the form with some changes. `chosen` is what Discord says of the channel; without it, it says nothing. */
async function submitEdit(changes: Readonly<Record<string, string>>, chosen?: ChosenPlace) {
  const id = chosen?.id ?? OTHER_CHANNEL;
  const channels = chosen && JSON.parse(JSON.stringify({ [id]: chosenChannel(id, chosen) }));
  return send(by(formSubmission(await respond(await editButton()), changes, { channels })));
}

describe("/schedule add", () => {
  test("sets up this day in earlier years, and plans of the corpus or of a document", async () => {
    const add = async (options: Readonly<Record<string, string>>) =>
      textOf(await run("schedule add", { when: "mondays", at: "8", zone: "UTC", ...options }));
    expect(await add({ what: "this day", in: "letters/" })).toContain(
      "this day in earlier years: in:letters/",
    );
    expect(await add({ what: "plan" })).toContain(
      "a plan, step by step: The letters in order of date",
    );
    const plan = "2019-08-05-kim-to-trump, 1 passage at a time";
    expect(await add({ plan })).toMatch(/a plan, step by step: .+, 1 passage at a time/);
  });

  test("sets a schedule up, which is posted in time", async () => {
    const message = await send(addIn({}, { topic: "diplomacy", title: "Mornings" }));
    const text = textOf(message);
    expect(text).toContain("The schedule is set up.");
    expect(text).toContain("every day at 08:00");
    expect(text).toContain(`Where: #${CHANNEL}`);
    expect(JSON.stringify(message.components)).toContain(`<#${CHANNEL}>`);
    expect(text).toContain("UTC (this server’s)");
    expect(text).toContain("topic:diplomacy");
    expect(text).toContain("Monday 2 March 2026, 08:00 · [timestamp]");
    expect(JSON.stringify(message.components)).toContain(`<t:${clock.now / 1000 + 1800}:R>`);
    expect(text).toContain("Friday 6 March 2026, 08:00");
    await round();
    await round(30 * MINUTE);
    const [posted] = server.discord.channels.messages;
    expect(JSON.stringify(posted?.body)).toContain('"content":"> ');
    expect(server.discord.problems).toEqual([]);
  });

  test("asks once for the zone of the server", async () => {
    const { zone: _, ...options } = { zone: "", when: "Mondays", at: "8 pm" };
    expect(textOf(await run("schedule add", options))).toContain("Which time zone");
    expect(await schedulesIn()).toEqual([]);
    await send(addIn({}, { zone: "Asia/Seoul" }));
    expect(textOf(await run("schedule add", options))).toContain("Asia/Seoul (this server’s)");
    expect(textOf(await run("schedule add", { ...options, zone: "UTC" }))).toContain(
      "UTC (this schedule’s own)",
    );
    expect(textOf(await run("schedules"))).toContain("3 schedules in this server");
  });

  test("refuses a channel in which the user may not write, before anything is saved", async () => {
    const text = textOf(await send(addIn({ permissions: PERMISSIONS["view-channel"] })));
    expect(text).toContain("You lack: Send Messages.");
    expect(await schedulesIn()).toEqual([]);
  });

  test.each([
    ["the permission to write", { app_permissions: PERMISSIONS["view-channel"] }, "Send Messages"],
    ["its bot", { app_permissions: undefined }, "View Channel and Send Messages"],
  ])("says that Ibid lacks %s there, with the link that mends it", async (_, chosen, lacking) => {
    const message = await send(addIn(chosen));
    expect(textOf(message)).toContain(`because Ibid lacks there: ${lacking}.`);
    expect(linksOf(message)).toContain(
      `https://discord.com/oauth2/authorize?client_id=${APPLICATION_ID}&scope=bot+applications.commands&permissions=${INVITED}&guild_id=${GUILD_ID}`,
    );
    expect(await schedulesIn()).toEqual([]);
  });

  test("wants the permissions of threads only for threads", async () => {
    const writing = { app_permissions: WRITER };
    expect(textOf(await send(addIn(writing)))).toContain("The schedule is set up.");
    expect(textOf(await send(addIn(writing, { thread: "1 day" })))).toContain(
      "Create Public Threads and Send Messages in Threads",
    );
  });

  test("posts into a voice channel, which has no threads", async () => {
    const voice = { type: ChannelType.GuildVoice };
    expect(textOf(await send(addIn(voice, { thread: "1 day" })))).toContain(
      "There can be no thread here.",
    );
    expect(textOf(await send(addIn(voice)))).toContain("The schedule is set up.");
  });

  test("posts into a forum, and asks for the tag that it wants", async () => {
    const forum = { type: ChannelType.GuildForum, flags: 16 };
    expect(textOf(await send(addIn(forum)))).toContain("wants a tag");
    expect(textOf(await send(addIn(forum, { tag: "letters" })))).toContain("each post is one");
    expect((await schedulesIn())[0]?.schedule.thread).toEqual({
      ...{ kind: "forum", archiveAfter: 10_080, tag: "letters" },
    });
  });

  test("never takes another channel than the chosen one, whatever is corrected", async () => {
    const asked = await send(addIn({}, { when: "every second Tuesday" }));
    expect(textOf(asked)).toContain("every 2 weeks on Tuesday");
    for (const offer of offersOf(asked)) {
      expect(textOf(await send(by(offer.interaction)))).toContain("Choose the channel");
    }
    expect(await schedulesIn()).toEqual([]);
  });

  test("refuses channels in which nothing can be posted", async () => {
    for (const type of [ChannelType.GuildCategory, ChannelType.PublicThread]) {
      expect(textOf(await send(addIn({ type })))).toContain("text channels");
    }
  });

  test("saves nothing for which the corpus has no passage", async () => {
    const text = textOf(await send(addIn({}, { topic: "denuclearization" })));
    expect(text).toContain("No passage");
    expect(await schedulesIn()).toEqual([]);
  });

  test("says without a token that Ibid cannot post", async () => {
    const silent = createBot(commands, () => ({ ...context, posts: false }));
    const handler = createInteractionHandler(silent, { store: server.store });
    const { response } = await handler.answer(
      parseAnswerable(addIn({})),
      pino({ level: "silent" }),
    );
    expect(JSON.stringify(response)).toContain("has no token, so it cannot post");
    expect(await schedulesIn()).toEqual([]);
  });
});

describe("A schedule’s buttons", () => {
  test("pause, resume, post and delete, each once", async () => {
    await send(addIn({}));
    await round();
    const shown = await run("schedules");
    expect(textOf(await press("Pause", shown))).toContain("The schedule is paused.");
    expect(textOf(await press("Pause", shown))).toContain("Nothing was changed.");
    await round(DAY);
    expect(server.discord.channels.messages).toEqual([]);
    const paused = await run("schedules");
    expect(textOf(await press("Post now", paused))).toContain("within a minute");
    expect(textOf(await press("Post now", paused))).toContain("Nothing was changed.");
    expect(textOf(await press("Resume", await run("schedules")))).toContain("goes on");
    const asked = await press("Delete", await run("schedules"));
    expect(textOf(asked)).toContain("will be deleted");
    expect((await schedulesIn()).length).toBe(1);
    expect(textOf(await press(CONFIRM, asked))).toContain("is deleted");
    expect(await schedulesIn()).toEqual([]);
    expect(textOf(await press("Resume", paused))).toContain("There is no schedule");
  });

  test("post right now while the schedule is paused or held, without letting it go on", async () => {
    await send(addIn({}));
    await press("Pause", await run("schedules"));
    await press("Post now", await run("schedules"));
    await round();
    expect(server.discord.channels.messages.length).toBe(1);
    await round(DAY);
    expect(server.discord.channels.messages.length).toBe(1);
    // A permission that the channel lacks ends the post, and not the pause.
    const channel = { id: CHANNEL, guild: GUILD_ID };
    server.discord.channels.set({ ...channel, permissions: 0n });
    await press("Post now", await run("schedules"));
    await round();
    expect(textOf(await run("schedules"))).toMatch(/paused.*not posted: Ibid cannot see/s);
    await press("Resume", await run("schedules"));
    await round(30 * MINUTE);
    expect(textOf(await run("schedules"))).toContain("held: Ibid cannot see the channel");
    server.discord.channels.set(channel);
    await round(MINUTE);
    expect(server.discord.channels.messages.length).toBe(1);
    await press("Post now", await run("schedules"));
    await round(MINUTE);
    expect(server.discord.channels.messages.length).toBeGreaterThan(1);
    expect((await schedulesIn())[0]?.schedule.state).toBe("on");
  });

  test("and /schedule edit changes what is given, and nothing that the user has not seen", async () => {
    await send(addIn({}, { title: "Mornings", thread: "1 day" }));
    const { id } = (await schedulesIn())[0]?.schedule ?? { id: "" };
    const edited = await run("schedule edit", { schedule: id, when: "Mondays", at: "noon" });
    expect(textOf(edited)).toContain("The schedule is changed.");
    expect(textOf(edited)).toContain("Mondays at 12:00");
    const other = await run("schedule edit", { schedule: "mornings", thread: "off" });
    expect(textOf(other)).not.toContain("Thread");
    expect((await schedulesIn())[0]?.schedule).toMatchObject({ title: "Mornings", version: 2 });
    expect(textOf(await press("Pause", edited))).toContain("Nothing was changed.");
  });

  test("open a form to edit it, filled in with what it is", async () => {
    await send(addIn({}, { title: "Mornings" }));
    const { response } = await respond(await editButton());
    const json = JSON.stringify(response);
    for (const value of ["every day at 08:00", CHANNEL, "Mornings"]) expect(json).toContain(value);
    const stranger = by(await editButton(), { user: OTHER, permissions: WRITER });
    expect(textOf(await send(stranger))).toContain("may manage events");
  });

  test("change the channel in the form, where the user and Ibid may write", async () => {
    await send(addIn({}, { title: "Mornings" }));
    const channelOf = async () => (await schedulesIn())[0]?.schedule.channel;
    const cases: readonly (readonly [ChosenPlace, string])[] = [
      [{ permissions: PERMISSIONS["view-channel"] }, "You lack: Send Messages."],
      [
        { app_permissions: PERMISSIONS["view-channel"] },
        "because Ibid lacks there: Send Messages.",
      ],
      [{ type: ChannelType.GuildForum, flags: 16 }, "wants a tag"],
      [{ type: ChannelType.GuildCategory }, "text channels"],
    ];
    for (const [place, refusal] of cases) {
      expect(textOf(await submitEdit({ channel: OTHER_CHANNEL }, place))).toContain(refusal);
      expect(await channelOf()).toBe(CHANNEL);
    }
    const moved = await submitEdit({ channel: OTHER_CHANNEL, when: "Mondays at noon" }, {});
    expect(textOf(moved)).toContain(`Where: #${OTHER_CHANNEL}`);
    expect(textOf(moved)).toContain("Mondays at 12:00");
    expect(await channelOf()).toBe(OTHER_CHANNEL);
    // The rights in a channel of which Discord says nothing are not known.
    expect(textOf(await submitEdit({ channel: CHANNEL }))).toContain("Choose the channel");
    expect(await channelOf()).toBe(OTHER_CHANNEL);
  });

  test("need no right to write where the schedule is already", async () => {
    await send(addIn({}, { title: "Mornings" }));
    const reader = { id: CHANNEL, permissions: PERMISSIONS["view-channel"] };
    const edited = await submitEdit({ title: "Evenings", when: "every day at 20:00" }, reader);
    expect(textOf(edited)).toContain("The schedule is changed.");
    expect((await schedulesIn())[0]?.schedule).toMatchObject({ title: "Evenings", time: "20:00" });
    // The thread is another matter: the bot has to be able to open it.
    const id = (await schedulesIn())[0]?.schedule.id ?? "";
    const typed = by(slashCommand("schedule edit", { schedule: id, thread: "1 day" }));
    const here = { ...typed, channel: { ...typed.channel, id: CHANNEL }, channel_id: CHANNEL };
    const answer = await send({ ...here, app_permissions: String(WRITER) } as APIInteraction);
    expect(textOf(answer)).toContain("Create Public Threads");
    const threaded = await submitEdit(
      { thread: "1 day" },
      { id: CHANNEL, app_permissions: WRITER },
    );
    expect(textOf(threaded)).toContain("Create Public Threads");
    expect((await schedulesIn())[0]?.schedule.thread).toBeUndefined();
  });

  test("are for those who may use the command, on any message", async () => {
    await send(addIn({}));
    const shown = await run("schedules");
    const stranger = { user: OTHER, permissions: WRITER };
    expect(textOf(await press("Pause", shown, stranger))).toContain("may manage events");
    const theirs = await run("schedules", {}, stranger);
    expect(offersOf(theirs).map(({ label }) => label)).toEqual(["Share"]);
    expect((await schedulesIn())[0]?.schedule.state).toBe("on");
    // Discord has let them send the command, as their server has set it.
    const { id } = (await schedulesIn())[0]?.schedule ?? { id: "" };
    expect(textOf(await run("schedule pause", { schedule: id }, stranger))).toContain("paused");
  });

  test("say of a post that is unsure whether it is there", async () => {
    await send(addIn({}));
    await round();
    server.discord.channels.remove(CHANNEL);
    const cut = await startFakeDiscord({
      ...{ channels: [{ id: CHANNEL, guild: GUILD_ID }], now: () => clock.now },
      faultOf: ({ method }) => (method === "POST" ? { when: "before", status: 500 } : undefined),
    });
    clock.now += 30 * MINUTE;
    const poster = createTestPoster(server.store, {
      ...{ api: cut.api, clock, makePosting: postingMaker(bot) },
    });
    for (let pause = await poster.round(); pause; pause = await poster.round()) clock.now += pause;
    await cut.close();
    const shown = await run("schedules");
    expect(textOf(shown)).toContain("perhaps posted");
    expect(textOf(await press("Post it", shown))).toContain("noted");
    expect(textOf(await press("It is there", shown))).toContain("Nothing was changed.");
    expect((await occasionsIn(server.store))[0]?.state).toBe("due");
  });
});

test("A failure is reported in the channel that the server has chosen", async () => {
  await send(addIn({}, { title: "Mornings", what: "plan" }));
  await round();
  const manager = { permissions: PERMISSIONS.administrator };
  await run("settings change", { of: "server", reports: `<#${CHANNEL}9>` }, manager);
  server.discord.channels.set({ id: `${CHANNEL}9`, guild: GUILD_ID });
  server.discord.channels.set({
    id: CHANNEL,
    guild: GUILD_ID,
    permissions: PERMISSIONS["view-channel"],
  });
  clock.now += 30 * MINUTE;
  const poster = createTestPoster(server.store, {
    ...{
      api: server.discord.api,
      clock,
      makePosting: postingMaker(bot),
      makeReport: reportMaker(bot),
    },
  });
  await poster.round();
  const [report] = server.discord.channels.messages;
  expect(report?.channel).toBe(`${CHANNEL}9`);
  expect(JSON.stringify(report?.body)).toContain("held: Ibid does not have the permission");
  expect(JSON.stringify(report?.body)).toContain("step by step: The letters in order of date");
  expect(server.discord.problems).toEqual([]);
});

describe("A post that is late", () => {
  test.each([
    ["says on the day after when it was due", "passages", 11, true],
    ["says so below a title too", "this day", 11, true],
    ["says nothing of that on its own date", "passages", 1, false],
  ])("%s", async (_, what, hours, isSaid) => {
    // On the anniversary of a letter.
    clock.now = Date.parse("2026-06-12T18:00:00Z");
    await send(addIn({}, { what, at: "21:00", zone: "Europe/Berlin" }));
    await round();
    await round((1 + hours) * 60 * MINUTE);
    const [posted] = server.discord.channels.messages;
    const text = JSON.stringify(posted?.body);
    expect(text).toMatch(/Trump/);
    expect(/-# This post was due on Friday 12 June 2026, 21\\+:00\./.test(text)).toBe(isSaid);
  });
});

describe("A posted passage", () => {
  test("is asked about by everyone, a year later too, with private answers", async () => {
    await send(addIn({}, { what: "passages" }));
    await round();
    await round(30 * MINUTE);
    const [posted] = server.discord.channels.messages;
    const message: APIMessage = {
      ...userMessage(""),
      ...{ author: BOT, flags: 1 << 15 },
      ...JSON.parse(JSON.stringify(posted?.body)),
    };
    clock.now += 366 * DAY;
    for (const { label } of offersOf(message)) {
      const answer = await press(label, message, { user: OTHER, permissions: WRITER });
      expect((answer.flags ?? 0) & 64).toBe(64);
      expect(textOf(answer)).not.toContain("no longer");
    }
  });

  const DAILY = { id: "abc", cadence: { kind: "daily" } } as const;

  test("comes once before any comes again, and in the next round all come again", () => {
    const bot = createBot(commands, () => ({ ...context, library: papers }));
    const situation = bot.contextIn({
      asker: { managesServer: false },
      kept: { settings: {} },
      problem: undefined,
    });
    const schedule = { ...DAILY, what: { kind: "passages", options: {} } } as const;
    const rounds: string[][] = [[], [], []];
    const occasion = { date: "2026-03-02", slot: 0, said: [] };
    let deck = { round: 0, addresses: [] as readonly string[] };
    while (deck.round < 3) {
      const posting = postingOf(schedule, occasion, deck, situation);
      if ("skipped" in posting || posting.shown === undefined)
        throw new Error("There is nothing to say.");
      const { shown } = posting;
      const isSameRound = shown.round === deck.round;
      deck = {
        round: shown.round,
        addresses: [...(isSameRound ? deck.addresses : []), ...shown.addresses],
      };
      rounds[shown.round]?.push(...shown.addresses);
    }
    const [first = [], second = []] = rounds;
    expect(new Set(first).size).toBe(first.length);
    expect(second.toSorted()).toEqual(first.toSorted());
    expect(first.length).toBeGreaterThan(1);
  });

  test("is the same again in another attempt, and another one once it is gone from the corpus", () => {
    const situation = bot.contextIn({
      asker: { managesServer: false },
      kept: { settings: {} },
      problem: undefined,
    });
    const schedule = { ...DAILY, what: { kind: "passages", options: {} } } as const;
    const deck = { round: 0, addresses: [] };
    const occasion = { date: "2026-03-02", slot: 0 };
    const saidBy = (posting: ReturnType<typeof postingOf>) =>
      "said" in posting ? posting.said : [];
    const said = saidBy(postingOf(schedule, { ...occasion, said: [] }, deck, situation));
    const shown = { round: 0, addresses: said };
    const retried = postingOf(schedule, { ...occasion, said }, shown, situation);
    expect(saidBy(retried)).toEqual(said);
    const edited = { ...situation, library: papers };
    const others = saidBy(postingOf(schedule, { ...occasion, said }, deck, edited));
    expect(others).not.toEqual(said);
    expect(others.length).toBe(1);
    const none = { ...DAILY, what: { kind: "passages", options: { topic: "gone" } } } as const;
    expect(postingOf(none, { ...occasion, said: [] }, deck, edited)).toEqual({
      skipped: "nothing",
    });
  });
});

test("The commands of schedules are for servers, and for those who may manage events", () => {
  const manifests = manifestsOf(commands, "global");
  expect(problemsWithCommands(manifests)).toEqual([]);
  const schedule = manifests.find(({ name }) => name === "schedule");
  expect(schedule).toMatchObject({
    ...{ integration_types: [0], contexts: [0] },
    default_member_permissions: String(1n << 33n),
  });
  const all = manifests.find(({ name }) => name === "schedules");
  expect(all).toMatchObject({ integration_types: [0], contexts: [0] });
  expect(all).not.toHaveProperty("default_member_permissions");
});

test("Several schedules have their names or their days on buttons", async () => {
  await send(addIn({}, { title: "Mornings" }));
  await send(addIn({}, { when: "every 2 weeks on Tuesday", at: "19:00" }));
  const labels = ["Mornings", "every 2 weeks on Tuesday from 3 March 2026 at 19:00"];
  const all = offersOf(await run("schedules")).map(({ label }) => label);
  expect(all).toEqual(expect.arrayContaining(labels.map((label) => `Open ${label}`)));
  const unknown = await run("schedule pause", { schedule: "evenings" });
  expect(offersOf(unknown).map(({ label }) => label)).toEqual(expect.arrayContaining(labels));
  expect(textOf(await press(labels[1] ?? "", unknown))).toContain("The schedule is paused.");
  const ids = (await schedulesIn()).map(({ schedule }) => schedule.id);
  for (const id of ids) expect(all).not.toContain(id);
});

test("The name of a schedule is completed from those of the server", async () => {
  await send(addIn({}, { title: "Mornings" }));
  const { response } = await respond(
    by(autocomplete("schedules", { schedule: "morn" }, "schedule")),
  );
  expect(JSON.stringify(response)).toContain("Mornings · every day at 08:00");
  expect(library.corpus.documents.length).toBeGreaterThan(0);
});
