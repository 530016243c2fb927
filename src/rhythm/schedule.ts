import type { Cadence, LocalDate } from "./cadence.ts";
import { FAILED_REASONS, HELD_REASONS, type HeldReason } from "./outcome.ts";

/** A standing order of a server: what to post, when and where. */
export interface Schedule {
  readonly id: string;
  readonly server: string;
  readonly channel: string;
  readonly cadence: Cadence;
  /** The time of day as a clock on the wall shows it: `08:00`. */
  readonly time: string;
  /** The name of a time zone of IANA’s database. Without it, that of the server applies. */
  readonly zone?: string;
  readonly what: Selection;
  readonly thread?: ThreadWish;
  readonly title?: string;
  readonly state: "on" | "paused" | "held";
  /** Why it is held. */
  readonly why?: HeldReason;
  /** The id of the user who has set it up; absent once they had it deleted. */
  readonly madeBy?: string;
  /** Grows with every change by a user. */
  readonly version: number;
}

export const SELECTION_KINDS = ["day", "passages", "on-this-day", "plan"] as const;

/** The passages that a schedule posts: a kind, and the options that narrow it, as a user typed them. */
export interface Selection {
  readonly kind: (typeof SELECTION_KINDS)[number];
  readonly options: Readonly<Record<string, string>>;
}

/** The thread that each post gets, or the forum in which each post is one. */
export interface ThreadWish {
  readonly kind: "thread" | "forum";
  /** The minutes without a message after which Discord hides the thread. */
  readonly archiveAfter: ArchiveTime;
  /** The name of a forum’s tag. */
  readonly tag?: string;
}

export const ARCHIVE_TIMES = [60, 1440, 4320, 10_080] as const;
export type ArchiveTime = (typeof ARCHIVE_TIMES)[number];

/** The key of an occasion. It is local, so that a moved clock or zone makes none twice. */
export interface OccasionKey {
  readonly schedule: string;
  readonly date: LocalDate;
  /** Counts the times of a day from 0; a post out of turn has a negative number. */
  readonly slot: number;
}

export const OCCASION_STATES = [
  "due",
  /** An attempt has begun, and its outcome is not known yet. */
  "posting",
  "posted",
  /** It may have been posted: only a person can find out. */
  "unsure",
  "missed",
  "skipped",
  "failed",
] as const;
export type OccasionState = (typeof OCCASION_STATES)[number];

/** Why an occasion has no post, or its post no thread. */
export const OCCASION_REASONS = [
  ...HELD_REASONS,
  ...FAILED_REASONS,
  /** It was too late, or another one was due already. */
  "late",
  "newer",
  "paused",
  /** There was nothing to post. */
  "nothing",
  "silent-day",
  "no-step",
  "plan-over",
  "plan-gone",
] as const;
export type OccasionReason = (typeof OCCASION_REASONS)[number];

/** The state of the thread of a post: still to be made, made but without its questions, complete, or not possible. */
export const THREAD_STATES = ["wanted", "opened", "complete", "failed"] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

/** One occasion of a schedule, and what came of it. */
export interface OccasionRecord extends OccasionKey {
  /** In milliseconds since 1970. */
  readonly due: number;
  readonly state: OccasionState;
  readonly why?: OccasionReason;
  /** The ids of the channel, the message and the thread. */
  readonly channel?: string;
  readonly message?: string;
  readonly thread?: string;
  readonly threadState?: ThreadState;
  readonly threadWhy?: OccasionReason;
  /** The addresses of what it quotes. */
  readonly said: readonly string[];
}

/** The zone of a server that has chosen none. */
export const DEFAULT_ZONE = "UTC";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** The time after which an attempt of unknown outcome is not repeated, in milliseconds. Discord remembers nonces for “the past few minutes”. */
export const NONCE_MEMORY = 60_000;

/** How long occasions are kept, in milliseconds. */
export const OCCASION_MEMORY = 400 * DAY;

/** The pause between attempts of a schedule that is held, and the time after which they end, in milliseconds. */
export const HELD_PAUSE = 23 * HOUR;
export const HELD_ATTEMPTS_END = 14 * DAY;

const MAX_LATENESS = 12 * HOUR;

/** Returns how late a post may be, in milliseconds: half a period of its cadence, at most twelve hours. */
export function allowedLateness(period: number): number {
  return Math.min(period / 2, MAX_LATENESS);
}
