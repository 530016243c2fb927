import { check } from "./check.ts";
import type { Tool } from "./define-tool.ts";
import { importTool } from "./import.ts";
import { show } from "./show.ts";
import { stats } from "./stats.ts";

/** What `npm run corpus` can do. */
export const tools: readonly Tool[] = [importTool, check, show, stats];
