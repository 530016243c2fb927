import type { Suggestion, Unclear } from "../command/types.ts";

/** How many values a notice offers to press. */
export const MOST_VALUES = 5;

/** How many completions any front end shows. */
export const MOST_SUGGESTIONS = 25;

export const plain = (value: string): Suggestion => ({ label: value, value });

export function noSuch(what: string, typed: string, near: string | undefined): Unclear {
  const plural = what === "person" ? "people" : `${what}s`;
  return near === undefined
    ? {
        unclear: `This corpus has no ${what} called “${typed}”. \`/${plural}\` lists those it has.`,
      }
    : {
        unclear: `This corpus has no ${what} called “${typed}”. Is ${near} meant?`,
        values: [near],
      };
}

/** “a, b or c” */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names);
}
