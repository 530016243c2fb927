/** The older form of Malayalam’s final consonants, and the letters that have replaced it (Unicode Standard, 12.9). */
const CHILLUS: Readonly<Record<string, string>> = {
  ...{ ണ: "ൺ", ന: "ൻ", ര: "ർ", ല: "ൽ", ള: "ൾ", ക: "ൿ" },
};
const OLD_CHILLU = /([ണനരലളക])\u0d4d\u200d/g;

/** Bengali khanda ta as it was written before it had a character of its own (Unicode Standard, 12.2). */
const OLD_KHANDA_TA = /\u09a4\u09cd[\u200c\u200d]/g;

/** Catalan l with a middle dot, which is l and the sign between two (Unicode Standard, 7.1). */
const L_WITH_DOT = /[Ŀŀ]/g;

/** The letter that looks like the Azerbaijani schwa, in both cases. */
const TURNED_E: Readonly<Record<string, string>> = { "\u01dd": "\u0259", "\u018e": "\u018f" };

/** Marks of voice that are characters of their own, and those that combine with the letter before. */
const VOICE_MARKS: Readonly<Record<string, string>> = { "\u309b": "\u3099", "\u309c": "\u309a" };

/**
 * Vowels, tones and other signs on one letter in Thai, Lao, Burmese and Khmer. No normalization orders them all, and people
 * type them in any order that looks right (M. Hosken, Representing Myanmar in Unicode, Unicode Technical Note 11).
 */
const SIGNS_ON_LETTER =
  /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}|[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd]{2,}|[\u102b-\u1038\u103a-\u103e]{2,}|[\u17b6-\u17d1\u17d3\u17dd]{2,}/g;

/** Thai sara ae and Lao ei, typed as the letter of which each looks like two (Unicode Standard, 16.1 and 16.2). */
const DOUBLE_E: Readonly<Record<string, string>> = { เเ: "แ", ເເ: "ແ" };

/** Returns a text with one encoding for each letter that has several which no normalization unites, before NFKC. */
export function uniteEncodings(text: string): string {
  return text
    .replace(L_WITH_DOT, (letter) => (letter === "ŀ" ? "l" : "L"))
    .replace(/[\u309b\u309c]/g, (mark) => VOICE_MARKS[mark] ?? mark)
    .replace(/[\u01dd\u018e]/g, (letter) => TURNED_E[letter] ?? letter);
}

/** Does the same after NFKC. */
export function uniteSequences(text: string): string {
  return text
    .replace(SIGNS_ON_LETTER, (signs) => [...signs].sort().join(""))
    .replace(/เเ|ເເ/g, (letters) => DOUBLE_E[letters] ?? letters)
    .replace(OLD_CHILLU, (_, letter: string) => CHILLUS[letter] ?? letter)
    .replace(OLD_KHANDA_TA, "\u09ce");
}
