import type { Quotation } from "../cite/quotation.ts";
import { asTyped, counted, grouped } from "../foundation/format.ts";
import type { Change } from "../verify/changes.ts";
import { referencesTo } from "./references.ts";
import type {
  Action,
  CitationReply,
  ContextReply,
  DocumentReply,
  Fact,
  FoundItem,
  Item,
  Marks,
  PageOf,
  Reference,
  Reply,
  VerificationReply,
} from "./reply.ts";

/** A stretch of text; what matched a search stands out, and what can be typed is set as code. */
export interface Run {
  readonly text: string;
  readonly matched: boolean;
  readonly isCode?: true;
  /** A word of the corpus that a quotation leaves out. */
  readonly isLeftOut?: true;
}

/** A part of a reply, in the order in which it is read. All text is plain text. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly runs: readonly Run[] }
  /** The document's own words, shown character for character. */
  | { readonly kind: "quote"; readonly runs: readonly Run[] }
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
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
  readonly references: readonly Reference[];
}

const RULE: Block = { kind: "rule" };

/** Puts a reply into words, once for every front end. */
export function layoutOf(reply: Reply): Layout {
  return { blocks: blocksOf(reply), actions: reply.actions, references: referencesOf(reply) };
}

function blocksOf(reply: Reply): readonly Block[] {
  switch (reply.kind) {
    case "quotation":
      return [
        ...quotationBlocks(reply.quotation),
        ...fine(noteOf(reply.quotation), reply.searched, ordinal(reply.rank, "Quotation")),
      ];
    case "context":
      return contextBlocks(reply);
    case "document":
      return documentBlocks(reply);
    case "hits":
      return [
        heading(`${counted(reply.total, "hit")} for ${asTyped(reply.query)}`),
        ...reply.hits.flatMap(hitBlocks),
        ...fine(...reply.tried, ordinal(reply.page, "Page")),
      ];
    case "list":
    case "timeline":
    case "summaries":
      return [
        heading(reply.title),
        ...reply.items.flatMap(itemBlocks),
        ...fine(...reply.remarks, ordinal(reply.page, "Page")),
      ];
    case "article":
      return [
        heading(reply.title),
        ...reply.paragraphs.map((text) => plain(text)),
        ...factBlocks(reply.facts),
        ...reply.items.flatMap(itemBlocks),
        ...fine(ordinal(reply.page, "Page")),
      ];
    case "citation":
      return citationBlocks(reply);
    case "verification":
      return verificationBlocks(reply);
    case "notice":
      return reply.message.split("\n").map(said);
  }
}

function citationBlocks(reply: CitationReply): readonly Block[] {
  const { title, subject, verdict, forms, receipt, remarks } = reply;
  const copied = (label: string, text: string) =>
    [
      { kind: "subheading", text: label },
      { kind: "code", text },
    ] as const;
  return [
    heading(title),
    ...(verdict === undefined ? [] : [said(verdict)]),
    ...("citation" in subject
      ? [...quotationBlocks(subject), ...fine(noteOf(subject))]
      : [plain(subject.name)]),
    ...forms.flatMap(({ label, text }) => copied(label, text)),
    ...(receipt === undefined ? [] : copied("Receipt", receipt)),
    ...fine(...remarks),
  ];
}

function verificationBlocks(reply: VerificationReply): readonly Block[] {
  const { title, message, differences, changes, evidence, page, remarks } = reply;
  const notes = new Set(evidence.map(({ quotation }) => noteOf(quotation)));
  return [
    heading(title),
    said(message),
    ...differences.map((text) => plain(`• ${text}`)),
    ...evidence.flatMap(({ quotation, marks, receipts, open }): Block[] => [
      { kind: "subheading", text: quotation.citation.line, open },
      { kind: "quote", runs: runsOf(quotation.text, marks) },
      ...fine(...receipts.map((receipt) => `Receipt: ${receipt}`)),
    ]),
    ...(changes.length > 0
      ? [
          { kind: "subheading", text: "Word by word" } as const,
          { kind: "text", runs: changeRuns(changes) } as const,
          ...fine("[-left out by the quotation-] {+only in the quotation+}"),
        ]
      : []),
    ...fine(...notes, ...remarks, ordinal(page, "Page")),
  ];
}

