import type { Document } from "../corpus/document.ts";
import { type BuiltInSteps, eachInSteps, lazy, lazyInSteps } from "../foundation/lazy.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import type { Analyzers } from "../language/analyzer.ts";
import { fold } from "../language/fold.ts";
import { type Excerpt, findTerms, makeExcerpt } from "./excerpt.ts";
import type { Filter, FilterIndex } from "./filter.ts";
import type { BitSet } from "./index/bitset.ts";
import type { PhraseIndex } from "./phrases.ts";
import { createProseMatching, type ProseMatches } from "./prose-matches.ts";
import { parseQuery, type Query } from "./query.ts";
import type { Ranking, TermGroup } from "./ranking/ranking.ts";
import { bestOf, filterTexts } from "./ranking/scored-texts.ts";
import {
  documentOf,
  excerptedText,
  excerptOffset,
  type SearchEntries,
  type SearchEntry,
} from "./search-entry.ts";
import type { Corrections } from "./suggest/corrections.ts";
import type { Thesaurus } from "./suggest/thesaurus.ts";
import type { ExpandTopics } from "./suggest/topic-expansion.ts";

/** An entry that matches, and an excerpt of its text. */
export type Hit = SearchEntry & { readonly excerpt: Excerpt };

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
  /** Whether none of the query's words occurs in the corpus. */
  readonly isAllMissing: boolean;
  /** Similar words that were searched for instead of the missing ones, if there are hits. */
  readonly corrections: readonly string[];
}

export interface SearchOptions {
  /** The kinds of entries to search; by default all. */
  readonly kinds?: readonly SearchEntry["kind"][];
  /** The maximum number of hits; by default all. */
  readonly limit?: number;
}

/** Ranks the entries that match a query and a filter. Phrases in quotation marks must match exactly. */
export type Search = (query: string, filter: Filter, options?: SearchOptions) => SearchResult;

/** The indexes of a corpus. */
export interface SearchIndexes {
  readonly entries: SearchEntries;
  readonly prose: Ranking;
  /** The ranking of documents by their metadata. */
  readonly documents: Ranking;
  readonly phrases: PhraseIndex;
  readonly filters: FilterIndex;
  readonly thesaurus: Thesaurus;
  readonly corrections: Corrections;
  readonly expandTopics: ExpandTopics;
  readonly analyzers: Analyzers;
  /** The language of the corpus, for entries without a document. */
  readonly language: string;
}

export function createSearch(indexes: SearchIndexes): { readonly search: Search } & BuiltInSteps {
  const { entries, documents, phrases: phraseIndex, filters, analyzers, corrections } = indexes;
  const matchProse = createProseMatching(indexes, corrections);
  const findDocuments = createDocumentHits(entries, documents);

  function createHit(id: number, matches: ProseMatches): Hit {
    const entry = entries.at(id);
    const language = documentOf(entry)?.language ?? indexes.language;
    const excerpt = lazy(() => {
      const analyzer = analyzers.of(language);
      const terms = matches.termsIn(id);
      const offset = excerptOffset(entry);
      const inText = (at: number) => at - offset;
      return makeExcerpt(excerptedText(entry), {
        language,
        phrases: matches
          .phrasesIn(id)
          .map(({ start, end }) => ({ start: inText(start), end: inText(end) }))
          .filter(({ start }) => start >= 0),
        wordOffsets: () =>
          phraseIndex
            .wordOffsets(id, terms, analyzer)
            .map(inText)
            .filter((at) => at >= 0),
        findWords: (text) => findTerms(text, terms, analyzer),
      });
    });
    return {
      ...entry,
      // Of all hits, only those of one page are shown.
      get excerpt() {
        return excerpt();
      },
    };
  }

  const search: Search = (typed, filter, { kinds, limit = Infinity } = {}) => {
    const query = parseQuery(typed, analyzers, indexes.language, corrections.occurs);
    const matches = matchProse(query, filters.allowed(filter, kinds), limit);
    const found = findDocuments.find(query, matches.groups, matches.allowed, matches.all, limit);
    const ids = [...found.exact, ...matches.ranked, ...found.others].slice(0, limit);
    const total = found.exact.length + matches.all.length + found.otherCount;
    return {
      hits: ids.map((id) => createHit(id, matches)),
      total,
      synonyms: matches.synonyms,
      narrower: matches.narrower,
      missing: matches.missing,
      isAllMissing: query.words.length > 0 && matches.missing.length >= query.words.length,
      corrections: total > 0 ? matches.corrections : [],
    };
  };
  return { search, buildSome: findDocuments.buildSome };
}

/** The whole documents that a query finds, as the ids of their entries. */
interface DocumentHits {
  /** The documents whose title, id or date is exactly the query. */
  readonly exact: readonly number[];
  /** The best documents whose metadata matches while none of their prose does, best first. */
  readonly others: readonly number[];
  /** How many such documents there are. */
  readonly otherCount: number;
}

/**
 * Finds documents by their metadata, at most `limit` of those that are not exact. `matchedProse` are the ids of the
 * prose that matches the query.
 */
type FindDocuments = (
  query: Query,
  groups: readonly TermGroup[],
  allowed: BitSet | undefined,
  matchedProse: Uint32Array,
  limit: number,
) => DocumentHits;

/** Returns the names by any of which a query finds a document exactly. */
const foldedNamesOf = memoizeByObject(({ title, id, date }: Document): ReadonlySet<string> => {
  const names = [title, id, ...(date === undefined ? [] : [date.edtf, date.label])];
  return new Set(names.map(fold));
});

function createDocumentHits(
  { proseCount, documents, documentNumberOf }: SearchEntries,
  ranking: Ranking,
): { readonly find: FindDocuments } & BuiltInSteps {
  const idsByName = lazyInSteps(function* () {
    const ids = new Map<string, number[]>();
    yield* eachInSteps(documents, (document, docId) => {
      for (const name of foldedNamesOf(document)) {
        const known = ids.get(name);
        if (known === undefined) ids.set(name, [proseCount + docId]);
        else known.push(proseCount + docId);
      }
    });
    return ids;
  });

  const find: FindDocuments = (query, groups, allowed, matchedProse, limit) => {
    const isAllowed = (id: number) => allowed === undefined || allowed.has(id);
    const exact = (idsByName().get(fold(query.typed)) ?? []).filter(isAllowed);
    const scored = ranking.score(groups, { isSentence: query.isSentence });
    if (scored.docIds.length === 0) return { exact, others: [], otherCount: 0 };
    const hasProse = new Uint8Array(documents.length + 1);
    for (const id of matchedProse) hasProse[documentNumberOf(id)] = 1;
    const others = filterTexts(scored, (docId) => {
      const id = proseCount + docId;
      return hasProse[docId] === 0 && isAllowed(id) && !exact.includes(id);
    });
    return {
      exact,
      others: bestOf(others, limit).map(({ docId }) => proseCount + docId),
      otherCount: others.docIds.length,
    };
  };
  return { find, buildSome: idsByName.buildSome };
}
