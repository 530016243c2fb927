import { optionError } from "../command/option-types.ts";
import type { OptionError, Suggestion } from "../command/types.ts";
import type { Failure } from "../foundation/result.ts";

/** The maximum number of values that a notice offers as actions. */
export const MAX_OFFERED_VALUES = 5;

/** The maximum number of completions that any front end shows. */
export const MAX_SUGGESTIONS = 25;

export const suggestionOf = (value: string): Suggestion => ({ label: value, value });

/** Rejects a name that the corpus does not have, and offers the closest one that it has. */
export function notFound(
  of: "person" | "topic",
  typed: string,
  closest: string | undefined,
): Failure<OptionError> {
  return closest === undefined
    ? optionError({ kind: "unknown-name", of, typed })
    : optionError({ kind: "unknown-name", of, typed, closest }, [closest]);
}
