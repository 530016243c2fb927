import { importTypeScript } from "../loading/import-typescript.mjs";

// A worker does not inherit tsx from the main thread.
await importTypeScript(new URL("./check-worker.ts", import.meta.url));
