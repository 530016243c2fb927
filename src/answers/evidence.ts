import { shortReference } from "../cite/citation.ts";
import { quotationOf } from "../cite/quotation.ts";
import { receiptOf } from "../cite/receipt.ts";
import { sentenceAround } from "../language/sentences.ts";
import type { Evidence, VerificationReply } from "../reply/reply.ts";
import { findEllipses } from "../verify/ellipsis.ts";
import type { Span } from "../verify/verdict.ts";
import { showPassageAction } from "./actions.ts";

/** Spans of one passage that are shown together, in order and without overlaps. */
export type SpanGroup = readonly [Span, ...Span[]];

/** The maximum distance between two spans that are shown together, in UTF-16 code units. */
const MAX_BETWEEN = 600;
/** The maximum length of the text shown on each side of the spans, in UTF-16 code units. */
const MAX_CONTEXT = 300;

/** Groups consecutive spans of the same passage that are near each other and do not overlap. */
export function groupByPassage(spans: readonly Span[]): readonly SpanGroup[] {
  const groups: [Span, ...Span[]][] = [];
  for (const span of spans) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const isContinued =
      previous?.passage === span.passage &&
      span.start >= previous.end &&
      span.start - previous.end <= MAX_BETWEEN;
    if (group !== undefined && isContinued) group.push(span);
    else groups.push([span]);
  }
  return groups;
}

/**
 * Quotes the sentences around some spans, or as much of long sentences as is easy to read. `changed`
 * are the words of the corpus that the quotation changes or leaves out.
 */
export function evidenceOf(spans: SpanGroup, changed: readonly Span[]): Evidence {
  const [{ document, passage, start }] = spans;
  const { text } = passage;
  const end = Math.max(...spans.map((span) => span.end));
  const sentence = sentenceAround(text, start, end, document.language);
  const from = contextStart(text, sentence.start, start);
  const excerpt = text.slice(from, contextEnd(text, end, sentence.end));
  const to = Math.max(end, from + excerpt.trimEnd().length);
  return {
    quotation: quotationOf(document, passage, from, to),
    marks: {
      matches: spans.map((span) => ({ start: span.start - from, end: span.end - from })),
      more: { before: from > 0, after: to < text.length },
    },
    changed: changed
      .filter((span) => span.passage === passage && span.start >= from && span.end <= to)
      .map((span) => ({ start: span.start - from, end: span.end - from })),
    receipts: spans.map((span) =>
      receiptOf(quotationOf(document, passage, span.start, span.end), passage),
    ),
    open: { ...showPassageAction({ document, passage }), isAside: true },
  };
}

/** Returns the start of the sentence, or of a word in it within `MAX_CONTEXT` before `start`. */
function contextStart(text: string, sentenceStart: number, start: number): number {
  if (start - sentenceStart <= MAX_CONTEXT) return sentenceStart;
  const space = text.indexOf(" ", start - MAX_CONTEXT);
  return space === -1 || space >= start ? start : space + 1;
}

/** Returns the end of the sentence, or of a word in it within `MAX_CONTEXT` after `end`. */
function contextEnd(text: string, end: number, sentenceEnd: number): number {
  if (sentenceEnd - end <= MAX_CONTEXT) return sentenceEnd;
  return Math.max(end, text.lastIndexOf(" ", end + MAX_CONTEXT));
}

/** Returns the first ellipsis among some words, and the work that set it, if one prints them. */
export function ellipsesIn({
  passage: { text, printedIn },
  start,
  end,
}: Span): VerificationReply["ellipses"] {
  const [ellipsis] = findEllipses(text.slice(start, end));
  if (ellipsis === undefined) return [];
  return [{ text: ellipsis, ...(printedIn && { setBy: shortReference(printedIn.source) }) }];
}
