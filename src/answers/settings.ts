import { resolveSettings } from "../command/resolve-settings.ts";
import type { Context } from "../command/types.ts";
import type { SettingsOwner } from "../keeping/change.ts";
import type { Asker } from "../keeping/kept.ts";
import type { SettingsLevel } from "../keeping/settings.ts";
import { action, type SettingsReply } from "../reply/reply.ts";
import { corpusParts } from "../search/corpus-parts.ts";

/** The values of `of:`, and the level of settings that each stands for. */
export const OWNERS = { me: "user", channel: "channel", server: "server" } as const;

/** Shows the settings that apply to the asker in this place, and where each value comes from. */
export function settingsReply(context: Context, changed?: SettingsReply["changed"]): SettingsReply {
  const { asker, problem, library } = context;
  const { language, publicLanguage, style, isPrivate, zone, about, reports } =
    resolveSettings(context);
  const part = about.value === undefined ? undefined : corpusParts(library).withValue(about.value);
  const isInServer = asker.server !== undefined;
  return {
    kind: "settings",
    settings: [
      { setting: "language", ...language },
      ...(isInServer ? [{ setting: "publicLanguage", ...publicLanguage } as const] : []),
      { setting: "style", ...style },
      { setting: "isPrivate", ...isPrivate },
      { setting: "zone", ...zone, value: zone.value ?? "UTC" },
      ...(isInServer
        ? ([
            { setting: "about", ...about, ...(part && { label: part.label }) },
            { setting: "reports", ...reports },
          ] as const)
        : []),
    ],
    ...(changed && { changed }),
    ...(problem !== undefined && { problem }),
    actions: [
      ...(problem === undefined ? changeableLevels(asker) : []).map(({ of, level }) =>
        action({ kind: "change-settings", level }, { name: "settings change", options: { of } }),
      ),
      action(
        { kind: "command", name: "settings privacy" },
        { name: "settings privacy", options: {} },
      ),
    ],
  };
}

/** Returns the levels whose settings the asker may change here, with the value of `of:` for each. */
function changeableLevels(asker: Asker) {
  return Object.entries(OWNERS)
    .map(([of, level]) => ({ of, level }))
    .filter(({ level }) => !("error" in settingsOwner(level, asker)));
}

/**
 * Returns the owner of the settings to change, or the reason against it. Only those who manage a server, or
 * whom it has named in a rule for the command, change what belongs to it. Discord guards neither buttons nor forms, so it is checked here, in every case.
 */
export function settingsOwner(
  level: SettingsLevel,
  { user, channel, server, managesServer, namedFor = [] }: Asker,
): SettingsOwner | { readonly error: "no-user" | "no-server" | "not-allowed" } {
  if (level === "user") return user === undefined ? { error: "no-user" } : { level, id: user };
  if (server === undefined) return { error: "no-server" };
  if (!managesServer && !namedFor.includes("settings")) return { error: "not-allowed" };
  if (level === "server") return { level, id: server };
  return channel === undefined ? { error: "no-server" } : { level, id: channel, server };
}
