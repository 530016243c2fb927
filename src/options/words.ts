import type { LabelKey } from "../catalogue/catalogue.ts";
import { text } from "../command/option-types.ts";
import type { Option } from "../command/types.ts";
import { MAX_SUGGESTIONS, suggestionOf } from "./choices.ts";

/**
 * Declares an option for a search query. Completion extends its last word to words of the corpus.
 */
export function words(description: LabelKey): Option<string> {
  return {
    ...text(description),
    suggest: (typed, { library }) =>
      library.completeWords(typed, MAX_SUGGESTIONS).map(suggestionOf),
    acceptsAnyText: true,
  };
}
