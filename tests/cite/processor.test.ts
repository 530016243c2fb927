import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { warmUpCitations } from "../../src/cite/processor.ts";
import { styles } from "../library.ts";

const { cache } = createRequire(import.meta.url);
const isLoaded = () => Object.keys(cache).some((path) => path.includes("citeproc"));

test("The citation processor loads in the background without blocking", async () => {
  expect(isLoaded()).toBe(false);
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  });
  await warmUpCitations(styles.preferred);
  clearInterval(timer);
  expect(isLoaded()).toBe(true);
  expect(ticks).toBeGreaterThan(1);
});
