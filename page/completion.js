import { escapeValue, parseLine } from "./line.js";
import { ownChannelName } from "./payloads.js";
import { BOOLEAN, CHANNEL } from "./protocol-constants.js";
import { say } from "./words.js";

/** @import { Command, Line, TypedOption } from "./line.js" */

/**
 * One suggestion: its label and hint, the line that it makes, and whether Enter chooses it by default.
 *
 * @typedef {object} Suggestion
 * @property {string} label
 * @property {string} hint
 * @property {string} line
 * @property {boolean} isLikely
 */

/**
 * The suggestions for a line. `about` is the option being typed.
 *
 * @typedef {{ readonly about?: TypedOption["option"], readonly suggestions: readonly Suggestion[] }} Completion
 */

/**
 * Returns the bot’s choices for the option being typed.
 *
 * @typedef {(line: Line, focused: TypedOption) => Promise<readonly Choice[]>} Suggest
 * @typedef {{ readonly name: string, readonly value: string | number }} Choice
 */

/** @type {Completion} */
export const NOTHING = { suggestions: [] };

/**
 * Completes a line up to the caret as Discord does: commands, then options, then values.
 *
 * @param {string} typed
 * @param {readonly Command[]} commands
 * @param {Suggest} suggest
 * @returns {Promise<Completion>}
 */
export async function completeLine(typed, commands, suggest) {
  const begun = /^\/(\S*|\S+ \S*)$/.exec(typed)?.[1]?.toLowerCase();
  const line = parseLine(typed, commands);
  if (begun !== undefined && (line === undefined || !begun.includes(" "))) {
    return { suggestions: commandSuggestions(begun, commands) };
  }
  if (line === undefined) return NOTHING;

  const focused = line.given.at(-1);
  const values = focused === undefined ? [] : await valueSuggestions(typed, line, focused, suggest);
  const options = optionSuggestions(typed, line);
  const suggestions = focused?.isBare === true ? [...options, ...values] : [...values, ...options];
  return focused === undefined ? { suggestions } : { about: focused.option, suggestions };
}

/**
 * @param {string} begun
 * @param {readonly Command[]} commands
 * @returns {Suggestion[]}
 */
function commandSuggestions(begun, commands) {
  const found = commands.filter(({ name }) => name.includes(begun));
  const first = found.toSorted(
    (one, other) => Number(other.name.startsWith(begun)) - Number(one.name.startsWith(begun)),
  );
  return first.map(({ name, description, options }) => {
    const required = options.find((option) => option.required);
    const line = `/${name} ${required === undefined ? "" : `${required.name}:`}`;
    return { label: `/${name}`, hint: description, line, isLikely: true };
  });
}

/**
 * @param {string} typed
 * @param {Line} line
 * @param {TypedOption} focused
 * @param {Suggest} suggest
 * @returns {Promise<Suggestion[]>}
 */
async function valueSuggestions(typed, line, focused, suggest) {
  const choices = await choicesOf(line, focused, suggest);
  const { option, value, start, isBare } = focused;
  const begin = `${typed.slice(0, start)}${isBare ? `${option.name}:` : ""}`;
  const continuesValue = /\s$/.test(typed) && value !== "";
  return choices
    .filter(
      (choice) =>
        !continuesValue || String(choice.value).toLowerCase().startsWith(`${value.toLowerCase()} `),
    )
    .filter((choice) => String(choice.value) !== value)
    .map((choice) => ({
      label: choice.name,
      hint: "",
      line: `${begin}${escapeValue(String(choice.value))} `,
      isLikely: !choices.some((one) => String(one.value) === value),
    }));
}

/**
 * @param {Line} line
 * @param {TypedOption} focused
 * @param {Suggest} suggest
 * @returns {Promise<readonly Choice[]>}
 */
async function choicesOf(line, focused, suggest) {
  const { option, value } = focused;
  const begins = (/** @type {Choice} */ { name }) =>
    name.toLowerCase().includes(value.toLowerCase());
  if (option.type === BOOLEAN) return flags().filter(begins);
  if (option.type === CHANNEL) return channels().filter(begins);
  if ("choices" in option && option.choices) return option.choices.filter(begins);
  return "autocomplete" in option && option.autocomplete ? suggest(line, focused) : [];
}

/** Returns the choices of an option that is true or false, in the page’s language. */
function flags() {
  return [say("true"), say("false")].map((name) => ({ name, value: name.toLowerCase() }));
}

/** Returns the only channel, as the choice of an option. */
function channels() {
  const name = ownChannelName();
  return [{ name, value: name }];
}

/**
 * @param {string} typed
 * @param {Line} line
 * @returns {Suggestion[]}
 */
function optionSuggestions(typed, { command, given }) {
  const focused = given.at(-1);
  const begun = /\s([\p{L}\p{N}_-]*)$/u.exec(typed)?.[1]?.toLowerCase();
  if (begun === undefined || focused?.value === "") return [];
  const named = given.filter(({ isBare }) => !isBare);
  const rest = command.options.filter((option) => !named.some((one) => one.option === option));
  return rest
    .filter(({ name }) => name.startsWith(begun))
    .map(({ name, description, required }) => ({
      label: `${name}:`,
      hint: description,
      line: `${typed.slice(0, typed.length - begun.length)}${name}:`,
      isLikely: required === true || (begun !== "" && focused?.isBare !== false),
    }));
}
