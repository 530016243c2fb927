import type { FootnoteReference } from "mdast";
import { LABEL_PREFIXES, MARK_KIND, type MarkNode, markKindOf } from "./mark.ts";

/**
 * Assigns labels with which Markdown connects marks and notes. Where numbers begin anew, as in each
 * chapter, a mark refers to the next note with its number, or otherwise to the last one.
 */
export function assignLabels(nodes: readonly MarkNode[]): void {
  const taken = new Set<string>();
  /** The last number after a printed label that several have. */
  const numbers = new Map<string, number>();
  const waiting = new Map<string, FootnoteReference[]>();
  const noteLabels = new Map<string, string>();

  function freeLabel(printed: string): string {
    const plain = toLabel(printed);
    let label = plain;
    let number = numbers.get(plain) ?? (plain === "" ? 0 : 1);
    while (label === "" || taken.has(label)) {
      number += 1;
      label = plain === "" ? String(number) : `${plain}-${number}`;
    }
    numbers.set(plain, number);
    taken.add(label);
    return label;
  }

  for (const node of nodes) {
    const kind = markKindOf(node);
    const target = node.identifier.replace(MARK_KIND, "");
    const printed = node.label ?? "";
    if (node.type === "footnoteDefinition") {
      const label = freeLabel(printed);
      for (const mark of waiting.get(target) ?? []) setLabel(mark, label);
      waiting.delete(target);
      noteLabels.set(target, label);
      setLabel(node, label);
    } else if (kind === "note") {
      const marks = waiting.get(target);
      if (marks === undefined) waiting.set(target, [node]);
      else marks.push(node);
    } else setLabel(node, LABEL_PREFIXES[kind] + toLabel(printed));
  }
  for (const [target, marks] of waiting) {
    const noteLabel = noteLabels.get(target);
    for (const mark of marks) setLabel(mark, noteLabel ?? freeLabel(mark.label ?? ""));
  }
}

/**
 * Returns the letters and digits of a printed number or sign, with the colon between those of a chapter and a verse. Signs
 * and whole words have none.
 */
function toLabel(printed: string): string {
  const label = printed.normalize("NFKC").replace(/(?!(?<=\d):(?=\d))[^\p{L}\p{N}]/gu, "");
  return label.length <= 8 ? label : "";
}

function setLabel(node: MarkNode, label: string): void {
  node.identifier = label.toLowerCase();
  node.label = label;
}
