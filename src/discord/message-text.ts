import { unescapeMarkdown } from "./escape.ts";
import type { ForwardedMessage, TargetMessage } from "./interaction-payload.ts";

/**
 * Returns the text of a message as Markdown without its backslashes, or an empty text if it has none. Only an escaped `>`
 * that begins a line keeps its backslash, because it begins no block quote.
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
  const texts = sources.map((parts) => parts.map(withoutBackslashes).join("\n").trim());
  return texts.find((text) => text !== "") ?? "";
}

function withoutBackslashes(markdown: string): string {
  return unescapeMarkdown(markdown.replace(/^(\s*)\\>/gm, "$1\\\\>"));
}
