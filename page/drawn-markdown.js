import { element, link } from "./element.js";
import { tokensOf } from "./markdown.js";

/** @import { Tokens } from "marked" */

/**
 * Markdown as Discord draws it.
 *
 * @param {string} markdown
 * @returns {HTMLElement}
 */
export function drawnMarkdown(markdown) {
  return element("div", "markdown", ...tokensOf(markdown).map(drawn));
}

/**
 * @param {Tokens.Generic} token
 * @returns {Node | string}
 */
function drawn(token) {
  const inner = () => (token.tokens ?? []).map(drawn);
  switch (token.type) {
    case "text":
      return token["text"];
    case "paragraph":
      return element("div", "", ...inner());
    case "heading":
      // However large it is, it stands below the heading that a message has itself.
      return element("h3", `heading-${token["depth"]}`, ...inner());
    case "subtext":
      return element("small", "subtext", ...inner());
    case "quote":
      return element("blockquote", "", ...inner());
    case "list":
      return drawnList(token["items"]);
    case "codeBlock":
      return element("pre", "", element("code", "", token["text"]));
    case "code":
      return element("code", "", token["text"]);
    case "link":
      return link("", token["url"], token["text"]);
    case "strong":
      return element("strong", "", ...inner());
    case "emphasis":
      return element("em", "", ...inner());
    case "underline":
      return element("u", "", ...inner());
    case "strikethrough":
      return element("s", "", ...inner());
    case "spoiler":
      return drawnSpoiler(inner());
    default:
      return token.raw;
  }
}

/** @type {const} */ (["h3", "h4", "h5"]);

/**
 * A line of a list: how far it is indented, its number or NaN, and what it says.
 *
 * @typedef {{ readonly depth: number, readonly number: number, readonly tokens: readonly Tokens.Generic[] }} Item
 */

/**
 * @param {readonly Item[]} items
 * @returns {HTMLElement}
 */
function drawnList(items) {
  const [first] = items;
  const isNumbered = first !== undefined && !Number.isNaN(first.number);
  const list = isNumbered ? element("ol", "") : element("ul", "");
  if (list instanceof HTMLOListElement) list.start = first?.number ?? 1;
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    const next = items.findIndex(({ depth }, index) => index > at && depth <= (item?.depth ?? 0));
    const end = next < 0 ? items.length : next;
    const below = items.slice(at + 1, end);
    list.append(
      element(
        "li",
        "",
        ...(item?.tokens ?? []).map(drawn),
        ...(below.length > 0 ? [drawnList(below)] : []),
      ),
    );
    at = end;
  }
  return list;
}

/**
 * Hidden until it is pressed.
 *
 * @param {(Node | string)[]} inner
 */
function drawnSpoiler(inner) {
  const content = element("span", "spoiler-content", ...inner);
  const cover = element("button", "spoiler", content);
  cover.type = "button";
  cover.setAttribute("aria-label", "Spoiler");
  content.hidden = true;
  cover.addEventListener("click", () => {
    content.hidden = false;
    cover.replaceWith(content);
  });
  return cover;
}
