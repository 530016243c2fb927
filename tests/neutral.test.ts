import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Words of the shipped corpus. The product works with any corpus, so it says nothing about this one. */
const SHIPPED = /\b(?:kim|trump|pompeo|drills?|singapore|hanoi|panmunjom)\b/i;

test.each(["commands", "page", "src"])("%s says nothing about the shipped corpus", (folder) => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const lines = files.flatMap(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, index) =>
        SHIPPED.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
      );
  });
  expect(lines).toEqual([]);
});
