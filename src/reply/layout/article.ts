import { formatDay, type Period } from "../../corpus/date.ts";
import { formatNumber, plural } from "../../foundation/format.ts";
import type {
  CommandReply,
  CommandsReply,
  CorpusReply,
  PersonReply,
  TopicReply,
} from "../reply.ts";
import {
  type Fact,
  fact,
  factBlocks,
  finePrint,
  heading,
  type LayoutBlock,
  listFact,
  pageLabel,
  textBlock,
} from "./blocks.ts";
import { describeCounts, documentItem, itemBlocks, type ListItem } from "./list.ts";

type AnyArticleReply = TopicReply | PersonReply | CorpusReply | CommandsReply | CommandReply;

/** Text by Ibid itself about one subject, such as a topic, a person or a command. */
export interface ArticleText {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  readonly items: readonly ListItem[];
}

export function articleBlocks(reply: AnyArticleReply): readonly LayoutBlock[] {
  const { title, paragraphs, facts, items } = describeArticle(reply);
  return [
    heading(title),
    ...paragraphs.map((text) => textBlock(text)),
    ...factBlocks(facts),
    ...items.flatMap(itemBlocks),
    ...finePrint("page" in reply ? pageLabel(reply.page) : undefined),
  ];
}

export function describeArticle(reply: AnyArticleReply): ArticleText {
  switch (reply.kind) {
    case "topic":
      return {
        title: reply.label,
        paragraphs: [`${describeCounts(reply.counts)} on this topic.`],
        facts: [
          { label: "Id", value: reply.id },
          ...listFact("Also called", reply.synonyms),
          ...listFact("Broader", reply.broader),
          ...listFact("Narrower", reply.narrower),
          ...listFact("Related", reply.related),
        ],
        items: reply.documents.map(documentItem),
      };
    case "person":
      return {
        title: reply.name,
        paragraphs: [`${describeCounts(reply.counts)}: by, to or naming this person.`],
        facts: [
          ...fact("Role", reply.role),
          ...listFact("Also", reply.forms),
          ...fact("Wrote", reply.wrote > 0 ? plural(reply.wrote, "document") : undefined),
          ...fact("Received", reply.received > 0 ? plural(reply.received, "document") : undefined),
        ],
        items: reply.documents.map(documentItem),
      };
    case "corpus":
      return {
        title: reply.title,
        paragraphs: reply.description === undefined ? [] : [reply.description],
        facts: corpusFacts(reply),
        items: [],
      };
    case "commands":
      return {
        title: "What you can ask",
        paragraphs: ["Every quotation is word for word, with the place where it stands."],
        facts: [],
        items: reply.commands.map(({ name, description, example, open }) => ({
          label: `/${name}`,
          detail: `${description} For example: ${example}`,
          open,
        })),
      };
    case "command":
      return {
        title: `/${reply.name}`,
        paragraphs: [
          reply.description,
          ...reply.examples.map((example) => `For example: ${example}`),
          ...(reply.messageCommand === undefined
            ? []
            : [
                `In Discord also in the menu of any message, under Apps: “${reply.messageCommand}”.`,
              ]),
        ],
        facts: reply.options.map(({ name, description, required }) => ({
          label: `${name}${required ? " (needed)" : ""}`,
          value: description,
        })),
        items: [],
      };
  }
}

function corpusFacts(reply: CorpusReply): readonly Fact[] {
  const { counts, period, language, rights, hash, readAt, failedReload } = reply;
  const { documents, undated, passages, notes, sources, topics, people, events } = counts;
  return [
    {
      label: "Documents",
      value: `${formatNumber(documents)}${undated > 0 ? `, of which ${formatNumber(undated)} undated` : ""}`,
    },
    { label: "Passages that can be quoted", value: formatNumber(passages) },
    { label: "Notes by the corpus’s editor", value: formatNumber(notes) },
    ...fact("Dates", period && formatDays(period)),
    {
      label: "Tables",
      value: [
        plural(sources, "source"),
        plural(topics, "topic"),
        plural(people, "person", "people"),
        plural(events, "event"),
      ].join(", "),
    },
    { label: "Language", value: language },
    ...fact("Rights", rights),
    { label: "Content hash (SHA-256)", value: hash },
    { label: "Read", value: formatMinute(readAt) },
    ...fact("Last change", failedReload && describeFailedReload(failedReload)),
  ];
}

function formatDays({ first, last }: Period): string {
  return `${formatDay(first)} to ${formatDay(last)}`;
}

/**
 * Describes a failed reload without its problems: they name files, which only the operator sees.
 */
function describeFailedReload({ at, problems }: { at: Date; problems: number }): string {
  const what =
    problems === 0
      ? `could not be read at ${formatMinute(at)}`
      : `refused at ${formatMinute(at)}, ${plural(problems, "problem")}`;
  return `${what}; the corpus as it was goes on answering`;
}

function formatMinute(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
