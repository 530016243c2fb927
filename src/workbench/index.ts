import { check } from "./check.ts";
import { importing } from "./import.ts";
import { show } from "./show.ts";
import { stats } from "./stats.ts";
import type { Tool } from "./tool.ts";

/** What `npm run corpus` can do. */
export const tools: readonly Tool[] = [importing, check, show, stats];
