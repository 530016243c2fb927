import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";

const RESULTS = "bench/results.md";
const GIBIBYTE = 2 ** 30;

/** The sections of the results, in order. */
const SECTIONS = [
  "Quality",
  "Speed and memory",
  "Growth",
  "Verdicts",
  "Verdicts by script",
  "False quotations by script",
  "False quotations with marks and ellipses",
  "Completion of in:",
  "A change of one file",
  "Import and check",
  "The store",
] as const;
export type Section = (typeof SECTIONS)[number];

/** Replaces one section of the results with a new measurement; the other sections stay. */
export async function writeSection(
  section: Section,
  command: string,
  blocks: readonly string[],
): Promise<void> {
  const present = existsSync(RESULTS) ? await readFile(RESULTS, "utf8") : "";
  const sections = new Map(
    present
      .split(/^## /m)
      .slice(1)
      .map((text) => [text.slice(0, text.indexOf("\n")), `## ${text}`.trim()]),
  );
  sections.set(section, [`## ${section}`, machine(command), ...blocks].join("\n\n"));
  const all = SECTIONS.flatMap((name) => sections.get(name) ?? []);
  await writeFile(
    RESULTS,
    `${["# What Ibid takes, and its search beside its peers", ...all].join("\n\n")}\n`,
  );
}

function machine(command: string): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / GIBIBYTE)} GiB of memory`;
  const day = new Date().toISOString().slice(0, 10);
  return `\`${command}\` on ${day}, ${cpus().length} cores (${cpu?.model.trim()}), ${memory}, Node ${process.versions.node}.`;
}
