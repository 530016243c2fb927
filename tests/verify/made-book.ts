import fc from "fast-check";
import { libraryOf } from "../library.ts";
import { verifierOf } from "./verifiers.ts";

export const NOUNS =
  "lamp oil wick gale bell stair door keeper boat harbour tower rope wave chart anchor".split(" ");
export const VERBS = "lit rang broke carried watched sold kept wrote found lost".split(" ");
const PLACES =
  "at dusk|in the north|near the pier|on the hill|by the old wall|under the moon".split("|");

/** Returns a sentence in which `n`, a number, decides all words. */
const sentence = (n: number) => {
  const pick = (list: readonly string[], by: number) =>
    list[(n * by + (n >> 3)) % list.length] ?? "";
  return `The ${pick(NOUNS, 7)} of ${pick(NOUNS, 3)} ${n} was never ${pick(VERBS, 5)} ${pick(PLACES, 11)}, but the ${pick(NOUNS, 13)} ${pick(VERBS, 2)} it.`;
};
export const book = libraryOf(
  Object.fromEntries(
    Array.from({ length: 6 }, (_, part) => [
      `book-${part}.md`,
      Array.from({ length: 60 }, (_, at) =>
        [0, 1, 2].map((nth) => sentence(part * 1000 + at * 7 + nth)).join(" "),
      ).join("\n\n"),
    ]),
  ),
);
export const verifier = verifierOf(book);
export const texts = book.passages({}).map(({ passage }) => passage.text);

/** Some consecutive words of the book. */
export const slices = fc
  .tuple(fc.nat({ max: texts.length - 1 }), fc.nat(), fc.integer({ min: 8, max: 25 }))
  .map(([at, from, length]) => {
    const words = (texts[at] ?? "").split(" ");
    const first = from % Math.max(1, words.length - length);
    return words.slice(first, first + length);
  });
