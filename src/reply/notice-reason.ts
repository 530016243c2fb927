import type { Period } from "../corpus/date.ts";
import type { DocumentIdentity } from "../corpus/titles.ts";
import type { StoreProblem, ThreadFailure } from "../keeping/kept.ts";
import type { Permission } from "../keeping/permissions.ts";

/** Why there is nothing to show. */
export type NoticeReason =
  | CommandReason
  | NameReason
  | DateReason
  | AddressReason
  | NothingFound
  | SettingsReason
  | TrayReason
  | ScheduleReason
  | ThreadReason
  | FrontEndReason;

/** The line that was typed does not fit the declared commands. */
type CommandReason =
  | {
      readonly kind: "unknown-command";
      readonly typed: string;
      /** The names of all commands, where the user asked about one. */
      readonly commands: readonly string[];
    }
  | {
      readonly kind: "unknown-option";
      readonly command: string;
      readonly option: string;
      readonly closest?: string;
      readonly options: readonly string[];
    }
  | {
      readonly kind: "invalid-value" | "missing-value";
      readonly option: string;
      readonly expects: Expected;
    };

/** The values that an option takes. Lengths are in UTF-16 code units. */
export type Expected =
  | { readonly kind: "text"; readonly max: number }
  | { readonly kind: "integer"; readonly min: number; readonly max: number }
  /** Words to compare: the maximum number of words, and the maximum length. */
  | { readonly kind: "quotation"; readonly words: number; readonly max: number }
  | { readonly kind: "one-of"; readonly values: readonly string[] }
  | {
      readonly kind:
        | "zone"
        | "day"
        | "channel"
        | "schedule"
        | "cadence"
        | "plan"
        | "time"
        | "keepable"
        | "tray-entry"
        | "channel"
        | "flag"
        | "person"
        | "topic"
        | "date"
        | "document"
        | "passage"
        | "citable"
        | "scope"
        | "style"
        | "command";
    };

/** A name that the corpus does not have, or has more than once. */
type NameReason =
  | {
      readonly kind: "unknown-name";
      readonly of: "person" | "topic" | "scope" | "plan";
      readonly typed: string;
      readonly closest?: string;
    }
  | { readonly kind: "several-names"; readonly typed: string; readonly names: readonly string[] }
  | { readonly kind: "unknown-style"; readonly typed: string; readonly styles: readonly string[] }
  | { readonly kind: "several-documents"; readonly typed: string; readonly documents: number }
  /** A date where a person is needed, or a person where a date is needed. */
  | {
      readonly kind: "date-for-person" | "person-for-date";
      readonly typed: string;
      /** The command's options that would take it. */
      readonly options: readonly string[];
    };

/** A date that cannot be used. */
type DateReason =
  | { readonly kind: "unreadable-date"; readonly typed: string }
  /** Numbers that look like a date and are none. */
  | { readonly kind: "no-such-date"; readonly typed: string }
  /** Numbers of which any may be the year. */
  | { readonly kind: "year-unclear"; readonly typed: string }
  | { readonly kind: "year-missing"; readonly typed: string }
  /** It can be read with the day first or with the month first. */
  | {
      readonly kind: "ambiguous-date";
      readonly typed: string;
      readonly readings: readonly [string, string];
    }
  | { readonly kind: "unreadable-cadence" | "unreadable-time"; readonly typed: string }
  /** Days that can be read in several ways, each in words that have only one. */
  | {
      readonly kind: "ambiguous-cadence";
      readonly typed: string;
      readonly readings: readonly string[];
    }
  /** All dates of a cadence are in the past. */
  | { readonly kind: "no-date-left"; readonly typed: string }
  | { readonly kind: "neither-date-nor-title"; readonly typed: string; readonly closest?: string }
  | {
      readonly kind: "none-dated";
      readonly date: string;
      /** The numbers of documents searched, and of those among them without a known date. */
      readonly documents: number;
      readonly undated: number;
      readonly hasNearest: boolean;
    };

/** An address or a receipt that leads to no words. */
type AddressReason =
  | {
      readonly kind: "no-such-address";
      readonly typed: string;
      /** Addresses that begin like it. */
      readonly completions: readonly string[];
      /** An address of the corpus, if it has any. */
      readonly example?: string;
    }
  | {
      readonly kind: "no-such-passage";
      readonly typed: string;
      readonly document: DocumentIdentity;
      /** The addresses of the document's first and last passage; empty if it has none. */
      readonly ends: readonly string[];
      /** Whether it is the address of a receipt, whose words are nowhere in the document. */
      readonly isOfReceipt: boolean;
    }
  | {
      readonly kind: "receipt-moved" | "receipt-broken" | "receipt-in-note";
      /** The address of a passage, or the id of the document with the note. */
      readonly address: string;
    };

/** The criteria of a search without results, each only if the user gave it. */
export interface SearchCriteria {
  readonly query?: string;
  readonly address?: string;
  readonly document?: SoughtDocument;
  /** A person by, to or about whom something should be. */
  readonly person?: string;
  readonly from?: string;
  readonly to?: string;
  readonly topic?: string;
  readonly period?: Period;
  /** A work, a folder or a document. */
  readonly in?: string;
}

