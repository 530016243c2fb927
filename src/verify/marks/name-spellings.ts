import type { Document } from "../../corpus/document.ts";
import {
  documentAt,
  type PassagePositions,
  passageOfText,
} from "../../search/index/passage-positions.ts";
import { UNKNOWN_WORD } from "../../search/index/positions.ts";
import { letterCaseOf } from "../spelling/capitals.ts";
import { wordIdsOf } from "../words/word-ids.ts";

/** How passages write the words of names. */
export interface NameSpellings {
  /** Whether the passages have a word, and some of them with a small letter. */
  hasSmallLetter(word: string): boolean;
  /** Whether the passages have a word, and none of them without a capital letter. */
  isAlwaysCapital(word: string): boolean;
  /**
   * Whether a document has a name in its passages, or may have it: one at very many places is not looked for. A word with a
   * capital letter is a name there within a sentence, before the words of a speaker, and if no passage has it with a small one.
   */
  isPrintedIn(document: Document, name: string): boolean;
}

/** How many occurrences of a word show whether it is a name. */
const MAX_SPELLINGS = 50;
/** At how many places a name is looked for. */
const MAX_PLACES = 1000;
/** More than is between two words, in UTF-16 code units. */
const MAX_SEPARATOR = 20;

export function createNameSpellings(passagePositions: PassagePositions): NameSpellings {
  const { passages, positions } = passagePositions;

  function placeOf(position: number): { readonly text: string; readonly start: number } {
    const [{ textId, start } = { textId: 0, start: 0 }] = positions.spans(position, position + 1);
    return { text: passageOfText({ passages }, textId).passage.text, start };
  }

  function firstLettersOf(word: string): readonly string[] {
    const [id = UNKNOWN_WORD] = positions.wordIdsOf(word);
    const places = id === UNKNOWN_WORD ? [] : positions.positionsOf(id).subarray(0, MAX_SPELLINGS);
    return Array.from(places, (position) => {
      const { text, start } = placeOf(position);
      return text.slice(start, start + 2);
    });
  }

  const hasSmallLetter = (word: string) =>
    firstLettersOf(word).some((letter) => /^\p{Ll}/u.test(letter));

  function isAlwaysCapital(word: string): boolean {
    const letters = firstLettersOf(word);
    return letters.length > 0 && letters.every((letter) => /^\p{Lu}/u.test(letter));
  }

  function isPrintedIn(document: Document, name: string): boolean {
    const starts = positions.findPhrase(wordIdsOf(name, positions));
    if (starts.length > MAX_PLACES) return !hasSmallLetter(name);
    const own = starts.filter((start) => documentAt(passagePositions, start) === document);
    if (own.length === 0 || !/^\p{Lu}/u.test(name)) return own.length > 0;
    return own.subarray(0, MAX_SPELLINGS).some(isName) || !hasSmallLetter(name);
  }

  function isName(position: number): boolean {
    const { text, start } = placeOf(position);
    const [word = "", speech] = NAME.exec(text.slice(start, start + MAX_NAME)) ?? [];
    if (speech !== undefined) return true;
    const before = text.slice(Math.max(0, start - MAX_SEPARATOR), start);
    const separator = /[^\p{L}\p{N}]*$/u.exec(before)?.[0];
    return letterCaseOf(word, separator === before ? undefined : separator) === "capital";
  }

  return { hasSmallLetter, isAlwaysCapital, isPrintedIn };
}

/** In UTF-16 code units. */
const MAX_NAME = 60;
/** A word, and the sign after the name of a speaker. */
const NAME = /^\p{Lu}[\p{L}\p{M}]*(?=(\s?[:：])?)/u;
