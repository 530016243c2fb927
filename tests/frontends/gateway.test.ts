import { createServer } from "node:http";
import { setImmediate, setTimeout } from "node:timers/promises";
import {
  type APIInteraction,
  type APIMessage,
  InteractionResponseType,
} from "discord-api-types/v10";
import { pino } from "pino";
import { afterEach, describe, expect, test, vi } from "vitest";
import { commands } from "../../commands/index.ts";
import { type Bot, createBot } from "../../src/command/bot.ts";
import { defineCommand } from "../../src/command/define-command.ts";
import { optional, text } from "../../src/command/option-types.ts";
import { manifestsOf } from "../../src/discord/manifest.ts";
import { startGateway } from "../../src/frontends/gateway/gateway.ts";
import { createMetrics } from "../../src/frontends/http/metrics.ts";
import type { KeptStore } from "../../src/store/store.ts";
import { ask, isPrivate, messageAfter, offersOf, textOf } from "../discord/ask.ts";
import {
  type FakeDiscord,
  type FakeDiscordOptions,
  startFakeDiscord,
  TOKEN,
} from "../discord/fake-discord.ts";
import {
  autocomplete,
  buttonInteraction,
  type Callback,
  GUILD_ID,
  messageCommand,
  type OptionValues,
  slashCommand,
  userMessage,
  type Where,
} from "../discord/payloads.ts";
import { inEnglish } from "../in-english.ts";
import { context, slashNamesOf } from "../library.ts";
import { createSlowStore } from "./serving.ts";

/** A command that fails because of an error of ours. */
const broken = defineCommand({
  name: "broken",
  description: "command.help",
  examples: () => [{}],
  options: { about: optional({ ...text("option.query"), suggest: fail }) },
  run: fail,
});

const nothing = {
  kind: "command",
  name: "again",
  description: "command.help",
  examples: [],
  options: [],
  actions: [],
} as const;

/** A command that is also a message command, and whose answers have a file. */
const repeat = defineCommand({
  name: "repeat",
  description: "command.help",
  examples: () => [{}],
  options: { words: optional(text("option.query")) },
  messageCommand: { label: "Say it again", optionsFrom: (words) => ({ words }) },
  run: ({ words = "" }) => ({
    ...nothing,
    examples: [words],
    file: { name: "again.txt", text: words, goes: "always" },
  }),
});

function fail(): never {
  throw new Error("The lamp has no oil.");
}

const bot = createBot([...commands, broken, repeat], () => context);
const globalManifests = manifestsOf(commands, "global");
const guildManifests = manifestsOf(commands, "guild");

/** Creates a log and collects its lines. */
function createLog() {
  const lines: string[] = [];
  return { lines, log: pino({ level: "trace" }, { write: (line) => lines.push(line) }) };
}

type Log = ReturnType<typeof createLog>;

/** Returns the warnings and errors of a log. */
function alarms({ lines }: Log): readonly { readonly level: number; readonly msg: string }[] {
  return lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 40);
}

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function startFake(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const discord = await startFakeDiscord(options);
  open.push(discord.close);
  return discord;
}

async function connect(
  options: FakeDiscordOptions = {},
  {
    of = bot,
    guildId,
    store,
  }: { readonly of?: Bot; readonly guildId?: string; readonly store?: KeptStore } = {},
) {
  const discord = await startFake(options);
  const log = createLog();
  const config = { token: TOKEN, api: discord.api, ...(guildId && { guildId }) };
  const metrics = createMetrics(of.commands, of.t);
  const gateway = await startGateway(of, config, { log: log.log, metrics, store });
  if ("error" in gateway) throw new Error(inEnglish(gateway.error));
  open.unshift(gateway.close);

  async function answerTo(name: string, options: OptionValues = {}, where: Where = "guild") {
    const interaction = slashCommand(name, options, where);
    const sent = await discord.send(interaction);
    // On a busy machine, some answers come later.
    const { DeferredChannelMessageWithSource } = InteractionResponseType;
    const isLater = sent.response.type === DeferredChannelMessageWithSource;
    return messageAfter(isLater ? await discord.edited(interaction) : sent, where);
  }
  async function click(message: APIMessage, label: string): Promise<Callback> {
    const offer = offersOf(message).find((one) => one.label === label);
    if (offer === undefined) throw new Error(`There is no ${label}.`);
    return discord.send(offer.interaction);
  }
  return { discord, log, metrics, gateway, answerTo, click };
}

