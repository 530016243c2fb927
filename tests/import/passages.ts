import fc from "fast-check";
import type { RootContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import { readBody } from "../../src/corpus/body.ts";
import { parseMarkdown } from "../../src/corpus/markdown.ts";
import type { Manuscript } from "../../src/import/manuscript.ts";
import { renderMarkdown } from "../../src/import/writing/render-document.ts";

type Content = Pick<Manuscript, "content">;

/** Returns the passages that a corpus reads from a manuscript that is written as Markdown. */
export function passagesOf(manuscript: Content) {
  return bodyOf(manuscript).passages.map(({ text, headings }) => ({ text, headings }));
}

/** Returns the texts of the passages. */
export function textsOf(manuscript: Content): readonly string[] {
  return passagesOf(manuscript).map(({ text }) => text);
}

/** Returns the texts of the notes. */
export function notesOf(manuscript: Content): readonly string[] {
  return bodyOf(manuscript).notes.map(({ text }) => text);
}

/** Returns the texts of the passages with their marks in their places, as in Markdown. */
export function markedTextsOf(manuscript: Content): readonly string[] {
  return bodyOf(manuscript).passages.map(({ text, marks }) =>
    marks.reduceRight(
      (rest, { offset, text: mark }) => rest.slice(0, offset) + mark + rest.slice(offset),
      text,
    ),
  );
}

function bodyOf({ content }: Content) {
  const markdown = renderMarkdown(content);
  const body = readBody(parseMarkdown(markdown).root, "text", "a.md");
  if (body.problems.length > 0) throw new Error(JSON.stringify(body.problems));
  return body;
}

/** Returns the headings of a manuscript, with a `#` for each level. */
export function headingsOf({ content }: Content): readonly string[] {
  return content.flatMap((node: RootContent) =>
    node.type === "heading" ? [toMarkdown(node).trim()] : [],
  );
}

const word = fc
  .array(fc.constantFrom(..."abcXYZ019*_#`[]()<>&|~+-!.,;:'\"\\/$%^=“”’—\u00A0\u00ADéß漢"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((letters) => letters.join(""));
/** Words that begin or are syntax of other programs, which a corpus does not read as words. */
const dialectWord = fc.constantFrom(
  ...["%%", "%%%", "%% a", "a%%", "^a", "^", "{{< a", ">}}", "{{% a", "{% a", "%}", "{/* a", "*/}"],
  ...[":::", "::: a", "!!! a", "??? a", '=== "a"', 'import a from "b";', "export default a"],
  ...["{#a b}", "{.a b}", "{: a}", "[[a b]]", "![[a b]]", "> [!a b]", "#", "{a b}"],
);
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: word }, dialectWord), { minLength: 1, maxLength: 20 })
  .map((words) => words.join(" ").trim())
  .filter((words) => words !== "" && !/[[{][^\s\]}]{1,40}[\]}]|^[*[]/.test(words));

/** Paragraphs that contain what looks like Markdown, but no marks. */
export const markdownLikeTexts = fc.array(text, { minLength: 1, maxLength: 5 });
