/** A difference in writing that makes no other word, and a function that removes it. */
export interface Fold {
  /** The name of the difference, for a list of differences. */
  readonly name: string;
  fold(text: string): string;
}

/** Letters that no Unicode normalization decomposes, and how they are written without them. */
const SPECIAL_LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
};

/** The folds in their order, for matching only. */
export const FOLDS: readonly Fold[] = [
  {
    name: "Unicode forms and ligatures",
    // Superscripts, fractions and the like are numbers of their own: 10² is not 102.
    fold: (text) => text.replace(/[^\p{No}]+/gu, (part) => part.normalize("NFKC")),
  },
  {
    name: "accents",
    // Latin, Greek and Cyrillic accents. In other scripts, marks distinguish words.
    fold: (text) =>
      text
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .normalize("NFC"),
  },
  {
    name: "special letters",
    fold: (text) =>
      text.replace(/[æœßøđłı]/giu, (letter) => SPECIAL_LETTERS[letter.toLowerCase()] ?? letter),
  },
  {
    name: "invisible characters and soft hyphens",
    fold: (text) => text.replace(/\p{Default_Ignorable_Code_Point}/gu, ""),
  },
  {
    name: "bracketed letters",
    // [W]e, writ[t]en, soldier[s]: the brackets mark the letters as the quoting author's.
    fold: (text) => text.replace(/\[(\p{L}{1,3})\](?=\p{L})|(?<=\p{L})\[(\p{L}{1,3})\]/gu, "$1$2"),
  },
  { name: "capitals", fold: (text) => text.toLowerCase() },
  {
    name: "quotation marks and apostrophes",
    fold: (text) => text.replace(/[‘’‚‛′ʼ`´]/g, "'").replace(/[“”„‟″«»]/g, '"'),
  },
  { name: "dashes", fold: (text) => text.replace(/[\u2010-\u2015\u2212]/g, "-") },
  { name: "spaces and line breaks", fold: (text) => text.replace(/\s+/g, " ").trim() },
];

/** Applies all `FOLDS` to a text. */
export function fold(text: string): string {
  return FOLDS.reduce((rest, { fold }) => fold(rest), text);
}
