import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type APIInteraction,
  type APIUser,
  ComponentType,
  InteractionResponseType,
  MessageFlags,
} from "discord-api-types/v10";
import fc from "fast-check";
import { pino } from "pino";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { changeSettings, settingsPrivacy, showSettings } from "../../commands/settings.ts";
import { respondTo } from "../../src/discord/interaction.ts";
import { createInteractionHandler } from "../../src/frontends/handle-interaction.ts";
import { createConversation } from "../../src/frontends/terminal/terminal.ts";
import { type Kept, NO_SITUATION } from "../../src/keeping/kept.ts";
import { PERMISSIONS } from "../../src/keeping/permissions.ts";
import { resolveSetting } from "../../src/keeping/settings.ts";
import { PLAIN } from "../../src/reply/plain-text.ts";
import { createStore, type Store } from "../../src/store/store.ts";
import { botOf, messageAfter, offersOf, parseAnswerable, textOf } from "../discord/ask.ts";
import {
  ASKER,
  type Callback,
  formSubmission,
  GUILD_ID,
  OTHER,
  presentValue,
  slashCommand,
} from "../discord/payloads.ts";
import { problemsWithCallback } from "../discord/spec.ts";
import { scheduleOf, setUp } from "../frontends/posting.ts";
import { context, expectKind, library, libraryOf, SITUATION } from "../library.ts";
import { runs } from "../thoroughness.ts";

