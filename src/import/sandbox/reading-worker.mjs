// Node 20 runs no TypeScript, and what runs it on the main thread is not there in a worker.
import { tsImport } from "tsx/esm/api";

await tsImport("./reading-worker.ts", import.meta.url);
