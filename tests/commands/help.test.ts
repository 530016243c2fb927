import { describe, expect, test } from "vitest";
import { help } from "../../commands/help.ts";
import { commands } from "../../commands/index.ts";
import { actionLabels, context, expectKind, followAction } from "../library.ts";
import { putIntoWords } from "../words.ts";

const respond = (options: Readonly<Record<string, unknown>>) =>
  putIntoWords(help.respond(options, context));

test("lists every command with its description and an example", () => {
  expect(expectKind("commands", respond({})).inWords.items).toEqual(
    commands.map(({ name, description, examples }) => ({
      label: `/${name}`,
      detail: `${description} For example: ${examples[0]}`,
      open: {
        label: { kind: "command", name },
        line: { name: "help", options: { command: name } },
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
          label: required ? `${key} (needed)` : key,
          value: description,
        })),
      );
    });

    test("shows every example", () => {
      expect(command.examples.length).toBeGreaterThan(0);
      for (const example of command.examples) {
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

test.each([
  ["lettr", ["letter"]],
  ["zeppelin", []],
])("rejects the unknown command %s and lists all commands", (command, near) => {
  const reply = respond({ command });
  expect(reply.inWords.message).toBe(
    `There is no command called “${command}”. There are /letter, /quote, /search, /verify, /cite, /timeline, /topics, /people, /about, /help.`,
  );
  expect(actionLabels(reply)).toEqual(near);
});
