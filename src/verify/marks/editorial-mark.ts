import type { CharacterReadings } from "./character-readings.ts";

/** Kinds of marks that an editor or a person who quotes adds to the words of others. */
export const MARK_KINDS = [
  "heading",
  "verse-number",
  "note-number",
  "page-number",
  "sic",
  "emphasis",
  "attribution",
  "unknown-origin",
  "unconfirmed-origin",
  "other-origin",
  "reading",
  "unproven-reading",
  "emoji",
  "link",
  "tag",
  "words",
] as const;

/**
 * A mark that a quotation adds. Those of the kind `words` are in brackets, or outside of its quotation marks; those of the
 * kind `unproven-reading` are Chinese characters and Korean syllables that are not read alike. Attributions to another
 * author, title, date or place than the document has are of the kind `other-origin`, and those of which it says nothing of the kind
 * `unconfirmed-origin`; `unknown-origin` if it has no author.
 */
export interface EditorialMark {
  readonly kind: (typeof MARK_KINDS)[number];
  /** The mark as it is written. */
  readonly text: string;
}

/** A quotation, and the marks that were removed from it. */
export interface UnmarkedText {
  readonly text: string;
  readonly marks: readonly EditorialMark[];
}

/** The use of a word with a capital letter in a corpus: as a name, not at all, or as another word. */
export type WordUse = "name" | "unknown" | "ordinary";

/** How a corpus uses the words of what may be an attribution, and the readings of its words. */
export interface NamingUse extends CharacterReadings {
  /** Returns the use of one word. */
  useOf(word: string): WordUse;
  /** Whether a text is a whole title or heading. */
  isHeading(text: string): boolean;
  /** Removes the title of a document, of which words with small letters are a part too. */
  removeTitle(text: string): string;
}
