// Discord's limits: https://docs.discord.com/developers/components/reference and
// https://docs.discord.com/developers/interactions/application-commands. They count characters,
// unless another unit is given.

/** Components of one message, including nested ones. */
export const MAX_COMPONENTS = 40;
/** All text displays of one message together. */
export const MAX_TEXT = 4000;
export const MAX_CUSTOM_ID = 100;
export const MAX_BUTTON_LABEL = 80;
export const MAX_THREAD_NAME = 100;
export const MAX_BUTTONS_A_ROW = 5;
/** The options of a select menu. Earlier versions of Ibid posted some. */
export const MAX_SELECT_OPTIONS = 25;
/** The URL of a link in a text. Discord has no limit of its own; a longer one leaves no room for words. */
export const MAX_LINK = 1000;
/** The text of a message without components. */
export const MAX_CONTENT = 2000;

/** Autocomplete choices of one option. */
export const MAX_CHOICES = 25;
/** The name and the value of a choice, each. */
export const MAX_CHOICE = 100;

/** The title of a form, and the label of a field, each. */
export const MAX_FORM_TITLE = 45;
export const MAX_LABEL_DESCRIPTION = 100;
/** The value of a text input. */
export const MAX_TEXT_INPUT = 4000;

/** Bytes of one file, in a server without boosts. */
export const MAX_FILE = 10 * 1024 ** 2;

/** Shortens a label to `max` characters. Never use it on a quotation. */
export function truncate(label: string, max: number): string {
  if (label.length <= max) return label;
  // Do not cut a surrogate pair in half.
  return `${label.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
