import { button } from "./element.js";

/** @import { Command } from "./line.js" */

/** Commands that work with any corpus. */
const FIRST = ["/quote", "/about", "/help"];

/**
 * Shows examples to click, if the bot has these commands.
 *
 * @param {HTMLElement} place
 * @param {readonly Command[]} commands
 * @param {(line: string) => void} press
 */
export function showExamples(place, commands, press) {
  const lines = FIRST.filter((line) => commands.some(({ name }) => line === `/${name}`));
  place.replaceChildren(...lines.map((line) => button("example", line, () => press(line))));
}
