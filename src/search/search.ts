import { elementAt } from "../foundation/checked-access.ts";
import { lazy } from "../foundation/lazy.ts";
import type { Analyzers } from "../language/analyzer.ts";
import { createDocumentHits } from "./document-hits.ts";
import { type Excerpt, findTerms, makeExcerpt } from "./excerpt.ts";
import type { Filter, FilterIndex } from "./filter.ts";
import type { PhraseIndex } from "./phrases.ts";
import { createProseMatching } from "./prose-matches.ts";
import { parseQuery } from "./query.ts";
import type { Ranking } from "./ranking/ranking.ts";
import {
  allSearchables,
  documentOf,
  excerptedText,
  excerptOffset,
  type Searchable,
  type Searchables,
  type TextRange,
} from "./searchable.ts";
import { createCorrections } from "./suggest/corrections.ts";
import type { Thesaurus } from "./suggest/thesaurus.ts";
import type { ExpandTopics } from "./suggest/topic-expansion.ts";

/** An entry that matches, and an excerpt of its text. */
export type Hit = Searchable & { readonly excerpt: Excerpt };

export interface SearchResult {
  /** The best hits up to the limit, best first. */
  readonly hits: readonly Hit[];
  /** How many entries match. */
  readonly total: number;
  /** Other labels of the query's topics that were searched for, those with matches first. */
  readonly synonyms: readonly string[];
  /** Labels of narrower topics that were searched as well. */
  readonly narrower: readonly string[];
  /** Words of the query that do not occur in the corpus. */
  readonly missing: readonly string[];
  /** Similar words that were searched for instead of the missing ones, if there are hits. */
  readonly corrections: readonly string[];
}

export interface SearchOptions {
  /** The kinds of entries to search; by default all. */
  readonly kinds?: readonly Searchable["kind"][];
  /** The maximum number of hits; by default all. */
  readonly limit?: number;
}

/** Ranks the entries that match a query and a filter. Phrases in quotation marks must match exactly. */
export type Search = (query: string, filter: Filter, options?: SearchOptions) => SearchResult;

/** The indexes of a corpus. */
export interface SearchIndexes {
  readonly entries: Searchables;
  readonly prose: Ranking;
  /** The ranking of documents by their metadata. */
  readonly documents: Ranking;
  readonly phrases: PhraseIndex;
  readonly filters: FilterIndex;
  readonly thesaurus: Thesaurus;
  readonly expandTopics: ExpandTopics;
  readonly analyzers: Analyzers;
  /** The language of the corpus, for entries without a document. */
  readonly language: string;
}

export function createSearch(indexes: SearchIndexes): Search {
  const { entries, prose, documents, filters, thesaurus, analyzers } = indexes;
  const all = allSearchables(entries);
  const corrections = createCorrections([prose, documents], thesaurus.labels, analyzers);
  const matchProse = createProseMatching(indexes, corrections);
  const findDocuments = createDocumentHits(entries, documents);

  function createHit(id: number, phrases: readonly TextRange[], terms: readonly string[]): Hit {
    const entry = elementAt(all, id);
    const language = documentOf(entry)?.language ?? indexes.language;
    const excerpt = lazy(() => {
      const text = excerptedText(entry);
      const offset = excerptOffset(entry);
      const phrasesInText = phrases
        .map(({ start, end }) => ({ start: start - offset, end: end - offset }))
        .filter(({ start }) => start >= 0);
      const words = findTerms(text, terms, analyzers.of(language));
      return makeExcerpt(text, [...phrasesInText, ...words], language);
    });
    return {
      ...entry,
      // Of all hits, only those of one page are shown.
      get excerpt() {
        return excerpt();
      },
    };
  }

  return (typed, filter, { kinds, limit = Infinity } = {}) => {
    const query = parseQuery(typed, analyzers, corrections.occurs);
    const matches = matchProse(query, typed, filters.allowed(filter, kinds), limit);
    const found = findDocuments(typed, matches.groups, matches.allowed, matches.all);
    const ids = [...found.exact, ...matches.ranked, ...found.others].slice(0, limit);
    const total = found.exact.length + matches.all.length + found.others.length;
    return {
      hits: ids.map((id) => createHit(id, matches.phrasesIn(id), matches.termsIn(id))),
      total,
      synonyms: matches.synonyms,
      narrower: matches.narrower,
      missing: matches.missing,
      corrections: total > 0 ? matches.corrections : [],
    };
  };
}
