import { type Message, message, type Translate } from "../catalogue/catalogue.ts";
import { describeProblem, groupAdvice, type Problem } from "../corpus/problem.ts";
import { readCorpusFiles } from "../corpus/read.ts";
import {
  createProgressLine,
  OPENING_PROGRESS,
  type ProgressLine,
  type ProgressText,
} from "../frontends/terminal/progress-line.ts";
import { stringifyForTerminal } from "../reply/json.ts";
import { replaceControlCharacters } from "../reply/plain-text.ts";
import type { ReviewStep } from "../review/review.ts";
import { defineTool, type ToolContext } from "./define-tool.ts";

/** `check`: reports whether the corpus loads, and what in it could be better. */
export const check = defineTool({
  name: "check",
  description: message("check.help"),
  usage: "check.usage",
  options: {
    json: { type: "boolean", description: "check.json" },
  },
  examples: [
    { command: "check", description: "check.example" },
    { command: "check my-letters --json", description: "check.example-json" },
  ],

  async run({ positionals: [folder, ...others], values: { json } }, context) {
    if (others.length > 0) {
      context.printErrors([message("check.one-folder")]);
      return 2;
    }
    const path = folder ?? context.config.corpus;
    const result = await checkFolder(path, context);
    context.print(
      json === true
        ? formatJson(result, context.t)
        : replaceControlCharacters(formatReport(result, path, context.t)),
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
  { errors, t, checkCorpus }: ToolContext,
): Promise<CheckResult> {
  const now = () => performance.now();
  const opening = createProgressLine(errors, t, OPENING_PROGRESS, now);
  let reviewing: ProgressLine<ReviewStep> | undefined;
  const read = await readCorpusFiles(folder, opening.show);
  if ("error" in read) return { loads: false, problems: read.error, advice: [], documents: 0 };
  const { problems, advice, documents } = await checkCorpus(read, {
    isReviewed: true,
    progress(progress) {
      if ("step" in progress) return opening.show(progress);
      opening.end();
      reviewing ??= createProgressLine(errors, t, REVIEW_PROGRESS, now);
      reviewing.show(progress);
    },
  });
  opening.end();
  reviewing?.end();
  return { loads: problems.length === 0, problems, advice, documents: documents.length };
}

const REVIEW_PROGRESS: ProgressText<ReviewStep> = {
  describe: ({ of, done, all }) => message(`review.${of}`, { done, all }),
  describeEnd: (seconds) => message("review.end", { seconds }),
};

function formatJson({ loads, problems, advice }: CheckResult, t: Translate): string {
  const inWords = ({ path, line, message, remedy }: Problem) => ({
    path,
    line,
    message: t.format(message),
    remedy: t.format(remedy),
  });
  return stringifyForTerminal(
    { loads, problems: problems.map(inWords), advice: advice.map(inWords) },
    2,
  );
}

function formatReport(
  { loads, problems, advice: ungrouped, documents }: CheckResult,
  folder: string,
  t: Translate,
): string {
  const advice = groupAdvice(ungrouped);
  const summary = loads
    ? message("check.loads", { count: documents, folder })
    : message("corpus.does-not-load", { folder, count: problems.length });
  const lines = [
    ...sectionLines(message("check.problems"), problems),
    ...sectionLines(message("check.advice"), advice),
    advice.length === 0
      ? summary
      : message("check.advice-count", { summary, count: advice.length }),
  ];
  return lines.map((line) => (line === undefined ? "" : t.format(line))).join("\n");
}

/** Returns the lines of a section; undefined is an empty one. */
function sectionLines(
  heading: Message,
  problems: readonly Problem[],
): readonly (Message | undefined)[] {
  return problems.length === 0 ? [] : [heading, ...problems.map(describeProblem), undefined];
}
