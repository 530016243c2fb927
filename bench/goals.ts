import type { Answer } from "./asking.ts";
import { isFound, isMisattributed, type Outcome } from "./outcome.ts";
import type { QuotationClass } from "./quotations.ts";
import { quantile, table } from "./report.ts";

interface Goal {
  readonly name: string;
  readonly is: "at least" | "at most";
  readonly required: number;
  readonly aimed: number;
  readonly measured: number;
  /** The number of cases, if they were counted. */
  readonly of?: number;
  readonly shown: (value: number) => string;
}

/** A goal of the verifier, and the measured value. */
export function goalsOf(
  outcomes: readonly Outcome[],
  answers: readonly Answer[],
  bytesPerWord: number,
): readonly Goal[] {
  const all = (kind: QuotationClass) => outcomes.filter(({ claim }) => claim.kind === kind);
  const long = (kind: QuotationClass) =>
    all(kind).filter(({ isLong, isTrueAnyway }) => isLong && !isTrueAnyway);
  const isAtRightPlace = (outcome: Outcome) => outcome.isAtRightPlace;

  const least = (
    name: string,
    [required, aimed]: readonly [number, number],
    among: readonly Outcome[],
    counts: (outcome: Outcome) => boolean,
  ) => {
    const measured = among.filter(counts).length / among.length;
    const of = among.length;
    return { name, is: "at least", required, aimed, measured, of, shown: percent } as const;
  };
  const most = (
    name: string,
    [required, aimed]: readonly [number, number],
    measured: number,
    shown: (value: number) => string,
  ) => ({ name, is: "at most", required, aimed, measured, shown }) as const;

  const heldOut = all("held-out");
  const own = answers.map((answer) => answer.own.milliseconds);
  const baseline = answers.flatMap((answer) => answer.baseline?.milliseconds ?? []);
  const ratio = (q: number) => quantile(own, q) / quantile(baseline, q);
  return [
    most("false exact", [0, 0], outcomes.filter(({ isFalseExact }) => isFalseExact).length, String),
    least("unedited: exact", [1, 1], all("unedited"), isFound),
    least("re-punctuated: found word for word", [1, 1], all("re-punctuated"), isFound),
    least("10 % edited: right place", [0.99, 1], long("edited-10"), isAtRightPlace),
    least("20 % edited: right place", [0.97, 0.99], long("edited-20"), isAtRightPlace),
    least("30 % edited: right place", [0.9, 0.97], long("edited-30"), isAtRightPlace),
    {
      ...most(
        "held out: false altered",
        [0.01, 0.003],
        heldOut.filter(isMisattributed).length / heldOut.length,
        percent,
      ),
      of: heldOut.length,
    },
    ...(baseline.length === 0
      ? []
      : [
          most("median beside the baseline’s", [1 / 20, 1 / 20], ratio(0.5), fraction),
          most("p99 beside the baseline’s", [1 / 20, 1 / 20], ratio(0.99), fraction),
        ]),
    most("bytes a word", [24, 10], bytesPerWord, (bytes) => bytes.toFixed(1)),
  ];
}

const percent = (share: number) => `${Number((share * 100).toFixed(1))} %`;
const fraction = (share: number) => `1/${Number((1 / share).toFixed(1))}`;

/** Prints the goals, and returns whether all required ones are reached. */
export function printGoals(goals: readonly Goal[]): boolean {
  const rows = goals.map(({ name, is, required, aimed, measured, of, shown }) => {
    const reaches = (goal: number) => (is === "at least" ? measured >= goal : measured <= goal);
    return {
      isReached: reaches(required),
      row: [
        name,
        `${is} ${shown(required)}`,
        shown(aimed),
        of === undefined ? shown(measured) : `${shown(measured)} of ${of}`,
        reaches(required) ? "ok" : "MISSED",
        reaches(aimed) ? "ok" : "missed",
      ],
    };
  });
  table(
    ["goal", "required", "aimed at", "measured", "required", "aim"],
    rows.map(({ row }) => row),
  );
  return rows.every(({ isReached }) => isReached);
}
