import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // CI machines are noisy, and a slow test is not a failed test.
    testTimeout: 0,
    hookTimeout: 0,
  },
});
