import type { Quotation } from "../cite/quotation.ts";
import { formatNumber, plural, quoteUnlessQuoted } from "../foundation/format.ts";
import type { Change } from "../verify/changes.ts";
import { referencesForQuotations } from "./references.ts";
import type {
  Action,
  CitationReply,
  ContextReply,
  DocumentReply,
  Fact,
  Highlights,
  ListItem,
  PageNumber,
  Reference,
  Reply,
  SearchHit,
  VerificationReply,
} from "./reply.ts";

/** A stretch of text; what matched a search stands out, and what can be typed is set as code. */
export interface StyledText {
  readonly text: string;
  readonly matched: boolean;
  readonly isCode?: true;
  /** A word of the corpus that a quotation leaves out. */
  readonly isLeftOut?: true;
}

/** A part of a reply, in the order in which it is read. All text is plain text. */
export type LayoutBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly runs: readonly StyledText[] }
  /** The document's own words, shown character for character. */
  | { readonly kind: "quote"; readonly runs: readonly StyledText[] }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  /** Text to copy as it stands, such as a citation or a record. */
  | { readonly kind: "code"; readonly text: string }
  /** Small print: citations and remarks. */
  | { readonly kind: "fine"; readonly text: string }
  /** The head of an entry or a section; `open` is the action that shows it whole. */
  | { readonly kind: "subheading"; readonly text: string; readonly open?: Action }
  | { readonly kind: "rule" };

/** A reply as both front ends draw it: what is read, and what can be pressed. */
export interface Layout {
  readonly blocks: readonly LayoutBlock[];
  readonly actions: readonly Action[];
  readonly references: readonly Reference[];
}

const RULE: LayoutBlock = { kind: "rule" };

/** Puts a reply into words, once for every front end. */
export function layoutOf(reply: Reply): Layout {
  return { blocks: blocksOf(reply), actions: reply.actions, references: referencesOf(reply) };
}

function blocksOf(reply: Reply): readonly LayoutBlock[] {
  switch (reply.kind) {
    case "quotation":
      return [
        ...quotationBlocks(reply.quotation),
        ...smallPrint(noteOf(reply.quotation), reply.searched, pageLabel(reply.rank, "Quotation")),
      ];
    case "context":
      return contextBlocks(reply);
    case "document":
      return documentBlocks(reply);
    case "hits":
      return [
        heading(`${plural(reply.total, "hit")} for ${quoteUnlessQuoted(reply.query)}`),
        ...reply.hits.flatMap(hitBlocks),
        ...smallPrint(...reply.tried, pageLabel(reply.page, "Page")),
      ];
    case "list":
    case "timeline":
    case "summaries":
      return [
        heading(reply.title),
        ...reply.items.flatMap(itemBlocks),
        ...smallPrint(...reply.remarks, pageLabel(reply.page, "Page")),
      ];
    case "article":
      return [
        heading(reply.title),
        ...reply.paragraphs.map((text) => textBlock(text)),
        ...factBlocks(reply.facts),
        ...reply.items.flatMap(itemBlocks),
        ...smallPrint(pageLabel(reply.page, "Page")),
      ];
    case "citation":
      return citationBlocks(reply);
    case "verification":
      return verificationBlocks(reply);
    case "notice":
      return reply.message.split("\n").map(sentenceBlock);
  }
}

function citationBlocks(reply: CitationReply): readonly LayoutBlock[] {
  const { title, subject, verdict, forms, receipt, remarks } = reply;
  const copied = (label: string, text: string) =>
    [
      { kind: "subheading", text: label },
      { kind: "code", text },
    ] as const;
  return [
    heading(title),
    ...(verdict === undefined ? [] : [sentenceBlock(verdict)]),
    ...("citation" in subject
      ? [...quotationBlocks(subject), ...smallPrint(noteOf(subject))]
      : [textBlock(subject.name)]),
    ...forms.flatMap(({ label, text }) => copied(label, text)),
    ...(receipt === undefined ? [] : copied("Receipt", receipt)),
    ...smallPrint(...remarks),
  ];
}

