import { button, element } from "./element.js";
import { say } from "./words.js";

/**
 * A message that was posted when it was due. Its files are in base64.
 *
 * @typedef {object} Post
 * @property {string} id
 * @property {string} channel
 * @property {number} at
 * @property {string} origin
 * @property {import("discord-api-types/v10").APIInteractionResponseCallbackData} body
 * @property {readonly { readonly name: string, readonly base64: string }[]} files
 */

/**
 * The moment that the clock shows, and all that has happened until then. A thread has the id of its message.
 *
 * @typedef {object} Happened
 * @property {number} now
 * @property {string} zone
 * @property {string} clock
 * @property {readonly Post[]} posts
 * @property {readonly { readonly id: string, readonly name: string }[]} threads
 * @property {string} [note]
 */

const STEPS = /** @type {const} */ ([
  [1, "clock-hour"],
  [24, "clock-day"],
  [7 * 24, "clock-week"],
]);

const MINUTE = 60_000;

/**
 * Shows a clock that can be put forward. `show` gets what happens until then, and `fail` is called if the server does
 * not answer.
 *
 * @param {HTMLElement} place
 * @param {{ show(happened: Happened): void, fail(): void }} uses
 */
export function createClock(place, { show, fail }) {
  const time = element("output", "clock-time");
  const steps = STEPS.map(([hours, key]) =>
    button("button secondary", say(key), () => void putForward(hours)),
  );
  place.replaceChildren(
    element("span", "clock-label", say("clock")),
    time,
    ...steps,
    element("span", "clock-hint", say("clock-hint")),
  );
  place.hidden = false;

  /** @param {number} hours */
  async function putForward(hours) {
    place.ariaBusy = "true";
    for (const step of steps) step.disabled = true;
    const happened = await ask(hours);
    for (const step of steps) step.disabled = false;
    place.ariaBusy = "false";
    if (happened === undefined) return fail();
    show(happened);
  }

  /**
   * Puts the clock forward. Resolves with undefined if there is no answer.
   *
   * @param {number} hours
   * @returns {Promise<Happened | undefined>}
   */
  async function ask(hours) {
    try {
      const answer = await fetch(`/clock?lang=${document.documentElement.lang}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ hours }),
      });
      /** @type {unknown} */
      const happened = answer.ok ? await answer.json() : undefined;
      if (!hasHappened(happened)) return undefined;
      time.textContent = happened.clock;
      return happened;
    } catch {
      return undefined;
    }
  }

  /** Shows what falls due by itself, with each minute. */
  function tick() {
    setTimeout(
      async () => {
        const happened = await ask(0);
        if (happened !== undefined) show(happened);
        tick();
      },
      MINUTE - (Date.now() % MINUTE),
    );
  }
  tick();

  /** Returns what has happened by now. */
  return { refresh: () => ask(0) };
}

/**
 * Whether a value is an answer of the clock. Its parts come from the machine that served the page and are trusted.
 *
 * @param {unknown} value
 * @returns {value is Happened}
 */
function hasHappened(value) {
  return (
    typeof value === "object" &&
    value !== null &&
    "now" in value &&
    typeof value.now === "number" &&
    "posts" in value &&
    Array.isArray(value.posts)
  );
}
