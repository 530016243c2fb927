import { completeLine, NOTHING } from "./completion.js";
import { findProblem, parseLine } from "./line.js";
import { createSuggestionList } from "./suggestion-list.js";

/**
 * @import { Suggest } from "./completion.js"
 * @import { Command, Line } from "./line.js"
 */

/**
 * The commands that the message box completes, and its callbacks.
 *
 * @typedef {object} ComposerOptions
 * @property {readonly Command[]} commands
 * @property {Suggest} suggest
 * @property {(line: Line) => void} run
 * @property {(text: string) => void} say
 */

/**
 * The elements of the message box: the box itself, the panel of completions, their number for screen readers,
 * and the error of a line.
 *
 * @typedef {object} ComposerElements
 * @property {HTMLTextAreaElement} box
 * @property {HTMLElement} panel
 * @property {HTMLElement} count
 * @property {HTMLElement} wrong
 */

/**
 * Creates the message box. It posts text, and completes and runs lines that begin with a slash.
 *
 * @param {ComposerElements} elements
 * @param {ComposerOptions} options
 */
export function createComposer({ box, panel, count, wrong }, { commands, suggest, run, say }) {
  const suggestions = createSuggestionList(box, panel, count, choose);
  let asked = 0;
  let completing = Promise.resolve();

  function refresh() {
    // The box is as high as its text.
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
    wrong.textContent = "";
    suggestions.outdate();
    completing = complete();
  }

  /** Shows the completions of the line, unless it has changed in the meantime. */
  async function complete() {
    asked += 1;
    const now = asked;
    const typed = box.value.slice(0, box.selectionStart);
    const completion = await completeLine(typed, commands, suggest);
    if (now === asked) suggestions.show(completion);
  }

  function close() {
    asked += 1;
    suggestions.show(NOTHING);
  }

  /** @param {string} line replaces the text before the caret */
  function choose(line) {
    box.value = line + box.value.slice(box.selectionStart).trimStart();
    box.setSelectionRange(line.length, line.length);
    refresh();
  }

  async function chooseWhenCompleted() {
    await completing;
    const line = suggestions.activeOrFirst();
    if (line !== undefined) choose(line);
  }

  function send() {
    const text = box.value.trim();
    const line = parseLine(text, commands);
    const problem = line && findProblem(line);
    close();
    if (text === "") return;
    if (problem !== undefined) {
      wrong.textContent = problem;
      return;
    }
    box.value = "";
    refresh();
    if (line === undefined) say(text);
    else run(line);
  }

  /**
   * Handles keys. A handler returns false to leave the key to the browser.
   *
   * @type {Readonly<Record<string, (event: KeyboardEvent) => boolean>>}
   */
  const keys = {
    ArrowDown: () => suggestions.move(1),
    ArrowUp: () => suggestions.move(-1),
    Tab({ shiftKey }) {
      if (shiftKey || !box.value.startsWith("/") || !suggestions.isOpen()) return false;
      void chooseWhenCompleted();
      return true;
    },
    Enter({ shiftKey }) {
      if (shiftKey) return false;
      const line = suggestions.active();
      if (line === undefined) send();
      else choose(line);
      return true;
    },
    Escape() {
      const wasOpen = suggestions.isOpen();
      close();
      return wasOpen;
    },
  };

  box.addEventListener("keydown", (event) => {
    // While a character is being composed, keys belong to the input method.
    if (!event.isComposing && keys[event.key]?.(event)) event.preventDefault();
  });
  box.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
    box.focus();
  });
  box.addEventListener("input", refresh);
  box.addEventListener("click", refresh);
  box.addEventListener("blur", close);
}
