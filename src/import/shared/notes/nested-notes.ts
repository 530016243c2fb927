import type { FootnoteDefinition, RootContent } from "mdast";
import { plainText } from "../plain-text.ts";
import { dropStart } from "./note-beginnings.ts";

/** Returns a block, and after it the notes that were in it, without the numbers that they begin with. */
export function hoistNotes(block: RootContent): readonly RootContent[] {
  const notes: FootnoteDefinition[] = [];
  const rest = withoutNotes(block, notes);
  return [...(rest === undefined ? [] : [rest]), ...notes.map(dropLabel)];
}

/** Moves the notes in a block to `notes`. Returns undefined if nothing else is in it. */
function withoutNotes<Block extends RootContent>(
  block: Block,
  notes: FootnoteDefinition[],
): Block | undefined {
  switch (block.type) {
    case "footnoteDefinition": {
      const children = block.children.flatMap((child) => withoutNotes(child, notes) ?? []);
      if (children.length > 0) notes.push({ ...block, children });
      return undefined;
    }
    case "blockquote":
    case "list":
    case "listItem": {
      const children = block.children.flatMap((child) => withoutNotes(child, notes) ?? []);
      return children.length === 0 ? undefined : { ...block, children };
    }
    default:
      return block;
  }
}

function dropLabel(note: FootnoteDefinition): FootnoteDefinition {
  const [first, ...others] = note.children;
  const printed = note.label ?? "";
  if (first?.type !== "paragraph" || printed === "") return note;
  const label = printed.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const beginning = new RegExp(
    `^[\\s[({^↑]*${label}[\\s\\])}.:]*(?<![\\p{L}\\p{N}](?=[\\p{L}\\p{N}]))`,
    "u",
  );
  const text = plainText(first);
  // The number may have been a link back, so that only the point after it is left.
  const length = (beginning.exec(text) ?? /^[\]).:^↑]\s+/.exec(text))?.[0].length ?? 0;
  const rest = dropStart(first, length);
  return { ...note, children: rest.children.length === 0 ? others : [rest, ...others] };
}
