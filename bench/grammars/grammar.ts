import type { Document } from "../../src/corpus/document.ts";
import type { Draw } from "../draw.ts";
import { createDocument } from "../texts.ts";

/** A grammar of sentences about a harbour in one language: as much as fits on a page. */
export interface Grammar {
  /** A BCP 47 tag. */
  readonly language: string;
  /** Sentences in which `{slot}` stands for one of the words of a slot. */
  readonly sentences: readonly string[];
  readonly slots: Readonly<Record<string, string>>;
  /** Syllables, of which names are coined, so that not everything is said often. */
  readonly syllables: string;
  /** Between two sentences. */
  readonly between: string;
  /** Whether its texts are measured in characters, since they have no spaces between words. */
  readonly isInCharacters: boolean;
}

const SENTENCES_IN_A_PASSAGE = { least: 2, most: 5 };
const PASSAGES_IN_A_DOCUMENT = 20;
/** The share of words that are followed by a coined name. */
const NAMED = 0.4;

/**
 * Returns made documents. The two halves of a grammar share no sentence and no word of a slot, so that a text
 * of one half is like those of the other only in what any text of the language has.
 */
export function documentsOf(
  { language, sentences, slots, syllables, between, isInCharacters }: Grammar,
  passages: number,
  half: 0 | 1,
  draw: Draw,
): readonly Document[] {
  const words = new Map(
    Object.entries(slots).map(([slot, list]) => [
      slot,
      list
        .split("/")
        .map((word) => word.trim())
        .filter((_, index) => index % 2 === half),
    ]),
  );
  const ownSyllables = syllables.split(" ").filter((_, index) => index % 2 === half);
  const name = () =>
    Array.from({ length: draw.between(2, 4) }, () => draw.oneOf(ownSyllables)).join("");
  const space = isInCharacters ? "" : " ";
  const word = (slot: string) => {
    const one = draw.oneOf(words.get(slot) ?? []);
    return draw.happens(NAMED) ? `${one}${space}${name()}` : one;
  };
  const sentence = () =>
    draw
      .oneOf(sentences.filter((_, index) => index % 2 === half))
      .replace(/\{(\w+)\}/g, (_, slot: string) => word(slot));
  const passage = () =>
    Array.from(
      { length: draw.between(SENTENCES_IN_A_PASSAGE.least, SENTENCES_IN_A_PASSAGE.most) },
      sentence,
    ).join(between);
  return Array.from({ length: Math.ceil(passages / PASSAGES_IN_A_DOCUMENT) }, (_, index) => ({
    ...createDocument(
      `${language}-${half}-${index}`,
      Array.from({ length: PASSAGES_IN_A_DOCUMENT }, passage),
    ),
    language,
  }));
}
