import type { RunContext } from "../command/types.ts";
import type { Person } from "../corpus/document.ts";
import { type Mentions, mentions, mentionsByPerson, mentionsInSteps } from "../corpus/mentions.ts";
import { lazyInSteps } from "../foundation/lazy.ts";
import { paginateList } from "../options/paging.ts";
import { withinOption } from "../options/scope.ts";
import { action, type DocumentCounts, type PersonReply } from "../reply/reply.ts";
import type { CorpusPart } from "../search/filter.ts";
import type { Library } from "../search/library.ts";
import { indexByLibrary, memoizeByFilter } from "../search/memoize-by-library.ts";
import { documentEntry } from "./document-entry.ts";

/** Shows a person with the forms of their name and the documents by, to or naming them. */
export function personReply(
  person: Person,
  scope: CorpusPart | undefined,
  pageNumber: number,
  context: RunContext,
): PersonReply {
  const { library, again } = context;
  const { name, role, forms } = person;
  const within = withinOption(scope, context);
  const all = library.documents({ scope });
  const documents = all.filter((document) => mentions(person, document));
  const isQuotable = library.passageList({ from: person, scope }).length > 0;
  const isOnTimeline =
    documents.length > 0 || library.corpus.events.some(({ named }) => named.includes(person));
  const { items, page, actions } = paginateList(documents, pageNumber, (page) => again({ page }));
  return {
    kind: "person",
    name,
    ...(role !== undefined && { role }),
    forms,
    counts: personCounts(person, library, scope),
    wrote: all.filter(({ from }) => from.includes(person)).length,
    received: all.filter(({ to }) => to.includes(person)).length,
    documents: items.map(documentEntry),
    page,
    actions: [
      ...(isQuotable
        ? [action("quote", { name: "quote", options: { from: name, ...within } })]
        : []),
      ...(isOnTimeline
        ? [action("timeline", { name: "timeline", options: { person: name, ...within } })]
        : []),
      ...actions,
    ],
  };
}

/** Counts the documents by, to or naming a person, and the passages by or naming them. */
export function personCounts(person: Person, library: Library, scope?: CorpusPart): DocumentCounts {
  const { documents = [], passages = [] } = personCountsIn(library, scope).get(person) ?? {};
  return { documents: documents.length, passages: passages.length };
}

/** Returns the mentions of all people in a part of the corpus, or in the whole corpus. */
export function personCountsIn(
  library: Library,
  scope?: CorpusPart,
): ReadonlyMap<Person, Mentions> {
  return scope === undefined ? mentionsOf(library)() : mentionsInPart(library, { scope });
}

const mentionsOf = indexByLibrary(({ corpus }) =>
  lazyInSteps(() => mentionsInSteps(corpus.documents)),
);
const mentionsInPart = memoizeByFilter((library, filter) =>
  mentionsByPerson(library.documents(filter)),
);
