import { nameOf } from "../src/cite/citation.ts";
import { action, defineCommand, type Run } from "../src/command/command.ts";
import { documentQuery, person } from "../src/command/corpus-options.ts";
import { documentItem } from "../src/command/listing.ts";
import { nothingFound, openDocument } from "../src/command/nothing.ts";
import { optional } from "../src/command/option.ts";
import { page, paged } from "../src/command/paging.ts";
import type { Document } from "../src/corpus/document.ts";
import { documentReply } from "../src/reply/document.ts";
import { counted } from "../src/reply/layout.ts";
import { notice, type Reply } from "../src/reply/reply.ts";
import { type DateQuery, matches } from "../src/search/date-query.ts";

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
    from: optional(person("Who wrote it.", "from")),
    to: optional(person("Whom it was written to.", "to")),
    page,
  },

  run({ date, from, to, page }, run) {
    if (date?.kind === "document") return shown(date.document, page, run);

    const { library } = run;
    const written = library.documents({ from, to });
    const found = written.filter((document) => {
      if (date === undefined) return true;
      if (date.kind === "undated") return document.date === undefined;
      return document.date !== undefined && matches(date.query, document.date);
    });
    const [first, second] = found;
    if (first === undefined) {
      if (date?.kind !== "dated") return nothingFound(library, { filter: { from, to } });
      return nearest(written, date.query);
    }
    if (second === undefined && date !== undefined) return shown(first, page, run);

    const { items, actions, ...shownPage } = paged(found, page, (number) =>
      run.again({ page: number }),
    );
    return {
      kind: "list",
      title: `${counted(found.length, "document")}. Which one is meant?`,
      items: items.map(documentItem),
      remarks: [],
      actions,
      ...shownPage,
    };
  },
});

function shown(document: Document, asked: number, { library, again }: Run): Reply {
  const passages = document.passages.filter(({ sameAs }) => sameAs === undefined);
  const lineOf = (number: number) => again({ date: document.id, page: number });
  const { items, page, actions } = paged(passages, asked, lineOf);
  const { documents } = library.corpus;
  const index = documents.indexOf(document);
  const neighbour = (label: string, other: Document | undefined) =>
    other === undefined ? [] : [action(label, { name: "letter", options: { date: other.id } })];
  return documentReply(document, items, page, [
    ...actions,
    ...neighbour("Previous letter", documents[index - 1]),
    ...neighbour("Next letter", documents[index + 1]),
  ]);
}

/** Says that no document is of that time, and offers the nearest before and after. */
function nearest(written: readonly Document[], query: DateQuery): Reply {
  const asked = query.kind === "period" ? query : undefined;
  const label = query.kind === "ambiguous" ? query.readings.join(" or ") : query.label;
  const before = written.findLast(({ date }) => asked && date && date.last < asked.period.first);
  const after = written.find(({ date }) => asked && date && date.first > asked.period.last);
  const near = [
    ...(before ? [action(`Before: ${nameOf(before)}`, openDocument(before).line)] : []),
    ...(after ? [action(`After: ${nameOf(after)}`, openDocument(after).line)] : []),
  ];
  const undated = written.filter(({ date }) => date === undefined).length;
  return notice(
    [
      `No document is dated ${label}, of the ${counted(written.length, "document")} searched.`,
      ...(undated > 0
        ? [`${counted(undated, "document")} without a known date may be of any day.`]
        : []),
      near.length > 0 ? "What comes nearest:" : "/timeline lists them all in order.",
    ].join("\n"),
    near.length > 0 ? near : [action("/timeline", { name: "timeline", options: {} })],
  );
}
