import type { Quotation } from "../cite/quotation.ts";
import { formatNumber, plural } from "../foundation/format.ts";
import { quoteUnlessQuoted } from "../language/quotation-marks.ts";
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

/** A text run in one style. */
export interface StyledText {
  readonly text: string;
  /** Whether the text matched a search, or is one of the quoted words in question. */
  readonly isMatch: boolean;
  /** Marks text to type, such as a command. */
  readonly isCode?: true;
  /** Marks words of the corpus that a quotation leaves out. */
  readonly isOmitted?: true;
}

/** A block of a reply. All text is plain text, which front ends escape as they need. */
export type LayoutBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly runs: readonly StyledText[] }
  /** Words of a document, shown character for character. */
  | { readonly kind: "quote"; readonly runs: readonly StyledText[] }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  /** Text to copy, such as a citation or a record. */
  | { readonly kind: "code"; readonly text: string }
  /** Fine print: citations and remarks. */
  | { readonly kind: "fine"; readonly text: string }
  /** The heading of an entry or a section; `open` is the action that shows the entry whole. */
  | { readonly kind: "subheading"; readonly text: string; readonly open?: Action }
  | { readonly kind: "rule" };

/**
 * A reply as every front end renders it: its blocks in reading order, its actions and references.
 */
export interface Layout {
  readonly blocks: readonly LayoutBlock[];
  readonly actions: readonly Action[];
  readonly references: readonly Reference[];
}

const RULE: LayoutBlock = { kind: "rule" };

/** Returns the layout of a reply, the same for every front end. */
export function layoutOf(reply: Reply): Layout {
  return { blocks: blocksOf(reply), actions: reply.actions, references: referencesOf(reply) };
}

