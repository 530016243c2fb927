/** @type {Readonly<Record<string, string>>} */
let texts = {};

/**
 * Sets the page’s own texts, by their keys in the catalogue without `page.`. Values are inserted at `{name}`.
 *
 * @param {Readonly<Record<string, string>>} given
 */
export function learnTexts(given) {
  texts = given;
}

/**
 * Returns one of the page’s own texts.
 *
 * @param {string} key
 * @param {Readonly<Record<string, string | number | undefined>>} [values]
 */
export function say(key, values = {}) {
  return (texts[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}