const folder = mkdtempSync(join(tmpdir(), "ibid-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CHANNEL = "100000000000000003";
const bot = botOf(library);
let count = 0;
let store: Store;
beforeEach(() => {
  store = createStore({ kind: "file", path: join(folder, `settings-${++count}.sqlite`) });
});
afterEach(() => store.close());

/** Sends an interaction, and returns the answer as Discord receives it. */
async function answerTo(interaction: APIInteraction): Promise<Callback> {
  const handler = createInteractionHandler(bot, { store });
  const answer = await handler.answer(parseAnswerable(interaction), pino({ level: "silent" }));
  const callback = { response: JSON.parse(JSON.stringify(answer.response)), files: [] };
  expect(problemsWithCallback(callback.response, [], interaction)).toEqual([]);
  return callback;
}

/** Sends an interaction, and returns the message that Discord shows then. */
async function send(interaction: APIInteraction) {
  return messageAfter(await answerTo(interaction), "guild");
}

/** Returns the labels and the present values of the form that an answer opens. */
function fieldsOf({ response }: Callback): readonly (readonly [string, string])[] {
  if (response.type !== InteractionResponseType.Modal) throw new Error("This is no form.");
  return response.data.components.flatMap((one) =>
    one.type === ComponentType.Label ? [[one.label, presentValue(one.component)] as const] : [],
  );
}

const run = async (name: string, options = {}, by: APIUser = ASKER, permissions = "32") =>
  textOf(await send(usedBy(slashCommand(name, options), by, permissions)));

function usedBy<T extends APIInteraction>(interaction: T, user: APIUser, permissions: string): T {
  const { member } = interaction;
  return { ...interaction, ...(member && { member: { ...member, user, permissions } }) };
}

/** Returns the interaction of a press on a button. */
function offerCalled(label: string, message: Awaited<ReturnType<typeof send>>): APIInteraction {
  const offer = offersOf(message).find((one) => one.label === label);
  if (offer === undefined) throw new Error(`There is no ${label}.`);
  return offer.interaction;
}

describe("Settings", () => {
  test("come from the user, then the channel, the server and the operator", async () => {
    expect(await run("settings show")).toContain("Citation style: chicago · Ibid’s default");
    expect(await run("settings change", { of: "server", style: "mla" })).toContain(
      "Citation style: mla · this server’s",
    );
    await run("settings change", { of: "channel", style: "harvard", zone: "asia/seoul" });
    const shown = await run("settings show", {}, OTHER);
    expect(shown).toContain("Citation style: harvard · this channel’s");
    expect(shown).toContain("Time zone: Asia/Seoul · this channel’s");
    await run("settings change", { of: "me", style: "apa", answers: "private" });
    expect(await run("settings show")).toContain("Citation style: apa · yours");
    expect(await run("settings show", {}, OTHER)).toContain("Citation style: harvard");
    await run("settings change", { of: "me", style: "default" });
    const reset = await run("settings show");
    expect(reset).toContain("Citation style: harvard · this channel’s");
    expect(reset).toContain("Answers: private · yours");
    const { flags = 0 } = await send(slashCommand("quote", { topic: "drills" }));
    expect(flags & MessageFlags.Ephemeral).not.toBe(0);
    const passage = "2019-08-05-kim-to-trump¶b";
    expect(await run("cite", { passage })).toContain("Harvard");
  });

  test("of a server and its channels are for those who manage it, in buttons too", async () => {
    const refusal = "for members who may manage the server";
    for (const of of ["server", "channel"]) {
      expect(await run("settings change", { of, style: "apa" }, OTHER, "0")).toContain(refusal);
      expect(await run("settings change", { of, style: "apa" }, OTHER, "8")).toContain("saved");
    }
    const forged = JSON.stringify([1, "settings change", { of: "server", style: "mla" }, 0, 0]);
    const message = await send(slashCommand("settings show"));
    const [offer] = offersOf(message, OTHER);
    if (offer === undefined) throw new Error("There is no button.");
    const pressed = usedBy(offer.interaction, OTHER, "0");
    const data = { ...Object(pressed.data), custom_id: forged };
    expect(textOf(await send({ ...pressed, data } as APIInteraction))).toContain(refusal);
    expect(await run("settings show")).toContain("Citation style: apa");
  });

  test("of a server are nowhere else, and a user’s own apply everywhere", async () => {
    const inMessage = slashCommand("settings change", { of: "server", style: "apa" }, "dm");
    expect(textOf(await send(inMessage))).toContain("There is no server here");
    const own = slashCommand("settings change", { of: "me", style: "apa" }, "user-install");
    expect(textOf(await send(own))).toContain("Your settings are saved");
    expect(await run("settings show")).toContain("apa · yours");
  });

  test("make what a channel is about the default of `in:`, which `in:*` widens", async () => {
    const change = { of: "channel", about: "2019-08-05-kim-to-trump" };
    expect(await run("settings change", change)).toContain(
      "This channel is about: Letter from Kim Jong Un to Donald J. Trump, 5 August 2019 · this channel’s",
    );
    expect(await run("quote", { topic: "drills" })).toContain("in:2019-08-05-kim-to-trump");
    const narrow = await run("search", { query: "meeting" });
    const wide = await run("search", { query: "meeting", in: "*" });
    expect(wide.length).toBeGreaterThan(narrow.length);
    expect(wide).toContain("in:*");
    expect(await run("search", { query: "meeting", in: "2018-04-01-kim-to-trump" })).toContain(
      "in:2018-04-01-kim-to-trump",
    );
    // An address is quoted wherever it is, and what was searched in vain can be searched everywhere.
    expect(await run("quote", { passage: "2018-09-21-kim-to-trump¶a" })).toContain(
      "President Moon",
    );
    expect(await run("quote", { about: "2018-09-21-kim-to-trump¶a" })).toContain("President Moon");
    const message = await send(slashCommand("search", { query: "Moon" }));
    expect(textOf(await send(offerCalled("In the whole corpus", message)))).toContain("in:*");
  });

  test.each(["topics", "people", "search"])(
    "make the whole corpus a button where the part that a channel is about has nothing: %s",
    (name) => {
      const twoParts = botOf(
        libraryOf({
          "topics.yaml": "lamps: { label: Lamps, also: [lamp] }",
          "people.yaml": "Ada Quill: { family: Quill }",
          "north.md": "---\nfrom: Ada Quill\n---\nThe lamp is lit.",
          "south.md": "---\ntitle: South\n---\nNothing to report.",
        }),
      );
      const channel = { value: { about: "south" }, version: "1" };
      const situation = { ...NO_SITUATION, kept: { settings: { channel } } };
      const { reply } = twoParts.respond(
        name,
        name === "search" ? { query: "lamp" } : {},
        situation,
      );
      expectKind("notice", reply);
      expect(reply.actions[0]?.label).toBe("everywhere");
      const { line } = reply.actions[0] ?? {};
      expect(
        twoParts.respond(line?.name ?? "", line?.options ?? {}, situation).reply.kind,
      ).not.toBe("notice");
    },
  );

  test("name a channel in which failures are reported", async () => {
    const reports = "100000000000000009";
    const shown = await run("settings change", { of: "server", reports });
    expect(shown).toContain(`Failures are reported in: #${reports} · this server’s`);
    expect(await run("settings change", { of: "me", reports })).toContain("setting of a server");
    expect(
      await run("settings change", { of: "server", about: "2019-08-05-kim-to-trump" }),
    ).toContain("of:channel");
  });

  test("name no channel for failures in which Ibid cannot write, and say what it lacks there", async () => {
    const place = {
      id: "100000000000000009",
      kind: "text",
      userPermissions: PERMISSIONS.administrator,
      botPermissions: PERMISSIONS["view-channel"],
      requiresTag: false,
    } as const;
    const situation = {
      ...SITUATION,
      asker: { ...SITUATION.asker, server: GUILD_ID, managesServer: true },
    };
    const change = (reports: object) =>
      bot.respond("settings change", { of: "server", reports }, situation).reply;
    const refused = change(place);
    expect(refused).toMatchObject({
      reason: { kind: "bot-lacks", permissions: ["send-messages"] },
    });
    expect(refused.changes).toBeUndefined();
    expect(change({ ...place, userPermissions: 0n })).toMatchObject({
      reason: { kind: "may-not-write" },
    });
    expect(change({ ...place, kind: "forum" })).toMatchObject({
      reason: { kind: "reports-in-forum" },
    });
    const able = { ...place, botPermissions: PERMISSIONS.administrator };
    expect(change(able).changes).toMatchObject([{ settings: { reports: place.id } }]);
  });

  test("with values that no longer exist are ignored, which is shown", async () => {
    const settings = { about: "gone/", style: "gone", zone: "Mars/Olympus", language: "tlh" };
    await store.apply([
      {
        kind: "settings",
        level: "channel",
        id: CHANNEL,
        server: GUILD_ID,
        settings,
        seen: undefined,
      },
    ]);
    const shown = await run("settings show");
    for (const value of Object.values(settings)) expect(shown).toContain(`, ${value}, is ignored`);
    expect(shown).toContain("This channel is about: the whole corpus · Ibid’s default");
    expect(await run("quote", { topic: "drills" })).not.toContain("in:");
  });

  test("that are not possible are explained, and nothing is changed", async () => {
    const wrong = [
      [{ of: "nobody", style: "apa" }, "one of me, channel, server"],
      [{ of: "me", zone: "Mars/Olympus" }, "not a time zone"],
      [{ of: "me", style: "turabian" }, "no style called"],
      [{ of: "me", answers: "loud" }, "one of private, public"],
      [{ of: "me", language: "tlh" }, "one of English"],
    ] as const;
    for (const [options, sentence] of wrong) {
      expect(await run("settings change", options)).toContain(sentence.replaceAll("`", ""));
    }
    expect(await run("settings privacy")).toContain("Nothing.");
  });

  test("are typed as two words in the terminal", async () => {
    const conversation = createConversation(bot, {
      json: false,
      style: () => PLAIN,
      report: (error) => {
        throw error;
      },
      store,
    });
    const say = async (line: string) => (await conversation.answer(line))?.text;
    expect(await say("/settings change me style:apa")).toContain("apa · yours");
    expect(await say("settings")).toContain("apa · yours");
    expect(await say("/cite 2019-08-05-kim-to-trump#b")).toContain("as cited in Jung");
    expect(await say("/settings change server style:mla")).toContain("There is no server here");
    expect(await say("/settings privacy")).toContain("style: apa");
  });

  test("of one level never hide those of another that are possible", () => {
    const levels = { user: { style: "gone" }, channel: {}, server: { style: "mla" } };
    const isPossible = (name: string) => name !== "gone";
    expect(resolveSetting("style", levels, "chicago", isPossible)).toEqual({
      value: "mla",
      from: "server",
      ignored: { value: "gone", from: "user" },
    });
    // A user’s settings cannot say what a channel is about.
    const about = { user: { about: "a" }, channel: { about: "b" } };
    expect(resolveSetting("about", about, undefined)).toEqual({ value: "b", from: "channel" });
    const zoned = { user: { zone: "UTC" }, channel: { zone: "Asia/Seoul" } };
    expect(resolveSetting("zone", zoned, "UTC")).toEqual({ value: "UTC", from: "user" });
  });
});

describe("The form of settings", () => {
  const open = (of: string, by = ASKER, permissions = "32") =>
    answerTo(usedBy(slashCommand("settings change", { of }), by, permissions));

  /** Sends an interaction of a user who manages the server. */
  const submit = (interaction: APIInteraction) => send(usedBy(interaction, ASKER, "32"));

  test("opens with the present values, and changes what was filled in", async () => {
    await run("settings change", { of: "me", style: "apa", zone: "Asia/Seoul" });
    const form = await answerTo(slashCommand("settings change"));
    expect(fieldsOf(form)).toEqual([
      ["Language of private answers", "default"],
      ["Citation style", "apa"],
      ["Answers", "default"],
      ["Time zone", "Asia/Seoul"],
    ]);
    const saved = await submit(formSubmission(form, { zone: "", answers: "private" }));
    expect(saved.flags).toBe(MessageFlags.Ephemeral | MessageFlags.IsComponentsV2);
    expect(textOf(saved)).toContain("Your settings are saved");
    const shown = await run("settings show");
    expect(shown).toContain("Citation style: apa · yours");
    expect(shown).toContain("Answers: private · yours");
    expect(shown).toContain("Time zone: UTC · Ibid’s default");
    // To submit it unchanged keeps everything as it is.
    await submit(formSubmission(await open("me"), {}));
    expect(await run("settings show")).toBe(shown);
  });

  test("opens from buttons for those who may, and is answered in the same message", async () => {
    const message = await submit(slashCommand("settings show"));
    const opened = await answerTo(
      usedBy(offerCalled("Change this server’s", message), ASKER, "32"),
    );
    expect(fieldsOf(opened).map(([label]) => label)).toContain("Failures are reported in");
    const changes = { reports: "100000000000000009", style: "mla" };
    const submission = formSubmission(opened, changes, { message });
    const { response } = await answerTo(usedBy(submission, ASKER, "32"));
    expect(response.type).toBe(InteractionResponseType.UpdateMessage);
    const channel = await open("channel");
    expect(fieldsOf(channel)).toHaveLength(5);
    await submit(formSubmission(channel, { about: "2019-08-05-kim-to-trump" }));
    const shown = await run("settings show");
    for (const line of ["mla · this server’s", "#100000000000000009", "5 August 2019 · this"]) {
      expect(shown).toContain(line);
    }
    // The form shows them, and empties them.
    const again = await open("server");
    expect(fieldsOf(again)).toContainEqual(["Failures are reported in", "100000000000000009"]);
    await submit(formSubmission(again, { reports: "" }));
    expect(await run("settings show")).toContain("reported in: no channel");
    const seenByOther = await send(usedBy(slashCommand("settings show"), OTHER, "0"));
    const labels = offersOf(seenByOther).map(({ label }) => label);
    expect(labels).toContain("Change yours");
    expect(labels).not.toContain("Change this server’s");
  });

  test("is refused to those who may not, also after it was opened", async () => {
    const refusal = "for members who may manage the server";
    const form = await open("server");
    const submission = formSubmission(form, { style: "mla" });
    expect(textOf(await send(usedBy(submission, ASKER, "0")))).toContain(refusal);
    expect(textOf(await send(usedBy(submission, OTHER, "0")))).toContain(refusal);
    expect(textOf(messageAfter(await open("channel", OTHER, "0"), "guild"))).toContain(refusal);
    expect(await run("settings show")).toContain("chicago · Ibid’s default");
  });

  test("opens for those whom the server has named for the command, and saves theirs", async () => {
    let asked = 0;
    const handler = createInteractionHandler(bot, {
      store,
      findRights: async () => {
        asked += 1;
        return { namedFor: ["settings"] };
      },
    });
    const answer = async (interaction: APIInteraction) => {
      const log = pino({ level: "silent" });
      const { response } = await handler.answer(parseAnswerable(interaction), log);
      return { response: JSON.parse(JSON.stringify(response)), files: [] };
    };
    const typed = slashCommand("settings change", { of: "server" });
    const form = await answer(usedBy(typed, OTHER, "0"));
    const submission = usedBy(formSubmission(form, { style: "mla" }), OTHER, "0");
    expect(textOf(messageAfter(await answer(submission), "guild"))).toContain("saved");
    const shown = await answer(usedBy(slashCommand("settings show"), OTHER, "0"));
    const labels = offersOf(messageAfter(shown, "guild")).map(({ label }) => label);
    expect(labels).toContain("Change this server’s");
    expect(asked).toBe(3);
    // Other commands do not ask Discord for its rules.
    await answer(usedBy(slashCommand("about"), OTHER, "0"));
    expect(asked).toBe(3);
  });

  test("keeps all that was typed when a value is not accepted", async () => {
    const typed = { zone: "Mars/Olympus", style: "apa", answers: "public" };
    const refused = await submit(formSubmission(await open("me"), typed));
    expect(textOf(refused)).toContain("“Mars/Olympus” is not a time zone");
    expect(await run("settings privacy")).toContain("Nothing.");
    const again = await answerTo(
      usedBy(offerCalled("Correct it in the form", refused), ASKER, "32"),
    );
    expect(fieldsOf(again)).toEqual([
      ["Language of private answers", "default"],
      ["Citation style", "apa"],
      ["Answers", "public"],
      ["Time zone", "Mars/Olympus"],
    ]);
    const zone = "Europe/London";
    const saved = await answerTo(formSubmission(again, { zone }, { message: refused }));
    expect(JSON.stringify(saved.response)).toContain("saved");
    expect(await run("settings show")).toContain("Time zone: Europe/London · yours");
  });

  test("keeps values of any length and with any characters", async () => {
    const odd = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom(..."*_~|`<>[]()#-\\: \"'{}é한"),
        minLength: 1,
        maxLength: 300,
      }),
    );
    await fc.assert(
      fc.asyncProperty(odd, odd, async (about, zone) => {
        const values = { about: about.trim(), zone: zone.trim().slice(0, 64) };
        const form = await open("channel");
        const refused = await submit(formSubmission(form, { ...values, style: "apa" }));
        const offered = offersOf(refused).map(({ label }) => label);
        if (values.zone === "" && values.about === "") return;
        expect(offered).toContain("Correct it in the form");
        const again = await answerTo(
          usedBy(offerCalled("Correct it in the form", refused), ASKER, "32"),
        );
        const fields = new Map(fieldsOf(again));
        expect(fields.get("Citation style")).toBe("apa");
        if (values.zone !== "") expect(fields.get("Time zone")).toBe(values.zone);
        if (values.about !== "") expect(fields.get("This channel is about")).toBe(values.about);
      }),
      { numRuns: runs(8) },
    );
  });

  test("changes nothing if others have changed the same in the meantime", async () => {
    const mine = await open("server");
    await submit(formSubmission(await open("server"), { style: "mla" }));
    const refused = await submit(formSubmission(mine, { zone: "Asia/Seoul" }));
    expect(textOf(refused)).toContain("Someone else has changed this");
    expect(await run("settings show")).not.toContain("Asia/Seoul");
    const again = await answerTo(
      usedBy(offerCalled("Correct it in the form", refused), ASKER, "32"),
    );
    expect(fieldsOf(again)).toContainEqual(["Time zone", "Asia/Seoul"]);
    await submit(formSubmission(again, { style: "mla" }));
    expect(await run("settings show")).toContain("mla · this server’s");
  });

  test("is a message where no form can be opened", async () => {
    const form = await open("me");
    const submission = formSubmission(form, {});
    const data = { ...submission.data, custom_id: '[1,"settings change",{"form":true},0,0]' };
    const message = await send({ ...submission, data });
    expect(textOf(message)).toContain("Time zone: not set");
    expect(fieldsOf(await answerTo(offerCalled("Fill in the form", message)))).toHaveLength(4);
  });

  test("is refused if it is not one of ours, whatever it contains", async () => {
    const submission = formSubmission(await open("me"), {});
    const wrong = [
      { custom_id: "nonsense", components: [] },
      { custom_id: '[1,"zeppelin",{},0,0]', components: [] },
      { custom_id: '[2,"settings change",{},0,0]', components: [] },
    ];
    for (const data of wrong) {
      const text = textOf(await send({ ...submission, data }));
      expect(text).toMatch(/from another version/);
    }
    const field = (custom_id: string, value: string) => ({
      ...{ type: ComponentType.Label as const, id: 1 },
      component: { type: ComponentType.TextInput as const, id: 2, custom_id, value },
    });
    const forged = [field("user", "12"), field("__proto__", "x"), field("seen", "none")];
    for (const component of forged) {
      const data = { ...submission.data, components: [component] };
      expect(textOf(await send({ ...submission, data }))).not.toBe("");
    }
    expect(await run("settings privacy")).toContain("Nothing.");
  });

  test("is filled in line by line in the terminal", async () => {
    const conversation = createConversation(bot, {
      ...{ json: false, style: () => PLAIN, store, asks: true },
      report: (error) => {
        throw error;
      },
    });
    const say = async (line: string) => (await conversation.answer(line))?.text;
    expect(await say("/settings change")).toMatch(
      /^Your settings\n[\s\S]*Language of private answers: .*\[\]$/,
    );
    expect(await say("")).toMatch(/^Citation style: .*One of .*apa.*\[\]$/);
    expect(await say("apa")).toMatch(/^Answers: /);
    expect(await say("")).toMatch(/^Time zone: /);
    const refused = await say("Mars/Olympus");
    expect(refused).toContain("is not a time zone");
    expect(refused).toMatch(/Time zone: .*\[\]$/);
    expect(await say("asia/seoul")).toContain("Time zone: Asia/Seoul · yours");
    // The present values are kept by empty lines; a command leaves the form.
    await say("/settings change");
    expect(await say("")).toContain("[apa]");
    expect(await say("/settings show")).toContain("Citation style: apa · yours");
    await say("/settings change me");
    await say("");
    await say("default");
    await say("");
    expect(await say("")).toContain("Time zone: Asia/Seoul · yours");
    expect(await say("/settings show")).toContain("Citation style: chicago");
  });

  test("is data for programs, with the command to run", async () => {
    const conversation = createConversation(bot, {
      ...{ json: true, style: () => PLAIN, store, asks: true },
      report: () => {},
    });
    const form = JSON.parse((await conversation.answer("/settings change"))?.text ?? "");
    expect(form).toMatchObject({
      kind: "form",
      submits: { name: "settings change", options: { of: "me", seen: "none" } },
      fields: [
        { option: "language" },
        { option: "style" },
        { option: "answers" },
        { option: "zone" },
      ],
    });
    expect((await conversation.answer("/settings change style:apa"))?.text).toContain('"apa"');
  });
});

