import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIInteraction, type APIUser, MessageFlags } from "discord-api-types/v10";
import { pino } from "pino";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { changeSettings, settingsPrivacy, showSettings } from "../../commands/settings.ts";
import { respondTo } from "../../src/discord/interaction.ts";
import { createInteractionHandler } from "../../src/frontends/handle-interaction.ts";
import { createConversation } from "../../src/frontends/terminal/terminal.ts";
import { type Kept, NO_SITUATION } from "../../src/keeping/kept.ts";
import { resolveSetting } from "../../src/keeping/settings.ts";
import { PLAIN } from "../../src/reply/plain-text.ts";
import { createStore, type Store } from "../../src/store/store.ts";
import { botOf, messageAfter, offersOf, parseAnswerable, textOf } from "../discord/ask.ts";
import { ASKER, OTHER, slashCommand } from "../discord/payloads.ts";
import { problemsWithCallback } from "../discord/spec.ts";
import { context, library } from "../library.ts";

const folder = mkdtempSync(join(tmpdir(), "ibid-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bot = botOf(library);
let count = 0;
let store: Store;
beforeEach(() => {
  store = createStore({ kind: "file", path: join(folder, `settings-${++count}.sqlite`) });
});
afterEach(() => store.close());

/** Sends an interaction, and returns the message that Discord shows then. */
async function send(interaction: APIInteraction) {
  const handler = createInteractionHandler(bot, { store });
  const answer = await handler.answer(parseAnswerable(interaction), pino({ level: "silent" }));
  const callback = { response: JSON.parse(JSON.stringify(answer.response)), files: [] };
  expect(problemsWithCallback(callback.response, [], interaction)).toEqual([]);
  return messageAfter(callback, "guild");
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

  test("that are not possible are explained, and nothing is changed", async () => {
    const wrong = [
      [{ of: "me" }, "Add what to change: `style:`"],
      [{ of: "nobody", style: "apa" }, "one of me, channel, server"],
      [{ of: "me", zone: "Mars/Olympus" }, "not a time zone"],
      [{ of: "me", style: "turabian" }, "no style called"],
      [{ of: "me", answers: "loud" }, "one of private, public"],
      [{ of: "me", language: "tlh" }, "one of en"],
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
    });
    // A user’s settings cannot say what a channel is about.
    const about = { user: { about: "a" }, channel: { about: "b" } };
    expect(resolveSetting("about", about, undefined)).toEqual({ value: "b", from: "channel" });
    const zoned = { user: { zone: "UTC" }, channel: { zone: "Asia/Seoul" } };
    expect(resolveSetting("zone", zoned, "UTC")).toEqual({ value: "UTC", from: "user" });
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
