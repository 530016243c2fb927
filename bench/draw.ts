import { createRandom } from "../src/command/seeded-random.ts";

/** Draws that look random and follow from a seed. */
export interface Draw {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  /** True in so many of 1 draws. */
  happens(probability: number): boolean;
  /** Throws when there are no things. */
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
