import { formatProblem, type Problem } from "../corpus/problem.ts";
import { readCorpusFiles } from "../corpus/read.ts";
import { formatNumber, plural } from "../foundation/format.ts";
import {
  createProgressLine,
  OPENING_PROGRESS,
  type ProgressText,
} from "../frontends/terminal/progress-line.ts";
import { stringifyForTerminal } from "../reply/json.ts";
import { replaceControlCharacters } from "../reply/plain-text.ts";
import type { ReviewStep } from "../review/review.ts";
import { defineTool, type ToolContext } from "./define-tool.ts";

/** `check`: reports whether the corpus loads, and what in it could be better. */
export const check = defineTool({
  name: "check",
  description: "Check the corpus: every problem with its file and its line, and advice.",
  usage: "[folder]",
  options: {
    json: { type: "boolean", description: "Print one JSON object: loads, problems and advice." },
  },
  examples: [
    { command: "check", description: "Checks the corpus that IBID_CORPUS names." },
    { command: "check my-letters --json", description: "Tells a machine about another folder." },
  ],

  async run({ positionals: [folder, ...others], values: { json } }, context) {
    if (others.length > 0) {
      context.printErrors(["One folder is checked at a time."]);
      return 2;
    }
    const path = folder ?? context.config.corpus;
    const result = await checkFolder(path, context);
    context.print(
      json === true ? formatJson(result) : replaceControlCharacters(formatReport(result, path)),
    );
    return result.loads ? 0 : 1;
  },
});

interface CheckResult {
  readonly loads: boolean;
  readonly problems: readonly Problem[];
  readonly advice: readonly Problem[];
  /** The number of documents; 0 if the corpus does not load. */
  readonly documents: number;
}

async function checkFolder(
  folder: string,
  { errors, checkCorpus }: ToolContext,
): Promise<CheckResult> {
  const now = () => performance.now();
  const opening = createProgressLine(errors, OPENING_PROGRESS, now);
  const reviewing = createProgressLine(errors, REVIEW_PROGRESS, now);
  const read = await readCorpusFiles(folder, opening.show);
  if ("error" in read) return { loads: false, problems: read.error, advice: [], documents: 0 };
  const { problems, advice, documents } = await checkCorpus(read, {
    isReviewed: true,
    progress(progress) {
      if ("step" in progress) return opening.show(progress);
      opening.end();
      reviewing.show(progress);
    },
  });
  opening.end();
  reviewing.end();
  return { loads: problems.length === 0, problems, advice, documents: documents.length };
}

const REVIEW_PROGRESS: ProgressText<ReviewStep> = {
  describe: ({ of, done, all }) =>
    `Reviewing the ${of}: ${formatNumber(done)} of ${formatNumber(all)}${of === "quotations" ? " documents" : ""}.`,
  describeEnd: (seconds) => `The review took ${seconds} s.`,
};

function formatJson({ loads, problems, advice }: CheckResult): string {
  return stringifyForTerminal({ loads, problems, advice }, 2);
}

function formatReport({ loads, problems, advice, documents }: CheckResult, folder: string): string {
  const summary = loads
    ? `The corpus loads: ${plural(documents, "document")} in ${folder}.`
    : `The corpus in ${folder} does not load: ${plural(problems.length, "problem")}.`;
  return [
    ...formatSection("Problems:", problems),
    ...formatSection("Advice:", advice),
    advice.length === 0
      ? summary
      : `${summary} There ${advice.length === 1 ? "is" : "are"} ${plural(advice.length, "piece")} of advice.`,
  ].join("\n");
}

function formatSection(heading: string, problems: readonly Problem[]): readonly string[] {
  return problems.length === 0 ? [] : [heading, ...problems.map(formatProblem), ""];
}