/** Marks changes as wdiff does, so that they are told without colour or type. */
function changeRuns(changes: readonly Change[]): readonly Run[] {
  return changes.flatMap(({ printed, quoted, isSame, gap }): Run[] => {
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

function documentBlocks(reply: DocumentReply): readonly Block[] {
  const notes = new Set(reply.quotations.map(noteOf));
  return [
    heading(reply.title),
    ...factBlocks(reply.facts),
    ...titled("Summary", reply.summary),
    ...reply.quotations.flatMap((quotation) => [RULE, ...quotationBlocks(quotation)]),
    ...fine(...notes),
    ...titled("Remarks", reply.remarks),
    ...titled(
      "Sources",
      reply.references.map(({ line }) => line),
    ),
    ...fine(ordinal(reply.page, "Page")),
  ];
}

function contextBlocks(reply: ContextReply): readonly Block[] {
  const { title, before, quotation, after, remark } = reply;
  const notes = new Set([...before, quotation, ...after].map(noteOf));
  return [
    heading(title),
    ...before.flatMap(quotationBlocks),
    ...(before.length > 0 ? [RULE] : []),
    ...quotationBlocks(quotation),
    ...(after.length > 0 ? [RULE] : []),
    ...after.flatMap(quotationBlocks),
    ...fine(...notes, remark, windowOf(reply)),
  ];
}

/** “Passages 4 to 6 of 31”; words that are known only as printed are no passages of a whole. */
function windowOf({ quotation, window: { first, last, of } }: ContextReply): string {
  const what = quotation.citation.printedIn === undefined ? "Passage" : "Quotation";
  const which = first === last ? ` ${grouped(first)}` : `s ${grouped(first)} to ${grouped(last)}`;
  return `${what}${which} of ${grouped(of)}`;
}

function quotationBlocks({ text, citation }: Quotation): readonly Block[] {
  return [
    { kind: "quote", runs: [{ text, matched: false }] },
    { kind: "fine", text: `— ${citation.line} (${citation.address})` },
  ];
}

function noteOf({ citation }: Quotation): string | undefined {
  return citation.printedIn?.note;
}

function hitBlocks(item: FoundItem): readonly Block[] {
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

function itemBlocks({ label, detail, references = [], open }: Item): readonly Block[] {
  return [
    { kind: "subheading", text: label, ...(open && { open }) },
    ...(detail === undefined ? [] : [plain(detail)]),
    ...fine(references.length > 0 ? references.map(({ line }) => line).join(" · ") : undefined),
  ];
}

/** Cuts an excerpt where matches begin and end. What is left out is marked as left out by us. */
function runsOf(text: string, { matches, more }: Marks): readonly Run[] {
  const runs: Run[] = [];
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

function titled(title: string, paragraphs: readonly string[]): readonly Block[] {
  if (paragraphs.length === 0) return [];
  return [{ kind: "subheading", text: title }, ...paragraphs.map((text) => plain(text))];
}

function factBlocks(facts: readonly Fact[]): readonly Block[] {
  return facts.length > 0 ? [{ kind: "facts", facts }] : [];
}

function fine(...lines: readonly (string | undefined)[]): readonly Block[] {
  return lines.flatMap((text) => (text === undefined ? [] : [{ kind: "fine", text } as const]));
}

function heading(text: string): Block {
  return { kind: "heading", text };
}

function plain(text: string): Block {
  return { kind: "text", runs: [{ text, matched: false }] };
}

/** A sentence of Ibid's own, in which backticks stand around what can be typed. */
function said(sentence: string): Block {
  const runs = sentence.split(/`([^`]+)`/).map((text, index): Run => {
    // Every second part is what stood between two backticks.
    return index % 2 === 1 ? { text, matched: false, isCode: true } : { text, matched: false };
  });
  return { kind: "text", runs: runs.filter(({ text }) => text !== "") };
}

function ordinal({ number, of }: PageOf, what: string): string | undefined {
  return of > 1 ? `${what} ${number} of ${of}` : undefined;
}

function referencesOf(reply: Reply): readonly Reference[] {
  switch (reply.kind) {
    case "document":
      return reply.references;
    case "quotation":
      return referencesTo([reply.quotation]);
    case "context":
      return referencesTo([reply.quotation, ...reply.before, ...reply.after]);
    case "citation":
      return "citation" in reply.subject ? referencesTo([reply.subject]) : [];
    case "verification":
      return referencesTo(reply.evidence.map(({ quotation }) => quotation));
    case "list":
    case "timeline":
    case "summaries":
    case "hits":
    case "article":
    case "notice":
      return [];
  }
}
