import { elementAt, integerAt } from "../foundation/checked-access.ts";
import { type BuiltInSteps, eachInSteps, lazy, lazyInSteps } from "../foundation/lazy.ts";
import { type Analyzer, isSingleCjkCharacter } from "../language/analyzer.ts";
import type { Positions } from "./index/positions.ts";
import type { WordVector } from "./ranking/score-smoothing.ts";
import type { SearchEntry, TextRange } from "./search-entry.ts";

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
  /** The groups of words in the current query. The top entries have many words in common. */
  readonly groups: GroupCache;
  termOf(wordId: number): string;
  /** Returns the terms of the folded spelling of a word, which may be several words for the analyzer. */
  termsOf(wordId: number, analyzer: Analyzer): readonly string[];
}

/** A map from word ids to groups, or to -1: one array for all queries, several times faster than a map for each. */
interface GroupCache {
  get(wordId: number): number | undefined;
  set(wordId: number, group: number): void;
  clear(): void;
}

/** Combines the positions in passages with those in all other entries. */
export function createPhraseIndex(
  entries: readonly SearchEntry[],
  passagePositions: () => Positions,
  otherPositions: () => Positions,
  termOf: (word: string) => string,
): PhraseIndex {
  const isPassage = (id: number) => elementAt(entries, id).kind === "passage";
  const ids = lazyInSteps(function* () {
    const texts = new Uint32Array(entries.length);
    const passages = new Uint32Array(entries.length);
    const others = new Uint32Array(entries.length);
    let passageCount = 0;
    let otherCount = 0;
    yield* eachInSteps(entries, ({ kind }, id) => {
      if (kind === "passage") {
        texts[id] = passageCount;
        passages[passageCount++] = id;
      } else {
        texts[id] = otherCount;
        others[otherCount++] = id;
      }
    });
    return {
      texts,
      passages: passages.subarray(0, passageCount),
      others: others.subarray(0, otherCount),
    };
  });
  const textIdOf = (id: number) => integerAt(ids().texts, id);
  const inPassages = lazy(() => toEntryPositions(passagePositions(), ids().passages, 0, termOf));
  const inOthers = lazy(() => toEntryPositions(otherPositions(), ids().others, 2 ** 32, termOf));

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

  return {
    buildSome: ids.buildSome,
    occurrences(phrase) {
      if (last?.phrase !== phrase) last = { phrase, occurrences: findOccurrences(phrase) };
      return last.occurrences;
    },
    proximity(words) {
      const minWindowIn = ({ positions, termOf, groups }: EntryPositions) => {
        groups.clear();
        const groupOf = (wordId: number) => {
          let group = groups.get(wordId);
          if (group === undefined) {
            const term = termOf(wordId);
            group = words.findIndex((terms) => terms.includes(term));
            groups.set(wordId, group);
          }
          return group === -1 ? undefined : group;
        };
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
      const { positions, termsOf } = isPassage(id) ? inPassages() : inOthers();
      const wanted = new Set(terms);
      const offsets: number[] = [];
      let previous: { readonly term: string; readonly offset: number } | undefined;
      positions.walk(textIdOf(id), (wordId, offset) => {
        const wordTerms = termsOf(wordId, analyzer);
        // Pairs of characters are terms, but each character is a word of its own here.
        const [term] = wordTerms;
        const isPair =
          previous !== undefined && term !== undefined && wanted.has(previous.term + term);
        if (isPair && previous !== undefined) offsets.push(previous.offset);
        if (wordTerms.some((one) => wanted.has(one))) offsets.push(offset);
        previous = term !== undefined && isSingleCjkCharacter(term) ? { term, offset } : undefined;
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

/** Returns the index of the first of the sorted `values` that is at least `value`. */
function lowerBound(values: Uint32Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (integerAt(values, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function createGroupCache(wordCount: number): GroupCache {
  // 0 for unknown words, otherwise the group plus 2.
  const codes = new Uint16Array(wordCount);
  const known: number[] = [];
  return {
    get(wordId) {
      const code = integerAt(codes, wordId);
      return code === 0 ? undefined : code - 2;
    },
    set(wordId, group) {
      codes[wordId] = group + 2;
      known.push(wordId);
    },
    clear() {
      for (const wordId of known) codes[wordId] = 0;
      known.length = 0;
    },
  };
}

/** Adds the ids of entries to positions, and caches of the words' terms. */
function toEntryPositions(
  positions: Positions,
  ids: Uint32Array,
  firstWord: number,
  termOf: (word: string) => string,
): EntryPositions {
  // An array is several times faster here than a map.
  const terms: string[] = [];
  const termsByAnalyzer = new Map<Analyzer, (readonly string[])[]>();
  return {
    positions,
    ids,
    firstWord,
    groups: createGroupCache(positions.wordCount),
    termOf(wordId) {
      terms[wordId] ??= termOf(positions.spellingOf(wordId));
      return terms[wordId];
    },
    termsOf(wordId, analyzer) {
      const known = termsByAnalyzer.get(analyzer) ?? [];
      if (known.length === 0) termsByAnalyzer.set(analyzer, known);
      known[wordId] ??= analyzer.wordsOf(positions.spellingOf(wordId)).map(({ term }) => term);
      return known[wordId];
    },
  };
}
