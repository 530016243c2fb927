import { commandDetails, commandList } from "../src/answers/help.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import { commandName } from "../src/options/command.ts";

/** `/help`: the commands and their options, from their own declarations. */
export const help = defineCommand({
  name: "help",
  description: "command.help",
  examples: () => [{}, { command: "quote" }],
  options: { command: optional(commandName("option.command")) },

  run({ command }, context) {
    return command === undefined ? commandList(context) : commandDetails(command, context);
  },
});
