import type { Context } from "../command/types.ts";
import { settingsByLevel } from "../keeping/kept.ts";
import { resolveSetting } from "../keeping/settings.ts";
import { action, type SettingsReply } from "../reply/reply.ts";

/** Shows the settings that apply to the asker in this place, and where each value comes from. */
export function settingsReply(
  { kept, problem, styles, configured }: Context,
  changed?: SettingsReply["changed"],
): SettingsReply {
  const levels = settingsByLevel(kept);
  const names = styles.all.map(({ name }) => name);
  return {
    kind: "settings",
    settings: [
      { setting: "language", ...resolveSetting("language", levels, "en") },
      {
        setting: "style",
        ...resolveSetting("style", levels, configured.style, (name) => names.includes(name)),
      },
      { setting: "isPrivate", ...resolveSetting("isPrivate", levels, configured.isPrivate) },
      { setting: "zone", ...resolveSetting("zone", levels, "UTC") },
    ],
    ...(changed && { changed }),
    ...(problem !== undefined && { problem }),
    actions: [
      action(
        { kind: "command", name: "settings privacy" },
        { name: "settings privacy", options: {} },
      ),
    ],
  };
}