describe("connected to Discord, Ibid", () => {
  test.each(commands.map(({ name }) => name))("answers /%s", async (name) => {
    const { discord, log, answerTo } = await connect();
    const options: OptionValues = name === "search" ? { query: "missile threats" } : {};
    expect(textOf(await answerTo(name, options))).not.toBe("");
    expect(alarms(log)).toEqual([]);
    expect(discord.problems).toEqual([]);
  });

  test("answers component interactions", async () => {
    const { discord, answerTo, click } = await connect();
    const quotation = await answerTo("quote", { topic: "drills" });
    const another = messageAfter(await click(quotation, "Another"), "guild", quotation);
    expect(textOf(another)).not.toBe(textOf(quotation));

    const list = await answerTo("letter", { date: "2018" });
    const [first] = offersOf(list);
    const letter = messageAfter(await click(list, first?.label ?? ""), "guild", list);
    expect(textOf(letter)).toContain("Letter from");
    expect(discord.problems).toEqual([]);
  });

  test("answers autocomplete interactions", async () => {
    const { discord } = await connect();
    const { response } = await discord.send(autocomplete("quote", { topic: "dri" }, "topic"));
    expect(response).toMatchObject({ type: 8, data: { choices: [{ value: "drills" }] } });
  });

  test.each(["dm", "user-install"] as const)(
    "answers in a channel of the kind %s",
    async (where) => {
      const { discord, answerTo } = await connect();
      const message = await answerTo("quote", { topic: "drills", private: true }, where);
      expect(isPrivate(message)).toBe(true);
      expect(discord.problems).toEqual([]);
    },
  );

  test("answers message commands, and uploads files", async () => {
    const { discord, log } = await connect();
    const said = "Das Öl 훈련 👩‍👩‍👧\n";
    const interaction = messageCommand("Say it again", userMessage(said));
    const { files } = await discord.send(interaction);
    expect(files).toMatchObject([{ id: "0", name: "again.txt" }]);
    expect(files[0]?.bytes.toString()).toBe(said.trim());
    expect(alarms(log)).toEqual([]);
    expect(discord.problems).toEqual([]);
  });

  test("answers many interactions at once", async () => {
    const { discord, answerTo } = await connect();
    const topics = ["drills", "sanctions", "summits", "denuclearization"];
    const asked = Array.from({ length: 40 }, (_, index) => topics[index % 4] ?? "");
    const answers = await Promise.all(asked.map((topic) => answerTo("topics", { topic })));
    for (const [index, answer] of answers.entries()) {
      expect(textOf(answer)).toContain(`/topics topic:${asked[index]}`);
    }
    expect(discord.problems).toEqual([]);
  });
});

test("an answer that waits longer than two seconds is deferred, and then edited in", async () => {
  const { discord, log } = await connect({}, { store: createSlowStore() });
  const asked = [slashCommand("quote", { topic: "drills" }), slashCommand("settings change")];
  const answers = await Promise.all(
    asked.map(async (interaction) => {
      const { response } = await discord.send(interaction);
      expect(response.type).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
      return messageAfter(await discord.edited(interaction), "guild");
    }),
  );
  const [quotation, form] = answers;
  if (quotation === undefined || form === undefined) throw new Error("There are two answers.");
  expect(textOf(quotation)).toContain("/quote topic:drills");
  // Until it is there, Discord does not know whether everyone may see it.
  expect(isPrivate(quotation)).toBe(true);
  expect(offersOf(quotation).map(({ label }) => label)).toContain("Share");
  // A form cannot come late.
  expect(offersOf(form).map(({ label }) => label)).toContain("Fill in the form");
  expect(alarms(log)).toEqual([]);
  expect(discord.problems).toEqual([]);
});

describe("when a command fails", () => {
  test("the error is logged once, with the reference that the user gets, and the bot continues", async () => {
    const { log, answerTo } = await connect();
    const message = await answerTo("broken", { about: "a secret" });
    const reference = /log as ([0-9a-f]{8})/.exec(textOf(message))?.[1];
    expect(reference).toBeDefined();
    expect(isPrivate(message)).toBe(true);
    expect(alarms(log)).toEqual([
      expect.objectContaining({
        reference,
        msg: "Ibid could not answer an interaction.",
        error: expect.objectContaining({
          name: "Error",
          frames: expect.arrayContaining([expect.stringContaining("gateway.test.ts")]),
        }),
      }),
    ]);
    expect(textOf(await answerTo("help"))).toContain("/letter");
  });
});

