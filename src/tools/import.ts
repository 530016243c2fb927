import { readdir } from "node:fs/promises";
import { relative } from "node:path";
import process from "node:process";
import type { FileProgress } from "../corpus/corpus.ts";
import { formatProblem, type Problem } from "../corpus/problem.ts";
import { formatNumber, plural } from "../foundation/format.ts";
import { describeLoadFailure } from "../frontends/reload-messages.ts";
import { createProgressLine, type ProgressText } from "../frontends/terminal/progress-line.ts";
import { type GatherOptions, type GatherResult, gather } from "../import/gather.ts";
import { findInputFiles } from "../import/input-files.ts";
import { createReadingThread } from "../import/sandbox/reading-thread.ts";
import { type AtomicFolder, openAtomicFolder } from "../import/writing/atomic-folder.ts";
import { createDocumentNamer } from "../import/writing/document-ids.ts";
import {
  checkWithDocuments,
  findTarget,
  type ImportTarget,
  pathPrefix,
  readExisting,
} from "../import/writing/target.ts";
import { printable } from "../reply/plain-text.ts";
import { defineTool, type ExitCode, type ToolContext } from "./define-tool.ts";
import { type ImportOptions, OPTIONS, parseImportOptions } from "./import/import-options.ts";
import { describeOutcome, describeSkipped, describeTotal } from "./import/import-report.ts";
import { createPrompts, PROMPTED_KEYS, type Prompts } from "./import/prompts.ts";

/** How far an import is. */
interface ImportStep {
  readonly does: "Reading" | "Checking" | "Writing";
  readonly done: number;
  readonly all: number;
}

const IMPORT: ProgressText<ImportStep> = {
  sentenceOf: ({ does, done, all }) =>
    `${does}: ${formatNumber(Math.floor(done))} of ${formatNumber(all)} files.`,
  ended: (seconds) => `The import took ${seconds} s.`,
};

/** With so many files an editor is asked once whether to be asked of each. */
const MANY_FILES = 4;

/** `import`: documents of a corpus out of files of other kinds. */
export const importTool = defineTool({
  name: "import",
  description:
    "Make documents of text, Markdown, HTML, DOCX, EPUB, PDF, CSV, TSV, JSON and JSONL files.",
  usage: "<files or folders>",
  options: OPTIONS,
  examples: [
    {
      line: "import letter.docx",
      does: "Makes a document of it, and asks for what it does not say.",
    },
    {
      line: "import volume.txt --split heading --into letters --yes",
      does: "Makes a document of each letter in it, in a corpus of their own.",
    },
    {
      line: 'import scans/ --type personal_communication --from "Jane Doe" --dry-run',
      does: "Tells what would be made of a folder’s files, and writes nothing.",
    },
    {
      line: 'import speeches.csv --fields "text=Body,date=Sent on"',
      does: "Makes a document of each row.",
    },
  ],

  async run({ values, positionals: paths }, desk) {
    const asked = parseImportOptions(values);
    if ("faults" in asked) {
      desk.complain(asked.faults);
      return 2;
    }
    if (paths.length === 0) {
      desk.complain(["Say which files: `npm run corpus -- import letter.docx`."]);
      return 2;
    }
    const target = await findTarget(values.into ?? desk.config.corpus, desk.config.corpus);
    const stopped = desk.ending();
    const place = values["dry-run"]
      ? undefined
      : await openAtomicFolder(target.corpus, target.folder);
    if (place !== undefined && "error" in place) {
      desk.complain([place.error]);
      return 1;
    }
    const asks = values.yes !== true && desk.input.isTTY === true;
    const asking = asks ? createPrompts(desk, stopped) : undefined;
    try {
      return await run({
        desk,
        asked,
        paths,
        target,
        place,
        asking,
        ending: asking?.ending ?? stopped,
        replaces: values.force === true,
      });
    } catch (error) {
      if (!(error instanceof Error && error.name === "AbortError")) throw error;
      desk.complain(["Nothing was imported. You have stopped it."]);
      return 1;
    } finally {
      asking?.end();
      await place?.end();
    }
  },
});

interface Job {
  readonly desk: ToolContext;
  readonly asked: ImportOptions;
  readonly paths: readonly string[];
  readonly target: ImportTarget;
  /** Absent when nothing is to be written. */
  readonly place: AtomicFolder | undefined;
  /** Absent when nobody can or wants to be asked. */
  readonly asking: Prompts | undefined;
  readonly ending: AbortSignal;
  readonly replaces: boolean;
}

