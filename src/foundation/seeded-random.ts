import { elementAt } from "./checked-access.ts";

/** The largest seed: small enough to keep the actions that carry one short. */
export const MAX_SEED = 2 ** 31 - 1;

/** Returns the items in an order that depends on `seed` alone. */
export function shuffle<T>(items: readonly T[], seed: number): readonly T[] {
  const random = createRandom(seed);
  const count = items.length;
  // A random number of 32 bits and an index are one number: numbers are sorted ten times as fast as objects.
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index++) keys[index] = random() * 2 ** 32 * count + index;
  const shuffled: T[] = [];
  for (const key of keys.sort()) shuffled.push(elementAt(items, key % count));
  return shuffled;
}

/** Creates a pseudo-random number generator from 0 to 1: mulberry32, by Tommy Ettinger. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