describe("when autocomplete fails", () => {
  test("the error is logged once, and there are no choices", async () => {
    const { discord, log } = await connect();
    const { response } = await discord.send(autocomplete("broken", {}, "about"));
    expect(response).toEqual({ type: 8, data: { choices: [] } });
    expect(alarms(log)).toEqual([
      expect.objectContaining({ msg: "Ibid could not answer an interaction." }),
    ]);
  });
});

describe("when Discord refuses a response", () => {
  test("because of its content, an apology is sent instead, and logged once with its reference", async () => {
    const { discord, log, answerTo } = await connect();
    discord.failNext("callback", { status: 400, code: 50035, message: "Invalid Form Body" });
    await expect(discord.send(slashCommand("help"))).rejects.toThrow("Invalid Form Body");
    expect(textOf(await answerTo("help"))).toContain("/letter");
    const callbacks = () => discord.requests.filter(({ path }) => path.endsWith("/callback"));
    // The refused response, the apology, and the response to the second command.
    while (callbacks().length < 3) await setImmediate();
    expect(alarms(log)).toEqual([
      expect.objectContaining({
        msg: "Ibid could not answer an interaction.",
        reference: expect.stringMatching(/^[0-9a-f]{8}$/),
        error: expect.objectContaining({ code: 50035, status: 400 }),
      }),
    ]);
  });

  test.each([
    ["because it is late", { status: 404, code: 10062, message: "Unknown interaction" }],
    [
      "because there already was one",
      { status: 400, code: 40060, message: "Already acknowledged" },
    ],
    ["because access is missing", { status: 403, code: 50001, message: "Missing Access" }],
  ])("%s, the error is logged once and the bot continues", async (_, error) => {
    const { discord, log, answerTo } = await connect();
    discord.failNext("callback", error);
    await expect(discord.send(slashCommand("help"))).rejects.toThrow(error.message);
    expect(textOf(await answerTo("help"))).toContain("/letter");
    expect(alarms(log)).toEqual([
      expect.objectContaining({
        msg: "Discord did not accept an answer.",
        error: expect.objectContaining({ code: error.code, status: error.status }),
      }),
    ]);
  });

  test("because of a server error, it is sent again", async () => {
    const { discord, log, answerTo } = await connect();
    discord.failNext("callback", { status: 503, code: 0, message: "Service Unavailable" });
    expect(textOf(await answerTo("help"))).toContain("/letter");
    expect(alarms(log)).toEqual([]);
  });
});

describe("when the connection closes", () => {
  test.each([1001, 4000, 4009])("with %i, Ibid resumes and answers", async (code) => {
    const { discord, log, answerTo } = await connect();
    discord.drop(code);
    expect(textOf(await answerTo("help"))).toContain("/letter");
    await discord.ready();
    expect(discord.sessions).toEqual(["READY", "RESUMED"]);
    expect(log.lines.join("")).toContain("Reconnecting to Discord.");
    expect(alarms(log)).toEqual([]);
  });

  test("with 4007, Ibid starts a new session and answers", async () => {
    const { discord, answerTo } = await connect();
    discord.drop(4007);
    while (discord.sessions.length < 2) await setTimeout(10);
    expect(discord.sessions).toEqual(["READY", "READY"]);
    expect(textOf(await answerTo("help"))).toContain("/letter");
  });

  test("with 4004, Ibid reports that its token is refused", async () => {
    const { discord, gateway } = await connect();
    discord.drop(4004);
    expect(inEnglish(await gateway.lost)).toMatch(/^Discord rejects DISCORD_TOKEN\./);
  });

  test("with 4014, Ibid reports the code", async () => {
    const { discord, gateway } = await connect();
    discord.drop(4014);
    expect(inEnglish(await gateway.lost)).toBe(
      "Discord closed the connection and accepts no new one (close code 4014, DisallowedIntents).",
    );
  });

  test("and Discord stays out of reach, Ibid logs one line, and can still be closed", async () => {
    const discord = await startFakeDiscord();
    const log = createLog();
    const gateway = await startGateway(bot, { token: TOKEN, api: discord.api }, { log: log.log });
    if ("error" in gateway) throw new Error(inEnglish(gateway.error));
    await discord.close();
    // Time for two attempts to connect.
    await setTimeout(1200);
    await gateway.close();
    const again = log.lines.filter((line) => line.includes("Reconnecting to Discord."));
    expect(again.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ shard: 0 })]);
    expect(alarms(log)).toEqual([]);
  });

  test("because Ibid closes it, Ibid does not reconnect", async () => {
    const discord = await startFake();
    const log = createLog();
    const gateway = await startGateway(bot, { token: TOKEN, api: discord.api }, { log: log.log });
    if ("error" in gateway) throw new Error(inEnglish(gateway.error));
    await gateway.close();
    const begun = discord.sessions.length;
    await setTimeout(50);
    expect(discord.sessions.length).toBe(begun);
    expect(log.lines.join("")).not.toContain("again");
    expect(alarms(log)).toEqual([]);
  });
});

