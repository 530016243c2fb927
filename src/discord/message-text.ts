import {
  type APIEmbed,
  type APIMessage,
  type APIMessageComponent,
  ComponentType,
} from "discord-api-types/v10";
import { unescapeMarkdown } from "./escape.ts";

/** A message, or the copy of one that was passed on. */
type Message = Partial<Pick<APIMessage, "content" | "components" | "embeds" | "message_snapshots">>;

/**
 * What a message says, as Markdown without its backslashes; empty where it says nothing. That is its
 * content, or else the texts of its components, or else those of its embeds, or else what was passed
 * on with it.
 */
export function messageText(message: Message): string {
  const { content = "", components = [], embeds = [], message_snapshots = [] } = message;
  const passedOn = () => message_snapshots.map(({ message: copy }) => messageText(copy));
  const texts = [
    () => [unescapeMarkdown(content)],
    () => components.flatMap(textsIn).map(unescapeMarkdown),
    () => embeds.flatMap(embedTexts).map(unescapeMarkdown),
    passedOn,
  ];
  for (const textsOf of texts) {
    const text = textsOf().join("\n").trim();
    if (text !== "") return text;
  }
  return "";
}

function textsIn(component: APIMessageComponent): readonly string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content];
  return "components" in component ? component.components.flatMap(textsIn) : [];
}

function embedTexts({ description = "", fields = [] }: APIEmbed): readonly string[] {
  return [description, ...fields.flatMap(({ name, value }) => [name, value])];
}