function verificationBlocks(reply: VerificationReply): readonly LayoutBlock[] {
  const { title, message, differences, changes, evidence, page, remarks } = reply;
  const notes = new Set(evidence.map(({ quotation }) => noteOf(quotation)));
  return [
    heading(title),
    sentenceBlock(message),
    ...differences.map((text) => textBlock(`• ${text}`)),
    ...evidence.flatMap(({ quotation, marks, receipts, open }): LayoutBlock[] => [
      { kind: "subheading", text: quotation.citation.line, open },
      { kind: "quote", runs: runsOf(quotation.text, marks) },
      ...smallPrint(...receipts.map((receipt) => `Receipt: ${receipt}`)),
    ]),
    ...(changes.length > 0
      ? [
          { kind: "subheading", text: "Word by word" } as const,
          { kind: "text", runs: changeRuns(changes) } as const,
          ...smallPrint("[-left out by the quotation-] {+only in the quotation+}"),
        ]
      : []),
    ...smallPrint(...notes, ...remarks, pageLabel(page, "Page")),
  ];
}

/** Marks changes as wdiff does, so that they are told without colour or type. */
function changeRuns(changes: readonly Change[]): readonly StyledText[] {
  return changes.flatMap(({ printed, quoted, isSame, gap }): StyledText[] => {
    if (isSame) return [{ text: `${quoted}${gap}`, matched: false }];
    const left = { text: `[-${printed}-]`, matched: false, isLeftOut: true as const };
    const put = { text: `{+${quoted}+}`, matched: true };
    const between = { text: " ", matched: false };
    return [
      ...(printed === "" ? [] : [left]),
      ...(printed === "" || quoted === "" ? [] : [between]),
      ...(quoted === "" ? [] : [put]),
      ...(gap === "" ? [] : [{ text: gap, matched: false }]),
    ];
  });
}

function documentBlocks(reply: DocumentReply): readonly LayoutBlock[] {
  const notes = new Set(reply.quotations.map(noteOf));
  return [
    heading(reply.title),
    ...factBlocks(reply.facts),
    ...sectionBlocks("Summary", reply.summary),
    ...reply.quotations.flatMap((quotation) => [RULE, ...quotationBlocks(quotation)]),
    ...smallPrint(...notes),
    ...sectionBlocks("Remarks", reply.remarks),
    ...sectionBlocks(
      "Sources",
      reply.references.map(({ line }) => line),
    ),
    ...smallPrint(pageLabel(reply.page, "Page")),
  ];
}

function contextBlocks(reply: ContextReply): readonly LayoutBlock[] {
  const { title, before, quotation, after, remark } = reply;
  const notes = new Set([...before, quotation, ...after].map(noteOf));
  return [
    heading(title),
    ...before.flatMap(quotationBlocks),
    ...(before.length > 0 ? [RULE] : []),
    ...quotationBlocks(quotation),
    ...(after.length > 0 ? [RULE] : []),
    ...after.flatMap(quotationBlocks),
    ...smallPrint(...notes, remark, windowOf(reply)),
  ];
}

/** “Passages 4 to 6 of 31”; words that are known only as printed are no passages of a whole. */
function windowOf({ quotation, window: { first, last, of } }: ContextReply): string {
  const what = quotation.citation.printedIn === undefined ? "Passage" : "Quotation";
  const which =
    first === last
      ? ` ${formatNumber(first)}`
      : `s ${formatNumber(first)} to ${formatNumber(last)}`;
  return `${what}${which} of ${formatNumber(of)}`;
}

function quotationBlocks({ text, citation }: Quotation): readonly LayoutBlock[] {
  return [
    { kind: "quote", runs: [{ text, matched: false }] },
    { kind: "fine", text: `— ${citation.line} (${citation.address})` },
  ];
}

