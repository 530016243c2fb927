import { button } from "./element.js";

/** @import { Command } from "./line.js" */

/** What is asked first, of any corpus. */
const FIRST = ["/quote", "/about", "/help"];

/**
 * Shows examples to press, as far as there are such commands.
 *
 * @param {HTMLElement} place
 * @param {readonly Command[]} commands
 * @param {(line: string) => void} press
 */
export function showExamples(place, commands, press) {
  const lines = FIRST.filter((line) => commands.some(({ name }) => line === `/${name}`));
  place.replaceChildren(...lines.map((line) => button("example", line, () => press(line))));
}
