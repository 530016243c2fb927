import { describe, expect, test } from "vitest";
import { help } from "../../commands/help.ts";
import { commands, commandsFor } from "../../commands/index.ts";
import { english } from "../../src/catalogue/catalogue.ts";
import { createBot } from "../../src/command/bot.ts";
import { exampleLines } from "../../src/command/example-lines.ts";
import { parseLine } from "../../src/command/typed-line.ts";
import {
  actionLabels,
  context,
  contextOf,
  expectKind,
  followAction,
  library,
  libraryOf,
  papers,
  SITUATION,
} from "../library.ts";
import { putIntoWords } from "../words.ts";

const respond = (options: Readonly<Record<string, unknown>>) =>
  putIntoWords(help.respond(options, context));

test("lists every command with its description and an example", () => {
  expect(expectKind("commands", respond({})).inWords.items).toEqual(
    commands.map((command) => ({
      label: `/${command.name}`,
      detail: `${english(command.description)} For example: ${exampleLines(command, library)[0]}`,
      open: {
        label: { kind: "command", name: command.name },
        line: { name: "help", options: { command: command.name } },
        isAside: true,
      },
    })),
  );
});

describe.each(commands.map((command) => [command.name, command] as const))(
  "for /%s",
  (name, command) => {
    const reply = expectKind("command", respond({ command: name }));

    test("lists each visible option", () => {
      const visible = Object.entries(command.options).filter(([, { hidden }]) => !hidden);
      expect(reply.inWords.facts).toEqual(
        visible.map(([key, { description, required }]) => ({
          label: required ? `${key} (required)` : key,
          value: english(description),
        })),
      );
    });

    test("shows every example", () => {
      const lines = exampleLines(command, library);
      expect(lines.length).toBeGreaterThan(0);
      for (const example of lines) {
        expect(reply.inWords.paragraphs).toContain(`For example: ${example}`);
      }
    });

    test("can be named with a slash and in capitals", () => {
      expect(respond({ command: `/${name.toUpperCase()}` })).toEqual(reply);
    });

    test("offers the list of commands", () => {
      expect(followAction(reply, "All commands", context)).toEqual(respond({}));
    });
  },
);

describe("in another corpus", () => {
  const plain = libraryOf({ "a.md": "One passage of plain Markdown." });

  test("commands with nothing to show are not listed, but can be asked about", () => {
    const reply = expectKind("commands", help.respond({}, contextOf(plain)));
    const names = reply.commands.map(({ name }) => name);
    expect(names).toEqual([
      ...["letter", "quote", "search", "verify", "cite", "plan start", "plan move"],
      ...["about", "tray", "schedules"],
      ...["schedule add", "schedule edit", "schedule pause", "schedule resume", "schedule post"],
      "schedule delete",
      ...["settings show", "settings change", "settings privacy", "help"],
    ]);
    const empty = contextOf(libraryOf({ "a.md": "# Only a heading" }));
    expect(
      expectKind("commands", help.respond({}, empty)).commands.map(({ name }) => name),
    ).not.toContain("quote");
    for (const { name } of commands) {
      expect(help.respond({ command: name }, contextOf(plain))).toMatchObject({
        kind: "command",
        name,
      });
    }
  });

  test.each([
    ["the letters", library],
    ["a few papers", papers],
    ["a folder of plain Markdown", plain],
    ["a corpus without passages", libraryOf({ "a.md": "# Only a heading" })],
    [
      "Korean",
      libraryOf({ "a.md": "---\nlanguage: ko\n---\n\n오늘 아침 구조 훈련을 시작했다.\n" }),
    ],
  ])("examples are of that corpus, and are answered: %s", (_, library) => {
    const other = contextOf(library);
    const bot = createBot(commandsFor(library.corpus), () => other);
    for (const command of bot.commands) {
      if (command.isUseful !== undefined && !command.isUseful(library)) continue;
      for (const example of exampleLines(command, library)) {
        const line = parseLine(example, bot.commands);
        expect(line?.name).toBe(command.name);
        expect(
          bot.respond(command.name, line?.options ?? {}, SITUATION).reply,
          example,
        ).not.toMatchObject({
          kind: "notice",
        });
      }
    }
  });
});

test.each([
  ["lettr", ["letter"]],
  ["zeppelin", []],
])("rejects the unknown command %s and lists all commands", (command, near) => {
  const reply = respond({ command });
  expect(reply.inWords.message).toBe(
    `There is no command called “${command}”. The commands are /letter, /quote, /search, /verify, /cite, /timeline, /topics, /people, /plan show, /plan start, /plan move, /about, /tray, /schedules, /schedule add, /schedule edit, /schedule pause, /schedule resume, /schedule post, /schedule delete, /settings show, /settings change, /settings privacy, /help.`,
  );
  expect(actionLabels(reply)).toEqual(near);
});
