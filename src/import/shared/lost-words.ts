import type { Nodes, RootContent } from "mdast";
import { type Message, message, quoteEach } from "../../catalogue/catalogue.ts";

/** How many words a remark lists. */
const MAX_LISTED = 5;

/** Returns the words of content, those of headings, notes and captions included. */
export function wordsInContent(content: readonly RootContent[]): readonly string[] {
  return content.flatMap(textsIn);
}

/** Returns the text of each block. Blocks do not share words. */
function textsIn(node: Nodes): readonly string[] {
  switch (node.type) {
    case "paragraph":
    case "heading":
    case "tableCell":
      return [inlineText(node)];
    case "code":
    case "html":
      return [node.value];
    default:
      return "children" in node ? node.children.flatMap(textsIn) : [];
  }
}

function inlineText(node: Nodes): string {
  switch (node.type) {
    case "text":
    case "inlineCode":
      return node.value;
    case "break":
      return " ";
    case "image":
      return ` ${node.alt ?? ""} `;
    // A mark keeps the number that is a word of the source.
    case "footnoteReference":
      return ` ${node.label ?? ""} `;
    default:
      return "children" in node ? node.children.map(inlineText).join("") : "";
  }
}

/**
 * Compares the words of a source with those of the content that was made of it. Returns a sentence on
 * the words that are missing, if there are any. Numbers are not compared, since marks may be numbers.
 */
export function describeLostWords(
  source: readonly string[],
  found: readonly string[],
): readonly Message[] {
  const counts = new Map<string, number>();
  for (const word of found.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const lost = source.flatMap(wordsOf).filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count <= 0;
  });
  if (lost.length === 0) return [];
  const listed = lost.slice(0, MAX_LISTED);
  return [
    message("remark.lost-words", {
      count: lost.length,
      words: quoteEach(listed),
      more: lost.length - listed.length,
    }),
  ];
}

/** Returns the sequences of letters in a text, in lower case. The strokes through a part of a word do not divide it. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .replaceAll("~~", "")
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  );
}
