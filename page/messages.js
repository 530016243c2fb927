import { renderComponent, renderFile, renderUnsupported } from "./components.js";
import { renderMarkdown } from "./drawn-markdown.js";
import { button, element } from "./element.js";
import { IBID, isEphemeral } from "./payloads.js";

/**
 * @import { APIMessage } from "discord-api-types/v10"
 * @import { Use } from "./components.js"
 */

/**
 * Handlers for the use of a message.
 *
 * @typedef {object} Reader
 * @property {(shown: Shown, customId: string, values?: string[]) => void} press
 * @property {(shown: Shown, at: { readonly x: number, readonly y: number }) => void} open
 * @property {Use["addressOf"]} addressOf
 */

/**
 * A message on the page, with its origin: “You used /quote”.
 *
 * @typedef {{ message: APIMessage, readonly article: HTMLElement, readonly origin: string }} Shown
 */

/**
 * Creates the list of messages, the newest at the end.
 *
 * @param {HTMLElement} log
 * @param {Reader} reader
 */
export function createMessages(log, reader) {
  // So that the keyboard can scroll it.
  log.tabIndex = 0;

  /**
   * Shows that an answer is pending. Returns a function that removes the note.
   *
   * @param {string} origin
   */
  function wait(origin) {
    const text = element("p", "waiting", "Sending command…");
    const article = element("article", "message", ...headOf(IBID.global_name, origin), text);
    add(article);
    return () => article.remove();
  }

  /**
   * @param {APIMessage} message
   * @param {string} [origin]
   */
  function post(message, origin = "") {
    const article = element("article", "message");
    article.tabIndex = -1;
    /** @type {Shown} */
    const shown = { message, article, origin };
    article.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      reader.open(shown, menuPoint(event, article));
    });
    article.addEventListener("keydown", (event) => {
      if (event.key !== "ContextMenu" && !(event.key === "F10" && event.shiftKey)) return;
      event.preventDefault();
      reader.open(shown, pointBelow(event.target instanceof Element ? event.target : article));
    });
    draw(shown);
    add(article);
  }

  /**
   * Replaces a message. It keeps the focus.
   *
   * @param {Shown} shown
   * @param {APIMessage} message
   */
  function change(shown, message) {
    const hadFocus = shown.article.contains(document.activeElement);
    shown.message = message;
    draw(shown);
    if (hadFocus) shown.article.focus({ preventScroll: true });
  }

  /** @param {Shown} shown */
  function draw(shown) {
    const { message, article, origin } = shown;
    const { author, content, components = [], embeds, attachments } = message;
    const { timestamp, edited_timestamp } = message;
    /** @type {Use} */
    const use = {
      press: (customId) => reader.press(shown, customId),
      pick: (customId, values) => reader.press(shown, customId, values),
      addressOf: reader.addressOf,
    };
    const isPrivate = isEphemeral(message);
    article.classList.toggle("ephemeral", isPrivate);
    article.replaceChildren(
      ...headOf(author.global_name ?? author.username, origin, new Date(timestamp)),
      ...(content === "" ? [] : [renderMarkdown(content)]),
      ...components.map((component) => renderComponent(component, use)),
      ...embeds.map(() => renderUnsupported("an embed")),
      ...attachments.map(({ url, filename, size }) => renderFile(url, filename, size, use)),
      ...(edited_timestamp === null ? [] : [element("span", "edited", "(edited)")]),
      ...(isPrivate ? [dismissal(article)] : []),
      more(shown),
    );
  }

  /** @param {Shown} shown */
  function more(shown) {
    const opener = button("more", "⋯", () => reader.open(shown, pointBelow(opener)));
    opener.ariaLabel = "More";
    opener.ariaHasPopup = "menu";
    return opener;
  }

  /**
   * Shows that an interaction failed, in the message or as a new one.
   *
   * @param {string} origin
   * @param {HTMLElement} [article]
   */
  function fail(origin, article) {
    const failure = element("p", "failure", "This interaction failed");
    if (article !== undefined) {
      article.append(failure);
      return;
    }
    const notice = element(
      "article",
      "message ephemeral",
      ...headOf(IBID.global_name, origin),
      failure,
    );
    notice.append(dismissal(notice));
    add(notice);
  }

  /** @param {HTMLElement} article */
  function add(article) {
    log.append(article);
    log.scrollTop = log.scrollHeight;
  }

  return { wait, post, change, fail };
}

/** @param {HTMLElement} article */
function dismissal(article) {
  const dismiss = button("dismiss", "Dismiss message", () => {
    article.parentElement?.focus();
    article.remove();
  });
  return element("p", "privacy", element("span", "eye"), "Only you can see this · ", dismiss);
}

/**
 * @param {string | null} name
 * @param {string} origin
 * @param {Date} [date]
 */
function headOf(name, origin, date = new Date()) {
  const isBot = name === IBID.global_name;
  const time = element(
    "time",
    "",
    date.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" }),
  );
  time.dateTime = date.toISOString();
  const author = element("h2", "author", element("span", isBot ? "name bot" : "name", name ?? ""));
  if (isBot) author.append(element("span", "tag", "APP"));
  author.append(time);
  const avatar = element("span", isBot ? "avatar bot" : "avatar");
  avatar.ariaHidden = "true";
  const above = origin === "" ? [] : [element("p", "origin", origin)];
  return [...above, avatar, author];
}

/**
 * Returns the place for a menu: at the pointer, or below the message if the keyboard opened it.
 *
 * @param {MouseEvent} event
 * @param {Element} article
 */
function menuPoint({ clientX, clientY, button: pressed }, article) {
  return pressed === 2 ? { x: clientX, y: clientY } : pointBelow(article);
}

/** @param {Element} target */
function pointBelow(target) {
  const { left, bottom } = target.getBoundingClientRect();
  return { x: left, y: bottom };
}
