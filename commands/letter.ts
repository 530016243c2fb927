import { showDocumentAction, showWholeAction } from "../src/answers/actions.ts";
import { documentItem } from "../src/answers/document-item.ts";
import { nearestDateActions, noResults } from "../src/answers/no-results.ts";
import { action, defineCommand } from "../src/command/define-command.ts";
import { flag, hidden, optional } from "../src/command/option-types.ts";
import type { CommandContext } from "../src/command/types.ts";
import type { Document } from "../src/corpus/document.ts";
import { kindOf } from "../src/corpus/titles.ts";
import { plural } from "../src/foundation/format.ts";
import {
  describeDocumentQuery,
  describeNoneDated,
  documentQuery,
  matchesDocument,
} from "../src/options/document.ts";
import { page, paginateList } from "../src/options/paging.ts";
import { person } from "../src/options/person.ts";
import { formatDocument } from "../src/reply/document-markdown.ts";
import { distinctPassagesOf, documentReply } from "../src/reply/document-reply.ts";
import { type Action, notice, type Reply } from "../src/reply/reply.ts";
import type { ClearDate } from "../src/search/date-query.ts";

/** `/letter`: a document with its summary, its quotations and its sources, found by its date. */
export const letter = defineCommand({
  name: "letter",
  description: "Show a letter: who to whom, its summary, its quotations and its sources.",
  examples: [
    "/letter date:2019-08-05",
    "/letter date:August 2019",
    "/letter from:Kim date:undated",
  ],
  options: {
    date: optional(documentQuery("A day, a month or a year; a title; or undated.")),
    from: optional(person("Who wrote it.", "from", ["date"])),
    to: optional(person("Whom it was written to.", "to", ["date"])),
    whole: optional(hidden(flag("Show all of it, however long it is.")), false),
    page,
  },

  run({ date, from, to, whole, page }, run) {
    const { library } = run;
    const written = library.documents({ from, to });
    if (date?.kind === "document" && written.includes(date.document)) {
      return whole ? showWhole(date.document, run) : showPage(date.document, page, run);
    }
    const found =
      date === undefined ? written : written.filter((one) => matchesDocument(one, date));
    const [first, second] = found;
    if (first === undefined) {
      if (date?.kind === "dated" && written.length > 0) return noDocumentThen(written, date.query);
      const filter = { from, to };
      const other = date && describeDocumentQuery(date);
      return noResults(library, { subject: "No document in this corpus", filter, other });
    }
    if (second === undefined && date?.kind !== "titled") {
      return whole ? showWhole(first, run) : showPage(first, page, run);
    }

    const { items, actions, ...shownPage } = paginateList(found, page, (number) =>
      run.again({ page: number }),
    );
    return {
      kind: "list",
      title: `${plural(found.length, "document")}. ${found.length > 1 ? "Which one is meant?" : "Is it meant?"}`,
      items: items.map(documentItem),
      remarks: [],
      actions,
      ...shownPage,
    };
  },
});

/** A document page by page. */
function showPage(document: Document, asked: number, run: CommandContext): Reply {
  const lineOf = (number: number) => run.again({ date: document.id, page: number });
  const { items, page, actions } = paginateList(distinctPassagesOf(document), asked, lineOf);
  return documentReply(document, items, page, [
    ...actions,
    ...(page.of > 1 ? [showWholeAction(document)] : []),
    ...neighbourActions(document, run),
  ]);
}

/** All of a document at once, and as a file where it is long. */
function showWhole(document: Document, run: CommandContext): Reply {
  const page = { number: 1, of: 1 };
  const text = formatDocument(document);
  return {
    ...documentReply(document, distinctPassagesOf(document), page, neighbourActions(document, run)),
    file: { name: `${document.id}.md`, text, goes: "when-long" },
  };
}

/** The document before and the one after it in the order of their dates. */
function neighbourActions(document: Document, { library }: CommandContext): readonly Action[] {
  // What has no date stands neither before nor after what has one.
  const isDated = document.date !== undefined;
  const row = library.corpus.documents.filter(({ date }) => (date !== undefined) === isDated);
  const index = row.indexOf(document);
  const neighbour = (which: string, other: Document | undefined) =>
    other === undefined ? [] : [showDocumentAction(other, `${which} ${kindOf(other)}`)];
  return [...neighbour("Previous", row[index - 1]), ...neighbour("Next", row[index + 1])];
}

/** Says that no document is of that time, and offers the nearest before and after. */
function noDocumentThen(written: readonly Document[], query: ClearDate): Reply {
  const near = query.kind === "period" ? nearestDateActions(written, query.period) : [];
  return notice(
    [
      describeNoneDated(written, query, "date:undated"),
      near.length > 0 ? "What comes nearest:" : "/timeline lists them all in order.",
    ].join("\n"),
    near.length > 0 ? near : [action("/timeline", { name: "timeline", options: {} })],
  );
}
