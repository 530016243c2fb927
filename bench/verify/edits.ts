import { MAX_SEED, shuffle } from "../../src/foundation/seeded-random.ts";
import type { Draw } from "../draw.ts";

const EDITS = ["replace", "insert", "swap", "letter", "drop"] as const;
/** The first and last word are kept: without them a quotation would come from another place. */
const EDITS_AT_THE_ENDS = ["replace", "insert", "swap", "letter"] as const;
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** Draws the indexes of a share of `count` things. */
export function drawIndexes(count: number, share: number, draw: Draw): ReadonlySet<number> {
  const indexes = Array.from({ length: count }, (_, index) => index);
  return new Set(shuffle(indexes, draw.below(MAX_SEED)).slice(0, Math.round(share * count)));
}

/** Edits a share of the words; `otherWord` draws a replacement. */
export function editWords(
  words: readonly string[],
  rate: number,
  draw: Draw,
  otherWord: () => string,
): readonly string[] {
  const written: string[] = [];
  const edited = drawIndexes(words.length, rate, draw);
  for (let at = 0; at < words.length; at++) {
    const [word = "", next] = words.slice(at, at + 2);
    if (!edited.has(at)) {
      written.push(word);
      continue;
    }
    const isAtAnEnd = at === 0 || next === undefined;
    switch (draw.oneOf(isAtAnEnd ? EDITS_AT_THE_ENDS : EDITS)) {
      case "replace":
        written.push(otherWord());
        break;
      case "drop":
        break;
      case "insert":
        written.push(word, otherWord());
        break;
      case "swap":
        written.push(...(next === undefined ? [word] : [next, word]));
        at += 1;
        break;
      case "letter":
        written.push(misspell(word, draw));
        break;
    }
  }
  return written;
}

function misspell(word: string, draw: Draw): string {
  const at = draw.below(word.length);
  return word.slice(0, at) + draw.oneOf(LETTERS) + word.slice(at + 1);
}

const TYPOGRAPHY: readonly ((text: string, draw: Draw) => string)[] = [
  (text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"'),
  (text) =>
    text
      .replace(/'/g, "’")
      .replace(/(?<!\S)"/g, "“")
      .replace(/"/g, "”"),
  (text, draw) => text.replace(/\s*(?:—|–|--)\s*/g, draw.oneOf(["—", " – ", "--", " - "])),
  (text) => text.replace(/(?<=\p{L})-(?=\p{L})/gu, "\u2011"),
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
  (text) => text.charAt(0).toUpperCase() + text.slice(1),
  // A comma between digits belongs to a number.
  (text) => text.replace(/,(?!\d)/g, ""),
  (text, draw) => text.replace(/(?<=\p{L}) /gu, () => (draw.happens(0.2) ? ", " : " ")),
  (text, draw) => text.replace(/ /g, () => (draw.happens(0.3) ? "\u00a0" : " ")),
  (text) => text.replace(/[.,;:]$/, ""),
  (text) => text.replace(/[.,;:]?$/, "."),
];

/** Returns the same words with other quotation marks, dashes, case, commas and spaces. */
export function repunctuate(text: string, draw: Draw): string {
  return TYPOGRAPHY.filter(() => draw.happens(0.3)).reduce(
    (changed, by) => by(changed, draw),
    text,
  );
}
