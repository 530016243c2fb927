import { elementAt, floatAt, integerAt } from "../../foundation/checked-access.ts";
import { idf, K1, type MatchWeights } from "../index/bm25.ts";
import type { Lexicon } from "../index/lexicon.ts";
import type { PostingList, PostingReader } from "../index/posting-lists.ts";
import type { Postings } from "../index/postings.ts";
import type { QueryTerm, TermGroup } from "./ranking.ts";

/** Increments of a text's match count: the low bits count matching groups, the high bits exact matches. */
export const MATCH = 1;
export const EXACT_MATCH = 0x10000;

/** An opened index: `postings` with their lexicons and a reader of their lists. */
export interface OpenPostings {
  readonly postings: Postings;
  readonly forms: Lexicon;
  readonly terms: Lexicon;
  readonly reader: PostingReader;
}

/** Scores a text by one term of a query word. */
export interface TermScorer {
  /** The texts with the term, in any form. */
  readonly termList: PostingList;
  /** The texts with the typed form; undefined if there are none, or if both lists are the same. */
  readonly formList: PostingList | undefined;
  /** The factors of the term frequency norms in the two lists. */
  readonly termWeight: number;
  readonly formWeight: number;
  /** The form's factor for each text in `termList`, if both lists are the same; otherwise 0. */
  readonly sharedWeight: number;
  /** The increment of the match count for each text in `termList`. */
  readonly countIncrement: number;
  /** No text scores more by the term. */
  readonly upperBound: number;
}

/** Scores a text by the best of some alternative terms. */
export interface GroupScorer {
  readonly terms: readonly TermScorer[];
  /** The length of the terms' posting lists together. */
  readonly postingCount: number;
  /** No text scores more by the group. */
  readonly upperBound: number;
}

/** Returns the ids of a query term's terms in the index. */
export function findTermIds(queryTerm: QueryTerm, { terms }: OpenPostings): readonly number[] {
  return queryTerm.terms.flatMap((term) => terms.idOf(term) ?? []);
}

/** Creates the scorer of a group. `formShare` is the weight of the typed form beside 1 for the term. */
export function createGroupScorer(
  group: TermGroup,
  index: OpenPostings,
  formShare: number,
): GroupScorer {
  const terms = group.flatMap((queryTerm) => createTermScorers(queryTerm, index, formShare));
  return {
    terms,
    postingCount: terms.reduce((sum, { termList }) => sum + termList.documentFrequency, 0),
    upperBound: Math.max(0, ...terms.map(({ upperBound }) => upperBound)),
  };
}

function createTermScorers(
  queryTerm: QueryTerm,
  index: OpenPostings,
  formShare: number,
): readonly TermScorer[] {
  const { postings, forms, reader } = index;
  const documentCount = postings.lengths.length;
  const form = forms.idOf(queryTerm.form);
  const formOffset = form === undefined ? undefined : integerAt(postings.formOffsets, form);

  return findTermIds(queryTerm, index).map((term) => {
    const termOffset = integerAt(postings.termOffsets, term);
    const termList = reader.open(termOffset);
    const termWeight = termWeightOf(queryTerm, termList, documentCount);
    if (termOffset === formOffset) {
      // Added up as two lists are: which lists an index shares must not change a score.
      const sharedWeight = termWeight * formShare;
      return {
        termList,
        formList: undefined,
        termWeight,
        formWeight: 0,
        sharedWeight,
        countIncrement: MATCH + EXACT_MATCH,
        upperBound: (termWeight + sharedWeight) * termList.maxImpact,
      };
    }
    const termBound = termWeight * termList.maxImpact;
    if (formOffset === undefined) {
      return {
        termList,
        formList: undefined,
        termWeight,
        formWeight: 0,
        sharedWeight: 0,
        countIncrement: MATCH,
        upperBound: termBound,
      };
    }
    const formList = reader.open(formOffset);
    const formWeight = termWeightOf(queryTerm, formList, documentCount) * formShare;
    return {
      termList,
      formList,
      termWeight,
      formWeight,
      sharedWeight: 0,
      countIncrement: MATCH,
      upperBound: termBound + formWeight * formList.maxImpact,
    };
  });
}

/** Returns BM25's weight of a term without the term frequency norm: boost · idf · (k1 + 1). */
function termWeightOf(
  { weight }: QueryTerm,
  { documentFrequency }: PostingList,
  documentCount: number,
): number {
  return weight * (idf(documentFrequency, documentCount) * (K1 + 1));
}

/** The coordination boosts of a query by the number of groups that match. */
export interface BoostTable {
  readonly inexact: Float64Array;
  /** With all words as they were typed. */
  readonly exact: Float64Array;
}

export function createBoostTable(groupCount: number, { boost }: MatchWeights): BoostTable {
  const boosts = (isExact: boolean) =>
    Float64Array.from({ length: groupCount + 1 }, (_, matchedCount) =>
      boost(matchedCount, isExact),
    );
  return { inexact: boosts(false), exact: boosts(true) };
}

/** Returns for each group an upper bound of the score by it and the groups after it alone. */
export function suffixUpperBounds(
  groups: readonly GroupScorer[],
  boosts: BoostTable,
): Float64Array {
  const bounds = new Float64Array(groups.length);
  let sum = 0;
  for (let index = groups.length - 1; index >= 0; index--) {
    sum += elementAt(groups, index).upperBound;
    // Only a text with all groups can be exact.
    const boost = index === 0 ? boosts.exact : boosts.inexact;
    bounds[index] = sum * floatAt(boost, groups.length - index);
  }
  return bounds;
}
