import { findLanguage } from "../../src/language/languages/index.ts";
import { wordsOf } from "../../src/language/word-lists.ts";
import type { Draw } from "../draw.ts";

/** Kinds of changes to a word of a quotation, each of which makes it false. */
export const WORD_ALTERATIONS = [
  "word",
  "negation",
  "number",
  "name",
  "homoglyph",
  "sign",
  "accent",
  "points",
  "stroke",
  "brackets",
] as const;
/** The same beside an editor’s mark, and false quotations with ellipses. */
export const MARKED_ALTERATIONS = ["marked word", "omitted negation", "scattered words"] as const;

export type Alteration = (typeof WORD_ALTERATIONS | typeof MARKED_ALTERATIONS)[number];

const HOMOGLYPHS: Readonly<Record<string, string>> = { a: "а", e: "е", o: "о", c: "с", p: "р" };
/** The number of words between ellipses, each of which is anywhere in a document. */
const SCATTERED_WORDS = 6;
const NAMES = ["Zebulon", "Ortrud", "Nguyễn", "다윗", "ダビデ", "زكريا", "יונתן"];

/**
 * Changes one of the words of a quotation; undefined if none of them can be changed so. Words are joined by
 * `space`.
 */
export function alter(
  words: readonly string[],
  kind: Alteration,
  { language, space, otherWord, drawWords }: Alterable,
  draw: Draw,
): string | undefined {
  const inserted = (word: string) =>
    words.toSpliced(1 + draw.below(words.length - 1), 0, word).join(space);
  const changed = (change: (word: string) => string) => {
    const places = [...words.keys()].filter((index) => change(words[index] ?? "") !== words[index]);
    if (places.length === 0) return undefined;
    const index = draw.oneOf(places);
    return words.with(index, change(words[index] ?? "")).join(space);
  };
  const profile = findLanguage(language);
  const negations = [profile?.negations, profile?.unmistakableNegations].flatMap(wordsOf);
  switch (kind) {
    case "word":
    case "marked word":
      return words.with(draw.below(words.length), otherWord()).join(space);
    case "negation":
      return inserted(draw.oneOf(negations));
    // Fewer digits may be the number of a verse.
    case "number":
      return inserted(String(draw.between(1000, 9999)));
    case "name":
      return inserted(draw.oneOf(NAMES));
    case "homoglyph":
      return changed((word) => word.replace(/[aeocp]/, (letter) => HOMOGLYPHS[letter] ?? letter));
    case "sign":
      return inserted(draw.oneOf(["≠", "−5", "§", "=", "%"]));
    case "accent":
      return changed((word) =>
        word
          .normalize("NFD")
          .replace(/[\u0300-\u036f]/, "")
          .normalize("NFC"),
      );
    case "points":
      return changed((word) =>
        word
          .replace(/[\u05b4\u05b5\u05b6]/, "\u05bb")
          .replace(/[\u064e\u0650]/, (point) => (point === "\u064e" ? "\u0650" : "\u064e")),
      );
    case "stroke":
      return changed((word) => word.replace(/\p{L}\p{M}*/gu, (letter) => `${letter}\u0336`));
    case "brackets":
      return inserted(`[${draw.oneOf(negations)}]`);
    case "omitted negation": {
      const text = words.join(space);
      const listed = wordsOf(profile?.negations).filter((word) => !word.includes("*"));
      const forms = [...listed, profile?.negatedForms ?? []].flat().join("|");
      const pattern = new RegExp(`(?<=.${space})(?:${forms})(?=${space}.)`, "gu");
      const omitted = [...text.matchAll(pattern)];
      if (omitted.length === 0) return undefined;
      const { index, 0: negation } = draw.oneOf(omitted);
      return `${text.slice(0, index)}…${text.slice(index + negation.length)}`;
    }
    case "scattered words":
      return drawWords(SCATTERED_WORDS).join(" … ");
  }
}

interface Alterable {
  readonly language: string;
  readonly space: string;
  readonly otherWord: () => string;
  /** Draws words of one document, in its order. */
  readonly drawWords: (count: number) => readonly string[];
}

/** Adds to a quotation what editors add: the number of a verse or a note, a remark, an attribution. */
export function addMark(text: string, draw: Draw): string {
  return draw.oneOf([
    `${text} [sic]`,
    `${text} (emphasis added)`,
    `${text}[${draw.between(1, 99)}]`,
    `${text} (p. ${draw.between(1, 400)})`,
    `${text} — John ${draw.between(1, 21)}:${draw.between(1, 50)}`,
    `“${text}...”.`,
  ]);
}
