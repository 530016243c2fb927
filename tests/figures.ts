import process from "node:process";
import { afterAll } from "vitest";
import { tableOf } from "../bench/report.ts";
import { isLong } from "./thoroughness.ts";

/**
 * Returns a function that notes how much was tried of something, or what came of it. The long tests print the figures of a
 * file as a table at its end.
 */
export function createFigures(): (what: string, figure: string | number) => void {
  const figures: (readonly [string, string])[] = [];
  afterAll(() => {
    if (!isLong || figures.length === 0) return;
    process.stdout.write(`\n${tableOf(["what was tried", "figure"], figures)}\n\n`);
  });
  return (what, figure) => figures.push([what, String(figure)]);
}
