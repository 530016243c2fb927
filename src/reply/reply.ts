import type { LabelKey } from "../catalogue/catalogue.ts";
import type { Quotation } from "../cite/quotation.ts";
import type { EdtfDate, Period } from "../corpus/date.ts";
import type { UnquotableKind } from "../corpus/document.ts";
import type { DocumentIdentity } from "../corpus/titles.ts";
import type { KeptChange } from "../keeping/change.ts";
import type { MadeSchedule, StoreProblem } from "../keeping/kept.ts";
import type { ResolvedSetting, SettingKey, Settings, SettingsLevel } from "../keeping/settings.ts";
import type { Pace } from "../rhythm/plan-progress.ts";
import type { OccasionRecord, Schedule } from "../rhythm/schedule.ts";
import type { TextRange } from "../search/search-entry.ts";
import type { ActionLabel } from "./action-label.ts";
import type { NoticeReason } from "./notice-reason.ts";
import type { Verification } from "./verification.ts";

/**
 * The version of the JSON form of replies. It grows when a field changes its meaning or goes away;
 * new fields and new kinds of reply leave it as it is.
 */
export const JSON_FORMAT = 2;

/** A command and its options, as a user could type them. */
export interface CommandLine {
  readonly name: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** A follow-up that a reply offers: a label and the command that it runs. */
export interface Action {
  readonly label: ActionLabel;
  readonly line: CommandLine;
  /**
   * Whether the answer is for the user alone, and leaves the present one in its place: details, a
   * context, an entry of a list.
   */
  readonly isAside?: true;
}

/** A work that a reply relies on. */
export interface Reference {
  /** The full reference, in one line. */
  readonly line: string;
  /** The reference in a few words; absent for the web address of the document itself. */
  readonly label?: string;
  readonly url?: string;
}

/** The matches in an excerpt, in UTF-16 code units of the excerpt. */
export interface Highlights {
  readonly matches: readonly TextRange[];
  /** Whether the whole text continues before and after the excerpt. */
  readonly more: { readonly before: boolean; readonly after: boolean };
}

/** A page of a longer list; both numbers count from 1. */
export interface PageNumber {
  readonly number: number;
  readonly of: number;
}

/** The numbers of documents and of passages that something concerns. */
export interface DocumentCounts {
  readonly documents: number;
  readonly passages: number;
}

/** The words that were searched for besides those that were typed. */
export interface Expansion {
  /** Other labels of the query's topics that were searched for. */
  readonly synonyms: readonly string[];
  /** Labels of narrower topics that were searched as well. */
  readonly narrower: readonly string[];
  /** Words of the query that do not occur in the corpus. */
  readonly missing: readonly string[];
  /** Whether none of the query’s words occurs in the corpus. */
  readonly isAllMissing: boolean;
  /** Similar words that were searched for instead of the missing ones. */
  readonly corrections: readonly string[];
}

/** A topic that was searched, with what was searched under it. */
export interface SearchedTopic extends Pick<Expansion, "synonyms" | "narrower"> {
  readonly id: string;
  readonly label: string;
}

/** The meaning of a text that may be an address, a title, a date, a topic or words to look for. */
export interface Understanding {
  readonly kind: "address" | "title" | "date" | "topic";
  readonly label: string;
}

/** A search result: the words of a document with their citation, or anything else that matched. */
export type SearchHit = PassageHit | DocumentHit | EventHit;

interface HitBase {
  readonly marks: Highlights;
  readonly open: Action;
}

export interface PassageHit extends HitBase {
  readonly kind: "passage";
  /** The sentences around the matches. */
  readonly quotation: Quotation;
}

/** A note by the corpus's editor, or a document that matched by its metadata. */
export interface DocumentHit extends HitBase {
  readonly kind: "note" | "document";
  /** The document that matched or that the note belongs to. */
  readonly document: DocumentIdentity;
  /** An excerpt of the note, or the document's title. */
  readonly text: string;
}

export interface EventHit extends HitBase {
  readonly kind: "event";
  readonly date: EdtfDate;
  readonly title: string;
  /** An excerpt of the event's text. */
  readonly text: string;
}

/** A document as an entry of a list. */
export interface DocumentEntry {
  readonly document: DocumentIdentity;
  /** By the corpus's editor, in one paragraph; absent if there is none. */
  readonly summary?: string;
  readonly open: Action;
}

/** An entry of the timeline. */
export type TimelineEntry = {
  readonly references: readonly Reference[];
  /** How many years before today it was, if today is the day of the timeline. */
  readonly yearsAgo?: number;
} & (
  | ({ readonly kind: "document" } & DocumentEntry)
  | {
      readonly kind: "event";
      readonly date: EdtfDate;
      readonly title: string;
      readonly text: string;
    }
);

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
  /** The changes of what is kept that the reply reports. It is shown only once they are made. */
  readonly changes?: readonly KeptChange[];
  /** The thread to open that the reply reports. It is shown only once the thread is open. */
  readonly opens?: ThreadOpening;
  /**
   * The command that gives this reply again, if the one that was run does not: the reply depends on the day or the
   * seed, or reports a change, which is not to be made again.
   */
  readonly line?: CommandLine;
  /** The command that opens a thread on the message of the reply, where that is possible. It is for public answers alone. */
  readonly discuss?: CommandLine;
  /** Present in a post that is made on a later date than its own: when it fell due, in milliseconds since 1970. */
  readonly late?: { readonly due: number; readonly zone: string };
}

