import type { Problem } from "../corpus/problem.ts";
import { LATIN_LOOKALIKES, UNJOINED } from "../language/scripts.ts";

/** A kind of character that is invisible, or that looks like another one. */
interface OddityKind {
  readonly pattern: RegExp;
  readonly name: string;
  readonly remedy: string;
}

// Next to letters of these scripts, joiners and direction marks have no effect.
const PLAIN = String.raw`[${UNJOINED}\p{N}\p{P}\s]`;

const ODDITIES: readonly OddityKind[] = [
  {
    pattern: /\ufffd/u,
    name: "a replacement character, which stands for one that was lost",
    remedy: "Look up in the original what stood there.",
  },
  {
    pattern: /\p{Co}/u,
    name: "a character of a private use area, which other fonts do not have",
    remedy: "Write the character that is meant.",
  },
  {
    pattern: /[\u0080-\u009f]/u,
    name: "a control character, as comes of text in Windows-1252 that was read as Latin-1",
    remedy: "Read the original in its own encoding, or write the character that is meant.",
  },
  {
    pattern: /(?![\n\t\u0080-\u009f])\p{Cc}/u,
    name: "a control character",
    remedy: "Delete it.",
  },
  {
    // Unicode Standard Annex #9: embeddings, overrides and isolates. Marks serve right-to-left text.
    pattern: new RegExp(
      String.raw`[\u202a-\u202e\u2066-\u2069]|(?<=^|${PLAIN})[\u200e\u200f\u061c](?=$|${PLAIN})`,
      "u",
    ),
    name: "a control of writing direction, which can make words look as they are not written",
    remedy: "Delete it, unless the text is written from right to left.",
  },
  {
    pattern: new RegExp(
      String.raw`[\u180e\u2060\ufeff]|(?<=^|${PLAIN})[\u200b-\u200d](?=$|${PLAIN})`,
      "u",
    ),
    name: "a character of no width, which nobody sees",
    remedy: "Delete it.",
  },
  {
    pattern: /\u00ad/u,
    name: "a soft hyphen, which nobody sees",
    remedy: "Delete it.",
  },
  {
    pattern: /\p{Cn}/u,
    name: "a code point that is no character",
    remedy: "Write the character that is meant.",
  },
  {
    // Greek letters are symbols in formulas, so only those that look like Latin letters are odd.
    pattern: new RegExp(
      String.raw`(?=\p{Script=Latin})[\p{L}\p{M}]*[${LATIN_LOOKALIKES}]|(?=[${LATIN_LOOKALIKES}])[\p{L}\p{M}]*\p{Script=Latin}`,
      "u",
    ),
    name: "a word of letters from two scripts, which look alike",
    remedy: "Write it in one script, or nobody who types it will find it.",
  },
];

/** Matches any text that is not plain ASCII. Most text is. */
const NON_ASCII = /[^\n\t\u0020-\u007e]/;

/** Finds odd characters in a file. Reports each kind once, at its first occurrence. */
export function findOddCharacters(path: string, text: string): readonly Problem[] {
  if (!NON_ASCII.test(text)) return [];
  return ODDITIES.flatMap(({ pattern, name, remedy }) => {
    const [first, ...others] = text.matchAll(new RegExp(pattern, "gmu"));
    if (first === undefined) return [];
    const more = others.length === 0 ? "" : ` There are ${others.length} more in this file.`;
    return [
      {
        path,
        line: text.slice(0, first.index).split("\n").length,
        message: `Here is ${name}: ${describeMatch(first[0], text, first.index)}.${more}`,
        remedy,
      },
    ];
  });
}

/** Returns the code point of a single character, or the whole word that contains several. */
function describeMatch(match: string, text: string, index: number): string {
  const [character, ...others] = match;
  if (character !== undefined && others.length === 0) return formatCodePoint(character);
  const before = text.slice(Math.max(0, index - 40), index).replace(/^.*[^\p{L}\p{M}]/su, "");
  const after = text.slice(index + match.length).replace(/[^\p{L}\p{M}].*$/su, "");
  return `“${before}${match}${after}”`;
}

function formatCodePoint(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
}
