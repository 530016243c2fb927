import type { PassageRef } from "../../corpus/document.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { buildPositions } from "./build-positions.ts";
import { openPositions, type Positions, type StoredPositions } from "./positions.ts";

/** The positions of the words of all passages. The texts of `positions` are those of `passages`. */
export interface PassagePositions {
  /** The passages in the order of the index; each wording once. */
  readonly passages: readonly PassageRef[];
  readonly positions: Positions;
}

/** Creates the positions of `passages`, from `data` if they have been indexed before. */
export function createPassagePositions(
  passages: readonly PassageRef[],
  data?: StoredPositions,
): PassagePositions {
  const indexed =
    data ??
    buildPositions(
      passages.map((passage, index) => ({
        text: passage.passage.text,
        isContinued: isContiguous(passage, passages[index + 1]),
      })),
    );
  const textOf = (textId: number) => elementAt(passages, textId).passage.text;
  return { passages, positions: openPositions(indexed, textOf) };
}

/** Whether the second passage continues the first. */
export function isContiguous(
  passage: PassageRef | undefined,
  next: PassageRef | undefined,
): boolean {
  // Passages that are only known as printed elsewhere are fragments with unknown text between them.
  return (
    passage !== undefined &&
    next?.document === passage.document &&
    passage.passage.printedIn === undefined &&
    next.passage.printedIn === undefined
  );
}
