import {
  type APIInteraction,
  type APIMessage,
  ApplicationCommandOptionType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
} from "discord-api-types/v10";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { document } from "../../commands/letter.ts";
import { type Bot, createBot } from "../../src/command/bot.ts";
import { apology, respondTo } from "../../src/discord/interaction.ts";
import { slashCommandManifests } from "../../src/discord/manifest.ts";
import { COMMAND_LINE_ID } from "../../src/discord/message.ts";
import type { Library } from "../../src/search/library.ts";
import { context, library, libraryOf, papers } from "../library.ts";
import { inTurn, isLong, runs, sample } from "../thoroughness.ts";
import {
  ask,
  botOf,
  click,
  fileNamesIn,
  isPrivate,
  linksOf,
  messageAfter,
  type Offer,
  offersOf,
  parseAnswerable,
  quotedIn,
  textOf,
} from "./ask.ts";
import { TEXTS } from "./hostile.ts";
import { hostileNotes, hostileTexts } from "./hostile-corpus.ts";
import {
  ASKER,
  autocomplete,
  buttonInteraction,
  type OptionValues,
  OTHER,
  slashCommand,
  type Where,
} from "./payloads.ts";
import { problemsWithCallback, problemsWithCommands } from "./spec.ts";

const WHERES = ["guild", "dm", "user-install"] as const;

const bot = botOf(library);

function answerTo(
  bot: Bot,
  name: string,
  options: OptionValues = {},
  where: Where = "guild",
): APIMessage {
  return messageAfter(ask(bot, slashCommand(name, options, where)), where);
}

/** Asks, and follows in each message the first button of `labels` that it has. Returns all messages. */
function followButtons(
  bot: Bot,
  name: string,
  options: OptionValues,
  labels: readonly string[],
): readonly APIMessage[] {
  return followFrom(bot, answerTo(bot, name, options), labels);
}

/** Follows in each message the first button of `labels` that it has. Returns all messages. */
function followFrom(bot: Bot, first: APIMessage, labels: readonly string[]): readonly APIMessage[] {
  const messages = [first];
  for (const message of messages) {
    const offers = offersOf(message);
    const next = labels.find((label) => offers.some((offer) => offer.label === label));
    if (next) messages.push(messageAfter(click(bot, message, next), "guild", message));
  }
  return messages;
}

/** Asks, and follows *Continue* and *Next page*. Returns all messages. */
function askForAllPages(bot: Bot, name: string, options: OptionValues): readonly APIMessage[] {
  return followButtons(bot, name, options, ["Continue", "Next page"]);
}

/** Returns what is the same for two components whose uses are the same interaction. */
function useOf(message: APIMessage, { id }: Offer): string {
  // Some custom_ids leave options to the message.
  return `${id} ${isPrivate(message)} ${id.endsWith(",1]") ? textOf(message) : ""}`;
}

/** Returns the components of a message whose use is not in `used` yet. */
function unusedOffersOf(message: APIMessage, used: ReadonlySet<string>): readonly Offer[] {
  return offersOf(message).filter((offer) => !used.has(useOf(message, offer)));
}

/**
 * Asks each question, and uses one component of the answer that was not used before; in the long
 * tests, all of them.
 */
function askAndPress(bot: Bot, questions: readonly APIInteraction[]): void {
  const used = new Set<string>();
  for (const [turn, question] of questions.entries()) {
    const message = messageAfter(ask(bot, question), "guild");
    for (const offer of inTurn(unusedOffersOf(message, used), turn)) {
      used.add(useOf(message, offer));
      ask(bot, offer.interaction);
    }
  }
}

/**
 * Uses every component of the messages, then a component of each answer to these; in the long
 * tests, every component until there is no new one. Returns how many there were.
 */
function exploreComponents(
  bot: Bot,
  messages: readonly { readonly message: APIMessage; readonly where: Where }[],
): number {
  const used = new Set<string>();
  const queue = messages.map((one) => ({ ...one, depth: 1 }));
  for (const [turn, { message, where, depth }] of queue.entries()) {
    const unused = unusedOffersOf(message, used);
    for (const offer of depth === 1 ? unused : inTurn(unused, turn)) {
      used.add(useOf(message, offer));
      const next = messageAfter(ask(bot, offer.interaction), where, message);
      if (isLong || depth < 2) queue.push({ message: next, where, depth: depth + 1 });
    }
  }
  return used.size;
}

const bare = (text: string) => text.replace(/\s+/g, "");

