import { quantile } from "../../src/import/shared/quantile.ts";
import type { Verdict } from "../../src/verify/verdict.ts";
import type { MemoryMeasurement } from "../measure.ts";
import { tableOf } from "../report.ts";
import type { MeasuredAnswer } from "./asking.ts";
import { normalizeWords } from "./brute-force.ts";
import { isMiss, type Outcome } from "./outcome.ts";
import { overlapOf, type Place, placeOf, placesOf, wordsAt } from "./place.ts";
import { type MeasuredClaim, type QuotationClass, quotationClasses } from "./quotations.ts";

const VERDICTS = [
  "exact",
  "typography",
  "shortened",
  "altered",
  "stitched",
  "common",
  "unjudged",
  "none",
] as const;

/** Returns a table of the verdicts on each class of quotations. */
export function classesTable(outcomes: readonly Outcome[]): string {
  const rows = quotationClasses().map((kind) => {
    const all = outcomes.filter(({ claim }) => claim.kind === kind);
    const meant = all.filter(({ isTrueAnyway }) => !isTrueAnyway);
    const found = meant.filter(({ overlap }) => overlap > 0);
    const mean = found.reduce((sum, { overlap }) => sum + overlap, 0) / found.length;
    const right = (some: readonly Outcome[]) =>
      `${some.filter(({ isAtRightPlace }) => isAtRightPlace).length} of ${some.length}`;
    return [
      kind,
      String(all.length),
      ...VERDICTS.map((name) => String(all.filter(({ verdict }) => verdict.kind === name).length)),
      String(all.length - meant.length),
      ...(kind === "held-out"
        ? ["", "", ""]
        : [right(meant.filter(({ isLong }) => isLong)), right(meant), mean.toFixed(3)]),
      String(all.filter(({ isFalseExact }) => isFalseExact).length),
    ];
  });
  return tableOf(
    [
      "quotations",
      "n",
      ...VERDICTS,
      "true anyway",
      "right place, 8 words or more",
      "right place, all",
      "overlap where found",
      "false exact",
    ],
    rows,
  );
}

/** The finds of an engine, and their times. */
interface Finding {
  readonly claim: MeasuredClaim;
  readonly milliseconds: number;
  readonly found: readonly (readonly Place[])[];
}

/** Returns a table of the cost of the engines, and of how often they find the passage of origin. */
export function costsTable(
  answers: readonly MeasuredAnswer[],
  built: {
    readonly own: MemoryMeasurement<unknown>;
    readonly baseline?: MemoryMeasurement<unknown>;
  },
  words: number,
): string {
  const row = (name: string, index: MemoryMeasurement<unknown>, findings: readonly Finding[]) => {
    const times = findings.map(({ milliseconds }) => milliseconds);
    const traceable = findings.filter(({ claim }) => claim.truth.length === 1);
    const hits = traceable.filter(({ claim, found }) =>
      found.some((places) => isRightPassage(places, claim.truth)),
    );
    return [
      name,
      `${(index.milliseconds / 1000).toFixed(1)} s`,
      `${(index.bytes / 2 ** 20).toFixed(0)} MiB`,
      (index.bytes / words).toFixed(1),
      String(findings.length),
      ...[0.5, 0.95, 0.99].map((q) => `${quantile(times, q).toFixed(2)} ms`),
      `${hits.length} of ${traceable.length}`,
    ];
  };
  const own = answers.map(({ claim, own: { result, milliseconds } }) => ({
    claim,
    milliseconds,
    found: placesOf(result),
  }));
  const baseline = answers.flatMap(({ claim, baseline: answer }) =>
    answer === undefined
      ? []
      : [{ claim, milliseconds: answer.milliseconds, found: [answer.result] }],
  );
  return tableOf(
    ["", "built in", "memory", "bytes a word", "asked", "p50", "p95", "p99", "right passage"],
    [
      row("Ibid", built.own, own),
      ...(built.baseline ? [row("SQLite FTS5", built.baseline, baseline)] : []),
    ],
  );
}

function isRightPassage(found: readonly Place[], truth: readonly Place[]): boolean {
  return (
    overlapOf(found, truth) > 0 ||
    normalizeWords(wordsAt(found)).includes(normalizeWords(wordsAt(truth)))
  );
}

/** Prints the quotations of a class with an undesired verdict. */
export function printMisses(outcomes: readonly Outcome[], kind: QuotationClass): void {
  const misses = outcomes.filter((outcome) => outcome.claim.kind === kind && isMiss(outcome));
  for (const { claim, verdict, overlap, isFalseExact } of misses) {
    process.stdout.write(`overlap ${overlap.toFixed(2)}${isFalseExact ? ", FALSE" : ""}\n`);
    for (const place of claim.truth) process.stdout.write(`  truth:  ${describePlace(place)}\n`);
    printVerdict(claim.text, verdict);
  }
  process.stdout.write(`${misses.length} of the quotations in class ${kind} missed.\n\n`);
}

/** Prints a quotation with the verdict on it. */
export function printVerdict(quoted: string, verdict: Verdict): void {
  const closest = verdict.kind === "none" && verdict.closest ? [placeOf(verdict.closest)] : [];
  const lines = [
    `${verdict.kind}`,
    `  quoted: ${quoted}`,
    ...(placesOf(verdict)[0] ?? []).map((place) => `  found:  ${describePlace(place)}`),
    ...closest.map((place) => `  closest: ${describePlace(place)}`),
  ];
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

/** Returns the command line of this run. */
export function verifyCommand(): string {
  const given = process.argv.slice(2).map((one) => (one.includes(" ") ? `"${one}"` : one));
  return ["npm run bench:verify", ...(given.length > 0 ? ["--"] : []), ...given].join(" ");
}

function describePlace(place: Place): string {
  return `${place.document.id} ${place.start}–${place.end}: ${wordsAt([place])}`;
}
