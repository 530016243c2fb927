import { check } from "./check.ts";
import type { Tool } from "./define-tool.ts";
import { importTool } from "./import.ts";
import { show } from "./show.ts";
import { stats } from "./stats.ts";

/** The tools of `npm run corpus`. */
export const tools: readonly Tool[] = [importTool, check, show, stats];
