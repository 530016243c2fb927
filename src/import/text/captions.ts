import { append } from "../../foundation/long-arrays.ts";
import { CAPTION_NAME } from "../../language/apparatus/caption-names.ts";
import { goesOn } from "./pages/interruptions.ts";

/** The name and the number of a picture or a table: “Figure 1.2”, “Abb. 3a”, “표 2”. */
const NUMBERED_NAME = new RegExp(
  String.raw`^\s*(?:${CAPTION_NAME})\.?\s?\d{1,3}(?:[.–-]\d{1,3})*[a-z]?(?![\p{L}\p{N}])`,
  "iu",
);

/** The beginning of the caption after it. A sentence goes on in small letters. */
const CAPTION_START = /^(?:[.:)\]|—–-]|\s+(?=[^\s\p{Ll}])|$)/u;

/** A gap between the cells of a table, and the minimum share of lines with one. */
const CELL_GAP = /\S {3,}\S|\S\t\S/;
const MIN_ROWS = 0.5;

/** How many lines a caption has at most, and of how many blocks a picture or a table consists. */
const MAX_CAPTION_LINES = 5;
const MAX_BLOCKS = 3;

/** Consecutive lines, with the empty ones above them. */
interface LineGroup {
  readonly above: readonly string[];
  readonly lines: readonly string[];
}

/**
 * Puts captions, with the rows of their tables, below the paragraph within whose sentence a page has them: at its foot or at the
 * head of the next one.
 */
export function moveCaptions(lines: readonly string[]): readonly string[] {
  const groups = groupsIn(lines);
  const moved: string[] = [];
  let last = "";
  for (let at = 0; at < groups.length; at++) {
    const { above, lines: own } = groups[at] ?? { above: [], lines: [] };
    const count = countFloating(groups, at);
    const next = groups[at + count];
    if (count === 0 || next === undefined || !goesOn(last, next.lines[0])) {
      append(moved, [...above, ...own]);
      last = own.at(-1) ?? "";
      continue;
    }
    append(moved, next.lines);
    last = next.lines.at(-1) ?? "";
    for (const group of groups.slice(at, at + count)) append(moved, ["", ...group.lines]);
    at += count;
  }
  return moved;
}

/** Returns how many groups from a place on are a caption, perhaps beside the rows of a table; 0 if none is. */
function countFloating(groups: readonly LineGroup[], place: number): number {
  let count = 0;
  let hasCaption = false;
  for (const { lines } of groups.slice(place, place + MAX_BLOCKS)) {
    const isCaption = lines.length <= MAX_CAPTION_LINES && isCaptionLine(lines[0] ?? "");
    const rows = lines.filter((line) => CELL_GAP.test(line.trim()));
    if (!isCaption && rows.length < MIN_ROWS * lines.length) break;
    hasCaption ||= isCaption;
    count += 1;
  }
  return hasCaption ? count : 0;
}

function isCaptionLine(line: string): boolean {
  const [name] = NUMBERED_NAME.exec(line) ?? [];
  return name !== undefined && CAPTION_START.test(line.slice(name.length));
}

function groupsIn(lines: readonly string[]): readonly LineGroup[] {
  const groups: { above: string[]; lines: string[] }[] = [];
  let above: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line.trim() === "") {
      above.push(line);
      isOpen = false;
    } else if (isOpen) groups.at(-1)?.lines.push(line);
    else {
      groups.push({ above, lines: [line] });
      above = [];
      isOpen = true;
    }
  }
  if (above.length > 0) groups.push({ above, lines: [] });
  return groups;
}
