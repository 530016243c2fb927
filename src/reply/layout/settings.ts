import type { Translate } from "../../catalogue/catalogue.ts";
import type { PrivacyReply, SettingsReply } from "../reply.ts";
import {
  type Fact,
  factBlocks,
  finePrint,
  heading,
  type LayoutBlock,
  sentenceBlock,
} from "./blocks.ts";

/** Lays out settings, each with the level from which it comes. */
export function settingsBlocks(
  { settings, changed, problem }: SettingsReply,
  t: Translate,
): readonly LayoutBlock[] {
  return [
    heading(t("settings.title")),
    ...(changed === undefined ? [] : [sentenceBlock(t(`settings.changed-${changed}`))]),
    ...factBlocks(
      settings.map(({ setting, value, from }) => ({
        label: t(`settings.${setting}`),
        value: t(`settings.from-${from}`, { value: describeValue(value, t) }),
      })),
    ),
    ...finePrint(
      problem === undefined ? t("settings.order") : t(`store.${problem}`),
      t("settings.how"),
    ),
  ];
}

function describeValue(value: string | boolean, t: Translate): string {
  if (typeof value === "string") return value;
  return value ? t("settings.private") : t("settings.public");
}

/** Lays out everything that is kept of a user, line by line. */
export function privacyBlocks(
  { user, settings, tray, schedules, deletion }: PrivacyReply,
  t: Translate,
): readonly LayoutBlock[] {
  const facts: readonly Fact[] = [
    ...Object.entries(settings).map(([key, value]) => ({ label: key, value: String(value) })),
    ...tray.map((receipt, index) => ({
      label: t("privacy.quotation", { number: t.number(index + 1) }),
      value: receipt,
    })),
    ...schedules.map(({ id, title = id }) => ({ label: t("privacy.schedule"), value: title })),
  ];
  return [
    heading(t("privacy.title")),
    ...(deletion === "to-confirm" ? [sentenceBlock(t("privacy.confirm"))] : []),
    ...(deletion === "done"
      ? [sentenceBlock(t("privacy.deleted"))]
      : facts.length === 0
        ? [sentenceBlock(t("privacy.nothing"))]
        : factBlocks([{ label: t("privacy.user"), value: user }, ...facts])),
    ...finePrint(t("privacy.never")),
  ];
}
