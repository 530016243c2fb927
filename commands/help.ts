import { action, defineCommand } from "../src/command/define-command.ts";
import { optional, parsedText } from "../src/command/option-types.ts";
import type { Command } from "../src/command/types.ts";
import { closestSpelling } from "../src/foundation/spelling.ts";
import type { ListItem, Reply } from "../src/reply/reply.ts";

/** `/help`: what can be asked, from the declarations of the commands themselves. */
export const help = defineCommand({
  name: "help",
  description: "List the commands, or show one with its options.",
  examples: ["/help", "/help command:quote"],
  options: {
    command: optional(
      parsedText<Command>("The command to show.", {
        expects: "the name of a command",
        suggest: (typed, { commands }) =>
          commands
            .filter(({ name }) => name.startsWith(plain(typed)))
            .map(({ name, description }) => ({ label: `/${name} · ${description}`, value: name })),
        parse(typed, { commands }) {
          const names = commands.map(({ name }) => name);
          const found = commands.find(({ name }) => name === plain(typed));
          if (found !== undefined) return { value: found };
          const near = closestSpelling(plain(typed), names);
          return {
            message: `There is no command called “${typed}”. There are ${names.map((name) => `/${name}`).join(", ")}.`,
            ...(near !== undefined && { values: [near] }),
          };
        },
      }),
    ),
  },

  run({ command }, { commands }) {
    return command === undefined ? overview(commands) : details(command);
  },
});

const plain = (typed: string) => typed.trim().toLowerCase().replace(/^\//, "");

function overview(commands: readonly Command[]): Reply {
  return {
    kind: "article",
    title: "What you can ask",
    paragraphs: ["Every quotation is word for word, with the place where it stands."],
    facts: [],
    items: commands.map(
      ({ name, description, examples: [example = `/${name}`] }): ListItem => ({
        label: `/${name}`,
        detail: `${description} For example: ${example}`,
        open: action(`/${name}`, { name: "help", options: { command: name } }),
      }),
    ),
    page: { number: 1, of: 1 },
    actions: [],
  };
}

function details({ name, description, examples, options, messageCommand: menu }: Command): Reply {
  return {
    kind: "article",
    title: `/${name}`,
    paragraphs: [
      description,
      ...examples.map((example) => `For example: ${example}`),
      ...(menu === undefined
        ? []
        : [`In Discord also in the menu of any message, under Apps: “${menu.label}”.`]),
    ],
    facts: Object.entries(options)
      .filter(([, { hidden }]) => !hidden)
      .map(([key, option]) => ({
        label: `${key}${option.required ? " (needed)" : ""}`,
        value: option.description,
      })),
    items: [],
    page: { number: 1, of: 1 },
    actions: [action("All commands", { name: "help", options: {} })],
  };
}
