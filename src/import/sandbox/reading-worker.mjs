// Node 20 cannot run TypeScript, and the main thread's loader does not apply in a worker.
import { tsImport } from "tsx/esm/api";

await tsImport("./reading-worker.ts", import.meta.url);
