import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // These machines are noisy: a slow test is no wrong test.
    testTimeout: 0,
    hookTimeout: 0,
  },
});
