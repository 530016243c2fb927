import { CHANNEL_ID, ownChannelName } from "./payloads.js";
import { BOOLEAN, CHANNEL, INTEGER, NUMBER, STRING, SUBCOMMAND } from "./protocol-constants.js";
import { say } from "./words.js";

/**
 * @import {
 *   APIApplicationCommandBasicOption as Option,
 *   APIApplicationCommandSubcommandOption as Subcommand,
 *   ApplicationCommandOptionType,
 * } from "discord-api-types/v10"
 */

/**
 * A slash command to type, by its name in the page’s language. `sent` is its declared name, which Discord sends.
 *
 * @typedef {object} Command
 * @property {string} id
 * @property {string} name
 * @property {string} sent
 * @property {string} description
 * @property {readonly NamedOption[]} options
 *
 * @typedef {Option & { readonly sent: string }} NamedOption
 */

/**
 * A command as an application registers it, perhaps with subcommands instead of options.
 *
 * @typedef {Localized & { readonly id: string, readonly options: readonly (Option | Subcommand)[] }} RegisteredCommand
 */

/**
 * The texts of a command or an option, and those in other languages.
 *
 * @typedef {object} Localized
 * @property {string} name
 * @property {Readonly<Record<string, string | null>> | null} [name_localizations]
 * @property {string} description
 * @property {Readonly<Record<string, string | null>> | null} [description_localizations]
 */

/**
 * @param {Pick<Localized, "name" | "name_localizations">} named
 * @param {string} language
 */
export function localName({ name, name_localizations: names }, language) {
  return textIn(names, language) ?? name;
}

/**
 * @param {Localized} described
 * @param {string} language
 */
function localDescription({ description, description_localizations: texts }, language) {
  return textIn(texts, language) ?? description;
}

/**
 * Returns the text for a language among those for locales such as en-US.
 *
 * @param {Localized["name_localizations"]} texts
 * @param {string} language
 */
function textIn(texts, language) {
  const found = Object.entries(texts ?? {}).find(
    ([locale]) => locale === language || locale.startsWith(`${language}-`),
  );
  return found?.[1] ?? undefined;
}

/**
 * Returns the commands that can be typed: a subcommand is one with a name of two words.
 *
 * @param {readonly RegisteredCommand[]} registered
 * @param {string} language
 * @returns {readonly Command[]}
 */
export function typedCommands(registered, language) {
  const named = (/** @type {readonly Option[]} */ options) =>
    options.map((option) => ({
      ...option,
      sent: option.name,
      name: localName(option, language),
      description: localDescription(option, language),
    }));
  return registered.flatMap((command) => {
    const { id, name: sent, options } = command;
    const name = localName(command, language);
    const subcommands = options.filter((option) => option.type === SUBCOMMAND);
    if (subcommands.length > 0) {
      return subcommands.map((one) => ({
        id,
        sent: `${sent} ${one.name}`,
        name: `${name} ${localName(one, language)}`,
        description: localDescription(one, language),
        options: named(one.options ?? []),
      }));
    }
    return [
      {
        id,
        sent,
        name,
        description: localDescription(command, language),
        options: named(options.filter((option) => option.type !== SUBCOMMAND)),
      },
    ];
  });
}

/**
 * An option as typed: the start of its value in the line, and whether its name is omitted.
 *
 * @typedef {object} TypedOption
 * @property {NamedOption} option
 * @property {string} value
 * @property {number} start
 * @property {boolean} isBare
 */

/**
 * A slash command as typed. `stray` is text that belongs to none of its options.
 *
 * @typedef {{ readonly command: Command, readonly given: readonly TypedOption[], readonly stray: string }} Line
 */

/**
 * Parses a line such as `/quote topic:storms`. A value extends to the next option of the command; a colon that
 * would begin one is written `\:`. Words before the first option are the value of the command’s first text
 * option. Returns undefined if the line is not a command.
 *
 * @param {string} line
 * @param {readonly Command[]} commands
 * @returns {Line | undefined}
 */
