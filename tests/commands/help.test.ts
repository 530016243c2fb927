import { describe, expect, test } from "vitest";
import { help } from "../../commands/help.ts";
import { commands } from "../../commands/index.ts";
import { context, only, pressed } from "../library.ts";

const respond = (options: Readonly<Record<string, unknown>>) => help.respond(options, context);

test("lists every command with what it does and something to type", () => {
  expect(only("article", respond({})).items).toEqual(
    commands.map(({ name, description, examples }) => ({
      label: `/${name}`,
      detail: `${description} For example: ${examples[0]}`,
      open: { label: `/${name}`, line: { name: "help", options: { command: name } } },
    })),
  );
});

describe.each(commands.map((command) => [command.name, command] as const))(
  "of /%s",
  (name, command) => {
    const reply = only("article", respond({ command: name }));

    test("tells each option that somebody can give", () => {
      const visible = Object.entries(command.options).filter(([, { hidden }]) => !hidden);
      expect(reply.facts).toEqual(
        visible.map(([key, { description, required }]) => ({
          label: required ? `${key} (needed)` : key,
          value: description,
        })),
      );
    });

    test("has examples", () => {
      expect(command.examples.length).toBeGreaterThan(0);
      for (const example of command.examples) {
        expect(reply.paragraphs).toContain(`For example: ${example}`);
      }
    });

    test("can be asked with a slash and in capitals", () => {
      expect(respond({ command: `/${name.toUpperCase()}` })).toEqual(reply);
    });

    test("leads back to all commands", () => {
      expect(pressed(reply, "All commands", context)).toEqual(respond({}));
    });
  },
);

test.each([
  ["lettr", ["letter"]],
  ["zeppelin", []],
])("says that there is no %s, and which there are", (command, near) => {
  const reply = respond({ command });
  expect(reply).toMatchObject({
    message: `There is no command called “${command}”. There are /letter, /quote, /search, /verify, /cite, /timeline, /topics, /people, /about, /help.`,
  });
  expect(reply.actions.map(({ label }) => label)).toEqual(near);
});
