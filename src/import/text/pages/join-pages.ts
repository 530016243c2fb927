import { append } from "../../../foundation/long-arrays.ts";
import { DIVIDED } from "../../shared/hyphenation.ts";
import type { PageLines } from "./foot-notes.ts";
import {
  goesOn,
  isUnfinished,
  MAX_NOTE_LINES,
  NOTE_BEGINNING,
  SENTENCE_END,
} from "./interruptions.ts";
import { isTitle } from "./numbered-lines.ts";
import { FORM_FEED, type Furniture, PAGE_MARK } from "./printed-lines.ts";

/**
 * Removes furniture, and the empty lines around it if a sentence goes on after it. A note at the foot of such a page
 * follows the paragraph.
 */
export function joinPages(
  { lines, printed, noteStarts }: PageLines,
  found: ReadonlyMap<number, Furniture>,
): readonly string[] {
  const removed = new Set([...found.keys()].map((at) => printed[at]?.index));
  const kept: string[] = [];
  let waiting: string[] = [];
  let isInNotes = false;
  const flush = () => {
    append(kept, waiting);
    waiting = [];
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const isMark = PAGE_MARK.test(line);
    if (!removed.has(index) && !line.includes(FORM_FEED) && !isMark) {
      if (line.trim() === "" && waiting.length > 0) {
        kept.push("");
        flush();
      }
      kept.push(line);
      isInNotes ||= noteStarts.has(index);
      continue;
    }
    let next = index;
    let mark = "";
    for (; next < lines.length; next++) {
      const skipped = lines[next] ?? "";
      if (PAGE_MARK.test(skipped)) mark = `${mark} ${skipped.trim()}`.trim();
      else if (!removed.has(next) && skipped.trim() !== "") break;
    }
    const isBlank = (text: string | undefined) => text !== undefined && text.trim() === "";
    const blanks: string[] = [];
    while (isBlank(kept.at(-1))) blanks.push(kept.pop() ?? "");
    const after = (lines[next] ?? "").replaceAll(FORM_FEED, "");
    const noted = !isInNotes && goesOn(kept.at(-1), after) ? 0 : countNoteLines(kept, after);
    if (noted > 0) {
      waiting = [...waiting, "", ...kept.splice(kept.length - noted)];
      while (isBlank(kept.at(-1))) kept.pop();
    }
    const isBelowNotes = isInNotes && noted === 0;
    const isJoined =
      !isBelowNotes &&
      (goesOn(kept.at(-1), after) || (removed.has(index) && isUnfinished(kept.at(-1), after)));
    const isTitled = isBlank(lines[next + 1]) && isTitle(after) && !SENTENCE_END.test(after);
    const wasApart =
      isBelowNotes ||
      isTitled ||
      blanks.length > 0 ||
      isBlank(lines[next - 1]) ||
      removed.has(next - 1);
    isInNotes = false;
    if (!isJoined && kept.length > 0 && wasApart) {
      append(kept, blanks.length > 0 ? blanks : [""]);
      flush();
    }
    if (next < lines.length) kept.push(withMark(mark, after, kept.at(-1)));
    else if (mark !== "") kept.push(mark);
    index = next;
  }
  flush();
  return kept;
}

/** Puts the mark of a page before a line, or after the word that the page divides. */
function withMark(mark: string, line: string, before = ""): string {
  if (mark === "") return line;
  const [word = ""] = DIVIDED.test(before) ? (/^\s*\S+/.exec(line) ?? []) : [];
  return [word, mark, line.slice(word.length).trimStart()].filter((one) => one !== "").join(" ");
}

/** Returns how many lines at the end are notes, before which a sentence begins that goes on with `next`. */
function countNoteLines(kept: readonly string[], next: string): number {
  for (let count = 1; count <= Math.min(MAX_NOTE_LINES, kept.length - 1); count++) {
    const first = kept.length - count;
    if (!NOTE_BEGINNING.test(kept[first] ?? "")) continue;
    const above = kept.findLastIndex((line, at) => at < first && line.trim() !== "");
    if (goesOn(kept[above], next)) return count;
  }
  return 0;
}
