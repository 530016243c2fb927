import { wordCount } from "../search/tokens.ts";
import type { Option } from "./command.ts";
import { parsed } from "./option.ts";

/** How much of a quotation is compared: words, and characters, which a message must be able to show. */
export const MOST_WORDS = 300;
export const LONGEST_QUOTATION = 2000;

/** Words that somebody says stand in the corpus. */
export function quotation(description: string): Option<string> {
  return parsed(description, {
    expects: `words to compare: at most ${MOST_WORDS} words and ${LONGEST_QUOTATION.toLocaleString("en")} characters`,
    longest: LONGEST_QUOTATION,
    parse(typed) {
      const words = wordCount(typed);
      return words === 0 || words > MOST_WORDS ? undefined : { value: typed };
    },
  });
}