export function parseLine(line, commands) {
  const called = (/** @type {RegExp} */ pattern) => {
    const [begin = "", name = ""] = pattern.exec(line) ?? [];
    const typed = name.toLowerCase();
    const command =
      commands.find((one) => one.name === typed) ?? commands.find((one) => one.sent === typed);
    return command && { begin, command };
  };
  // A subcommand has a name of two words.
  const found = called(/^\/(\S+ \S+)\s*/) ?? called(/^\/(\S+)\s*/);
  if (found === undefined) return undefined;
  const { begin, command } = found;

  const begun = command.options.flatMap((option) => {
    const match = new RegExp(`(?<!\\S)(?:${option.name}|${option.sent}):\\s*`, "iu").exec(line);
    return match ? [{ option, index: match.index, start: match.index + match[0].length }] : [];
  });
  const inOrder = begun.toSorted((one, other) => one.index - other.index);
  const given = inOrder.map(({ option, start }, at) => ({
    option,
    start,
    isBare: false,
    value: unescapeValue(line.slice(start, inOrder[at + 1]?.index).trim()),
  }));
  const bare = unescapeValue(line.slice(begin.length, inOrder[0]?.index).trim());
  const first = command.options.find(({ type }) => type === STRING);
  if (bare === "" || first === undefined || begun.some(({ option }) => option === first)) {
    return { command, given, stray: bare };
  }
  const implied = { option: first, start: begin.length, value: bare, isBare: true };
  return { command, given: [implied, ...given], stray: "" };
}

/**
 * A value so that `parseLine` reads it back.
 *
 * @param {string} value
 * @returns {string}
 */
export function escapeValue(value) {
  return value.replace(/(?<!\S)([\p{L}\p{N}_-]+):/gu, "$1\\:");
}

/** @param {string} value */
function unescapeValue(value) {
  return value.replaceAll("\\:", ":");
}

/**
 * Returns the reason for which Discord would not send a line, or undefined.
 *
 * @param {Line} line
 * @returns {string | undefined}
 */
export function findProblem({ command, given, stray }) {
  if (stray !== "") return say("stray", { command: command.name, text: stray });
  const wrong = given.map(valueProblem).find((problem) => problem !== undefined);
  if (wrong !== undefined) return wrong;
  const missing = command.options.find(
    (option) => option.required && !given.some((one) => one.option === option),
  );
  return missing && say("missing", { name: missing.name });
}

/**
 * @param {TypedOption} given
 * @returns {string | undefined}
 */
function valueProblem({ option, value }) {
  const { name, type } = option;
  if (value === "") return say("empty", { name });
  switch (type) {
    case STRING: {
      const { min_length = 0, max_length = 6000, choices } = { choices: undefined, ...option };
      if (choices) return choiceProblem(name, value, choices);
      if (value.length >= min_length && value.length <= max_length) return undefined;
      return say("length", { name, min: min_length, max: max_length });
    }
    case INTEGER:
    case NUMBER: {
      const { min_value = -Infinity, max_value = Infinity } = option;
      const number = Number(value);
      const isNumber = type === INTEGER ? Number.isInteger(number) : Number.isFinite(number);
      if (isNumber && number >= min_value && number <= max_value) return undefined;
      return say("range", { name, min: min_value, max: max_value });
    }
    case BOOLEAN:
      return flagOf(value) === undefined ? say("flag", { name }) : undefined;
    case CHANNEL:
      return value === ownChannelName() ? undefined : say("choice", { name });
    default:
      return say("kind", { name });
  }
}

/**
 * @param {string} name
 * @param {string} value
 * @param {readonly { readonly value: string | number }[]} choices
 */
function choiceProblem(name, value, choices) {
  const isChoice = choices.some((choice) => String(choice.value) === value);
  return isChoice ? undefined : say("choice", { name });
}

/**
 * Returns whether a typed value is true, in English or in the page’s language. Undefined if it is neither true nor false.
 *
 * @param {string} value
 */
function flagOf(value) {
  const typed = value.toLowerCase();
  if (typed === "true" || typed === say("true").toLowerCase()) return true;
  return typed === "false" || typed === say("false").toLowerCase() ? false : undefined;
}

/**
 * Returns an option as Discord sends it. The line must have no problem.
 *
 * @param {TypedOption} given
 */
export function toOption({ option: { sent: name, type }, value }) {
  switch (type) {
    case INTEGER:
      return { name, type, value: Number(value) };
    case NUMBER:
      return { name, type, value: Number(value) };
    case BOOLEAN:
      return { name, type, value: flagOf(value) === true };
    case CHANNEL:
      return { name, type, value: CHANNEL_ID };
    default:
      return { name, type: STRING_TYPE, value };
  }
}

/**
 * Returns an option as Discord sends it while an option of the line is being typed.
 *
 * @param {TypedOption} given
 * @param {boolean} isFocused
 */
export function toAutocompleteOption({ option: { sent: name, type }, value }, isFocused) {
  const focus = isFocused ? { focused: true } : {};
  switch (type) {
    case INTEGER:
      return { name, type, value, ...focus };
    case NUMBER:
      return { name, type, value, ...focus };
    case BOOLEAN:
      return { name, type, value: flagOf(value) === true };
    case CHANNEL:
      return { name, type, value: CHANNEL_ID };
    default:
      return { name, type: STRING_TYPE, value, ...focus };
  }
}

/** @type {ApplicationCommandOptionType.String} */
const STRING_TYPE = STRING;