function noteOf({ citation }: Quotation): string | undefined {
  return citation.printedIn?.note;
}

function hitBlocks(item: SearchHit): readonly LayoutBlock[] {
  const { open } = item;
  if (item.kind === "passage") {
    const { text, citation } = item.quotation;
    return [
      { kind: "subheading", text: citation.line, open },
      { kind: "quote", runs: runsOf(text, item.marks) },
      { kind: "fine", text: citation.address },
    ];
  }
  const head = { kind: "subheading", text: `${item.label} · ${KINDS[item.kind]}`, open } as const;
  return item.kind === "document"
    ? [head]
    : [head, { kind: "text", runs: runsOf(item.text, item.marks) }];
}

const KINDS = {
  note: "a note, not the document’s words",
  document: "the document",
  event: "an event",
} as const;

function itemBlocks({ label, detail, references = [], open }: ListItem): readonly LayoutBlock[] {
  return [
    { kind: "subheading", text: label, ...(open && { open }) },
    ...(detail === undefined ? [] : [textBlock(detail)]),
    ...smallPrint(
      references.length > 0 ? references.map(({ line }) => line).join(" · ") : undefined,
    ),
  ];
}

/** Cuts an excerpt where matches begin and end. What is left out is marked as left out by us. */
function runsOf(text: string, { matches, more }: Highlights): readonly StyledText[] {
  const runs: StyledText[] = [];
  let end = 0;
  for (const match of matches) {
    runs.push({ text: text.slice(end, match.start), matched: false });
    runs.push({ text: text.slice(match.start, match.end), matched: true });
    end = match.end;
  }
  runs.push({ text: text.slice(end), matched: false });
  const omitted = { text: "[…]", matched: false };
  const space = { text: " ", matched: false };
  return [
    ...(more.before ? [omitted, space] : []),
    ...runs.filter((run) => run.text !== ""),
    ...(more.after ? [space, omitted] : []),
  ];
}

function sectionBlocks(title: string, paragraphs: readonly string[]): readonly LayoutBlock[] {
  if (paragraphs.length === 0) return [];
  return [{ kind: "subheading", text: title }, ...paragraphs.map((text) => textBlock(text))];
}

function factBlocks(facts: readonly Fact[]): readonly LayoutBlock[] {
  return facts.length > 0 ? [{ kind: "facts", facts }] : [];
}

function smallPrint(...lines: readonly (string | undefined)[]): readonly LayoutBlock[] {
  return lines.flatMap((text) => (text === undefined ? [] : [{ kind: "fine", text } as const]));
}

function heading(text: string): LayoutBlock {
  return { kind: "heading", text };
}

function textBlock(text: string): LayoutBlock {
  return { kind: "text", runs: [{ text, matched: false }] };
}

/** A sentence of Ibid's own, in which backticks stand around what can be typed. */
function sentenceBlock(sentence: string): LayoutBlock {
  const runs = sentence.split(/`([^`]+)`/).map((text, index): StyledText => {
    // Every second part is what stood between two backticks.
    return index % 2 === 1 ? { text, matched: false, isCode: true } : { text, matched: false };
  });
  return { kind: "text", runs: runs.filter(({ text }) => text !== "") };
}

function pageLabel({ number, of }: PageNumber, what: string): string | undefined {
  return of > 1 ? `${what} ${number} of ${of}` : undefined;
}

function referencesOf(reply: Reply): readonly Reference[] {
  switch (reply.kind) {
    case "document":
      return reply.references;
    case "quotation":
      return referencesForQuotations([reply.quotation]);
    case "context":
      return referencesForQuotations([reply.quotation, ...reply.before, ...reply.after]);
    case "citation":
      return "citation" in reply.subject ? referencesForQuotations([reply.subject]) : [];
    case "verification":
      return referencesForQuotations(reply.evidence.map(({ quotation }) => quotation));
    case "list":
    case "timeline":
    case "summaries":
    case "hits":
    case "article":
    case "notice":
      return [];
  }
}
