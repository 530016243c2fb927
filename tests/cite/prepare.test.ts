import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { warmUpCitations } from "../../src/cite/processor.ts";
import { styles } from "../library.ts";

const { cache } = createRequire(import.meta.url);
const loaded = () => Object.keys(cache).some((path) => path.includes("citeproc"));

test("what writes citations is loaded before it is needed, while other things go on", async () => {
  expect(loaded()).toBe(false);
  let others = 0;
  const going = setInterval(() => {
    others += 1;
  });
  await warmUpCitations(styles.preferred);
  clearInterval(going);
  expect(loaded()).toBe(true);
  expect(others).toBeGreaterThan(1);
});
