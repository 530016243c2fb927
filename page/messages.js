import { renderComponent, renderFile, renderUnsupported } from "./components.js";
import { button, element } from "./element.js";
import { IBID, isEphemeral, present, timeOfDay } from "./payloads.js";
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
 * A message on the page, with its origin: “You used /quote”. A thread on it is shown below it.
 *
 * @typedef {object} DisplayedMessage
 * @property {APIMessage} message
 * @property {HTMLElement} article
 * @property {string} origin
 * @property {HTMLElement} [thread]
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
   * The messages by their ids.
   *
   * @type {Map<string, DisplayedMessage>}
   */
  const byId = new Map();

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
    byId.set(message.id, displayed);
    draw(displayed);
    add(article);
  }

  /**
   * Shows a thread below its message, whose id it has.
   *
   * @param {{ readonly id: string, readonly name: string }} thread
   */
  function openThread({ id, name }) {
    const displayed = byId.get(id);
    if (displayed === undefined) return;
    displayed.thread = element("section", "thread", element("p", "thread-name", name));
    displayed.thread.ariaLabel = say("thread", { name });
    draw(displayed);
  }

  /**
   * Shows a message in a thread.
   *
   * @param {string} id
   * @param {string} content
   */
  function postInThread(id, content) {
    byId.get(id)?.thread?.append(renderMarkdown(content));
  }

  /**
   * Shows a sentence between the messages.
   *
   * @param {string} text
   */
  function note(text) {
    add(element("p", "clock-note", text));
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
      ...(edited_timestamp === null ? [] : [element("span", "edited", say("edited"))]),
      ...(displayed.thread ? [displayed.thread] : []),
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

  return { wait, post, change, fail, openThread, postInThread, note };
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
function headOf(name, origin, date = new Date(present())) {
  const isBot = name === IBID.global_name;
  const time = element("time", "", timeOfDay(date));
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
