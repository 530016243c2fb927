import type { Translate } from "../catalogue/catalogue.ts";
import {
  everyNameOf,
  everyOptionName,
  localCommandName,
  localOptionName,
  localValueName,
  takesWords,
} from "../language/translation/local-names.ts";
import type { Bot } from "./bot.ts";
import { commandCalled, parseLine } from "./typed-line.ts";
import type { Command } from "./types.ts";

/** Completes a typed line: its command, then options, then values. Returns whole lines. */
export function completeLine(line: string, bot: Bot): readonly string[] {
  const [, typedName] = /^\/?(\S*|\S+ \S*)$/.exec(line) ?? [];
  if (typedName !== undefined) {
    const begun = typedName.toLowerCase();
    const names = bot.commands.flatMap(({ name }) =>
      firstBeginning([localCommandName(name, bot.t), ...everyNameOf("command", name)], begun),
    );
    if (names.length > 0 || !typedName.includes(" ")) return names.map((name) => `/${name} `);
  }
  const parsed = parseLine(line, bot.commands);
  const command = parsed && commandCalled(parsed.name, bot.commands);
  if (command === undefined) return [];
  const lines = completeValue(line, command, bot);
  return lines.length > 0 ? lines : completeOptionName(line, command, bot.t);
}

/** Completes the value at the end of a line. Returns no lines if that value is already complete. */
function completeValue(line: string, command: Command, bot: Bot): readonly string[] {
  const [, name, value] = /(?:^|\s)([\p{L}\p{N}_-]+):([^:]*)$/u.exec(line) ?? [];
  const key = visibleKeys(command).find(
    (one) => name !== undefined && everyOptionName(one, command.name).includes(name),
  );
  if (key === undefined || value === undefined) return [];
  const given = value.trimStart();
  const typed = given.trim();
  const isFlag = command.options[key]?.type === "flag";
  const declared = isFlag
    ? ["true", "false"]
    : bot.suggest(command.name, key, typed).map((suggestion) => suggestion.value);
  const local = takesWords(key, command.name)
    ? declared.map((one) => localValueName(one, bot.t))
    : declared;
  const suggested = isFlag ? local.filter((one) => one.startsWith(typed)) : local;
  // A trailing space ends the value, unless a suggestion has a space there too.
  const continuing = suggested.filter(
    (one) => !/\s$/.test(given) || one.toLowerCase().startsWith(given.toLowerCase()),
  );
  if (continuing.includes(typed)) return [];
  const start = line.slice(0, line.length - given.length);
  const lines = continuing.map((one) => `${start}${one} `);
  // The terminal replaces the line with the common prefix of several completions. If some of them
  // do not begin with the line, the line itself is added, so that nothing typed is lost.
  const isContinued = lines.every((one) => one.toLowerCase().startsWith(line.toLowerCase()));
  return isContinued || lines.length === 1 ? lines : [line, ...lines];
}

/** Completes the name of an option at the end of a line, if the line does not have it yet. */
function completeOptionName(line: string, command: Command, t: Translate): readonly string[] {
  const [, typed] = /\s([\p{L}\p{N}_-]*)$/u.exec(line) ?? [];
  if (typed === undefined) return [];
  const start = line.slice(0, line.length - typed.length);
  return (
    visibleKeys(command)
      // The text is searched for `name:`: the parser would take the word being typed for a value.
      .filter((key) =>
        everyOptionName(key, command.name).every((name) => !line.includes(` ${name}:`)),
      )
      .flatMap((key) => {
        const names = everyOptionName(key, command.name);
        return firstBeginning([localOptionName(key, t, command.name), ...names], typed);
      })
      .map((name) => `${start}${name}:`)
  );
}

/** Returns the first of some names that begins with the typed text, if one does. */
function firstBeginning(names: readonly string[], begun: string): readonly string[] {
  return names.filter((one) => one.startsWith(begun)).slice(0, 1);
}

function visibleKeys({ options }: Command): readonly string[] {
  return Object.entries(options).flatMap(([key, { hidden }]) => (hidden ? [] : [key]));
}
