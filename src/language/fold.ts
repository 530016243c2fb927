/** A difference in writing that changes no word, and how it is taken away. */
export interface Fold {
  /** What differs, as a list of differences names it. */
  readonly name: string;
  fold(text: string): string;
}

/** What people write differently without meaning anything by it. For matching only. */
export const FOLDS: readonly Fold[] = [
  {
    name: "Unicode forms and ligatures",
    // Superscripts, fractions and the like are numbers of their own: 10² is not 102.
    fold: (text) => text.replace(/[^\p{No}]+/gu, (part) => part.normalize("NFKC")),
  },
  {
    name: "accents",
    // Latin, Greek and Cyrillic accents; the marks of other scripts tell words apart.
    fold: (text) =>
      text
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .normalize("NFC"),
  },
  {
    name: "special letters",
    fold: (text) =>
      text.replace(/[æœßøđłı]/giu, (letter) => LETTERS[letter.toLowerCase()] ?? letter),
  },
  {
    name: "invisible characters and soft hyphens",
    fold: (text) => text.replace(/\p{Default_Ignorable_Code_Point}/gu, ""),
  },
  {
    name: "bracketed letters",
    // [W]e, writ[t]en, soldier[s]: whoever quotes says that these letters are theirs.
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

/** Letters that no Unicode form takes apart, as they are written without them. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
};

/** `text` without all that `FOLDS` take away. */
export function fold(text: string): string {
  return FOLDS.reduce((rest, { fold }) => fold(rest), text);
}
