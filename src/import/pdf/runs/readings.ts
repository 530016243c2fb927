import type { TextRun } from "./text-runs.ts";

/** A reading of ideographs: kana, bopomofo, Hangul or Latin letters. */
const READING =
  /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Latin}\p{M}ー・ˊˇˋ˙ ]+$/u;
const IDEOGRAPH = /\p{Script=Han}/u;

/** The maximum size of a reading, as a part of that of the letters below it. Half is usual (JLReq, 3.3.3). */
const MAX_SIZE = 0.62;

/** How far above the baseline of the letters that of their reading is, in ems of the letters. */
const MIN_DISTANCE = 0.7;
const MAX_DISTANCE = 1.5;

/** The largest letters below a reading, as a multiple of its size. */
const MAX_BASE_SIZE = 4;

/** The pages of a PDF without the readings above their letters, and how many of them there were. */
export interface PagesWithoutReadings {
  readonly pages: readonly (readonly TextRun[])[];
  readonly readings: number;
}

/** Leaves out readings in small letters above ideographs (ruby). Columns have theirs to the right, which is above them too. */
export function removeReadings(pages: readonly (readonly TextRun[])[]): PagesWithoutReadings {
  let readings = 0;
  const cleared = pages.map((runs) => {
    const bases = byBaseline(runs.filter(({ text }) => IDEOGRAPH.test(text)));
    if (bases.size === 0) return runs;
    const areReadings = runs.map((run) => isReading(run, bases));
    // The letters of one reading can be drawn one by one.
    readings += areReadings.filter((is, index) => is && areReadings[index - 1] !== true).length;
    return runs.filter((_, index) => areReadings[index] !== true);
  });
  return { pages: cleared, readings };
}

/** Groups runs by their baselines, rounded down to a point. */
function byBaseline(runs: readonly TextRun[]): ReadonlyMap<number, readonly TextRun[]> {
  const groups = new Map<number, TextRun[]>();
  for (const run of runs) {
    const key = Math.floor(run.baseline);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [run]);
    else group.push(run);
  }
  return groups;
}

function isReading(run: TextRun, bases: ReadonlyMap<number, readonly TextRun[]>): boolean {
  const text = run.text.trim();
  if (text === "" || !READING.test(text)) return false;
  const lowest = run.baseline + MAX_BASE_SIZE * MAX_DISTANCE * run.size;
  for (let baseline = Math.floor(run.baseline); baseline <= lowest; baseline++) {
    if (bases.get(baseline)?.some((base) => isAboveIdeographs(run, base)) === true) return true;
  }
  return false;
}

function isAboveIdeographs(run: TextRun, base: TextRun): boolean {
  const distance = (base.baseline - run.baseline) / base.size;
  if (run.size > MAX_SIZE * base.size || distance < MIN_DISTANCE || distance > MAX_DISTANCE) {
    return false;
  }
  const letter = (base.right - base.left) / base.text.length;
  const middle = (run.left + run.right) / 2;
  if (middle < base.left || middle > base.right) return false;
  const start = Math.max(0, Math.floor((run.left - base.left) / letter));
  return IDEOGRAPH.test(base.text.slice(start, Math.ceil((run.right - base.left) / letter)));
}
