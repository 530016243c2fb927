/** The largest seed, so that an action which carries one stays short. */
export const MAX_SEED = 2 ** 31 - 1;

/** The same things in an order that follows from `seed`. */
export function shuffle<T>(things: readonly T[], seed: number): readonly T[] {
  const random = createRandom(seed);
  return things
    .map((thing) => ({ thing, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ thing }) => thing);
}

/** Numbers from 0 to 1 that look random and follow from `seed`: mulberry32, by Tommy Ettinger. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
