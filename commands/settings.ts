import { privacyReply } from "../src/answers/privacy.ts";
import { settingsReply } from "../src/answers/settings.ts";
import { CATALOGUE_LANGUAGES } from "../src/catalogue/catalogue.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { flag, hidden, optional } from "../src/command/option-types.ts";
import type { RunContext } from "../src/command/types.ts";
import type { SettingsOwner } from "../src/keeping/change.ts";
import type { Settings } from "../src/keeping/settings.ts";
import { DEFAULT_VALUE, oneOf, setting, zone } from "../src/options/setting.ts";
import { style } from "../src/options/style.ts";
import { notice } from "../src/reply/reply.ts";

/** `/settings show`: the settings that apply here, and where each comes from. */
export const showSettings = defineCommand({
  name: "settings show",
  alias: "settings",
  group: "command.settings",
  description: "command.settings-show",
  examples: () => [{}],
  options: {},
  isPrivate: true,

  run(_, context) {
    return settingsReply(context);
  },
});

/** `/settings change`: changes settings of the user, of the channel or of the server. */
export const changeSettings = defineCommand({
  name: "settings change",
  group: "command.settings",
  description: "command.settings-change",
  examples: () => [
    { of: "me", style: "apa" },
    { of: "server", zone: "Europe/London" },
  ],
  options: {
    of: oneOf("option.settings-of", ["me", "channel", "server"]),
    style: optional(setting(style("option.setting-style"))),
    answers: optional(setting(oneOf("option.setting-answers", ["private", "public"]))),
    zone: optional(setting(zone("option.setting-zone"))),
    language: optional(setting(oneOf("option.setting-language", CATALOGUE_LANGUAGES))),
  },
  isPrivate: true,
  needs: ["settings"],

  run({ of, style, answers, zone, language }, context) {
    const owner = ownerOf(of, context);
    if ("error" in owner) return notice({ kind: owner.error });
    const given = [style, answers, zone, language].filter((value) => value !== undefined);
    if (given.length === 0) {
      return notice({
        kind: "nothing-to-change",
        options: ["style", "answers", "zone", "language"],
      });
    }
    const { value: before = {}, version: seen } = context.kept.settings[owner.level] ?? {};
    const settings = withChanges(before, {
      style: style === undefined || style === DEFAULT_VALUE ? style : style.name,
      isPrivate:
        answers === undefined || answers === DEFAULT_VALUE ? answers : answers === "private",
      zone,
      language,
    });
    const kept = {
      ...context.kept,
      settings: { ...context.kept.settings, [owner.level]: { value: settings, version: seen } },
    };
    return {
      ...settingsReply({ ...context, kept }, owner.level),
      changes: [{ kind: "settings", ...owner, settings, seen }],
    };
  },
});

/** `/settings privacy`: everything that is kept of the user. */
export const settingsPrivacy = defineCommand({
  name: "settings privacy",
  group: "command.settings",
  description: "command.settings-privacy",
  examples: () => [{}],
  options: {
    copy: optional(hidden(flag("option.copy")), false),
    delete: optional(hidden(flag("option.delete")), false),
    confirmed: optional(hidden(flag("option.confirmed")), false),
  },
  isPrivate: true,
  needs: ["settings", "tray", "made"],

  run(options, context) {
    return privacyReply(options, context);
  },
});

type Changes = {
  readonly [Key in keyof Settings]: Settings[Key] | typeof DEFAULT_VALUE | undefined;
};

/** Returns settings with those that are given; `default` removes one. */
function withChanges(settings: Settings, changes: Changes): Settings {
  const result = new Map<string, unknown>(Object.entries(settings));
  for (const [key, value] of Object.entries(changes)) {
    if (value === DEFAULT_VALUE) result.delete(key);
    else if (value !== undefined) result.set(key, value);
  }
  return Object.fromEntries(result);
}

/**
 * Returns the owner of the settings to change, or the reason against it. Only those who manage a server
 * change what belongs to it. Discord guards neither buttons nor forms, so it is checked here, in every case.
 */
function ownerOf(
  of: "me" | "channel" | "server",
  { asker: { user, channel, server, managesServer } }: RunContext,
): SettingsOwner | { readonly error: "no-user" | "no-server" | "not-allowed" } {
  if (of === "me") return user === undefined ? { error: "no-user" } : { level: "user", id: user };
  if (server === undefined) return { error: "no-server" };
  if (!managesServer) return { error: "not-allowed" };
  if (of === "server") return { level: "server", id: server };
  return channel === undefined ? { error: "no-server" } : { level: "channel", id: channel, server };
}
