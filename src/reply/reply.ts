import type { Quotation } from "../cite/quotation.ts";
import type { Change } from "../verify/changes.ts";

/** A command and its options, as somebody could type them. */
export interface CommandLine {
  readonly name: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** A reply's offer to go on: a label and the command it stands for. */
export interface Action {
  readonly label: string;
  readonly line: CommandLine;
}

/** A work that a reply rests on, in one line, with its address on the web. */
export interface Reference {
  readonly line: string;
  /** In a few words, for a button. */
  readonly label: string;
  readonly url?: string;
}

/** The stretches of a text that matched, in UTF-16 code units of it, and what it is a part of. */
export interface Highlights {
  readonly matches: readonly { readonly start: number; readonly end: number }[];
  /** Whether the text goes on before and after. */
  readonly more: { readonly before: boolean; readonly after: boolean };
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Which part of a longer list is shown, both counted from 1. */
export interface PageNumber {
  readonly number: number;
  readonly of: number;
}

/** What a search found: words of a document, with their citation, or what others say of it. */
export type SearchHit = PassageHit | OtherHit;

export interface PassageHit {
  readonly kind: "passage";
  /** The sentences around what matched. */
  readonly quotation: Quotation;
  readonly marks: Highlights;
  readonly open: Action;
}

export interface OtherHit {
  /** A note is the corpus's editor's; a document is known by its data. */
  readonly kind: "note" | "document" | "event";
  /** Of a note or a document. */
  readonly documentId?: string;
  /** The document's name, or the event's date and title. */
  readonly label: string;
  /** A part of a note or of what an event's entry says; of a document its title. */
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

/** A text file that goes with a reply: its whole text, or what the reader may want to keep. */
export interface ReplyFile {
  /** With its extension: letters, digits, `.`, `-` and `_` only. */
  readonly name: string;
  readonly text: string;
  /** Whether it goes along always, or only where the reply does not fit into one message. */
  readonly goes: "always" | "when-long";
}

/** What every reply brings along. */
interface WithActions {
  readonly actions: readonly Action[];
  readonly file?: ReplyFile;
  /** The command that gives exactly this reply again, where chance or the day had a part in it. */
  readonly line?: CommandLine;
}

/** One quotation, and which of how many it is. */
export interface QuotationReply extends WithActions {
  readonly kind: "quotation";
  readonly quotation: Quotation;
  readonly rank: PageNumber;
  /** What was looked for, in a sentence. */
  readonly searched?: string;
}

/** A quotation between the passages that stand around it. */
export interface ContextReply extends WithActions {
  readonly kind: "context";
  readonly title: string;
  /** Which passages these are of those that stand in one row, counted from 1. */
  readonly window: { readonly first: number; readonly last: number; readonly of: number };
  readonly before: readonly Quotation[];
  readonly quotation: Quotation;
  readonly after: readonly Quotation[];
  /** What the reader must know of how these passages hang together. */
  readonly remark?: string;
}

export interface DocumentReply extends WithActions {
  readonly kind: "document";
  readonly documentId: string;
  readonly title: string;
  /** Which part of the document's passages this is. */
  readonly page: PageNumber;
  readonly facts: readonly Fact[];
  readonly summary: readonly string[];
  readonly quotations: readonly Quotation[];
  readonly remarks: readonly string[];
  readonly references: readonly Reference[];
}

export interface HitsReply extends WithActions {
  readonly kind: "hits";
  readonly query: string;
  readonly hits: readonly SearchHit[];
  /** Of all pages together. */
  readonly total: number;
  readonly page: PageNumber;
  /** Sentences: what was searched besides the words as typed, and what stands nowhere. */
  readonly tried: readonly string[];
}

/** Entries page by page: to pick from, in order of time, or summaries called summaries. */
export interface ListReply extends WithActions {
  readonly kind: "list" | "timeline" | "summaries";
  readonly title: string;
  readonly items: readonly ListItem[];
  readonly page: PageNumber;
  readonly remarks: readonly string[];
}

/** What Ibid itself has to say, about one thing. */
export interface ArticleReply extends WithActions {
  readonly kind: "article";
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  readonly items: readonly ListItem[];
  /** Which of the items are shown. */
  readonly page: PageNumber;
}

/** How to cite a document, or words of it. */
export interface CitationReply extends WithActions {
  readonly kind: "citation";
  /** The style. */
  readonly title: string;
  /** What is cited. */
  readonly subject: Quotation | { readonly documentId: string; readonly name: string };
  /** What has become of the words of a receipt, in sentences. */
  readonly verdict?: string;
  /** The forms that the style has, each to copy as it stands. */
  readonly forms: readonly { readonly label: string; readonly text: string }[];
  /** Of the words, to keep. */
  readonly receipt?: string;
  readonly remarks: readonly string[];
}

/** A passage by which a quotation was verified. */
export interface Evidence {
  /** The sentences around the words in question. */
  readonly quotation: Quotation;
  readonly marks: Highlights;
  /** Of the words in question alone, to keep. */
  readonly receipts: readonly string[];
  readonly open: Action;
}

/** Whether words stand in the corpus as somebody quotes them. */
export interface VerificationReply extends WithActions {
  readonly kind: "verification";
  /** The verdict in a few words: “Exact but for typography”. */
  readonly title: string;
  /** What the verdict means, in sentences. */
  readonly message: string;
  /** What differs, the gravest first, each in a line. */
  readonly differences: readonly string[];
  /** The passage and the quotation word by word, where words differ. */
  readonly changes: readonly Change[];
  readonly evidence: readonly Evidence[];
  /** Which of the places are shown. */
  readonly page: PageNumber;
  /** What was compared, and what else is to be known, in sentences. */
  readonly remarks: readonly string[];
}

/** Tells one user why there is nothing to show, and what to do. */
export interface NoticeReply extends WithActions {
  readonly kind: "notice";
  readonly message: string;
}

/** What a command says, as plain data, before any front end decides how it looks. */
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
