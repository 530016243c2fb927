import type { Nodes } from "mdast";

/** Returns the words of a node without their markup. A hard line break is a newline. */
export function plainText(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map(plainText).join("") : "";
}

const RULE = /^\s*([*·•=~_—–-])(?:\s*\1){2,}\s*$/u;

/** Whether a line is a rule: at least three equal signs. */
export function isRuleLine(line: string): boolean {
  return RULE.test(line);
}
