import type { Document } from "../corpus/document.ts";
import type { Place } from "./entry.ts";
import { type Positions, positionsOf } from "./positions.ts";

/** The words of all passages, as they stand one after the other. */
export interface Wording {
  /** The passages in the order of the index; the same words once. */
  readonly places: readonly Place[];
  readonly positions: Positions;
}

/** Indexes the words of the documents' own passages, step by step. */
export function* wordingOf(documents: readonly Document[]): Generator<undefined, Wording> {
  const places = documents.flatMap((document) =>
    document.passages
      .filter(({ sameAs }) => sameAs === undefined)
      .map((passage) => ({ document, passage })),
  );
  const texts = places.map(({ document, passage }, index) => {
    const next = places[index + 1];
    // Words that are known only as printed are pieces; nobody knows what stands between them.
    const readsOn =
      next?.document === document &&
      passage.printedIn === undefined &&
      next.passage.printedIn === undefined;
    return { text: passage.text, readsOn };
  });
  return { places, positions: yield* positionsOf(texts) };
}
