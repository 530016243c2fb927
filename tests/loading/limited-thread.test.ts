import { expect, test } from "vitest";
import { maxHeapFor } from "../../src/loading/limited-thread.ts";

const fileOf = (length: number) => ({ path: "a.md", bytes: new Uint8Array(length) });

test("A corpus that grows from nothing to a MiB needs no thread with a larger heap", () => {
  const heaps = [[], [fileOf(1)], [fileOf(2 ** 20)]].map(maxHeapFor);
  expect(new Set(heaps).size).toBe(1);
  expect(maxHeapFor([fileOf(2 ** 20), fileOf(1)])).toBeGreaterThan(maxHeapFor([]));
});
