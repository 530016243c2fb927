import type { Translate } from "../../catalogue/catalogue.ts";
import { formatDay, type Period } from "../../corpus/date.ts";
import {
  localCommandName,
  localizeLine,
  localMenuLabel,
  localOptionName,
  localValueName,
} from "../../language/translation/local-names.ts";
import { translateCadence } from "../../rhythm/cadence-wording.ts";
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
  RULE,
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

export function articleBlocks(reply: AnyArticleReply, t: Translate): readonly LayoutBlock[] {
  const { title, paragraphs, facts, items } = describeArticle(reply, t);
  return [
    heading(title),
    ...paragraphs.map((text) => textBlock(text)),
    ...factBlocks(facts),
    ...items.flatMap(itemBlocks),
    ...(items.length > 0 ? [RULE] : []),
    ...finePrint("page" in reply ? pageLabel(reply.page, t) : undefined),
  ];
}

export function describeArticle(reply: AnyArticleReply, t: Translate): ArticleText {
  switch (reply.kind) {
    case "topic":
      return {
        title: t.nameOf(reply.label),
        paragraphs: [t("topic.counts", { counts: describeCounts(reply.counts, t) })],
        facts: [
          { label: t("topic.id"), value: reply.id },
          ...listFact(t("topic.synonyms"), otherNames(reply.label, reply.synonyms, t)),
          ...listFact(t("topic.broader"), reply.broader.map(t.nameOf)),
          ...listFact(t("topic.narrower"), reply.narrower.map(t.nameOf)),
          ...listFact(t("topic.related"), reply.related.map(t.nameOf)),
        ],
        items: reply.documents.map((one) => documentItem(one, t)),
      };
    case "person": {
      const { role, forms, wrote, received } = reply;
      const documents = (count: number) =>
        count > 0 ? t("counts.documents", { count }) : undefined;
      return {
        title: t.nameOf(reply.name),
        paragraphs: [t("person.counts", { counts: describeCounts(reply.counts, t) })],
        facts: [
          ...fact(t("person.role"), role),
          ...listFact(t("person.forms"), otherNames(reply.name, forms, t)),
          ...fact(t("person.wrote"), documents(wrote)),
          ...fact(t("person.received"), documents(received)),
        ],
        items: reply.documents.map((one) => documentItem(one, t)),
      };
    }
    case "corpus":
      return {
        title: reply.title ?? t("corpus.untitled"),
        paragraphs: reply.description === undefined ? [] : [reply.description],
        facts: corpusFacts(reply, t),
        items: [],
      };
    case "commands":
      return {
        title: t("help.title"),
        paragraphs: [t("help.promise")],
        facts: [],
        items: reply.commands.map(({ name, description, example, open }) => ({
          label: `/${localCommandName(name, t)}`,
          detail: t("help.command", {
            description: t(description),
            example: localizeExample(example, t),
          }),
          open,
        })),
      };
    case "command":
      return {
        title: `/${localCommandName(reply.name, t)}`,
        paragraphs: [
          t(reply.description),
          ...reply.examples.map((example) =>
            t("help.example", { example: localizeExample(example, t) }),
          ),
          ...(reply.messageCommand === undefined
            ? []
            : [
                t("help.message-command", {
                  label: localMenuLabel(reply.name, reply.messageCommand, t),
                }),
              ]),
        ],
        facts: reply.options.map(({ name: declaredName, description, required }) => {
          const name = localOptionName(declaredName, t, reply.name);
          return {
            label: required ? t("help.required", { name }) : name,
            value: t(description),
          };
        }),
        items: [],
      };
  }
}

/** Replaces the names of an example by those of a language, and its values by those that a reader of that language would type. */
export function localizeExample(line: string, t: Translate): string {
  return localizeLine(line, t, (value, option) => {
    if (option === "when") return translateCadence(value, t);
    if (option === "zone") return t("help.example-zone");
    return option === "schedule" ? localValueName(value, t) : t.nameOf(value);
  });
}

/** Returns the names of a topic or a person other than the one that is shown. */
function otherNames(name: string, others: readonly string[], t: Translate): readonly string[] {
  const shown = t.nameOf(name);
  return shown === name ? others : [name, ...others.filter((one) => one !== shown)];
}

function corpusFacts(reply: CorpusReply, t: Translate): readonly Fact[] {
  const { counts, period, language, rights, hash, readAt, failedReload } = reply;
  const { documents, undated, passages, notes, sources, topics, people, events } = counts;
  return [
    { label: t("corpus.documents"), value: t("corpus.documents-of", { documents, undated }) },
    { label: t("corpus.passages"), value: t.number(passages) },
    { label: t("corpus.notes"), value: t.number(notes) },
    ...fact(t("corpus.dates"), period && describePeriod(period, t)),
    {
      label: t("corpus.tables"),
      value: t("corpus.table-counts", { sources, topics, people, events }),
    },
    { label: t("corpus.language"), value: languageName(language, t) },
    ...fact(t("corpus.rights"), rights),
    { label: t("corpus.hash"), value: hash },
    { label: t("corpus.read"), value: formatMinute(readAt) },
    ...fact(t("corpus.last-change"), failedReload && describeFailedReload(failedReload, t)),
  ];
}

/** Returns the name of a language with its tag: “English (en)”. */
function languageName(tag: string, t: Translate): string {
  const name = new Intl.DisplayNames(t.language, { type: "language" }).of(tag);
  return name === undefined || name === tag ? tag : t("corpus.language-is", { name, tag });
}

function describePeriod({ first, last }: Period, t: Translate): string {
  return t("corpus.period", { first: formatDay(first, t), last: formatDay(last, t) });
}

/**
 * Describes a failed reload without its problems: they name files, which only the operator sees.
 */
function describeFailedReload(
  { at, problems }: { readonly at: Date; readonly problems: number },
  t: Translate,
): string {
  const time = formatMinute(at);
  return problems === 0
    ? t("corpus.reload-unreadable", { time })
    : t("corpus.reload-refused", { time, problems });
}

function formatMinute(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