describe("with two shards, Ibid", () => {
  // Discord assigns guilds to shards by the bits of their ids from the 23rd on.
  const guilds = [0n, 1n].map((index) => String(BigInt(GUILD_ID) + (index << 22n)));
  const [onFirst = "", onSecond = ""] = guilds.toSorted(
    (one, other) => Number((BigInt(one) >> 22n) % 2n) - Number((BigInt(other) >> 22n) % 2n),
  );
  const twoShards = { shards: 2, maxConcurrency: 2, guilds };
  const inGuild = (guild_id: string, interaction: APIInteraction): APIInteraction =>
    JSON.parse(JSON.stringify({ ...interaction, guild_id }));
  const callbacks = ({ requests }: FakeDiscord) =>
    requests.filter(({ path }) => path.endsWith("/callback"));
  const entries = ({ lines }: Log, msg: string) =>
    lines.map((line) => JSON.parse(line)).filter((entry) => entry.msg === msg);

  test("identifies each", async () => {
    const { discord, log } = await connect(twoShards);
    expect(discord.sessions).toEqual(["READY", "READY"]);
    expect(discord.shards.toSorted()).toEqual([0, 1]);
    expect(discord.problems).toEqual([]);
    expect(entries(log, "Connected to Discord.")).toEqual([expect.objectContaining({ shards: 2 })]);
  });

  test("identifies one after the other if both are in one bucket", {
    timeout: 15_000,
  }, async () => {
    const { discord } = await connect({ ...twoShards, maxConcurrency: 1 });
    expect(discord.shards).toEqual([0, 1]);
    expect(discord.problems).toEqual([]);
  });

  test.each([
    ["first", onFirst],
    ["second", onSecond],
  ])("answers a press in a guild of the %s once", async (_, guild) => {
    const { discord, log } = await connect(twoShards);
    const asked = inGuild(guild, slashCommand("quote", { topic: "drills" }));
    const quotation = messageAfter(await discord.send(asked), "guild");
    const another = offersOf(quotation).find(({ label }) => label === "Another");
    if (another === undefined) throw new Error("There is no Another.");
    const press = inGuild(guild, another.interaction);
    expect(textOf(messageAfter(await discord.send(press), "guild", quotation))).not.toBe("");
    await setTimeout(20);
    expect(callbacks(discord).map(({ path }) => path)).toEqual(
      [asked, press].map(({ id }) => `/interactions/${id}/:token/callback`),
    );
    expect(alarms(log)).toEqual([]);
    expect(discord.problems).toEqual([]);
  });

  test("removes its commands from the guilds of each", async () => {
    const { discord } = await connect({
      ...twoShards,
      commandsByScope: { [onFirst]: guildManifests, [onSecond]: guildManifests },
    });
    expect([onFirst, onSecond].map((guild) => discord.commands.get(guild))).toEqual([[], []]);
  });

  test("resumes the one that drops while the other answers", async () => {
    const { discord, log } = await connect(twoShards);
    // The first answer of a process takes longer than the others.
    await discord.send(inGuild(onFirst, slashCommand("help")));
    discord.drop(4000, 1);
    const missed = discord.send(inGuild(onSecond, slashCommand("help")));
    await discord.send(inGuild(onFirst, slashCommand("help")));
    expect(discord.sessions).toEqual(["READY", "READY"]);
    expect(textOf(messageAfter(await missed, "guild"))).toContain("/letter");
    await discord.ready();
    expect([discord.sessions.at(-1), discord.shards.at(-1)]).toEqual(["RESUMED", 1]);
    expect(callbacks(discord).length).toBe(3);
    for (const msg of ["Reconnecting to Discord.", "Reconnected to Discord."]) {
      expect(entries(log, msg)).toEqual([expect.objectContaining({ shard: 1 })]);
    }
    expect(alarms(log)).toEqual([]);
    expect(discord.problems).toEqual([]);
  });

  test("is lost if Discord closes one for good", async () => {
    const { discord, gateway } = await connect(twoShards);
    discord.drop(4010, 1);
    expect(inEnglish(await gateway.lost)).toContain("(close code 4010, InvalidShard)");
  });

  test("is harmed by malformed dispatches on neither", async () => {
    const { discord, log } = await connect(twoShards);
    const failures: unknown[] = [];
    const note = (error: unknown) => failures.push(error);
    process.on("unhandledRejection", note).on("uncaughtException", note);
    for (const shard of [0, 1]) {
      for (const data of [{}, { guilds: 7 }, { guilds: [null], session_id: 7 }, [], 1]) {
        discord.dispatch("READY", data, shard);
      }
      for (const data of [null, 1, {}]) {
        discord.dispatch("RESUMED", data, shard);
        discord.dispatch("GUILD_CREATE", data, shard);
        discord.dispatch("", data, shard);
        discord.dispatch("INTERACTION_CREATE", data, shard);
      }
    }
    for (const text of ["", "nonsense", "null", "1", "[]", "{}", '{"op":0}', '{"op":"x"}']) {
      discord.sendRaw(text);
    }
    await Promise.all(guilds.map((guild) => discord.send(inGuild(guild, slashCommand("help")))));
    // The sessions are still those that Discord started, so both can be resumed.
    discord.drop(4000);
    await discord.ready();
    await Promise.all(guilds.map((guild) => discord.send(inGuild(guild, slashCommand("help")))));
    process.off("unhandledRejection", note).off("uncaughtException", note);
    expect(failures).toEqual([]);
    expect(discord.sessions).toEqual(["READY", "READY", "RESUMED", "RESUMED"]);
    expect(alarms(log).length).toBe(6);
    // The shards' connections are independent, so their events arrive in any order.
    const unanswerable = entries(log, "Discord sent something that Ibid cannot answer.");
    expect(unanswerable.map(({ shard }) => shard).toSorted()).toEqual([0, 0, 0, 1, 1, 1]);
    expect(discord.problems).toEqual([]);
  });

  test("counts the interactions and the reconnections of each", async () => {
    const { discord, metrics } = await connect(twoShards);
    await discord.send(inGuild(onFirst, slashCommand("help")));
    for (let time = 0; time < 2; time += 1) {
      await discord.send(inGuild(onSecond, slashCommand("help")));
    }
    discord.drop(4000, 1);
    const shardMetrics = async () => (await metrics.render()).match(/^ibid_shard_.*/gm);
    await vi.waitFor(async () =>
      expect(await shardMetrics()).toContain('ibid_shard_ready{shard="1"} 0'),
    );
    await discord.ready();
    await vi.waitFor(async () =>
      expect(await shardMetrics()).toEqual([
        'ibid_shard_interactions_total{shard="0"} 1',
        'ibid_shard_interactions_total{shard="1"} 2',
        'ibid_shard_reconnections_total{shard="1"} 1',
        'ibid_shard_ready{shard="0"} 1',
        'ibid_shard_ready{shard="1"} 1',
      ]),
    );
    expect(await metrics.render()).toContain(
      'ibid_answer_seconds_count{command="help",kind="command",outcome="answered"} 3',
    );
  });

  test("writes the shard of a failed answer into the log", async () => {
    const { discord, log } = await connect(twoShards);
    await discord.send(inGuild(onSecond, slashCommand("broken")));
    expect(alarms(log)).toEqual([expect.objectContaining({ shard: 1 })]);
  });
});

