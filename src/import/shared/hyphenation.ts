import { type Argument, type Message, message, quoteEach } from "../../catalogue/catalogue.ts";
import { UNSPACED_OR_PUNCTUATION } from "../../language/scripts.ts";
import { createKoreanLines } from "./korean-lines.ts";
import { createHyphenRules } from "./line-hyphens.ts";
import { LINE_MARK } from "./marks/mark.ts";

/** Joins the lines of paragraphs, and records what it does with the hyphens at their ends. */
export interface LineJoiner {
  /** Whether the file divides words at the ends of lines. */
  readonly dividesWords: boolean;
  /** Joins a text and the next line. The number of the line stays before its words. */
  join(before: string, after: string): string;
  /** Returns sentences on the hyphens that were removed or kept so far. */
  remarks(): readonly Message[];
}

/** How many words a remark lists. */
const MAX_EXAMPLES = 5;

/** The hyphens of words, with that of Fraktur. */
const HYPHEN = "[-\u2010⸗]";

/**
 * A hyphen at the end of a line. The soft hyphen means no more than the others: they look the same in a font, and a PDF
 * can contain either. Programs that recognise text write “¬” too.
 */
const LINE_HYPHEN = "[-\u2010⸗\u00AD¬]";

/** The end of a line within a word. */
export const DIVIDED = new RegExp(String.raw`[\p{L}\p{M}]${LINE_HYPHEN}$`, "u");

/** The letters before a hyphen at the end of a line. */
export const HYPHENATED = new RegExp(
  String.raw`(?<![\p{L}\p{M}])([\p{L}\p{M}]+)${LINE_HYPHEN}$`,
  "u",
);

/** The first number of a range that goes on in the next line: 1907-, 12–. */
const NUMBER_BEFORE_DASH = /\p{Nd}[-\u2010\u2011–]$/u;

const IN_COMPOUND = new RegExp(String.raw`[\p{L}\p{M}]${HYPHEN}$`, "u");

const WORD = new RegExp(String.raw`[\p{L}\p{M}]+(?:${HYPHEN}[\p{L}\p{M}]+)*`, "gu");

const UNSPACED = new RegExp(`[${UNSPACED_OR_PUNCTUATION}]`, "u");

/** The minimum share of lines that end with a hyphen in a file whose words are hyphenated. */
const MIN_HYPHENATED_SHARE = 0.01;

/** The minimum ratio of words with a hyphen of their own to divided ones, if hyphens can be either. */
const MIN_HYPHENATED_WORDS = 0.1;

/**
 * Creates a line joiner for a file whose blocks have these lines. They show how the file spells its
 * words within a line.
 */