async function run({
  desk,
  asked,
  paths,
  target,
  place,
  asking,
  ending,
  replaces,
}: Job): Promise<ExitCode> {
  const { complain, say, config, errors } = desk;
  const { corpus } = target;
  const line = createProgressLine(errors, IMPORT, () => performance.now());
  const checking = ({ done, all }: FileProgress) => line.show({ does: "Checking", done, all });
  const thread = createReadingThread();
  try {
    const existing = await readExisting(corpus, checking);
    if ("error" in existing) {
      line.end();
      complain(describeLoadFailure(corpus, existing.error));
      return 1;
    }

    const { sources, leftOut } = await findInputFiles(paths, corpus);
    const all = sources.length;
    const prefix = pathPrefix(target);
    const made = await gather(sources, {
      read: (file) => thread.read(file, { fields: asked.fields }),
      asked,
      kind: existing.kind,
      naming: createDocumentNamer({
        ...existing,
        prefix,
        replaces,
        present: await namesIn(target.folder),
      }),
      complete: await createCompletion(asking, asked, all, desk),
      ending,
      progress: (done) => {
        if (asking === undefined) line.show({ does: "Reading", done, all });
      },
    });
    const left = [...leftOut, ...made.leftOut];
    const isAmiss = left.some((one) => one.isAmiss);

    const { files } = made;
    const problems =
      files.length === 0 ? [] : checkWithDocuments(existing, files, prefix, checking);
    const writing = (done: number) => line.show({ does: "Writing", done, all: files.length });
    const failed = problems.length > 0 ? undefined : await place?.put(files, ending, writing);
    line.end();
    complain(left.map(describeSkipped));
    if (problems.length > 0) complain(problemLines(problems, made, prefix));
    if (failed !== undefined) complain([`Nothing was imported. ${failed.error}`]);
    if (problems.length > 0 || failed !== undefined) return 1;

    const lines = made.outcomes.flatMap((outcome) => describeOutcome(outcome, prefix));
    for (const one of [...lines, describeTotal(made, shownFolder(corpus), place === undefined)])
      say(printable(one));
    if (place !== undefined && files.length > 0) say(printable(nextLine(corpus, config.corpus)));
    return isAmiss ? 1 : 0;
  } finally {
    line.end();
    await thread.end();
  }
}

/** How the editor is asked about what is the only document of its file. */
async function createCompletion(
  asking: Prompts | undefined,
  { metadata }: ImportOptions,
  files: number,
  { output }: ToolContext,
): Promise<GatherOptions["complete"]> {
  const keys = PROMPTED_KEYS.filter((key) => metadata[key] === undefined);
  const isAsked =
    asking !== undefined &&
    keys.length > 0 &&
    (files < MANY_FILES ||
      !(await asking.agrees(`Ask nothing about these ${formatNumber(files)} files?`)));
  if (!isAsked) return async (_, draft) => draft;
  return async ({ shown }, draft) => {
    output.write(`${shown}\n`);
    return { ...draft, metadata: await asking.complete(draft.metadata, keys) };
  };
}

/** The names of all that is in a folder, in small letters. */
async function namesIn(folder: string): Promise<ReadonlySet<string>> {
  const names = await readdir(folder).catch(() => []);
  return new Set(names.map((name) => name.toLowerCase()));
}

function problemLines(
  problems: readonly Problem[],
  { outcomes }: GatherResult,
  prefix: string,
): readonly string[] {
  const sources = new Map(
    outcomes.flatMap(({ source, made }) =>
      made.map(({ name }) => [`${prefix}${name}`, source.shown] as const),
    ),
  );
  return [
    ...problems.map((problem) => {
      const source = sources.get(problem.path);
      return `${source === undefined ? "" : `${source} → `}${formatProblem(problem)}`;
    }),
    `Nothing was imported: ${plural(problems.length, "problem")}. An option such as \`--from\` stands before what a file says of itself.`,
  ];
}

/** A folder as seen from here, when it is below. */
function shownFolder(folder: string): string {
  const way = relative(process.cwd(), folder);
  return way === "" || way.startsWith("..") ? folder : way;
}

function nextLine(corpus: string, configured: string): string {
  const folder = shownFolder(corpus);
  return shownFolder(configured) === folder
    ? "Next: `npm run corpus -- check`, and then `npm start`."
    : `Next: \`npm run corpus -- check ${folder}\`, and then \`IBID_CORPUS=${folder} npm start\`.`;
}
