import { type APIMessage, InteractionResponseType } from "discord-api-types/v10";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { type Bot, createBot } from "../../src/command/bot.ts";
import { defineCommand } from "../../src/command/define-command.ts";
import { optional, text } from "../../src/command/option-types.ts";
import { formatCustomId, parseCustomId } from "../../src/discord/custom-id.ts";
import { toWellFormed } from "../../src/foundation/well-formed.ts";
import { page } from "../../src/options/paging.ts";
import { action } from "../../src/reply/reply.ts";
import { context, papers } from "../library.ts";
import { runs } from "../thoroughness.ts";
import { ask, botOf, click, isPrivate, messageAfter, textOf } from "./ask.ts";
import { TEXTS } from "./hostile.ts";
import { buttonInteraction, selectInteraction, slashCommand } from "./payloads.ts";

const NOTHING = { name: "", options: {} };

const keys = commands.flatMap(({ options }) => Object.keys(options));
const values = fc.oneof(fc.string({ maxLength: 300 }), fc.integer(), fc.boolean());
const lines = fc.record({
  name: fc.constantFrom(...commands.map(({ name }) => name)),
  options: fc.dictionary(fc.constantFrom(...new Set(keys)), values, { maxKeys: 5 }),
});

describe("a custom_id", () => {
  test("parses back to the same action, in at most 100 characters", () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.boolean(), (line, messagePage, isAside) => {
        const id = formatCustomId({ line, messagePage, isAside }, NOTHING);
        if (id === undefined) return;
        expect(id.length).toBeLessThanOrEqual(100);
        expect(parseCustomId(id)).toEqual({ line, messagePage, optionsInMessage: false, isAside });
      }),
    );
  });

  test("gives well-formed text, whatever is escaped in it", () => {
    const any = fc.string({ unit: "binary", maxLength: 20 });
    fc.assert(
      fc.property(any, any, (name, about) => {
        const { line } = parseCustomId(JSON.stringify([1, name, { about }, 0, 0])) ?? {};
        expect(line).toEqual({ name: toWellFormed(name), options: { about: toWellFormed(about) } });
      }),
      { examples: [["\ud800", "a\0\udc00"]] },
    );
  });

  test("leaves to the message the options that it shows and that do not fit", () => {
    const about = "x".repeat(300);
    const line = { name: "quote", options: { about, from: "Kim", rank: 3 } };
    const shownLine = { name: "quote", options: { about, from: "Kim Jong Un" } };
    const idOf = (isAside: boolean) => formatCustomId({ line, messagePage: 2, isAside }, shownLine);
    expect(idOf(false)).toBe('[1,"quote",{"from":"Kim","rank":3},2,1]');
    expect(idOf(true)).toBe('[1,"quote",{"from":"Kim","rank":3},2,3]');
  });

  test.each([
    ["another command", { name: "search", options: { about: "x".repeat(300) } }],
    ["other words", { name: "quote", options: { about: "y".repeat(300) } }],
    [
      "an option that the action does not have",
      { name: "quote", options: { about: "x".repeat(300), to: "Kim" } },
    ],
    ["nothing", NOTHING],
  ])("does not exist for a long line if the message shows %s", (_, shownLine) => {
    const line = { name: "quote", options: { about: "x".repeat(300) } };
    const action = { line, messagePage: 0, isAside: false };
    expect(formatCustomId(action, shownLine)).toBeUndefined();
  });
});

/** Repeats its options, and offers the next page of them. */
const echo = defineCommand({
  name: "echo",
  description: "command.help",
  examples: () => [{}],
  options: { first: text("option.query"), second: optional(text("option.query")), page },
  run: ({ first, second, page }, { again }) => ({
    kind: "command",
    name: `Page ${page}`,
    description: "command.help",
    examples: [`<${first}>${second === undefined ? "" : `<${second}>`}`],
    options: [],
    actions: [action("next-page", again({ page: page + 1 }))],
  }),
});

describe("a button keeps the options that were typed", () => {
  const bot = createBot([echo], () => context);
  const typed = fc
    .oneof(
      fc.array(fc.constantFrom(...TEXTS), { maxLength: 12 }).map((parts) => parts.join(" ")),
      fc.string({ maxLength: 300, unit: "grapheme" }),
      fc.constantFrom('first:x second:"y', "second: no", "/echo second:z", "\\second:", '"'),
    )
    // Discord sends one line of at most 300 characters.
    .map((value) =>
      value
        .replace(/[\n\r\u2028\u2029\ud800-\udfff]/g, " ")
        .slice(0, 300)
        .trim(),
    )
    .filter((value) => value !== "");

  function turnPages(options: Readonly<Record<string, string>>, times: number): APIMessage {
    let message = messageAfter(ask(bot, slashCommand("echo", options)), "guild");
    for (let turn = 0; turn < times; turn += 1) {
      message = messageAfter(click(bot, message, "Next page"), "guild", message);
    }
    return message;
  }

  test("if there is one, however long and strange", () => {
    fc.assert(
      fc.property(typed, (first) => {
        const [message, later] = [turnPages({ first }, 0), turnPages({ first }, 2)];
        expect(textOf(later)).toBe(textOf(message).replace("Page 1", "Page 3"));
      }),
    );
  });

  test("if there are two, however long and strange", () => {
    fc.assert(
      fc.property(typed, typed, (first, second) => {
        const [message, later] = [turnPages({ first, second }, 0), turnPages({ first, second }, 2)];
        expect(textOf(later)).toBe(textOf(message).replace("Page 1", "Page 3"));
      }),
    );
  });

  test("for any user, and after the answer was shared", () => {
    const first = "no changed outcome can be anticipated ".repeat(7).trim();
    const asked = ask(bot, slashCommand("echo", { first, private: true }));
    const own = messageAfter(asked, "guild");
    const shared = messageAfter(click(bot, own, "Share"), "guild");
    expect([isPrivate(own), isPrivate(shared)]).toEqual([true, false]);
    expect(textOf(messageAfter(click(bot, shared, "Next page"), "guild"))).toContain(first);
  });
});

