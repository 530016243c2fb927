import type { RootContent } from "mdast";
import { RAISED_DIGITS } from "../../../language/superscripts.ts";
import { markNodesIn } from "../marks/mark.ts";
import { AFTER_WORD, NOTE_LABEL, NOTE_NUMBERS, NOTE_SIGNS } from "../marks/printed-labels.ts";
import { noteLabelOf } from "./note-beginnings.ts";

/** Returns the numbers and signs in paragraphs that may refer to notes, and those of `signs`, which the reader found. */
export function printedReferences(
  texts: readonly string[],
  signs: readonly string[],
): ReadonlySet<string> {
  const references = new Map<string, number>();
  for (const sign of signs) references.set(sign, (references.get(sign) ?? 0) + 1);
  const pattern = new RegExp(
    String.raw`(?<=\S\s?)\[(${NOTE_LABEL}|${NOTE_NUMBERS})\]|(?<=[.,;:!?”’"'])\((\d{1,3})\)|${AFTER_WORD}(${NOTE_SIGNS}|${RAISED_DIGITS})(?!\p{L})`,
    "giu",
  );
  for (const text of texts) {
    const own = noteLabelOf(text);
    for (const [, bracketed, round, sign] of text.matchAll(pattern)) {
      const printed = bracketed ?? round ?? sign ?? "";
      for (const label of printed.split(/\s*[,;–-]\s*/)) {
        // A paragraph that begins with a sign and has it again is no note on itself.
        if (label !== own) references.set(label, (references.get(label) ?? 0) + 1);
      }
    }
  }
  const asBullets = countBeginnings(texts, new RegExp(String.raw`^(${NOTE_SIGNS})\s`, "u"));
  return new Set(
    [...references].flatMap(([label, count]) =>
      (asBullets.get(label) ?? 0) > MAX_NOTES_PER_SIGN * count ? [] : [label],
    ),
  );
}

/** Returns the numbers and signs that the reader found as marks, and to which no note of its belongs. */
export function labelsWithoutNotes(blocks: readonly RootContent[]): readonly string[] {
  const nodes = blocks.flatMap(markNodesIn);
  const notes = new Set(
    nodes.flatMap(({ type, identifier }) => (type === "footnoteDefinition" ? [identifier] : [])),
  );
  return nodes.flatMap(({ identifier, label }) =>
    notes.has(identifier) ? [] : [(label ?? "").replace(/^[[(]|[.:)\]]+$/g, "")],
  );
}

/** With more paragraphs than these for each reference by a sign, the sign is that of a list. */
const MAX_NOTES_PER_SIGN = 2;

/** Counts how many of the texts begin with each of the signs that `pattern` matches. */
function countBeginnings(texts: readonly string[], pattern: RegExp): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const sign = pattern.exec(text)?.[1];
    if (sign !== undefined) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return counts;
}
