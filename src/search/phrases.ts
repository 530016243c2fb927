import { lowerBound } from "../foundation/binary-search.ts";
import { elementAt, integerAt } from "../foundation/checked-access.ts";
import { type BuiltInSteps, lazy, lazyInSteps } from "../foundation/lazy.ts";
import { type Analyzer, isSingleCjkCharacter } from "../language/analyzer.ts";
import type { Positions } from "./index/positions.ts";
import { createWordTerms, type WordTerms } from "./index/word-terms.ts";
import type { WordVector } from "./ranking/score-smoothing.ts";
import type { SearchEntries, TextRange } from "./search-entry.ts";

/** Finds phrases and words, and measures the proximity of words, within single entries. */
export interface PhraseIndex extends BuiltInSteps {
  occurrences(phrase: string): PhraseOccurrences;
  /**
   * Returns a function from the id of an entry to the proximity of words in it, each given by its terms:
   * from 1 if they are adjacent, in any order, down to 0 if one is missing.
   */
  proximity(words: readonly (readonly string[])[]): (id: number) => number;
  /** Returns the first thousand words of an entry by their tf-idf; words in most entries have none. */
  wordVector(id: number): WordVector;
  /**
   * Returns where the first words with one of `terms` begin in an entry. The terms of a word are those of
   * its folded spelling, so words that only their accents distinguish count as one.
   */
  wordOffsets(id: number, terms: readonly string[], analyzer: Analyzer): readonly number[];
}

/** The occurrences of a phrase. */
interface PhraseOccurrences {
  /** The ids of the entries that contain the phrase. */
  readonly ids: Uint32Array;
  /** Returns the ranges of the first occurrences in the text of an entry. */
  rangesIn(id: number): readonly TextRange[];
}

/** How many occurrences in one entry are located. An excerpt shows a few of them. */
const MAX_LOCATED = 256;

/** How many words of an entry its vector has. */
const MAX_VECTOR_WORDS = 1000;

/** The positions in a part of the entries, whose ids are those of the texts in order. */
interface EntryPositions {
  readonly positions: Positions;
  readonly ids: Uint32Array;
  /** The number of the first word in vectors: the parts number their words separately. */
  readonly firstWord: number;
  /** Returns the words by the terms that an analyzer finds in their folded spellings, which may be several. */
  wordsFor(analyzer: Analyzer): WordTerms;
}

/** The bits of a word that is sought, and of a character that is half of a pair that is. */
const SOUGHT = 1;
const HALF = 2;

/**
 * Combines the positions in passages with those in all other entries. Proximity is measured by `corpusAnalyzer`, that
 * of the corpus's language.
 */
