import { InteractionResponseType } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { createBot } from "../../src/command/bot.ts";
import { action, defineCommand } from "../../src/command/define-command.ts";
import { integer, optional, text } from "../../src/command/option-types.ts";
import type { ReplyFile } from "../../src/reply/reply.ts";
import { context } from "../library.ts";
import { ask, filesIn, messageAfter, offersOf, pressed, textOf } from "./asking.ts";
import { type Callback, type Options, OTHER, slashCommand } from "./payloads.ts";

const FILES: Readonly<Record<string, ReplyFile>> = {
  always: { name: "always.bib", text: "@misc{quill, title = {Das Öl}}\n", goes: "always" },
  long: { name: "long.md", text: "# All of it\n", goes: "when-long" },
  huge: { name: "huge.md", text: "가".repeat(3.5 * 1024 ** 2), goes: "always" },
  "huge-long": { name: "huge.md", text: "x".repeat(10 * 1024 ** 2 + 1), goes: "when-long" },
  full: { name: "full.md", text: "x".repeat(10 * 1024 ** 2), goes: "always" },
};

/** Says something so many times, and hands over a file. */
const hand = defineCommand({
  name: "hand",
  description: "Hand over a file.",
  examples: ["/hand"],
  options: {
    file: optional(text("Which file.")),
    times: optional(integer("How much to say.", { min: 1, max: 1000 }), 1),
  },
  run: ({ file, times }, { again }) => ({
    kind: "article",
    title: "Handed over",
    paragraphs: [],
    facts: [],
    items: Array.from({ length: times }, (_, index) => ({
      label: `Entry ${index}`,
      detail: "What it is about.",
      open: action("Open", again({ times: index + 1 })),
    })),
    page: { number: 1, of: 1 },
    actions: [
      action("None", again({ file: undefined })),
      ...Object.keys(FILES).map((name) => action(name, again({ file: name }))),
    ],
    ...(file !== undefined && FILES[file] && { file: FILES[file] }),
  }),
});

const bot = createBot([hand], () => context);

const asked = (options: Options): Callback => ask(bot, slashCommand("hand", options));

const sentText = ({ files }: Callback) => files.map(({ bytes }) => bytes.toString());

describe("a file that goes always", () => {
  const callback = asked({ file: "always" });
  const message = messageAfter(callback, "guild");

  test("is sent with the answer, byte for byte, and shown in it", () => {
    expect(sentText(callback)).toEqual([FILES["always"]?.text]);
    expect(filesIn(message)).toEqual(["always.bib"]);
  });

  test("is taken away when the message turns to what has none", () => {
    const turned = pressed(bot, message, "None");
    expect(turned.files).toEqual([]);
    expect(turned.response).toMatchObject({ type: 7, data: { attachments: [] } });
    expect(filesIn(messageAfter(turned, "guild", message))).toEqual([]);
  });

  test("makes place for another one", () => {
    const turned = pressed(bot, message, "full");
    expect(filesIn(messageAfter(turned, "guild", message))).toEqual(["full.md"]);
    const back = pressed(bot, messageAfter(turned, "guild", message), "always");
    expect(filesIn(messageAfter(back, "guild", message))).toEqual(["always.bib"]);
  });

  test("comes into a message that had none", () => {
    const none = messageAfter(asked({}), "guild");
    expect(filesIn(none)).toEqual([]);
    expect(filesIn(messageAfter(pressed(bot, none, "always"), "guild", none))).toHaveLength(1);
  });

  test("goes to another person who presses, alone", () => {
    const own = pressed(bot, message, "always", OTHER);
    expect(own.response.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(sentText(own)).toEqual([FILES["always"]?.text]);
  });

  test("goes along when a private answer is shared", () => {
    const own = messageAfter(asked({ file: "always", private: true }), "guild");
    expect(filesIn(messageAfter(pressed(bot, own, "Share"), "guild"))).toEqual(["always.bib"]);
  });

  test("is shown in every piece of a long answer", () => {
    const first = messageAfter(asked({ file: "always", times: 300 }), "guild");
    const second = pressed(bot, first, "Continue");
    expect(filesIn(first)).toEqual(["always.bib"]);
    expect(filesIn(messageAfter(second, "guild", first))).toEqual(["always.bib"]);
  });
});

describe("a file that goes where an answer is long", () => {
  test("stays behind where all fits into one message", () => {
    const callback = asked({ file: "long" });
    expect(callback.files).toEqual([]);
    expect(filesIn(messageAfter(callback, "guild"))).toEqual([]);
  });

  test("is shown in every piece where it does not", () => {
    let message = messageAfter(asked({ file: "long", times: 300 }), "guild");
    let pieces = 0;
    for (;;) {
      pieces += 1;
      expect(filesIn(message)).toEqual(["long.md"]);
      if (!offersOf(message).some(({ label }) => label === "Continue")) break;
      message = messageAfter(pressed(bot, message, "Continue"), "guild", message);
    }
    expect(pieces).toBeGreaterThan(2);
  });
});

describe("a file that Discord would not take", () => {
  const SENTENCE = "larger than the 10 MiB that Discord takes";

  test.each([{ file: "huge" }, { file: "huge-long", times: 300 }])(
    "stays behind, and the answer says so: %j",
    (options) => {
      const callback = asked(options);
      expect(callback.files).toEqual([]);
      expect(textOf(messageAfter(callback, "guild"))).toContain(SENTENCE);
    },
  );

  test.each([{ file: "full" }, { file: "huge-long" }])(
    "is none that just fits or stays behind anyway: %j",
    (options) => {
      expect(textOf(messageAfter(asked(options), "guild"))).not.toContain(SENTENCE);
    },
  );
});

test("a message with a file keeps within all limits, however many entries it has", () => {
  // Asking is the test: it fails when Discord would refuse the answer.
  for (let times = 1; times <= 80; times += 1) asked({ file: "always", times });
});