export function createLineJoiner(blocks: readonly (readonly string[])[]): LineJoiner {
  const { solid, hyphenated, divisions, usesHyphenation } = collectVocabulary(blocks);
  const hyphens = createHyphenRules(solid);
  const korean = createKoreanLines(blocks);
  const removed: string[] = [];
  const kept: string[] = [];
  const guessed: string[] = [];

  /** Decides by the file's other words. Without any, a file that uses hyphenation has used it here. */
  function isHardHyphen(first: string, second: string): boolean {
    const [start, end] = [first.toLowerCase(), second.toLowerCase()];
    if (solid.has(start + end)) return false;
    if (hyphenated.has(`${start}-${end}`)) return true;
    // A file that divides words, but hyphenates next to none, divides this one.
    if (usesHyphenation && hyphenated.size < MIN_HYPHENATED_WORDS * divisions) return false;
    return (solid.has(start) && solid.has(end)) || !usesHyphenation;
  }

  function joinHyphenated(before: string, first: string, after: string): string {
    const second = after.replace(/[^\p{L}\p{M}].*/su, "");
    const isWhole = solid.has((first + second).toLowerCase());
    if (!isWhole && hyphens.isSuspended(after)) {
      kept.push(`${first}- ${second}`);
      return `${before} ${after}`;
    }
    if (!isWhole && (isInCompound(before, first) || hyphens.isOwn(first, second))) {
      kept.push(`${first}-${second}`);
      return before + after;
    }
    if (isHardHyphen(first, second)) {
      kept.push(`${first}-${second}`);
      return before + after;
    }
    const start = isWhole ? first : hyphens.spellStart(first, second, solid);
    removed.push(start + second);
    return before.slice(0, -first.length - 1) + start + after;
  }

  function joinWords(before: string, after: string): string {
    if (before === "" || after === "") return before + after;
    const first = HYPHENATED.exec(before)?.[1];
    if (first !== undefined) {
      // The not sign is never a hyphen of a word's own.
      if (before.endsWith("¬")) {
        removed.push(first + after.replace(/[^\p{L}\p{M}].*/su, ""));
        return before.slice(0, -1) + after;
      }
      if (/^\p{Ll}/u.test(after)) return joinHyphenated(before, first, after);
      return /^[\p{L}\p{M}\p{N}]/u.test(after) ? before + after : `${before} ${after}`;
    }
    // “the 12-year-old”, but “3- to 5-year-old”.
    const isOfNumber = /\p{Nd}[-\u2010]$/u.test(before) && /^\p{Ll}{2}/u.test(after);
    if (isOfNumber && !hyphens.isAnySuspended(after)) return before + after;
    const isWithin = korean.endsWithinWord(before, after);
    if (isWithin === "perhaps") {
      guessed.push(before.slice(before.lastIndexOf(" ") + 1) + after.replace(/\s.*$/su, ""));
    }
    if (isWithin !== false) return before + after;
    const isRange = NUMBER_BEFORE_DASH.test(before) && /^\p{Nd}/u.test(after);
    const isUnspaced =
      isRange ||
      /[\p{L}\p{M}\p{P}](?:—|--)$/u.test(before) ||
      (UNSPACED.test(before.slice(-1)) && UNSPACED.test(after.slice(0, 1)));
    return isUnspaced ? before + after : `${before} ${after}`;
  }

  return {
    dividesWords: usesHyphenation,
    join(before, after) {
      const [mark = ""] = LINE_MARK.exec(after) ?? [];
      const words = after.slice(mark.length);
      const joined = joinWords(before, words);
      const start = joined.length - words.length;
      return joined.slice(0, start) + mark + joined.slice(start);
    },
    remarks() {
      return [
        ...(removed.length > 0
          ? [
              message("remark.hyphens-removed", {
                count: removed.length,
                examples: listExamples(removed),
              }),
            ]
          : []),
        ...(kept.length > 0
          ? [message("remark.hyphens-kept", { count: kept.length, examples: listExamples(kept) })]
          : []),
        ...(guessed.length > 0
          ? [
              message("remark.guessed-words", {
                count: guessed.length,
                examples: listExamples(guessed),
              }),
            ]
          : []),
      ];
    },
  };
}

/** Whether a hyphen is in the word already, as in “mother-in-law”. */
function isInCompound(before: string, first: string): boolean {
  return IN_COMPOUND.test(before.slice(0, -first.length - 1));
}

/** The words of a file in lower case, without those that a line break divides. */
interface Vocabulary {
  /** The words without a hyphen. */
  readonly solid: ReadonlySet<string>;
  /** The words with a hyphen of their own. */
  readonly hyphenated: ReadonlySet<string>;
  /** How many lines end with a hyphen. */
  readonly divisions: number;
  /** Whether the file hyphenates words at the ends of lines. */
  readonly usesHyphenation: boolean;
}

function collectVocabulary(blocks: readonly (readonly string[])[]): Vocabulary {
  const solid = new Set<string>();
  const hyphenated = new Set<string>();
  let lineCount = 0;
  let hyphenatedLineCount = 0;
  for (const block of blocks) {
    let isContinued = false;
    for (const marked of block) {
      const line = marked.replace(LINE_MARK, "");
      const start = isContinued ? line.replace(/^[\p{L}\p{M}]+/u, "") : line;
      isContinued = HYPHENATED.test(line);
      for (const [word] of start.replace(HYPHENATED, "").matchAll(WORD)) {
        const lower = word.toLowerCase().replace(/[\u2010⸗]/g, "-");
        (lower.includes("-") ? hyphenated : solid).add(lower);
      }
      lineCount += 1;
      if (isContinued) hyphenatedLineCount += 1;
    }
  }
  const usesHyphenation = hyphenatedLineCount > MIN_HYPHENATED_SHARE * lineCount;
  return { solid, hyphenated, divisions: hyphenatedLineCount, usesHyphenation };
}

function listExamples(words: readonly string[]): Argument {
  const different = [...new Set(words)];
  const names = quoteEach(different.slice(0, MAX_EXAMPLES));
  return different.length > MAX_EXAMPLES ? message("list.cut", { names }) : names;
}
