import * as checkedAccess from "../../foundation/checked-access.ts";
import { lazy } from "../../foundation/lazy.ts";
import type { BitSet } from "../index/bitset.ts";
import { createTermFrequencyNorm, matchWeights } from "../index/bm25.ts";
import { openLexicon } from "../index/lexicon.ts";
import { createPostingBlock, createPostingReader } from "../index/posting-lists.ts";
import type { Postings } from "../index/postings.ts";
import {
  type BoostTable,
  createBoostTable,
  createGroupScorer,
  EXACT_MATCH,
  findTermIds,
  type GroupScorer,
  MATCH,
  type OpenPostings,
  suffixUpperBounds,
  type TermScorer,
} from "./group-scorers.ts";
import type { Ranking, ScoringOptions, TermGroup } from "./ranking.ts";
import { createTopK } from "./top-k.ts";

/**
 * How many texts are scored at a time, so that their accumulators stay in the processor's cache, as in
 * Lucene's BooleanScorer.
 */
const WINDOW_SIZE = 4096;

/**
 * Ranks on typed arrays; only the top k become objects. It implements MaxScore (Turtle and Flood, 1995)
 * window by window: groups whose upper bounds together do not reach the threshold of the top k are not
 * essential. Texts with no other group are counted but not scored.
 *
 * Throws a RangeError if the postings are damaged so that an index is out of range.
 */
