import { privacyReply } from "../src/answers/privacy.ts";
import { problemWithPlace } from "../src/answers/schedules/set-up.ts";
import { OWNERS, settingsOwner, settingsReply } from "../src/answers/settings.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { flag, hidden, optional, text } from "../src/command/option-types.ts";
import type { RunContext } from "../src/command/types.ts";
import { isPlace, type Place } from "../src/keeping/kept.ts";
import {
  SETTING_KEYS,
  SETTINGS_OF,
  type SettingKey,
  type Settings,
} from "../src/keeping/settings.ts";
import { CATALOGUE_LANGUAGES } from "../src/language/translation/catalogues.ts";
import { scope } from "../src/options/scope.ts";
import { channelOrId } from "../src/options/server/channel.ts";
import { DEFAULT_VALUE, oneOf, setting, zone } from "../src/options/setting.ts";
import { style } from "../src/options/style.ts";
import { action, type NoticeReply, notice, type Reply } from "../src/reply/reply.ts";
import { scopeValue } from "../src/search/filter.ts";

/** `/settings show`: the settings that apply here, and where each comes from. */
export const showSettings = defineCommand({
  name: "settings show",
  alias: "settings",
  group: "command.settings",
  description: "command.settings-show",
  isPartlyGuarded: true,
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
  isPartlyGuarded: true,
  examples: () => [
    { of: "me", style: "apa" },
    { of: "server", zone: "Europe/London" },
  ],
  options: {
    of: optional(oneOf("option.settings-of", ["me", "channel", "server"]), "me"),
    style: optional(setting(style("option.setting-style"))),
    answers: optional(setting(oneOf("option.setting-answers", ["private", "public"]))),
    zone: optional(setting(zone("option.setting-zone"))),
    language: optional(setting(oneOf("option.setting-language", CATALOGUE_LANGUAGES))),
    about: optional(setting(scope("option.setting-about"))),
    reports: optional(setting(channelOrId("option.setting-reports"))),
    seen: optional(hidden(text("option.seen"))),
  },
  isPrivate: true,
  needs: ["settings"],

  form: ({ of }, context) => settingsForm(of, context),

  run({ of, seen: shown, style, answers, zone, language, about, reports }, context) {
    const { again, asker, kept } = context;
    const owner = settingsOwner(OWNERS[of], asker);
    if ("error" in owner) return notice({ kind: owner.error });
    const changes: Changes = {
      language,
      style: toSetting(style, ({ name }) => name),
      isPrivate: toSetting(answers, (value) => value === "private"),
      zone,
      about: toSetting(about, scopeValue),
      reports: toSetting(reports, ({ id }) => id),
    };
    const changed = SETTING_KEYS.filter((key) => changes[key] !== undefined);
    const own = SETTINGS_OF[owner.level];
    if (changed.length === 0 && shown === undefined) return settingsForm(of, context);
    const foreign = changed.find((key) => !own.includes(key));
    if (foreign !== undefined) {
      const level = foreign === "about" ? "channel" : "server";
      return notice({ kind: "setting-of-other-level", option: OPTION_OF[foreign], level }, [
        action({ kind: "option", option: "of", value: level }, again({ of: level })),
      ]);
    }
    const { value: before = {}, version: seen } = kept.settings[owner.level] ?? {};
    if (shown !== undefined && shown !== shortVersion(seen)) {
      return notice({ kind: "changed-meanwhile" }, [
        action({ kind: "correct" }, again({ form: true, seen: undefined })),
        action({ kind: "command", name: "settings show" }, { name: "settings show", options: {} }),
      ]);
    }
    const place = isPlace(reports) && reports.id !== before.reports ? reports : undefined;
    const problem = place && problemWithReports(place, context);
    if (problem !== undefined) return problem;
    const settings = withChanges(before, changes);
    const after = { ...kept.settings, [owner.level]: { value: settings, version: seen } };
    return {
      ...settingsReply({ ...context, kept: { ...kept, settings: after } }, owner.level),
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

/** Asks for the settings of one owner, with those that are set filled in. */
function settingsForm(of: keyof typeof OWNERS, { ask, asker, kept }: RunContext): Reply {
  const owner = settingsOwner(OWNERS[of], asker);
  if ("error" in owner) return notice({ kind: owner.error });
  const { value = {}, version } = kept.settings[owner.level] ?? {};
  const present = {
    ...value,
    isPrivate: value.isPrivate === undefined ? undefined : PRIVACY[Number(value.isPrivate)],
  };
  return ask({
    title: `settings.form-${owner.level}`,
    fields: SETTINGS_OF[owner.level].map((key) => ({
      option: OPTION_OF[key],
      label: `settings.${key}`,
      value: present[key],
    })),
    fixed: { of, seen: shortVersion(version) },
  });
}

/** Returns why failures cannot be reported in a channel. A forum has posts, but takes no messages of its own. */
function problemWithReports(place: Place, context: RunContext): NoticeReply | undefined {
  return place.kind === "forum"
    ? notice({ kind: "reports-in-forum" })
    : problemWithPlace(place, undefined, context);
}

/** The values of `answers:`. */
const PRIVACY = ["public", "private"] as const;

/** Returns the beginning of a version, which is enough to see whether it has changed. */
function shortVersion(version: string | undefined): string {
  return version?.slice(0, 8) ?? "none";
}

/** The name of the option that changes each setting. */
const OPTION_OF: Readonly<Record<SettingKey, string>> = {
  language: "language",
  style: "style",
  isPrivate: "answers",
  zone: "zone",
  about: "about",
  reports: "reports",
};

type Changes = {
  readonly [Key in SettingKey]: Settings[Key] | typeof DEFAULT_VALUE | undefined;
};

/** Converts the value of an option to that of a setting. */
function toSetting<T, S>(
  value: T | typeof DEFAULT_VALUE | undefined,
  convert: (value: T) => S,
): S | typeof DEFAULT_VALUE | undefined {
  if (value === undefined) return undefined;
  return value === DEFAULT_VALUE ? DEFAULT_VALUE : convert(value);
}

/** Returns settings with those that are given; `default` removes one. */
function withChanges(settings: Settings, changes: Changes): Settings {
  const result = new Map<string, unknown>(Object.entries(settings));
  for (const [key, value] of Object.entries(changes)) {
    if (value === DEFAULT_VALUE) result.delete(key);
    else if (value !== undefined) result.set(key, value);
  }
  return Object.fromEntries(result);
}
