import type { Analyzers } from "../language/analyzer.ts";
import { createDocumentHits } from "./document-hits.ts";
import { type Excerpt, excerptOf, occurrences } from "./excerpt.ts";
import type { Filter, Filtering } from "./filter.ts";
import { type Bits, createBits } from "./index/bitset.ts";
import type { Phrases, TextPart } from "./phrases.ts";
import { queryOf, wordsOf } from "./query.ts";
import type { Alternatives, Match, Ranked, Ranking, Wanted } from "./ranking/ranking.ts";
import {
  documentOf,
  type Entries,
  type Entry,
  excerptedFrom,
  excerptedText,
  numbered,
} from "./searchable.ts";
import { createGuesses } from "./suggest/corrections.ts";
import type { Thesaurus } from "./suggest/thesaurus.ts";
import type { FindThroughTopics } from "./suggest/topic-expansion.ts";

/** An entry that matched, and the part of its text to show. */
export type Hit = Entry & { readonly excerpt: Excerpt };

/** The outcome of a search. */
export interface Found {
  /** The best first, as many as were asked for. */
  readonly hits: readonly Hit[];
  /** How many there are. */
  readonly total: number;
  /** Labels of the query's topics that were searched as well, those that were found first. */
  readonly synonyms: readonly string[];
  /** Labels of narrower topics; what is on them was found as well. */
  readonly narrower: readonly string[];
  /** Words of the query that stand nowhere in the corpus. */
  readonly missing: readonly string[];
  /** Words like the missing ones, if these were searched instead. */
  readonly neighbours: readonly string[];
}

/** Which hits are wanted. */
export interface Asked {
  /** All kinds when it is left out. */
  readonly kinds?: readonly Entry["kind"][];
  /** The best so many; all of them when it is left out. */
  readonly most?: number;
}

/**
 * Ranks what matches a query, in which a phrase in quotation marks must stand as it is, among the
 * entries that suit the filter.
 */
export type Search = (query: string, filter: Filter, asked?: Asked) => Found;

/** What a search looks things up in. Entries are numbered as they stand: the prose, then the documents. */
export interface Indexes {
  readonly entries: Entries;
  readonly prose: Ranking;
  /** The documents, by their data. */
  readonly documents: Ranking;
  readonly phrases: Phrases;
  readonly filtering: Filtering;
  readonly thesaurus: Thesaurus;
  readonly throughTopics: FindThroughTopics;
  readonly analyzers: Analyzers;
  /** The corpus’s, for what belongs to no document. */
  readonly language: string;
}

/**
 * What words side by side add to the score, as a part of it. Of 400 queries of two to four words that
 * stand within six of each other in one of 19,449 passages, MRR@10 of that passage is 0.72 without it
 * and 0.80 with it; of 600 of words from anywhere in a passage, 0.81 either way.
 */
const NEARNESS_WEIGHT = 0.5;
/** How many of the best matches are looked at again. */
const MOST_REORDERED = 50;

