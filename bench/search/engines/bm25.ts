import { stopwords } from "@orama/stopwords/english";
import { stem } from "porter2";
import { B, idf } from "../../../src/search/index/bm25.ts";
import type { Engine } from "./engine.ts";

const K1 = 1.6;
const STOP_WORDS: ReadonlySet<string> = new Set(stopwords);

/** BM25 as in textbooks, with stems and without stop words; words of a query count as often as it has them. */
export const plainBm25: Engine = {
  name: "Plain BM25",
  build(texts) {
    const postings = new Map<string, Map<number, number>>();
    const lengths = texts.map((text, number) => {
      const terms = termsOf(text);
      for (const term of terms) {
        const frequencies = postings.get(term) ?? new Map<number, number>();
        postings.set(term, frequencies.set(number, (frequencies.get(number) ?? 0) + 1));
      }
      return terms.length;
    });
    const averageLength = lengths.reduce((sum, length) => sum + length, 0) / texts.length;
    return {
      search(query, limit) {
        const scores = new Map<number, number>();
        for (const term of termsOf(query)) {
          const frequencies = postings.get(term) ?? new Map<number, number>();
          const weight = idf(frequencies.size, texts.length) * (K1 + 1);
          for (const [number, frequency] of frequencies) {
            const norm = K1 * (1 - B + (B * (lengths[number] ?? 0)) / averageLength);
            const score = (weight * frequency) / (frequency + norm);
            scores.set(number, (scores.get(number) ?? 0) + score);
          }
        }
        return [...scores]
          .sort(([, a], [, b]) => b - a)
          .slice(0, limit)
          .map(([number]) => number);
      },
    };
  },
};

function termsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !STOP_WORDS.has(word)).map(stem);
}