export interface QuotationReply extends ReplyBase {
  readonly kind: "quotation";
  readonly quotation: Quotation;
  /** The quotation's position among all that were found. */
  readonly rank: PageNumber;
  /** The day whose passage this is, if nothing else was asked for. */
  readonly day?: EdtfDate;
  /** Present if the text was not taken for words. */
  readonly understoodAs?: Understanding;
  readonly topic?: SearchedTopic;
  /** Present if words were searched for. */
  readonly expansion?: Expansion;
  /** Whether the answer is to show what was searched, and all that limits the words. */
  readonly hasDetails: boolean;
}

/** Code, a table, a picture or a quoted heading among the quotations of an answer. */
export interface ReportedUnquotable {
  readonly kind: UnquotableKind;
  /** The alternative text of an image, the words of a heading; otherwise as it is written in the corpus. */
  readonly text: string;
  /** The address of the quotation that follows, or that contains the image. Absent at the end. */
  readonly before?: string;
}

/** A quotation with the passages before and after it. */
export interface ContextReply extends ReplyBase {
  readonly kind: "context";
  readonly document: DocumentIdentity;
  /** The positions of these passages in their sequence of `of` passages, counted from 1. */
  readonly window: { readonly from: number; readonly to: number; readonly of: number };
  readonly before: readonly Quotation[];
  readonly quotation: Quotation;
  readonly after: readonly Quotation[];
  /** The code, tables and pictures among these. */
  readonly unquotable: readonly ReportedUnquotable[];
}

/** A document's metadata beyond its identity. */
export interface DocumentMetadata {
  /** The authors of a document without correspondents, as they are to be cited. */
  readonly authors: readonly string[];
  readonly "container-title"?: string;
  readonly publisher?: string;
  readonly verified: boolean;
  readonly delivered?: string;
  readonly topics: readonly string[];
  readonly rights?: string;
}

