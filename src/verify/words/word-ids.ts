import { fold } from "../../language/fold.ts";
import { toSerbianCyrillic, toSerbianLatin } from "../../language/folding/serbian-scripts.ts";
import { tokenize } from "../../language/tokenizer.ts";
import { type Positions, UNKNOWN_WORD } from "../../search/index/positions.ts";

/** How many letters of a word may be signs where it is printed. */
const MAX_VOWEL_LETTERS = 4;

/**
 * Returns the words of a quotation as ids. A word that is not indexed counts as the one that typists mean by it: Maenner for
 * Männer, gaard for gård, and the reverse; العالمين where the Qur’an has a sign instead of the second alef; اضاء for أضاء; שולחן for
 * שֻׁלְחָן; and a Serbian word in the other script.
 */
export function wordIdsOf(text: string, positions: Positions): readonly number[] {
  const ids = positions.wordIdsOf(text);
  if (!ids.includes(UNKNOWN_WORD)) return ids;
  const tokens = tokenize(text);
  const known = new Map<string, number>();
  let lookups = 0;
  function findOther(word: string): number {
    const spellings = otherSpellingsOf(word);
    lookups += spellings.length;
    if (lookups > MAX_LOOKUPS) return UNKNOWN_WORD;
    const found = spellings.flatMap((spelling) => positions.wordIdsOf(spelling).slice(0, 1));
    return found.find((id) => id !== UNKNOWN_WORD) ?? UNKNOWN_WORD;
  }
  return ids.map((id, index) => {
    const token = tokens[index];
    if (id !== UNKNOWN_WORD || token === undefined) return id;
    const word = text.slice(token.start, token.end).normalize("NFC");
    const other = known.get(word) ?? findOther(word);
    known.set(word, other);
    return other;
  });
}

/** How many other spellings of a quotation's words are looked up: those of some hundred and fifty Arabic words. */
const MAX_LOOKUPS = 1500;

/** Returns the words that typists may mean by one that is not indexed. */
function otherSpellingsOf(word: string): readonly string[] {
  return [
    ...withoutAlefs(word),
    ...withHamzas(word),
    ...withoutVowelLetters(word),
    ...toSerbianCyrillic(word),
    toSerbianLatin(word),
    word.replace(/([aou])e|(a)a/gi, "$1$2"),
    word.replace(/[äöüåø]/gi, (letter) => `${fold(letter)}${/å/i.test(letter) ? "a" : "e"}`),
  ].filter((spelling) => spelling !== word);
}

/** Returns a word without all of its inner alefs, without each one of them, and with a waw instead of each. */
function withoutAlefs(word: string): readonly string[] {
  const alefs = [...word.matchAll(/(?<=\p{Script=Arabic})ا/gu)].slice(0, MAX_VOWEL_LETTERS);
  if (alefs.length === 0) return [];
  return [
    ...["", "و"].flatMap((letter) =>
      alefs.map(({ index }) => word.slice(0, index) + letter + word.slice(index + 1)),
    ),
    word.replace(/(?<=\p{Script=Arabic})ا/gu, ""),
  ];
}

/** Returns a Hebrew word without all of its inner waws and yods, and without each one of them. */
function withoutVowelLetters(word: string): readonly string[] {
  const letters = [...word.matchAll(/(?<=\p{Script=Hebrew})[וי](?=\p{Script=Hebrew})/gu)];
  if (letters.length === 0) return [];
  return [
    ...letters
      .slice(0, MAX_VOWEL_LETTERS)
      .map(({ index }) => word.slice(0, index) + word.slice(index + 1)),
    word.replace(/(?<=\p{Script=Hebrew})[וי](?=\p{Script=Hebrew})/gu, ""),
  ];
}

/** Returns a word with a hamza on each of its alefs, and with two. */
function withHamzas(word: string): readonly string[] {
  const alefs = [...word.matchAll(/ا/g)].slice(0, MAX_VOWEL_LETTERS).map(({ index }) => index);
  const withOne = (text: string, index: number) =>
    ["أ", "إ"].map((letter) => text.slice(0, index) + letter + text.slice(index + 1));
  return alefs.flatMap((index, at) =>
    withOne(word, index).flatMap((one) => [
      one,
      ...alefs.slice(at + 1).flatMap((later) => withOne(one, later)),
    ]),
  );
}
