// Keeps words out of comments, test names and sentences that give prose the sound of a translation, and
// sentences for users out of all code but the catalogue. The rules are in DESIGN.md, sections 3 and 6. Run by
// `npm run lint`; prints each finding as file:line and exits with 1.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { findUncatalogued } from "./find-uncatalogued.ts";
import { findWordings } from "./find-wordings.ts";

const FOLDERS = ["src", "commands", "tests", "bench", "pictures", "lint", "page", "bin"];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:ts|js|mjs)$/.test(file))
    .map((file) => join(folder, file)),
);
const findings = files.flatMap((file) => {
  const source = readFileSync(file, "utf8");
  return [...findWordings(file, source), ...findUncatalogued(file, source)];
});
for (const finding of findings) process.stdout.write(`${finding}\n`);
process.exitCode = findings.length > 0 ? 1 : 0;
