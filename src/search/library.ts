import type { Corpus, Document, PassageRef, Topic } from "../corpus/document.ts";
import { broaderThan } from "../corpus/tables.ts";
import { lazily } from "../foundation/lazy.ts";
import { createAnalyzers } from "../language/analyzer.ts";
import { type Addresses, createAddresses } from "./addresses.ts";
import { createFiltering, documentSuits, type Filter } from "./filter.ts";
import { cutWith, type Indexes, indexedEntriesOf, positionsIn } from "./index/build-indexes.ts";
import { type Wording, wordingOf } from "./index/passage-positions.ts";
import { positionsOver } from "./index/positions.ts";
import { createPhrases } from "./phrases.ts";
import { createRanking } from "./ranking/create-ranking.ts";
import { createSearch, type Search } from "./search.ts";
import { entriesOf, numbered, textOf } from "./searchable.ts";
import { type Complete, createCompletions } from "./suggest/completions.ts";
import { createThesaurus } from "./suggest/thesaurus.ts";
import { createThroughTopics } from "./suggest/topic-expansion.ts";

/** The corpus with its indexes: built once, then only read. */
export interface Library extends Addresses {
  readonly corpus: Corpus;
  /** When the corpus was read. */
  readonly readAt: Date;
  documents(filter: Filter): readonly Document[];
  /** The passages that can be quoted, in the order of their documents; the same words once. */
  passages(filter: Filter): readonly PassageRef[];
  readonly search: Search;
  readonly completed: Complete;
  /** The words of the passages as they stand; indexed when they are first asked for. */
  wording(): Wording;
  /**
   * Goes on for some milliseconds with what a large corpus needs for verdicts, and would else do at the
   * first; false when nothing is left to do.
   */
  prepare(): boolean;
  /** The topics directly narrower than `topic`. */
  narrower(topic: Topic): readonly Topic[];
  /** Whether `topics` holds `topic` or one narrower than it. */
  isOn(topics: readonly Topic[], topic: Topic): boolean;
}

/** `made` are the indexes of this very corpus; without them, they are made when they are first needed. */
export function createLibrary(corpus: Corpus, readAt: Date, made?: Indexes): Library {
  const above = new Map(
    [...corpus.topics.values()].map((topic) => [topic.id, broaderThan(topic, corpus.topics)]),
  );
  const isOn = (topics: readonly Topic[], topic: Topic) =>
    topics.some(({ id }) => id === topic.id || above.get(id)?.has(topic.id));

  const entries = entriesOf(corpus);
  const places = entries.prose.filter((entry) => entry.kind === "passage");
  const all = numbered(entries);
  const indexed = indexedEntriesOf(all, corpus.language);
  const positions = lazily(() => made ?? positionsIn(indexed));
  const wording = lazily(() => wordingOf(places, positions().passages));
  const others = lazily(() =>
    positionsOver(positions().others, all.filter(({ kind }) => kind !== "passage").map(textOf)),
  );

  const analyzers = createAnalyzers([
    corpus.language,
    ...corpus.documents.map(({ language }) => language),
  ]);
  const cut = cutWith(analyzers);
  const ownWords = indexed.slice(0, entries.prose.length);
  const prose = createRanking(ownWords, cut, made?.prose);
  const documents = createRanking(indexed.slice(ownWords.length), cut, made?.documents);
  const inPassages = () => wording().positions;
  const { termOf } = analyzers.of(corpus.language);
  const filtering = createFiltering(all, isOn);
  const search = createSearch({
    entries,
    prose,
    documents,
    phrases: createPhrases(all, inPassages, others, termOf),
    filtering,
    thesaurus: createThesaurus([...corpus.topics.values()], analyzers),
    throughTopics: createThroughTopics(prose, analyzers, filtering),
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
          documentSuits(filter, document) && (!filter.topic || isOn(document.topics, filter.topic)),
      ),
    passages: (filter) =>
      places.filter(
        ({ document, passage }) =>
          documentSuits(filter, document) && (!filter.topic || isOn(passage.topics, filter.topic)),
      ),
    search,
    completed: createCompletions(
      [prose, documents],
      [...corpus.topics.values()].map(({ label }) => label),
    ),
    wording,
    prepare: () => made !== undefined && (wording().positions.prepare() || others().prepare()),
    narrower: (topic) =>
      [...corpus.topics.values()].filter(({ broader }) => broader.includes(topic.id)),
    isOn,
  };
}
