import type { RunContext } from "../command/types.ts";
import type { Person } from "../corpus/document.ts";
import { mentions, mentionsByPerson } from "../corpus/mentions.ts";
import { paginateList } from "../options/paging.ts";
import { action, type DocumentCounts, type PersonReply } from "../reply/reply.ts";
import type { Library } from "../search/library.ts";
import { memoizeByLibrary } from "../search/memoize-by-library.ts";
import { documentEntry } from "./document-entry.ts";

/** Shows a person with the forms of their name and the documents by, to or naming them. */
export function personReply(
  person: Person,
  pageNumber: number,
  { library, again }: RunContext,
): PersonReply {
  const { name, role, forms } = person;
  const all = library.corpus.documents;
  const documents = all.filter((document) => mentions(person, document));
  const isQuotable = library.passages({ from: person }).length > 0;
  const isOnTimeline =
    documents.length > 0 || library.corpus.events.some(({ named }) => named.includes(person));
  const { items, page, actions } = paginateList(documents, pageNumber, (page) => again({ page }));
  return {
    kind: "person",
    name,
    ...(role !== undefined && { role }),
    forms,
    counts: personCounts(person, library),
    wrote: all.filter(({ from }) => from.includes(person)).length,
    received: all.filter(({ to }) => to.includes(person)).length,
    documents: items.map(documentEntry),
    page,
    actions: [
      ...(isQuotable ? [action("quote", { name: "quote", options: { from: name } })] : []),
      ...(isOnTimeline
        ? [action("timeline", { name: "timeline", options: { person: name } })]
        : []),
      ...actions,
    ],
  };
}

/** Counts the documents by, to or naming a person, and the passages by or naming them. */
export function personCounts(person: Person, library: Library): DocumentCounts {
  const { documents = [], passages = [] } = mentionsOf(library).get(person) ?? {};
  return { documents: documents.length, passages: passages.length };
}

const mentionsOf = memoizeByLibrary(({ corpus }) => mentionsByPerson(corpus.documents));
