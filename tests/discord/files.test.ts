import { InteractionResponseType } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { createBot } from "../../src/command/bot.ts";
import { defineCommand } from "../../src/command/define-command.ts";
import { integer, optional, text } from "../../src/command/option-types.ts";
import { action, type ReplyFile } from "../../src/reply/reply.ts";
import { context } from "../library.ts";
import { ask, click, fileNamesIn, messageAfter, offersOf, textOf } from "./ask.ts";
import { type Callback, type OptionValues, OTHER, slashCommand } from "./payloads.ts";

const FILES: Readonly<Record<string, ReplyFile>> = {
  always: { name: "always.bib", text: "@misc{quill, title = {Das Öl}}\n", goes: "always" },
  long: { name: "long.md", text: "# All of it\n", goes: "when-long" },
  huge: { name: "huge.md", text: "가".repeat(3.5 * 1024 ** 2), goes: "always" },
  "huge-long": { name: "huge.md", text: "x".repeat(10 * 1024 ** 2 + 1), goes: "when-long" },
  full: { name: "full.md", text: "x".repeat(10 * 1024 ** 2), goes: "always" },
};

/** Lists a number of entries, and attaches a file. */
const attach = defineCommand({
  name: "hand",
  description: "command.help",
  examples: () => [{}],
  options: {
    file: optional(text("option.query")),
    times: optional(integer("option.query", { min: 1, max: 1000 }), 1),
  },
  run: ({ file, times }, { again }) => ({
    kind: "commands",
    commands: Array.from({ length: times }, (_, index) => ({
      name: `entry ${index}`,
      description: "command.help",
      example: "None.",
      open: action("another", again({ times: index + 1 })),
    })),
    actions: [
      action({ kind: "value", value: "None" }, again({ file: undefined })),
      ...Object.keys(FILES).map((value) =>
        action({ kind: "value", value }, again({ file: value })),
      ),
    ],
    ...(file !== undefined && FILES[file] && { file: FILES[file] }),
  }),
});

const bot = createBot([attach], () => context);

const handOver = (options: OptionValues): Callback => ask(bot, slashCommand("hand", options));

const sentText = ({ files }: Callback) => files.map(({ bytes }) => bytes.toString());

describe("a file that is always attached", () => {
  const callback = handOver({ file: "always" });
  const message = messageAfter(callback, "guild");

  test("is uploaded with the answer, byte for byte, and shown in it", () => {
    expect(sentText(callback)).toEqual([FILES["always"]?.text]);
    expect(fileNamesIn(message)).toEqual(["always.bib"]);
  });

  test("is removed when the message changes to an answer without one", () => {
    const turned = click(bot, message, "None");
    expect(turned.files).toEqual([]);
    expect(turned.response).toMatchObject({ type: 7, data: { attachments: [] } });
    expect(fileNamesIn(messageAfter(turned, "guild", message))).toEqual([]);
  });

  test("is replaced by another one", () => {
    const turned = click(bot, message, "full");
    expect(fileNamesIn(messageAfter(turned, "guild", message))).toEqual(["full.md"]);
    const back = click(bot, messageAfter(turned, "guild", message), "always");
    expect(fileNamesIn(messageAfter(back, "guild", message))).toEqual(["always.bib"]);
  });

  test("is added to a message that had none", () => {
    const none = messageAfter(handOver({}), "guild");
    expect(fileNamesIn(none)).toEqual([]);
    expect(fileNamesIn(messageAfter(click(bot, none, "always"), "guild", none))).toHaveLength(1);
  });

  test("is sent to another user who clicks, privately", () => {
    const own = click(bot, message, "always", OTHER);
    expect(own.response.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(sentText(own)).toEqual([FILES["always"]?.text]);
  });

  test("is attached again when a private answer is shared", () => {
    const own = messageAfter(handOver({ file: "always", private: true }), "guild");
    expect(fileNamesIn(messageAfter(click(bot, own, "Share"), "guild"))).toEqual(["always.bib"]);
  });

  test("is shown on every message page of a long answer", () => {
    const first = messageAfter(handOver({ file: "always", times: 300 }), "guild");
    const second = click(bot, first, "Continue");
    expect(fileNamesIn(first)).toEqual(["always.bib"]);
    expect(fileNamesIn(messageAfter(second, "guild", first))).toEqual(["always.bib"]);
  });
});

describe("a file that is attached to long answers", () => {
  test("is omitted if everything fits into one message", () => {
    const callback = handOver({ file: "long" });
    expect(callback.files).toEqual([]);
    expect(fileNamesIn(messageAfter(callback, "guild"))).toEqual([]);
  });

  test("is shown on every message page otherwise", () => {
    let message = messageAfter(handOver({ file: "long", times: 300 }), "guild");
    let pages = 0;
    for (;;) {
      pages += 1;
      expect(fileNamesIn(message)).toEqual(["long.md"]);
      if (!offersOf(message).some(({ label }) => label === "Continue")) break;
      message = messageAfter(click(bot, message, "Continue"), "guild", message);
    }
    expect(pages).toBeGreaterThan(2);
  });
});

describe("a file that is too large for Discord", () => {
  const SENTENCE = "larger than the 10 MiB that Discord accepts";

  test.each([{ file: "huge" }, { file: "huge-long", times: 300 }])(
    "is omitted, and the answer says so: %j",
    (options) => {
      const callback = handOver(options);
      expect(callback.files).toEqual([]);
      expect(textOf(messageAfter(callback, "guild"))).toContain(SENTENCE);
    },
  );

  test.each([{ file: "full" }, { file: "huge-long" }])(
    "is neither one that just fits nor one that is omitted anyway: %j",
    (options) => {
      expect(textOf(messageAfter(handOver(options), "guild"))).not.toContain(SENTENCE);
    },
  );
});

test("a message with a file stays within all limits, however many entries it has", () => {
  // `ask` fails if Discord would refuse the answer.
  for (let times = 1; times <= 80; times += 1) handOver({ file: "always", times });
});