/** The document that a user described. */
export type SoughtDocument =
  | { readonly kind: "document"; readonly id: string }
  | { readonly kind: "dated"; readonly date: string }
  | { readonly kind: "titled"; readonly words: string }
  | { readonly kind: "numbered"; readonly number: string }
  | { readonly kind: "undated" };

/** A search, or a list, has no result. */
type NothingFound =
  | {
      readonly kind: "nothing-found";
      readonly sought: "anything" | "passage" | "document" | "timeline-entry";
      readonly criteria: SearchCriteria;
      /** The scope of the search, of all documents; in the timeline also the events. */
      readonly searched: {
        readonly documents: number;
        readonly passages: number;
        readonly events?: number;
        readonly allDocuments: number;
      };
      readonly hasNearest: boolean;
      /** The name of the command that lists what there is. */
      readonly list: string;
    }
  | { readonly kind: "nothing-listed"; readonly of: "people" | "topics" | "dates" | "plans" };

/** Settings that cannot be changed so. */
type SettingsReason =
  | { readonly kind: "unknown-zone"; readonly typed: string }
  /** The interaction does not say who the user is, or takes place outside of servers. */
  | { readonly kind: "no-user" | "no-server" }
  /** The user may not manage the server. */
  | { readonly kind: "not-allowed" }
  /** The setting belongs to channels, or to servers. */
  | {
      readonly kind: "setting-of-other-level";
      readonly option: string;
      readonly level: "channel" | "server";
    }
  /** Others have changed the same since the form was opened. */
  | { readonly kind: "changed-meanwhile" };

/** A tray that cannot be changed so. */
type TrayReason =
  /** `entries` is the number of quotations in the tray. */
  | { readonly kind: "no-such-entry"; readonly typed: string; readonly entries: number }
  /** A tray holds at most `max` quotations, and `room` more fit. */
  | { readonly kind: "tray-full"; readonly max: number; readonly room: number }
  | {
      readonly kind: "nothing-to-keep";
      /** A document has no passages; otherwise the verdict on the words, which the corpus does not have as they are quoted. */
      readonly why: "no-passages" | "altered" | "stitched" | "common" | "unjudged" | "none";
      /** The number of quotations that were looked for. */
      readonly quotations: number;
    };
/** A schedule cannot be set up or changed so. */
type ScheduleReason =
  /** The server has not given the user the right to this command. */
  | { readonly kind: "not-permitted" }
  /** The channel was not chosen from Discord’s list, so the rights there are not known. */
  | { readonly kind: "channel-not-chosen" | "unknown-schedule"; readonly typed: string }
  | { readonly kind: "may-not-write"; readonly permissions: readonly Permission[] }
  | {
      readonly kind: "bot-lacks";
      readonly permissions: readonly Permission[];
      /** The link that gives the bot what it lacks. */
      readonly invite?: string;
    }
  | {
      readonly kind:
        | "channel-not-postable"
        | "reports-in-forum"
        | "tag-missing"
        | "zone-missing"
        | "cannot-post"
        /** The schedule has another version by now. */
        | "already-changed"
        | "no-started-plan";
    }
  | { readonly kind: "too-many-schedules"; readonly max: number }
  /** A plan without any step. */
  | { readonly kind: "empty-plan"; readonly title: string };

/** A thread cannot be opened on a message. */
type ThreadReason =
  | {
      readonly kind: /** The channel has no threads, or the message is not for everyone. */
        | "no-threads-here"
        /** This Ibid has no token. */
        | "cannot-open-threads";
    }
  | { readonly kind: "may-not-open-threads"; readonly permissions: readonly Permission[] }
  | {
      readonly kind: "bot-may-not-open-threads";
      readonly permissions: readonly Permission[];
      /** The link that gives the bot what it lacks. */
      readonly invite?: string;
    }
  | { readonly kind: "thread-not-opened"; readonly why: ThreadFailure };

/** A front end has no command to run. */
type FrontEndReason =
  /** Something is needed of the store, which cannot be used. */
  | { readonly kind: "store-problem"; readonly problem: StoreProblem }
  | { readonly kind: "failed"; readonly where: "log"; readonly reference: string }
  | { readonly kind: "failed"; readonly where: "standard-error" }
  /** The corpus is still being read. */
  | { readonly kind: "not-ready" }
  /** Too many questions of the same user are waiting. */
  | { readonly kind: "busy" }
  | { readonly kind: "not-offered" }
  /** Discord sent what is not of the documented shape. */
  | { readonly kind: "malformed-interaction" }
  /** A button of another version. */
  | { readonly kind: "outdated-button" }
  | { readonly kind: "message-without-text" }
  /** A number that no answer has offered; `offered` is how many the last one did. */
  | { readonly kind: "number-not-offered"; readonly offered: number };
