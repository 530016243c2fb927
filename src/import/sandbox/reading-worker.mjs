import { importTypeScript } from "../../loading/import-typescript.mjs";

// A worker does not inherit tsx from the main thread.
await importTypeScript(new URL("./reading-worker.ts", import.meta.url));
