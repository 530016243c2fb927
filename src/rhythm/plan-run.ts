import type { LocalDate } from "./cadence.ts";
import { PACES, type PlanProgress } from "./plan-progress.ts";
import type { OccasionKey, Selection } from "./schedule.ts";

// A deck has the steps that a schedule has posted, each with its occasion: an occasion that is attempted again
// posts the same steps. A group that moves in its plan begins another run.

type Options = Selection["options"];
type Occasion = Pick<OccasionKey, "date" | "slot">;

const MARK = /^(\d+):(\d+)@(.+)$/;

/** Steps that an occasion has been given, from the one at `position` on, which counts from 0. */
export interface MarkedSteps {
  readonly run: string;
  readonly position: number;
  readonly count: number;
}

/** Returns how a deck marks that an occasion has a step of a run, which counts from 1. */
export function stepMark(step: number, run: string, occasion: Occasion): string {
  return `${run}:${step}@${keyOf(occasion)}`;
}

/** Returns the steps that an occasion has already been given, in whichever run; undefined if there are none. */
export function stepsMarked(marks: readonly string[], occasion: Occasion): MarkedSteps | undefined {
  const own = marks
    .flatMap((mark) => parseMark(mark) ?? [])
    .filter((mark) => mark.occasion === keyOf(occasion));
  const [first] = own;
  if (first === undefined) return undefined;
  const position = Math.min(...own.map(({ step }) => step)) - 1;
  return { run: first.run, position, count: own.length };
}

/** Returns the marks without those of occasions that have posted nothing after all. */
export function withoutOccasions(
  marks: readonly string[],
  unposted: readonly Occasion[],
): readonly string[] {
  const keys = new Set(unposted.map(keyOf));
  return marks.filter((mark) => !keys.has(parseMark(mark)?.occasion ?? ""));
}

/** Returns how far a schedule has come in its plan, by its deck and its options. */
export function progressOf(
  marks: readonly string[],
  options: Options,
  date: LocalDate,
): PlanProgress {
  const first = Number(options["step"] ?? 1);
  const done = marks.flatMap((mark) => {
    const { run, step } = parseMark(mark) ?? {};
    return run === runOf(options) && step !== undefined ? [step] : [];
  });
  return {
    position: Math.max(first - 1, ...done),
    pace: PACES.find((pace) => pace === options["pace"]) ?? "move-end",
    end: options["end"] ?? date,
  };
}

/** Returns the run of a plan that a schedule is in. */
export function runOf(options: Options): string {
  return options["run"] ?? "0";
}

/** Returns the options of a schedule whose group moves: at another pace, and to the step at `position` if it is another one. */
export function movedOptions(
  options: Options,
  { pace, end }: Pick<PlanProgress, "pace" | "end">,
  position: number | undefined,
): Options {
  return {
    ...options,
    ...{ pace, end },
    ...(position !== undefined && {
      run: String(Number(runOf(options)) + 1),
      step: String(position + 1),
    }),
  };
}

function parseMark(
  mark: string,
): { readonly run: string; readonly step: number; readonly occasion: string } | undefined {
  const [, run, step, occasion] = MARK.exec(mark) ?? [];
  if (run === undefined || step === undefined || occasion === undefined) return undefined;
  return { run, step: Number(step), occasion };
}

function keyOf({ date, slot }: Occasion): string {
  return `${date}/${slot}`;
}