test("an error of ours is not taken for one of the library, not even while an interaction is answered", async () => {
  const error = new Error("The lamp has no oil.");
  let contained: unknown;
  const contain = () => {
    try {
      process.listeners("unhandledRejection").at(-1)?.(error, Promise.resolve());
      contained = "contained";
    } catch (thrown) {
      contained = thrown;
    }
  };
  const probe = defineCommand({
    name: "probe",
    description: "command.help",
    examples: () => [{}],
    options: {},
    run() {
      contain();
      return nothing;
    },
  });
  const { answerTo } = await connect({}, { of: createBot([probe], () => context) });
  await answerTo("probe");
  expect(contained).toBe(error);
  contain();
  expect(contained).toBe(error);
});

describe("a malformed payload", () => {
  const whole = slashCommand("help");
  const message = messageAfter(ask(bot, slashCommand("help")), "guild");
  const clicked = buttonInteraction('[1,"help",{},0,0]', message);
  const targeted = messageCommand("Say it again", message);
  const onMessage = (odd: object) => {
    const messages = { [message.id]: { ...message, ...odd } };
    return { ...targeted, data: { ...targeted.data, resolved: { messages } } };
  };

  test.each([
    ["null", null],
    ["a number", 1],
    ["a string", "help"],
    ["a list", []],
    ["an empty object", {}],
    ["no id", { ...whole, id: undefined }],
    ["no token", { ...whole, token: undefined }],
    ["a number for an id", { ...whole, id: 1 }],
    ["no type", { ...whole, type: undefined }],
    ["an unknown type", { ...whole, type: 77 }],
    ["no data", { ...whole, data: undefined }],
    ["null for data", { ...whole, data: null }],
    ["a command without a name", { ...whole, data: { type: 1 } }],
    ["a command called 7", { ...whole, data: { ...whole.data, name: 7 } }],
    ["options that are no list", { ...whole, data: { ...whole.data, options: 7 } }],
    ["an option of null", { ...whole, data: { ...whole.data, options: [null] } }],
    ["a button without data", { ...clicked, data: {} }],
    ["a button without a message", { ...clicked, message: undefined }],
    ["a button in null", { ...clicked, message: null }],
    ["a malformed message", { ...clicked, message: { components: 7, flags: "x" } }],
    ["a select without values", { ...clicked, data: { component_type: 3, custom_id: "open" } }],
    ["an autocomplete interaction without data", { ...whole, type: 4, data: {} }],
    ["a channel of null", { ...whole, channel: null }],
    ["a malformed channel", { ...whole, channel: { type: "x" }, user: 7, member: null }],
    [
      "a message command without a message",
      { ...targeted, data: { ...targeted.data, resolved: undefined } },
    ],
    [
      "a message command on null",
      { ...targeted, data: { ...targeted.data, resolved: { messages: null } } },
    ],
    ["a message command without a target", { ...targeted, data: { type: 3 } }],
    [
      "a message command on a malformed message",
      onMessage({ content: 7, components: "x", embeds: 1 }),
    ],
    ["a message command on components of null", onMessage({ content: "", components: [null] })],
    ["an unknown entitlement", { ...whole, entitlements: [7], authorizing_integration_owners: 7 }],
  ])("such as %s does not stop Ibid", async (_, payload) => {
    const { discord, log, answerTo } = await connect();
    const failures: unknown[] = [];
    const note = (error: unknown) => failures.push(error);
    process.on("unhandledRejection", note).on("uncaughtException", note);
    discord.dispatch("INTERACTION_CREATE", payload);
    expect(textOf(await answerTo("help"))).toContain("/letter");
    await setTimeout(20);
    process.off("unhandledRejection", note).off("uncaughtException", note);
    expect(failures).toEqual([]);
    expect(alarms(log).length).toBeLessThanOrEqual(1);
    expect(discord.problems).toEqual([]);
  });
});

