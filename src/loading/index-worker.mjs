// Node 20 cannot run TypeScript, and a worker does not inherit tsx from the main thread.
import { tsImport } from "tsx/esm/api";

await tsImport(new URL("./index-worker.ts", import.meta.url).href, import.meta.url);
