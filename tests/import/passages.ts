import fc from "fast-check";
import type { RootContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import { parseMarkdown, readBody } from "../../src/corpus/body.ts";
import type { ImportedFile, Manuscript, Reader } from "../../src/import/manuscript.ts";

/** The one manuscript that a file holds. */
export async function manuscriptIn(read: Reader, bytes: Uint8Array): Promise<Manuscript> {
  const reading = await read(file(bytes), { fields: new Map() });
  if ("error" in reading) throw new Error(reading.error);
  const [manuscript] = reading.manuscripts;
  if (manuscript === undefined) throw new Error("There is no manuscript.");
  return manuscript;
}

/** Why a file is not read; undefined if it is. */
export async function refusalOf(read: Reader, bytes: Uint8Array): Promise<string | undefined> {
  const reading = await read(file(bytes), { fields: new Map() });
  return "error" in reading ? reading.error : undefined;
}

function file(bytes: Uint8Array): ImportedFile {
  return { name: "a file", bytes };
}

/** What a corpus would quote of a manuscript, once it is a document of Markdown. */
export function passagesOf({ content }: { readonly content: readonly RootContent[] }) {
  const { root } = parseMarkdown(toMarkdown({ type: "root", children: [...content] }));
  const { passages, problems } = readBody(root, "text", "a.md");
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return passages.map(({ text, headings }) => ({ text, headings }));
}

export function textsOf(manuscript: {
  readonly content: readonly RootContent[];
}): readonly string[] {
  return passagesOf(manuscript).map(({ text }) => text);
}

const word = fc
  .array(fc.constantFrom(..."abcXYZ019*_#`[]()<>&|~+-!.,;:'\"\\/$%^=“”’—\u00A0\u00ADéß漢"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((letters) => letters.join(""));
const text = fc
  .array(word, { minLength: 1, maxLength: 20 })
  .map((words) => words.join(" ").trim())
  .filter((words) => words !== "");

/** Paragraphs of which Markdown might make something else. */
export const treacherousTexts = fc.array(text, { minLength: 1, maxLength: 5 });
