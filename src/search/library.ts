import { overlap } from "../corpus/date.ts";
import type { Corpus, Document, Topic } from "../corpus/document.ts";
import { broaderThan } from "../corpus/tables.ts";
import { type Entry, entriesOf, type Place } from "./entry.ts";
import type { Filter } from "./filter.ts";
import { createLater } from "./later.ts";
import { createPhrases } from "./phrases.ts";
import { createSearch, type Search, topicsOf } from "./search.ts";
import { type Wording, wordingOf } from "./wording.ts";
import { createAnalyzer } from "./words.ts";

/** The corpus with its indexes: built once, then only read. */
export interface Library {
  readonly corpus: Corpus;
  /** When the corpus was read. */
  readonly readAt: Date;
  /** The document with this id, or that replaces one with this id. */
  document(id: string): Document | undefined;
  /** The passage at an address such as `2019-08-05-kim-to-trump¶a`; `#` stands for `¶`. */
  place(address: string): Place | undefined;
  documents(filter: Filter): readonly Document[];
  /** The passages that can be quoted, in the order of their documents; the same words once. */
  passages(filter: Filter): readonly Place[];
  readonly search: Search;
  /** The words of the passages as they stand; indexed when they are first asked for. */
  wording(): Wording;
  /** Indexes what can wait while other things go on: a search answers without it. */
  prepare(): Promise<void>;
  /** The topics directly narrower than `topic`. */
  narrower(topic: Topic): readonly Topic[];
  /** Whether `topics` holds `topic` or one narrower than it. */
  isOn(topics: readonly Topic[], topic: Topic): boolean;
}

export function createLibrary(corpus: Corpus, readAt: Date): Library {
  const byId = new Map<string, Document>();
  for (const document of corpus.documents) {
    for (const id of [...document.formerly, document.id]) byId.set(id, document);
  }
  const above = new Map(
    [...corpus.topics.values()].map((topic) => [topic.id, broaderThan(topic, corpus.topics)]),
  );
  const isOn = (topics: readonly Topic[], topic: Topic) =>
    topics.some(({ id }) => id === topic.id || above.get(id)?.has(topic.id));

  const entries = entriesOf(corpus);
  const places = entries.filter((entry) => entry.kind === "passage");
  const wording = createLater(() => wordingOf(corpus.documents));
  const analyzer = createAnalyzer(corpus.language);
  const phrases = createPhrases(entries, wording, analyzer.termOf);

  function suits({ from, to, period }: Filter, document: Document): boolean {
    if (from && !document.from.includes(from)) return false;
    if (to && !document.to.includes(to)) return false;
    return !period || (document.date !== undefined && overlap(document.date, period));
  }

  function isAllowed(entry: Entry, filter: Filter): boolean {
    const topics = topicsOf(entry);
    if (filter.topic && !isOn(topics, filter.topic)) return false;
    if (entry.kind !== "event") return suits(filter, entry.document);
    const { from, to, period } = filter;
    // Nobody wrote an event, or received it.
    return !from && !to && (!period || overlap(entry.event.date, period));
  }

  return {
    corpus,
    readAt,
    document: (id) => byId.get(id.trim().toLowerCase()),
    place(address) {
      const [id = "", number = ""] = address
        .trim()
        .toLowerCase()
        .split(/\s*[¶#]\s*/);
      const document = byId.get(id);
      const passage = document?.passages.find((one) => one.number === number);
      return document && passage && { document, passage };
    },
    documents: (filter) =>
      corpus.documents.filter(
        (document) =>
          suits(filter, document) && (!filter.topic || isOn(document.topics, filter.topic)),
      ),
    passages: (filter) =>
      places.filter(
        ({ document, passage }) =>
          suits(filter, document) && (!filter.topic || isOn(passage.topics, filter.topic)),
      ),
    search: createSearch(corpus, entries, analyzer, phrases, { isAllowed, isOn }),
    wording: wording.get,
    prepare: phrases.prepare,
    narrower: (topic) =>
      [...corpus.topics.values()].filter(({ broader }) => broader.includes(topic.id)),
    isOn,
  };
}
