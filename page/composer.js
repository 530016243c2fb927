import { completionOf, NOTHING } from "./completion.js";
import { lineOf, problemOf } from "./line.js";
import { createOffers } from "./offers.js";

/**
 * @import { Suggest } from "./completion.js"
 * @import { Command, Line } from "./line.js"
 */

/**
 * What the message box is for.
 *
 * @typedef {object} Purpose
 * @property {readonly Command[]} commands
 * @property {Suggest} suggest
 * @property {(line: Line) => void} run
 * @property {(text: string) => void} say
 */

/**
 * Its parts: the box, where completions are shown, where their number is told, and what is wrong with a line.
 *
 * @typedef {object} Parts
 * @property {HTMLTextAreaElement} box
 * @property {HTMLElement} panel
 * @property {HTMLElement} count
 * @property {HTMLElement} wrong
 */

/**
 * The message box: text is said, a line that begins with a slash is completed and run.
 *
 * @param {Parts} parts
 * @param {Purpose} purpose
 */
export function createComposer({ box, panel, count, wrong }, { commands, suggest, run, say }) {
  const offers = createOffers(box, panel, count, choose);
  let asked = 0;
  let completing = Promise.resolve();

  function changed() {
    // As high as what is written.
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
    wrong.textContent = "";
    offers.outdate();
    completing = complete();
  }

  /** Shows what the line can go on with, unless it has gone on meanwhile. */
  async function complete() {
    asked += 1;
    const now = asked;
    const typed = box.value.slice(0, box.selectionStart);
    const completion = await completionOf(typed, commands, suggest);
    if (now === asked) offers.show(completion);
  }

  function close() {
    asked += 1;
    offers.show(NOTHING);
  }

  /** @param {string} line what stands before the caret from now on */
  function choose(line) {
    box.value = line + box.value.slice(box.selectionStart).trimStart();
    box.setSelectionRange(line.length, line.length);
    changed();
  }

  async function chooseWhenCompleted() {
    await completing;
    const line = offers.activeOrFirst();
    if (line !== undefined) choose(line);
  }

  function send() {
    const text = box.value.trim();
    const line = lineOf(text, commands);
    const problem = line && problemOf(line);
    close();
    if (text === "") return;
    if (problem !== undefined) {
      wrong.textContent = problem;
      return;
    }
    box.value = "";
    changed();
    if (line === undefined) say(text);
    else run(line);
  }

  /**
   * What a key does; false where it does what it does anywhere.
   *
   * @type {Readonly<Record<string, (event: KeyboardEvent) => boolean>>}
   */
  const keys = {
    ArrowDown: () => offers.move(1),
    ArrowUp: () => offers.move(-1),
    Tab({ shiftKey }) {
      if (shiftKey || !box.value.startsWith("/") || !offers.isOpen()) return false;
      void chooseWhenCompleted();
      return true;
    },
    Enter({ shiftKey }) {
      if (shiftKey) return false;
      const line = offers.active();
      if (line === undefined) send();
      else choose(line);
      return true;
    },
    Escape() {
      const wasOpen = offers.isOpen();
      close();
      return wasOpen;
    },
  };

  box.addEventListener("keydown", (event) => {
    // A key may belong to the making of a character.
    if (!event.isComposing && keys[event.key]?.(event)) event.preventDefault();
  });
  box.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
    box.focus();
  });
  box.addEventListener("input", changed);
  box.addEventListener("click", changed);
  box.addEventListener("blur", close);
}
