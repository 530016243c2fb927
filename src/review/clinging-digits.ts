import { message } from "../catalogue/catalogue.ts";
import type { Document } from "../corpus/document.ts";
import { groupIfMany, type Problem } from "../corpus/problem.ts";
import { fileLocationOf } from "./passage-locations.ts";

/** The number of a note after a word or its punctuation, or that of a verse before a word. */
const CLINGING_DIGITS =
  /(?<![\p{L}\p{N}#])(?:\p{L}\p{Ll}{2,}[.,;:!?]?["”’»)]{0,2}\d{1,3}|\d{1,3}\p{Lu}\p{Ll}{2,})(?![\p{L}\p{N}]|[.,:]\d)/gu;

/** Finds documents in which digits cling to words. Reports each document once, at the first place, and many as one. */
export function findClingingDigits(documents: readonly Document[]): readonly Problem[] {
  let example: string | undefined;
  const advice = documents.flatMap((document) => {
    const places = document.passages.flatMap((passage) =>
      [...passage.text.matchAll(CLINGING_DIGITS)].map(({ 0: word, index }) => {
        return { word, location: fileLocationOf({ document, passage }, index) };
      }),
    );
    const [first, ...others] = places;
    if (first === undefined) return [];
    example ??= first.word;
    return [
      {
        ...first.location,
        message: message("advice.clinging-digit", { word: first.word, more: others.length }),
        remedy: message("remedy.clinging-digit"),
      },
    ];
  });
  return groupIfMany(advice, { key: "advice.clinging-digits", ...(example && { example }) });
}
