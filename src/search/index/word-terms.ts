import { elementAt, integerAt } from "../../foundation/checked-access.ts";
import { eachInSteps } from "../../foundation/lazy.ts";
import type { Positions } from "./positions.ts";

/** The words of positions by their terms. Each word is analysed once. */
export interface WordTerms {
  termsOf(wordId: number): readonly string[];
  /**
   * Returns a function from the id of a word to the bits of the first of its terms that has some in `bitsByTerm`,
   * otherwise to 0. It is valid until the next call.
   */
  lookUp(bitsByTerm: ReadonlyMap<string, number>): (wordId: number) => number;
  /** Analyses all words, in steps. */
  analyzeAll(): Generator<void, void>;
}

/** Returns the words of positions by the terms that `analyze` finds in their folded spellings. */
export function createWordTerms(
  { wordCount, spellingOf }: Positions,
  analyze: (spelling: string) => readonly string[],
): WordTerms {
  // The lists of terms are numbered from 1: two small arrays say what a query gives to a word, and strings
  // that lie anywhere in memory are read only for words that are new.
  const numbers = new Uint32Array(wordCount);
  const bitsByNumber = new Uint16Array(wordCount + 1);
  const lists: (readonly string[])[] = [[]];
  const numbersByList = new Map<string, number>();
  const numbersByTerm = new Map<string, number[]>();
  let current: ReadonlyMap<string, number> = new Map();
  let marked: number[] = [];

  function numberOf(wordId: number): number {
    const known = integerAt(numbers, wordId);
    if (known !== 0) return known;
    const terms = analyze(spellingOf(wordId));
    const list = terms.join(" ");
    const number = numbersByList.get(list) ?? addList(list, terms);
    numbers[wordId] = number;
    return number;
  }

  function addList(list: string, terms: readonly string[]): number {
    const number = lists.push(terms) - 1;
    numbersByList.set(list, number);
    for (const term of new Set(terms)) {
      const withTerm = numbersByTerm.get(term);
      if (withTerm === undefined) numbersByTerm.set(term, [number]);
      else withTerm.push(number);
    }
    mark(number);
    return number;
  }

  function mark(number: number): void {
    const first = elementAt(lists, number).find((term) => current.has(term));
    if (first === undefined) return;
    bitsByNumber[number] = current.get(first) ?? 0;
    marked.push(number);
  }

  return {
    termsOf: (wordId) => elementAt(lists, numberOf(wordId)),
    lookUp(bitsByTerm) {
      if (bitsByTerm !== current) {
        for (const number of marked) bitsByNumber[number] = 0;
        marked = [];
        current = bitsByTerm;
        for (const term of bitsByTerm.keys()) numbersByTerm.get(term)?.forEach(mark);
      }
      return (wordId) => integerAt(bitsByNumber, numberOf(wordId));
    },
    analyzeAll: () => eachInSteps(numbers.keys(), numberOf),
  };
}
