import { type Entry, textOf } from "./entry.ts";
import { createLater, type Later } from "./later.ts";
import { positionsOf } from "./positions.ts";
import type { Wording } from "./wording.ts";

/** A part of a text, in UTF-16 code units; the end is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Finds words that stand one after the other within one entry. */
export interface Phrases {
  /** Where a phrase stands in the texts of entries, by the entries' numbers. */
  standing(phrase: string): ReadonlyMap<number, readonly Stretch[]>;
  /** Reads the entries while other things go on; else they are read when first asked about. */
  prepare(): Promise<void>;
}

/** Looks phrases up in the words of the passages, and in an index of its own for all else. */
export function createPhrases(entries: readonly Entry[], wording: Later<Wording>): Phrases {
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

  return {
    standing(phrase) {
      const found = new Map<number, Stretch[]>();
      const indexes = [
        { positions: wording.get().positions, numbers: passages },
        { positions: rest.get(), numbers: others },
      ];
      for (const { positions, numbers } of indexes) {
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
    async prepare() {
      await wording.prepare();
      await rest.prepare();
    },
  };
}
