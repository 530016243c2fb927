import { documentLabel, documentName } from "../../corpus/titles.ts";
import { plural } from "../../foundation/format.ts";
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
import { finePrint, heading, type LayoutBlock, pageLabel, textBlock } from "./blocks.ts";
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
  readonly references?: readonly Reference[];
  readonly open?: Action;
}

/** A list in words: entries to choose from, a timeline, or summaries, which are called so. */
export interface ListText {
  readonly title: string;
  readonly items: readonly ListItem[];
  readonly remarks: readonly string[];
}

export function listBlocks(reply: AnyListReply): readonly LayoutBlock[] {
  const { title, items, remarks } = describeList(reply);
  return [
    heading(title),
    ...items.flatMap(itemBlocks),
    ...finePrint(...remarks, pageLabel(reply.page)),
  ];
}

export function describeList(reply: AnyListReply): ListText {
  switch (reply.kind) {
    case "documents": {
      const question = reply.total > 1 ? "Which one is meant?" : "Is it meant?";
      return {
        title: `${plural(reply.total, "document")}. ${question}`,
        items: reply.documents.map(documentItem),
        remarks: [],
      };
    }
    case "timeline":
      return {
        title: `Timeline: ${plural(reply.total, "entry", "entries")}`,
        items: reply.entries.map(timelineItem),
        remarks: [
          ...(reply.undated > 0
            ? [`${plural(reply.undated, "document")} without a known date cannot be placed here.`]
            : []),
          ...reply.formerOptions.map(
            (option) => `${option}: is called ${CURRENT_NAMES[option]}: now.`,
          ),
        ],
      };
    case "summaries":
      return {
        title: `${reply.topic.label}: summaries of ${plural(reply.total, "document")}`,
        items: reply.documents.map(({ document, summary, open }) => ({
          label: documentName(document),
          detail: summary ?? "There is no summary of it.",
          open,
        })),
        remarks: [
          "These are summaries in the corpus editor’s words, not quotations: none of the passages searched is on this topic.",
          describeTopic(reply.topic),
        ],
      };
    case "topics":
      return {
        title: plural(reply.total, "topic"),
        items: reply.topics.map(({ label, open, ...counts }) => ({
          label,
          detail: describeCounts(counts),
          open,
        })),
        remarks: [],
      };
    case "people":
      return {
        title: plural(reply.total, "person", "people"),
        items: reply.people.map(({ name, role, open, ...counts }) => ({
          label: name,
          detail: [...(role === undefined ? [] : [role]), describeCounts(counts)].join(" · "),
          open,
        })),
        remarks: [],
      };
    case "verifications":
      return describeVerifications(reply);
  }
}

const CURRENT_NAMES = { from: "after", to: "before" } as const;

function describeVerifications({ verifications, total, left }: VerificationsReply): ListText {
  const claim = verifications[0]?.claim;
  return {
    title: `${plural(total, "quotation")} compared with this corpus`,
    items: verifications.map(({ quoted, citation, open, ...verification }) => {
      const { title } = describeVerification({ quoted, ...verification });
      return {
        label: citation === undefined ? title : `${title} · ${citation}`,
        detail: `“${quoted}”`,
        open,
      };
    }),
    remarks: [
      ...(claim === undefined || claim.status === "none"
        ? []
        : [`The claim: they are in a document ${describeClaimedOrigin(claim.claimed)}.`]),
      ...(left > 0
        ? [
            `${plural(left, "more quotation was", "more quotations were")} not compared whole: ask for them one by one.`,
          ]
        : []),
    ],
  };
}

/** The entry of a document: its date, its correspondents or title, and its summary. */
export function documentItem({ document, summary, open }: DocumentEntry): ListItem {
  return {
    label: documentLabel(document),
    ...(summary !== undefined && { detail: `Summary: ${summary}` }),
    open,
  };
}

function timelineItem(entry: TimelineEntry): ListItem {
  const { references } = entry;
  switch (entry.kind) {
    case "document":
      return { ...documentItem(entry), references };
    case "event": {
      const { date, title, text } = entry;
      return { label: `${date.label} · ${title}`, detail: text, references };
    }
  }
}

export function describeCounts({ documents, passages }: DocumentCounts): string {
  return `${plural(documents, "document")}, ${plural(passages, "passage")}`;
}

export function itemBlocks({
  label,
  detail,
  references = [],
  open,
}: ListItem): readonly LayoutBlock[] {
  return [
    { kind: "subheading", text: label, ...(open && { open }) },
    ...(detail === undefined ? [] : [textBlock(detail)]),
    ...finePrint(
      references.length > 0 ? references.map(({ line }) => line).join(" · ") : undefined,
    ),
  ];
}
