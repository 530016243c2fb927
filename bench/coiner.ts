import type { Draw } from "./draw.ts";

/** The share of words that are coined. */
const SHARE = 0.02;
// Coined words are reused, and frequent ones more often:
// a Pitman–Yor process, so that the vocabulary grows with a power of the length, as in real texts.
const DISCOUNT = 0.8;
const CONCENTRATION = 100;
const CONSONANTS = [..."bcdfghjklmnprstvwz", "br", "ch", "gr", "pl", "sh", "st", "th", "tr"];
const VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
const ENDINGS = ["", "", "n", "r", "l", "s", "ed", "ing"];
const SYLLABLES = { least: 2, most: 4 };

/** Returns texts in which coined words replace some of the words, so that the vocabulary grows with the texts. */
export function createCoiner(draw: Draw): (text: string) => string {
  const uses: string[] = [];
  let distinct = 0;

  function coinWord(): string {
    const news = (DISCOUNT * distinct + CONCENTRATION) / (uses.length + CONCENTRATION);
    const isNew = draw.happens(news);
    if (isNew) distinct++;
    const word = isNew ? newWord(draw) : draw.oneOf(uses);
    uses.push(word);
    return word;
  }
  return (text) =>
    text
      .split(" ")
      .map((word) => (draw.happens(SHARE) ? coinWord() : word))
      .join(" ");
}

/** Coins a word. */
export function newWord(draw: Draw): string {
  const syllables = Array.from(
    { length: draw.between(SYLLABLES.least, SYLLABLES.most) },
    () => draw.oneOf(CONSONANTS) + draw.oneOf(VOWELS),
  );
  return syllables.join("") + draw.oneOf(ENDINGS);
}
