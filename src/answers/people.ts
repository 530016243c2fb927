import type { RunContext } from "../command/types.ts";
import type { Person } from "../corpus/document.ts";
import { isByOrMentions, mentions } from "../corpus/mentions.ts";
import { plural } from "../foundation/format.ts";
import { paginateList } from "../options/paging.ts";
import { type ArticleReply, action } from "../reply/reply.ts";
import type { Library } from "../search/library.ts";
import { documentItem } from "./document-item.ts";

/** Shows a person with the forms of their name and the documents by, to or naming them. */
export function personReply(
  person: Person,
  pageNumber: number,
  { library, again }: RunContext,
): ArticleReply {
  const { name, role, forms } = person;
  const all = library.corpus.documents;
  const documents = all.filter((document) => mentions(person, document));
  const sent = all.filter(({ from }) => from.includes(person)).length;
  const received = all.filter(({ to }) => to.includes(person)).length;
  const isQuotable = library.passages({ from: person }).length > 0;
  const isOnTimeline =
    documents.length > 0 || library.corpus.events.some(({ named }) => named.includes(person));
  const { items, page, actions } = paginateList(documents, pageNumber, (page) => again({ page }));
  return {
    kind: "article",
    title: name,
    paragraphs: [`${describePersonCounts(person, library)}: by, to or naming this person.`],
    facts: [
      ...(role === undefined ? [] : [{ label: "Role", value: role }]),
      ...(forms.length > 0 ? [{ label: "Also", value: forms.join(", ") }] : []),
      ...(sent > 0 ? [{ label: "Wrote", value: plural(sent, "document") }] : []),
      ...(received > 0 ? [{ label: "Received", value: plural(received, "document") }] : []),
    ],
    items: items.map(documentItem),
    page,
    actions: [
      ...(isQuotable ? [action("Quote", { name: "quote", options: { from: name } })] : []),
      ...(isOnTimeline
        ? [action("Timeline", { name: "timeline", options: { person: name } })]
        : []),
      ...actions,
    ],
  };
}

/** Counts the documents by, to or naming a person, and the passages by or naming them. */
export function describePersonCounts(person: Person, library: Library): string {
  const documents = library.corpus.documents.filter((document) => mentions(person, document));
  const passages = library.passages({}).filter((one) => isByOrMentions(person, one));
  return `${plural(documents.length, "document")}, ${plural(passages.length, "passage")}`;
}
