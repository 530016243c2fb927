import type { Document } from "../src/corpus/document.ts";
import type { Verdict } from "../src/verify/verdict.ts";
import { type Place, placesOf, textOf, wordsAt } from "./place.ts";

/** Letters and digits in lower case, with single spaces for all between them. Knows nothing of Ibid's folding. */
export function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** In words. Shorter runs are formulas. */
const LONG_RUN = 8;

/** Finds words by reading everything: what verdicts are judged by. */
export interface BruteForce {
  /** Whether the words of a text stand one after the other in a document. */
  has(text: string): boolean;
  /** Whether so long a run of a text's words stands there that whoever wrote them repeats them. */
  hasMost(text: string): boolean;
  /** Whether a verdict says that words stand where they do not. */
  refutes(verdict: Verdict, text: string): boolean;
}

export function createBruteForce(documents: readonly Document[]): BruteForce {
  const subjects = documents.map((document) => ` ${bare(textOf(document))} `);

  function has(text: string): boolean {
    const words = ` ${bare(text)} `;
    return subjects.some((subject) => subject.includes(words));
  }

  function refutes(verdict: Verdict, text: string): boolean {
    const found = placesOf(verdict);
    const isThere = found.every((places) => bare(wordsAt(places)) === bare(text));
    switch (verdict.kind) {
      case "exact":
        return !(isThere && has(text) && found.flat().some((place) => spells(place, text)));
      case "typography":
        return !(isThere && has(text));
      case "shortened":
        return !(isThere && found.every(isInOrder));
      case "common":
        return !has(text);
      case "altered":
      case "stitched":
      case "none":
        return false;
    }
  }
  function hasMost(text: string): boolean {
    const words = bare(text).split(" ");
    const length = Math.max(LONG_RUN, Math.ceil(words.length / 2));
    const starts = [...words.keys()].filter((start) => start + length <= words.length);
    return starts.some((start) => has(words.slice(start, start + length).join(" ")));
  }

  return { has, hasMost, refutes };
}

/** Whether the document has the text character for character. */
function spells({ document }: Place, text: string): boolean {
  // Quotation marks around a quotation are those of whoever quotes.
  const words = text.trim().replace(/^["'“”‘’]+|["'“”‘’]+$/g, "");
  // Between two passages any white space is as it should be.
  return textOf(document).replaceAll("\n", " ").includes(words.replaceAll("\n", " "));
}

function isInOrder(places: readonly Place[]): boolean {
  return places.every((place, index) => {
    const next = places[index + 1];
    return next === undefined || (next.document === place.document && next.start >= place.end);
  });
}
