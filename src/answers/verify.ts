import { citationOf, shortReference } from "../cite/citation.ts";
import { quotationOf } from "../cite/quotation.ts";
import { receiptOf } from "../cite/receipt.ts";
import { action } from "../command/define-command.ts";
import { memoizeByLibrary } from "../command/memoize-by-library.ts";
import type { CommandContext } from "../command/types.ts";
import { overlaps, type Period } from "../corpus/date.ts";
import { addressOf, type Document, type Person } from "../corpus/document.ts";
import { formatNumber, plural, stripQuotationMarks } from "../foundation/format.ts";
import { createAnalyzer } from "../language/analyzer.ts";
import { sentenceStarts } from "../language/sentences.ts";
import { countWords } from "../language/tokenizer.ts";
import { type DocumentQuery, describeDocumentQuery, matchesDocument } from "../options/document.ts";
import { paginateList } from "../options/paging.ts";
import type { Action, Evidence, VerificationReply } from "../reply/reply.ts";
import { findEllipses } from "../verify/ellipsis.ts";
import type { Span, Verdict } from "../verify/verdict.ts";
import { createVerifier } from "../verify/verifier.ts";
import { showWholeAction } from "./actions.ts";
import { describeVerdict } from "./verdict-text.ts";

const verifierOf = memoizeByLibrary((library) => {
  const analyzer = createAnalyzer(library.corpus.language);
  analyzer.finish();
  return createVerifier(library.passagePositions(), analyzer);
});

/** A verdict in words, with the passages that it rests on. */
export function verificationReply(
  quoted: string,
  claim: Claim,
  asked: number,
  run: CommandContext,
): VerificationReply {
  const { verdict, told, title, claimed } = evaluate(quoted, claim, run);
  const places = groupByPassage(told.stretches.flat());
  const { items, page, actions } = paginateList(places, asked, (number) =>
    run.again({ page: number }),
  );
  const [first] = places;
  return {
    kind: "verification",
    title,
    message: [told.message, ...(claimed === undefined ? [] : [claimed])].join(" "),
    differences: told.differences,
    changes: verdict.kind === "altered" ? verdict.changes : [],
    evidence: items.map(evidenceOf),
    page,
    remarks: [
      ...new Set(items.flat().flatMap(describeEllipsis)),
      describeScopeCompared(quoted, run),
      "This tells where words stand and who prints them, not who wrote them.",
    ],
    actions: [
      ...actions,
      ...(first === undefined ? searchAction(quoted, verdict.kind) : followUpActions(first[0])),
    ],
  };
}

/** A verdict in one line: what it is, and where the words stand. */
export function verdictLine(quoted: string, claim: Claim, run: CommandContext): string {
  const { told, title } = evaluate(quoted, claim, run);
  const [[first] = []] = told.stretches;
  return first === undefined
    ? title
    : `${title} · ${citationOf(first.document, first.passage).line}`;
}

/** Whether words stand in the corpus, and whether they stand where they are said to. */
function evaluate(quoted: string, claim: Claim, { library }: CommandContext) {
  const isRight = (document: Document) => meetsClaim(claim, document);
  const verdict = verifierOf(library).verify(quoted, isRight);
  const told = describeVerdict(verdict);
  const label = claimLabel(claim);
  // What stands nowhere is not at the wrong place.
  if (label === undefined || verdict.kind === "none") return { verdict, told, title: told.title };
  if (verdict.kind === "common") {
    return {
      verdict,
      told,
      title: told.title,
      claimed: `${describeCommonPlaces(verdict)} ${label}.`,
    };
  }
  const right = told.stretches.filter(([{ document }]) => isRight(document));
  const isPart = verdict.kind === "stitched" && right.length < told.stretches.length;
  return {
    verdict,
    told,
    title: right.length > 0 ? told.title : `Elsewhere: ${told.title.toLowerCase()}`,
    claimed: describeClaim(label, right.length > 0, isPart, verdict.kind === "altered"),
  };
}

/** How many of the places of common words are where they are said to be, up to the claim itself. */
function describeCommonPlaces({ count, claimed }: Extract<Verdict, { kind: "common" }>): string {
  if (count === 1) return `That is ${claimed === 1 ? "" : "not "}in a document`;
  const which = claimed === 0 ? "None" : formatNumber(claimed);
  return `${which} of these places ${claimed < 2 ? "is" : "are"} in a document`;
}

/** Whether words stand where they are said to; of parts from several places only some may. */
function describeClaim(
  label: string,
  isThere: boolean,
  isPart: boolean,
  isAltered: boolean,
): string {
  if (isThere && isPart)
    return `Only some of them stand where they are said to: in a document ${label}.`;
  if (isThere) return `That is where they are said to stand: in a document ${label}.`;
  const have = isAltered ? "has anything so like them" : "has them";
  return `That is not where they are said to stand: no document ${label} ${have}.`;
}

