import { english, type Translate, withNames } from "../catalogue/catalogue.ts";
import { isTimeZone } from "../corpus/date.ts";
import { resolveLanguage } from "../keeping/answer-language.ts";
import { settingsByLevel } from "../keeping/kept.ts";
import { type ResolvedSetting, resolveSetting } from "../keeping/settings.ts";
import { translationInto } from "../language/translation/catalogues.ts";
import { corpusParts } from "../search/corpus-parts.ts";
import type { CorpusPart } from "../search/filter.ts";
import { labelsByLanguage } from "../search/labels.ts";
import type { Context } from "./types.ts";

/** The settings that apply to one user in one place, and where each comes from. */
export interface ResolvedSettings {
  /** Of private answers. */
  readonly language: ResolvedSetting<string>;
  readonly publicLanguage: ResolvedSetting<string>;
  readonly style: ResolvedSetting<string>;
  readonly isPrivate: ResolvedSetting<boolean>;
  /** Undefined if no zone is set: days then begin as they do in UTC. */
  readonly zone: ResolvedSetting<string | undefined>;
  /** Undefined for the whole corpus. */
  readonly about: ResolvedSetting<string | undefined>;
  /** Undefined if failures are reported in no channel. */
  readonly reports: ResolvedSetting<string | undefined>;
}

/** Resolves all settings of a context. */
export function resolveSettings(context: Context): ResolvedSettings {
  const { kept, library, styles, configured } = context;
  const levels = settingsByLevel(kept);
  return {
    language: resolveLanguage(context, true, configured.language),
    publicLanguage: resolveLanguage(context, false, configured.language),
    style: resolveSetting("style", levels, configured.style, (name) =>
      styles.all.some((style) => style.name === name),
    ),
    isPrivate: resolveSetting("isPrivate", levels, configured.isPrivate),
    zone: resolveSetting("zone", levels, undefined, isTimeZone),
    about: resolveSetting(
      "about",
      levels,
      undefined,
      (value) => corpusParts(library).withValue(value) !== undefined,
    ),
    reports: resolveSetting("reports", levels, undefined),
  };
}

/** Returns what puts a file into the asker’s language: it is their own copy, even if the answer is public. */
export function ownTranslation(context: Context): Translate {
  const { value } = resolveLanguage(context, true, context.configured.language);
  const t = translationInto(value) ?? english;
  return withNames(t, labelsByLanguage(context.library).get(t.language) ?? new Map());
}

/** Returns a context in which the settings of its situation apply. */
export function applySettings(context: Context): Context {
  const { library, styles, day, dayIn } = context;
  const { style, zone, about } = resolveSettings(context);
  return {
    ...context,
    styles: {
      ...styles,
      preferred: styles.all.find(({ name }) => name === style.value) ?? styles.preferred,
    },
    day: zone.value === undefined ? day : (dayIn?.(zone.value) ?? day),
    about: partCalled(about.value, library),
  };
}

function partCalled(
  value: string | undefined,
  library: Context["library"],
): CorpusPart | undefined {
  return value === undefined ? undefined : corpusParts(library).withValue(value);
}
