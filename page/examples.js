import { button, element } from "./element.js";
import { say } from "./words.js";

/**
 * The name and the size of a corpus in words, and lines to type that show it at its best. A line without a kind is just an example of
 * its command.
 *
 * @typedef {{
 *   readonly title?: string,
 *   readonly documents: string,
 *   readonly help: string,
 *   readonly hasClock: boolean,
 *   readonly examples: readonly { readonly line: string, readonly kind?: string }[],
 * }} Introduction
 */

/**
 * Says which corpus answers, and shows lines to click: the examples, and the command that lists all others.
 * `describe` returns the description of a line’s command.
 *
 * @param {{ readonly corpus: HTMLElement, readonly examples: HTMLElement }} places
 * @param {Introduction} introduction
 * @param {{ press(line: string): void, describe(line: string): string }} uses
 */
export function welcome(places, { title, documents, examples, help }, { press, describe }) {
  places.corpus.textContent = say(title === undefined ? "corpus" : "corpus-titled", {
    title,
    documents,
  });
  places.examples.replaceChildren(
    ...examples.map(({ line, kind }) => {
      const made = button("example", "", () => press(line));
      const heading = (kind && say(`kind-${kind}`)) || describe(line);
      made.append(element("span", "example-kind", heading), element("span", "example-line", line));
      return made;
    }),
    button("example all", help, () => press(help)),
  );
}

/**
 * Whether a value is an introduction.
 *
 * @param {unknown} value
 * @returns {value is Introduction}
 */
export function isIntroduction(value) {
  if (typeof value !== "object" || value === null) return false;
  return (
    "documents" in value &&
    typeof value.documents === "string" &&
    "help" in value &&
    typeof value.help === "string" &&
    "hasClock" in value &&
    typeof value.hasClock === "boolean" &&
    (!("title" in value) || typeof value.title === "string") &&
    "examples" in value &&
    Array.isArray(value.examples) &&
    value.examples.every((one) => typeof one?.line === "string")
  );
}
