import { type APIMessage, InteractionResponseType } from "discord-api-types/v10";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { type Bot, createBot } from "../../src/command/bot.ts";
import { action, defineCommand } from "../../src/command/define-command.ts";
import { optional, text } from "../../src/command/option-types.ts";
import { formatCustomId, parseCustomId } from "../../src/discord/custom-id.ts";
import { page } from "../../src/options/paging.ts";
import { context, papers } from "../library.ts";
import { ask, botOf, isPrivate, messageAfter, pressed, textOf } from "./asking.ts";
import { TEXTS } from "./hostile.ts";
import { pick, press, slashCommand } from "./payloads.ts";

const NOTHING = { name: "", options: {} };

const keys = commands.flatMap(({ options }) => Object.keys(options));
const values = fc.oneof(fc.string({ maxLength: 300 }), fc.integer(), fc.boolean());
const lines = fc.record({
  name: fc.constantFrom(...commands.map(({ name }) => name)),
  options: fc.dictionary(fc.constantFrom(...new Set(keys)), values, { maxKeys: 5 }),
});

describe("the id of a press", () => {
  test("reads back as what was written, in at most 100 characters", () => {
    fc.assert(
      fc.property(lines, fc.nat(), (line, piece) => {
        const id = formatCustomId(line, piece, NOTHING);
        if (id === undefined) return;
        expect(id.length).toBeLessThanOrEqual(100);
        expect(parseCustomId(id)).toEqual({ line, piece, goesOn: false });
      }),
    );
  });

  test("leaves to the message what the message shows and the id has no room for", () => {
    const about = "x".repeat(300);
    const line = { name: "quote", options: { about, from: "Kim", rank: 3 } };
    const id = formatCustomId(line, 2, { name: "quote", options: { about, from: "Kim Jong Un" } });
    expect(id).toBe('[1,"quote",{"from":"Kim","rank":3},2,1]');
  });

  test.each([
    ["another command", { name: "search", options: { about: "x".repeat(300) } }],
    ["other words", { name: "quote", options: { about: "y".repeat(300) } }],
    [
      "an option that is not meant",
      { name: "quote", options: { about: "x".repeat(300), to: "Kim" } },
    ],
    ["nothing", NOTHING],
  ])("is none when the message shows %s", (_, shown) => {
    const line = { name: "quote", options: { about: "x".repeat(300) } };
    expect(formatCustomId(line, 0, shown)).toBeUndefined();
  });
});

/** Says what it was given, and offers to say it again. */
const echo = defineCommand({
  name: "echo",
  description: "Say what was given.",
  examples: ["/echo"],
  options: { first: text("The first."), second: optional(text("The second.")), page },
  run: ({ first, second, page }, { again }) => ({
    kind: "article",
    title: `Page ${page}`,
    paragraphs: [`<${first}>`, ...(second === undefined ? [] : [`<${second}>`])],
    facts: [],
    items: [],
    page: { number: 1, of: 1 },
    actions: [action("Next", again({ page: page + 1 }))],
  }),
});

describe("a press goes on with what was typed", () => {
  const bot = createBot([echo], () => context);
  const typed = fc
    .oneof(
      fc.array(fc.constantFrom(...TEXTS), { maxLength: 12 }).map((parts) => parts.join(" ")),
      fc.string({ maxLength: 300, unit: "grapheme" }),
      fc.constantFrom('first:x second:"y', "second: no", "/echo second:z", "\\second:", '"'),
    )
    // What Discord sends: one line of at most 300 characters.
    .map((value) =>
      value
        .replace(/[\n\r\u2028\u2029\ud800-\udfff]/g, " ")
        .slice(0, 300)
        .trim(),
    )
    .filter((value) => value !== "");

  function turned(options: Readonly<Record<string, string>>, times: number): APIMessage {
    let message = messageAfter(ask(bot, slashCommand("echo", options)), "guild");
    for (let turn = 0; turn < times; turn += 1) {
      message = messageAfter(pressed(bot, message, "Next"), "guild", message);
    }
    return message;
  }

  test("with one option, however long and strange", () => {
    fc.assert(
      fc.property(typed, (first) => {
        const [message, later] = [turned({ first }, 0), turned({ first }, 2)];
        expect(textOf(later)).toBe(textOf(message).replace("Page 1", "Page 3"));
      }),
    );
  });

  test("with two options, however long and strange", () => {
    fc.assert(
      fc.property(typed, typed, (first, second) => {
        const [message, later] = [turned({ first, second }, 0), turned({ first, second }, 2)];
        expect(textOf(later)).toBe(textOf(message).replace("Page 1", "Page 3"));
      }),
    );
  });

  test("whoever presses, and after the answer was shared", () => {
    const first = "no changed outcome can be anticipated ".repeat(7).trim();
    const asked = ask(bot, slashCommand("echo", { first, private: true }));
    const own = messageAfter(asked, "guild");
    const shared = messageAfter(pressed(bot, own, "Share"), "guild");
    expect([isPrivate(own), isPrivate(shared)]).toEqual([true, false]);
    expect(textOf(messageAfter(pressed(bot, shared, "Next"), "guild"))).toContain(first);
  });
});

