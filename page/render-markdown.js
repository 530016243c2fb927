import { element, link } from "./element.js";
import { parseMarkdown } from "./markdown.js";
import { present } from "./payloads.js";
import { say } from "./words.js";

/** @import { Tokens } from "marked" */

/**
 * Renders Markdown as Discord does.
 *
 * @param {string} markdown
 * @returns {HTMLElement}
 */
export function renderMarkdown(markdown) {
  return element("div", "markdown", ...parseMarkdown(markdown).map(renderToken));
}

/**
 * @param {Tokens.Generic} token
 * @returns {Node | string}
 */
function renderToken(token) {
  const inner = () => (token.tokens ?? []).map(renderToken);
  switch (token.type) {
    case "text":
      return token["text"];
    case "paragraph":
      return element("div", "", ...inner());
    case "heading":
      // Every size is below the heading of the message, its author.
      return element("h3", `heading-${token["depth"]}`, ...inner());
    case "subtext":
      return element("small", "subtext", ...inner());
    case "quote":
      return element("blockquote", "", ...inner());
    case "list":
      return renderList(token["items"]);
    case "codeBlock":
      return element("pre", "", element("code", "", token["text"]));
    case "code":
      return element("code", "", token["text"]);
    case "channel":
      return element("span", "mention", token["text"]);
    case "moment":
      return element("span", "mention", describeDistance(token["at"] - present()));
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
      return renderSpoiler(inner());
    default:
      return token.raw;
  }
}

const UNITS = /** @type {const} */ ([
  ["year", 365 * 86_400_000],
  ["month", 30 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
]);

/**
 * Says how far away a moment is: “in 3 days”.
 *
 * @param {number} milliseconds
 */
function describeDistance(milliseconds) {
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang);
  for (const [unit, length] of UNITS) {
    if (Math.abs(milliseconds) < length) continue;
    return format.format(Math.round(milliseconds / length), unit);
  }
  return format.format(Math.round(milliseconds / 1000), "second");
}

/**
 * A line of a list: its indentation, its number or NaN, and its text.
 *
 * @typedef {{ readonly depth: number, readonly number: number, readonly tokens: readonly Tokens.Generic[] }} Item
 */

/**
 * @param {readonly Item[]} items
 * @returns {HTMLElement}
 */
function renderList(items) {
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
        ...(item?.tokens ?? []).map(renderToken),
        ...(below.length > 0 ? [renderList(below)] : []),
      ),
    );
    at = end;
  }
  return list;
}

/**
 * Renders a spoiler, which is hidden until it is clicked.
 *
 * @param {(Node | string)[]} inner
 */
function renderSpoiler(inner) {
  const content = element("span", "spoiler-content", ...inner);
  const cover = element("button", "spoiler", content);
  cover.type = "button";
  cover.setAttribute("aria-label", say("spoiler"));
  content.hidden = true;
  cover.addEventListener("click", () => {
    content.hidden = false;
    cover.replaceWith(content);
  });
  return cover;
}
