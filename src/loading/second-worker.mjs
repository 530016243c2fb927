import { importTypeScript } from "./import-typescript.mjs";

// A worker does not inherit tsx from the main thread.
await importTypeScript(new URL("./second-worker.ts", import.meta.url));
