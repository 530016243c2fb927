/** Joins lines, and remembers which hyphens at their ends it took for a word's own. */
export interface LineJoiner {
  join(before: string, after: string): string;
  remarks(): readonly string[];
}

/** How many words a remark shows. */
const MAX_EXAMPLES = 5;

/**
 * A hyphen that ends a line, with the letters before it. The soft one tells no more: a font draws both
 * alike, and a PDF may say either.
 */
const ENDS_WITH_HYPHEN = /([\p{L}\p{M}]+)[-\u2010\u00AD]$/u;

const WORD = /[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu;

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，！？：；「」『』（）]/u;

/** How many of a file's lines end with a hyphen if it divides words there, at the least. */
const DIVIDING = 0.01;

/** Made from the lines of all blocks, which tell how a file writes its words where no line ends. */
export function createLineJoiner(blocks: readonly (readonly string[])[]): LineJoiner {
  const { whole, hyphenated, dividing } = vocabularyOf(blocks);
  const undone: string[] = [];
  const kept: string[] = [];

  /** Evidence counts first; without any, a file that divides words has divided this one too. */
  function isWordsOwnHyphen(first: string, second: string): boolean {
    const [start, end] = [first.toLowerCase(), second.toLowerCase()];
    if (whole.has(start + end)) return false;
    if (hyphenated.has(`${start}-${end}`)) return true;
    return (whole.has(start) && whole.has(end)) || !dividing;
  }

  function joinHyphenated(before: string, first: string, after: string): string {
    const [second = ""] = /^[\p{L}\p{M}]*/u.exec(after) ?? [];
    if (isWordsOwnHyphen(first, second)) {
      kept.push(`${first}-${second}`);
      return before + after;
    }
    undone.push(`${first}${second}`);
    return before.slice(0, -1) + after;
  }

  return {
    join(before, after) {
      if (before === "" || after === "") return before + after;
      const [, first] = ENDS_WITH_HYPHEN.exec(before) ?? [];
      if (first !== undefined) {
        return /^\p{Ll}/u.test(after) ? joinHyphenated(before, first, after) : before + after;
      }
      const closed =
        /[\p{L}\p{M}\p{P}](?:—|--)$/u.test(before) ||
        (UNSPACED.test(before.slice(-1)) && UNSPACED.test(after.slice(0, 1)));
      return closed ? before + after : `${before} ${after}`;
    },
    remarks() {
      return [
        ...(undone.length > 0
          ? [`Hyphens at line ends (${undone.length}) are taken out: ${listExamples(undone)}.`]
          : []),
        ...(kept.length > 0
          ? [
              `Hyphens at line ends (${kept.length}) are kept as the word’s own: ${listExamples(kept)}.`,
            ]
          : []),
      ];
    },
  };
}

interface Vocabulary {
  readonly whole: ReadonlySet<string>;
  readonly hyphenated: ReadonlySet<string>;
  readonly dividing: boolean;
}

/** The words that no line's end divides, in small letters. */
function vocabularyOf(blocks: readonly (readonly string[])[]): Vocabulary {
  const whole = new Set<string>();
  const hyphenated = new Set<string>();
  let lines = 0;
  let divided = 0;
  for (const block of blocks) {
    let isDivided = false;
    for (const line of block) {
      const undivided = isDivided ? line.replace(/^[\p{L}\p{M}]+/u, "") : line;
      isDivided = ENDS_WITH_HYPHEN.test(line);
      for (const [word] of undivided.replace(ENDS_WITH_HYPHEN, "").matchAll(WORD)) {
        const lower = word.toLowerCase().replaceAll("\u2010", "-");
        (lower.includes("-") ? hyphenated : whole).add(lower);
      }
      lines += 1;
      if (isDivided) divided += 1;
    }
  }
  return { whole, hyphenated, dividing: divided > DIVIDING * lines };
}

function listExamples(words: readonly string[]): string {
  const different = [...new Set(words)];
  const some = different.slice(0, MAX_EXAMPLES).map((word) => `“${word}”`);
  return some.join(", ") + (different.length > MAX_EXAMPLES ? ", …" : "");
}
