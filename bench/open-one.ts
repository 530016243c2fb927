import * as v from "valibot";
import { openLibrary } from "../src/loading/open-library.ts";

// Opens a library in a process of its own, and prints how many seconds that took until it had answered once, and how
// many of the processor: `open-one.ts folder cache`.
const [folder, cache] = v.parse(v.tuple([v.string(), v.string()]), process.argv.slice(2));
const usage = process.cpuUsage();
const start = performance.now();
const opened = await openLibrary(folder, { cache });
if ("error" in opened) throw new Error("The corpus does not load.");
void opened.library.search("a question", {}, { limit: 5 }).hits.length;
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(usage);
process.stdout.write(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6 }));
