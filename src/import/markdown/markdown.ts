import type { Nodes, Root } from "mdast";
import { parseMarkdown } from "../../corpus/body.ts";
import { plural } from "../../foundation/format.ts";
import type { Reader } from "../manuscript.ts";
import { decodeText } from "../shared/encoding.ts";
import { readForeignFrontMatter } from "./foreign-front-matter.ts";
import { isWordless, normalizeBlocks, WORDLESS } from "./normalize-blocks.ts";

/** Reads CommonMark, with front matter in YAML or without. */
export const readMarkdown: Reader = ({ bytes }) => {
  const decoding = decodeText(bytes);
  if ("error" in decoding) return decoding;
  if (decoding.text.startsWith("+++\n")) {
    return { error: "Its front matter is TOML, which is not read. Write it in YAML." };
  }
  const { root, frontMatter } = parseMarkdown(decoding.text);
  const nodes = nodesIn(root);
  if (nodes === undefined) {
    return {
      error: "Quotations, lists or emphasis are nested too deeply in it. Nest them less deeply.",
    };
  }
  const front = readForeignFrontMatter(frontMatter?.text ?? "", frontMatter?.line);
  if ("error" in front) return front;
  resolveReferences(nodes);
  const content = normalizeBlocks(root.children);
  if (isWordless(content)) return { error: WORDLESS };
  const remarks = [...decoding.remarks, ...front.remarks, ...describeUnquotable(nodes)];
  return { manuscripts: [{ content, metadata: front.metadata, remarks }] };
};

/** As deep as a corpus lets quotations, lists and emphasis nest. */
const MAX_DEPTH = 100;

/** All that is in `root`; undefined where it goes too deep. */
function nodesIn(root: Root): readonly Nodes[] | undefined {
  const nodes: Nodes[] = [root];
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === MAX_DEPTH) return undefined;
    level = level.flatMap((node) => ("children" in node ? node.children : []));
    for (const node of level) nodes.push(node);
  }
  return nodes;
}

/** A link then keeps its address where what it refers to comes to stand in another document. */
function resolveReferences(nodes: readonly Nodes[]): void {
  const addresses = new Map<string, string>();
  for (const node of nodes) {
    if (node.type !== "definition" || addresses.has(node.identifier)) continue;
    addresses.set(node.identifier, node.url);
  }
  for (const node of nodes) {
    if (!("children" in node)) continue;
    const children: Nodes[] = node.children;
    for (const [index, child] of children.entries()) {
      if (child.type !== "linkReference") continue;
      const url = addresses.get(child.identifier) ?? "";
      children[index] = { type: "link", url, children: child.children };
    }
  }
}

/** What a corpus keeps, but never quotes. */
function describeUnquotable(nodes: readonly Nodes[]): readonly string[] {
  const count = (isSo: (node: Nodes) => boolean) => nodes.filter(isSo).length;
  const code = count(({ type }) => type === "code");
  const images = count(({ type }) => type === "image" || type === "imageReference");
  const html = count((node) => node.type === "html" && /^<(?!!--|br\b)/i.test(node.value));
  return [
    ...(code > 0 ? [`${plural(code, "block")} of code will not be quoted.`] : []),
    ...(html > 0 ? [`${plural(html, "piece")} of HTML will not be quoted.`] : []),
    ...(images > 0 ? [`${plural(images, "picture")} left out.`] : []),
  ];
}
