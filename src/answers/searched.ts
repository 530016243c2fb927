import type { Topic } from "../corpus/document.ts";
import type { Expansion, SearchedTopic } from "../reply/reply.ts";
import type { Library } from "../search/library.ts";
import type { SearchResult } from "../search/search.ts";

/** Returns what a search did besides looking for the words as typed. */
export function expansionOf(result: SearchResult): Expansion {
  const { synonyms, narrower, missing, isAllMissing, corrections } = result;
  return { synonyms, narrower, missing, isAllMissing, corrections };
}

/** Returns a topic with what a search for it covers. */
export function searchedTopic(topic: Topic, library: Library): SearchedTopic {
  const { id, label, synonyms } = topic;
  return { id, label, synonyms, narrower: library.narrower(topic).map((one) => one.label) };
}
