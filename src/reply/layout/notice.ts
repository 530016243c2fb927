import { formatPeriod } from "../../corpus/date.ts";
import { documentName } from "../../corpus/titles.ts";
import { formatAnd, formatOr, plural } from "../../foundation/format.ts";
import { quoteUnlessQuoted } from "../../language/quotation-marks.ts";
import type { NoticeReason, SearchCriteria } from "../notice-reason.ts";
import { describeSoughtDocument } from "./sought-document.ts";

/** Explains in sentences, one line each, why there is nothing to show, and what to do. */
export function describeReason(reason: NoticeReason): readonly string[] {
  switch (reason.kind) {
    case "unknown-command":
      return [describeUnknownCommand(reason)];
    case "unknown-option": {
      const { command, option, closest, options } = reason;
      const sentence = `\`/${command}\` has no option \`${option}\`.`;
      return closest === undefined
        ? [`${sentence} It has ${options.join(", ")}.`]
        : [`${sentence} Is \`${closest}\` meant?`];
    }
    case "invalid-value":
      return [`\`${reason.option}\` should be ${reason.expects}.`];
    case "missing-value":
      return [`\`${reason.option}\` is missing. It should be ${reason.expects}.`];
    case "unknown-name": {
      const { of, typed, closest } = reason;
      const sentence = `This corpus has no ${of} called “${typed}”.`;
      const list = of === "person" ? "people" : "topics";
      return closest === undefined
        ? [`${sentence} \`/${list}\` lists those it has.`]
        : [`${sentence} Is ${closest} meant?`];
    }
    case "several-names":
      return [`“${reason.typed}” may be ${formatOr(reason.names)}.`];
    case "unknown-style":
      return [`There is no style called “${reason.typed}”. There are ${reason.styles.join(", ")}.`];
    case "several-documents":
      return [
        `“${reason.typed}” may be one of ${plural(reason.documents, "document")}. \`/letter\` lists them.`,
      ];
    case "date-for-person":
      return [
        `“${reason.typed}” is a date, but this option needs the name of a person. ${describeOptions("dates", reason)}`,
      ];
    case "person-for-date":
      return [
        `“${reason.typed}” is a person, but this option needs a date, such as 2019-08-05 or August 2019. ${describeOptions("people", reason)}`,
      ];
    case "unreadable-date":
      return [`“${reason.typed}” is not a date that Ibid can read. ${HOW_TO_WRITE_A_DATE}`];
    case "no-such-date":
      return [`“${reason.typed}” is not a day, a month or a year. ${HOW_TO_WRITE_A_DATE}`];
    case "year-unclear":
      return [`“${reason.typed}” needs a year of four figures. ${HOW_TO_WRITE_A_DATE}`];
    case "year-missing":
      return [`“${reason.typed}” is a date in every year. Add the year: 2019-08-05 or Aug 5 2019.`];
    case "ambiguous-date": {
      const { typed, readings } = reason;
      const [dayFirst, monthFirst] = readings;
      return [
        `“${typed}” can be read in two ways: ${dayFirst} (the day first) or ${monthFirst} (the month first). Which one is meant?`,
      ];
    }
    case "neither-date-nor-title": {
      const { typed, closest } = reason;
      return [
        `“${typed}” is neither a date that Ibid can read nor the title of a document. ${closest === undefined ? HOW_TO_WRITE_A_DATE : `Is “${closest}” meant?`}`,
      ];
    }
    case "none-dated":
      return describeNoneDated(reason);
    case "no-such-address":
      return [describeUnknownAddress(reason)];
    case "no-such-passage":
      return [describeUnknownPassage(reason)];
    case "receipt-moved":
      return [`The words of this receipt have moved to ${reason.address}.`];
    case "receipt-broken":
      return [
        `The words of this receipt are no longer at ${reason.address}. \`/cite\` shows the present words.`,
      ];
    case "nothing-found":
      return describeNothingFound(reason);
    case "nothing-listed":
      return [`This corpus names no ${reason.of}. /search finds what its documents say.`];
    case "failed":
      return [
        reason.where === "log"
          ? `Something went wrong in Ibid, through no fault of yours. Its operator can find the error in the log as ${reason.reference}.`
          : "Something went wrong in Ibid, through no fault of yours. Standard error shows the error.",
      ];
    case "not-ready":
      return ["The corpus is still being read. Ask again in a moment."];
    case "busy":
      return ["Too many of your questions are waiting for their answers. Ask again in a moment."];
    case "malformed-interaction":
      return ["Discord sent a question that Ibid cannot read. Ask again in a moment."];
    case "not-offered":
      return ["This is nothing that this version of Ibid offers. /help lists what it does."];
    case "outdated-button":
      return [
        "This button comes from another version of Ibid and no longer works. Ask again with the command; /help lists them all.",
      ];
    case "message-without-text":
      return [
        "This message has no text, so there is nothing in it to ask about. Choose one that says something.",
      ];
    case "number-not-offered":
      return [
        reason.offered === 0
          ? "There is nothing to choose by number yet. Ask with a command; /help lists them."
          : `The last answer offers the numbers 1 to ${reason.offered}.`,
      ];
  }
}

