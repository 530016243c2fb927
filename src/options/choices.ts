import type { Suggestion } from "../command/types.ts";

/** The maximum number of values that a notice offers as actions. */
export const MAX_OFFERED_VALUES = 5;

/** The maximum number of completions that any front end shows. */
export const MAX_SUGGESTIONS = 25;

export const suggestionOf = (value: string): Suggestion => ({ label: value, value });
