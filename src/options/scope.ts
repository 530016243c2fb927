import type { LabelKey } from "../catalogue/catalogue.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { Context, Option } from "../command/types.ts";
import { corpusParts } from "../search/corpus-parts.ts";
import { type CorpusPart, scopeValue } from "../search/filter.ts";
import { MAX_OFFERED_VALUES, MAX_SUGGESTIONS } from "./choices.ts";

/** Declares an option for a part of the corpus: a work, a folder or a document. */
export function scope(description: LabelKey): Option<CorpusPart> {
  return parsedText<CorpusPart>(description, {
    expects: { kind: "scope" },
    suggest: (typed, { library }) =>
      corpusParts(library)
        .find(typed, MAX_SUGGESTIONS)
        .map((one) => ({ label: one.label, value: scopeValue(one) })),
    parse(typed, { library }) {
      const { withValue, resolve } = corpusParts(library);
      const known = withValue(typed);
      if (known !== undefined) return { value: known };
      const result = resolve(typed);
      switch (result.kind) {
        case "one":
          return { value: result.value };
        case "several":
          return optionError(
            {
              kind: "several-names",
              typed,
              names: result.values.slice(0, MAX_OFFERED_VALUES).map(({ label }) => label),
            },
            result.values.slice(0, MAX_OFFERED_VALUES).map(scopeValue),
          );
        case "none":
          return optionError(
            {
              kind: "unknown-name",
              of: "scope",
              typed,
              ...(result.near && { closest: result.near.label }),
            },
            result.near && [scopeValue(result.near)],
          );
      }
    },
  });
}

/** The value of `in:` for the whole corpus, whatever the channel is about. */
const WHOLE_CORPUS = "*";

/**
 * Declares the option `in:`, which narrows a command to a part of the corpus. Where the user leaves it out, it is the
 * part that the channel is about. Its value is undefined for the whole corpus.
 */
export function within(description: LabelKey): Option<CorpusPart | undefined> {
  const part = scope(description);
  return {
    ...part,
    required: false,
    defaultValue: undefined,
    // A passage is where it is, whatever the channel is about.
    fromSettings: ({ about }, { passage }) =>
      about === undefined || passage !== undefined ? undefined : scopeValue(about),
    suggest(typed, context, t) {
      const parts = part.suggest?.(typed, context, t) ?? [];
      if (context.about === undefined || typed.trim() !== "") return parts;
      const whole = { label: t("scope.whole-corpus"), value: WHOLE_CORPUS };
      return [whole, ...parts.slice(0, MAX_SUGGESTIONS - 1)];
    },
    parse(given, context) {
      const value = typeof given === "string" ? given.trim() : "";
      if (value === WHOLE_CORPUS) return { value: undefined };
      // The path of a folder, as a setting has it, may be longer than what one may type.
      const known = corpusParts(context.library).withValue(value);
      return known === undefined ? part.parse(given, context) : { value: known };
    },
  };
}

/** Returns the option `in:` with which another command is about the same part of the corpus. */
export function withinOption(
  scope: CorpusPart | undefined,
  { about }: Context,
): { readonly in?: string } {
  if (scope !== undefined) return { in: scopeValue(scope) };
  return about === undefined ? {} : { in: WHOLE_CORPUS };
}
