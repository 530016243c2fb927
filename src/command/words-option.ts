import type { Option } from "./command.ts";
import { MOST_SUGGESTIONS, plain } from "./corpus-options.ts";
import { text } from "./option.ts";

/** Words to look for, of which the last is completed by the corpus’s own. */
export function words(description: string): Option<string> {
  return {
    ...text(description),
    suggest: (typed, { library }) => library.completed(typed, MOST_SUGGESTIONS).map(plain),
    isFree: true,
  };
}