describe("Ibid does not start", () => {
  async function problemWith(options: FakeDiscordOptions, config: object = {}): Promise<string> {
    const discord = await startFake(options);
    const given = { token: TOKEN, api: discord.api, ...config };
    const gateway = await startGateway(bot, given, { log: createLog().log });
    if (!("error" in gateway)) throw new Error("It starts.");
    return inEnglish(gateway.error);
  }

  test.each([
    ["with a wrong token", {}, { token: "a.wrong.token" }, "Discord rejects DISCORD_TOKEN."],
    ["with a malformed token", {}, { token: "nonsense" }, "Discord rejects DISCORD_TOKEN."],
    [
      "when the gateway refuses the token",
      { closeCode: 4004 },
      {},
      "Discord rejects DISCORD_TOKEN.",
    ],
    [
      "when the gateway refuses it",
      { closeCode: 4011 },
      {},
      "(close code 4011, ShardingRequired).",
    ],
    [
      "without enough sessions for its shards",
      { shards: 2, remainingSessions: 1 },
      {},
      "and Ibid needs 2. Start Ibid again after that time.",
    ],
  ])("%s", async (_, options, config, sentence) => {
    const problem = await problemWith(options, config);
    expect(problem).toContain(sentence);
    expect(problem).toMatch(/^[^\n]+\.$/);
    expect(problem).not.toMatch(/undefined|Error|at .*:\d+/);
  });
});

