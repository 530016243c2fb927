import type { LabelKey } from "../catalogue/catalogue.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { Option } from "../command/types.ts";
import { MAX_SUGGESTIONS, suggestionOf } from "./choices.ts";

/** The value with which a setting follows the next level again. */
export const DEFAULT_VALUE = "default";

/** Declares an option that takes one of a few words. */
export function oneOf<const T extends string>(
  description: LabelKey,
  values: readonly [T, ...T[]],
): Option<T> {
  return parsedText<T>(description, {
    expects: { kind: "one-of", values },
    choices: () => values.map(suggestionOf),
    suggest: (typed) =>
      values.filter((value) => value.startsWith(typed.trim().toLowerCase())).map(suggestionOf),
    parse(typed) {
      const value = values.find((one) => one === typed.toLowerCase());
      return value === undefined ? undefined : { value };
    },
  });
}

/** Declares an option for a setting: a value of `option`, or `default`. */
export function setting<T>(option: Option<T>): Option<T | typeof DEFAULT_VALUE> {
  const { suggest, parse } = option;
  return {
    ...option,
    defaultValue: undefined,
    whenEmpty: DEFAULT_VALUE,
    ...(suggest && {
      suggest: (typed, context, t) => {
        const isDefault = DEFAULT_VALUE.startsWith(typed.trim().toLowerCase());
        return [
          ...suggest(typed, context, t).slice(0, MAX_SUGGESTIONS - 1),
          ...(isDefault ? [suggestionOf(DEFAULT_VALUE)] : []),
        ];
      },
    }),
    parse(given, context) {
      const isDefault = typeof given === "string" && given.trim().toLowerCase() === DEFAULT_VALUE;
      return isDefault ? { value: DEFAULT_VALUE } : parse(given, context);
    },
  };
}

/** Declares an option for a time zone of IANA's database. Its value is the zone's name. */
export function zone(description: LabelKey): Option<string> {
  return parsedText(description, {
    expects: { kind: "zone" },
    maxLength: MAX_ZONE,
    suggest: (typed) => {
      const sought = normalizeZone(typed);
      const zones = zoneNames().filter((name) => normalizeZone(name).includes(sought));
      return zones.slice(0, MAX_SUGGESTIONS).map(suggestionOf);
    },
    parse(typed) {
      const sought = normalizeZone(typed);
      const value = zoneNames().find((name) => normalizeZone(name) === sought);
      if (value !== undefined) return { value };
      const close = zoneNames().filter((name) => normalizeZone(name).includes(sought));
      return optionError({ kind: "unknown-zone", typed }, close.slice(0, 5));
    },
  });
}

/** Longer than the name of any zone, in UTF-16 code units. */
const MAX_ZONE = 64;

function zoneNames(): readonly string[] {
  return [...Intl.supportedValuesOf("timeZone"), "UTC"];
}

function normalizeZone(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "_");
}
