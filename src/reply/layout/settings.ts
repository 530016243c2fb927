import type { Translate } from "../../catalogue/catalogue.ts";
import { SETTING_KEYS, type SettingKey } from "../../keeping/settings.ts";
import { availableLanguage, endonymOf } from "../../language/translation/catalogues.ts";
import type { PrivacyReply, SettingsReply } from "../reply.ts";
import {
  type Fact,
  factBlocks,
  finePrint,
  heading,
  type LayoutBlock,
  sentenceBlock,
} from "./blocks.ts";
import { labelledLine, scheduleNameRuns } from "./schedule.ts";

/** Lays out settings, each with the level from which it comes. */
export function settingsBlocks(
  { settings, changed, problem }: SettingsReply,
  t: Translate,
): readonly LayoutBlock[] {
  return [
    heading(t("settings.title")),
    ...(changed === undefined ? [] : [sentenceBlock(t(`settings.changed-${changed}`))]),
    ...factBlocks(settings.map((one) => settingFact(one, t))),
    ...finePrint(
      ...settings.map(({ setting, ignored }) =>
        ignored === undefined
          ? undefined
          : t(`settings.ignored-${ignored.from}`, {
              setting: t(`settings.${setting}`),
              value: describeValue(setting, ignored.value, t),
            }),
      ),
    ),
    ...finePrint(
      problem === undefined ? t("settings.order") : t(`store.${problem}`),
      t("settings.how"),
      settings.some(({ setting, value }) => setting === "about" && value !== undefined)
        ? t("settings.about-how")
        : undefined,
    ),
  ];
}

function settingFact(
  { setting, value, label, from }: SettingsReply["settings"][number],
  t: Translate,
): Fact {
  const isChannel = setting === "reports" && typeof value === "string";
  const described = isChannel ? "" : (label ?? describeValue(setting, value, t));
  return {
    label: t(`settings.${setting}`),
    value: t(`settings.from-${from}`, { value: described }),
    ...(isChannel && { channel: value }),
  };
}

const LANGUAGE_SETTINGS: ReadonlySet<string> = new Set(["language", "publicLanguage"]);

/** “한국어 (ko)”; a value that is no language as it is. */
function describeLanguage(value: string): string {
  return availableLanguage(value) === undefined ? value : `${endonymOf(value)} (${value})`;
}

function describeValue(
  setting: SettingKey | "publicLanguage",
  value: string | boolean | undefined,
  t: Translate,
): string {
  if (value === undefined)
    return setting === "about" ? t("settings.about-all") : t("settings.none");
  if (typeof value === "string")
    return LANGUAGE_SETTINGS.has(setting) ? describeLanguage(value) : value;
  return value ? t("settings.private") : t("settings.public");
}

/** Lays out everything that is kept of a user, line by line. */
export function privacyBlocks(
  { user, settings, tray, schedules, deletion }: PrivacyReply,
  t: Translate,
): readonly LayoutBlock[] {
  const facts: readonly Fact[] = [
    ...SETTING_KEYS.flatMap((setting) => {
      const value = settings[setting];
      if (value === undefined) return [];
      return [{ label: t(`settings.${setting}`), value: describeValue(setting, value, t) }];
    }),
    ...tray.map((receipt, index) => ({
      label: t("privacy.quotation", { number: t.number(index + 1) }),
      value: receipt,
    })),
  ];
  return [
    heading(t("privacy.title")),
    ...(deletion === "to-confirm" ? [sentenceBlock(t("privacy.confirm"))] : []),
    ...(deletion === "done"
      ? [sentenceBlock(t("privacy.deleted"))]
      : facts.length + schedules.length === 0
        ? [sentenceBlock(t("privacy.nothing"))]
        : [
            ...factBlocks([{ label: t("privacy.user"), value: user }, ...facts]),
            ...schedules.map((one) =>
              labelledLine(t("privacy.schedule"), scheduleNameRuns(one, t)),
            ),
          ]),
    ...finePrint(t("privacy.never")),
  ];
}
