import { text } from "../command/option-types.ts";
import type { Option } from "../command/types.ts";
import { choiceOf, MAX_SUGGESTIONS } from "./choices.ts";

/** Words to look for, of which the last is completed by the corpus’s own. */
export function words(description: string): Option<string> {
  return {
    ...text(description),
    suggest: (typed, { library }) => library.completeWords(typed, MAX_SUGGESTIONS).map(choiceOf),
    isFree: true,
  };
}
