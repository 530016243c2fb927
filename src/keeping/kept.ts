import type { FailedReason, HeldReason } from "../rhythm/outcome.ts";
import { DEFAULT_ZONE, type OccasionRecord, type Schedule } from "../rhythm/schedule.ts";
import type { Settings, SettingsLevel } from "./settings.ts";

/** The user of a command, and the place. The ids are Discord’s; those that do not apply are absent. */
export interface Asker {
  readonly user?: string | undefined;
  /** The channel; for a thread, the channel that it belongs to. */
  readonly channel?: string | undefined;
  readonly server?: string | undefined;
  /** The language of the user’s Discord, as a BCP 47 tag. */
  readonly locale?: string | undefined;
  /** The language of the server, if it is a community: all other servers have the same one. */
  readonly serverLocale?: string | undefined;
  /** Whether the user may change what belongs to the server and its channels. */
  readonly managesServer: boolean;
  /** The id of the application, by which a link invites it. */
  readonly application?: string | undefined;
  /** The ids of the user’s roles in the server. */
  readonly roles?: readonly string[] | undefined;
  /** The channel with the rights there; absent outside of servers. */
  readonly place?: Place | undefined;
  /**
   * Whether the user may use a command that is not for everyone, by its first word. For those that are not
   * named, the permission decides that the command asks for.
   */
  readonly mayUse?: Readonly<Record<string, boolean>> | undefined;
  /** The commands, by their first words, that a rule of the server lets the user or one of their roles use. */
  readonly namedFor?: readonly string[] | undefined;
}

/** A channel, and what may be done there, as sums of Discord’s permissions. */
export interface Place {
  readonly id: string;
  readonly kind: "text" | "announcement" | "voice" | "forum" | "thread" | "other";
  readonly userPermissions: bigint;
  /** Absent if no bot of the application is in the server. */
  readonly botPermissions?: bigint | undefined;
  /** Whether each post of a forum needs a tag. */
  readonly requiresTag: boolean;
}

/** Whether a value is a place: no user can type one. */
export function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "userPermissions" in value;
}

export const NOBODY: Asker = { managesServer: false };

/** The things that a command needs of the store besides settings, which every command obeys. */
export type Need = "settings" | "tray" | "schedules" | "made";

/** A value in the store. Its version changes with every change; it is absent until it is first set. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: string | undefined;
}

/** The contents of the store for one use of a command. */
export interface Kept {
  readonly settings: Readonly<Partial<Record<SettingsLevel, Versioned<Settings>>>>;
  /** Present only for commands that need it: the receipts of the quotations in the user’s tray. */
  readonly tray?: Versioned<readonly string[]>;
  /** Present only for commands that need them: the schedules of the server. */
  readonly schedules?: readonly KeptSchedule[];
  /** Present only for commands that need them: the schedules that the user has set up, in any server. */
  readonly made?: readonly MadeSchedule[];
}

export type MadeSchedule = Pick<
  Schedule,
  "id" | "server" | "title" | "channel" | "cadence" | "time"
>;

export interface KeptSchedule {
  readonly schedule: Schedule;
  /** The last occasions, and all that are unsure: the last ones first. */
  readonly occasions: readonly OccasionRecord[];
  /** The marks of the steps that it has posted, if it posts a plan. */
  readonly marks?: readonly string[];
}

/** Returns the zone by which a schedule goes: its own, otherwise that of its server. */
export function zoneOf({ zone }: Pick<Schedule, "zone">, { settings }: Kept): string {
  return zone ?? settings.server?.value.zone ?? DEFAULT_ZONE;
}

export const NO_TRAY: Versioned<readonly string[]> = { value: [], version: undefined };

export const NOTHING_KEPT: Kept = { settings: {} };

/** Returns what a command gets that has these needs, before anything is kept. */
export function nothingKept(needs: readonly Need[]): Kept {
  return {
    ...NOTHING_KEPT,
    ...(needs.includes("tray") && { tray: NO_TRAY }),
    ...(needs.includes("schedules") && { schedules: [] }),
    ...(needs.includes("made") && { made: [] }),
  };
}

/** Returns the settings without their versions. */
export function settingsByLevel({
  settings,
}: Kept): Readonly<Partial<Record<SettingsLevel, Settings>>> {
  return {
    ...(settings.user && { user: settings.user.value }),
    ...(settings.channel && { channel: settings.channel.value }),
    ...(settings.server && { server: settings.server.value }),
  };
}

/** The circumstances of one use of a command: by whom, and what is kept. */
export interface Situation {
  readonly asker: Asker;
  readonly kept: Kept;
  /** Present if the store cannot be used: then `kept` is empty. */
  readonly problem?: StoreProblem | undefined;
  /** The message whose button was pressed. */
  readonly pressed?: PressedMessage | undefined;
  /** The outcome of opening the thread that the command asked for, once that was attempted. */
  readonly thread?: ThreadAttempt | undefined;
}

/** A message of Ibid’s whose button was pressed, in the channel of the asker. */
export interface PressedMessage {
  readonly id: string;
  /** Whether only its user sees it. */
  readonly isPrivate: boolean;
  readonly hasThread: boolean;
}

/** The outcome of an attempt to open a thread on a message. */
export type ThreadAttempt =
  | { readonly kind: "opened"; readonly isComplete: boolean }
  | { readonly kind: "there-already" }
  | { readonly kind: "failed"; readonly why: ThreadFailure }
  /** This Ibid has no token, and so cannot open any. */
  | { readonly kind: "impossible" };

/** Why a thread was not opened. */
export type ThreadFailure = HeldReason | FailedReason | "unanswered";

export const NO_SITUATION: Situation = situationWithoutStore(NOBODY);

/** Returns the situation of an asker where nothing is kept. */
export function situationWithoutStore(asker: Asker): Situation {
  return { asker, kept: NOTHING_KEPT, problem: "off" };
}

/** Why nothing can be read from the store, or written to it. */
export type StoreProblem =
  /** The operator has turned it off. */
  | "off"
  | "unreachable"
  /** Another process writes to it all the time. */
  | "locked"
  | "full"
  /** A newer version of Ibid has changed its tables. */
  | "newer"
  | "damaged"
  /** Others have changed the same twice while this change was made. */
  | "contended";
