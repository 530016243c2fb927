import type { Bot } from "./bot.ts";
import { parseLine } from "./line.ts";

/** Completes a typed line: commands, then options, then values. Returns whole lines. */
export function completedLines(line: string, bot: Bot): readonly string[] {
  const word = /^\/?(\S*)$/.exec(line);
  if (word !== null) {
    return bot.commands
      .filter(({ name }) => name.startsWith(word[1]?.toLowerCase() ?? ""))
      .map(({ name }) => `/${name} `);
  }

  const parsed = parseLine(line, bot.commands);
  const command = bot.commands.find(({ name }) => name === parsed?.name);
  if (parsed === undefined || command === undefined) return [];
  const visible = Object.entries(command.options).filter(([, { hidden }]) => !hidden);

  const value = /(?:^|\s)(\w+):([^:]*)$/.exec(line);
  const key = visible.find(([name]) => name === value?.[1])?.[0];
  if (key !== undefined && value !== null) {
    const start = line.slice(0, line.length - (value[2]?.length ?? 0));
    const typed = value[2]?.trim() ?? "";
    const values = command.options[key]?.type === "flag" ? ["true", "false"] : undefined;
    const suggested = values ?? bot.suggest(command.name, key, typed).map((one) => one.value);
    if (suggested.length > 0 && !suggested.includes(typed)) {
      return suggested.map((one) => `${start}${one} `);
    }
  }

  const begun = /(?:^|\s)(\w*)$/.exec(line)?.[1] ?? "";
  const start = line.slice(0, line.length - begun.length);
  return visible
    .filter(([name]) => name.startsWith(begun) && parsed.options[name] === undefined)
    .map(([name]) => `${start}${name}:`);
}
