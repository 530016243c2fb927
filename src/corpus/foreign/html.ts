import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { htmlNestsTooDeeply } from "../../foundation/html-nesting.ts";
import { append } from "../../foundation/long-arrays.ts";
import type { Interruption } from "../document.ts";

/** The elements that are blocks unless a style says otherwise (HTML, 15.3). */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  `address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p plaintext pre search section
  summary table ul`.split(/\s+/),
);

/** HTML in a Markdown file, as a browser shows it. */
export interface HtmlContent {
  /** The alternative text of each image. */
  readonly images: readonly string[];
  readonly hasText: boolean;
  /** Whether it consists of comments. */
  readonly isComment: boolean;
}

/** HTML without an image or a comment, or that nests too deeply to be parsed. */
const OTHER_CONTENT: HtmlContent = { images: [], hasText: true, isComment: false };

/** Returns what a block of HTML shows, or a tag within a paragraph. */
export function htmlContentOf(html: string): HtmlContent {
  // Parsing each tag of a paragraph would take long.
  if (!/<(?:img\b|!--)/i.test(html) || htmlNestsTooDeeply(html)) return OTHER_CONTENT;
  const { images, elements, hasText } = parseHtml(html);
  const isComment = elements.size === 0 && !hasText && html.includes("<!--");
  return { images, hasText, isComment };
}

/** The elements that show something without text (HTML, 3.2.5.2.6: embedded content). */
const EMBEDDED = ["audio", "canvas", "embed", "iframe", "math", "object", "svg", "video"];

/** Returns how a block of HTML without images interrupts the words around it; undefined if it is only tags. */
export function interruptionByHtml(html: string): Interruption | undefined {
  if (htmlNestsTooDeeply(html)) return "html";
  const { elements, hasText } = parseHtml(html);
  if (elements.has("table")) return "table";
  if (hasText || EMBEDDED.some((name) => elements.has(name))) return "html";
  return elements.has("hr") ? "break" : undefined;
}

/** Returns the alternative texts of the images in HTML, the names of its elements, and whether a browser shows text. */
function parseHtml(html: string) {
  const images: string[] = [];
  const elements = new Set<string>();
  let hasText = false;
  const nodes: Nodes[] = [fromHtml(html, { fragment: true })];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.type === "text") hasText ||= node.value.trim() !== "";
    if (node.type === "element") {
      elements.add(node.tagName);
      if (node.tagName === "img") images.push(String(node.properties["alt"] ?? ""));
      if (/^(?:script|style)$/.test(node.tagName)) continue;
    }
    if ("children" in node) append(nodes, node.children.toReversed());
  }
  return { images, elements, hasText };
}