export interface DocumentReply extends ReplyBase {
  readonly kind: "document";
  readonly document: DocumentIdentity;
  readonly metadata: DocumentMetadata;
  /** By the corpus's editor, one text for each paragraph. */
  readonly summary: readonly string[];
  /** Those on this page. */
  readonly quotations: readonly Quotation[];
  /** The code, tables and pictures among these. */
  readonly unquotable: readonly ReportedUnquotable[];
  /** By the corpus's editor, one text for each paragraph. */
  readonly remarks: readonly string[];
  /** The document's notes, whose marks are no part of the quotations. */
  readonly footnotes: readonly string[];
  readonly references: readonly Reference[];
  /** The page of the quotations. */
  readonly page: PageNumber;
  /** Whether the answer is to show the metadata, the remarks and the sources. */
  readonly hasDetails: boolean;
}

export interface HitsReply extends ReplyBase {
  readonly kind: "hits";
  readonly query: string;
  /** Quotations first, then the rest, each best first. */
  readonly hits: readonly SearchHit[];
  /** The numbers of quotations, and of all hits, on all pages. */
  readonly quotations: number;
  readonly total: number;
  readonly page: PageNumber;
  readonly expansion: Expansion;
  /** Whether the answer is to show what was searched besides the words as typed. */
  readonly hasDetails: boolean;
}

/** Several documents, of which the user may mean any. */
export interface DocumentsReply extends ReplyBase {
  readonly kind: "documents";
  readonly documents: readonly DocumentEntry[];
  readonly total: number;
  readonly page: PageNumber;
}

export interface TimelineReply extends ReplyBase {
  readonly kind: "timeline";
  readonly entries: readonly TimelineEntry[];
  readonly total: number;
  /** The number of documents that have no known date, and so no place in the timeline. */
  readonly undated: number;
  /** The options that the user gave by a former name: `from` is `after` now, `to` is `before`. */
  readonly formerOptions: readonly ("from" | "to")[];
  /** The day whose entries in all years these are, or whose nearest ones if it has none. */
  readonly on?: { readonly date: EdtfDate; readonly isAround: boolean };
  readonly page: PageNumber;
}

/** A part of what a step of a plan reads; an address, if the corpus no longer has it. */
export type StepPart =
  | { readonly kind: "document"; readonly document: DocumentIdentity }
  | { readonly kind: "topic"; readonly label: string }
  | { readonly kind: "address"; readonly address: string };

/** A step of a plan by name: its title, otherwise what it reads. */
export interface StepName {
  /** Counted from 1. */
  readonly number: number;
  readonly title?: string;
  readonly parts: readonly StepPart[];
}

/** The next step of a plan that a schedule posts, and its end. */
export interface PlanState {
  readonly title: string;
  /** The next step; absent if all have come. */
  readonly next?: StepName & { readonly date?: EdtfDate };
  /** The numbers of the steps that are left, and of all. */
  readonly left: number;
  readonly of: number;
  /** The date of the last step, if there is a date for each. */
  readonly end?: EdtfDate;
}

/** How much there is to read: passages, and documents without any. */
export interface ReadingAmount {
  readonly passages: number;
  readonly documents: number;
}

/** A way to go on with a plan, and what it means. */
export interface PaceChoice {
  readonly pace: Pace;
  /** The next post: its date, its first and last step, and how much they have to read. */
  readonly next: ReadingAmount & {
    readonly date: EdtfDate;
    readonly from: number;
    readonly to: number;
  };
  /** The most of a later post; absent if the next one is the last. */
  readonly later?: ReadingAmount & { readonly steps: number };
  /** The date of the last step, if there is a date for each. */
  readonly end?: EdtfDate;
}

/** The ways to go on with a plan that a schedule posts: none, if nothing depends on them. */
export interface PlanMoveReply extends ReplyBase {
  readonly kind: "plan-move";
  readonly plan: PlanState;
  /** Whether the user has asked for another step than the one that would come. */
  readonly isOtherStep: boolean;
  /** Whether the steps have dates of their own: then the pace does not matter. */
  readonly hasOwnDates: boolean;
  /** The date on which the plan was to end, and the number of dates until then. */
  readonly until?: { readonly end: EdtfDate; readonly dates: number };
  readonly choices: readonly PaceChoice[];
}

