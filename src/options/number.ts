import type { LabelKey } from "../catalogue/catalogue.ts";
import { parsedText } from "../command/option-types.ts";
import type { Option } from "../command/types.ts";
import type { Document } from "../corpus/document.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import { parseRomanNumeral } from "../language/numerals.ts";
import { memoizeByLibrary } from "../search/memoize-by-library.ts";
import { MAX_SUGGESTIONS } from "./choices.ts";

/** The maximum length of a number, in UTF-16 code units. */
const MAX_NUMBER_LENGTH = 40;

/** Declares an option for the number that a work gives to a letter or to another part of it. */
export function documentNumber(description: LabelKey): Option<string> {
  return parsedText(description, {
    expects: { kind: "text", max: MAX_NUMBER_LENGTH },
    maxLength: MAX_NUMBER_LENGTH,
    suggest: (typed, { library }) => {
      const number = normalizeNumber(typed);
      const known = numbersIn(library);
      const beginning = [...known].filter((one) => one.startsWith(number));
      return [...new Set(known.has(number) ? [number, ...beginning] : beginning)]
        .slice(0, MAX_SUGGESTIONS)
        .map((value) => ({ label: value, value }));
    },
    parse: (value) => ({ value: normalizeNumber(value) }),
  });
}

const numbersIn = memoizeByLibrary(
  ({ corpus }) => new Set(corpus.documents.flatMap((document) => numberOf(document) ?? [])),
);

/** Whether a document has a number, in whatever digits it is written. */
export function hasNumber(document: Document, number: string): boolean {
  return numberOf(document) === number;
}

/** Returns the number of a document in digits, if it has one. */
export const numberOf = memoizeByObject(({ more: { number } }: Document) =>
  number === undefined ? undefined : normalizeNumber(number),
);

/** Returns “216” for “No. 216”, “letter CCXVI” and “216.”. */
function normalizeNumber(text: string): string {
  const last =
    text
      .trim()
      .replace(/\W+$/u, "")
      .split(/[\s#]+/)
      .at(-1) ?? "";
  const value = /^[IVXLC]+$/.test(last) ? parseRomanNumeral(last.toLowerCase()) : undefined;
  return value === undefined ? last.toLowerCase() : String(value);
}
