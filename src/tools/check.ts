import { buildCorpus } from "../corpus/corpus.ts";
import { byLocation, formatProblem, type Problem } from "../corpus/problem.ts";
import { readFiles } from "../corpus/read.ts";
import { formatNumber, plural } from "../foundation/format.ts";
import {
  createProgressLine,
  OPENING_PROGRESS,
  type ProgressText,
} from "../frontends/terminal/progress-line.ts";
import { printable } from "../reply/plain-text.ts";
import { type ReviewStep, reviewCorpus } from "../review/review.ts";
import { defineTool, type ToolContext } from "./define-tool.ts";

/** What a check has found. */
interface CheckResult {
  readonly loads: boolean;
  readonly problems: readonly Problem[];
  readonly advice: readonly Problem[];
  /** How many documents the corpus has, where it loads. */
  readonly documents: number;
}

/** `check`: whether the corpus loads, and what in it might be better. */
export const check = defineTool({
  name: "check",
  description: "Check the corpus: every problem with its file and its line, and advice.",
  usage: "[folder]",
  options: {
    json: { type: "boolean", description: "Print one JSON object: loads, problems and advice." },
  },
  examples: [
    { line: "check", does: "Checks the corpus that IBID_CORPUS names." },
    { line: "check my-letters --json", does: "Tells a machine about another folder." },
  ],

  async run({ positionals: [folder, ...others], values: { json } }, desk) {
    if (others.length > 0) {
      desk.complain(["One folder is checked at a time."]);
      return 2;
    }
    const place = folder ?? desk.config.corpus;
    const found = await checkFolder(place, desk);
    desk.say(json === true ? formatJson(found) : printable(formatReport(found, place)));
    return found.loads ? 0 : 1;
  },
});

async function checkFolder(folder: string, { errors }: ToolContext): Promise<CheckResult> {
  const now = () => performance.now();
  const opening = createProgressLine(errors, OPENING_PROGRESS, now);
  const read = await readFiles(folder, opening.show);
  if ("error" in read) return failedCheck(read.error, read.advice);
  const reading = buildCorpus(read.files, read.unread, opening.show);
  opening.end();
  if ("error" in reading) return failedCheck(reading.error, reading.advice);
  const { corpus, advice } = reading;
  const line = createProgressLine(errors, REVIEWING, now);
  const review = reviewCorpus(corpus, read.files);
  for (let next = review.next(); ; next = review.next()) {
    if (next.done === true) {
      line.end();
      const all = [...advice, ...next.value].toSorted(byLocation);
      return { loads: true, problems: [], advice: all, documents: corpus.documents.length };
    }
    line.show(next.value);
  }
}

function failedCheck(problems: readonly Problem[], advice: readonly Problem[]): CheckResult {
  return { loads: false, problems, advice, documents: 0 };
}

const REVIEWING: ProgressText<ReviewStep> = {
  ended: (seconds) => `The review took ${seconds} s.`,
  sentenceOf: ({ of, done, all }) =>
    `Reviewing the ${of}: ${formatNumber(done)} of ${formatNumber(all)}${of === "quotations" ? " documents" : ""}.`,
};

function formatJson({ loads, problems, advice }: CheckResult): string {
  return JSON.stringify({ loads, problems, advice }, undefined, 2);
}

function formatReport({ loads, problems, advice, documents }: CheckResult, folder: string): string {
  const sections = [
    ["Problems:", problems],
    ["Advice:", advice],
  ] as const;
  const verdict = loads
    ? `The corpus loads: ${plural(documents, "document")} in ${folder}.`
    : `The corpus in ${folder} does not load: ${plural(problems.length, "problem")}.`;
  return [
    ...sections.flatMap(([head, found]) =>
      found.length === 0 ? [] : [head, ...found.map(formatProblem), ""],
    ),
    advice.length === 0
      ? verdict
      : `${verdict} There ${advice.length === 1 ? "is" : "are"} ${plural(advice.length, "piece")} of advice.`,
  ].join("\n");
}
