import { NOTHING } from "./completion.js";
import { element } from "./element.js";
import { say } from "./words.js";

/** @import { Completion } from "./completion.js" */

/**
 * Creates the list of suggestions above the message box. One may be active while the box keeps the focus.
 *
 * @param {HTMLTextAreaElement} box
 * @param {HTMLElement} panel contains the list
 * @param {HTMLElement} count contains the number of completions
 * @param {(line: string) => void} choose
 */
export function createSuggestionList(box, panel, count, choose) {
  /** @type {Completion} */
  let shown = NOTHING;
  let active = -1;

  // A click must not take the focus from the box.
  panel.addEventListener("pointerdown", (event) => event.preventDefault());

  /** @param {Completion} completion */
  function show(completion) {
    shown = completion;
    const { about, suggestions } = completion;
    panel.hidden = suggestions.length === 0 && about === undefined;
    panel.replaceChildren(
      ...(about ? [element("div", "about", element("b", "", about.name), about.description)] : []),
      ...(suggestions.length > 0 ? [listOf(completion)] : []),
    );
    if (suggestions.length > 0) box.setAttribute("aria-controls", "offers");
    else box.removeAttribute("aria-controls");
    count.textContent =
      suggestions.length > 0 ? say("completion-count", { count: suggestions.length }) : "";
    activate(suggestions[0]?.isLikely ? 0 : -1);
  }

  /** @param {Completion} completion */
  function listOf({ suggestions }) {
    const list = element("ul", "offers");
    list.id = "offers";
    list.role = "listbox";
    list.ariaLabel = say("completions");
    // So that the keyboard can scroll it.
    list.tabIndex = 0;
    for (const [index, { label, hint, line }] of suggestions.entries()) {
      const texts = [element("span", "label", label), element("span", "hint", hint)];
      const item = element("li", "offer", ...texts);
      item.id = `offer-${index}`;
      item.role = "option";
      item.addEventListener("click", () => choose(line));
      list.append(item);
    }
    return list;
  }

  /** @param {number} index */
  function activate(index) {
    active = index;
    for (const [at, item] of panel.querySelectorAll("[role=option]").entries()) {
      item.ariaSelected = String(at === index);
      if (at === index) item.scrollIntoView({ block: "nearest" });
    }
    if (index < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", `offer-${index}`);
  }

  return {
    show,
    /** After a change of the line, keys can no longer choose the completions shown. */
    outdate() {
      shown = NOTHING;
      activate(-1);
    },
    isOpen: () => !panel.hidden,
    /** @returns {string | undefined} */
    active: () => shown.suggestions[active]?.line,
    /** @returns {string | undefined} */
    activeOrFirst: () => shown.suggestions[Math.max(active, 0)]?.line,
    /**
     * @param {number} by
     * @returns {boolean} whether there are completions
     */
    move(by) {
      const { length } = shown.suggestions;
      if (length > 0) activate(active < 0 && by < 0 ? length - 1 : (active + by + length) % length);
      return length > 0;
    },
  };
}
