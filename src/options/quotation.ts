import { parsedText } from "../command/option-types.ts";
import type { Option } from "../command/types.ts";
import { countWords, tokenize } from "../language/tokenizer.ts";
import { quoteEach } from "../verify/quotation-finder.ts";

/** How much of a quotation is compared: words, and characters, which a message must be able to show. */
const MAX_QUOTATION_WORDS = 300;
export const MAX_QUOTATION_LENGTH = 2000;

/** Words that somebody says stand in the corpus. */
export function quotation(description: string): Option<string> {
  return parsedText(description, {
    expects: `words to compare: at most ${MAX_QUOTATION_WORDS} words and ${MAX_QUOTATION_LENGTH.toLocaleString("en")} characters`,
    longest: MAX_QUOTATION_LENGTH,
    parse: (typed) => (countWords(typed) > 0 && isVerifiable(typed) ? { value: typed } : undefined),
  });
}

/** As many of a message's quotations as there is room for, and how many are left. */
export function verifyOptions(quotations: readonly string[]) {
  const fitting: string[] = [];
  for (const one of quotations) {
    if (isVerifiable(quoteEach([...fitting, one]))) fitting.push(one);
  }
  const left = quotations.length - fitting.length;
  const [first = truncateQuotation(quotations[0] ?? ""), second] = fitting;
  if (second === undefined && left === 0) return { text: first };
  return { text: quoteEach([first, ...fitting.slice(1)]), each: true, left };
}

function isVerifiable(text: string): boolean {
  return text.length <= MAX_QUOTATION_LENGTH && countWords(text) <= MAX_QUOTATION_WORDS;
}

/** As much of a quotation as can be compared, up to the end of a word. */
function truncateQuotation(text: string): string {
  const ends = tokenize(text)
    .slice(0, MAX_QUOTATION_WORDS)
    .map((token) => token.end);
  const end = ends.findLast((at) => quoteEach([text.slice(0, at)]).length <= MAX_QUOTATION_LENGTH);
  return text.slice(0, end);
}
