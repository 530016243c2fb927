import { MessageFlags } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { preferStyle } from "../../src/cite/style.ts";
import { type Answer, createBot } from "../../src/command/bot.ts";
import type { Context } from "../../src/command/types.ts";
import { needsOf, respondTo } from "../../src/discord/interaction.ts";
import type { Asker, Situation } from "../../src/keeping/kept.ts";
import { SETTING_KEYS, type Settings, type SettingsLevel } from "../../src/keeping/settings.ts";
import type { CommandLine } from "../../src/reply/reply.ts";
import { parseAnswerable } from "../discord/ask.ts";
import {
  autocomplete,
  buttonInteraction,
  messageCommand,
  postedMessage,
  slashCommand,
  userMessage,
} from "../discord/payloads.ts";
import { contextOf, papers, SITUATION, styles } from "../library.ts";
import { questions } from "../questions.ts";
import { sample } from "../thoroughness.ts";

const context = contextOf(papers);
const TODAY = context.day;
const receipt = "log¶1";

/** Commands of every kind, also those that change what is kept. */
const LINES: readonly CommandLine[] = [
  ...sample(questions(papers), 30),
  { name: "quote", options: {} },
  { name: "quote", options: { random: true, seed: 3 } },
  { name: "search", options: { query: "gale" } },
  { name: "verify", options: { text: "The lamp was lit at dusk" } },
  { name: "timeline", options: {} },
  { name: "topics", options: {} },
  { name: "people", options: {} },
  { name: "cite", options: { passage: receipt } },
  { name: "tray", options: { add: receipt } },
  { name: "tray", options: { markdown: true } },
  { name: "tray", options: { empty: true } },
  ...["me", "channel", "server"].flatMap((of) => [
    { name: "settings change", options: { of } },
    { name: "settings change", options: { of, style: "apa" } },
    { name: "settings change", options: { of, form: true } },
  ]),
  { name: "settings privacy", options: { delete: true, confirmed: true } },
];

function situationWith(level: SettingsLevel, value: Settings): Situation {
  return {
    ...SITUATION,
    kept: { ...SITUATION.kept, settings: { [level]: { value, version: "1" } } },
  };
}

function botWith(changes: Partial<Context>, isPrivate = false) {
  return createBot(commands, () => ({ ...context, dayIn: () => TODAY + 1, ...changes }), {
    isPrivate,
  });
}

/** Whether a command shows settings themselves, and so also where they come from, or schedules, which have a zone. */
const showsSettings = ({ name }: CommandLine) => /^settings|^schedule|^plan/.test(name);

function answers({ reply, isPrivate }: Answer) {
  return { reply, isPrivate };
}

describe("A setting is as good as a configuration, for every command:", () => {
  const usual = botWith({});
  const expected: Readonly<Record<string, readonly [Settings, ReturnType<typeof botWith>]>> = {
    style: [{ style: "apa" }, botWith({ styles: preferStyle("apa", styles.all) })],
    isPrivate: [{ isPrivate: true }, botWith({}, true)],
    zone: [{ zone: "Asia/Seoul" }, botWith({ day: TODAY + 1 })],
  };

  test.each(Object.entries(expected))("%s", (_, [settings, configured]) => {
    let differences = 0;
    for (const { name, options } of LINES.filter((line) => !showsSettings(line))) {
      const before = answers(usual.respond(name, options, SITUATION));
      const wanted = answers(configured.respond(name, options, SITUATION));
      for (const level of ["user", "channel", "server"] as const) {
        const answer = usual.respond(name, options, situationWith(level, settings));
        expect(answers(answer), `${name} ${JSON.stringify(options)}`).toEqual(wanted);
      }
      if (JSON.stringify(before) !== JSON.stringify(wanted)) differences += 1;
    }
    // Otherwise nothing was tested.
    expect(differences).toBeGreaterThan(0);
  });

  test("what a channel is about is as good as in:", () => {
    const about = situationWith("channel", { about: "letter" });
    const narrowed = new Set<string>();
    for (const { name, options } of LINES) {
      const command = commands.find((one) => one.name === name);
      if (command?.options["in"] === undefined || "passage" in options) continue;
      const answer = usual.respond(name, options, about);
      expect(answer.line.options["in"] ?? answer.reply.line?.options["passage"]).toBeDefined();
      // An address that is typed is quoted wherever it is.
      if (name === "quote" && "about" in options) continue;
      const typed = usual.respond(name, { ...options, in: "letter" }, SITUATION);
      const without = ({ reply: { actions: _, ...reply } }: Answer) => reply;
      expect(without(answer), `${name} ${JSON.stringify(options)}`).toEqual(without(typed));
      narrowed.add(name);
      const whole = usual.respond(name, { ...options, in: "*" }, about);
      const plain = usual.respond(name, options, SITUATION);
      expect(whole.reply.kind).toBe(plain.reply.kind);
    }
    // A schedule follows the channel in which it posts, not the one in which it is set up.
    const withIn = commands
      .filter(({ options, needs }) => "in" in options && needs === undefined)
      .map(({ name }) => name);
    expect([...narrowed].sort()).toEqual(withIn.sort());
  });

  test("every option for a part of the corpus, but for the setting itself, follows it", () => {
    for (const { name, options } of commands) {
      for (const [key, { expects, fromSettings }] of Object.entries(options)) {
        if (expects.kind !== "scope" || key === "about") continue;
        expect([name, key, fromSettings === undefined]).toEqual([name, key, false]);
      }
    }
  });

  test("every setting is tried here, or is shown and obeyed elsewhere", () => {
    // The language has tests of its own, and failures are reported by what fails.
    const tried = [...Object.keys(expected), "about", "language", "reports"];
    expect(SETTING_KEYS.filter((key) => !tried.includes(key))).toEqual([]);
  });
});

