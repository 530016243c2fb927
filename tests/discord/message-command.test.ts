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
import { action, defineCommand } from "../../src/command/define-command.ts";
import { optional, text } from "../../src/command/option-types.ts";
import { manifestsOf } from "../../src/discord/manifest.ts";
import { context, only } from "../library.ts";
import { ask, botOf, isPrivate, messageAfter, offersOf, pressed, textOf } from "./asking.ts";
import { TEXTS } from "./hostile.ts";
import { messageMenu, slashCommand, written } from "./payloads.ts";
import { problemsWithCommands } from "./spec.ts";

/** Says again what a message says, and can be asked to say it once more. */
const echo = defineCommand({
  name: "echo",
  description: "Say something again.",
  examples: ["/echo"],
  options: { words: optional(text("What to say again.")) },
  menu: {
    label: "Say it again",
    ask: (message) => ({ words: message.replace(/\s+/g, " ").slice(0, 300).trim() }),
  },
  run: ({ words }, { again }) => ({
    kind: "article",
    title: "Again",
    paragraphs: [`<${words}>`],
    facts: [],
    items: [],
    page: { number: 1, of: 1 },
    actions: [action("Once more", again({}))],
  }),
});

const bot = createBot([...commands, echo], () => context);

function asked(message: APIMessage, label = "Say it again"): APIMessage {
  return messageAfter(ask(bot, messageMenu(label, message)), "guild");
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

describe("the menu of a message", () => {
  test.each([
    ["its content", written(SENTENCE), SENTENCE],
    ["its content, not its embeds", written("One", { embeds: [{ description: "Two" }] }), "One"],
    [
      "the texts of its components, nested ones too",
      written("", {
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
      written("", {
        embeds: [
          { title: "T", description: "A", fields: [{ name: "B", value: "C" }] },
          { description: "D" },
        ],
      }),
      "A B C D",
    ],
    [
      "what was forwarded",
      written("", {
        message_reference: { type: MessageReferenceType.Forward, channel_id: "1" },
        message_snapshots: [{ message: { ...copy, content: SENTENCE, embeds: [] } }],
      }),
      SENTENCE,
    ],
    [
      "the embeds of what was forwarded",
      written("", {
        message_snapshots: [{ message: { ...copy, content: "", embeds: [{ description: "E" }] } }],
      }),
      "E",
    ],
    [
      "what people see, without backslashes",
      written("\\*no\\* \\: \\_a\\_ C:\\dir"),
      "*no* : _a_ C:\\dir",
    ],
  ])("asks about %s", (_, message, said) => {
    expect(textOf(asked(message))).toContain(`<${said}>`);
  });

  test("asks about the words of Ibid’s own answers", () => {
    const own = messageAfter(ask(bot, slashCommand("quote", { before: "2018" })), "guild");
    expect(textOf(asked(own))).toContain("Moon is showing [. . .] in our matter");
  });

  test("is answered to the asker alone, who can share the answer", () => {
    const answer = asked(written(SENTENCE));
    expect(isPrivate(answer)).toBe(true);
    expect(offersOf(answer).map(({ label }) => label)).toEqual(["Once more", "Share"]);
    const shared = messageAfter(pressed(bot, answer, "Share"), "guild");
    expect(isPrivate(shared)).toBe(false);
    expect(textOf(shared)).toBe(textOf(answer));
  });

  test("goes on like any other answer", () => {
    const answer = asked(written(`${SENTENCE} `.repeat(6)));
    const again = messageAfter(pressed(bot, answer, "Once more"), "guild", answer);
    expect(textOf(again)).toBe(textOf(answer));
  });

  test.each([
    ["nothing", written("")],
    ["only white space", written(" \n\u2003")],
    ["only a picture", written("", { embeds: [{ image: { url: "https://example.org/a.png" } }] })],
    ["only components without text", written("", { components: [{ type: 14 }] })],
    ["only an empty text", written("", { components: [display(" ")] })],
  ])("says so where the message says %s", (_, message) => {
    const answer = asked(message);
    expect(isPrivate(answer)).toBe(true);
    expect(textOf(answer)).toContain("This message has no text");
  });

  test("says so where Discord hands over another message than the one that was meant", () => {
    const interaction = messageMenu("Say it again", written(SENTENCE));
    const { data } = interaction;
    const astray = { ...interaction, data: { ...data, target_id: "1" } };
    expect(textOf(messageAfter(ask(bot, astray), "guild"))).toContain("This message has no text");
  });

  test.each(["Verify nothing", "echo", "", "__proto__", "constructor"])(
    "that there is not is answered with a notice: %j",
    (label) => {
      const answer = asked(written(SENTENCE), label);
      expect(isPrivate(answer)).toBe(true);
      expect(textOf(answer)).toContain("nothing that this version of Ibid offers");
    },
  );

  test("is answered whatever the message says", () => {
    const messages = fc
      .array(fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: "binary" })), { maxLength: 40 })
      .map((parts) => parts.join("\n").replace(/\p{Cs}/gu, ""));
    fc.assert(
      fc.property(messages, fc.boolean(), (content, isV2) => {
        const message = isV2 ? written("", { components: [display(content)] }) : written(content);
        expect(isPrivate(asked(message))).toBe(true);
      }),
    );
  });
});

describe("a menu is registered", () => {
  test.each(["global", "guild"] as const)("beside the commands in the scope %s", (scope) => {
    const manifests = manifestsOf([...commands, echo], scope);
    expect(problemsWithCommands(manifests)).toEqual([]);
    expect(manifests.at(-1)).toEqual({
      type: 3,
      name: "Say it again",
      ...(scope === "global" && { integration_types: [0, 1], contexts: [0, 1, 2] }),
    });
  });
});

describe("/help", () => {
  const asked = { ...context, commands: [...commands, echo] };
  const told = (command: string) => only("article", help.respond({ command }, asked)).paragraphs;

  test("tells of a command’s menu", () => {
    expect(told("echo")).toContain(
      "In Discord also in the menu of any message, under Apps: “Say it again”.",
    );
  });

  test("tells of none where there is none", () => {
    expect(told("letter").join()).not.toContain("menu");
  });
});

test("no menu is answered where no command has one", () => {
  const without = botOf(context.library);
  const answer = ask(without, messageMenu("Say it again", written(SENTENCE)));
  expect(textOf(messageAfter(answer, "guild"))).toContain("nothing that this version");
});
