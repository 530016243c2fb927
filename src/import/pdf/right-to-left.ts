import type { TextRun } from "./text-runs.ts";

/** The pages of a PDF whose right-to-left text reads forwards, as far as that is known. */
export interface ForwardPages {
  readonly pages: readonly (readonly TextRun[])[];
  /**
   * Whether text ran backwards and was turned, or runs both ways and was not, or has the letters of its ligatures in
   * the wrong order; undefined if it runs forwards.
   */
  readonly found: "turned" | "mixed" | "ligatures" | undefined;
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/**
 * Letters as they are drawn, which fonts name instead of those that were typed (Unicode 16.0, Alphabetic and
 * Arabic Presentation Forms). Ligatures of whole sentences, such as U+FDFA, are signs and stay.
 */
const DRAWN_FORMS = /[\uFB1D-\uFB28\uFB2A-\uFB4F\uFB50-\uFDF9\uFE70-\uFEFC]/g;

/** How many words show the direction at least, and how many times as many as show the other one. */
const MIN_EVIDENCE = 3;
const MIN_RATIO = 2;

/**
 * Restores the letters and the direction of right-to-left text. Some PDFs store it as it is drawn, some as it is
 * read, and pdf.js takes all of it for the former, so that the words of the latter come out backwards.
 */
export function restoreRightToLeft(pages: readonly (readonly TextRun[])[]): ForwardPages {
  const typed = pages.map((runs) =>
    runs.map((run) =>
      RIGHT_TO_LEFT.test(run.text)
        ? { ...run, text: run.text.replace(DRAWN_FORMS, toLetters) }
        : run,
    ),
  );
  const { forwards, backwards } = directionOf(typed.flat());
  if (backwards < MIN_EVIDENCE) return markSwappedLigatures(typed);
  if (backwards >= MIN_RATIO * forwards) {
    return { pages: typed.map((runs) => runs.map(turnAround)), found: "turned" };
  }
  return forwards >= MIN_RATIO * backwards
    ? markSwappedLigatures(typed)
    : { pages: typed, found: "mixed" };
}

/** The article before a ligature of lam and alef whose letters are swapped. No word begins so. */
const SWAPPED = /(?<![\p{L}\p{M}])[وفبك]?\u0627[\u0622\u0623\u0625\u0627]\u0644/gu;

/** Lam and alef, which are always a ligature, and letters that can be one with its letters swapped. */
const LIGATURE = /\u0644[\u0622\u0623\u0625\u0627](?!\u0644)/gu;
const MAY_BE_SWAPPED = /[\u0622\u0623\u0625\u0627]\u0644/u;

/**
 * Marks the text of a file whose ligatures have lam and alef in the wrong order. pdf.js turns around a single glyph
 * for both, and each alef before a lam can be the ligature or not.
 */
function markSwappedLigatures(pages: readonly (readonly TextRun[])[]): ForwardPages {
  const text = pages.flatMap((runs) => runs.map((run) => run.text)).join(" ");
  const swapped = text.match(SWAPPED)?.length ?? 0;
  if (swapped < MIN_EVIDENCE || swapped < MIN_RATIO * (text.match(LIGATURE)?.length ?? 0)) {
    return { pages, found: undefined };
  }
  const marked = pages.map((runs) =>
    runs.map((run) => (MAY_BE_SWAPPED.test(run.text) ? { ...run, isGuess: true } : run)),
  );
  return { pages: marked, found: "ligatures" };
}

/** Returns the letters of a drawn form. An accent that is drawn alone has a space before it. */
function toLetters(form: string): string {
  return form.normalize("NFKC").replace(/^[ \u0640](?=\p{M})/u, "");
}

const WORDS = /[\p{L}\p{M}]+/gu;

/**
 * Letters that only end words: the final forms of Hebrew, and teh marbuta and alef maksura of Arabic. (Unicode
 * Standard, chapter 9.)
 */
const FINAL_LETTER = "[\u05da\u05dd\u05df\u05e3\u05e5\u0629\u0649]";
const ENDS_WORD = new RegExp(`${FINAL_LETTER}\\p{M}*$`, "u");
const BEGINS_WORD = new RegExp(`^${FINAL_LETTER}`, "u");

/** The article of Arabic, with which every third word begins, before the word itself. */
const ARTICLE = /^\u0627\u0644\p{L}{2}/u;
const TURNED_ARTICLE = /\p{L}{2}\u0644\u0627$/u;

/** Counts the words that show that they run forwards or backwards. */
function directionOf(runs: readonly TextRun[]) {
  let forwards = 0;
  let backwards = 0;
  for (const { text } of runs) {
    if (!RIGHT_TO_LEFT.test(text)) continue;
    for (const [word] of text.matchAll(WORDS)) {
      if (word.length < 2) continue;
      if (ENDS_WORD.test(word) || ARTICLE.test(word)) forwards += 1;
      if (BEGINS_WORD.test(word) || TURNED_ARTICLE.test(word)) backwards += 1;
    }
  }
  return { forwards, backwards };
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Latin words with all that is between them, and single numbers: within right-to-left text, they run from left to
 * right. (Unicode Standard Annex #9, rules W7 and N1.)
 */
const LEFT_TO_RIGHT =
  /\p{Script=Latin}(?:[^\p{Script=Hebrew}\p{Script=Arabic}]*[\p{Script=Latin}\p{M}\p{N}])?|\p{N}(?:[\p{N}.,:/%-]*[\p{N}%])?/gu;

/** Turns a right-to-left text around, but not the numbers and the Latin words in it. */
function turnAround(run: TextRun): TextRun {
  if (!RIGHT_TO_LEFT.test(run.text)) return run;
  const text = reverse(run.text).replace(LEFT_TO_RIGHT, reverse);
  return { ...run, text };
}

function reverse(text: string): string {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
    .toReversed()
    .join("");
}

/**
 * Puts the runs of a line, from left to right, into the order in which they are read: within
 * right-to-left text, words of the other direction keep their order, and the other way round.
 */
export function inReadingOrder(
  runs: readonly TextRun[],
  isRightToLeft: boolean,
): readonly TextRun[] {
  if (!runs.some((run) => run.isRightToLeft)) return runs;
  const directions = runs.map(({ text, isRightToLeft: isRtl }) =>
    isRtl ? true : /[\p{L}\p{N}]/u.test(text) ? false : undefined,
  );
  const groups: { isRightToLeft: boolean; runs: TextRun[] }[] = [];
  runs.forEach((run, index) => {
    const before = directions.slice(0, index).findLast((one) => one !== undefined);
    const after = directions.slice(index).find((one) => one !== undefined);
    // A run without a direction has that of its neighbours, if they agree, otherwise that of the line.
    const direction = directions[index] ?? (before === after ? before : undefined) ?? isRightToLeft;
    const last = groups.at(-1);
    if (last?.isRightToLeft === direction) last.runs.push(run);
    else groups.push({ isRightToLeft: direction, runs: [run] });
  });
  const inOrder = groups.map((group) =>
    group.isRightToLeft ? group.runs.toReversed() : group.runs,
  );
  return (isRightToLeft ? inOrder.toReversed() : inOrder).flat();
}
