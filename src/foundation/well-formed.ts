/**
 * Replaces what is no text in a text from outside by U+FFFD: half surrogate pairs, which UTF-8 cannot
 * encode, and U+0000, which Discord and terminals do not show. The length stays the same.
 */
export function toWellFormed(text: string): string {
  return text.replace(/\p{Cs}|\0/gu, "\ufffd");
}
