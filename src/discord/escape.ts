/**
 * Escapes a text so that Discord shows it character for character: nothing in it becomes Markdown, a
 * mention, an emoji, a timestamp or a link. Discord removes a backslash before any character that is
 * not a letter, a digit or white space, except in the text of a masked link, where nothing escapes.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\*_~|`<>@#[\]]/g, "\\$&")
      // Emoji names and web addresses; a colon before white space is only a colon.
      .replace(/:(?!\s)/g, "\\:")
      // Bullets, small print and list numbers take effect at the beginning of a line.
      .replace(/^([^\S\n]*)([-+])/gm, "$1\\$2")
      .replace(/^([^\S\n]*\d+)([.)])/gm, "$1\\$2")
  );
}

/** Removes the backslashes of `escapeMarkdown`: returns the text as Discord shows it. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([^\p{L}\p{N}\s])/gu, "$1");
}
