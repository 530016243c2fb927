/** The settings of a user, a channel or a server. Those that are not set follow the next level. */
export interface Settings {
  /** A BCP 47 tag. */
  readonly language?: string;
  /** The name of a citation style. */
  readonly style?: string;
  /** Whether answers are private unless the user asks for a public one. */
  readonly isPrivate?: boolean;
  /** The name of a time zone of IANA's database. */
  readonly zone?: string;
  /** The part of the corpus that a channel is about, as a value of the option `in:`. */
  readonly about?: string;
  /** The id of the channel in which a server’s failures are reported. */
  readonly reports?: string;
}

export type SettingKey = keyof Settings;

export const SETTING_KEYS = ["language", "style", "isPrivate", "zone", "about", "reports"] as const;

/** The levels of settings, in the order in which they apply: a user’s own, a channel’s, a server’s. */
export const LEVELS = ["user", "channel", "server"] as const;

export type SettingsLevel = (typeof LEVELS)[number];

/** The settings that each level has. A form of Discord’s has room for five. */
export const SETTINGS_OF: Readonly<Record<SettingsLevel, readonly SettingKey[]>> = {
  user: ["language", "style", "isPrivate", "zone"],
  channel: ["language", "style", "isPrivate", "zone", "about"],
  server: ["language", "style", "isPrivate", "zone", "reports"],
};

/** The origin of the value of a setting. */
export type SettingOrigin =
  | SettingsLevel
  /** The language of the user’s Discord, or of a server that is a community. */
  | "discord"
  | "configuration";

/** A value, and where it comes from. */
export interface ResolvedSetting<T> {
  readonly value: T;
  readonly from: SettingOrigin;
  /** The first value that is no longer possible, and so ignored, and whose it is. */
  readonly ignored?: { readonly value: string | boolean; readonly from: SettingsLevel };
}

/**
 * Returns the value of a setting for one user in one place: that of the first level that has one which
 * is still possible, otherwise that of the configuration. This is the only rule.
 */
export function resolveSetting<K extends SettingKey, T>(
  key: K,
  levels: Readonly<Partial<Record<SettingsLevel, Settings>>>,
  configured: T,
  isPossible: (value: NonNullable<Settings[K]>) => boolean = () => true,
): ResolvedSetting<NonNullable<Settings[K]> | T> {
  let ignored: { ignored: ResolvedSetting<T>["ignored"] & {} } | undefined;
  for (const level of LEVELS) {
    const value = SETTINGS_OF[level].includes(key) ? levels[level]?.[key] : undefined;
    if (value === undefined || value === null) continue;
    if (isPossible(value)) return { value, from: level, ...ignored };
    ignored ??= { ignored: { value, from: level } };
  }
  return { value: configured, from: "configuration", ...ignored };
}