describe("Ibid waits, and says so once,", () => {
  test("while nothing listens, until it has to end", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("Not on a port.");
    await new Promise((resolve) => server.close(resolve));
    const api = `http://user:secret@127.0.0.1:${address.port}/api`;
    const log = createLog();
    const ending = new AbortController();
    const gateway = startGateway(
      bot,
      { token: TOKEN, api },
      { log: log.log, signal: ending.signal },
    );
    while (alarms(log).length === 0) await setTimeout(10);
    await setTimeout(1500);
    ending.abort();
    await expect(gateway).rejects.toThrow();
    const sentence = `Discord cannot be reached (ECONNREFUSED). Ibid waits for 127.0.0.1:${address.port} and tries again. If this continues, check the network and DISCORD_API_URL.`;
    expect(alarms(log).map(({ msg }) => msg)).toEqual([sentence]);
    expect(log.lines.join("")).not.toContain("secret");
  });

  test("while Discord has server errors", async () => {
    const discord = await startFake();
    // The number of attempts of discord.js.
    for (let time = 0; time < 4; time += 1) {
      discord.failNext("gateway", { status: 503, code: 0, message: "Service Unavailable" });
    }
    const log = createLog();
    const gateway = await startGateway(bot, { token: TOKEN, api: discord.api }, { log: log.log });
    if ("error" in gateway) throw new Error(inEnglish(gateway.error));
    open.unshift(gateway.close);
    expect(alarms(log).map(({ msg }) => msg)).toEqual([
      expect.stringMatching(/^Discord responds with status 503\. Ibid waits for 127/),
    ]);
    expect(discord.commands.has("global")).toBe(true);
  });

  test.each([
    [
      "when its commands are refused",
      { status: 400, code: 30034, message: "Daily limit reached" },
      {},
      "Discord rejects a request from Ibid: Daily limit reached (code 30034).",
    ],
    [
      "when it may not register any commands in its guild",
      { status: 403, code: 50001, message: "Missing Access" },
      { guildId: GUILD_ID },
      `Discord does not let Ibid register commands in the server ${GUILD_ID}`,
    ],
  ])("%s, but answers", async (_, error, config, reason) => {
    const discord = await startFake();
    discord.failNext("commands", error);
    const log = createLog();
    const given = { token: TOKEN, api: discord.api, ...config };
    const gateway = await startGateway(bot, given, { log: log.log });
    if ("error" in gateway) throw new Error(inEnglish(gateway.error));
    open.unshift(gateway.close);
    await discord.send(slashCommand("help"));
    while (![...discord.commands.values()].some((all) => all.length > 0)) await setTimeout(50);
    expect(alarms(log)).toEqual([
      expect.objectContaining({ msg: expect.stringContaining(reason) }),
    ]);
  });
});

