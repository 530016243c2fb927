import { createRandom } from "../src/foundation/seeded-random.ts";

/** Pseudo-random draws that follow from a seed. */
export interface Draw {
  /** Returns a whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** Returns a whole number from `least` to `most`. */
  between(least: number, most: number): number;
  /** Returns true with a probability from 0 to 1. */
  happens(probability: number): boolean;
  /** Returns one of the things. Throws when there are none. */
  oneOf<T>(things: readonly T[]): T;
}

export function createDraw(seed: number): Draw {
  const random = createRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    happens: (probability) => random() < probability,
    oneOf(things) {
      const thing = things[below(things.length)];
      if (thing === undefined) throw new Error("There is nothing to draw from.");
      return thing;
    },
  };
}
