/** The Cyrillic letters of Serbian with the Latin ones that correspond to them (Pravopis srpskoga jezika, Matica srpska, 2010). */
const LATIN: Readonly<Record<string, string>> = {
  ...{ а: "a", б: "b", в: "v", г: "g", д: "d", ђ: "đ", е: "e", ж: "ž", з: "z", и: "i" },
  ...{ ј: "j", к: "k", л: "l", љ: "lj", м: "m", н: "n", њ: "nj", о: "o", п: "p", р: "r" },
  ...{ с: "s", т: "t", ћ: "ć", у: "u", ф: "f", х: "h", ц: "c", ч: "č", џ: "dž", ш: "š" },
};
const CYRILLIC = new Map(Object.entries(LATIN).map(([cyrillic, latin]) => [latin, cyrillic]));

/** Writes Serbian in Latin letters. A capital letter is one of the first of two: Љ is Lj. */
export function toSerbianLatin(text: string): string {
  return text.replace(/\p{Script=Cyrillic}/gu, (letter) => {
    const latin = LATIN[letter.toLowerCase()] ?? letter;
    return LATIN[letter] === undefined ? latin.charAt(0).toUpperCase() + latin.slice(1) : latin;
  });
}

/**
 * Returns what a word in Latin letters may be in the Cyrillic ones of Serbian, in small letters: nj is њ, and two letters in a few
 * foreign words. None if it has any others.
 */
export function toSerbianCyrillic(word: string): readonly string[] {
  const latin = word.normalize("NFC").toLowerCase();
  return [/lj|nj|dž|./gsu, /./gsu].flatMap((letters) => {
    const cyrillic = (latin.match(letters) ?? []).map((letter) => CYRILLIC.get(letter));
    return cyrillic.includes(undefined) ? [] : cyrillic.join("");
  });
}
