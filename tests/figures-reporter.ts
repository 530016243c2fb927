import type { Reporter } from "vitest/node";
import { printTable } from "../bench/report.ts";
import type {} from "./figures.ts";

/** Prints the figures of all test files as one table, after everything else. */
export const figuresReporter: Reporter = {
  onTestRunEnd(modules) {
    const figures = modules.flatMap((module) => module.meta().figures ?? []);
    if (figures.length > 0) printTable(["what was tried", "figure"], figures);
  },
};
