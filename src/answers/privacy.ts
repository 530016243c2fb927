import type { RunContext } from "../command/types.ts";
import { action, notice, type Reply } from "../reply/reply.ts";

/** Shows everything that is kept of the asker, gives a copy of it, or deletes it once that is confirmed. */
export function privacyReply(
  options: { readonly copy: boolean; readonly delete: boolean; readonly confirmed: boolean },
  { asker, kept, again }: RunContext,
): Reply {
  const { user } = asker;
  if (user === undefined) return notice({ kind: "no-user" });
  const settings = kept.settings.user?.value ?? {};
  const tray = kept.tray?.value ?? [];
  const schedules = kept.made ?? [];
  const all = { kind: "privacy", user, settings, tray, schedules } as const;
  const isAnything = Object.keys(settings).length > 0 || tray.length + schedules.length > 0;
  if (options.delete && !options.confirmed && isAnything) {
    return {
      ...all,
      deletion: "to-confirm",
      actions: [
        action("confirm-deletion", again({ confirmed: true })),
        action("keep-all", again({ delete: undefined })),
      ],
    };
  }
  if (options.delete) {
    return {
      kind: "privacy",
      user,
      settings: {},
      tray: [],
      schedules: [],
      deletion: "done",
      changes: [{ kind: "forget-user", user }],
      actions: [],
    };
  }
  const copy = JSON.stringify({ user, settings, tray, schedules }, undefined, 2);
  return {
    ...all,
    ...(options.copy && { file: { name: "ibid.json", text: `${copy}\n`, goes: "always" } }),
    actions: [
      ...(options.copy ? [] : [action("copy", again({ copy: true }))]),
      ...(isAnything ? [action("delete-all", again({ copy: undefined, delete: true }))] : []),
    ],
  };
}