/** How much of a passage is shown between words and around them, in UTF-16 code units. */
const MAX_BETWEEN = 600;
const MAX_CONTEXT = 300;

type Spans = readonly [Span, ...Span[]];

/** The spans of each passage together, where they follow each other and none overlaps another. */
function groupByPassage(spans: readonly Span[]): readonly Spans[] {
  const places: Spans[] = [];
  for (const span of spans) {
    const last = places.at(-1);
    const before = last?.at(-1);
    const isLater =
      before?.passage === span.passage &&
      span.start >= before.end &&
      span.start - before.end <= MAX_BETWEEN;
    if (last !== undefined && isLater) places[places.length - 1] = [...last, span];
    else places.push([span]);
  }
  return places;
}

/** The sentences around the words in question, or as much of them as is easily read. */
function evidenceOf(spans: Spans): Evidence {
  const [{ document, passage, start }] = spans;
  const { text } = passage;
  const end = Math.max(...spans.map((span) => span.end));
  const starts = sentenceStarts(text, document.language);
  const from = startOfWord(text, starts.findLast((at) => at <= start) ?? 0, start);
  const ending = endOfWord(text, end, starts.find((at) => at >= end) ?? text.length);
  const to = Math.max(end, from + text.slice(from, ending).trimEnd().length);
  const address = addressOf(document, passage);
  return {
    quotation: quotationOf(document, passage, from, to),
    marks: {
      matches: spans.map((span) => ({ start: span.start - from, end: span.end - from })),
      more: { before: from > 0, after: to < text.length },
    },
    receipts: spans.map((span) => receiptOf(quotationOf(document, passage, span.start, span.end))),
    open: action(`Open ${address}`, { name: "quote", options: { passage: address } }),
  };
}

/** The beginning of a sentence, or of a word in it that stands near enough before `start`. */
function startOfWord(text: string, sentence: number, start: number): number {
  if (start - sentence <= MAX_CONTEXT) return sentence;
  const space = text.indexOf(" ", start - MAX_CONTEXT);
  return space === -1 || space >= start ? start : space + 1;
}

/** The end of a sentence, or of a word in it that stands near enough behind `end`. */
function endOfWord(text: string, end: number, sentence: number): number {
  if (sentence - end <= MAX_CONTEXT) return sentence;
  return Math.max(end, text.lastIndexOf(" ", end + MAX_CONTEXT));
}

/** Whose the ellipses are that stand among the words in the corpus. */
function describeEllipsis({ passage, start, end }: Span): readonly string[] {
  const [ellipsis] = findEllipses(passage.text.slice(start, end));
  if (ellipsis === undefined) return [];
  return [
    passage.printedIn === undefined
      ? `The ellipsis “${ellipsis}” stands in the document itself.`
      : `The ellipsis “${ellipsis}” was set by ${shortReference(passage.printedIn.source)}, which prints these words.`,
  ];
}

function describeScopeCompared(quoted: string, { library }: CommandContext): string {
  const passages = plural(library.passages({}).length, "passage");
  const documents = plural(library.corpus.documents.length, "document");
  const words = plural(countWords(quoted), "word");
  return `Compared: ${words} with the ${passages} of ${documents}, word by word and then character by character.`;
}

function followUpActions({ document, passage }: Span): readonly Action[] {
  const address = addressOf(document, passage);
  return [
    action("In context", { name: "quote", options: { passage: address, around: 1 } }),
    action("Cite", { name: "cite", options: { passage: address } }),
    showWholeAction(document),
  ];
}

/** The action that looks for the words one by one, or for a phrase as it stands. */
function searchAction(quoted: string, kind: Verdict["kind"]): readonly Action[] {
  const words = stripQuotationMarks(quoted);
  const query = kind === "common" ? `“${words}”` : words;
  // What is too long for a query is too long for a button too.
  return query.length > MAX_QUERY_LENGTH
    ? []
    : [action("Search", { name: "search", options: { query } })];
}

const MAX_QUERY_LENGTH = 60;

/** Where somebody says that words stand; what is left out is not claimed. */
export interface Claim {
  readonly from: Person | undefined;
  readonly date: (Period & { readonly label: string }) | undefined;
  readonly letter: DocumentQuery | undefined;
}

/** Whether a document is as claimed. */
function meetsClaim({ from, date, letter }: Claim, document: Document): boolean {
  if (from && !document.from.includes(from)) return false;
  if (date && !(document.date && overlaps(document.date, date))) return false;
  return !letter || matchesDocument(document, letter);
}

/** “from Kim Jong Un and dated August 2019”; undefined when nothing is claimed. */
export function claimLabel({ from, date, letter }: Claim): string | undefined {
  const qualities = [
    ...(from ? [`from ${from.name}`] : []),
    ...(date ? [`dated ${date.label}`] : []),
    ...(letter ? [describeDocumentQuery(letter)] : []),
  ];
  return qualities.length > 0 ? AND.format(qualities) : undefined;
}

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });
