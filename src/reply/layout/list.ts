import type { Translate } from "../../catalogue/catalogue.ts";
import { formatCalendarDay, formatDate } from "../../corpus/date.ts";
import type {
  Action,
  DocumentCounts,
  DocumentEntry,
  DocumentsReply,
  PeopleReply,
  Reference,
  SummariesReply,
  TimelineEntry,
  TimelineReply,
  TopicsReply,
  VerificationsReply,
} from "../reply.ts";
import {
  finePrint,
  heading,
  type LayoutBlock,
  linkRun,
  pageLabel,
  plainRun,
  RULE,
  textBlock,
} from "./blocks.ts";
import { localDocumentLabel, localDocumentName } from "./document-names.ts";
import { describeTopic } from "./search-notes.ts";
import { describeClaimedOrigin, describeVerification } from "./verdict.ts";

type AnyListReply =
  | DocumentsReply
  | TimelineReply
  | SummariesReply
  | TopicsReply
  | PeopleReply
  | VerificationsReply;

/** An entry of a list in words. */
export interface ListItem {
  readonly label: string;
  readonly detail?: string;
  readonly open?: Action;
}

/** A list in words: entries to choose from, a timeline, or summaries, which are called so. */
export interface ListText {
  readonly title: string;
  readonly items: readonly ListItem[];
  readonly remarks: readonly string[];
  /** The works on which the entries rest, each named once and numbered in the entries. */
  readonly references?: readonly Reference[];
}

export function listBlocks(reply: AnyListReply, t: Translate): readonly LayoutBlock[] {
  const { title, items, remarks, references = [] } = describeList(reply, t);
  return [
    heading(title),
    ...items.flatMap(itemBlocks),
    RULE,
    ...references.map(
      ({ line, label = line, url }, index): LayoutBlock => ({
        kind: "text",
        runs: [plainRun(`${superscript(index + 1)} `), linkRun(label, url)],
        ...(index === 0 && { isParagraph: true }),
      }),
    ),
    ...finePrint(...remarks, pageLabel(reply.page, t)),
  ];
}

export function describeList(reply: AnyListReply, t: Translate): ListText {
  switch (reply.kind) {
    case "documents":
      return {
        title: t("documents.question", { count: reply.total }),
        items: reply.documents.map((one) => documentItem(one, t)),
        remarks: [],
      };
    case "timeline":
      return describeTimeline(reply, t);
    case "summaries":
      return {
        title: t("summaries.title", { topic: t.nameOf(reply.topic.label), count: reply.total }),
        items: reply.documents.map(({ document, summary, open }) => ({
          label: localDocumentName(document, t),
          detail: summary ?? t("summaries.none"),
          open,
        })),
        remarks: [t("summaries.not-quotations"), describeTopic(reply.topic, t)],
      };
    case "topics":
      return {
        title: t("topics.title", { count: reply.total }),
        items: reply.topics.map(({ label, open, ...counts }) => ({
          label: t.nameOf(label),
          detail: describeCounts(counts, t),
          open,
        })),
        remarks: [],
      };
    case "people":
      return {
        title: t("people.title", { count: reply.total }),
        items: reply.people.map(({ name, role, open, ...counts }) => ({
          label: t.nameOf(name),
          detail: [...(role === undefined ? [] : [role]), describeCounts(counts, t)].join(" · "),
          open,
        })),
        remarks: [],
      };
    case "verifications":
      return describeVerifications(reply, t);
  }
}

function describeTimeline(
  { entries, total, undated, formerOptions, on }: TimelineReply,
  t: Translate,
): ListText {
  const references = new Map<string, Reference>();
  for (const entry of entries) {
    for (const one of entry.references) references.set(one.line, one);
  }
  const lines = [...references.keys()];
  return {
    title: titleOfTimeline(on, total, t),
    items: entries.map((entry) => {
      const numbers = entry.references.map(({ line }) => superscript(lines.indexOf(line) + 1));
      const item = timelineItem(entry, t);
      return numbers.length > 0 ? { ...item, label: `${item.label} ${numbers.join(" ")}` } : item;
    }),
    remarks: [
      ...(on === undefined ? [] : [t("timeline.on-rule")]),
      ...(undated > 0 ? [t("timeline.undated", { count: undated })] : []),
      ...formerOptions.map((option) => t(`timeline.former-${option}`)),
    ],
    references: [...references.values()],
  };
}

function titleOfTimeline(on: TimelineReply["on"], count: number, t: Translate): string {
  if (on === undefined) return t("timeline.title", { count });
  const day = formatCalendarDay(on.date.first, t);
  return on.isAround ? t("timeline.around", { day, count }) : t("timeline.on", { day, count });
}

/** Returns a number in superscript digits: ¹²³. */
function superscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));
}

function describeVerifications(
  { verifications, total, left }: VerificationsReply,
  t: Translate,
): ListText {
  const claim = verifications[0]?.claim;
  return {
    title: t("verifications.title", { count: total }),
    items: verifications.map(({ quoted, citation, open, ...verification }) => {
      const { title, differences } = describeVerification({ quoted, ...verification }, t);
      // A title that counts changes, or whose changes are long, names none.
      const isNamed = verification.verdict.kind !== "altered" || title.includes("“");
      return {
        label: citation === undefined ? title : `${title} · ${citation}`,
        detail: [`“${quoted}”`, ...(isNamed ? [] : differences.slice(0, 1))].join(" "),
        open,
      };
    }),
    remarks: [
      ...(claim === undefined || claim.status === "none"
        ? []
        : [t("verifications.claim", { origin: describeClaimedOrigin(claim.claimed, t) })]),
      ...(left > 0 ? [t("verifications.left", { count: left })] : []),
    ],
  };
}

/** The entry of a document: its date, its correspondents or title, and its summary. */
export function documentItem({ document, summary, open }: DocumentEntry, t: Translate): ListItem {
  return {
    label: localDocumentLabel(document, t),
    ...(summary !== undefined && { detail: t("document.summary-is", { summary }) }),
    open,
  };
}

function timelineItem(entry: TimelineEntry, t: Translate): ListItem {
  const { label, ...item } = entryItem(entry, t);
  const { yearsAgo: years } = entry;
  return {
    label: years === undefined ? label : t("timeline.years-ago", { label, years }),
    ...item,
  };
}

function entryItem(entry: TimelineEntry, t: Translate): ListItem {
  switch (entry.kind) {
    case "document":
      return documentItem(entry, t);
    case "event": {
      const { date, title, text } = entry;
      return { label: `${formatDate(date, t)} · ${title}`, detail: text };
    }
  }
}

export function describeCounts({ documents, passages }: DocumentCounts, t: Translate): string {
  return t("counts", { documents, passages });
}

export function itemBlocks({ label, detail, open }: ListItem): readonly LayoutBlock[] {
  return [
    { kind: "subheading", text: label, ...(open && { open }) },
    ...(detail === undefined ? [] : [textBlock(detail)]),
  ];
}
