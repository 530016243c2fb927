import type { Quotation } from "../cite/quotation.ts";
import type { Change } from "../verify/changes.ts";

/** A command and its options, as a user could type them. */
export interface CommandLine {
  readonly name: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** A follow-up that a reply offers: a label and the command that it runs. */
export interface Action {
  readonly label: string;
  readonly line: CommandLine;
}

/** A work that a reply relies on. */
export interface Reference {
  /** The full reference, in one line. */
  readonly line: string;
  /** The reference in a few words, for a button. */
  readonly label: string;
  readonly url?: string;
}

/** The matches in an excerpt, in UTF-16 code units of the excerpt. */
export interface Highlights {
  readonly matches: readonly { readonly start: number; readonly end: number }[];
  /** Whether the whole text continues before and after the excerpt. */
  readonly more: { readonly before: boolean; readonly after: boolean };
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A page of a longer list; both numbers count from 1. */
export interface PageNumber {
  readonly number: number;
  readonly of: number;
}

/** A search result: the words of a document with their citation, or anything else that matched. */
export type SearchHit = PassageHit | OtherHit;

export interface PassageHit {
  readonly kind: "passage";
  /** The sentences around the matches. */
  readonly quotation: Quotation;
  readonly marks: Highlights;
  readonly open: Action;
}

export interface OtherHit {
  /** A note is by the corpus's editor; a document matched by its metadata. */
  readonly kind: "note" | "document" | "event";
  /** The document that matched or that the note belongs to; absent for an event. */
  readonly documentId?: string;
  /** The document's name, or the event's date and title. */
  readonly label: string;
  /** An excerpt of the note or of the event's text, or the document's title. */
  readonly text: string;
  readonly marks: Highlights;
  readonly open: Action;
}

/** An entry of a list, a timeline or a set of summaries. */
export interface ListItem {
  readonly label: string;
  readonly detail?: string;
  readonly references?: readonly Reference[];
  readonly open?: Action;
}

/** A text file that comes with a reply. */
export interface ReplyFile {
  /** The name with its extension: letters, digits, `.`, `-` and `_` only. */
  readonly name: string;
  readonly text: string;
  /** Whether the file is always sent, or only if the reply does not fit into one message. */
  readonly goes: "always" | "when-long";
}

/** The fields that every reply has. */
interface ReplyBase {
  readonly actions: readonly Action[];
  readonly file?: ReplyFile;
  /**
   * The command that gives exactly this reply again, if the reply depends on the day or the seed.
   */
  readonly line?: CommandLine;
}

export interface QuotationReply extends ReplyBase {
  readonly kind: "quotation";
  readonly quotation: Quotation;
  /** The quotation's position among all that were found. */
  readonly rank: PageNumber;
  /** Sentences about the search. */
  readonly searched?: string;
}

/** A quotation with the passages before and after it. */
export interface ContextReply extends ReplyBase {
  readonly kind: "context";
  readonly title: string;
  /** The positions of these passages in their sequence of `of` passages, counted from 1. */
  readonly window: { readonly first: number; readonly last: number; readonly of: number };
  readonly before: readonly Quotation[];
  readonly quotation: Quotation;
  readonly after: readonly Quotation[];
  /** A warning that these passages do not follow each other in the original. */
  readonly remark?: string;
}

export interface DocumentReply extends ReplyBase {
  readonly kind: "document";
  readonly documentId: string;
  readonly title: string;
  /** The page of the document's passages. */
  readonly page: PageNumber;
  readonly facts: readonly Fact[];
  readonly summary: readonly string[];
  readonly quotations: readonly Quotation[];
  readonly remarks: readonly string[];
  readonly references: readonly Reference[];
}

export interface HitsReply extends ReplyBase {
  readonly kind: "hits";
  readonly query: string;
  readonly hits: readonly SearchHit[];
  /** The number of hits on all pages. */
  readonly total: number;
  readonly page: PageNumber;
  /** Sentences about query expansion, spelling corrections and words that do not occur. */
  readonly tried: readonly string[];
}

/**
 * A paginated list: entries to choose from, a timeline, or summaries, which are labelled as such.
 */
export interface ListReply extends ReplyBase {
  readonly kind: "list" | "timeline" | "summaries";
  readonly title: string;
  readonly items: readonly ListItem[];
  readonly page: PageNumber;
  readonly remarks: readonly string[];
}

/** Text by Ibid itself about one subject, such as a topic, a person or a command. */
export interface ArticleReply extends ReplyBase {
  readonly kind: "article";
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  readonly items: readonly ListItem[];
  /** The page of the items. */
  readonly page: PageNumber;
}

/** The citation of a document or of words in it. */
export interface CitationReply extends ReplyBase {
  readonly kind: "citation";
  /** The title of the style. */
  readonly title: string;
  /** The words or the document to cite. */
  readonly subject: Quotation | { readonly documentId: string; readonly name: string };
  /** Sentences about whether the words of a receipt are unchanged. */
  readonly verdict?: string;
  /** The citation in each form of the style, ready to copy. */
  readonly forms: readonly { readonly label: string; readonly text: string }[];
  /** The receipt of the words. */
  readonly receipt?: string;
  readonly remarks: readonly string[];
}

/** A passage that supports a verdict. */
export interface Evidence {
  /** The sentences around the words in question. */
  readonly quotation: Quotation;
  readonly marks: Highlights;
  /** A receipt for each match: for the words in question alone. */
  readonly receipts: readonly string[];
  readonly open: Action;
}

/** A verdict on quoted words, with its evidence. */
export interface VerificationReply extends ReplyBase {
  readonly kind: "verification";
  /** The verdict in a few words: “Exact but for typography”. */
  readonly title: string;
  /** The verdict in sentences. */
  readonly message: string;
  /** The differences, the gravest first, one line each. */
  readonly differences: readonly string[];
  /** A word-by-word comparison of passage and quotation, if words differ. */
  readonly changes: readonly Change[];
  readonly evidence: readonly Evidence[];
  /** The page of the evidence. */
  readonly page: PageNumber;
  /** Sentences about the scope of the comparison and its limits. */
  readonly remarks: readonly string[];
}

/** Explains to one user why there is nothing to show, and what to do. */
export interface NoticeReply extends ReplyBase {
  readonly kind: "notice";
  readonly message: string;
}

/** A command's answer as plain data. Front ends decide how it looks. */
export type Reply =
  | QuotationReply
  | ContextReply
  | DocumentReply
  | HitsReply
  | ListReply
  | ArticleReply
  | CitationReply
  | VerificationReply
  | NoticeReply;

export function notice(message: string, actions: readonly Action[] = []): NoticeReply {
  return { kind: "notice", message, actions };
}

export function action(label: string, line: CommandLine): Action {
  return { label, line };
}
