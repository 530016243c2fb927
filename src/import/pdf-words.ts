/** Joins lines, and remembers which hyphens at their ends it took for a word's own. */
export interface Joining {
  join(before: string, after: string): string;
  remarks(): readonly string[];
}

/** How many words a remark shows. */
const SHOWN = 5;

/** A hyphen that ends a line, with the letters before it; also one that is only there at a line's end. */
const ENDS_WITH_HYPHEN = /([\p{L}\p{M}]+)[-\u2010\u00AD]$/u;

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，！？：；「」『』（）]/u;

/** Made from all lines of a file, which tell how it writes its words where no line ends. */
export function createJoining(lines: readonly string[]): Joining {
  const whole = new Set<string>();
  const hyphenated = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.matchAll(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu)) {
      const lower = word.toLowerCase().replaceAll("\u2010", "-");
      (lower.includes("-") ? hyphenated : whole).add(lower);
    }
  }
  const undone: string[] = [];
  const kept: string[] = [];

  function joinHyphenated(before: string, first: string, after: string): string {
    const [second = ""] = /^[\p{L}\p{M}]*/u.exec(after) ?? [];
    const compound = `${first}-${second}`.toLowerCase();
    if (hyphenated.has(compound) && !whole.has(`${first}${second}`.toLowerCase())) {
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
        /[\p{L}\p{M}\p{P}][—]$/u.test(before) ||
        (UNSPACED.test(before.slice(-1)) && UNSPACED.test(after.slice(0, 1)));
      return closed ? before + after : `${before} ${after}`;
    },
    remarks() {
      return [
        ...(undone.length > 0
          ? [`Hyphens at line ends (${undone.length}) are taken out: ${shown(undone)}.`]
          : []),
        ...(kept.length > 0
          ? [`Hyphens at line ends (${kept.length}) are kept as the word’s own: ${shown(kept)}.`]
          : []),
      ];
    },
  };
}

function shown(words: readonly string[]): string {
  const different = [...new Set(words)];
  const some = different.slice(0, SHOWN).map((word) => `“${word}”`);
  return some.join(", ") + (different.length > SHOWN ? ", …" : "");
}
