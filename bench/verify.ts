import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { shuffle } from "../src/command/seeded-random.ts";
import { createAnalyzer } from "../src/language/analyzer.ts";
import { createPassagePositions } from "../src/search/index/passage-positions.ts";
import { createVerifier } from "../src/verify/verifier.ts";
import { answersTo } from "./asking.ts";
import { createBaseline } from "./baseline.ts";
import { createBruteForce } from "./brute-force.ts";
import { createDraw } from "./draw.ts";
import { goalsOf, printGoals } from "./goals.ts";
import { weighed } from "./measure.ts";
import { measuredCorpusOf } from "./measured-corpus.ts";
import { outcomeOf } from "./outcome.ts";
import { claimsOf, isQuotationClass, quotationClasses } from "./quotations.ts";
import { readTexts, wordCount } from "./texts.ts";
import { printClasses, printCosts, printMisses } from "./verify-report.ts";

const TEXTS = "../shared/data";
const WARM_UP = 60;
/** With fewer passages there are too few documents for stitched quotations. */
const FEWEST_PASSAGES = 1000;

const { values: options } = parseArgs({
  options: {
    passages: { type: "string", default: "100000" },
    quotations: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    list: { type: "string" },
    alone: { type: "boolean", default: false },
  },
});
const [passages = 0, quotations = 0, seed = 0] = [
  options.passages,
  options.quotations,
  options.seed,
].map(Number);
const { list, alone } = options;

if (!Number.isInteger(passages) || passages < FEWEST_PASSAGES) {
  stop(`\`--passages\` is a whole number, ${FEWEST_PASSAGES} or more.`);
} else if (![quotations, seed].every((number) => Number.isInteger(number) && number > 0)) {
  stop("`--quotations` and `--seed` are whole numbers above 0.");
} else if (list !== undefined && !isQuotationClass(list)) {
  stop(`\`--list\` is one of ${quotationClasses().join(", ")}.`);
} else if (!existsSync(TEXTS)) {
  stop(`The texts to search are not in ${TEXTS}, so nothing can be measured.`);
} else if (!(await benchVerify())) {
  process.exitCode = 1;
}

/** Measures the quality and the speed of verification, and whether both meet the goals. */
async function benchVerify(): Promise<boolean> {
  const draw = createDraw(seed);
  const corpus = measuredCorpusOf(await readTexts(TEXTS), passages, draw);
  const texts = corpus.documents.flatMap((document) => document.passages.map(({ text }) => text));
  const words = texts.reduce((sum, text) => sum + wordCount(text), 0);
  process.stdout.write(`${texts.length} passages, ${words} words; seed ${seed}.\n\n`);
  const claims = shuffle(claimsOf(corpus, quotations, draw), seed);
  const warmUp = claimsOf(corpus, WARM_UP, draw).map(({ text }) => text);

  const verifier = weighed(() => {
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
  const baseline = alone ? undefined : weighed(() => createBaseline(corpus.documents));
  for (const text of warmUp.slice(0, 2)) baseline?.result.find(text);
  const answers = answersTo(claims, verifier.result, baseline?.result);

  const bruteForce = createBruteForce(corpus.documents);
  const outcomes = answers.map(({ claim, own }) => outcomeOf(claim, own.result, bruteForce));
  printClasses(outcomes);
  printCosts(answers, { own: verifier, ...(baseline && { baseline }) }, words);
  if (list !== undefined && isQuotationClass(list)) printMisses(outcomes, list);
  return printGoals(goalsOf(outcomes, answers, verifier.bytes / words));
}

function stop(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
