// What Discord refuses to show: https://docs.discord.com/developers/components/reference and
// https://docs.discord.com/developers/interactions/application-commands. Counts of characters,
// unless another unit is named.

/** Components in one message, nested ones included. */
export const MAX_COMPONENTS = 40;
/** Of all text displays of a message together. */
export const MAX_TEXT = 4000;
export const MAX_CUSTOM_ID = 100;
export const MAX_BUTTON_LABEL = 80;
export const MAX_BUTTONS_A_ROW = 5;
export const MAX_LINK = 512;
export const MAX_SELECT_OPTIONS = 25;
export const MAX_SELECT_TEXT = 100;
/** Completions of one option; each has a name and a value of at most `MAX_CHOICE` characters. */
export const MAX_CHOICES = 25;
export const MAX_CHOICE = 100;

/** Bytes of one file, where nobody pays for more. */
export const MAX_FILE = 10 * 1024 ** 2;

/** Shortens what is only a label, never a quotation, to `max` characters. */
export function truncate(label: string, max: number): string {
  if (label.length <= max) return label;
  // Not through the middle of a surrogate pair.
  return `${label.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
