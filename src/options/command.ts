import type { LabelKey } from "../catalogue/catalogue.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { Command, Option } from "../command/types.ts";
import { closestName, everyNameOf, localCommandName } from "../language/translation/local-names.ts";

/** Declares an option for a command, by its name with or without a slash. */
export function commandName(description: LabelKey): Option<Command> {
  return parsedText<Command>(description, {
    expects: { kind: "command" },
    suggest: (typed, { commands }, t) =>
      commands
        .filter(({ name }) => namesOf(name).some((one) => one.startsWith(normalizeName(typed))))
        .map(({ name, description }) => ({
          label: `/${localCommandName(name, t)} · ${t(description)}`,
          value: name,
        })),
    parse(typed, { commands }) {
      const typedName = normalizeName(typed);
      const found = commands.find(({ name }) => namesOf(name).includes(typedName));
      if (found !== undefined) return { value: found };
      const names = commands.map(({ name }) => name);
      const closest = closestName("command", typedName, names);
      return optionError(
        { kind: "unknown-command", typed, commands: names },
        closest === undefined ? [] : [closest],
      );
    },
  });
}

const namesOf = (name: string) => everyNameOf("command", name);

function normalizeName(typed: string): string {
  return typed.trim().toLowerCase().replace(/^\//, "");
}