/** A plan: its steps, in order. */
export interface PlanReply extends ReplyBase {
  readonly kind: "plan";
  readonly title: string;
  /** The steps on this page. */
  readonly steps: readonly (StepName & { readonly date?: EdtfDate; readonly open: Action })[];
  readonly total: number;
  readonly page: PageNumber;
}

/** A step of a plan: what is to be read, and questions to begin with. */
export interface ReadStep {
  /** Counted from 1. */
  readonly number: number;
  readonly title?: string;
  readonly quotations: readonly Quotation[];
  /** Those whose words are too many for an answer, or not in the corpus. */
  readonly documents: readonly DocumentEntry[];
  readonly questions: readonly string[];
  /** The addresses of the step that the corpus no longer has. */
  readonly missing: readonly string[];
}

export interface PlanStepReply extends ReplyBase {
  readonly kind: "plan-step";
  /** The title of the plan. */
  readonly plan: string;
  /** Several if steps that were missed come together. */
  readonly steps: readonly ReadStep[];
  /** The number of all steps. */
  readonly of: number;
}

/** The summaries of the documents on a topic that no passage is on. */
export interface SummariesReply extends ReplyBase {
  readonly kind: "summaries";
  readonly topic: SearchedTopic;
  readonly documents: readonly DocumentEntry[];
  readonly total: number;
  readonly page: PageNumber;
}

export interface TopicsReply extends ReplyBase {
  readonly kind: "topics";
  readonly topics: readonly (DocumentCounts & {
    readonly id: string;
    readonly label: string;
    readonly open: Action;
  })[];
  readonly total: number;
  readonly page: PageNumber;
}

export interface TopicReply extends ReplyBase {
  readonly kind: "topic";
  readonly id: string;
  readonly label: string;
  readonly synonyms: readonly string[];
  /** Labels of the topics directly above, directly below, and related otherwise. */
  readonly broader: readonly string[];
  readonly narrower: readonly string[];
  readonly related: readonly string[];
  /** Those on the topic or on a narrower one. */
  readonly counts: DocumentCounts;
  readonly documents: readonly DocumentEntry[];
  /** The page of the documents. */
  readonly page: PageNumber;
}

export interface PeopleReply extends ReplyBase {
  readonly kind: "people";
  readonly people: readonly (DocumentCounts & {
    readonly name: string;
    readonly role?: string;
    readonly open: Action;
  })[];
  readonly total: number;
  readonly page: PageNumber;
}

export interface PersonReply extends ReplyBase {
  readonly kind: "person";
  readonly name: string;
  readonly role?: string;
  /** Other forms of the name. */
  readonly forms: readonly string[];
  /** Those by, to or about the person. */
  readonly counts: DocumentCounts;
  /** The numbers of documents by and to the person. */
  readonly wrote: number;
  readonly received: number;
  readonly documents: readonly DocumentEntry[];
  /** The page of the documents. */
  readonly page: PageNumber;
}

/** The corpus: its size, its dates, its version and its last reload. */
export interface CorpusReply extends ReplyBase {
  readonly kind: "corpus";
  readonly title?: string;
  readonly description?: string;
  readonly counts: DocumentCounts & {
    readonly undated: number;
    readonly notes: number;
    readonly sources: number;
    readonly topics: number;
    readonly people: number;
    readonly events: number;
  };
  /** From the first day of the earliest document to the last day of any; absent if open. */
  readonly period?: Period;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly rights?: string;
  /** SHA-256 over the corpus's files, in hexadecimal. */
  readonly hash: string;
  readonly readAt: Date;
  /** A later change of the files that could not be loaded; without problems if unreadable. */
  readonly failedReload?: { readonly at: Date; readonly problems: number };
}

export interface CommandsReply extends ReplyBase {
  readonly kind: "commands";
  readonly commands: readonly {
    readonly name: string;
    readonly description: LabelKey;
    readonly example: string;
    readonly open: Action;
  }[];
}

