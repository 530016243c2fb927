import { corpusOf } from "../corpus/corpus.ts";
import { byPlace, type Problem, problemLine } from "../corpus/problem.ts";
import { readFiles } from "../corpus/read.ts";
import { counted, grouped } from "../foundation/format.ts";
import { createProgressLine, OPENING, type Work } from "../frontends/terminal/progress-line.ts";
import { printable } from "../reply/plain-text.ts";
import { type ReviewStep, reviewed } from "../review/review.ts";
import { type Desk, defineTool } from "./define-tool.ts";

/** What a check has found. */
interface Found {
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
    const found = await foundIn(place, desk);
    desk.say(json === true ? jsonOf(found) : printable(reportOf(found, place)));
    return found.loads ? 0 : 1;
  },
});

async function foundIn(folder: string, { errors }: Desk): Promise<Found> {
  const now = () => performance.now();
  const opening = createProgressLine(errors, OPENING, now);
  const read = await readFiles(folder, opening.show);
  if ("problems" in read) return unloaded(read);
  const reading = corpusOf(read.files, read.unread, opening.show);
  opening.end();
  if ("problems" in reading) return unloaded(reading);
  const { corpus, advice } = reading;
  const line = createProgressLine(errors, REVIEWING, now);
  const review = reviewed(corpus, read.files);
  for (let next = review.next(); ; next = review.next()) {
    if (next.done === true) {
      line.end();
      const all = [...advice, ...next.value].toSorted(byPlace);
      return { loads: true, problems: [], advice: all, documents: corpus.documents.length };
    }
    line.show(next.value);
  }
}

function unloaded(found: Pick<Found, "problems" | "advice">): Found {
  return { ...found, loads: false, documents: 0 };
}

const REVIEWING: Work<ReviewStep> = {
  ended: (seconds) => `The review took ${seconds} s.`,
  sentenceOf: ({ of, done, all }) =>
    `Reviewing the ${of}: ${grouped(done)} of ${grouped(all)}${of === "quotations" ? " documents" : ""}.`,
};

function jsonOf({ loads, problems, advice }: Found): string {
  return JSON.stringify({ loads, problems, advice }, undefined, 2);
}

function reportOf({ loads, problems, advice, documents }: Found, folder: string): string {
  const sections = [
    ["Problems:", problems],
    ["Advice:", advice],
  ] as const;
  const verdict = loads
    ? `The corpus loads: ${counted(documents, "document")} in ${folder}.`
    : `The corpus in ${folder} does not load: ${counted(problems.length, "problem")}.`;
  return [
    ...sections.flatMap(([head, found]) =>
      found.length === 0 ? [] : [head, ...found.map(problemLine), ""],
    ),
    advice.length === 0
      ? verdict
      : `${verdict} There ${advice.length === 1 ? "is" : "are"} ${counted(advice.length, "piece")} of advice.`,
  ].join("\n");
}
