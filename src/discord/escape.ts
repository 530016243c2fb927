/**
 * Escapes a text so that Discord shows it character for character: nothing in it becomes Markdown, a
 * mention, an emoji, a timestamp or a link. Discord takes a backslash off whatever is neither a
 * letter, a digit nor white space, except within the text of a masked link, where nothing escapes.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\*_~|`<>@#[\]]/g, "\\$&")
      // Emoji by name and addresses; a colon before a space is only a colon.
      .replace(/:(?!\s)/g, "\\:")
      // Lists, small print and numbered lists begin a line.
      .replace(/^([^\S\n]*)([-+])/gm, "$1\\$2")
      .replace(/^([^\S\n]*\d+)([.)])/gm, "$1\\$2")
  );
}

/** The text that `escaped` was given. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([^\p{L}\p{N}\s])/gu, "$1");
}
