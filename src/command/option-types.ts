import type { Context, Option, OptionResult } from "./types.ts";

/** What a text option may be given, in characters, unless it says otherwise. */
const LONGEST_TEXT = 300;

/** Text that `parse` turns into a `T`. Like every option, it is required unless it is `optional`. */
export function parsedText<T>(
  description: string,
  {
    expects,
    longest = LONGEST_TEXT,
    suggest,
    parse,
  }: Pick<Option<T>, "expects" | "suggest"> & {
    /** In characters; Discord sends at most so many. */
    longest?: number;
    parse: (text: string, context: Context) => OptionResult<T> | undefined;
  },
): Option<T> {
  return {
    type: "text",
    description,
    required: true,
    hidden: false,
    expects,
    bounds: { min: 1, max: longest },
    ...(suggest && { suggest }),
    absent: undefined,
    read(given, context) {
      const text = typeof given === "string" ? given.trim() : "";
      return text === "" || text.length > longest ? undefined : parse(text, context);
    },
  };
}

/** Free text. */
export function text(description: string): Option<string> {
  return parsedText(description, {
    expects: `text of 1 to ${LONGEST_TEXT} characters`,
    parse: (value) => ({ value }),
  });
}

export function integer(
  description: string,
  { min, max }: { min: number; max: number },
): Option<number> {
  return {
    type: "integer",
    description,
    required: true,
    hidden: false,
    expects: `a whole number from ${min} to ${max.toLocaleString("en")}`,
    bounds: { min, max },
    absent: undefined,
    read(given) {
      const value = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
      const fits =
        typeof value === "number" && Number.isInteger(value) && min <= value && value <= max;
      return fits ? { value } : undefined;
    },
  };
}

/** Yes or no. */
export function flag(description: string): Option<boolean> {
  const words = new Map<unknown, boolean>([
    [true, true],
    [false, false],
    ["true", true],
    ["false", false],
    ["yes", true],
    ["no", false],
    ["on", true],
    ["off", false],
  ]);
  return {
    type: "flag",
    description,
    required: true,
    hidden: false,
    expects: "true or false",
    absent: undefined,
    read(given) {
      const value = words.get(typeof given === "string" ? given.trim().toLowerCase() : given);
      return value === undefined ? undefined : { value };
    },
  };
}

/** Lets the user leave `option` out, which then means `fallback`. */
export function optional<T>(option: Option<T>): Option<T | undefined>;
export function optional<T>(option: Option<T>, fallback: NoInfer<T>): Option<T>;
export function optional<T>(option: Option<T>, fallback?: T): Option<T | undefined> {
  return { ...option, required: false, absent: fallback };
}

/** Keeps `option` for actions: nobody is asked for it. */
export function hidden<T>(option: Option<T>): Option<T> {
  return { ...option, hidden: true };
}
