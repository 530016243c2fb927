import { isMap, parseDocument } from "yaml";
import { type Message, message } from "../../catalogue/catalogue.ts";
import type { Result } from "../../foundation/result.ts";

/** The beginning of a document that has front matter: its YAML, and the line below it. */
const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*(?:\r?\n|$))/m;

/**
 * Returns the text of a document with other values in its front matter. Comments, the order of the keys
 * and the body stay. A document without front matter gets some.
 */
export function editFrontMatter(
  text: string,
  values: ReadonlyMap<string, string | readonly string[]>,
): Result<{ readonly text: string }> {
  const match =
    text.startsWith("---") || text.startsWith("\uFEFF---") ? FRONT_MATTER.exec(text) : null;
  const [whole = "", opening = "---\n", yaml = "", closing = "---\n\n"] = match ?? [];
  const document = parseDocument(yaml, { schema: "failsafe", resolveKnownTags: false });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) {
    return { error: unreadable() };
  }
  for (const [key, value] of values) document.set(key, toYaml(value));
  const edited = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const isWindows = opening.endsWith("\r\n");
  return {
    text:
      opening +
      (isWindows ? edited.replace(/\r?\n/g, "\r\n") : edited) +
      closing +
      text.slice(whole.length),
  };
}

function toYaml(value: string | readonly string[]): string | readonly string[] {
  const [only, ...others] = [value].flat();
  return only !== undefined && others.length === 0 ? only : value;
}

function unreadable(): Message {
  return message("fill.front-matter");
}