export function createSearch(indexes: Indexes): Search {
  const { entries, prose, phrases, filtering, thesaurus, throughTopics, analyzers } = indexes;
  const all = numbered(entries);
  const guesses = createGuesses([prose, indexes.documents], thesaurus.labels, analyzers);
  const documentsFor = createDocumentHits(entries, indexes.documents);

  function search(query: string, filter: Filter, { kinds, most = Infinity }: Asked = {}): Found {
    const asked = queryOf(query, analyzers, guesses.stands);
    const isPhrase = asked.phrases.length > 0;
    const typed = thesaurus.namedIn(query);
    const { words, missing, neighbours } = guesses.of(
      asked.words,
      // A phrase must stand as it is, and a label is understood though no text may have it.
      ({ sought }) => isPhrase || sought.some(({ terms }) => terms.some(typed.isLabelled)),
    );
    const standing = asked.phrases.map(phrases.standing);
    const suitable = filtering.allowed(filter, kinds);
    const allowed = isPhrase ? standingIn(standing, suitable) : suitable;

    // What has the words as they were typed, one after the other, comes first.
    const isSeveral = !isPhrase && words.length > 1;
    const front = isSeveral ? chosen(phrases.holding(query), allowed) : undefined;
    const wanted = most + (front?.size ?? 0);

    const named = thesaurus.namedIn([query, ...neighbours].join(" "));
    const isTopical = !isPhrase && named.topics.length > 0;
    const own = ranked(words, { allowed, most: isTopical ? Infinity : wanted });
    const topical = isTopical ? throughTopics(named, allowed, own.best[0]?.score ?? 1) : undefined;
    const others = topical?.matches ?? unranked(isPhrase ? allowed : undefined);
    const matched = others.length === 0 ? own : joined(own.best, others);

    const { exact, others: also } = documentsFor(query, words, allowed, matched.all);
    const numbers = [
      ...exact,
      ...(front ? prose.ranked(words, { allowed: front, most }).best : []).map(numberOf),
      ...matched.best.map(numberOf).filter((number) => front?.has(number) !== true),
      ...also,
    ];
    const total = exact.length + matched.all.length + also.length;
    const terms = (isPhrase ? wordsOf(asked.rest, analyzers).map(({ sought }) => sought) : words)
      .flat()
      .flatMap((word) => word.terms);
    const isThroughTopics = topical !== undefined && topical.matches.length > 0;
    return {
      hits: numbers.slice(0, most).map((number) =>
        hitOf(
          number,
          // The words of a phrase stand out where it stands, not each by itself.
          standing.flatMap((stretches) => stretches.get(number) ?? []),
          [...terms, ...(topical?.termsIn(number) ?? [])],
        ),
      ),
      total,
      synonyms: isThroughTopics ? topical.synonyms : [],
      narrower: isThroughTopics ? named.narrower : [],
      missing,
      neighbours: total > 0 ? neighbours : [],
    };
  }

  /** Ranks prose, and puts those of the best first in which the words stand near each other. */
  function ranked(words: readonly Alternatives[], { allowed, most }: Wanted): Ranked {
    const { best, all } = prose.ranked(words, { allowed, most: Math.max(most, MOST_REORDERED) });
    if (words.length < 2 || best.length < 2) return { best, all };
    const nearness = phrases.nearness(words.map((word) => word.flatMap(({ terms }) => terms)));
    const near = best.slice(0, MOST_REORDERED).map(({ number, score }) => ({
      number,
      score: score * (1 + NEARNESS_WEIGHT * nearness(number)),
    }));
    return { best: [...near.sort(better), ...best.slice(MOST_REORDERED)], all };
  }

  /** The entries in which each of some phrases stands. */
  function standingIn(phrases: readonly ReadonlyMap<number, unknown>[], allowed: Bits | undefined) {
    const [first, ...others] = phrases;
    const numbers = [...(first?.keys() ?? [])];
    return chosen(
      numbers.filter((number) => others.every((other) => other.has(number))),
      allowed,
    );
  }

  function chosen(numbers: readonly number[], allowed: Bits | undefined): Bits {
    const bits = createBits(all.length);
    for (const number of numbers) if (allowed?.has(number) !== false) bits.add(number);
    return bits;
  }

  /** Prose in which a phrase stands. It may hold nothing that a ranking knows: stop words, signs, half a pair. */
  function unranked(allowed: Bits | undefined): readonly Match[] {
    if (allowed === undefined) return [];
    return [...allowed.numbers()]
      .filter((number) => number < entries.prose.length)
      .map((number) => ({ number, score: 0 }));
  }

  function hitOf(number: number, standing: readonly TextPart[], terms: readonly string[]): Hit {
    const entry = all[number];
    if (entry === undefined) throw new Error(`The corpus has no entry ${number}, the index has.`);
    const language = documentOf(entry)?.language ?? indexes.language;
    const analyzer = analyzers.of(language);
    return {
      ...entry,
      // Only the hits of one page are shown, however many there are.
      get excerpt() {
        const text = excerptedText(entry);
        const from = excerptedFrom(entry);
        const moved = standing
          .map(({ start, end }) => ({ start: start - from, end: end - from }))
          .filter(({ start }) => start >= 0);
        return excerptOf(text, [...moved, ...occurrences(text, terms, analyzer)], language);
      },
    };
  }

  return search;
}

const numberOf = ({ number }: Match) => number;

const better = (a: Match, b: Match) => b.score - a.score || a.number - b.number;

/** Adds up the scores of matches with the same text; the best first. */
function joined(...lists: readonly (readonly Match[])[]): Ranked {
  const sums = new Map<number, number>();
  for (const { number, score } of lists.flat()) sums.set(number, (sums.get(number) ?? 0) + score);
  const best = [...sums].map(([number, score]) => ({ number, score })).sort(better);
  return { best, all: Uint32Array.from(best, numberOf) };
}
