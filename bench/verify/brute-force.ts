import type { Document } from "../../src/corpus/document.ts";
import type { Verdict } from "../../src/verify/verdict.ts";
import { documentText, type Place, placesOf, wordsAt } from "./place.ts";

/** Returns letters and digits in lower case, with single spaces between them. Independent of Ibid's folding. */
export function normalizeWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** In words. Shorter runs are set phrases. */
export const LONG_RUN = 6;

/** Finds words by reading the whole corpus: the reference for judging verdicts. */
export interface BruteForce {
  /** Whether the words of a text occur consecutively in a document. */
  has(text: string): boolean;
  /** Whether a document contains such a long run of a text's words that its author repeats them. */
  hasMost(text: string): boolean;
  /** Whether a verdict claims that words occur where they do not. */
  refutes(verdict: Verdict, text: string): boolean;
}

export function createBruteForce(documents: readonly Document[]): BruteForce {
  const subjects = documents.map((document) => ` ${normalizeWords(documentText(document))} `);

  function has(text: string): boolean {
    const words = ` ${normalizeWords(text)} `;
    return subjects.some((subject) => subject.includes(words));
  }

  function refutes(verdict: Verdict, text: string): boolean {
    const found = placesOf(verdict);
    const notCounted = verdict.kind === "shortened" ? verdict.lightParts : [];
    const counted = normalizeWords(
      notCounted.reduce((rest, part) => rest.replace(part, " "), text),
    );
    const isThere = found.every((places) => normalizeWords(wordsAt(places)) === counted);
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
      case "unjudged":
      case "none":
        return false;
    }
  }
  function hasMost(text: string): boolean {
    const words = normalizeWords(text).split(" ");
    const length = Math.max(LONG_RUN, Math.ceil(words.length / 2));
    const starts = [...words.keys()].filter((start) => start + length <= words.length);
    return starts.some((start) => has(words.slice(start, start + length).join(" ")));
  }

  return { has, hasMost, refutes };
}

/** Returns whether the document contains the text character for character. */
function spells({ document }: Place, text: string): boolean {
  // Quotation marks around a quotation belong to the person who quotes.
  const words = text.trim().replace(/^["'“”‘’]+|["'“”‘’]+$/g, "");
  // Any white space between two passages is correct.
  return documentText(document).replaceAll("\n", " ").includes(words.replaceAll("\n", " "));
}

function isInOrder(places: readonly Place[]): boolean {
  return places.every((place, index) => {
    const next = places[index + 1];
    return next === undefined || (next.document === place.document && next.start >= place.end);
  });
}
