import { type Translate, withNames } from "../catalogue/catalogue.ts";
import { availableLanguage, translationInto } from "../language/translation/catalogues.ts";
import type { Situation } from "./kept.ts";
import type { ResolvedSetting } from "./settings.ts";

/**
 * Returns the language of an answer, as one of `CATALOGUE_LANGUAGES` unless it is `configured`. A private answer is in the asker’s: their
 * setting, otherwise that of their Discord. A public one is in the place’s: the channel’s setting, the server’s, otherwise the
 * language of a community. Outside of servers all answers are in the asker’s. An
 * unknown language, or one without a catalogue, counts as none; `configured` remains at the end. This is the only rule.
 */
export function resolveLanguage(
  { asker, kept: { settings } }: Pick<Situation, "asker" | "kept">,
  isPrivate: boolean,
  configured: string,
): ResolvedSetting<string> {
  const ofAsker = [
    { from: "user", tag: settings.user?.value.language },
    { from: "discord", tag: asker.locale },
  ] as const;
  const ofPlace = [
    { from: "channel", tag: settings.channel?.value.language },
    { from: "server", tag: settings.server?.value.language },
    { from: "discord", tag: asker.serverLocale },
  ] as const;
  const isForAsker = isPrivate || asker.server === undefined;
  let ignored: Pick<ResolvedSetting<string>, "ignored"> = {};
  for (const { from, tag } of isForAsker ? [...ofAsker, ...ofPlace] : ofPlace) {
    const value = availableLanguage(tag);
    if (value !== undefined) return { value, from, ...ignored };
    if (tag !== undefined && from !== "discord" && ignored.ignored === undefined) {
      ignored = { ignored: { value: tag, from } };
    }
  }
  return { value: configured, from: "configuration", ...ignored };
}

/** Returns what puts an answer into the words of its language. `labels` are the corpus’s own, by language. */
export function translationFor(
  situation: Pick<Situation, "asker" | "kept">,
  isPrivate: boolean,
  configured: Translate,
  labels: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(),
): Translate {
  const { value } = resolveLanguage(situation, isPrivate, configured.language);
  const t = value === configured.language ? configured : (translationInto(value) ?? configured);
  return withNames(t, labels.get(t.language) ?? new Map());
}
