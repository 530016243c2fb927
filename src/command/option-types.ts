import type { LabelKey } from "../catalogue/catalogue.ts";
import type { Failure } from "../foundation/result.ts";
import { everyNameOf } from "../language/translation/local-names.ts";
import type { NoticeReason } from "../reply/notice-reason.ts";
import type { Action } from "../reply/reply.ts";
import type { Context, Option, OptionError, OptionResult } from "./types.ts";

/** The maximum length of a text option's value, in UTF-16 code units, unless the option sets its own. */
const MAX_TEXT_LENGTH = 300;

/** Declares a text option whose input `parse` turns into a `T`. It is required until `optional`. */
export function parsedText<T>(
  description: LabelKey,
  {
    expects,
    maxLength = MAX_TEXT_LENGTH,
    suggest,
    choices,
    parse,
  }: Pick<Option<T>, "expects" | "suggest" | "choices"> & {
    /** In UTF-16 code units. Discord enforces it as well. */
    maxLength?: number;
    parse: (text: string, context: Context) => OptionResult<T> | undefined;
  },
): Option<T> {
  return {
    type: "text",
    description,
    required: true,
    hidden: false,
    expects,
    bounds: { min: 1, max: maxLength },
    ...(suggest && { suggest }),
    ...(choices && { choices }),
    defaultValue: undefined,
    parse(given, context) {
      const text = typeof given === "string" ? given.trim() : "";
      return text === "" || text.length > maxLength ? undefined : parse(text, context);
    },
  };
}

/** Declares an option for free text. */
export function text(description: LabelKey): Option<string> {
  return parsedText(description, {
    expects: { kind: "text", max: MAX_TEXT_LENGTH },
    parse: (value) => ({ value }),
  });
}

/** Declares an option for an integer from `min` to `max`. */
export function integer(
  description: LabelKey,
  { min, max }: { min: number; max: number },
): Option<number> {
  return {
    type: "integer",
    description,
    required: true,
    hidden: false,
    expects: { kind: "integer", min, max },
    bounds: { min, max },
    defaultValue: undefined,
    parse(given) {
      const value = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
      const isValid =
        typeof value === "number" && Number.isInteger(value) && min <= value && value <= max;
      return isValid ? { value } : undefined;
    },
  };
}

const FLAG_VALUES = new Map<unknown, boolean>([
  ...[true, false].flatMap((value) =>
    [value, ...everyNameOf("value", String(value))].map((name) => [name, value] as const),
  ),
  ["yes", true],
  ["no", false],
  ["on", true],
  ["off", false],
]);

/** Declares a yes-or-no option. */
export function flag(description: LabelKey): Option<boolean> {
  return {
    type: "flag",
    description,
    required: true,
    hidden: false,
    expects: { kind: "flag" },
    choices: () => ["true", "false"].map((value) => ({ label: value, value })),
    defaultValue: undefined,
    parse(given) {
      const value = FLAG_VALUES.get(typeof given === "string" ? given.trim().toLowerCase() : given);
      return value === undefined ? undefined : { value };
    },
  };
}

/** Makes an option optional. Without it, its value is `defaultValue`. */
export function optional<T>(option: Option<T>): Option<T | undefined>;
export function optional<T>(option: Option<T>, defaultValue: NoInfer<T>): Option<T>;
export function optional<T>(option: Option<T>, defaultValue?: T): Option<T | undefined> {
  return { ...option, required: false, defaultValue };
}

/** Reserves an option for actions: users never see it. */
export function hidden<T>(option: Option<T>): Option<T> {
  return { ...option, hidden: true };
}

/** Rejects an option's input, and offers the values that the user may have meant. */
export function optionError(
  reason: NoticeReason,
  values: readonly string[] = [],
  actions: readonly Action[] = [],
): Failure<OptionError> {
  return { error: { reason, offers: values.map((value) => ({ value })), actions } };
}