export interface CommandReply extends ReplyBase {
  readonly kind: "command";
  readonly name: string;
  readonly description: LabelKey;
  readonly examples: readonly string[];
  /** The label in the menu of a message, if the command can be run there. */
  readonly messageCommand?: string;
  readonly options: readonly {
    readonly name: string;
    readonly description: LabelKey;
    readonly required: boolean;
  }[];
}

/** A warning about a citation. */
export type CitationRemark =
  /** A document is cited as a whole that the corpus knows only through other works. */
  | "second-hand"
  | "no-form"
  /** The citation names only the work that prints the words, not the document. */
  | "document-unnamed"
  | "no-italics"
  /** The record is that of the work that prints the words. */
  | "record-of-printing-work";

/** The citation of a document or of words in it. */
export interface CitationReply extends ReplyBase {
  readonly kind: "citation";
  readonly style: { readonly name: string; readonly title: string };
  readonly document: DocumentIdentity;
  /** The words to cite, unless the document is cited as a whole. */
  readonly quotation?: Quotation;
  /** Whether the words of the receipt that was asked about are unchanged. */
  readonly check?: {
    readonly outcome: "unchanged" | "moved" | "changed" | "cut";
    /** The address in the receipt. */
    readonly address: string;
  };
  /** The citation in each form of the style, ready to copy. */
  readonly forms: readonly { readonly label: string; readonly text: string }[];
  /** The receipt of the words. */
  readonly receipt?: string;
  readonly remarks: readonly CitationRemark[];
}

/** A verdict on quoted words, with its evidence. */
export interface VerificationReply extends ReplyBase, Verification {
  readonly kind: "verification";
  /** Whether the answer is to show what was compared, and the limits of the verdict. */
  readonly hasDetails: boolean;
  /** The number of words quoted. */
  readonly words: number;
  /** The addresses of the passages on which the verdict rests, on all pages. */
  readonly places: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Ellipses among the words, and the work that set each; absent if the document itself has it. */
  readonly ellipses: readonly { readonly text: string; readonly setBy?: string }[];
  /** The scope of the comparison. */
  readonly scope: DocumentCounts;
  /** The page of the evidence. */
  readonly page: PageNumber;
}

/** A passage that supports a verdict. */
export interface Evidence {
  /** The sentences around the words in question. */
  readonly quotation: Quotation;
  readonly marks: Highlights;
  /** The words in the excerpt that an altered quotation changes or leaves out. */
  readonly changed: readonly TextRange[];
  /** A receipt for each match: for the words in question alone. */
  readonly receipts: readonly string[];
  readonly open: Action;
}

/** The verdicts on several quotations. */
export interface VerificationsReply extends ReplyBase {
  readonly kind: "verifications";
  readonly verifications: readonly (Verification & {
    /** The citation of the first passage on which the verdict rests. */
    readonly citation?: string;
    readonly open: Action;
  })[];
  readonly total: number;
  /** The number of quotations that did not fit. */
  readonly left: number;
  readonly page: PageNumber;
}

/** The settings that apply to a user in a place. */
export interface SettingsReply extends ReplyBase {
  readonly kind: "settings";
  readonly settings: readonly (ResolvedSetting<string | boolean | undefined> & {
    /** `language` is that of private answers. */
    readonly setting: SettingKey | "publicLanguage";
    /** The title of the part of the corpus that a channel is about. */
    readonly label?: string;
  })[];
  /** The owner of the settings that have just been changed. */
  readonly changed?: SettingsLevel;
  /** Why what is kept could not be read. */
  readonly problem?: StoreProblem;
}

/** The change of a schedule that a reply reports, or asks about. */
export const SCHEDULE_CHANGES = [
  "added",
  "changed",
  "paused",
  "resumed",
  "posting",
  "resolved",
  "moved",
  "to-delete",
  "deleted",
] as const;

