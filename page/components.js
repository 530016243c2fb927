import { button, element, link } from "./element.js";
import {
  ACTION_ROW,
  BUTTON,
  CONTAINER,
  FILE,
  LINK_BUTTON,
  PREMIUM_BUTTON,
  SECTION,
  SEPARATOR,
  STRING_SELECT,
  TEXT_DISPLAY,
} from "./protocol-constants.js";
import { renderMarkdown } from "./render-markdown.js";
import { renderSelect } from "./select.js";
import { say } from "./words.js";

/**
 * @import {
 *   APIButtonComponent,
 *   APIContainerComponent,
 *   APIMessageComponent,
 *   APISeparatorComponent,
 * } from "discord-api-types/v10"
 */

/**
 * Handlers for the use of a message’s components, and the addresses of its files.
 *
 * @typedef {object} ComponentHandlers
 * @property {(customId: string) => void} press
 * @property {(customId: string, values: string[]) => void} pick
 * @property {(url: string) => string | undefined} addressOf
 */

/**
 * Renders a component as Discord does. An unsupported one is rendered as a sentence that says so.
 *
 * @param {APIMessageComponent} component
 * @param {ComponentHandlers} handlers
 * @returns {HTMLElement}
 */
export function renderComponent(component, handlers) {
  const inner = (/** @type {APIMessageComponent} */ part) => renderComponent(part, handlers);
  switch (component.type) {
    case CONTAINER:
      return renderContainer(component, component.components.map(inner));
    case TEXT_DISPLAY:
      return renderMarkdown(component.content);
    case SEPARATOR:
      return renderSeparator(component);
    case SECTION:
      return element(
        "div",
        "section",
        element("div", "section-texts", ...component.components.map(inner)),
        inner(component.accessory),
      );
    case ACTION_ROW:
      return element("div", "row", ...component.components.map(inner));
    case BUTTON:
      return renderButton(component, handlers);
    case STRING_SELECT:
      return renderSelect(component, (values) => handlers.pick(component.custom_id, values));
    case FILE:
      return renderFile(component.file.url, component.name ?? "", component.size ?? 0, handlers);
    default:
      return renderUnsupported(say("component", { type: component.type }));
  }
}

/**
 * @param {APIContainerComponent} container
 * @param {readonly HTMLElement[]} children
 */
function renderContainer({ accent_color }, children) {
  const drawn = element("div", "container", ...children);
  if (typeof accent_color === "number") {
    drawn.style.setProperty("--accent", `#${accent_color.toString(16).padStart(6, "0")}`);
  }
  return drawn;
}

/** @param {APISeparatorComponent} separator */
function renderSeparator({ divider = true, spacing = 1 }) {
  const drawn = element("hr", spacing === 1 ? "" : "wide");
  drawn.classList.toggle("undivided", !divider);
  return drawn;
}

const STYLES = /** @type {const} */ ({
  1: "primary",
  2: "secondary",
  3: "success",
  4: "danger",
  5: "secondary",
  6: "primary",
});

/**
 * @param {APIButtonComponent} component
 * @param {ComponentHandlers} handlers
 */
function renderButton(component, handlers) {
  const { style, disabled = false } = component;
  const className = `button ${STYLES[style]}`;
  if (style === LINK_BUTTON && !disabled) {
    return link(className, component.url, labelOf(component), element("span", "external"));
  }
  const drawn = button(className, labelOf(component), () => {
    if ("custom_id" in component) handlers.press(component.custom_id);
  });
  drawn.disabled = disabled;
  return drawn;
}

/** @param {APIButtonComponent} component */
function labelOf(component) {
  if (component.style === PREMIUM_BUTTON) return "Premium";
  const emoji = component.emoji?.name ?? "";
  return [emoji, component.label ?? ""].filter((part) => part !== "").join(" ");
}

/**
 * Renders a sentence that this page does not support something.
 *
 * @param {string} what
 */
export function renderUnsupported(what) {
  return element("p", "undrawn", say("unsupported", { what }));
}

/**
 * Renders a file with a link to download it.
 *
 * @param {string} url
 * @param {string} name
 * @param {number} size in bytes
 * @param {Pick<ComponentHandlers, "addressOf">} handlers
 */
export function renderFile(url, name, size, { addressOf }) {
  const address = addressOf(url);
  const title = element(address === undefined ? "span" : "a", "file-name", name);
  if (address !== undefined && title instanceof HTMLAnchorElement) {
    title.href = address;
    title.download = name;
  }
  return element(
    "div",
    "file",
    element("span", "file-icon"),
    element("div", "", title, element("div", "file-size", sizeOf(size))),
  );
}

/** @param {number} bytes */
function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(2)} KB` : `${(kilobytes / 1024).toFixed(2)} MB`;
}
