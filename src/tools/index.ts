import { check } from "./check.ts";
import type { Tool } from "./define-tool.ts";
import { fill } from "./fill.ts";
import { importTool } from "./import.ts";
import { show } from "./show.ts";
import { stats } from "./stats.ts";

/** All tools for editors, in the order of the help. */
export const tools: readonly Tool[] = [importTool, fill, check, show, stats];
