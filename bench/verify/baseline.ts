import type { Document } from "../../src/corpus/document.ts";
import { fts5 } from "../search/engines/fts5.ts";
import { type Place, passageStart } from "./place.ts";

/** The baseline: SQLite FTS5, which is asked for the passage that has the words, in any order. */
export interface Baseline {
  /** Returns the passage that it ranks highest. */
  find(text: string): readonly Place[];
}

export async function createBaseline(documents: readonly Document[]): Promise<Baseline> {
  const spots = documents.flatMap((document) =>
    document.passages.map((passage, index) => ({ document, passage, index })),
  );
  const index = await fts5.build(spots.map(({ passage }) => passage.text));

  return {
    find(text) {
      const numbers = index.search(text, 1);
      if (numbers instanceof Promise) throw new Error("SQLite answers at once.");
      const [number] = numbers;
      const spot = number === undefined ? undefined : spots[number];
      if (spot === undefined) return [];
      const start = passageStart(spot.document, spot.index);
      return [{ document: spot.document, start, end: start + spot.passage.text.length }];
    },
  };
}
