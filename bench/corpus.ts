import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeFiles } from "./corpus/files.ts";
import { measureTool, type Usage } from "./corpus/measure-tool.ts";
import { createDraw } from "./draw.ts";
import { exponentOf } from "./growth.ts";
import { failWith, tableOf } from "./report.ts";
import { writeSection } from "./results.ts";
import { readTexts } from "./texts.ts";

const { values: options } = parseArgs({
  options: {
    documents: { type: "string", default: "100,1000,10000" },
    seed: { type: "string", default: "1" },
    data: { type: "string", default: "../shared/data" },
  },
});
const sizes = options.documents.split(",").map(Number);
const seed = Number(options.seed);

/** The documents of the warm-up run, which does not count: the first start finds cold caches. */
const WARM_UP = 20;

/** The cost of a tool for a number of documents. */
interface Run {
  readonly tool: "import" | "check";
  readonly documents: number;
  readonly usage: Usage;
}

if (![...sizes, seed].every((number) => Number.isInteger(number) && number > 0)) {
  failWith("`--documents` and `--seed` are whole numbers above 0.");
} else if (!existsSync(options.data)) {
  failWith(`The texts to make files of are not in ${options.data}, so nothing can be measured.`);
} else {
  await benchCorpus();
}

/** Measures importing and checking documents, each in a process of its own, and how the cost grows. */
async function benchCorpus(): Promise<void> {
  const [load = 0] = loadavg();
  await runsOf(WARM_UP);
  const start = await measureTool(["--help"]);
  const runs: Run[] = [];
  for (const documents of sizes) runs.push(...(await runsOf(documents)));

  const command = `npm run bench:corpus -- --documents ${sizes.join(",")} --seed ${seed}`;
  await writeSection("Import and check", command, [
    `\`import --yes\` into an empty folder, and \`check\` of what it made, each once, in a process of its own. Half of the documents are plain text in short lines, a quarter Markdown with front matter, the others HTML and the rows of tables in CSV; each has two to eight paragraphs of about a hundred words. CPU time is that of all threads; memory is the most that the process had from the system at once. Starting the tool alone takes ${digits(start.seconds)} s, ${digits(start.cpuSeconds)} s of the CPU and ${mebibytes(start)} MiB. When it began, the machine’s load was ${load.toFixed(1)} on ${cpus().length} cores. The last rows have the exponents of the documents by which each number grows, fitted by least squares on logarithms. The start, of which an import has a second one for the thread that reads, is in every number, so they say less than two neighbouring rows do.`,
    tableOf(
      ["tool", "documents", "time s", "CPU s", "memory MiB", "CPU ms a document"],
      [
        ...runs.map(rowOf),
        ...(sizes.length > 1 ? (["import", "check"] as const) : []).map(growthOf),
      ],
    ),
  ]);

  function growthOf(tool: Run["tool"]): readonly string[] {
    const exponent = (numberOf: (usage: Usage) => number) =>
      exponentOf(
        runs
          .filter((run) => run.tool === tool)
          .map(({ documents, usage }) => [documents, numberOf(usage)]),
      ).toFixed(2);
    return [
      tool,
      "exponent",
      exponent(({ seconds }) => seconds),
      exponent(({ cpuSeconds }) => cpuSeconds),
      exponent(({ peakBytes }) => peakBytes),
      "–",
    ];
  }
}

async function runsOf(documents: number): Promise<readonly Run[]> {
  const folder = await mkdtemp(join(tmpdir(), "ibid-bench-"));
  try {
    const [files, corpus] = [join(folder, "files"), join(folder, "corpus")];
    await mkdir(files);
    // Read again each time, to leave the memory to the measured processes.
    await writeFiles(files, await readTexts(options.data), documents, createDraw(seed));
    const runs: Run[] = [
      {
        tool: "import",
        documents,
        usage: await measureTool(["import", files, "--into", corpus, "--yes"]),
      },
      { tool: "check", documents, usage: await measureTool(["check", corpus]) },
    ];
    for (const run of runs) process.stderr.write(`${rowOf(run).join(", ")}\n`);
    return runs;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function rowOf({ tool, documents, usage }: Run): readonly string[] {
  return [
    tool,
    documents.toLocaleString("en"),
    digits(usage.seconds),
    digits(usage.cpuSeconds),
    mebibytes(usage),
    digits((usage.cpuSeconds / documents) * 1000),
  ];
}

function mebibytes({ peakBytes }: Usage): string {
  return String(Math.round(peakBytes / 2 ** 20));
}

function digits(number: number): string {
  return number >= 100 ? String(Math.round(number)) : String(Number(number.toPrecision(2)));
}
