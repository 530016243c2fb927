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
  | { readonly kind: "forget-user"; readonly user: string };

/** The owner of the settings that are changed. */
export type SettingsOwner =
  | { readonly level: "user" | "server"; readonly id: string }
  | { readonly level: "channel"; readonly id: string; readonly server: string };
