import type { LabelKey } from "../catalogue/catalogue.ts";
import { parsedText } from "../command/option-types.ts";
import type { Option, RawOptions } from "../command/types.ts";
import { countWords, tokenize } from "../language/tokenizer.ts";
import { joinQuotations } from "../verify/quotation-finder.ts";

/** The limits of a quotation: in words, and in UTF-16 code units, which must fit into a message. */
const MAX_QUOTATION_WORDS = 300;
export const MAX_QUOTATION_LENGTH = 2000;

/** Declares an option for words to verify. */
export function quotation(description: LabelKey): Option<string> {
  return parsedText(description, {
    expects: { kind: "quotation", words: MAX_QUOTATION_WORDS, max: MAX_QUOTATION_LENGTH },
    maxLength: MAX_QUOTATION_LENGTH,
    parse: (typed) => (countWords(typed) > 0 && isVerifiable(typed) ? { value: typed } : undefined),
  });
}

/** Returns the options with which `/verify` checks a message's quotations. */
export function verifyOptions(quotations: readonly string[]): RawOptions {
  const { fitting, left } = fitQuotations(quotations);
  return fitting.length === 1 && left === 0
    ? { text: fitting[0] }
    : { text: joinQuotations(fitting), each: true, left };
}

/**
 * Returns as many of a message's quotations as fit into an option, and the number of those `left`. If none
 * fits, it is the beginning of the first.
 */
export function fitQuotations(quotations: readonly string[]): {
  readonly fitting: readonly string[];
  readonly left: number;
} {
  const fitting: string[] = [];
  for (const one of quotations) {
    if (isVerifiable(joinQuotations([...fitting, one]))) fitting.push(one);
  }
  const left = quotations.length - fitting.length;
  // A message without words has no quotation: the option then rejects the empty text.
  return {
    fitting: fitting.length > 0 ? fitting : [truncateQuotation(quotations[0] ?? "")],
    left,
  };
}

/** Whether a text is short enough to be verified. */
export function isVerifiable(text: string): boolean {
  return text.length <= MAX_QUOTATION_LENGTH && countWords(text) <= MAX_QUOTATION_WORDS;
}

/** Cuts a quotation to the limits at the end of a word. */
function truncateQuotation(text: string): string {
  const end = tokenize(text)
    .slice(0, MAX_QUOTATION_WORDS)
    .findLast(
      (token) => joinQuotations([text.slice(0, token.end)]).length <= MAX_QUOTATION_LENGTH,
    )?.end;
  // If not even one word fits, the whole text is kept, and the option rejects it.
  return text.slice(0, end);
}