test.each([
  ["letter¶1", ["letter¶1", "—", "¶2"]],
  ["letter¶2", ["¶1", "—", "letter¶2"]],
  ["log¶2", ["¶1", "—", "log¶2", "—", "¶3"]],
  ["lone¶1", ["lone¶1"]],
])("a passage in context is set off only from neighbours that it has: %s", (passage, expected) => {
  const corpus = libraryOf({
    "letter.md": "First.\n\nSecond.\n",
    "log.md": "First.\n\nSecond.\n\nThird.\n",
    "lone.md": "Alone.\n",
  });
  const { components = [] } = answerTo(botOf(corpus), "quote", { passage, around: 1 });
  const parts = components.flatMap((one) =>
    one.type === ComponentType.Container ? one.components : [],
  );
  const order = parts.flatMap((part) => {
    if (part.type === ComponentType.Separator) return ["—"];
    return part.type === ComponentType.TextDisplay && part.id !== COMMAND_LINE_ID
      ? (textOf({ components: [part] }).match(/^[a-z]*¶\d$/gm) ?? [])
      : [];
  });
  expect(order).toEqual(expected);
});

test("a ping is answered with a pong", () => {
  const { response } = respondTo({ kind: "ping" }, bot);
  expect(response).toEqual({ type: InteractionResponseType.Pong });
});

describe.each(["global", "guild"] as const)("the manifests in the scope %s", (scope) => {
  const manifests = slashCommandManifests(commands, scope);
  /** The options of each command, those of subcommands in the order of the commands. */
  const optionsOfEach = manifests.flatMap(({ options }) => {
    const subcommands = options.flatMap((one) =>
      one.type === ApplicationCommandOptionType.Subcommand ? [one.options ?? []] : [],
    );
    return subcommands.length > 0 ? subcommands : [options];
  });

  test("are accepted by Discord", () => {
    expect(problemsWithCommands(manifests)).toEqual([]);
  });

  test("contain no hidden option", () => {
    const shown = optionsOfEach.flat().map(({ name }) => name);
    expect(shown).not.toContain("seed");
    expect(shown).not.toContain("page");
    expect(shown).toContain("private");
  });

  test("enable autocomplete exactly for the options that have suggestions", () => {
    for (const [index, { options }] of commands.entries()) {
      for (const { name, ...manifest } of optionsOfEach[index] ?? []) {
        const isCompleted = "autocomplete" in manifest && manifest.autocomplete === true;
        expect([name, isCompleted]).toEqual([name, options[name]?.suggest !== undefined]);
      }
    }
  });
});

test("only the manifests of global commands say where they can be installed and used", () => {
  expect(slashCommandManifests(commands, "global")[0]).toMatchObject({
    integration_types: [0, 1],
    contexts: [0, 1, 2],
  });
  expect(slashCommandManifests(commands, "guild")[0]).not.toHaveProperty("contexts");
});

