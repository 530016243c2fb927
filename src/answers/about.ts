import type { Period } from "../corpus/date.ts";
import type { Document } from "../corpus/document.ts";
import type { CurrentLibrary } from "../loading/hot-reload.ts";
import { action, type CorpusReply } from "../reply/reply.ts";
import { memoizeByLibrary } from "../search/memoize-by-library.ts";

/** Describes a corpus: its size, its dates, its version and its last reload. */
export function corpusReply({ library, failedReload }: CurrentLibrary): CorpusReply {
  const { corpus, readAt } = library;
  const { title, description, documents, sources, topics, people, events } = corpus;
  const { language, rights, hash } = corpus;
  const { period, undated, notes } = extentOf(library);
  return {
    kind: "corpus",
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    counts: {
      documents: documents.length,
      undated,
      passages: library.passageCount,
      notes,
      sources: sources.size,
      topics: topics.size,
      people: people.size,
      events: events.length,
    },
    ...(period && { period }),
    language,
    ...(rights !== undefined && { rights }),
    hash,
    readAt,
    ...(failedReload && { failedReload }),
    actions: [
      action("timeline", { name: "timeline", options: {} }),
      action("topics", { name: "topics", options: {} }),
      action("help", { name: "help", options: {} }),
    ],
  };
}

const extentOf = memoizeByLibrary(({ corpus: { documents } }) => ({
  period: periodOf(documents),
  undated: documents.filter(({ date }) => date === undefined).length,
  notes: documents.reduce((sum, document) => sum + document.notes.length, 0),
}));

/** Returns the period of all documents; undefined if it has an open end or no document is dated. */
function periodOf(documents: readonly Document[]): Period | undefined {
  const dates = documents.flatMap(({ date }) => date ?? []);
  // Documents are in order of their first days, but not of their last ones.
  const [earliest] = dates;
  const last = dates.reduce((latest, date) => Math.max(latest, date.last), -Infinity);
  if (earliest === undefined || !Number.isFinite(earliest.first) || !Number.isFinite(last)) {
    return undefined;
  }
  return { first: earliest.first, last };
}
