import process from "node:process";
import { afterAll } from "vitest";
import { tableOf } from "../bench/report.ts";
import { isLong } from "./thoroughness.ts";

/** Notes how much was tried of something, or what came of it. */
export type Note = (what: string, figure: string | number) => void;

/** Returns a function that notes figures. The long tests print those of a file as a table at its end. */
export function createFigures(): Note {
  const figures: (readonly [string, string])[] = [];
  afterAll(() => {
    if (!isLong || figures.length === 0) return;
    process.stdout.write(`\n${tableOf(["what was tried", "figure"], figures)}\n\n`);
  });
  return (what, figure) => figures.push([what, String(figure)]);
}