describe("a press that this version did not make is answered with a notice to its user", () => {
  const bot = botOf(papers);
  const message = messageAfter(ask(bot, slashCommand("quote", { about: "ships" })), "guild");

  function noticed(bot: Bot, id: string): string {
    const callback = ask(bot, press(id, message));
    const answer = messageAfter(callback, "guild");
    expect(callback.response.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(isPrivate(answer)).toBe(true);
    return textOf(answer);
  }

  test.each([
    ["nothing", ""],
    ["no JSON", "quote:next"],
    ["half of it", '[1,"quote",{"about":"shi'],
    ["no list", '{"name":"quote"}'],
    ["null", "null"],
    ["an empty list", "[]"],
    ["too little", '[1,"quote"]'],
    ["too much", '[1,"quote",{},0,0,0]'],
    ["an older version", '[0,"quote",{},0,0]'],
    ["a later version", '[2,"quote",{},0,0]'],
    ["a command that is no name", "[1,7,{},0,0]"],
    ["an option that is no value", '[1,"quote",{"about":{}},0,0]'],
    ["an option of null", '[1,"quote",{"about":null},0,0]'],
    ["a piece before the first", '[1,"quote",{},-1,0]'],
    ["half a piece", '[1,"quote",{},0.5,0]'],
    ["no end of pieces", '[1,"quote",{},1e999,0]'],
    ["a list without end", "[".repeat(100)],
    ["what another command’s message would show", '[1,"search",{},0,1]'],
  ])("%s", (_, id) => {
    expect(noticed(bot, id)).toContain("no longer works");
  });

  test.each(["hello", "", "__proto__", "constructor", "toString", "x".repeat(80)])(
    "a command called %j, which there is not",
    (name) => {
      expect(noticed(bot, JSON.stringify([1, name, {}, 0, 0]))).toContain(
        "There is no command called",
      );
    },
  );

  test("an option that it asks for and the message does not show", () => {
    const bare = { ...message, components: [] };
    const callback = ask(bot, press('[1,"quote",{},0,1]', bare));
    expect(textOf(messageAfter(callback, "guild"))).toContain("no longer works");
  });

  test("a choice of nothing", () => {
    const callback = ask(bot, pick("open", [], message));
    expect(textOf(messageAfter(callback, "guild"))).toContain("no longer works");
  });

  test("options that there are not are named", () => {
    const options = '{"about":"ships","__proto__":"x","constructor":"y","hasOwnProperty":1}';
    expect(noticed(bot, `[1,"quote",${options},0,0]`)).toContain("/quote has no option");
  });

  test("values that no option takes are explained", () => {
    expect(noticed(bot, '[1,"quote",{"about":"ships","rank":-3},0,0]')).toContain("rank should be");
  });

  test("a piece behind the last is the last", () => {
    const far = ask(bot, press('[1,"quote",{"about":"ships"},4294967296,0]', message));
    expect(textOf(messageAfter(far, "guild"))).toBe(textOf(message));
  });

  test("anything at all", () => {
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
        // Asking is the test: it fails when an answer is thrown or refused.
        expect(ask(bot, press(id, message)).response.type).not.toBe(InteractionResponseType.Pong);
        expect(ask(bot, pick("open", [id], message)).response.type).toBeGreaterThan(3);
      }),
      { numRuns: 500 },
    );
  });
});