describe("commands are registered", () => {
  const shipped = createBot(commands, () => context);
  const puts = ({ requests }: FakeDiscord) =>
    requests.filter(({ method }) => method === "PUT").map(({ path }) => path.replace(/.*001/, ""));
  const names = (discord: FakeDiscord, scope: string) =>
    discord.commands.get(scope)?.map(({ name }) => name) ?? [];
  const slashNames = slashNamesOf(commands);
  const messageLabels = commands.flatMap(({ messageCommand }) => messageCommand?.label ?? []);
  const all = [...slashNames, ...messageLabels];

  test("globally", async () => {
    const { discord } = await connect({}, { of: shipped });
    expect(names(discord, "global")).toEqual(all);
    expect(puts(discord)).toEqual(["/commands"]);
    expect(discord.problems).toEqual([]);
  });

  test("in one guild only, and removed globally", async () => {
    const { discord } = await connect(
      { commandsByScope: { global: globalManifests } },
      { of: shipped, guildId: GUILD_ID },
    );
    expect([names(discord, "global"), names(discord, GUILD_ID)]).toEqual([[], all]);
    expect(puts(discord)).toEqual([`/guilds/${GUILD_ID}/commands`, "/commands"]);
  });

  test("globally, and removed from every guild", async () => {
    const other = "100000000000000009";
    const { discord } = await connect(
      {
        guilds: [GUILD_ID, other],
        commandsByScope: { [GUILD_ID]: guildManifests },
        missingAccess: [other],
      },
      { of: shipped },
    );
    expect([names(discord, "global"), names(discord, GUILD_ID)]).toEqual([all, []]);
    expect(puts(discord)).toEqual(["/commands", `/guilds/${GUILD_ID}/commands`]);
  });

  test.each([
    ["globally", { global: globalManifests }, undefined],
    ["in the guild", { [GUILD_ID]: guildManifests }, GUILD_ID],
  ])("not again if they are already registered %s", async (_, commandsByScope, guildId) => {
    const { discord } = await connect(
      { commandsByScope },
      { of: shipped, ...(guildId && { guildId }) },
    );
    expect(puts(discord)).toEqual([]);
  });

  describe("with their message commands", () => {
    const alike = {
      ...repeat,
      name: "alike",
      messageCommand: { label: "alike", optionsFrom: () => ({}) },
    };
    const withMessageCommands = createBot([...commands, alike, repeat], () => context);
    const manifests = manifestsOf(withMessageCommands.commands, "global");

    test("if they have any", async () => {
      const { discord } = await connect({}, { of: withMessageCommands });
      expect(names(discord, "global")).toEqual([
        ...slashNames,
        "alike",
        "repeat",
        ...messageLabels,
        "alike",
        "Say it again",
      ]);
      expect(discord.commands.get("global")?.at(-1)?.type).toBe(3);
      expect(discord.problems).toEqual([]);
    });

    test("not again if they are already registered", async () => {
      const { discord } = await connect(
        { commandsByScope: { global: manifests } },
        { of: withMessageCommands },
      );
      expect(puts(discord)).toEqual([]);
    });

    test.each([
      ["one is missing", manifests.slice(0, -1)],
      [
        "one is a user command instead",
        [...manifests.slice(0, -1), { name: "Say it again", type: 2 }],
      ],
      [
        "one is a slash command instead",
        [...manifests.slice(0, -1), { name: "say", description: "It." }],
      ],
    ])("again if %s", async (_, global) => {
      const { discord } = await connect(
        { commandsByScope: { global } },
        { of: withMessageCommands },
      );
      expect(puts(discord)).toEqual(["/commands"]);
    });
  });

  test.each([
    ["one is missing", globalManifests.slice(1)],
    ["one is too many", [...globalManifests, { name: "sing", description: "Sing." }]],
    [
      "one has another description",
      globalManifests.map((one) => ({ ...one, description: "Something else." })),
    ],
    ["one has other options", globalManifests.map((one) => ({ ...one, options: [] }))],
    ["they are for servers only", globalManifests.map((one) => ({ ...one, contexts: [0] }))],
  ])("again if %s", async (_, global) => {
    const { discord } = await connect({ commandsByScope: { global } }, { of: shipped });
    expect(puts(discord)).toEqual(["/commands"]);
    expect(names(discord, "global")).toEqual(all);
  });
});

test("the log contains no token, no URL with one, and nothing that a user typed", async () => {
  const { discord, log, answerTo } = await connect();
  const typed = "a very private question";
  const asked: APIInteraction[] = [
    slashCommand("search", { query: typed }),
    slashCommand("broken", { about: typed }),
    autocomplete("quote", { topic: typed }, "topic"),
  ];
  for (const interaction of asked) await discord.send(interaction);
  discord.failNext("callback", { status: 404, code: 10062, message: "Unknown interaction" });
  const late = slashCommand("quote", { about: typed });
  await expect(discord.send(late)).rejects.toThrow("Unknown interaction");
  await answerTo("help");

  const written = log.lines.join("");
  expect(alarms(log).length).toBe(2);
  for (const secret of [TOKEN, typed, ...[...asked, late].map(({ token }) => token)]) {
    expect(written).not.toContain(secret);
  }
});
