import type { Draw } from "./draw.ts";

/** How many words in one are coined. */
const SHARE = 0.02;
// Of the words that were coined so far, most are used again, and the more so the more often they were:
// a Pitman–Yor process, by which a vocabulary grows with a power of the length, as those of texts do.
const DISCOUNT = 0.8;
const CONCENTRATION = 100;
const CONSONANTS = [..."bcdfghjklmnprstvwz", "br", "ch", "gr", "pl", "sh", "st", "th", "tr"];
const VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
const ENDINGS = ["", "", "n", "r", "l", "s", "ed", "ing"];
const SYLLABLES = { least: 2, most: 4 };

/** Texts in which coined words stand in for some of the words: of few texts few, of many texts many. */
export function createCoiner(draw: Draw): (text: string) => string {
  const uses: string[] = [];
  let distinct = 0;

  function coined(): string {
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
      .map((word) => (draw.happens(SHARE) ? coined() : word))
      .join(" ");
}

function newWord(draw: Draw): string {
  const syllables = Array.from(
    { length: draw.between(SYLLABLES.least, SYLLABLES.most) },
    () => draw.oneOf(CONSONANTS) + draw.oneOf(VOWELS),
  );
  return syllables.join("") + draw.oneOf(ENDINGS);
}
