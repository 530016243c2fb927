import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { eachInSteps, lazyInSteps } from "../../src/foundation/lazy.ts";

test("a value is the same, and made once, however many steps have been taken before its first use", () => {
  const items = fc.array(fc.integer(), { maxLength: 400 });
  fc.assert(
    fc.property(items, fc.nat(9), (all, steps) => {
      // Each look at the clock comes a step later.
      let now = 0;
      vi.spyOn(performance, "now").mockImplementation(() => now++);
      let made = 0;
      const list = lazyInSteps(function* () {
        made += 1;
        const copied: (readonly [number, number])[] = [];
        yield* eachInSteps(all, (item, index) => copied.push([index, item]));
        return copied;
      });
      for (let step = 0; step < steps; step++) list.buildSome();
      const value = list();
      expect(value).toEqual([...all.entries()]);
      expect(list()).toBe(value);
      expect([list.buildSome(), made]).toEqual([false, 1]);
      vi.restoreAllMocks();
    }),
  );
});

test("a step ends as soon as its time is over, and the last one says that nothing is left", () => {
  vi.spyOn(performance, "now").mockReturnValueOnce(0).mockReturnValueOnce(0).mockReturnValue(9);
  const seen: number[] = [];
  const sum = lazyInSteps(function* () {
    for (const number of [1, 2, 3]) {
      seen.push(number);
      yield;
    }
    return seen.length;
  });
  expect(sum.buildSome()).toBe(true);
  expect(seen).toEqual([1]);
  expect(sum()).toBe(3);
  expect(sum.buildSome()).toBe(false);
  vi.restoreAllMocks();
});

test("what throws in the middle is made from the beginning when it is asked for again", () => {
  let attempts = 0;
  const value = lazyInSteps(function* () {
    attempts += 1;
    yield;
    if (attempts === 1) throw new RangeError("Damaged.");
    return attempts;
  });
  expect(value).toThrow(RangeError);
  expect(value()).toBe(2);
});
