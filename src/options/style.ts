import type { LabelKey } from "../catalogue/catalogue.ts";
import type { Style } from "../cite/style.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { Context, Option, Suggestion } from "../command/types.ts";
import { localChoice } from "../reply/layout/form.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { MAX_SUGGESTIONS } from "./choices.ts";

/** Declares an option for a citation style, by its name, its label or its title. */
export function style(description: LabelKey): Option<Style> {
  return parsedText(description, {
    expects: { kind: "style" },
    suggest: (typed, context, t) =>
      styleIndex(context)
        .complete(typed, MAX_SUGGESTIONS)
        .map(suggestionOfStyle)
        .map((one) => ({ ...one, label: localChoice(one, t) })),
    choices: ({ styles }) => styles.all.map(suggestionOfStyle),
    parse(typed, context) {
      const result = styleIndex(context).resolve(typed);
      switch (result.kind) {
        case "one":
          return { value: result.value };
        case "several": {
          const names = result.values.map(({ name }) => name);
          return optionError({ kind: "several-names", typed, names }, names);
        }
        case "none": {
          const names = context.styles.all.map(({ name }) => name);
          return optionError(
            { kind: "unknown-style", typed, styles: names },
            result.near && [result.near.name],
          );
        }
      }
    },
  });
}

function suggestionOfStyle({ name, title }: Style): Suggestion {
  return { label: `${name} · ${title}`, value: name };
}

function styleIndex({ styles }: Context) {
  return createNameIndex(() =>
    styles.all.map((value) => ({ value, names: [value.name, value.label, value.title] })),
  );
}
