import { button, element } from "./element.js";
import { snowflake } from "./payloads.js";
import { say } from "./words.js";

/** @import { APIStringSelectComponent } from "discord-api-types/v10" */

/**
 * Renders a select menu: a button that opens a list, and the list.
 *
 * @param {APIStringSelectComponent} select
 * @param {(values: string[]) => void} pick
 * @returns {HTMLElement}
 */
export function renderSelect({ options, placeholder = say("select"), max_values, disabled }, pick) {
  const isSingle = (max_values ?? 1) === 1;
  const chosen = new Set(options.filter((option) => option.default).map(({ value }) => value));
  const opener = button("select", "", () => (list.hidden ? open() : close()));
  const list = element("ul", "select-options");
  const whole = element("div", "select-menu", opener, list);
  const id = `select-${snowflake()}`;
  let active = 0;
  let isTouched = false;

  opener.disabled = disabled === true;
  opener.ariaHasPopup = "listbox";
  list.role = "listbox";
  list.tabIndex = -1;
  list.ariaLabel = placeholder;
  list.ariaMultiSelectable = String(!isSingle);
  list.hidden = true;
  for (const [index, { label, description = "" }] of options.entries()) {
    const item = element(
      "li",
      "",
      element("span", "label", label),
      element("span", "hint", description),
    );
    item.role = "option";
    item.id = `${id}-${index}`;
    item.addEventListener("click", () => choose(index));
    list.append(item);
  }
  show();

  function show() {
    const labels = options.filter(({ value }) => chosen.has(value)).map(({ label }) => label);
    opener.textContent = labels.join(", ") || placeholder;
    opener.ariaExpanded = String(!list.hidden);
    for (const [index, item] of [...list.children].entries()) {
      item.ariaSelected = String(chosen.has(options[index]?.value ?? ""));
      item.classList.toggle("active", index === active);
    }
    const current = list.children[active];
    if (current === undefined) return;
    list.setAttribute("aria-activedescendant", current.id);
    if (!list.hidden) current.scrollIntoView({ block: "nearest" });
  }

  function open() {
    list.hidden = false;
    show();
    list.scrollIntoView({ block: "nearest" });
    list.focus({ preventScroll: true });
  }

  function close() {
    if (list.hidden) return;
    const hadFocus = list.contains(document.activeElement);
    list.hidden = true;
    show();
    if (hadFocus) opener.focus();
    // As in Discord, several are sent when the list closes.
    if (!isSingle && isTouched) pick([...chosen]);
    isTouched = false;
  }

  /** @param {number} index */
  function choose(index) {
    const value = options[index]?.value;
    if (value === undefined) return;
    active = index;
    isTouched = true;
    if (isSingle) chosen.clear();
    if (chosen.has(value)) chosen.delete(value);
    else chosen.add(value);
    if (!isSingle) return show();
    close();
    pick([value]);
  }

  /** @type {Readonly<Record<string, () => void>>} */
  const keys = {
    ArrowDown: () => move(active + 1),
    ArrowUp: () => move(active - 1),
    Home: () => move(0),
    End: () => move(options.length - 1),
    Enter: () => choose(active),
    " ": () => choose(active),
    Escape: close,
    Tab: close,
  };

  /** @param {number} index */
  function move(index) {
    active = Math.min(Math.max(index, 0), options.length - 1);
    show();
  }

  list.addEventListener("keydown", (event) => {
    keys[event.key]?.();
    if (event.key in keys && event.key !== "Tab") event.preventDefault();
  });
  whole.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (!(next instanceof Node && whole.contains(next))) close();
  });
  return whole;
}
