import type { Element, ElementContent, Nodes } from "hast";
import { inParentheses, lowered, raised, writeFormula } from "../shared/formula.ts";
import { elementsIn, htmlAttribute, textContentOf } from "./hast.ts";
import { PAGE_BLOCKS } from "./page-blocks.ts";

/** Finds the elements that draw a formula again beside its MathML, as KaTeX and MathJax do for the eye alone. */
export function findDrawnFormulas(page: Nodes): ReadonlySet<Element> {
  const drawn = elementsIn(page).flatMap((parent) => {
    if (PAGE_BLOCKS.has(parent.tagName)) return [];
    const parts = parent.children.filter((child) => child.type === "element");
    const isDrawing = (part: Element) => htmlAttribute(part, "ariaHidden") === "true";
    const drawings = parts.filter(isDrawing);
    const others = parent.children.filter(
      (child) =>
        !(child.type === "element" && isDrawing(child)) && textContentOf(child).trim() !== "",
    );
    return drawings.length > 0 && others.length > 0 && others.every(containsFormula)
      ? drawings
      : [];
  });
  return new Set(drawn);
}

function containsFormula(node: Nodes): boolean {
  return elementsIn(node).some(({ tagName }) => tagName === "math");
}

/** Writes a formula of MathML Core in one line, as far as its structure is known: (a+b)/2, x², √(x). */
export function linearizeMathml(math: Element): string {
  return writeFormula(linearize(math.children)).replace(/\s+/g, " ").trim();
}

/** Operators that are not shown: function application, invisible times, separator and plus. */
const INVISIBLE = /[\u2061-\u2064]/g;

function linearize(nodes: readonly ElementContent[]): string {
  return nodes.map(linearizeNode).join("");
}

function linearizeNode(node: ElementContent): string {
  if (node.type === "text")
    return node.value.trim() === "" ? "" : node.value.replace(INVISIBLE, "");
  if (node.type !== "element") return "";
  const parts = node.children.filter((child) => child.type === "element");
  const part = (index: number) => linearize(parts.slice(index, index + 1));
  switch (node.tagName) {
    case "mfrac":
      return `${inParentheses(part(0))}/${inParentheses(part(1))}`;
    case "msup":
    case "mover":
      return part(0) + raised(part(1));
    case "msub":
    case "munder":
      return part(0) + lowered(part(1));
    case "msubsup":
    case "munderover":
      return part(0) + lowered(part(1)) + raised(part(2));
    case "msqrt":
      return `√${inParentheses(linearize(node.children))}`;
    case "mroot":
      return `${raised(part(1))}√${inParentheses(part(0))}`;
    case "mmultiscripts":
      return linearizeScripts(parts);
    // Only the first expression is shown until the reader acts.
    case "maction":
      return part(0);
    case "mfenced": {
      const open = htmlAttribute(node, "open") || "(";
      const close = htmlAttribute(node, "close") || ")";
      return `${open}${parts.map(linearizeNode).join(", ")}${close}`;
    }
    case "mtable":
      return parts.map(linearizeNode).join("; ");
    case "mtr":
      return parts.map(linearizeNode).join(", ");
    case "mspace":
      return " ";
    // The formula in other notations, beside the one that is shown.
    case "annotation":
    case "annotation-xml":
    case "mphantom":
      return "";
    default:
      return linearize(node.children);
  }
}

/** Writes the scripts after a base, and those before it: ¹⁴C. Each pair is one below and one above. */
function linearizeScripts([base, ...scripts]: readonly ElementContent[]): string {
  const isDivider = (node: ElementContent) =>
    node.type === "element" && node.tagName === "mprescripts";
  const divider = scripts.findIndex(isDivider);
  const end = divider === -1 ? scripts.length : divider;
  const write = (some: readonly ElementContent[]) =>
    some
      .map((script, index) => [linearizeNode(script), index % 2 === 0 ? lowered : raised] as const)
      .map(([text, shift]) => (text === "" ? "" : shift(text)))
      .join("");
  const before = write(scripts.slice(end).filter((node) => !isDivider(node)));
  return before + (base === undefined ? "" : linearizeNode(base)) + write(scripts.slice(0, end));
}
