import type { Nodes, Root } from "mdast";
import { parseMarkdown } from "../../corpus/body.ts";
import { counted } from "../../foundation/format.ts";
import type { Reader } from "../manuscript.ts";
import { decodingOf } from "../shared/encoding.ts";
import { frontMatterOf } from "./foreign-front-matter.ts";
import { isWordless, settledContent, WORDLESS } from "./normalize-blocks.ts";

/** Reads CommonMark, with front matter in YAML or without. */
export const readMarkdown: Reader = ({ bytes }) => {
  const decoding = decodingOf(bytes);
  if ("refusal" in decoding) return decoding;
  if (decoding.text.startsWith("+++\n")) {
    return { refusal: "Its front matter is TOML, which is not read. Write it in YAML." };
  }
  const { root, frontMatter } = parseMarkdown(decoding.text);
  const nodes = nodesIn(root);
  if (nodes === undefined) {
    return {
      refusal: "Quotations, lists or emphasis are nested too deeply in it. Nest them less deeply.",
    };
  }
  const front = frontMatterOf(frontMatter?.text ?? "", frontMatter?.line);
  if ("refusal" in front) return front;
  resolveReferences(nodes);
  const content = settledContent(root.children);
  if (isWordless(content)) return { refusal: WORDLESS };
  const remarks = [...decoding.remarks, ...front.remarks, ...unquoted(nodes)];
  return { manuscripts: [{ content, metadata: front.metadata, remarks }] };
};

/** As deep as a corpus lets quotations, lists and emphasis nest. */
const DEEPEST = 100;

/** All that is in `root`; undefined where it goes too deep. */
function nodesIn(root: Root): readonly Nodes[] | undefined {
  const nodes: Nodes[] = [root];
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === DEEPEST) return undefined;
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
function unquoted(nodes: readonly Nodes[]): readonly string[] {
  const count = (isSo: (node: Nodes) => boolean) => nodes.filter(isSo).length;
  const code = count(({ type }) => type === "code");
  const images = count(({ type }) => type === "image" || type === "imageReference");
  const html = count((node) => node.type === "html" && /^<(?!!--|br\b)/i.test(node.value));
  return [
    ...(code > 0 ? [`${counted(code, "block")} of code will not be quoted.`] : []),
    ...(html > 0 ? [`${counted(html, "piece")} of HTML will not be quoted.`] : []),
    ...(images > 0 ? [`${counted(images, "picture")} left out.`] : []),
  ];
}
