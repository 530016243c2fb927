import { toMarkdown } from "mdast-util-to-markdown";
import { readManuscripts } from "../../src/import/formats.ts";
import type { Manuscript, ManuscriptResult, ReadingOptions } from "../../src/import/manuscript.ts";

/** A file as an editor hands it over, read as its name and its bytes tell. */
export function reading(
  name: string,
  content: string | Uint8Array,
  fields: Readonly<Record<string, string>> = {},
): Promise<ManuscriptResult> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const options: ReadingOptions = { fields: new Map(Object.entries(fields)) };
  return readManuscripts({ name, bytes }, options);
}

/** The manuscripts of a file that can be read. */
export async function manuscriptsIn(
  ...file: Parameters<typeof reading>
): Promise<readonly Manuscript[]> {
  const read = await reading(...file);
  if ("error" in read) throw new Error(read.error);
  return read.manuscripts;
}

/** The manuscript of a file that holds one. */
export async function manuscriptIn(...file: Parameters<typeof reading>): Promise<Manuscript> {
  const [manuscript, ...others] = await manuscriptsIn(...file);
  if (manuscript === undefined || others.length > 0)
    throw new Error("One manuscript was expected.");
  return manuscript;
}

/** The headings of a manuscript, with a `#` for each level. */
export function headingsOf({ content }: Manuscript): readonly string[] {
  return content.flatMap((node) => (node.type === "heading" ? [toMarkdown(node).trim()] : []));
}

/** Why a file cannot be read; nothing if it can. */
export async function refusalOf(...file: Parameters<typeof reading>): Promise<string | undefined> {
  const read = await reading(...file);
  return "error" in read ? read.error : undefined;
}
