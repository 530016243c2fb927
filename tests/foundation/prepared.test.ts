import { expect, test } from "vitest";
import { createPrepared } from "../../src/foundation/prepared.ts";

test("what was prepared is taken once, and what is never taken makes room for others", () => {
  const prepared = createPrepared<string>(2);
  for (const key of ["a", "b", "c"]) prepared.prepare(key, () => `prepared ${key}`);
  const taken = (key: string) => prepared.take(key, () => `made ${key}`);
  expect(["b", "b", "a", "c"].map(taken)).toEqual(["prepared b", "made b", "made a", "prepared c"]);
});
