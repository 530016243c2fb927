/** Whether the tests are run by `npm run test:long`, which passes Vitest the mode `long`. */
const isLong = process.env["MODE"] === "long";

/** Returns how many runs a property gets: ten times as many in the long tests. */
export function runs(count: number): number {
  return isLong ? 10 * count : count;
}
