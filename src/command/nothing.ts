import { nameOf } from "../cite/citation.ts";
import { periodLabel } from "../corpus/date.ts";
import { addressOf } from "../corpus/document.ts";
import { counted } from "../reply/layout.ts";
import { type Action, type NoticeReply, notice } from "../reply/reply.ts";
import type { Filter, Hit, Library } from "../search/library.ts";
import { action } from "./command.ts";

/** The action that shows a hit whole. */
export function openHit(hit: Hit): Action {
  if (hit.kind !== "passage") return openDocument(hit.document);
  const address = addressOf(hit.document, hit.passage);
  return action(`Open ${address}`, { name: "quote", options: { passage: address } });
}

export function openDocument(document: Hit["document"]): Action {
  return action(nameOf(document), { name: "letter", options: { date: document.id } });
}

/** Says what was searched in vain, in how much, and what comes nearest when the filters fall away. */
export function nothingFound(
  library: Library,
  { query, filter }: { query?: string | undefined; filter: Filter },
): NoticeReply {
  const asked = [
    ...(query === undefined ? [] : [`matches “${query}”`]),
    ...filterPhrases(filter),
  ].join(" and ");
  const documents = library.documents({ ...filter, topic: undefined }).length;
  const passages = library.passages({ ...filter, topic: undefined }).length;
  const searched =
    documents === library.corpus.documents.length
      ? `Searched: ${counted(documents, "document")} with ${counted(passages, "passage")}, the whole corpus.`
      : `Searched: ${counted(documents, "document")} with ${counted(passages, "passage")}, of ${library.corpus.documents.length}.`;

  const near = query === undefined ? [] : library.search(query, {}).hits.slice(0, 3);
  const nearest = near.length > 0 ? near.map(openHit) : nearestDocuments(library, filter);
  return notice(
    [
      `Nothing in this corpus ${asked === "" ? "can be shown" : asked}.`,
      searched,
      nearest.length > 0
        ? "What comes nearest:"
        : "Nothing comes near it. /topics lists what there is.",
    ].join("\n"),
    nearest.length > 0 ? nearest : [action("/topics", { name: "topics", options: {} })],
  );
}

function filterPhrases({ from, to, topic, period }: Filter): readonly string[] {
  return [
    ...(from ? [`is from ${from.name}`] : []),
    ...(to ? [`is to ${to.name}`] : []),
    ...(topic ? [`is on ${topic.label}`] : []),
    ...(period ? [`is dated ${periodLabel(period)}`] : []),
  ];
}

/** The documents of the same people, or on the topic, whatever their date. */
function nearestDocuments(library: Library, { from, to, topic }: Filter): readonly Action[] {
  const wider: readonly Filter[] = [{ from, to, topic }, { topic }, { from, to }];
  const found = wider
    .filter((filter) => Object.values(filter).some((value) => value !== undefined))
    .map((filter) => library.documents(filter))
    .find((documents) => documents.length > 0);
  return (found ?? []).slice(0, 3).map(openDocument);
}
