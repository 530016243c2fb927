import type { OptionError, Suggestion } from "../command/types.ts";

/** How many values a notice offers to press. */
export const MAX_OFFERED_VALUES = 5;

/** How many completions any front end shows. */
export const MAX_SUGGESTIONS = 25;

export const choiceOf = (value: string): Suggestion => ({ label: value, value });

export function notFound(what: string, typed: string, near: string | undefined): OptionError {
  const plural = what === "person" ? "people" : `${what}s`;
  return near === undefined
    ? {
        message: `This corpus has no ${what} called “${typed}”. \`/${plural}\` lists those it has.`,
      }
    : {
        message: `This corpus has no ${what} called “${typed}”. Is ${near} meant?`,
        values: [near],
      };
}

/** “a, b or c” */
export function formatOr(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names);
}