describe("The privacy screen", () => {
  test("shows everything that is kept of a user, gives a copy, and deletes it", async () => {
    await run("settings change", { of: "me", zone: "Asia/Seoul", style: "apa" });
    await run("settings change", { of: "me", style: "mla" }, OTHER);
    await store.apply([
      { kind: "tray", user: ASKER.id, receipts: ["a¶1:0-5:00"], seen: undefined },
    ]);
    const message = await send(slashCommand("settings privacy"));
    expect(message.flags).toBe(MessageFlags.Ephemeral | MessageFlags.IsComponentsV2);
    const text = textOf(message);
    for (const line of [ASKER.id, "zone: Asia/Seoul", "style: apa", "a¶1:0-5:00"]) {
      expect(text).toContain(line);
    }
    const handler = createInteractionHandler(bot, { store });
    const log = pino({ level: "silent" });
    const { files } = await handler.answer(
      parseAnswerable(offerCalled("Give me a copy", message)),
      log,
    );
    expect(JSON.parse(new TextDecoder().decode(files[0]?.data))).toEqual({
      user: ASKER.id,
      settings: { zone: "Asia/Seoul", style: "apa" },
      tray: ["a¶1:0-5:00"],
      schedules: [],
    });
    const asked = await send(offerCalled("Delete all", message));
    expect(textOf(asked)).toContain("will be deleted");
    expect(textOf(await send(offerCalled("Keep all", asked)))).toContain("zone: Asia/Seoul");
    const deleted = await handler.answer(
      parseAnswerable(offerCalled("Yes, delete all", asked)),
      log,
    );
    expect(JSON.stringify(deleted.response)).toContain("is deleted");
    expect(await run("settings privacy")).toContain("Nothing.");
    expect(await run("settings privacy", {}, OTHER)).toContain("style: mla");
  });

  test("names a schedule by its title, or otherwise by its channel and its days", async () => {
    const mine = { cadence: { kind: "weekly", on: [1] }, madeBy: ASKER.id } as const;
    await setUp(
      store,
      scheduleOf({ ...mine, id: "abc" }),
      scheduleOf({ ...mine, id: "def", title: "Mornings" }),
    );
    const text = await run("settings privacy");
    expect(text).toContain("without your id: #300000000000000001 · Mondays at 08:00");
    expect(text).toContain("without your id: Mornings");
    expect(text).not.toMatch(/abc|def/);
  });

  test("is one’s own: no option names another user", () => {
    const kept: Kept = {
      settings: { user: { value: { style: "apa" }, version: "1" } },
      tray: { value: [], version: undefined },
    };
    const situation = { asker: { user: "11", managesServer: true }, kept, problem: undefined };
    const reply = settingsPrivacy.respond({ user: "12" }, { ...context, ...situation });
    expect(reply).toMatchObject({ kind: "notice", reason: { kind: "unknown-option" } });
    const asked = settingsPrivacy.respond({ delete: true }, { ...context, ...situation });
    expect(asked.changes).toBeUndefined();
    const gone = settingsPrivacy.respond(
      { delete: true, confirmed: true },
      { ...context, ...situation },
    );
    expect(gone.changes).toEqual([{ kind: "forget-user", user: "11" }]);
  });
});

test("Settings without a user, a server or a store are notices or the operator’s", () => {
  const nowhere = { ...context, asker: { managesServer: false }, problem: undefined };
  for (const of of ["me", "channel", "server"]) {
    expect(changeSettings.respond({ of, style: "apa" }, nowhere).kind).toBe("notice");
  }
  expect(settingsPrivacy.respond({}, nowhere).kind).toBe("notice");
  expect(showSettings.respond({}, context).kind).toBe("settings");
  expect(
    changeSettings.respond({ of: "me", style: "apa" }, { ...context, ...NO_SITUATION }),
  ).toMatchObject({
    reason: { kind: "store-problem", problem: "off" },
  });
  const interaction = parseAnswerable(slashCommand("settings show"));
  expect(respondTo(interaction, bot).changes).toBeUndefined();
});
