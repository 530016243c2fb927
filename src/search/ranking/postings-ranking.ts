import type { BitSet } from "../index/bitset.ts";
import { coordinationBoost, createTermFrequencyNorm, FORM_WEIGHT, idf, K1 } from "../index/bm25.ts";
import { openLexicon } from "../index/lexicon.ts";
import {
  createPostingBlock,
  createPostingReader,
  type PostingList,
} from "../index/posting-lists.ts";
import type { Postings } from "../index/postings.ts";
import type { QueryTerm, Ranking, TermGroup } from "./ranking.ts";
import { createTopK } from "./top-k.ts";

/**
 * So many texts are scored at a time: what is known of them stays in the processor’s cache, as in Lucene’s
 * BooleanScorer.
 */
const WINDOW = 4096;

/** By what a text’s count grows with a word in any form, and with one as it was typed. */
const MATCHED = 1;
const AS_TYPED = 0x10000;

/**
 * Ranks on typed arrays: nothing is made for a text that matches and is not among the best. Where frequent
 * words alone cannot bring a text among the best that are known already, they are only looked for in the
 * texts with rarer ones: MaxScore (Turtle and Flood, 1995), window by window.
 */
export function createPostingsRanking(postings: Postings): Ranking {
  const { formLists, termLists, lengths } = postings;
  const forms = openLexicon(postings.forms);
  const terms = openLexicon(postings.terms);
  const { open, readUntil } = createPostingReader(postings.lists);
  const termFrequencyNorm = createTermFrequencyNorm(lengths);
  const size = lengths.length;

  // What is known of each text of a window; all 0 between two of them.
  const seen = new Uint8Array(WINDOW);
  const scores = new Float64Array(WINDOW);
  const counts = new Uint32Array(WINDOW);
  // What it gains by the best of some alternatives, and by what its count grows.
  const gains = new Float64Array(WINDOW);
  const growths = new Uint32Array(WINDOW);
  // Which texts these are, and how many.
  const scored = new Uint32Array(WINDOW);
  const gaining = new Uint32Array(WINDOW);
  let scoredCount = 0;
  let gainingCount = 0;
  // The texts that match, and how many.
  const found = new Uint32Array(size);
  let foundCount = 0;
  // Made once: a function made for each query would never be inlined where it is called for each text.
  const any = createPostingBlock(WINDOW);
  const own = createPostingBlock(WINDOW);
  const best = createTopK();

  /** By what saturated times are multiplied that a word of `count` texts stands in one of them. */
  const weightOf = (count: number) => idf(count, size) * (K1 + 1);

  const knownTerms = ({ terms: wanted }: QueryTerm): readonly number[] =>
    wanted.flatMap((term) => terms.numberOf(term) ?? []);

  /** What is looked for where any of some words will do: each under each of its terms. */
  function createGroupScorer(alternatives: TermGroup): GroupScorer {
    const looks = alternatives.flatMap((word) => {
      const form = forms.numberOf(word.form);
      const formList = form === undefined ? undefined : formLists[form];
      return knownTerms(word).map((term) => {
        const list = termLists[term] ?? 0;
        const isForm = list === formList;
        const any = open(list);
        const own = formList === undefined || isForm ? undefined : open(formList);
        return {
          any,
          own,
          weight: word.weight * weightOf(any.size) * (isForm ? 1 + FORM_WEIGHT : 1),
          ownWeight: own ? word.weight * weightOf(own.size) * FORM_WEIGHT : 0,
          growth: isForm ? MATCHED + AS_TYPED : MATCHED,
        };
      });
    });
    return {
      looks,
      size: looks.reduce((sum, { any }) => sum + any.size, 0),
      most: Math.max(
        0,
        ...looks.map(
          ({ any, own, weight, ownWeight }) =>
            weight * any.maxImpact + ownWeight * (own?.maxImpact ?? 0),
        ),
      ),
    };
  }

  /** Adds what the texts of the window at `start` gain by a word: by the best of its looks. */
  function scoreGroup(
    { looks }: GroupScorer,
    start: number,
    isEssential: boolean,
    allowed?: BitSet,
  ): void {
    for (const one of looks) scoreTerm(one, start, isEssential, looks.length === 1, allowed);
    for (let at = 0; at < gainingCount; at++) {
      const local = gaining[at] ?? 0;
      addScore(local, gains[local] ?? 0, growths[local] ?? 0);
      gains[local] = 0;
      growths[local] = 0;
    }
    gainingCount = 0;
  }

  function scoreTerm(
    { any: anyList, own: ownList, weight, ownWeight, growth }: TermScorer,
    start: number,
    isEssential: boolean,
    isOnly: boolean,
    allowed: BitSet | undefined,
  ): void {
    const holding = readUntil(anyList, start + WINDOW, any);
    const typed = ownList === undefined ? 0 : readUntil(ownList, start + WINDOW, own);
    let next = 0;
    for (let at = 0; at < holding; at++) {
      const text = any.docIds[at] ?? 0;
      const local = text - start;
      // A word is as rare as it is in all texts, whatever is allowed.
      if (allowed !== undefined && !allowed.has(text)) continue;
      if (seen[local] === 0) {
        seen[local] = 1;
        found[foundCount++] = text;
      }
      if (!isEssential && counts[local] === 0) continue;
      let gain = weight * termFrequencyNorm(any.frequencies[at] ?? 0, text);
      let growing = growth;
      // Both lists are in the order of the texts.
      while (next < typed && (own.docIds[next] ?? 0) < text) next += 1;
      if (next < typed && own.docIds[next] === text) {
        gain += ownWeight * termFrequencyNorm(own.frequencies[next] ?? 0, text);
        growing += AS_TYPED;
      }
      if (isOnly) addScore(local, gain, growing);
      else keepBestGain(local, gain, growing);
    }
  }

  function addScore(local: number, gain: number, growth: number): void {
    const count = counts[local] ?? 0;
    if (count === 0) scored[scoredCount++] = local;
    counts[local] = count + growth;
    scores[local] = (scores[local] ?? 0) + gain;
  }

  function keepBestGain(local: number, gain: number, growth: number): void {
    const other = gains[local] ?? 0;
    if (other === 0) gaining[gainingCount++] = local;
    gains[local] = Math.max(gain, other);
    growths[local] = Math.max(growth, growths[local] ?? 0);
  }

  /** Offers what was scored in the window at `start`, if it has so many of the `sought` words, and forgets it. */
  function collectWindow(start: number, sought: number, least: number, factors: Factors): void {
    for (let at = 0; at < scoredCount; at++) {
      const local = scored[at] ?? 0;
      const count = counts[local] ?? 0;
      const matched = count % AS_TYPED;
      const factor = (count >= sought * AS_TYPED ? factors.asTyped : factors.any)[matched] ?? 0;
      if (matched >= least) best.push(start + local, (scores[local] ?? 0) * factor);
      scores[local] = 0;
      counts[local] = 0;
    }
    scoredCount = 0;
    seen.fill(0);
  }

  return {
    forms,
    documentFrequency: (form) => open(formLists[form] ?? 0).size,
    hasTerm: (word) => knownTerms(word).length > 0,
    rank(words, { allowed, requireAll = false, limit }) {
      const sought = words.map(createGroupScorer).sort((a, b) => a.size - b.size);
      const factors = boostFactors(words.length);
      const bounds = upperBounds(sought, factors);
      // What lacks the rarest word does not have all of them.
      let essential = requireAll ? 1 : sought.length;
      foundCount = 0;
      best.reset(requireAll ? Number.POSITIVE_INFINITY : limit);
      for (let start = 0; start < size; start += WINDOW) {
        while (essential > 0 && (bounds[essential - 1] ?? 0) < best.threshold()) essential -= 1;
        for (let nth = 0; nth < sought.length; nth++) {
          const word = sought[nth];
          if (word !== undefined) scoreGroup(word, start, nth < essential, allowed);
        }
        collectWindow(start, words.length, requireAll ? words.length : 1, factors);
      }
      const matches = best.matches();
      if (!requireAll) return { best: matches, all: found.slice(0, foundCount) };
      return {
        best: matches.slice(0, limit),
        all: Uint32Array.from(matches, ({ docId }) => docId),
      };
    },
  };
}

