import { briefly, citationOf } from "../cite/citation.ts";
import { quotationOf } from "../cite/quotation.ts";
import { receiptOf } from "../cite/receipt.ts";
import { action } from "../command/define-command.ts";
import { perLibrary } from "../command/memoize-by-library.ts";
import type { Run } from "../command/types.ts";
import { overlap, type Period } from "../corpus/date.ts";
import { addressOf, type Document, type Person } from "../corpus/document.ts";
import { counted, grouped, withoutMarks } from "../foundation/format.ts";
import { createAnalyzer } from "../language/analyzer.ts";
import { sentenceStarts } from "../language/sentences.ts";
import { wordCount } from "../language/tokenizer.ts";
import { type DocumentQuery, isAsked, qualityOf } from "../options/document.ts";
import { paged } from "../options/paging.ts";
import type { Action, Evidence, VerificationReply } from "../reply/reply.ts";
import { ellipsesIn } from "../verify/ellipsis.ts";
import type { Span, Verdict } from "../verify/verdict.ts";
import { createVerifier } from "../verify/verifier.ts";
import { openWhole } from "./actions.ts";
import { toldOf } from "./verdict-text.ts";

const verifierOf = perLibrary((library) => {
  const analyzer = createAnalyzer(library.corpus.language);
  analyzer.finish();
  return createVerifier(library.wording(), analyzer);
});

/** A verdict in words, with the passages that it rests on. */
export function verification(
  quoted: string,
  claim: Claim,
  asked: number,
  run: Run,
): VerificationReply {
  const { verdict, told, title, claimed } = judged(quoted, claim, run);
  const places = byPassage(told.stretches.flat());
  const { items, page, actions } = paged(places, asked, (number) => run.again({ page: number }));
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
      ...new Set(items.flat().flatMap(ellipsisRemark)),
      comparedSentence(quoted, run),
      "This tells where words stand and who prints them, not who wrote them.",
    ],
    actions: [
      ...actions,
      ...(first === undefined ? searching(quoted, verdict.kind) : goingOn(first[0])),
    ],
  };
}

/** A verdict in one line: what it is, and where the words stand. */
export function lineOn(quoted: string, claim: Claim, run: Run): string {
  const { told, title } = judged(quoted, claim, run);
  const [[first] = []] = told.stretches;
  return first === undefined
    ? title
    : `${title} · ${citationOf(first.document, first.passage).line}`;
}

/** Whether words stand in the corpus, and whether they stand where they are said to. */
function judged(quoted: string, claim: Claim, { library }: Run) {
  const isRight = (document: Document) => isClaimed(claim, document);
  const verdict = verifierOf(library).verify(quoted, isRight);
  const told = toldOf(verdict);
  const label = claimLabel(claim);
  // What stands nowhere is not at the wrong place.
  if (label === undefined || verdict.kind === "none") return { verdict, told, title: told.title };
  if (verdict.kind === "common") {
    return { verdict, told, title: told.title, claimed: `${placesSentence(verdict)} ${label}.` };
  }
  const right = told.stretches.filter(([{ document }]) => isRight(document));
  const isPart = verdict.kind === "stitched" && right.length < told.stretches.length;
  return {
    verdict,
    told,
    title: right.length > 0 ? told.title : `Elsewhere: ${told.title.toLowerCase()}`,
    claimed: claimSentence(label, right.length > 0, isPart, verdict.kind === "altered"),
  };
}

/** How many of the places of common words are where they are said to be, up to the claim itself. */
function placesSentence({ count, claimed }: Extract<Verdict, { kind: "common" }>): string {
  if (count === 1) return `That is ${claimed === 1 ? "" : "not "}in a document`;
  const which = claimed === 0 ? "None" : grouped(claimed);
  return `${which} of these places ${claimed < 2 ? "is" : "are"} in a document`;
}

/** Whether words stand where they are said to; of parts from several places only some may. */
function claimSentence(
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
const MOST_BETWEEN = 600;
const MOST_AROUND = 300;

type Spans = readonly [Span, ...Span[]];

/** The spans of each passage together, where they follow each other and none overlaps another. */
function byPassage(spans: readonly Span[]): readonly Spans[] {
  const places: Spans[] = [];
  for (const span of spans) {
    const last = places.at(-1);
    const before = last?.at(-1);
    const isLater =
      before?.passage === span.passage &&
      span.start >= before.end &&
      span.start - before.end <= MOST_BETWEEN;
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
  if (start - sentence <= MOST_AROUND) return sentence;
  const space = text.indexOf(" ", start - MOST_AROUND);
  return space === -1 || space >= start ? start : space + 1;
}

/** The end of a sentence, or of a word in it that stands near enough behind `end`. */
function endOfWord(text: string, end: number, sentence: number): number {
  if (sentence - end <= MOST_AROUND) return sentence;
  return Math.max(end, text.lastIndexOf(" ", end + MOST_AROUND));
}

/** Whose the ellipses are that stand among the words in the corpus. */
function ellipsisRemark({ passage, start, end }: Span): readonly string[] {
  const [ellipsis] = ellipsesIn(passage.text.slice(start, end));
  if (ellipsis === undefined) return [];
  return [
    passage.printedIn === undefined
      ? `The ellipsis “${ellipsis}” stands in the document itself.`
      : `The ellipsis “${ellipsis}” was set by ${briefly(passage.printedIn.source)}, which prints these words.`,
  ];
}

function comparedSentence(quoted: string, { library }: Run): string {
  const passages = counted(library.passages({}).length, "passage");
  const documents = counted(library.corpus.documents.length, "document");
  const words = counted(wordCount(quoted), "word");
  return `Compared: ${words} with the ${passages} of ${documents}, word by word and then character by character.`;
}

function goingOn({ document, passage }: Span): readonly Action[] {
  const address = addressOf(document, passage);
  return [
    action("In context", { name: "quote", options: { passage: address, around: 1 } }),
    action("Cite", { name: "cite", options: { passage: address } }),
    openWhole(document),
  ];
}

/** The action that looks for the words one by one, or for a phrase as it stands. */
function searching(quoted: string, kind: Verdict["kind"]): readonly Action[] {
  const words = withoutMarks(quoted);
  const query = kind === "common" ? `“${words}”` : words;
  // What is too long for a query is too long for a button too.
  return query.length > LONGEST_QUERY
    ? []
    : [action("Search", { name: "search", options: { query } })];
}

const LONGEST_QUERY = 60;

/** Where somebody says that words stand; what is left out is not claimed. */
export interface Claim {
  readonly from: Person | undefined;
  readonly date: (Period & { readonly label: string }) | undefined;
  readonly letter: DocumentQuery | undefined;
}

/** Whether a document is as claimed. */
function isClaimed({ from, date, letter }: Claim, document: Document): boolean {
  if (from && !document.from.includes(from)) return false;
  if (date && !(document.date && overlap(document.date, date))) return false;
  return !letter || isAsked(document, letter);
}

/** “from Kim Jong Un and dated August 2019”; undefined when nothing is claimed. */
export function claimLabel({ from, date, letter }: Claim): string | undefined {
  const qualities = [
    ...(from ? [`from ${from.name}`] : []),
    ...(date ? [`dated ${date.label}`] : []),
    ...(letter ? [qualityOf(letter)] : []),
  ];
  return qualities.length > 0 ? AND.format(qualities) : undefined;
}

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });
