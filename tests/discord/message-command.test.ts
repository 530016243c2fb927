import {
  type APIMessage,
  type APISectionComponent,
  ComponentType,
  MessageReferenceType,
} from "discord-api-types/v10";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { help } from "../../commands/help.ts";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/command/bot.ts";
import { defineCommand } from "../../src/command/define-command.ts";
import { optional, text } from "../../src/command/option-types.ts";
import { manifestsOf } from "../../src/discord/manifest.ts";
import { action } from "../../src/reply/reply.ts";
import { context, expectKind } from "../library.ts";
import { ask, botOf, click, isPrivate, messageAfter, offersOf, textOf } from "./ask.ts";
import { TEXTS } from "./hostile.ts";
import { messageCommand, slashCommand, userMessage } from "./payloads.ts";
import { problemsWithCommands } from "./spec.ts";

/** Repeats the text of a message, and offers to repeat it once more. */
const echo = defineCommand({
  name: "echo",
  description: "command.help",
  examples: () => [{}],
  options: { words: optional(text("option.query")) },
  messageCommand: {
    label: "Say it again",
    optionsFrom: (message) => ({ words: message.replace(/\s+/g, " ").slice(0, 300).trim() }),
  },
  run: ({ words }, { again }) => ({
    kind: "command",
    name: "again",
    description: "command.help",
    examples: [`<${words}>`],
    options: [],
    actions: [action({ kind: "value", value: "Once more" }, again({}))],
  }),
});

const bot = createBot([...commands, echo], () => context);

function answerTo(message: APIMessage, label = "Say it again"): APIMessage {
  return messageAfter(ask(bot, messageCommand(label, message)), "guild");
}

const SENTENCE = "He who wrote it said: “no changed outcome”.";
const display = (content: string) => ({ type: ComponentType.TextDisplay, content }) as const;
const section: APISectionComponent = {
  type: ComponentType.Section,
  components: [display("Of a section")],
  accessory: { type: ComponentType.Button, style: 5, label: "Source", url: "https://example.org" },
};
const copy = {
  attachments: [],
  mentions: [],
  mention_roles: [],
  timestamp: "2026",
  edited_timestamp: null,
  type: 0,
};

describe("a message command", () => {
  test.each([
    ["its content", userMessage(SENTENCE), SENTENCE],
    [
      "its content, not its embeds",
      userMessage("One", { embeds: [{ description: "Two" }] }),
      "One",
    ],
    [
      "the texts of its components, nested ones too",
      userMessage("", {
        components: [
          display("First"),
          { type: ComponentType.Container, components: [display("within"), section] },
          section,
        ],
      }),
      "First within Of a section Of a section",
    ],
    [
      "its embeds",
      userMessage("", {
        embeds: [
          { title: "T", description: "A", fields: [{ name: "B", value: "C" }] },
          { description: "D" },
        ],
      }),
      "A B C D",
    ],
    [
      "a forwarded message",
      userMessage("", {
        message_reference: { type: MessageReferenceType.Forward, channel_id: "1" },
        message_snapshots: [{ message: { ...copy, content: SENTENCE, embeds: [] } }],
      }),
      SENTENCE,
    ],
    [
      "the embeds of a forwarded message",
      userMessage("", {
        message_snapshots: [{ message: { ...copy, content: "", embeds: [{ description: "E" }] } }],
      }),
      "E",
    ],
    [
      "the text as displayed, without backslashes",
      userMessage("\\*no\\* \\: \\_a\\_ C:\\dir"),
      "*no* : _a_ C:\\dir",
    ],
  ])("is about %s", (_, message, said) => {
    expect(textOf(answerTo(message))).toContain(`<${said}>`);
  });

  test("works on Ibid’s own answers", () => {
    const own = messageAfter(ask(bot, slashCommand("quote", { before: "2018" })), "guild");
    expect(textOf(answerTo(own))).toContain("Moon is showing [. . .] in our matter");
  });

  test("gets an ephemeral answer, which the asker can share", () => {
    const answer = answerTo(userMessage(SENTENCE));
    expect(isPrivate(answer)).toBe(true);
    expect(offersOf(answer).map(({ label }) => label)).toEqual(["Once more", "Share"]);
    const shared = messageAfter(click(bot, answer, "Share"), "guild");
    expect(isPrivate(shared)).toBe(false);
    expect(textOf(shared)).toBe(textOf(answer));
  });

  test("gets an answer whose buttons work like any others", () => {
    const answer = answerTo(userMessage(`${SENTENCE} `.repeat(6)));
    const again = messageAfter(click(bot, answer, "Once more"), "guild", answer);
    expect(textOf(again)).toBe(textOf(answer));
  });

  test.each([
    ["nothing", userMessage("")],
    ["only white space", userMessage(" \n\u2003")],
    [
      "only a picture",
      userMessage("", { embeds: [{ image: { url: "https://example.org/a.png" } }] }),
    ],
    ["only components without text", userMessage("", { components: [{ type: 14 }] })],
    ["only an empty text", userMessage("", { components: [display(" ")] })],
  ])("gets a notice if the message has %s", (_, message) => {
    const answer = answerTo(message);
    expect(isPrivate(answer)).toBe(true);
    expect(textOf(answer)).toContain("This message has no text");
  });

  test("gets a notice if Discord does not resolve the target message", () => {
    const interaction = messageCommand("Say it again", userMessage(SENTENCE));
    const { data } = interaction;
    const astray = { ...interaction, data: { ...data, target_id: "1" } };
    expect(textOf(messageAfter(ask(bot, astray), "guild"))).toContain("This message has no text");
  });

  test.each(["Verify nothing", "echo", "", "__proto__", "constructor"])(
    "of an unknown name gets a notice: %j",
    (label) => {
      const answer = answerTo(userMessage(SENTENCE), label);
      expect(isPrivate(answer)).toBe(true);
      expect(textOf(answer)).toContain("This version of Ibid does not have that command.");
    },
  );

  test("is answered whatever the message contains", () => {
    const messages = fc
      .array(fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: "binary" })), { maxLength: 40 })
      .map((parts) => parts.join("\n").replace(/\p{Cs}/gu, ""));
    fc.assert(
      fc.property(messages, fc.boolean(), (content, isV2) => {
        const message = isV2
          ? userMessage("", { components: [display(content)] })
          : userMessage(content);
        expect(isPrivate(answerTo(message))).toBe(true);
      }),
    );
  });
});

describe("a message command is registered", () => {
  test.each(["global", "guild"] as const)(
    "along with the slash commands in the scope %s",
    (scope) => {
      const manifests = manifestsOf([...commands, echo], scope);
      expect(problemsWithCommands(manifests)).toEqual([]);
      expect(manifests.at(-1)).toEqual({
        type: 3,
        name: "Say it again",
        ...(scope === "global" && { integration_types: [0, 1], contexts: [0, 1, 2] }),
      });
    },
  );
});

describe("/help", () => {
  const contextWithEcho = { ...context, commands: [...commands, echo] };
  const paragraphsOf = (command: string) =>
    expectKind("command", help.respond({ command }, contextWithEcho)).inWords.paragraphs;

  test("describes the message command of a command", () => {
    expect(paragraphsOf("echo")).toContain(
      "In Discord, it is also in the menu of every message, under Apps: “Say it again”.",
    );
  });

  test("describes none if there is none", () => {
    expect(paragraphsOf("letter").join()).not.toContain("menu");
  });
});

test("an answer to a message command that no command has is a notice", () => {
  const without = botOf(context.library);
  const answer = ask(without, messageCommand("Say it again", userMessage(SENTENCE)));
  expect(textOf(messageAfter(answer, "guild"))).toContain(
    "This version of Ibid does not have that command.",
  );
});
