import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { shuffle } from "../src/foundation/seeded-random.ts";
import { createAnalyzer } from "../src/language/analyzer.ts";
import { createPassagePositions } from "../src/search/index/passage-positions.ts";
import { createVerifier } from "../src/verify/verifier.ts";
import { createDraw, type Draw } from "./draw.ts";
import { measureMemory, measureResidentMemory } from "./measure.ts";
import { type MeasuredCorpus, measuredCorpusOf } from "./measured-corpus.ts";
import { failWith } from "./report.ts";
import { writeSection } from "./results.ts";
import { readTexts, wordCount } from "./texts.ts";
import { measureAnswers } from "./verify/asking.ts";
import { createBaseline } from "./verify/baseline.ts";
import { createBruteForce } from "./verify/brute-force.ts";
import { areReached, goalsOf, goalsTable } from "./verify/goals.ts";
import { outcomeOf } from "./verify/outcome.ts";
import { claimsOf, isQuotationClass, quotationClasses } from "./verify/quotations.ts";
import { benchScripts, LANGUAGES, MEASURES } from "./verify/scripts.ts";
import { classesTable, costsTable, printMisses, verifyCommand } from "./verify/verify-report.ts";

const TEXTS = "../shared/data";
const WARM_UP = 60;
/** With fewer passages there are too few documents for stitched quotations. */
const MIN_PASSAGES = 1000;

const ABOUT =
  "Quotations from the Federalist Papers and the State of the Union addresses, half of a corpus that is filled up with made passages in the same words, and quotations from papers and addresses that are held out. SQLite’s FTS5 is asked for the passage with the same words. A held-out quotation is “true anyway” if the corpus has most of its words, because its author repeats them.";

const { values: options } = parseArgs({
  options: {
    passages: { type: "string", default: "100000" },
    quotations: { type: "string", default: "300" },
    changes: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    parts: { type: "string", default: ["answers", ...LANGUAGES].join(",") },
    measures: { type: "string", default: MEASURES.join(",") },
    list: { type: "string" },
    alone: { type: "boolean", default: false },
  },
});
const [passages = 0, quotations = 0, changes = 0, seed = 0] = [
  options.passages,
  options.quotations,
  options.changes,
  options.seed,
].map(Number);
const { list, alone } = options;
const parts = options.parts.split(",");
const measures = MEASURES.filter((measure) => options.measures.split(",").includes(measure));
const unknownPart = parts.find((part) => part !== "answers" && !LANGUAGES.includes(part));
const listedMeasure = MEASURES.find((measure) => measure === list);

if (!Number.isInteger(passages) || passages < MIN_PASSAGES) {
  failWith(`\`--passages\` is a whole number, ${MIN_PASSAGES} or more.`);
} else if (![quotations, changes, seed].every((number) => Number.isInteger(number) && number > 0)) {
  failWith("`--quotations`, `--changes` and `--seed` are whole numbers above 0.");
} else if (unknownPart !== undefined) {
  failWith(`\`--parts\` are some of ${["answers", ...LANGUAGES].join(",")}.`);
} else if (measures.length < options.measures.split(",").length) {
  failWith(`\`--measures\` are some of ${MEASURES.join(",")}.`);
} else if (list !== undefined && !isQuotationClass(list) && listedMeasure === undefined) {
  failWith(`\`--list\` is one of ${[...quotationClasses(), ...MEASURES].join(", ")}.`);
} else if (!existsSync(TEXTS)) {
  failWith(`The texts to search are not in ${TEXTS}, so nothing can be measured.`);
} else if (!(await benchVerify())) {
  process.exitCode = 1;
}

/** Measures the parts that were asked for, and whether all of them meet their goals. */
async function benchVerify(): Promise<boolean> {
  const draw = createDraw(seed);
  const needsTexts = parts.includes("answers") || parts.includes("en");
  const read = needsTexts ? await readTexts(TEXTS) : [];
  const corpus = measuredCorpusOf(read, passages, draw);
  const areAnswersGood = !parts.includes("answers") || (await benchAnswers(corpus, draw));
  const languages = LANGUAGES.filter((language) => parts.includes(language));
  if (languages.length === 0) return areAnswersGood;
  const english = { documents: corpus.quotable, heldOut: corpus.heldOut };
  const options = { languages, measures, quotations: changes, seed, list: listedMeasure };
  return (await benchScripts(english, options)) && areAnswersGood;
}

/** Measures the quality and the speed of answers in a large corpus, and whether both meet the goals. */
async function benchAnswers(corpus: MeasuredCorpus, draw: Draw): Promise<boolean> {
  const texts = corpus.documents.flatMap((document) => document.passages.map(({ text }) => text));
  const words = texts.reduce((sum, text) => sum + wordCount(text), 0);
  process.stdout.write(`${texts.length} passages, ${words} words; seed ${seed}.\n\n`);
  const claims = shuffle(claimsOf(corpus, quotations, draw), seed);
  const warmUp = claimsOf(corpus, WARM_UP, draw).map(({ text }) => text);

  const verifier = measureMemory(() => {
    const created = createVerifier(
      createPassagePositions(
        corpus.documents.flatMap((document) =>
          document.passages.map((passage) => ({ document, passage })),
        ),
      ),
      createAnalyzer("en"),
    );
    // Includes an index that is built by the first question.
    created.verify(warmUp[0] ?? "");
    return created;
  });
  for (const text of warmUp) verifier.result.verify(text);
  const baseline = alone
    ? undefined
    : await measureResidentMemory(() => createBaseline(corpus.documents));
  for (const text of warmUp.slice(0, 2)) baseline?.result.find(text);
  const answers = measureAnswers(claims, verifier.result, baseline?.result);

  const bruteForce = createBruteForce(corpus.documents);
  const outcomes = answers.map(({ claim, own }) => outcomeOf(claim, own.result, bruteForce));
  const goals = goalsOf(outcomes, answers, verifier.bytes / words);
  const tables = [
    goalsTable(goals),
    classesTable(outcomes),
    costsTable(answers, { own: verifier, ...(baseline && { baseline }) }, words),
  ];
  process.stdout.write(`${tables.join("\n\n")}\n\n`);
  if (list !== undefined && isQuotationClass(list)) printMisses(outcomes, list);
  if (baseline !== undefined) await writeSection("Verdicts", verifyCommand(), [ABOUT, ...tables]);
  return areReached(goals);
}