describe("a custom_id from elsewhere is answered with an ephemeral notice:", () => {
  const bot = botOf(papers);
  const message = messageAfter(ask(bot, slashCommand("quote", { about: "ships" })), "guild");

  function noticeFor(bot: Bot, id: string): string {
    const callback = ask(bot, buttonInteraction(id, message));
    const answer = messageAfter(callback, "guild");
    expect(callback.response.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(isPrivate(answer)).toBe(true);
    return textOf(answer);
  }

  test.each([
    ["an empty one", ""],
    ["no JSON", "quote:next"],
    ["half of one", '[1,"quote",{"about":"shi'],
    ["an object", '{"name":"quote"}'],
    ["null", "null"],
    ["an empty list", "[]"],
    ["too few elements", '[1,"quote"]'],
    ["too many elements", '[1,"quote",{},0,0,0]'],
    ["an older version", '[0,"quote",{},0,0]'],
    ["a later version", '[2,"quote",{},0,0]'],
    ["a command that is not a name", "[1,7,{},0,0]"],
    ["an option that is not a value", '[1,"quote",{"about":{}},0,0]'],
    ["an option of null", '[1,"quote",{"about":null},0,0]'],
    ["a message page before the first", '[1,"quote",{},-1,0]'],
    ["half a message page", '[1,"quote",{},0.5,0]'],
    ["an infinite message page", '[1,"quote",{},1e999,0]'],
    ["an endless list", "[".repeat(100)],
    ["options from the message of another command", '[1,"search",{},0,1]'],
  ])("%s", (_, id) => {
    expect(noticeFor(bot, id)).toContain("no longer works");
  });

  test.each(["hello", "", "__proto__", "constructor", "toString", "x".repeat(80)])(
    "an unknown command called %j",
    (name) => {
      expect(noticeFor(bot, JSON.stringify([1, name, {}, 0, 0]))).toContain(
        "There is no command called",
      );
    },
  );

  test("options that the message does not show", () => {
    const bare = { ...message, components: [] };
    const callback = ask(bot, buttonInteraction('[1,"quote",{},0,1]', bare));
    expect(textOf(messageAfter(callback, "guild"))).toContain("no longer works");
  });

  test("a select without a value", () => {
    const callback = ask(bot, selectInteraction("open", [], message));
    expect(textOf(messageAfter(callback, "guild"))).toContain("no longer works");
  });

  test("unknown options, which are named", () => {
    const options = '{"about":"ships","__proto__":"x","constructor":"y","hasOwnProperty":1}';
    expect(noticeFor(bot, `[1,"quote",${options},0,0]`)).toContain("/quote has no option");
  });

  test("an invalid value, which is explained", () => {
    expect(noticeFor(bot, '[1,"quote",{"about":"ships","rank":-3},0,0]')).toContain(
      "rank should be",
    );
  });

  test("a message page after the last, which shows the last", () => {
    const far = ask(bot, buttonInteraction('[1,"quote",{"about":"ships"},4294967296,0]', message));
    expect(textOf(messageAfter(far, "guild"))).toBe(textOf(message));
  });

  test("any text", () => {
    const anything = fc.oneof(
      fc.string({ maxLength: 100, unit: "binary" }),
      fc.json({ maxDepth: 3 }),
      fc
        .tuple(
          fc.constantFrom(0, 1, 2),
          fc.constantFrom("quote", "letter", "search", "help", "__proto__", 1),
          fc.dictionary(
            fc.constantFrom("about", "topic", "private", "rank", "seed", "page", "__proto__"),
            fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)),
          ),
          fc.oneof(fc.nat(), fc.double()),
          fc.constantFrom(0, 1, true, "1"),
        )
        .map((parts) => JSON.stringify(parts)),
    );
    fc.assert(
      fc.property(anything, (id) => {
        // `ask` fails if answering throws or Discord would refuse the answer.
        expect(ask(bot, buttonInteraction(id, message)).response.type).not.toBe(
          InteractionResponseType.Pong,
        );
        expect(ask(bot, selectInteraction("open", [id], message)).response.type).toBeGreaterThan(3);
      }),
      { numRuns: runs(100) },
    );
  });
});
