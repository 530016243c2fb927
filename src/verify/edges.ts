import { tokenize } from "../language/tokenizer.ts";
import type { PassagePositions } from "../search/index/passage-positions.ts";
import { BOUNDARY } from "../search/index/positions.ts";
import type { PositionRange } from "./alignment.ts";
import type { Change } from "./changes.ts";
import { stretchOf } from "./occurrence.ts";

/**
 * Extends a range by the word before it, or after it, for which a quotation has another one. A word that is
 * added at the edge of a quotation replaces none, unless the printed word next to the range is the first or
 * the last of its clause: then the quotation is a whole clause with one word changed.
 */
export function withReplacedEdges(
  { start, end }: PositionRange,
  changes: readonly Change[],
  passagePositions: PassagePositions,
): PositionRange {
  return {
    start: isAddedWord(changes[0]) && beginsClause(start - 1, passagePositions) ? start - 1 : start,
    end: isAddedWord(changes.at(-1)) && endsClause(end, passagePositions) ? end + 1 : end,
  };
}

/** Whether a change adds one word of letters: what has signs or brackets is often an editor's. */
function isAddedWord(change: Change | undefined): boolean {
  if (change === undefined || change.isSame || change.printed !== "") return false;
  if (/^[\])]/.test(change.gap)) return false;
  return tokenize(change.quoted).length === 1 && /^[\p{L}\p{M}'’-]+$/u.test(change.quoted);
}

function beginsClause(position: number, passagePositions: PassagePositions): boolean {
  const pair = neighbours(position, position + 1, passagePositions);
  if (pair === undefined) return false;
  const { text, word, other } = pair;
  return (
    /^\s+$/.test(text.slice(word.end, other.start)) &&
    /(?:^|[\p{P}\n])\s*$/u.test(text.slice(Math.max(0, word.start - 2), word.start))
  );
}

function endsClause(position: number, passagePositions: PassagePositions): boolean {
  const pair = neighbours(position, position - 1, passagePositions);
  if (pair === undefined) return false;
  const { text, word, other } = pair;
  return (
    /^\s+$/.test(text.slice(other.end, word.start)) &&
    /^\s*(?:$|[\p{P}\n])/u.test(text.slice(word.end, word.end + 2))
  );
}

/** Returns the words at two positions of one passage; undefined if they are not in one. */
function neighbours(position: number, next: number, passagePositions: PassagePositions) {
  const { positions } = passagePositions;
  const isWord =
    position >= 0 && position < positions.size && positions.wordIds[position] !== BOUNDARY;
  if (!isWord || positions.textAt(position) !== positions.textAt(next)) return undefined;
  const [word] = stretchOf({ start: position, end: position + 1 }, passagePositions);
  const [other] = stretchOf({ start: next, end: next + 1 }, passagePositions);
  return { text: word.passage.text, word, other };
}