export function createPhraseIndex(
  entries: SearchEntries,
  passagePositions: () => Positions,
  otherPositions: () => Positions,
  corpusAnalyzer: Analyzer,
): PhraseIndex {
  const { isPassage, textIdOf } = entries;
  const inPassages = lazy(() => toEntryPositions(passagePositions(), entries.passageIds, 0));
  const inOthers = lazy(() => toEntryPositions(otherPositions(), entries.otherIds, 2 ** 32));
  const analyzed = lazyInSteps(function* () {
    yield* inPassages().wordsFor(corpusAnalyzer).analyzeAll();
    yield* inOthers().wordsFor(corpusAnalyzer).analyzeAll();
  });

  /** Finds the occurrences of a phrase in a part of the entries, without those that run into the next text. */
  function occurrencesIn({ positions, ids }: EntryPositions, phrase: string) {
    const words = positions.wordIdsOf(phrase);
    const all = positions.findPhrase(words);
    const starts = words.length === 1 ? all : all.filter(isInOneText);
    const found = new Uint32Array(Math.min(starts.length, ids.length));
    let count = 0;
    let end = 0;
    for (const start of starts) {
      if (start < end) continue;
      const textId = positions.textAt(start);
      end = positions.startOf(textId + 1);
      found[count++] = integerAt(ids, textId);
    }
    function isInOneText(start: number): boolean {
      return start + words.length <= positions.startOf(positions.textAt(start) + 1);
    }
    return { positions, starts, ids: found.subarray(0, count), length: words.length };
  }

  function findOccurrences(phrase: string): PhraseOccurrences {
    const ofPassages = occurrencesIn(inPassages(), phrase);
    const ofOthers = occurrencesIn(inOthers(), phrase);
    return {
      ids: concatenate(ofPassages.ids, ofOthers.ids),
      rangesIn(id) {
        const { positions, starts, length } = isPassage(id) ? ofPassages : ofOthers;
        const textId = textIdOf(id);
        const first = lowerBound(starts, positions.startOf(textId));
        const end = lowerBound(starts, positions.startOf(textId + 1));
        return [...starts.subarray(first, Math.min(end, first + MAX_LOCATED))].flatMap((start) =>
          positions.spans(start, start + length),
        );
      },
    };
  }

  /** One answer asks for a phrase several times, as do the pages after it. */
  let last: { readonly phrase: string; readonly occurrences: PhraseOccurrences } | undefined;

  let sought:
    | { readonly terms: readonly string[]; readonly bitsByTerm: ReadonlyMap<string, number> }
    | undefined;

  return {
    buildSome: analyzed.buildSome,
    occurrences(phrase) {
      if (last?.phrase !== phrase) last = { phrase, occurrences: findOccurrences(phrase) };
      return last.occurrences;
    },
    proximity(words) {
      const groups = new Map(
        words.flatMap((terms, group) => terms.map((term) => [term, group + 1] as const)).reverse(),
      );
      const minWindowIn = ({ positions, wordsFor }: EntryPositions) => {
        const groupOf = wordsFor(corpusAnalyzer).lookUp(groups);
        return (textId: number) => positions.minWindowLength(textId, groupOf, words.length);
      };
      const minWindowInPassage = minWindowIn(inPassages());
      const minWindowInOther = minWindowIn(inOthers());
      return (id) => {
        const minWindow = isPassage(id) ? minWindowInPassage : minWindowInOther;
        const length = minWindow(textIdOf(id));
        return length === undefined ? 0 : (words.length - 1) / (length - 1);
      };
    },
    wordVector(id) {
      const { positions, ids, firstWord } = isPassage(id) ? inPassages() : inOthers();
      const frequencies = new Map<number, number>();
      let left = MAX_VECTOR_WORDS;
      positions.walk(textIdOf(id), (wordId) => {
        frequencies.set(wordId, (frequencies.get(wordId) ?? 0) + 1);
        left -= 1;
        return left > 0;
      });
      const vector = new Map<number, number>();
      let squares = 0;
      for (const [wordId, frequency] of frequencies) {
        const idf = Math.log(ids.length / positions.collectionFrequency(wordId));
        if (idf <= 0) continue;
        const weight = (1 + Math.log(frequency)) * idf;
        vector.set(firstWord + wordId, weight);
        squares += weight ** 2;
      }
      for (const [word, weight] of vector) vector.set(word, weight / Math.sqrt(squares));
      return vector;
    },
    wordOffsets(id, terms, analyzer) {
      const { positions, wordsFor } = isPassage(id) ? inPassages() : inOthers();
      const words = wordsFor(analyzer);
      // The hits of a query have the same terms, but for those on topics.
      if (sought?.terms !== terms) sought = { terms, bitsByTerm: soughtBits(terms) };
      const bitsOf = words.lookUp(sought.bitsByTerm);
      const offsets: number[] = [];
      let previous: { readonly half: string; readonly offset: number } | undefined;
      positions.walk(textIdOf(id), (wordId, offset) => {
        const bits = bitsOf(wordId);
        const half = (bits & HALF) === 0 ? undefined : elementAt(words.termsOf(wordId), 0);
        if (previous !== undefined && half !== undefined && terms.includes(previous.half + half)) {
          offsets.push(previous.offset);
        }
        if ((bits & SOUGHT) !== 0) offsets.push(offset);
        previous = half === undefined ? undefined : { half, offset };
        return offsets.length < MAX_LOCATED;
      });
      return offsets;
    },
  };
}

export function concatenate(first: Uint32Array, second: Uint32Array): Uint32Array {
  const both = new Uint32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Returns the bits of terms. Pairs of characters are terms, but each character is a word of its own in positions. */
function soughtBits(terms: readonly string[]): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  const add = (term: string, bit: number) => bits.set(term, (bits.get(term) ?? 0) | bit);
  for (const term of terms) {
    add(term, SOUGHT);
    const characters = [...term];
    if (characters.length === 2 && characters.every(isSingleCjkCharacter)) {
      for (const character of characters) add(character, HALF);
    }
  }
  return bits;
}

/** Adds the ids of entries to positions, and their words by their terms. */
function toEntryPositions(
  positions: Positions,
  ids: Uint32Array,
  firstWord: number,
): EntryPositions {
  const wordsByAnalyzer = new Map<Analyzer, WordTerms>();
  return {
    positions,
    ids,
    firstWord,
    wordsFor(analyzer) {
      const known = wordsByAnalyzer.get(analyzer);
      if (known !== undefined) return known;
      const words = createWordTerms(positions, (spelling) =>
        analyzer.wordsOf(spelling).map(({ term }) => term),
      );
      wordsByAnalyzer.set(analyzer, words);
      return words;
    },
  };
}
