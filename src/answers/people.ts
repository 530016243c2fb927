import type { RunContext } from "../command/types.ts";
import type { Person } from "../corpus/document.ts";
import { type MentionsByPerson, mentionsInSteps } from "../corpus/mentions.ts";
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
  const mentions = mentionsIn(library, scope).get(person) ?? [];
  const isQuotable = library.passageList({ from: person, scope }).length > 0;
  const isOnTimeline =
    mentions.length > 0 || library.corpus.events.some(({ named }) => named.includes(person));
  const { items, page, actions } = paginateList(mentions, pageNumber, (page) => again({ page }));
  return {
    kind: "person",
    name,
    ...(role !== undefined && { role }),
    forms,
    counts: personCounts(person, library, scope),
    wrote: mentions.filter(({ isAuthor }) => isAuthor).length,
    received: mentions.filter(({ isRecipient }) => isRecipient).length,
    documents: items.map(({ document }) => documentEntry(document)),
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
  const mentions = mentionsIn(library, scope).get(person) ?? [];
  return {
    documents: mentions.length,
    passages: mentions.reduce((sum, { passages }) => sum + passages, 0),
  };
}

/** Returns the mentions of all people in a part of the corpus, or in the whole corpus. */
export function mentionsIn(library: Library, scope?: CorpusPart): MentionsByPerson {
  return scope === undefined ? allMentions(library)() : mentionsInPart(library, { scope });
}

const allMentions = indexByLibrary(({ corpus }) =>
  lazyInSteps(() => mentionsInSteps(corpus.documents)),
);
const mentionsInPart = memoizeByFilter((library, filter): MentionsByPerson => {
  const part = library.documentPlaces(filter);
  const all = [...allMentions(library)()].map(
    ([person, mentions]) => [person, mentions.filter(({ place }) => part.has(place))] as const,
  );
  return new Map(all.filter(([, mentions]) => mentions.length > 0));
});
