import type { Translate } from "../src/catalogue/catalogue.ts";
import { translationInto } from "../src/language/translation/catalogues.ts";

/** Returns what puts messages into the words of a language that has a catalogue. */
export function translation(language: string): Translate {
  const t = translationInto(language);
  if (t === undefined) throw new Error(`No catalogue is in ${language}.`);
  return t;
}
