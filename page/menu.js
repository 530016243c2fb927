import { button, element } from "./element.js";
import { say } from "./words.js";

/**
 * An entry of a menu.
 *
 * @typedef {{ readonly label: string, readonly choose: () => void }} Entry
 */

/**
 * Opens the menu of a message. It closes when an entry is chosen or the focus leaves it.
 *
 * @param {readonly Entry[]} entries
 * @param {{ readonly x: number, readonly y: number }} at
 */
export function openMenu(entries, { x, y }) {
  const before = document.activeElement;
  const items = entries.map(({ label, choose }) => {
    const item = button("", label, () => {
      close();
      choose();
    });
    item.role = "menuitem";
    item.tabIndex = -1;
    return item;
  });
  const menu = element("div", "menu", element("span", "menu-title", say("apps")), ...items);
  menu.role = "menu";
  menu.ariaLabel = say("apps");
  menu.firstElementChild?.setAttribute("aria-hidden", "true");

  let isOpen = true;

  function close() {
    if (!isOpen) return;
    isOpen = false;
    const hadFocus = menu.contains(document.activeElement);
    menu.remove();
    if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
  }

  /** @param {number} index */
  function focus(index) {
    items.at(index % items.length)?.focus();
  }

  menu.addEventListener("keydown", (event) => {
    const index = items.findIndex((item) => item.matches(":focus"));
    if (event.key === "ArrowDown") focus(index + 1);
    else if (event.key === "ArrowUp") focus(index - 1);
    else if (event.key === "Home") focus(0);
    else if (event.key === "End") focus(-1);
    else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.preventDefault();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && menu.contains(relatedTarget))) close();
  });

  document.querySelector("main")?.append(menu);
  const { innerWidth, innerHeight } = window;
  menu.style.left = `${Math.max(Math.min(x, innerWidth - menu.offsetWidth - MARGIN), MARGIN)}px`;
  menu.style.top = `${Math.max(Math.min(y, innerHeight - menu.offsetHeight - MARGIN), MARGIN)}px`;
  focus(0);
}

/** The least distance between the menu and the edge of the window, in pixels. */
const MARGIN = 8;
