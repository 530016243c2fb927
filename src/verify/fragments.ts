import type { Document } from "../corpus/document.ts";
import type { PositionRange } from "./alignment.ts";
import type { MatchingRun } from "./candidates.ts";

/** A part of a quotation put together has so many words at least. */
const MIN_FRAGMENT_WORDS = 5;

/**
 * The closest row of windows, one of each list, that one document has in this order; one in a
 * claimed document if there is any.
 */
export function inOrder(
  lists: readonly (readonly PositionRange[])[],
  documentAt: (position: number) => Document,
  isClaimed: (document: Document) => boolean,
): readonly PositionRange[] | undefined {
  const [first = [], ...others] = lists;
  let best: { row: readonly PositionRange[]; claim: number } | undefined;
  for (const beginning of first) {
    const row = [beginning];
    for (const windows of others) {
      const next = windows[firstFrom(windows, row.at(-1)?.end ?? 0)];
      if (next && documentAt(next.start) === documentAt(beginning.start)) row.push(next);
    }
    if (row.length < lists.length) continue;
    const claim = Number(isClaimed(documentAt(beginning.start)));
    const isBetter =
      best === undefined ||
      claim > best.claim ||
      (claim === best.claim && spanLength(row) < spanLength(best.row));
    if (isBetter) best = { row, claim };
  }
  return best?.row;
}

/** As few runs as cover all words, each going on where the one before ends. */
export function greedyCover(
  length: number,
  runs: readonly MatchingRun[],
): readonly PositionRange[] | undefined {
  const cover: PositionRange[] = [];
  for (let at = 0; at < length; ) {
    const reaching = runs.filter((run) => run.at <= at);
    const end = Math.max(...reaching.map((run) => run.at + run.length));
    const run = reaching.find((one) => one.at + one.length === end);
    if (run === undefined || end - at < MIN_FRAGMENT_WORDS) return undefined;
    cover.push({ start: run.position + at - run.at, end: run.position + run.length });
    at = end;
  }
  return cover.length > 1 ? cover : undefined;
}

/** The index of the first of some windows, in order, that begins at `position` or later. */
function firstFrom(windows: readonly PositionRange[], position: number): number {
  let low = 0;
  for (let high = windows.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((windows[middle]?.start ?? position) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function spanLength(row: readonly PositionRange[]): number {
  return (row.at(-1)?.end ?? 0) - (row[0]?.start ?? 0);
}
