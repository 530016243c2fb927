import type { Heading, RootContent } from "mdast";
import { type Body, type BodyKind, readBody } from "../../corpus/body.ts";
import { renderInlineText } from "../../corpus/markdown.ts";
import { CONTENTS_TITLE } from "../shared/publishers-matter.ts";

/** Reads blocks as the corpus reads the body of a document. */
export function readBlocks(blocks: readonly RootContent[], kind: BodyKind): Body {
  return readBody({ type: "root", children: [...blocks] }, kind, "");
}

export function isHeading(block: RootContent): block is Heading {
  return block.type === "heading";
}

/** Returns the whole text of a heading, or the first line of another block. */
export function firstLineOf(block: RootContent): string {
  const { text } = renderInlineText(block);
  const end = text.indexOf("\n");
  return collapseSpaces(isHeading(block) || end === -1 ? text : text.slice(0, end));
}

/** Returns the text of the first heading that is not empty. */
export function firstHeadingIn(blocks: readonly RootContent[]): string | undefined {
  const heading = blocks.find((block) => isHeading(block) && firstLineOf(block) !== "");
  return heading && firstLineOf(heading);
}

/**
 * Returns the text of the heading above all passages. A later heading is not the title of the whole, nor is that of a table of
 * contents or one below it.
 */
export function headingAbove(blocks: readonly RootContent[]): string | undefined {
  const passage = blocks.findIndex(isPassage);
  const heading = firstHeadingIn(passage === -1 ? blocks : blocks.slice(0, passage));
  return heading !== undefined && CONTENTS_TITLE.test(heading) ? undefined : heading;
}

/** Whether a block contains a passage. */
export function isPassage(block: RootContent): boolean {
  return readBlocks([block], "text").passages.length > 0;
}

/** Puts a text on one line, with single spaces for white space. */
export function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
