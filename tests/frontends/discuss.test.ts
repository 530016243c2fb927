import {
  type APIInteraction,
  type APIMessage,
  ChannelType,
  InteractionResponseType,
  MessageFlags,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import { pino } from "pino";
import { afterEach, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/command/bot.ts";
import type { Context } from "../../src/command/types.ts";
import { createRequests } from "../../src/frontends/discord-request.ts";
import { startGateway } from "../../src/frontends/gateway/gateway.ts";
import { createInteractionHandler } from "../../src/frontends/handle-interaction.ts";
import { createOpenThread } from "../../src/frontends/open-thread.ts";
import { postingMaker } from "../../src/frontends/start-posting.ts";
import { isPrivate, messageAfter, offersOf, parseAnswerable, textOf } from "../discord/ask.ts";
import { INVITED } from "../discord/fake-channels.ts";
import {
  type FakeDiscord,
  type FakeDiscordOptions,
  startFakeDiscord,
  TOKEN,
} from "../discord/fake-discord.ts";
import {
  ASKER,
  buttonInteraction,
  type Callback,
  GUILD_ID,
  type OptionValues,
  OTHER,
  slashCommand,
  type Where,
} from "../discord/payloads.ts";
import { problemsWithCallback } from "../discord/spec.ts";
import { contextOf, libraryOf } from "../library.ts";
import { scheduleOf } from "./posting.ts";
import { startTestEndpoint } from "./serving.ts";

const LONG_TITLE = "On 𝒶 lighthouse · and its *keepers*, ".repeat(8).trim();
const library = libraryOf({
  "plans.yaml": [
    "keepers:",
    "  title: The keepers",
    "  steps:",
    "    - { title: First, read: [asked¶1], questions: [What is missing?] }",
    "    - asked",
  ].join("\n"),
  "asked.md":
    "---\nfrom: Ada Quill\nto: Tom Hale\ndate: 1907-03-02\nquestions: [Who kept *the lamp*?, Why?]\n---\n\nThe lamp has been lit since nine in the evening.\n\nNobody came by boat, and nobody was expected here.\n",
  "unasked.md":
    "---\nfrom: Tom Hale\nto: Ada Quill\ndate: 1908-05-06\n---\n\nI have carried the oil up all of the stairs today.\n",
  "long.md": `---\ntitle: "${LONG_TITLE}"\ndate: 1909\n---\n\nThe wind has turned to the north.\n`,
});
const context: Context = contextOf(library);
const bot = createBot(commands, () => context);
const { CreatePublicThreads, SendMessagesInThreads } = PermissionFlagsBits;

const open: FakeDiscord[] = [];
afterEach(async () => {
  for (const discord of open.splice(0)) await discord.close();
});

/** Starts a Discord with the channel of all tests, and a handler that opens threads there. */
async function start(options: FakeDiscordOptions = {}) {
  const discord = await startFakeDiscord({
    channels: [{ id: "100000000000000003", guild: GUILD_ID }],
    ...options,
  });
  open.push(discord);
  const openThread = createOpenThread(createRequests(TOKEN, discord.api));
  const handler = createInteractionHandler(bot, { openThread });
  const log = pino({ level: "silent" });

  async function ask(interaction: APIInteraction): Promise<Callback> {
    const { response } = await handler.answer(parseAnswerable(interaction), log);
    expect(problemsWithCallback(response, [], interaction)).toEqual([]);
    return { response, files: [] };
  }
  /** Returns the public answer to a command, as Discord shows it. */
  async function post(name: string, options: OptionValues, where: Where = "guild") {
    const message = messageAfter(await ask(slashCommand(name, options, where)), where);
    if (!isPrivate(message)) discord.channels.show(message);
    return message;
  }
  /** Presses a button, and returns the answer, which must be a private message. */
  async function press(
    message: APIMessage,
    changes: Partial<APIInteraction> = {},
  ): Promise<APIMessage> {
    const callback = await ask({ ...discussIn(message), ...changes } as APIInteraction);
    expect(callback.response.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    const answer = messageAfter(callback, "guild");
    expect(isPrivate(answer)).toBe(true);
    return answer;
  }
  const threads = () => [...discord.channels.threads.values()];
  const posted = (channel: string) =>
    discord.channels.messages.filter((one) => one.channel === channel).map(({ body }) => body);
  return { discord, ask, post, press, threads, posted };
}

function labelsOf(message: APIMessage): readonly string[] {
  return offersOf(message).map(({ label }) => label);
}

function discussIn(message: APIMessage, by = ASKER): APIInteraction {
  const offer = offersOf(message, by).find(({ label }) => label === "Discuss");
  if (offer === undefined) throw new Error(`No Discuss among ${labelsOf(message)}.`);
  return offer.interaction;
}

/** Returns the changes of an interaction by which its user, and the bot, have all permissions but some. */
function without({ user = 0n, bot = 0n }): Partial<APIInteraction> {
  const all = 2248473465835073n;
  const { member } = buttonInteraction("", { channel_id: "" } as APIMessage);
  return {
    app_permissions: String(all & ~bot),
    ...(member && { member: { ...member, permissions: String(all & ~user) } }),
  } as Partial<APIInteraction>;
}

describe("Discuss below a public answer opens a thread on it", () => {
  test.each<readonly [string, OptionValues, string, readonly string[]]>([
    ["quote", { passage: "asked¶2" }, "Ada Quill to Tom Hale, 2 March 1907", ["Who kept", "Why?"]],
    ["quote", { about: "lamp nine evening" }, "Ada Quill to Tom Hale", ["Who kept"]],
    ["quote", { passage: "asked¶1", around: 1 }, "Ada Quill to Tom Hale", ["Who kept"]],
    ["quote", { passage: "unasked¶1" }, "Tom Hale to Ada Quill, 6 May 1908", []],
    ["letter", { date: "asked" }, "Ada Quill to Tom Hale, 2 March 1907", ["Who kept", "Why?"]],
    ["letter", { date: "unasked", whole: true }, "Tom Hale to Ada Quill, 6 May 1908", []],
    [
      "verify",
      { text: "Nobody came by boat, and nobody was expected here." },
      "Ada Quill",
      ["Who"],
    ],
    ["plan show", { plan: "keepers", step: 1 }, "First", ["What is missing?", "Who kept"]],
    ["plan show", { plan: "keepers", step: 2 }, "Ada Quill to Tom Hale", ["Who kept"]],
    ["timeline", { on: "2 March" }, "2 March 20", []],
  ])("/%s %o", async (name, options, named, questions) => {
    const { discord, post, press, threads, posted } = await start();
    const message = await post(name, options);
    const answer = await press(message);
    const [thread] = threads();
    expect(thread).toMatchObject({ id: message.id, parent: message.channel_id });
    expect(thread?.name).toContain(named);
    if (name !== "timeline") expect(thread?.name).toMatch(/ · 4 October 2024$/);
    expect(textOf(answer)).toContain("The thread is open:");
    expect(JSON.stringify(answer)).toContain(`<#${message.id}>`);
    const openings = posted(message.id);
    expect(openings).toHaveLength(questions.length === 0 ? 0 : 1);
    const [opening] = openings;
    for (const question of questions) expect(opening?.["content"]).toContain(question);
    if (opening !== undefined) expect(opening["allowed_mentions"]).toEqual({ parse: [] });
    expect(discord.problems).toEqual([]);
    expect(discord.channels.used() & ~INVITED).toBe(0n);
  });

  test("named after a title that is too long, and the day in full", async () => {
    const { post, press, threads } = await start();
    await press(await post("quote", { passage: "long¶1" }));
    const [name = ""] = threads().map((thread) => thread.name);
    expect(name).not.toMatch(/\p{Cs}/u);
    expect(name.length).toBeLessThanOrEqual(100);
    const [, title = ""] = /^(.{50,})… · 4 October 2024$/u.exec(name) ?? [];
    expect(LONG_TITLE.startsWith(title)).toBe(true);
    expect(title).not.toBe("");
  });

  test("of a schedule, which has the same name as the thread of a schedule", async () => {
    const { discord, press, threads } = await start();
    const claim = {
      ...{ settings: {}, locale: undefined, holder: "", tried: undefined, now: 0 },
      occasion: { schedule: "daily", date: "2024-10-04", slot: 0, due: 0, state: "due", said: [] },
    } as const;
    const what = { kind: "passages", options: { about: "asked¶2" } } as const;
    const channel = "100000000000000003";
    const made = (thread: object) =>
      postingMaker(bot)(
        { ...claim, schedule: { ...scheduleOf({ channel, what }), version: 0, ...thread } },
        { round: 0, addresses: [] },
      );
    const posting = made({});
    const threaded = made({ thread: { kind: "thread", archiveAfter: 1440 } });
    if ("skipped" in posting || "skipped" in threaded) throw new Error("There is no posting.");
    const type = InteractionResponseType.ChannelMessageWithSource;
    const shown = ({ message }: typeof posting) => {
      const response = { type, data: message } as Callback["response"];
      const { interaction_metadata: _, ...rest } = messageAfter({ response, files: [] }, "guild");
      return rest as APIMessage;
    };
    expect(labelsOf(shown(threaded))).not.toContain("Discuss");
    const message = shown(posting);
    discord.channels.show(message);
    expect(textOf(await press(message))).toContain("The thread is open:");
    expect(threads().map(({ name }) => name)).toEqual([threaded.name]);
  });

  test("named in the language of the community", async () => {
    const { post, press, threads } = await start();
    const message = await post("quote", { passage: "asked¶1" });
    const guild = { id: GUILD_ID, features: ["COMMUNITY"], locale: "ko" };
    await press(message, { guild, guild_locale: "ko" } as Partial<APIInteraction>);
    expect(threads()[0]?.name).toMatch(/1907년 3월 2일.* · 2024년 10월 4일$/);
  });

  test("once, and leads to the thread when it is pressed again, by anyone", async () => {
    const { discord, ask, post, press, threads, posted } = await start();
    const message = await post("quote", { passage: "asked¶1" });
    await press(message);
    const again = await press(message);
    const byOther = messageAfter(await ask(discussIn(message, OTHER)), "guild");
    // Discord marks the message, so those who may open none are led to the thread, too.
    const marked = { ...message, flags: (message.flags ?? 0) | MessageFlags.HasThread };
    const byStranger = await press(marked, without({ user: CreatePublicThreads }));
    const withoutRights = await press(marked, without({ bot: CreatePublicThreads }));
    for (const answer of [again, byOther, byStranger, withoutRights]) {
      expect(textOf(answer)).toContain("This message has its thread already:");
      expect(JSON.stringify(answer)).toContain(`<#${message.id}>`);
    }
    expect(threads()).toHaveLength(1);
    expect(posted(message.id)).toHaveLength(1);
    expect(discord.problems).toEqual([]);
  });

  test("from several presses at once, with its questions once", async () => {
    const { post, press, threads, posted } = await start();
    const message = await post("quote", { passage: "asked¶1" });
    const answers = await Promise.all([1, 2, 3, 4].map(() => press(message)));
    const opened = answers.filter((one) => textOf(one).includes("The thread is open:"));
    expect(opened).toHaveLength(1);
    expect(threads()).toHaveLength(1);
    expect(posted(message.id)).toHaveLength(1);
  });
});

describe("a user who may not, or Ibid", () => {
  const lacks = [0n, CreatePublicThreads, SendMessagesInThreads];

  test.each(lacks.flatMap((user) => lacks.map((own) => [user, own] as const)))(
    "lacks %d, %d: the thread is open or a sentence says what is lacking",
    async (user, own) => {
      for (const passage of ["asked¶1", "unasked¶1"]) {
        const { discord, post, press, threads } = await start({
          channels: [{ id: "100000000000000003", guild: GUILD_ID, permissions: INVITED & ~own }],
        });
        const answer = await press(await post("quote", { passage }), without({ user, bot: own }));
        const isUserShort = user === CreatePublicThreads;
        const isBotShort =
          own === CreatePublicThreads || (own === SendMessagesInThreads && passage === "asked¶1");
        expect(threads()).toHaveLength(isUserShort || isBotShort ? 0 : 1);
        if (isUserShort) expect(textOf(answer)).toContain("You lack: Create Public Threads.");
        else if (isBotShort) {
          expect(textOf(answer)).toMatch(
            /Ibid lacks here: (Create Public|Send Messages in) Threads/,
          );
          expect(JSON.stringify(answer)).toContain("https://discord.com/oauth2/authorize");
        }
        expect(discord.requests.filter(({ method }) => method === "POST")).toHaveLength(
          isUserShort || isBotShort ? 0 : passage === "asked¶1" ? 2 : 1,
        );
      }
    },
  );
});

describe("where no thread can be made", () => {
  const types = Object.values(ChannelType).filter((type) => typeof type === "number");

  test.each(types)(
    "a channel of type %d has the button, and opens threads, only if it can",
    async (type) => {
      const { ask, post, press, threads } = await start();
      const isPossible = type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement;
      const channel = { id: "100000000000000003", type, parent_id: "100000000000000009" };
      const changes = { channel } as Partial<APIInteraction>;
      const asked = { ...slashCommand("quote", { passage: "asked¶1" }), ...changes };
      const message = messageAfter(await ask(asked as APIInteraction), "guild");
      expect(labelsOf(message).includes("Discuss")).toBe(isPossible);
      const answer = await press(await post("quote", { passage: "asked¶1" }), changes);
      expect(threads()).toHaveLength(isPossible ? 1 : 0);
      if (!isPossible) expect(textOf(answer)).toContain("There can be no thread here.");
    },
  );

  test.each<readonly [string, OptionValues, Where]>([
    ["a direct message", {}, "dm"],
    ["a group message", {}, "user-install"],
    ["a private answer", { private: true }, "guild"],
  ])("%s has no button, and a forged one opens none", async (_, options, where) => {
    const { discord, ask, post } = await start();
    const message = await post("quote", { passage: "asked¶1", ...options }, where);
    expect(labelsOf(message)).not.toContain("Discuss");
    const forged = JSON.stringify([1, "quote", { passage: "asked¶1", discuss: true }, 0, 2]);
    const answer = messageAfter(await ask(buttonInteraction(forged, message)), where);
    expect(textOf(answer)).toContain("There can be no thread here.");
    expect(discord.requests).toEqual([]);
  });

  test("a shared answer has the button that the private one has not", async () => {
    const { ask, post, press, discord } = await start();
    const message = await post("quote", { passage: "asked¶1", private: true });
    const share = offersOf(message).find(({ label }) => label === "Share");
    if (share === undefined) throw new Error("It cannot be shared.");
    const shared = messageAfter(await ask(share.interaction), "guild");
    discord.channels.show(shared);
    expect(textOf(await press(shared))).toContain("The thread is open:");
  });
});

describe("a thread that Discord does not open is reported to the user alone", () => {
  const PATH = /\/threads$/;
  const failing = (status: number | "cut", when: "before" | "after", times: number) => {
    let left = times;
    return ({ path }: { readonly path: string }) => {
      if (!PATH.test(path) || left === 0) return undefined;
      left -= 1;
      return { status, when } as const;
    };
  };

  test.each([
    [503, "before", 1, true],
    [503, "after", 1, true],
    ["cut", "after", 1, true],
    [503, "before", 2, false],
    [429, "before", 1, false],
    [403, "before", 1, false],
    [404, "before", 1, false],
    [400, "before", 1, false],
  ] as const)("after %s %s acting, %d times", async (status, when, times, isOpened) => {
    const { post, press, threads, posted } = await start({
      faultOf: failing(status, when, times),
    });
    const message = await post("quote", { passage: "asked¶1" });
    const answer = await press(message);
    expect(textOf(answer)).toContain(isOpened ? "The thread is open:" : "No thread was opened: ");
    expect(threads()).toHaveLength(isOpened ? 1 : 0);
    expect(posted(message.id)).toHaveLength(isOpened ? 1 : 0);
  });

  test("such as that of a message that a moderator has deleted", async () => {
    const { discord, post, press } = await start();
    const message = await post("quote", { passage: "asked¶1" });
    discord.channels.delete(message.id);
    expect(textOf(await press(message))).toContain("No thread was opened: the post was deleted.");
  });

  test("and so are questions that it refuses", async () => {
    const { post, press, threads } = await start({
      faultOf: ({ path }) =>
        path.endsWith("/messages") ? { status: 400, when: "before" } : undefined,
    });
    const answer = await press(await post("quote", { passage: "asked¶1" }));
    expect(textOf(answer)).toContain("Discord has refused the questions");
    expect(threads()).toHaveLength(1);
  });
});

describe("each front end opens threads", () => {
  test("the gateway client", async () => {
    const discord = await startFakeDiscord({
      guilds: [GUILD_ID],
      channels: [{ id: "100000000000000003", guild: GUILD_ID }],
    });
    open.push(discord);
    const log = pino({ level: "silent" });
    const gateway = await startGateway(bot, { token: TOKEN, api: discord.api }, { log });
    if ("error" in gateway) throw new Error("The gateway did not start.");
    const quotation = messageAfter(
      await discord.send(slashCommand("quote", { passage: "asked¶1" })),
      "guild",
    );
    discord.channels.show(quotation);
    const answer = messageAfter(await discord.send(discussIn(quotation)), "guild");
    await gateway.close();
    expect(textOf(answer)).toContain("The thread is open:");
    expect(discord.channels.threads.size).toBe(1);
    expect(discord.problems).toEqual([]);
  });

  test("but the endpoint without a token says that it cannot, and offers none", async () => {
    const endpoint = await startTestEndpoint({ of: bot });
    const quotation = messageAfter(
      await endpoint.ask(slashCommand("quote", { passage: "asked¶1" })),
      "guild",
    );
    const answer = messageAfter(await endpoint.ask(discussIn(quotation)), "guild");
    expect(textOf(answer)).toContain("This Ibid has no token, so it cannot open threads");
    const tokenless = createBot(commands, () => ({ ...context, posts: false }));
    const other = await startTestEndpoint({ of: tokenless });
    const offered = await other.ask(slashCommand("quote", { passage: "asked¶1" }));
    expect(labelsOf(messageAfter(offered, "guild"))).not.toContain("Discuss");
    const forged = messageAfter(await other.ask(discussIn(quotation)), "guild");
    expect(textOf(forged)).toContain("This Ibid has no token, so it cannot open threads");
  });

  test("and the endpoint with a token", async () => {
    const discord = await startFakeDiscord({
      guilds: [GUILD_ID],
      channels: [{ id: "100000000000000003", guild: GUILD_ID }],
    });
    open.push(discord);
    const endpoint = await startTestEndpoint({ of: bot, token: TOKEN, api: discord.api });
    const quotation = messageAfter(
      await endpoint.ask(slashCommand("quote", { passage: "asked¶1" })),
      "guild",
    );
    discord.channels.show(quotation);
    const answer = messageAfter(await endpoint.ask(discussIn(quotation)), "guild");
    expect(textOf(answer)).toContain("The thread is open:");
    expect(discord.channels.threads.size).toBe(1);
  });
});