describe("Every way to use a command obeys settings:", () => {
  const bot = botWith({});
  const situation = situationWith("user", { isPrivate: true, style: "apa", zone: "Asia/Seoul" });
  const isEphemeral = (interaction: unknown) => {
    const { response } = respondTo(parseAnswerable(interaction), bot, situation);
    const data: { flags?: number } = Object("data" in response ? response.data : {});
    return ((data.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  };
  const posted = () => {
    const { response } = respondTo(parseAnswerable(slashCommand("help")), bot);
    return postedMessage({ response, files: [] }, { ...OTHER_USER }, "guild");
  };
  const OTHER_USER = userMessage("").author;

  test.each(commands.map(({ name }) => name))("/%s typed, or by a button", (name) => {
    const required =
      name === "search" ? { query: "gale" } : name === "verify" ? { text: "gale" } : {};
    const typed = slashCommand(name, required);
    expect(needsOf(parseAnswerable(typed), bot)).toBeDefined();
    const { response } = respondTo(parseAnswerable(typed), bot, situation);
    // A form is for its user alone anyway.
    if (JSON.stringify(response).includes('"type":9,"data"')) return;
    expect(isEphemeral(typed)).toBe(true);
    const pressed = buttonInteraction(JSON.stringify([1, name, required, 0, 0]), posted());
    expect(needsOf(parseAnswerable(pressed), bot)).toBeDefined();
    expect(isEphemeral(pressed)).toBe(true);
  });

  test("message menus and completions", () => {
    for (const { messageCommand: menu, name, options } of commands) {
      if (menu !== undefined) {
        const used = messageCommand(menu.label, userMessage("“The lamp was lit at dusk”"));
        expect(needsOf(parseAnswerable(used), bot)).toBeDefined();
        expect(isEphemeral(used)).toBe(true);
      }
      for (const key of Object.keys(options)) {
        const typed = parseAnswerable(autocomplete(name, { [key]: "a" }, key));
        expect(needsOf(typed, bot)).toEqual(options[key]?.suggestsKept ?? []);
      }
    }
    const about = situationWith("channel", { about: "letter" });
    const completed = (within: Situation) => bot.suggest("search", "in", "", within)[0]?.value;
    expect([completed(SITUATION), completed(about)]).toEqual(["log", "*"]);
  });

  test("the passage of the day is that of the day in its user’s zone", () => {
    const day = ({ reply }: Answer) => reply.kind === "quotation" && reply.day?.label;
    const here = day(bot.respond("quote", {}, SITUATION));
    const there = day(bot.respond("quote", {}, situation));
    expect([here, there]).toEqual(["4 October 2024", "5 October 2024"]);
  });
});

test("Every command is answered for everyone everywhere, and changes only what is theirs", () => {
  const bot = botWith({});
  const present = [true, false];
  const askers: readonly Asker[] = present.flatMap((hasUser) =>
    present.flatMap((hasServer) =>
      present.flatMap((hasChannel) =>
        present.map((managesServer) => ({
          ...(hasUser && { user: "11" }),
          ...(hasChannel && { channel: "22" }),
          ...(hasServer && { server: "33" }),
          managesServer,
        })),
      ),
    ),
  );
  let changed = 0;
  // One of each command, and all that may change something.
  const lines = LINES.filter(
    ({ name }, at) =>
      commands.find((one) => one.name === name)?.needs !== undefined ||
      LINES.findIndex((line) => line.name === name) === at,
  );
  for (const asker of askers) {
    for (const { name, options } of lines) {
      const { reply } = bot.respond(name, options, { ...SITUATION, asker });
      for (const change of reply.changes ?? []) {
        changed += 1;
        const what = `${name} ${JSON.stringify([options, asker, change])}`;
        if (change.kind === "tray" || change.kind === "forget-user") {
          expect([what, change.user]).toEqual([what, asker.user]);
        } else if (change.kind !== "settings") {
          const server = change.kind === "schedule" ? change.schedule.server : change.server;
          expect([what, server]).toEqual([what, asker.server]);
        } else if (change.level === "user") {
          expect([what, change.id]).toEqual([what, asker.user]);
        } else {
          const server = "server" in change ? change.server : change.id;
          // Without a zone, the first schedule of a server sets that of the server.
          const mayChange = asker.managesServer || name === "schedule add" || name === "plan start";
          expect([what, server, true]).toEqual([what, asker.server, mayChange]);
          if (change.level === "channel") expect(change.id).toBe(asker.channel);
        }
      }
    }
  }
  expect(changed).toBeGreaterThan(20);
});
