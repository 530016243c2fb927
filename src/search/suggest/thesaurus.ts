import type { Topic } from "../../corpus/document.ts";
import type { Analyzers } from "../../language/analyzer.ts";
import { fold } from "../../language/fold.ts";

/** What a query asks about besides its words. */
export interface NamedTopics {
  /** The topics that it names, by a label or a synonym, in whatever inflection. */
  readonly topics: readonly Topic[];
  /** What else they are called. */
  readonly synonyms: readonly string[];
  /** Labels of the topics directly narrower than they are. */
  readonly narrower: readonly string[];
  /** Whether a word of the query, by one of its terms, is a part of their labels. */
  isLabelled(term: string): boolean;
}

/** Knows the corpus's topics by all that people call them. */
export interface Thesaurus {
  /** What a query names; a topic that is called exactly so is meant alone. */
  namedIn(query: string): NamedTopics;
  /** All labels, in all languages. */
  readonly labels: readonly string[];
}

export function createThesaurus(topics: readonly Topic[], analyzers: Analyzers): Thesaurus {
  const entries = topics.map((topic) => {
    const labels = [topic.label, ...topic.synonyms];
    return { topic, labels, sequences: labels.map(sequenceOf).filter((one) => one !== "  ") };
  });

  /** The terms of a text's telling words, between spaces. */
  function sequenceOf(text: string): string {
    const terms = analyzers.tellingWordsOf(text).flatMap(({ terms }) => terms);
    return ` ${terms.join(" ")} `;
  }

  return {
    labels: entries.flatMap(({ labels }) => labels),
    namedIn(query) {
      const asked = sequenceOf(query);
      const named = entries.filter(({ sequences }) => sequences.some((one) => asked.includes(one)));
      const exact = named.filter(({ labels }) => isAmong(labels, query));
      const meant = exact.length > 0 ? exact : named;
      return {
        topics: meant.map(({ topic }) => topic),
        synonyms: meant.flatMap(({ labels }) => labels.filter((label) => !isAmong([label], query))),
        narrower: entries
          .filter(({ topic }) => meant.some((one) => topic.broader.includes(one.topic.id)))
          .map(({ topic }) => topic.label),
        isLabelled: (term) =>
          meant.some(({ sequences }) => sequences.some((one) => one.includes(` ${term} `))),
      };
    },
  };
}

/** Whether `asked` is one of `names`, whatever its case and typography. */
function isAmong(names: readonly string[], asked: string): boolean {
  return names.some((name) => fold(name) === fold(asked));
}
