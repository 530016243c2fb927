import { english } from "../src/catalogue/catalogue.ts";
import { documentName } from "../src/corpus/titles.ts";
import { describeArticle } from "../src/reply/layout/article.ts";
import type { Fact } from "../src/reply/layout/blocks.ts";
import { describeCheck, describeRemarks } from "../src/reply/layout/citation.ts";
import { documentFacts } from "../src/reply/layout/document.ts";
import { describeHits, describeSearch } from "../src/reply/layout/hits.ts";
import { describeList, type ListItem } from "../src/reply/layout/list.ts";
import { describeReason } from "../src/reply/layout/notice.ts";
import {
  describeDetails,
  describePieces,
  describeSelection,
} from "../src/reply/layout/quotation.ts";
import { describeExpansion } from "../src/reply/layout/search-notes.ts";
import { describeVerification } from "../src/reply/layout/verdict.ts";
import { describeLimits } from "../src/reply/layout/verification.ts";
import { type RenderedText, renderText, type TextStyle } from "../src/reply/plain-text.ts";
import type { Reply } from "../src/reply/reply.ts";

/** Renders a reply as English text. */
export function asText(reply: Reply, style?: TextStyle): RenderedText {
  return renderText(reply, english, style);
}

/** The words of the layout for a reply; a field that does not apply is empty. */
export interface Words {
  readonly title: string;
  readonly message: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  readonly items: readonly ListItem[];
  readonly differences: readonly string[];
  readonly remarks: readonly string[];
}

const NOTHING: Words = {
  title: "",
  message: "",
  paragraphs: [],
  facts: [],
  items: [],
  differences: [],
  remarks: [],
};

/** Returns a reply together with the words of its layout. */
export function putIntoWords<R extends Reply>(reply: R): R & { readonly inWords: Words } {
  return { ...reply, inWords: { ...NOTHING, ...wordsOf(reply) } };
}

function wordsOf(reply: Reply): Partial<Words> {
  switch (reply.kind) {
    case "quotation":
      return {
        message: describeSelection(reply, english).join("\n"),
        remarks: describeDetails(reply, english),
      };
    case "context":
      return {
        title: documentName(reply.document),
        message: describePieces(reply, english) ?? "",
      };
    case "document":
      return {
        title: reply.document.title,
        facts: documentFacts(reply.document, reply.metadata, english),
      };
    case "hits":
      return {
        title: describeHits(reply, english),
        message: describeSearch(reply, english).join("\n"),
        remarks: describeExpansion(reply.expansion, english),
      };
    case "documents":
    case "timeline":
    case "summaries":
    case "topics":
    case "people":
    case "verifications":
      return describeList(reply, english);
    case "topic":
    case "person":
    case "corpus":
    case "commands":
    case "command":
      return describeArticle(reply, english);
    case "plan":
    case "plan-move":
    case "plan-step":
    case "settings":
    case "schedule":
    case "schedules":
    case "privacy":
    case "tray":
    case "tray-entry":
    case "keepable":
    case "discussion":
    case "form":
      return {};
    case "citation":
      return {
        title: reply.style.title,
        message: describeCheck(reply, english).join("\n"),
        remarks: describeRemarks(reply, english),
      };
    case "verification":
      return { ...describeVerification(reply, english), remarks: describeLimits(reply, english) };
    case "notice":
      return { message: describeReason(reply.reason, english).join("\n") };
  }
}
