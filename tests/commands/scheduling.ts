import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIInteraction, APIMessage } from "discord-api-types/v10";
import { pino } from "pino";
import { afterAll, afterEach, beforeEach, expect } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/command/bot.ts";
import type { Context } from "../../src/command/types.ts";
import { dayInZone } from "../../src/corpus/date.ts";
import { createInteractionHandler } from "../../src/frontends/handle-interaction.ts";
import { postingMaker } from "../../src/frontends/start-posting.ts";
import { PERMISSIONS } from "../../src/keeping/permissions.ts";
import type { Store } from "../../src/store/store.ts";
import { messageAfter, offersOf, parseAnswerable, sentFiles } from "../discord/ask.ts";
import { INVITED } from "../discord/fake-channels.ts";
import { type FakeDiscord, startFakeDiscord } from "../discord/fake-discord.ts";
import { ASKER, type Callback, CHANNEL_IDS, GUILD_ID, slashCommand } from "../discord/payloads.ts";
import { problemsWithCallback } from "../discord/spec.ts";
import { at, CHANNEL, createTestPoster, openTestStore } from "../frontends/posting.ts";

export const WRITER = PERMISSIONS["view-channel"] | PERMISSIONS["send-messages"];
export const PLANNER = WRITER | PERMISSIONS["manage-events"];

export interface By {
  readonly user?: typeof ASKER;
  readonly permissions?: bigint;
}

/** Lets a user with some permissions send an interaction. */
export function by<T extends APIInteraction>(
  interaction: T,
  { user = ASKER, permissions = PLANNER }: By = {},
): T {
  const { member } = interaction;
  const changed = member && { member: { ...member, user, permissions: String(permissions) } };
  return { ...interaction, app_permissions: String(INVITED), ...changed };
}

/**
 * Prepares a server of the tests’ Discord for each test of a file, in which a bot answers and posts. Its clock begins at
 * `start` and moves only when it is set; `contextNow` is called for every answer.
 */
export function prepareServer(start: string, contextNow: () => Context) {
  const folder = mkdtempSync(join(tmpdir(), "ibid-schedule-"));
  const clock = at(start);
  let count = 0;
  const next = () => ++count;
  const bot = createBot(commands, () => ({
    ...contextNow(),
    now: clock.now,
    seed: next(),
    dayIn: (zone) => dayInZone(clock.now, zone),
  }));
  let opened: { readonly store: Store; readonly discord: FakeDiscord } | undefined;

  function present() {
    if (opened === undefined) throw new Error("No test is running.");
    return opened;
  }

  beforeEach(async () => {
    clock.now = Date.parse(start);
    opened = {
      store: openTestStore({ kind: "file", path: join(folder, `s-${next()}.sqlite`) }, clock),
      discord: await startFakeDiscord({
        channels: [CHANNEL, CHANNEL_IDS.guild].map((id) => ({ id, guild: GUILD_ID })),
        now: () => clock.now,
      }),
    };
  });
  afterEach(() => Promise.all([present().store.close(), present().discord.close()]));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Returns the response to an interaction. */
  async function respond(interaction: APIInteraction): Promise<Callback> {
    const handler = createInteractionHandler(bot, { store: present().store });
    const { response, files } = await handler.answer(
      parseAnswerable(interaction),
      pino({ level: "silent" }),
    );
    const sent = sentFiles(files);
    expect(problemsWithCallback(response, sent, interaction)).toEqual([]);
    return { response: JSON.parse(JSON.stringify(response)), files: sent };
  }

  /** Sends an interaction, and returns the message that Discord shows then. */
  async function send(interaction: APIInteraction): Promise<APIMessage> {
    return messageAfter(await respond(interaction), "guild");
  }

  return {
    bot,
    clock,
    get store() {
      return present().store;
    },
    get discord() {
      return present().discord;
    },
    respond,
    send,
    run: (
      name: string,
      options: Readonly<Record<string, string | number | boolean>> = {},
      who?: By,
    ) => send(by(slashCommand(name, options), who)),
    async press(label: string, message: APIMessage, who?: By) {
      const offer = offersOf(message).find((one) => one.label === label);
      if (offer === undefined) throw new Error(`There is no ${label}.`);
      return send(by(offer.interaction, who));
    },
    /** Posts what is due after some milliseconds. */
    round(milliseconds = 0) {
      clock.now += milliseconds;
      const { store, discord } = present();
      const makePosting = postingMaker(bot);
      return createTestPoster(store, { api: discord.api, clock, makePosting }).round();
    },
    async schedules() {
      const asker = { server: GUILD_ID, managesServer: false };
      const read = await present().store.read(asker, ["schedules"]);
      return "error" in read ? [] : (read.kept.schedules ?? []);
    },
  };
}