/** `emphasis` by the number of words that match. */
interface Factors {
  readonly any: Float64Array;
  /** Where all words stand as they were typed. */
  readonly asTyped: Float64Array;
}

function boostFactors(sought: number): Factors {
  const factors = (isAsTyped: boolean) =>
    Float64Array.from({ length: sought + 1 }, (_, matched) =>
      coordinationBoost(sought, matched, isAsTyped),
    );
  return { any: factors(false), asTyped: factors(true) };
}

/** More than a text scores by nothing but the words from the nth on, for each n. */
function upperBounds(sought: readonly GroupScorer[], factors: Factors): Float64Array {
  const bounds = new Float64Array(sought.length);
  let sum = 0;
  for (let nth = sought.length - 1; nth >= 0; nth--) {
    sum += sought[nth]?.most ?? 0;
    bounds[nth] = sum * ((nth === 0 ? factors.asTyped : factors.any)[sought.length - nth] ?? 0);
  }
  return bounds;
}

/** A word of a query: any of some will do. */
interface GroupScorer {
  readonly looks: readonly TermScorer[];
  /** How long their lists are. */
  readonly size: number;
  /** The most that a text gains by it, or a little more. */
  readonly most: number;
}

/** A word under one of its terms, and what it weighs. */
interface TermScorer {
  /** The texts that hold it in any form. */
  readonly any: PostingList;
  /** Those that hold it as it is written; undefined where these are the same. */
  readonly own: PostingList | undefined;
  readonly weight: number;
  readonly ownWeight: number;
  /** By what the count of a text in `any` grows. */
  readonly growth: number;
}
