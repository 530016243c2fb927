import type { Period } from "../corpus/date.ts";
import {
  type Addresses,
  type Corpus,
  createAddresses,
  type Document,
  type PassageRef,
  type Topic,
} from "../corpus/document.ts";
import { broaderTopics } from "../corpus/topics.ts";
import { elementAt, integerAt } from "../foundation/checked-access.ts";
import { type BuiltInSteps, lazy } from "../foundation/lazy.ts";
import { createLazyList, type LazyList } from "../foundation/lazy-list.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import { createAnalyzers } from "../language/analyzer.ts";
import { createDocumentIndex } from "./document-index.ts";
import { createFilterIndex, type Filter, isEmptyFilter } from "./filter.ts";
import { type BitSet, createBitSet } from "./index/bitset.ts";
import {
  buildCorpusPositions,
  type CorpusIndexes,
  indexedEntriesOf,
  tokenizeWith,
} from "./index/build-indexes.ts";
import { createPassagePositions, type PassagePositions } from "./index/passage-positions.ts";
import { openPositions } from "./index/positions.ts";
import { createPhraseIndex } from "./phrases.ts";
import { createRanking } from "./ranking/create-ranking.ts";
import { createSearch, type Search } from "./search.ts";
import { createSearchEntries, passageAt, passageListOf, searchableText } from "./search-entry.ts";
import { type CompleteWords, createCompletions } from "./suggest/completions.ts";
import { createCorrections } from "./suggest/corrections.ts";
import { createThesaurus } from "./suggest/thesaurus.ts";
import { createTopicExpansion } from "./suggest/topic-expansion.ts";

/** A corpus with its indexes. It never changes; a changed corpus gets a new library. */
export interface Library extends Addresses, BuiltInSteps {
  readonly corpus: Corpus;
  /** When the corpus was read. */
  readonly readAt: Date;
  /** Returns the documents that match a filter, in order of date; with `isDated`, those whose date it accepts. */
  documents(filter: Filter, isDated?: (date: Period) => boolean): readonly Document[];
  /** Returns the places in `corpus.documents` of those that match a filter. */
  documentPlaces(filter: Filter): BitSet;
  /** Returns the passages that can be quoted, in the order of their documents; each wording once. */
  passages(filter: Filter): readonly PassageRef[];
  /** Returns the same passages as a list that makes only those that are asked for. */
  passageList(filter: Filter): LazyList<PassageRef>;
  /** The number of all passages that can be quoted. */
  readonly passageCount: number;
  readonly search: Search;
  readonly completeWords: CompleteWords;
  /** Returns the positional index of the passages, which is built on first use. */
  passagePositions(): PassagePositions;
  /** Whether a note or an event of the timeline has these words one after the other. */
  occurInNotes(words: string): boolean;
  /** Returns the topics directly narrower than `topic`. */
  narrower(topic: Topic): readonly Topic[];
  /** Whether `topics` include `topic` or a narrower one. */
  includesTopic(topics: readonly Topic[], topic: Topic): boolean;
}

/**
 * Creates the library of a corpus. Without the corpus's `indexes`, it builds them, those of positions on
 * first use.
 */
