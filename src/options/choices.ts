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
  kind: "person" | "topic",
  typed: string,
  closest: string | undefined,
): Failure<OptionError> {
  const sentence = `This corpus has no ${kind} called “${typed}”.`;
  if (closest !== undefined) return optionError(`${sentence} Is ${closest} meant?`, [closest]);
  const list = kind === "person" ? "people" : "topics";
  return optionError(`${sentence} \`/${list}\` lists those it has.`);
}
