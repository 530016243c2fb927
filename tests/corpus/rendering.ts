import { type Node, Parser } from "commonmark";

/** A paragraph of a Markdown file as the reference implementation of CommonMark renders it. */
export interface Rendered {
  readonly text: string;
  /** The line of the file on which it begins. */
  readonly line: number;
}

/** The paragraphs of a file that say something, in order. Front matter is left out. */
export function paragraphsOf(markdown: string): readonly Rendered[] {
  const body = markdown.replace(/^---\n(?:.*\n)*?---\n/, (front) => front.replace(/.*\n/g, "\n"));
  return descendants(new Parser().parse(body))
    .filter(({ type }) => type === "paragraph")
    .map((paragraph) => ({
      text: childrenOf(paragraph).reduce(rendered, "").trim(),
      line: paragraph.sourcepos[0][0],
    }))
    .filter(({ text }) => text !== "");
}

function rendered(before: string, node: Node): string {
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
      return childrenOf(node).reduce(rendered, before);
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
