import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import type { Command } from "../src/command/types.ts";
import { commandName } from "../src/options/command.ts";
import { action, type CommandReply, type CommandsReply } from "../src/reply/reply.ts";

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

function commandList(commands: readonly Command[]): CommandsReply {
  return {
    kind: "commands",
    commands: commands.map(({ name, description, examples: [example = `/${name}`] }) => ({
      name,
      description,
      example,
      open: action({ kind: "command", name }, { name: "help", options: { command: name } }),
    })),
    actions: [],
  };
}

function commandDetails(command: Command): CommandReply {
  const { name, description, examples, options, messageCommand } = command;
  return {
    kind: "command",
    name,
    description,
    examples,
    ...(messageCommand && { messageCommand: messageCommand.label }),
    options: Object.entries(options)
      .filter(([, { hidden }]) => !hidden)
      .map(([name, { description, required }]) => ({ name, description, required })),
    actions: [action("all-commands", { name: "help", options: {} })],
  };
}
