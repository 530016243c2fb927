import type { LocalDate } from "../rhythm/cadence.ts";
import type { OccasionKey, Schedule } from "../rhythm/schedule.ts";
import type { Settings } from "./settings.ts";

/**
 * A change of what is kept, as a command asks for it. `seen` is the version on which the change is based: if another one
 * is there by now, nothing is changed.
 */
export type KeptChange =
  | (SettingsOwner & {
      readonly kind: "settings";
      readonly settings: Settings;
      readonly seen: string | undefined;
    })
  | {
      readonly kind: "tray";
      readonly user: string;
      readonly receipts: readonly string[];
      readonly seen: string | undefined;
    }
  /** Deletes everything that is kept of a user. */
  | { readonly kind: "forget-user"; readonly user: string }
  | ScheduleChange;

/** A change of the schedules of a server, or of what came of them. */
export type ScheduleChange =
  /** Sets a schedule up, or replaces the one of version `seen`. */
  | {
      readonly kind: "schedule";
      readonly schedule: Omit<Schedule, "version">;
      /** The language of the server, if it is a community. */
      readonly locale?: string | undefined;
      readonly seen: number | undefined;
    }
  | ({ readonly kind: "delete-schedule"; readonly seen: number } & ScheduleOwner)
  /** Adds an occasion out of turn, which is due at once. */
  | ({ readonly kind: "post-now"; readonly date: LocalDate; readonly seen: number } & ScheduleOwner)
  /** Says of an occasion that is unsure whether it was posted. Otherwise it is due at once. */
  | {
      readonly kind: "resolve-occasion";
      readonly server: string;
      readonly occasion: OccasionKey;
      readonly isPosted: boolean;
    };

interface ScheduleOwner {
  readonly id: string;
  readonly server: string;
}

/** The owner of the settings that are changed. */
export type SettingsOwner =
  | { readonly level: "user" | "server"; readonly id: string }
  | { readonly level: "channel"; readonly id: string; readonly server: string };
