import { text } from "../command/option-types.ts";
import type { Option } from "../command/types.ts";
import { MOST_SUGGESTIONS, plain } from "./choices.ts";

/** Words to look for, of which the last is completed by the corpus’s own. */
export function words(description: string): Option<string> {
  return {
    ...text(description),
    suggest: (typed, { library }) => library.completed(typed, MOST_SUGGESTIONS).map(plain),
    isFree: true,
  };
}
