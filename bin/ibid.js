#!/usr/bin/env node
import process from "node:process";
import { importTypeScript } from "../src/loading/import-typescript.mjs";

const mains = new Map([
  ["corpus", new URL("../src/cli/corpus-main.ts", import.meta.url)],
  ["store", new URL("../src/cli/store-main.ts", import.meta.url)],
]);
await importTypeScript(
  mains.get(process.argv[2]) ?? new URL("../src/cli/start.ts", import.meta.url),
);
