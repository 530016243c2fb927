import { quotationOf } from "../cite/quotation.ts";
import { action } from "../command/define-command.ts";
import type { CommandContext } from "../command/types.ts";
import { addressOf, type PassageRef, type Topic } from "../corpus/document.ts";
import { nameOf } from "../corpus/titles.ts";
import { plural } from "../foundation/format.ts";
import { paginateList } from "../options/paging.ts";
import type { PassagePart } from "../options/passage.ts";
import type { CommandLine, ContextReply, ListReply, QuotationReply } from "../reply/reply.ts";
import type { Filter } from "../search/filter.ts";
import type { Library } from "../search/library.ts";
import { showDocumentAction, showWholeAction } from "./actions.ts";
import { firstFew } from "./search-notes.ts";

/** How a quotation came to be chosen. */
interface Choice {
  readonly searched?: string;
  /** What chance was made of, when it chose. */
  readonly chosen?: { readonly seed: number };
  /** How many were found, of which the places are the first. */
  readonly total?: number;
  /** What *Another* asks for when it is not the next of those found. */
  readonly another?: CommandLine["options"];
}

/** One of `places`, with what can be done next. */
export function quotationReply(
  places: readonly PassagePart[],
  asked: number,
  { searched, chosen, another, total = places.length }: Choice,
  { again }: Pick<CommandContext, "again">,
): QuotationReply {
  const rank = Math.min(asked, places.length);
  const place = places[rank - 1];
  if (place === undefined) throw new Error("There is no quotation among no passages.");
  const address = addressOf(place.document, place.passage);
  const lineOf = (number: number) => again({ ...chosen, rank: number === 1 ? undefined : number });
  const next =
    another === undefined
      ? lineOf(rank === total ? 1 : rank + 1)
      : { name: "quote", options: another };
  return {
    kind: "quotation",
    quotation: quotationOf(place.document, place.passage, place.start, place.end),
    rank: { number: rank, of: total },
    ...(searched !== undefined && { searched }),
    // The day goes by, and chance chooses anew: what was shown is found again by its address.
    line: another === undefined ? lineOf(rank) : { name: "quote", options: { passage: address } },
    actions: [
      ...(total > 1 || another ? [action("Another", next)] : []),
      action("In context", {
        name: "quote",
        options: { passage: address, around: DEFAULT_AROUND },
      }),
      action("Cite", { name: "cite", options: { passage: address } }),
      showWholeAction(place.document),
    ],
  };
}

/** A passage between the `around` passages before and after it, as far as there are so many. */
export function contextReply({ document, passage }: PassageRef, around: number): ContextReply {
  // Words known only as printed and the document's full text are two rows of passages.
  const row = document.passages.filter(
    ({ printedIn }) => (printedIn === undefined) === (passage.printedIn === undefined),
  );
  const index = row.indexOf(passage);
  const start = Math.max(0, index - around);
  const end = Math.min(row.length, index + around + 1);
  const quotations = (from: number, to: number) =>
    row.slice(from, to).map((one) => quotationOf(document, one));
  /** Offers the window that follows without overlap or gap, `left` passages being left there. */
  const turn = (label: string, left: number, middleAt: (around: number) => number) => {
    const next = nextAround(around, left);
    const middle = left > 0 ? row[middleAt(next)] : undefined;
    if (middle === undefined) return [];
    const options = { passage: addressOf(document, middle), around: next };
    return [action(label, { name: "quote", options })];
  };
  const remark = passage.printedIn && (row.length === 1 ? ONE_PIECE : PIECES);
  return {
    kind: "context",
    title: nameOf(document),
    window: { first: start + 1, last: end, of: row.length },
    before: quotations(start, index),
    quotation: quotationOf(document, passage),
    after: quotations(index + 1, end),
    ...(remark !== undefined && { remark }),
    actions: [
      ...turn("Earlier", start, (next) => start - 1 - next),
      ...turn("Later", row.length - end, (next) => end + next),
      showWholeAction(document),
    ],
  };
}

const ONE_PIECE = "This is a single quotation. What stands around it is not in this corpus.";
const PIECES =
  "These are separate quotations. What stands between and around them is not in this corpus.";

/** How many passages a context has on either side where it is opened, and at most. */
const DEFAULT_AROUND = 1;
export const MAX_AROUND = 5;

/**
 * How many passages stand on either side of the middle of a window with `left` passages to show:
 * where there are fewer than a whole window has, it is so narrow that its middle is one of them.
 */
function nextAround(around: number, left: number): number {
  return Math.min(Math.max(around, DEFAULT_AROUND), Math.floor(left / 2));
}

/** The summaries of the documents on a topic that no passage is on; undefined when there are none. */
export function summariesReply(
  topic: Topic,
  filter: Filter,
  asked: number,
  { library, again }: CommandContext,
): ListReply | undefined {
  const documents = library.documents(filter);
  if (documents.length === 0) return undefined;
  const { items, page, actions } = paginateList(documents, asked, (number) =>
    again({ page: number }),
  );
  return {
    kind: "summaries",
    title: `${topic.label}: summaries of ${plural(documents.length, "document")}`,
    items: items.map((document) => ({
      label: nameOf(document),
      detail: summaryOf(document) ?? "There is no summary of it.",
      open: showDocumentAction(document),
    })),
    page,
    remarks: [
      "These are summaries in the corpus editor’s words, not quotations: none of the passages searched is on this topic.",
      describeTopic(topic, library),
    ],
    actions,
  };
}

/** The editor's summary of a document, as one paragraph. */
export function summaryOf({ notes }: PassageRef["document"]): string | undefined {
  const summary = notes.filter(({ kind }) => kind === "summary").map(({ text }) => text);
  return summary.length > 0 ? summary.join(" ") : undefined;
}

/** Which topic was searched, under which names, and which narrower ones with it. */
export function describeTopic(topic: Topic, library: Library): string {
  const narrower = library.narrower(topic).map(({ label }) => label);
  return [
    `Topic: ${topic.label}.`,
    ...(topic.synonyms.length > 0 ? [`Also searched: ${firstFew(topic.synonyms)}.`] : []),
    ...(narrower.length > 0 ? [`Narrower topics with it: ${firstFew(narrower)}.`] : []),
  ].join(" ");
}
