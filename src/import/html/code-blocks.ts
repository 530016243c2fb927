import type { Element, Root } from "hast";
import { elementsIn, htmlAttribute, textContentOf } from "./hast.ts";

/** The classes that programs give to code, and to what is around it. */
const CODE_CLASS =
  /(?:^|\s)(?:lang(?:uage)?-\S+|(?:source-?)?code|sourceCode|code-?(?:block|hilite|listing)|highlight(?:er)?(?:-\S+)?|hljs|prettyprint|brush:.*|syntax-?highlighter|mw-(?:code|highlight)|program-?listing|chroma|rouge|shiki|prism)(?=\s|$)/i;

/** Finds the preformatted blocks of a page that contain code: by its element, its class, or what it looks like. */
export function findCode(page: Root): ReadonlySet<Element> {
  const code = new Set<Element>();
  for (const element of elementsIn(page)) {
    const isCode = CODE_CLASS.test(htmlAttribute(element, "className"));
    const isPre = element.tagName === "pre";
    if (isCode && !isPre) {
      for (const inner of elementsIn(element)) if (inner.tagName === "pre") code.add(inner);
    }
    if (isPre && (isCode || consistsOfCode(element) || looksLikeCode(textContentOf(element)))) {
      code.add(element);
    }
  }
  return code;
}

/** Whether all words of a block are in `code` elements. */
function consistsOfCode(block: Element): boolean {
  const inCode = block.children.flatMap((node) =>
    node.type === "element" && node.tagName === "code" ? [textContentOf(node)] : [],
  );
  return inCode.length > 0 && inCode.join("").trim() === textContentOf(block).trim();
}

/** A line as only programs have it: a brace or a call at its end, a comment, a tag, an assignment, a comparison. */
const CODE_LINE =
  /[{}][;,)]*\s*$|\)\s*;\s*$|^\s*(?:\/\/|\/\*|#include\b|<[/!?]?[a-z][\w:-]*(?:\s[^<>]*)?>)|\S\s(?::=|[=!]==?|\+=|&&|\|\|)\s\S/i;

/** Whether at least half of the lines, and two, are such lines. */
function looksLikeCode(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const found = lines.filter((line) => CODE_LINE.test(line));
  return found.length >= 2 && found.length * 2 >= lines.length;
}
