import { button } from "./element.js";

/** The maximum number of examples: as many as a phone shows in a few rows. */
const MAX_EXAMPLES = 5;

/**
 * Shows lines with values of the corpus to click, and the command that lists all others.
 *
 * @param {HTMLElement} place
 * @param {readonly string[]} lines
 * @param {(line: string) => void} press
 */
export function showExamples(place, lines, press) {
  const help = lines.filter((line) => line === "/help");
  const others = lines.filter((line) => line !== "/help").slice(0, MAX_EXAMPLES);
  place.replaceChildren(
    ...[...others, ...help].map((line) => button("example", line, () => press(line))),
  );
}
