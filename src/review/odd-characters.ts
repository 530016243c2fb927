import { type Message, message } from "../catalogue/catalogue.ts";
import type { Problem } from "../corpus/problem.ts";
import { toWellFormed } from "../foundation/well-formed.ts";
import { LATIN_LOOKALIKES, UNJOINED } from "../language/scripts.ts";

/** A kind of character that is invisible, or that looks like another one. */
interface OddityKind {
  readonly pattern: RegExp;
  readonly name: Message;
  readonly remedy: Message;
}

// Next to letters of these scripts, joiners and direction marks have no effect.
const PLAIN = String.raw`[${UNJOINED}\p{N}\p{P}\s]`;

const ODDITIES: readonly OddityKind[] = [
  {
    pattern: /\ufffd/u,
    name: message("oddity.replacement"),
    remedy: message("remedy.lost-character"),
  },
  {
    pattern: /\p{Co}/u,
    name: message("oddity.private-use"),
    remedy: message("remedy.meant-character"),
  },
  {
    pattern: /[\u0080-\u009f]/u,
    name: message("oddity.windows-1252"),
    remedy: message("remedy.windows-1252"),
  },
  {
    pattern: /(?![\n\t\u0080-\u009f])\p{Cc}/u,
    name: message("oddity.control"),
    remedy: message("remedy.delete"),
  },
  {
    // Unicode Standard Annex #9: embeddings, overrides and isolates. Marks serve right-to-left text.
    pattern: new RegExp(
      String.raw`[\u202a-\u202e\u2066-\u2069]|(?<=^|${PLAIN})[\u200e\u200f\u061c](?=$|${PLAIN})`,
      "u",
    ),
    name: message("oddity.direction"),
    remedy: message("remedy.direction"),
  },
  {
    pattern: new RegExp(
      String.raw`[\u180e\u2060\ufeff]|(?<=^|${PLAIN})[\u200b-\u200d](?=$|${PLAIN})`,
      "u",
    ),
    name: message("oddity.zero-width"),
    remedy: message("remedy.delete"),
  },
  {
    pattern: /\u00ad/u,
    name: message("oddity.soft-hyphen"),
    remedy: message("remedy.delete"),
  },
  {
    pattern: /\p{Cn}/u,
    name: message("oddity.unassigned"),
    remedy: message("remedy.meant-character"),
  },
  {
    // Greek letters are symbols in formulas, so only those that look like Latin letters are odd.
    // Each word is tried at its start alone, because words can be as long as a file.
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{M}])(?=[\p{L}\p{M}]*\p{Script=Latin})(?=[\p{L}\p{M}]*[${LATIN_LOOKALIKES}])[\p{L}\p{M}]+`,
      "u",
    ),
    name: message("oddity.two-scripts"),
    remedy: message("remedy.two-scripts"),
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
    return [
      {
        path,
        line: text.slice(0, first.index).split("\n").length,
        message: message("advice.odd-character", {
          oddity: name,
          match: describeMatch(first[0]),
          more: others.length,
        }),
        remedy,
      },
    ];
  });
}

/** How much of a word is shown, in UTF-16 code units. */
const MAX_SHOWN_WORD = 60;

/** Returns the code point of a single character, or the word that the match is. */
function describeMatch(match: string): string {
  const [character, ...others] = match;
  if (character !== undefined && others.length === 0) return formatCodePoint(character);
  const word = match.length > MAX_SHOWN_WORD ? `${match.slice(0, MAX_SHOWN_WORD)}…` : match;
  return `“${toWellFormed(word)}”`;
}

function formatCodePoint(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
}
