import { type Entry, textOf } from "./entry.ts";
import { createLater, type Later } from "./later.ts";
import { positionsOf } from "./positions.ts";
import type { Wording } from "./wording.ts";

/** A part of a text, in UTF-16 code units; the end is exclusive. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
}

/** Finds words that stand one after the other, or near each other, within one entry. */
export interface Phrases {
  /** Where a phrase stands in the texts of entries, by the entries' numbers. */
  standing(phrase: string): ReadonlyMap<number, readonly TextPart[]>;
  /**
   * How near to each other words stand in an entry, each by one of its terms: 1 side by side in any order, less
   * the more others stand among them, 0 where one of them is missing.
   */
  nearness(words: readonly (readonly string[])[]): (number: number) => number;
  /** Reads the entries while other things go on; else they are read when first asked about. */
  prepare(): Promise<void>;
}

/** Looks words up in those of the passages, and in an index of its own for all other entries. */
export function createPhrases(
  entries: readonly Entry[],
  wording: Later<Wording>,
  termOf: (word: string) => string,
): Phrases {
  const numbers = [...entries.keys()];
  const passages = numbers.filter((number) => entries[number]?.kind === "passage");
  const others = numbers.filter((number) => entries[number]?.kind !== "passage");
  const rest = createLater(() =>
    positionsOf(
      others.flatMap((number) => {
        const entry = entries[number];
        return entry === undefined ? [] : [{ text: textOf(entry), readsOn: false }];
      }),
    ),
  );
  const texts = new Map(
    [passages, others].flatMap((some) => some.map((number, text) => [number, text] as const)),
  );
  const indexes = () => [
    { positions: wording.get().positions, numbers: passages },
    { positions: rest.get(), numbers: others },
  ];

  return {
    standing(phrase) {
      const found = new Map<number, TextPart[]>();
      for (const { positions, numbers } of indexes()) {
        const words = positions.wordsOf(phrase);
        for (const at of positions.phrase(words)) {
          const [span, ...more] = positions.spans(at, at + words.length);
          const number = span && numbers[span.text];
          // A phrase that goes on in the next passage stands in neither.
          if (span === undefined || number === undefined || more.length > 0) continue;
          const known = found.get(number);
          if (known === undefined) found.set(number, [span]);
          else known.push(span);
        }
      }
      return found;
    },
    nearness(sought) {
      const [inPassages, inOthers] = indexes().map(({ positions }) => {
        const kinds = new Map<number, number | undefined>();
        const kindOf = (word: number) => {
          if (!kinds.has(word)) {
            const term = termOf(positions.spelling(word));
            const kind = sought.findIndex((terms) => terms.includes(term));
            kinds.set(word, kind === -1 ? undefined : kind);
          }
          return kinds.get(word);
        };
        return (number: number) => {
          const shortest = positions.shortest(texts.get(number) ?? 0, kindOf, sought.length);
          return shortest === undefined ? 0 : (sought.length - 1) / (shortest - 1);
        };
      });
      return (number) =>
        (entries[number]?.kind === "passage" ? inPassages : inOthers)?.(number) ?? 0;
    },
    async prepare() {
      await wording.prepare();
      await rest.prepare();
    },
  };
}