export function createPostingsRanking(postings: Postings): Ranking {
  // V8 inlines constants, but looks imported functions up at every call, which cost a query 7 % here.
  const { byteAt, elementAt, floatAt, integerAt } = checkedAccess;
  const { formOffsets, lengths } = postings;
  const reader = createPostingReader(postings.lists);
  const openPostings: OpenPostings = {
    postings,
    forms: openLexicon(postings.forms),
    terms: openLexicon(postings.terms),
    reader,
  };
  const termFrequencyNorm = createTermFrequencyNorm(lengths);
  const documentCount = lengths.length;

  // All state is created once: closures created for each query would never be inlined in the inner loops.
  // The accumulators of a window, by slot: the docId less the window's first one. Between windows, all are 0.
  const isMatched = new Uint8Array(WINDOW_SIZE);
  const scores = new Float64Array(WINDOW_SIZE);
  const matchCounts = new Uint32Array(WINDOW_SIZE);
  // The best score and count by any term of the current group.
  const groupScores = new Float64Array(WINDOW_SIZE);
  const groupCounts = new Uint32Array(WINDOW_SIZE);
  // The slots with a score, in the window and in the current group.
  const scoredSlots = new Uint32Array(WINDOW_SIZE);
  const groupSlots = new Uint32Array(WINDOW_SIZE);
  let scoredCount = 0;
  let groupSlotCount = 0;
  let isScoring = false;
  const matchedDocIds = new Uint32Array(documentCount);
  let matchedCount = 0;
  const termBlock = createPostingBlock(WINDOW_SIZE);
  const formBlock = createPostingBlock(WINDOW_SIZE);
  const topK = createTopK();
  // All texts that match with their scores, if they are wanted.
  const collectedDocIds = lazy(() => new Uint32Array(documentCount));
  const collectedScores = lazy(() => new Float64Array(documentCount));
  let collectedCount = 0;
  let isCollecting = false;

  /** Scores the texts of a window by a group. */
  function scoreGroup(
    { terms }: GroupScorer,
    windowStart: number,
    isEssential: boolean,
    allowed: BitSet | undefined,
  ): void {
    for (const term of terms) {
      scoreTerm(term, windowStart, isEssential, terms.length === 1, allowed);
    }
    for (let index = 0; index < groupSlotCount; index++) {
      const slot = integerAt(groupSlots, index);
      addScore(slot, floatAt(groupScores, slot), integerAt(groupCounts, slot));
      groupScores[slot] = 0;
      groupCounts[slot] = 0;
    }
    groupSlotCount = 0;
  }

  function scoreTerm(
    { termList, formList, termWeight, formWeight, sharedWeight, countIncrement }: TermScorer,
    windowStart: number,
    isEssential: boolean,
    isOnlyTerm: boolean,
    allowed: BitSet | undefined,
  ): void {
    const windowEnd = windowStart + WINDOW_SIZE;
    const termCount = reader.readUntil(termList, windowEnd, termBlock);
    const formCount = formList === undefined ? 0 : reader.readUntil(formList, windowEnd, formBlock);
    let formIndex = 0;
    for (let termIndex = 0; termIndex < termCount; termIndex++) {
      const docId = integerAt(termBlock.docIds, termIndex);
      const slot = docId - windowStart;
      // The document frequency counts all texts, allowed or not.
      if (allowed !== undefined && !allowed.has(docId)) continue;
      if (byteAt(isMatched, slot) === 0) {
        isMatched[slot] = 1;
        matchedDocIds[matchedCount++] = docId;
      }
      if (!isEssential && integerAt(matchCounts, slot) === 0) continue;
      const norm = termFrequencyNorm(integerAt(termBlock.frequencies, termIndex), docId);
      let score = termWeight * norm + sharedWeight * norm;
      let count = countIncrement;
      // Both lists are sorted by docId.
      while (formIndex < formCount && integerAt(formBlock.docIds, formIndex) < docId) {
        formIndex += 1;
      }
      if (formIndex < formCount && integerAt(formBlock.docIds, formIndex) === docId) {
        score += formWeight * termFrequencyNorm(integerAt(formBlock.frequencies, formIndex), docId);
        count += EXACT_MATCH;
      }
      if (isOnlyTerm) addScore(slot, score, count);
      else keepBestScore(slot, score, count);
    }
  }

  function addScore(slot: number, score: number, countIncrement: number): void {
    const count = integerAt(matchCounts, slot);
    if (count === 0) scoredSlots[scoredCount++] = slot;
    matchCounts[slot] = count + countIncrement;
    scores[slot] = floatAt(scores, slot) + score;
  }

  function keepBestScore(slot: number, score: number, countIncrement: number): void {
    const best = floatAt(groupScores, slot);
    if (best === 0) groupSlots[groupSlotCount++] = slot;
    groupScores[slot] = Math.max(score, best);
    groupCounts[slot] = Math.max(countIncrement, integerAt(groupCounts, slot));
  }

  /** Collects the texts of a window that match at least `minMatchCount` groups, and clears the accumulators. */
  function collectWindow(
    windowStart: number,
    groupCount: number,
    minMatchCount: number,
    boosts: BoostTable,
  ): void {
    // The threshold only rises, so most texts need no further comparison.
    const threshold = topK.threshold();
    for (let index = 0; index < scoredCount; index++) {
      const slot = integerAt(scoredSlots, index);
      const count = integerAt(matchCounts, slot);
      const matchCount = count % EXACT_MATCH;
      if (matchCount >= minMatchCount) {
        const boost = count >= groupCount * EXACT_MATCH ? boosts.exact : boosts.inexact;
        const score = floatAt(scores, slot) * floatAt(boost, matchCount);
        if (isCollecting) {
          collectedDocIds()[collectedCount] = windowStart + slot;
          collectedScores()[collectedCount++] = score;
        } else if (score >= threshold) topK.push(windowStart + slot, score);
      }
      scores[slot] = 0;
      matchCounts[slot] = 0;
    }
    scoredCount = 0;
    isMatched.fill(0);
  }

  function clearAccumulators(): void {
    for (const accumulator of [isMatched, scores, matchCounts, groupScores, groupCounts]) {
      accumulator.fill(0);
    }
    scoredCount = 0;
    groupSlotCount = 0;
  }

  /** Goes through all texts, and collects those that match. Without a limit, none is left out. */
  function collect(
    groups: readonly TermGroup[],
    { allowed, isSentence = false }: ScoringOptions,
    { requireAll = false, limit }: { readonly requireAll?: boolean; readonly limit?: number },
  ): void {
    const weights = matchWeights(groups.length, isSentence);
    // The rarest group first.
    const scorers = groups
      .map((group) => createGroupScorer(group, openPostings, weights.form))
      .sort((a, b) => a.postingCount - b.postingCount);
    const boosts = createBoostTable(scorers.length, weights);
    const upperBounds = suffixUpperBounds(scorers, boosts);
    // A text without the rarest group cannot have all of them.
    let essentialCount = requireAll ? 1 : scorers.length;
    // The previous query threw an error and left its scores in place.
    if (isScoring) clearAccumulators();
    isScoring = true;
    matchedCount = 0;
    collectedCount = 0;
    isCollecting = limit === undefined;
    topK.reset(limit ?? Number.POSITIVE_INFINITY);
    for (let windowStart = 0; windowStart < documentCount; windowStart += WINDOW_SIZE) {
      while (essentialCount > 0 && floatAt(upperBounds, essentialCount - 1) < topK.threshold()) {
        essentialCount -= 1;
      }
      for (let index = 0; index < scorers.length; index++) {
        scoreGroup(elementAt(scorers, index), windowStart, index < essentialCount, allowed);
      }
      collectWindow(windowStart, scorers.length, requireAll ? scorers.length : MATCH, boosts);
    }
    isScoring = false;
  }

  return {
    forms: openPostings.forms,
    documentFrequency: (form) => reader.open(integerAt(formOffsets, form)).documentFrequency,
    hasTerm: (term) => findTermIds(term, openPostings).length > 0,
    rank(groups, { limit, ...options }) {
      collect(groups, options, { limit });
      return { top: topK.matches(), allDocIds: matchedDocIds.slice(0, matchedCount) };
    },
    score(groups, { requireAll = false, ...options }) {
      collect(groups, options, { requireAll });
      return {
        docIds: collectedDocIds().slice(0, collectedCount),
        scores: collectedScores().slice(0, collectedCount),
      };
    },
  };
}