function blocksOf(reply: Reply): readonly LayoutBlock[] {
  switch (reply.kind) {
    case "quotation":
      return [
        ...quotationBlocks(reply.quotation),
        ...finePrint(
          sourceNoteOf(reply.quotation),
          reply.searched,
          pageLabel(reply.rank, "Quotation"),
        ),
      ];
    case "context":
      return contextBlocks(reply);
    case "document":
      return documentBlocks(reply);
    case "hits":
      return [
        heading(`${plural(reply.total, "hit")} for ${quoteUnlessQuoted(reply.query)}`),
        ...reply.hits.flatMap(hitBlocks),
        ...finePrint(...reply.tried, pageLabel(reply.page, "Page")),
      ];
    case "list":
    case "timeline":
    case "summaries":
      return [
        heading(reply.title),
        ...reply.items.flatMap(itemBlocks),
        ...finePrint(...reply.remarks, pageLabel(reply.page, "Page")),
      ];
    case "article":
      return [
        heading(reply.title),
        ...reply.paragraphs.map((text) => textBlock(text)),
        ...factBlocks(reply.facts),
        ...reply.items.flatMap(itemBlocks),
        ...finePrint(pageLabel(reply.page, "Page")),
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
  const copyBlocks = (label: string, text: string): readonly LayoutBlock[] => [
    { kind: "subheading", text: label },
    { kind: "code", text },
  ];
  return [
    heading(title),
    ...(verdict === undefined ? [] : [sentenceBlock(verdict)]),
    ...("citation" in subject
      ? [...quotationBlocks(subject), ...finePrint(sourceNoteOf(subject))]
      : [textBlock(subject.name)]),
    ...forms.flatMap(({ label, text }) => copyBlocks(label, text)),
    ...(receipt === undefined ? [] : copyBlocks("Receipt", receipt)),
    ...finePrint(...remarks),
  ];
}

function verificationBlocks(reply: VerificationReply): readonly LayoutBlock[] {
  const { title, message, differences, changes, evidence, page, remarks } = reply;
  const notes = new Set(evidence.map(({ quotation }) => sourceNoteOf(quotation)));
  return [
    heading(title),
    sentenceBlock(message),
    ...differences.map((text) => textBlock(`• ${text}`)),
    ...evidence.flatMap(({ quotation, marks, receipts, open }): LayoutBlock[] => [
      { kind: "subheading", text: quotation.citation.line, open },
      { kind: "quote", runs: excerptRuns(quotation.text, marks) },
      ...finePrint(...receipts.map((receipt) => `Receipt: ${receipt}`)),
    ]),
    ...(changes.length > 0
      ? [
          { kind: "subheading", text: "Word by word" } as const,
          { kind: "text", runs: changeRuns(changes) } as const,
          ...finePrint("[-left out by the quotation-] {+only in the quotation+}"),
        ]
      : []),
    ...finePrint(...notes, ...remarks, pageLabel(page, "Page")),
  ];
}

/** Marks changes in wdiff's notation, so that they are legible without colour or bold type. */
function changeRuns(changes: readonly Change[]): readonly StyledText[] {
  return changes
    .flatMap(({ printed, quoted, isSame, gap }): StyledText[] => {
      if (isSame) return [plainRun(`${quoted}${gap}`)];
      const deletion: StyledText = { text: `[-${printed}-]`, isMatch: false, isOmitted: true };
      const insertion: StyledText = { text: `{+${quoted}+}`, isMatch: true };
      if (printed === "") return [insertion, plainRun(gap)];
      if (quoted === "") return [deletion, plainRun(gap)];
      return [deletion, plainRun(" "), insertion, plainRun(gap)];
    })
    .filter(({ text }) => text !== "");
}

function documentBlocks(reply: DocumentReply): readonly LayoutBlock[] {
  const notes = new Set(reply.quotations.map(sourceNoteOf));
  return [
    heading(reply.title),
    ...factBlocks(reply.facts),
    ...sectionBlocks("Summary", reply.summary),
    ...reply.quotations.flatMap((quotation) => [RULE, ...quotationBlocks(quotation)]),
    ...finePrint(...notes),
    ...sectionBlocks("Remarks", reply.remarks),
    ...sectionBlocks(
      "Sources",
      reply.references.map(({ line }) => line),
    ),
    ...finePrint(pageLabel(reply.page, "Page")),
  ];
}

function contextBlocks(reply: ContextReply): readonly LayoutBlock[] {
  const { title, before, quotation, after, remark } = reply;
  const notes = new Set([...before, quotation, ...after].map(sourceNoteOf));
  return [
    heading(title),
    ...before.flatMap(quotationBlocks),
    ...(before.length > 0 ? [RULE] : []),
    ...quotationBlocks(quotation),
    ...(after.length > 0 ? [RULE] : []),
    ...after.flatMap(quotationBlocks),
    ...finePrint(...notes, remark, windowLabel(reply)),
  ];
}

/** Formats “Passages 4 to 6 of 31”, or “Quotations …” for words that are known only as printed. */
function windowLabel({ quotation, window: { first, last, of } }: ContextReply): string {
  const what = quotation.citation.printedIn === undefined ? "Passage" : "Quotation";
  const which =
    first === last
      ? ` ${formatNumber(first)}`
      : `s ${formatNumber(first)} to ${formatNumber(last)}`;
  return `${what}${which} of ${formatNumber(of)}`;
}

function quotationBlocks({ text, citation }: Quotation): readonly LayoutBlock[] {
  return [
    { kind: "quote", runs: [plainRun(text)] },
    { kind: "fine", text: `— ${citation.line} (${citation.address})` },
  ];
}

/** Returns the note that the corpus shows under every quotation from this source. */
function sourceNoteOf({ citation }: Quotation): string | undefined {
  return citation.printedIn?.note;
}

function hitBlocks(hit: SearchHit): readonly LayoutBlock[] {
  const { open } = hit;
  if (hit.kind === "passage") {
    const { text, citation } = hit.quotation;
    return [
      { kind: "subheading", text: citation.line, open },
      { kind: "quote", runs: excerptRuns(text, hit.marks) },
      { kind: "fine", text: citation.address },
    ];
  }
  const title: LayoutBlock = {
    kind: "subheading",
    text: `${hit.label} · ${HIT_KINDS[hit.kind]}`,
    open,
  };
  return hit.kind === "document"
    ? [title]
    : [title, { kind: "text", runs: excerptRuns(hit.text, hit.marks) }];
}

const HIT_KINDS = {
  note: "a note, not the document’s words",
  document: "the document",
  event: "an event",
} as const;

function itemBlocks({ label, detail, references = [], open }: ListItem): readonly LayoutBlock[] {
  return [
    { kind: "subheading", text: label, ...(open && { open }) },
    ...(detail === undefined ? [] : [textBlock(detail)]),
    ...finePrint(
      references.length > 0 ? references.map(({ line }) => line).join(" · ") : undefined,
    ),
  ];
}

/** Splits an excerpt at its matches, and marks with `[…]` the ends at which the text continues. */
function excerptRuns(text: string, { matches, more }: Highlights): readonly StyledText[] {
  const runs: StyledText[] = [];
  let end = 0;
  for (const match of matches) {
    runs.push(plainRun(text.slice(end, match.start)));
    runs.push({ text: text.slice(match.start, match.end), isMatch: true });
    end = match.end;
  }
  runs.push(plainRun(text.slice(end)));
  const omission = plainRun("[…]");
  const space = plainRun(" ");
  return [
    ...(more.before ? [omission, space] : []),
    ...runs.filter((run) => run.text !== ""),
    ...(more.after ? [space, omission] : []),
  ];
}

function sectionBlocks(title: string, paragraphs: readonly string[]): readonly LayoutBlock[] {
  if (paragraphs.length === 0) return [];
  return [{ kind: "subheading", text: title }, ...paragraphs.map((text) => textBlock(text))];
}

function factBlocks(facts: readonly Fact[]): readonly LayoutBlock[] {
  return facts.length > 0 ? [{ kind: "facts", facts }] : [];
}

function finePrint(...lines: readonly (string | undefined)[]): readonly LayoutBlock[] {
  return lines.flatMap((text) => (text === undefined ? [] : [{ kind: "fine", text } as const]));
}

function heading(text: string): LayoutBlock {
  return { kind: "heading", text };
}

function textBlock(text: string): LayoutBlock {
  return { kind: "text", runs: [plainRun(text)] };
}

function plainRun(text: string): StyledText {
  return { text, isMatch: false };
}

/** Lays out a sentence by Ibid itself, whose text in backticks is text to type. */
function sentenceBlock(sentence: string): LayoutBlock {
  // Splitting by a capturing group puts the captured text at every odd index.
  const runs = sentence
    .split(/`([^`]+)`/)
    .map(
      (text, index): StyledText =>
        index % 2 === 1 ? { text, isMatch: false, isCode: true } : plainRun(text),
    );
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
