import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { startWorkLimit } from "../../src/loading/work-limit.ts";

function workFor(milliseconds: number): void {
  const start = process.cpuUsage();
  for (let used = 0; used < 1000 * milliseconds; ) {
    const { user, system } = process.cpuUsage(start);
    used = user + system;
  }
}

test("work counts, and waiting only ten times as long", async () => {
  const [short, long] = [startWorkLimit(200), startWorkLimit(60_000)];
  expect(short()).toBe(false);
  // As on a machine that does something else in the meantime.
  await setTimeout(600);
  expect(short()).toBe(false);
  const working = startWorkLimit(200);
  workFor(250);
  expect(working()).toBe(true);
  await setTimeout(1400);
  expect([short(), long()]).toEqual([true, false]);
});