interface ScheduleSummary
  extends Pick<Schedule, "id" | "title" | "channel" | "cadence" | "time" | "state" | "why"> {
  /** The zone by which it goes. */
  readonly zone: string;
}

/** A schedule, when it posts next, and what came of the last times. */
export interface ScheduleReply
  extends ReplyBase,
    ScheduleSummary,
    Pick<Schedule, "what" | "thread"> {
  readonly kind: "schedule";
  readonly zoneFrom: "schedule" | "server";
  /** In milliseconds since 1970. */
  readonly next: readonly number[];
  /** The last one first. */
  readonly last: readonly PastOccasion[];
  /** Present if it posts a plan that the corpus has. */
  readonly planTitle?: string;
  /** Present if it is also known how far the plan has come. */
  readonly plan?: PlanState;
  readonly changed?: (typeof SCHEDULE_CHANGES)[number];
  /** Whether this Ibid posts at all. */
  readonly posts: boolean;
}

/** The outcome of an occasion. */
export interface PastOccasion
  extends Pick<
    OccasionRecord,
    "date" | "slot" | "due" | "state" | "why" | "threadState" | "threadWhy"
  > {
  /** The link to the post. */
  readonly url?: string;
}

/** All schedules of a server. */
export interface SchedulesReply extends ReplyBase {
  readonly kind: "schedules";
  readonly schedules: readonly (ScheduleSummary & {
    readonly next?: number;
    readonly open: Action;
  })[];
  readonly posts: boolean;
}

/** Everything that is kept of a user. */
export interface PrivacyReply extends ReplyBase {
  readonly kind: "privacy";
  readonly user: string;
  readonly settings: Settings;
  /** The receipts of the quotations in the tray. */
  readonly tray: readonly string[];
  /** The schedules that the user has set up, in any server. They stay, without the user’s id. */
  readonly schedules: readonly MadeSchedule[];
  /** Present if all of it is to be deleted once the user confirms it, or has just been deleted. */
  readonly deletion?: "to-confirm" | "done";
}

/** A quotation in a tray. Only its receipt is kept. */
export interface TrayEntry {
  /** Its place, counted from 1. */
  readonly number: number;
  readonly receipt: string;
  /** The address in the receipt. */
  readonly address: string;
  /** Whether the corpus still has the words: `moved` to another place, or `gone` together with theirs. */
  readonly state: "unchanged" | "moved" | "changed" | "gone";
  /** The words, if the corpus still has them. */
  readonly quotation?: Quotation;
}

/** A page of the user’s tray. */
export interface TrayReply extends ReplyBase {
  readonly kind: "tray";
  readonly entries: readonly (TrayEntry & { readonly open: Action })[];
  readonly total: number;
  readonly page: PageNumber;
  /** The change that was just made, or that is to be confirmed. */
  readonly change?:
    | {
        readonly kind: "kept";
        readonly count: number;
        /** The numbers of quotations that the tray had before, and that were not found. */
        readonly already: number;
        readonly missing: number;
      }
    | { readonly kind: "removed" }
    | { readonly kind: "emptied"; readonly count: number }
    | { readonly kind: "to-empty" };
  /** The title of the style of the citations, if the reply has the tray as a file. */
  readonly style?: string;
}

/** A quotation in the user’s tray. */
export interface TrayEntryReply extends ReplyBase {
  readonly kind: "tray-entry";
  readonly entry: TrayEntry;
  /** The number of quotations in the tray. */
  readonly total: number;
  /** The change that was just made, or that was asked for and not necessary. */
  readonly change?: "kept" | "already-kept" | "moved";
  /** The present words, if those that were kept have changed. */
  readonly present?: Quotation;
}

