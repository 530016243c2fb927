import type { LabelKey, Translate } from "../catalogue/catalogue.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { Option, Suggestion } from "../command/types.ts";
import { everyNameOf, localValueName } from "../language/translation/local-names.ts";
import { MAX_SUGGESTIONS, suggestionOf } from "./choices.ts";

/** The value with which a setting follows the next level again. */
export const DEFAULT_VALUE = "default";

/** Declares an option that takes one of a few words. */
export function oneOf<const T extends string>(
  description: LabelKey,
  values: readonly T[],
): Option<T> {
  return parsedText<T>(description, {
    expects: { kind: "one-of", values },
    choices: () => values.map(suggestionOf),
    suggest: (typed, _, t) =>
      values.filter((value) => begins(value, typed)).map((value) => localSuggestion(value, t)),
    parse(typed) {
      const value = values.find((one) => isCalled(one, typed));
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
      suggest: (typed, context, t) => [
        ...suggest(typed, context, t).slice(0, MAX_SUGGESTIONS - 1),
        ...(begins(DEFAULT_VALUE, typed) ? [localSuggestion(DEFAULT_VALUE, t)] : []),
      ],
    }),
    parse(given, context) {
      const isDefault = typeof given === "string" && isCalled(DEFAULT_VALUE, given);
      return isDefault ? { value: DEFAULT_VALUE } : parse(given, context);
    },
  };
}

/** Whether a value has this name in some language. */
function isCalled(value: string, typed: string): boolean {
  return everyNameOf("value", value).includes(typed.trim().toLowerCase());
}

/** Whether the name of a value in some language begins with what is typed. */
function begins(value: string, typed: string): boolean {
  const begun = typed.trim().toLowerCase();
  return everyNameOf("value", value).some((name) => name.startsWith(begun));
}

function localSuggestion(value: string, t: Translate): Suggestion {
  return { label: localValueName(value, t), value };
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
