import type { Bot } from "./bot.ts";
import { parseLine } from "./typed-line.ts";

/** Completes a typed line: commands, then options, then values. Returns whole lines. */
export function completeLine(line: string, bot: Bot): readonly string[] {
  const word = /^\/?(\S*)$/.exec(line);
  if (word !== null) {
    return bot.commands
      .filter(({ name }) => name.startsWith(word[1]?.toLowerCase() ?? ""))
      .map(({ name }) => `/${name} `);
  }

  const parsed = parseLine(line, bot.commands);
  const command = bot.commands.find(({ name }) => name === parsed?.name);
  if (command === undefined) return [];
  const visible = Object.entries(command.options).filter(([, { hidden }]) => !hidden);

  const value = /(?:^|\s)(\w+):([^:]*)$/.exec(line);
  const key = visible.find(([name]) => name === value?.[1])?.[0];
  if (key !== undefined && value !== null) {
    const given = value[2]?.trimStart() ?? "";
    const start = line.slice(0, line.length - given.length);
    const typed = given.trim();
    const suggested =
      command.options[key]?.type === "flag"
        ? ["true", "false"].filter((one) => one.startsWith(typed))
        : bot.suggest(command.name, key, typed).map((one) => one.value);
    // After a space goes on what has one there; else the value is whole, and the next option begins.
    const going = suggested.filter(
      (one) => !/\s$/.test(given) || one.toLowerCase().startsWith(given.toLowerCase()),
    );
    if (going.length > 0 && !going.includes(typed)) {
      const lines = going.map((one) => `${start}${one} `);
      // What several have in common takes the place of the line, unless the line is among them.
      const isBegun = lines.every((one) => one.toLowerCase().startsWith(line.toLowerCase()));
      return isBegun || lines.length === 1 ? lines : [line, ...lines];
    }
  }

  const begun = /\s(\w*)$/.exec(line)?.[1];
  if (begun === undefined) return [];
  const start = line.slice(0, line.length - begun.length);
  return (
    visible
      // A word that is being typed is read as a value, and takes no option away.
      .filter(([name]) => name.startsWith(begun) && !line.includes(` ${name}:`))
      .map(([name]) => `${start}${name}:`)
  );
}
