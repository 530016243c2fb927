import { exampleLines, usefulCommands } from "../command/example-lines.ts";
import type { Command, RunContext } from "../command/types.ts";
import { action, aside, type CommandReply, type CommandsReply } from "../reply/reply.ts";

/** Lists the commands for which the corpus has something to show. */
export function commandList({ commands, library }: RunContext): CommandsReply {
  return {
    kind: "commands",
    commands: usefulCommands(commands, library).map((command) => {
      const { name, description } = command;
      const [example = `/${name}`] = exampleLines(command, library);
      const open = aside({ kind: "command", name }, { name: "help", options: { command: name } });
      return { name, description, example, open };
    }),
    actions: [],
  };
}

/** Shows a command with its options and with examples of this corpus. */
export function commandDetails(command: Command, { library }: RunContext): CommandReply {
  const { name, description, options, messageCommand } = command;
  return {
    kind: "command",
    name,
    description,
    examples: exampleLines(command, library),
    ...(messageCommand && { messageCommand: messageCommand.label }),
    options: Object.entries(options)
      .filter(([, { hidden }]) => !hidden)
      .map(([name, { description, required }]) => ({ name, description, required })),
    actions: [action("all-commands", { name: "help", options: {} })],
  };
}
