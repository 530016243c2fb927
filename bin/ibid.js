#!/usr/bin/env node
import process from "node:process";
import { importTypeScript } from "../src/loading/import-typescript.mjs";

const main =
  process.argv[2] === "corpus"
    ? new URL("../src/cli/corpus-main.ts", import.meta.url)
    : new URL("../src/cli/start.ts", import.meta.url);
await importTypeScript(main);
