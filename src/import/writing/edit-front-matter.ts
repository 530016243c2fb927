import { isMap, parseDocument } from "yaml";
import { message } from "../../catalogue/catalogue.ts";
import { FRONT_MATTER_BLOCK } from "../../corpus/markdown.ts";
import type { Result } from "../../foundation/result.ts";

/**
 * Returns the text of a document with other values in its front matter. Comments, the order of the keys
 * and the body stay. A document without front matter gets some.
 */
export function editFrontMatter(
  text: string,
  values: ReadonlyMap<string, string | readonly string[]>,
): Result<{ readonly text: string }> {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const body = text.slice(mark.length);
  const match = FRONT_MATTER_BLOCK.exec(body);
  const { fence, content = "" } = match?.groups ?? {};
  const head = match?.[0] ?? "";
  if (fence === "+++") return { error: message("fill.toml") };
  const document = parseDocument(content, { schema: "failsafe", resolveKnownTags: false });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) {
    return { error: message("fill.front-matter") };
  }
  for (const [key, value] of values) document.set(key, toYaml(value));
  const edited = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const lines = `---\n${edited.replace(/\r\n/g, "\n")}---\n${head === "" ? "\n" : ""}`;
  const frontMatter = head.includes("\r\n") ? lines.replace(/\n/g, "\r\n") : lines;
  return { text: mark + frontMatter + body.slice(head.length) };
}

function toYaml(value: string | readonly string[]): string | readonly string[] {
  const [only, ...others] = [value].flat();
  return only !== undefined && others.length === 0 ? only : value;
}
