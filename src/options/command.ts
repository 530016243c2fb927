import type { LabelKey } from "../catalogue/catalogue.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { Command, Option } from "../command/types.ts";
import { closestSpelling } from "../foundation/spelling.ts";

/** Declares an option for a command, by its name with or without a slash. */
export function commandName(description: LabelKey): Option<Command> {
  return parsedText<Command>(description, {
    expects: { kind: "command" },
    suggest: (typed, { commands }, t) =>
      commands
        .filter(({ name }) => name.startsWith(normalizeName(typed)))
        .map(({ name, description }) => ({ label: `/${name} · ${t(description)}`, value: name })),
    parse(typed, { commands }) {
      const typedName = normalizeName(typed);
      const found = commands.find(({ name }) => name === typedName);
      if (found !== undefined) return { value: found };
      const names = commands.map(({ name }) => name);
      const closest = closestSpelling(typedName, names);
      return optionError(
        { kind: "unknown-command", typed, commands: names },
        closest === undefined ? [] : [closest],
      );
    },
  });
}

function normalizeName(typed: string): string {
  return typed.trim().toLowerCase().replace(/^\//, "");
}
