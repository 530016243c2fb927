import { referencesForQuotations } from "../references.ts";
import type { CommandLine, Reference, Reply } from "../reply.ts";
import { describeAction } from "./action-label.ts";
import { articleBlocks } from "./article.ts";
import { type LayoutBlock, sentenceBlock, type Tone } from "./blocks.ts";
import { citationBlocks } from "./citation.ts";
import { documentBlocks } from "./document.ts";
import { hitsBlocks } from "./hits.ts";
import { listBlocks } from "./list.ts";
import { describeReason } from "./notice.ts";
import { contextBlocks, quotationReplyBlocks } from "./quotation.ts";
import { describeVerification } from "./verdict.ts";
import { verificationBlocks } from "./verification.ts";

/** A follow-up with its label in words. */
export interface LabelledLine {
  readonly label: string;
  readonly line: CommandLine;
}

/** A link in words. */
export interface LabelledLink {
  readonly label: string;
  readonly url: string;
}

/**
 * A reply as every front end renders it: its blocks in reading order, its actions and its links.
 */
export interface Layout {
  readonly tone: Tone;
  readonly blocks: readonly LayoutBlock[];
  readonly actions: readonly LabelledLine[];
  readonly links: readonly LabelledLink[];
}

/**
 * Puts a reply into words, the same for every front end. A kind of reply, verdict, reason or label
 * without words does not compile.
 */
export function layoutOf(reply: Reply): Layout {
  return {
    tone: toneOf(reply),
    blocks: blocksOf(reply),
    actions: reply.actions.map(({ label, line }) => ({ label: describeAction(label), line })),
    links: referencesOf(reply).flatMap(({ label = "The document", url }) =>
      url === undefined ? [] : [{ label, url }],
    ),
  };
}

function toneOf(reply: Reply): Tone {
  switch (reply.kind) {
    case "verification":
      return describeVerification(reply).tone;
    case "citation":
      return reply.check === undefined ? "plain" : CHECK_TONES[reply.check.outcome];
    case "notice":
      return "notice";
    default:
      return "plain";
  }
}

const CHECK_TONES = { unchanged: "good", moved: "caution", changed: "bad", cut: "bad" } as const;

function blocksOf(reply: Reply): readonly LayoutBlock[] {
  switch (reply.kind) {
    case "quotation":
      return quotationReplyBlocks(reply);
    case "context":
      return contextBlocks(reply);
    case "document":
      return documentBlocks(reply);
    case "hits":
      return hitsBlocks(reply);
    case "documents":
    case "timeline":
    case "summaries":
    case "topics":
    case "people":
    case "verifications":
      return listBlocks(reply);
    case "topic":
    case "person":
    case "corpus":
    case "commands":
    case "command":
      return articleBlocks(reply);
    case "citation":
      return citationBlocks(reply);
    case "verification":
      return verificationBlocks(reply);
    case "notice":
      return describeReason(reply.reason).map(sentenceBlock);
  }
}

/** Returns the works that a reply links to. */
function referencesOf(reply: Reply): readonly Reference[] {
  switch (reply.kind) {
    case "document":
      return reply.page.number === 1 ? reply.references : [];
    case "quotation":
      return referencesForQuotations([reply.quotation]);
    case "context":
      return referencesForQuotations([reply.quotation, ...reply.before, ...reply.after]);
    case "citation":
      return referencesForQuotations(reply.quotation === undefined ? [] : [reply.quotation]);
    case "verification":
      return referencesForQuotations(reply.evidence.map(({ quotation }) => quotation));
    case "hits":
    case "documents":
    case "timeline":
    case "summaries":
    case "topics":
    case "people":
    case "verifications":
    case "topic":
    case "person":
    case "corpus":
    case "commands":
    case "command":
    case "notice":
      return [];
  }
}
