import { KOREAN_ENDING, KOREAN_WORD_END } from "../../language/languages/ko.ts";

/** Where lines of Korean end within words. */
export interface KoreanLines {
  /**
   * Whether the end of a line is within a word; false between words. "perhaps" if it is a guess: most ends are within words where
   * lines break anywhere.
   */
  endsWithinWord(before: string, after: string): boolean | "perhaps";
}

const WORD = /\p{Script=Hangul}+/gu;
const LAST_WORD = /(?<![\p{Script=Hangul}\p{N}])[\p{Script=Hangul}\p{N}]+$/u;
const FIRST_WORD = /^\p{Script=Hangul}+/u;

/** The maximum length of a word, in UTF-16 code units. */
const MAX_WORD = 40;

/** The minimum share of the decided ends of lines that are within words, in a text whose lines break anywhere. */
const MIN_WITHIN = 0.25;

/**
 * Learns from the lines of a file whether they break anywhere, as browsers and Word set Korean, and which words the file has. If
 * they break at spaces only, no line ends within a word.
 */
export function createKoreanLines(blocks: readonly (readonly string[])[]): KoreanLines {
  const words = new Set<string>();
  for (const block of blocks) {
    for (const line of block) {
      // The first word and the last one can be parts of words.
      const inner = line.replace(FIRST_WORD, "").replace(LAST_WORD, "");
      for (const [word] of inner.matchAll(WORD)) words.add(word);
    }
  }

  /** Returns whether an end is within a word; undefined if the words of the file and their endings do not show it. */
  function decide(before: string, after: string): boolean | undefined {
    const [first = ""] = LAST_WORD.exec(before.slice(-MAX_WORD)) ?? [];
    const [second = ""] = FIRST_WORD.exec(after) ?? [];
    if (words.has(first + second) || KOREAN_ENDING.test(after)) return true;
    const isBetween = words.has(first) && words.has(second);
    return isBetween || KOREAN_WORD_END.test(first) ? false : undefined;
  }

  const decided = blocks.flatMap((block) =>
    block.slice(1).flatMap((line, index) => {
      const before = block[index] ?? "";
      return isBetweenSyllables(before, line) ? (decide(before, line) ?? []) : [];
    }),
  );
  const within = decided.filter((one) => one).length;
  const breaksAnywhere = within > 0 && within >= MIN_WITHIN * decided.length;
  return {
    endsWithinWord(before, after) {
      if (!breaksAnywhere || !isBetweenSyllables(before, after)) return false;
      return decide(before, after) ?? "perhaps";
    },
  };
}

/** Whether a line ends, and the next one begins, with a syllable. A number can be before one. */
function isBetweenSyllables(before: string, after: string): boolean {
  return LAST_WORD.test(before.slice(-MAX_WORD)) && FIRST_WORD.test(after);
}
