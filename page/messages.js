import { renderComponent, renderFile, renderUnsupported } from "./components.js";
import { button, element } from "./element.js";
import { IBID, isEphemeral } from "./payloads.js";
import { renderMarkdown } from "./render-markdown.js";
import { say } from "./words.js";

/**
 * @import { APIMessage } from "discord-api-types/v10"
 * @import { ComponentHandlers } from "./components.js"
 */

/**
 * Handlers for the use of a displayed message, and the addresses of files.
 *
 * @typedef {object} MessageHandlers
 * @property {(displayed: DisplayedMessage, customId: string, values?: string[]) => void} press
 * @property {(displayed: DisplayedMessage, at: { readonly x: number, readonly y: number }) => void} open
 * @property {ComponentHandlers["addressOf"]} addressOf
 */

/**
 * A message on the page, with its origin: “You used /quote”.
 *
 * @typedef {{ message: APIMessage, readonly article: HTMLElement, readonly origin: string }} DisplayedMessage
 */

/**
 * Creates the list of messages, the newest at the end.
 *
 * @param {HTMLElement} log
 * @param {MessageHandlers} handlers
 */
export function createMessages(log, handlers) {
  // So that the keyboard can scroll it.
  log.tabIndex = 0;

  /**
   * Shows that an answer is pending. Returns a function that removes the note.
   *
   * @param {string} origin
   */
  function wait(origin) {
    const text = element("p", "waiting", say("sending"));
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
    /** @type {DisplayedMessage} */
    const displayed = { message, article, origin };
    article.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      handlers.open(displayed, menuPoint(event, article));
    });
    article.addEventListener("keydown", (event) => {
      if (event.key !== "ContextMenu" && !(event.key === "F10" && event.shiftKey)) return;
      event.preventDefault();
      handlers.open(
        displayed,
        pointBelow(event.target instanceof Element ? event.target : article),
      );
    });
    draw(displayed);
    add(article);
  }

  /**
   * Replaces a message. It keeps the focus.
   *
   * @param {DisplayedMessage} displayed
   * @param {APIMessage} message
   */
  function change(displayed, message) {
    const hadFocus = displayed.article.contains(document.activeElement);
    displayed.message = message;
    draw(displayed);
    if (hadFocus) displayed.article.focus({ preventScroll: true });
  }

  /** @param {DisplayedMessage} displayed */
  function draw(displayed) {
    const { message, article, origin } = displayed;
    const { author, content, components = [], embeds, attachments } = message;
    const { timestamp, edited_timestamp } = message;
    /** @type {ComponentHandlers} */
    const componentHandlers = {
      press: (customId) => handlers.press(displayed, customId),
      pick: (customId, values) => handlers.press(displayed, customId, values),
      addressOf: handlers.addressOf,
    };
    const isPrivate = isEphemeral(message);
    article.classList.toggle("ephemeral", isPrivate);
    article.replaceChildren(
      ...headOf(author.global_name ?? author.username, origin, new Date(timestamp)),
      ...(content === "" ? [] : [renderMarkdown(content)]),
      ...components.map((component) => renderComponent(component, componentHandlers)),
      ...embeds.map(() => renderUnsupported(say("embed"))),
      ...attachments.map(({ url, filename, size }) =>
        renderFile(url, filename, size, componentHandlers),
      ),
      ...(edited_timestamp === null ? [] : [element("span", "edited", "(edited)")]),
      ...(isPrivate ? [dismissal(article)] : []),
      more(displayed),
    );
  }

  /** @param {DisplayedMessage} displayed */
  function more(displayed) {
    const opener = button("more", "⋯", () => handlers.open(displayed, pointBelow(opener)));
    opener.ariaLabel = say("more");
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
    const failure = element("p", "failure", say("failed"));
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
  const dismiss = button("dismiss", say("dismiss"), () => {
    article.parentElement?.focus();
    article.remove();
  });
  return element("p", "privacy", element("span", "eye"), say("only-you"), dismiss);
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
