import type { Problem } from "../corpus/problem.ts";

/** A kind of character that readers do not see, or do not see as what it is. */
interface Oddity {
  readonly pattern: RegExp;
  readonly name: string;
  readonly remedy: string;
}

// Beside letters of these scripts no joiner and no mark of direction changes anything.
const PLAIN = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\s]`;

const ODDITIES: readonly Oddity[] = [
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
    // Unicode Standard Annex #9: embeddings, overrides and isolates; the marks are for right-to-left text.
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
    // Greek letters are signs in formulas, so only those that look like Latin ones are odd.
    pattern:
      /(?=\p{Script=Latin})[\p{L}\p{M}]*[\p{Script=Cyrillic}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϳ]|(?=[\p{Script=Cyrillic}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϳ])[\p{L}\p{M}]*\p{Script=Latin}/u,
    name: "a word of letters from two scripts, which look alike",
    remedy: "Write it in one script, or nobody who types it will find it.",
  },
];

/** What ASCII text cannot have, and most text is ASCII. */
const SUSPECT = /[^\n\t\u0020-\u007e]/;

/** Characters in a file that are seldom meant: each kind once, where it stands first. */
export function findOddCharacters(path: string, text: string): readonly Problem[] {
  if (!SUSPECT.test(text)) return [];
  return ODDITIES.flatMap(({ pattern, name, remedy }) => {
    const found = [...text.matchAll(new RegExp(pattern, "gmu"))];
    const [first] = found;
    if (first === undefined) return [];
    const more = found.length === 1 ? "" : ` There are ${found.length - 1} more in this file.`;
    return [
      {
        path,
        line: text.slice(0, first.index).split("\n").length,
        message: `Here is ${name}: ${describeCharacter(first[0], text, first.index)}.${more}`,
        remedy,
      },
    ];
  });
}

/** A word as it stands, or the code point of a single character with the words around it. */
function describeCharacter(found: string, text: string, at: number): string {
  if ([...found].length > 1) {
    const rest = /^[\p{L}\p{M}]*/u.exec(text.slice(at + found.length));
    const before = /[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, at - 40), at));
    return `“${before?.[0] ?? ""}${found}${rest?.[0] ?? ""}”`;
  }
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `U+${code}`;
}