/** Commands that use every option, alone and together. */
const QUESTIONS: readonly (readonly [string, OptionValues])[] = [
  ["letter", {}],
  ["letter", { date: "2019-08-05" }],
  ["letter", { date: "Aug 5 2019" }],
  ["tray", { add: "2019-08-05-kim-to-trump¶b", to: 1 }],
  ["tray", { entry: "2", to: 1 }],
  ["tray", { remove: "1" }],
  ["tray", { empty: true }],
  ["tray", { markdown: true, style: "mla" }],
  ["settings show", {}],
  ["settings change", { of: "me", style: "apa", answers: "private" }],
  ["settings change", { of: "server", zone: "Asia/Seoul", language: "en" }],
  ["settings change", { of: "server", reports: "100000000000000003" }],
  ["settings change", { of: "channel", about: "letters/" }],
  ["letter", { date: "August 2019", from: "Kim" }],
  ["letter", { date: "2018" }],
  ["letter", { date: "5/8/2019" }],
  ["letter", { date: "undated", to: "Kim" }],
  ["letter", { date: "2017" }],
  ["letter", { date: "2019-08-05-kim-to-trump", private: true }],
  ["letter", { from: "Trump", to: "Kim" }],
  ["letter", { from: "2019-08-05" }],
  ["letter", { number: "216" }],
  ["quote", {}],
  ["quote", { topic: "drills" }],
  ["quote", { topic: "drils" }],
  ["quote", { about: "missile threats" }],
  ["quote", { about: "zeppelin" }],
  ["quote", { passage: "2019-08-05-kim-to-trump¶a" }],
  ["quote", { passage: "2019-08-05-kim-to-trump#z" }],
  ["quote", { from: "Kim", to: "Trump", after: "2018", before: "2019-08-05" }],
  ["quote", { random: true }],
  ["quote", { random: true, from: "Kim", private: true }],
  ["quote", { topic: "drills", about: "military", from: "Kim", after: "2019", random: true }],
  ["search", { query: "missile threats" }],
  ["search", { query: '"no changed outcome"', topic: "drills", from: "Kim", to: "Trump" }],
  ["search", { query: "letter", after: "2018-06", before: "2019-08" }],
  ["search", { query: "the meeting of the two leaders ".repeat(9).trim() }],
  ["search", { query: "mizzile" }],
  ["search", { query: "zeppelin", private: true }],
  ["cite", { passage: "2019-08-05-kim-to-trump¶b" }],
  ["cite", { passage: "2019-08-05-kim-to-trump¶b:41-63:666e0c6b", style: "csl-json" }],
  ["cite", { passage: "2019-08-05-kim-to-trump¶b:41-63:00000000", private: false }],
  ["cite", { passage: "2019-08-05", style: "bibtex", private: false }],
  ["cite", { passage: "Kim" }],
  ["verify", { text: "no changed outcome can be anticipated" }],
  ["verify", { text: "the military exercises of your side", from: "Kim", date: "2018" }],
  ["verify", { text: "“of your” “no changed outcome” «a zeppelin over Berlin»", each: true }],
  ["verify", { text: "a changed outcome … can be anticipated ".repeat(50).trim() }],
  ["verify", { text: "of your", letter: "2019-08-05", private: true }],
  ["quote", { in: "letters/" }],
  ["search", { query: "letter", in: "2019-08-05-kim-to-trump" }],
  ["verify", { text: "no changed outcome can be anticipated", in: "letters/" }],
  ["topics", { in: "letters/" }],
  ["people", { in: "letters/" }],
  ["timeline", { in: "letters/" }],
  ["timeline", {}],
  ["timeline", { after: "2018-06", before: "2018-09" }],
  ["timeline", { on: "12 June" }],
  ["timeline", { topic: "drills", person: "Pompeo" }],
  ["timeline", { after: "1950", before: "1951" }],
  ["topics", {}],
  ["topics", { topic: "drills" }],
  ["people", {}],
  ["people", { person: "Pompeo", private: true }],
  ["plan show", {}],
  ["plan show", { plan: "the letters", step: 2 }],
  ["plan show", { schedule: "Readings" }],
  [
    "plan start",
    {
      ...{ plan: "the letters", when: "Mondays", at: "7 pm", channel: "100000000000000003" },
      ...{ zone: "UTC", thread: "1 day", tag: "daily", title: "Letters" },
    },
  ],
  ["plan move", { schedule: "Readings", step: 2 }],
  ["plan move", {}],
  ["schedules", {}],
  ["schedules", { schedule: "drills" }],
  ["schedule add", { when: "Mondays", zone: "Asia/Seoul", channel: "100000000000000003" }],
  [
    "schedule add",
    {
      ...{ when: "every day", at: "8 pm", what: "passage of the day", topic: "drills", about: "x" },
      ...{
        from: "Kim",
        to: "Trump",
        after: "2018",
        before: "2019",
        in: "letters/",
        thread: "1 day",
      },
      ...{ zone: "UTC", tag: "daily", title: "Drills" },
    },
  ],
  ["schedule add", { when: "every day", what: "plan", plan: "the letters" }],
  [
    "schedule edit",
    {
      ...{
        schedule: "drills",
        when: "Mondays",
        at: "noon",
        channel: "100000000000000003",
        zone: "UTC",
      },
      ...{ thread: "none", tag: "daily", title: "Drills" },
    },
  ],
  ["schedule pause", { schedule: "drills" }],
  ["schedule resume", { schedule: "drills" }],
  ["schedule post", { schedule: "drills" }],
  ["schedule delete", { schedule: "drills" }],
  ["about", {}],
  ["about", { private: true }],
  ["help", {}],
  ["help", { command: "quote" }],
  ["help", { command: "qoute" }],
];

describe("in every kind of channel", () => {
  const answers = QUESTIONS.map(([name, options]) =>
    WHERES.map((where) => ({ where, message: answerTo(bot, name, options, where) })),
  );

  test("every command and option is answered, and so is every component of the answers", () => {
    const messages = answers.flatMap((all, index) => inTurn(all, index));
    expect(exploreComponents(bot, messages)).toBeGreaterThan(100);
  });

  test("another user’s click is answered to them only, whatever the button", () => {
    for (const [index, all] of answers.entries()) {
      for (const { message } of inTurn(all, index)) {
        for (const { label, interaction } of offersOf(message, OTHER)) {
          const { type } = ask(bot, interaction).response;
          const isNew = type === InteractionResponseType.ChannelMessageWithSource;
          // Only its user sees a private message, so others cannot click in it.
          expect([label, isNew || isPrivate(message)]).toEqual([label, true]);
        }
      }
    }
  });
});

test("the commands above use every visible option", () => {
  const used = new Set(
    QUESTIONS.flatMap(([name, options]) => Object.keys(options).map((key) => `${name} ${key}`)),
  );
  const shown = commands.flatMap(({ name, options }) =>
    Object.entries(options).flatMap(([key, { hidden }]) => (hidden ? [] : [`${name} ${key}`])),
  );
  // All commands share the option `private:`.
  expect(shown.filter((key) => !used.has(key) && !key.endsWith(" private"))).toEqual([]);
});

