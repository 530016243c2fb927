import type { TextRun } from "./text-runs.ts";

/** The combining marks of accents that fonts have as characters of their own. */
const ACCENTS: Readonly<Record<string, string>> = {
  ...{ "`": "\u0300", "´": "\u0301", ˆ: "\u0302", "^": "\u0302", "˜": "\u0303", "~": "\u0303" },
  ...{ "¯": "\u0304", "˘": "\u0306", "˙": "\u0307", "¨": "\u0308", "˚": "\u030a", "˝": "\u030b" },
  ...{ ˇ: "\u030c", "¸": "\u0327", "˛": "\u0328" },
};

/** Those of accents that are drawn below the baseline of their letter. */
const LOW_ACCENTS: Readonly<Record<string, string>> = { ".": "\u0323", "¯": "\u0331" };

/** The stroke that negates a relation. In some fonts, it is a slash. */
const STROKE = "\u0338";
const STROKES: Readonly<Record<string, string>> = { [STROKE]: STROKE, "/": STROKE };

const LETTER = /[\p{Script=Latin}\p{Script=Greek}]/u;
const RELATION = /[=<>≡≤≥≈≅∼≃⊂⊃⊆⊇∈∋∃∥→←⇒]/u;

/** Letters without a dot, which have an accent instead. */
const DOTTED: Readonly<Record<string, string>> = { ı: "i", ȷ: "j" };

/** How far a sign is drawn over another one, and how far apart their baselines are, in ems. */
const MIN_OVERLAP = 0.1;
const MAX_OVERLAP = 1;
const MAX_SHIFT = 0.7;

/** How far below the baseline of its letter a low accent is drawn, in ems. */
const MIN_LOW_SHIFT = 0.1;

/**
 * Joins accents with the letters over which the page draws them, and strokes with the relations that they negate, as fonts
 * without accented letters need it. Runs are in the order in which the page draws them.
 */
export function joinAccents(runs: readonly TextRun[]): readonly TextRun[] {
  const joined: TextRun[] = [];
  for (const run of runs) {
    const isAfterSpace = joined.at(-1)?.text.trim() === "";
    const place = joined.length - (isAfterSpace ? 2 : 1);
    const before = joined[place];
    const pair = before !== undefined && areOverlaid(before, run) ? join(before, run) : undefined;
    if (pair === undefined) joined.push(run);
    else {
      const [first, second] = pair;
      joined.splice(place, 1, ...(first.text === "" ? [] : [first]));
      if (second.text !== "") joined.push(second);
    }
  }
  return joined;
}

/** Whether the beginning of a run is drawn over the end of the one before it. A combining mark has no width. */
function areOverlaid(before: TextRun, run: TextRun): boolean {
  const size = Math.max(before.size, run.size);
  const overlap = (before.right - run.left) / size;
  const minOverlap = before.text.endsWith(STROKE) ? -MIN_OVERLAP : MIN_OVERLAP;
  return (
    overlap >= minOverlap &&
    overlap <= MAX_OVERLAP &&
    run.right > before.left &&
    Math.abs(run.baseline - before.baseline) <= MAX_SHIFT * size
  );
}

/** Joins the last sign of a run with the first one of the next; undefined if neither is drawn over the other. */
function join(before: TextRun, run: TextRun): readonly [TextRun, TextRun] | undefined {
  const last = before.text.slice(-1);
  const [first = ""] = run.text;
  const [start, rest] = [before.text.slice(0, -1), run.text.slice(first.length)];
  const isLow = run.baseline - before.baseline > MIN_LOW_SHIFT * run.size;
  const below = addSign(first, last, ACCENTS);
  if (below !== undefined) {
    const right = Math.min(before.right, run.left);
    return [
      { ...before, text: start, right },
      { ...run, text: below + rest },
    ];
  }
  const above = addSign(last, first, isLow ? LOW_ACCENTS : ACCENTS);
  if (above === undefined) return undefined;
  const { right, baseline } = before;
  return [
    { ...before, text: start + above },
    { ...run, text: rest, left: Math.min(right, run.right), baseline },
  ];
}

/** Returns a letter with an accent, or a relation with a stroke; undefined if these signs are neither. */
function addSign(
  base: string,
  sign: string,
  accents: Readonly<Record<string, string>>,
): string | undefined {
  const mark = LETTER.test(base) ? accents[sign] : RELATION.test(base) ? STROKES[sign] : undefined;
  return mark === undefined ? undefined : `${DOTTED[base] ?? base}${mark}`.normalize("NFC");
}
