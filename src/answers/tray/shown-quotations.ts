import type { PassageRef } from "../../corpus/document.ts";
import type { PassagePart } from "../../options/passage.ts";
import type { Library } from "../../search/library.ts";

const ADDRESS = /([a-z0-9-]+)¶([a-z0-9]+)/;
const PLACE = /¶([a-z0-9]+)/;

/**
 * Finds the quotations that an answer shows: block quotes, each with its address in the lines below it. A neighbour
 * in a context has only the number of its passage there. Words that the document no longer has are left out.
 */
export function findShownQuotations(message: string, library: Library): readonly PassagePart[] {
  const lines = message.split("\n");
  const isQuoted = (index: number) => /^>(?: |$)/.test(lines[index] ?? "");
  const [, firstId] = ADDRESS.exec(message) ?? [];
  if (firstId === undefined) return [];
  const starts = [...lines.keys()].filter((index) => isQuoted(index) && !isQuoted(index - 1));
  return starts.flatMap((start, position) => {
    const block = lines.slice(start, starts[position + 1]);
    const length = block.findIndex((_, index) => !isQuoted(start + index));
    const quoted = block.slice(0, length === -1 ? undefined : length);
    const below = block.slice(quoted.length).join("\n");
    const [, id = firstId, number = ""] = ADDRESS.exec(below) ?? [];
    const place = number === "" ? PLACE.exec(below)?.[1] : number;
    const words = quoted.map((line) => line.slice(2)).join("\n");
    const document = library.document(id);
    if (document === undefined) return [];
    const named = library.passage(`${id}¶${place}`)?.passage;
    // Passages may have been renumbered since.
    const candidates = [...(named ? [named] : []), ...document.passages];
    return candidates
      .flatMap((passage) => findWords(words, { document, passage }) ?? [])
      .slice(0, 1);
  });
}

/** Finds words in a passage as Discord shows them, in which matches are bold. */
function findWords(shown: string, { document, passage }: PassageRef): PassagePart | undefined {
  const wanted = comparable(shown.replace(/^\[…\] | \[…\]$/g, "")).text;
  const { text, offsets } = comparable(passage.text);
  const at = wanted === "" ? -1 : text.indexOf(wanted);
  if (at === -1) return undefined;
  if (wanted === text) return { document, passage };
  const start = offsets[at] ?? 0;
  const last = offsets[at + wanted.length - 1] ?? start;
  return { document, passage, start, end: last + 1 };
}

/** Returns a text without what a message adds or leaves out, and the offset of each of its characters. */
function comparable(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let result = "";
  for (const [offset, character] of [...text.split("").entries()]) {
    if (/[\s*\u202a-\u202e\u2066-\u2069]/.test(character)) continue;
    result += character;
    offsets.push(offset);
  }
  return { text: result, offsets };
}