describe("a public answer", () => {
  const message = answerTo(bot, "quote", { topic: "drills" });

  test("is updated when the asker clicks", () => {
    const { response } = click(bot, message, "Another");
    expect(response.type).toBe(InteractionResponseType.UpdateMessage);
    expect(textOf(messageAfter(click(bot, message, "Another"), "guild"))).not.toBe(textOf(message));
  });

  test("stays when another user clicks, who gets an answer of their own", () => {
    const callback = click(bot, message, "Another", OTHER);
    expect(callback.response.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    const own = messageAfter(callback, "guild");
    expect(isPrivate(own)).toBe(true);
    expect(quotedIn(own)).not.toEqual(quotedIn(message));
    expect(offersOf(own).map(({ label }) => label)).toContain("Share");
  });

  test("has no button to share it", () => {
    expect(offersOf(message).map(({ label }) => label)).not.toContain("Share");
  });

  test("stays public on all pages if it was asked for with private:false", () => {
    const [name, options] = ["letter", { from: "Kim", private: false }] as const;
    const first = answerTo(bot, name, options);
    const callback = click(bot, first, "Next page");
    expect(callback.response.type).toBe(InteractionResponseType.UpdateMessage);
    expect(isPrivate(messageAfter(callback, "guild", first))).toBe(false);
  });

  test("is followed by an ephemeral notice if a button no longer leads anywhere", () => {
    const callback = click(botOf(papers), message, "The whole letter");
    expect(isPrivate(messageAfter(callback, "guild"))).toBe(true);
  });
});

describe("an answer beside another", () => {
  const questions = QUESTIONS.filter(([, options]) => options["private"] !== true);
  const publicAnswers = questions
    .map(([name, options]) => answerTo(bot, name, options))
    .filter((message) => !isPrivate(message));
  const isAside = ({ label }: Offer) => /^(Open |Details$|In context$|Discuss$)/.test(label);

  test("is that of *Open*, *Details*, *In context* and *Discuss*, and of nothing else", () => {
    for (const message of publicAnswers) {
      for (const offer of offersOf(message)) {
        expect([offer.label, JSON.parse(offer.id).at(-1) >= 2]).toEqual([
          offer.label,
          isAside(offer),
        ]);
      }
    }
  });

  test("is private and new, so it leaves the public answer as it is for every user who asks for it", () => {
    const offers = [ASKER, OTHER].flatMap((by) =>
      publicAnswers.flatMap((message) => offersOf(message, by).filter(isAside)),
    );
    expect(new Set(offers.map(({ label }) => label.replace(/ .*/, "")))).toEqual(
      new Set(["Open", "Details", "In", "Discuss"]),
    );
    for (const { label, interaction } of sample(offers, 120)) {
      const callback = ask(bot, interaction);
      expect([label, InteractionResponseType[callback.response.type]]).toEqual([
        label,
        "ChannelMessageWithSource",
      ]);
      expect(isPrivate(messageAfter(callback, "guild"))).toBe(true);
    }
  });

  test("leaves a private answer as it is, too", () => {
    const list = answerTo(bot, "letter", { date: "2018", private: true });
    const [entry] = offersOf(list).filter(isAside);
    const callback = click(bot, list, entry?.label ?? "");
    expect(callback.response.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(isPrivate(messageAfter(callback, "guild"))).toBe(true);
  });

  test("can be shared, as what it shows", () => {
    const card = answerTo(bot, "quote", { topic: "drills" });
    for (const label of ["Details", "In context"]) {
      const own = messageAfter(click(bot, card, label), "guild");
      const shared = messageAfter(click(bot, own, "Share"), "guild");
      expect(isPrivate(shared)).toBe(false);
      expect(textOf(shared)).toBe(textOf(own));
    }
  });

  test("is continued in its own message", () => {
    const card = answerTo(bot, "quote", { topic: "drills" });
    const context = messageAfter(click(bot, card, "In context"), "guild");
    const back = click(bot, context, "Back");
    expect(back.response.type).toBe(InteractionResponseType.UpdateMessage);
    const again = messageAfter(back, "guild", context);
    expect(isPrivate(again)).toBe(true);
    expect(quotedIn(again)).toEqual(quotedIn(card));
  });
});

describe("the entries of a list", () => {
  const containersOf = ({ components = [] }: APIMessage) =>
    components.flatMap((one) => (one.type === ComponentType.Container ? one.components : []));

  test("each have a button beside them, and no number", () => {
    const list = answerTo(bot, "letter", { date: "2018" });
    const sections = containersOf(list).filter(({ type }) => type === ComponentType.Section);
    expect(sections).toHaveLength(8);
    const labels = offersOf(list).map(({ label }) => label);
    expect(labels).toContain("Open 1 April 2018 · Kim Jong Un to Donald J. Trump");
    expect(labels).toContain("Next page");
    expect(textOf(list)).not.toMatch(/^\[?\d+[\].]/m);
  });

  test("that lead to the same document have custom_ids of their own, and the same answer", () => {
    const list = answerTo(bot, "search", { query: "drills" });
    const offers = offersOf(list);
    const ids = offers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const same = offers.filter(
      ({ id }) => ids.filter((one) => one.trim() === id.trim()).length > 1,
    );
    expect(same).toHaveLength(2);
    const [first, second] = same.map(({ interaction }) => ask(bot, interaction).response);
    expect(second).toEqual(first);
  });

  test("all have custom_ids of their own, however many lead to one document", () => {
    const notes = Array.from({ length: 30 }, (_, at) => `# Part ${at}\n\nThe lamp, ${at}.`);
    for (const id of ["a", "x".repeat(48)]) {
      const files = { "corpus.yaml": "body: notes", [`${id}.md`]: notes.join("\n\n") };
      const pages = askForAllPages(botOf(libraryOf(files)), "search", { query: "lamp" });
      expect(pages.length).toBeGreaterThan(3);
      for (const page of pages) {
        const ids = offersOf(page).map((offer) => offer.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((one) => one.includes('"letter"')).length).toBeGreaterThan(5);
      }
    }
  });
});

describe("a quotation is a card", () => {
  test("with its words, a line with a link to them, and one small line", () => {
    const message = answerTo(bot, "quote", { passage: "2019-08-05-kim-to-trump¶b" });
    const [line = ""] = /^— .*$/m.exec(textOf(message)) ?? [];
    expect(line).toContain(
      "— Kim Jong Un to Donald J. Trump, 5 August 2019, ¶b, as printed in Hankyoreh, 26 September 2022",
    );
    expect(textOf(message)).toContain(
      "\n2019-08-05-kim-to-trump¶b · Printed in English; the originals are not published.\n",
    );
    const [link = "", ...others] = linksOf(message);
    expect(link).toMatch(/1060192\.html#:~:text=And%20until/);
    expect(others).toEqual([]);
  });

  test("without any button that is a link", () => {
    for (const [name, options] of QUESTIONS) {
      expect(JSON.stringify(answerTo(bot, name, options).components)).not.toContain('"style":5');
    }
  });
});

describe("a private answer", () => {
  const message = answerTo(bot, "letter", { date: "2019-08-05", private: true });

  test("is ephemeral, and so are the answers to its buttons", () => {
    expect(isPrivate(message)).toBe(true);
    const next = messageAfter(click(bot, message, "Previous letter"), "guild", message);
    expect(isPrivate(next)).toBe(true);
    expect(offersOf(next).map(({ label }) => label)).toContain("Share");
  });

  test("is posted publicly when the asker shares it, and still belongs to them", () => {
    const callback = click(bot, message, "Share");
    expect(callback.response.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    const shared = messageAfter(callback, "guild");
    expect(isPrivate(shared)).toBe(false);
    expect(textOf(shared)).toBe(textOf(message));
    const turned = click(bot, shared, "Previous letter");
    expect(turned.response.type).toBe(InteractionResponseType.UpdateMessage);
    expect(click(bot, shared, "Previous letter", OTHER).response.type).toBe(
      InteractionResponseType.ChannelMessageWithSource,
    );
  });

  test.each([{ date: "2018" }, { date: "2019-08-05" }])(
    "does not show private: in its command line: %j",
    (options) => {
      expect(textOf(answerTo(bot, "letter", { ...options, private: true }))).not.toContain(
        "private:",
      );
    },
  );

  test("has no button to share it if it is a notice", () => {
    const notice = answerTo(bot, "quote", { about: "zeppelin", private: true });
    expect(offersOf(notice).map(({ label }) => label)).not.toContain("Share");
  });
});

describe("if answers are private by default", () => {
  const discreet = createBot(commands, () => context, { isPrivate: true });

  test("they are ephemeral, and so are their pages", () => {
    const message = answerTo(discreet, "letter", { from: "Kim" });
    expect(isPrivate(message)).toBe(true);
    const next = messageAfter(click(discreet, message, "Next page"), "guild", message);
    expect(isPrivate(next)).toBe(true);
    expect(isPrivate(messageAfter(click(discreet, next, "Share"), "guild"))).toBe(false);
  });

  test("an answer that was asked for with private:false stays public", () => {
    const message = answerTo(discreet, "letter", { from: "Kim", private: false });
    const callback = click(discreet, message, "Next page");
    expect(isPrivate(message)).toBe(false);
    expect(callback.response.type).toBe(InteractionResponseType.UpdateMessage);
    const labels = offersOf(messageAfter(callback, "guild", message)).map(({ label }) => label);
    expect(labels).not.toContain("Share");
  });
});

describe("a button with the former name of its command", () => {
  const press = (bot: Bot, name: string, options: OptionValues, flags: number, on: APIMessage) =>
    ask(bot, buttonInteraction(JSON.stringify([1, name, options, 0, flags]), on));

  test("has the options that its message shows", () => {
    const message = answerTo(bot, "letter", { from: "Kim" });
    const renamed = createBot(
      commands.map((one) => (one.name === "letter" ? document : one)),
      () => context,
    );
    for (const asked of [bot, renamed]) {
      const { response } = press(asked, "letter", { page: 2 }, 1, message);
      expect(response.type).toBe(InteractionResponseType.UpdateMessage);
    }
  });

  test("replaces no public answer by one that is private by default", () => {
    const message = answerTo(bot, "quote");
    for (const name of ["settings", "settings show"]) {
      const { response } = press(bot, name, {}, 0, message);
      expect(response.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    }
  });
});

describe("an apology", () => {
  test.each([
    ["a command", slashCommand("help")],
    ["a button", offersOf(answerTo(bot, "help"))[0]?.interaction ?? slashCommand("help")],
  ])("for %s is ephemeral, and contains the reference", (_, interaction) => {
    const { response } = apology(parseAnswerable(interaction), "c0ffee", bot);
    expect(problemsWithCallback(response, [], interaction)).toEqual([]);
    expect(JSON.stringify(response)).toContain("c0ffee");
    expect(response).toMatchObject({ type: 4, data: { flags: (1 << 15) | 64 } });
  });

  test("for an autocomplete interaction is no choices", () => {
    const { response } = apology(
      parseAnswerable(autocomplete("quote", {}, "topic")),
      "c0ffee",
      bot,
    );
    expect(response).toEqual({ type: 8, data: { choices: [] } });
  });
});

test("the longest address leaves room for all buttons of a context and of a whole document", () => {
  const paragraphs = Array.from({ length: 999 }, (_, index) => `${index}. ${"word ".repeat(60)}`);
  const id = "x".repeat(48);
  const bot = botOf(libraryOf({ [`${id}.md`]: paragraphs.join("\n\n") }));
  const labels = (message: APIMessage) => offersOf(message).map(({ label }) => label);
  const context = answerTo(bot, "quote", { passage: `${id}¶500`, around: 1 });
  expect(labels(context)).toEqual([
    ...["Back", "Earlier", "Later", "Cite", "The whole document", "Discuss"],
  ]);
  const later = messageAfter(click(bot, context, "Later"), "guild", context);
  expect(labels(later)).toEqual([
    ...["Back", "Earlier", "Later", "Cite", "The whole document", "Discuss"],
  ]);
  const whole = messageAfter(click(bot, later, "The whole document"), "guild", later);
  expect(labels(whole)).toEqual(["Continue"]);
});

describe.each([
  ["the shipped corpus", library, Number.POSITIVE_INFINITY, [0, 1]],
  // These two have the same topics and people: one is asked about every other, and one about the rest.
  ["a corpus of hostile texts", hostileTexts, 12, [0]],
  ["a corpus of hostile notes", hostileNotes, 5, [1]],
] as const)("all of %s", (_, library: Library, count, halves: readonly number[]) => {
  const bot = botOf(library);
  const { documents } = library.corpus;
  const sampled = sample(documents, count);
  const share = <T>(values: Iterable<T>) =>
    [...values].filter((_, index) => isLong || halves.includes(index % 2));

  test("is quoted word for word, each passage with its address", () => {
    for (const { document, passage } of library.passages({})) {
      const address = `${document.id}¶${passage.number}`;
      const messages = askForAllPages(bot, "quote", { passage: address });
      expect(messages.flatMap(quotedIn).join("")).toBe(passage.text);
      for (const message of messages) expect(textOf(message).split(/\s+/)).toContain(address);
    }
  });

  test("is quoted word for word in its context", () => {
    for (const { document, passage } of sample(library.passages({}), 80)) {
      const [first] = askForAllPages(bot, "quote", {
        passage: `${document.id}¶${passage.number}`,
      }).slice(-1);
      if (first === undefined) continue;
      const isPrinted = passage.printedIn !== undefined;
      const sequence = document.passages.filter(
        ({ printedIn }) => (printedIn !== undefined) === isPrinted,
      );
      const hasContext = offersOf(first).some(({ label }) => label === "In context");
      expect(hasContext).toBe(sequence.length > 1);
      if (!hasContext) continue;
      const context = messageAfter(click(bot, first, "In context"), "guild", first);
      const messages = followFrom(bot, context, ["Continue"]);
      expect(messages.flatMap(quotedIn).join("")).toContain(passage.text);
    }
  });

  test("can be read from its first passage to its last with *Later*", () => {
    for (const { id, passages } of documents) {
      for (const isPrinted of [true, false]) {
        const row = passages.filter((one) => (one.printedIn !== undefined) === isPrinted);
        const [first] = row;
        if (first === undefined) continue;
        const read = followButtons(bot, "quote", { passage: `${id}¶${first.number}` }, [
          "Continue",
          "In context",
          "Later",
        ]);
        // The first passage is quoted once more, before it is shown in context with others.
        const expected = row.length > 1 ? [first, ...row] : row;
        expect(read.flatMap(quotedIn).join("")).toBe(expected.map(({ text }) => text).join(""));
      }
    }
  });

  test("is shown document by document, without omissions", () => {
    for (const document of sampled) {
      const pages = askForAllPages(bot, "letter", { date: document.id });
      const passages = document.passages.filter(({ sameAs }) => sameAs === undefined);
      expect(pages.flatMap(quotedIn).join("")).toBe(passages.map(({ text }) => text).join(""));

      const last = pages.at(-1) ?? {};
      const details = messageAfter(click(bot, last as APIMessage, "Details"), "guild");
      const messages = [...pages, ...followFrom(bot, details, ["Continue"])];

      const text = bare(messages.map(textOf).join(""));
      expect(text).toContain(bare(document.title));
      for (const note of document.notes) expect(text).toContain(bare(note.text));
      const links = messages.flatMap(linksOf);
      for (const { title, URL: url } of document.sources) {
        expect(text).toContain(bare(title));
        const { href = "" } = url === undefined ? {} : new URL(url);
        expect(links.includes(href) || text.includes(href)).toBe(true);
      }
    }
  });

  test("is shown whole, with a file if it does not fit into one message", () => {
    for (const { id, passages } of sampled) {
      const messages = followButtons(bot, "letter", { date: id, whole: true }, ["Continue"]);
      const once = passages.filter(({ sameAs }) => sameAs === undefined);
      expect(messages.flatMap(quotedIn).join("")).toBe(once.map(({ text }) => text).join(""));
      const files = messages.map(fileNamesIn);
      expect(files).toEqual(messages.map(() => (messages.length > 1 ? [`${id}.md`] : [])));
    }
  });

  test("is listed, searched and put into a timeline", () => {
    const { topics, people } = library.corpus;
    const words = share(documents).flatMap(({ title }) => title.split(/\s+/).slice(0, 1));
    askAndPress(bot, [
      ...["letter", "timeline", "topics", "people", "about"].map((name) => slashCommand(name)),
      ...share(topics.keys()).flatMap((topic, index) =>
        inTurn(["topics", "quote"], index).map((name) => slashCommand(name, { topic })),
      ),
      ...share(people.keys())
        .filter((name) => name.length <= 300)
        .flatMap((person, index) =>
          inTurn(
            [
              slashCommand("people", { person }),
              slashCommand("timeline", { person }),
              slashCommand("quote", { from: person }),
            ],
            index,
          ),
        ),
      ...words.map((query) => slashCommand("search", { query })),
    ]);
  });
});

describe("a hostile question", () => {
  const bot = botOf(hostileNotes);
  /** Repeats `text` up to the longest text that Discord sends. */
  const filled = (text: string) =>
    text
      .repeat(300)
      .slice(0, 300)
      .replace(/\p{Cs}$/u, "");
  const options = commands.flatMap(({ name, options }) =>
    Object.entries(options)
      .filter(([, { hidden, type }]) => !hidden && type === "text")
      .map(([key]) => ({ name, key })),
  );

  test.each(options.map((option, index) => ({ ...option, index })))(
    "to /$name in `$key` is answered",
    ({ name, key, index }) => {
      // Options with the same key read texts alike, so they share them.
      const alike = options.filter((one) => one.key === key);
      const place = alike.findIndex((one) => one.name === name);
      const texts = TEXTS.filter(
        (_, turn) => isLong || alike.length === 1 || turn % 2 === place % 2,
      );
      const questions = texts.flatMap((text, turn) =>
        inTurn([text, filled(text), filled(`${text} `)], index + turn).map((value) =>
          slashCommand(name, { [key]: value }),
        ),
      );
      askAndPress(bot, questions);
    },
  );

  test("in every option at once is answered", () => {
    for (const { name, options } of commands) {
      for (const text of ["\\", '"', "*", ":", "x", "<@1> "]) {
        const value = filled(text);
        const keys = Object.entries(options).flatMap(([key, option]) =>
          option.type === "text" && !option.hidden ? [key] : [],
        );
        answerTo(bot, name, Object.fromEntries(keys.map((key) => [key, value])));
      }
    }
  });
});

describe("autocomplete", () => {
  function choicesOf(bot: Bot, name: string, key: string, typed = "", where: Where = "guild") {
    const { response } = ask(bot, autocomplete(name, { [key]: typed }, key, where));
    if (response.type !== InteractionResponseType.ApplicationCommandAutocompleteResult) {
      throw new Error(`${InteractionResponseType[response.type]} completes nothing.`);
    }
    return response.data.choices ?? [];
  }

  const TYPED = ["", " ", "a", "2019", "kim", "drills", "훈련", "2019-08-05", "x".repeat(6000)];
  const completed = commands.flatMap(({ name, options }) =>
    Object.entries(options)
      .filter(([, { suggest, hidden }]) => suggest !== undefined && !hidden)
      .map(([key]) => [name, key] as const),
  );
  const bots = [papers, hostileTexts, hostileNotes].map(botOf);

  test.each(completed.map(([name, key], index) => ({ name, key, index })))(
    "of /$name in `$key` returns choices that Discord accepts",
    ({ name, key, index }) => {
      for (const [position, typed] of [...TYPED, ...TEXTS].entries()) {
        const turn = index + position;
        for (const bot of inTurn(bots, turn)) {
          for (const where of inTurn(WHERES, Math.floor(turn / bots.length))) {
            const labels = choicesOf(bot, name, key, typed, where).map((choice) => choice.name);
            expect(labels.filter((label) => label.trim() === "")).toEqual([]);
          }
        }
      }
    },
  );

  test("of words to search for returns the text as typed first, so that Enter sends it", () => {
    const [first, ...others] = choicesOf(botOf(library), "search", "query", "mil");
    expect(first).toEqual({ name: "mil", value: "mil" });
    expect(others.map(({ value }) => value)).toContain("military");
    expect(choicesOf(botOf(library), "search", "query", " ")).not.toContainEqual({
      name: " ",
      value: " ",
    });
  });

  // The letters of the corpus have no numbers, and no schedules are kept.
  const known = completed.filter(([, key]) => key !== "number" && key !== "schedule");
  test.each(known)("of /%s in `%s` returns choices before anything is typed", (name, key) => {
    expect(choicesOf(bot, name, key).length).toBeGreaterThan(0);
  });

  test.each(completed)(
    "of /%s in `%s` returns only values that the option accepts",
    (name, key) => {
      const option = commands.find((command) => command.name === name)?.options[key];
      for (const { value } of choicesOf(bot, name, key)) {
        expect(option?.parse(value, context)).toHaveProperty("value");
      }
    },
  );

  test.each([
    ["a hidden option", "quote", "seed"],
    ["an unknown option", "quote", "colour"],
    ["a property of Object", "quote", "constructor"],
    ["an unknown command", "sing", "song"],
  ])("of %s returns no choices", (_, name, key) => {
    expect(choicesOf(bot, name, key, "a")).toEqual([]);
  });
});

describe("any interaction that Discord can send is answered", () => {
  // Malformed payloads may throw. Front ends catch that, and their tests send such payloads.
  const names = fc.oneof(
    fc.constantFrom(...commands.map(({ name }) => name)),
    fc.constantFrom("__proto__", "constructor", ""),
    fc.string({ maxLength: 32 }),
  );
  const keys = fc.oneof(
    fc.constantFrom(...new Set(commands.flatMap(({ options }) => Object.keys(options)))),
    fc.constantFrom("__proto__", "constructor"),
    fc.string({ maxLength: 32 }),
  );
  const value = fc.oneof(
    fc.constantFrom(...TEXTS),
    fc.string({ maxLength: 6000 }),
    fc.constantFrom("drills", "kim", "2019", "letter", "true"),
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.boolean(),
  );
  const options = fc.array(
    fc.record({
      type: fc.constantFrom(
        ApplicationCommandOptionType.String,
        ApplicationCommandOptionType.Integer,
        ApplicationCommandOptionType.Boolean,
        ApplicationCommandOptionType.Number,
        ApplicationCommandOptionType.User,
        ApplicationCommandOptionType.Subcommand,
      ),
      name: keys,
      value,
      focused: fc.boolean(),
    }),
    { maxLength: 6 },
  );
  const message = answerTo(bot, "search", { query: "the meeting of the two leaders ".repeat(9) });

  const changes = fc.oneof(
    fc.record({
      type: fc.constant(InteractionType.ApplicationCommand),
      data: fc.record({
        type: fc.constantFrom(1, 2, 3, 4),
        id: fc.string(),
        name: names,
        options,
        target_id: fc.constantFrom(message.id, "1", "__proto__"),
        resolved: fc.constant({ messages: { [message.id]: message } }),
      }),
    }),
    fc.record({
      type: fc.constant(InteractionType.ApplicationCommandAutocomplete),
      data: fc.record({ type: fc.constant(1), id: fc.string(), name: names, options }),
    }),
    fc.record({
      type: fc.constant(InteractionType.MessageComponent),
      message: fc.constant(message),
      data: fc.record({
        component_type: fc.constantFrom(...[2, 3, 5, 6, 7, 8]),
        custom_id: fc.string({ maxLength: 100 }),
        values: fc.array(fc.string({ maxLength: 100 })),
      }),
    }),
    fc.record({
      type: fc.constant(InteractionType.ModalSubmit),
      data: fc.record({ custom_id: fc.string(), components: fc.constant([]) }),
    }),
  );

  test("in every kind of channel", () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...WHERES), (changes, where) => {
        // As JSON, like a payload from Discord.
        const interaction: APIInteraction = JSON.parse(
          JSON.stringify({ ...slashCommand("help", {}, where), ...changes }),
        );
        // `ask` fails if answering throws or Discord would refuse the answer.
        expect(ask(bot, interaction).response.type).not.toBe(InteractionResponseType.Pong);
      }),
      { numRuns: runs(200) },
    );
  });
});
