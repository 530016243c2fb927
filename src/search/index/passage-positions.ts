import type { PassageRef } from "../../corpus/document.ts";
import {
  buildPositionsData,
  openPositions,
  type Positions,
  type PositionsData,
} from "./positions.ts";

/** The words of all passages, as they stand one after the other. */
export interface PassagePositions {
  /** The passages in the order of the index; the same words once. */
  readonly places: readonly PassageRef[];
  readonly positions: Positions;
}

/** The words of `places`; `data` are their positions, where these are known already. */
export function createPassagePositions(
  places: readonly PassageRef[],
  data?: PositionsData,
): PassagePositions {
  const texts = places.map(({ passage }) => passage.text);
  const known =
    data ??
    buildPositionsData(
      texts.map((text, index) => ({
        text,
        readsOn: isContiguous(places[index], places[index + 1]),
      })),
    );
  return { places, positions: openPositions(known, texts) };
}

/** Whether the last words of one passage and the first of the next stand together. */
export function isContiguous(place: PassageRef | undefined, next: PassageRef | undefined): boolean {
  // Words that are known only as printed are pieces; nobody knows what stands between them.
  return (
    place !== undefined &&
    next?.document === place.document &&
    place.passage.printedIn === undefined &&
    next.passage.printedIn === undefined
  );
}
