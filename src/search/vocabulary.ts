import MiniSearch from "minisearch";
import { folded } from "../corpus/fold.ts";

/** The words of a corpus as they are written, for those who misspell them or begin them. */
export interface Vocabulary {
  /** Words that begin like `word` or are spelt almost like it, the likeliest first. */
  near(word: string): readonly string[];
}

/** How many words may stand in for one that is unknown. */
const MOST_NEAR = 3;

export function createVocabulary(words: Iterable<string>): Vocabulary {
  const distinct = [...new Set([...new Set(words)].map(folded))];
  const index = new MiniSearch<{ id: number; word: string }>({
    fields: ["word"],
    tokenize: (word) => [word],
    processTerm: (word) => word,
  });
  index.addAll(distinct.map((word, id) => ({ id, word })));

  return {
    near: (word) =>
      index
        .search(folded(word), {
          prefix: word.length >= 4,
          // Of two letters, one other makes another word.
          fuzzy: word.length >= 3 && 0.25,
          maxFuzzy: 2,
        })
        .slice(0, MOST_NEAR)
        .flatMap(({ terms }) => terms),
  };
}
