import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import type { Command } from "../src/command/types.ts";
import { commandName } from "../src/options/command.ts";
import { type ArticleReply, action } from "../src/reply/reply.ts";

/** `/help`: the commands and their options, from their own declarations. */
export const help = defineCommand({
  name: "help",
  description: "List the commands, or show one with its options.",
  examples: ["/help", "/help command:quote"],
  options: { command: optional(commandName("The command to show.")) },

  run({ command }, { commands }) {
    return command === undefined ? commandList(commands) : commandDetails(command);
  },
});

function commandList(commands: readonly Command[]): ArticleReply {
  return {
    kind: "article",
    title: "What you can ask",
    paragraphs: ["Every quotation is word for word, with the place where it stands."],
    facts: [],
    items: commands.map(({ name, description, examples: [example = `/${name}`] }) => ({
      label: `/${name}`,
      detail: `${description} For example: ${example}`,
      open: action(`/${name}`, { name: "help", options: { command: name } }),
    })),
    page: { number: 1, of: 1 },
    actions: [],
  };
}

function commandDetails(command: Command): ArticleReply {
  const { name, description, examples, options, messageCommand } = command;
  return {
    kind: "article",
    title: `/${name}`,
    paragraphs: [
      description,
      ...examples.map((example) => `For example: ${example}`),
      ...(messageCommand === undefined
        ? []
        : [`In Discord also in the menu of any message, under Apps: “${messageCommand.label}”.`]),
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
