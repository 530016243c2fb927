import type { RootContent } from "mdast";
import { type Message, message } from "../../catalogue/catalogue.ts";
import { wordsInContent } from "./lost-words.ts";

/** Five letters of an alphabet or more, each of which a space separates from the next: “t h e l a m p”. */
const SPACED_LETTERS =
  /(?<![\p{L}\p{N}])(?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\p{L}(?: \p{L}){4,}(?![\p{L}\p{N}])/gu;

/** How many UTF-16 code units of an example a remark shows. */
const MAX_EXAMPLE = 40;

/** Returns a sentence on letters that are set with spaces, which do not show where words end, if there are any. */
export function describeSpacedLetters(content: readonly RootContent[]): readonly Message[] {
  const places = wordsInContent(content).flatMap((text) => text.match(SPACED_LETTERS) ?? []);
  const [example] = places;
  if (example === undefined) return [];
  return [
    message("remark.spaced-letters", {
      count: places.length,
      example: example.slice(0, MAX_EXAMPLE).trim(),
    }),
  ];
}
