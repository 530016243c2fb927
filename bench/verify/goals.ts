import { quantile } from "../../src/import/shared/quantile.ts";
import { tableOf } from "../report.ts";
import type { MeasuredAnswer } from "./asking.ts";
import { isFound, isMisattributed, type Outcome } from "./outcome.ts";
import type { QuotationClass } from "./quotations.ts";

/** A goal of the verifier, and the measured value. */
interface Goal {
  readonly name: string;
  readonly is: "at least" | "at most";
  readonly required: number;
  readonly aimed: number;
  readonly measured: number;
  /** The number of cases, if they were counted. */
  readonly of?: number;
  readonly format: (value: number) => string;
}

/** Returns the goals of the verifier with the measured values. */
export function goalsOf(
  outcomes: readonly Outcome[],
  answers: readonly MeasuredAnswer[],
  bytesPerWord: number,
): readonly Goal[] {
  const all = (kind: QuotationClass) => outcomes.filter(({ claim }) => claim.kind === kind);
  const long = (kind: QuotationClass) =>
    all(kind).filter(({ isLong, isTrueAnyway }) => isLong && !isTrueAnyway);
  const isAtRightPlace = (outcome: Outcome) => outcome.isAtRightPlace;

  const atLeast = (
    name: string,
    [required, aimed]: readonly [number, number],
    among: readonly Outcome[],
    counts: (outcome: Outcome) => boolean,
  ) => {
    const measured = among.filter(counts).length / among.length;
    const of = among.length;
    return { name, is: "at least", required, aimed, measured, of, format: percent } as const;
  };
  const atMost = (
    name: string,
    [required, aimed]: readonly [number, number],
    measured: number,
    format: (value: number) => string,
  ) => ({ name, is: "at most", required, aimed, measured, format }) as const;

  const heldOut = all("held-out");
  const own = answers.map((answer) => answer.own.milliseconds);
  const baseline = answers.flatMap((answer) => answer.baseline?.milliseconds ?? []);
  const ratio = (q: number) => quantile(own, q) / quantile(baseline, q);
  const goals: readonly Goal[] = [
    atMost(
      "false exact",
      [0, 0],
      outcomes.filter(({ isFalseExact }) => isFalseExact).length,
      String,
    ),
    atLeast("unedited: exact", [1, 1], all("unedited"), isFound),
    atLeast("re-punctuated: found word for word", [1, 1], all("re-punctuated"), isFound),
    atLeast("10 % edited: right place", [0.998, 1], long("edited-10"), isAtRightPlace),
    atLeast("20 % edited: right place", [0.99, 0.998], long("edited-20"), isAtRightPlace),
    atLeast("30 % edited: right place", [0.98, 0.99], long("edited-30"), isAtRightPlace),
    {
      ...atMost(
        "held out: false altered",
        [0.003, 0],
        heldOut.filter(isMisattributed).length / heldOut.length,
        percent,
      ),
      of: heldOut.length,
    },
    ...(baseline.length === 0
      ? []
      : [
          atMost("median beside SQLite’s", [3, 1], ratio(0.5), times),
          atMost("p99 beside SQLite’s", [3, 1], ratio(0.99), times),
        ]),
    atMost("bytes a word", [24, 10], bytesPerWord, (bytes) => bytes.toFixed(1)),
  ];
  // In a small sample, a kind of quotation may be missing.
  return goals.filter(({ of }) => of !== 0);
}

const percent = (share: number) => `${Number((share * 100).toFixed(1))} %`;
const times = (ratio: number) => `${ratio.toFixed(2)}×`;

/** Whether all required goals are reached. */
export function areReached(goals: readonly Goal[]): boolean {
  return goals.every((goal) => isReached(goal, goal.required));
}

function isReached({ is, measured }: Goal, value: number): boolean {
  return is === "at least" ? measured >= value : measured <= value;
}

/** Returns the goals as a Markdown table. */
export function goalsTable(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => {
    const { name, is, required, aimed, measured, of, format } = goal;
    return [
      name,
      `${is} ${format(required)}`,
      format(aimed),
      of === undefined ? format(measured) : `${format(measured)} of ${of}`,
      isReached(goal, required) ? "ok" : "MISSED",
      isReached(goal, aimed) ? "ok" : "missed",
    ];
  });
  return tableOf(["goal", "required", "aimed at", "measured", "required", "aim"], rows);
}
