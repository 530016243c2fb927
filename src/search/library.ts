import type { Corpus, Document, PassageRef, Topic } from "../corpus/document.ts";
import { broaderTopics } from "../corpus/tables.ts";
import { lazy } from "../foundation/lazy.ts";
import { createAnalyzers } from "../language/analyzer.ts";
import { type Addresses, createAddresses } from "./addresses.ts";
import { createFilterIndex, type Filter, matchesFilter } from "./filter.ts";
import {
  buildPositions,
  type CorpusIndexes,
  toIndexedEntries,
  tokenizeWith,
} from "./index/build-indexes.ts";
import { createPassagePositions, type PassagePositions } from "./index/passage-positions.ts";
import { openPositions } from "./index/positions.ts";
import { createPhraseIndex } from "./phrases.ts";
import { createRanking } from "./ranking/create-ranking.ts";
import { createSearch, type Search } from "./search.ts";
import { allSearchables, searchablesOf, searchableText } from "./searchable.ts";
import { type CompleteWords, createCompletions } from "./suggest/completions.ts";
import { createThesaurus } from "./suggest/thesaurus.ts";
import { createTopicExpansion } from "./suggest/topic-expansion.ts";

/** The corpus with its indexes: built once, then only read. */
export interface Library extends Addresses {
  readonly corpus: Corpus;
  /** When the corpus was read. */
  readonly readAt: Date;
  documents(filter: Filter): readonly Document[];
  /** The passages that can be quoted, in the order of their documents; the same words once. */
  passages(filter: Filter): readonly PassageRef[];
  readonly search: Search;
  readonly completeWords: CompleteWords;
  /** The words of the passages as they stand; indexed when they are first asked for. */
  passagePositions(): PassagePositions;
  /**
   * Goes on for some milliseconds with what a large corpus needs for verdicts, and would else do at the
   * first; false when nothing is left to do.
   */
  warmUp(): boolean;
  /** The topics directly narrower than `topic`. */
  narrower(topic: Topic): readonly Topic[];
  /** Whether `topics` holds `topic` or one narrower than it. */
  isOn(topics: readonly Topic[], topic: Topic): boolean;
}

/** `made` are the indexes of this very corpus; without them, they are made when they are first needed. */
export function createLibrary(corpus: Corpus, readAt: Date, made?: CorpusIndexes): Library {
  const above = new Map(
    [...corpus.topics.values()].map((topic) => [topic.id, broaderTopics(topic, corpus.topics)]),
  );
  const isOn = (topics: readonly Topic[], topic: Topic) =>
    topics.some(({ id }) => id === topic.id || above.get(id)?.has(topic.id));

  const entries = searchablesOf(corpus);
  const places = entries.prose.filter((entry) => entry.kind === "passage");
  const all = allSearchables(entries);
  const indexed = toIndexedEntries(all, corpus.language);
  const positions = lazy(() => made ?? buildPositions(indexed));
  const wording = lazy(() => createPassagePositions(places, positions().passages));
  const others = lazy(() =>
    openPositions(
      positions().others,
      all.filter(({ kind }) => kind !== "passage").map(searchableText),
    ),
  );

  const analyzers = createAnalyzers([
    corpus.language,
    ...corpus.documents.map(({ language }) => language),
  ]);
  const cut = tokenizeWith(analyzers);
  const ownWords = indexed.slice(0, entries.prose.length);
  const prose = createRanking(ownWords, cut, made?.prose);
  const documents = createRanking(indexed.slice(ownWords.length), cut, made?.documents);
  const inPassages = () => wording().positions;
  const { termOf } = analyzers.of(corpus.language);
  const filtering = createFilterIndex(all, isOn);
  const search = createSearch({
    entries,
    prose,
    documents,
    phrases: createPhraseIndex(all, inPassages, others, termOf),
    filtering,
    thesaurus: createThesaurus([...corpus.topics.values()], analyzers),
    throughTopics: createTopicExpansion(prose, analyzers, filtering),
    analyzers,
    language: corpus.language,
  });
  analyzers.finish();

  return {
    corpus,
    readAt,
    ...createAddresses(corpus),
    documents: (filter) =>
      corpus.documents.filter(
        (document) =>
          matchesFilter(filter, document) && (!filter.topic || isOn(document.topics, filter.topic)),
      ),
    passages: (filter) =>
      places.filter(
        ({ document, passage }) =>
          matchesFilter(filter, document) && (!filter.topic || isOn(passage.topics, filter.topic)),
      ),
    search,
    completeWords: createCompletions(
      [prose, documents],
      [...corpus.topics.values()].map(({ label }) => label),
    ),
    passagePositions: wording,
    warmUp: () => made !== undefined && (wording().positions.buildSome() || others().buildSome()),
    narrower: (topic) =>
      [...corpus.topics.values()].filter(({ broader }) => broader.includes(topic.id)),
    isOn,
  };
}
