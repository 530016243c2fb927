import { unescapeMarkdown } from "./escape.ts";
import type { ForwardedMessage, TargetMessage } from "./interaction-payload.ts";

/**
 * Discord's bold. Ibid's own answers have it around the words that were searched, where it would divide a sign from its
 * number: −**5**.
 */
const BOLD = /(?<=^|[^\\*]|\\[\\*])\*\*(?=[^\s*])((?:\\[\s\S]|[^\\*])+)\*\*(?!\*)/g;

/**
 * Returns the text of a message as Markdown without its backslashes and bold, or an empty text if it has none. Only an
 * escaped `>` that begins a line keeps its backslash, because it begins no block quote.
 * The first of these that is not blank: its content, its text displays, its embeds, the messages that
 * it forwards.
 */
export function messageText(message: TargetMessage): string {
  const forwarded = () =>
    message.message_snapshots.map(({ message: copy }) => ownText(copy)).join("\n");
  return ownText(message) || forwarded().trim();
}

/** Returns the first text that is not blank: the content, the text displays or the embeds. */
function ownText({ content, components, embeds }: ForwardedMessage): string {
  const sources: readonly (readonly string[])[] = [
    [content],
    components.map((display) => display.content),
    embeds.flatMap(({ description, fields }) => [
      description,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ]),
  ];
  const texts = sources.map((parts) => parts.map(withoutMarkup).join("\n").trim());
  return texts.find((text) => text !== "") ?? "";
}

function withoutMarkup(markdown: string): string {
  return unescapeMarkdown(markdown.replace(BOLD, "$1").replace(/^(\s*)\\>/gm, "$1\\\\>"));
}