type ReasonOf<K extends NoticeReason["kind"]> = Extract<NoticeReason, { kind: K }>;

const HOW_TO_WRITE_A_DATE = "Write a date like 2019-08-05, Aug 5 2019, August 2019 or 2019.";

function describeUnknownCommand({ typed, commands }: ReasonOf<"unknown-command">): string {
  return commands.length === 0
    ? `There is no command called \`/${typed}\`.`
    : `There is no command called “${typed}”. There are ${commands.map((name) => `/${name}`).join(", ")}.`;
}

/** Refers what was typed to the options that would take it. */
function describeOptions(
  what: "people" | "dates",
  { typed, options }: ReasonOf<"date-for-person" | "person-for-date">,
): string {
  const names = options.map((name) => `\`${name}\``).join(" and ");
  return `For ${what} there ${options.length === 1 ? "is" : "are"} ${names}: \`${options[0]}:${typed}\`.`;
}

function describeNoneDated({
  date,
  documents,
  undated,
  hasNearest,
}: ReasonOf<"none-dated">): readonly string[] {
  return [
    `No document is dated ${date}, of the ${plural(documents, "document")} searched.`,
    ...(undated > 0
      ? [
          `${plural(undated, "document has", "documents have")} no known date: \`/letter date:undated\`.`,
        ]
      : []),
    hasNearest ? "What comes nearest:" : "/timeline lists them all in order.",
  ];
}

function describeUnknownAddress({
  typed,
  completions,
  example,
}: ReasonOf<"no-such-address">): string {
  const hint =
    completions.length > 0
      ? `Is ${formatOr(completions)} meant?`
      : example === undefined
        ? "This corpus has none that can be quoted."
        : `An address looks like ${example}.`;
  return `No passage has the address “${typed}”. ${hint}`;
}

function describeUnknownPassage({
  typed,
  document,
  ends,
  isOfReceipt,
}: ReasonOf<"no-such-passage">): string {
  const hint =
    ends.length === 0
      ? "has no passage that can be quoted: only what others report of it is known"
      : `has ${ends.join(" to ")}`;
  const sentence = `“${typed}” is not the address of a passage. ${documentName(document)}, ${hint}.`;
  return isOfReceipt
    ? `${sentence} The words of this receipt were not found elsewhere in it.`
    : sentence;
}

const SOUGHT = {
  anything: "Nothing in this corpus",
  passage: "No passage in this corpus",
  document: "No document in this corpus",
  "timeline-entry": "No entry of the timeline",
} as const;

function describeNothingFound({
  sought,
  criteria,
  searched,
  hasNearest,
  list,
}: ReasonOf<"nothing-found">): readonly string[] {
  const { period } = criteria;
  return [
    `${SOUGHT[sought]} ${describeCriteria(criteria)}.`,
    ...(period !== undefined && period.last < period.first
      ? ["That time ends before it begins."]
      : []),
    describeScope(searched),
    hasNearest ? "What comes nearest:" : `Nothing comes near it. /${list} lists what there is.`,
  ];
}

/** Describes the criteria as a predicate: “matches “drills” and is from Kim Jong Un”. */
function describeCriteria({
  query,
  address,
  document,
  person,
  from,
  to,
  topic,
  period,
}: SearchCriteria): string {
  const properties = [
    ...(address === undefined ? [] : [address]),
    ...(document === undefined ? [] : [describeSoughtDocument(document)]),
    ...(person === undefined ? [] : [`by, to or about ${person}`]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(to === undefined ? [] : [`to ${to}`]),
    ...(topic === undefined ? [] : [`on ${topic}`]),
    ...(period === undefined ? [] : [`dated ${formatPeriod(period)}`]),
  ];
  const predicates = [
    ...(query === undefined ? [] : [`matches ${quoteUnlessQuoted(query)}`]),
    ...(properties.length === 0 ? [] : [`is ${formatAnd(properties)}`]),
  ];
  return predicates.length === 0 ? "can be shown" : predicates.join(" and ");
}

function describeScope({
  documents,
  passages,
  events,
  allDocuments,
}: ReasonOf<"nothing-found">["searched"]): string {
  const content = events === undefined ? plural(passages, "passage") : plural(events, "event");
  return documents === allDocuments
    ? `Searched: ${plural(allDocuments, "document")} with ${content}, the whole corpus.`
    : `Searched: ${documents} of ${plural(allDocuments, "document")}, with ${content}.`;
}
