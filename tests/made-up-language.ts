import { type Catalogue, createTranslate } from "../src/catalogue/catalogue.ts";
import { en } from "../src/catalogue/en/index.ts";

/** A catalogue in which every message is marked as one, and 40 % longer. Names are in full-width letters. */
export const MADE_UP = Object.fromEntries(
  Object.entries(en).map(([key, message]) => [
    key,
    /^(?:command|option|value)-name\./.test(key)
      ? message.replace(/[a-z]/g, (letter) =>
          String.fromCodePoint(letter.charCodeAt(0) - 0x61 + 0xff41),
        )
      : `⟦${message} ${"ẍ".repeat(Math.ceil(message.length * 0.4))}⟧`,
  ]),
) as Catalogue;

export const madeUp = createTranslate("en", MADE_UP);

/** Returns the words in Latin letters outside of all messages, without `known` ones. */
export function wordsOutside(text: string, known: ReadonlySet<string>): readonly string[] {
  // The hash of the corpus, and the ids in addresses, are no words.
  let rest = text.replace(/\b[0-9a-f]{64}\b/g, "");
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, "");
  }
  return [...rest.matchAll(/[A-Za-z]{2,}/g)].flatMap(([word]) => (known.has(word) ? [] : [word]));
}
