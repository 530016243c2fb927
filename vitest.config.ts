import { defineConfig } from "vitest/config";
import { figuresReporter } from "./tests/figures-reporter.ts";

/** The files that change what others in the same process would notice, with the reason. */
const ISOLATED = [
  // Checks that the citation library is loaded only on demand.
  "tests/cite/processor.test.ts",
  // Spies on a built-in module before the citation library imports it.
  "tests/cite/reference-record.test.ts",
];

export default defineConfig(({ mode }) => ({
  test: {
    // CI machines are noisy, and a slow test is not a failed test.
    testTimeout: 0,
    hookTimeout: 0,
    ...(mode === "long" && { reporters: ["default", figuresReporter] }),
    setupFiles: ["tests/properties.ts"],
    // By default one core is left to an editor.
    maxWorkers: "100%",
    // A project does not inherit the mode.
    projects: [
      {
        extends: true,
        mode,
        test: {
          name: "shared",
          include: ["tests/**/*.test.ts"],
          exclude: ISOLATED,
          isolate: false,
        },
      },
      { extends: true, mode, test: { name: "isolated", include: ISOLATED } },
    ],
  },
}));
