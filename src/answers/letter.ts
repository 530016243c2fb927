import type { RunContext } from "../command/types.ts";
import type { UnambiguousDate } from "../corpus/dates/date-query.ts";
import { type Document, distinctPassagesOf } from "../corpus/document.ts";
import { type ListDocuments, missingDate } from "../options/document.ts";
import { paginateList } from "../options/paging.ts";
import { formatDocument } from "../reply/document-markdown.ts";
import { documentReply } from "../reply/document-reply.ts";
import {
  type Action,
  action,
  aside,
  type DocumentReply,
  type DocumentsReply,
  type NoticeReply,
  notice,
} from "../reply/reply.ts";
import {
  citeAction,
  keepDocumentActions,
  showDocumentAction,
  showDocumentLine,
  showNeighbourAction,
  showWholeAction,
} from "./actions.ts";
import { offerThread } from "./discussion.ts";
import { documentEntry } from "./document-entry.ts";

/** Shows one page of a document, or its first page with all that is known of the document. */
export function documentPageReply(
  document: Document,
  shown: { readonly page: number; readonly details: boolean },
  context: RunContext,
): DocumentReply {
  const lineForPage = (page: number) => context.again({ date: document.id, page });
  const passages = distinctPassagesOf(document);
  const { items, page, actions } = paginateList(passages, shown.page, lineForPage);
  if (shown.details) return { ...documentReply(document, items, page, []), hasDetails: true };
  const reply = documentReply(document, items, page, [
    ...actions,
    ...(page.of > 1 ? [showWholeAction(document)] : []),
    ...documentActions(document, page.number, context),
  ]);
  return { ...reply, ...offerThread(showDocumentLine(document), context) };
}

/** Shows all of a document at once, with a file in case it is long. */
export function wholeDocumentReply(document: Document, context: RunContext): DocumentReply {
  const page = { number: 1, of: 1 };
  const passages = distinctPassagesOf(document);
  return {
    ...documentReply(document, passages, page, documentActions(document, 1, context)),
    file: { name: `${document.id}.md`, text: formatDocument(document), goes: "when-long" },
    ...offerThread(showDocumentLine(document), context),
  };
}

/** Offers the citation, the words to keep, the details, and the previous and the next document by date. */
function documentActions(document: Document, page: number, context: RunContext): readonly Action[] {
  const { library } = context;
  // Undated documents are neither before nor after dated ones: they are a sequence of their own.
  const isNeighbour = (other: Document | undefined) =>
    other !== undefined && (other.date === undefined) === (document.date === undefined);
  const { documents } = library.corpus;
  const index = documents.indexOf(document);
  const [previous, next] = [documents[index - 1], documents[index + 1]].map((other) =>
    isNeighbour(other) ? other : undefined,
  );
  const details = { name: "letter", options: { date: document.id, details: true } };
  return [
    citeAction(document.id),
    ...keepDocumentActions(document, page, context),
    aside("details", details),
    ...(previous ? [showNeighbourAction("previous", previous)] : []),
    ...(next ? [showNeighbourAction("next", next)] : []),
  ];
}

/** Lists documents to choose from. */
export function documentListReply(
  documents: readonly Document[],
  pageNumber: number,
  { again }: RunContext,
): DocumentsReply {
  const { items, actions, page } = paginateList(documents, pageNumber, (page) => again({ page }));
  return {
    kind: "documents",
    documents: items.map(documentEntry),
    total: documents.length,
    actions,
    page,
  };
}

/** Explains that none of some documents has this date, and offers the nearest before and after it. */
export function noneDatedReply(query: UnambiguousDate, listDocuments: ListDocuments): NoticeReply {
  const { reason, nearest } = missingDate(query, listDocuments);
  return notice(
    reason,
    nearest.length > 0
      ? nearest.map(({ document, nearest }) => showDocumentAction(document, nearest))
      : [action({ kind: "command", name: "timeline" }, { name: "timeline", options: {} })],
  );
}
