import type { EdtfDate } from "../corpus/date.ts";
import type { DocumentIdentity } from "../corpus/titles.ts";
import type { SettingsLevel } from "../keeping/settings.ts";
import type { Pace } from "../rhythm/plan-progress.ts";

/** An action whose label says nothing about its object. */
export type PlainLabel =
  | "another"
  | "in-context"
  | "back"
  | "cite"
  | "quote"
  | "search"
  | "timeline"
  | "topics"
  | "help"
  | "earlier"
  | "later"
  | "previous-step"
  | "next-step"
  | "all-steps"
  | "move-plan"
  | "go-on"
  | `pace-${Pace}`
  | "previous-page"
  | "next-page"
  | "all-commands"
  | "all-quotations"
  | "details"
  | "everywhere"
  | "fill-in"
  | "copy"
  | "delete-all"
  | "confirm-deletion"
  | "keep-all"
  | "keep"
  | "tray"
  | "move-up"
  | "move-down"
  | "remove"
  | "put-back"
  | "empty"
  | "confirm-emptying"
  | "markdown"
  | "post-now"
  | "pause"
  | "resume"
  | "edit"
  | "delete-schedule"
  | "confirm-schedule-deletion"
  | "keep-schedule"
  | "it-is-there"
  | "post-it"
  | "schedules";

/** The effect of an action, from which the layout makes its label. */
export type ActionLabel =
  | PlainLabel
  /** Opens the passage at an address. */
  | { readonly kind: "open"; readonly address: string }
  /** Shows a document on one page, or the one before or after it by date. */
  | {
      readonly kind: "whole" | "previous" | "next";
      readonly documentKind: "letter" | "document";
    }
  /** Shows a document; the last one before a date that was asked for, or the first one after it. */
  | {
      readonly kind: "document";
      readonly document: DocumentIdentity;
      readonly nearest?: "before" | "after";
    }
  | { readonly kind: "event"; readonly date: EdtfDate; readonly title: string }
  /** Shows the verdict on one of several quotations, counted from 1. */
  | { readonly kind: "quotation"; readonly number: number }
  /** Keeps several quotations. */
  | { readonly kind: "keep-quotations"; readonly count: number }
  /** Searches for words. */
  | { readonly kind: "search-for"; readonly query: string }
  | { readonly kind: "command"; readonly name: string }
  /** Opens a form again, as it was filled in: a value of it, for this option, was not accepted. */
  | { readonly kind: "correct"; readonly option?: string }
  /** Asks for the settings of a user, a channel or a server. */
  | { readonly kind: "change-settings"; readonly level: SettingsLevel }
  /** Gives an option a value. */
  | { readonly kind: "value"; readonly value: string }
  /** Gives an option a date, by its label in English. */
  | { readonly kind: "date"; readonly date: string }
  /** Gives an option a cadence, in English words. */
  | { readonly kind: "cadence"; readonly cadence: string }
  /** Gives another option the value that an unknown one was given. */
  | { readonly kind: "option"; readonly option: string; readonly value: string };
