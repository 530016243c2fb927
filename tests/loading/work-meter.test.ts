import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { startWorkMeter } from "../../src/loading/work-meter.ts";

function workFor(milliseconds: number): void {
  const start = process.cpuUsage();
  for (let used = 0; used < 1000 * milliseconds; ) {
    const { user, system } = process.cpuUsage(start);
    used = user + system;
  }
}

test("work counts, and a tenth of the time that passes", async () => {
  const waiting = startWorkMeter();
  // As on a machine that does something else in the meantime.
  await setTimeout(600);
  expect(waiting()).toBeLessThan(200);
  const working = startWorkMeter();
  workFor(250);
  expect(working()).toBeGreaterThan(200);
  await setTimeout(1400);
  expect(waiting()).toBeGreaterThan(200);
  expect(waiting()).toBeLessThan(60_000);
});
