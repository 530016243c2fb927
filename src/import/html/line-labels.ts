import type { Element } from "hast";
import { htmlAttribute, textContentOf } from "./hast.ts";

/** The usual classes of the number or the name that a page sets before a paragraph. */
const LABEL_CLASS =
  /(?:[-_ ]|[a-z\d]|^)(?:No|[Nn]um(?:ber)?|[Ll]abel|[Tt]ag|[Ee]num|[Mm]arker)(?: |$)/;

/** A number or a letter with which a paragraph begins: “1”, “(a)”, “II.”, “§ 3”, “Reed (1907)”. */
const LABEL = /^\S{1,4}$|\d|[.:)\]]$/;

/** The maximum length of such a label, in UTF-16 code units. */
const MAX_LABEL = 40;

/** Whether an element is the number or the sign of an item, which Word writes into a web page for browsers without lists. */
export function isListLabel(node: Element): boolean {
  return /(?:^|;)\s*mso-list\s*:\s*ignore\b/i.test(htmlAttribute(node, "style"));
}

/** Whether an element is the number or the name of a paragraph by its class. Styles set it apart from the words. */
export function isLineLabel(node: Element): boolean {
  if (!LABEL_CLASS.test(htmlAttribute(node, "className"))) return false;
  const text = textContentOf(node).trim();
  return text.length <= MAX_LABEL && LABEL.test(text);
}
