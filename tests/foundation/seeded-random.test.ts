import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom, MAX_SEED, shuffle } from "../../src/foundation/seeded-random.ts";

// Buttons of answers that are already posted name a passage by its place in such an order.
test("a seed gives the order of the random numbers that it gives", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.nat(MAX_SEED), (items, seed) => {
      const random = createRandom(seed);
      const ordered = items
        .map((item) => ({ item, key: random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item);
      expect(shuffle(items, seed)).toEqual(ordered);
    }),
  );
});
