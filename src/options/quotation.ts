import { parsed } from "../command/option-types.ts";
import type { Option } from "../command/types.ts";
import { tokensOf, wordCount } from "../language/tokenizer.ts";
import { quotedOneByOne } from "../verify/quotation-finder.ts";

/** How much of a quotation is compared: words, and characters, which a message must be able to show. */
const MOST_WORDS = 300;
export const LONGEST_QUOTATION = 2000;

/** Words that somebody says stand in the corpus. */
export function quotation(description: string): Option<string> {
  return parsed(description, {
    expects: `words to compare: at most ${MOST_WORDS} words and ${LONGEST_QUOTATION.toLocaleString("en")} characters`,
    longest: LONGEST_QUOTATION,
    parse: (typed) => (wordCount(typed) > 0 && isVerifiable(typed) ? { value: typed } : undefined),
  });
}

/** As many of a message's quotations as there is room for, and how many are left. */
export function askedOf(quotations: readonly string[]) {
  const fitting: string[] = [];
  for (const one of quotations) {
    if (isVerifiable(quotedOneByOne([...fitting, one]))) fitting.push(one);
  }
  const left = quotations.length - fitting.length;
  const [first = beginningOf(quotations[0] ?? ""), second] = fitting;
  if (second === undefined && left === 0) return { text: first };
  return { text: quotedOneByOne([first, ...fitting.slice(1)]), each: true, left };
}

function isVerifiable(text: string): boolean {
  return text.length <= LONGEST_QUOTATION && wordCount(text) <= MOST_WORDS;
}

/** As much of a quotation as can be compared, up to the end of a word. */
function beginningOf(text: string): string {
  const ends = tokensOf(text)
    .slice(0, MOST_WORDS)
    .map((token) => token.end);
  const end = ends.findLast(
    (at) => quotedOneByOne([text.slice(0, at)]).length <= LONGEST_QUOTATION,
  );
  return text.slice(0, end);
}