/** A thread on the message whose button was pressed. */
export interface DiscussionReply extends ReplyBase, ThreadSubject {
  readonly kind: "discussion";
  /** The questions with which it begins. */
  readonly questions: readonly string[];
  /** The id of the thread, which is that of its message. */
  readonly thread: string;
  readonly state: (typeof DISCUSSION_STATES)[number];
}

/** The questions of a thread may have been refused when it was opened. */
export const DISCUSSION_STATES = ["opened", "opened-without-questions", "there-already"] as const;

/** The object of a thread, after which it is named, and the day: without parts, it is only the day. */
export interface ThreadSubject extends Omit<StepName, "number"> {
  readonly date: EdtfDate;
}

/** A thread to open on a message. */
export interface ThreadOpening extends ThreadSubject {
  readonly questions: readonly string[];
  readonly channel: string;
  readonly message: string;
}

/** Several quotations, of which the user may want to keep any. */
export interface KeepableReply extends ReplyBase {
  readonly kind: "keepable";
  readonly quotations: readonly {
    readonly quotation: Quotation;
    /** Whether it is in the user’s tray already. */
    readonly isKept: boolean;
    /** Keeps the quotation, or shows it in the tray. */
    readonly open: Action;
  }[];
  readonly total: number;
  /** The number of quotations that were not found, or that did not fit. */
  readonly missing: number;
  readonly left: number;
  readonly page: PageNumber;
}
/** A form: options of a command to fill in. */
export interface FormReply extends ReplyBase {
  readonly kind: "form";
  readonly title: LabelKey;
  /** The command that a submission runs, with the options that are not asked for. */
  readonly submits: CommandLine;
  /** One to five. */
  readonly fields: readonly FormField[];
  /** The command that opens the form. */
  readonly line: CommandLine;
}

/** An option to ask for. */
export interface FormField {
  readonly option: string;
  readonly label: LabelKey;
  readonly description: LabelKey;
  readonly isRequired: boolean;
  readonly control: FormControl;
  /** The present value, as text. */
  readonly value?: string;
  /** The value that an empty field stands for. Without it, the option is then left out. */
  readonly whenEmpty?: string;
}

/** The means of entering a value. Lengths are in UTF-16 code units. */
export type FormControl =
  | {
      readonly kind: "text";
      readonly min: number;
      readonly max: number;
      /** Whether the present value is a cadence, in English words. */
      readonly isCadence?: true;
    }
  | {
      readonly kind: "choice";
      readonly choices: readonly { readonly value: string; readonly label: string }[];
    }
  /** A channel of the server; the value is its id. */
  | { readonly kind: "channel" };

/** Explains to one user why there is nothing to show, and what to do. */
export interface NoticeReply extends ReplyBase {
  readonly kind: "notice";
  readonly reason: NoticeReason;
}

/**
 * A command's answer as plain data: all that it knows, and no sentence. The layout puts it into
 * words, and front ends decide how these look.
 */
export type Reply =
  | QuotationReply
  | ContextReply
  | DocumentReply
  | HitsReply
  | DocumentsReply
  | TimelineReply
  | PlanReply
  | PlanMoveReply
  | PlanStepReply
  | SummariesReply
  | TopicsReply
  | TopicReply
  | PeopleReply
  | PersonReply
  | CorpusReply
  | CommandsReply
  | CommandReply
  | CitationReply
  | VerificationReply
  | VerificationsReply
  | SettingsReply
  | ScheduleReply
  | SchedulesReply
  | PrivacyReply
  | TrayReply
  | TrayEntryReply
  | KeepableReply
  | DiscussionReply
  | FormReply
  | NoticeReply;

export function notice(reason: NoticeReason, actions: readonly Action[] = []): NoticeReply {
  return { kind: "notice", reason, actions };
}

export function action(label: ActionLabel, line: CommandLine): Action {
  return { label, line };
}

/** An action whose answer is for the user alone, and leaves the present one in its place. */
export function aside(label: ActionLabel, line: CommandLine): Action {
  return { label, line, isAside: true };
}
