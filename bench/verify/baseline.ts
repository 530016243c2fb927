import search from "approx-string-match";
import MiniSearch from "minisearch";
import type { Document } from "../../src/corpus/document.ts";
import { normalizeWords } from "./brute-force.ts";
import { type Place, passageStart } from "./place.ts";

const CANDIDATES = 20;

/** The baseline: MiniSearch with its defaults, and approximate matching of the passages that it ranks highest. */
export interface Baseline {
  /** Returns the passage that contains these words with the fewest errors, at most one in three characters. */
  find(text: string): readonly Place[];
}

export function createBaseline(documents: readonly Document[]): Baseline {
  const spots = documents.flatMap((document) =>
    document.passages.map((passage, index) => ({ document, passage, index })),
  );
  const texts = spots.map(({ passage }) => normalizeWords(passage.text));
  const index = new MiniSearch({ fields: ["text"] });
  index.addAll(spots.map(({ passage }, id) => ({ id, text: passage.text })));

  return {
    find(text) {
      const words = normalizeWords(text);
      let fewest = Math.floor(words.length / 3);
      let best: number | undefined;
      for (const { id } of index.search(text).slice(0, CANDIDATES)) {
        const [match] = search(texts[id] ?? "", words, fewest);
        if (match === undefined || (best !== undefined && match.errors >= fewest)) continue;
        fewest = match.errors;
        best = Number(id);
      }
      const spot = best === undefined ? undefined : spots[best];
      if (spot === undefined) return [];
      const start = passageStart(spot.document, spot.index);
      return [{ document: spot.document, start, end: start + spot.passage.text.length }];
    },
  };
}
