import { defineConfig } from "vitest/config";

/** The files that change what others in the same process would notice, with the reason. */
const ISOLATED = [
  // Checks that the citation library is loaded only on demand.
  "tests/cite/processor.test.ts",
  // Spies on a built-in module before the citation library imports it.
  "tests/cite/reference-record.test.ts",
];

export default defineConfig({
  test: {
    // CI machines are noisy, and a slow test is not a failed test.
    testTimeout: 0,
    hookTimeout: 0,
    projects: [
      {
        extends: true,
        test: {
          name: "shared",
          include: ["tests/**/*.test.ts"],
          exclude: ISOLATED,
          isolate: false,
        },
      },
      { extends: true, test: { name: "isolated", include: ISOLATED } },
    ],
  },
});