export function createLibrary(corpus: Corpus, readAt: Date, indexes?: CorpusIndexes): Library {
  const topics = [...corpus.topics.values()];
  const lineages = new Map(
    topics.map((topic) => [topic.id, new Set([topic.id, ...broaderTopics(topic, corpus.topics)])]),
  );
  /** Returns the ids of a topic and of all that are narrower. */
  const narrowerIdsOf = memoizeByObject(
    (topic: Topic) =>
      new Set(topics.flatMap(({ id }) => (lineages.get(id)?.has(topic.id) ? id : []))),
  );
  const includesTopic = (topics: readonly Topic[], topic: Topic) => {
    const ids = narrowerIdsOf(topic);
    return topics.some(({ id }) => ids.has(id));
  };
  const documentIndex = createDocumentIndex(corpus.documents, lineages);
  function documentPlaces(filter: Filter): BitSet {
    const places = createBitSet(corpus.documents.length);
    for (const place of documentIndex.matching(filter)) places.add(place);
    return places;
  }
  const documentsOf: Library["documents"] = (filter, isDated) =>
    isEmptyFilter(filter) && isDated === undefined
      ? corpus.documents
      : documentIndex.matching(filter, isDated).map((place) => elementAt(corpus.documents, place));

  const entries = createSearchEntries(corpus);
  const indexedEntries = lazy(() => indexedEntriesOf(corpus));
  const positionsData = lazy(() => indexes ?? buildCorpusPositions(indexedEntries()));
  const passagePositions = lazy(() =>
    createPassagePositions(passageListOf(entries()), positionsData().passages),
  );
  const otherPositions = lazy(() => {
    const { at, otherIds } = entries();
    const textOf = (textId: number) => searchableText(at(integerAt(otherIds, textId)));
    return openPositions(positionsData().others, textOf);
  });

  const languages = new Set(corpus.documents.map(({ language }) => language));
  const analyzers = createAnalyzers([corpus.language, ...languages]);
  const tokenize = tokenizeWith(analyzers);
  const prose = createRanking(
    () => indexedEntries().slice(0, entries().proseCount),
    tokenize,
    indexes?.prose,
  );
  const documents = createRanking(
    () => indexedEntries().slice(entries().proseCount),
    tokenize,
    indexes?.documents,
  );

  const filters = lazy(() => createFilterIndex(entries(), documentPlaces, lineages));
  const phrases = lazy(() =>
    createPhraseIndex(
      entries(),
      () => passagePositions().positions,
      otherPositions,
      analyzers.of(corpus.language),
    ),
  );
  const thesaurus = createThesaurus(topics, analyzers);
  const corrections = createCorrections([prose, documents], thesaurus.labels, analyzers);
  const search = lazy(() =>
    createSearch({
      entries: entries(),
      prose,
      documents,
      phrases: phrases(),
      filters: filters(),
      thesaurus,
      corrections,
      expandTopics: createTopicExpansion(prose, analyzers, filters(), entries().count),
      analyzers,
      language: corpus.language,
    }),
  );

  const addresses = createAddresses(corpus);

  function passageList(filter: Filter): LazyList<PassageRef> {
    const matching = isEmptyFilter(filter)
      ? entries().passageIds
      : filters().allowed(filter, ["passage"])?.values();
    const ids = matching ?? new Uint32Array();
    return createLazyList(ids.length, (index) => passageAt(entries(), integerAt(ids, index)));
  }

  return {
    corpus,
    readAt,
    ...addresses,
    documents: documentsOf,
    documentPlaces,
    get passageCount() {
      return entries().passageIds.length;
    },
    passages: (filter) =>
      isEmptyFilter(filter) ? entries().passages() : passageList(filter).slice(),
    passageList,
    search: (...query) => search().search(...query),
    completeWords: createCompletions(
      [prose, documents],
      topics.map(({ label }) => label),
    ),
    passagePositions,
    occurInNotes(words) {
      const positions = otherPositions();
      const ids = positions.wordIdsOf(words);
      return positions.findPhrase(ids).some((start) => {
        const textId = positions.textAt(start);
        const isInText = start + ids.length <= positions.startOf(textId + 1);
        const { kindOf, otherIds } = entries();
        return isInText && kindOf(integerAt(otherIds, textId)) !== "document";
      });
    },
    // The first answers in a large corpus would otherwise wait for this.
    buildSome() {
      if (indexes === undefined) return false;
      return (
        entries.buildSome() ||
        phrases().buildSome() ||
        search().buildSome() ||
        addresses.buildSome() ||
        passagePositions().positions.buildSome() ||
        otherPositions().buildSome() ||
        documentIndex.buildSome() ||
        filters().buildSome() ||
        corrections.buildSome() ||
        entries().buildSome()
      );
    },
    narrower: (topic) => topics.filter(({ broader }) => broader.includes(topic.id)),
    includesTopic,
  };
}
