import type { LocalDate } from "./cadence.ts";
import { PACES, type PlanProgress } from "./plan-progress.ts";
import type { OccasionKey, Selection } from "./schedule.ts";

// A deck has the steps that a schedule has posted, each with its occasion: an occasion that is attempted again
// posts the same steps. A group that moves in its plan begins another run.

type Options = Selection["options"];
type Occasion = Pick<OccasionKey, "date" | "slot">;

const MARK = /^(\d+):(\d+)@(.+)$/;

/** Returns how a deck marks that an occasion has a step, which counts from 1. */
export function stepMark(step: number, options: Options, { date, slot }: Occasion): string {
  return `${runOf(options)}:${step}@${date}/${slot}`;
}

/** Returns the steps that an occasion has already been given; undefined if there are none. */
export function stepsMarked(
  marks: readonly string[],
  options: Options,
  { date, slot }: Occasion,
): { readonly position: number; readonly count: number } | undefined {
  const steps = stepsIn(marks, options)
    .filter(({ occasion }) => occasion === `${date}/${slot}`)
    .map(({ step }) => step);
  if (steps.length === 0) return undefined;
  return { position: Math.min(...steps) - 1, count: steps.length };
}

/** Returns how far a schedule has come in its plan, by its deck and its options. */
export function progressOf(
  marks: readonly string[],
  options: Options,
  date: LocalDate,
): PlanProgress {
  const first = Number(options["step"] ?? 1);
  const done = stepsIn(marks, options).map(({ step }) => step);
  return {
    position: Math.max(first - 1, ...done),
    pace: PACES.find((pace) => pace === options["pace"]) ?? "move-end",
    end: options["end"] ?? date,
  };
}

function stepsIn(marks: readonly string[], options: Options) {
  return marks.flatMap((mark) => {
    const [, run, step, occasion] = MARK.exec(mark) ?? [];
    return run === runOf(options) && step !== undefined ? [{ step: Number(step), occasion }] : [];
  });
}

function runOf(options: Options): string {
  return options["run"] ?? "0";
}
