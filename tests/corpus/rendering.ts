import { type Node, Parser } from "commonmark";

/** A paragraph as CommonMark's reference implementation renders it. */
export interface RenderedParagraph {
  readonly text: string;
  /** The line of the file on which the paragraph begins. */
  readonly line: number;
}

/** Renders the paragraphs of a file that are not empty, in order and without front matter. */
export function renderParagraphs(markdown: string): readonly RenderedParagraph[] {
  const body = markdown.replace(/^---\n(?:.*\n)*?---\n/, (front) => front.replace(/.*\n/g, "\n"));
  return descendants(new Parser().parse(body))
    .filter(({ type }) => type === "paragraph")
    .map((paragraph) => ({
      text: childrenOf(paragraph).reduce(appendText, "").trim(),
      line: paragraph.sourcepos[0][0],
    }))
    .filter(({ text }) => text !== "");
}

function appendText(before: string, node: Node): string {
  const literal = node.literal ?? "";
  switch (node.type) {
    case "text":
    case "code":
      return before + literal;
    case "softbreak":
      return before.endsWith("\n") ? before : `${before} `;
    case "linebreak":
      return `${before}\n`;
    case "html_inline":
      return /^<br\s*\/?>$/i.test(literal) ? `${before}\n` : before;
    case "image":
      return before;
    default:
      return childrenOf(node).reduce(appendText, before);
  }
}

function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.next) children.push(child);
  return children;
}

function descendants(node: Node): readonly Node[] {
  return [node, ...childrenOf(node).flatMap(descendants)];
}
